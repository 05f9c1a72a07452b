//! What a printed packet holds, as the ledger keeps it beside the bytes: for knowing later
//! what has changed since, and which pages a replacement takes the place of.

use crate::error::Result;
use entaku_documents::{Agenda, PagePart, Paper as PrintedPaper, PaperContent as PrintedContent, Printed};
use entaku_domain::id::{IssuedId, MeetingId, PersonId};
use entaku_domain::paper::Paper;
use entaku_domain::paper_set::{SetContents, SetPaper, digest};

/// A set of papers that is to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedSet {
    /// Of which meeting.
    pub meeting: MeetingId,
    /// The set that it mends.
    pub follows: Option<IssuedId>,
    /// What readers have with it.
    pub contents: SetContents,
}

/// A set as it stands, before its pages are counted.
#[derive(Debug, Clone)]
pub struct SetDraft {
    /// Of which meeting.
    pub meeting: MeetingId,
    /// The member for whom it is made.
    pub member: Option<PersonId>,
    /// A digest of the agenda.
    pub agenda: String,
    /// The papers, in the order of the packet; one that is bound apart has no digest.
    pub papers: Vec<SetPaper>,
}

impl SetDraft {
    pub(super) fn of(meeting: MeetingId, member: Option<PersonId>, agenda: &Agenda) -> Result<Self> {
        Ok(Self { meeting, member, agenda: digest(&json(agenda)?), papers: Vec::new() })
    }

    pub(super) fn push(&mut self, paper: &Paper, printed: &PrintedPaper) -> Result<()> {
        let digest = match &printed.content {
            PrintedContent::File { file } => file.clone(),
            PrintedContent::Own(own) => digest(&json(own)?),
            PrintedContent::Apart { .. } => String::new(),
        };
        let (number, title) = (printed.number.clone(), printed.title.clone());
        self.papers.push(SetPaper { paper: paper.id, number, title, digest, pages: Vec::new() });
        Ok(())
    }

    /// The set with the pages that it was printed on; papers that are bound apart are not in it.
    pub fn printed(&self, printed: &Printed) -> SetContents {
        let pages =
            |part: &PagePart| printed.pages.iter().filter(|p| p.part == *part).map(|p| p.label.clone()).collect();
        let front = printed.pages.iter().filter(|p| p.part == PagePart::Front).count();
        let with_pages =
            |(at, paper): (usize, &SetPaper)| SetPaper { pages: pages(&PagePart::Paper(at)), ..paper.clone() };
        let papers = self.papers.iter().enumerate().map(with_pages).filter(|p| !p.digest.is_empty());
        SetContents {
            agenda: self.agenda.clone(),
            front: u32::try_from(front).unwrap_or(u32::MAX),
            papers: papers.collect(),
            member: self.member,
        }
    }

    /// The set as it is now, without the papers that are bound apart.
    pub fn bound(&self) -> Vec<SetPaper> {
        self.papers.iter().filter(|p| !p.digest.is_empty()).cloned().collect()
    }
}

fn json(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|e| crate::AppError::BadRequest(e.to_string()))
}
