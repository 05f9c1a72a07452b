//! What is printed of plans and hearings, the council's own evaluation, figures for others.

use super::ask::{AudienceName, Document};
use super::day::{file, listed};
use super::ready::Ready;
use crate::commands::{day, year};
use crate::council::App;
use crate::error::{AppError, Result};
use crate::text::plans as words;
use entaku_documents::Audience;
use entaku_domain::id::HearingId;
use serde::Deserialize;
use ts_rs::TS;

/// Which paper of plans, evaluation and figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum PlanPaperName {
    /// 意見書: the council's opinion on a plan.
    Opinions,
    /// 意見と回答の一覧 of a hearing.
    Answers,
    /// 連携の記録 of a fiscal year, or all of it.
    Cooperations,
    /// 協議会の評価 of a fiscal year.
    Evaluation,
    /// 県・国への報告の数字 of a fiscal year; in public small figures are hidden.
    Survey,
}

impl PlanPaperName {
    /// As the ledger of issued documents keeps it.
    pub(super) const fn kind(self) -> &'static str {
        match self {
            Self::Opinions => "hearing_opinions",
            Self::Answers => "hearing_answers",
            Self::Cooperations => "cooperations",
            Self::Evaluation => "evaluation",
            Self::Survey => "survey",
        }
    }
}

impl App {
    /// The documents of plans, evaluation and figures.
    pub(super) fn plan_document(&self, ask: &Document) -> Result<Ready> {
        let Document::PlanPaper { paper, of, on, audience, confirmed } = ask else {
            return Err(AppError::BadRequest(format!("{} is no document of plans", ask.kind())));
        };
        let (of, edition) = (of.as_deref(), super::edition(*audience, *confirmed));
        let paper = match paper {
            PlanPaperName::Opinions => self.hearing_opinions_paper(id(of)?, edition)?,
            PlanPaperName::Answers => self.hearing_answers_paper(id(of)?, edition)?,
            PlanPaperName::Cooperations => self.cooperation_paper(of.map(year).transpose()?, edition)?,
            PlanPaperName::Evaluation => self.evaluation_paper(self.year_or_this(of)?, edition)?,
            PlanPaperName::Survey => {
                let on = on.as_deref().filter(|t| !t.is_empty()).map(|t| day("on", t)).transpose()?;
                self.survey_paper(self.year_or_this(of)?, on, edition)?
            }
        };
        let name = words::file(&file(&paper.listing.title), is_public(*audience));
        Ok(listed(name, paper.listing.clone()).with_sheet(paper.sheet).with_report(paper.listing))
    }
}

fn is_public(audience: AudienceName) -> bool {
    audience.audience() == Audience::Public
}

fn id(hearing: Option<&str>) -> Result<HearingId> {
    HearingId::parse(hearing.unwrap_or_default()).map_err(|e| AppError::UnknownRecord(e.0))
}
