//! 課題の流れ: how far the issues of the year have come.

use super::{IssueFlowRow, View, count};
use crate::error::Result;
use crate::text::today::flow as words;
use entaku_domain::body::BodyKind;
use entaku_domain::issue::{Issue, Stage};

type Step = (&'static str, Option<BodyKind>, &'static [Stage]);

/// The seed's flow, from the case review to the city.
const STEPS: [Step; 6] = [
    (words::SORTING, Some(BodyKind::CaseReview), &[Stage::Received, Stage::Sorting]),
    (words::THEME, Some(BodyKind::Steering), &[Stage::Theme]),
    (words::DELIBERATING, Some(BodyKind::SubcommitteeGroup), &[Stage::Deliberating, Stage::Continued, Stage::Returned]),
    (words::APPROVED, Some(BodyKind::Plenary), &[Stage::Reported, Stage::Approved]),
    (words::PROPOSED, None, &[Stage::Proposed, Stage::Answered]),
    (words::CLOSED, None, &[Stage::Reflected, Stage::Closed]),
];

/// Counts of the issues that were open at some time of the year.
pub(super) fn rows(view: &View<'_>) -> Result<Vec<IssueFlowRow>> {
    let issues = of_the_year(view)?;
    let rows = STEPS.iter().map(|(label, kind, stages)| {
        let body = kind.and_then(|kind| view.council.bodies_in(view.year()).find(|(b, _)| b.kind == kind));
        IssueFlowRow {
            label: (*label).to_owned(),
            body: body.map(|(_, version)| version.name.clone()).unwrap_or_default(),
            stages: stages.iter().map(|s| s.code().to_owned()).collect(),
            count: count(issues.iter().filter(|i| stages.contains(&i.stage)).count()),
        }
    });
    Ok(rows.collect())
}

/// Those received so far that were not finished before the year began.
fn of_the_year(view: &View<'_>) -> Result<Vec<Issue>> {
    let begin = view.year().first_day();
    let events = view.store.all_issue_events()?;
    let finished = |issue: &Issue| {
        let last = events.iter().filter(|e| e.issue == issue.id && e.stage.is_final()).map(|e| e.on).max();
        issue.stage.is_final() && last.unwrap_or(issue.received_on) < begin
    };
    let all = view.store.issues()?.into_iter();
    Ok(all.filter(|i| i.received_on <= view.on && !finished(i)).collect())
}
