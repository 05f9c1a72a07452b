//! The text of one box: its title line and its sections, set in columns.

use entaku_fonts::{Measure, Weight};

use crate::breaking::{Line, Paragraph};
use crate::graph::{Detail, Node, NodeKind, Section};
use crate::scene::{Ink, Rect, TextRun};

/// Type size in mm and line pitch in type sizes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Type {
    pub(crate) size: f64,
    pub(crate) lead: f64,
}

impl Type {
    pub(crate) fn pitch(self) -> f64 {
        self.size * self.lead
    }
}

/// Sizes of a box's parts, in sizes of the running text.
const NAME: f64 = 1.2;
const SMALL: f64 = 0.92;
const SIDE_PAD: f64 = 0.8;
const BAND_PAD: f64 = 0.28;
const TEXT_PAD: f64 = 0.5;
const COLUMN_GAP: f64 = 1.8;
const NARROWEST_COLUMN: f64 = 14.0;
const PART_GAP: f64 = 0.4;
const MOST_COLUMNS: usize = 5;

/// A box's text, ready to be set at any width.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    name: Paragraph,
    note: Paragraph,
    badge: Paragraph,
    parts: Vec<Part>,
    /// A single section is divided between its items, several between sections.
    divisible: bool,
    /// Em below which its text is not set.
    narrowest: f64,
    /// A group's title stays on top; a box without text has it in the middle.
    holds: bool,
}

/// What must not be divided between columns.
#[derive(Clone, Debug)]
struct Part {
    heading: Option<Paragraph>,
    items: Vec<Hanging>,
}

#[derive(Clone, Debug)]
struct Hanging {
    mark: String,
    mark_em: f64,
    body: Paragraph,
}

/// Text set in a box.
#[derive(Clone, Debug, Default)]
pub(crate) struct Setting {
    pub(crate) runs: Vec<TextRun>,
    /// Height of the title band.
    pub(crate) band: f64,
}

/// How the parts stand in columns.
struct Columns {
    width: f64,
    /// Index after the last part of each column.
    ends: Vec<usize>,
    height: f64,
}

impl Block {
    pub(crate) fn new(node: &Node, detail: Detail, measure: &Measure) -> Self {
        let shown: Vec<&Section> = node
            .sections
            .iter()
            .filter(|section| section.detail <= detail)
            .filter(|section| !section.items.is_empty() || !section.heading.is_empty())
            .collect();
        let parts = match shown.as_slice() {
            [only] => split(only, measure),
            several => several.iter().map(|section| whole(section, measure)).collect(),
        };
        Self {
            name: Paragraph::name(&node.name, measure, Weight::Bold),
            note: Paragraph::name(&node.note, measure, Weight::Regular),
            badge: Paragraph::new(&node.badge, measure, Weight::Regular),
            narrowest: if node.kind == NodeKind::City { 9.0 } else { 11.0 },
            holds: node.kind == NodeKind::Group,
            divisible: shown.len() == 1,
            parts,
        }
    }

    /// Least height at a width.
    pub(crate) fn height(&self, width: f64, t: Type) -> f64 {
        let band = self.band(width, t);
        if self.parts.is_empty() {
            return band;
        }
        band + self.columns(width - 2.0 * SIDE_PAD * t.size, t).height + 2.0 * TEXT_PAD * t.size
    }

    /// Least width that sets the name in at most two lines and no text
    /// narrower than a column may be.
    pub(crate) fn least_width(&self, t: Type) -> f64 {
        let name = (self.name.em() * NAME / 2.0 + 1.0).clamp(5.0, 16.0).max(self.name.hardest() * NAME);
        let small = self.note.hardest().max(self.badge.hardest()) * SMALL;
        let parts = self.parts.iter().map(Part::hardest).fold(0.0, f64::max);
        let text = if self.parts.is_empty() { 7.0 } else { self.narrowest };
        (name.max(text).max(small).max(parts) + 2.0 * SIDE_PAD) * t.size
    }

    /// Sets the text at the top of a rectangle.
    pub(crate) fn set(&self, rect: Rect, t: Type) -> Setting {
        let mut setting = Setting { runs: Vec::new(), band: self.band(rect.w, t) };
        if self.parts.is_empty() && !self.holds {
            let middle = rect.y + (rect.h - setting.band) / 2.0;
            self.set_title(Rect { y: middle, ..rect }, t, &mut setting.runs);
            return Setting { band: rect.h, ..setting };
        }
        self.set_title(rect, t, &mut setting.runs);
        let pad = SIDE_PAD * t.size;
        let columns = self.columns(rect.w - 2.0 * pad, t);
        let top = rect.y + setting.band + TEXT_PAD * t.size;
        let mut first = 0;
        for (index, &end) in columns.ends.iter().enumerate() {
            let x = rect.x + pad + index as f64 * (columns.width + COLUMN_GAP * t.size);
            let mut y = top;
            for part in self.parts.get(first..end).unwrap_or_default() {
                y = part.set(x, y, columns.width, t, &mut setting.runs) + self.part_gap(t);
            }
            first = end;
        }
        setting
    }

    fn part_gap(&self, t: Type) -> f64 {
        if self.divisible { 0.0 } else { PART_GAP * t.pitch() }
    }

    /// Whether name, note and badge share one line.
    fn title_fits(&self, width: f64, t: Type) -> bool {
        let small = |p: &Paragraph| if p.is_empty() { 0.0 } else { p.em() * SMALL + 1.0 };
        let em = self.name.em() * NAME + small(&self.note) + small(&self.badge);
        em * t.size <= width - 2.0 * SIDE_PAD * t.size
    }

    /// Whether note and badge share the line under the name.
    fn small_fits(&self, inner: f64) -> bool {
        !self.note.is_empty() && !self.badge.is_empty() && self.note.em() + 1.0 + self.badge.em() <= inner / SMALL
    }

    fn band(&self, width: f64, t: Type) -> f64 {
        let inner = width / t.size - 2.0 * SIDE_PAD;
        let name = NAME * 1.35 * t.size;
        let pad = 2.0 * BAND_PAD * t.size;
        if self.title_fits(width, t) {
            return name + pad;
        }
        let lines = self.note.count(inner / SMALL) + self.badge.count(inner / SMALL);
        let small = if self.small_fits(inner) { 1.0 } else { lines as f64 };
        self.name.even(inner / NAME).len() as f64 * name + small * SMALL * 1.4 * t.size + pad
    }

    fn set_title(&self, rect: Rect, t: Type, runs: &mut Vec<TextRun>) {
        let pad = SIDE_PAD * t.size;
        let inner = rect.w / t.size - 2.0 * SIDE_PAD;
        let left = rect.x + pad;
        let mut pen = Pen { x: left, y: rect.y + BAND_PAD * t.size, runs };
        let style = |size: f64, lead: f64| (Type { size: size * t.size, lead }, inner / size);
        let (name, name_em) = style(NAME, 1.35);
        let (small, small_em) = style(SMALL, 1.4);
        if !self.title_fits(rect.w, t) {
            pen.lines(&self.name.even(name_em), name, true, Ink::Black);
            let top = pen.y;
            pen.paragraph(&self.note, small_em, small, false, Ink::Black);
            if self.small_fits(inner) {
                (pen.x, pen.y) = (left + (self.note.em() + 1.0) * small.size, top);
            }
            pen.paragraph(&self.badge, small_em, small, false, Ink::Grey);
            return;
        }
        pen.paragraph(&self.name, f64::INFINITY, name, true, Ink::Black);
        let baseline = pen.runs.last().map_or(rect.y, |run| run.y);
        let after = left + self.name.em() * name.size + 0.6 * t.size;
        let at_right = rect.x + rect.w - pad - self.badge.em() * small.size;
        for (text, x, ink) in [(&self.note, after, Ink::Black), (&self.badge, at_right, Ink::Grey)] {
            for line in text.lines(f64::INFINITY) {
                pen.runs.push(run(x, baseline, line.text, line.em, small.size, false, ink, true));
            }
        }
    }

    /// As few columns as give the least height.
    fn columns(&self, inner: f64, t: Type) -> Columns {
        let gap = COLUMN_GAP * t.size;
        let fit = ((inner + gap) / (NARROWEST_COLUMN * t.size + gap)).floor().max(1.0) as usize;
        let most = fit.min(self.parts.len()).clamp(1, MOST_COLUMNS);
        let mut best: Option<Columns> = None;
        for count in 1..=most {
            let width = (inner - gap * (count - 1) as f64) / count as f64;
            let columns = self.divide(count, width, t);
            let better = best.as_ref().is_none_or(|b| columns.height < b.height - 0.3 * t.size);
            if better {
                best = Some(columns);
            }
        }
        best.unwrap_or(Columns { width: inner, ends: Vec::new(), height: 0.0 })
    }

    /// Divides the parts, in order, into at most `count` columns so that the
    /// tallest is as low as can be.
    fn divide(&self, count: usize, width: f64, t: Type) -> Columns {
        let heights: Vec<f64> = self.parts.iter().map(|part| part.height(width, t)).collect();
        let gap = self.part_gap(t);
        let mut limit = heights.iter().copied().fold(0.0, f64::max);
        loop {
            let (ends, height, over) = pour(&heights, gap, limit);
            if ends.len() <= count {
                return Columns { width, ends, height };
            }
            limit = over;
        }
    }
}

/// Fills columns no taller than `limit`; also the least limit above it that
/// would change the result.
pub(crate) fn pour(heights: &[f64], gap: f64, limit: f64) -> (Vec<usize>, f64, f64) {
    let (mut ends, mut tallest, mut over) = (Vec::new(), 0.0_f64, f64::INFINITY);
    let mut column = 0.0;
    for (index, height) in heights.iter().enumerate() {
        let next = if column > 0.0 { column + gap + height } else { *height };
        if column > 0.0 && next > limit + 1e-9 {
            over = over.min(next);
            ends.push(index);
            tallest = tallest.max(column);
            column = *height;
        } else {
            column = next;
        }
    }
    if !heights.is_empty() {
        ends.push(heights.len());
    }
    (ends, tallest.max(column), over)
}

fn whole(section: &Section, measure: &Measure) -> Part {
    let items: Vec<Hanging> = section
        .items
        .iter()
        .map(|item| Hanging {
            mark: item.mark.clone(),
            mark_em: measure.em(&item.mark, Weight::Regular),
            body: Paragraph::new(&item.text, measure, Weight::Regular),
        })
        .collect();
    let heading = Paragraph::new(&section.heading, measure, Weight::Bold);
    Part { heading: Some(heading).filter(|h| !h.is_empty()), items }
}

/// A section as one part per item, the heading with the first.
fn split(section: &Section, measure: &Measure) -> Vec<Part> {
    let Part { mut heading, items } = whole(section, measure);
    if items.len() < 4 {
        return vec![Part { heading, items }];
    }
    items.into_iter().map(|item| Part { heading: heading.take(), items: vec![item] }).collect()
}

impl Hanging {
    /// Em before the text.
    fn indent(&self) -> f64 {
        if self.mark.is_empty() { 0.0 } else { self.mark_em + 0.25 }
    }
}

impl Part {
    fn hardest(&self) -> f64 {
        let items = self.items.iter().map(|item| item.indent() + item.body.hardest());
        let heading = self.heading.as_ref().map_or(0.0, Paragraph::hardest);
        items.fold(heading, f64::max)
    }

    fn height(&self, width: f64, t: Type) -> f64 {
        let em = width / t.size;
        let heading = self.heading.as_ref().map_or(0, |heading| heading.count(em));
        let items: usize = self.items.iter().map(|item| item.body.count(em - item.indent()).max(1)).sum();
        (heading + items) as f64 * t.pitch()
    }

    /// Returns the y under the part.
    fn set(&self, x: f64, y: f64, width: f64, t: Type, runs: &mut Vec<TextRun>) -> f64 {
        let em = width / t.size;
        let mut pen = Pen { x, y, runs };
        if let Some(heading) = &self.heading {
            pen.paragraph(heading, em, t, true, Ink::Black);
        }
        for item in &self.items {
            let indent = item.indent();
            if !item.mark.is_empty() {
                let mark = run(x, pen.baseline(t), &item.mark, item.mark_em, t.size, false, Ink::Black, true);
                pen.runs.push(mark);
            }
            pen.x = x + indent * t.size;
            let first = pen.runs.len();
            pen.paragraph(&item.body, em - indent, t, false, Ink::Black);
            if item.body.is_empty() {
                pen.y += t.pitch();
            }
            if let Some(run) = pen.runs.get_mut(first) {
                run.opens = item.mark.is_empty();
            }
            pen.x = x;
        }
        pen.y
    }
}

/// Writes lines downwards.
pub(crate) struct Pen<'a> {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) runs: &'a mut Vec<TextRun>,
}

impl Pen<'_> {
    pub(crate) fn baseline(&self, t: Type) -> f64 {
        self.y + (t.pitch() - t.size) / 2.0 + 0.88 * t.size
    }

    pub(crate) fn paragraph(&mut self, text: &Paragraph, em: f64, t: Type, bold: bool, ink: Ink) {
        self.lines(&text.lines(em), t, bold, ink);
    }

    fn lines(&mut self, lines: &[Line<'_>], t: Type, bold: bool, ink: Ink) {
        for (index, line) in lines.iter().enumerate() {
            let opens = index == 0;
            let y = self.baseline(t);
            self.runs.push(run(self.x, y, line.text, line.em, t.size, bold, ink, opens));
            self.y += t.pitch();
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "one place that fills a flat record")]
pub(crate) fn run(x: f64, y: f64, text: &str, em: f64, size: f64, bold: bool, ink: Ink, opens: bool) -> TextRun {
    TextRun { x, y, width: em * size, size, bold, ink, text: text.to_owned(), opens }
}
