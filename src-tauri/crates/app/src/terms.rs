//! What a term rests on beside its body's rule: the predecessor, the plenary's term
//! (V11), and how long somebody has sat without a break.

use crate::snapshot::Snapshot;
use entaku_domain::Day;
use entaku_domain::appointment::{Appointment, EndRule, MemberKind};
use entaku_domain::body::{BodyKind, BodyVersion};
use entaku_domain::id::{BodyId, PersonId};
use entaku_domain::service::{Service, check_limits, service};
use entaku_domain::term::{Around, Derivation, TermRule};
use entaku_domain::violation::Violation;
use std::collections::BTreeMap;

/// What the last day of a term in a body may depend on.
pub(crate) fn around(
    council: &Snapshot,
    version: &BodyVersion,
    person: PersonId,
    start: Day,
    predecessor: Option<Day>,
) -> Around {
    Around {
        predecessor,
        followed: followed(council, version.term_rule, version.body, person, start),
        replacement: Some(version.replacement),
    }
}

/// The last day of the members of the body that a rule follows, the plenary where it names none.
fn followed(council: &Snapshot, rule: TermRule, body: BodyId, person: PersonId, on: Day) -> Option<Day> {
    match rule {
        TermRule::AsBody(other) => members_end(council, other, person, on).filter(|_| other != body),
        _ => plenary_end(council, body, person, on),
    }
}

/// V11: the last day of the plenary's members. None for the plenary itself, and where nobody
/// sits there.
pub(crate) fn plenary_end(council: &Snapshot, body: BodyId, person: PersonId, on: Day) -> Option<Day> {
    let plenary = council.bodies.iter().find(|b| b.kind == BodyKind::Plenary && b.id != body)?;
    members_end(council, plenary.id, person, on)
}

/// The last day of a body's regular members: the person's own, where they sit there, else
/// that of most.
pub(crate) fn members_end(council: &Snapshot, body: BodyId, person: PersonId, on: Day) -> Option<Day> {
    let sits = |a: &&Appointment| a.body == body && a.kind == MemberKind::Regular && a.is_open_on(on);
    let own = council.appointments_of(person).find(sits).and_then(Appointment::last_day);
    own.or_else(|| {
        let mut ends: BTreeMap<Day, usize> = BTreeMap::new();
        for end in council.appointments.iter().filter(sits).filter_map(|a| a.end) {
            *ends.entry(end).or_default() += 1;
        }
        ends.into_iter().max_by_key(|(end, count)| (*count, *end)).map(|(end, _)| end)
    })
}

/// The unbroken time up to an appointment, recorded or planned.
pub(crate) fn served(council: &Snapshot, appointment: &Appointment) -> Service {
    let all: Vec<&Appointment> = council.appointments_of(appointment.person).collect();
    service(appointment, &all)
}

/// What an appointment says to its body's limits of reappointment.
pub(crate) fn beyond(council: &Snapshot, version: &BodyVersion, new: &Appointment) -> Vec<Violation> {
    if new.kind != MemberKind::Regular {
        return Vec::new();
    }
    check_limits(version.limits, served(council, new), new.last_day(), new.exception.as_deref())
}

/// Where a recorded last day comes from, told again.
pub(crate) fn recorded(council: &Snapshot, rule: TermRule, a: &Appointment) -> Derivation {
    let (rule_end, why) = rule.end(a.start);
    match (a.end, rule_end) {
        (Some(end), _) if a.end_rule == EndRule::Remaining => Derivation::RemainingTerm { start: a.start, end },
        (Some(end), None) if a.end_rule == EndRule::ByRule && rule == TermRule::Predecessor => {
            Derivation::Predecessor { end }
        }
        (Some(end), None) if a.end_rule == EndRule::ByRule && rule == TermRule::AsPlenary => {
            Derivation::AsPlenary { end }
        }
        (Some(end), None) if a.end_rule == EndRule::ByRule && rule.rests() => match rule {
            TermRule::AsBody(body) => Derivation::AsBody { body, end },
            _ => Derivation::SetByHand { end, undecided: false },
        },
        (Some(end), None) if a.end_rule == EndRule::Shortened => {
            let before = a.predecessor.and_then(|id| council.appointment(id)).and_then(|b| b.end);
            let followed = followed(council, rule, a.body, a.person, a.start);
            let rule_end = rule.end_among(a.start, Around { predecessor: before, followed, replacement: None }).0;
            shortened(a, rule_end.unwrap_or(end), end)
        }
        (Some(end), Some(rule_end)) if end != rule_end => shortened(a, rule_end, end),
        (Some(end), None) => Derivation::SetByHand { end, undecided: rule == TermRule::Undecided },
        (None, Some(_)) => Derivation::NoTerm,
        _ => why,
    }
}

fn shortened(a: &Appointment, rule_end: Day, end: Day) -> Derivation {
    Derivation::Shortened { rule_end, end, reason: a.end_reason.filter(|_| a.ended_on.is_none()) }
}
