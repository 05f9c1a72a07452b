//! The reappointment round, and leaving.

use super::{bad_code, day};
use crate::commands::members::filled_text as filled;
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people;
use crate::round::{
    AppointRound, Appointed, RoundChoice, RoundList, RoundOutlook, RowFacts, SeatsOf, Touched, seat_id,
};
use entaku_domain::Day;
use entaku_domain::appointment::EndRule;
use entaku_domain::round::Step;
use serde::Deserialize;
use ts_rs::TS;

/// A round.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichRound {
    /// The terms' last day, as typed; none for vacancies in mid-term.
    pub on: Option<String>,
    /// Handles or names of bodies; all where none.
    pub bodies: Vec<String>,
}

/// Seats of a round.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoundSeats {
    /// The terms' last day, as typed; none for vacancies in mid-term.
    pub on: Option<String>,
    /// The seats' identifiers.
    pub seats: Vec<String>,
}

/// A day for a step of many seats.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoundStep {
    /// The terms' last day, as typed; none for vacancies in mid-term.
    pub on: Option<String>,
    /// The seats' identifiers.
    pub seats: Vec<String>,
    /// `ask`, `reply`, `consent`, `decide`, `letter`, `roster`.
    pub step: String,
    /// The day, as typed; none takes it back.
    pub day: Option<String>,
}

/// A day of a step.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StepDay {
    /// The step, a code.
    pub step: String,
    /// The day, as typed.
    pub day: String,
}

/// Everything that is recorded of one seat in a round.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoundRowFacts {
    /// The terms' last day, as typed; none for a vacancy in mid-term.
    pub on: Option<String>,
    /// The seat's identifier.
    pub seat: String,
    /// Identifier or name of the organisation that is asked; none for nobody.
    pub organization: Option<String>,
    /// Identifier or name of who is nominated.
    pub person: Option<String>,
    /// First day of the new term, as typed; the round's where none.
    pub start: Option<String>,
    /// When each step was done; what is not named is not done.
    pub done: Vec<StepDay>,
    /// Due days that the office sets; what is not named is counted.
    pub dues: Vec<StepDay>,
    /// A note.
    pub note: Option<String>,
}

/// Seats that are appointed to.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoundAppointments {
    /// The terms' last day, as typed; none for vacancies in mid-term.
    pub on: Option<String>,
    /// The seats' identifiers.
    pub seats: Vec<String>,
    /// First day for seats that have none of their own, as typed.
    pub start: Option<String>,
    /// `by_rule` or `remaining`, where a replacement's term can be read both ways.
    pub reading: Option<String>,
}

pub(super) fn rounds(app: &App, _: super::Nothing) -> Result<Vec<RoundChoice>> {
    app.rounds()
}

pub(super) fn round_list(app: &App, args: WhichRound) -> Result<RoundList> {
    app.round_list(maybe("on", args.on)?, &args.bodies)
}

pub(super) fn round_outlook(app: &App, args: RoundAppointments) -> Result<RoundOutlook> {
    app.round_outlook(&appointments(args)?)
}

pub(super) fn appoint_round(app: &mut App, args: RoundAppointments) -> Result<Written<Appointed>> {
    app.appoint_round(&appointments(args)?)
}

pub(super) fn set_round_step(app: &mut App, args: RoundStep) -> Result<Written<Touched>> {
    app.set_round_step(&seats(args.on, &args.seats)?, step(&args.step)?, maybe("day", args.day)?)
}

pub(super) fn set_round_due(app: &mut App, args: RoundStep) -> Result<Written<Touched>> {
    app.set_round_due(&seats(args.on, &args.seats)?, step(&args.step)?, maybe("day", args.day)?)
}

pub(super) fn name_again(app: &mut App, args: RoundSeats) -> Result<Written<Touched>> {
    app.name_again(&seats(args.on, &args.seats)?)
}

pub(super) fn open_nominations(app: &mut App, args: RoundSeats) -> Result<Written<Touched>> {
    app.open_nominations(&seats(args.on, &args.seats)?)
}

pub(super) fn remove_nominations(app: &mut App, args: RoundSeats) -> Result<Written<Touched>> {
    app.remove_nominations(&seats(args.on, &args.seats)?)
}

pub(super) fn set_round_row(app: &mut App, args: RoundRowFacts) -> Result<Written<Touched>> {
    let council = app.snapshot()?;
    let person = filled(args.person).map(|name| people::find(&council, &name)).transpose()?;
    let organization = filled(args.organization).map(|name| app.find_organization(&name)).transpose()?;
    let facts = RowFacts {
        organization,
        person,
        start: maybe("start", args.start)?,
        done: days("done", args.done)?,
        dues: days("due", args.dues)?,
        note: filled(args.note),
    };
    app.set_round_row(maybe("on", args.on)?, seat_id(&args.seat)?, &facts)
}

fn appointments(args: RoundAppointments) -> Result<AppointRound> {
    let reading = filled(args.reading).map(|code| EndRule::from_code(&code).map_err(bad_code)).transpose()?;
    Ok(AppointRound { of: seats(args.on, &args.seats)?, start: maybe("start", args.start)?, reading })
}

fn seats(on: Option<String>, seats: &[String]) -> Result<SeatsOf> {
    if seats.is_empty() {
        return Err(AppError::BadRequest("no seat is named".to_owned()));
    }
    Ok(SeatsOf { on: maybe("on", on)?, seats: seats.iter().map(|id| seat_id(id)).collect::<Result<_>>()? })
}

fn step(code: &str) -> Result<Step> {
    Step::from_code(code).map_err(bad_code)
}

/// The days of steps; a day that cannot be read is told at its own field: `done_ask`.
fn days(kind: &'static str, typed: Vec<StepDay>) -> Result<Vec<(Step, Day)>> {
    let read = |of: StepDay| {
        let step = step(&of.step)?;
        Ok((step, day(field(kind, step), &of.day)?))
    };
    typed.into_iter().filter(|d| !d.day.trim().is_empty()).map(read).collect()
}

fn field(kind: &str, step: Step) -> &'static str {
    match (kind, step) {
        ("done", Step::Ask) => "done_ask",
        ("done", Step::Reply) => "done_reply",
        ("done", Step::Consent) => "done_consent",
        ("done", Step::Decide) => "done_decide",
        ("done", Step::Letter) => "done_letter",
        ("done", Step::Roster) => "done_roster",
        (_, Step::Ask) => "due_ask",
        (_, Step::Reply) => "due_reply",
        (_, Step::Consent) => "due_consent",
        (_, Step::Decide) => "due_decide",
        (_, Step::Letter) => "due_letter",
        (_, Step::Roster) => "due_roster",
    }
}

fn maybe(field: &'static str, typed: Option<String>) -> Result<Option<Day>> {
    filled(typed).map(|text| day(field, &text)).transpose()
}
