//! Columns of rosters that the office has saved under a name (名簿の欄の組合せ).

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use entaku_documents::RosterColumn;
use entaku_domain::id::ColumnSetId;
use entaku_domain::roster::ColumnSet;
use entaku_domain::text::{check_name, search_key};
use entaku_store::Action;
use serde::Serialize;
use ts_rs::TS;

/// A column that a roster may have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ColumnRow {
    /// Its code.
    pub code: String,
    /// Its heading.
    pub label: String,
    /// Whether it is for the secretariat alone.
    pub internal: bool,
}

/// Saved columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ColumnSetRow {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Codes of the columns, from left to right.
    pub columns: Vec<String>,
}

impl ColumnRow {
    /// All columns, in the usual order.
    pub fn all() -> Vec<Self> {
        let row = |c: RosterColumn| Self {
            code: c.code().to_owned(),
            label: c.label().to_owned(),
            internal: c.is_internal(),
        };
        RosterColumn::ALL.into_iter().map(row).collect()
    }
}

impl App {
    /// Saved columns, by name. A column that this program does not know is passed over.
    ///
    /// # Errors
    /// Those of the store.
    pub fn list_column_sets(&self) -> Result<Vec<ColumnSetRow>> {
        let row = |set: ColumnSet| ColumnSetRow {
            id: set.id.to_string(),
            name: set.name,
            columns: set.columns.into_iter().filter(|c| RosterColumn::known(c).is_some()).collect(),
        };
        Ok(self.store().column_sets()?.into_iter().map(row).collect())
    }

    /// Saves columns under a name (「名簿の欄の保存」); what is saved under it already is replaced.
    ///
    /// # Errors
    /// [`AppError::Rules`] for the name's text.
    pub fn save_column_set(&mut self, name: &str, columns: &[RosterColumn]) -> Result<Written<ColumnSetId>> {
        let name = name.trim();
        all_right([check_name("name", name)])?;
        let key = search_key(name);
        let found = self.store.column_sets()?.into_iter().find(|s| search_key(&s.name) == key).map(|s| s.id);
        let columns: Vec<String> = columns.iter().map(|c| c.code().to_owned()).collect();
        self.change(Action::new("save_column_set").about(name), Vec::new(), |tx| {
            let id = found.unwrap_or_else(|| ColumnSetId::new(tx.new_id()));
            tx.put_column_set(&ColumnSet { id, name: name.to_owned(), columns })?;
            Ok(id)
        })
    }

    /// Forgets saved columns (「名簿の欄の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_column_set(&mut self, id: ColumnSetId) -> Result<Written<()>> {
        let found = self.store.column_sets()?.into_iter().find(|s| s.id == id);
        let found = found.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        self.change(Action::new("remove_column_set").about(found.name), Vec::new(), |tx| Ok(tx.remove_column_set(id)?))
    }
}
