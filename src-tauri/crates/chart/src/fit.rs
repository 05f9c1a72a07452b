//! Fits a chart to its sheet: of several arrangements the one that allows the
//! largest type at which every text fits and every arrow finds its way.

use crate::block::Type;
use crate::draw::Paper;
use crate::field::{Field, Route};
use crate::gaps::Dials;
use crate::graph::NodeKind;
use crate::model::{FRAME, Model};
use crate::pins;
use crate::place::{Placer, Rects};
use crate::route;
use crate::scene::{ChartError, Rect};
use crate::zones::{Zones, arrangements};

/// How much wider than usual gaps may become so that arrows find a way.
const SPREADS: [f64; 7] = [1.0, 1.2, 1.45, 1.8, 2.3, 3.0, 4.0];

/// Shares of the largest size that are tried so that arrows find a way.
const SHARES: [f64; 4] = [1.0, 0.95, 0.87, 0.78];

/// Spreads and shares where boxes are pinned and nothing smaller helped: somebody waits.
const PINNED: (&[f64], &[f64]) = (&[1.0, 1.45, 2.3], &[1.0, 0.87]);

/// Sizes above the largest found that are tried too, 0.03 mm apart.
const PROBES: u32 = 8;

/// How much larger the type must become for an unusual arrangement.
const WORTH_UNUSUAL: f64 = 1.03;

/// A chart that fits.
pub(crate) struct Fitted {
    /// Where boxes may stand.
    pub(crate) area: Rect,
    /// Which arrangement it is.
    pub(crate) arrangement: usize,
    pub(crate) rects: Rects,
    pub(crate) routes: Vec<Route>,
    pub(crate) d: Dials,
}

/// The best arrangement.
///
/// # Errors
/// Why nothing fits at the smallest type.
pub(crate) fn fit(model: &Model<'_>, area: Rect, paper: Paper) -> Result<Fitted, ChartError> {
    let area = room(model, area, paper);
    let arrangements = arrangements(model);
    let mut best: Option<Fitted> = None;
    for (at, zones) in arrangements.iter().enumerate() {
        // One look at the size that it would have to reach saves the whole search.
        let hopeless = |b: &Fitted| place(model, zones, area, dials(b.d.t.size * WORTH_UNUSUAL, 1.0, paper)).is_none();
        if model.pins.is_empty() && best.as_ref().is_some_and(hopeless) {
            continue;
        }
        let Some(found) = fit_one(model, (at, zones), area, paper) else { continue };
        if best.as_ref().is_none_or(|b| found.d.t.size > b.d.t.size * WORTH_UNUSUAL) {
            best = Some(found);
        }
    }
    best.ok_or_else(|| {
        let smallest = dials(paper.floor, 1.0, paper);
        let boxes_fit = arrangements.iter().any(|zones| place(model, zones, area, smallest).is_some());
        match (boxes_fit, model.pins.is_empty()) {
            (true, _) => ChartError::Crowded,
            (false, false) => ChartError::PinsCollide { keys: pins::keys(model) },
            (false, true) => ChartError::TooMuch { floor_pt: paper.floor_pt() },
        }
    })
}

/// The area without the lanes below the frame.
pub(crate) fn room(model: &Model<'_>, area: Rect, paper: Paper) -> Rect {
    Rect { h: area.h - lanes(model, paper), ..area }
}

fn fit_one(model: &Model<'_>, (at, zones): (usize, &Zones), area: Rect, paper: Paper) -> Option<Fitted> {
    // What does not fit with narrow gaps does not with wide ones; only pinned
    // boxes may find their room by other ways.
    let narrow = SPREADS.first().filter(|_| model.pins.is_empty());
    if narrow.is_some_and(|&spread| largest(model, zones, area, paper, spread).is_none()) {
        return None;
    }
    let (spreads, shares) = if model.pins.is_empty() { (&SPREADS[..], &SHARES[..]) } else { PINNED };
    spreads.iter().find_map(|&spread| {
        let size = largest(model, zones, area, paper, spread)?;
        shares.iter().find_map(|share| {
            let d = dials((size * share).max(paper.floor), spread, paper);
            let rects = place(model, zones, area, d)?;
            let routes = routes(model, zones, &rects, area, d, paper)?;
            Some(Fitted { area, arrangement: at, routes, d, rects })
        })
    })
}

/// The arrows between boxes that are placed.
pub(crate) fn routes(
    model: &Model<'_>,
    zones: &Zones,
    rects: &Rects,
    area: Rect,
    d: Dials,
    paper: Paper,
) -> Option<Vec<Route>> {
    let side = paper.margin - 2.0 * paper.unit;
    let page = Rect {
        x: area.x - side,
        w: area.w + 2.0 * side,
        y: area.y - 2.0 * paper.unit,
        h: area.h + lanes(model, paper) + 3.0 * paper.unit,
    };
    route::route(&Field { model, headers: headers(model, zones, rects, area, d), rects, page, d })
}

/// Height kept free below the frame for arrows that pass by the council, as
/// from a partner to the city.
fn lanes(model: &Model<'_>, paper: Paper) -> f64 {
    let outside = |it: usize| it != FRAME && model.holder_of(it).is_none();
    let is_right = |it: usize| matches!(model.kind(it), Some(NodeKind::City | NodeKind::Secretariat));
    let passing = model
        .links
        .iter()
        .filter(|link| outside(link.from) && outside(link.to) && is_right(link.from) != is_right(link.to))
        .count();
    if passing == 0 { 0.0 } else { (4.0 + 5.0 * passing.min(5) as f64) * paper.unit }
}

pub(crate) fn dials(size: f64, spread: f64, paper: Paper) -> Dials {
    Dials { t: Type { size, lead: paper.lead }, unit: paper.unit, spread }
}

/// The largest type at which everything fits, to a hundredth of a mm.
fn largest(model: &Model<'_>, zones: &Zones, area: Rect, paper: Paper, spread: f64) -> Option<f64> {
    let fits = |size: f64| place(model, zones, area, dials(size, spread, paper)).is_some();
    if !fits(paper.floor) {
        return None;
    }
    let (mut low, mut high) = (paper.floor, paper.ceiling);
    if fits(high) {
        return Some(high);
    }
    while high - low > 0.01 {
        let middle = f64::midpoint(low, high);
        if fits(middle) { low = middle } else { high = middle }
    }
    // Lines break anew at each size: a little larger may fit again.
    let larger = (1..=PROBES).rev().map(|step| low + 0.03 * f64::from(step));
    Some(larger.filter(|size| *size <= paper.ceiling).find(|size| fits(*size)).unwrap_or(low))
}

pub(crate) fn place(model: &Model<'_>, zones: &Zones, area: Rect, d: Dials) -> Option<Rects> {
    let placer = Placer { model, zones, area, d };
    let rects = placer.place()?;
    let header = placer.frame_header(rects.get(FRAME)?.w);
    if model.pins.is_empty() {
        return Some(rects);
    }
    // Boxes that need not move keep their air; if that leaves no room, all give it up.
    let pinned: Vec<usize> = model.pins.iter().map(|(it, _)| *it).collect();
    [pinned, (1..model.len()).collect()].into_iter().find_map(|airless| {
        let mut rects = rects.clone();
        airless.into_iter().for_each(|it| tighten(&placer, it, &mut rects));
        pins::settle(model, &mut rects, area, d, header).then_some(rects)
    })
}

/// Makes a box as low as its text.
pub(crate) fn tighten(placer: &Placer<'_>, it: usize, rects: &mut Rects) {
    if let Some(rect) = rects.get_mut(it).filter(|_| !placer.model.is_holder(it)) {
        rect.h = placer.block_height(it, rect.w).min(rect.h);
    }
}

/// The text of boxes that hold others.
fn headers(model: &Model<'_>, zones: &Zones, rects: &Rects, area: Rect, d: Dials) -> Vec<(usize, Rect)> {
    let placer = Placer { model, zones, area, d };
    let header = |it: usize| {
        let rect = rects.get(it).copied().unwrap_or_default();
        let h = if it == FRAME { placer.frame_header(rect.w) } else { placer.block_height(it, rect.w) };
        let inset = 0.5 * d.t.size;
        (it, Rect { x: rect.x + inset, y: rect.y + inset, w: rect.w - 2.0 * inset, h: h - inset })
    };
    (0..model.len()).filter(|&it| model.is_holder(it)).map(header).collect()
}
