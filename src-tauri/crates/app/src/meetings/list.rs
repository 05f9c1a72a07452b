//! The meetings of a year in a list, with how far each has come.

use crate::council::App;
use crate::error::Result;
use crate::snapshot::Snapshot;
use entaku_domain::meeting::Meeting;
use entaku_domain::{Day, FiscalYear};

/// A meeting in the list of a year.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct MeetingSummary {
    /// Its identifier.
    pub id: String,
    /// 令和8年度 第2回 全体会.
    pub title: String,
    /// What it is called where that is not 第n回 and its body's name: a joint meeting, or
    /// one of a body that has its own word.
    pub name: Option<String>,
    /// Handle of its body.
    pub body: String,
    /// The body's name in that year.
    pub body_name: String,
    /// 第n回.
    pub number: u16,
    /// ISO date.
    pub date: String,
    /// HH:MM.
    pub start: Option<String>,
    /// HH:MM.
    pub end: Option<String>,
    /// Place.
    pub place: String,
    /// How it is held, in Japanese.
    pub mode: String,
    /// Whether all of it is closed to the public.
    pub closed: bool,
    /// Where it stands, a code.
    pub state: String,
    /// Where it stands, in Japanese.
    pub state_label: String,
    /// Items of its agenda.
    pub items: u32,
    /// Papers.
    pub papers: u32,
    /// People who sit on the body that day.
    pub members: u32,
    /// Of whom attendance is recorded.
    pub recorded: u32,
    /// Who came.
    pub present: u32,
    /// Whether it is the next one of all.
    pub next: bool,
}

impl App {
    /// The meetings of a year, or of all years, by day; of one body or all.
    ///
    /// # Errors
    /// An unknown body.
    pub fn year_meetings(&self, body: Option<&str>, year: Option<FiscalYear>) -> Result<Vec<MeetingSummary>> {
        let council = self.snapshot()?;
        let body = body.map(|b| council.body(b)).transpose()?.map(|b| b.id);
        let next = next_meeting(&council, self.today()).map(|m| m.id);
        let wanted = |m: &&Meeting| body.is_none_or(|b| m.is_of(b)) && year.is_none_or(|y| m.year() == y);
        let mut meetings: Vec<&Meeting> = council.meetings.iter().filter(wanted).collect();
        meetings.sort_by_key(|m| (m.date, m.start.clone()));
        meetings.into_iter().map(|m| self.summary(&council, m, next == Some(m.id))).collect()
    }

    pub(crate) fn summary(&self, council: &Snapshot, m: &Meeting, next: bool) -> Result<MeetingSummary> {
        let attendance = self.store.attendance(m.id)?;
        let sitting = council.at_meeting(m).iter().filter(|s| s.person.is_some()).count();
        let body_name = council.body_name(m.body, m.year());
        Ok(MeetingSummary {
            id: m.id.to_string(),
            title: council.meeting_title(m),
            name: (!m.joint.is_empty() || council.meeting_word(m.body, m.year()) != body_name)
                .then(|| council.meeting_name(m)),
            body: council.body_by_id(m.body).map(|b| b.key.clone()).unwrap_or_default(),
            body_name: body_name.to_owned(),
            number: m.number,
            date: m.date.to_string(),
            start: m.start.clone(),
            end: m.end.clone(),
            place: m.place.clone(),
            mode: m.mode.label().to_owned(),
            closed: m.closed_reason.is_some(),
            state: m.state.code().to_owned(),
            state_label: m.state.label().to_owned(),
            items: count(self.store.agenda(m.id)?.len()),
            papers: count(self.store.papers(m.id)?.len()),
            members: count(sitting),
            recorded: count(attendance.len()),
            present: count(attendance.iter().filter(|a| a.presence.is_there()).count()),
            next,
        })
    }
}

/// The next meeting of all that takes place, from a day on.
pub(crate) fn next_meeting(council: &Snapshot, today: Day) -> Option<&Meeting> {
    let ahead = |m: &&Meeting| m.date >= today && !m.state.is_over() && m.state.takes_place();
    council.meetings.iter().filter(ahead).min_by_key(|m| (m.date, m.start.clone()))
}

/// A number as it crosses to a screen.
pub(crate) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
