//! Corrections of what was recorded of seats, appointments and offices.

use crate::commands::{bad_code, day};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::members::correction::Correction;
use crate::seats::{UpdateSeat, new_filler};
use entaku_domain::appointment::{EndReason, MemberKind};
use entaku_domain::body::Fill;
use entaku_domain::id::{AppointmentId, OfficeId, SeatId};
use entaku_domain::term::EndWish;
use serde::Deserialize;
use ts_rs::TS;

/// What an appointment should have said, all of it; an empty text is none.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AppointmentChange {
    /// Its identifier.
    pub appointment: String,
    /// First day, as typed.
    pub start: String,
    /// Day of the decision, as typed.
    pub decided_on: Option<String>,
    /// Number of the letter.
    pub letter_number: Option<String>,
    /// Why the limit of reappointments is not kept; as it was where none, none where empty.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub exception: Option<String>,
    /// Another planned last day set by hand, as typed; by its rule as before where none.
    pub end: Option<String>,
    /// Why that is shorter than the rule, a code.
    pub reason: Option<String>,
    /// Another reading of the planned last day: `by_rule`, `remaining`.
    pub reading: Option<String>,
    /// Last day of one who left early, as typed; none where they did not.
    pub ended_on: Option<String>,
    /// Why they left, a code.
    pub ended_reason: Option<String>,
}

/// An appointment.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichAppointment {
    /// Its identifier.
    pub appointment: String,
}

/// An office.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichOffice {
    /// Its identifier.
    pub office: String,
}

/// An office that is laid down.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EndOffice {
    /// Its identifier.
    pub office: String,
    /// Last day, as typed.
    pub on: String,
}

/// What a seat expects from now on, all of it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SeatChange {
    /// Its identifier.
    pub seat: String,
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
    /// Its first day, as typed; as it was where none.
    pub from: Option<String>,
    /// Whom it is for: `regular`, `temporary`, `observer`; as it was where none.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kind: Option<String>,
}

/// A seat that ends.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EndSeat {
    /// Its identifier.
    pub seat: String,
    /// Last day, as typed; none for a seat that runs on after all.
    pub on: Option<String>,
}

/// A text that was filled in.
pub(in crate::commands) fn filled(text: Option<String>) -> Option<String> {
    text.filter(|t| !t.trim().is_empty())
}

fn unknown(id: entaku_domain::id::BadId) -> AppError {
    AppError::UnknownRecord(id.0)
}

pub(in crate::commands) fn update_appointment(app: &mut App, args: AppointmentChange) -> Result<Written<()>> {
    let code =
        |text: Option<String>| filled(text).map(|code| EndReason::from_code(&code).map_err(bad_code)).transpose();
    let typed = |field, text| filled(text).map(|t| day(field, &t)).transpose();
    let ended = match (typed("on", args.ended_on)?, code(args.ended_reason)?) {
        (None, None) => None,
        (Some(on), Some(reason)) => Some((on, reason)),
        _ => return Err(AppError::BadRequest("a last day and its reason go together".to_owned())),
    };
    let ask = Correction {
        start: day("start", &args.start)?,
        decided_on: typed("decided_on", args.decided_on)?,
        letter_number: filled(args.letter_number),
        exception: args.exception.map(|reason| reason.trim().to_owned()),
        wish: EndWish {
            end: typed("end", args.end)?,
            reason: code(args.reason)?,
            reading: filled(args.reading).map(|r| super::reading(&r)).transpose()?,
        },
        ended,
    };
    app.update_appointment(AppointmentId::parse(&args.appointment).map_err(unknown)?, &ask)
}

pub(in crate::commands) fn remove_appointment(app: &mut App, args: WhichAppointment) -> Result<Written<()>> {
    app.remove_appointment(AppointmentId::parse(&args.appointment).map_err(unknown)?)
}

pub(in crate::commands) fn end_office(app: &mut App, args: EndOffice) -> Result<Written<()>> {
    app.end_office(OfficeId::parse(&args.office).map_err(unknown)?, day("on", &args.on)?)
}

pub(in crate::commands) fn remove_office(app: &mut App, args: WhichOffice) -> Result<Written<()>> {
    app.remove_office(OfficeId::parse(&args.office).map_err(unknown)?)
}

pub(in crate::commands) fn update_seat(app: &mut App, args: SeatChange) -> Result<Written<()>> {
    let council = app.snapshot()?;
    let organization = |name: Option<String>| filled(name).map(|name| app.find_organization(&name)).transpose();
    let head_of = filled(args.head_of).map(|body| council.body(&body).map(|b| b.id)).transpose()?;
    let kind = Fill::from_code(&args.filler).map_err(bad_code)?;
    let ask = UpdateSeat {
        filler: new_filler(kind, organization(args.organization)?, filled(args.post), head_of)?,
        nominator: organization(args.nominator)?,
        from: filled(args.from).map(|t| day("from", &t)).transpose()?,
        kind: filled(args.kind).map(|code| MemberKind::from_code(&code).map_err(bad_code)).transpose()?,
    };
    app.update_seat(SeatId::parse(&args.seat).map_err(unknown)?, &ask)
}

pub(in crate::commands) fn end_seat(app: &mut App, args: EndSeat) -> Result<Written<()>> {
    let on = filled(args.on).map(|t| day("on", &t)).transpose()?;
    app.end_seat(SeatId::parse(&args.seat).map_err(unknown)?, on)
}
