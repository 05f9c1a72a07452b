//! Undo, redo and history: readings of the change log.

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::text;

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
    /// What, in Japanese.
    pub action: String,
    /// What it was done to.
    pub subject: Option<String>,
}

impl App {
    /// The latest changes, newest first.
    ///
    /// # Errors
    /// Those of the store.
    pub fn history(&self, limit: u32) -> Result<Vec<HistoryRow>> {
        let changes = self.store.history(limit)?;
        Ok(changes
            .into_iter()
            .map(|c| HistoryRow {
                change: c.id.0,
                at: c.at.to_rfc3339(),
                actor: c.actor,
                action: text::action(&c.action),
                subject: c.subject,
            })
            .collect())
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
        Ok(Written { output: name, change: done.change.0, tags: done.tags, notices: Vec::new() })
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
        Ok(Written { output: name, change: done.change.0, tags: done.tags, notices: Vec::new() })
    }
}
