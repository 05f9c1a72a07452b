//! Boxes fixed by hand: they stand where the office put them, and the others
//! make room.

use crate::gaps::Dials;
use crate::graph::{ChartInput, Pin};
use crate::model::{FRAME, Model};
use crate::place::Rects;
use crate::scene::{ChartError, Point, Rect};

/// Rounds of making room before giving up.
const ROUNDS: usize = 400;

/// The input with the pins of its own sheet only.
pub(crate) fn own(input: &ChartInput) -> ChartInput {
    let pins = input.pins.iter().filter(|pin| pin.sheet == input.sheet).cloned().collect();
    ChartInput { pins, ..input.clone() }
}

/// The input with the pins of the other sheet in proportion; none without such.
/// A box with a pin on its own sheet stands by that one.
pub(crate) fn hinted(input: &ChartInput) -> Option<ChartInput> {
    let own = own(input);
    let (w, h) = input.sheet.size_mm();
    let free = |pin: &&Pin| own.pins.iter().all(|other| other.key != pin.key);
    let scaled = |pin: &Pin| {
        let (from_w, from_h) = pin.sheet.size_mm();
        Pin { x_mm: pin.x_mm * w / from_w, y_mm: pin.y_mm * h / from_h, sheet: input.sheet, ..pin.clone() }
    };
    let others = input.pins.iter().filter(|pin| pin.sheet != input.sheet);
    let hints: Vec<Pin> = others.filter(free).map(scaled).collect();
    let pins = [own.pins.clone(), hints.clone()].concat();
    (!hints.is_empty()).then_some(ChartInput { pins, ..own })
}

/// Moves the pinned boxes to their pins and the others out of their way;
/// false where there is no room at this size.
pub(crate) fn settle(model: &Model<'_>, rects: &mut Rects, area: Rect, d: Dials, header: f64) -> bool {
    if model.pins.is_empty() {
        return true;
    }
    let pad = 5.0 * d.unit;
    let airs: Vec<Air> = (0..model.len()).map(|it| Air::of(model, rects, it, header, pad)).collect();
    for &(it, to) in &model.pins {
        move_to(model, rects, it, to);
    }
    let groups = (1..model.len()).filter(|&it| model.is_group(it));
    for holder in groups.chain([FRAME]) {
        let inside: Vec<usize> = members(model, Some(holder));
        let Some(air) = airs.get(holder) else { return false };
        let room = area.grown(-pad);
        if !make_room(model, rects, &inside, room, d) || !grow(model, rects, holder, &inside, air) {
            return false;
        }
    }
    let outside = members(model, None);
    make_room(model, rects, &outside, area, d)
        && (0..model.len()).all(|it| rects.get(it).is_some_and(|rect| area.grown(0.01).contains(rect)))
}

/// The pins that no layout can honour: off the page, or on each other.
pub(crate) fn check(model: &Model<'_>, page: Rect) -> Result<(), ChartError> {
    let name = |it: usize| match model.node(it) {
        Some(node) => node.key.clone(),
        None => model.input.frame.key.clone(),
    };
    for (at, (it, pin)) in model.pins.iter().enumerate() {
        let finite = pin.x.is_finite() && pin.y.is_finite();
        let on_page = pin.x >= page.x && pin.y >= page.y && pin.x < page.right() && pin.y < page.bottom();
        if !finite || !on_page {
            return Err(ChartError::PinsCollide { keys: vec![name(*it)] });
        }
        let twice = model.pins.iter().take(at).find(|(other, _)| other == it);
        if twice.is_some() {
            return Err(ChartError::PinsCollide { keys: vec![name(*it)] });
        }
    }
    Ok(())
}

/// Keys of the pinned boxes, for the error when nothing fits.
pub(crate) fn keys(model: &Model<'_>) -> Vec<String> {
    model.input.pins.iter().map(|pin| pin.key.clone()).collect()
}

fn members(model: &Model<'_>, holder: Option<usize>) -> Vec<usize> {
    (0..model.len()).filter(|&it| model.holder_of(it) == holder).collect()
}

fn is_pinned(model: &Model<'_>, it: usize) -> bool {
    model.pins.iter().any(|(pinned, _)| *pinned == it || model.holds(it, *pinned))
}

fn move_to(model: &Model<'_>, rects: &mut Rects, it: usize, to: Point) {
    let Some(now) = rects.get(it).copied() else { return };
    shift(model, rects, it, to.x - now.x, to.y - now.y);
}

/// Moves a box with all that it holds, but not what is pinned itself.
fn shift(model: &Model<'_>, rects: &mut Rects, it: usize, dx: f64, dy: f64) {
    for (at, rect) in rects.iter_mut().enumerate() {
        let pinned = model.pins.iter().any(|(pinned, _)| *pinned == at) && at != it;
        if (at == it || model.holds(it, at)) && !pinned {
            rect.x += dx;
            rect.y += dy;
        }
    }
}

/// Pushes the movable boxes apart until there is a gap between any two.
fn make_room(model: &Model<'_>, rects: &mut Rects, boxes: &[usize], room: Rect, d: Dials) -> bool {
    let gap = 9.0 * d.unit * d.spread;
    for _ in 0..ROUNDS {
        let mut moved = false;
        for (at, &a) in boxes.iter().enumerate() {
            for &b in boxes.iter().take(at) {
                moved |= part(model, rects, (a, b), room, gap);
            }
        }
        if !moved {
            return true;
        }
    }
    false
}

/// Parts two boxes along the axis that needs less; true if they were too near.
fn part(model: &Model<'_>, rects: &mut Rects, (a, b): (usize, usize), room: Rect, gap: f64) -> bool {
    let (Some(ra), Some(rb)) = (rects.get(a).copied(), rects.get(b).copied()) else { return false };
    let stay = (is_pinned(model, a), is_pinned(model, b));
    let least = if stay == (true, true) { 0.0 } else { gap };
    let dx = (ra.right().min(rb.right()) - ra.x.max(rb.x) + least).max(0.0);
    let dy = (ra.bottom().min(rb.bottom()) - ra.y.max(rb.y) + least).max(0.0);
    // Neighbours placed nearer than the gap on purpose stay as they are.
    if !ra.grown(least.min(2.0) - 0.01).overlaps(&rb) {
        return false;
    }
    let sign_x = if ra.x + ra.w / 2.0 < rb.x + rb.w / 2.0 { -1.0 } else { 1.0 };
    let sign_y = if ra.y + ra.h / 2.0 < rb.y + rb.h / 2.0 { -1.0 } else { 1.0 };
    let share = match stay {
        (true, true) => return true,
        (true, false) => (0.0, 1.0),
        (false, true) => (1.0, 0.0),
        (false, false) => (0.5, 0.5),
    };
    let fits =
        |rect: Rect, by: (f64, f64)| room.grown(0.01).contains(&Rect { x: rect.x + by.0, y: rect.y + by.1, ..rect });
    let ways = [(sign_x * dx, 0.0), (0.0, sign_y * dy)];
    let ok = |way: &(f64, f64)| {
        fits(ra, (way.0 * share.0, way.1 * share.0)) && fits(rb, (-way.0 * share.1, -way.1 * share.1))
    };
    let way = if (dx <= dy && ok(&ways[0])) || !ok(&ways[1]) { ways[0] } else { ways[1] };
    for (it, sign, share) in [(a, 1.0, share.0), (b, -1.0, share.1)] {
        shift(model, rects, it, sign * way.0 * share, sign * way.1 * share);
        keep_in(model, rects, it, room);
    }
    true
}

fn keep_in(model: &Model<'_>, rects: &mut Rects, it: usize, room: Rect) {
    if is_pinned(model, it) {
        return;
    }
    let Some(rect) = rects.get(it).copied() else { return };
    let x = rect.x.min(room.right() - rect.w).max(room.x);
    let y = rect.y.min(room.bottom() - rect.h).max(room.y);
    shift(model, rects, it, x - rect.x, y - rect.y);
}

/// The air in a holder around its members: that which the layout left there, at
/// most so much as boxes by hand get.
struct Air {
    around: f64,
    above: f64,
}

impl Air {
    fn of(model: &Model<'_>, rects: &Rects, holder: usize, header: f64, pad: f64) -> Self {
        let inside = members(model, Some(holder));
        let Some(rect) = rects.get(holder) else { return Self { around: pad, above: pad } };
        let least = |air: &dyn Fn(&Rect) -> f64| {
            inside.iter().filter_map(|&it| rects.get(it)).map(air).fold(f64::INFINITY, f64::min).max(0.0)
        };
        let around = least(&|it| (it.x - rect.x).min(rect.right() - it.right()).min(rect.bottom() - it.bottom()));
        let above = if holder == FRAME { header.max(pad) } else { least(&|it| it.y - rect.y) };
        Self { around: around.min(pad), above: if above.is_finite() { above } else { pad } }
    }
}

/// Grows a holder around its members; its own text stays free above them.
fn grow(model: &Model<'_>, rects: &mut Rects, holder: usize, inside: &[usize], air: &Air) -> bool {
    let Some(mut rect) = rects.get(holder).copied() else { return true };
    let pad = air.around;
    let pinned = model.pins.iter().any(|(it, _)| *it == holder);
    for member in inside.iter().filter_map(|&it| rects.get(it)) {
        let top = member.y - air.above;
        let (x, y) = (rect.x.min(member.x - pad), rect.y.min(top));
        let right = rect.right().max(member.right() + pad);
        let bottom = rect.bottom().max(member.bottom() + pad);
        if pinned && (x < rect.x - 0.01 || y < rect.y - 0.01) {
            return false;
        }
        rect = Rect { x, y, w: right - x, h: bottom - y };
    }
    if let Some(slot) = rects.get_mut(holder) {
        *slot = rect;
    }
    true
}
