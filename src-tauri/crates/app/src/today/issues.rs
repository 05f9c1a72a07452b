//! Issues that are due, feedback that is owed (V18), proposals under way.

use super::{Task, TaskKind, View};
use crate::error::Result;
use crate::search::Target;
use crate::text::{labels, today as words};
use entaku_domain::FiscalYear;
use entaku_domain::issue::{Issue, Proposal, Stage};

pub(super) fn tasks(view: &View<'_>) -> Result<Vec<Task>> {
    let issues = view.store.issues()?;
    let mut found: Vec<Task> = issues.iter().filter_map(|i| overdue(view, i)).collect();
    found.extend(issues.iter().filter(|i| owes_feedback(i)).map(|i| feedback(view, i)));
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
    let decided = matches!(
        issue.stage,
        Stage::Approved
            | Stage::Continued
            | Stage::Returned
            | Stage::Proposed
            | Stage::Answered
            | Stage::Reflected
            | Stage::Closed
    );
    decided && issue.owes_feedback() && issue.feedback_on.is_none() && issue.no_feedback.is_none()
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
