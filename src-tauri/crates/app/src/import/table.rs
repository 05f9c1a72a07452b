//! Where in a sheet the roster stands, and what its columns hold.

use super::view::{ImportColumn, ImportFieldRow, ImportSheet, ImportTable};
use super::{ImportAsk, ImportFile};
use crate::error::{AppError, Result};
use crate::text::import::{OFFICER_TITLES, TERM_PARTS};
use entaku_domain::import::{ImportField, heading_key, recognise_heading};
use entaku_sheets::{RawRow, RawSheet, column_letters};
use entaku_store::Store;
use std::collections::{BTreeMap, BTreeSet};

/// Rows from above among which the headings are looked for.
const SEARCHED: usize = 60;
/// Rows that headings may take.
const DEEPEST: usize = 3;
/// Values that are shown of a column.
const SAMPLES: usize = 3;

/// A roster in a sheet.
pub(crate) struct Table<'a> {
    pub(crate) sheet: &'a RawSheet,
    /// First and last row of headings, by number.
    pub(crate) header: (u32, u32),
    pub(crate) columns: Vec<Column>,
    /// Whether the columns are as the council remembers them.
    remembered: bool,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    /// Its place, from 0.
    pub(crate) at: usize,
    pub(crate) heading: String,
    pub(crate) field: ImportField,
    /// What the heading says of itself.
    pub(crate) recognised: ImportField,
}

/// Headings that were found.
struct Header {
    /// Places of the first and last row in the sheet's list.
    rows: (usize, usize),
    columns: Vec<Column>,
    score: usize,
}

impl<'a> Table<'a> {
    pub(crate) fn of(file: &'a ImportFile, ask: &ImportAsk, store: &Store) -> Result<Self> {
        let none = || AppError::NoRoster { name: file.name.clone() };
        let wanted = |sheet: &&RawSheet| ask.sheet.as_ref().is_none_or(|name| *name == sheet.name);
        let sheets: Vec<&RawSheet> = file.book.sheets.iter().filter(wanted).collect();
        let found = sheets.iter().find_map(|sheet| Some((*sheet, header(sheet, ask.header)?)));
        let (sheet, header) = found.ok_or_else(none)?;
        let numbers = (sheet.rows[header.rows.0].number, sheet.rows[header.rows.1].number);
        let mut table = Self { sheet, header: numbers, columns: header.columns, remembered: false };
        let kept = store.setting(&table.key())?.and_then(|kept| serde_json::from_str(&kept).ok());
        if let Some(kept) = kept {
            table.remembered = table.take(&kept)?;
        }
        table.take(&ask.columns)?;
        if table.columns.iter().any(|c| c.field.is_name()) || ask.header.is_some() || !ask.columns.is_empty() {
            Ok(table)
        } else {
            Err(none())
        }
    }

    /// Gives columns the fields that somebody chose; answers whether that changed any.
    fn take(&mut self, chosen: &BTreeMap<String, String>) -> Result<bool> {
        let mut changed = false;
        for (letters, code) in chosen {
            let field = ImportField::from_code(code).map_err(|e| AppError::BadRequest(e.to_string()))?;
            if let Some(column) = self.columns.iter_mut().find(|c| column_letters(c.at) == *letters) {
                changed |= column.field != field;
                column.field = field;
            }
        }
        Ok(changed)
    }

    /// The key under which the council remembers columns with these headings.
    pub(crate) fn key(&self) -> String {
        let headings: Vec<String> = self.columns.iter().map(|c| heading_key(&c.heading)).collect();
        let signature = uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_OID, headings.join("\n").as_bytes());
        format!("import/{signature}")
    }

    /// What is to be remembered: what the headings alone do not say.
    pub(crate) fn chosen(&self) -> BTreeMap<String, String> {
        let other = self.columns.iter().filter(|c| c.field != c.recognised);
        other.map(|c| (column_letters(c.at), c.field.code().to_owned())).collect()
    }

    /// The rows below the headings.
    pub(crate) fn rows(&self) -> &'a [RawRow] {
        let first = self.sheet.rows.partition_point(|row| row.number <= self.header.1);
        &self.sheet.rows[first..]
    }

    pub(super) fn view(&self, file: &ImportFile) -> ImportTable {
        let sample = |column: &Column| {
            let texts = self.rows().iter().filter_map(|row| row.cells.get(column.at));
            texts.filter(|cell| !cell.value.is_empty()).take(SAMPLES).map(|cell| cell.value.text()).collect()
        };
        ImportTable {
            sheets: file
                .book
                .sheets
                .iter()
                .filter(|sheet| !sheet.rows.is_empty())
                .map(|sheet| ImportSheet {
                    name: sheet.name.clone(),
                    rows: count(sheet.rows.len()),
                    hidden: sheet.hidden,
                })
                .collect(),
            sheet: self.sheet.name.clone(),
            header_first: self.header.0,
            header: self.header.1,
            rows: count(self.rows().len()),
            as_of: self.as_of(),
            remembered: self.remembered,
            fields: ImportField::ALL
                .iter()
                .map(|f| ImportFieldRow { code: f.code().to_owned(), label: f.label().to_owned() })
                .collect(),
            columns: self
                .columns
                .iter()
                .map(|column| ImportColumn {
                    letter: column_letters(column.at),
                    heading: column.heading.clone(),
                    field: column.field.code().to_owned(),
                    samples: sample(column),
                })
                .collect(),
        }
    }

    /// The day that a line above the table names: 「令和8年10月1日現在」.
    fn as_of(&self) -> Option<String> {
        let above = self.sheet.rows.iter().take_while(|row| row.number < self.header.0);
        let mut texts = above.flat_map(|row| &row.cells).map(|cell| cell.value.text());
        texts.find_map(|text| {
            let text = text.trim().trim_start_matches(['（', '(']).trim_end_matches([')', '）']).to_owned();
            let day = text.strip_suffix(crate::text::import::AS_OF)?;
            Some(entaku_domain::import::read_day(day, false)?.to_string())
        })
    }
}

pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The rows of headings: those that announce most, the upper and fewer ones where
/// several announce as much.
fn header(sheet: &RawSheet, last: Option<u32>) -> Option<Header> {
    let mut best: Option<Header> = None;
    for first in 0..sheet.rows.len().min(SEARCHED) {
        for depth in 1..=DEEPEST.min(sheet.rows.len() - first) {
            let rows = (first, first + depth - 1);
            if last.is_some_and(|last| sheet.rows[rows.1].number != last) {
                continue;
            }
            let found = headings(sheet, rows);
            let better = best.as_ref().is_none_or(|best| found.score > best.score);
            if better && (found.score > 0 || last.is_some()) {
                best = Some(found);
            }
        }
    }
    best.filter(|best| last.is_some() || best.columns.iter().any(|c| c.field.is_name()))
}

fn headings(sheet: &RawSheet, rows: (usize, usize)) -> Header {
    let lines = &sheet.rows[rows.0..=rows.1];
    let below = &sheet.rows[rows.1 + 1..];
    let width = lines.iter().chain(below.iter().take(SEARCHED)).map(|row| row.cells.len()).max().unwrap_or(0);
    let mut columns: Vec<Column> = (0..width).map(|at| column(lines, at)).collect();
    settle(&mut columns, below);
    let fields: BTreeSet<ImportField> =
        columns.iter().map(|c| c.field).filter(|f| *f != ImportField::Nothing).collect();
    let score = if announce(lines) { fields.len() } else { 0 };
    Header { rows, columns, score }
}

/// Whether each row announces something; the last of several may also only part what
/// the upper ones announce (任期: 自, 至).
fn announce(lines: &[RawRow]) -> bool {
    let speaks = |row: &RawRow| row.cells.iter().any(|c| recognise_heading(&c.value.text()).is_some());
    let parts = |row: &RawRow| {
        let mut own = row.cells.iter().filter(|c| !c.merged && !c.value.is_empty()).peekable();
        own.peek().is_some() && own.all(|c| TERM_PARTS.contains(&heading_key(&c.value.text()).as_str()))
    };
    match lines {
        [one] => speaks(one),
        [upper @ .., last] => upper.iter().all(speaks) && (speaks(last) || parts(last)),
        [] => false,
    }
}

/// What stands at a place of the headings; none where nothing does.
fn written(lines: &[RawRow], line: usize, at: usize) -> Option<String> {
    lines.get(line)?.cells.get(at).filter(|cell| !cell.value.is_empty()).map(|cell| cell.value.text())
}

/// The heading over several columns that an empty place belongs to: the next one to
/// the left, where each of the columns between has a heading of its own below it. A
/// text file does not tell which cells were merged.
fn over(lines: &[RawRow], line: usize, at: usize) -> Option<String> {
    let parted = |at: usize| written(lines, line + 1, at).is_some();
    let group = (0..=at).rev().take_while(|at| parted(*at));
    group.into_iter().find_map(|at| written(lines, line, at))
}

fn column(lines: &[RawRow], at: usize) -> Column {
    let mut texts: Vec<String> = Vec::new();
    for line in 0..lines.len() {
        let text = written(lines, line, at).or_else(|| over(lines, line, at)).unwrap_or_default();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() && texts.last() != Some(&text) {
            texts.push(text);
        }
    }
    let lowest = texts.last().and_then(|text| recognise_heading(text));
    let joined = || recognise_heading(&texts.concat());
    let field = lowest.or_else(joined).or_else(|| texts.iter().rev().find_map(|text| recognise_heading(text)));
    let field = field.unwrap_or(ImportField::Nothing);
    Column { at, heading: texts.join(" "), field, recognised: field }
}

/// What headings alone leave open: 氏名 over two columns, 役職 in the council or in
/// the organisation, the same heading twice.
fn settle(columns: &mut [Column], below: &[RawRow]) {
    for at in 1..columns.len() {
        let twice = columns[at - 1].field == ImportField::Name && columns[at].field == ImportField::Name;
        if twice && columns[at - 1].heading == columns[at].heading {
            (columns[at - 1].field, columns[at].field) = (ImportField::Family, ImportField::Given);
        }
    }
    let has_post = columns.iter().any(|c| matches!(c.field, ImportField::Post | ImportField::Affiliation));
    for column in columns.iter_mut().filter(|c| c.field == ImportField::Office) {
        let values = below.iter().filter_map(|row| row.cells.get(column.at)).map(|c| c.value.text());
        let all_titles = values.filter(|v| !v.trim().is_empty()).all(|v| OFFICER_TITLES.contains(&v.trim()));
        if !all_titles && !has_post {
            column.field = ImportField::Post;
        }
    }
    let mut seen = BTreeSet::new();
    for column in columns.iter_mut() {
        if column.field != ImportField::Nothing && !seen.insert(column.field) {
            column.field = ImportField::Nothing;
        }
        column.recognised = column.field;
    }
}
