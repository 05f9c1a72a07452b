//! Proposals to the city (提案・意見), as far as the ledger of issues knows them.

use crate::council::App;
use crate::error::Result;
use crate::issues::Ledger;
use crate::snapshot::Snapshot;
use crate::text::labels;
use entaku_domain::issue::{Proposal, Stage};

/// A proposal in a list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ProposalRow {
    /// Its identifier.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
    /// To whom.
    pub addressee: String,
    /// Identifier of the plenary that approved it.
    pub approved_at: Option<String>,
    /// 令和8年度 第1回 全体会.
    pub approved_title: String,
    /// Whether the steps of all its issues hold the plenary's approval, too (V17).
    pub approved: bool,
    /// ISO date.
    pub delivered_on: Option<String>,
    /// ISO date.
    pub answered_on: Option<String>,
    /// The answer.
    pub answer: Option<String>,
    /// `draft`, `approved`, `delivered`, `answered` or `settled`.
    pub state: String,
    /// The same, in Japanese.
    pub state_label: String,
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
        let mut rows: Vec<ProposalRow> = ledger.proposals.iter().map(|p| proposal_row(&council, &ledger, p)).collect();
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
pub(crate) fn proposal_row(council: &Snapshot, ledger: &Ledger, proposal: &Proposal) -> ProposalRow {
    let meeting = proposal.approved_at.and_then(|id| council.meetings.iter().find(|m| m.id == id));
    let issues: Vec<_> = proposal.issues.iter().filter_map(|id| ledger.issues.iter().find(|i| i.id == *id)).collect();
    let passed = |id| ledger.steps_of(id).iter().any(|e| e.stage == Stage::Approved);
    let approved = proposal.approved_on.is_some() || !issues.is_empty() && issues.iter().all(|i| passed(i.id));
    let state = proposal.state();
    ProposalRow {
        id: proposal.id.to_string(),
        title: proposal.title.clone(),
        text: proposal.asks(),
        addressee: proposal.addressee.clone(),
        approved_at: meeting.map(|m| m.id.to_string()),
        approved_title: meeting.map(|m| council.meeting_title(m)).unwrap_or_default(),
        approved,
        delivered_on: proposal.delivered_on.map(|d| d.to_string()),
        answered_on: proposal.answered_on.map(|d| d.to_string()),
        answer: proposal.answer.clone(),
        state: state.code().to_owned(),
        state_label: state.label().to_owned(),
        issues: issues
            .iter()
            .map(|i| ProposedIssue { id: i.id.to_string(), number: labels::issue_number(i), title: i.title.clone() })
            .collect(),
    }
}
