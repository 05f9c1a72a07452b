//! Breaks Japanese text into lines by the line breaking rules (禁則), with
//! measured advances.
//!
//! A paragraph is cut once at its break opportunities; the cuts are kept with
//! cumulative widths in em, so that breaking again at another width or type
//! size is a walk over numbers and the search over type sizes stays cheap.

use entaku_fonts::{Measure, Weight, is_zero_width};
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

/// A word longer than this is cut between characters: 500 letters without a
/// space must not leave their box.
const LONGEST_PIECE_EM: f64 = 6.0;

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
    /// Control characters become spaces: a box knows no line feeds.
    pub(crate) fn new(text: &str, measure: &Measure, weight: Weight) -> Self {
        let text: String =
            text.trim().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let mut paragraph = Self { text, pieces: Vec::new() };
        let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
        let breaks: Vec<usize> = segmenter.segment_str(&paragraph.text).collect();
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
            if let (Some(first), Some(last)) = (self.pieces.get(start), self.pieces.get(end - 1)) {
                let text = self.text.get(first.start..last.end).unwrap_or_default();
                lines.push(Line { text, em: last.to - first.from });
            }
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

    /// Em of the widest line when broken at a width.
    pub(crate) fn widest(&self, em: f64) -> f64 {
        self.lines(em).iter().map(|line| line.em).fold(0.0, f64::max)
    }

    /// The same number of lines as at `em`, but as even as can be: for labels.
    pub(crate) fn even(&self, em: f64) -> Vec<Line<'_>> {
        let count = self.count(em);
        let (mut low, mut high) = (em / 2.0_f64.max(count as f64), em);
        for _ in 0..12 {
            let middle = f64::midpoint(low, high);
            if self.count(middle) <= count { high = middle } else { low = middle }
        }
        self.lines(high)
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
        let [.., before, cut, end] = *[0].iter().chain(ends.iter()).copied().collect::<Vec<_>>()
        else {
            return;
        };
        let width = |from: usize, to: usize| match (self.pieces.get(from), self.pieces.get(to - 1)) {
            (Some(first), Some(last)) => last.to - first.from,
            _ => 0.0,
        };
        if width(cut, end) > SHORTEST_LAST_EM || cut < before + 5 {
            return;
        }
        let slot = ends.len() - 2;
        if let Some(slot) = ends.get_mut(slot) {
            *slot = cut - 2;
        }
    }
}
