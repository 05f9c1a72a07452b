//! Meetings (会議): finding and adding them, and what a packet is made of.

mod edit;
pub(crate) mod list;
mod moving;
pub(crate) mod page;
mod put_off;
mod record;
mod rule;
mod state;

use crate::agenda::WhichTemplate;
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::packet::MeetingFile;
pub use crate::papers::{AddPaper, AddedPaper};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::labels;
pub use edit::UpdateMeeting;
pub(crate) use edit::{notices_of, of_kind};
use entaku_domain::agenda::AgendaItem;
use entaku_domain::body::Body;
use entaku_domain::id::MeetingId;
use entaku_domain::meeting::{Copies, Layout, Meeting, MeetingState, Mode};
use entaku_domain::paper::{Paper, PaperContent};
use entaku_domain::text::{check_note, parse_time};
use entaku_domain::violation::Violation;
use entaku_domain::{Day, FiscalYear};
use entaku_store::Action;
pub use list::MeetingSummary;
pub use moving::MoveOutlook;
pub(crate) use moving::around;
pub use page::{CopyCounts, DueRow, MeetingPage, NextMeeting, StateMove};
pub use put_off::{CallOff, JoinBody, Postpone};
pub use record::{ClosedPart, Decision, MeetingChange, MeetingRecord};
pub use rule::{MeetingRulePage, SetMeetingRule};
use std::collections::{BTreeMap, BTreeSet};

/// A meeting to be added.
#[derive(Debug, Clone)]
pub struct AddMeeting {
    /// The body, by handle or name.
    pub body: String,
    /// The day.
    pub date: Day,
    /// From, HH:MM.
    pub start: Option<String>,
    /// To, HH:MM.
    pub end: Option<String>,
    /// Place.
    pub place: String,
    /// 第n回; the next of its series where none (V14).
    pub number: Option<u16>,
    /// How it is held; in person where none.
    pub mode: Option<Mode>,
    /// Why all of it is closed; empty or none for an open one.
    pub closed_reason: Option<String>,
    /// The other bodies of a joint meeting.
    pub joint: Vec<JoinBody>,
    /// What its agenda is filled with; it stays empty where none.
    pub agenda: Option<WhichTemplate>,
}

impl AddMeeting {
    /// A meeting of a body of which nothing else is known yet.
    pub fn new(body: String) -> Self {
        Self {
            body,
            date: Day::default(),
            start: None,
            end: None,
            place: String::new(),
            number: None,
            mode: None,
            closed_reason: None,
            joint: Vec::new(),
            agenda: None,
        }
    }
}

/// The meeting of a body by year and number.
///
/// # Errors
/// [`AppError::UnknownBody`], [`AppError::UnknownMeeting`].
pub fn find<'a>(council: &'a Snapshot, body: &str, year: FiscalYear, number: u16) -> Result<&'a Meeting> {
    let body = council.body(body)?;
    council.meetings_of(body.id).find(|m| m.year() == year && m.number_in(body.id) == Some(number)).ok_or_else(|| {
        AppError::UnknownMeeting(labels::meeting_of(&council.council, year, number, council.body_name(body.id, year)))
    })
}

impl App {
    /// Adds a meeting with the next number of its series (「会議の追加」, V14).
    ///
    /// # Errors
    /// An unknown body; [`AppError::BadTime`]; [`AppError::Rules`] for the place's text.
    pub fn add_meeting(&mut self, ask: &AddMeeting) -> Result<Written<MeetingId>> {
        let council = self.snapshot()?;
        let body = council.body_on(&ask.body, ask.date)?;
        let meeting = new_meeting(&council, body, ask)?;
        let taken = council.check_numbers(&meeting);
        if !taken.is_empty() {
            return Err(AppError::Rules(taken));
        }
        let notices = edit::notices_of(&council, &meeting);
        let subject = council.meeting_title(&meeting);
        let agenda = ask.agenda.map(|which| self.planned(&council, &meeting, which)).transpose()?;
        self.change(Action::new("add_meeting").about(subject), notices, |tx| {
            let id = MeetingId::new(tx.new_id());
            tx.put_meeting(&Meeting { id, ..meeting })?;
            if let Some(agenda) = agenda {
                agenda.write(tx, id)?;
            }
            Ok(id)
        })
    }

    /// Everything that the packet of a meeting is made of.
    ///
    /// # Errors
    /// An unknown meeting; [`AppError::Rules`] for a paper that the agenda names and the
    /// set does not have (V25); a paper's file that is missing or damaged.
    pub fn meeting_file(&self, council: &Snapshot, id: MeetingId) -> Result<MeetingFile> {
        let mut file = self.meeting_outline(council, id)?;
        for (sha256, bytes) in &mut file.files {
            *bytes = self.store.file(sha256)?;
        }
        Ok(file)
    }

    /// The same without the content of its files, which may be large: to tell what has changed.
    ///
    /// # Errors
    /// Those of [`App::meeting_file`] but for the files.
    pub(crate) fn meeting_outline(&self, council: &Snapshot, id: MeetingId) -> Result<MeetingFile> {
        let meeting =
            council.meetings.iter().find(|m| m.id == id).ok_or_else(|| AppError::UnknownMeeting(id.to_string()))?;
        let body = council.body_by_id(meeting.body).ok_or_else(|| AppError::UnknownBody(meeting.body.to_string()))?;
        let (agenda, papers) = (self.store.agenda(id)?, self.store.papers(id)?);
        self.check_named(&agenda, &papers)?;
        let named = papers.iter().filter_map(|p| match &p.content {
            PaperContent::File { sha256, .. } => Some((sha256.clone(), Vec::new())),
            _ => None,
        });
        let files: BTreeMap<String, Vec<u8>> = named.collect();
        let years: BTreeSet<FiscalYear> = papers.iter().filter_map(|p| p.content.work_year()).collect();
        let work = years.into_iter().map(|year| self.work(council, year)).collect::<Result<_>>()?;
        Ok(MeetingFile {
            meeting: meeting.clone(),
            body: body.clone(),
            agenda,
            papers,
            files,
            pins: self.pins()?,
            style: self.style_of(council, meeting.body)?,
            work,
            seats: self.seat_record(id)?,
        })
    }

    /// V25: every paper that the agenda names is in the set.
    fn check_named(&self, agenda: &[AgendaItem], papers: &[Paper]) -> Result<()> {
        let mut missing = Vec::new();
        for id in agenda.iter().flat_map(|item| &item.papers).filter(|id| !papers.iter().any(|p| p.id == **id)) {
            let number = self.store.paper(*id)?.map_or_else(|| id.to_string(), |p| p.number.to_string());
            missing.push(Violation::PaperMissing { number });
        }
        if missing.is_empty() { Ok(()) } else { Err(AppError::Rules(missing)) }
    }
}

/// A meeting as it will be, with as many copies as people sit on the body that day.
pub(crate) fn new_meeting(council: &Snapshot, body: &Body, ask: &AddMeeting) -> Result<Meeting> {
    let reason = ask.closed_reason.clone().filter(|r| !r.trim().is_empty());
    all_right([check_note("place", &ask.place), check_note("closed_reason", reason.as_deref().unwrap_or_default())])?;
    let (start, end) = (time("start", ask.start.as_deref())?, time("end", ask.end.as_deref())?);
    check_times(start.as_deref(), end.as_deref())?;
    let sitting = council.sittings(body.id, ask.date).iter().filter(|s| s.person.is_some()).count();
    let members = u32::try_from(sitting).unwrap_or_default();
    let new = Meeting {
        id: MeetingId::new(uuid::Uuid::nil()),
        body: body.id,
        joint: Vec::new(),
        number: ask.number.unwrap_or_else(|| council.series(body.id).next(body.id, ask.date, &council.meetings)),
        date: ask.date,
        start,
        end,
        place: ask.place.clone(),
        mode: ask.mode.unwrap_or(Mode::InPerson),
        closed_reason: reason,
        state: MeetingState::Draft,
        layout: Layout::Square,
        copies: Copies { members, ..Copies::default() },
        secretariat: Vec::new(),
        counts: None,
        off_reason: None,
        off_on: None,
    };
    let joint = put_off::joined(council, &new, &ask.joint)?;
    Ok(Meeting { joint, ..new })
}

/// A meeting does not end before it begins.
fn check_times(start: Option<&str>, end: Option<&str>) -> Result<()> {
    let reversed = start.zip(end).is_some_and(|(start, end)| end < start);
    if reversed { Err(AppError::Rules(vec![Violation::TimesReversed])) } else { Ok(()) }
}

/// A time as typed, in the form in which it is kept; an empty field is none.
fn time(field: &'static str, typed: Option<&str>) -> Result<Option<String>> {
    let Some(typed) = typed.filter(|t| !t.is_empty()) else { return Ok(None) };
    let kept = parse_time(typed).ok_or_else(|| AppError::BadTime { field, text: typed.to_owned() })?;
    Ok(Some(kept))
}

#[cfg(test)]
mod tests {
    //! V25 at print; everything else is tested through the commands.
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn v25_a_paper_named_on_the_agenda_is_in_the_set() {
        let clock = || chrono::DateTime::from_timestamp(1_790_823_600, 0).unwrap();
        let mut app = App::sample_in_memory(clock).unwrap();
        let council = app.snapshot().unwrap();
        let of = |id| (app.store.agenda(id).unwrap(), app.store.papers(id).unwrap());
        let all: Vec<_> = council.meetings.iter().map(|m| (m.id, of(m.id))).collect();
        let mut with_papers = all.iter().filter(|(_, (items, papers))| !items.is_empty() && !papers.is_empty());
        let (here, (items, _)) = with_papers.next().unwrap();
        let (_, (_, elsewhere)) = with_papers.next().unwrap();
        assert!(app.meeting_file(&council, *here).is_ok());
        let wrong = AgendaItem { papers: vec![elsewhere[0].id], ..items[0].clone() };
        app.change(Action::new("test"), Vec::new(), |tx| Ok(tx.put_agenda_item(&wrong)?)).unwrap();
        let number = elsewhere[0].number.to_string();
        let refused = app.meeting_file(&council, *here).unwrap_err();
        assert!(matches!(refused, AppError::Rules(found) if found == [Violation::PaperMissing { number }]));
    }
}
