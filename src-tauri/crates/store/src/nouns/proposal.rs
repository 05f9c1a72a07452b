//! Proposals, each with the parts of its text and what it rests on; and each time that
//! somebody was told of an issue.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, int, maybe, maybe_year, text, year};
use entaku_domain::id::{IssueId, MeetingId, OrganizationId, PlanItemId, ProposalId};
use entaku_domain::issue::Stage;
use entaku_domain::proposal::{DeliveredBy, Feedback, Figure, Outcome, Part, PartKind, Proposal, ProposalKind};
use rusqlite::types::Value;

impl Row for Proposal {
    const TABLE: &'static str = "proposal";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "year",
        "number",
        "kind",
        "title",
        "expected_at",
        "approved_at",
        "approved_on",
        "addressee",
        "addressed_to",
        "delivered_on",
        "delivered_how",
        "answer_due",
        "answered_on",
        "answer",
        "outcome",
        "outcome_on",
        "measure",
        "plan_item",
        "plan_words",
        "budget_year",
        "budget_line",
        "note",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(ProposalId::parse)?,
            year: c.year()?,
            number: c.int()?,
            kind: c.parse(ProposalKind::from_code)?,
            title: c.text()?,
            parts: Vec::new(),
            issues: Vec::new(),
            meetings: Vec::new(),
            figures: Vec::new(),
            expected_at: c.maybe(MeetingId::parse)?,
            approved_at: c.maybe(MeetingId::parse)?,
            approved_on: c.maybe(day)?,
            addressee: c.text()?,
            addressed_to: c.maybe(OrganizationId::parse)?,
            delivered_on: c.maybe(day)?,
            delivered_how: c.maybe(DeliveredBy::from_code)?,
            answer_due: c.maybe(day)?,
            answered_on: c.maybe(day)?,
            answer: c.maybe_text()?,
            outcome: c.maybe(Outcome::from_code)?,
            outcome_on: c.maybe(day)?,
            measure: c.text()?,
            plan_item: c.maybe(PlanItemId::parse)?,
            plan_words: c.text()?,
            budget_year: c.maybe_year()?,
            budget_line: c.text()?,
            note: c.text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            year(self.year),
            int(self.number),
            text(self.kind.code()),
            text(&self.title),
            maybe(self.expected_at),
            maybe(self.approved_at),
            maybe(self.approved_on),
            text(&self.addressee),
            maybe(self.addressed_to),
            maybe(self.delivered_on),
            maybe(self.delivered_how.map(DeliveredBy::code)),
            maybe(self.answer_due),
            maybe(self.answered_on),
            maybe(self.answer.as_ref()),
            maybe(self.outcome.map(Outcome::code)),
            maybe(self.outcome_on),
            text(&self.measure),
            maybe(self.plan_item),
            text(&self.plan_words),
            maybe_year(self.budget_year),
            text(&self.budget_line),
            text(&self.note),
        ])
    }
}

/// A part of the text, at its place.
struct PartRow {
    proposal: ProposalId,
    position: i64,
    part: Part,
}

impl Row for PartRow {
    const TABLE: &'static str = "proposal_part";
    const COLUMNS: &'static [&'static str] = &["id", "proposal", "position", "kind", "heading", "text"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self {
            proposal: c.parse(ProposalId::parse)?,
            position: c.int()?,
            part: Part { kind: c.parse(PartKind::from_code)?, heading: c.text()?, text: c.text()? },
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = text(format_args!("{}/{}", self.proposal, self.position));
        let (heading, words) = (text(&self.part.heading), text(&self.part.text));
        Ok(vec![id, text(self.proposal), int(self.position), text(self.part.kind.code()), heading, words])
    }
}

/// An issue on which a proposal rests.
struct Ground {
    proposal: ProposalId,
    issue: IssueId,
    position: i64,
}

impl Row for Ground {
    const TABLE: &'static str = "proposal_issue";
    const COLUMNS: &'static [&'static str] = &["id", "proposal", "issue", "position"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { proposal: c.parse(ProposalId::parse)?, issue: c.parse(IssueId::parse)?, position: c.int()? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = text(format_args!("{}/{}", self.proposal, self.issue));
        Ok(vec![id, text(self.proposal), text(self.issue), int(self.position)])
    }
}

/// A meeting on which a proposal rests.
struct Heard {
    proposal: ProposalId,
    meeting: MeetingId,
    position: i64,
}

impl Row for Heard {
    const TABLE: &'static str = "proposal_meeting";
    const COLUMNS: &'static [&'static str] = &["id", "proposal", "meeting", "position"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { proposal: c.parse(ProposalId::parse)?, meeting: c.parse(MeetingId::parse)?, position: c.int()? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = text(format_args!("{}/{}", self.proposal, self.meeting));
        Ok(vec![id, text(self.proposal), text(self.meeting), int(self.position)])
    }
}

/// A figure, at its place.
struct FigureRow {
    proposal: ProposalId,
    position: i64,
    figure: Figure,
}

impl Row for FigureRow {
    const TABLE: &'static str = "proposal_figure";
    const COLUMNS: &'static [&'static str] = &["id", "proposal", "position", "label", "value", "source"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self {
            proposal: c.parse(ProposalId::parse)?,
            position: c.int()?,
            figure: Figure { label: c.text()?, value: c.text()?, source: c.text()? },
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = text(format_args!("{}/{}", self.proposal, self.position));
        let f = &self.figure;
        let (label, value, source) = (text(&f.label), text(&f.value), text(&f.source));
        Ok(vec![id, text(self.proposal), int(self.position), label, value, source])
    }
}

impl Row for Feedback {
    const TABLE: &'static str = "feedback";
    const COLUMNS: &'static [&'static str] = &["id", "issue", "organization", "day", "stage"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self {
            issue: c.parse(IssueId::parse)?,
            organization: c.maybe(OrganizationId::parse)?,
            on: c.parse(day)?,
            stage: c.parse(Stage::from_code)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = text(format_args!("{}/{}", self.issue, self.on));
        Ok(vec![id, text(self.issue), maybe(self.organization), text(self.on), text(self.stage.code())])
    }
}

impl Records {
    /// All proposals, by year and number.
    pub fn proposals(&self) -> Result<Vec<Proposal>> {
        let mut proposals: Vec<Proposal> = self.list("order by year, number, kind, id", [])?;
        let parts: Vec<PartRow> = self.list("order by position", [])?;
        let grounds: Vec<Ground> = self.list("order by position, issue", [])?;
        let heard: Vec<Heard> = self.list("order by position, meeting", [])?;
        let figures: Vec<FigureRow> = self.list("order by position", [])?;
        for p in &mut proposals {
            p.parts = parts.iter().filter(|r| r.proposal == p.id).map(|r| r.part.clone()).collect();
            p.issues = grounds.iter().filter(|r| r.proposal == p.id).map(|r| r.issue).collect();
            p.meetings = heard.iter().filter(|r| r.proposal == p.id).map(|r| r.meeting).collect();
            p.figures = figures.iter().filter(|r| r.proposal == p.id).map(|r| r.figure.clone()).collect();
        }
        Ok(proposals)
    }

    /// A proposal.
    pub fn proposal(&self, id: ProposalId) -> Result<Option<Proposal>> {
        let Some(mut found) = self.get::<Proposal>(id)? else { return Ok(None) };
        let key = [id.to_string()];
        let parts: Vec<PartRow> = self.list("where proposal = ?1 order by position", key.clone())?;
        let grounds: Vec<Ground> = self.list("where proposal = ?1 order by position, issue", key.clone())?;
        let heard: Vec<Heard> = self.list("where proposal = ?1 order by position, meeting", key.clone())?;
        let figures: Vec<FigureRow> = self.list("where proposal = ?1 order by position", key)?;
        found.parts = parts.into_iter().map(|r| r.part).collect();
        found.issues = grounds.iter().map(|r| r.issue).collect();
        found.meetings = heard.iter().map(|r| r.meeting).collect();
        found.figures = figures.into_iter().map(|r| r.figure).collect();
        Ok(Some(found))
    }

    /// The proposals that ended in an item of a plan, without what stands in other tables.
    pub fn proposals_ended_in(&self, item: PlanItemId) -> Result<Vec<Proposal>> {
        self.list("where plan_item = ?1 order by year, number, kind, id", [item.to_string()])
    }

    /// Each time that somebody was told of an issue, by day.
    pub fn feedback(&self) -> Result<Vec<Feedback>> {
        self.list("order by day, issue", [])
    }

    /// Each time that somebody was told of one issue, by day.
    pub fn feedback_on(&self, issue: IssueId) -> Result<Vec<Feedback>> {
        self.list("where issue = ?1 order by day", [issue.to_string()])
    }
}

impl Tx<'_> {
    /// Writes a proposal, the parts of its text and what it rests on.
    pub fn put_proposal(&mut self, proposal: &Proposal) -> Result<()> {
        self.put(proposal)?;
        let id = proposal.id;
        let own = |(position, part): (i64, &Part)| PartRow { proposal: id, position, part: part.clone() };
        let parts: Vec<PartRow> = (0..).zip(&proposal.parts).map(own).collect();
        let own = |(position, issue): (i64, &IssueId)| Ground { proposal: id, issue: *issue, position };
        let grounds: Vec<Ground> = (0..).zip(&proposal.issues).map(own).collect();
        let own = |(position, meeting): (i64, &MeetingId)| Heard { proposal: id, meeting: *meeting, position };
        let heard: Vec<Heard> = (0..).zip(&proposal.meetings).map(own).collect();
        let own = |(position, figure): (i64, &Figure)| FigureRow { proposal: id, position, figure: figure.clone() };
        let figures: Vec<FigureRow> = (0..).zip(&proposal.figures).map(own).collect();
        self.replace("proposal", id, &parts)?;
        self.replace("proposal", id, &grounds)?;
        self.replace("proposal", id, &heard)?;
        self.replace("proposal", id, &figures)
    }

    /// Removes a proposal that was entered by mistake.
    pub fn remove_proposal(&mut self, id: ProposalId) -> Result<()> {
        self.replace::<PartRow>("proposal", id, &[])?;
        self.replace::<Ground>("proposal", id, &[])?;
        self.replace::<Heard>("proposal", id, &[])?;
        self.replace::<FigureRow>("proposal", id, &[])?;
        self.remove("proposal", id)
    }

    /// Records that somebody was told of an issue; once a day.
    pub fn put_feedback(&mut self, feedback: &Feedback) -> Result<()> {
        self.put(feedback)
    }

    /// Takes such a record out.
    pub fn remove_feedback(&mut self, feedback: &Feedback) -> Result<()> {
        self.remove("feedback", format_args!("{}/{}", feedback.issue, feedback.on))
    }
}
