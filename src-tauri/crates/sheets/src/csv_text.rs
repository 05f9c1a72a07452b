//! CSV: RFC 4180 with CR LF, and no cell that a spreadsheet would run.
//!
//! A spreadsheet takes a CSV field for a formula when it begins with `=`, `+`,
//! `-`, `@`, a tab or a return (their full-width forms included, and whatever
//! blanks stand before them): `=cmd|…` in a name would be executed on opening.
//! Such a text gets one apostrophe in front, the spreadsheets' own mark for
//! text. What is only digits and signs (`-`, `－`, `+81-467-23-3000`) can do no
//! harm and stays as it is. A text that already has apostrophes before such a
//! beginning gets one more, so that [`unguarded`] always finds the original.
//!
//! What CSV cannot say, it does not say: Excel still reads `2-1` as a day and
//! drops the zero of `0467`. For these there is `.xlsx`.

use std::borrow::Cow;

use crate::error::{Place, SheetError};
use crate::sheet::{Cell, Sheet};

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Writes `sheet` as CSV in UTF-8 with a byte order mark, by which Excel knows
/// the encoding. The header and the rows; no title lines.
///
/// # Errors
/// [`SheetError`] when the table is not well formed.
pub fn csv_utf8(sheet: &Sheet) -> Result<Vec<u8>, SheetError> {
    sheet.check()?;
    let mut bytes = BYTE_ORDER_MARK.to_vec();
    bytes.extend(write_records(records(sheet, |_, text| guarded(text).into_owned().into_bytes()))?);
    Ok(bytes)
}

/// The cells that get an apostrophe in CSV because a spreadsheet would take
/// their text for a formula.
#[must_use]
pub fn guarded_cells(sheet: &Sheet) -> Vec<Place> {
    let mut places = Vec::new();
    records(sheet, |place, text| {
        if matches!(guarded(text), Cow::Owned(_)) {
            places.push(place());
        }
        Vec::new()
    })
    .for_each(drop);
    places
}

/// The text of a field as it was before the guard's apostrophe.
#[must_use]
pub fn unguarded(field: &str) -> &str {
    match field.strip_prefix('\'') {
        Some(rest) if is_formula(rest.trim_start_matches('\'')) => rest,
        _ => field,
    }
}

/// `text` with an apostrophe in front when a spreadsheet would run it.
pub(crate) fn guarded(text: &str) -> Cow<'_, str> {
    if is_formula(text.trim_start_matches('\'')) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

fn is_formula(text: &str) -> bool {
    if text.starts_with(['\t', '\r']) {
        return true;
    }
    match text.trim_start().chars().next() {
        Some('=' | '＝' | '@' | '＠') => true,
        Some('+' | '＋' | '-' | '－' | '−') => !text.chars().all(is_harmless),
        _ => false,
    }
}

/// Digits, signs and blanks: arithmetic at most, no name, call or reference.
fn is_harmless(c: char) -> bool {
    c.is_ascii_digit()
        || ('０'..='９').contains(&c)
        || matches!(c, '+' | '-' | '(' | ')' | '.' | ' ')
        || matches!(c, '＋' | '－' | '−' | '（' | '）' | '．' | '　')
}

/// The header and the rows as fields; `field` turns a text into bytes and may
/// ask where it stands.
pub(crate) fn records<'a, F>(sheet: &'a Sheet, mut field: F) -> impl Iterator<Item = Vec<Vec<u8>>> + 'a
where
    F: FnMut(&dyn Fn() -> Place, &str) -> Vec<u8> + 'a,
{
    (0..=sheet.rows.len()).map(move |line| {
        let columns = sheet.columns.iter();
        match line.checked_sub(1) {
            None => columns.map(|column| field(&|| Place::header(column), &column.name)).collect(),
            Some(row) => columns
                .zip(&sheet.rows[row])
                .map(|(column, cell)| match cell {
                    Cell::Text(text) => field(&|| Place::cell(row, column), text),
                    Cell::Date(day) => day.format("%Y-%m-%d").to_string().into_bytes(),
                    Cell::Integer(number) => number.to_string().into_bytes(),
                    Cell::Empty => Vec::new(),
                })
                .collect(),
        }
    })
}

/// Joins fields already in their final encoding. Safe for CP932 as well: a
/// comma, a quote or a line break is never part of one of its two-byte
/// characters.
pub(crate) fn write_records(records: impl Iterator<Item = Vec<Vec<u8>>>) -> Result<Vec<u8>, SheetError> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for record in records {
        writer.write_record(&record).map_err(library)?;
    }
    writer.into_inner().map_err(library)
}

fn library(error: impl std::fmt::Display) -> SheetError {
    SheetError::Library(error.to_string())
}

#[cfg(test)]
mod tests;
