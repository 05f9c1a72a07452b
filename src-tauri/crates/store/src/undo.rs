//! Undo: a new change that restores the before-images of another, last write
//! first. Nothing is erased, so undo is part of the audit; redo undoes the undo.

use crate::change::{Action, Actor, ChangeId, Done, Moment, Tx};
use crate::error::{Error, Result, WhyNot};
use crate::history::Change;
use crate::log;
use crate::open::Store;
use crate::records::{Records, version};
use rusqlite::OptionalExtension;

/// A row's images in the change that is undone.
struct Images {
    table: String,
    row: String,
    before: Option<String>,
    after: Option<String>,
}

impl Store {
    /// Undoes a change; of a change that is itself an undo, redoes the original.
    ///
    /// # Errors
    /// [`Error::NoChange`], [`Error::NotUndoable`], [`Error::ChangedLater`] when
    /// a later change touched one of its rows or a later record rests on one;
    /// those of [`Store::change`].
    pub fn undo(&mut self, actor: &Actor, at: Moment, target: ChangeId) -> Result<Done<()>> {
        let change = self.change_by_id(target)?.ok_or(Error::NoChange(target))?;
        self.check_undoable(&change)?;
        let code = if change.action == "undo" { "redo" } else { "undo" };
        let action = Action { code, subject: change.subject, is_final: false, is_aside: false, joins: None };
        let outcome = self.change_undoing(actor, &action, at, Some(target), |tx| restore(tx, target));
        match outcome {
            Err(Error::BrokenReference { table, row, parent }) => {
                let later = self.later_than(target, &table, &row)?;
                Err(later.unwrap_or(Error::BrokenReference { table, row, parent }))
            }
            other => other,
        }
    }

    fn check_undoable(&self, change: &Change) -> Result<()> {
        let target = change.id;
        let sql = "select version, exists (select 1 from change_row where change_id = ?1 and purged = 1)
                   from change where id = ?1";
        let (of, purged): (i64, bool) = self.db.query_row(sql, [target.0], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let why = if purged {
            Some(WhyNot::Purged)
        } else if change.is_final {
            Some(WhyNot::Final)
        } else {
            (usize::try_from(of) != Ok(version(&self.db)?)).then_some(WhyNot::OtherVersion)
        };
        why.map_or(Ok(()), |why| Err(Error::NotUndoable { change: target, why }))
    }
}

impl Records {
    /// The latest closed change after `target` that touched a row, as an error.
    fn later_than(&self, target: ChangeId, table: &str, row: &str) -> Result<Option<Error>> {
        let sql = "select max(c.id) from change_row r join change c on c.id = r.change_id
                   where r.tbl = ?1 and r.row_id = ?2 and c.id > ?3 and c.open = 0";
        let found: Option<i64> = self.db.prepare_cached(sql)?.query_row((table, row, target.0), |r| r.get(0))?;
        let Some(id) = found.map(ChangeId) else { return Ok(None) };
        let change = self.change_by_id(id)?.ok_or(Error::NoChange(id))?;
        Ok(Some(Error::ChangedLater { change: id, action: change.action, at: change.at }))
    }
}

/// Restores every row that the change touched, last write first.
fn restore(tx: &mut Tx<'_>, target: ChangeId) -> Result<()> {
    let sql = "select tbl, row_id, before, after from change_row where change_id = ?1 order by id desc";
    let all: Vec<Images> = tx
        .db
        .prepare_cached(sql)?
        .query_map([target.0], |r| {
            Ok(Images { table: r.get(0)?, row: r.get(1)?, before: r.get(2)?, after: r.get(3)? })
        })?
        .collect::<rusqlite::Result<_>>()?;
    all.iter().try_for_each(|images| restore_row(tx, target, images))
}

/// Restores one row, if it still is as the change left it. (A row that was
/// changed later and changed back may be restored: nothing is lost.)
fn restore_row(tx: &Tx<'_>, target: ChangeId, images: &Images) -> Result<()> {
    let Images { table, row, before, after } = images;
    let columns = log::columns(&tx.db, table)?;
    let now: Option<String> = tx
        .db
        .prepare_cached(&format!("select {} from \"{table}\" where id = ?1", log::image(&columns, "")))?
        .query_row([row], |r| r.get(0))
        .optional()?;
    if now != *after {
        let later = tx.later_than(target, table, row)?;
        return Err(later.unwrap_or(Error::Corrupt {
            table: table.clone(),
            row: row.clone(),
            column: "id".to_owned(),
        }));
    }
    match before {
        None => tx.db.prepare_cached(&format!("delete from \"{table}\" where id = ?1"))?.execute([row])?,
        Some(image) => tx.db.prepare_cached(&put_image(table, &columns))?.execute([image])?,
    };
    Ok(())
}

/// SQL that inserts or updates some columns of a row from its image.
pub(crate) fn put_columns(table: &str, columns: &[String]) -> String {
    put_image(table, columns)
}

/// SQL that inserts or updates a row from its image.
fn put_image(table: &str, columns: &[String]) -> String {
    let list = |each: &dyn Fn(&String) -> String| columns.iter().map(each).collect::<Vec<_>>().join(", ");
    format!(
        "insert into \"{table}\" ({}) select {} where true on conflict (id) do update set {}",
        list(&|c| format!("\"{c}\"")),
        list(&|c| format!("json_extract(?1, '$.{c}')")),
        list(&|c| format!("\"{c}\" = excluded.\"{c}\"")),
    )
}
