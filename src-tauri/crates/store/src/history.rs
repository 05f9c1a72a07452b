//! Readings of the log: what was done, to which rows, and what may be undone.

use crate::change::{ChangeId, Moment};
use crate::error::{Error, Result};
use crate::records::Records;
use entaku_domain::id::PersonId;
use rusqlite::Row;

/// How many changes back the ways of undo and redo are followed.
const DEPTH: i64 = 200;

/// A change in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its number.
    pub id: ChangeId,
    /// When.
    pub at: Moment,
    /// Who.
    pub actor: String,
    /// The action's stable code; `undo`, `redo` and `migrate` are the store's own.
    pub action: String,
    /// What it was done to; none where none was said, or after a purge.
    pub subject: Option<String>,
    /// Whether it can never be undone.
    pub is_final: bool,
    /// Whether it only records what happened outside; undo passes it by.
    pub is_aside: bool,
    /// The change that this one undoes.
    pub undoes: Option<ChangeId>,
    /// The latest change that undid this one.
    pub undone_by: Option<ChangeId>,
}

/// A row that a change touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedRow {
    /// The table.
    pub table: String,
    /// The row's identifier.
    pub row: String,
    /// Its columns before; none when it was inserted.
    pub before: Option<serde_json::Value>,
    /// Its columns after; none when it was removed.
    pub after: Option<serde_json::Value>,
    /// Whether personal data were blanked in these images.
    pub purged: bool,
}

/// What may be undone and redone next. `id` is what to give to
/// [`crate::Store::undo`]; action and subject are those of the original change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Undoable {
    /// What Ctrl+Z undoes.
    pub undo: Option<Change>,
    /// What Ctrl+Y brings back.
    pub redo: Option<Change>,
}

const SELECT: &str = "select id, at, actor, action, subject, final, undoes,
    (select max(u.id) from change u where u.undoes = c.id), aside from change c";

impl Records {
    /// The latest changes, latest first.
    ///
    /// # Errors
    /// Those of reading.
    pub fn history(&self, limit: u32) -> Result<Vec<Change>> {
        self.changes("where open = 0 order by id desc limit ?1", i64::from(limit))
    }

    /// The changes before one, latest first.
    ///
    /// # Errors
    /// Those of reading.
    pub fn history_before(&self, before: ChangeId, limit: u32) -> Result<Vec<Change>> {
        let tail = format!("where open = 0 and id < ?1 order by id desc limit {limit}");
        self.changes(&tail, before.0)
    }

    /// The latest image of a row that is or once was there, as the log has it.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when the image is no JSON.
    pub fn last_image(&self, table: &str, row: &str) -> Result<Option<serde_json::Value>> {
        let sql = "select ifnull(after, before), 0, 0, 0, id from change_row where tbl = ?1 and row_id = ?2
                   order by change_id desc, id desc limit 1";
        let mut statement = self.db.prepare_cached(sql)?;
        let mut rows = statement.query([table, row])?;
        rows.next()?.map_or(Ok(None), |row| picture(row, 0, "after"))
    }

    /// The people of whom the log knows, whose record is gone, and whose data were not erased.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for an identifier that is none.
    pub fn logged_people(&self) -> Result<Vec<PersonId>> {
        let sql = "select row_id, min(id) from change_row r where tbl = 'person' and purged = 0
                   and not exists (select 1 from person p where p.id = r.row_id)
                   and not exists (select 1 from change_row o where o.tbl = 'person' and o.row_id = r.row_id and o.purged = 1)
                   group by row_id order by 2";
        let mut statement = self.db.prepare_cached(sql)?;
        let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let ids = rows.collect::<rusqlite::Result<Vec<(String, i64)>>>()?;
        ids.iter().map(|(id, at)| PersonId::parse(id).map_err(|_| corrupt("change_row", *at, "row_id"))).collect()
    }

    /// One change.
    ///
    /// # Errors
    /// Those of reading.
    pub fn change_by_id(&self, id: ChangeId) -> Result<Option<Change>> {
        Ok(self.changes("where id = ?1", id.0)?.pop())
    }

    /// The changes that touched a row, latest first.
    ///
    /// # Errors
    /// Those of reading.
    pub fn history_of(&self, table: &str, row: &str) -> Result<Vec<Change>> {
        let mut found = Vec::new();
        let sql = "select distinct change_id from change_row where tbl = ?1 and row_id = ?2 order by 1 desc";
        let ids = self
            .db
            .prepare_cached(sql)?
            .query_map([table, row], |r| r.get(0).map(ChangeId))?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        for id in ids {
            found.extend(self.change_by_id(id)?);
        }
        Ok(found)
    }

    /// The rows that a change touched, in the order of its writes.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when an image is no JSON.
    pub fn rows_of(&self, change: ChangeId) -> Result<Vec<ChangedRow>> {
        let sql = "select tbl, row_id, before, after, id, purged from change_row where change_id = ?1 order by id";
        let mut statement = self.db.prepare_cached(sql)?;
        let mut rows = statement.query([change.0])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let before = picture(row, 2, "before")?;
            let after = picture(row, 3, "after")?;
            found.push(ChangedRow { table: row.get(0)?, row: row.get(1)?, before, after, purged: row.get(5)? });
        }
        Ok(found)
    }

    /// What may be undone and redone next. A final change, a migration and a
    /// purge are a wall: nothing before them is offered. A change aside is passed by.
    ///
    /// # Errors
    /// Those of reading.
    pub fn undoable(&self) -> Result<Undoable> {
        let tail = "where open = 0 and aside = 0 and (final = 1 or exists (select 1 from change_row r where r.change_id = c.id))
                    order by id desc limit ?1";
        let mut changes = self.changes(tail, DEPTH)?;
        changes.reverse();
        let (mut undo, mut redo): (Vec<&Change>, Vec<&Change>) = (Vec::new(), Vec::new());
        for change in &changes {
            if change.is_final {
                undo.clear();
                redo.clear();
            } else if change.undoes.is_some() && undo.last().map(|c| c.id) == change.undoes {
                undo.pop();
                redo.push(change);
            } else if change.undoes.is_some() && redo.last().map(|c| c.id) == change.undoes {
                redo.pop();
                undo.push(change);
            } else {
                undo.push(change);
                redo.clear();
            }
        }
        Ok(Undoable { undo: self.named_as_first(undo.last())?, redo: self.named_as_first(redo.last())? })
    }

    /// A change under the name of the one that it undoes, or undoes the undoing of.
    fn named_as_first(&self, change: Option<&&Change>) -> Result<Option<Change>> {
        let Some(change) = change else { return Ok(None) };
        let mut first = (*change).clone();
        while let Some(undoes) = first.undoes {
            first = self.change_by_id(undoes)?.ok_or(Error::NoChange(undoes))?;
        }
        Ok(Some(Change { action: first.action, subject: first.subject, ..(*change).clone() }))
    }

    fn changes(&self, tail: &str, parameter: i64) -> Result<Vec<Change>> {
        let mut statement = self.db.prepare_cached(&format!("{SELECT} {tail}"))?;
        let mut rows = statement.query([parameter])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }
}

fn read(row: &Row<'_>) -> Result<Change> {
    let id: i64 = row.get(0)?;
    Ok(Change {
        id: ChangeId(id),
        at: row.get::<_, String>(1)?.parse().map_err(|_| corrupt("change", id, "at"))?,
        actor: row.get(2)?,
        action: row.get(3)?,
        subject: row.get(4)?,
        is_final: row.get(5)?,
        is_aside: row.get(8)?,
        undoes: row.get::<_, Option<i64>>(6)?.map(ChangeId),
        undone_by: row.get::<_, Option<i64>>(7)?.map(ChangeId),
    })
}

fn picture(row: &Row<'_>, at: usize, column: &str) -> Result<Option<serde_json::Value>> {
    let text: Option<String> = row.get(at)?;
    let id: i64 = row.get(4)?;
    text.map(|t| serde_json::from_str(&t).map_err(|_| corrupt("change_row", id, column))).transpose()
}

fn corrupt(table: &str, id: i64, column: &str) -> Error {
    Error::Corrupt { table: table.to_owned(), row: id.to_string(), column: column.to_owned() }
}
