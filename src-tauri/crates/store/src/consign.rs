//! The council without what must not leave (V28), and what came back compared with it: what
//! was carried then, what came back, and what is here now, row by row and column by column.

mod clash;
mod erase;
mod number;
mod rules;
mod scratch;
mod unique;

use crate::change::{Moment, Tx};
use crate::error::{Error, Result};
use crate::log;
use crate::open::Store;
use crate::records::Records;
use crate::row::Row;
use crate::undo::put_columns;
pub use clash::Clash;
use entaku_domain::issue::Issue;
use entaku_domain::minutes::Entry;
use entaku_domain::paper::{Paper, PaperContent};
use entaku_domain::person::{Organization, Person};
pub(crate) use erase::{Erasure, erase_in_copies};
use rules::{CARRIED, Carried};
use rusqlite::Connection;
pub use scratch::Scratch;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A row that came back other than it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// The table.
    pub table: String,
    /// The row's identifier.
    pub row: String,
    /// As it was when it was carried, with what is not carried as it is here; none where it was
    /// not carried, or is not here.
    pub base: Option<Value>,
    /// As it is here, with what is not carried; none where it is not here.
    pub ours: Option<Value>,
    /// As it would be where what came back wins; none where it was taken away there.
    pub merged: Option<Value>,
    /// As it would be where what is here wins in what both changed.
    pub kept: Option<Value>,
    /// Columns that were changed on both sides since; where a row was taken away on one side
    /// and changed on the other, or it cannot stand beside what is here, `id`.
    pub conflicts: Vec<String>,
    /// Why it cannot be taken over beside what is here.
    pub clash: Option<Clash>,
}

/// What is carried of one table, by identifier.
type Rows = BTreeMap<String, Map<String, Value>>;

impl Records {
    /// Writes a copy without what must not leave, empty of history, and answers how many rows of
    /// each table it holds. What goes `back` is all of the tables that are carried: a copy holds
    /// nothing else, and what was closed there is not taken away here.
    ///
    /// # Errors
    /// Those of the file system and of SQLite.
    pub fn write_carried(&self, target: &Path, back: bool, at: Moment) -> Result<Vec<(String, u32)>> {
        let copy = Store::create(target, at)?;
        let take_off = log::uninstall(&copy.db)?;
        copy.db.execute_batch(&format!("pragma foreign_keys = off; begin; {take_off}"))?;
        let mut counts = Vec::new();
        for carried in CARRIED {
            fill(&self.db, &copy.db, carried, back)?;
        }
        mend(&copy.db)?;
        for carried in CARRIED {
            let sql = format!("select count(*) from \"{}\"", carried.table);
            let count: u32 = copy.db.query_row(&sql, [], |r| r.get(0))?;
            if count > 0 {
                counts.push((carried.table.to_owned(), count));
            }
        }
        log::install(&copy.db)?;
        copy.db.execute_batch("commit; vacuum; pragma foreign_keys = on;")?;
        Ok(counts)
    }

    /// Every text of a copy that was written to be carried, each with its table.
    ///
    /// # Errors
    /// Those of reading.
    pub fn carried_texts(&self) -> Result<Vec<(&'static str, String)>> {
        let mut texts = Vec::new();
        for carried in CARRIED {
            let mut statement = self.db.prepare(&format!("select * from \"{}\" order by id", carried.table))?;
            let columns = statement.column_count();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                for at in 0..columns {
                    if let rusqlite::types::Value::Text(text) = row.get(at)? {
                        texts.push((carried.table, text));
                    }
                }
            }
        }
        Ok(texts)
    }

    /// The files that the papers of this copy are made of: their names by their SHA-256.
    ///
    /// # Errors
    /// Those of reading.
    pub fn paper_names(&self) -> Result<BTreeMap<String, String>> {
        let papers: Vec<Paper> = self.list("order by id", [])?;
        let named = |p: Paper| match p.content {
            PaperContent::File { sha256, name } => Some((sha256, name)),
            _ => None,
        };
        Ok(papers.into_iter().filter_map(named).collect())
    }

    /// The SHA-256 of the files that the papers of this copy are made of.
    ///
    /// # Errors
    /// Those of reading.
    pub fn paper_hashes(&self) -> Result<BTreeSet<String>> {
        let papers: Vec<Paper> = self.list("order by id", [])?;
        let hash = |p: Paper| match p.content {
            PaperContent::File { sha256, .. } => Some(sha256),
            _ => None,
        };
        Ok(papers.into_iter().filter_map(hash).collect())
    }
}

/// Copies the rows that are carried, with what stands for what is not.
fn fill(from: &Connection, to: &Connection, carried: &Carried, all: bool) -> Result<()> {
    let known = log::columns(from, carried.table)?;
    let keep: Vec<&str> = carried.keep.iter().copied().filter(|c| known.iter().any(|k| k == c)).collect();
    let blank = carried.blank.iter();
    let values = keep.iter().map(|c| format!("\"{c}\"")).chain(blank.clone().map(|(_, value)| (*value).to_owned()));
    let names: Vec<String> = keep.iter().copied().chain(blank.map(|(c, _)| *c)).map(|c| format!("\"{c}\"")).collect();
    let only = if all || carried.only.is_empty() { "true" } else { carried.only };
    let sql =
        format!("select {} from \"{}\" where {only} order by id", values.collect::<Vec<_>>().join(", "), carried.table);
    let places = (1..=names.len()).map(|n| format!("?{n}")).collect::<Vec<_>>().join(", ");
    let mut insert =
        to.prepare(&format!("insert into \"{}\" ({}) values ({places})", carried.table, names.join(", ")))?;
    let mut statement = from.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let cells = (0..names.len()).map(|at| row.get::<_, rusqlite::types::Value>(at));
        insert.execute(rusqlite::params_from_iter(cells.collect::<rusqlite::Result<Vec<_>>>()?))?;
    }
    Ok(())
}

/// Takes away references to what stayed behind: the reference where it may be empty, else the row.
fn mend(db: &Connection) -> Result<()> {
    loop {
        let sql = "select \"table\", rowid, fkid from pragma_foreign_key_check order by 1, 2, 3";
        let broken = db
            .prepare(sql)?
            .query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?
            .collect::<rusqlite::Result<Vec<(String, i64, i64)>>>()?;
        if broken.is_empty() {
            return Ok(());
        }
        for (table, row, key) in broken {
            let sql = "select f.\"from\", c.\"notnull\" from pragma_foreign_key_list(?1) f
                       join pragma_table_info(?1) c on c.name = f.\"from\" where f.id = ?2";
            let (column, needed): (String, bool) =
                db.query_row(sql, rusqlite::params![table, key], |r| Ok((r.get(0)?, r.get(1)?)))?;
            let sql = match needed {
                true => format!("delete from \"{table}\" where rowid = ?1"),
                false => format!("update \"{table}\" set \"{column}\" = null where rowid = ?1"),
            };
            db.execute(&sql, [row])?;
        }
    }
}

impl Records {
    /// What is carried of a table, as images of the columns that are carried.
    fn carried(&self, carried: &Carried) -> Result<Rows> {
        let columns: Vec<String> = carried.keep.iter().map(|c| (*c).to_owned()).collect();
        let sql = format!("select id, {} from \"{}\"", log::image(&columns, ""), carried.table);
        let mut statement = self.db.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let mut found = Rows::new();
        while let Some(row) = rows.next()? {
            let (id, image): (String, String) = (row.get(0)?, row.get(1)?);
            if let Value::Object(image) = serde_json::from_str(&image)? {
                found.insert(id, image);
            }
        }
        Ok(found)
    }

    /// Every column of a row.
    fn whole(&self, table: &str, id: &str) -> Result<Option<Map<String, Value>>> {
        let sql = format!("select {} from \"{table}\" where id = ?1", log::image(&log::columns(&self.db, table)?, ""));
        let mut statement = self.db.prepare(&sql)?;
        let mut rows = statement.query([id])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        match serde_json::from_str(&row.get::<_, String>(0)?)? {
            Value::Object(image) => Ok(Some(image)),
            _ => Ok(None),
        }
    }

    /// What came back other than it went, table by table. `base` is what was carried then.
    ///
    /// # Errors
    /// Those of reading.
    pub fn compare(&self, base: &Self, theirs: &Self) -> Result<Vec<Incoming>> {
        let mut found = Vec::new();
        for carried in CARRIED {
            let (base, theirs) = (base.carried(carried)?, theirs.carried(carried)?);
            let ids: BTreeSet<&String> = base.keys().chain(theirs.keys()).collect();
            for id in ids {
                let (b, t) = (base.get(id), theirs.get(id));
                if b == t {
                    continue;
                }
                let ours = self.whole(carried.table, id)?;
                found.extend(joined(carried, id, b, t, ours));
            }
        }
        self.mark_clashes(&mut found)?;
        Ok(found)
    }
}

/// One row of three; none where nothing is to be done.
fn joined(
    carried: &Carried,
    id: &str,
    base: Option<&Map<String, Value>>,
    theirs: Option<&Map<String, Value>>,
    ours: Option<Map<String, Value>>,
) -> Option<Incoming> {
    let same = |column: &str, a: &Map<String, Value>, b: &Map<String, Value>| a.get(column) == b.get(column);
    let columns = || carried.keep.iter().copied().filter(|c| *c != "search");
    let mut conflicts = Vec::new();
    let mut kept = ours.clone();
    let merged = match (base, theirs, &ours) {
        (_, None, None) => return None,
        (Some(base), None, Some(ours)) => {
            if columns().any(|c| !same(c, base, ours)) {
                conflicts.push("id".to_owned());
            } else {
                kept = None;
            }
            None
        }
        (None, None, Some(_)) => return None,
        (Some(_), Some(theirs), None) => {
            conflicts.push("id".to_owned());
            Some(fresh(carried, theirs))
        }
        (None, Some(theirs), None) => {
            kept = Some(fresh(carried, theirs));
            kept.clone()
        }
        (base, Some(theirs), Some(ours)) => {
            let mut merged = ours.clone();
            let came = columns().filter(|c| base.is_none_or(|b| !same(c, b, theirs)) && !same(c, ours, theirs));
            for column in came {
                let Some(value) = theirs.get(column) else { continue };
                merged.insert(column.to_owned(), value.clone());
                if base.is_none_or(|b| !same(column, b, ours)) {
                    conflicts.push(column.to_owned());
                } else if let Some(kept) = &mut kept {
                    kept.insert(column.to_owned(), value.clone());
                }
            }
            if merged == *ours {
                return None;
            }
            Some(merged)
        }
    };
    let (table, row) = (carried.table.to_owned(), id.to_owned());
    let base = base.zip(ours.clone()).map(|(base, mut image)| {
        image.extend(base.clone());
        image
    });
    let [base, ours, merged, kept] = [base, ours, merged, kept].map(|image| image.map(Value::Object));
    Some(Incoming { table, row, base, ours, merged, kept, conflicts, clash: None })
}

/// A row that is new here: what is not carried has what stands in its place.
fn fresh(carried: &Carried, theirs: &Map<String, Value>) -> Map<String, Value> {
    let mut row = theirs.clone();
    for (column, blank) in carried.blank {
        let value = match *blank {
            "null" => Value::Null,
            quoted => Value::String(quoted.trim_matches('\'').to_owned()),
        };
        row.insert((*column).to_owned(), value);
    }
    row
}

impl Tx<'_> {
    /// Takes rows over as they are merged. Only tables that are carried are written.
    ///
    /// # Errors
    /// [`Error::Refused`] for another table; those of writing.
    pub fn take_over(&mut self, rows: &[Incoming]) -> Result<()> {
        // Where rows exchanged what must be unique, none can be written before the other is gone.
        for incoming in self.in_the_way(rows)? {
            self.db.execute(&format!("delete from \"{}\" where id = ?1", incoming.table), [&incoming.row])?;
        }
        for incoming in clash::in_order(rows) {
            let known = CARRIED.iter().find(|c| c.table == incoming.table);
            let carried = known.ok_or_else(|| Error::Refused { rule: format!("table {}", incoming.table) })?;
            let Some(merged) = &incoming.merged else {
                self.db.execute(&format!("delete from \"{}\" where id = ?1", carried.table), [&incoming.row])?;
                continue;
            };
            let columns: Vec<String> =
                carried.keep.iter().copied().chain(carried.blank.iter().map(|(c, _)| *c)).map(str::to_owned).collect();
            self.db.prepare_cached(&put_columns(carried.table, &columns))?.execute([merged.to_string()])?;
        }
        rows.iter().filter(|r| r.merged.is_some()).try_for_each(|r| self.key_anew(r))
    }

    /// Search keys follow the texts as they were merged.
    fn key_anew(&mut self, incoming: &Incoming) -> Result<()> {
        match incoming.table.as_str() {
            "person" => self.put_again::<Person>(&incoming.row),
            "organization" => self.put_again::<Organization>(&incoming.row),
            "issue" => self.put_again::<Issue>(&incoming.row),
            "minutes_entry" => self.put_again::<Entry>(&incoming.row),
            _ => Ok(()),
        }
    }

    fn put_again<R: Row>(&mut self, id: &str) -> Result<()> {
        let found: Option<R> = self.get(id)?;
        found.map_or(Ok(()), |row| self.put(&row))
    }
}

/// The columns that are not carried of tables that are.
#[cfg(test)]
pub(crate) fn blanked() -> Vec<(&'static str, &'static str)> {
    CARRIED.iter().flat_map(|c| c.blank.iter().map(|(column, _)| (c.table, *column))).collect()
}

/// The tables of which something is carried, and those of which nothing is, for the office.
pub fn carried_tables() -> (Vec<&'static str>, Vec<&'static str>) {
    (CARRIED.iter().map(|c| c.table).collect(), rules::NEVER.to_vec())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_table_and_column_is_carried_or_held_back_by_name() {
        let store = Store::in_memory().unwrap();
        let tables: BTreeSet<String> = log::tables(&store.db).unwrap().into_iter().collect();
        let carried: BTreeSet<String> = CARRIED.iter().map(|c| c.table.to_owned()).collect();
        let never: BTreeSet<String> = rules::NEVER.iter().map(|t| (*t).to_owned()).collect();
        let unnamed: Vec<&String> = tables.iter().filter(|t| !carried.contains(*t) && !never.contains(*t)).collect();
        assert!(unnamed.is_empty(), "say in store/src/consign/rules.rs whether these leave (V28): {unnamed:?}");
        assert!(carried.is_disjoint(&never));
        for one in CARRIED {
            let known: BTreeSet<String> = log::columns(&store.db, one.table).unwrap().into_iter().collect();
            let named = one.keep.iter().copied().chain(one.blank.iter().map(|(c, _)| *c));
            let named: BTreeSet<String> = named.map(str::to_owned).collect();
            assert_eq!(known, named, "columns of {}", one.table);
        }
    }
}
