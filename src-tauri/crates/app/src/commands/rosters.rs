//! Columns of rosters, chosen and saved under a name.

use super::Nothing;
use crate::column_sets::{ColumnRow, ColumnSetRow};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use entaku_documents::RosterColumn;
use entaku_domain::id::ColumnSetId;
use serde::Deserialize;
use ts_rs::TS;

/// Columns to be saved.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewColumnSet {
    /// Its name; what is saved under it already is replaced.
    pub name: String,
    /// Codes or headings of the columns, from left to right.
    pub columns: Vec<String>,
}

/// Saved columns.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichColumnSet {
    /// Its identifier.
    pub set: String,
}

/// Reads columns by their codes or headings.
///
/// # Errors
/// [`AppError::UnknownColumn`] for one that there is not; [`AppError::NoColumns`] for none at all.
pub fn roster_columns(names: &[String]) -> Result<Vec<RosterColumn>> {
    let read = |name: &String| RosterColumn::known(name).ok_or_else(|| AppError::UnknownColumn(name.clone()));
    let mut columns = names.iter().map(read).collect::<Result<Vec<_>>>()?;
    let mut seen = Vec::new();
    columns.retain(|c| {
        !seen.contains(c) && {
            seen.push(*c);
            true
        }
    });
    if columns.is_empty() { Err(AppError::NoColumns) } else { Ok(columns) }
}

pub(super) fn list_columns(_: &App, _: Nothing) -> Result<Vec<ColumnRow>> {
    Ok(ColumnRow::all())
}

pub(super) fn list_column_sets(app: &App, _: Nothing) -> Result<Vec<ColumnSetRow>> {
    app.list_column_sets()
}

pub(super) fn save_column_set(app: &mut App, args: NewColumnSet) -> Result<Written<String>> {
    Ok(app.save_column_set(&args.name, &roster_columns(&args.columns)?)?.map(|id| id.to_string()))
}

pub(super) fn remove_column_set(app: &mut App, args: WhichColumnSet) -> Result<Written<()>> {
    app.remove_column_set(ColumnSetId::parse(&args.set).map_err(|e| AppError::UnknownRecord(e.0))?)
}
