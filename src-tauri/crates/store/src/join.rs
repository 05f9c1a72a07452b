//! Changes that go on with the one before: what is typed is saved every second, and is one
//! step of undo, with one image before and one after for each row.

use crate::change::{Action, Actor, ChangeId, Moment};
use crate::error::Result;
use crate::log;
use crate::records::Records;
use rusqlite::{OptionalExtension, params};

/// The change that an action goes on with: the very last one, of the same kind, not undone.
pub(crate) fn before(records: &Records, actor: &Actor, action: &Action, at: Moment) -> Result<Option<ChangeId>> {
    let Some(seconds) = action.joins else { return Ok(None) };
    let Some(earliest) = at.checked_sub_signed(chrono::TimeDelta::seconds(seconds)) else { return Ok(None) };
    let sql = "select c.id from change c
               where c.id = (select max(id) from change) and c.action = ?1 and c.subject is ?2 and c.actor = ?3
                   and c.at >= ?4 and c.at <= ?5 and c.final = 0 and c.aside = 0 and c.undoes is null and c.open = 0
                   and c.version = (select user_version from pragma_user_version)
                   and not exists (select 1 from change_row r where r.change_id = c.id and r.purged = 1)";
    let (earliest, latest) = (log::moment_text(earliest), log::moment_text(at));
    let found = records
        .db
        .prepare_cached(sql)?
        .query_row(params![action.code, action.subject, actor.name(), earliest, latest], |r| r.get(0))
        .optional()?;
    Ok(found.map(ChangeId))
}

/// Opens it again; answers the last line of the log before what follows.
pub(crate) fn reopen(records: &Records, change: ChangeId) -> Result<i64> {
    records.db.execute("update change set open = 1 where id = ?1", [change.0])?;
    Ok(records.db.query_row("select max(id) from change_row", [], |r| r.get::<_, Option<i64>>(0))?.unwrap_or_default())
}

/// Joins the images of a row that followed on each other within a change that was opened
/// again: the first one before, the last one after.
pub(crate) fn compact(records: &Records, change: ChangeId, first: i64) -> Result<()> {
    if first == 0 {
        return Ok(());
    }
    let sql = "select id, tbl, row_id from change_row where change_id = ?1 and id > ?2 order by id";
    let later: Vec<(i64, String, String)> = records
        .db
        .prepare_cached(sql)?
        .query_map([change.0, first], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (line, table, row) in later {
        let sql = "select max(e.id) from change_row e, change_row r
                   where r.id = ?2 and e.change_id = ?1 and e.id < ?2 and e.tbl = ?3 and e.row_id = ?4
                       and e.after is r.before";
        let earlier: Option<i64> =
            records.db.prepare_cached(sql)?.query_row(params![change.0, line, table, row], |r| r.get(0))?;
        if let Some(earlier) = earlier {
            join(records, earlier, line)?;
        }
    }
    Ok(())
}

fn join(records: &Records, earlier: i64, later: i64) -> Result<()> {
    let db = &records.db;
    let sql = "update change_row set after = (select r.after from change_row r where r.id = ?2) where id = ?1";
    db.prepare_cached(sql)?.execute([earlier, later])?;
    db.prepare_cached("update change_row set before = null, after = null where id = ?1")?.execute([later])?;
    db.prepare_cached("delete from change_row where id = ?1")?.execute([later])?;
    Ok(())
}
