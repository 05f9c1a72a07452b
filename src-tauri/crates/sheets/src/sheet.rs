//! The table itself, and what every way of writing it demands of it.

use chrono::NaiveDate;

use crate::error::{Place, SheetError};

/// Most rows an Excel sheet holds, titles and header included.
pub(crate) const ROW_LIMIT: usize = 1_048_576;
/// Most columns an Excel sheet holds.
pub(crate) const COLUMN_LIMIT: usize = 16_384;
/// Most UTF-16 units an Excel cell holds.
pub(crate) const CELL_LIMIT: usize = 32_767;

/// A table with its title, to be written as one worksheet or one CSV file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The worksheet's name (シート名); also the document's title.
    pub name: String,
    /// Lines above the table. Only in `.xlsx`: a CSV file holds data alone.
    pub title: Vec<String>,
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// The rows; each has one cell per column.
    pub rows: Vec<Vec<Cell>>,
    /// The orientation when printed, always A4.
    pub page: Page,
    /// Text at the left of the printed footer; the page number stands in the
    /// middle. Empty for none.
    pub footer: String,
    /// How a date is shown in `.xlsx`. CSV always has ISO 8601 (2026-04-01),
    /// which a spreadsheet takes for a date.
    pub dates: DateStyle,
    /// The author in the document's properties, for example the council.
    pub author: String,
    /// The day of making in the document's properties. The caller gives it, so
    /// that the same table is the same file.
    pub made_on: NaiveDate,
}

/// A column of a [`Sheet`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The heading (列見出し).
    pub name: String,
    /// Width in half-width characters; a full-width one counts two. See
    /// [`display_width`]. Dates and numbers are widened to what they need.
    pub width: u16,
    /// What the column mostly holds, for its alignment and format.
    pub kind: Kind,
}

/// What a column mostly holds. Any cell may stand in any column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text, left.
    Text,
    /// Short text such as a number of a paper or a mark, centred.
    Mark,
    /// Days, centred.
    Date,
    /// Whole numbers, right.
    Integer,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Text, written as text whatever it looks like (`2-1`, `=A1`, `0467…`).
    Text(String),
    /// A day.
    Date(NaiveDate),
    /// A whole number, exact up to 2^53 either way.
    Integer(i64),
    /// Nothing.
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

/// Orientation of the printed page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// 横.
    Landscape,
    /// 縦.
    Portrait,
}

/// How a day is shown in a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateStyle {
    /// 2026/4/1.
    Slashed,
    /// 令和8年4月1日, by Excel's own Japanese calendar.
    Era,
}

/// Width of the longest line of `text` in half-width characters: everything
/// outside ASCII and the half-width kana counts two.
#[must_use]
pub fn display_width(text: &str) -> u16 {
    let widest = text.lines().map(line_width).max().unwrap_or(0);
    u16::try_from(widest).unwrap_or(u16::MAX)
}

fn line_width(line: &str) -> usize {
    line.chars()
        .map(|c| match c {
            '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{3099}' | '\u{309A}' => 0,
            '\u{0000}'..='\u{02FF}' | '\u{FF61}'..='\u{FF9F}' => 1,
            _ => 2,
        })
        .sum()
}

impl Sheet {
    /// What every format demands: columns, rows of equal length, no control
    /// characters. Excel's own limits are checked by [`crate::xlsx`].
    pub(crate) fn check(&self) -> Result<(), SheetError> {
        if self.columns.is_empty() {
            return Err(SheetError::NoColumns);
        }
        for (line, text) in self.title.iter().enumerate() {
            printable(text, || Place::Title { line })?;
        }
        printable(&self.footer, || Place::Footer)?;
        for column in &self.columns {
            printable(&column.name, || Place::header(column))?;
        }
        self.rows.iter().enumerate().try_for_each(|(row, cells)| self.check_row(row, cells))
    }

    fn check_row(&self, row: usize, cells: &[Cell]) -> Result<(), SheetError> {
        if cells.len() != self.columns.len() {
            return Err(SheetError::RaggedRow { row, expected: self.columns.len(), found: cells.len() });
        }
        for (cell, column) in cells.iter().zip(&self.columns) {
            if let Cell::Text(text) = cell {
                printable(text, || Place::cell(row, column))?;
            }
        }
        Ok(())
    }
}

/// Refuses control characters other than tab and line breaks, and the two code
/// points that are no characters: no spreadsheet keeps them.
fn printable(text: &str, place: impl Fn() -> Place) -> Result<(), SheetError> {
    let bad = |c: &char| match c {
        '\t' | '\n' | '\r' => false,
        '\u{FFFE}' | '\u{FFFF}' => true,
        c => c.is_control(),
    };
    match text.chars().find(bad) {
        None => Ok(()),
        Some(c) => Err(SheetError::ControlCharacter { place: place(), code_point: u32::from(c) }),
    }
}
