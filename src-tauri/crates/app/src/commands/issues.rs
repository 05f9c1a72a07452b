//! Issues, their steps and links, and proposals.

use super::agenda::item;
use super::issue_way::{IssueSourceForm, IssueTaskFields, entry, new_task, source};
use super::{Nothing, bad_code, day, year};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::issues::{
    IssueFields, IssueFilter, IssueFlowPage, IssueItem, IssuePage, IssueRemark, IssueThemes, IssueWords, RecordStep,
};
use entaku_domain::FiscalYear;
use entaku_domain::id::{IssueEventId, IssueId, MeetingId};
use entaku_domain::issue::{Inlet, IssueLink, Level, LinkKind, Stage, StepKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which issues to list; what is not given lets all through.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichIssues {
    /// Fiscal year of receipt, as typed.
    pub year: Option<String>,
    /// Handle or name of the body that has it.
    pub body: Option<String>,
    /// Field.
    pub field: Option<String>,
    /// `case_review`, `partner`, `subcommittee`, `plenary`, `steering`.
    pub inlet: Option<String>,
    /// `individual`, `subcommittee`, `plenary`, `city`, `prefecture`.
    #[ts(optional = nullable)]
    pub level: Option<String>,
    /// Only what is not finished.
    pub open: bool,
    /// Only what is overdue.
    pub overdue: bool,
    /// What its number, texts or names hold.
    pub text: Option<String>,
}

/// An issue.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichIssue {
    /// Its identifier.
    pub issue: String,
}

/// The day on which an issue was received.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IssueReceipt {
    /// As typed; today where none.
    pub received_on: Option<String>,
}

/// The number that the next issue gets.
#[derive(Debug, Serialize, TS)]
pub struct IssueNumber {
    /// The fiscal year of that day.
    pub year: i32,
    /// The number within it.
    pub number: u16,
    /// R8-25.
    pub label: String,
}

/// A text that is being typed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedText {
    /// The text.
    pub text: String,
}

/// An issue as the form holds it, all of it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IssueForm {
    /// As typed.
    pub received_on: String,
    /// Number within the year; the next one where none.
    pub number: Option<u16>,
    /// Short title.
    pub title: String,
    /// The gist, without facts of a case.
    #[serde(default)]
    pub gist: String,
    /// Background.
    #[serde(default)]
    pub background: String,
    /// Present resources.
    #[serde(default)]
    pub resources: String,
    /// Measures.
    #[serde(default)]
    pub measures: String,
    /// Field.
    #[serde(default)]
    pub field: String,
    /// `individual`, `subcommittee`, `plenary`, `city`, `prefecture`.
    pub level: String,
    /// `case_review`, `partner`, `subcommittee`, `plenary`, `steering`.
    pub inlet: String,
    /// Identifier or name of the organisation that raised it.
    pub raised_by: Option<String>,
    /// Handle or name of the body that has it.
    pub owner: Option<String>,
    /// As typed.
    pub due_on: Option<String>,
    /// Number of the case behind it, R8-001, when it is taken up.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub case: Option<String>,
    /// How it came in.
    #[serde(default)]
    #[ts(optional)]
    pub source: Option<IssueSourceForm>,
}

/// A change of an issue's record.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IssueChange {
    /// Its identifier.
    pub issue: String,
    /// The record as it is to be.
    pub record: IssueForm,
}

/// A step of an issue.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewIssueStep {
    /// The issue's identifier.
    pub issue: String,
    /// As typed.
    pub day: String,
    /// `received`, `sorting`, `theme`, `deliberating`, `reported`, `approved`,
    /// `continued`, `returned`, `proposed`, `answered`, `reflected`, `closed`.
    pub stage: String,
    /// Handle or name of the body that took it.
    pub body: Option<String>,
    /// Identifier of the meeting that took it; it brings its body with it.
    pub meeting: Option<String>,
    /// What happened.
    #[serde(default)]
    pub text: String,
    /// Handle or name of the body that has the issue from now on, or is asked.
    pub owner: Option<String>,
    /// `ordinary` where none, `sorting_request`, `deliberation_request`, `reopened`.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<String>,
    /// Identifier of the item of the meeting's agenda.
    #[serde(default)]
    #[ts(optional)]
    pub item: Option<String>,
    /// Identifier of the entry of the meeting's minutes that says it.
    #[serde(default)]
    #[ts(optional)]
    pub entry: Option<String>,
    /// By when the body that is asked answers, as typed.
    #[serde(default)]
    #[ts(optional)]
    pub due_on: Option<String>,
    /// What it leaves to be done.
    #[serde(default)]
    pub tasks: Vec<IssueTaskFields>,
}

/// A step that was recorded by mistake.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichIssueStep {
    /// Its identifier.
    pub step: String,
}

/// The answer to whoever raised an issue.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IssueFeedback {
    /// The issue's identifier.
    pub issue: String,
    /// When they were told, as typed.
    pub on: Option<String>,
    /// Why they are not.
    pub reason: Option<String>,
}

/// How one issue came out of another.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IssueJoin {
    /// Identifier of the earlier one.
    pub from: String,
    /// Identifier of the later one.
    pub to: String,
    /// `split`, `merged`, `follows`.
    pub kind: String,
    /// Why; needed when it is recorded.
    #[serde(default)]
    pub reason: String,
}

impl WhichIssues {
    /// As a filter.
    pub(crate) fn read(self) -> Result<IssueFilter> {
        Ok(IssueFilter {
            year: filled(self.year).as_deref().map(year).transpose()?,
            body: filled(self.body),
            field: filled(self.field),
            inlet: filled(self.inlet).as_deref().map(|c| Inlet::from_code(c).map_err(bad_code)).transpose()?,
            level: filled(self.level).as_deref().map(|c| Level::from_code(c).map_err(bad_code)).transpose()?,
            open: self.open,
            overdue: self.overdue,
            text: filled(self.text),
        })
    }
}

/// The fiscal year whose flow is asked for.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FlowYear {
    /// As typed; this one where none.
    pub year: Option<String>,
}

pub(super) fn list_issues(app: &App, args: WhichIssues) -> Result<Vec<IssueItem>> {
    app.list_issues(&args.read()?)
}

pub(super) fn issue_flow(app: &App, args: FlowYear) -> Result<IssueFlowPage> {
    let this = FiscalYear::of(app.today());
    app.issue_flow(filled(args.year).as_deref().map(year).transpose()?.unwrap_or(this))
}

pub(super) fn issue_themes(app: &App, _: Nothing) -> Result<IssueThemes> {
    app.issue_themes()
}

pub(super) fn issue_words(app: &App, _: Nothing) -> Result<IssueWords> {
    app.issue_words()
}

pub(super) fn issue_page(app: &App, args: WhichIssue) -> Result<IssuePage> {
    app.issue_page(issue(&args.issue)?)
}

pub(super) fn next_issue_number(app: &App, args: IssueReceipt) -> Result<IssueNumber> {
    let received = filled(args.received_on).as_deref().map(|t| day("received_on", t)).transpose()?;
    let year = FiscalYear::of(received.unwrap_or_else(|| app.today()));
    let number = app.next_issue_number(year)?;
    Ok(IssueNumber { year: year.number(), number, label: crate::text::labels::issue_number_of(year, number) })
}

pub(super) fn look_at_text(app: &App, args: TypedText) -> Result<Vec<IssueRemark>> {
    app.look_at_text(&args.text)
}

pub(super) fn add_issue(app: &mut App, args: IssueForm) -> Result<Written<String>> {
    let fields = issue_fields(app, args)?;
    Ok(app.add_issue(&fields)?.map(|id| id.to_string()))
}

pub(super) fn update_issue(app: &mut App, args: IssueChange) -> Result<Written<()>> {
    let fields = issue_fields(app, args.record)?;
    app.update_issue(issue(&args.issue)?, &fields)
}

pub(super) fn record_issue_step(app: &mut App, args: NewIssueStep) -> Result<Written<()>> {
    let tasks = args.tasks.into_iter().map(|t| new_task(app, t)).collect::<Result<_>>()?;
    let meeting = filled(args.meeting);
    let meeting = meeting.map(|m| MeetingId::parse(&m).map_err(|e| AppError::UnknownMeeting(e.0))).transpose()?;
    app.record_issue_step(&RecordStep {
        issue: issue(&args.issue)?,
        on: day("day", &args.day)?,
        stage: Stage::from_code(&args.stage).map_err(bad_code)?,
        body: filled(args.body),
        meeting,
        text: args.text,
        owner: filled(args.owner),
        kind: filled(args.kind).as_deref().map_or(Ok(StepKind::Ordinary), StepKind::from_code).map_err(bad_code)?,
        item: filled(args.item).as_deref().map(item).transpose()?,
        entry: filled(args.entry).as_deref().map(entry).transpose()?,
        due_on: filled(args.due_on).as_deref().map(|t| day("due_on", t)).transpose()?,
        tasks,
    })
}

pub(super) fn remove_issue_step(app: &mut App, args: WhichIssueStep) -> Result<Written<()>> {
    app.remove_issue_step(IssueEventId::parse(&args.step).map_err(|e| AppError::UnknownRecord(e.0))?)
}

pub(super) fn set_feedback(app: &mut App, args: IssueFeedback) -> Result<Written<()>> {
    let on = filled(args.on).as_deref().map(|t| day("on", t)).transpose()?;
    app.set_feedback(issue(&args.issue)?, on, args.reason)
}

pub(super) fn link_issues(app: &mut App, args: IssueJoin) -> Result<Written<()>> {
    app.link_issues(&IssueLink {
        from: issue(&args.from)?,
        to: issue(&args.to)?,
        kind: LinkKind::from_code(&args.kind).map_err(bad_code)?,
        reason: args.reason,
    })
}

pub(super) fn unlink_issues(app: &mut App, args: IssueJoin) -> Result<Written<()>> {
    let kind = LinkKind::from_code(&args.kind).map_err(bad_code)?;
    app.unlink_issues(issue(&args.from)?, issue(&args.to)?, kind)
}

/// The fields that a form describes.
///
/// # Errors
/// For a day, a code or an organisation that is none.
pub fn issue_fields(app: &App, form: IssueForm) -> Result<IssueFields> {
    Ok(IssueFields {
        received_on: day("received_on", &form.received_on)?,
        number: form.number,
        title: form.title,
        gist: form.gist,
        background: form.background,
        resources: form.resources,
        measures: form.measures,
        field: form.field,
        level: Level::from_code(&form.level).map_err(bad_code)?,
        inlet: Inlet::from_code(&form.inlet).map_err(bad_code)?,
        raised_by: filled(form.raised_by).as_deref().map(|o| app.find_organization(o)).transpose()?,
        owner: filled(form.owner),
        due_on: filled(form.due_on).as_deref().map(|t| day("due_on", t)).transpose()?,
        case: filled(form.case).as_deref().map(super::cases::case).transpose()?,
        source: source(form.source.unwrap_or_default())?,
    })
}

pub(super) fn issue(id: &str) -> Result<IssueId> {
    IssueId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}

/// A field that a form leaves empty is none.
fn filled(text: Option<String>) -> Option<String> {
    text.filter(|t| !t.trim().is_empty())
}
