//! What falls into a year beside its meetings: milestones, the budget's last day, terms
//! that end, periods of plans that begin or end.

use super::month;
use crate::snapshot::Snapshot;
use crate::text::{meetings as words, year_plan};
use entaku_domain::milestone::{Milestone, MilestoneKind};
use entaku_domain::{Day, FiscalYear};
use std::collections::BTreeMap;

/// What else falls into the year.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PlanEvent {
    /// ISO date; of several days, the first that lies in the year.
    pub date: String,
    /// ISO date of the last of several days.
    pub end: Option<String>,
    /// The month, 0 for April.
    pub month: u32,
    /// `budget`, `milestone`, `term` or `plan`.
    pub kind: String,
    /// What, in Japanese.
    pub title: String,
    /// Where it comes from.
    pub source: String,
    /// The milestone's identifier, where it is one.
    pub milestone: Option<String>,
    /// Whether it is for the secretariat alone.
    pub internal: bool,
}

/// Everything beside the meetings, by day.
pub(super) fn events(council: &Snapshot, year: FiscalYear) -> Vec<PlanEvent> {
    let mut all: Vec<PlanEvent> =
        council.milestones.iter().filter(|m| m.touches(year)).map(|m| of_milestone(council, m, year)).collect();
    // The answer's day, where no milestone says it.
    let budget = council.budget_deadline(year).filter(|d| d.milestone.is_none());
    all.extend(budget.map(|d| PlanEvent {
        internal: true,
        ..event(d.on, "budget", words::BUDGET.to_owned(), words::BUDGET_SOURCE.to_owned())
    }));
    all.extend(terms(council, year));
    all.extend(periods(council, year));
    all.sort_by(|a, b| a.date.cmp(&b.date));
    all
}

fn event(day: Day, kind: &str, title: String, source: String) -> PlanEvent {
    PlanEvent {
        date: day.to_string(),
        end: None,
        month: month(day),
        kind: kind.to_owned(),
        title,
        source,
        milestone: None,
        internal: false,
    }
}

fn of_milestone(council: &Snapshot, m: &Milestone, year: FiscalYear) -> PlanEvent {
    let budget = m.kind == MilestoneKind::BudgetRequest;
    let body = m.body.map(|b| council.body_name(b, year)).unwrap_or_default();
    let source = if budget { year_plan::BUDGET_MILESTONE } else { year_plan::MILESTONE_SOURCE };
    let source = [source, body, &m.note].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join("　");
    PlanEvent {
        end: m.to.map(|to| to.to_string()),
        milestone: Some(m.id.to_string()),
        internal: m.internal,
        ..event(m.from.max(year.first_day()), if budget { "budget" } else { "milestone" }, m.title.clone(), source)
    }
}

fn terms(council: &Snapshot, year: FiscalYear) -> Vec<PlanEvent> {
    let mut terms: BTreeMap<(Day, i64), (String, usize)> = BTreeMap::new();
    for appointment in council.appointments.iter().filter(|a| a.ended_on.is_none()) {
        let (Some(end), Some(body)) = (appointment.end, council.body_by_id(appointment.body)) else { continue };
        if year.contains(end) {
            let name = || (council.body_name(body.id, year).to_owned(), 0);
            terms.entry((end, body.order)).or_insert_with(name).1 += 1;
        }
    }
    let of = |((end, _), (body, n)): ((Day, i64), (String, usize))| {
        event(end, "term", words::terms_end(&body, n), words::TERM_SOURCE.to_owned())
    };
    terms.into_iter().map(of).collect()
}

fn periods(council: &Snapshot, year: FiscalYear) -> Vec<PlanEvent> {
    let periods = council.plans.iter().filter_map(|p| Some((p, p.period?)));
    let ends = periods.flat_map(|(plan, (from, to))| [(plan, from, true), (plan, to, false)]);
    let ends = ends.filter(|(_, day, _)| year.contains(*day));
    ends.map(|(plan, day, begins)| {
        event(day, "plan", words::plan_period(&plan.name, begins), words::PLAN_SOURCE.to_owned())
    })
    .collect()
}
