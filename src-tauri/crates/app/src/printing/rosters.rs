//! What is told of a roster besides itself: its changes, and its figures.

use super::ask::Document;
use super::ready::Ready;
use crate::commands::day;
use crate::council::App;
use crate::error::{AppError, Result};
use crate::roster::{self, Between};
use crate::snapshot::Snapshot;
use crate::text::rosters as words;
use entaku_documents::{Audience, Job};
use entaku_domain::{Day, FiscalYear};

impl App {
    /// Changes between two days, or figures of a day.
    pub(super) fn roster_account(&self, ask: &Document) -> Result<Ready> {
        match ask {
            Document::RosterChanges { body, from, to, audience } => {
                let to = to.as_deref().map_or_else(|| Ok(self.today()), |t| day("to", t))?;
                let between = Between { from: day("from", from)?, to, audience: audience.audience() };
                roster_changes(&self.snapshot()?, body, between)
            }
            Document::RosterFigures { body, on, audience } => {
                let on = self.day_or_today(on.as_deref())?;
                roster_figures(&self.snapshot()?, body, on, audience.audience())
            }
            other => Err(AppError::BadRequest(format!("{} is no account of a roster", other.kind()))),
        }
    }
}

fn roster_changes(council: &Snapshot, body: &str, between: Between) -> Result<Ready> {
    let body = council.body_on(body, between.to)?;
    let made = roster::changes(council, body, between)?;
    let name = council.body_name(body.id, FiscalYear::of(between.to));
    let name = words::changes_name(name, between.from, between.to, between.audience);
    let (text, sheet) = (made.text(), roster::changes_sheet(council, &made, between.to));
    Ok(Ready::of(name, Job::RosterChanges(made), text).with_sheet(sheet))
}

fn roster_figures(council: &Snapshot, body: &str, on: Day, audience: Audience) -> Result<Ready> {
    let body = council.body_on(body, on)?;
    let made = roster::figures(council, body, on, audience);
    let name = words::figures_name(council.body_name(body.id, FiscalYear::of(on)), on, audience);
    let (text, sheet) = (made.text(), roster::figures_sheet(council, &made, on));
    Ok(Ready::of(name, Job::Figures(made), text).with_sheet(sheet))
}
