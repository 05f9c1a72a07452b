//! What set a body up (設置の議決, V10): recorded at the body, shown on its page.

use crate::answers::Choice;
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::labels;
use entaku_domain::Day;
use entaku_domain::FiscalYear;
use entaku_domain::body::{Body, BodyKind, check_resolution};
use entaku_domain::id::MeetingId;
use entaku_domain::meeting::{Meeting, MeetingState};
use entaku_domain::resolution::{Resolution, check_decided};
use entaku_domain::text::check_name;
use entaku_domain::violation::Violation;
use entaku_store::Action;
use serde::Serialize;
use ts_rs::TS;

/// What set a body up, as it is shown.
#[derive(Debug, Serialize, TS)]
pub struct BodyResolution {
    /// Identifier of the plenary's meeting; none for one from before the records.
    pub meeting: Option<String>,
    /// Its title.
    pub meeting_title: String,
    /// Its day, ISO.
    pub date: Option<String>,
    /// What is known of one from before the records.
    pub note: String,
}

/// What set a body up, as it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decided {
    /// This meeting of the plenary.
    At(MeetingId),
    /// Before the records began, in words.
    Earlier(String),
    /// It is not known: what was recorded is taken away.
    Unknown,
}

impl App {
    /// Records what set a body up (「設置の議決の記録」).
    ///
    /// # Errors
    /// An unknown body or meeting; [`AppError::Rules`] for a meeting of another body than
    /// the plenary, one that was called off or is still to come, and for an empty text (V10).
    pub fn set_resolution(&mut self, body: &str, ask: &Decided) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = council.body(body)?;
        let (resolution, notices) = match ask {
            Decided::Unknown => (None, Vec::new()),
            Decided::Earlier(note) => {
                all_right([check_name("resolution_note", note)])?;
                (Some(Resolution::Earlier(note.trim().to_owned())), Vec::new())
            }
            Decided::At(id) => {
                let meeting = council.meetings.iter().find(|m| m.id == *id);
                let meeting = meeting.ok_or_else(|| AppError::UnknownMeeting(id.to_string()))?;
                let found = check_decided(meeting, is_plenary(&council, meeting), old.from_year, self.today());
                (Some(Resolution::At(*id)), found.map_err(AppError::Rules)?)
            }
        };
        let new = Body { resolution, ..old.clone() };
        let name = council.latest(old.id).map_or_else(|| old.key.clone(), |v| v.name.clone());
        self.change(Action::new("set_resolution").about(name), notices, |tx| Ok(tx.put_body(&new)?))
    }
}

fn is_plenary(council: &Snapshot, meeting: &Meeting) -> bool {
    council.body_by_id(meeting.body).is_some_and(|b| b.kind == BodyKind::Plenary)
}

/// Whether a body that begins in a year came after the council's first bodies.
pub(crate) fn is_new(council: &Snapshot, from_year: FiscalYear) -> bool {
    council.bodies.iter().map(|b| b.from_year).min().is_some_and(|first| from_year > first)
}

/// V10: a new subcommittee of which nothing says what set it up.
pub(crate) fn missing(council: &Snapshot, body: &Body, year: FiscalYear) -> Option<Violation> {
    let name = council.body_name(body.id, year);
    check_resolution(name, body.kind, is_new(council, body.from_year), body.resolution.as_ref())
}

/// What set a body up, in words.
pub(super) fn shown(council: &Snapshot, body: &Body) -> Option<BodyResolution> {
    Some(match body.resolution.as_ref()? {
        Resolution::Earlier(note) => {
            BodyResolution { meeting: None, meeting_title: String::new(), date: None, note: note.clone() }
        }
        Resolution::At(id) => {
            let meeting = council.meetings.iter().find(|m| m.id == *id)?;
            BodyResolution {
                meeting: Some(id.to_string()),
                meeting_title: title(council, meeting),
                date: Some(meeting.date.to_string()),
                note: String::new(),
            }
        }
    })
}

/// The plenary's meetings that may have set a body up, latest first.
pub(super) fn choices(council: &Snapshot, body: &Body, today: Day) -> Vec<Choice> {
    if body.kind == BodyKind::Plenary || !body.kind.is_internal() {
        return Vec::new();
    }
    let may = |m: &&Meeting| is_plenary(council, m) && m.state != MeetingState::Cancelled && m.date <= today;
    let mut found: Vec<&Meeting> = council.meetings.iter().filter(may).collect();
    found.sort_by_key(|m| std::cmp::Reverse((m.date, m.number)));
    let choice = |m: &Meeting| {
        let day = council.council.date_style.day(m.date);
        Choice { value: m.id.to_string(), label: labels::told_apart(&title(council, m), &day) }
    };
    found.into_iter().map(choice).collect()
}

fn title(council: &Snapshot, meeting: &Meeting) -> String {
    council.meeting_title(meeting)
}
