//! The way of issues: what is to be done, splitting, merging, carrying on, and what leads from
//! minutes to them.

use super::agenda::item;
use super::issues::issue;
use super::meetings::{WhichMeeting, meeting};
use super::members::filled;
use super::{bad_code, day};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::issues::{
    FollowIssue, IssueDraft, IssueTaskRow, MeetingIssueRow, MergeIssues, NewTask, PartFields, SplitIssue, StepDraft,
    Turn,
};
use crate::people;
use entaku_domain::id::{IssueTaskId, MinutesEntryId, PaperId};
use entaku_domain::issue::{Level, Source};
use entaku_domain::minutes::OwnerKind;
use serde::Deserialize;
use ts_rs::TS;

/// How an issue came in.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct IssueSourceForm {
    /// When it was brought, as typed; the day of receipt where none.
    pub raised_on: Option<String>,
    /// Who brought it; inside only.
    pub brought_by: Option<String>,
    /// Identifier of the paper of a meeting by which it was brought.
    pub paper: Option<String>,
    /// That paper in words, where it is none of a meeting.
    pub paper_text: Option<String>,
    /// Identifier of the meeting that asked for it, or where it was found.
    pub meeting: Option<String>,
    /// Identifier of the item of that meeting's agenda; it brings its meeting with it.
    pub item: Option<String>,
    /// Identifier of the entry of that meeting's minutes; it brings meeting and item with it.
    pub entry: Option<String>,
}

/// What is to be done, by whom, by when.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct IssueTaskFields {
    /// What.
    pub text: String,
    /// `secretariat`, `person`, `body`, `organization`, `other`.
    pub owner: String,
    /// Identifier or name of the member.
    pub person: Option<String>,
    /// Handle or name of the body.
    pub body: Option<String>,
    /// Identifier or name of the organisation.
    pub organization: Option<String>,
    /// A name of who is none of these.
    pub name: Option<String>,
    /// As typed.
    pub due_on: Option<String>,
}

/// A task of an issue.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct IssueTaskForm {
    /// The issue's identifier.
    pub issue: String,
    /// The task's identifier; a new one where none.
    pub task: Option<String>,
    /// What is to be done.
    pub record: IssueTaskFields,
}

/// A task that is done, or not after all.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct FinishedIssueTask {
    /// The task's identifier.
    pub task: String,
    /// When, as typed; empty takes it back, today where none.
    pub on: Option<String>,
    /// What came of it.
    pub outcome: Option<String>,
}

/// A task.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichIssueTask {
    /// Its identifier.
    pub task: String,
}

/// Which tasks of issues to list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct WhichIssueTasks {
    /// Also those that are done.
    pub all: Option<bool>,
}

/// What a new issue does not take over.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct IssuePart {
    /// Short title.
    pub title: String,
    /// The gist; that of the one it comes out of where none.
    pub gist: Option<String>,
    /// Field; likewise.
    pub field: Option<String>,
    /// Handle or name of the body that has it; likewise.
    pub owner: Option<String>,
    /// `individual`, `subcommittee`, `plenary`, `city`, `prefecture`; likewise.
    pub level: Option<String>,
    /// Wanted by, as typed.
    pub due_on: Option<String>,
}

/// An issue that is split.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SplitForm {
    /// Its identifier.
    pub issue: String,
    /// As typed.
    pub day: String,
    /// Identifier of the meeting that decided it.
    pub meeting: Option<String>,
    /// Why.
    pub reason: String,
    /// Whether the issue itself ends.
    pub close: bool,
    /// What comes out of it: two or more.
    pub parts: Vec<IssuePart>,
}

/// Issues that become one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct MergeForm {
    /// Identifiers of those that end.
    pub issues: Vec<String>,
    /// Identifier of the one that goes on; a new one where none.
    pub into: Option<String>,
    /// What a new one does not take over from the first.
    pub new: Option<IssuePart>,
    /// As typed.
    pub day: String,
    /// Identifier of the meeting that decided it.
    pub meeting: Option<String>,
    /// Why.
    pub reason: String,
}

/// An issue that a new one carries on.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct FollowForm {
    /// Its identifier.
    pub issue: String,
    /// The day on which the new one is received, as typed.
    pub day: String,
    /// Identifier of the meeting that decided it.
    pub meeting: Option<String>,
    /// Why.
    pub reason: String,
    /// Whether the issue itself ends.
    pub close: bool,
    /// What the new one does not take over.
    pub new: IssuePart,
}

/// Where a new issue comes from.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct IssueOrigin {
    /// Identifier of an entry of minutes.
    pub entry: Option<String>,
    /// Identifier of an item of an agenda.
    pub item: Option<String>,
    /// Identifier of a meeting.
    pub meeting: Option<String>,
}

/// An entry of minutes.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DecidingEntry {
    /// Its identifier.
    pub entry: String,
}

pub(super) fn issue_draft(app: &App, args: IssueOrigin) -> Result<IssueDraft> {
    let said = filled(args.entry).as_deref().map(entry).transpose()?;
    let at = filled(args.meeting).as_deref().map(meeting).transpose()?;
    app.issue_draft(said, filled(args.item).as_deref().map(item).transpose()?, at)
}

pub(super) fn step_draft(app: &App, args: DecidingEntry) -> Result<Option<StepDraft>> {
    app.step_draft(entry(&args.entry)?)
}

pub(super) fn meeting_issues(app: &App, args: WhichMeeting) -> Result<Vec<MeetingIssueRow>> {
    app.meeting_issues(meeting(&args.meeting)?)
}

pub(super) fn list_issue_tasks(app: &App, args: WhichIssueTasks) -> Result<Vec<IssueTaskRow>> {
    app.list_issue_tasks(!args.all.unwrap_or_default())
}

pub(super) fn set_issue_task(app: &mut App, args: IssueTaskForm) -> Result<Written<String>> {
    let ask = new_task(app, args.record)?;
    let old = filled(args.task).as_deref().map(task).transpose()?;
    Ok(app.set_issue_task(issue(&args.issue)?, old, &ask)?.map(|id| id.to_string()))
}

pub(super) fn finish_issue_task(app: &mut App, args: FinishedIssueTask) -> Result<Written<()>> {
    let on = match args.on.as_deref() {
        None => Some(app.today()),
        Some(typed) if typed.trim().is_empty() => None,
        Some(typed) => Some(day("on", typed)?),
    };
    app.finish_issue_task(task(&args.task)?, on, &args.outcome.unwrap_or_default())
}

pub(super) fn remove_issue_task(app: &mut App, args: WhichIssueTask) -> Result<Written<()>> {
    app.remove_issue_task(task(&args.task)?)
}

pub(super) fn split_issue(app: &mut App, args: SplitForm) -> Result<Written<Vec<String>>> {
    let ask = SplitIssue {
        issue: issue(&args.issue)?,
        turn: turn(&args.day, args.meeting, args.reason)?,
        close: args.close,
        parts: args.parts.into_iter().map(part).collect::<Result<_>>()?,
    };
    Ok(app.split_issue(&ask)?.map(|ids| ids.iter().map(ToString::to_string).collect()))
}

pub(super) fn merge_issues(app: &mut App, args: MergeForm) -> Result<Written<String>> {
    let ask = MergeIssues {
        issues: args.issues.iter().map(|i| issue(i)).collect::<Result<_>>()?,
        into: filled(args.into).as_deref().map(issue).transpose()?,
        new: args.new.map(part).transpose()?.unwrap_or_default(),
        turn: turn(&args.day, args.meeting, args.reason)?,
    };
    Ok(app.merge_issues(&ask)?.map(|id| id.to_string()))
}

pub(super) fn follow_issue(app: &mut App, args: FollowForm) -> Result<Written<String>> {
    let ask = FollowIssue {
        issue: issue(&args.issue)?,
        turn: turn(&args.day, args.meeting, args.reason)?,
        close: args.close,
        new: part(args.new)?,
    };
    Ok(app.follow_issue(&ask)?.map(|id| id.to_string()))
}

/// How an issue came in, from the form.
pub(super) fn source(form: IssueSourceForm) -> Result<Source> {
    let paper = filled(form.paper).as_deref().map(PaperId::parse).transpose();
    Ok(Source {
        raised_on: filled(form.raised_on).as_deref().map(|t| day("raised_on", t)).transpose()?,
        brought_by: form.brought_by.unwrap_or_default().trim().to_owned(),
        paper: paper.map_err(|e| AppError::UnknownRecord(e.0))?,
        paper_text: form.paper_text.unwrap_or_default().trim().to_owned(),
        meeting: filled(form.meeting).as_deref().map(meeting).transpose()?,
        item: filled(form.item).as_deref().map(item).transpose()?,
        entry: filled(form.entry).as_deref().map(entry).transpose()?,
    })
}

/// What is to be done, from the form.
pub(super) fn new_task(app: &App, form: IssueTaskFields) -> Result<NewTask> {
    let council = app.snapshot()?;
    Ok(NewTask {
        text: form.text,
        owner: OwnerKind::from_code(&form.owner).map_err(bad_code)?,
        person: filled(form.person).map(|p| people::find(&council, &p)).transpose()?,
        body: filled(form.body),
        organization: filled(form.organization).map(|o| app.find_organization(&o)).transpose()?,
        name: form.name.unwrap_or_default(),
        due_on: filled(form.due_on).as_deref().map(|t| day("task_due_on", t)).transpose()?,
    })
}

fn turn(on: &str, at: Option<String>, reason: String) -> Result<Turn> {
    Ok(Turn { on: day("day", on)?, meeting: filled(at).as_deref().map(meeting).transpose()?, reason })
}

fn part(form: IssuePart) -> Result<PartFields> {
    Ok(PartFields {
        title: form.title,
        gist: form.gist.unwrap_or_default(),
        field: form.field.unwrap_or_default(),
        owner: filled(form.owner),
        level: filled(form.level).as_deref().map(Level::from_code).transpose().map_err(bad_code)?,
        due_on: filled(form.due_on).as_deref().map(|t| day("due_on", t)).transpose()?,
    })
}

fn task(id: &str) -> Result<IssueTaskId> {
    IssueTaskId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}

/// An entry of minutes.
pub(super) fn entry(id: &str) -> Result<MinutesEntryId> {
    MinutesEntryId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}
