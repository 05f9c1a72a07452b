//! Proposals and feedback: their records, what happens to them, and their pages.

use super::{Nothing, bad_code, day, year};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::feedback::FeedbackPage;
use crate::proposals::{FigureRow, OutcomeFields, PartRow, ProposalFields, ProposalPage, ProposalRow, ProposalWords};
use entaku_domain::id::{IssueId, MeetingId, PlanItemId, ProposalId};
use entaku_domain::proposal::{DeliveredBy, Figure, Outcome, Part, PartKind, ProposalKind};
use serde::Deserialize;
use ts_rs::TS;

/// A proposal.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichProposal {
    /// Its identifier.
    pub proposal: String,
}

/// A proposal as its form holds it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProposalForm {
    /// The fiscal year of its number, as typed; that of the expected plenary, or this one, where none.
    pub year: Option<String>,
    /// Its number; the next free one where none.
    pub number: Option<u16>,
    /// `proposal`, `opinion`, `recommendation`, `report`.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// The text, part by part.
    #[serde(default)]
    pub parts: Vec<PartRow>,
    /// Identifiers of the issues it rests on.
    #[serde(default)]
    pub issues: Vec<String>,
    /// Identifiers of the meetings it rests on.
    #[serde(default)]
    pub meetings: Vec<String>,
    /// The figures it rests on.
    #[serde(default)]
    pub figures: Vec<FigureRow>,
    /// Identifier of the plenary that is to decide.
    pub expected: Option<String>,
    /// To whom, as it is written; the organisation's name where empty.
    #[serde(default)]
    pub addressee: String,
    /// The organisation to which it goes: identifier or name.
    pub organization: Option<String>,
    /// A note for the office.
    #[serde(default)]
    pub note: String,
}

/// A new state of a proposal's record.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProposalChange {
    /// The proposal's identifier.
    pub proposal: String,
    /// The record.
    pub record: ProposalForm,
}

/// That a plenary approved a proposal.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProposalApproval {
    /// The proposal's identifier.
    pub proposal: String,
    /// Identifier of the plenary; with neither a meeting nor a day, the approval is taken back.
    pub meeting: Option<String>,
    /// The day, as typed, where the plenary is not recorded.
    pub on: Option<String>,
}

/// That a proposal was delivered.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProposalDelivery {
    /// The proposal's identifier.
    pub proposal: String,
    /// The day, as typed; none takes the delivery back.
    pub on: Option<String>,
    /// `hand`, `post`, `internal`, `mail`, `other`.
    pub how: Option<String>,
    /// By when an answer is asked for, as typed.
    pub answer_due: Option<String>,
}

/// The answer to a proposal.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProposalAnswer {
    /// The proposal's identifier.
    pub proposal: String,
    /// The day, as typed; none takes the answer back.
    pub on: Option<String>,
    /// The answer.
    #[serde(default)]
    pub answer: String,
}

/// What came of a proposal.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProposalOutcome {
    /// The proposal's identifier.
    pub proposal: String,
    /// The day, as typed; none takes the outcome back.
    pub on: Option<String>,
    /// `reflected`, `partly`, `declined`, `withdrawn`.
    #[serde(default)]
    pub outcome: String,
    /// The measure taken; why, where it was declined or withdrawn.
    #[serde(default)]
    pub measure: String,
    /// Identifier of the item of a plan in which it ended.
    pub plan_item: Option<String>,
    /// The same in words, where the plan's items are not recorded.
    #[serde(default)]
    pub plan_words: String,
    /// The year of the budget in which it ended, as typed.
    pub budget_year: Option<String>,
    /// Its line.
    #[serde(default)]
    pub budget_line: String,
}

/// Of which fiscal year.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct FeedbackOf {
    /// Only what was raised in this fiscal year, as typed; ever where none.
    pub year: Option<String>,
}

/// That whoever raised issues was told.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FeedbackRecord {
    /// Identifiers of the issues.
    pub issues: Vec<String>,
    /// The day, as typed: that of the letters.
    pub on: String,
}

/// Days after a decision.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FeedbackDays {
    /// By so many days whoever raised an issue is told.
    pub days: u16,
}

impl ProposalForm {
    fn read(self, app: &App) -> Result<ProposalFields> {
        Ok(ProposalFields {
            year: filled(&self.year).map(year).transpose()?,
            number: self.number,
            kind: ProposalKind::from_code(&self.kind).map_err(bad_code)?,
            title: self.title,
            parts: self.parts.into_iter().map(part).collect::<Result<_>>()?,
            issues: self.issues.iter().map(|id| issue(id)).collect::<Result<_>>()?,
            meetings: self.meetings.iter().map(|id| meeting(id)).collect::<Result<_>>()?,
            figures: self.figures.into_iter().map(figure).collect(),
            expected_at: filled(&self.expected).map(meeting).transpose()?,
            addressee: self.addressee,
            addressed_to: filled(&self.organization).map(|o| app.find_organization(o)).transpose()?,
            note: self.note,
        })
    }
}

fn part(row: PartRow) -> Result<Part> {
    Ok(Part { kind: PartKind::from_code(&row.kind).map_err(bad_code)?, heading: row.heading, text: row.text })
}

fn figure(row: FigureRow) -> Figure {
    Figure { label: row.label, value: row.value, source: row.source }
}

fn issue(id: &str) -> Result<IssueId> {
    IssueId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}

fn meeting(id: &str) -> Result<MeetingId> {
    MeetingId::parse(id).map_err(|e| AppError::UnknownMeeting(e.0))
}

/// The proposal with an identifier that was written.
///
/// # Errors
/// [`AppError::UnknownRecord`] for what is none.
pub fn proposal(id: &str) -> Result<ProposalId> {
    ProposalId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}

/// A field that a form leaves empty is none.
fn filled(text: &Option<String>) -> Option<&str> {
    text.as_deref().filter(|t| !t.trim().is_empty())
}

pub(super) fn list_proposals(app: &App, _: Nothing) -> Result<Vec<ProposalRow>> {
    app.list_proposals()
}

pub(super) fn proposal_page(app: &App, args: WhichProposal) -> Result<ProposalPage> {
    app.proposal_page(proposal(&args.proposal)?)
}

pub(super) fn proposal_words(app: &App, _: Nothing) -> Result<ProposalWords> {
    app.proposal_words()
}

pub(super) fn feedback_page(app: &App, args: FeedbackOf) -> Result<FeedbackPage> {
    app.feedback_page(filled(&args.year).map(year).transpose()?)
}

pub(super) fn add_proposal(app: &mut App, args: ProposalForm) -> Result<Written<String>> {
    let fields = args.read(app)?;
    Ok(app.add_proposal(&fields)?.map(|id| id.to_string()))
}

pub(super) fn update_proposal(app: &mut App, args: ProposalChange) -> Result<Written<()>> {
    let fields = args.record.read(app)?;
    app.update_proposal(proposal(&args.proposal)?, &fields)
}

pub(super) fn remove_proposal(app: &mut App, args: WhichProposal) -> Result<Written<()>> {
    app.remove_proposal(proposal(&args.proposal)?)
}

pub(super) fn approve_proposal(app: &mut App, args: ProposalApproval) -> Result<Written<()>> {
    let at = filled(&args.meeting).map(meeting).transpose()?;
    let on = filled(&args.on).map(|t| day("on", t)).transpose()?;
    app.approve_proposal(proposal(&args.proposal)?, at, on)
}

pub(super) fn deliver_proposal(app: &mut App, args: ProposalDelivery) -> Result<Written<()>> {
    let on = filled(&args.on).map(|t| day("on", t)).transpose()?;
    let how = filled(&args.how).map(|c| DeliveredBy::from_code(c).map_err(bad_code)).transpose()?;
    let due = filled(&args.answer_due).map(|t| day("answer_due", t)).transpose()?;
    app.deliver_proposal(proposal(&args.proposal)?, on, how, due)
}

pub(super) fn answer_proposal(app: &mut App, args: ProposalAnswer) -> Result<Written<()>> {
    let on = filled(&args.on).map(|t| day("on", t)).transpose()?;
    app.answer_proposal(proposal(&args.proposal)?, on, &args.answer)
}

pub(super) fn settle_proposal(app: &mut App, args: ProposalOutcome) -> Result<Written<()>> {
    let on = filled(&args.on).map(|t| day("on", t)).transpose()?;
    let item = filled(&args.plan_item).map(PlanItemId::parse).transpose();
    let outcome = match on {
        Some(_) => Outcome::from_code(&args.outcome).map_err(bad_code)?,
        None => Outcome::Reflected,
    };
    let fields = OutcomeFields {
        on,
        outcome,
        measure: args.measure,
        plan_item: item.map_err(|e| AppError::UnknownRecord(e.0))?,
        plan_words: args.plan_words,
        budget_year: filled(&args.budget_year).map(year).transpose()?,
        budget_line: args.budget_line,
    };
    app.settle_proposal(proposal(&args.proposal)?, &fields)
}

pub(super) fn record_feedback(app: &mut App, args: FeedbackRecord) -> Result<Written<u32>> {
    let ids: Vec<IssueId> = args.issues.iter().map(|id| issue(id)).collect::<Result<_>>()?;
    app.record_feedback(&ids, day("on", &args.on)?)
}

pub(super) fn set_feedback_days(app: &mut App, args: FeedbackDays) -> Result<Written<()>> {
    app.set_feedback_days(args.days)
}
