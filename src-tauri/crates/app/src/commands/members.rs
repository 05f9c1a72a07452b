//! Seats, appointments and offices.

mod changes;
mod reads;

use super::{bad_code, day};
use crate::appointments::{Appoint, Selected};
use crate::council::{App, Written};
use crate::elections::RecordElection;
use crate::error::{AppError, Result};
use crate::leaving::{Leave, LeaveOutlook};
use crate::seats::{AddSeat, new_filler};
use crate::{Snapshot, people};
pub(in crate::commands) use changes::filled as filled_text;
pub use changes::*;
use entaku_domain::appointment::{EndReason, EndRule, MemberKind};
use entaku_domain::body::Fill;
use entaku_domain::id::{AppointmentId, MeetingId, PersonId, SeatId};
use entaku_domain::office::Method;
use entaku_domain::term::EndWish;
pub use reads::*;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A seat to be added.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewSeat {
    /// Handle or name of the body.
    pub body: String,
    /// The category's number; none for temporary members.
    pub category: Option<u8>,
    /// Whom it is for: `regular`, `temporary`, `observer`. Where none, temporary members for a
    /// seat of no category in a body whose members have one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kind: Option<String>,
    /// What fills it: `person`, `post`, `organization` or `derived`.
    pub filler: String,
    /// Identifier or name of the organisation that fills it, or that has the post.
    pub organization: Option<String>,
    /// Name of the post.
    pub post: Option<String>,
    /// Handle or name of the body whose head fills it.
    pub head_of: Option<String>,
    /// Identifier or name of the organisation that nominates.
    pub nominator: Option<String>,
    /// First day, as typed.
    pub from: String,
}

/// A member to be appointed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AppointMember {
    /// Handle or name of the body.
    pub body: String,
    /// Identifier or name of the person.
    pub person: String,
    /// `regular`, `temporary`, `observer`; what the seat is for where none.
    pub kind: Option<String>,
    /// The category's number, where the body tells its members apart by category.
    pub category: Option<u8>,
    /// The seat's identifier; the first one that is free where none.
    pub seat: Option<String>,
    /// First day, as typed.
    pub start: String,
    /// Day of the decision, as typed.
    pub decided_on: Option<String>,
    /// Last day set by hand, as typed.
    pub end: Option<String>,
    /// Why that is shorter than the rule, a code.
    pub reason: Option<String>,
    /// `by_rule` or `remaining`, for a replacement.
    pub reading: Option<String>,
    /// Who selected a subcommittee's member.
    pub route: Option<Route>,
    /// Number of the letter.
    pub letter_number: Option<String>,
    /// Why the limit of reappointments is not kept.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub exception: Option<String>,
}

/// Who selected a subcommittee's member.
#[derive(Debug, Deserialize, TS)]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
#[ts(tag = "by", rename_all = "snake_case")]
pub enum Route {
    /// The steering meeting.
    SteeringMeeting {
        /** The meeting's identifier. */
        meeting: String,
    },
    /// The body's head.
    Head {
        /** Identifier or name of the head. */
        name: String,
        /** The day, as typed. */
        on: String,
    },
}

/// A member who was appointed.
#[derive(Debug, Serialize, TS)]
pub struct AppointedMember {
    /// The appointment's identifier.
    pub id: String,
    /// Last day, ISO.
    pub end: Option<String>,
    /// Where it comes from.
    pub derivation: String,
}

/// An appointment to be ended.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EndAppointment {
    /// Its identifier.
    pub appointment: String,
    /// Last day, as typed.
    pub on: String,
    /// `resigned`, `died`, `lost_category`, `released`, `transferred`.
    pub reason: String,
    /// When the letter of resignation was received, as typed.
    #[serde(default)]
    pub notice_on: Option<String>,
    /// A note.
    #[serde(default)]
    pub note: Option<String>,
    /// Identifier or name of who takes the seat on the next day.
    #[serde(default)]
    pub successor: Option<String>,
    /// `by_rule` or `remaining`, for the successor's term.
    #[serde(default)]
    pub reading: Option<String>,
    /// Whether the nomination for the seat is opened.
    #[serde(default)]
    pub nominate: bool,
}

/// A member who may leave.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichLeaving {
    /// The appointment's identifier.
    pub appointment: String,
    /// Last day, as typed.
    pub on: String,
    /// Why, a code; none while nothing is chosen.
    pub reason: Option<String>,
}

/// An election to be recorded.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Elect {
    /// Handle or name of the body.
    pub body: String,
    /// 会長, 部会長 ….
    pub title: String,
    /// Identifier or name of the person.
    pub person: String,
    /// The meeting's identifier.
    pub meeting: String,
    /// `mutual_election`, `nomination`, `other`, `unknown`.
    pub method: String,
    /// Whether the present holder hands on.
    pub replaces: bool,
    /// Identifier or name of the one who hands on, where several hold the office.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub predecessor: Option<String>,
    /// Whether another office of the one elected in the same body ends for it, on the day before.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub ends_other: Option<bool>,
}

pub(super) fn add_seat(app: &mut App, args: NewSeat) -> Result<Written<String>> {
    let council = app.snapshot()?;
    let organization = |name: Option<String>| name.map(|name| app.find_organization(&name)).transpose();
    let head_of = args.head_of.map(|body| council.body(&body).map(|b| b.id)).transpose()?;
    let kind = Fill::from_code(&args.filler).map_err(bad_code)?;
    let ask = AddSeat {
        body: args.body,
        kind: filled(args.kind).map(|code| MemberKind::from_code(&code).map_err(bad_code)).transpose()?,
        category: args.category,
        filler: new_filler(kind, organization(args.organization)?, args.post, head_of)?,
        nominator: organization(args.nominator)?,
        from: day("from", &args.from)?,
    };
    Ok(app.add_seat(&ask)?.map(|id| id.to_string()))
}

pub(super) fn appoint_member(app: &mut App, args: AppointMember) -> Result<Written<AppointedMember>> {
    let ask = appoint(app, args, false)?;
    let written = app.appoint_member(&ask)?;
    Ok(written.map(|a| AppointedMember {
        id: a.id.to_string(),
        end: a.end.map(|d| d.to_string()),
        derivation: a.derivation,
    }))
}

/// Reads what is asked; in a preview, nobody need be chosen yet.
fn appoint(app: &App, args: AppointMember, preview: bool) -> Result<Appoint> {
    let council = app.snapshot()?;
    let kind = args.kind.as_deref().map(|code| MemberKind::from_code(code).map_err(bad_code)).transpose()?;
    Ok(Appoint {
        person: match preview && args.person.is_empty() {
            true => PersonId::new(uuid::Uuid::nil()),
            false => people::find(&council, &args.person)?,
        },
        kind,
        category: args.category,
        seat: filled(args.seat).as_deref().map(seat).transpose()?,
        start: day("start", &args.start)?,
        decided_on: filled(args.decided_on).map(|t| day("decided_on", &t)).transpose()?,
        wish: EndWish {
            end: filled(args.end).map(|t| day("end", &t)).transpose()?,
            reason: filled(args.reason).map(|code| EndReason::from_code(&code).map_err(bad_code)).transpose()?,
            reading: filled(args.reading).as_deref().map(reading).transpose()?,
        },
        route: args.route.map(|route| selected(&council, &route)).transpose()?,
        letter_number: filled(args.letter_number),
        exception: filled(args.exception),
        body: args.body,
    })
}

fn seat(id: &str) -> Result<SeatId> {
    SeatId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}

/// V4: there are two readings, and no third.
fn reading(code: &str) -> Result<EndRule> {
    match EndRule::from_code(code).map_err(bad_code)? {
        rule @ (EndRule::ByRule | EndRule::Remaining) => Ok(rule),
        other => Err(AppError::BadRequest(format!("{} is no reading of a replacement's term", other.code()))),
    }
}

fn selected(council: &Snapshot, route: &Route) -> Result<Selected> {
    match route {
        Route::SteeringMeeting { meeting } => {
            MeetingId::parse(meeting).map(Selected::At).map_err(|e| AppError::UnknownMeeting(e.0))
        }
        Route::Head { name, on } => Ok(Selected::By { head: people::find(council, name)?, on: day("route", on)? }),
    }
}

pub(super) fn end_appointment(app: &mut App, args: EndAppointment) -> Result<Written<Option<String>>> {
    let council = app.snapshot()?;
    let ask = Leave {
        appointment: appointment(&args.appointment)?,
        on: day("on", &args.on)?,
        reason: EndReason::from_code(&args.reason).map_err(bad_code)?,
        notice_on: filled(args.notice_on).map(|t| day("notice_on", &t)).transpose()?,
        note: filled(args.note),
        successor: filled(args.successor).map(|name| people::find(&council, &name)).transpose()?,
        reading: filled(args.reading).as_deref().map(reading).transpose()?,
        nominate: args.nominate,
    };
    Ok(app.leave(&ask)?.map(|id| id.map(|id| id.to_string())))
}

pub(super) fn leave_outlook(app: &App, args: WhichLeaving) -> Result<LeaveOutlook> {
    let reason = filled(args.reason).map(|code| EndReason::from_code(&code).map_err(bad_code)).transpose()?;
    app.leave_outlook(appointment(&args.appointment)?, day("on", &args.on)?, reason)
}

fn appointment(id: &str) -> Result<AppointmentId> {
    AppointmentId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}

pub(super) fn record_election(app: &mut App, args: Elect) -> Result<Written<String>> {
    let council = app.snapshot()?;
    let person = people::find(&council, &args.person)?;
    let predecessor = filled(args.predecessor).map(|name| people::find(&council, &name)).transpose()?;
    let ask = RecordElection {
        body: args.body,
        title: args.title,
        person,
        meeting: MeetingId::parse(&args.meeting).map_err(|e| AppError::UnknownMeeting(e.0))?,
        method: Method::from_code(&args.method).map_err(bad_code)?,
        replaces: args.replaces,
        predecessors: predecessor.into_iter().collect(),
        ends_other: args.ends_other.unwrap_or_default(),
    };
    Ok(app.record_election(&ask)?.map(|id| id.to_string()))
}
