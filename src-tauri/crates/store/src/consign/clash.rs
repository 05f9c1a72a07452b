//! What came back and cannot stand beside what is here: a row taken away there that something
//! here refers to, a row that refers to one that is not here any more, a number given twice.

use super::unique::{Unique, table_keys};
use super::{CARRIED, Incoming, number};
use crate::error::Result;
use crate::records::Records;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Why a row cannot be taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clash {
    /// It was taken away there, and something here still refers to it.
    UsedHere,
    /// It refers to something that is not here.
    Missing,
    /// What must be unique is taken by another row here.
    Taken,
}

/// What becomes of rows.
struct Fate<'r> {
    /// By table and identifier.
    rows: BTreeMap<(&'r str, &'r str), Option<&'r Value>>,
    /// What must be unique in the tables of the rows.
    unique: BTreeMap<&'r str, Vec<Unique>>,
    /// What must be unique, that more than one of the rows would have.
    twice: BTreeSet<(&'r str, String)>,
}

impl Records {
    /// Why one of some rows cannot be taken over, where all of them are; none where all can.
    ///
    /// # Errors
    /// Those of reading.
    pub fn clash(&self, rows: &[Incoming]) -> Result<Option<(usize, Clash)>> {
        let fate = self.fate(rows, |row| row.merged.as_ref())?;
        for (at, row) in rows.iter().enumerate() {
            if let Some(clash) = self.clash_of(row, row.merged.as_ref(), &fate)? {
                return Ok(Some((at, clash)));
            }
        }
        Ok(None)
    }

    /// Marks what cannot be taken over: it is left as it is here, unless somebody chooses.
    pub(super) fn mark_clashes(&self, rows: &mut [Incoming]) -> Result<()> {
        number::anew(self, rows)?;
        loop {
            let fate = self.fate(rows, outcome)?;
            let mut found = Vec::new();
            for (at, row) in rows.iter().enumerate().filter(|(_, row)| outcome(row) != row.ours.as_ref()) {
                found.extend(self.clash_of(row, outcome(row), &fate)?.map(|clash| (at, clash)));
            }
            if found.is_empty() {
                return Ok(());
            }
            for (at, clash) in found {
                let Some(row) = rows.get_mut(at) else { continue };
                row.kept = row.ours.clone();
                row.clash = Some(clash);
                if row.conflicts.is_empty() {
                    row.conflicts.push("id".to_owned());
                }
            }
        }
    }

    fn fate<'r>(&self, rows: &'r [Incoming], becomes: impl Fn(&'r Incoming) -> Option<&'r Value>) -> Result<Fate<'r>> {
        let unique = self.unique_of(rows)?;
        let (mut once, mut twice) = (BTreeSet::new(), BTreeSet::new());
        for row in rows {
            let Some(Value::Object(image)) = becomes(row) else { continue };
            for key in table_keys(&unique, row, image).map(|key| (row.table.as_str(), key)) {
                if let Some(key) = once.replace(key.clone()) {
                    twice.insert(key);
                }
            }
        }
        let rows = rows.iter().map(|row| ((row.table.as_str(), row.row.as_str()), becomes(row))).collect();
        Ok(Fate { rows, unique, twice })
    }

    fn clash_of(&self, row: &Incoming, becomes: Option<&Value>, fate: &Fate<'_>) -> Result<Option<Clash>> {
        match becomes {
            None => Ok(self.is_used(row, fate)?.then_some(Clash::UsedHere)),
            Some(Value::Object(image)) if self.misses(row, image, fate)? => Ok(Some(Clash::Missing)),
            Some(Value::Object(image)) if self.is_taken(row, image, fate)? => Ok(Some(Clash::Taken)),
            Some(_) => Ok(None),
        }
    }

    /// Whether a row that stays refers to one that goes.
    fn is_used(&self, row: &Incoming, fate: &Fate<'_>) -> Result<bool> {
        let sql = "select m.name, f.\"from\" from sqlite_schema m join pragma_foreign_key_list(m.name) f
                   where m.type = 'table' and f.\"table\" = ?1";
        let referring = self
            .db
            .prepare_cached(sql)?
            .query_map([&row.table], |r| Ok((r.get(0)?, r.get(1)?)))?
            .collect::<rusqlite::Result<Vec<(String, String)>>>()?;
        for (table, column) in referring {
            let sql = format!("select id from \"{table}\" where \"{column}\" = ?1");
            let ids = self
                .db
                .prepare_cached(&sql)?
                .query_map([&row.row], |r| r.get(0))?
                .collect::<rusqlite::Result<Vec<String>>>()?;
            let stays = |id: &String| match fate.rows.get(&(table.as_str(), id.as_str())) {
                None => true,
                Some(None) => false,
                Some(Some(image)) => image.get(&column).and_then(Value::as_str) == Some(row.row.as_str()),
            };
            if ids.iter().any(stays) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether a row refers to one that is not here.
    fn misses(&self, row: &Incoming, image: &Map<String, Value>, fate: &Fate<'_>) -> Result<bool> {
        let sql = "select \"table\", \"from\" from pragma_foreign_key_list(?1)";
        let references = self
            .db
            .prepare_cached(sql)?
            .query_map([&row.table], |r| Ok((r.get(0)?, r.get(1)?)))?
            .collect::<rusqlite::Result<Vec<(String, String)>>>()?;
        for (table, column) in references {
            let Some(id) = image.get(&column).and_then(Value::as_str) else { continue };
            let is_there = match fate.rows.get(&(table.as_str(), id)) {
                Some(becomes) => becomes.is_some(),
                None => self.whole(&table, id)?.is_some(),
            };
            if !is_there {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether another row that stays, or comes, has what must be unique.
    fn is_taken(&self, row: &Incoming, image: &Map<String, Value>, fate: &Fate<'_>) -> Result<bool> {
        let table = row.table.as_str();
        if table_keys(&fate.unique, row, image).any(|key| fate.twice.contains(&(table, key))) {
            return Ok(true);
        }
        for unique in fate.unique.get(table).into_iter().flatten() {
            let ids = self.holders(table, unique, image)?;
            // What is among the rows was compared with them as it will be.
            if ids.iter().any(|id| *id != row.row && !fate.rows.contains_key(&(table, id.as_str()))) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// What a row becomes where nobody chooses.
fn outcome(row: &Incoming) -> Option<&Value> {
    if row.conflicts.is_empty() { row.merged.as_ref() } else { row.kept.as_ref() }
}

/// Rows in the order in which they can be written: those that go first.
pub(super) fn in_order(rows: &[Incoming]) -> impl Iterator<Item = &Incoming> {
    let place = |row: &&Incoming| CARRIED.iter().position(|c| c.table == row.table);
    let mut all: Vec<&Incoming> = rows.iter().collect();
    all.sort_by_key(|row| (row.merged.is_some(), place(row)));
    all.into_iter()
}
