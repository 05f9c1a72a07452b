//! Issues that are due, feedback that is owed (V18), proposals under way (V20).

use super::{Task, TaskKind, View};
use crate::error::Result;
use crate::feedback::{Matter, Source};
use crate::proposals::budget;
use crate::search::Target;
use crate::text::{labels, today as words};
use entaku_domain::issue::{Issue, IssueTask};
use entaku_domain::proposal::{Proposal, ProposalState};
use entaku_domain::{Day, FiscalYear};

pub(super) fn tasks(view: &View<'_>) -> Result<Vec<Task>> {
    let issues = view.store.issues()?;
    let mut found: Vec<Task> = issues.iter().filter_map(|i| overdue(view, i)).collect();
    found.extend(feedback(view, &Source::of(view.store, view.council)?));
    found.extend(to_do(view, &issues)?);
    found.extend(requests(view, &issues)?);
    for proposal in view.store.proposals()? {
        found.extend(under_way(view, &proposal));
    }
    Ok(found)
}

fn overdue(view: &View<'_>, issue: &Issue) -> Option<Task> {
    let due = issue.due_on.filter(|_| !issue.stage.is_final())?;
    let owner = issue.owner.map(|b| view.council.body_name(b, FiscalYear::of(view.on))).unwrap_or_default();
    let waits = issue.owes_feedback() && issue.feedback_on.is_none() && issue.no_feedback.is_none();
    Some(Task {
        kind: TaskKind::Issue,
        key: format!("issue/{}", issue.id),
        due: Some(due),
        what: words::issue_due(&issue.title),
        reason: words::issue_reason(issue.stage.label(), owner, waits),
        about: words::issue(&labels::issue_number(issue)),
        target: Target::issue(issue.id),
    })
}

/// V18: who raised an issue hears of it once something is decided on it or on what it
/// became, and again when the city has answered.
fn feedback(view: &View<'_>, source: &Source<'_>) -> Vec<Task> {
    let task = |m: &Matter<'_>| {
        let owed = m.owed?;
        let issue = m.issue;
        let to = issue.raised_by.map(|o| view.council.organization_name(o, view.on)).unwrap_or_default();
        let became = m.became.last().map(|i| format!("{} {}", labels::issue_number(i), i.title));
        Some(Task {
            kind: TaskKind::Feedback,
            key: format!("feedback/{}", issue.id),
            due: m.due,
            what: words::feedback(&issue.title, to),
            reason: words::feedback_reason(owed.stage.label(), owed.again, became.as_deref()),
            about: words::issue(&labels::issue_number(issue)),
            target: Target::issue(issue.id),
        })
    };
    source.matters().iter().filter_map(task).collect()
}

/// What was left to be done by steps of issues.
fn to_do(view: &View<'_>, issues: &[Issue]) -> Result<Vec<Task>> {
    let open = view.store.all_issue_tasks()?.into_iter().filter(|t| t.done_on.is_none());
    let task = |t: IssueTask| {
        let issue = issues.iter().find(|i| i.id == t.issue)?;
        Some(Task {
            kind: TaskKind::Issue,
            key: format!("issue_task/{}", t.id),
            due: t.due_on,
            what: t.text.clone(),
            reason: words::issue_task_reason(&issue.title, &crate::issues::who(view.council, &t, view.on)),
            about: words::issue(&labels::issue_number(issue)),
            target: Target::issue(issue.id),
        })
    };
    Ok(open.filter_map(task).collect())
}

/// Requests that a body has not answered: nothing came after them.
fn requests(view: &View<'_>, issues: &[Issue]) -> Result<Vec<Task>> {
    let mut found = Vec::new();
    for request in view.store.open_requests()? {
        let Some(issue) = issues.iter().find(|i| i.id == request.issue) else { continue };
        let to = request.to.map(|b| view.council.body_name(b, FiscalYear::of(view.on))).unwrap_or_default();
        found.push(Task {
            kind: TaskKind::Issue,
            key: format!("issue_request/{}", request.id),
            due: request.due_on,
            what: words::request_due(request.kind.label(), &issue.title),
            reason: words::request_reason(to, &view.style().day(request.on)),
            about: words::issue(&labels::issue_number(issue)),
            target: Target::issue(issue.id),
        });
    }
    Ok(found)
}

/// Not approved yet and late for the budget (V20), approved but not delivered, or delivered
/// but not answered.
fn under_way(view: &View<'_>, proposal: &Proposal) -> Option<Task> {
    let approved = view.council.meetings.iter().find(|m| Some(m.id) == proposal.approved_at);
    let (what, reason, due) = match (proposal.state(), proposal.delivered_on) {
        (ProposalState::Draft, _) => drafted(view, proposal)?,
        (ProposalState::Approved, _) => {
            let name = approved.map(|m| super::meetings::name(view, m)).unwrap_or_default();
            let what = words::proposal_send(&proposal.title, &proposal.addressee);
            (what, words::proposal_send_reason(&name), None)
        }
        (ProposalState::Delivered, Some(on)) => (
            words::proposal_answer(&proposal.title, &proposal.addressee),
            words::proposal_answer_reason(view.style(), on, proposal.answer_due),
            proposal.answer_due,
        ),
        _ => return None,
    };
    Some(Task {
        kind: TaskKind::Proposal,
        key: format!("proposal/{}", proposal.id),
        due,
        what,
        reason,
        about: labels::proposal_number(proposal),
        target: Target::proposal(proposal.id),
    })
}

/// V20: a draft that misses the budget with its expected plenary, or has none while the
/// last day of the requests comes near; told as long as something can be done.
fn drafted(view: &View<'_>, proposal: &Proposal) -> Option<(String, String, Option<Day>)> {
    let chance = budget::last_chance(view.council, view.on)?;
    let deadline = chance.reach.deadline;
    let late = budget::reach(view.council, proposal).is_some_and(|r| r.missed == Some(chance.reach.target));
    let open = proposal.expected_at.is_none() && deadline <= view.horizon();
    if !late && !open {
        return None;
    }
    let what = words::proposal_budget(view.style(), &proposal.title, chance.reach.target, late);
    let reason = budget::words_of(view.council, proposal, view.on).unwrap_or_default();
    Some((what, reason, Some(deadline)))
}
