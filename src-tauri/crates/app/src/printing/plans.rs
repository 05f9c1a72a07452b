//! What is printed of plans and hearings, the council's own evaluation, figures for others.

use super::ask::{AudienceName, Document};
use super::day::{file, listed};
use super::ready::Ready;
use crate::commands::day;
use crate::council::App;
use crate::error::{AppError, Result};
use crate::plans::paper::PlanPaper;
use crate::text::plans as words;
use entaku_documents::Audience;
use entaku_domain::id::HearingId;

impl App {
    /// The documents of plans, evaluation and figures.
    pub(super) fn plan_document(&self, ask: &Document) -> Result<Ready> {
        match ask {
            Document::HearingOpinions { hearing, audience, confirmed } => {
                let edition = super::edition(*audience, *confirmed);
                Ok(ready(self.hearing_opinions_paper(id(hearing)?, edition)?, *audience))
            }
            Document::HearingAnswers { hearing, audience, confirmed } => {
                let edition = super::edition(*audience, *confirmed);
                Ok(ready(self.hearing_answers_paper(id(hearing)?, edition)?, *audience))
            }
            Document::Cooperations { year, audience, confirmed } => {
                let of = year.as_deref().map(crate::commands::year).transpose()?;
                Ok(ready(self.cooperation_paper(of, super::edition(*audience, *confirmed))?, *audience))
            }
            Document::Evaluation { year, audience, confirmed } => {
                let of = self.year_or_this(year.as_deref())?;
                Ok(ready(self.evaluation_paper(of, super::edition(*audience, *confirmed))?, *audience))
            }
            Document::Survey { year, on, audience, confirmed } => {
                let of = self.year_or_this(year.as_deref())?;
                let on = on.as_deref().filter(|t| !t.is_empty()).map(|t| day("on", t)).transpose()?;
                Ok(ready(self.survey_paper(of, on, super::edition(*audience, *confirmed))?, *audience))
            }
            other => Err(AppError::BadRequest(format!("{} is no document of plans", other.kind()))),
        }
    }
}

/// Whether a document is one of these.
pub(super) const fn is_of(ask: &Document) -> bool {
    matches!(
        ask,
        Document::HearingOpinions { .. }
            | Document::HearingAnswers { .. }
            | Document::Cooperations { .. }
            | Document::Evaluation { .. }
            | Document::Survey { .. }
    )
}

fn ready(paper: PlanPaper, audience: AudienceName) -> Ready {
    let name = words::file(&file(&paper.listing.title), audience.audience() == Audience::Public);
    listed(name, paper.listing.clone()).with_sheet(paper.sheet).with_report(paper.listing)
}

fn id(hearing: &str) -> Result<HearingId> {
    HearingId::parse(hearing).map_err(|e| AppError::UnknownRecord(e.0))
}
