//! The agenda on the day: when each item begins and ends, against its plan.

use super::rows::{AgendaRow, Around};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::text::agenda as words;
use entaku_domain::agenda::{AgendaItem, minutes_of_day};
use entaku_domain::id::{AgendaItemId, MeetingId};
use entaku_domain::meeting_fault::MeetingFault;
use entaku_domain::text::parse_time;
use entaku_domain::time_plan::{begin, clock_text};
use entaku_domain::violation::Violation;
use entaku_store::Action;

/// An agenda as it runs.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct AgendaClock {
    /// The items, in order.
    pub items: Vec<AgendaRow>,
    /// The item that runs.
    pub running: Option<String>,
    /// The item that comes next: the one after the last that began.
    pub next: Option<String>,
    /// How many minutes the meeting is behind; negative when it is ahead.
    pub behind: Option<i32>,
    /// The same in a sentence; empty before it begins.
    pub behind_text: String,
    /// When it may be expected to end, HH:MM.
    pub ends: Option<String>,
    /// The same in a sentence; empty where that is open.
    pub ends_text: String,
}

impl App {
    /// The agenda of a meeting as it runs, at a time HH:MM.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`], [`AppError::BadTime`].
    pub fn agenda_clock(&self, id: MeetingId, at: Option<&str>) -> Result<AgendaClock> {
        let now = at.map(|at| time("at", at)).transpose()?.as_deref().and_then(minutes_of_day);
        let council = self.snapshot()?;
        let meeting = crate::meetings::page::meeting(&council, id)?;
        let (items, papers) = (self.store.agenda(id)?, self.store.papers(id)?);
        let around = Around::load(self, &council, meeting, &papers, &items)?;
        let (rows, plan) = around.rows(&items, now);
        let last = items.iter().rposition(|i| i.started.is_some());
        let next = items.get(last.map_or(0, |at| at + 1));
        let running = plan.slots.iter().position(|s| s.running).and_then(|at| items.get(at));
        let ends = plan.ends.map(clock_text);
        let began = last.is_some();
        Ok(AgendaClock {
            running: running.map(|i| i.id.to_string()),
            next: next.map(|i| i.id.to_string()),
            behind_text: plan.behind.map(words::behind).unwrap_or_default(),
            ends_text: ends
                .as_deref()
                .filter(|_| began)
                .map(|at| words::expected_end(at, plan.late))
                .unwrap_or_default(),
            behind: plan.behind,
            items: rows,
            ends,
        })
    }

    /// An item begins at a time, and the one that runs ends; without an item what runs
    /// ends (「進行の時刻の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`], [`AppError::UnknownRecord`], [`AppError::BadTime`];
    /// [`AppError::Rules`] for a meeting that does not take place.
    pub fn begin_item(&mut self, id: MeetingId, item: Option<AgendaItemId>, at: &str) -> Result<Written<()>> {
        let at = time("at", at)?;
        let council = self.snapshot()?;
        let meeting = crate::meetings::page::meeting(&council, id)?;
        if !meeting.state.takes_place() {
            return Err(AppError::Rules(vec![Violation::Meeting(MeetingFault::NotRunning)]));
        }
        let items = self.store.agenda(id)?;
        let place = |wanted| items.iter().position(|i: &AgendaItem| i.id == wanted);
        let next = item.map(|i| place(i).ok_or_else(|| AppError::UnknownRecord(i.to_string()))).transpose()?;
        let changed = begin(&items, next, &at);
        let subject = format!("{}　{at}", council.meeting_title(meeting));
        self.change(Action::new("record_item_time").about(subject), Vec::new(), |tx| {
            changed.iter().try_for_each(|item| Ok(tx.put_agenda_item(item)?))
        })
    }

    /// Corrects when an item began and ended (「進行の時刻の記録」); an empty time is none.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`], [`AppError::BadTime`]; [`AppError::Rules`] for an item
    /// that ends before it begins.
    pub fn set_item_times(&mut self, id: AgendaItemId, started: &str, ended: &str) -> Result<Written<()>> {
        let kept = |field, typed: &str| Some(typed).filter(|t| !t.is_empty()).map(|t| time(field, t)).transpose();
        let (started, ended) = (kept("started", started)?, kept("ended", ended)?);
        let reversed = started.as_ref().zip(ended.as_ref()).is_some_and(|(from, to)| to < from);
        if reversed || (started.is_none() && ended.is_some()) {
            return Err(AppError::Rules(vec![Violation::TimesReversed]));
        }
        let item = self.known_item(id)?;
        let meeting = self.known_meeting(item.meeting)?;
        let subject = self.about_item(&meeting, &item.title)?;
        let item = AgendaItem { started, ended, ..item };
        self.change(Action::new("record_item_time").about(subject), Vec::new(), |tx| Ok(tx.put_agenda_item(&item)?))
    }
}

fn time(field: &'static str, typed: &str) -> Result<String> {
    parse_time(typed).ok_or_else(|| AppError::BadTime { field, text: typed.to_owned() })
}
