//! Undo, redo and history: readings of the change log.

pub mod details;
pub(crate) mod names;

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::text;
use entaku_domain::Day;
use entaku_store::{Change, ChangeId};
pub(crate) use names::Names;

/// How many changes are read at a time while looking for those that are wanted.
const BATCH: u32 = 500;
/// Japan's time is nine hours ahead of UTC, without summer time.
const JAPAN: chrono::TimeDelta = chrono::TimeDelta::hours(9);

/// A change as the history shows it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct HistoryRow {
    /// Its number.
    #[ts(type = "number")]
    pub change: i64,
    /// When, as RFC 3339 in UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What, in Japanese; of an undo, what it took back.
    pub action: String,
    /// What it was done to.
    pub subject: Option<String>,
    /// Whether it can never be taken back.
    pub is_final: bool,
    /// Whether it has been taken back.
    pub is_undone: bool,
    /// Whether it takes another one back, or does it again.
    pub is_undo: bool,
}

/// Which changes to show.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// At most so many.
    pub limit: u32,
    /// Only those before this change.
    pub before: Option<i64>,
    /// Only by these.
    pub actor: Option<String>,
    /// Only those whose action or subject has this text.
    pub text: Option<String>,
    /// From this day on, in Japan.
    pub from: Option<Day>,
    /// Until this day.
    pub to: Option<Day>,
}

/// What may be taken back and done again next.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct UndoNames {
    /// The action that Ctrl+Z takes back.
    pub undo: Option<String>,
    /// What it was done to.
    pub undo_subject: Option<String>,
    /// The action that Ctrl+Y does again.
    pub redo: Option<String>,
    /// What it was done to.
    pub redo_subject: Option<String>,
}

impl App {
    /// The changes that are wanted, newest first.
    ///
    /// # Errors
    /// Those of the store.
    pub fn history(&self, wanted: &Wanted) -> Result<Vec<HistoryRow>> {
        let mut rows = Vec::new();
        let mut before = ChangeId(wanted.before.unwrap_or(i64::MAX));
        let names = Names::of(self)?;
        loop {
            let changes = self.store.history_before(before, BATCH)?;
            let Some(last) = changes.last() else { return Ok(rows) };
            before = last.id;
            for change in &changes {
                if wanted.from.is_some_and(|from| day_of(change) < from) {
                    return Ok(rows);
                }
                let row = self.history_row(&names, change)?;
                if fits(wanted, change, &row) {
                    rows.push(row);
                }
                if rows.len() >= wanted.limit as usize {
                    return Ok(rows);
                }
            }
        }
    }

    fn history_row(&self, names: &Names<'_>, change: &Change) -> Result<HistoryRow> {
        let way = text::action(&change.action);
        let original = self.original(change)?;
        let action = match &original {
            Some(first) => text::history::taken_back(&way, &text::action(&first.action)),
            None => way,
        };
        let subject = original.map_or_else(|| change.subject.clone(), |first| first.subject);
        Ok(HistoryRow {
            change: change.id.0,
            at: change.at.to_rfc3339(),
            actor: change.actor.clone(),
            action,
            subject: subject.map(|s| names.subject(&s)).transpose()?,
            is_final: change.is_final,
            is_undone: self.is_undone(change)?,
            is_undo: change.undoes.is_some(),
        })
    }

    /// The change that an undo, or a redo, is about in the end.
    pub(crate) fn original(&self, change: &Change) -> Result<Option<Change>> {
        let mut first = None;
        let mut next = change.undoes;
        while let Some(id) = next {
            first = self.store.change_by_id(id)?;
            next = first.as_ref().and_then(|c| c.undoes);
        }
        Ok(first)
    }

    /// Whether it is taken back now: its undo may have been taken back in turn.
    fn is_undone(&self, change: &Change) -> Result<bool> {
        let mut undone = false;
        let mut next = change.undone_by;
        while let Some(id) = next {
            undone = !undone;
            next = self.store.change_by_id(id)?.and_then(|c| c.undone_by);
        }
        Ok(undone)
    }

    /// What Ctrl+Z and Ctrl+Y would do now.
    ///
    /// # Errors
    /// Those of the store.
    pub fn undo_names(&self) -> Result<UndoNames> {
        let found = self.store.undoable()?;
        let names = Names::of(self)?;
        let subject = |change: &Option<Change>| {
            let subject = change.as_ref().and_then(|c| c.subject.as_deref());
            subject.map(|s| names.subject(s)).transpose()
        };
        let action = |change: &Option<Change>| change.as_ref().map(|c| text::action(&c.action));
        Ok(UndoNames {
            undo: action(&found.undo),
            undo_subject: subject(&found.undo)?,
            redo: action(&found.redo),
            redo_subject: subject(&found.redo)?,
        })
    }

    /// Checks the data and every paper's file; each fault in words, none when all is well.
    ///
    /// # Errors
    /// When the check itself cannot be carried out.
    pub fn check(&self) -> Result<Vec<String>> {
        Ok(self.store.integrity_check()?.iter().map(text::fault).collect())
    }

    /// Takes back the latest change that is not taken back yet; answers its name.
    ///
    /// # Errors
    /// [`AppError::NothingToUndo`]; a final change; one that later changes rest on.
    pub fn undo(&mut self) -> Result<Written<String>> {
        let target = self.store.undoable()?.undo.ok_or(AppError::NothingToUndo)?;
        let name = text::action(&target.action);
        let (actor, now) = (self.actor().clone(), self.now());
        let done = self.store.undo(&actor, now, target.id)?;
        Ok(Written { output: name, change: done.change.map(|c| c.0), tags: done.tags, notices: Vec::new() })
    }

    /// Does again what was last taken back; answers its name.
    ///
    /// # Errors
    /// [`AppError::NothingToRedo`]; else as [`App::undo`].
    pub fn redo(&mut self) -> Result<Written<String>> {
        let target = self.store.undoable()?.redo.ok_or(AppError::NothingToRedo)?;
        let name = text::action(&target.action);
        let (actor, now) = (self.actor().clone(), self.now());
        let done = self.store.undo(&actor, now, target.id)?;
        Ok(Written { output: name, change: done.change.map(|c| c.0), tags: done.tags, notices: Vec::new() })
    }
}

fn day_of(change: &Change) -> Day {
    (change.at + JAPAN).date_naive()
}

fn fits(wanted: &Wanted, change: &Change, row: &HistoryRow) -> bool {
    use entaku_domain::find::find_key;
    let has = |text: &str, part: &str| find_key(text).contains(&find_key(part));
    wanted.actor.as_deref().is_none_or(|actor| row.actor == actor)
        && wanted.to.is_none_or(|to| day_of(change) <= to)
        && wanted.text.as_deref().is_none_or(|text| {
            has(&row.action, text) || row.subject.as_deref().is_some_and(|subject| has(subject, text))
        })
}
