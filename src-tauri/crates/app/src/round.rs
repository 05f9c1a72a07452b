//! The reappointment round (改選): for an end of terms, every seat with who sits
//! there, who is nominated, how far it has come, what comes next and what is
//! late. Vacancies in mid-term (欠員の補充) use the same list. A seat needs no
//! beginning: its nomination is written with the first thing that is recorded.

mod appoint;
mod gather;
mod rows;
mod write;

use crate::council::App;
use crate::error::{AppError, Result};
use crate::members::{BodyName, body_name};
use crate::snapshot::Snapshot;
pub use appoint::{AppointRound, Appointed, RoundOutlook, SeatOutlook};
use entaku_domain::appointment::Appointment;
use entaku_domain::id::{BodyId, SeatId};
use entaku_domain::round::Step;
use entaku_domain::{Day, FiscalYear};
pub(crate) use gather::Place;
pub(crate) use gather::{filled_by, fills, gather, named, naming};
use std::collections::BTreeMap;
pub use write::{RowFacts, SeatsOf, Touched};

/// An end of terms for which a round can be held.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct RoundChoice {
    /// The terms' last day, ISO; none for vacancies in mid-term.
    pub on: Option<String>,
    /// Its fiscal year; none for vacancies.
    pub year: Option<i32>,
    /// How many terms end, or how many seats are vacant.
    pub count: u32,
    /// By body.
    pub bodies: Vec<RoundBody>,
}

/// A body in a round.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct RoundBody {
    /// Its handle.
    pub key: String,
    /// Its name.
    pub name: String,
    /// How many seats.
    pub count: u32,
}

/// The work list of a round.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct RoundList {
    /// The terms' last day, ISO; none for vacancies in mid-term.
    pub on: Option<String>,
    /// First day of the new terms, ISO.
    pub start: Option<String>,
    /// The day as of which late is late, ISO.
    pub today: String,
    /// The seats, in the order of bodies and seats.
    pub rows: Vec<RoundRow>,
    /// How far each step has come.
    pub steps: Vec<StepCount>,
    /// Who expires, by the first day of their terms.
    pub cohorts: Vec<Cohort>,
    /// The bodies that have seats in it, with their categories.
    pub bodies: Vec<BodyName>,
}

/// How far a step has come over all seats.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct StepCount {
    /// The step, a code.
    pub step: String,
    /// 推薦依頼.
    pub label: String,
    /// Seats that have this step.
    pub total: u32,
    /// Those that are past it.
    pub done: u32,
    /// Those that are late.
    pub late: u32,
    /// Those whose turn it is.
    pub next: u32,
}

/// Terms that began on one day.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Cohort {
    /// Handle of the body.
    pub body: String,
    /// Its name.
    pub body_name: String,
    /// 委嘱日, ISO.
    pub start: String,
    /// How many members.
    pub count: u32,
    /// ⑴2 ⑵3; empty where categories do not tell the members apart.
    pub categories: String,
}

/// A seat in a round.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct RoundRow {
    /// The seat's identifier.
    pub seat: String,
    /// Handle of the body.
    pub body: String,
    /// Its name.
    pub body_name: String,
    /// The seat's place in the body, counted from 1.
    pub place: u32,
    /// The category's number.
    pub category: Option<u8>,
    /// ⑴ 医療関係者; empty without categories.
    pub category_text: String,
    /// How the seat is filled, a code: `nominated`, `direct`, `sent`, `post`.
    pub way: String,
    /// 団体の推薦.
    pub way_label: String,
    /// What the seat expects: a post, an organisation, who nominates.
    pub expected: String,
    /// Identifier of the organisation that is asked.
    pub organization: Option<String>,
    /// Its name; empty where nobody is asked.
    pub organization_name: String,
    /// Who sits there until the round; none where the seat is vacant.
    pub present: Option<Present>,
    /// First day without a member, ISO.
    pub vacant_since: Option<String>,
    /// Identifier of the nomination; none where nothing is recorded.
    pub nomination: Option<String>,
    /// Identifier of who is nominated.
    pub person: Option<String>,
    /// Their name.
    pub person_name: String,
    /// Whether that is who sits there now (再任); none where nobody is named or nobody sits there.
    pub again: Option<bool>,
    /// First day of the new term, ISO.
    pub start: Option<String>,
    /// First day that the term will have where nothing is recorded of it yet: the day after
    /// that of the one who leaves; ISO.
    pub start_expected: Option<String>,
    /// Each of the seat's steps.
    pub steps: Vec<StepCell>,
    /// What comes next, a code: a step's, `person`, `appoint`, `closed`, `done`.
    pub next: String,
    /// The same in words: 推薦を依頼する.
    pub next_text: String,
    /// Why, in words.
    pub why: String,
    /// When it is due, ISO.
    pub due: Option<String>,
    /// What is late, in words; empty where nothing is.
    pub late: Vec<String>,
    /// How late the oldest of them is, in days; 0 where nothing is.
    #[ts(type = "number")]
    pub late_days: i64,
    /// Days that stand in no good order, in words.
    pub odd: Vec<String>,
    /// The office's note.
    pub note: String,
    /// The appointment for the new term.
    pub appointment: Option<String>,
    /// Who was appointed for the new term.
    pub appointed_name: Option<String>,
    /// Whether who sits there now leaves: somebody else is named, or the seat is closed.
    pub leaves: bool,
    /// What the row is found by, folded.
    pub search: String,
}

/// Who sits in a seat until the round.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Present {
    /// The appointment's identifier.
    pub appointment: String,
    /// The person's identifier.
    pub person: String,
    /// The name.
    pub name: String,
    /// The reading.
    pub kana: String,
    /// Organisation and post.
    pub affiliation: String,
    /// The office held, which ends with the term (V8).
    pub office: Option<String>,
    /// First day, ISO.
    pub start: String,
    /// Last day, ISO.
    pub end: Option<String>,
    /// The how-manieth term in this body it is.
    pub terms: u32,
}

/// A step of a seat.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct StepCell {
    /// The step, a code.
    pub step: String,
    /// When it was done, ISO.
    pub done: Option<String>,
    /// When it is due, ISO.
    pub due: Option<String>,
    /// Whether the office set that day itself.
    pub set: bool,
    /// Days since it was due; 0 where it is not late.
    #[ts(type = "number")]
    pub late_days: i64,
    /// Whether it needs no doing any more, also without a day.
    pub past: bool,
}

impl App {
    /// The ends of terms for which a round can be held, from a year ago on, and the
    /// vacancies of today.
    ///
    /// # Errors
    /// Those of the store.
    pub fn rounds(&self) -> Result<Vec<RoundChoice>> {
        let council = self.snapshot()?;
        let today = self.today();
        let from = today.checked_sub_months(chrono::Months::new(12)).unwrap_or(today);
        let mut ends: BTreeMap<Day, BTreeMap<BodyId, u32>> = BTreeMap::new();
        let planned = council.appointments.iter().filter(|a| a.ended_on.is_none());
        for (end, body) in planned.filter_map(|a| Some((a.end?, a.body))).filter(|(end, _)| *end >= from) {
            *ends.entry(end).or_default().entry(body).or_default() += 1;
        }
        let mut found: Vec<RoundChoice> =
            ends.iter().map(|(end, bodies)| choice(&council, Some(*end), *end, bodies)).collect();
        let mut vacant: BTreeMap<BodyId, u32> = BTreeMap::new();
        for place in gather(self.store(), &council, None, today)? {
            *vacant.entry(place.seat.body).or_default() += 1;
        }
        found.push(choice(&council, None, today, &vacant));
        Ok(found)
    }

    /// The work list of a round, in the bodies named or all. Without a day: vacancies in mid-term.
    ///
    /// # Errors
    /// An unknown body.
    pub fn round_list(&self, on: Option<Day>, bodies: &[String]) -> Result<RoundList> {
        let council = self.snapshot()?;
        let today = self.today();
        let as_of = on.unwrap_or(today);
        let wanted = bodies.iter().map(|b| council.body(b).map(|b| b.id)).collect::<Result<Vec<_>>>()?;
        let mut places = gather(self.store(), &council, on, today)?;
        places.retain(|p| wanted.is_empty() || wanted.contains(&p.seat.body));
        let rows = rows::rows(&council, &places, as_of, today);
        let mut in_it: Vec<BodyId> = places.iter().map(|p| p.seat.body).collect();
        in_it.dedup();
        Ok(RoundList {
            on: on.map(|d| d.to_string()),
            start: on.and_then(|d| d.succ_opt()).map(|d| d.to_string()),
            today: today.to_string(),
            steps: Step::ALL.iter().map(|step| rows::count(*step, &rows)).collect(),
            cohorts: rows::cohorts(&council, &places, as_of),
            bodies: in_it
                .iter()
                .filter_map(|id| council.body_by_id(*id))
                .map(|b| body_name(&council, b, as_of))
                .collect(),
            rows,
        })
    }
}

fn choice(council: &Snapshot, on: Option<Day>, as_of: Day, counts: &BTreeMap<BodyId, u32>) -> RoundChoice {
    let body = |(id, count): (&BodyId, &u32)| {
        let key = council.body_by_id(*id)?;
        let name = council.body_name(*id, FiscalYear::of(as_of)).to_owned();
        Some((key.order, RoundBody { key: key.key.clone(), name, count: *count }))
    };
    let mut bodies: Vec<(i64, RoundBody)> = counts.iter().filter_map(body).collect();
    bodies.sort_by_key(|(order, _)| *order);
    RoundChoice {
        on: on.map(|d| d.to_string()),
        year: on.map(|d| FiscalYear::of(d).number()),
        count: counts.values().sum(),
        bodies: bodies.into_iter().map(|(_, body)| body).collect(),
    }
}

/// The appointments of each seat, by first day.
pub(crate) fn by_seat(council: &Snapshot) -> BTreeMap<SeatId, Vec<&Appointment>> {
    let mut found: BTreeMap<SeatId, Vec<&Appointment>> = BTreeMap::new();
    for appointment in &council.appointments {
        found.entry(appointment.seat).or_default().push(appointment);
    }
    found
}

/// A seat, by identifier.
pub(crate) fn seat_id(id: &str) -> Result<SeatId> {
    SeatId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}
