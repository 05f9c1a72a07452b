//! CSV in CP932 (Windows-31J, what Japanese Windows calls Shift_JIS), for
//! systems that read nothing else.
//!
//! CP932 lacks much of what names are written with (𠮷, every variation
//! sequence) and what rules are numbered with (⑴). Nothing of it is lost
//! silently: each item is named with its place, and something else is written
//! in its place only by an explicit choice.

use std::borrow::Cow;

use encoding_rs::SHIFT_JIS;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use crate::csv_text::{guarded, records, write_records};
use crate::error::{Place, SheetError};
use crate::sheet::Sheet;

/// Written for a character that has no stand-in: the geta mark (ゲタ), by which
/// Japanese printers have always shown a missing type.
const GETA: &str = "〓";

/// What to do with characters that CP932 lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fallback {
    /// Write nothing and list them.
    Refuse,
    /// Write the offered replacements and list them.
    Replace,
}

/// How near a replacement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replacement {
    /// The same character of JIS X 0208 under the code point that Microsoft
    /// chose for it (〜 and ～, − and －, — and ―): nothing is lost, so it is
    /// written without asking.
    Same,
    /// Something else that says the same or nearly so (⑴ and (1), a variation
    /// sequence and its plain character).
    Near,
    /// The geta mark: the character is lost.
    Geta,
}

/// One item that CP932 cannot hold: a character with the marks and selectors
/// that belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unencodable {
    /// Index into `Sheet::rows`; none for a heading.
    pub row: Option<usize>,
    /// The column's heading.
    pub column: String,
    /// The whole text of the cell.
    pub text: String,
    /// The item as it is written.
    pub item: String,
    /// Its code points (a variation sequence has two).
    pub code_points: Vec<u32>,
    /// What is offered in its place; may be empty (an invisible character).
    pub replacement: String,
    /// How near that is.
    pub nearness: Replacement,
}

/// A CSV file in CP932 and what differs in it from the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cp932Csv {
    /// The file.
    pub bytes: Vec<u8>,
    /// Everything that was replaced, [`Replacement::Same`] included.
    pub replaced: Vec<Unencodable>,
}

/// Writes `sheet` as CSV in CP932. The header and the rows; no title lines.
///
/// # Errors
/// [`SheetError::Unencodable`] with every item that would be lost, unless
/// `fallback` is [`Fallback::Replace`]; others when the table is not well
/// formed.
pub fn csv_cp932(sheet: &Sheet, fallback: Fallback) -> Result<Cp932Csv, SheetError> {
    sheet.check()?;
    let mut replaced = Vec::new();
    let bytes = write_records(records(sheet, |place, text| {
        let text = encodable(text, place, &mut replaced);
        SHIFT_JIS.encode(&guarded(&text)).0.into_owned()
    }))?;
    if fallback == Fallback::Refuse {
        let lost = |item: &Unencodable| item.nearness != Replacement::Same;
        let items: Vec<_> = replaced.iter().filter(|i| lost(i)).cloned().collect();
        if !items.is_empty() {
            return Err(SheetError::Unencodable(items));
        }
    }
    Ok(Cp932Csv { bytes, replaced })
}

/// `text` with the replacements in it, each noted in `replaced`.
fn encodable<'a>(text: &'a str, place: &dyn Fn() -> Place, replaced: &mut Vec<Unencodable>) -> Cow<'a, str> {
    if fits(text) {
        return Cow::Borrowed(text);
    }
    let mut written = String::with_capacity(text.len());
    for item in text.graphemes(true) {
        if fits(item) {
            written.push_str(item);
            continue;
        }
        let (replacement, nearness) = replacement(item);
        written.push_str(&replacement);
        let (row, column) = match place() {
            Place::Cell { row, column } => (Some(row), column),
            Place::Header { column } => (None, column),
            Place::Title { .. } | Place::Footer => (None, String::new()),
        };
        replaced.push(Unencodable {
            row,
            column,
            text: text.to_owned(),
            item: item.to_owned(),
            code_points: item.chars().map(u32::from).collect(),
            replacement,
            nearness,
        });
    }
    Cow::Owned(written)
}

/// Whether CP932 gives `text` back unchanged. Encoding alone is not enough: the
/// encoder writes ¥ as a backslash and − as －, and for what it lacks a numeric
/// reference of HTML.
fn fits(text: &str) -> bool {
    if text.is_ascii() {
        return true;
    }
    let (bytes, _, lossy) = SHIFT_JIS.encode(text);
    !lossy && {
        let (back, broken) = SHIFT_JIS.decode_without_bom_handling(&bytes);
        !broken && back == text
    }
}

/// The nearest thing CP932 has for an item it lacks.
fn replacement(item: &str) -> (String, Replacement) {
    let mut chars = item.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        if let Some(same) = same(c) {
            return (same.to_string(), Replacement::Same);
        }
        if let Some(near) = listed(c) {
            return (near, Replacement::Near);
        }
    }
    let plain: String = item.chars().filter(|c| !is_selector(*c)).collect();
    let candidates = [
        plain.clone(),
        plain.nfc().collect(),
        plain.nfkc().collect(),
        plain.nfd().filter(|c| !is_combining_mark(*c)).collect(),
    ];
    match candidates.into_iter().find(|text| !text.is_empty() && fits(text)) {
        Some(text) => (text, Replacement::Near),
        None => (GETA.to_owned(), Replacement::Geta),
    }
}

/// The seven characters of JIS X 0208 that the standard's and Microsoft's
/// tables give different code points.
fn same(c: char) -> Option<char> {
    Some(match c {
        '\u{2014}' => '\u{2015}',
        '\u{2016}' => '\u{2225}',
        '\u{2212}' => '\u{FF0D}',
        '\u{301C}' => '\u{FF5E}',
        '\u{00A2}' => '\u{FFE0}',
        '\u{00A3}' => '\u{FFE1}',
        '\u{00AC}' => '\u{FFE2}',
        _ => return None,
    })
}

/// Stand-ins that no decomposition of Unicode yields.
fn listed(c: char) -> Option<String> {
    let text = match c {
        '\u{00A5}' => "￥",
        '\u{203E}' => "￣",
        '\u{2013}' => "－",
        '\u{2022}' => "・",
        // Invisible: joiners, the soft hyphen, marks of direction and order.
        '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => "",
        '\u{3251}'..='\u{325F}' => return Some(circled(u32::from(c) - 0x3251 + 21)),
        '\u{32B1}'..='\u{32BF}' => return Some(circled(u32::from(c) - 0x32B1 + 36)),
        _ => return None,
    };
    Some(text.to_owned())
}

fn circled(number: u32) -> String {
    format!("({number})")
}

fn is_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests;
