//! Workbooks: Excel's packed files of 2007 and later, its older ones, and
//! OpenDocument. Cells are taken one after another, so that a sheet with one cell
//! at either corner costs two cells.

use super::{
    CELL_COUNT_LIMIT, COLUMN_COUNT_LIMIT, RawBook, RawCell, RawRow, RawSheet, RawValue, ReadError, UNPACKED_LIMIT,
};
use calamine::{Data, DataRef, Dimensions, ExcelDateTime, Ods, OdsError, Reader, SheetVisible, Xls, XlsError, Xlsx};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// A sheet's cells while they are gathered, by row (from 0).
#[derive(Default)]
struct Gathered {
    rows: BTreeMap<u32, Vec<RawCell>>,
    count: usize,
}

/// A workbook that is a zip archive.
pub(super) fn packed(bytes: &[u8]) -> Result<RawBook, ReadError> {
    let names = unpackable(bytes)?;
    let has = |name: &str| names.iter().any(|n| n == name);
    if has("xl/workbook.xml") {
        xlsx(bytes)
    } else if has("content.xml") && has("mimetype") {
        ods(bytes)
    } else {
        Err(ReadError::UnknownKind)
    }
}

/// The names of an archive's parts, which have all been unpacked once to see that
/// they are whole and how much they are: what an archive says of itself may be wrong.
fn unpackable(bytes: &[u8]) -> Result<Vec<String>, ReadError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let (mut names, mut total) = (Vec::new(), 0);
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(damaged)?;
        names.push(part.name().map_err(damaged)?.into_owned());
        let left = UNPACKED_LIMIT - total;
        total += std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(damaged)?;
        if total > UNPACKED_LIMIT {
            return Err(ReadError::Unpacked { limit: UNPACKED_LIMIT });
        }
    }
    Ok(names)
}

fn xlsx(bytes: &[u8]) -> Result<RawBook, ReadError> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let from_1904 = book.has_1904_epoch();
    let mut sheets = Vec::new();
    let mut count = 0;
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ != calamine::SheetType::WorkSheet {
            continue;
        }
        let mut gathered = Gathered { count, ..Gathered::default() };
        let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(damaged)?;
        while let Some(cell) = cells.next_cell_with_formula().map_err(damaged)? {
            gathered.put(cell.pos, value(&cell.value), cell.formula.is_some())?;
        }
        drop(cells);
        let merged = book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        gathered.spread(&merged)?;
        count = gathered.count;
        let hidden = sheet.visible != SheetVisible::Visible;
        sheets.push(RawSheet { name: sheet.name, hidden, from_1904, rows: gathered.rows() });
    }
    Ok(RawBook { encoding: None, sheets })
}

/// A workbook in Microsoft's compound file: Excel of 2003 and before, or an
/// encrypted one of any age.
pub(super) fn compound(bytes: &[u8]) -> Result<RawBook, ReadError> {
    let named = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|part| part == name)
    };
    if named("EncryptedPackage") {
        return Err(ReadError::Encrypted);
    }
    if !named("Workbook") && !named("Book") {
        return Err(ReadError::UnknownKind);
    }
    let book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => ReadError::Encrypted,
        other => damaged(other),
    })?;
    ranges(book, &|book, sheet| book.merge_cells_by_sheet_name(sheet).unwrap_or_default())
}

fn ods(bytes: &[u8]) -> Result<RawBook, ReadError> {
    let book = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        OdsError::Password => ReadError::Encrypted,
        other => damaged(other),
    })?;
    let merged = super::merged::of_open_document(bytes);
    ranges(book, &|_, sheet| merged.get(sheet).cloned().unwrap_or_default())
}

/// The sheets of a workbook that the library has read whole.
fn ranges<B: Reader<Cursor<T>>, T: AsRef<[u8]>>(
    mut book: B,
    merged: &dyn Fn(&B, &str) -> Vec<Dimensions>,
) -> Result<RawBook, ReadError>
where
    B::Error: std::fmt::Display,
{
    let mut sheets = Vec::new();
    let mut count = 0;
    for sheet in book.sheets_metadata().to_vec() {
        let mut gathered = Gathered { count, ..Gathered::default() };
        let formulas = book.worksheet_formula(&sheet.name).unwrap_or_default();
        let range = book.worksheet_range(&sheet.name).map_err(damaged)?;
        let start = range.start().unwrap_or_default();
        for (row, column, found) in range.used_cells() {
            let at = (start.0.saturating_add(small(row)), start.1.saturating_add(small(column)));
            let formula = formulas.get_value(at).is_some_and(|f| !f.is_empty());
            gathered.put(at, owned_value(found), formula)?;
        }
        gathered.spread(&merged(&book, &sheet.name))?;
        count = gathered.count;
        let hidden = sheet.visible != SheetVisible::Visible;
        sheets.push(RawSheet { name: sheet.name, hidden, from_1904: false, rows: gathered.rows() });
    }
    Ok(RawBook { encoding: None, sheets })
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Gathered {
    fn put(&mut self, (row, column): (u32, u32), value: RawValue, formula: bool) -> Result<(), ReadError> {
        if value.is_empty() {
            return Ok(());
        }
        *self.at(row, column as usize)? = RawCell { value, formula, merged: false };
        Ok(())
    }

    /// A cell, made where there is none, with those before it: all of them count, for
    /// one cell far to the right makes a whole row.
    fn at(&mut self, row: u32, column: usize) -> Result<&mut RawCell, ReadError> {
        let cells = self.rows.entry(row).or_default();
        self.count += (column + 1).saturating_sub(cells.len());
        if self.count > CELL_COUNT_LIMIT || column >= COLUMN_COUNT_LIMIT {
            return Err(ReadError::TooManyCells { cells: CELL_COUNT_LIMIT, columns: COLUMN_COUNT_LIMIT });
        }
        if cells.len() <= column {
            cells.resize_with(column + 1, RawCell::default);
        }
        Ok(&mut cells[column])
    }

    /// Gives the value of merged cells to each of them, within the rows that there are.
    fn spread(&mut self, merged: &[Dimensions]) -> Result<(), ReadError> {
        for area in merged {
            let ((top, left), (bottom, right)) = (area.start, area.end);
            let first = self.rows.get(&top).and_then(|cells| cells.get(left as usize));
            let Some(first) = first.filter(|cell| !cell.value.is_empty()).cloned() else { continue };
            let right = (right as usize).min(COLUMN_COUNT_LIMIT - 1);
            let rows: Vec<u32> = self.rows.range(top..=bottom.max(top)).map(|(row, _)| *row).collect();
            for row in rows {
                for column in left as usize..=right {
                    if (row, column) != (top, left as usize) {
                        *self.at(row, column)? = RawCell { merged: true, ..first.clone() };
                    }
                }
            }
        }
        Ok(())
    }

    fn rows(self) -> Vec<RawRow> {
        self.rows.into_iter().map(|(row, cells)| RawRow { number: row.saturating_add(1), cells }).collect()
    }
}

fn value(found: &DataRef<'_>) -> RawValue {
    match found {
        DataRef::Int(number) => RawValue::Number(*number as f64),
        DataRef::Float(number) => RawValue::Number(*number),
        DataRef::String(text) => RawValue::Text(text.clone()),
        DataRef::SharedString(text) => RawValue::Text((*text).to_owned()),
        DataRef::Bool(value) => RawValue::Bool(*value),
        DataRef::DateTime(moment) => day(*moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso(text),
        DataRef::Error(error) => RawValue::Error(error.to_string()),
        DataRef::Empty => RawValue::Empty,
    }
}

fn owned_value(found: &Data) -> RawValue {
    match found {
        Data::Int(number) => RawValue::Number(*number as f64),
        Data::Float(number) => RawValue::Number(*number),
        Data::String(text) => RawValue::Text(text.clone()),
        Data::Bool(value) => RawValue::Bool(*value),
        Data::DateTime(moment) => day(*moment),
        Data::DateTimeIso(text) | Data::DurationIso(text) => iso(text),
        Data::Error(error) => RawValue::Error(error.to_string()),
        Data::Empty => RawValue::Empty,
    }
}

/// A day; a span of time, and a time of day alone, are numbers.
fn day(moment: ExcelDateTime) -> RawValue {
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let found = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day));
    match found {
        Some(found) if moment.is_datetime() && moment.as_f64() >= 1.0 => RawValue::Day(found),
        _ => RawValue::Number(moment.as_f64()),
    }
}

fn iso(text: &str) -> RawValue {
    let found = text.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
    found.map_or_else(|| RawValue::Text(text.to_owned()), RawValue::Day)
}

fn damaged(error: impl std::fmt::Display) -> ReadError {
    let words = error.to_string();
    let locked = words.contains("Password") || words.contains("password") || words.contains("encrypted");
    if locked { ReadError::Encrypted } else { ReadError::Damaged(words) }
}
