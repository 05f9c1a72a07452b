//! Appointments, offices and nominations: `appointments.toml`.

use super::bodies::VERBS;
use super::keys::{Keys, collect};
use super::meetings;
use super::source::{Date, Place, Unused, day, parse};
use crate::error::Result;
use entaku_domain::Day;
use entaku_domain::appointment::{Appointment, EndReason, EndRule, SelectionRoute};
use entaku_domain::id::{AppointmentId, BodyId, NominationId, OfficeId, PersonId};
use entaku_domain::office::{Method, Office};
use entaku_domain::person::Person;
use entaku_domain::seat::{Filler, Seat};
use entaku_domain::selection::{Nomination, NominationStage};
use serde::Deserialize;
use std::collections::BTreeSet;

pub(super) const FILE: &str = "appointments.toml";

const END_RULES: &[(&str, EndRule)] =
    &[("条文", EndRule::ByRule), ("残任期間", EndRule::Remaining), ("定めなし", EndRule::NoTerm)];

const END_REASONS: &[(&str, EndReason)] = &[
    ("満了", EndReason::Expired),
    ("辞任", EndReason::Resigned),
    ("失職", EndReason::LostCategory),
    ("死亡", EndReason::Died),
    ("解嘱", EndReason::Released),
    ("異動", EndReason::Transferred),
];

const NOMINATION_STAGES: &[(&str, NominationStage)] = &[
    ("推薦依頼中", NominationStage::Asked),
    ("推薦あり", NominationStage::Replied),
    ("承諾済", NominationStage::Consented),
    ("決裁済", NominationStage::Decided),
    ("委嘱済", NominationStage::Decided),
];

/// The word of an election among the members; any other way is in words.
const ELECTED: &str = "互選";

/// `appointments.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    appointment: Vec<Row>,
    office: Vec<OfficeRow>,
    nomination: Vec<NominationRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    key: String,
    seat: String,
    person: String,
    verb: String,
    decided_on: Option<Date>,
    from: Date,
    to: Option<Date>,
    term_rule: String,
    #[serde(rename = "ground")]
    _ground: Unused,
    ended_on: Option<Date>,
    end_reason: Option<String>,
    #[serde(rename = "end_note")]
    _end_note: Unused,
    #[serde(rename = "reappointed")]
    _reappointed: Unused,
    letter_no: Option<String>,
    predecessor: Option<String>,
    selected_by: Option<String>,
    meeting: Option<String>,
    selector: Option<String>,
    selected_on: Option<Date>,
    #[serde(rename = "note")]
    _note: Unused,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OfficeRow {
    body: String,
    title: String,
    person: String,
    elected_at: Option<String>,
    method: String,
    from: Date,
    to: Option<Date>,
    ended_on: Option<Date>,
    #[serde(rename = "end_reason")]
    _end_reason: Unused,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NominationRow {
    seat: String,
    organisation: Option<String>,
    person: Option<String>,
    asked_on: Option<Date>,
    due: Option<Date>,
    replied_on: Option<Date>,
    consent_on: Option<Date>,
    decided_on: Option<Date>,
    state: String,
    note: Option<String>,
}

/// What an appointment's row refers to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) keys: &'a Keys,
    pub(super) seats: &'a [Seat],
    pub(super) people: &'a [Person],
    pub(super) meetings: &'a meetings::File,
}

pub(super) fn read() -> Result<File> {
    parse(FILE)
}

impl File {
    pub(super) fn keys(&self) -> Result<BTreeSet<String>> {
        collect(FILE, self.appointment.iter().map(|r| &r.key))
    }

    /// The appointments. Who sits in a derived seat follows from an office, so
    /// that an appointment to one is left out.
    pub(super) fn appointments(&self, around: Around<'_>) -> Result<Vec<Appointment>> {
        let all = self.appointment.iter().map(|row| appointment(around, row));
        all.filter_map(Result::transpose).collect()
    }

    /// The offices, each resting on the member's appointment of the day of the election.
    pub(super) fn offices(&self, keys: &Keys, appointments: &[Appointment]) -> Result<Vec<Office>> {
        self.office.iter().map(|row| office(keys, appointments, row)).collect()
    }

    /// The nominations under way.
    pub(super) fn nominations(&self, keys: &Keys) -> Result<Vec<Nomination>> {
        self.nomination.iter().map(|row| nomination(keys, row)).collect()
    }

    /// The key of an appointment, for the message that something is wrong with it.
    pub(super) fn key_of(&self, appointment: AppointmentId) -> &str {
        self.appointment.iter().find(|r| AppointmentId::from_key(&r.key) == appointment).map_or("", |r| r.key.as_str())
    }
}

fn appointment(around: Around<'_>, row: &Row) -> Result<Option<Appointment>> {
    let place = Place { file: FILE, key: &row.key };
    let keys = around.keys;
    let id = keys.seat(place, &row.seat)?;
    let seat = around.seats.iter().find(|s| s.id == id).ok_or_else(|| place.wrong("no such seat"))?;
    if matches!(seat.filler, Filler::HeadOf(_)) {
        return Ok(None);
    }
    let end_rule = place.pick(END_RULES, &row.term_rule)?;
    let stated = row.end_reason.as_ref().map(|r| place.pick(END_REASONS, r)).transpose()?;
    Ok(Some(Appointment {
        id: keys.appointment(place, &row.key)?,
        seat: seat.id,
        body: seat.body,
        person: keys.person(place, &row.person)?,
        category: seat.category,
        verb: place.pick(VERBS, &row.verb)?,
        kind: seat.kind,
        decided_on: day(row.decided_on),
        start: row.from.0,
        end: day(row.to),
        end_rule,
        ended_on: day(row.ended_on),
        end_reason: stated.or((end_rule == EndRule::Remaining).then_some(EndReason::RemainingTerm)),
        predecessor: row.predecessor.as_ref().map(|key| keys.appointment(place, key)).transpose()?,
        route: route(around, place, row)?,
        letter_number: row.letter_no.clone(),
        exception: None,
    }))
}

/// How a subcommittee's member was selected (V11).
fn route(around: Around<'_>, place: Place<'_>, row: &Row) -> Result<Option<SelectionRoute>> {
    let missing = |what: &str| place.wrong(format_args!("selected without {what}"));
    match row.selected_by.as_deref() {
        None => Ok(None),
        Some("運営会議") => {
            let key = row.meeting.as_ref().ok_or_else(|| missing("meeting"))?;
            let meeting = around.keys.meeting(place, key)?;
            place.must(around.meetings.date_of(key) == Some(row.from.0), "not appointed on the day of the meeting")?;
            Ok(Some(SelectionRoute::SteeringMeeting { meeting }))
        }
        Some("部会長") => {
            let selector = around.keys.person(place, row.selector.as_ref().ok_or_else(|| missing("selector"))?)?;
            let name = around.people.iter().find(|p| p.id == selector).map(|p| p.name.full());
            let on = day(row.selected_on).ok_or_else(|| missing("selected_on"))?;
            Ok(Some(SelectionRoute::Head { name: name.ok_or_else(|| missing("selector"))?, on }))
        }
        Some(other) => Err(place.wrong(format_args!("unknown way of selection {other:?}"))),
    }
}

/// The appointment of a person in a body that is open on a day.
pub(super) fn open_in(appointments: &[Appointment], body: BodyId, person: PersonId, on: Day) -> Option<&Appointment> {
    appointments.iter().find(|a| a.body == body && a.person == person && a.is_open_on(on))
}

fn office(keys: &Keys, appointments: &[Appointment], row: &OfficeRow) -> Result<Office> {
    let key = format!("{}/{}/{}", row.body, row.title, row.from.0);
    let place = Place { file: FILE, key: &key };
    let (body, person) = (keys.body(place, &row.body)?, keys.person(place, &row.person)?);
    let member = open_in(appointments, body, person, row.from.0);
    Ok(Office {
        id: OfficeId::from_key(&key),
        body,
        title: row.title.clone(),
        person,
        appointment: member.ok_or_else(|| place.wrong(format_args!("{} is no member on that day", row.person)))?.id,
        elected_at: row.elected_at.as_ref().map(|m| keys.meeting(place, m)).transpose()?,
        method: if row.method == ELECTED { Method::MutualElection } else { Method::Other },
        start: row.from.0,
        end: day(row.ended_on).or(day(row.to)),
    })
}

fn nomination(keys: &Keys, row: &NominationRow) -> Result<Nomination> {
    let key = format!("{}/{}", row.seat, day(row.asked_on).map(|d| d.to_string()).unwrap_or_default());
    let place = Place { file: FILE, key: &key };
    let nomination = Nomination {
        organization: row.organisation.as_ref().map(|o| keys.organization(place, o)).transpose()?,
        asked_on: day(row.asked_on),
        due_on: day(row.due),
        replied_on: day(row.replied_on),
        person: row.person.as_ref().map(|p| keys.person(place, p)).transpose()?,
        consented_on: day(row.consent_on),
        decided_on: day(row.decided_on),
        note: row.note.clone(),
        ..Nomination::new(NominationId::from_key(&key), keys.seat(place, &row.seat)?, None)
    };
    let stage = place.pick(NOMINATION_STAGES, &row.state)?;
    place.must(nomination.stage() == stage, "its days do not reach the state that it claims")?;
    Ok(nomination)
}
