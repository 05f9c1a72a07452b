//! Reports of subcommittees and the sheet of their progress.

use super::ask::Document;
use super::day::{file, listed};
use super::ready::Ready;
use crate::council::App;
use crate::error::{AppError, Result};
use crate::text::day as words;
use entaku_documents::ListedPaper;
use entaku_domain::work_plan::ReportKind;

impl App {
    /// What subcommittees report.
    pub(super) fn subcommittee_document(&self, ask: &Document) -> Result<Ready> {
        let (listing, edition) = match ask {
            Document::ProgressSheet { year, on, a3, audience, confirmed } => {
                let edition = super::edition(*audience, *confirmed);
                let (year, on) = (self.year_or_this(year.as_deref())?, self.day_or_today(on.as_deref())?);
                let sheet = self.progress_sheet(year, on, edition)?;
                (ListedPaper { a3: a3.unwrap_or_default(), ..sheet }, edition)
            }
            Document::SubReport { body, year, report, audience, confirmed } => {
                let edition = super::edition(*audience, *confirmed);
                let kind = ReportKind::from_code(report).map_err(|e| AppError::BadRequest(e.to_string()))?;
                let body = body.as_deref().filter(|b| !b.is_empty());
                (self.sub_report_paper(body, self.year_or_this(year.as_deref())?, kind, edition)?, edition)
            }
            other => return Err(AppError::BadRequest(format!("{} is no report of a subcommittee", other.kind()))),
        };
        let name = words::report_name(&file(&listing.title), edition.audience);
        Ok(listed(name, listing.clone()).with_report(listing))
    }
}
