//! Plans and reports of subcommittees.

use super::meetings::meeting;
use super::{bad_code, day, year};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::work_plans::{
    AddSubPapers, SaveGathering, SaveProgress, SaveStep, SaveTheme, SubReportPage, WorkPlanPage, WorkPlanYear,
};
use entaku_domain::FiscalYear;
use entaku_domain::id::{GatheringId, IssueId, PlanStepId, ProgressId, ThemeId};
use entaku_domain::work_plan::{GatheringKind, ProgressState, ReportKind, ReportPart};
use serde::Deserialize;
use ts_rs::TS;

/// A fiscal year; today's where none.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct WorkYear {
    /// As typed.
    pub year: Option<String>,
}

/// The plan of a subcommittee for a year.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichWorkPlan {
    /// Handle or name of the subcommittee.
    pub body: String,
    /// The fiscal year, as typed.
    pub year: String,
}

/// What a subcommittee is to reach, and how.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WorkPlanForm {
    /// Handle or name of the subcommittee.
    pub body: String,
    /// The fiscal year, as typed.
    pub year: String,
    /// What is to be reached.
    pub goal: String,
    /// How.
    pub policy: String,
    /// A note for the office.
    #[serde(default)]
    pub note: String,
}

/// A theme.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ThemeForm {
    /// Handle or name of the subcommittee.
    pub body: String,
    /// The fiscal year, as typed.
    pub year: String,
    /// The one that is changed; a new one where none.
    #[ts(optional = nullable)]
    pub theme: Option<String>,
    /// What it is called.
    pub title: String,
    /// Identifiers of its issues.
    #[serde(default)]
    pub issues: Vec<String>,
}

/// A theme.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichTheme {
    /// Its identifier.
    pub theme: String,
}

/// A step of a plan.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanStepForm {
    /// Handle or name of the subcommittee.
    pub body: String,
    /// The fiscal year, as typed.
    pub year: String,
    /// The one that is changed; a new one at the end where none.
    #[ts(optional = nullable)]
    pub step: Option<String>,
    /// When, in words.
    #[serde(default)]
    pub time: String,
    /// By which day, as typed.
    #[ts(optional = nullable)]
    pub due_on: Option<String>,
    /// What.
    pub activity: String,
    /// Who.
    #[serde(default)]
    pub who: String,
}

/// A step of a plan.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichPlanStep {
    /// Its identifier.
    pub step: String,
}

/// A step to another place.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanStepTo {
    /// Its identifier.
    pub step: String,
    /// Its place among the others, from 0.
    pub to: u32,
}

/// A word on the progress.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProgressForm {
    /// Handle or name of the subcommittee.
    pub body: String,
    /// The fiscal year, as typed.
    pub year: String,
    /// The one that is changed; a new one where none.
    #[ts(optional = nullable)]
    pub progress: Option<String>,
    /// The step that it is about; the plan as a whole where none.
    #[ts(optional = nullable)]
    pub step: Option<String>,
    /// The day, as typed.
    pub day: String,
    /// `on_time`, `late`, `done`.
    pub state: String,
    /// In words.
    #[serde(default)]
    pub text: String,
}

/// A word on the progress.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichProgress {
    /// Its identifier.
    pub progress: String,
}

/// A working group, a training and the like.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GatheringForm {
    /// Handle or name of the subcommittee.
    pub body: String,
    /// The fiscal year, as typed.
    pub year: String,
    /// The one that is changed; a new one where none.
    #[ts(optional = nullable)]
    pub gathering: Option<String>,
    /// `working_group`, `training`, `exchange`, `other`.
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// What for.
    #[serde(default)]
    pub purpose: String,
    /// Who takes part.
    #[serde(default)]
    pub members: String,
    /// Its days.
    #[serde(default)]
    pub days: Vec<GatheringDayForm>,
}

/// A day of one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GatheringDayForm {
    /// As typed.
    pub day: String,
    /// Where.
    #[serde(default)]
    pub place: String,
    /// What came of it.
    #[serde(default)]
    pub outcome: String,
}

/// A working group, a training and the like.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichGathering {
    /// Its identifier.
    pub gathering: String,
}

/// A report of a subcommittee.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichSubReport {
    /// Handle or name of the subcommittee.
    pub body: String,
    /// The fiscal year, as typed.
    pub year: String,
    /// `activity`, `next_plan`, `evaluation`.
    pub kind: String,
}

/// What is written in a report.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SubReportForm {
    /// Handle or name of the subcommittee.
    pub body: String,
    /// The fiscal year, as typed.
    pub year: String,
    /// `activity`, `next_plan`, `evaluation`.
    pub kind: String,
    /// The parts that are written; the others stay as they are.
    pub parts: Vec<SubReportText>,
}

/// A part of a report.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SubReportText {
    /// `theme`, `goal`, `held`, `gatherings`, `discussed`, `policy`, `schedule`, `results`,
    /// `assessment`, `remaining`, `next_goal`.
    pub part: String,
    /// What stands there.
    pub text: String,
}

/// How far a report has come.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SubReportState {
    /// Handle or name of the subcommittee.
    pub body: String,
    /// The fiscal year, as typed.
    pub year: String,
    /// `activity`, `next_plan`, `evaluation`.
    pub kind: String,
    /// Identifier of the steering meeting that it was handed in to; a draft where none.
    pub submitted_at: Option<String>,
    /// Identifier of the plenary that it was reported to.
    pub reported_at: Option<String>,
}

/// What becomes papers of a meeting.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SubPapersForm {
    /// The meeting's identifier.
    pub meeting: String,
    /// The fiscal year that is told of, as typed.
    pub year: String,
    /// The sheet of progress.
    #[serde(default)]
    pub sheet: bool,
    /// `activity`, `next_plan`, `evaluation`: reports of this kind; none where none.
    #[ts(optional = nullable)]
    pub kind: Option<String>,
    /// All in one paper instead of one for each subcommittee.
    #[serde(default)]
    pub joint: bool,
}

pub(super) fn work_plan_year(app: &App, args: WorkYear) -> Result<WorkPlanYear> {
    let of = filled(args.year).as_deref().map(year).transpose()?;
    app.work_plan_year(of.unwrap_or_else(|| FiscalYear::of(app.today())))
}

pub(super) fn work_plan(app: &App, args: WhichWorkPlan) -> Result<WorkPlanPage> {
    app.work_plan_page(&args.body, year(&args.year)?)
}

pub(super) fn sub_report(app: &App, args: WhichSubReport) -> Result<SubReportPage> {
    app.sub_report(&args.body, year(&args.year)?, kind(&args.kind)?)
}

pub(super) fn set_work_plan(app: &mut App, args: WorkPlanForm) -> Result<Written<()>> {
    app.set_work_plan(&args.body, year(&args.year)?, &args.goal, &args.policy, &args.note)
}

pub(super) fn save_theme(app: &mut App, args: ThemeForm) -> Result<Written<String>> {
    let theme = filled(args.theme).map(|id| ThemeId::parse(&id)).transpose().map_err(unknown)?;
    let issues = args.issues.iter().map(|id| IssueId::parse(id)).collect::<std::result::Result<_, _>>();
    let ask = SaveTheme { theme, title: args.title, issues: issues.map_err(unknown)? };
    Ok(app.save_theme(&args.body, year(&args.year)?, &ask)?.map(|id| id.to_string()))
}

pub(super) fn remove_theme(app: &mut App, args: WhichTheme) -> Result<Written<()>> {
    app.remove_theme(ThemeId::parse(&args.theme).map_err(unknown)?)
}

pub(super) fn save_plan_step(app: &mut App, args: PlanStepForm) -> Result<Written<String>> {
    let ask = SaveStep {
        step: filled(args.step).map(|id| step(&id)).transpose()?,
        time: args.time,
        due_on: filled(args.due_on).as_deref().map(|t| day("due_on", t)).transpose()?,
        activity: args.activity,
        who: args.who,
    };
    Ok(app.save_plan_step(&args.body, year(&args.year)?, &ask)?.map(|id| id.to_string()))
}

pub(super) fn move_plan_step(app: &mut App, args: PlanStepTo) -> Result<Written<()>> {
    app.move_plan_step(step(&args.step)?, usize::try_from(args.to).unwrap_or(usize::MAX))
}

pub(super) fn remove_plan_step(app: &mut App, args: WhichPlanStep) -> Result<Written<()>> {
    app.remove_plan_step(step(&args.step)?)
}

pub(super) fn save_progress(app: &mut App, args: ProgressForm) -> Result<Written<String>> {
    let ask = SaveProgress {
        progress: filled(args.progress).map(|id| ProgressId::parse(&id)).transpose().map_err(unknown)?,
        step: filled(args.step).map(|id| step(&id)).transpose()?,
        on: day("day", &args.day)?,
        state: ProgressState::from_code(&args.state).map_err(bad_code)?,
        text: args.text,
    };
    Ok(app.save_progress(&args.body, year(&args.year)?, &ask)?.map(|id| id.to_string()))
}

pub(super) fn remove_progress(app: &mut App, args: WhichProgress) -> Result<Written<()>> {
    app.remove_progress(ProgressId::parse(&args.progress).map_err(unknown)?)
}

pub(super) fn save_gathering(app: &mut App, args: GatheringForm) -> Result<Written<String>> {
    let days = args.days.into_iter().map(|d| Ok((day("day", &d.day)?, d.place, d.outcome)));
    let ask = SaveGathering {
        gathering: filled(args.gathering).map(|id| GatheringId::parse(&id)).transpose().map_err(unknown)?,
        kind: GatheringKind::from_code(&args.kind).map_err(bad_code)?,
        name: args.name,
        purpose: args.purpose,
        members: args.members,
        days: days.collect::<Result<_>>()?,
    };
    Ok(app.save_gathering(&args.body, year(&args.year)?, &ask)?.map(|id| id.to_string()))
}

pub(super) fn remove_gathering(app: &mut App, args: WhichGathering) -> Result<Written<()>> {
    app.remove_gathering(GatheringId::parse(&args.gathering).map_err(unknown)?)
}

pub(super) fn take_over_plan(app: &mut App, args: WhichWorkPlan) -> Result<Written<()>> {
    app.take_over_plan(&args.body, year(&args.year)?)
}

pub(super) fn write_sub_report(app: &mut App, args: SubReportForm) -> Result<Written<()>> {
    let part = |p: SubReportText| Ok((ReportPart::from_code(&p.part).map_err(bad_code)?, p.text));
    let parts = args.parts.into_iter().map(part).collect::<Result<Vec<_>>>()?;
    app.write_sub_report(&args.body, year(&args.year)?, kind(&args.kind)?, &parts)
}

pub(super) fn set_sub_report_state(app: &mut App, args: SubReportState) -> Result<Written<()>> {
    let submitted = filled(args.submitted_at).map(|m| meeting(&m)).transpose()?;
    let reported = filled(args.reported_at).map(|m| meeting(&m)).transpose()?;
    app.set_sub_report_state(&args.body, year(&args.year)?, kind(&args.kind)?, submitted, reported)
}

pub(super) fn add_sub_papers(app: &mut App, args: SubPapersForm) -> Result<Written<Vec<String>>> {
    let ask = AddSubPapers {
        meeting: meeting(&args.meeting)?,
        year: year(&args.year)?,
        sheet: args.sheet,
        kind: filled(args.kind).as_deref().map(kind).transpose()?,
        joint: args.joint,
    };
    Ok(app.add_sub_papers(&ask)?.map(|ids| ids.iter().map(ToString::to_string).collect()))
}

fn kind(code: &str) -> Result<ReportKind> {
    ReportKind::from_code(code).map_err(bad_code)
}

fn step(id: &str) -> Result<PlanStepId> {
    PlanStepId::parse(id).map_err(unknown)
}

fn unknown(bad: entaku_domain::id::BadId) -> AppError {
    AppError::UnknownRecord(bad.0)
}

/// A field that a form leaves empty is none.
fn filled(text: Option<String>) -> Option<String> {
    text.filter(|t| !t.trim().is_empty())
}
