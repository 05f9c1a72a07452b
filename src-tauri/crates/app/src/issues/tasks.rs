//! Who is to do what about an issue, and by when (課題の対応).

use super::write::{fault, subject};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::minutes::facts::{TaskFacts, who_of};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::labels;
use entaku_domain::Day;
use entaku_domain::id::{BodyId, IssueEventId, IssueId, IssueTaskId, OrganizationId, PersonId};
use entaku_domain::issue::{Issue, IssueFault, IssueTask};
use entaku_domain::minutes::OwnerKind;
use entaku_domain::text::{check_name, check_note, check_text};
use entaku_store::{Action, Tx};

/// What is to be done.
#[derive(Debug, Clone)]
pub struct NewTask {
    /// What.
    pub text: String,
    /// Who, by kind.
    pub owner: OwnerKind,
    /// The member.
    pub person: Option<PersonId>,
    /// The body, by handle or name.
    pub body: Option<String>,
    /// The organisation.
    pub organization: Option<OrganizationId>,
    /// A name of who is none of these.
    pub name: String,
    /// By when.
    pub due_on: Option<Day>,
}

/// A task of an issue.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct IssueTaskRow {
    /// Its identifier.
    pub id: String,
    /// The issue's identifier.
    pub issue: String,
    /// R8-3 移動の支援.
    pub issue_title: String,
    /// The step that left it.
    pub step: Option<String>,
    /// What is to be done.
    pub text: String,
    /// Who and by when.
    pub facts: TaskFacts,
    /// Whether the day is past.
    pub late: bool,
}

impl App {
    /// Adds what is to be done about an issue, or changes it (「課題の対応の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; an unknown person or body; [`AppError::Rules`] for texts, a
    /// day before the step that left it.
    pub fn set_issue_task(
        &mut self,
        issue: IssueId,
        old: Option<IssueTaskId>,
        ask: &NewTask,
    ) -> Result<Written<IssueTaskId>> {
        let council = self.snapshot()?;
        let of = self.issue(issue)?;
        let old = old.map(|id| self.known_task(id)).transpose()?;
        let steps = self.store.issue_events(issue)?;
        let step = old.as_ref().and_then(|t| steps.iter().find(|s| Some(s.id) == t.event));
        let from = step.map_or(of.received_on, |s| s.on);
        let asked = self.tasks_asked(&council, issue, from, std::slice::from_ref(ask))?;
        let new = asked.into_iter().next().ok_or_else(|| AppError::UnknownRecord(issue.to_string()))?;
        let new = match &old {
            Some(old) => {
                IssueTask { id: old.id, event: old.event, done_on: old.done_on, outcome: old.outcome.clone(), ..new }
            }
            None => new,
        };
        let action = Action::new("set_issue_task").about(subject(&of));
        self.change(action, Vec::new(), |tx| match old {
            Some(old) => Ok(tx.put_issue_task(&new).map(|()| old.id)?),
            None => task(tx, new, None),
        })
    }

    /// Records that a task is done, or takes that back where there is no day (「課題の対応の完了」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for a day to come, the outcome's text.
    pub fn finish_issue_task(&mut self, id: IssueTaskId, on: Option<Day>, outcome: &str) -> Result<Written<()>> {
        let old = self.known_task(id)?;
        let issue = self.issue(old.issue)?;
        all_right([check_text("outcome", outcome)])?;
        if let Some(on) = on.filter(|on| *on > self.today()) {
            return Err(fault(IssueFault::InFuture { field: "on", on }));
        }
        let outcome = if on.is_some() { outcome.trim().to_owned() } else { String::new() };
        let new = IssueTask { done_on: on, outcome, ..old };
        let action = Action::new("finish_issue_task").about(subject(&issue));
        self.change(action, Vec::new(), |tx| Ok(tx.put_issue_task(&new)?))
    }

    /// Removes a task that was entered by mistake (「課題の対応の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_issue_task(&mut self, id: IssueTaskId) -> Result<Written<()>> {
        let old = self.known_task(id)?;
        let issue = self.issue(old.issue)?;
        let action = Action::new("remove_issue_task").about(subject(&issue));
        self.change(action, Vec::new(), |tx| Ok(tx.remove_issue_task(id)?))
    }

    /// What is to be done about all issues; only what is open, or all of it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn list_issue_tasks(&self, open: bool) -> Result<Vec<IssueTaskRow>> {
        let (council, issues) = (self.snapshot()?, self.store.issues()?);
        let tasks = self.store.all_issue_tasks()?.into_iter().filter(|t| !open || t.done_on.is_none());
        Ok(tasks
            .filter_map(|t| issues.iter().find(|i| i.id == t.issue).map(|i| row(&council, i, &t, self.today())))
            .collect())
    }

    fn known_task(&self, id: IssueTaskId) -> Result<IssueTask> {
        self.store.issue_task(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))
    }

    /// The records of what is asked, checked. None is asked before the day from which it is.
    pub(super) fn tasks_asked(
        &self,
        council: &Snapshot,
        issue: IssueId,
        from: Day,
        asked: &[NewTask],
    ) -> Result<Vec<IssueTask>> {
        asked.iter().map(|ask| asked_one(council, issue, from, ask)).collect()
    }
}

fn asked_one(council: &Snapshot, issue: IssueId, from: Day, ask: &NewTask) -> Result<IssueTask> {
    all_right([check_name("task", &ask.text), check_note("name", &ask.name)])?;
    if ask.due_on.is_some_and(|due| due < from) {
        return Err(fault(IssueFault::DueBeforeStep { field: "task_due_on", on: from }));
    }
    let is = |kind| ask.owner == kind;
    let body = ask.body.as_deref().filter(|_| is(OwnerKind::Body)).map(|b| council.body(b)).transpose()?;
    let body: Option<BodyId> = body.map(|b| b.id);
    Ok(IssueTask {
        id: IssueTaskId::new(uuid::Uuid::nil()),
        issue,
        event: None,
        text: ask.text.clone(),
        owner: ask.owner,
        person: ask.person.filter(|_| is(OwnerKind::Person)),
        body,
        organization: ask.organization.filter(|_| is(OwnerKind::Organization)),
        name: if is(OwnerKind::Other) { ask.name.clone() } else { String::new() },
        due_on: ask.due_on,
        done_on: None,
        outcome: String::new(),
    })
}

/// Writes a new task, with the step that left it.
pub(super) fn task(tx: &mut Tx<'_>, task: IssueTask, event: Option<IssueEventId>) -> Result<IssueTaskId> {
    let id = IssueTaskId::new(tx.new_id());
    tx.put_issue_task(&IssueTask { id, event, ..task })?;
    Ok(id)
}

/// A task as it is shown.
pub(super) fn row(council: &Snapshot, issue: &Issue, t: &IssueTask, today: Day) -> IssueTaskRow {
    IssueTaskRow {
        id: t.id.to_string(),
        issue: issue.id.to_string(),
        issue_title: format!("{}　{}", labels::issue_number(issue), issue.title),
        step: t.event.map(|e| e.to_string()),
        text: t.text.clone(),
        facts: TaskFacts {
            owner: t.owner.code().to_owned(),
            person: t.person.map(|p| p.to_string()),
            body: t.body.and_then(|id| council.body_by_id(id)).map(|b| b.key.clone()),
            organization: t.organization.map(|o| o.to_string()),
            name: t.name.clone(),
            who: who(council, t, today),
            due_on: t.due_on.map(|d| d.to_string()),
            done_on: t.done_on.map(|d| d.to_string()),
            outcome: t.outcome.clone(),
        },
        late: t.done_on.is_none() && t.due_on.is_some_and(|d| d < today),
    }
}

/// Who does it, in words.
pub(crate) fn who(council: &Snapshot, t: &IssueTask, on: Day) -> String {
    who_of(council, on, (t.owner, t.person, t.body, t.organization), &t.name)
}
