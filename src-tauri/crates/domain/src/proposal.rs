//! Proposals and opinions to the city and others (提案・意見・提言): what they say, on what
//! they rest, which plenary approved them, and what became of them.

mod fault;
mod owed;

use crate::id::{IssueId, MeetingId, OrganizationId, PlanItemId, ProposalId};
use crate::issue::{Issue, IssueEvent, Stage};
use crate::milestone::Deadline;
use crate::{Day, FiscalYear};
pub use fault::{ProposalFault, check_answer, check_approval, check_delivery, check_outcome, check_record};
pub use owed::{Owed, descendants, is_decision, owed};

coded! {
    /// What a proposal is called (提案の種類). Each has its own series of numbers.
    ProposalKind {
        Proposal = "proposal", "提案";
        Opinion = "opinion", "意見";
        Recommendation = "recommendation", "提言";
        Report = "report", "答申";
    }
}

coded! {
    /// A part of the text (本文の部分).
    PartKind {
        Foreword = "foreword", "はじめに";
        Course = "course", "検討状況";
        Discussion = "discussion", "協議事項";
        Proposal = "proposal", "提言";
        Other = "other", "その他";
    }
}

coded! {
    /// How it was handed over (送付の方法).
    DeliveredBy {
        Hand = "hand", "手渡し";
        Post = "post", "郵送";
        Internal = "internal", "庁内文書";
        Mail = "mail", "電子メール";
        Other = "other", "その他";
    }
}

coded! {
    /// What came of it in the end (結果).
    Outcome {
        Reflected = "reflected", "反映";
        Partly = "partly", "一部反映";
        Declined = "declined", "見送り";
        Withdrawn = "withdrawn", "取下げ";
    }
}

coded! {
    /// Where a proposal stands (提案の状態).
    ProposalState {
        Draft = "draft", "案";
        Approved = "approved", "承認済・送付前";
        Delivered = "delivered", "提案済";
        Answered = "answered", "回答済";
        Settled = "settled", "結果記録済";
    }
}

/// A proposal or opinion to the city (提案・意見).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its identifier.
    pub id: ProposalId,
    /// The fiscal year of its number.
    pub year: FiscalYear,
    /// Its number in the series of its year and kind: 提案第1号.
    pub number: u16,
    /// What it is called.
    pub kind: ProposalKind,
    /// Its title.
    pub title: String,
    /// The text, part by part.
    pub parts: Vec<Part>,
    /// The issues it rests on.
    pub issues: Vec<IssueId>,
    /// The meetings it rests on, besides the plenary that approved it.
    pub meetings: Vec<MeetingId>,
    /// The figures it rests on.
    pub figures: Vec<Figure>,
    /// The plenary that is to decide, while it is a draft.
    pub expected_at: Option<MeetingId>,
    /// The plenary that approved it.
    pub approved_at: Option<MeetingId>,
    /// The day of the approval; that of the plenary where it is recorded.
    pub approved_on: Option<Day>,
    /// To whom, as it is written: 市長.
    pub addressee: String,
    /// The organisation to which it goes, where it goes to one.
    pub addressed_to: Option<OrganizationId>,
    /// Delivered on.
    pub delivered_on: Option<Day>,
    /// How.
    pub delivered_how: Option<DeliveredBy>,
    /// By when an answer is asked for.
    pub answer_due: Option<Day>,
    /// Answered on.
    pub answered_on: Option<Day>,
    /// The answer.
    pub answer: Option<String>,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// The day on which that was known; there with an outcome.
    pub outcome_on: Option<Day>,
    /// The measure taken (講じた措置); why, where it was declined or withdrawn.
    pub measure: String,
    /// The item of a plan in which it ended.
    pub plan_item: Option<PlanItemId>,
    /// The same in words, where the plan's items are not recorded.
    pub plan_words: String,
    /// The year of the budget in which it ended.
    pub budget_year: Option<FiscalYear>,
    /// The line of that budget (事業名).
    pub budget_line: String,
    /// A note for the office.
    pub note: String,
}

/// A part of a proposal's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Its heading; that of the kind where empty.
    pub heading: String,
    /// Paragraphs, one a line.
    pub text: String,
}

/// A figure on which a proposal rests (根拠とする数値).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it counts.
    pub label: String,
    /// How much, with its unit.
    pub value: String,
    /// Where it comes from.
    pub source: String,
}

/// Somebody was told how far an issue had come (フィードバック).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// The issue.
    pub issue: IssueId,
    /// The organisation that was told; none where it is not a recorded one.
    pub organization: Option<OrganizationId>,
    /// The day.
    pub on: Day,
    /// How far the issue had come.
    pub stage: Stage,
}

/// V20: which year's budget an approval can still reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BudgetReach {
    /// The last day of the requests of the year in which it is approved.
    pub deadline: Day,
    /// The year whose budget it misses; none where it comes in time.
    pub missed: Option<FiscalYear>,
    /// The year whose budget it can reach.
    pub target: FiscalYear,
}

impl Outcome {
    /// Whether anything was taken up, so that its issues are reflected.
    pub const fn is_taken_up(self) -> bool {
        matches!(self, Self::Reflected | Self::Partly)
    }
}

impl Part {
    /// A part with the usual heading.
    pub const fn new(kind: PartKind, text: String) -> Self {
        Self { kind, heading: String::new(), text }
    }

    /// Its heading as it is printed.
    pub fn title(&self) -> &str {
        if self.heading.trim().is_empty() { self.kind.label() } else { self.heading.trim() }
    }
}

impl Proposal {
    /// Where it stands.
    pub const fn state(&self) -> ProposalState {
        if self.outcome.is_some() {
            ProposalState::Settled
        } else if self.answered_on.is_some() {
            ProposalState::Answered
        } else if self.delivered_on.is_some() {
            ProposalState::Delivered
        } else if self.approved_on.is_some() {
            ProposalState::Approved
        } else {
            ProposalState::Draft
        }
    }

    /// The whole text in one piece, for lists and searches.
    pub fn text(&self) -> String {
        let parts: Vec<&str> = self.parts.iter().map(|p| p.text.trim()).filter(|t| !t.is_empty()).collect();
        parts.join("\n")
    }

    /// What is asked for: the part of that kind, or the whole text where there is none.
    pub fn asks(&self) -> String {
        let own = self.parts.iter().find(|p| p.kind == PartKind::Proposal && !p.text.trim().is_empty());
        own.map_or_else(|| self.text(), |p| p.text.trim().to_owned())
    }
}

impl Feedback {
    /// That whoever raised an issue is told on a day: of the stage that it has then.
    /// `events` are at least its steps, in order.
    pub fn told(issue: &Issue, events: &[IssueEvent], on: Day) -> Self {
        let then = events.iter().rfind(|e| e.issue == issue.id && e.on <= on);
        let stage = then.map_or(issue.stage, |e| e.stage);
        Self { issue: issue.id, organization: issue.raised_by, on, stage }
    }
}

/// V20: what an approval on a day reaches. `deadline` is that of the fiscal year of the
/// day; none where the office has not said it.
pub fn budget_reach(approved: Day, deadline: Option<Deadline>) -> Option<BudgetReach> {
    let deadline = deadline?.on;
    let next = FiscalYear::of(approved).plus(1);
    let late = approved > deadline;
    Some(BudgetReach { deadline, missed: late.then_some(next), target: if late { next.plus(1) } else { next } })
}

#[cfg(test)]
pub(crate) mod tests;
