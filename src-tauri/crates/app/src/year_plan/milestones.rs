//! The office's own milestones (節目).

use super::calendar::check_period;
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::year_plan as words;
use entaku_domain::id::MilestoneId;
use entaku_domain::milestone::{Milestone, MilestoneKind};
use entaku_domain::text::{check_name, check_note};
use entaku_domain::{Day, FiscalYear};
use entaku_store::Action;

/// A milestone in the year's plan.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct MilestoneRow {
    /// Its identifier.
    pub id: String,
    /// `budget_request`, `plan`, `assembly`, `public_comment`, `other`.
    pub kind: String,
    /// In Japanese.
    pub kind_label: String,
    /// What it is called.
    pub title: String,
    /// ISO date.
    pub from: String,
    /// ISO date of the last of several days.
    pub to: Option<String>,
    /// Handle of the body that it concerns.
    pub body: Option<String>,
    /// The body's name.
    pub body_name: Option<String>,
    /// Whether it is for the secretariat alone.
    pub internal: bool,
    /// A note.
    pub note: String,
}

/// A milestone to be recorded.
#[derive(Debug, Clone)]
pub struct SaveMilestone {
    /// The one to be changed; a new one where none.
    pub id: Option<MilestoneId>,
    /// What it is.
    pub kind: MilestoneKind,
    /// What it is called; the kind's own name where empty.
    pub title: String,
    /// The day, or the first of several.
    pub from: Day,
    /// The last of several days.
    pub to: Option<Day>,
    /// Handle or name of the body that it concerns.
    pub body: Option<String>,
    /// Whether it is for the secretariat alone.
    pub internal: bool,
    /// A note.
    pub note: String,
}

impl App {
    /// The milestones that touch a fiscal year, by day.
    ///
    /// # Errors
    /// Those of the store.
    pub fn list_milestones(&self, year: FiscalYear) -> Result<Vec<MilestoneRow>> {
        Ok(rows(&self.snapshot()?, year))
    }

    /// Records a milestone (「節目の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`], an unknown body; [`AppError::Rules`] for texts and days.
    pub fn save_milestone(&mut self, ask: &SaveMilestone) -> Result<Written<MilestoneId>> {
        let council = self.snapshot()?;
        let title = match ask.title.trim() {
            "" => ask.kind.label(),
            title => title,
        };
        // A period of one day is a day.
        let to = ask.to.filter(|to| *to != ask.from);
        let period = to.map_or(Ok(()), |to| check_period(ask.from, to, Milestone::LONGEST));
        all_right([check_name("title", title), check_note("note", &ask.note), period])?;
        let known = |id: MilestoneId| known(&council, id).map(|m| m.id);
        let id = ask.id.map(known).transpose()?;
        let new = Milestone {
            id: MilestoneId::new(uuid::Uuid::nil()),
            kind: ask.kind,
            title: title.to_owned(),
            from: ask.from,
            to,
            body: ask.body.as_deref().map(|b| council.body(b)).transpose()?.map(|b| b.id),
            internal: ask.internal,
            note: ask.note.trim().to_owned(),
        };
        self.change(Action::new("save_milestone").about(subject(&new)), Vec::new(), |tx| {
            let id = id.unwrap_or_else(|| MilestoneId::new(tx.new_id()));
            tx.put_milestone(&Milestone { id, ..new })?;
            Ok(id)
        })
    }

    /// Removes a milestone (「節目の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_milestone(&mut self, id: MilestoneId) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let subject = subject(known(&council, id)?);
        self.change(Action::new("remove_milestone").about(subject), Vec::new(), |tx| Ok(tx.remove_milestone(id)?))
    }
}

fn known(council: &Snapshot, id: MilestoneId) -> Result<&Milestone> {
    council.milestones.iter().find(|m| m.id == id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))
}

/// 予算要求締切（10月30日（金））.
fn subject(m: &Milestone) -> String {
    format!("{}　{}", m.title, words::month_day(m.from))
}

pub(super) fn rows(council: &Snapshot, year: FiscalYear) -> Vec<MilestoneRow> {
    let row = |m: &Milestone| MilestoneRow {
        id: m.id.to_string(),
        kind: m.kind.code().to_owned(),
        kind_label: m.kind.label().to_owned(),
        title: m.title.clone(),
        from: m.from.to_string(),
        to: m.to.map(|to| to.to_string()),
        body: m.body.and_then(|b| council.body_by_id(b)).map(|b| b.key.clone()),
        body_name: m.body.map(|b| council.body_name(b, year).to_owned()),
        internal: m.internal,
        note: m.note.clone(),
    };
    council.milestones.iter().filter(|m| m.touches(year)).map(row).collect()
}
