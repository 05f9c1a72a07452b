//! Routes the arrows: straight ones between boxes that face each other,
//! evenly spaced; then the others around the boxes.

use crate::field::{Field, Route};
use crate::label;
use crate::path;
use crate::scene::{Point, Rect};

/// A straight arrow that may still slide along the boxes it joins.
#[derive(Clone, Debug)]
struct Strait {
    link: usize,
    flat: bool,
    /// Where the arrow starts and ends, along its own axis.
    start: f64,
    end: f64,
    /// Between which it may stand, across its axis.
    low: f64,
    high: f64,
    at: f64,
    /// Room it needs before and after, its label included.
    before: f64,
    after: f64,
}

/// Every arrow with its label, in the order of the links; none where an arrow
/// or a label finds no way.
pub(crate) fn route(field: &Field<'_>) -> Option<Vec<Route>> {
    let straits = straits(field);
    let mut routes: Vec<Route> = straits.iter().map(Strait::route).collect();
    for at in 0..routes.len() {
        if !add_label(field, &mut routes, at) {
            return None;
        }
    }
    let mut rest: Vec<usize> =
        (0..field.model.links.len()).filter(|link| straits.iter().all(|strait| strait.link != *link)).collect();
    rest.sort_by(|a, b| distance(field, *a).total_cmp(&distance(field, *b)));
    for link in rest {
        let points = path::find(field, link, &routes)?;
        routes.push(Route { link, points, label: None });
        let last = routes.len() - 1;
        if !add_label(field, &mut routes, last) {
            return None;
        }
    }
    routes.sort_by_key(|route| route.link);
    Some(routes)
}

fn add_label(field: &Field<'_>, routes: &mut [Route], at: usize) -> bool {
    let Some(route) = routes.get(at) else { return false };
    let Some(link) = field.model.links.get(route.link) else { return false };
    if link.label.is_empty() {
        return true;
    }
    let found = label::place(field, route.link, link, &route.points, routes);
    let placed = found.is_some();
    if let Some(route) = routes.get_mut(at) {
        route.label = found;
    }
    placed
}

fn distance(field: &Field<'_>, link: usize) -> f64 {
    let Some(link) = field.model.links.get(link) else { return 0.0 };
    let (a, b) = (field.rect(link.from), field.rect(link.to));
    let apart = |a0: f64, a1: f64, b0: f64, b1: f64| (b0 - a1).max(a0 - b1).max(0.0);
    apart(a.x, a.right(), b.x, b.right()) + apart(a.y, a.bottom(), b.y, b.bottom())
}

fn straits(field: &Field<'_>) -> Vec<Strait> {
    let mut straits: Vec<Strait> = (0..field.model.links.len()).filter_map(|link| strait(field, link)).collect();
    share_evenly(field, &mut straits);
    separate(&mut straits);
    straits
}

impl Strait {
    fn route(&self) -> Route {
        let point = |along: f64| {
            if self.flat { Point { x: along, y: self.at } } else { Point { x: self.at, y: along } }
        };
        Route { link: self.link, points: vec![point(self.start), point(self.end)], label: None }
    }

    fn runs_beside(&self, other: &Strait) -> bool {
        let (a0, a1) = (self.start.min(self.end), self.start.max(self.end));
        let (b0, b1) = (other.start.min(other.end), other.start.max(other.end));
        self.flat == other.flat && a0 < b1 + 0.5 && b0 < a1 + 0.5
    }
}

/// The straight arrow of a link, if its boxes face each other.
fn strait(field: &Field<'_>, at: usize) -> Option<Strait> {
    let link = field.model.links.get(at)?;
    let (from, to) = (link.from, link.to);
    if field.model.holds(from, to) || field.model.holds(to, from) {
        return None;
    }
    let (a, b) = (field.rect(from), field.rect(to));
    let unit = field.d.unit;
    let t = field.d.label();
    [true, false].into_iter().find_map(|flat| {
        let (start, end) = facing(&a, &b, flat)?;
        if (start - end).abs() < 4.0 * unit {
            return None;
        }
        let (low, high) = free_span(field, (from, to), (start, end), flat)?;
        let (before, after) = if flat {
            (link.over.0 * t.pitch() + 1.6 * unit, 1.4 * unit)
        } else {
            let half = link.on.1 * t.size / 2.0 + 1.6 * unit;
            (half, half)
        };
        Some(Strait { link: at, flat, start, end, low, high, at: f64::midpoint(low, high), before, after })
    })
}

/// The two facing sides, in the direction from `a` to `b`.
fn facing(a: &Rect, b: &Rect, flat: bool) -> Option<(f64, f64)> {
    let (a0, a1, b0, b1) = if flat { (a.x, a.right(), b.x, b.right()) } else { (a.y, a.bottom(), b.y, b.bottom()) };
    if a1 <= b0 {
        Some((a1, b0))
    } else if b1 <= a0 {
        Some((a0, b1))
    } else {
        None
    }
}

/// The widest span in which a straight arrow meets nothing between its boxes.
fn free_span(field: &Field<'_>, (from, to): (usize, usize), ends: (f64, f64), flat: bool) -> Option<(f64, f64)> {
    let (a, b) = (field.rect(from), field.rect(to));
    let margin = 2.4 * field.d.unit;
    let (low, high) = if flat {
        (a.y.max(b.y) + margin, a.bottom().min(b.bottom()) - margin)
    } else {
        (a.x.max(b.x) + margin, a.right().min(b.right()) - margin)
    };
    let (near, far) = (ends.0.min(ends.1), ends.0.max(ends.1));
    let mut blocks: Vec<(f64, f64)> = field
        .solid(from, to)
        .into_iter()
        .filter_map(|rect| {
            let (s0, s1, c0, c1) = if flat {
                (rect.x, rect.right(), rect.y, rect.bottom())
            } else {
                (rect.y, rect.bottom(), rect.x, rect.right())
            };
            (s0 < far - 0.01 && s1 > near + 0.01).then_some((c0 - margin, c1 + margin))
        })
        .collect();
    blocks.sort_by(|a, b| a.0.total_cmp(&b.0));
    blocks.push((f64::INFINITY, f64::INFINITY));
    let mut at = low;
    let mut best: Option<(f64, f64)> = None;
    for (c0, c1) in blocks {
        let span = (at, c0.min(high));
        if span.1 - span.0 > best.map_or(0.5, |b| b.1 - b.0) {
            best = Some(span);
        }
        at = at.max(c1);
    }
    best
}

/// Arrows between the same two boxes share their side evenly.
fn share_evenly(field: &Field<'_>, straits: &mut [Strait]) {
    let pair = |strait: &Strait| {
        let link = field.model.links.get(strait.link);
        link.map_or((0, 0), |link| (link.from.min(link.to), link.from.max(link.to)))
    };
    let pairs: Vec<(usize, usize)> = straits.iter().map(pair).collect();
    for (index, strait) in straits.iter_mut().enumerate() {
        let Some(own) = pairs.get(index) else { continue };
        let count = pairs.iter().filter(|other| *other == own).count() as f64;
        let before = pairs.iter().take(index).filter(|other| *other == own).count() as f64;
        strait.at = strait.low + (strait.high - strait.low) * (before + 0.5) / count;
    }
}

/// Pushes arrows apart that stand too close; those that cannot stand are
/// dropped, to go around instead.
fn separate(straits: &mut Vec<Strait>) {
    for _ in 0..40 {
        let mut moved = false;
        for i in 0..straits.len() {
            for j in 0..i {
                if let Ok([a, b]) = straits.get_disjoint_mut([i, j]) {
                    moved |= push_apart(a, b);
                }
            }
        }
        if !moved {
            return;
        }
    }
    let mut kept: Vec<Strait> = Vec::new();
    for strait in straits.drain(..) {
        if kept.iter().all(|other| missing_room(&strait, other) <= 0.3) {
            kept.push(strait);
        }
    }
    *straits = kept;
}

fn missing_room(a: &Strait, b: &Strait) -> f64 {
    if !a.runs_beside(b) {
        return 0.0;
    }
    let (first, second) = if a.at <= b.at { (a, b) } else { (b, a) };
    first.after + second.before - (second.at - first.at)
}

fn push_apart(a: &mut Strait, b: &mut Strait) -> bool {
    let missing = missing_room(a, b);
    if missing <= 0.01 {
        return false;
    }
    let (first, second) = if a.at <= b.at { (a, b) } else { (b, a) };
    first.at = (first.at - missing / 2.0 - 0.01).max(first.low);
    second.at = (second.at + missing / 2.0 + 0.01).min(second.high);
    true
}
