//! The plan of a fiscal year (年間予定): the meetings of all bodies, what else falls
//! into the year, and what the rules notice in it (V12 to V14, V20).

mod calendar;
mod events;
mod laying_out;
mod leads;
mod milestones;
mod notices;
mod paper;
mod tasks;

use crate::council::App;
use crate::error::Result;
use crate::meetings::list::{count, next_meeting};
use crate::snapshot::Snapshot;
pub use calendar::{CalendarDay, DayRuleRow, OfficeCalendarPage, SaveDayRule};
use chrono::Datelike;
use entaku_domain::body::{Body, BodyKind, BodyVersion};
use entaku_domain::id::MeetingId;
use entaku_domain::meeting::Meeting;
use entaku_domain::violation::Severity;
use entaku_domain::{Day, FiscalYear};
pub use events::PlanEvent;
pub use laying_out::{DraftMeeting, DraftRow, YearDraft};
pub use leads::{LeadBody, LeadCell, LeadTable, LeadTask, SetLead};
pub use milestones::{MilestoneRow, SaveMilestone};
use notices::{Found, notices, plan_notice};
pub(crate) use paper::Choice;
pub use tasks::YearTask;

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
    /// HH:MM.
    pub end: Option<String>,
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
    /// Whether it may be moved to another day: it has neither been held nor called off.
    pub movable: bool,
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
    /// The days from Monday to Friday on which the office is closed, and all holidays.
    pub closed: Vec<CalendarDay>,
    /// The office's milestones that touch the year, by day.
    pub milestones: Vec<MilestoneRow>,
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
        let found = notices(&council, &bodies, year, today);
        let next = next_meeting(&council, today).map(|m| m.id);
        let row = |(body, version): &(&Body, &BodyVersion)| plan_body(&council, body, version, year, next, &found);
        Ok(YearPlan {
            year: year.number(),
            label: council.council.date_style.fiscal_year(year),
            now: year.contains(today).then(|| month(today)),
            bodies: bodies.iter().map(row).collect(),
            events: events::events(&council, year),
            notices: found.iter().map(|f| plan_notice(&council, f)).collect(),
            closed: calendar::days(&council.calendar, year),
            milestones: milestones::rows(&council, year),
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
        end: m.end.clone(),
        place: m.place.clone(),
        state: m.state.code().to_owned(),
        state_label: m.state.label().to_owned(),
        month: month(m.date),
        next: next == Some(m.id),
        noticed: found.iter().any(|f| f.meeting == Some(m.id) && f.violation.severity() > Severity::Notice),
        movable: !m.state.is_over() && m.state.takes_place(),
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
