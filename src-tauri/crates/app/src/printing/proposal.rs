//! What is printed of proposals and of feedback.

use super::ask::Document;
use super::day::listed;
use super::edition;
use super::ready::Ready;
use crate::commands::proposal;
use crate::council::App;
use crate::error::{AppError, Result};
use crate::text::{feedback, printing, proposals as words};
use entaku_documents::{Audience, Job};

impl App {
    pub(super) fn proposal_document(&self, ask: &Document) -> Result<Ready> {
        match ask {
            Document::Proposal { proposal: id, audience, confirmed } => {
                let edition = edition(*audience, *confirmed);
                let paper = self.proposal_paper(proposal(id)?, edition)?;
                // What is handed over is no edition; the one for the public is.
                let public = edition.audience == Audience::Public;
                let shown = if public { printing::edition(edition.audience) } else { "" };
                let name = words::paper_name(&paper.number, &paper.title, shown);
                let text = paper.text();
                Ok(Ready::of(name, Job::Proposal(paper.clone()), text).with_proposal(paper))
            }
            Document::FeedbackOverview { year, audience, confirmed } => {
                let edition = edition(*audience, *confirmed);
                let paper = self.feedback_overview(self.year_or_this(year.as_deref())?, edition)?;
                let name = feedback::overview_name(&paper.listing.title, printing::edition(edition.audience));
                Ok(listed(name, paper.listing).with_sheet(paper.sheet))
            }
            other => Err(AppError::BadRequest(format!("{} is no proposal", other.kind()))),
        }
    }
}
