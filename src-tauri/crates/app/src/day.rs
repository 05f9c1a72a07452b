//! The day of a meeting (当日): what is recorded of it beside the attendance, the quorum
//! through the meeting, the reception list.

pub mod course;
pub mod others;
pub mod reception;
pub mod register;
pub mod rules;
pub mod write;

use crate::council::App;
use crate::error::{AppError, Result};
use crate::meetings::page::meeting;
use crate::snapshot::Snapshot;
use crate::text::day as words;
use entaku_domain::day::TimeOfDay;
use entaku_domain::id::MeetingId;
use entaku_domain::meeting::Meeting;

/// How a meeting went, as a page shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct DayFacts {
    /// Opened at, HH:MM.
    pub opened: Option<String>,
    /// Closed at, HH:MM.
    pub closed: Option<String>,
    /// The audience that was let in.
    pub admitted: Option<u32>,
    /// Of whom left before the end.
    pub left_early: Option<u32>,
    /// Who could not be let in.
    pub refused: Option<u32>,
    /// The press.
    pub press: Option<u32>,
    /// Who came of those who had asked to listen; none where nobody did.
    pub gallery: Option<u32>,
    /// In a sentence; none where nothing is recorded.
    pub audience: Option<String>,
}

/// An item of the agenda and when it is dealt with.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ItemTime {
    /// The item's identifier.
    pub id: String,
    /// Its number and title.
    pub title: String,
    /// As planned, HH:MM.
    pub from: Option<String>,
    /// As planned, HH:MM.
    pub to: Option<String>,
}

/// What is recorded of the day of a meeting beside the attendance.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct DayPage {
    /// The facts.
    pub facts: DayFacts,
    /// The items of the agenda, for those who leave the room.
    pub items: Vec<ItemTime>,
    /// Who else is there, the secretariat last.
    pub others: Vec<others::OtherRow>,
    /// Who may be there, by the agenda and by what members need, and is not entered yet.
    pub offered: Vec<others::OtherRow>,
    /// The quorum's rule, and how it goes through the meeting.
    pub quorum: course::QuorumPage,
}

impl App {
    /// What is recorded of the day of a meeting.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`].
    pub fn day_page(&self, id: MeetingId) -> Result<DayPage> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let items = self.item_times(m)?;
        Ok(DayPage {
            facts: self.day_facts(id)?,
            others: self.others(&council, m)?,
            offered: self.offered_others(&council, m)?,
            quorum: self.quorum_page(&council, m, &items)?,
            items,
        })
    }

    /// How a meeting went.
    ///
    /// # Errors
    /// Those of the store.
    pub fn day_facts(&self, id: MeetingId) -> Result<DayFacts> {
        let came = crate::meetings::list::count(self.store.applicants(id)?.iter().filter(|a| a.came).count());
        let gallery = Some(came).filter(|n| *n > 0);
        let Some(day) = self.store.meeting_day(id)? else { return Ok(DayFacts { gallery, ..DayFacts::default() }) };
        let time = |t: Option<TimeOfDay>| t.map(|t| t.to_string());
        Ok(DayFacts {
            opened: time(day.opened),
            closed: time(day.closed),
            admitted: day.admitted,
            left_early: day.left_early,
            refused: day.refused,
            press: day.press,
            gallery,
            audience: words::audience(day.admitted, day.left_early, day.refused, day.press),
        })
    }

    /// The records of the day beside the attendance, as tables and identifiers.
    pub(crate) fn day_rows(&self, id: MeetingId) -> Result<Vec<(&'static str, String)>> {
        let mut rows: Vec<(&str, String)> = Vec::new();
        rows.extend(self.store.attendance_times(id)?.iter().map(|t| ("attendance_time", t.attendance.to_string())));
        rows.extend(self.store.step_outs(id)?.iter().map(|o| ("step_out", o.id.to_string())));
        rows.extend(self.store.attendees(id)?.iter().map(|a| ("attendee", a.id.to_string())));
        rows.extend(self.store.meeting_day(id)?.map(|_| ("day_record", id.to_string())));
        rows.extend(self.store.room(id)?.map(|_| ("room", id.to_string())));
        Ok(rows)
    }

    /// When each item is dealt with, as planned.
    pub(crate) fn item_times(&self, m: &Meeting) -> Result<Vec<ItemTime>> {
        let rows = self.list_agenda(m.id)?.items;
        let ends = rows.iter().skip(1).map(|r| r.clock.clone()).chain([m.end.clone()]);
        let titled = |number: &str, title: &str| format!("{number}　{title}").trim_start().to_owned();
        let row = |(row, to): (&crate::agenda::AgendaRow, Option<String>)| ItemTime {
            id: row.id.clone(),
            title: titled(&row.number, &row.title),
            from: row.clock.clone(),
            to,
        };
        Ok(rows.iter().zip(ends).map(row).collect())
    }
}

/// The title of a meeting, for the history.
pub(crate) fn about(council: &Snapshot, m: &Meeting) -> String {
    council.meeting_title(m)
}

/// A time as typed; an empty field is none.
///
/// # Errors
/// [`AppError::BadTime`].
pub fn time(field: &'static str, typed: Option<&str>) -> Result<Option<TimeOfDay>> {
    let Some(typed) = typed.map(str::trim).filter(|t| !t.is_empty()) else { return Ok(None) };
    let read = TimeOfDay::read(typed);
    read.map(Some).ok_or_else(|| AppError::BadTime { field, text: typed.to_owned() })
}
