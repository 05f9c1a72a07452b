//! What came back and cannot stand beside what is here: a row taken away there that something
//! here refers to, a row that refers to one that is not here any more, a number given twice.

use super::{CARRIED, Incoming};
use crate::error::Result;
use crate::records::Records;
use rusqlite::types::Value as Cell;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

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

/// Numbers within a year that both sides may have given to new rows: the newcomer takes the
/// next one, since what stands here may be printed already.
const NUMBERED: &[(&str, &[&str])] = &[("issue", &["year"]), ("proposal", &["year", "kind"])];

/// What becomes of rows, by table and identifier.
type Fate<'r> = BTreeMap<(&'r str, &'r str), Option<&'r Value>>;

impl Records {
    /// Why one of some rows cannot be taken over, where all of them are; none where all can.
    ///
    /// # Errors
    /// Those of reading.
    pub fn clash(&self, rows: &[Incoming]) -> Result<Option<(usize, Clash)>> {
        let fate = fate(rows, |row| row.merged.as_ref());
        for (at, row) in rows.iter().enumerate() {
            if let Some(clash) = self.clash_of(row, row.merged.as_ref(), &fate)? {
                return Ok(Some((at, clash)));
            }
        }
        Ok(None)
    }

    /// Marks what cannot be taken over: it is left as it is here, unless somebody chooses.
    pub(super) fn mark_clashes(&self, rows: &mut [Incoming]) -> Result<()> {
        rows.iter_mut().try_for_each(|row| self.number_anew(row))?;
        loop {
            let fate = fate(rows, outcome);
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

    /// A new row's number, where it is taken here.
    fn number_anew(&self, row: &mut Incoming) -> Result<()> {
        let Some((table, within)) = NUMBERED.iter().find(|(table, _)| *table == row.table) else { return Ok(()) };
        let (None, Some(Value::Object(image))) = (&row.ours, &row.merged) else { return Ok(()) };
        let same: Vec<String> = within.iter().map(|c| format!("\"{c}\" = json_extract(?1, '$.{c}')")).collect();
        let sql = format!(
            "select max(number), ifnull(max(number = json_extract(?1, '$.number')), 0) from \"{table}\" where {}",
            same.join(" and ")
        );
        let text = Value::Object(image.clone()).to_string();
        let (last, taken): (Option<i64>, bool) = self.db.query_row(&sql, [text], |r| Ok((r.get(0)?, r.get(1)?)))?;
        if let (Some(last), true) = (last, taken) {
            for image in [&mut row.merged, &mut row.kept].into_iter().flatten().filter_map(Value::as_object_mut) {
                image.insert("number".to_owned(), Value::from(last + 1));
            }
        }
        Ok(())
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
            let stays = |id: &String| match fate.get(&(table.as_str(), id.as_str())) {
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
            let is_there = match fate.get(&(table.as_str(), id)) {
                Some(becomes) => becomes.is_some(),
                None => self.whole(&table, id)?.is_some(),
            };
            if !is_there {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether another row that stays has what must be unique.
    fn is_taken(&self, row: &Incoming, image: &Map<String, Value>, fate: &Fate<'_>) -> Result<bool> {
        let sql = "select name from pragma_index_list(?1) where \"unique\" = 1 and origin <> 'pk'";
        let indexes = self
            .db
            .prepare_cached(sql)?
            .query_map([&row.table], |r| r.get(0))?
            .collect::<rusqlite::Result<Vec<String>>>()?;
        for index in indexes {
            let columns = self
                .db
                .prepare_cached("select name from pragma_index_info(?1) order by seqno")?
                .query_map([&index], |r| r.get(0))?
                .collect::<rusqlite::Result<Vec<String>>>()?;
            let cells: Option<Vec<Cell>> = columns.iter().map(|c| image.get(c).and_then(cell)).collect();
            let Some(cells) = cells else { continue };
            let same: Vec<String> = columns.iter().map(|c| format!("\"{c}\" = ?")).collect();
            let sql = format!("select id from \"{}\" where {}", row.table, same.join(" and "));
            let ids = self
                .db
                .prepare_cached(&sql)?
                .query_map(rusqlite::params_from_iter(cells), |r| r.get(0))?
                .collect::<rusqlite::Result<Vec<String>>>()?;
            let stays = |id: &String| match fate.get(&(row.table.as_str(), id.as_str())) {
                None => true,
                Some(None) => false,
                Some(Some(other)) => columns.iter().all(|c| other.get(c) == image.get(c)),
            };
            if ids.iter().any(|id| *id != row.row && stays(id)) {
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

fn fate(rows: &[Incoming], becomes: impl Fn(&Incoming) -> Option<&Value>) -> Fate<'_> {
    rows.iter().map(|row| ((row.table.as_str(), row.row.as_str()), becomes(row))).collect()
}

/// A value as SQLite compares it; none for what is never equal.
fn cell(value: &Value) -> Option<Cell> {
    match value {
        Value::Number(number) => number.as_i64().map(Cell::Integer),
        Value::String(text) => Some(Cell::Text(text.clone())),
        _ => None,
    }
}

/// Rows in the order in which they can be written: those that go first.
pub(super) fn in_order(rows: &[Incoming]) -> impl Iterator<Item = &Incoming> {
    let place = |row: &&Incoming| CARRIED.iter().position(|c| c.table == row.table);
    let mut all: Vec<&Incoming> = rows.iter().collect();
    all.sort_by_key(|row| (row.merged.is_some(), place(row)));
    all.into_iter()
}
