//! Issues that are due, feedback that is owed (V18), proposals under way.

use super::{Task, TaskKind, View};
use crate::error::Result;
use crate::search::Target;
use crate::text::{labels, today as words};
use entaku_domain::FiscalYear;
use entaku_domain::issue::{Issue, IssueTask, LinkKind, Proposal, Stage, passed_on};

pub(super) fn tasks(view: &View<'_>) -> Result<Vec<Task>> {
    let issues = view.store.issues()?;
    let mut found: Vec<Task> = issues.iter().filter_map(|i| overdue(view, i)).collect();
    found.extend(owed(view, &issues)?);
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

/// Who raised it hears of it once the council has decided.
fn owes_feedback(issue: &Issue) -> bool {
    is_decided(issue.stage) && issue.owes_feedback() && issue.feedback_on.is_none() && issue.no_feedback.is_none()
}

fn is_decided(stage: Stage) -> bool {
    matches!(
        stage,
        Stage::Approved
            | Stage::Continued
            | Stage::Returned
            | Stage::Proposed
            | Stage::Answered
            | Stage::Reflected
            | Stage::Closed
    )
}

/// V18: who is to be told. What others go on with is told when those are decided.
fn owed(view: &View<'_>, issues: &[Issue]) -> Result<Vec<Task>> {
    let links = view.store.issue_links()?;
    let mut found = Vec::new();
    for issue in issues.iter().filter(|i| owes_feedback(i)) {
        let on = links.iter().filter(|l| l.from == issue.id);
        if issue.stage == Stage::Closed && on.clone().next().is_some() && passed_on(&view.store.issue_events(issue.id)?)
        {
            let merged = on.filter(|l| l.kind == LinkKind::Merged).map(|l| l.to);
            let whole = merged.filter_map(|id| issues.iter().find(|i| i.id == id)).find(|i| is_decided(i.stage));
            // The same organisation hears of both at once.
            let apart = |w: &&Issue| !(w.owes_feedback() && w.raised_by == issue.raised_by);
            found.extend(whole.filter(apart).map(|_| feedback(view, issue)));
        } else {
            found.push(feedback(view, issue));
        }
    }
    Ok(found)
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

fn feedback(view: &View<'_>, issue: &Issue) -> Task {
    let to = issue.raised_by.map(|o| view.council.organization_name(o, view.on)).unwrap_or_default();
    Task {
        kind: TaskKind::Feedback,
        key: format!("feedback/{}", issue.id),
        due: issue.due_on,
        what: words::feedback(&issue.title, to),
        reason: words::feedback_reason(issue.stage.label()),
        about: words::issue(&labels::issue_number(issue)),
        target: Target::issue(issue.id),
    }
}

/// Approved but not delivered, or delivered but not answered.
fn under_way(view: &View<'_>, proposal: &Proposal) -> Option<Task> {
    let approved = view.council.meetings.iter().find(|m| Some(m.id) == proposal.approved_at);
    let (what, reason) = match (proposal.delivered_on, proposal.answered_on) {
        (None, _) => {
            let meeting = approved.filter(|m| m.date <= view.on)?;
            let name = super::meetings::name(view, meeting);
            (words::proposal_send(&proposal.title, &proposal.addressee), words::proposal_send_reason(&name))
        }
        (Some(on), None) => (
            words::proposal_answer(&proposal.title, &proposal.addressee),
            words::proposal_answer_reason(view.style(), on),
        ),
        (Some(_), Some(_)) => return None,
    };
    Some(Task {
        kind: TaskKind::Proposal,
        key: format!("proposal/{}", proposal.id),
        due: None,
        what,
        reason,
        about: approved.map(|m| super::meetings::name(view, m)).unwrap_or_default(),
        target: proposal.issues.first().map_or_else(|| Target::screen("issues"), |id| Target::issue(*id)),
    })
}
