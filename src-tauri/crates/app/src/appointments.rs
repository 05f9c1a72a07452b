//! Appointing a member (委嘱・選任) and ending an appointment.

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use crate::text;
use entaku_domain::appointment::{
    Appointment, EndReason, EndRule, MemberKind, SelectionRoute, check_category, check_overlap, check_route,
};
use entaku_domain::body::{Body, BodyVersion, Verb};
use entaku_domain::id::{AppointmentId, PersonId};
use entaku_domain::seat::{Filler, Seat};
use entaku_domain::term::{Derivation, Replacement, TermRule, check_back_dating};
use entaku_domain::violation::{Violation, forbids};
use entaku_domain::{Day, FiscalYear};
use entaku_store::Action;

/// A member to be appointed.
#[derive(Debug, Clone)]
pub struct Appoint {
    /// The body, by handle or name.
    pub body: String,
    /// Who.
    pub person: PersonId,
    /// The category's number; none where the body has none.
    pub category: Option<u8>,
    /// First day.
    pub start: Day,
    /// Day of the decision.
    pub decided_on: Option<Day>,
    /// Last day set by hand, with its reason; by the rule where none.
    pub end: Option<(Day, EndReason)>,
    /// For a replacement whose two readings differ: which one (V4).
    pub reading: Option<EndRule>,
    /// How a subcommittee's member was selected.
    pub route: Option<SelectionRoute>,
}

/// An appointment that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointed {
    /// Its identifier.
    pub id: AppointmentId,
    /// Its last day, if a term is set.
    pub end: Option<Day>,
    /// Where the last day comes from, in words.
    pub derivation: String,
}

/// The planned end of a term with its reading and derivation.
struct PlannedEnd {
    end: Option<Day>,
    rule: EndRule,
    why: Derivation,
}

impl App {
    /// When a term that starts on a day would end, and why.
    ///
    /// # Errors
    /// An unknown body.
    pub fn term_end(&self, body: &str, start: Day) -> Result<(Option<Day>, String)> {
        let council = self.snapshot()?;
        let version = version(&council, council.body(body)?, start)?;
        let (end, why) = version.term_rule.end(start);
        Ok((end, text::derivation(council.council.date_style, why)))
    }

    /// Appoints a member to the first vacant seat of a category (「委員の委嘱・選任」).
    ///
    /// # Errors
    /// [`AppError::Rules`] with everything that forbids it (V2, V4, V6, V7);
    /// [`AppError::UnknownSeat`] when no seat is vacant.
    pub fn appoint_member(&mut self, ask: &Appoint) -> Result<Written<Appointed>> {
        let council = self.snapshot()?;
        let body = council.body(&ask.body)?;
        let person = council.person(ask.person).ok_or_else(|| AppError::UnknownPerson(ask.person.to_string()))?;
        let version = version(&council, body, ask.start)?;
        let seat = vacant_seat(&council, body, ask)?;
        let before = last_before(&council, seat, ask.start);
        let planned = planned_end(version.term_rule, ask, before)?;
        let new = appointment(ask, body, seat, version.verb, before, &planned);
        let notices = check(&council, version, ask, &new)?;
        let subject = format!("{}　{}", version.name, person.name.full());
        let derivation = text::derivation(council.council.date_style, planned.why);
        self.change(Action::new("appoint_member").about(subject), notices, |tx| {
            let id = AppointmentId::new(tx.new_id());
            tx.put_appointment(&Appointment { id, ..new })?;
            Ok(Appointed { id, end: planned.end, derivation })
        })
    }

    /// Ends an appointment early (「委員の退任」). What was held stays as it was.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`], or [`AppError::Rules`] for a day before the first.
    pub fn end_appointment(&mut self, id: AppointmentId, on: Day, reason: EndReason) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let appointment = council.appointment(id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        if on < appointment.start {
            return Err(AppError::Rules(vec![Violation::EndBeforeStart { start: appointment.start, end: on }]));
        }
        let ended = Appointment { ended_on: Some(on), end_reason: Some(reason), ..appointment.clone() };
        let name = council.person(ended.person).map(|p| p.name.full()).unwrap_or_default();
        self.change(Action::new("end_appointment").about(name), Vec::new(), |tx| Ok(tx.put_appointment(&ended)?))
    }
}

fn version<'a>(council: &'a Snapshot, body: &Body, on: Day) -> Result<&'a BodyVersion> {
    council.version(body.id, FiscalYear::of(on)).ok_or(AppError::NothingInYear(FiscalYear::of(on).number()))
}

/// The first seat of the category that is vacant on the first day and not derived.
fn vacant_seat<'a>(council: &'a Snapshot, body: &Body, ask: &Appoint) -> Result<&'a Seat> {
    council
        .sittings(body.id, ask.start)
        .into_iter()
        .filter(|s| s.appointment.is_none() && !matches!(s.seat.filler, Filler::HeadOf(_)))
        .map(|s| s.seat)
        .find(|s| ask.category.is_none() || s.category == ask.category)
        .ok_or_else(|| AppError::UnknownSeat(council.body_name(body.id, FiscalYear::of(ask.start)).to_owned()))
}

/// Who sat there last, when their planned term is not over: then the new member is a replacement.
fn last_before<'a>(council: &'a Snapshot, seat: &Seat, start: Day) -> Option<&'a Appointment> {
    let before = council.appointments.iter().filter(|a| a.seat == seat.id && a.start < start);
    before.max_by_key(|a| a.start).filter(|a| a.ended_on.is_some() && a.end.is_some_and(|end| end >= start))
}

fn planned_end(rule: TermRule, ask: &Appoint, before: Option<&Appointment>) -> Result<PlannedEnd> {
    let (end, why) = rule.end(ask.start);
    if let Some((typed, _)) = ask.end {
        let why = end
            .filter(|rule_end| typed < *rule_end)
            .map_or(why, |rule_end| Derivation::Shortened { rule_end, end: typed });
        return Ok(PlannedEnd { end: Some(typed), rule: EndRule::Shortened, why });
    }
    let readings =
        before.and_then(|b| b.end).and_then(|end| Replacement::new(rule, ask.start, end)).filter(|r| r.needs_choice());
    match (readings, ask.reading) {
        (None, _) => Ok(PlannedEnd { end, rule: if end.is_some() { EndRule::ByRule } else { EndRule::NoTerm }, why }),
        (Some(_), Some(EndRule::ByRule)) => Ok(PlannedEnd { end, rule: EndRule::ByRule, why }),
        (Some(r), Some(EndRule::Remaining)) => Ok(PlannedEnd {
            end: Some(r.remaining),
            rule: EndRule::Remaining,
            why: Derivation::RemainingTerm { start: ask.start, end: r.remaining },
        }),
        (Some(r), _) => Err(AppError::Rules(vec![Violation::ReplacementChoiceNeeded {
            by_rule: r.by_rule,
            remaining: r.remaining,
        }])),
    }
}

fn appointment(
    ask: &Appoint,
    body: &Body,
    seat: &Seat,
    verb: Verb,
    before: Option<&Appointment>,
    planned: &PlannedEnd,
) -> Appointment {
    Appointment {
        id: AppointmentId::new(uuid::Uuid::nil()),
        seat: seat.id,
        body: body.id,
        person: ask.person,
        category: ask.category.or(seat.category),
        verb,
        kind: MemberKind::Regular,
        decided_on: ask.decided_on,
        start: ask.start,
        end: planned.end,
        end_rule: planned.rule,
        ended_on: None,
        end_reason: ask
            .end
            .map(|(_, reason)| reason)
            .or((planned.rule == EndRule::Remaining).then_some(EndReason::RemainingTerm)),
        predecessor: before.map(|b| b.id),
        route: ask.route.clone(),
        letter_number: None,
    }
}

/// Everything the rules say; an error when any of it forbids the appointment.
fn check(council: &Snapshot, version: &BodyVersion, ask: &Appoint, new: &Appointment) -> Result<Vec<Violation>> {
    let mut found: Vec<Violation> =
        new.end.map(|end| version.term_rule.check_end(new.start, end, new.end_reason.is_some())).unwrap_or_default();
    found.extend(check_category(version, new.category, new.start));
    found.extend(check_overlap(new, &council.appointments));
    found.extend(check_route(new.verb, new.route.as_ref()));
    found.extend(ask.decided_on.and_then(|decided| check_back_dating(decided, new.start)));
    if forbids(&found) { Err(AppError::Rules(found)) } else { Ok(found) }
}
