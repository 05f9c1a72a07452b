//! The plan of a year, printed and exported.

use super::ask::Document;
use super::ready::Ready;
use crate::council::App;
use crate::error::{AppError, Result};
use crate::publication::Edition;
use crate::text::printing as words;
use crate::year_plan::Choice;
use entaku_documents::Job;

impl App {
    pub(super) fn year_plan_document(&self, ask: &Document) -> Result<Ready> {
        let Document::YearPlan { year, a4, audience, tasks, confirmed } = ask else {
            return Err(AppError::BadRequest(format!("{} is no plan of a year", ask.kind())));
        };
        let year = self.year_or_this(year.as_deref())?;
        let a3 = !a4.unwrap_or_default();
        let edition = Edition { audience: audience.audience(), confirmed: confirmed.unwrap_or_default() };
        let made = self.year_files(Choice { year, edition, a3, tasks: tasks.unwrap_or_default() })?;
        let (name, text) = (words::year_plan_name(year, edition.audience, a3), made.paper.text());
        Ok(Ready::of(name, Job::YearPlan(made.paper), text).with_sheet(made.sheet).with_ics(made.ics))
    }
}
