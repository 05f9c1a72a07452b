//! Proposals and opinions to the city and others (提案・意見・提言): their records, their
//! way from the plenary to the answer and beyond, and their documents.

pub(crate) mod budget;
mod deeds;
mod page;
pub(crate) mod paper;
mod way;
mod write;

use crate::council::App;
use crate::error::{AppError, Result};
use crate::issues::Ledger;
use crate::snapshot::Snapshot;
use crate::text::{labels, proposals as words};
pub use deeds::OutcomeFields;
use entaku_domain::Day;
use entaku_domain::issue::Stage;
use entaku_domain::plan::{Plan, PlanItem};
use entaku_domain::proposal::{Outcome, Proposal, ProposalFault, ProposalState};
use entaku_domain::violation::Violation;
pub use page::{EndedIn, FigureRow, PartRow, ProposalPage, ProposalWord, ProposalWords, ProposedMeeting};
pub use write::ProposalFields;

/// A proposal in a list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ProposalRow {
    /// Its identifier.
    pub id: String,
    /// 提案第1号.
    pub number: String,
    /// The fiscal year of the number.
    pub year: i32,
    /// Its title.
    pub title: String,
    /// What is asked for.
    pub text: String,
    /// To whom.
    pub addressee: String,
    /// Identifier of the plenary that approved it.
    pub approved_at: Option<String>,
    /// 令和8年度 第1回 全体会.
    pub approved_title: String,
    /// Whether it is approved, or the steps of all its issues hold the plenary's approval (V17).
    pub approved: bool,
    /// ISO date of the approval.
    pub approved_on: Option<String>,
    /// ISO date.
    pub delivered_on: Option<String>,
    /// ISO date by which an answer is asked for.
    pub answer_due: Option<String>,
    /// Whether that day has passed without an answer.
    pub overdue: bool,
    /// ISO date.
    pub answered_on: Option<String>,
    /// The answer.
    pub answer: Option<String>,
    /// What came of it and where, in words; empty for nothing yet.
    pub outcome: String,
    /// `draft`, `approved`, `delivered`, `answered` or `settled`.
    pub state: String,
    /// The same, in Japanese.
    pub state_label: String,
    /// V20: which budget it reaches or misses, in words; none where that is no question any more.
    pub budget: Option<String>,
    /// V20: whether it misses the next year's budget.
    pub misses_budget: bool,
    /// The issues it rests on.
    pub issues: Vec<ProposedIssue>,
}

/// An issue that a proposal rests on.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ProposedIssue {
    /// Its identifier.
    pub id: String,
    /// R8-3.
    pub number: String,
    /// Its title.
    pub title: String,
}

impl App {
    /// All proposals: those that wait first, then by the day of delivery, latest first.
    ///
    /// # Errors
    /// Those of the store.
    pub fn list_proposals(&self) -> Result<Vec<ProposalRow>> {
        let (council, ledger) = (self.snapshot()?, Ledger::load(&self.store)?);
        let today = self.today();
        let mut rows: Vec<ProposalRow> =
            ledger.proposals.iter().map(|p| proposal_row(&council, &ledger, p, today)).collect();
        rows.sort_by(|a, b| {
            let waits = |row: &ProposalRow| row.delivered_on.is_none();
            waits(b)
                .cmp(&waits(a))
                .then_with(|| b.delivered_on.cmp(&a.delivered_on))
                .then_with(|| a.title.cmp(&b.title))
        });
        Ok(rows)
    }
}

/// A proposal as a list shows it.
pub(crate) fn proposal_row(council: &Snapshot, ledger: &Ledger, proposal: &Proposal, today: Day) -> ProposalRow {
    let meeting = proposal.approved_at.and_then(|id| council.meetings.iter().find(|m| m.id == id));
    let issues: Vec<_> = proposal.issues.iter().filter_map(|id| ledger.issues.iter().find(|i| i.id == *id)).collect();
    let passed = |id| ledger.steps_of(id).iter().any(|e| e.stage == Stage::Approved);
    let approved = proposal.approved_on.is_some() || !issues.is_empty() && issues.iter().all(|i| passed(i.id));
    let state = proposal.state();
    let open = matches!(state, ProposalState::Draft | ProposalState::Approved);
    ProposalRow {
        id: proposal.id.to_string(),
        number: labels::proposal_number(proposal),
        year: proposal.year.number(),
        title: proposal.title.clone(),
        text: proposal.asks(),
        addressee: proposal.addressee.clone(),
        approved_at: meeting.map(|m| m.id.to_string()),
        approved_title: meeting.map(|m| council.meeting_title(m)).unwrap_or_default(),
        approved,
        approved_on: proposal.approved_on.map(|d| d.to_string()),
        delivered_on: proposal.delivered_on.map(|d| d.to_string()),
        answer_due: proposal.answer_due.map(|d| d.to_string()),
        overdue: is_overdue(proposal, today),
        answered_on: proposal.answered_on.map(|d| d.to_string()),
        answer: proposal.answer.clone(),
        outcome: outcome_words(council, proposal),
        state: state.code().to_owned(),
        state_label: proposal.outcome.map_or(state.label(), Outcome::label).to_owned(),
        budget: open.then(|| budget::words_of(council, proposal, today)).flatten(),
        misses_budget: open && budget::reach(council, proposal).is_some_and(|r| r.missed.is_some()),
        issues: issues
            .iter()
            .map(|i| ProposedIssue { id: i.id.to_string(), number: labels::issue_number(i), title: i.title.clone() })
            .collect(),
    }
}

/// Whether an answer was asked for by a day that has passed.
pub(crate) fn is_overdue(proposal: &Proposal, today: Day) -> bool {
    let waits = proposal.state() == ProposalState::Delivered;
    waits && proposal.answer_due.is_some_and(|due| due < today)
}

/// 反映：移動支援の見込量、令和9年度予算「移動支援事業費」。車両を増やす.
pub(crate) fn outcome_words(council: &Snapshot, p: &Proposal) -> String {
    let Some(outcome) = p.outcome else { return String::new() };
    let place = places(council, p).join("、");
    let told = [place.as_str(), p.measure.trim()].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join("。");
    if told.is_empty() { outcome.label().to_owned() } else { format!("{}：{told}", outcome.label()) }
}

/// The plan and the budget in which a proposal ended, in words.
pub(crate) fn places(council: &Snapshot, p: &Proposal) -> Vec<String> {
    let item = plan_item(council, p).map(|(item, plan)| words::plan_item(&plan.name, &item.full())).unwrap_or_default();
    let budget = words::budget(council.council.date_style, p.budget_year, &p.budget_line);
    [item, p.plan_words.trim().to_owned(), budget].into_iter().filter(|t| !t.is_empty()).collect()
}

/// The item of a plan in which a proposal ended, with its plan.
pub(crate) fn plan_item<'a>(council: &'a Snapshot, p: &Proposal) -> Option<(&'a PlanItem, &'a Plan)> {
    let item = council.plan_items.iter().find(|i| Some(i.id) == p.plan_item)?;
    let plan = council.plans.iter().find(|plan| plan.id == item.plan)?;
    Some((item, plan))
}

/// 提案第1号　移動支援の拡充: what a change of a proposal is about.
fn subject(proposal: &Proposal) -> String {
    format!("{}　{}", labels::proposal_number(proposal), proposal.title)
}

/// One objection as an error.
fn fault(found: ProposalFault) -> AppError {
    AppError::Rules(vec![Violation::Proposal(found)])
}
