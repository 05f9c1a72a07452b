//! Meetings: lists, a page, facts, states, copies, attendance, what is known for the record.

use super::agenda_life::which;
use super::meeting_life::JointBodyForm;
use super::{bad_code, day, year};
use crate::agenda::WhichTemplate;
use crate::attendance::{AttendanceList, SetPresence};
use crate::council::{App, Written};
use crate::day::write::SetTimes;
use crate::error::{AppError, Result};
use crate::meetings::{
    AddMeeting, MeetingChange, MeetingPage, MeetingRecord, MeetingSummary, NextMeeting, UpdateMeeting,
};
use crate::people::all_right;
use entaku_domain::id::{AppointmentId, MeetingId};
use entaku_domain::meeting::{Copies, Layout, MeetingState, Mode, Presence};
use serde::Deserialize;
use ts_rs::TS;

/// A meeting to be added.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewMeeting {
    /// Handle or name of the body.
    pub body: String,
    /// As typed.
    pub date: String,
    /// HH:MM.
    pub start: Option<String>,
    /// HH:MM.
    pub end: Option<String>,
    /// Place.
    pub place: String,
    /// 第n回; the next of its series where none.
    #[ts(optional = nullable)]
    pub number: Option<u16>,
    /// `in_person` where none, `online`, `hybrid`, `written`.
    #[ts(optional = nullable)]
    pub mode: Option<String>,
    /// Why all of it is closed to the public; open where none.
    #[ts(optional = nullable)]
    pub closed_reason: Option<String>,
    /// The other bodies of a joint meeting.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<JointBodyForm>>")]
    pub joint: Vec<JointBodyForm>,
    /// What its agenda is filled with: a template's use or identifier, `fitting`; empty where none.
    #[ts(optional = nullable)]
    pub agenda: Option<String>,
}

/// A meeting.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichMeeting {
    /// Its identifier.
    pub meeting: String,
}

/// A body and a day on which it may meet.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BodyAndDay {
    /// Handle or name of the body.
    pub body: String,
    /// As typed.
    pub date: String,
}

/// What to mend in a meeting; what is missing stays.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MeetingFacts {
    /// The meeting's identifier.
    pub meeting: String,
    /// 第n回.
    #[ts(optional = nullable)]
    pub number: Option<u16>,
    /// As typed.
    #[ts(optional = nullable)]
    pub date: Option<String>,
    /// HH:MM; empty for none.
    #[ts(optional = nullable)]
    pub start: Option<String>,
    /// HH:MM; empty for none.
    #[ts(optional = nullable)]
    pub end: Option<String>,
    /// Place.
    #[ts(optional = nullable)]
    pub place: Option<String>,
    /// `in_person`, `online`, `hybrid`, `written`.
    #[ts(optional = nullable)]
    pub mode: Option<String>,
    /// Why all of it is closed to the public; empty for an open one.
    #[ts(optional = nullable)]
    pub closed_reason: Option<String>,
    /// `square`, `horseshoe`, `school`.
    #[ts(optional = nullable)]
    pub layout: Option<String>,
    /// The secretariat at the table, with post, all of it.
    #[ts(optional = nullable)]
    pub secretariat: Option<Vec<String>>,
}

/// A state for a meeting.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MeetingTo {
    /// The meeting's identifier.
    pub meeting: String,
    /// `draft`, `noticed`, `held`, `minutes_out`, `approved`, `postponed`, `cancelled`.
    pub state: String,
}

/// Copies of a meeting's packet.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MeetingCopies {
    /// The meeting's identifier.
    pub meeting: String,
    /// 委員.
    pub members: u32,
    /// 事務局.
    pub secretariat: u32,
    /// 傍聴.
    pub audience: u32,
    /// 報道.
    pub press: u32,
    /// 予備.
    pub spare: u32,
}

/// Attendance to be recorded.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MeetingAttendance {
    /// The meeting's identifier.
    pub meeting: String,
    /// One row per member; who is not named stays.
    pub rows: Vec<PresenceOf>,
}

/// A member's attendance to be recorded.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PresenceOf {
    /// The appointment's identifier.
    pub appointment: String,
    /// `present`, `online`, `late`, `left_early`, `proxy`, `excused`, `absent`; none takes the record away.
    pub presence: Option<String>,
    /// Who came instead.
    pub proxy: Option<String>,
    /// Came after the opening, as typed; empty for not. With it `left` and `note` are set, too.
    #[ts(optional = nullable)]
    pub came: Option<String>,
    /// Left before the end, as typed; empty for not.
    #[ts(optional = nullable)]
    pub left: Option<String>,
    /// Why, as the office notes it.
    #[ts(optional = nullable)]
    pub note: Option<String>,
}

pub(super) fn year_meetings(app: &App, args: super::WhichMeetings) -> Result<Vec<MeetingSummary>> {
    app.year_meetings(args.body.as_deref(), args.year.as_deref().map(year).transpose()?)
}

pub(super) fn meeting_page(app: &App, args: WhichMeeting) -> Result<MeetingPage> {
    app.meeting_page(meeting(&args.meeting)?)
}

pub(super) fn next_meeting(app: &App, args: BodyAndDay) -> Result<NextMeeting> {
    app.next_meeting(&args.body, day("date", &args.date)?)
}

pub(super) fn list_attendance(app: &App, args: WhichMeeting) -> Result<AttendanceList> {
    app.list_attendance(meeting(&args.meeting)?)
}

pub(super) fn meeting_record(app: &App, args: WhichMeeting) -> Result<MeetingRecord> {
    app.meeting_record(meeting(&args.meeting)?)
}

pub(super) fn meeting_history(app: &App, args: WhichMeeting) -> Result<Vec<MeetingChange>> {
    app.meeting_history(meeting(&args.meeting)?)
}

pub(super) fn add_meeting(app: &mut App, args: NewMeeting) -> Result<Written<String>> {
    let ask = AddMeeting {
        body: args.body,
        date: day("date", &args.date)?,
        start: args.start,
        end: args.end,
        place: args.place,
        number: args.number,
        mode: mode(args.mode.as_deref())?,
        closed_reason: args.closed_reason,
        joint: args.joint.into_iter().map(JointBodyForm::read).collect(),
        agenda: args.agenda.as_deref().map(agenda).transpose()?,
    };
    Ok(app.add_meeting(&ask)?.map(|id| id.to_string()))
}

pub(super) fn update_meeting(app: &mut App, args: MeetingFacts) -> Result<Written<()>> {
    let ask = UpdateMeeting {
        number: args.number,
        date: args.date.as_deref().map(|d| day("date", d)).transpose()?,
        start: args.start,
        end: args.end,
        place: args.place,
        mode: mode(args.mode.as_deref())?,
        closed_reason: args.closed_reason,
        layout: args.layout.as_deref().map(Layout::from_code).transpose().map_err(bad_code)?,
        secretariat: args.secretariat,
    };
    app.update_meeting(meeting(&args.meeting)?, &ask)
}

pub(super) fn set_meeting_state(app: &mut App, args: MeetingTo) -> Result<Written<()>> {
    app.set_meeting_state(meeting(&args.meeting)?, MeetingState::from_code(&args.state).map_err(bad_code)?)
}

pub(super) fn set_copies(app: &mut App, args: MeetingCopies) -> Result<Written<()>> {
    let MeetingCopies { meeting: id, members, secretariat, audience, press, spare } = args;
    let copies = Copies { members, secretariat, audience, press, spare };
    all_right([copies.check()])?;
    app.set_copies(meeting(&id)?, copies)
}

pub(super) fn remove_meeting(app: &mut App, args: WhichMeeting) -> Result<Written<()>> {
    app.remove_meeting(meeting(&args.meeting)?)
}

pub(super) fn set_attendance(app: &mut App, args: MeetingAttendance) -> Result<Written<()>> {
    let (mut rows, mut times) = (Vec::new(), Vec::new());
    for row in args.rows {
        let appointment = AppointmentId::parse(&row.appointment).map_err(|e| AppError::UnknownRecord(e.0))?;
        let presence = row.presence.as_deref().map(Presence::from_code).transpose().map_err(bad_code)?;
        if row.came.is_some() || row.left.is_some() || row.note.is_some() {
            let PresenceOf { came, left, note, .. } = row;
            times.push(SetTimes { appointment: Some(appointment), came, left, note });
        }
        rows.push(SetPresence { appointment, presence, proxy: row.proxy });
    }
    app.set_attendance_at(meeting(&args.meeting)?, &rows, &times)
}

fn agenda(named: &str) -> Result<WhichTemplate> {
    which(Some(named).filter(|n| *n != "fitting"))
}

fn mode(code: Option<&str>) -> Result<Option<Mode>> {
    code.map(Mode::from_code).transpose().map_err(bad_code)
}

/// A meeting by its identifier.
pub(super) fn meeting(id: &str) -> Result<MeetingId> {
    MeetingId::parse(id).map_err(|e| AppError::UnknownMeeting(e.0))
}
