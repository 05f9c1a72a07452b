//! The way of an arrow around boxes: the cheapest axis-parallel path on the
//! lines that run beside the boxes. Bends are dear, crossings dearer.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::field::{Field, Route};
use crate::model::FRAME;
use crate::scene::{Point, Rect};

/// Costs in µm of way.
const BEND: u64 = 12_000;
const CROSSING: u64 = 90_000;

/// The lines on which one arrow may run, and what is in its way.
struct Grid<'a> {
    xs: Vec<f64>,
    ys: Vec<f64>,
    from: End,
    to: End,
    solid: Vec<Rect>,
    open: Vec<Rect>,
    routes: &'a [Route],
    unit: f64,
}

/// A box at an end; an enclosing one is met from inside.
#[derive(Clone, Copy)]
struct End {
    rect: Rect,
    encloses: bool,
}

/// A crossing of lines, reached along x (true) or y.
type State = (usize, usize, bool);

/// The points of an arrow, from border to border.
pub(crate) fn find(field: &Field<'_>, link: usize, routes: &[Route]) -> Option<Vec<Point>> {
    let link = field.model.links.get(link)?;
    let (from, to) = (link.from, link.to);
    let end = |it: usize| End { rect: field.rect(it), encloses: field.encloses(it, from, to) };
    let (xs, ys) = lines(field, from, to);
    let grid = Grid {
        xs,
        ys,
        from: end(from),
        to: end(to),
        solid: field.solid(from, to),
        open: (0..field.model.len()).filter(|&it| field.is_open(it, from, to)).map(|it| field.rect(it)).collect(),
        routes,
        unit: field.d.unit,
    };
    grid.search()
}

fn lines(field: &Field<'_>, from: usize, to: usize) -> (Vec<f64>, Vec<f64>) {
    let track = 3.6 * field.d.unit;
    let (mut xs, mut ys) = (Vec::new(), Vec::new());
    for rect in field.rects {
        for step in [track, track * 2.0] {
            xs.extend([rect.x - step, rect.right() + step, rect.x + step, rect.right() - step]);
            ys.extend([rect.y - step, rect.bottom() + step, rect.y + step, rect.bottom() - step]);
        }
    }
    let frame = field.rect(FRAME);
    ys.extend((1..=6).map(|step| frame.bottom() + track * f64::from(step)));
    let page = field.page;
    for (lines, low, high) in [(&mut xs, page.x, page.right()), (&mut ys, page.y, page.bottom())] {
        lines.retain(|at| *at > low && *at < high);
        lines.sort_by(f64::total_cmp);
        lines.dedup_by(|a, b| (*a - *b).abs() < 1.2 * field.d.unit);
    }
    for it in [from, to] {
        let rect = field.rect(it);
        xs.extend([rect.x, rect.right()]);
        ys.extend([rect.y, rect.bottom()]);
        for part in [0.25, 0.5, 0.75] {
            xs.push(rect.x + rect.w * part);
            ys.push(rect.y + rect.h * part);
        }
    }
    for lines in [&mut xs, &mut ys] {
        lines.sort_by(f64::total_cmp);
        lines.dedup_by(|a, b| (*a - *b).abs() < 1e-6);
    }
    (xs, ys)
}

impl Grid<'_> {
    fn search(&self) -> Option<Vec<Point>> {
        let count = self.xs.len() * self.ys.len() * 2;
        let mut cost = vec![u64::MAX; count];
        let mut back: Vec<Option<State>> = vec![None; count];
        let mut queue = BinaryHeap::new();
        for x in 0..self.xs.len() {
            for y in 0..self.ys.len() {
                if let Some(along_x) = self.port(&self.from, self.point(x, y)) {
                    let state = (x, y, along_x);
                    cost[self.slot(state)] = 0;
                    queue.push(Reverse((0, state)));
                }
            }
        }
        while let Some(Reverse((spent, state))) = queue.pop() {
            if spent > cost[self.slot(state)] {
                continue;
            }
            let here = self.point(state.0, state.1);
            if spent > 0 && self.port(&self.to, here) == Some(state.2) {
                return Some(self.trace(state, &back));
            }
            for next in self.neighbours(state) {
                let Some(step) = self.step(state, next) else { continue };
                let total = spent + step;
                let slot = self.slot(next);
                if total < cost[slot] {
                    cost[slot] = total;
                    back[slot] = Some(state);
                    queue.push(Reverse((total, next)));
                }
            }
        }
        None
    }

    fn point(&self, x: usize, y: usize) -> Point {
        Point { x: self.xs[x], y: self.ys[y] }
    }

    fn slot(&self, (x, y, along_x): State) -> usize {
        (x * self.ys.len() + y) * 2 + usize::from(along_x)
    }

    fn neighbours(&self, (x, y, _): State) -> impl Iterator<Item = State> {
        let left = x.checked_sub(1).map(|x| (x, y, true));
        let right = Some((x + 1, y, true)).filter(|_| x + 1 < self.xs.len());
        let up = y.checked_sub(1).map(|y| (x, y, false));
        let down = Some((x, y + 1, false)).filter(|_| y + 1 < self.ys.len());
        [left, right, up, down].into_iter().flatten()
    }

    /// Whether a point is on a side of an end, off its corners; if so, whether
    /// an arrow leaves it along x.
    fn port(&self, end: &End, at: Point) -> Option<bool> {
        let r = end.rect;
        let corner = 2.4 * self.unit;
        let on = |a: f64, b: f64| (a - b).abs() < 1e-6;
        let inside_y = at.y > r.y + corner && at.y < r.bottom() - corner;
        let inside_x = at.x > r.x + corner && at.x < r.right() - corner;
        if end.encloses {
            // Only the foot has the room that a label needs.
            return (inside_x && on(at.y, r.bottom())).then_some(false);
        }
        if inside_y && (on(at.x, r.x) || on(at.x, r.right())) {
            Some(true)
        } else if inside_x && (on(at.y, r.y) || on(at.y, r.bottom())) {
            Some(false)
        } else {
            None
        }
    }

    /// Cost of one step, or none where it is not allowed.
    fn step(&self, from: State, to: State) -> Option<u64> {
        let (a, b) = (self.point(from.0, from.1), self.point(to.0, to.1));
        let way = Rect::around(a, b);
        let flat = to.2;
        let clear = 1.5 * self.unit;
        if self.solid.iter().any(|rect| rect.grown(clear).overlaps(&fat(way))) {
            return None;
        }
        if !self.meets(&self.from, way, flat) || !self.meets(&self.to, way, flat) {
            return None;
        }
        if self.open.iter().any(|rect| hugs(rect, way, flat, clear)) {
            return None;
        }
        let crossings = self.crossings(way, flat)?;
        let length = ((way.w + way.h) * 1000.0).round() as u64;
        let bend = if from.2 == flat { 0 } else { BEND };
        Some(length + bend + crossings * CROSSING)
    }

    /// Near an end an arrow runs only at right angles to its side, and never
    /// through a box that does not enclose the other end.
    fn meets(&self, end: &End, way: Rect, flat: bool) -> bool {
        let r = end.rect;
        let near = 3.0 * self.unit;
        let corner = 2.4 * self.unit;
        let way = fat(way);
        if end.encloses {
            return r.grown(0.01).contains(&way) && !hugs(&r, way, flat, near);
        }
        if !r.grown(near).overlaps(&way) {
            return true;
        }
        if r.grown(-0.01).overlaps(&way) {
            return false;
        }
        if flat {
            way.y > r.y + corner && way.bottom() < r.bottom() - corner
        } else {
            way.x > r.x + corner && way.right() < r.right() - corner
        }
    }

    /// Arrows crossed on the way; none where it would run on an arrow or
    /// through a label.
    fn crossings(&self, way: Rect, flat: bool) -> Option<u64> {
        let near = 2.2 * self.unit;
        let mut crossings = 0;
        for route in self.routes {
            if route.label.as_ref().is_some_and(|label| label.rect.grown(0.8 * self.unit).overlaps(&fat(way))) {
                return None;
            }
            for segment in route.segments() {
                let same = (segment.h < segment.w) == flat;
                if same && segment.grown(near).overlaps(&fat(way)) {
                    return None;
                }
                if !same && fat(segment).overlaps(&fat(way)) {
                    crossings += 1;
                }
            }
            let tips = [route.points.first(), route.points.last()];
            let heads = tips.into_iter().flatten().map(|tip| Rect { x: tip.x, y: tip.y, w: 0.0, h: 0.0 });
            if heads.into_iter().any(|tip| tip.grown(3.4 * self.unit).overlaps(&fat(way))) {
                return None;
            }
        }
        Some(crossings)
    }

    fn trace(&self, last: State, back: &[Option<State>]) -> Vec<Point> {
        let mut points = vec![self.point(last.0, last.1)];
        let mut at = last;
        while let Some(Some(before)) = back.get(self.slot(at)).copied() {
            points.push(self.point(before.0, before.1));
            at = before;
        }
        points.reverse();
        straighten(points)
    }
}

/// A line has no inside; this gives it one.
fn fat(way: Rect) -> Rect {
    way.grown(0.005)
}

/// Whether a line runs along a border, near enough to be taken for it.
fn hugs(rect: &Rect, way: Rect, flat: bool, near: f64) -> bool {
    let beside = |at: f64, edge: f64| (at - edge).abs() < near;
    if flat {
        let touches = way.x < rect.right() && rect.x < way.right();
        touches && (beside(way.y, rect.y) || beside(way.y, rect.bottom()))
    } else {
        let touches = way.y < rect.bottom() && rect.y < way.bottom();
        touches && (beside(way.x, rect.x) || beside(way.x, rect.right()))
    }
}

/// Leaves out the points between which nothing turns.
fn straighten(points: Vec<Point>) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    for point in points {
        if let [.., a, b] = kept.as_slice() {
            let same_x = (a.x - b.x).abs() < 1e-6 && (b.x - point.x).abs() < 1e-6;
            let same_y = (a.y - b.y).abs() < 1e-6 && (b.y - point.y).abs() < 1e-6;
            if same_x || same_y {
                kept.pop();
            }
        }
        kept.push(point);
    }
    kept
}
