//! Who a letter is for, as the council knows them on a day.

use super::{For, LetterAsk};
use crate::appointments::last_before;
use crate::council::App;
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use crate::terms::around;
use entaku_domain::appointment::{Appointment, EndRule, MemberKind};
use entaku_domain::id::{BodyId, OrganizationId, PersonId, SeatId};
use entaku_domain::seat::{Filler, Seat};
use entaku_domain::selection::Nomination;
use entaku_domain::term::{Derivation, EndWish, PlannedEnd, plan_end};
use entaku_domain::{Day, FiscalYear};

/// A seat, who takes it, and for how long.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recipient<'a> {
    /// The body.
    pub(super) body: BodyId,
    /// The seat.
    pub(super) seat: Option<&'a Seat>,
    /// The appointment, where it is recorded.
    pub(super) appointment: Option<&'a Appointment>,
    /// Who.
    pub(super) person: Option<PersonId>,
    /// Which organisation nominates, or sends.
    pub(super) organization: Option<OrganizationId>,
    /// The category.
    pub(super) category: Option<u8>,
    /// What kind of member.
    pub(super) kind: MemberKind,
    /// First and last day of the term.
    pub(super) term: Option<(Day, Option<Day>)>,
    /// Whether that is what remained of a predecessor's term.
    pub(super) remaining: bool,
    /// Whether its last day is still to be chosen, or rests on a term that there is not.
    pub(super) end_open: bool,
}

/// Everybody whom the letters are for.
pub(super) fn all<'a>(app: &App, council: &'a Snapshot, ask: &LetterAsk) -> Result<Vec<Recipient<'a>>> {
    let needs = ask.to.iter().any(|to| to.nomination.is_some());
    let nominations = if needs { app.store().nominations()? } else { Vec::new() };
    ask.to.iter().map(|to| one(council, ask, *to, &nominations)).collect()
}

fn one<'a>(council: &'a Snapshot, ask: &LetterAsk, to: For, nominations: &[Nomination]) -> Result<Recipient<'a>> {
    if let Some(id) = to.appointment {
        let found = council.appointment(id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        return Ok(appointed(council, found));
    }
    let nomination = match to.nomination {
        Some(id) => {
            let found = nominations.iter().find(|n| n.id == id);
            Some(found.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?)
        }
        None => None,
    };
    let seat = to.seat.or(nomination.map(|n| n.seat));
    let seat = seat.ok_or_else(|| AppError::BadRequest("a letter is for an appointment or a seat".to_owned()))?;
    let seat = seat_of(council, seat).ok_or_else(|| AppError::UnknownRecord(seat.to_string()))?;
    Ok(expected(council, ask, seat, to, nomination))
}

fn seat_of(council: &Snapshot, id: SeatId) -> Option<&Seat> {
    council.seats.iter().find(|s| s.id == id)
}

/// A member who is appointed.
pub(super) fn appointed<'a>(council: &'a Snapshot, found: &'a Appointment) -> Recipient<'a> {
    let seat = seat_of(council, found.seat);
    Recipient {
        body: found.body,
        seat,
        appointment: Some(found),
        person: Some(found.person),
        organization: seat.and_then(sender).or_else(|| council.organization_id(found.person, found.start)),
        category: found.category,
        kind: found.kind,
        term: Some((found.start, found.end)),
        remaining: found.end_rule == EndRule::Remaining,
        end_open: false,
    }
}

/// A seat that is to be filled, or whoever sits there where nothing else is said.
fn expected<'a>(
    council: &'a Snapshot,
    ask: &LetterAsk,
    seat: &'a Seat,
    to: For,
    nomination: Option<&Nomination>,
) -> Recipient<'a> {
    let named = nomination.filter(|_| ask.kind.needs_member()).and_then(|n| n.person);
    let person = to.person.or(named);
    let start = nomination.and_then(Nomination::start).or(to.start).or(ask.start);
    let sits = council.appointments.iter().find(|a| a.seat == seat.id && a.is_open_on(ask.on));
    if let Some(found) = sits.filter(|_| person.is_none() && start.is_none() && ask.kind.needs_member()) {
        return appointed(council, found);
    }
    let planned = start.map(|start| (start, planned_end(council, seat, person, start, ask.end)));
    let known = planned.and_then(|(_, end)| end);
    let organization = nomination.and_then(|n| n.organization).or_else(|| sender(seat));
    Recipient {
        body: seat.body,
        seat: Some(seat),
        appointment: None,
        person,
        organization: organization.or_else(|| council.organization_id(person?, ask.on)),
        category: seat.category,
        kind: seat.kind,
        term: planned.map(|(start, _)| (start, known.and_then(|p| p.end))),
        remaining: known.is_some_and(|p| p.rule == EndRule::Remaining),
        end_open: planned.is_some_and(|(_, end)| end.is_none_or(|p| is_missing(p.why))),
    }
}

/// The last day as an appointment from that day would have it; none where the office has to
/// choose how long a replacement sits (V4), or the body is not there yet.
fn planned_end(
    council: &Snapshot,
    seat: &Seat,
    person: Option<PersonId>,
    start: Day,
    end: Option<Day>,
) -> Option<PlannedEnd> {
    let version = council.version(seat.body, FiscalYear::of(start))?;
    let person = person.unwrap_or(PersonId::new(uuid::Uuid::nil()));
    let before = last_before(council, seat, start).and_then(|a| a.end);
    let around = around(council, version, person, start, before);
    plan_end(version.term_rule, start, around, EndWish { end, ..EndWish::default() }).ok()
}

/// Whether a term has a last day that nobody knows yet, rather than none.
const fn is_missing(why: Derivation) -> bool {
    matches!(why, Derivation::NoPredecessor | Derivation::NoPlenary | Derivation::NobodyThere { .. })
}

/// The organisation that nominates for a seat, or fills it.
pub(super) fn sender(seat: &Seat) -> Option<OrganizationId> {
    seat.nominator.or(match seat.filler {
        Filler::Organization(id) => Some(id),
        _ => None,
    })
}
