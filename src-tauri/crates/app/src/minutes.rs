//! The minutes of a meeting (会議録): written, sent for correction, made final, printed.

pub mod corrections;
pub(crate) mod document;
pub mod facts;
mod fill;
pub(crate) mod letters;
pub mod page;
pub mod settle;
pub mod speakers;
pub mod transcript;
pub mod write;

use crate::council::App;
use crate::error::{AppError, Result};
use crate::meetings::page::meeting;
use crate::snapshot::Snapshot;
use entaku_domain::agenda::AgendaItem;
use entaku_domain::id::MeetingId;
use entaku_domain::meeting::{Attendance, Meeting, MeetingState};
use entaku_domain::minutes::{Assignment, Decision, Entry, Minutes, MinutesRule};
use entaku_domain::minutes_fault::MinutesFault;
use entaku_domain::violation::Violation;
use entaku_store::Records;

/// Everything that the minutes of a meeting are made of.
#[derive(Debug)]
pub(crate) struct MinutesFile {
    pub(crate) meeting: Meeting,
    /// As written, or as the body would keep them.
    pub(crate) minutes: Minutes,
    /// Whether anything is written yet.
    pub(crate) exists: bool,
    pub(crate) agenda: Vec<AgendaItem>,
    pub(crate) attendance: Vec<Attendance>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) decisions: Vec<Decision>,
    pub(crate) tasks: Vec<Assignment>,
}

impl MinutesFile {
    pub(crate) fn load(app: &App, council: &Snapshot, id: MeetingId) -> Result<Self> {
        let m = meeting(council, id)?;
        let store = &app.store;
        let rule = rule(store, council, m)?;
        let written = store.minutes(id)?;
        Ok(Self {
            meeting: m.clone(),
            exists: written.is_some(),
            minutes: written.unwrap_or_else(|| Minutes::new(id, &rule)),
            agenda: store.agenda(id)?,
            attendance: store.attendance(id)?,
            entries: store.minutes_entries(id)?,
            decisions: store.decisions_of(id)?,
            tasks: store.assignments_of(id)?,
        })
    }

    /// Whether the text is final.
    pub(crate) fn is_frozen(&self) -> bool {
        self.meeting.state == MeetingState::Approved
    }

    /// Refuses to write into final minutes.
    pub(crate) fn must_be_open(&self) -> Result<()> {
        if self.is_frozen() { Err(refused(MinutesFault::Approved)) } else { Ok(()) }
    }

    /// The entries, as they are read: an item of the agenda after the other.
    pub(crate) fn of_item(&self, item: Option<entaku_domain::id::AgendaItemId>) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |e| e.item == item)
    }

    /// Whether somebody has written something.
    pub(crate) fn has_words(&self) -> bool {
        self.entries.iter().any(|e| !e.text.trim().is_empty())
    }
}

/// How the body of a meeting keeps its minutes.
pub(crate) fn rule(store: &Records, council: &Snapshot, m: &Meeting) -> Result<MinutesRule> {
    let decided = council.council.decided(entaku_domain::council::Question::Minutes);
    Ok(store.minutes_rule(m.body)?.unwrap_or_else(|| MinutesRule::usual(m.body, decided)))
}

/// A meeting as the history names it.
pub(crate) fn name(council: &Snapshot, m: &Meeting) -> String {
    council.meeting_title(m)
}

pub(crate) fn refused(fault: MinutesFault) -> AppError {
    AppError::Rules(vec![Violation::Minutes(fault)])
}
