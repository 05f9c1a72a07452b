//! The minutes of a meeting (会議録): written, sent for correction, made final, printed.

pub mod corrections;
pub(crate) mod document;
pub mod facts;
mod fill;
pub(crate) mod letters;
pub mod opinions;
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
    /// How many listened by the record of the day, or by who came of those that had asked to.
    counted: Option<(u16, ObserversFrom)>,
}

/// Where the number of listeners is known from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum ObserversFrom {
    /// Typed into the minutes.
    Minutes,
    /// The record of the day.
    Day,
    /// The list of those who asked to listen.
    Gallery,
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
            counted: counted(store, id)?,
        })
    }

    /// How many listened, and from where that is known: what was typed before what was counted.
    pub(crate) fn observers_known(&self) -> Option<(u16, ObserversFrom)> {
        self.minutes.observers.map(|n| (n, ObserversFrom::Minutes)).or(self.counted)
    }

    /// How many listened.
    pub(crate) fn observers(&self) -> Option<u16> {
        self.observers_known().map(|(count, _)| count)
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

/// How many listened, by the record of the day; where that says nothing, by who came of those
/// who had asked to.
fn counted(store: &Records, id: MeetingId) -> Result<Option<(u16, ObserversFrom)>> {
    let number = |count: u32| u16::try_from(count).unwrap_or(u16::MAX);
    if let Some(admitted) = store.meeting_day(id)?.and_then(|day| day.admitted) {
        return Ok(Some((number(admitted), ObserversFrom::Day)));
    }
    let came = crate::meetings::list::count(store.applicants(id)?.iter().filter(|a| a.came).count());
    Ok((came > 0).then_some((number(came), ObserversFrom::Gallery)))
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
