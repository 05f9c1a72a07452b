//! Breaks Japanese text into lines by the line breaking rules (禁則), with
//! measured advances.
//!
//! A paragraph is cut once at its break opportunities; the cuts are kept with
//! cumulative widths in em, so that breaking again at another width or type
//! size is a walk over numbers and the search over type sizes stays cheap.

use entaku_fonts::{Measure, Weight, is_zero_width};
use icu_segmenter::options::{LineBreakOptions, WordBreakInvariantOptions};
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed, WordSegmenter};

/// A word longer than this is cut between characters: 500 letters without a
/// space must not leave their box.
const LONGEST_PIECE_EM: f64 = 8.5;

/// A last line narrower than this takes characters from the line before.
const SHORTEST_LAST_EM: f64 = 1.6;

/// Text that can be broken into lines.
#[derive(Clone, Debug)]
pub(crate) struct Paragraph {
    text: String,
    pieces: Vec<Piece>,
}

/// The text between two break opportunities.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Bytes, without white space at the end.
    start: usize,
    end: usize,
    /// Em from the start of the paragraph.
    from: f64,
    to: f64,
}

/// One line of a broken paragraph.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Line<'a> {
    pub(crate) text: &'a str,
    pub(crate) em: f64,
}

impl Paragraph {
    /// Running text. Control characters become spaces: a box knows no line
    /// feeds.
    pub(crate) fn new(text: &str, measure: &Measure, weight: Weight) -> Self {
        let text = clean(text);
        let breaks = segmenter().segment_str(&text).filter(|&at| !splits_word(&text, at)).collect();
        Self::cut(text, breaks, measure, weight)
    }

    /// A name or a label: broken between words only, found by dictionary.
    pub(crate) fn name(text: &str, measure: &Measure, weight: Weight) -> Self {
        let text = clean(text);
        let words: Vec<usize> =
            WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()).segment_str(&text).collect();
        let breaks = segmenter().segment_str(&text).filter(|at| words.binary_search(at).is_ok()).collect();
        Self::cut(text, breaks, measure, weight)
    }

    fn cut(text: String, breaks: Vec<usize>, measure: &Measure, weight: Weight) -> Self {
        let mut paragraph = Self { text, pieces: Vec::new() };
        let mut at = 0.0;
        for pair in breaks.windows(2) {
            if let [start, end] = *pair {
                at = paragraph.push(start, end, at, measure, weight);
            }
        }
        paragraph
    }

    /// Adds one piece, cut further where it is too long; returns the em after it.
    fn push(&mut self, start: usize, end: usize, at: f64, measure: &Measure, weight: Weight) -> f64 {
        let Some(whole) = self.text.get(start..end) else { return at };
        let trimmed = whole.trim_end().len();
        let mut piece = Piece { start, end: start, from: at, to: at };
        let mut now = at;
        let mut pieces = Vec::new();
        for (offset, c) in whole.char_indices() {
            let em = measure.em(c.encode_utf8(&mut [0; 4]), weight);
            if now + em - piece.from > LONGEST_PIECE_EM && offset < trimmed && !is_zero_width(c) {
                pieces.push(piece);
                piece = Piece { start: start + offset, end: start + offset, from: now, to: now };
            }
            now += em;
            if offset < trimmed {
                piece.end = start + offset + c.len_utf8();
                piece.to = now;
            }
        }
        pieces.push(piece);
        self.pieces.extend(pieces);
        now
    }

    /// Em of the widest part that cannot be broken.
    pub(crate) fn hardest(&self) -> f64 {
        self.pieces.iter().map(|piece| piece.to - piece.from).fold(0.0, f64::max)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Width in em on one line.
    pub(crate) fn em(&self) -> f64 {
        self.pieces.last().map_or(0.0, |piece| piece.to)
    }

    /// Lines no wider than `em`, and the widest em among them.
    pub(crate) fn lines(&self, em: f64) -> Vec<Line<'_>> {
        let ends = self.ends(em);
        let mut start = 0;
        let mut lines = Vec::with_capacity(ends.len());
        for end in ends {
            lines.push(self.between(start, end));
            start = end;
        }
        lines
    }

    /// How many lines at a width.
    pub(crate) fn count(&self, em: f64) -> usize {
        let (mut start, mut lines) = (0, 0);
        while start < self.pieces.len() {
            start = self.fill(start, em);
            lines += 1;
        }
        lines
    }

    /// Em of the widest line when broken evenly at a width.
    pub(crate) fn widest(&self, em: f64) -> f64 {
        self.even(em).iter().map(|line| line.em).fold(0.0, f64::max)
    }

    /// Lines for names and labels: parted before a bracket where both parts
    /// nearly fit, else as even as can be.
    pub(crate) fn even(&self, em: f64) -> Vec<Line<'_>> {
        let count = self.count(em);
        if count < 2 {
            return self.lines(em);
        }
        let bracket = (1..self.pieces.len()).find(|&at| self.opens_bracket(at));
        if let Some(at) = bracket {
            let (first, second) = (self.between(0, at), self.between(at, self.pieces.len()));
            if count == 2 && first.em.max(second.em) <= em {
                return vec![first, second];
            }
        }
        let (mut low, mut high) = (em / 2.0_f64.max(count as f64), em);
        for _ in 0..12 {
            let middle = f64::midpoint(low, high);
            if self.count(middle) <= count { high = middle } else { low = middle }
        }
        self.lines(high)
    }

    /// The pieces from `start` to before `end` as one line.
    fn between(&self, start: usize, end: usize) -> Line<'_> {
        match (self.pieces.get(start), self.pieces.get(end.saturating_sub(1))) {
            (Some(first), Some(last)) => {
                Line { text: self.text.get(first.start..last.end).unwrap_or_default(), em: last.to - first.from }
            }
            _ => Line { text: "", em: 0.0 },
        }
    }

    fn opens_bracket(&self, at: usize) -> bool {
        let rest = self.pieces.get(at).and_then(|piece| self.text.get(piece.start..));
        rest.is_some_and(|rest| rest.starts_with(['（', '(', '「', '［']))
    }

    /// Index after the last piece of a line that begins with piece `start`.
    fn fill(&self, start: usize, em: f64) -> usize {
        let Some(first) = self.pieces.get(start) else { return start + 1 };
        let limit = first.from + em + 1e-6;
        let rest = self.pieces.get(start..).unwrap_or_default();
        start + rest.partition_point(|piece| piece.to <= limit).max(1)
    }

    fn ends(&self, em: f64) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut start = 0;
        while start < self.pieces.len() {
            start = self.fill(start, em);
            ends.push(start);
        }
        self.feed_last(&mut ends);
        ends
    }

    /// Never leaves one lonely character on the last line.
    fn feed_last(&self, ends: &mut [usize]) {
        let [.., before, cut, end] = *[0].iter().chain(ends.iter()).copied().collect::<Vec<_>>() else {
            return;
        };
        if self.between(cut, end).em > SHORTEST_LAST_EM || cut < before + 5 {
            return;
        }
        let slot = ends.len() - 2;
        if let Some(slot) = ends.get_mut(slot) {
            *slot = cut - 2;
        }
    }
}

/// The strict rules, which are the default.
fn segmenter() -> LineSegmenterBorrowed<'static> {
    LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default())
}

fn clean(text: &str) -> String {
    text.trim().chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Whether a break would fall inside a katakana word, which no rule forbids
/// but no reader likes. Words too long for a line are cut all the same.
fn splits_word(text: &str, at: usize) -> bool {
    let is_katakana = |c: char| matches!(c, 'ァ'..='ヺ' | 'ー');
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    before.chars().next_back().is_some_and(is_katakana) && after.chars().next().is_some_and(is_katakana)
}
