//! The one door for writes.

use crate::error::{Error, Result};
use crate::join;
use crate::log;
use crate::open::Store;
use crate::records::Records;
use crate::row::Row;
use rusqlite::types::Value;
use rusqlite::{Transaction, TransactionBehavior, params, params_from_iter};
use std::fmt::Display;

/// A moment in time; the caller reads the clock.
pub type Moment = chrono::DateTime<chrono::Utc>;

/// The number of a change in the log, counted up from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct ChangeId(pub i64);

/// Who makes a change, as the office names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor(String);

/// What a change does: a stable code, and what it is done to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    pub(crate) code: &'static str,
    pub(crate) subject: Option<String>,
    pub(crate) is_final: bool,
    pub(crate) is_aside: bool,
    pub(crate) joins: Option<i64>,
}

/// A change that was carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done<T> {
    /// What the operation answered.
    pub output: T,
    /// Its number in the log; none where everything was so already, and nothing is logged.
    pub change: Option<ChangeId>,
    /// What a screen must reload, sorted: the nouns whose rows were touched, such
    /// as `appointment`, `person` (with affiliations) or `agenda` (with its papers' order).
    pub tags: Vec<&'static str>,
}

/// A change in progress: records that can be written. What is put is inserted,
/// or replaces the record with the same identifier.
#[derive(Debug)]
pub struct Tx<'a> {
    records: &'a Records,
    change: ChangeId,
    at: Moment,
    ids: uuid::timestamp::context::ContextV7,
}

impl Actor {
    /// An actor by name.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.0
    }
}

impl Action {
    /// An action by its stable code, `appoint_member`.
    pub const fn new(code: &'static str) -> Self {
        Self { code, subject: None, is_final: false, is_aside: false, joins: None }
    }

    /// Says what it is done to, for the history: 全体会 第1回. Kept until a
    /// person among the touched records is purged.
    #[must_use]
    pub fn about(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// Cannot be undone: a letter issued, a number taken.
    #[must_use]
    pub const fn last(mut self) -> Self {
        self.is_final = true;
        self
    }

    /// Only records what happened outside: a document was printed. It can never be
    /// undone, and undo and redo pass it by: what was done before it can still be
    /// taken back.
    #[must_use]
    pub const fn aside(mut self) -> Self {
        self.is_final = true;
        self.is_aside = true;
        self
    }

    /// Goes on with the change before it, where that is the same, of the same actor and to
    /// the same subject, and began not more than so many seconds ago: what is typed without
    /// a pause is one step of undo, however often it was saved on the way.
    #[must_use]
    pub const fn joining(mut self, seconds: i64) -> Self {
        self.joins = Some(seconds);
        self
    }

    /// Its code.
    pub const fn code(&self) -> &'static str {
        self.code
    }
}

impl Store {
    /// Carries out one named operation in one transaction. An error, or a panic,
    /// leaves no trace; neither does an operation that changes nothing, unless it
    /// is final.
    ///
    /// # Errors
    /// Those of `operation`; [`Error::ReadOnly`], [`Error::InUse`],
    /// [`Error::DiskFull`]; [`Error::BrokenReference`] when a record refers to
    /// one that does not exist in the end.
    pub fn change<T, E: From<Error>>(
        &mut self,
        actor: &Actor,
        action: Action,
        at: Moment,
        operation: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        self.change_undoing(actor, &action, at, None, operation)
    }

    /// A change that undoes another, where `undoes` names one.
    pub(crate) fn change_undoing<T, E: From<Error>>(
        &mut self,
        actor: &Actor,
        action: &Action,
        at: Moment,
        undoes: Option<ChangeId>,
        operation: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        self.must_be_writable()?;
        let transaction = Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate).map_err(cannot_begin)?;
        let (change, first) = match join::before(self, actor, action, at)? {
            Some(change) => (change, join::reopen(self, change)?),
            None => (begin(self, actor, action, at, undoes)?, 0),
        };
        let mut tx = Tx { records: self, change, at, ids: uuid::timestamp::context::ContextV7::new() };
        let output = operation(&mut tx)?;
        let tags = end(self, change)?;
        if !action.is_final && touched(self, change, first)? == 0 {
            drop(transaction);
            return Ok(Done { output, change: None, tags: Vec::new() });
        }
        join::compact(self, change, first)?;
        commit(self)?;
        drop(transaction);
        Ok(Done { output, change: Some(change), tags })
    }
}

/// A journal that cannot be made means a folder that cannot be written to.
fn cannot_begin(error: rusqlite::Error) -> Error {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::CannotOpen) => Error::ReadOnly,
        _ => Error::from(error),
    }
}

fn begin(records: &Records, actor: &Actor, action: &Action, at: Moment, undoes: Option<ChangeId>) -> Result<ChangeId> {
    let sql = "insert into change (at, actor, action, subject, final, undoes, aside, version)
               values (?1, ?2, ?3, ?4, ?5, ?6, ?7, (select user_version from pragma_user_version))";
    let mut statement = records.db.prepare_cached(sql)?;
    let at = log::moment_text(at);
    let undoes = undoes.map(|u| u.0);
    let (code, subject) = (action.code, &action.subject);
    let id = statement
        .insert(params![at, actor.0, code, subject, action.is_final, undoes, action.is_aside])
        .map_err(cannot_begin)?;
    Ok(ChangeId(id))
}

/// Commits; references that lead nowhere are named while they can still be seen.
/// Whatever fails here is rolled back by the transaction's guard.
fn commit(records: &Records) -> Result<()> {
    records.db.execute_batch("commit").map_err(|error| {
        let code = error.sqlite_error().map(|e| e.extended_code);
        if code == Some(rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY) {
            log::broken_reference(&records.db).unwrap_or_else(|error| error)
        } else {
            cannot_begin(error)
        }
    })
}

/// Closes the change and reads what it touched.
fn end(records: &Records, change: ChangeId) -> Result<Vec<&'static str>> {
    records.db.execute("update change set open = 0 where id = ?1", [change.0])?;
    let tables: Vec<String> = records
        .db
        .prepare_cached("select distinct tbl from change_row where change_id = ?1")?
        .query_map([change.0], |r| r.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut tags: Vec<&'static str> = tables.iter().filter_map(|t| log::tag(t)).collect();
    tags.sort_unstable();
    tags.dedup();
    Ok(tags)
}

/// How many rows the change touched after a line of the log.
fn touched(records: &Records, change: ChangeId, first: i64) -> Result<i64> {
    let sql = "select count(*) from change_row where change_id = ?1 and id > ?2";
    Ok(records.db.prepare_cached(sql)?.query_row([change.0, first], |r| r.get(0))?)
}

impl std::ops::Deref for Tx<'_> {
    type Target = Records;

    fn deref(&self) -> &Records {
        self.records
    }
}

impl Tx<'_> {
    /// A new globally unique value (UUIDv7): the change's time, then chance. Each
    /// sorts after those before it in the same change.
    pub fn new_id(&self) -> uuid::Uuid {
        let seconds = u64::try_from(self.at.timestamp()).unwrap_or_default();
        let time = uuid::Timestamp::from_unix(&self.ids, seconds, self.at.timestamp_subsec_nanos());
        uuid::Uuid::new_v7(time)
    }

    /// The number of this change.
    pub const fn id(&self) -> ChangeId {
        self.change
    }

    /// The time of this change.
    pub const fn at(&self) -> Moment {
        self.at
    }

    /// Keeps a paper's file and answers its SHA-256 in hexadecimal. A file once
    /// kept stays, even when the change fails.
    ///
    /// # Errors
    /// [`Error::DiskFull`], [`Error::ReadOnly`] and others of the file system.
    pub fn add_file(&mut self, content: &mut dyn std::io::Read) -> Result<String> {
        self.files.keep(content)
    }

    pub(crate) fn put<R: Row>(&mut self, value: &R) -> Result<()> {
        let places = (1..=R::COLUMNS.len()).map(|n| format!("?{n}")).collect::<Vec<_>>().join(", ");
        let sets = R::COLUMNS.iter().skip(1).map(|c| format!("{c} = excluded.{c}")).collect::<Vec<_>>().join(", ");
        let (table, columns) = (R::TABLE, R::COLUMNS.join(", "));
        let sql = format!("insert into {table} ({columns}) values ({places}) on conflict (id) do update set {sets}");
        self.write(&sql, value.values()?)?;
        Ok(())
    }

    pub(crate) fn remove(&mut self, table: &'static str, id: impl Display) -> Result<()> {
        let row = id.to_string();
        let count = self.write(&format!("delete from {table} where id = ?1"), vec![Value::Text(row.clone())])?;
        if count == 0 { Err(Error::NotFound { table, row }) } else { Ok(()) }
    }

    /// Brings the rows of a child table that `parent` selects to exactly `wanted`.
    pub(crate) fn replace<R: Row>(&mut self, parent: &str, id: impl Display, wanted: &[R]) -> Result<()> {
        let mut keep = Vec::new();
        for row in wanted {
            keep.push(row.values()?.into_iter().next().unwrap_or(Value::Null));
        }
        let sql = format!("select id from {} where {parent} = ?1", R::TABLE);
        let found: Vec<String> = self
            .db
            .prepare_cached(&sql)?
            .query_map([id.to_string()], |r| r.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for old in found.into_iter().filter(|old| !keep.contains(&Value::Text(old.clone()))) {
            self.remove(R::TABLE, old)?;
        }
        wanted.iter().try_for_each(|row| self.put(row))
    }

    fn write(&mut self, sql: &str, values: Vec<Value>) -> Result<usize> {
        let mut statement = self.db.prepare_cached(sql)?;
        statement.execute(params_from_iter(values)).map_err(cannot_begin)
    }
}
