//! Appointing a member (委嘱・選任).

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::round::filled_by;
use crate::snapshot::Snapshot;
use crate::terms::{around, beyond};
use crate::text;
use entaku_domain::appointment::{
    Appointment, EndRule, MemberKind, SelectionRoute, check_category, check_overlap, check_route,
};
use entaku_domain::body::{Body, BodyKind, BodyVersion};
use entaku_domain::id::{AppointmentId, MeetingId, PersonId, SeatId};
use entaku_domain::seat::{Filler, Seat, check_free, check_kind};
use entaku_domain::selection::Nomination;
use entaku_domain::term::{Derivation, EndWish, PlannedEnd, check_back_dating, plan_end};
use entaku_domain::text::check_name;
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
    /// Regular, temporary or observer; what the seat is for where none.
    pub kind: Option<MemberKind>,
    /// The category's number; none where the body has none, and for temporary members and observers.
    pub category: Option<u8>,
    /// The seat; the first one of the category that is free where none.
    pub seat: Option<SeatId>,
    /// First day.
    pub start: Day,
    /// Day of the decision.
    pub decided_on: Option<Day>,
    /// What the office says of the end; by the rule where nothing.
    pub wish: EndWish,
    /// How a subcommittee's member was selected.
    pub route: Option<Selected>,
    /// Number of the letter (委嘱状の番号).
    pub letter_number: Option<String>,
    /// Why the limit of reappointments is not kept.
    pub exception: Option<String>,
}

/// Who selected a subcommittee's member (V11).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selected {
    /// The steering meeting.
    At(MeetingId),
    /// The body's head.
    By {
        /** The head. */
        head: PersonId,
        /** The day. */
        on: Day,
    },
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

/// One reading of a replacement's term (V4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadTerm {
    /// 条文どおり, 残任期間.
    pub label: &'static str,
    /// Its last day.
    pub end: Option<Day>,
    /// Where it comes from, in words.
    pub derivation: String,
}

/// A seat for the new member, with who left it early and the planned end.
struct Place<'a> {
    seat: &'a Seat,
    before: Option<&'a Appointment>,
    planned: PlannedEnd,
}

impl App {
    /// When a term that starts on a day would end, and why.
    ///
    /// # Errors
    /// An unknown body.
    pub fn term_end(&self, body: &str, start: Day) -> Result<(Option<Day>, String)> {
        let council = self.snapshot()?;
        let version = version(&council, council.body(body)?, start)?;
        let nobody = PersonId::new(uuid::Uuid::nil());
        let (end, why) = version.term_rule.end_among(start, around(&council, version, nobody, start, None));
        Ok((end, text::derivation(&council, why)))
    }

    /// Both readings of the term of a replacement that starts on a day (V4), whatever the
    /// body's rules settle.
    ///
    /// # Errors
    /// An unknown body; [`AppError::Rules`] where the predecessor's term is over before.
    pub fn term_readings(&self, body: &str, start: Day, predecessor_end: Day) -> Result<Vec<ReadTerm>> {
        let council = self.snapshot()?;
        if predecessor_end < start {
            return Err(AppError::Rules(vec![Violation::EndBeforeStart { start, end: predecessor_end }]));
        }
        let version = version(&council, council.body(body)?, start)?;
        let nobody = PersonId::new(uuid::Uuid::nil());
        let around = around(&council, version, nobody, start, Some(predecessor_end));
        [EndRule::ByRule, EndRule::Remaining]
            .into_iter()
            .map(|rule| {
                let wish = EndWish { reading: Some(rule), ..EndWish::default() };
                let planned = plan_end(version.term_rule, start, around, wish);
                let planned = planned.map_err(|wrong| AppError::Rules(vec![wrong]))?;
                let derivation = text::derivation(&council, planned.why);
                Ok(ReadTerm { label: rule.label(), end: planned.end, derivation })
            })
            .collect()
    }

    /// Appoints a member to the first seat of a category that is free for the whole
    /// term, or to the seat named (「委員の委嘱・選任」).
    ///
    /// # Errors
    /// [`AppError::Rules`] with everything that forbids it (V1, V2, V4, V6, V7, V11);
    /// [`AppError::UnknownSeat`] when no seat is vacant.
    pub fn appoint_member(&mut self, ask: &Appoint) -> Result<Written<Appointed>> {
        let council = self.snapshot()?;
        let person = council.person(ask.person).ok_or_else(|| AppError::UnknownPerson(ask.person.to_string()))?;
        let Plan { new, notices, why } = plan(&council, ask)?;
        let subject = format!("{}　{}", council.body_name(new.body, FiscalYear::of(new.start)), person.name.full());
        let derivation = text::derivation(&council, why);
        let open = filled_by(self.store(), &council, &new, self.today())?;
        self.change(Action::new("appoint_member").about(subject), notices, |tx| {
            let id = AppointmentId::new(tx.new_id());
            let end = new.end;
            tx.put_appointment(&Appointment { id, ..new })?;
            // What was asked for the vacancy has led to somebody: it is no longer open.
            if let Some(open) = open {
                tx.put_nomination(&Nomination { appointment: Some(id), ..open })?;
            }
            Ok(Appointed { id, end, derivation })
        })
    }
}

/// An appointment that the rules allow, before it is written.
pub(crate) struct Plan {
    /// With a nil identifier.
    pub new: Appointment,
    /// What the rules notice.
    pub notices: Vec<Violation>,
    /// Where the last day comes from.
    pub why: Derivation,
}

/// Plans an appointment: its seat, its last day, what the rules say. Writes nothing.
///
/// # Errors
/// Those of [`App::appoint_member`]; the person need not be known yet.
pub(crate) fn plan(council: &Snapshot, ask: &Appoint) -> Result<Plan> {
    let body = council.body_on(&ask.body, ask.start)?;
    let version = version(council, body, ask.start)?;
    all_right(ask.letter_number.iter().map(|number| check_name("letter_number", number)))?;
    all_right(ask.exception.iter().map(|reason| check_name("exception", reason)))?;
    let kind = kind(council, ask);
    let category = category(version, ask, kind)?;
    let place = place(council, body, version, ask, (category, kind))?;
    let (route, mut notices) = route(council, body, ask.route)?;
    let new = appointment(ask, version, &place, (category, kind), route);
    notices.extend(check_kind(place.seat, kind));
    notices.extend(check(council, version, &new)?);
    Ok(Plan { new, notices, why: place.planned.why })
}

pub(crate) fn version<'a>(council: &'a Snapshot, body: &Body, on: Day) -> Result<&'a BodyVersion> {
    council.version(body.id, FiscalYear::of(on)).ok_or(AppError::NothingInYear(FiscalYear::of(on).number()))
}

/// What kind of member: as asked for, else what the seat named is for.
fn kind(council: &Snapshot, ask: &Appoint) -> MemberKind {
    let seat = || council.seats.iter().find(|s| Some(s.id) == ask.seat).map(|s| s.kind);
    ask.kind.or_else(seat).unwrap_or(MemberKind::Regular)
}

/// V6: the category asked for. Where there is but one it goes without saying, for regular members.
fn category(version: &BodyVersion, ask: &Appoint, kind: MemberKind) -> Result<Option<u8>> {
    let regular = kind == MemberKind::Regular;
    let only = (regular && !version.is_categorised()).then(|| version.categories.first().map(|c| c.number)).flatten();
    let category = ask.category.or(only);
    let wrong = if regular || category.is_some() { check_category(version, category, ask.start) } else { None };
    wrong.map_or(Ok(category), |wrong| Err(AppError::Rules(vec![wrong])))
}

/// The first seat that suits and is free for the whole term.
fn place<'a>(
    council: &'a Snapshot,
    body: &Body,
    version: &BodyVersion,
    ask: &Appoint,
    (category, kind): (Option<u8>, MemberKind),
) -> Result<Place<'a>> {
    let suits = |s: &&Seat| match ask.seat {
        Some(id) => s.id == id,
        None => s.category == category,
    };
    let mut seats: Vec<&Seat> = council.seats.iter().filter(|s| s.body == body.id && s.exists_on(ask.start)).collect();
    seats.sort_by_key(|s| (s.kind != kind, strangeness(council, s, ask)));
    let mut refused = None;
    for seat in seats.into_iter().filter(|s| !matches!(s.filler, Filler::HeadOf(_))).filter(suits) {
        let taken = |end| check_free(seat, ask.start, end, &council.appointments);
        if ask.seat.is_none() && taken(Some(ask.start)).is_some() {
            continue;
        }
        if seat.category != category {
            return Err(AppError::Rules(vec![Violation::SeatOfOtherCategory]));
        }
        let before = last_before(council, seat, ask.start);
        let around = around(council, version, ask.person, ask.start, before.and_then(|b| b.end));
        let planned =
            plan_end(version.term_rule, ask.start, around, ask.wish).map_err(|wrong| AppError::Rules(vec![wrong]))?;
        match taken(planned.end) {
            None => return Ok(Place { seat, before, planned }),
            Some(wrong) => refused = refused.or(Some(wrong)),
        }
    }
    let name = || {
        let body = council.body_name(body.id, FiscalYear::of(ask.start));
        let category = category.filter(|_| ask.seat.is_none()).map(crate::text::labels::category_mark);
        category.map_or_else(|| body.to_owned(), |mark| format!("{body}{mark}"))
    };
    Err(refused.map_or_else(|| AppError::UnknownSeat(name()), |wrong| AppError::Rules(vec![wrong])))
}

/// 0 for a seat of the person's own organisation, 1 for one of nobody's, 2 for another's.
fn strangeness(council: &Snapshot, seat: &Seat, ask: &Appoint) -> u8 {
    let own = council.organization_id(ask.person, ask.start);
    let expected = match seat.filler {
        Filler::Organization(id) => Some(id),
        _ => seat.nominator,
    };
    match expected {
        None => 1,
        some if some == own => 0,
        Some(_) => 2,
    }
}

/// Who sat there last, when their planned term is not over: then the new member is a replacement.
pub(crate) fn last_before<'a>(council: &'a Snapshot, seat: &Seat, start: Day) -> Option<&'a Appointment> {
    let before = council.appointments.iter().filter(|a| a.seat == seat.id && a.start < start);
    before.max_by_key(|a| a.start).filter(|a| a.ended_on.is_some() && a.end.is_some_and(|end| end >= start))
}

/// V11: the way of selection as it is recorded, and what is odd about it.
fn route(
    council: &Snapshot,
    body: &Body,
    selected: Option<Selected>,
) -> Result<(Option<SelectionRoute>, Vec<Violation>)> {
    match selected {
        None => Ok((None, Vec::new())),
        Some(Selected::At(id)) => {
            let held = council.meetings.iter().find(|m| m.id == id);
            let held = held.ok_or_else(|| AppError::UnknownMeeting(id.to_string()))?;
            if council.body_by_id(held.body).is_none_or(|b| b.kind != BodyKind::Steering) {
                return Err(AppError::Rules(vec![Violation::RouteNotSteering]));
            }
            Ok((Some(SelectionRoute::SteeringMeeting { meeting: id }), Vec::new()))
        }
        Some(Selected::By { head, on }) => {
            let person = council.person(head).ok_or_else(|| AppError::UnknownPerson(head.to_string()))?;
            let heads = council.head_of(body.id, on).is_some_and(|office| office.person == head);
            let odd = (!heads).then_some(Violation::RouteNotHead { on });
            Ok((Some(SelectionRoute::Head { name: person.name_on(on).full(), on }), odd.into_iter().collect()))
        }
    }
}

fn appointment(
    ask: &Appoint,
    version: &BodyVersion,
    place: &Place<'_>,
    (category, kind): (Option<u8>, MemberKind),
    route: Option<SelectionRoute>,
) -> Appointment {
    Appointment {
        id: AppointmentId::new(uuid::Uuid::nil()),
        seat: place.seat.id,
        body: version.body,
        person: ask.person,
        category,
        verb: version.verb,
        kind,
        decided_on: ask.decided_on,
        start: ask.start,
        end: place.planned.end,
        end_rule: place.planned.rule,
        ended_on: None,
        end_reason: place.planned.reason,
        predecessor: place.before.map(|b| b.id),
        route,
        letter_number: ask.letter_number.clone(),
        exception: ask.exception.clone(),
    }
}

/// Everything the rules say; an error when any of it forbids the appointment.
pub(crate) fn check(council: &Snapshot, version: &BodyVersion, new: &Appointment) -> Result<Vec<Violation>> {
    let mut found = check_end(council, version, new);
    found.extend(beyond(council, version, new));
    found.extend(check_overlap(new, &council.appointments));
    found.extend(check_route(new.verb, new.route.as_ref()));
    found.extend(new.decided_on.and_then(|decided| check_back_dating(decided, new.start)));
    if forbids(&found) { Err(AppError::Rules(found)) } else { Ok(found) }
}

/// V1 to V3 of the last day; a rule that rests on another term has been asked already.
pub(crate) fn check_end(council: &Snapshot, version: &BodyVersion, new: &Appointment) -> Vec<Violation> {
    let Some(end) = new.end.filter(|_| !(version.term_rule.rests() && new.end_rule == EndRule::ByRule)) else {
        return Vec::new();
    };
    let before = new.predecessor.and_then(|id| council.appointment(id)).and_then(|a| a.end);
    let around = around(council, version, new.person, new.start, before);
    version.term_rule.check_end(new.start, end, new.end_reason.is_some(), around)
}
