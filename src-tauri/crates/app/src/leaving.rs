//! Leaving (退任): what follows from it is told before it is recorded; with it go
//! the letter of resignation that was received, the successor in a post, and the
//! nomination for the seat, all in one change. What was held stays as it was.

use crate::appointments::{Appoint, Plan, plan, version};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::members::preview::TermReading;
use crate::members::words;
use crate::people::all_right;
use crate::round::{filled_by, naming};
use crate::snapshot::Snapshot;
use crate::terms::around;
use crate::text::round::leaving as say;
use crate::text::{self, labels};
use entaku_domain::appointment::{Appointment, EndReason, EndRule, MemberKind, check_ending};
use entaku_domain::id::{AppointmentId, NominationId, OrganizationId, PersonId};
use entaku_domain::leaving::{Leaving, LeavingPaper, papers};
use entaku_domain::round::Way;
use entaku_domain::seat::{Filler, Seat};
use entaku_domain::selection::Nomination;
use entaku_domain::term::{EndWish, Replacement, ReplacementRule};
use entaku_domain::text::check_note;
use entaku_domain::violation::forbids;
use entaku_domain::{Day, FiscalYear};
use entaku_store::Action;

/// A member who leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leave {
    /// The appointment that ends.
    pub appointment: AppointmentId,
    /// Its last day.
    pub on: Day,
    /// Why.
    pub reason: EndReason,
    /// When the letter of resignation was received.
    pub notice_on: Option<Day>,
    /// A note.
    pub note: Option<String>,
    /// Who takes the seat on the next day, at once.
    pub successor: Option<PersonId>,
    /// How the successor's term is read where the readings differ (V4).
    pub reading: Option<EndRule>,
    /// Whether the nomination for the seat is opened.
    pub nominate: bool,
}

/// What would follow when a member leaves.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct LeaveOutlook {
    /// What follows, in sentences.
    pub consequences: Vec<String>,
    /// What forbids it, in words; empty where nothing does.
    pub problems: Vec<String>,
    /// The papers that go out, in order.
    pub papers: Vec<PaperOffer>,
    /// The post or organisation whose next holder can take the seat at once; none for other seats.
    pub successor_of: Option<String>,
    /// Both readings of a successor's term, where they differ (V4).
    pub readings: Vec<TermReading>,
    /// Whether a nomination can be opened for the seat.
    pub can_nominate: bool,
    /// Who would be asked; empty where nobody nominates.
    pub nominator: String,
}

/// A paper that goes out when a member leaves.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PaperOffer {
    /// The kind of letter, a code: `resignation`, `release`, `thanks`.
    pub kind: String,
    /// 解嘱状.
    pub label: String,
}

impl App {
    /// What would follow when a member leaves on a day. Writes nothing.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn leave_outlook(&self, id: AppointmentId, on: Day, reason: Option<EndReason>) -> Result<LeaveOutlook> {
        let council = self.snapshot()?;
        let old = council.appointment(id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        let style = council.council.date_style;
        let ended = Appointment { ended_on: Some(on), end_reason: reason, ..old.clone() };
        let mut wrong: Vec<_> = check_ending(old, on).into_iter().collect();
        wrong.extend(self.outside(&council, Some(old), &ended)?);
        let seat = council.seats.iter().find(|s| s.id == old.seat);
        let organization = seat.and_then(sender);
        let sender = organization.map(|o| council.organization_name(o, on).to_owned()).unwrap_or_default();
        let offer =
            |paper: &LeavingPaper| PaperOffer { kind: paper.code().to_owned(), label: paper.label().to_owned() };
        let way = seat.and_then(|s| Way::of(s.filler, organization.is_some()));
        let offers = reason.map(|r| papers(r, old.kind)).unwrap_or_default();
        Ok(LeaveOutlook {
            consequences: self.consequences(&council, &ended, on)?,
            problems: wrong.iter().map(|v| text::violation(style, v)).collect(),
            papers: offers.iter().map(offer).collect(),
            successor_of: seat
                .filter(|s| matches!(s.filler, Filler::Post(_) | Filler::Organization(_)))
                .map(|s| council.filler_text(s, on)),
            readings: readings(&council, &ended),
            can_nominate: way.is_some_and(|w| w != Way::Post) && old.kind != MemberKind::Observer,
            nominator: sender,
        })
    }

    /// Records that a member leaves (「委員の退任」), with the successor and the nomination
    /// that go with it.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`], or [`AppError::Rules`] for a day outside the term (V2),
    /// for an appointment that has ended already, where an election or a recorded
    /// attendance would lie after the end (V8, V15), and for the successor those of
    /// [`App::appoint_member`].
    pub fn leave(&mut self, ask: &Leave) -> Result<Written<Option<AppointmentId>>> {
        let mut council = self.snapshot()?;
        let unknown = || AppError::UnknownRecord(ask.appointment.to_string());
        let old = council.appointment(ask.appointment).ok_or_else(unknown)?.clone();
        all_right(ask.note.iter().map(|note| check_note("note", note)))?;
        if let Some(wrong) = check_ending(&old, ask.on) {
            return Err(AppError::Rules(vec![wrong]));
        }
        let ended = Appointment { ended_on: Some(ask.on), end_reason: Some(ask.reason), ..old.clone() };
        let wrong = self.outside(&council, Some(&old), &ended)?;
        if forbids(&wrong) {
            return Err(AppError::Rules(wrong));
        }
        for appointment in council.appointments.iter_mut().filter(|a| a.id == ended.id) {
            *appointment = ended.clone();
        }
        let successor =
            ask.successor.map(|person| self.successor(&council, &ended, person, ask.reading)).transpose()?;
        let notices = successor.as_ref().map(|s| s.notices.clone()).unwrap_or_default();
        let open = successor.as_ref().map(|s| filled_by(self.store(), &council, &s.new, self.today()));
        let open = open.transpose()?.flatten();
        let name = council.person(ended.person).map(|p| p.name.full()).unwrap_or_default();
        let seat = council.seats.iter().find(|s| s.id == ended.seat).filter(|_| ask.nominate && successor.is_none());
        let nomination = seat.map(|seat| self.begin_nomination(&council, seat)).transpose()?.flatten();
        self.change(Action::new("end_appointment").about(name), notices, |tx| {
            tx.put_appointment(&ended)?;
            if ask.notice_on.is_some() || ask.note.is_some() {
                let (appointment, notice_on, note) = (ended.id, ask.notice_on, ask.note.clone());
                tx.put_leaving(&Leaving { appointment, notice_on, note })?;
            }
            if let Some(nomination) = nomination {
                let id = NominationId::new(tx.new_id());
                tx.put_nomination(&Nomination { id, ..nomination })?;
            }
            let Some(plan) = successor else { return Ok(None) };
            let id = AppointmentId::new(tx.new_id());
            tx.put_appointment(&Appointment { id, ..plan.new })?;
            if let Some(open) = open {
                tx.put_nomination(&Nomination { appointment: Some(id), ..open })?;
            }
            Ok(Some(id))
        })
    }

    fn consequences(&self, council: &Snapshot, ended: &Appointment, on: Day) -> Result<Vec<String>> {
        let mut later = later_terms(council, ended, on);
        later.extend(self.candidacies(council, ended.person)?);
        Ok(consequences(council, ended, on, later))
    }

    /// Seats for which the person is still a candidate.
    fn candidacies(&self, council: &Snapshot, person: PersonId) -> Result<Vec<String>> {
        let style = text::today::brief(council.council.date_style);
        let named = naming(self.store(), council, person, self.today())?;
        let told = |n: &Nomination| {
            let seat = council.seats.iter().find(|s| s.id == n.seat)?;
            let year = FiscalYear::of(n.start().unwrap_or_else(|| self.today()));
            Some(say::candidate(style, council.body_name(seat.body, year), n.round_on))
        };
        Ok(named.iter().filter_map(told).collect())
    }

    fn successor(
        &self,
        council: &Snapshot,
        ended: &Appointment,
        person: PersonId,
        reading: Option<EndRule>,
    ) -> Result<Plan> {
        council.person(person).ok_or_else(|| AppError::UnknownPerson(person.to_string()))?;
        plan(council, &following(council, ended, person, reading)?)
    }

    /// The seat's nomination as it begins; none where one is under way.
    fn begin_nomination(&self, council: &Snapshot, seat: &Seat) -> Result<Option<Nomination>> {
        let found = crate::round::named(self.store(), council, None, self.today(), &[seat.id])?;
        Ok(found.into_iter().next().filter(|p| !p.is_recorded).map(|p| p.nomination))
    }
}

/// The organisation that nominated the member or sent them.
fn sender(seat: &Seat) -> Option<OrganizationId> {
    match seat.filler {
        Filler::Organization(id) => Some(id),
        _ => seat.nominator,
    }
}

/// The appointment of who comes after, from the next day.
fn following(council: &Snapshot, ended: &Appointment, person: PersonId, reading: Option<EndRule>) -> Result<Appoint> {
    let body = council.body_by_id(ended.body).map(|b| b.key.clone());
    let last = ended.ended_on.or(ended.end).and_then(|d| d.succ_opt());
    Ok(Appoint {
        body: body.ok_or_else(|| AppError::UnknownBody(ended.body.to_string()))?,
        person,
        kind: Some(ended.kind),
        category: ended.category,
        seat: Some(ended.seat),
        start: last.ok_or_else(|| AppError::UnknownRecord(ended.id.to_string()))?,
        decided_on: None,
        wish: EndWish { reading, ..EndWish::default() },
        route: None,
        letter_number: None,
        exception: None,
    })
}

/// How the term of somebody would end who starts on the next day (V4): the readings
/// that the body's rule leaves open, one or two.
fn open_readings(council: &Snapshot, ended: &Appointment) -> Option<(Day, Vec<(EndRule, Day)>)> {
    let start = ended.ended_on?.succ_opt()?;
    let body = council.body_by_id(ended.body)?;
    let version = version(council, body, start).ok()?;
    let end = ended.end.filter(|end| *end >= start)?;
    let around = around(council, version, ended.person, start, Some(end));
    let found = Replacement::new(version.term_rule, start, around)?;
    let (by_rule, remaining) = ((EndRule::ByRule, found.by_rule), (EndRule::Remaining, found.remaining));
    let open = match version.replacement {
        _ if !found.needs_choice() => vec![by_rule],
        ReplacementRule::ByRule => vec![by_rule],
        ReplacementRule::Remaining => vec![remaining],
        ReplacementRule::Ask => vec![by_rule, remaining],
    };
    Some((start, open))
}

/// Both readings, where the office must choose.
fn readings(council: &Snapshot, ended: &Appointment) -> Vec<TermReading> {
    let Some((_, found)) = open_readings(council, ended).filter(|(_, r)| r.len() > 1) else { return Vec::new() };
    let read = |(rule, end): (EndRule, Day)| TermReading {
        reading: rule.code().to_owned(),
        label: rule.label().to_owned(),
        end: end.to_string(),
        derivation: String::new(),
    };
    found.into_iter().map(read).collect()
}

/// Terms of the person's that begin only after they leave, and stay recorded.
fn later_terms(council: &Snapshot, ended: &Appointment, on: Day) -> Vec<String> {
    let style = text::today::brief(council.council.date_style);
    let later = council.appointments_of(ended.person).filter(|a| a.id != ended.id && a.start > on);
    later.map(|a| say::later(style, council.body_name(a.body, FiscalYear::of(a.start)), a.start)).collect()
}

/// What follows, in sentences: offices, derived seats, the vacancy, the next term, other seats.
fn consequences(council: &Snapshot, ended: &Appointment, on: Day, later: Vec<String>) -> Vec<String> {
    let style = text::today::brief(council.council.date_style);
    let year = FiscalYear::of(on);
    let mut told = Vec::new();
    let held = council.offices.iter().filter(|o| o.appointment == ended.id);
    for office in held.filter(|o| o.start <= on && o.end.is_none_or(|end| end > on)) {
        let heads = council.head_of(office.body, on).is_some_and(|head| head.id == office.id);
        told.push(say::office(style, &office.title, council.body_name(office.body, year), on, heads));
        let follows = |s: &&Seat| s.exists_on(on) && s.filler == Filler::HeadOf(office.body);
        for seat in council.seats.iter().filter(|_| heads).filter(follows) {
            told.push(say::derived(style, council.body_name(seat.body, year), &office.title, on));
        }
    }
    if let Some(from) = on.succ_opt() {
        told.push(say::vacant(style, from));
    }
    match open_readings(council, ended) {
        Some((from, open)) if open.len() > 1 => {
            let day = |n: usize| open.get(n).map_or(on, |(_, end)| *end);
            told.push(say::readings(style, from, day(0), day(1)));
        }
        Some((from, open)) => told.extend(open.first().map(|(_, end)| say::one_reading(style, from, *end))),
        None => {}
    }
    told.extend(empty_category(council, ended, on));
    told.extend(later);
    let other = council.appointments_of(ended.person).filter(|a| a.body != ended.body && a.is_open_on(on));
    let names: Vec<&str> = other.map(|a| council.body_name(a.body, year)).collect();
    if !names.is_empty() {
        told.push(say::elsewhere(&names.join("、")));
    }
    told.push(say::PAST.to_owned());
    told
}

/// V6: nobody is left in the member's category.
fn empty_category(council: &Snapshot, ended: &Appointment, on: Day) -> Option<String> {
    let number = ended.category?;
    if words::category(council, ended.body, Some(number), on).is_empty() {
        return None;
    }
    let next = on.succ_opt()?;
    let mut others = council.appointments.iter().filter(|a| a.id != ended.id && a.body == ended.body);
    let taken = others.any(|a| a.category == Some(number) && a.is_open_on(next));
    (!taken).then(|| say::empty_category(&labels::category_mark(number)))
}
