//! The plan of a fiscal year (年間予定): the meetings of all bodies, what else falls into
//! the year, and what the rules notice in it (V12 to V14, V20).

use crate::council::App;
use crate::error::Result;
use crate::meetings::list::{count, next_meeting};
use crate::meetings::of_kind;
use crate::snapshot::Snapshot;
use crate::text::{self, meetings as words};
use chrono::Datelike;
use entaku_domain::body::{Body, BodyKind, BodyVersion};
use entaku_domain::council::Question;
use entaku_domain::id::MeetingId;
use entaku_domain::meeting::Meeting;
use entaku_domain::meeting_fault::MeetingFault;
use entaku_domain::meeting_year::{budget_deadline, check_budget, check_count, unprepared};
use entaku_domain::violation::{Severity, Violation};
use entaku_domain::{Day, FiscalYear};
use std::collections::BTreeMap;

/// A meeting in the year's table.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PlanMeeting {
    /// Its identifier.
    pub id: String,
    /// 第n回.
    pub number: u16,
    /// ISO date.
    pub date: String,
    /// HH:MM.
    pub start: Option<String>,
    /// Place.
    pub place: String,
    /// Where it stands, a code.
    pub state: String,
    /// Where it stands, in Japanese.
    pub state_label: String,
    /// The month, 0 for April.
    pub month: u32,
    /// Whether it is the next of all.
    pub next: bool,
    /// Whether a rule notices something of it.
    pub noticed: bool,
}

/// A body's line in the year's table.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PlanBody {
    /// Its handle.
    pub key: String,
    /// Its name in that year.
    pub name: String,
    /// How often it meets, as printed.
    pub frequency: Option<String>,
    /// Meetings planned, where a number is set (V12).
    pub planned: Option<u8>,
    /// Meetings entered that take place.
    pub found: u32,
    /// Its meetings, by day.
    pub meetings: Vec<PlanMeeting>,
}

/// What else falls into the year.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PlanEvent {
    /// ISO date.
    pub date: String,
    /// The month, 0 for April.
    pub month: u32,
    /// `budget`, `term` or `plan`.
    pub kind: String,
    /// What, in Japanese.
    pub title: String,
    /// Where it comes from.
    pub source: String,
}

/// What the rules notice in the year.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PlanNotice {
    /// `warning` or `notice`.
    pub severity: String,
    /// The rule, `V13`.
    pub rule: Option<String>,
    /// In words, with the reason.
    pub text: String,
    /// The meeting that it concerns.
    pub meeting: Option<String>,
    /// Handle of the body that it concerns.
    pub body: Option<String>,
}

/// The plan of a year.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct YearPlan {
    /// The calendar year in which it starts.
    pub year: i32,
    /// 令和8年度.
    pub label: String,
    /// The month of today, 0 for April; none in another year.
    pub now: Option<u32>,
    /// The bodies that meet, in order.
    pub bodies: Vec<PlanBody>,
    /// What else falls into the year, by day.
    pub events: Vec<PlanEvent>,
    /// What the rules notice, the weightier first.
    pub notices: Vec<PlanNotice>,
}

/// A meeting or a body that the rules object to.
struct Found {
    violation: Violation,
    meeting: Option<MeetingId>,
    body: String,
}

impl App {
    /// The plan of a fiscal year.
    ///
    /// # Errors
    /// Those of the store.
    pub fn year_plan(&self, year: FiscalYear) -> Result<YearPlan> {
        let council = self.snapshot()?;
        let today = self.today();
        let bodies: Vec<_> = council.bodies_in(year).filter(|(b, v)| meets(&council, b, v, year)).collect();
        let mut found = notices(&council, &bodies, year, today);
        found.sort_by_key(|f| std::cmp::Reverse(f.violation.severity()));
        let next = next_meeting(&council, today).map(|m| m.id);
        let row = |(body, version): &(&Body, &BodyVersion)| plan_body(&council, body, version, year, next, &found);
        Ok(YearPlan {
            year: year.number(),
            label: council.council.date_style.fiscal_year(year),
            now: year.contains(today).then(|| month(today)),
            bodies: bodies.iter().map(row).collect(),
            events: events(&council, year),
            notices: found.iter().map(|f| plan_notice(&council, f)).collect(),
        })
    }
}

/// The month of a day, 0 for April.
fn month(day: Day) -> u32 {
    (day.month() + 8) % 12
}

/// Whether a body has a line: it meets by its rules, or it has met.
fn meets(council: &Snapshot, body: &Body, version: &BodyVersion, year: FiscalYear) -> bool {
    let of_itself =
        matches!(body.kind, BodyKind::Plenary | BodyKind::Steering | BodyKind::Subcommittee | BodyKind::CaseReview);
    let grouped = body.kind != BodyKind::SubcommitteeGroup && body.kind.is_internal() && version.frequency.is_some();
    of_itself || grouped || in_year(council, body, year).next().is_some()
}

fn in_year<'a>(council: &'a Snapshot, body: &Body, year: FiscalYear) -> impl Iterator<Item = &'a Meeting> {
    let id = body.id;
    council.meetings_of(id).filter(move |m| m.year() == year)
}

fn planned(version: &BodyVersion) -> Option<u8> {
    version.frequency.as_ref().and_then(|f| f.per_year)
}

fn plan_body(
    council: &Snapshot,
    body: &Body,
    version: &BodyVersion,
    year: FiscalYear,
    next: Option<MeetingId>,
    found: &[Found],
) -> PlanBody {
    let mut meetings: Vec<&Meeting> = in_year(council, body, year).collect();
    meetings.sort_by_key(|m| (m.date, m.start.clone()));
    let row = |m: &&Meeting| PlanMeeting {
        id: m.id.to_string(),
        number: m.number_in(body.id).unwrap_or(m.number),
        date: m.date.to_string(),
        start: m.start.clone(),
        place: m.place.clone(),
        state: m.state.code().to_owned(),
        state_label: m.state.label().to_owned(),
        month: month(m.date),
        next: next == Some(m.id),
        noticed: found.iter().any(|f| f.meeting == Some(m.id) && f.violation.severity() > Severity::Notice),
    };
    PlanBody {
        key: body.key.clone(),
        name: version.name.clone(),
        frequency: version.frequency.as_ref().map(|f| f.text.clone()),
        planned: planned(version),
        found: count(meetings.iter().filter(|m| m.is_counted()).count()),
        meetings: meetings.iter().map(row).collect(),
    }
}

/// V12, V13, V14 and V20 over the year.
fn notices(council: &Snapshot, bodies: &[(&Body, &BodyVersion)], year: FiscalYear, today: Day) -> Vec<Found> {
    let mut found = Vec::new();
    for (body, version) in bodies {
        let meetings: Vec<&Meeting> = in_year(council, body, year).collect();
        let fewer = check_count(&version.name, planned(version), &meetings, year, today).map(Violation::Meeting);
        found.extend(fewer.map(|violation| Found { violation, meeting: None, body: body.key.clone() }));
        let out_of_order = meetings.iter().filter(|m| m.state.takes_place());
        found.extend(out_of_order.filter_map(|m| {
            let violation = council.check_number_order(m)?;
            Some(Found { violation, meeting: Some(m.id), body: body.key.clone() })
        }));
        if body.kind == BodyKind::Plenary {
            found.extend(of_plenary(council, body, year));
        }
    }
    found
}

fn of_plenary(council: &Snapshot, body: &Body, year: FiscalYear) -> Vec<Found> {
    let plenaries: Vec<&Meeting> = council.meetings_of(body.id).collect();
    let steering: Vec<&Meeting> = of_kind(council, BodyKind::Steering).collect();
    let steered = council.bodies_in(year).any(|(b, _)| b.kind == BodyKind::Steering);
    let found = |m: &Meeting, fault| Found {
        violation: Violation::Meeting(fault),
        meeting: Some(m.id),
        body: body.key.clone(),
    };
    let without = unprepared(&plenaries, &steering).into_iter().filter(|m| steered && m.year() == year);
    let unsteered = without.map(|m| found(m, MeetingFault::NoSteeringBefore { number: m.number, on: m.date }));
    let deadline = council.council.decided(Question::Season).and_then(|text| budget_deadline(text, year));
    let late = in_year(council, body, year).filter_map(|m| Some(found(m, check_budget(m, deadline?)?)));
    unsteered.chain(late).collect()
}

fn plan_notice(council: &Snapshot, found: &Found) -> PlanNotice {
    let style = council.council.date_style;
    let said = text::violation(style, &found.violation);
    let meeting = found.meeting.and_then(|id| council.meetings.iter().find(|m| m.id == id));
    let named = meeting.map(|m| council.meeting_short(m));
    PlanNotice {
        severity: if found.violation.severity() == Severity::Notice { "notice" } else { "warning" }.to_owned(),
        rule: found.violation.rule().map(str::to_owned),
        text: named.map_or_else(|| said.clone(), |name| words::about(&name, &said)),
        meeting: found.meeting.map(|id| id.to_string()),
        body: Some(found.body.clone()),
    }
}

/// The budget's last day, terms that end, and periods of plans that begin or end.
fn events(council: &Snapshot, year: FiscalYear) -> Vec<PlanEvent> {
    let event = |day: Day, kind: &str, title: String, source: &str| PlanEvent {
        date: day.to_string(),
        month: month(day),
        kind: kind.to_owned(),
        title,
        source: source.to_owned(),
    };
    let budget = council.council.decided(Question::Season).and_then(|text| budget_deadline(text, year));
    let budget = budget.map(|day| event(day, "budget", words::BUDGET.to_owned(), words::BUDGET_SOURCE));
    let mut terms: BTreeMap<(Day, i64), (String, usize)> = BTreeMap::new();
    for appointment in council.appointments.iter().filter(|a| a.ended_on.is_none()) {
        let (Some(end), Some(body)) = (appointment.end, council.body_by_id(appointment.body)) else { continue };
        if year.contains(end) {
            let name = || (council.body_name(body.id, year).to_owned(), 0);
            terms.entry((end, body.order)).or_insert_with(name).1 += 1;
        }
    }
    let terms = terms
        .into_iter()
        .map(|((end, _), (body, n))| event(end, "term", words::terms_end(&body, n), words::TERM_SOURCE));
    let periods = council.plans.iter().filter_map(|p| Some((p, p.period?)));
    let periods = periods.flat_map(|(plan, (from, to))| [(plan, from, true), (plan, to, false)]);
    let periods = periods.filter(|(_, day, _)| year.contains(*day));
    let periods = periods
        .map(|(plan, day, begins)| event(day, "plan", words::plan_period(&plan.name, begins), words::PLAN_SOURCE));
    let mut all: Vec<PlanEvent> = budget.into_iter().chain(terms).chain(periods).collect();
    all.sort_by(|a, b| a.date.cmp(&b.date));
    all
}
