//! Tables from outside: `.xlsx`, `.xlsm`, `.xls`, `.ods` and CSV as plain cells with
//! their addresses. What a cell means is the caller's business; here it is only told
//! what stands in it, and what a file is that is no table.
//!
//! Memory is bounded: a file has at most [`FILE_LIMIT`] bytes, unpacks to at most
//! 200 MB, and has at most half a million filled cells; empty ones cost nothing.

mod delimited;
mod merged;
mod text;
mod workbook;

use chrono::NaiveDate;

pub use text::{Doubt, DoubtLine, Encoding};

/// The characters of a text file that is no table. Nothing is guessed; where the user has
/// chosen, bytes without a character become U+FFFD, and none is skipped.
///
/// # Errors
/// [`ReadError::Empty`]; [`ReadError::Encoding`] where two readings are possible, or none.
pub fn plain_text(bytes: &[u8], wish: Option<Encoding>) -> Result<(String, Encoding), ReadError> {
    if bytes.is_empty() { Err(ReadError::Empty) } else { text::decoded(bytes, wish) }
}

/// The largest file that is read, in bytes. A roster of 3,000 people has less than one million.
pub const FILE_LIMIT: u64 = 50_000_000;

/// The most that a packed file may unpack to, in bytes.
const UNPACKED_LIMIT: u64 = if cfg!(test) { 2_000_000 } else { 200_000_000 };

/// Filled cells of all sheets of a file.
const CELL_COUNT_LIMIT: usize = 500_000;

/// Columns, counted from A: further to the right no roster goes.
const COLUMN_COUNT_LIMIT: usize = 256;

/// A file that holds tables.
#[derive(Debug, Clone, PartialEq)]
pub struct RawBook {
    /// How a text file's characters were read; none for a workbook.
    pub encoding: Option<Encoding>,
    /// Its sheets, in order; a text file has one without a name.
    pub sheets: Vec<RawSheet>,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct RawSheet {
    /// Its name (シート名).
    pub name: String,
    /// Whether the user does not see it in Excel.
    pub hidden: bool,
    /// Whether numbers without a date's format count days from 1904 rather than 1900.
    pub from_1904: bool,
    /// The rows that hold something, from above.
    pub rows: Vec<RawRow>,
}

/// A row that holds something.
#[derive(Debug, Clone, PartialEq)]
pub struct RawRow {
    /// Its number as Excel shows it, from 1.
    pub number: u32,
    /// Its cells from column A on, up to the last filled one.
    pub cells: Vec<RawCell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RawCell {
    /// What stands in it.
    pub value: RawValue,
    /// Whether a formula gave the value, which is the one that was saved with the file.
    pub formula: bool,
    /// Whether it only belongs to merged cells, whose value is this one.
    pub merged: bool,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum RawValue {
    /// Nothing.
    #[default]
    Empty,
    /// Text, to the character.
    Text(String),
    /// A number that has no date's format.
    Number(f64),
    /// A day; a time of day is left out.
    Day(NaiveDate),
    /// TRUE or FALSE.
    Bool(bool),
    /// An error, `#N/A`.
    Error(String),
}

/// What the user has said about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wish {
    /// How a text file's characters are to be read; to be found out where none.
    pub encoding: Option<Encoding>,
}

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// No bytes.
    #[error("the file is empty")]
    Empty,
    /// More bytes than [`FILE_LIMIT`].
    #[error("{bytes} bytes, at most {limit}")]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The size allowed.
        limit: u64,
    },
    /// It unpacks to more than is good for a computer.
    #[error("it unpacks to more than {limit} bytes")]
    Unpacked {
        /// Bytes allowed.
        limit: u64,
    },
    /// More filled cells, or further to the right, than a roster has.
    #[error("too many cells")]
    TooManyCells {
        /// Cells allowed.
        cells: usize,
        /// Columns allowed.
        columns: usize,
    },
    /// A web page under the name of a workbook, as some systems export it.
    #[error("the file is HTML")]
    Html,
    /// Protected by a password.
    #[error("the file is protected by a password")]
    Encrypted,
    /// Neither a workbook that is known nor text.
    #[error("the file is neither a workbook nor text")]
    UnknownKind,
    /// A workbook that is broken off or damaged; the words are the library's.
    #[error("the workbook is damaged: {0}")]
    Damaged(String),
    /// A quotation mark that is never closed.
    #[error("the quotation mark in row {row} is not closed")]
    OpenQuote {
        /// The row in which it stands, from 1.
        row: u32,
    },
    /// The characters can be read in more than one way, or in none.
    #[error("the encoding is in doubt")]
    Encoding(Doubt),
}

/// Reads a file.
///
/// # Errors
/// [`ReadError`]: what the file is instead of a table.
pub fn read(bytes: &[u8], wish: Wish) -> Result<RawBook, ReadError> {
    let size = bytes.len() as u64;
    if size > FILE_LIMIT {
        return Err(ReadError::TooLarge { bytes: size, limit: FILE_LIMIT });
    }
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return whole(|| workbook::packed(bytes));
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return whole(|| workbook::compound(bytes));
    }
    if is_html(bytes) {
        return Err(ReadError::Html);
    }
    if bytes.starts_with(b"%PDF") || (bytes.contains(&0) && !text::is_utf16(bytes)) {
        return Err(ReadError::UnknownKind);
    }
    let (text, encoding) = text::decoded(bytes, wish.encoding)?;
    let rows = delimited::rows(&text)?;
    let sheet = RawSheet { name: String::new(), hidden: false, from_1904: false, rows };
    Ok(RawBook { encoding: Some(encoding), sheets: vec![sheet] })
}

/// A damaged workbook must not take the program with it, whatever the library makes of it.
fn whole(work: impl FnOnce() -> Result<RawBook, ReadError>) -> Result<RawBook, ReadError> {
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
    caught.unwrap_or_else(|_| Err(ReadError::Damaged("broken off".to_owned())))
}

/// Whether it begins as a web page, or as one of Excel's own XML of 2003, does.
fn is_html(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let head = head.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let marks = ["<html", "<!doctype html", "<table", "<head", "<meta", "urn:schemas-microsoft-com:office"];
    head.starts_with('<') && marks.iter().any(|mark| head.contains(mark))
}

/// The address of a cell, `B12`, from its row (from 1) and its column (from 0).
#[must_use]
pub fn address(row: u32, column: usize) -> String {
    format!("{}{row}", column_letters(column))
}

/// The letters of a column: 0 is A, 26 is AA.
#[must_use]
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default());
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect()
}

impl RawSheet {
    /// What stands at a row's number (from 1) and a column (from 0); nothing where the sheet ends before.
    #[must_use]
    pub fn cell(&self, row: u32, column: usize) -> Option<&RawCell> {
        let at = self.rows.binary_search_by_key(&row, |r| r.number).ok()?;
        self.rows[at].cells.get(column)
    }
}

impl RawValue {
    /// Whether nothing stands there, blanks aside.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// As text: whole numbers without a point, days as `2026-04-01`.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.format("%Y-%m-%d").to_string(),
            Self::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests;
