//! The way of an issue (V17), and what is owed to the one who raised it (V18).

use super::lineage::passed_on;
use super::{Inlet, Issue, IssueEvent, Proposal, Stage, StepKind};
use crate::body::BodyKind;
use crate::case_guard::PatternKind;
use crate::meeting::Meeting;
use crate::violation::Severity;
use crate::{Day, FiscalYear};

/// What a rule objects to in an issue or in a step of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IssueFault {
    /// The number is taken in its fiscal year.
    NumberTaken {
        /** The year. */
        year: FiscalYear,
        /** The number. */
        number: u16,
    },
    /// A day that is still to come.
    InFuture {
        /** The field. */
        field: &'static str,
        /** The day. */
        on: Day,
    },
    /// A step, a deadline or a feedback before the issue was received.
    BeforeReceipt {
        /** The field. */
        field: &'static str,
        /** The day on which it was received. */
        received: Day,
    },
    /// The issue would be received after a step that is recorded.
    ReceivedAfterStep {
        /** The day of the first step. */
        first: Day,
    },
    /// The issue would be received after somebody was told what became of it.
    ReceivedAfterFeedback {
        /** The day on which they were told. */
        told: Day,
    },
    /// The meeting was called off.
    MeetingCancelled {
        /** Its day. */
        on: Day,
    },
    /// The step is earlier than the meeting that took it.
    BeforeMeeting {
        /** The meeting's day. */
        meeting: Day,
    },
    /// Steps of a later day are recorded already; the stage stays theirs.
    OutOfOrder {
        /** The day of the latest step. */
        last: Day,
    },
    /// V17: not one of the usual next stages.
    StageSkipped {
        /** The stage before. */
        from: Stage,
        /** The stage asked for. */
        to: Stage,
    },
    /// V17: only a plenary approves, puts off or sends back.
    NotThePlenary {
        /** The stage. */
        stage: Stage,
    },
    /// V17: the plenary is recorded, but the step does not say which meeting it was.
    NoMeetingNamed {
        /** The stage. */
        stage: Stage,
    },
    /// V17: no plenary of that year is recorded, so that the approval cannot be proved.
    ApprovalUnproved {
        /** The year. */
        year: FiscalYear,
    },
    /// V17: a proposal to the city rests on the plenary's approval.
    NotApproved,
    /// V18: whoever raised it is to be told what became of it before it is closed.
    FeedbackMissing,
    /// V18: the plenary has dealt with it, and whoever raised it has not been told.
    FeedbackDue,
    /// V18: closed without telling whoever raised it, for a reason that is on record.
    ClosedWithoutFeedback {
        /** The reason. */
        reason: String,
    },
    /// The day by which it was wanted has passed.
    Overdue {
        /** That day. */
        due: Day,
    },
    /// No body has it.
    NoOwner,
    /// V21: something in the record that may point at a person.
    Personal {
        /** The field. */
        field: &'static str,
        /** What kind. */
        kind: PatternKind,
        /** The text found. */
        found: String,
    },
    /// Only the latest step may be taken out.
    NotTheLast,
    /// The receipt itself is no step that could be taken out.
    IsTheReceipt,
    /// An issue cannot come out of itself.
    LinkToItself,
    /// The same two are joined in this way already.
    LinkTwice,
    /// Merged into another issue, and still open itself.
    MergedButOpen,
    /// V17: the issue is finished; it goes on only when it is opened again.
    Finished {
        /** The stage at which it ended. */
        stage: Stage,
    },
    /// V17: opened again, although it is not finished.
    NotFinished,
    /// V17: opened again, and finished by the same step.
    ReopenedShut,
    /// V17: opened again without a reason.
    ReasonMissing,
    /// V17: the receipt is the first step and no other.
    BackToReceipt,
    /// V17: an answer of the city to nothing that it was told.
    NotProposed,
    /// V17: a request that asks nobody.
    NobodyAsked {
        /** Which request. */
        kind: StepKind,
    },
    /// V17: a request by another body than usual.
    RequestByOther {
        /** Which request. */
        kind: StepKind,
    },
    /// V17: a request to another body than usual.
    RequestToOther {
        /** Which request. */
        kind: StepKind,
    },
    /// An answer or a task that is due before the step that asks for it.
    DueBeforeStep {
        /** The field. */
        field: &'static str,
        /** The day of the step. */
        on: Day,
    },
    /// An issue that would come out of itself.
    LinkInCircle,
    /// Split into fewer than two, or merged out of fewer than two.
    TooFewParts,
    /// V18: whoever raised an issue that was merged into this one has not been told.
    PartOwed {
        /** Its year. */
        year: FiscalYear,
        /** Its number. */
        number: u16,
        /** Whether this one is closed, or about to be. */
        closing: bool,
    },
    /// Split, merged or carried on before a step that is recorded.
    LaterStep {
        /** The day of the latest step. */
        last: Day,
    },
    /// It would have been brought only after it was received.
    RaisedAfterReceipt {
        /** The day on which it was received. */
        received: Day,
    },
    /// The item or the entry is of another meeting.
    OtherMeeting {
        /** The field. */
        field: &'static str,
    },
    /// The paper is of another meeting, or is gone.
    NoSuchPaper,
}

impl IssueFault {
    /// Its weight.
    pub fn severity(&self) -> Severity {
        match self {
            Self::OutOfOrder { .. }
            | Self::PartOwed { closing: false, .. }
            | Self::FeedbackDue
            | Self::ClosedWithoutFeedback { .. }
            | Self::NoOwner
            | Self::MergedButOpen => Severity::Notice,
            Self::StageSkipped { .. }
            | Self::ApprovalUnproved { .. }
            | Self::RequestByOther { .. }
            | Self::RequestToOther { .. }
            | Self::Overdue { .. }
            | Self::Personal { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The rule that it comes from.
    pub fn rule(&self) -> Option<&'static str> {
        match self {
            Self::StageSkipped { .. }
            | Self::NotThePlenary { .. }
            | Self::NoMeetingNamed { .. }
            | Self::ApprovalUnproved { .. }
            | Self::NotApproved
            | Self::Finished { .. }
            | Self::NotFinished
            | Self::ReopenedShut
            | Self::ReasonMissing
            | Self::BackToReceipt
            | Self::NotProposed
            | Self::NobodyAsked { .. }
            | Self::RequestByOther { .. }
            | Self::RequestToOther { .. } => Some("V17"),
            Self::PartOwed { .. } | Self::FeedbackMissing | Self::FeedbackDue | Self::ClosedWithoutFeedback { .. } => {
                Some("V18")
            }
            Self::Personal { .. } => Some("V21"),
            _ => None,
        }
    }
}

/// A step that is about to be recorded.
#[derive(Debug, Clone, Copy)]
pub struct NewStep<'a> {
    /// The stage that is reached.
    pub stage: Stage,
    /// The day.
    pub on: Day,
    /// The body that took it.
    pub body: Option<BodyKind>,
    /// The meeting that took it.
    pub meeting: Option<&'a Meeting>,
    /// Whether a plenary of that fiscal year, up to that day, is recorded.
    pub plenary_recorded: bool,
    /// What kind of step it is.
    pub kind: StepKind,
    /// The body that is asked, or has the issue from then on.
    pub to: Option<BodyKind>,
    /// By when it is asked to answer.
    pub due_on: Option<Day>,
    /// Whether the step says why.
    pub has_reason: bool,
}

/// V17: the usual next stages, the most usual first. Every inlet may begin at its own.
pub fn next_stages(from: Stage, inlet: Inlet) -> Vec<Stage> {
    use Stage as S;
    let mut next = match from {
        S::Received => match inlet {
            Inlet::CaseReview | Inlet::Partner => vec![S::Sorting, S::Theme],
            Inlet::Steering => vec![S::Theme, S::Sorting],
            Inlet::Subcommittee => vec![S::Deliberating, S::Sorting],
            Inlet::Plenary => vec![S::Deliberating, S::Theme, S::Sorting],
        },
        S::Sorting => vec![S::Theme],
        S::Theme => vec![S::Deliberating],
        S::Deliberating => vec![S::Reported],
        S::Reported => vec![S::Approved, S::Continued, S::Returned],
        S::Approved => vec![S::Proposed, S::Reflected],
        S::Continued => vec![S::Deliberating, S::Reported],
        S::Returned => vec![S::Deliberating, S::Theme, S::Sorting],
        S::Proposed => vec![S::Answered],
        S::Answered => vec![S::Reflected],
        S::Reflected => vec![],
        S::Closed => return Vec::new(),
    };
    next.push(S::Closed);
    next
}

impl StepKind {
    /// The stage that a request brings with it (課題整理依頼, 協議依頼).
    pub fn stage(self) -> Option<Stage> {
        match self {
            Self::SortingRequest => Some(Stage::Sorting),
            Self::DeliberationRequest => Some(Stage::Deliberating),
            _ => None,
        }
    }

    /// Who asks whom by a request, by the council's rules.
    fn usual(self) -> Option<(BodyKind, &'static [BodyKind])> {
        match self {
            Self::SortingRequest => Some((BodyKind::Steering, &[BodyKind::CaseReview])),
            Self::DeliberationRequest => {
                Some((BodyKind::Plenary, &[BodyKind::Subcommittee, BodyKind::WorkingGroup, BodyKind::ProjectTeam]))
            }
            _ => None,
        }
    }
}

impl Issue {
    /// Whether somebody outside is owed an answer (V18).
    pub fn owes_feedback(&self) -> bool {
        self.inlet == Inlet::Partner || self.raised_by.is_some()
    }

    fn has_told(&self) -> bool {
        self.feedback_on.is_some() || self.no_feedback.is_some()
    }
}

/// Everything that the rules say of a new step. `events` are the issue's steps, in order.
pub fn check_step(issue: &Issue, events: &[IssueEvent], step: &NewStep<'_>, today: Day) -> Vec<IssueFault> {
    let mut found = check_days(issue, step, today);
    let before = events.iter().rfind(|e| e.on <= step.on).map_or(Stage::Received, |e| e.stage);
    found.extend(check_move(before, issue.inlet, step));
    if let Some(last) = events.last().filter(|last| last.on > step.on) {
        found.push(IssueFault::OutOfOrder { last: last.on });
    }
    found.extend(check_plenary(step));
    found.extend(check_request(step));
    let had = |stage: Stage| events.iter().any(|e| e.stage == stage && e.on <= step.on);
    if step.stage == Stage::Proposed && !had(Stage::Approved) {
        found.push(IssueFault::NotApproved);
    }
    if step.stage == Stage::Answered && before != Stage::Answered && !had(Stage::Proposed) {
        found.push(IssueFault::NotProposed);
    }
    if step.stage.is_final() {
        found.extend(check_feedback(issue));
    }
    found
}

/// V17: from one stage to another. A step that stays at its stage is a note of progress.
fn check_move(before: Stage, inlet: Inlet, step: &NewStep<'_>) -> Vec<IssueFault> {
    let to = step.stage;
    if step.kind == StepKind::Reopened {
        return check_reopening(before, step);
    }
    if before == to {
        return Vec::new();
    }
    if to == Stage::Received {
        return vec![IssueFault::BackToReceipt];
    }
    let usual = next_stages(before, inlet);
    if before.is_final() && !usual.contains(&to) {
        return vec![IssueFault::Finished { stage: before }];
    }
    // A request may ask anew for what has been looked at already, until the plenary has approved it.
    let asked = step.kind.stage() == Some(to) && !is_decided(before);
    let skipped = !asked && !usual.contains(&to);
    skipped.then_some(IssueFault::StageSkipped { from: before, to }).into_iter().collect()
}

/// Whether the plenary has approved it, or more.
fn is_decided(stage: Stage) -> bool {
    matches!(stage, Stage::Approved | Stage::Proposed | Stage::Answered | Stage::Reflected | Stage::Closed)
}

/// V17: a finished issue goes on for a reason.
fn check_reopening(before: Stage, step: &NewStep<'_>) -> Vec<IssueFault> {
    let mut found = Vec::new();
    if !before.is_final() {
        found.push(IssueFault::NotFinished);
    }
    if step.stage.is_final() {
        found.push(IssueFault::ReopenedShut);
    }
    if !step.has_reason {
        found.push(IssueFault::ReasonMissing);
    }
    found
}

/// V17: 課題整理依頼 goes from the steering meeting to the case review, 協議依頼 from the
/// plenary to a subcommittee; the arrows of a council may be others.
fn check_request(step: &NewStep<'_>) -> Vec<IssueFault> {
    let kind = step.kind;
    let mut found = Vec::new();
    if step.due_on.is_some_and(|due| due < step.on) {
        found.push(IssueFault::DueBeforeStep { field: "due_on", on: step.on });
    }
    let Some((by, to)) = kind.usual() else { return found };
    if step.body.is_some_and(|body| body != by) {
        found.push(IssueFault::RequestByOther { kind });
    }
    match step.to {
        None => found.push(IssueFault::NobodyAsked { kind }),
        Some(asked) if !to.contains(&asked) => found.push(IssueFault::RequestToOther { kind }),
        Some(_) => {}
    }
    found
}

fn check_days(issue: &Issue, step: &NewStep<'_>, today: Day) -> Vec<IssueFault> {
    let mut found = Vec::new();
    if step.on > today {
        found.push(IssueFault::InFuture { field: "day", on: step.on });
    }
    if step.on < issue.received_on {
        found.push(IssueFault::BeforeReceipt { field: "day", received: issue.received_on });
    }
    match step.meeting {
        Some(m) if !m.state.takes_place() => found.push(IssueFault::MeetingCancelled { on: m.date }),
        Some(m) if m.date > step.on => found.push(IssueFault::BeforeMeeting { meeting: m.date }),
        _ => {}
    }
    found
}

/// V17: approval, putting off and sending back are the plenary's, at one of its meetings.
fn check_plenary(step: &NewStep<'_>) -> Option<IssueFault> {
    let stage = step.stage;
    if !matches!(stage, Stage::Approved | Stage::Continued | Stage::Returned) {
        return None;
    }
    if step.body.is_some_and(|kind| kind != BodyKind::Plenary) || step.body.is_none() && step.meeting.is_some() {
        return Some(IssueFault::NotThePlenary { stage });
    }
    match (step.meeting.is_some(), step.plenary_recorded) {
        (true, _) => None,
        (false, true) => Some(IssueFault::NoMeetingNamed { stage }),
        (false, false) => Some(IssueFault::ApprovalUnproved { year: FiscalYear::of(step.on) }),
    }
}

/// V18, of an issue that is closed or about to be.
pub fn check_feedback(issue: &Issue) -> Option<IssueFault> {
    if !issue.owes_feedback() || issue.feedback_on.is_some() {
        return None;
    }
    Some(match &issue.no_feedback {
        Some(reason) => IssueFault::ClosedWithoutFeedback { reason: reason.clone() },
        None => IssueFault::FeedbackMissing,
    })
}

/// V17: the meeting that a step names was called off, or is later than the step.
fn meeting_fault(event: &IssueEvent, meetings: &[Meeting]) -> Option<IssueFault> {
    let meeting = meetings.iter().find(|m| Some(m.id) == event.meeting)?;
    if !meeting.state.takes_place() {
        return Some(IssueFault::MeetingCancelled { on: meeting.date });
    }
    (meeting.date > event.on).then_some(IssueFault::BeforeMeeting { meeting: meeting.date })
}

/// What is odd about an issue as it stands on a day. `events` are its steps, in order;
/// `meetings` are at least those that they and the proposals name.
pub fn issue_faults(
    issue: &Issue,
    events: &[IssueEvent],
    proposals: &[&Proposal],
    meetings: &[Meeting],
    today: Day,
) -> Vec<IssueFault> {
    let mut found: Vec<IssueFault> = Vec::new();
    for fault in events.iter().filter_map(|e| meeting_fault(e, meetings)) {
        if !found.contains(&fault) {
            found.push(fault);
        }
    }
    let open = !issue.stage.is_final();
    if let Some(due) = issue.due_on.filter(|due| open && *due < today) {
        found.push(IssueFault::Overdue { due });
    }
    if open && issue.owner.is_none() {
        found.push(IssueFault::NoOwner);
    }
    let passed = |e: &IssueEvent| e.stage == Stage::Approved && meeting_fault(e, meetings).is_none();
    let approved = |by: Day| events.iter().any(|e| passed(e) && e.on <= by);
    let proposed = events.iter().find(|e| e.stage == Stage::Proposed).map(|e| e.on);
    // A proposal rests on the plenary that it names, when that was held by then.
    let held = |p: &Proposal, on: Day| {
        let plenary = p.approved_at.and_then(|id| meetings.iter().find(|m| m.id == id));
        plenary.is_some_and(|m| m.state.takes_place() && m.date <= on)
    };
    let delivered = proposals.iter().filter_map(|p| p.delivered_on.filter(|on| !held(p, *on)));
    if proposed.into_iter().chain(delivered).any(|on| !approved(on)) {
        found.push(IssueFault::NotApproved);
    }
    if !open && !passed_on(events) {
        found.extend(check_feedback(issue));
    } else if !open {
        // Whoever raised it is told by the issue that goes on with it.
    } else if issue.owes_feedback() && !issue.has_told() && events.iter().any(|e| e.stage == Stage::Reported) {
        found.push(IssueFault::FeedbackDue);
    }
    found
}

#[cfg(test)]
pub(crate) mod tests;
