//! What the rules notice in a year (V12 to V14, V20), and the days on which the office is closed.

use super::{PlanNotice, in_year, planned};
use crate::meetings::of_kind;
use crate::snapshot::Snapshot;
use crate::text::{self, meetings as words};
use entaku_domain::body::{Body, BodyKind, BodyVersion};
use entaku_domain::holidays::{self, Basis};
use entaku_domain::id::MeetingId;
use entaku_domain::meeting::{Meeting, Mode};
use entaku_domain::meeting_fault::MeetingFault;
use entaku_domain::meeting_year::{check_budget, check_count, unprepared};
use entaku_domain::plan_fault::PlanFault;
use entaku_domain::violation::{Severity, Violation};
use entaku_domain::{Day, FiscalYear};

/// A meeting, a body or a year that the rules object to.
pub(super) struct Found {
    pub(super) violation: Violation,
    pub(super) meeting: Option<MeetingId>,
    pub(super) body: Option<String>,
}

/// What the rules notice over the year, the weightier first.
pub(super) fn notices(
    council: &Snapshot,
    bodies: &[(&Body, &BodyVersion)],
    year: FiscalYear,
    today: Day,
) -> Vec<Found> {
    let mut found = Vec::new();
    for (body, version) in bodies {
        let meetings: Vec<&Meeting> = in_year(council, body, year).collect();
        let fewer = check_count(&version.name, planned(version), &meetings, year, today).map(Violation::Meeting);
        found.extend(fewer.map(|violation| Found { violation, meeting: None, body: Some(body.key.clone()) }));
        let takes_place = meetings.iter().filter(|m| m.state.takes_place());
        found.extend(takes_place.flat_map(|m| of_meeting(council, body, m)));
        if body.kind == BodyKind::Plenary {
            found.extend(of_plenary(council, body, year));
        }
    }
    found.extend(unsure(year));
    found.sort_by_key(|f| std::cmp::Reverse(f.violation.severity()));
    found
}

/// Its number (V14), and a day on which the office is closed.
fn of_meeting(council: &Snapshot, body: &Body, m: &Meeting) -> Vec<Found> {
    let order = council.check_number_order(m);
    let ahead = !m.state.is_over() && m.mode != Mode::Written;
    let closed = council.calendar.closed_on(m.date).filter(|_| ahead);
    let closed = closed.map(|closure| Violation::Plan(PlanFault::OfficeClosed { on: m.date, closure }));
    let found = |violation| Found { violation, meeting: Some(m.id), body: Some(body.key.clone()) };
    order.into_iter().chain(closed).map(found).collect()
}

fn of_plenary(council: &Snapshot, body: &Body, year: FiscalYear) -> Vec<Found> {
    let plenaries: Vec<&Meeting> = council.meetings_of(body.id).collect();
    let steering: Vec<&Meeting> = of_kind(council, BodyKind::Steering).collect();
    let steered = council.bodies_in(year).any(|(b, _)| b.kind == BodyKind::Steering);
    let found = |m: &Meeting, fault| Found {
        violation: Violation::Meeting(fault),
        meeting: Some(m.id),
        body: Some(body.key.clone()),
    };
    let without = unprepared(&plenaries, &steering).into_iter().filter(|m| steered && m.year() == year);
    let unsteered = without.map(|m| found(m, MeetingFault::NoSteeringBefore { number: m.number, on: m.date }));
    let deadline = council.budget_deadline(year).map(|d| d.on);
    let late = in_year(council, body, year).filter_map(|m| Some(found(m, check_budget(m, deadline?)?)));
    unsteered.chain(late).collect()
}

/// The calendar years of a fiscal year whose holidays are not announced, or not known.
fn unsure(year: FiscalYear) -> Vec<Found> {
    let years = [year.number(), year.number() + 1].into_iter();
    let unsure = years.map(|y| (y, holidays::basis(y))).filter(|(_, basis)| *basis != Basis::Announced);
    let last = holidays::table().last;
    let fault = |(year, basis)| Violation::Plan(PlanFault::HolidaysUnsure { year, last, basis });
    unsure.map(|found| Found { violation: fault(found), meeting: None, body: None }).collect()
}

pub(super) fn plan_notice(council: &Snapshot, found: &Found) -> PlanNotice {
    let style = council.council.date_style;
    let said = text::violation(style, &found.violation);
    let meeting = found.meeting.and_then(|id| council.meetings.iter().find(|m| m.id == id));
    let named = meeting.map(|m| council.meeting_short(m));
    PlanNotice {
        severity: if found.violation.severity() == Severity::Notice { "notice" } else { "warning" }.to_owned(),
        rule: found.violation.rule().map(str::to_owned),
        text: named.map_or_else(|| said.clone(), |name| words::about(&name, &said)),
        meeting: found.meeting.map(|id| id.to_string()),
        body: found.body.clone(),
    }
}
