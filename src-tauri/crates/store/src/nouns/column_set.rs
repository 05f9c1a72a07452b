//! Columns of rosters, saved under a name.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, json, text, to_json};
use entaku_domain::id::ColumnSetId;
use entaku_domain::roster::ColumnSet;
use rusqlite::types::Value;

impl Row for ColumnSet {
    const TABLE: &'static str = "column_set";
    const COLUMNS: &'static [&'static str] = &["id", "name", "columns"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self { id: c.parse(ColumnSetId::parse)?, name: c.text()?, columns: c.parse(json)? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(self.id), text(&self.name), to_json(&self.columns)?])
    }
}

impl Records {
    /// Saved columns, by name.
    pub fn column_sets(&self) -> Result<Vec<ColumnSet>> {
        self.list("order by name, id", [])
    }
}

impl Tx<'_> {
    /// Saves columns under a name.
    pub fn put_column_set(&mut self, set: &ColumnSet) -> Result<()> {
        self.put(set)
    }

    /// Forgets saved columns.
    pub fn remove_column_set(&mut self, id: ColumnSetId) -> Result<()> {
        self.remove("column_set", id)
    }
}
