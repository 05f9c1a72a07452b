//! Recording an election of an officer (役員の選出).

pub mod hold;
pub mod page;
pub(crate) mod papers;
pub mod record;

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::snapshot::{Sitting, Snapshot};
use entaku_domain::body::{Body, OfficerRule};
use entaku_domain::handover::{Handover, hand_on};
use entaku_domain::id::{BodyId, MeetingId, OfficeId, PersonId};
use entaku_domain::meeting::Meeting;
use entaku_domain::office::{
    Election, Method, Office, check_election, check_held, end_before_next, succession_end, wants_election,
};
use entaku_domain::seat::Filler;
use entaku_domain::violation::{Violation, forbids};
use entaku_domain::{Day, FiscalYear};
use entaku_store::Action;

/// An election to be recorded.
#[derive(Debug, Clone)]
pub struct RecordElection {
    /// The body, by handle or name.
    pub body: String,
    /// 会長, 副会長, 座長, 副座長, 部会長.
    pub title: String,
    /// Who was elected.
    pub person: PersonId,
    /// The meeting at which it was held.
    pub meeting: MeetingId,
    /// How.
    pub method: Method,
    /// Whether the present holder hands the office on.
    pub replaces: bool,
    /// Who of several holders hands it on.
    pub predecessors: Vec<PersonId>,
    /// Whether another office of the one elected in the same body ends for it.
    pub ends_other: bool,
}

/// An office as it will be, and the offices that end for it.
pub(crate) struct NewOffice {
    /// With a nil identifier.
    pub office: Office,
    /// As they will be.
    pub ended: Vec<Office>,
}

/// What the rules say of an office that is to be given, and the office where they allow it.
pub(crate) struct Judgement {
    /// Errors and notices.
    pub found: Vec<Violation>,
    /// None where an error forbids it.
    pub new: Option<NewOffice>,
}

impl App {
    /// Records an election: the office begins on the day of the meeting, and
    /// with it any seat that derives from it (V8, V9). An election that is recorded
    /// late holds until the day before the next one.
    ///
    /// # Errors
    /// [`AppError::Rules`] with everything that forbids it.
    pub fn record_election(&mut self, ask: &RecordElection) -> Result<Written<OfficeId>> {
        let council = self.snapshot()?;
        let handover = handover(&council, ask, &[ask.person])?;
        if let Some(fault) = handover.fault {
            return Err(AppError::Rules(vec![Violation::Election(fault)]));
        }
        let replaced = handover.ended.into_iter().next().flatten();
        let Judgement { found, new } = judge(&council, self.today(), &council.offices, ask, replaced)?;
        let Some(NewOffice { office, ended }) = new else { return Err(AppError::Rules(found)) };
        let subject = about(&council, &office);
        self.change(Action::new("record_election").about(subject), found, |tx| {
            ended.iter().try_for_each(|held| tx.put_office(held))?;
            let id = OfficeId::new(tx.new_id());
            tx.put_office(&Office { id, ..office })?;
            Ok(id)
        })
    }
}

/// 全体会　会長.
fn about(council: &Snapshot, office: &Office) -> String {
    format!("{}　{}", council.body_name(office.body, FiscalYear::of(office.start)), office.title)
}

/// V8: whose office ends for each of those who are elected. Where the title is not full, only
/// one who is elected again or a named one hands on; where it is, only when that is wished.
///
/// # Errors
/// An unknown body, meeting or title.
pub(crate) fn handover(council: &Snapshot, ask: &RecordElection, elected: &[PersonId]) -> Result<Handover> {
    let (body, meeting) = (council.body(&ask.body)?.id, meeting(council, ask.meeting)?);
    let count = usize::from(rule_of(council, body, meeting.year(), &ask.title)?.count);
    let now: Vec<&Office> = held(council, &council.offices, body, &ask.title, meeting.date).collect();
    if now.len() >= count && !ask.replaces {
        return Ok(Handover { ended: elected.iter().map(|_| None).collect(), ..Handover::default() });
    }
    // One who was elected on that same day has handed nothing on.
    let before: Vec<&Office> = now.iter().filter(|o| o.start < meeting.date).copied().collect();
    Ok(hand_on(elected, &before, count.saturating_sub(now.len()), &ask.predecessors))
}

/// V8, V9: what the rules say of giving an office for the one that is replaced, beside the
/// offices that there are.
///
/// # Errors
/// An unknown body, meeting or title.
pub(crate) fn judge(
    council: &Snapshot,
    today: Day,
    offices: &[Office],
    ask: &RecordElection,
    replaced: Option<OfficeId>,
) -> Result<Judgement> {
    let body = council.body(&ask.body)?;
    let meeting = meeting(council, ask.meeting)?;
    let on = meeting.date;
    let sitting = council.sittings(body.id, on).into_iter().find(|s| s.person.is_some_and(|p| p.id == ask.person));
    let election = election(council, body, meeting, ask, sitting.as_ref())?;
    let leaving = if ask.ends_other { other_offices(council, offices, body.id, ask, on) } else { Vec::new() };
    let offices = without(offices, &leaving);
    let offices = offices.as_slice();
    let holder = offices.iter().find(|o| Some(o.id) == replaced);
    let members = &council.appointments;
    let mut found: Vec<Violation> = check_held(meeting, today).into_iter().collect();
    found.extend(check_election(&election, members, offices, replaced));
    let next = end_before_next(&election, members, offices, replaced);
    found.extend(next.map(|end| Violation::OfficeUntilNext { title: ask.title.clone(), end }));
    let Some(appointment) = election.seated.filter(|_| !forbids(&found)) else {
        return Ok(Judgement { found, new: None });
    };
    let mut ended = holder.map(|held| ended(council, held, succession_end(on))).unwrap_or_default();
    ended.extend(leaving);
    let leaves = sitting.filter(|s| matches!(s.seat.filler, Filler::HeadOf(_))).and_then(|s| s.days?.1);
    let office = Office {
        id: OfficeId::new(uuid::Uuid::nil()),
        body: election.body,
        title: election.title,
        person: election.person,
        appointment,
        elected_at: Some(ask.meeting),
        method: election.method,
        start: on,
        end: next.into_iter().chain(leaves).min(),
    };
    Ok(Judgement { found, new: Some(NewOffice { office, ended }) })
}

/// The other offices that the one who is elected gives up for it, as they will be: until the day
/// before. One that was given on that same day stays, since nothing can end before it began.
fn other_offices(council: &Snapshot, offices: &[Office], body: BodyId, ask: &RecordElection, on: Day) -> Vec<Office> {
    let other = |o: &&Office| o.body == body && o.person == ask.person && o.title != ask.title && o.start < on;
    let held = offices.iter().filter(other).filter(|o| o.is_held_on(on, council.appointment(o.appointment)));
    held.flat_map(|o| ended(council, o, succession_end(on))).collect()
}

/// Offices with some of them as they will be.
fn without(offices: &[Office], ended: &[Office]) -> Vec<Office> {
    let now = |o: &Office| ended.iter().find(|e| e.id == o.id).unwrap_or(o).clone();
    offices.iter().map(now).collect()
}

/// Who of these holds a title of a body on a day.
pub(crate) fn held<'a>(
    council: &'a Snapshot,
    offices: &'a [Office],
    body: BodyId,
    title: &'a str,
    on: Day,
) -> impl Iterator<Item = &'a Office> {
    let of_title = offices.iter().filter(move |o| o.body == body && o.title == title);
    of_title.filter(move |o| o.is_held_on(on, council.appointment(o.appointment)))
}

/// What the rules say of an officer in the year of a meeting.
pub(crate) fn election_rule<'a>(council: &'a Snapshot, meeting: &Meeting, title: &str) -> Result<&'a OfficerRule> {
    rule_of(council, meeting.body, meeting.year(), title)
}

/// What a body's rules say of an officer in a year.
pub(crate) fn rule_of<'a>(
    council: &'a Snapshot,
    body: BodyId,
    year: FiscalYear,
    title: &str,
) -> Result<&'a OfficerRule> {
    let version = council.version(body, year).ok_or(AppError::NothingInYear(year.number()))?;
    let rule = version.officers.iter().find(|o| o.title == title);
    rule.ok_or_else(|| AppError::UnknownRecord(title.to_owned()))
}

fn meeting(council: &Snapshot, id: MeetingId) -> Result<&Meeting> {
    council.meetings.iter().find(|m| m.id == id).ok_or_else(|| AppError::UnknownMeeting(id.to_string()))
}

/// The election as the rules look at it.
fn election(
    council: &Snapshot,
    body: &Body,
    meeting: &Meeting,
    ask: &RecordElection,
    sitting: Option<&Sitting<'_>>,
) -> Result<Election> {
    let rule = rule_of(council, body.id, meeting.year(), &ask.title)?;
    Ok(Election {
        body: body.id,
        title: ask.title.clone(),
        count: rule.count,
        person: ask.person,
        seated: sitting.and_then(|s| s.appointment).map(|a| a.id),
        on: meeting.date,
        held_by: Some(if meeting.is_of(body.id) { body.id } else { meeting.body }),
        method: ask.method,
        by_election: wants_election(rule.method.as_deref()),
    })
}

/// The offices as they are when one of them ends on a day: that one, and those that
/// its holder has in bodies where they sat because of it (V9).
pub(crate) fn ended(council: &Snapshot, held: &Office, last: Day) -> Vec<Office> {
    let runs_on = |o: &&Office| o.last_day(council.appointment(o.appointment)).is_none_or(|end| end > last);
    let running = resting_on(council, held).filter(|o| o.start <= last).filter(runs_on);
    std::iter::once(held).chain(running).map(|o| Office { end: Some(last), ..o.clone() }).collect()
}

/// V9: the offices that the holder of one has in bodies where they sit because of it.
pub(crate) fn resting_on<'a>(council: &'a Snapshot, held: &'a Office) -> impl Iterator<Item = &'a Office> {
    let presides = council
        .version(held.body, FiscalYear::of(held.start))
        .is_some_and(|v| v.officers.iter().any(|o| o.presides && o.title == held.title));
    let derives = |body| council.seats.iter().any(|s| s.body == body && s.filler == Filler::HeadOf(held.body));
    let last = held.last_day(council.appointment(held.appointment));
    let during = move |o: &&Office| last.is_none_or(|last| o.start <= last);
    council
        .offices
        .iter()
        .filter(move |o| presides && o.id != held.id && o.appointment == held.appointment && o.body != held.body)
        .filter(during)
        .filter(move |o| derives(o.body))
}
