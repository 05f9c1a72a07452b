//! What no two rows of a table may share.

use super::Incoming;
use crate::error::Result;
use crate::records::Records;
use rusqlite::types::Value as Cell;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Columns that no two rows of a table may share.
#[derive(Debug)]
pub(super) struct Unique {
    columns: Vec<String>,
    /// Of an index that is not of columns alone: a column, and the value with which a row is free.
    free: Option<(&'static str, &'static str)>,
}

/// Indexes of expressions, which SQLite does not name: the table, the columns, of which empty
/// ones are alike, and the value of a column with which a row is free.
const BY_HAND: &[(&str, &[&str], (&str, &str))] = &[("agenda_template", &["body", "use"], ("use", "other"))];

impl Unique {
    /// What a row has of it; none where the row is free.
    fn cells<'i>(&self, image: &'i Map<String, Value>) -> Option<Vec<&'i Value>> {
        let cells: Vec<&Value> = self.columns.iter().map(|c| image.get(c)).collect::<Option<_>>()?;
        let bound = match self.free {
            Some((column, value)) => image.get(column).and_then(Value::as_str) != Some(value),
            None => cells.iter().all(|cell| !cell.is_null()),
        };
        bound.then_some(cells)
    }

    fn key(&self, image: &Map<String, Value>) -> Option<String> {
        let cells = self.cells(image)?;
        let pairs: Vec<_> = self.columns.iter().zip(cells).map(|(c, cell)| format!("{c}={cell}")).collect();
        Some(pairs.join(" "))
    }
}

/// What must be unique of a row.
pub(super) fn table_keys<'u>(
    unique: &'u BTreeMap<&str, Vec<Unique>>,
    row: &Incoming,
    image: &'u Map<String, Value>,
) -> impl Iterator<Item = String> + use<'u> {
    unique.get(row.table.as_str()).into_iter().flatten().filter_map(|one| one.key(image))
}

impl Records {
    /// What must be unique in the tables of some rows.
    ///
    /// # Errors
    /// Those of reading.
    pub(super) fn unique_of<'r>(&self, rows: &'r [Incoming]) -> Result<BTreeMap<&'r str, Vec<Unique>>> {
        let tables: BTreeSet<&str> = rows.iter().map(|row| row.table.as_str()).collect();
        tables.into_iter().map(|table| Ok((table, self.unique(table)?))).collect()
    }

    fn unique(&self, table: &str) -> Result<Vec<Unique>> {
        let sql = "select name from pragma_index_list(?1) where \"unique\" = 1 and origin <> 'pk'";
        let indexes = self
            .db
            .prepare_cached(sql)?
            .query_map([table], |r| r.get(0))?
            .collect::<rusqlite::Result<Vec<String>>>()?;
        let mut found = Vec::new();
        for (_, columns, free) in BY_HAND.iter().filter(|(of, ..)| *of == table) {
            found.push(Unique { columns: columns.iter().map(|c| (*c).to_owned()).collect(), free: Some(*free) });
        }
        for index in indexes {
            let columns = self
                .db
                .prepare_cached("select name from pragma_index_info(?1) order by seqno")?
                .query_map([&index], |r| r.get(0))?
                .collect::<rusqlite::Result<Vec<Option<String>>>>()?;
            // An expression has no name: such an index is among those by hand.
            found.extend(columns.into_iter().collect::<Option<_>>().map(|columns| Unique { columns, free: None }));
        }
        Ok(found)
    }

    /// The rows here that have what must be unique as an image has it.
    ///
    /// # Errors
    /// Those of reading.
    pub(super) fn holders(&self, table: &str, unique: &Unique, image: &Map<String, Value>) -> Result<Vec<String>> {
        let cells = unique.cells(image).and_then(|cells| cells.into_iter().map(cell).collect::<Option<Vec<Cell>>>());
        let Some(cells) = cells else { return Ok(Vec::new()) };
        let same: Vec<String> = unique.columns.iter().map(|c| format!("\"{c}\" is ?")).collect();
        let sql = format!("select id from \"{table}\" where {}", same.join(" and "));
        let mut statement = self.db.prepare_cached(&sql)?;
        let ids = statement.query_map(rusqlite::params_from_iter(cells), |r| r.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// Rows that are here and have what another of the rows will have: they give it up.
    ///
    /// # Errors
    /// Those of reading.
    pub(super) fn in_the_way<'r>(&self, rows: &'r [Incoming]) -> Result<Vec<&'r Incoming>> {
        let unique = self.unique_of(rows)?;
        let mut wanted = BTreeMap::new();
        for row in rows {
            let Some(Value::Object(image)) = &row.merged else { continue };
            wanted.extend(table_keys(&unique, row, image).map(|key| ((row.table.as_str(), key), row.row.as_str())));
        }
        let is_wanted = |row: &Incoming| {
            let (Some(Value::Object(image)), true) = (&row.ours, row.merged.is_some()) else { return false };
            table_keys(&unique, row, image).any(|key| {
                let by = wanted.get(&(row.table.as_str(), key));
                by.is_some_and(|by| *by != row.row)
            })
        };
        Ok(rows.iter().filter(|row| is_wanted(row)).collect())
    }
}

/// A value as SQLite compares it.
fn cell(value: &Value) -> Option<Cell> {
    match value {
        Value::Null => Some(Cell::Null),
        Value::Number(number) => number.as_i64().map(Cell::Integer),
        Value::String(text) => Some(Cell::Text(text.clone())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::consign::CARRIED;
    use crate::open::Store;

    #[test]
    fn every_index_that_is_not_of_columns_alone_is_known() {
        let store = Store::in_memory().unwrap();
        let sql = "select i.name from pragma_index_list(?1) i where i.\"unique\" = 1 and (i.partial = 1 or
                   exists (select 1 from pragma_index_info(i.name) c where c.name is null)) order by 1";
        let mut statement = store.db.prepare(sql).unwrap();
        let mut found: Vec<String> = Vec::new();
        for carried in CARRIED {
            let names = statement.query_map([carried.table], |r| r.get(0)).unwrap();
            found.extend(names.map(|name| name.unwrap()));
        }
        // The second binds where its column is not empty, as every index does.
        assert_eq!(found, ["agenda_template_use", "nomination_of_round"], "say in BY_HAND what binds its rows");
    }
}
