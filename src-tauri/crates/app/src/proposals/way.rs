//! What a proposal's deeds do to the issues it rests on: each goes a step of its way, in
//! the same change, by the rules of V17 and V18.

use crate::error::{AppError, Result};
use crate::issues::{Ledger, behind, parts_to_tell};
use crate::snapshot::Snapshot;
use crate::text::labels;
use entaku_domain::Day;
use entaku_domain::id::IssueEventId;
use entaku_domain::issue::{Issue, IssueEvent, IssueFault, NewStep, Stage, StepKind, check_step};
use entaku_domain::meeting::Meeting;
use entaku_domain::proposal::{Proposal, ProposalFault};
use entaku_domain::violation::{Severity, Violation};
use entaku_store::Tx;

/// A step that the issues go.
pub(super) struct Step<'a> {
    /// The stage that they reach.
    pub(super) stage: Stage,
    /// The day.
    pub(super) on: Day,
    /// The meeting that took it.
    pub(super) meeting: Option<&'a Meeting>,
    /// What happened.
    pub(super) text: String,
}

/// What becomes of the issues.
#[derive(Default)]
pub(super) struct Moves {
    /// Steps that are taken back.
    removed: Vec<IssueEventId>,
    /// Issues, each with all its steps from the first new one on.
    moved: Vec<(Issue, Vec<IssueEvent>, Vec<IssueEvent>)>,
    /// What the rules notice.
    pub(super) notices: Vec<Violation>,
}

/// What draws on the council while the moves are thought out.
pub(super) struct Way<'a> {
    pub(super) council: &'a Snapshot,
    pub(super) ledger: &'a Ledger,
    pub(super) today: Day,
}

impl Way<'_> {
    /// Takes back the step that an earlier record of the same deed made, and goes the new one.
    ///
    /// # Errors
    /// [`AppError::Rules`] where the rules forbid a step.
    pub(super) fn moves(
        &self,
        proposal: &Proposal,
        back: Option<(Stage, Day)>,
        step: Option<&Step<'_>>,
    ) -> Result<Moves> {
        let mut moves = Moves::default();
        let (mut errors, mut waiting) = (Vec::new(), Vec::new());
        for id in &proposal.issues {
            let Some(issue) = self.ledger.issues.iter().find(|i| i.id == *id) else { continue };
            let mut steps = self.ledger.steps_of(*id).to_vec();
            if let Some(last) = taken_back(&steps, back) {
                moves.removed.push(last);
                steps.pop();
            }
            let kept = steps.clone();
            if let Some(step) = step {
                let found = self.go(proposal, issue, &mut steps, step, &mut waiting);
                let (wrong, noticed): (Vec<_>, Vec<_>) =
                    found.into_iter().partition(|f| f.severity() == Severity::Error);
                errors.extend(wrong.into_iter().map(Violation::Issue));
                let noticed = noticed.into_iter().map(Violation::Issue).filter(|v| !moves.notices.contains(v));
                moves.notices.extend(noticed.collect::<Vec<_>>());
            }
            let added: Vec<IssueEvent> = steps.iter().skip(kept.len()).cloned().collect();
            if !added.is_empty() || kept.len() < self.ledger.steps_of(*id).len() {
                moves.moved.push((issue.clone(), kept, added));
            }
        }
        errors.dedup();
        if !errors.is_empty() {
            return Err(AppError::Rules(errors));
        }
        if !waiting.is_empty() {
            moves.notices.push(Violation::Proposal(ProposalFault::WaitsForFeedback { issues: waiting }));
        }
        Ok(moves)
    }

    /// Adds the steps of one issue. What the plenary approved with the proposal counts for
    /// an issue that was not approved by itself.
    fn go(
        &self,
        proposal: &Proposal,
        issue: &Issue,
        steps: &mut Vec<IssueEvent>,
        step: &Step<'_>,
        waiting: &mut Vec<String>,
    ) -> Vec<IssueFault> {
        let now = steps.last().map_or(Stage::Received, |e| e.stage);
        if !moves_on(now, step.stage) {
            return Vec::new();
        }
        let mut found = Vec::new();
        if step.stage == Stage::Proposed && !steps.iter().any(|e| e.stage == Stage::Approved) {
            let plenary = proposal.approved_at.and_then(|id| self.council.meetings.iter().find(|m| m.id == id));
            let on = proposal.approved_on.unwrap_or(step.on);
            let approved =
                Step { stage: Stage::Approved, on, meeting: plenary, text: labels::proposal_number(proposal) };
            found.extend(self.add(issue, steps, &approved));
        }
        let faults = self.check(issue, steps, step);
        let untold = step.stage.is_final() && !parts_to_tell(self.ledger, issue).is_empty();
        if untold || faults.contains(&IssueFault::FeedbackMissing) {
            waiting.push(labels::issue_number(issue));
            return found;
        }
        found.extend(faults);
        steps.push(self.event(issue, step));
        found
    }

    fn add(&self, issue: &Issue, steps: &mut Vec<IssueEvent>, step: &Step<'_>) -> Vec<IssueFault> {
        let found = self.check(issue, steps, step);
        steps.push(self.event(issue, step));
        found
    }

    fn check(&self, issue: &Issue, steps: &[IssueEvent], step: &Step<'_>) -> Vec<IssueFault> {
        let kind = |m: &Meeting| self.council.body_by_id(m.body).map(|b| b.kind);
        let recorded = crate::issues::plenary_recorded(self.council, step.on);
        let new = NewStep {
            stage: step.stage,
            on: step.on,
            body: step.meeting.and_then(kind),
            meeting: step.meeting,
            plenary_recorded: recorded,
            kind: StepKind::Ordinary,
            to: None,
            due_on: None,
            has_reason: !step.text.trim().is_empty(),
        };
        let mut found = check_step(issue, steps, &new, self.today);
        // An issue need not have been told of one by one: the proposal says how far it came.
        found.retain(|f| !matches!(f, IssueFault::StageSkipped { .. }));
        found
    }

    fn event(&self, issue: &Issue, step: &Step<'_>) -> IssueEvent {
        let blank = IssueEvent::new(IssueEventId::new(uuid::Uuid::nil()), issue.id, step.on, step.stage);
        IssueEvent {
            body: step.meeting.map(|m| m.body),
            meeting: step.meeting.map(|m| m.id),
            text: step.text.clone(),
            ..blank
        }
    }
}

impl Moves {
    /// Writes them.
    pub(super) fn write(self, tx: &mut Tx<'_>) -> Result<()> {
        for id in self.removed {
            tx.remove_issue_event(id)?;
        }
        for (issue, mut steps, added) in self.moved {
            for event in added {
                let id = behind(&steps, event.on, IssueEventId::new(tx.new_id()));
                let event = IssueEvent { id, ..event };
                tx.put_issue_event(&event)?;
                steps.push(event);
            }
            steps.sort_by_key(|e| (e.on, e.id));
            let stage = steps.last().map_or(Stage::Received, |e| e.stage);
            tx.put_issue(&Issue { stage, ..issue })?;
        }
        Ok(())
    }
}

/// The step of an issue that was made by the deed that is recorded anew; only the last one.
fn taken_back(steps: &[IssueEvent], back: Option<(Stage, Day)>) -> Option<IssueEventId> {
    let last = steps.last().filter(|e| steps.len() > 1 && Some((e.stage, e.on)) == back)?;
    Some(last.id)
}

/// Whether a step leads on from where an issue is: what is closed stays so, and nobody goes back.
const fn moves_on(now: Stage, to: Stage) -> bool {
    match to {
        Stage::Proposed => !matches!(now, Stage::Proposed | Stage::Answered | Stage::Reflected | Stage::Closed),
        Stage::Answered => matches!(now, Stage::Proposed),
        Stage::Reflected => matches!(now, Stage::Proposed | Stage::Answered),
        Stage::Approved => {
            !matches!(now, Stage::Approved | Stage::Proposed | Stage::Answered | Stage::Reflected | Stage::Closed)
        }
        _ => false,
    }
}
