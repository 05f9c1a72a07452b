//! How many went which way, as a picture: stops in columns, and between them
//! bands as wide as what went along. Pure: the same input gives the same picture.

use entaku_fonts::{Measure, Weight};
use serde::{Deserialize, Serialize};

use crate::scene::Rect;

/// Width of a stop's bar in mm.
const BAR: f64 = 4.0;
/// Between a bar and its words.
const GAP: f64 = 1.6;
/// Between two stops of a column, beside the room for their words.
const APART: f64 = 1.8;
/// Room for the columns' titles.
const HEAD: f64 = 9.0;
/// Line pitch in type sizes.
const LEAD: f64 = 1.35;

/// How a stop, and what leads to it, is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlowTone {
    /// Where it comes from, or who has it.
    Plain,
    /// On its way.
    Open,
    /// Put off or sent back.
    Waiting,
    /// At its end.
    Done,
}

/// What is to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowInput {
    /// Width of the picture in mm.
    pub width: f64,
    /// Its height in mm.
    pub height: f64,
    /// Type size in mm.
    pub type_size: f64,
    /// The columns from left to right.
    pub columns: Vec<FlowColumn>,
    /// What went from each stop of the first column through each of the next: a
    /// place in every column, and how many.
    pub ways: Vec<FlowWay>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowColumn {
    /// What stands in it.
    pub title: String,
    /// Its stops from top to bottom, those too that nothing came to.
    pub stops: Vec<FlowStop>,
}

/// A stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowStop {
    /// Its words, the number among them: みえるか会議　8件.
    pub label: String,
    /// Its look.
    pub tone: FlowTone,
}

/// A way through all columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowWay {
    /// The stop in each column, counted from 0.
    pub stops: Vec<usize>,
    /// How many went along.
    pub count: u32,
}

/// The side on which a line of words ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlowAnchor {
    /// It begins at its point.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// A line of words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FlowText {
    /// Its point, in mm from the left.
    pub x: f64,
    /// Baseline, in mm from the top.
    pub y: f64,
    /// Which part of it stands at the point.
    pub anchor: FlowAnchor,
    /// Bold rather than regular.
    pub bold: bool,
    /// The words.
    pub text: String,
}

/// A stop that is placed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FlowBar {
    /// Where.
    pub rect: Rect,
    /// Its look.
    pub tone: FlowTone,
}

/// What went from one stop to one of the next column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FlowBand {
    /// Left end, in mm.
    pub x0: f64,
    /// Upper corner at the left.
    pub y0: f64,
    /// Right end.
    pub x1: f64,
    /// Upper corner at the right.
    pub y1: f64,
    /// How wide it is, in mm.
    pub thick: f64,
    /// Its look.
    pub tone: FlowTone,
}

/// A placed picture. All lengths are mm from its top left corner.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FlowPicture {
    /// Its width.
    pub width: f64,
    /// Its height, which is what was asked for, or more where the words need it.
    pub height: f64,
    /// Type size in mm.
    pub type_size: f64,
    /// The bands, which lie below.
    pub bands: Vec<FlowBand>,
    /// The bars.
    pub bars: Vec<FlowBar>,
    /// All words.
    pub texts: Vec<FlowText>,
}

/// Places the picture.
pub fn flow_picture(input: &FlowInput) -> FlowPicture {
    let plan = Plan::new(input);
    let mut picture =
        FlowPicture { width: input.width, height: plan.height, type_size: input.type_size, ..FlowPicture::default() };
    let bars: Vec<Vec<Rect>> = (0..input.columns.len()).map(|column| plan.bars(column)).collect();
    for (at, column) in input.columns.iter().enumerate() {
        picture.texts.push(plan.title(at, column));
        for ((stop, rect), lines) in column.stops.iter().zip(&bars[at]).zip(&plan.lines[at]) {
            if rect.h > 0.0 {
                picture.bars.push(FlowBar { rect: *rect, tone: stop.tone });
                picture.texts.extend(plan.words(at, rect, lines));
            }
        }
    }
    picture.bands = (1..input.columns.len()).flat_map(|right| plan.bands(right, &bars)).collect();
    picture
}

/// What is known before anything is placed.
struct Plan<'a> {
    input: &'a FlowInput,
    /// How many came to each stop.
    counts: Vec<Vec<u32>>,
    /// The words of each stop, broken.
    lines: Vec<Vec<Vec<String>>>,
    /// mm for one.
    unit: f64,
    /// Height of the picture.
    height: f64,
    /// Room for words at the left of the first column.
    left: f64,
    /// Room for words at the right of the last.
    right: f64,
}

impl<'a> Plan<'a> {
    fn new(input: &'a FlowInput) -> Self {
        let counts = counts(input);
        let most = input.width * 0.24;
        let measure = Measure::new();
        let lines: Vec<Vec<Vec<String>>> = input
            .columns
            .iter()
            .map(|c| c.stops.iter().map(|s| broken(&s.label, most, input.type_size, measure)).collect())
            .collect();
        let widest = |at: usize| {
            let of = lines.get(at).into_iter().flatten().zip(counts.get(at).into_iter().flatten());
            let seen = of.filter(|(_, count)| **count > 0).flat_map(|(lines, _)| lines);
            seen.map(|line| measure.width(line, input.type_size, Weight::Regular)).fold(0.0, f64::max)
        };
        let (left, right) = (widest(0) + GAP, widest(input.columns.len().saturating_sub(1)) + GAP);
        let mut plan = Self { input, counts, lines, unit: 0.0, height: input.height, left, right };
        let bare = (0..input.columns.len()).map(|at| plan.column_height(at)).fold(0.0, f64::max);
        plan.height = input.height.max(bare + HEAD);
        plan.unit = plan.largest_unit();
        plan
    }

    /// The largest unit at which every column has room.
    fn largest_unit(&mut self) -> f64 {
        let total: u32 = self.input.ways.iter().map(|w| w.count).sum();
        let room = self.height - HEAD;
        let (mut low, mut high) = (0.0, room / f64::from(total.max(1)));
        for _ in 0..40 {
            self.unit = f64::midpoint(low, high);
            let tallest = (0..self.input.columns.len()).map(|at| self.column_height(at)).fold(0.0, f64::max);
            if tallest <= room { low = self.unit } else { high = self.unit }
        }
        low
    }

    /// The height of a stop with its words.
    fn room(&self, column: usize, stop: usize) -> f64 {
        let words = to_f64(self.lines[column][stop].len()) * self.input.type_size * LEAD;
        (f64::from(self.counts[column][stop]) * self.unit).max(words)
    }

    fn seen(&self, column: usize) -> impl Iterator<Item = usize> + '_ {
        self.counts[column].iter().enumerate().filter(|(_, count)| **count > 0).map(|(at, _)| at)
    }

    fn column_height(&self, column: usize) -> f64 {
        let rooms: f64 = self.seen(column).map(|stop| self.room(column, stop) + APART).sum();
        (rooms - APART).max(0.0)
    }

    fn x(&self, column: usize) -> f64 {
        let last = to_f64(self.input.columns.len().saturating_sub(1)).max(1.0);
        let way = self.input.width - self.left - self.right - BAR;
        self.left + way * to_f64(column) / last
    }

    /// The bars of a column; one without height where nothing came.
    fn bars(&self, column: usize) -> Vec<Rect> {
        let free = (self.height - HEAD - self.column_height(column)).max(0.0);
        let count = to_f64(self.seen(column).count()).max(1.0);
        let apart = APART + (free / count).min(APART * 3.0);
        let mut y = HEAD + (free - (apart - APART) * (count - 1.0)).max(0.0) / 2.0;
        let mut bars = Vec::with_capacity(self.counts[column].len());
        for (stop, count) in self.counts[column].iter().enumerate() {
            if *count == 0 {
                bars.push(Rect::default());
                continue;
            }
            let (room, h) = (self.room(column, stop), f64::from(*count) * self.unit);
            bars.push(Rect { x: self.x(column), y: y + (room - h) / 2.0, w: BAR, h });
            y += room + apart;
        }
        bars
    }

    fn title(&self, at: usize, column: &FlowColumn) -> FlowText {
        let last = self.input.columns.len().saturating_sub(1);
        let (x, anchor) = match at {
            0 => (0.0, FlowAnchor::Start),
            at if at == last => (self.input.width, FlowAnchor::End),
            at => (self.x(at) + BAR / 2.0, FlowAnchor::Middle),
        };
        FlowText { x, y: self.input.type_size * 1.2, anchor, bold: true, text: column.title.clone() }
    }

    /// The words of a stop: outside the outer columns, at the right of the others.
    fn words(&self, column: usize, bar: &Rect, lines: &[String]) -> Vec<FlowText> {
        let size = self.input.type_size;
        let pitch = size * LEAD;
        let top = bar.y + bar.h / 2.0 - to_f64(lines.len()) * pitch / 2.0;
        let (x, anchor) =
            if column == 0 { (bar.x - GAP, FlowAnchor::End) } else { (bar.x + bar.w + GAP, FlowAnchor::Start) };
        let line = |(at, text): (usize, &String)| FlowText {
            x,
            y: top + to_f64(at) * pitch + pitch / 2.0 + size * 0.36,
            anchor,
            bold: false,
            text: text.clone(),
        };
        lines.iter().enumerate().map(line).collect()
    }

    /// The bands that end in a column: at each bar in the order of the bars at their other end.
    fn bands(&self, right: usize, bars: &[Vec<Rect>]) -> Vec<FlowBand> {
        let (from, to) = (&bars[right - 1], &bars[right]);
        let mut used = vec![0.0; to.len()];
        let mut bands = Vec::new();
        for (a, start) in from.iter().enumerate() {
            let mut below = 0.0;
            for (b, end) in to.iter().enumerate() {
                let thick = f64::from(self.between(right, a, b)) * self.unit;
                if thick <= 0.0 {
                    continue;
                }
                let tone = self.input.columns[right].stops[b].tone;
                let (y0, y1) = (start.y + below, end.y + used[b]);
                bands.push(FlowBand { x0: start.x + start.w, y0, x1: end.x, y1, thick, tone });
                below += thick;
                used[b] += thick;
            }
        }
        bands
    }

    fn between(&self, right: usize, a: usize, b: usize) -> u32 {
        let along = |w: &&FlowWay| w.stops.get(right - 1) == Some(&a) && w.stops.get(right) == Some(&b);
        self.input.ways.iter().filter(along).map(|w| w.count).sum()
    }
}

fn counts(input: &FlowInput) -> Vec<Vec<u32>> {
    let of = |column: usize, stop: usize| {
        input.ways.iter().filter(|w| w.stops.get(column) == Some(&stop)).map(|w| w.count).sum()
    };
    let columns = input.columns.iter().enumerate();
    columns.map(|(at, c)| (0..c.stops.len()).map(|stop| of(at, stop)).collect()).collect()
}

/// Words in lines that are no wider than `most`, broken before the number or anywhere.
fn broken(label: &str, most: f64, size: f64, measure: Measure) -> Vec<String> {
    let fits = |text: &str| measure.width(text, size, Weight::Regular) <= most;
    if fits(label) {
        return vec![label.to_owned()];
    }
    let mut lines: Vec<String> = Vec::new();
    for part in label.split_inclusive('\u{3000}') {
        match lines.last_mut() {
            Some(line) if fits(&format!("{line}{part}")) => line.push_str(part),
            _ => lines.push(String::new()),
        }
        let begun = lines.last().is_some_and(String::is_empty);
        if begun {
            lines.pop();
            lines.extend(by_character(part, fits));
        }
    }
    lines.iter().map(|line| line.trim_end_matches('\u{3000}').to_owned()).collect()
}

fn by_character(text: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let mut lines = vec![String::new()];
    for c in text.chars() {
        let last = lines.len() - 1;
        let longer = format!("{}{c}", lines[last]);
        if lines[last].is_empty() || entaku_fonts::is_zero_width(c) || fits(&longer) {
            lines[last] = longer;
        } else {
            lines.push(c.to_string());
        }
    }
    lines
}

/// A count of lines, columns or stops, which are few.
fn to_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn input(ways: &[([usize; 3], u32)]) -> FlowInput {
        let column = |title: &str, count: usize, tone| FlowColumn {
            title: title.to_owned(),
            stops: (0..count).map(|n| FlowStop { label: format!("会議体{n}　4件"), tone }).collect(),
        };
        FlowInput {
            width: 170.0,
            height: 100.0,
            type_size: 3.0,
            columns: vec![
                column("発生元", 6, FlowTone::Plain),
                column("担当", 5, FlowTone::Plain),
                column("段階", 6, FlowTone::Open),
            ],
            ways: ways.iter().map(|(stops, count)| FlowWay { stops: stops.to_vec(), count: *count }).collect(),
        }
    }

    #[test]
    fn bars_are_as_high_as_what_came_and_lie_apart() {
        let picture = flow_picture(&input(&[([0, 0, 0], 3), ([0, 1, 5], 6), ([4, 1, 0], 1)]));
        assert_eq!((picture.bars.len(), picture.bands.len()), (2 + 2 + 2, 3 + 3));
        let unit = picture.bars[0].rect.h / 9.0;
        assert!((picture.bars[1].rect.h - unit).abs() < 1e-9);
        for pair in picture.bars.windows(2).filter(|p| p[0].rect.x == p[1].rect.x) {
            assert!(pair[0].rect.y + pair[0].rect.h < pair[1].rect.y);
        }
        for bar in &picture.bars {
            assert!(bar.rect.y >= 0.0 && bar.rect.y + bar.rect.h <= picture.height + 1e-9);
            assert!(bar.rect.x > 0.0 && bar.rect.x + bar.rect.w < picture.width);
        }
    }

    #[test]
    fn what_comes_to_a_stop_leaves_it_again() {
        let picture = flow_picture(&input(&[([0, 2, 0], 3), ([1, 2, 5], 6), ([4, 2, 3], 2)]));
        let middle = picture.bars.iter().find(|b| (b.rect.h - 11.0 * picture.bars[0].rect.h / 3.0).abs() < 1e-6);
        let middle = middle.unwrap().rect;
        let into: f64 = picture.bands.iter().filter(|b| b.x1 == middle.x).map(|b| b.thick).sum();
        let out: f64 = picture.bands.iter().filter(|b| b.x0 == middle.x + middle.w).map(|b| b.thick).sum();
        assert!((into - middle.h).abs() < 1e-9 && (out - middle.h).abs() < 1e-9);
    }

    #[test]
    fn nothing_and_very_many_are_pictures_too() {
        let none = flow_picture(&input(&[]));
        assert!(none.bars.is_empty() && none.bands.is_empty() && none.texts.len() == 3);
        let many: Vec<([usize; 3], u32)> = (0..6).map(|n| ([n, n % 5, n], 900)).collect();
        let picture = flow_picture(&input(&many));
        assert!(picture.bars.iter().all(|b| b.rect.y + b.rect.h <= picture.height + 1e-6));
    }

    #[test]
    fn long_words_are_broken_and_none_is_lost() {
        let mut long = input(&[([0, 0, 0], 1)]);
        let label = "移動と外出と買い物と通院を考える作業部会　12件";
        long.columns[1].stops[0].label = label.to_owned();
        let texts = flow_picture(&long).texts;
        let said: String = texts.iter().map(|t| t.text.as_str()).collect();
        assert!(said.contains("12件"));
        assert!(texts.iter().all(|t| Measure::new().width(&t.text, 3.0, Weight::Regular) <= 170.0 * 0.24 + 0.1));
    }
}
