//! The ledger of issued documents, and tables that leave as Excel or CSV.

use super::{day, year};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::issued::{IssuedFilter, IssuedRow};
use crate::publication::Edition;
use crate::tables::{TableAsk, TablePreview};
use entaku_documents::Audience;
use entaku_domain::id::IssuedId;
use entaku_domain::issued::Readers;
use entaku_domain::roster::RosterOrder;
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

/// A table that can leave as Excel or CSV.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichTable {
    /// `roster`, `issue_table` or `issued`.
    pub kind: String,
    /// Handle or name of the body, of a roster.
    pub body: Option<String>,
    /// As of this day, as typed; today where none.
    pub on: Option<String>,
    /// `members`, `public` or `internal`; members where none.
    pub audience: Option<String>,
    /// Whether a roster goes by syllabary.
    #[serde(default)]
    pub syllabary: bool,
    /// 「個人が分からないことを確かめました」 (V21).
    #[serde(default)]
    pub confirmed: bool,
    /// Fiscal year of the ledger; all where none.
    pub year: Option<String>,
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

pub(super) fn table_preview(app: &App, args: WhichTable) -> Result<TablePreview> {
    app.table_preview(&table(app, &args)?)
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

/// Reads which table is wanted.
///
/// # Errors
/// A day or a year that cannot be read; [`AppError::BadRequest`] for an unknown kind.
pub fn table(app: &App, args: &WhichTable) -> Result<TableAsk> {
    let on = args.on.as_deref().filter(|t| !t.trim().is_empty());
    let on = on.map_or_else(|| Ok(app.today()), |t| day("on", t))?;
    let audience = audience(args.audience.as_deref())?;
    match args.kind.as_str() {
        "roster" => Ok(TableAsk::Roster {
            body: args.body.clone().unwrap_or_default(),
            on,
            order: if args.syllabary { RosterOrder::BySyllabary } else { RosterOrder::ByCategory },
            audience,
        }),
        "issue_table" => Ok(TableAsk::Issues { on, edition: Edition { audience, confirmed: args.confirmed } }),
        "issued" => Ok(TableAsk::Issued { year: filled(args.year.clone()).as_deref().map(year).transpose()? }),
        other => Err(AppError::BadRequest(format!("no table {other}"))),
    }
}

fn audience(code: Option<&str>) -> Result<Audience> {
    match code {
        None | Some("" | "members") => Ok(Audience::Members),
        Some("public") => Ok(Audience::Public),
        Some("internal") => Ok(Audience::Internal),
        Some(other) => Err(AppError::BadRequest(format!("no audience {other}"))),
    }
}

/// A field that a form leaves empty is none.
fn filled(text: Option<String>) -> Option<String> {
    text.filter(|t| !t.trim().is_empty())
}
