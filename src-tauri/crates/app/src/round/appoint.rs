//! The end of a round (委嘱する): every selected seat that has all it needs gets its
//! appointment of the new term, in one change; a seat that the rules refuse stops all.

use super::gather::{Place, named};
use super::write::{SeatsOf, label, number};
use crate::appointments::{Appoint, Plan, plan};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use crate::text::{self, round as words};
use entaku_domain::Day;
use entaku_domain::appointment::{Appointment, EndRule, MemberKind};
use entaku_domain::id::AppointmentId;
use entaku_domain::round::RoundFault;
use entaku_domain::seat::Seat;
use entaku_domain::selection::Nomination;
use entaku_domain::term::EndWish;
use entaku_domain::violation::Violation;
use entaku_store::Action;

/// Seats that are appointed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppointRound {
    /// Which.
    pub of: SeatsOf,
    /// First day for seats that have none of their own (mid-term).
    pub start: Option<Day>,
    /// How a replacement's term is read where the readings differ (V4).
    pub reading: Option<EndRule>,
}

/// How the appointments would be.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct RoundOutlook {
    /// Seat by seat.
    pub rows: Vec<SeatOutlook>,
    /// Seats that can be appointed to.
    pub ready: u32,
    /// Whether a reading of replacements' terms must be chosen (V4).
    pub needs_reading: bool,
    /// Whether a first day must be given.
    pub needs_start: bool,
}

/// How one seat's appointment would be.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct SeatOutlook {
    /// The seat's identifier.
    pub seat: String,
    /// 全体会　⑴号の席（…）.
    pub label: String,
    /// Who would sit there.
    pub name: String,
    /// First day, ISO.
    pub start: Option<String>,
    /// Last day, ISO; none where no term is set or nothing is settled.
    pub end: Option<String>,
    /// Where it comes from, in words.
    pub derivation: String,
    /// What the rules notice.
    pub notices: Vec<String>,
    /// What forbids it, in words; empty where nothing does.
    pub problems: Vec<String>,
    /// The term as a replacement could read it: 条文どおり …, 残任期間 ….
    pub readings: Vec<String>,
}

/// Members who were appointed.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Appointed {
    /// The appointments' identifiers, in the order of the seats.
    pub appointments: Vec<String>,
    /// How many.
    pub count: u32,
}

/// A seat with all that its appointment is made from.
struct Job {
    seat: Seat,
    body: String,
    label: String,
    name: String,
    nomination: Nomination,
    start: Option<Day>,
    kind: MemberKind,
    lacks: Vec<RoundFault>,
}

impl App {
    /// How the appointments of seats would be, each with its end or what forbids it. Writes nothing.
    ///
    /// # Errors
    /// An unknown seat, or one that is not in the round.
    pub fn round_outlook(&self, ask: &AppointRound) -> Result<RoundOutlook> {
        let mut council = self.snapshot()?;
        let jobs = self.jobs(&council, ask)?;
        let mut rows = Vec::new();
        for (n, job) in jobs.iter().enumerate() {
            let planned = planned(&mut council, job, ask.reading, n);
            rows.push(outlook(&council, job, planned));
        }
        Ok(RoundOutlook {
            ready: number(rows.iter().filter(|r| r.problems.is_empty() && r.readings.is_empty()).count()),
            needs_reading: rows.iter().any(|r| !r.readings.is_empty()),
            needs_start: jobs.iter().any(|j| j.start.is_none()),
            rows,
        })
    }

    /// Appoints to the new terms (「改選による委嘱」): all seats or none.
    ///
    /// # Errors
    /// [`AppError::Rows`] with every seat that the rules refuse (V1, V4 to V7), or that
    /// lacks a person, a consent or the decision.
    pub fn appoint_round(&mut self, ask: &AppointRound) -> Result<Written<Appointed>> {
        let mut council = self.snapshot()?;
        let jobs = self.jobs(&council, ask)?;
        let (mut plans, mut refused, mut notices) = (Vec::new(), Vec::new(), Vec::new());
        for (n, job) in jobs.iter().enumerate() {
            match planned(&mut council, job, ask.reading, n) {
                Ok(plan) => {
                    notices.extend(plan.notices.iter().cloned());
                    plans.push(plan);
                }
                Err(error) => refused.push((format!("{}　{}", job.label, job.name), error)),
            }
        }
        if !refused.is_empty() {
            return Err(AppError::Rows(refused));
        }
        notices.dedup();
        let about = words::subject(council.council.date_style, ask.of.on, jobs.len());
        self.change(Action::new("appoint_round").about(about), notices, |tx| {
            let mut appointments = Vec::new();
            for (job, plan) in jobs.iter().zip(plans) {
                let id = AppointmentId::new(tx.new_id());
                tx.put_appointment(&Appointment { id, ..plan.new })?;
                tx.put_nomination(&Nomination { appointment: Some(id), ..job.nomination.clone() })?;
                appointments.push(id.to_string());
            }
            Ok(Appointed { count: number(appointments.len()), appointments })
        })
    }

    fn jobs(&self, council: &Snapshot, ask: &AppointRound) -> Result<Vec<Job>> {
        let places = named(self.store(), council, ask.of.on, self.today(), &ask.of.seats)?;
        Ok(places.iter().map(|place| job(council, ask, place)).collect())
    }
}

fn job(council: &Snapshot, ask: &AppointRound, place: &Place<'_>) -> Job {
    let n = &place.nomination;
    let start = n.start().or(ask.start);
    let mut lacks = n.lacks(place.way);
    lacks.extend(place.new.map(|a| RoundFault::Appointed { from: a.start }));
    lacks.extend(start.is_none().then_some(RoundFault::NoStart));
    let before = place.present.or(place.last).map(|a| a.kind);
    Job {
        seat: place.seat.clone(),
        body: council.body_by_id(place.seat.body).map(|b| b.key.clone()).unwrap_or_default(),
        label: label(council, place.seat, ask.of.on),
        name: n.person.and_then(|id| council.person(id)).map(|p| p.name.full()).unwrap_or_default(),
        nomination: n.clone(),
        kind: before.unwrap_or(place.seat.kind),
        start,
        lacks,
    }
}

/// Plans one appointment and lets the next ones know of it: one person cannot be
/// appointed twice in one go (V7).
fn planned(council: &mut Snapshot, job: &Job, reading: Option<EndRule>, n: usize) -> Result<Plan> {
    let lacks: Vec<Violation> = job.lacks.iter().copied().map(Violation::Round).collect();
    let (Some(person), Some(start)) = (job.nomination.person, job.start) else {
        return Err(AppError::Rules(lacks));
    };
    if !lacks.is_empty() {
        return Err(AppError::Rules(lacks));
    }
    let ask = |reading| Appoint {
        body: job.body.clone(),
        person,
        kind: Some(job.kind),
        category: job.seat.category,
        seat: Some(job.seat.id),
        start,
        decided_on: job.nomination.decided_on,
        wish: EndWish { reading, ..EndWish::default() },
        route: None,
        letter_number: None,
        exception: None,
    };
    let plan = match plan(council, &ask(None)) {
        Err(AppError::Rules(found)) if reading.is_some() && chooses(&found) => plan(council, &ask(reading)),
        other => other,
    }?;
    let id = AppointmentId::new(uuid::Uuid::from_u128(n as u128 + 1));
    council.appointments.push(Appointment { id, ..plan.new.clone() });
    Ok(plan)
}

fn chooses(found: &[Violation]) -> bool {
    matches!(found.first(), Some(Violation::ReplacementChoiceNeeded { .. }))
}

fn outlook(council: &Snapshot, job: &Job, planned: Result<Plan>) -> SeatOutlook {
    let style = council.council.date_style;
    let mut row = SeatOutlook {
        seat: job.seat.id.to_string(),
        label: job.label.clone(),
        name: job.name.clone(),
        start: job.start.map(|d| d.to_string()),
        end: None,
        derivation: String::new(),
        notices: Vec::new(),
        problems: Vec::new(),
        readings: Vec::new(),
    };
    match planned {
        Ok(plan) => {
            row.end = plan.new.end.map(|d| d.to_string());
            row.derivation = text::derivation(council, plan.why);
            row.notices = plan.notices.iter().map(|v| text::violation(style, v)).collect();
        }
        Err(AppError::Rules(found)) => match found.first() {
            Some(Violation::ReplacementChoiceNeeded { by_rule, remaining }) => {
                row.readings = words::readings(style, *by_rule, *remaining);
            }
            _ => row.problems = found.iter().map(|v| text::violation(style, v)).collect(),
        },
        Err(other) => row.problems = vec![text::message(&other)],
    }
    row
}
