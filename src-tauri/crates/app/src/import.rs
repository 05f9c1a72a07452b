//! The import of rosters (名簿の取り込み): a workbook or CSV from outside is read,
//! its columns are recognised, and every row and cell is shown with what it would
//! change before anything is written. What is written is one change.
//!
//! [`ImportFile`] is the file as read; [`look`] shows its sheets and columns, [`preview`]
//! what would be written into a council, and [`App::write_import`] writes it. All
//! three take the same [`ImportAsk`], so that what was shown is what is written.

mod addresses;
mod cells;
mod claims;
mod matching;
mod plan;
mod remark;
mod seating;
mod shown;
mod standing;
mod table;
mod view;
mod write;

use crate::council::App;
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use entaku_domain::Day;
use entaku_domain::era::{DateStyle, parse_day};
use entaku_domain::person::Publication;
use entaku_sheets::{Encoding, FILE_LIMIT, RawBook, ReadError, Wish};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;
use ts_rs::TS;

pub(crate) use remark::Remark;
pub use view::*;
pub use write::ImportDone;

/// Tells how many rows of how many have been looked at; the answer may end the work.
pub type Watch<'a> = dyn FnMut(usize, usize) -> ControlFlow<()> + 'a;

/// A file that was read.
#[derive(Debug, Clone)]
pub struct ImportFile {
    /// Its name.
    pub name: String,
    book: RawBook,
}

/// What is asked of an import.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportAsk {
    /// Name of the sheet; where none, the first in which a roster is recognised.
    pub sheet: Option<String>,
    /// Number of the last row of headings; found where none.
    pub header: Option<u32>,
    /// What columns hold where the user says so: a column's letter and a field's code.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
    /// Handle or name of the body; only people and where they belong where none.
    pub body: Option<String>,
    /// The day of which the roster tells, as typed; today where none.
    pub on: Option<String>,
    /// The first day of terms for which the table has none, as typed.
    pub start: Option<String>,
    /// How new people appear in public where the table does not say: `name`, `organization` or `hidden`.
    pub publication: Option<String>,
    /// Whether an empty category is that of the row above.
    #[serde(default)]
    pub fill_down: bool,
    /// What the user has decided about rows.
    #[serde(default)]
    pub decisions: Vec<ImportDecision>,
}

/// What the user has decided about a row.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportDecision {
    /// The row's number.
    pub row: u32,
    /// Leaves it out.
    #[serde(default)]
    pub leave_out: bool,
    /// Whose row it is: an identifier, or `new` for somebody who is not registered.
    pub person: Option<String>,
    /// Takes the glyphs of the name from the file rather than those that are registered.
    #[serde(default)]
    pub take_name: bool,
    /// The surname, where the name came without a space: the first part of it.
    pub family: Option<String>,
}

impl ImportFile {
    /// Reads a file's bytes. What is in doubt about its characters is asked of the user ([`AppError::Import`]).
    ///
    /// # Errors
    /// [`AppError::Import`]: what the file is instead of a table.
    pub fn read(name: &str, bytes: &[u8], encoding: Option<Encoding>) -> Result<Self> {
        let book = entaku_sheets::read(bytes, Wish { encoding })
            .map_err(|error| AppError::Import { name: name.to_owned(), error: Box::new(error) })?;
        Ok(Self { name: name.to_owned(), book })
    }

    /// How its characters were read; none for a workbook.
    #[must_use]
    pub const fn encoding(&self) -> Option<Encoding> {
        self.book.encoding
    }

    /// Reads a file on disk; one that is too large is refused before it is read.
    ///
    /// # Errors
    /// [`AppError::ReadFile`]; as [`ImportFile::read`].
    pub fn open(path: &Path, encoding: Option<Encoding>) -> Result<Self> {
        Self::read(&crate::files::name_of(path), &bytes_of(path)?, encoding)
    }
}

/// A file's bytes, where it is no larger than a roster may be.
///
/// # Errors
/// [`AppError::ReadFile`], [`AppError::Import`].
pub fn bytes_of(path: &Path) -> Result<Vec<u8>> {
    let failed = |source| AppError::ReadFile { path: path.display().to_string(), source };
    let about = std::fs::metadata(path).map_err(failed)?;
    if about.is_dir() {
        return Err(failed(std::io::ErrorKind::IsADirectory.into()));
    }
    if about.len() > FILE_LIMIT {
        return Err(too_large(&crate::files::name_of(path), about.len()));
    }
    std::fs::read(path).map_err(failed)
}

/// The refusal of a file that is larger than a roster may be.
#[must_use]
pub fn too_large(name: &str, bytes: u64) -> AppError {
    AppError::Import { name: name.to_owned(), error: Box::new(ReadError::TooLarge { bytes, limit: FILE_LIMIT }) }
}

/// The encoding with a code: `utf8`, `utf16`, `windows31j`.
///
/// # Errors
/// [`AppError::BadRequest`].
pub fn encoding(code: &str) -> Result<Encoding> {
    let known = [Encoding::Utf8, Encoding::Utf16, Encoding::Windows31j];
    let found = known.into_iter().find(|encoding| view::encoding_code(*encoding) == code);
    found.ok_or_else(|| AppError::BadRequest(format!("no encoding {code}")))
}

/// What [`ImportAsk`] says, read.
pub(crate) struct Terms {
    pub(crate) on: Day,
    pub(crate) start: Option<Day>,
    pub(crate) publication: Publication,
    pub(crate) today: Day,
    pub(crate) style: DateStyle,
    decisions: BTreeMap<u32, ImportDecision>,
}

impl Terms {
    fn of(ask: &ImportAsk, today: Day, style: DateStyle) -> Result<Self> {
        let day = |field, typed: &Option<String>| match typed.as_deref().map(str::trim).filter(|t| !t.is_empty()) {
            None => Ok(None),
            Some(typed) => parse_day(typed).map(Some).ok_or_else(|| AppError::BadDay { field, text: typed.to_owned() }),
        };
        let publication = ask.publication.as_deref().map_or(Ok(Publication::Hidden), Publication::from_code);
        Ok(Self {
            on: day("on", &ask.on)?.unwrap_or(today),
            start: day("start", &ask.start)?,
            publication: publication.map_err(|e| AppError::BadRequest(e.to_string()))?,
            today,
            style,
            decisions: ask.decisions.iter().map(|d| (d.row, d.clone())).collect(),
        })
    }

    pub(crate) fn decision(&self, row: u32) -> Option<&ImportDecision> {
        self.decisions.get(&row)
    }
}

/// The sheets of a file, and the columns of the one that is asked for. Nothing of
/// the council is needed but what it remembers of such columns.
///
/// # Errors
/// [`AppError::NoRoster`] where no sheet holds a table with names.
pub fn look(council: &App, file: &ImportFile, ask: &ImportAsk) -> Result<ImportTable> {
    let table = table::Table::of(file, ask, council.store())?;
    Ok(table.view(file))
}

/// What would be written, row by row and cell by cell. Writes nothing.
///
/// # Errors
/// [`AppError::NoRoster`], [`AppError::UnknownBody`], [`AppError::BadDay`];
/// [`AppError::Print`] (cancelled) where `watch` ends it.
pub fn preview(
    council: &Snapshot,
    file: &ImportFile,
    table: &ImportColumns<'_>,
    ask: &ImportAsk,
    watch: &mut Watch<'_>,
) -> Result<ImportPreview> {
    let planned = plan::Plan::of(council, &table.0, ask, table.1, watch)?;
    Ok(planned.view(file, &table.0))
}

/// The columns of a file as they are to be taken, and the day on which that is.
pub struct ImportColumns<'a>(table::Table<'a>, Day);

impl App {
    /// The columns of a file, recognised, remembered or as the user says.
    ///
    /// # Errors
    /// [`AppError::NoRoster`].
    pub fn import_columns<'a>(&self, file: &'a ImportFile, ask: &ImportAsk) -> Result<ImportColumns<'a>> {
        Ok(ImportColumns(table::Table::of(file, ask, self.store())?, self.today()))
    }

    /// As [`preview`], with the council as it is now.
    ///
    /// # Errors
    /// As [`preview`].
    pub fn preview_import(&self, file: &ImportFile, ask: &ImportAsk) -> Result<ImportPreview> {
        let columns = self.import_columns(file, ask)?;
        preview(&self.snapshot()?, file, &columns, ask, &mut |_, _| ControlFlow::Continue(()))
    }
}
