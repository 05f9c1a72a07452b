//! From minutes to issues with one key: what a new issue or a step begins with, and what of a
//! meeting's minutes and agenda led to issues.

use crate::council::App;
use crate::error::{AppError, Result};
use crate::meetings::page::meeting;
use crate::snapshot::Snapshot;
use crate::text::labels;
use entaku_domain::body::BodyKind;
use entaku_domain::id::{AgendaItemId, MeetingId, MinutesEntryId};
use entaku_domain::issue::{Inlet, Issue, inlet_of, stage_by_decision};
use entaku_domain::minutes::EntryKind;

/// What a new issue begins with.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct IssueDraft {
    /// The first words, as a title to be mended.
    pub title: String,
    /// What was said.
    pub gist: String,
    /// Code of the inlet, by the body whose meeting it is.
    pub inlet: String,
    /// The meeting's identifier.
    pub meeting: String,
    /// The item's identifier.
    pub item: Option<String>,
    /// The entry's identifier.
    pub entry: Option<String>,
    /// The meeting's day, ISO; today where that is still to come.
    pub received_on: String,
    /// Handle of the body that has it first.
    pub owner: Option<String>,
}

/// What a step begins with.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct StepDraft {
    /// The issue's identifier.
    pub issue: String,
    /// R8-3 移動の支援.
    pub issue_title: String,
    /// Code of the stage to which the decision leads.
    pub stage: String,
    /// The same in Japanese.
    pub stage_label: String,
    /// The meeting's identifier.
    pub meeting: String,
    /// The item's identifier.
    pub item: Option<String>,
    /// The entry's identifier.
    pub entry: String,
    /// What was decided.
    pub text: String,
    /// Whether the issue may take it: it is not finished.
    pub open: bool,
}

/// An issue that a meeting's minutes or agenda have to do with.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct MeetingIssueRow {
    /// `raised`: it came in here. `step`: a step was taken here. `item`: an item is on it.
    pub how: String,
    /// The issue's identifier.
    pub issue: String,
    /// R8-3.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The stage that it has now, or that the step reached, in Japanese.
    pub stage_label: String,
    /// The item's identifier.
    pub item: Option<String>,
    /// The entry's identifier.
    pub entry: Option<String>,
}

impl App {
    /// What a new issue begins with that comes out of an entry of minutes, of an item, or of a
    /// meeting as such.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`], [`AppError::UnknownMeeting`].
    pub fn issue_draft(
        &self,
        entry: Option<MinutesEntryId>,
        item: Option<AgendaItemId>,
        at: Option<MeetingId>,
    ) -> Result<IssueDraft> {
        let council = self.snapshot()?;
        let found = self.meeting_of(&council, at, item, entry)?;
        let held = found.meeting.ok_or_else(|| AppError::UnknownMeeting(String::new()))?;
        let said = entry.map(|id| self.store.minutes_entry(id)).transpose()?.flatten();
        let item = found.item.map(|id| self.store.agenda_item(id)).transpose()?.flatten();
        let gist = said.as_ref().map(|e| e.text.trim().to_owned()).unwrap_or_default();
        let titled = item.as_ref().map(|i| i.title.clone()).unwrap_or_default();
        let kind = council.body_by_id(held.body).map(|b| b.kind);
        let inlet = kind.and_then(inlet_of).unwrap_or(Inlet::Subcommittee);
        Ok(IssueDraft {
            title: if gist.is_empty() { titled } else { first_words(&gist) },
            gist,
            inlet: inlet.code().to_owned(),
            meeting: held.id.to_string(),
            item: found.item.map(|i| i.to_string()),
            entry: entry.map(|e| e.to_string()),
            received_on: held.date.min(self.today()).to_string(),
            owner: first_owner(&council, inlet, held.body),
        })
    }

    /// What a step begins with that a decision in minutes leads to; none where the item is on no
    /// issue, or the entry is no decision.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn step_draft(&self, entry: MinutesEntryId) -> Result<Option<StepDraft>> {
        let said = self.store.minutes_entry(entry)?.ok_or_else(|| AppError::UnknownRecord(entry.to_string()))?;
        let council = self.snapshot()?;
        let held = meeting(&council, said.meeting)?;
        let item = said.item.map(|id| self.store.agenda_item(id)).transpose()?.flatten();
        let Some(id) = item.as_ref().and_then(|i| i.issue).filter(|_| said.kind == EntryKind::Decision) else {
            return Ok(None);
        };
        let issue = self.issue(id)?;
        let kind = council.body_by_id(held.body).map(|b| b.kind);
        let decided = self.store.decision(entry)?.map(|d| d.kind);
        let stage = match (kind, decided) {
            (Some(kind), Some(decided)) => stage_by_decision(issue.stage, kind, decided),
            _ => issue.stage,
        };
        Ok(Some(StepDraft {
            issue: id.to_string(),
            issue_title: format!("{}　{}", labels::issue_number(&issue), issue.title),
            stage: stage.code().to_owned(),
            stage_label: stage.label().to_owned(),
            meeting: held.id.to_string(),
            item: said.item.map(|i| i.to_string()),
            entry: entry.to_string(),
            text: said.text.trim().to_owned(),
            open: !issue.stage.is_final(),
        }))
    }

    /// The issues that a meeting has to do with: those that came in there, the steps that were
    /// taken there, and those that its items are on.
    ///
    /// # Errors
    /// Those of the store.
    pub fn meeting_issues(&self, id: MeetingId) -> Result<Vec<MeetingIssueRow>> {
        let mut found = Vec::new();
        for issue in self.store.issues_from_meeting(id)? {
            let source = issue.source.clone();
            found.push(row("raised", &issue, issue.stage.label(), source.item, source.entry));
        }
        for step in self.store.steps_at_meeting(id)? {
            let issue = self.issue(step.issue)?;
            found.push(row("step", &issue, step.stage.label(), step.item, step.entry));
        }
        for item in self.store.agenda(id)? {
            let Some(on) = item.issue else { continue };
            let issue = self.issue(on)?;
            found.push(row("item", &issue, issue.stage.label(), Some(item.id), None));
        }
        Ok(found)
    }
}

fn row(
    how: &str,
    issue: &Issue,
    stage: &str,
    item: Option<AgendaItemId>,
    entry: Option<MinutesEntryId>,
) -> MeetingIssueRow {
    MeetingIssueRow {
        how: how.to_owned(),
        issue: issue.id.to_string(),
        number: labels::issue_number(issue),
        title: issue.title.clone(),
        stage_label: stage.to_owned(),
        item: item.map(|i| i.to_string()),
        entry: entry.map(|e| e.to_string()),
    }
}

/// Who has a new issue first: what a subcommittee finds stays with it; the rest is sorted.
fn first_owner(council: &Snapshot, inlet: Inlet, found_by: entaku_domain::id::BodyId) -> Option<String> {
    if inlet == Inlet::Subcommittee {
        return council.body_by_id(found_by).map(|b| b.key.clone());
    }
    council.bodies.iter().find(|b| b.kind == BodyKind::CaseReview).map(|b| b.key.clone())
}

/// The first sentence of what was said, at most forty characters of it.
fn first_words(text: &str) -> String {
    let line = text.lines().find(|l| !l.trim().is_empty()).unwrap_or_default().trim();
    let sentence = line.split_inclusive('。').next().unwrap_or_default().trim_end_matches('。');
    sentence.chars().take(40).collect()
}
