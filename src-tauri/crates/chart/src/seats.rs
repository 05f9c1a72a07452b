//! The names in a body's box of the composition chart: office, name and
//! affiliation, in as many columns as keep the box low.

use entaku_fonts::{Measure, Weight};

use crate::block::{Block, Pen, Setting, Type, pour};
use crate::breaking::Paragraph;
use crate::graph::{Certainty, Detail, Node, NodeKind};
use crate::scene::{Ink, Rect};
use crate::tree::{Seat, TreeBody};

const SMALL: f64 = 0.9;
const SIDE_PAD: f64 = 0.8;
const COLUMN_GAP: f64 = 2.0;
const NARROWEST: f64 = 11.0;
const MOST_COLUMNS: usize = 10;

/// A body with its names, ready to be set at any width.
pub(crate) struct SeatBlock {
    title: Block,
    entries: Vec<Entry>,
    /// Em before the names: the widest office.
    indent: f64,
    /// Em of the widest name.
    name: f64,
    /// Em of the widest affiliation.
    affiliation: f64,
}

struct Entry {
    role: Paragraph,
    name: Paragraph,
    affiliation: Paragraph,
    vacant: bool,
}

/// Offices wider than this are broken.
const WIDEST_ROLE: f64 = 7.0;

impl SeatBlock {
    pub(crate) fn new(body: &TreeBody, measure: &Measure) -> Self {
        let title = Node {
            key: body.key.clone(),
            name: body.name.clone(),
            note: String::new(),
            badge: body.badge.clone(),
            kind: NodeKind::Group,
            parent: None,
            sections: Vec::new(),
            certainty: Certainty::Stated,
        };
        let entries: Vec<Entry> = body.seats.iter().map(|seat| entry(seat, measure)).collect();
        let widest = |of: &dyn Fn(&Entry) -> f64| entries.iter().map(of).fold(0.0, f64::max);
        let role = widest(&|entry| entry.role.em() * SMALL).min(WIDEST_ROLE);
        let hardest = widest(&|entry| entry.role.hardest() * SMALL);
        Self {
            title: Block::new(&title, Detail::Brief, measure),
            indent: if role > 0.0 { role.max(hardest) + 0.8 } else { 0.0 },
            name: widest(&|entry| entry.name.em()),
            affiliation: widest(&|entry| entry.affiliation.em() * SMALL),
            entries,
        }
    }

    pub(crate) fn least_width(&self, t: Type) -> f64 {
        let parts = |entry: &Entry| entry.name.hardest().max(entry.affiliation.hardest() * SMALL);
        let text = self.entries.iter().map(parts).fold(self.name.min(9.0), f64::max) + self.indent;
        let text = if self.entries.is_empty() { 0.0 } else { text.max(NARROWEST) };
        self.title.least_width(t).max((text + 2.0 * SIDE_PAD) * t.size)
    }

    pub(crate) fn height(&self, width: f64, t: Type) -> f64 {
        let title = self.title.height(width, t);
        if self.entries.is_empty() {
            return title;
        }
        let inner = width - 2.0 * SIDE_PAD * t.size;
        title + self.columns(inner, t).2 + t.size
    }

    pub(crate) fn set(&self, rect: Rect, t: Type) -> Setting {
        let mut setting = self.title.set(rect, t);
        let inner = rect.w - 2.0 * SIDE_PAD * t.size;
        let (width, ends, _) = self.columns(inner, t);
        let mut first = 0;
        for (column, end) in ends.into_iter().enumerate() {
            let x = rect.x + SIDE_PAD * t.size + column as f64 * (width + COLUMN_GAP * t.size);
            let mut y = rect.y + setting.band + 0.5 * t.size;
            for entry in self.entries.get(first..end).unwrap_or_default() {
                self.set_entry(entry, (x, y), width, t, &mut setting);
                y += self.entry_height(entry, width, t);
            }
            first = end;
        }
        setting
    }

    /// Width, ends and height of as many columns as are useful.
    fn columns(&self, inner: f64, t: Type) -> (f64, Vec<usize>, f64) {
        let gap = COLUMN_GAP * t.size;
        let least = (self.least_width(t) - 2.0 * SIDE_PAD * t.size).max(NARROWEST * t.size);
        let fit = ((inner + gap) / (least + gap)).floor().max(1.0) as usize;
        let mut best: Option<(f64, Vec<usize>, f64)> = None;
        for count in 1..=fit.min(self.entries.len()).clamp(1, MOST_COLUMNS) {
            let width = (inner - gap * (count - 1) as f64) / count as f64;
            let heights: Vec<f64> = self.entries.iter().map(|entry| self.entry_height(entry, width, t)).collect();
            let mut limit = heights.iter().copied().fold(0.0, f64::max);
            let (ends, height) = loop {
                let (ends, height, over) = pour(&heights, 0.0, limit);
                if ends.len() <= count {
                    break (ends, height);
                }
                limit = over;
            };
            if best.as_ref().is_none_or(|b| height < b.2 - 0.3 * t.size) {
                best = Some((width, ends, height));
            }
        }
        best.unwrap_or((inner, Vec::new(), 0.0))
    }

    /// Whether name and affiliation share one line.
    fn one_line(&self, width: f64, t: Type) -> bool {
        self.indent + self.name + 1.0 + self.affiliation <= width / t.size
    }

    fn entry_height(&self, entry: &Entry, width: f64, t: Type) -> f64 {
        let em = width / t.size - self.indent;
        let role = entry.role.count(self.indent.max(0.8) / SMALL) as f64;
        let mut lines = entry.name.count(em).max(1) as f64;
        if !self.one_line(width, t) {
            lines += entry.affiliation.count(em / SMALL) as f64 * 0.9;
        }
        let air = if self.one_line(width, t) { 0.0 } else { 0.2 };
        (lines.max(role) + air) * t.pitch()
    }

    fn set_entry(&self, entry: &Entry, (x, y): (f64, f64), width: f64, t: Type, setting: &mut Setting) {
        let em = width / t.size - self.indent;
        let small = Type { size: SMALL * t.size, lead: t.lead };
        let in_line = Type { lead: t.lead / SMALL, ..small };
        let mut pen = Pen { x, y, runs: &mut setting.runs };
        pen.paragraph(&entry.role, self.indent.max(0.8) / SMALL, in_line, false, Ink::Grey);
        (pen.x, pen.y) = (x + self.indent * t.size, y);
        let ink = if entry.vacant { Ink::LightGrey } else { Ink::Black };
        pen.paragraph(&entry.name, em, t, false, ink);
        if self.one_line(width, t) {
            (pen.x, pen.y) = (pen.x + (self.name + 1.0) * t.size, y);
            pen.paragraph(&entry.affiliation, f64::INFINITY, in_line, false, Ink::Grey);
        } else {
            pen.paragraph(&entry.affiliation, em / SMALL, small, false, Ink::Grey);
        }
    }
}

fn entry(seat: &Seat, measure: &Measure) -> Entry {
    Entry {
        role: Paragraph::name(&seat.role, measure, Weight::Regular),
        name: Paragraph::name(&seat.name, measure, Weight::Regular),
        affiliation: Paragraph::new(&seat.affiliation, measure, Weight::Regular),
        vacant: seat.vacant,
    }
}
