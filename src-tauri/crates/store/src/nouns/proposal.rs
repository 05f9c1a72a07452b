//! Proposals, each with the issues it rests on.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, int, maybe, text};
use entaku_domain::id::{IssueId, MeetingId, ProposalId};
use entaku_domain::issue::Proposal;
use rusqlite::types::Value;

impl Row for Proposal {
    const TABLE: &'static str = "proposal";
    const COLUMNS: &'static [&'static str] =
        &["id", "title", "text", "approved_at", "addressee", "delivered_on", "answered_on", "answer"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(ProposalId::parse)?,
            title: c.text()?,
            text: c.text()?,
            issues: Vec::new(),
            approved_at: c.maybe(MeetingId::parse)?,
            addressee: c.text()?,
            delivered_on: c.maybe(day)?,
            answered_on: c.maybe(day)?,
            answer: c.maybe_text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(&self.title),
            text(&self.text),
            maybe(self.approved_at),
            text(&self.addressee),
            maybe(self.delivered_on),
            maybe(self.answered_on),
            maybe(self.answer.as_ref()),
        ])
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

impl Records {
    /// All proposals, by identifier.
    pub fn proposals(&self) -> Result<Vec<Proposal>> {
        let mut proposals: Vec<Proposal> = self.list("order by id", [])?;
        let grounds: Vec<Ground> = self.list("order by position, issue", [])?;
        for proposal in &mut proposals {
            proposal.issues = grounds.iter().filter(|g| g.proposal == proposal.id).map(|g| g.issue).collect();
        }
        Ok(proposals)
    }

    /// A proposal.
    pub fn proposal(&self, id: ProposalId) -> Result<Option<Proposal>> {
        let Some(mut proposal) = self.get::<Proposal>(id)? else { return Ok(None) };
        let grounds: Vec<Ground> = self.list("where proposal = ?1 order by position, issue", [id.to_string()])?;
        proposal.issues = grounds.iter().map(|g| g.issue).collect();
        Ok(Some(proposal))
    }
}

impl Tx<'_> {
    /// Writes a proposal and the issues it rests on.
    pub fn put_proposal(&mut self, proposal: &Proposal) -> Result<()> {
        self.put(proposal)?;
        let grounds: Vec<Ground> = (0..)
            .zip(&proposal.issues)
            .map(|(position, issue)| Ground { proposal: proposal.id, issue: *issue, position })
            .collect();
        self.replace("proposal", proposal.id, &grounds)
    }

    /// Removes a proposal that was entered by mistake.
    pub fn remove_proposal(&mut self, id: ProposalId) -> Result<()> {
        self.replace::<Ground>("proposal", id, &[])?;
        self.remove("proposal", id)
    }
}
