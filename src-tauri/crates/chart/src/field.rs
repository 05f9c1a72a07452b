//! The placed boxes as arrows and labels see them: what they may cross, and
//! what not.

use crate::gaps::Dials;
use crate::model::Model;
use crate::place::Rects;
use crate::scene::{Point, Rect};

impl Rect {
    /// Right edge.
    pub fn right(&self) -> f64 {
        self.x + self.w
    }

    /// Lower edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.h
    }

    /// The rectangle grown by `by` on each side; negative shrinks.
    pub fn grown(&self, by: f64) -> Rect {
        Rect { x: self.x - by, y: self.y - by, w: self.w + 2.0 * by, h: self.h + 2.0 * by }
    }

    /// Whether the insides have a point in common.
    pub fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(&self, other: &Rect) -> bool {
        other.x >= self.x && other.y >= self.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }

    /// The smallest rectangle around two points.
    pub fn around(a: Point, b: Point) -> Rect {
        Rect { x: a.x.min(b.x), y: a.y.min(b.y), w: (a.x - b.x).abs(), h: (a.y - b.y).abs() }
    }
}

/// Boxes, with the text of those that hold others.
pub(crate) struct Field<'a> {
    pub(crate) model: &'a Model<'a>,
    pub(crate) rects: &'a Rects,
    /// Text of the frame and of the groups: by box.
    pub(crate) headers: Vec<(usize, Rect)>,
    pub(crate) page: Rect,
    pub(crate) d: Dials,
}

/// An arrow that is routed.
#[derive(Clone, Debug)]
pub(crate) struct Route {
    pub(crate) link: usize,
    pub(crate) points: Vec<Point>,
    pub(crate) label: Option<LabelPlace>,
}

/// Where a label stands and how it is broken.
#[derive(Clone, Debug)]
pub(crate) struct LabelPlace {
    pub(crate) rect: Rect,
    pub(crate) lines: Vec<(String, f64)>,
}

impl Route {
    /// The straight parts as thin rectangles.
    pub(crate) fn segments(&self) -> impl Iterator<Item = Rect> {
        self.points.windows(2).filter_map(|pair| match pair {
            [a, b] => Some(Rect::around(*a, *b)),
            _ => None,
        })
    }
}

impl Field<'_> {
    pub(crate) fn rect(&self, it: usize) -> Rect {
        self.rects.get(it).copied().unwrap_or_default()
    }

    /// Boxes and texts that an arrow between two boxes must keep away from.
    pub(crate) fn solid(&self, from: usize, to: usize) -> Vec<Rect> {
        let mut solid: Vec<Rect> = (0..self.model.len())
            .filter(|&it| it != from && it != to && !self.is_open(it, from, to))
            .filter(|&it| !self.is_buried(it, from, to))
            .map(|it| self.rect(it))
            .collect();
        let around = |it: usize| self.is_open(it, from, to) || self.encloses(it, from, to);
        solid.extend(self.headers.iter().filter(|(it, _)| around(*it)).map(|(_, rect)| *rect));
        solid
    }

    /// Boxes that hold an end: their border may be crossed.
    pub(crate) fn is_open(&self, it: usize, from: usize, to: usize) -> bool {
        it != from && it != to && (self.model.holds(it, from) || self.model.holds(it, to))
    }

    /// One end holds the other, and this is the outer one.
    pub(crate) fn encloses(&self, it: usize, from: usize, to: usize) -> bool {
        it == from && self.model.holds(from, to) || it == to && self.model.holds(to, from)
    }

    /// Inside an end that is solid itself.
    fn is_buried(&self, it: usize, from: usize, to: usize) -> bool {
        [(from, to), (to, from)]
            .into_iter()
            .any(|(end, other)| self.model.holds(end, it) && !self.model.holds(end, other))
    }

    /// Whether a label may stand here: on free ground, on no line but its own.
    pub(crate) fn is_free(&self, label: &Rect, own: usize, routes: &[Route]) -> bool {
        let air = 0.6 * self.d.unit;
        let near = label.grown(air);
        if !self.page.contains(label) || self.headers.iter().any(|(_, text)| text.overlaps(&near)) {
            return false;
        }
        let clear_of = |it: usize| {
            let rect = self.rect(it);
            !rect.overlaps(&near) || self.model.is_holder(it) && rect.contains(&near)
        };
        (0..self.model.len()).all(clear_of)
            && routes.iter().all(|route| {
                let labels = route.label.as_ref().is_none_or(|l| !l.rect.overlaps(&near));
                route.link == own || labels && route.segments().all(|s| !s.grown(0.1).overlaps(&near))
            })
    }
}
