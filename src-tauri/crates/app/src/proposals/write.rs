//! Writing a proposal's record: its number, text and grounds.

use super::{fault, subject};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::publication::{Withheld, personal_in};
use crate::snapshot::Snapshot;
use entaku_documents::Audience;
use entaku_domain::FiscalYear;
use entaku_domain::body::BodyKind;
use entaku_domain::id::{IssueId, MeetingId, OrganizationId, ProposalId};
use entaku_domain::meeting::Meeting;
use entaku_domain::proposal::{Figure, Part, Proposal, ProposalFault, ProposalKind, check_record};
use entaku_domain::text::{check_name, check_note, check_text};
use entaku_domain::violation::{Severity, Violation};
use entaku_store::Action;

/// A proposal as its form holds it.
#[derive(Debug, Clone)]
pub struct ProposalFields {
    /// The fiscal year of its number; that of the plenary or of today where none.
    pub year: Option<FiscalYear>,
    /// Its number; the next free one where none.
    pub number: Option<u16>,
    /// What it is called.
    pub kind: ProposalKind,
    /// Its title.
    pub title: String,
    /// The text, part by part.
    pub parts: Vec<Part>,
    /// The issues it rests on.
    pub issues: Vec<IssueId>,
    /// The meetings it rests on.
    pub meetings: Vec<MeetingId>,
    /// The figures it rests on.
    pub figures: Vec<Figure>,
    /// The plenary that is to decide.
    pub expected_at: Option<MeetingId>,
    /// To whom, as it is written; the organisation's name where empty.
    pub addressee: String,
    /// The organisation to which it goes.
    pub addressed_to: Option<OrganizationId>,
    /// A note for the office.
    pub note: String,
}

impl App {
    /// The number that the next proposal of a kind gets in a fiscal year.
    ///
    /// # Errors
    /// Those of the store.
    pub fn next_proposal_number(&self, year: FiscalYear, kind: ProposalKind) -> Result<u16> {
        let all = self.store.proposals()?;
        let last = all.iter().filter(|p| p.year == year && p.kind == kind).map(|p| p.number).max();
        Ok(last.map_or(1, |n| n.saturating_add(1)))
    }

    /// Begins a proposal (「提案の作成」).
    ///
    /// # Errors
    /// [`AppError::Rules`] for its texts, a number that is taken, a meeting that is no
    /// plenary; unknown records.
    pub fn add_proposal(&mut self, ask: &ProposalFields) -> Result<Written<ProposalId>> {
        let council = self.snapshot()?;
        let blank = blank(self.year_of(&council, ask), ask.kind);
        let new = self.filled(&council, ask, blank)?;
        let notices = self.check_proposal(&council, &new)?;
        let action = Action::new("add_proposal").about(subject(&new));
        self.change(action, notices, |tx| {
            let id = ProposalId::new(tx.new_id());
            tx.put_proposal(&Proposal { id, ..new })?;
            Ok(id)
        })
    }

    /// Mends a proposal's record (「提案の訂正」). What was approved, delivered and answered stays.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; as [`App::add_proposal`].
    pub fn update_proposal(&mut self, id: ProposalId, ask: &ProposalFields) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = self.proposal(id)?;
        let new = self.filled(&council, ask, old)?;
        let notices = self.check_proposal(&council, &new)?;
        let action = Action::new("update_proposal").about(subject(&new));
        self.change(action, notices, |tx| Ok(tx.put_proposal(&new)?))
    }

    /// Takes a proposal out that was entered by mistake (「提案の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for one that was delivered.
    pub fn remove_proposal(&mut self, id: ProposalId) -> Result<Written<()>> {
        let old = self.proposal(id)?;
        if let Some(on) = old.delivered_on {
            return Err(fault(ProposalFault::RemoveDelivered { on }));
        }
        self.change(Action::new("remove_proposal").about(subject(&old)), Vec::new(), |tx| Ok(tx.remove_proposal(id)?))
    }

    /// The proposal with an identifier.
    pub(crate) fn proposal(&self, id: ProposalId) -> Result<Proposal> {
        self.store.proposal(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))
    }

    fn year_of(&self, council: &Snapshot, ask: &ProposalFields) -> FiscalYear {
        let expected = ask.expected_at.and_then(|id| council.meetings.iter().find(|m| m.id == id));
        ask.year.unwrap_or_else(|| expected.map_or_else(|| FiscalYear::of(self.today()), Meeting::year))
    }

    /// The record that a form describes; what its way has brought stays.
    fn filled(&self, council: &Snapshot, ask: &ProposalFields, old: Proposal) -> Result<Proposal> {
        let year = ask.year.unwrap_or(old.year);
        let same_series = (year, ask.kind) == (old.year, old.kind) && old.number > 0;
        let number = match ask.number {
            Some(number) => number,
            None if same_series => old.number,
            None => self.next_proposal_number(year, ask.kind)?,
        };
        let named = ask.addressed_to.map(|o| council.organization_name(o, self.today()).to_owned());
        let addressee = if ask.addressee.trim().is_empty() { named.unwrap_or_default() } else { ask.addressee.clone() };
        Ok(Proposal {
            year,
            number,
            kind: ask.kind,
            title: ask.title.clone(),
            parts: ask.parts.clone(),
            issues: ask.issues.clone(),
            meetings: ask.meetings.clone(),
            figures: ask.figures.clone(),
            expected_at: ask.expected_at,
            addressee,
            addressed_to: ask.addressed_to,
            note: ask.note.clone(),
            ..old
        })
    }

    /// What forbids a proposal's record, or only is to be noticed about it.
    fn check_proposal(&self, council: &Snapshot, p: &Proposal) -> Result<Vec<Violation>> {
        all_right(texts(p))?;
        if p.number == 0 {
            return Err(AppError::OutOfRange { field: "number", least: 1, most: i32::from(u16::MAX) });
        }
        for id in &p.issues {
            self.store.issue(*id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        }
        for id in &p.meetings {
            meeting(council, *id)?;
        }
        let expected = p.expected_at.map(|id| meeting(council, id)).transpose()?;
        let found = check_record(p, expected, &self.store.proposals()?);
        let mut notices = allowed(found)?;
        let reach = super::budget::reach(council, p).filter(|r| r.missed.is_some() && p.delivered_on.is_none());
        notices.extend(reach.map(|r| Violation::Proposal(ProposalFault::MissesBudget(r))));
        let withheld = Withheld::from(council, Audience::Public);
        let parts = p.parts.iter().flat_map(|part| [("heading", &part.heading), ("part", &part.text)]);
        for (field, text) in parts.chain([("title", &p.title)]) {
            notices.extend(personal_in(&withheld, field, text).into_iter().map(Violation::Issue));
        }
        Ok(notices)
    }
}

/// A meeting with the kind of its body.
pub(super) fn meeting(council: &Snapshot, id: MeetingId) -> Result<(&Meeting, BodyKind)> {
    let unknown = || AppError::UnknownMeeting(id.to_string());
    let found = council.meetings.iter().find(|m| m.id == id).ok_or_else(unknown)?;
    let body = council.body_by_id(found.body).ok_or_else(unknown)?;
    Ok((found, body.kind))
}

/// What is to be noticed, unless something forbids it: then only that is told.
pub(super) fn allowed(found: Vec<ProposalFault>) -> Result<Vec<Violation>> {
    let (errors, notices): (Vec<_>, Vec<_>) = found.into_iter().partition(|f| f.severity() == Severity::Error);
    match errors.is_empty() {
        true => Ok(notices.into_iter().map(Violation::Proposal).collect()),
        false => Err(AppError::Rules(errors.into_iter().map(Violation::Proposal).collect())),
    }
}

/// Every text of a record, looked at.
fn texts(p: &Proposal) -> Vec<std::result::Result<(), Violation>> {
    let mut found =
        vec![check_name("title", &p.title), check_name("addressee", &p.addressee), check_text("note", &p.note)];
    for part in &p.parts {
        found.extend([check_note("heading", &part.heading), check_text("part", &part.text)]);
    }
    for figure in &p.figures {
        found.push(check_name("figure_label", &figure.label));
        found.push(check_note("figure_value", &figure.value));
        found.push(check_note("figure_source", &figure.source));
    }
    found
}

/// A proposal of which nothing is known yet.
fn blank(year: FiscalYear, kind: ProposalKind) -> Proposal {
    Proposal {
        id: ProposalId::new(uuid::Uuid::nil()),
        year,
        number: 0,
        kind,
        title: String::new(),
        parts: Vec::new(),
        issues: Vec::new(),
        meetings: Vec::new(),
        figures: Vec::new(),
        expected_at: None,
        approved_at: None,
        approved_on: None,
        addressee: String::new(),
        addressed_to: None,
        delivered_on: None,
        delivered_how: None,
        answer_due: None,
        answered_on: None,
        answer: None,
        outcome: None,
        outcome_on: None,
        measure: String::new(),
        plan_item: None,
        plan_words: String::new(),
        budget_year: None,
        budget_line: String::new(),
        note: String::new(),
    }
}
