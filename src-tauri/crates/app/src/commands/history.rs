//! The history: who did what and when, what was before and after, what Ctrl+Z would do.

use super::{Nothing, day};
use crate::council::App;
use crate::error::Result;
use crate::history::details::ChangeDetails;
use crate::history::{HistoryRow, UndoNames, Wanted};
use serde::Deserialize;
use ts_rs::TS;

/// Which changes to show.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichChanges {
    /// At most so many.
    pub limit: u32,
    /// Only those before this one.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
    /// Only by this person.
    pub actor: Option<String>,
    /// Only those whose action or subject has this text, however typed.
    pub text: Option<String>,
    /// From this day on, as typed.
    pub from: Option<String>,
    /// Until this day, as typed.
    pub to: Option<String>,
}

/// A change by its number.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneChange {
    /// The number.
    #[ts(type = "number")]
    pub change: i64,
}

/// A record whose own history is wanted.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HistoryOf {
    /// `person`, `meeting`, `issue` or `body`.
    pub kind: String,
    /// Its identifier; of a body its handle or name.
    pub id: String,
}

pub(super) fn history(app: &App, args: WhichChanges) -> Result<Vec<HistoryRow>> {
    let typed = |text: Option<String>| text.filter(|t| !t.trim().is_empty());
    app.history(&Wanted {
        limit: args.limit,
        before: args.before,
        actor: typed(args.actor),
        text: typed(args.text),
        from: typed(args.from).map(|t| day("from", &t)).transpose()?,
        to: typed(args.to).map(|t| day("to", &t)).transpose()?,
    })
}

pub(super) fn change_details(app: &App, args: OneChange) -> Result<ChangeDetails> {
    app.change_details(args.change)
}

pub(super) fn history_of(app: &App, args: HistoryOf) -> Result<Vec<HistoryRow>> {
    app.history_of(&args.kind, &args.id)
}

pub(super) fn undoable(app: &App, _: Nothing) -> Result<UndoNames> {
    app.undo_names()
}
