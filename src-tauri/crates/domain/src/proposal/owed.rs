//! What is owed to whoever raised an issue (V18): the first decision on it or on what it
//! became, and later the city's answer.

use crate::Day;
use crate::id::IssueId;
use crate::issue::{Issue, IssueEvent, IssueLink, Stage};

/// That somebody is to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owed {
    /// Since which decision.
    pub since: Day,
    /// What was decided last.
    pub stage: Stage,
    /// Whether they were told before, and there is news.
    pub again: bool,
}

/// What an issue became: all that came out of it by splitting, merging or following.
pub fn descendants(issue: IssueId, links: &[IssueLink]) -> Vec<IssueId> {
    let mut found: Vec<IssueId> = Vec::new();
    let mut next = vec![issue];
    while let Some(from) = next.pop() {
        let to = links.iter().filter(|l| l.from == from).map(|l| l.to);
        let new: Vec<IssueId> = to.filter(|id| *id != issue && !found.contains(id)).collect();
        next.extend(&new);
        found.extend(new);
    }
    found
}

/// Whether a stage says what was decided.
pub const fn is_decision(stage: Stage) -> bool {
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

/// V18: what is owed on a day. `events` are the steps of the issue and of all that it
/// became, in the order of their days. Who was told once is told again when the city has
/// answered, or when something was decided on what the issue became.
pub fn owed(issue: &Issue, events: &[&IssueEvent]) -> Option<Owed> {
    if !issue.owes_feedback() || issue.no_feedback.is_some() {
        return None;
    }
    let decided: Vec<&&IssueEvent> = events.iter().filter(|e| is_decision(e.stage)).collect();
    let last = decided.last()?.stage;
    let Some(told) = issue.feedback_on else {
        return Some(Owed { since: decided.first()?.on, stage: last, again: false });
    };
    let news = |e: &&&&IssueEvent| e.on > told && (e.stage == Stage::Answered || e.issue != issue.id);
    decided.iter().find(news).map(|e| Owed { since: e.on, stage: last, again: true })
}
