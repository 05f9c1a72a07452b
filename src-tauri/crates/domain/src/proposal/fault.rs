//! What the rules object to in a proposal: its number, its approval (V17), the order of
//! its days, and the budget that it misses (V20).

use super::{BudgetReach, Outcome, Proposal};
use crate::body::BodyKind;
use crate::meeting::Meeting;
use crate::severity::Severity;
use crate::{Day, FiscalYear};

/// One objection to a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProposalFault {
    /// Another proposal of the kind has the number in that year.
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
    /// V17: a meeting that is none of the plenary approves nothing.
    NotThePlenary {
        /** The field. */
        field: &'static str,
    },
    /// V17: the plenary is called off or put off.
    PlenaryCalledOff {
        /** The field. */
        field: &'static str,
        /** Its day. */
        on: Day,
    },
    /// V17: the plenary is still to come.
    PlenaryAhead {
        /** Its day. */
        on: Day,
    },
    /// V17: plenaries of that year are recorded, and none is named.
    NoMeetingNamed,
    /// V17: no plenary of that year is recorded, so that the approval cannot be proved.
    ApprovalUnproved {
        /** The year. */
        year: FiscalYear,
    },
    /// V17: what no plenary has approved is not delivered.
    NotApproved,
    /// Delivered, and the approval would go or come later.
    DeliveredBefore {
        /** The day of delivery. */
        on: Day,
    },
    /// Delivered before it was approved.
    BeforeApproval {
        /** The day of approval. */
        approved: Day,
    },
    /// Not delivered yet, so that nobody can have answered.
    NotDelivered,
    /// A day before the delivery.
    BeforeDelivery {
        /** The field. */
        field: &'static str,
        /** The day of delivery. */
        delivered: Day,
    },
    /// Answered, and the delivery would go or come later.
    AnsweredBefore {
        /** The day of the answer. */
        on: Day,
    },
    /// An outcome is recorded, and what it follows on would go or come later.
    SettledBefore {
        /** The day of the outcome. */
        on: Day,
    },
    /// The outcome is earlier than the answer.
    BeforeAnswer {
        /** The day of the answer. */
        answered: Day,
    },
    /// An outcome, though no answer is recorded.
    OutcomeWithoutAnswer,
    /// The outcome is earlier than the approval.
    OutcomeBeforeApproval {
        /** The day of approval. */
        approved: Day,
    },
    /// Withdrawn, and it is not said why.
    WithdrawnWithoutReason,
    /// It was withdrawn, so that it is neither approved nor delivered.
    Withdrawn {
        /** The day. */
        on: Day,
    },
    /// Reflected, and it is not said in which plan, budget or measure.
    NowhereReflected,
    /// It has left, so that copies with the former text are out.
    ChangedAfterDelivery {
        /** The day of delivery. */
        on: Day,
    },
    /// Only what was never delivered is taken out.
    RemoveDelivered {
        /** The day of delivery. */
        on: Day,
    },
    /// V18: reflected, but for issues whose partners are still to be told.
    WaitsForFeedback {
        /** Their numbers: R8-3. */
        issues: Vec<String>,
    },
    /// V20: approved, or to be approved, too late for the next year's budget.
    MissesBudget(BudgetReach),
}

impl ProposalFault {
    /// Its weight.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::MissesBudget(_) | Self::WaitsForFeedback { .. } | Self::ChangedAfterDelivery { .. } => {
                Severity::Notice
            }
            Self::ApprovalUnproved { .. } | Self::OutcomeWithoutAnswer | Self::NowhereReflected => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The rule that it comes from.
    pub const fn rule(&self) -> Option<&'static str> {
        match self {
            Self::NotThePlenary { .. }
            | Self::PlenaryCalledOff { .. }
            | Self::PlenaryAhead { .. }
            | Self::NoMeetingNamed
            | Self::ApprovalUnproved { .. }
            | Self::NotApproved
            | Self::BeforeApproval { .. } => Some("V17"),
            Self::MissesBudget(_) => Some("V20"),
            Self::WaitsForFeedback { .. } => Some("V18"),
            _ => None,
        }
    }

    /// The field of the form that it concerns.
    pub const fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::NumberTaken { .. } => "number",
            Self::InFuture { field, .. }
            | Self::NotThePlenary { field }
            | Self::PlenaryCalledOff { field, .. }
            | Self::BeforeDelivery { field, .. } => field,
            Self::PlenaryAhead { .. } | Self::NoMeetingNamed | Self::ApprovalUnproved { .. } => "meeting",
            Self::DeliveredBefore { .. }
            | Self::BeforeApproval { .. }
            | Self::AnsweredBefore { .. }
            | Self::SettledBefore { .. }
            | Self::OutcomeBeforeApproval { .. }
            | Self::BeforeAnswer { .. } => "on",
            Self::WithdrawnWithoutReason => "measure",
            _ => return None,
        })
    }
}

/// What the record of a proposal must satisfy. `expected` is the plenary that is to decide
/// with the kind of its body; `others` are all other proposals.
pub fn check_record(
    proposal: &Proposal,
    expected: Option<(&Meeting, BodyKind)>,
    others: &[Proposal],
) -> Vec<ProposalFault> {
    let mut found = Vec::new();
    let (year, kind, number) = (proposal.year, proposal.kind, proposal.number);
    if others.iter().any(|p| p.id != proposal.id && (p.year, p.kind, p.number) == (year, kind, number)) {
        found.push(ProposalFault::NumberTaken { year, number });
    }
    if let Some((meeting, body)) = expected {
        found.extend(plenary(meeting, body, "expected"));
    }
    if let Some(on) = proposal.delivered_on {
        found.push(ProposalFault::ChangedAfterDelivery { on });
    }
    found
}

fn plenary(meeting: &Meeting, body: BodyKind, field: &'static str) -> Option<ProposalFault> {
    if body != BodyKind::Plenary {
        return Some(ProposalFault::NotThePlenary { field });
    }
    (!meeting.state.takes_place()).then_some(ProposalFault::PlenaryCalledOff { field, on: meeting.date })
}

/// V17: an approval on `on`, by a meeting of a body. `recorded` says whether a plenary of
/// that year is recorded at all; `reach` is what it means for the budget (V20).
pub fn check_approval(
    proposal: &Proposal,
    on: Day,
    meeting: Option<(&Meeting, BodyKind)>,
    recorded: bool,
    reach: Option<BudgetReach>,
    today: Day,
) -> Vec<ProposalFault> {
    let mut found: Vec<ProposalFault> = withdrawn(proposal).into_iter().collect();
    match meeting {
        Some((meeting, body)) => {
            found.extend(plenary(meeting, body, "meeting"));
            if meeting.date > today {
                found.push(ProposalFault::PlenaryAhead { on: meeting.date });
            }
        }
        None if recorded => found.push(ProposalFault::NoMeetingNamed),
        None => found.push(ProposalFault::ApprovalUnproved { year: FiscalYear::of(on) }),
    }
    if meeting.is_none() && on > today {
        found.push(ProposalFault::InFuture { field: "on", on });
    }
    if let Some(delivered) = proposal.delivered_on.filter(|d| *d < on) {
        found.push(ProposalFault::DeliveredBefore { on: delivered });
    }
    found.extend(reach.filter(|r| r.missed.is_some()).map(ProposalFault::MissesBudget));
    found
}

/// V17: a delivery on `on`, with the day by which an answer is asked for.
pub fn check_delivery(proposal: &Proposal, on: Day, answer_due: Option<Day>, today: Day) -> Vec<ProposalFault> {
    let mut found: Vec<ProposalFault> = withdrawn(proposal).into_iter().collect();
    match proposal.approved_on {
        None => found.push(ProposalFault::NotApproved),
        Some(approved) if approved > on => found.push(ProposalFault::BeforeApproval { approved }),
        Some(_) => {}
    }
    if on > today {
        found.push(ProposalFault::InFuture { field: "on", on });
    }
    if answer_due.is_some_and(|due| due < on) {
        found.push(ProposalFault::BeforeDelivery { field: "answer_due", delivered: on });
    }
    if let Some(answered) = proposal.answered_on.filter(|d| *d < on) {
        found.push(ProposalFault::AnsweredBefore { on: answered });
    }
    if let Some(settled) = proposal.outcome_on.filter(|d| *d < on) {
        found.push(ProposalFault::SettledBefore { on: settled });
    }
    found
}

/// An answer on `on`.
pub fn check_answer(proposal: &Proposal, on: Day, today: Day) -> Vec<ProposalFault> {
    let mut found = Vec::new();
    match proposal.delivered_on {
        None => found.push(ProposalFault::NotDelivered),
        Some(delivered) if on < delivered => found.push(ProposalFault::BeforeDelivery { field: "on", delivered }),
        Some(_) => {}
    }
    if on > today {
        found.push(ProposalFault::InFuture { field: "on", on });
    }
    if let Some(settled) = proposal.outcome_on.filter(|d| *d < on) {
        found.push(ProposalFault::SettledBefore { on: settled });
    }
    found
}

fn withdrawn(proposal: &Proposal) -> Option<ProposalFault> {
    let on = proposal.outcome_on.filter(|_| proposal.outcome == Some(Outcome::Withdrawn))?;
    Some(ProposalFault::Withdrawn { on })
}

/// An outcome as `proposal` holds it after it was recorded. What is withdrawn need not have
/// been delivered, nor answered.
pub fn check_outcome(proposal: &Proposal, today: Day) -> Vec<ProposalFault> {
    let Some(on) = proposal.outcome_on else { return Vec::new() };
    let mut found = Vec::new();
    let is_withdrawn = proposal.outcome == Some(Outcome::Withdrawn);
    if let Some(approved) = proposal.approved_on.filter(|approved| on < *approved) {
        found.push(ProposalFault::OutcomeBeforeApproval { approved });
    }
    if is_withdrawn && proposal.measure.trim().is_empty() {
        found.push(ProposalFault::WithdrawnWithoutReason);
    }
    match (proposal.delivered_on, proposal.answered_on) {
        (None, _) if is_withdrawn => {}
        (None, _) => found.push(ProposalFault::NotDelivered),
        (Some(delivered), _) if on < delivered => {
            found.push(ProposalFault::BeforeDelivery { field: "on", delivered });
        }
        (Some(_), Some(answered)) if on < answered => found.push(ProposalFault::BeforeAnswer { answered }),
        (Some(_), None) if !is_withdrawn => found.push(ProposalFault::OutcomeWithoutAnswer),
        _ => {}
    }
    if on > today {
        found.push(ProposalFault::InFuture { field: "on", on });
    }
    let told = [&proposal.measure, &proposal.plan_words, &proposal.budget_line];
    let nowhere =
        told.iter().all(|t| t.trim().is_empty()) && proposal.plan_item.is_none() && proposal.budget_year.is_none();
    if proposal.outcome.is_some_and(Outcome::is_taken_up) && nowhere {
        found.push(ProposalFault::NowhereReflected);
    }
    found
}
