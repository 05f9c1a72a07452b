//! The ledger of issued documents, and what Shift_JIS would lose of a table.

use super::year;
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::issued::{IssuedFilter, IssuedRow};
use crate::printing::{Document, LostCharacter};
use entaku_domain::id::IssuedId;
use entaku_domain::issued::Readers;
use serde::Deserialize;
use ts_rs::TS;

/// Which lines of the ledger to list; what is not given lets all through.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichIssued {
    /// Fiscal year, as typed.
    pub year: Option<String>,
    /// Code of the kind.
    pub kind: Option<String>,
    /// `members`, `public`, `internal`.
    pub readers: Option<String>,
    /// What its title, file or author hold.
    pub text: Option<String>,
}

/// Kept files that are to be taken away.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DropIssued {
    /// Identifiers of lines of the ledger.
    pub documents: Vec<String>,
    /// That it cannot be undone is understood.
    pub confirmed: bool,
}

/// Whose name stands in what was issued.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhoIsNamed {
    /// Identifier or name of the person.
    pub person: String,
}

pub(super) fn list_issued(app: &App, args: WhichIssued) -> Result<Vec<IssuedRow>> {
    let readers = filled(args.readers);
    app.list_issued(&IssuedFilter {
        year: filled(args.year).as_deref().map(year).transpose()?,
        kind: filled(args.kind),
        readers: readers.as_deref().map(|c| Readers::from_code(c).map_err(super::bad_code)).transpose()?,
        text: filled(args.text),
    })
}

pub(super) fn issued_naming(app: &App, args: WhoIsNamed) -> Result<Vec<IssuedRow>> {
    let person = crate::people::find(&app.snapshot()?, &args.person)?;
    app.issued_naming(person)
}

pub(super) fn lost_characters(app: &App, args: Document) -> Result<Vec<LostCharacter>> {
    app.document(&args)?.lost()
}

pub(super) fn drop_issued(app: &mut App, args: DropIssued) -> Result<Written<u32>> {
    if !args.confirmed {
        return Err(AppError::NotConfirmed);
    }
    let ids: Result<Vec<IssuedId>> = args.documents.iter().map(|id| issued(id)).collect();
    app.drop_issued(&ids?)
}

/// Reads the identifier of a line of the ledger.
///
/// # Errors
/// [`AppError::UnknownRecord`].
pub fn issued(id: &str) -> Result<IssuedId> {
    IssuedId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}

/// A field that a form leaves empty is none.
fn filled(text: Option<String>) -> Option<String> {
    text.filter(|t| !t.trim().is_empty())
}
