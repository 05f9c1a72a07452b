//! The year's plan: its table, its days, milestones, lead times, laying it out, moving a meeting.

use super::meetings::meeting;
use super::{bad_code, day, year};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::meetings::MoveOutlook;
use crate::year_plan::{
    DraftMeeting, LeadTable, MilestoneRow, OfficeCalendarPage, SaveDayRule, SaveMilestone, SetLead, YearDraft,
    YearPlan, YearTask,
};
use entaku_domain::calendar::DayRuleKind;
use entaku_domain::id::{DayRuleId, MilestoneId};
use entaku_domain::lay_out::Pattern;
use entaku_domain::lead::Task;
use entaku_domain::milestone::MilestoneKind;
use serde::Deserialize;
use ts_rs::TS;

/// A fiscal year.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InYear {
    /// As typed.
    pub year: String,
}

/// A milestone to be recorded.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MilestoneForm {
    /// The one to be changed; a new one where none.
    #[ts(optional = nullable)]
    pub milestone: Option<String>,
    /// `budget_request`, `plan`, `assembly`, `public_comment`, `other`.
    pub kind: String,
    /// What it is called; the kind's own name where empty.
    pub title: String,
    /// As typed.
    pub from: String,
    /// The last of several days, as typed.
    #[ts(optional = nullable)]
    pub to: Option<String>,
    /// Handle or name of the body that it concerns.
    #[ts(optional = nullable)]
    pub body: Option<String>,
    /// Whether it is for the secretariat alone.
    pub internal: bool,
    /// A note.
    #[ts(optional = nullable)]
    pub note: Option<String>,
}

/// A milestone.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichMilestone {
    /// Its identifier.
    pub milestone: String,
}

/// Days to be set open or closed, or a holiday to be corrected.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DayRuleForm {
    /// The one to be changed; a new one where none.
    #[ts(optional = nullable)]
    pub rule: Option<String>,
    /// `closed`, `open`, `holiday`, `no_holiday`.
    pub kind: String,
    /// As typed.
    pub from: String,
    /// The last of several days, as typed.
    #[ts(optional = nullable)]
    pub to: Option<String>,
    /// Whether it holds every year.
    pub yearly: bool,
    /// What the days are called.
    pub name: String,
}

/// Days that were set.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichDayRule {
    /// Its identifier.
    pub rule: String,
}

/// Lead times to be set.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LeadForm {
    /// Handle or name of the body; the council where none.
    #[ts(optional = nullable)]
    pub body: Option<String>,
    /// Which.
    pub leads: Vec<LeadDays>,
}

/// The days of one task.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LeadDays {
    /// `interpreters`, `last_call`, `notice`, `papers`, `summary`, `minutes`.
    pub task: String,
    /// Days; none where it is not done.
    pub days: Option<u16>,
    /// Follows the council, or what is usual.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub follow: Option<bool>,
}

/// How a year is to be proposed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct YearPattern {
    /// As typed.
    pub year: String,
    /// `last_year`, `rules`.
    pub pattern: String,
}

/// A proposed year as it was corrected.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct YearRows {
    /// As typed.
    pub year: String,
    /// The meetings.
    pub rows: Vec<YearRow>,
}

/// A proposed meeting as it was corrected.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct YearRow {
    /// Handle or name of the body.
    pub body: String,
    /// As typed.
    pub date: String,
    /// HH:MM.
    pub start: Option<String>,
    /// HH:MM.
    pub end: Option<String>,
    /// Place.
    pub place: String,
    /// Why this day; it is only shown again.
    #[ts(optional = nullable)]
    pub reason: Option<String>,
    /// Whether it is to be entered.
    pub take: bool,
}

/// A meeting and a day to which it may be moved.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MeetingToDay {
    /// The meeting's identifier.
    pub meeting: String,
    /// As typed.
    pub date: String,
}

/// A meeting to be moved.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MeetingMove {
    /// The meeting's identifier.
    pub meeting: String,
    /// As typed.
    pub date: String,
    /// 「通知済みの会議を移すことを確かめました」.
    #[ts(optional = nullable)]
    pub confirmed: Option<bool>,
}

pub(super) fn year_plan(app: &App, args: InYear) -> Result<YearPlan> {
    app.year_plan(year(&args.year)?)
}

pub(super) fn year_tasks(app: &App, args: InYear) -> Result<Vec<YearTask>> {
    app.year_tasks(year(&args.year)?)
}

pub(super) fn list_milestones(app: &App, args: InYear) -> Result<Vec<MilestoneRow>> {
    app.list_milestones(year(&args.year)?)
}

pub(super) fn office_calendar(app: &App, args: InYear) -> Result<OfficeCalendarPage> {
    app.office_calendar(year(&args.year)?)
}

pub(super) fn lead_times(app: &App, _: super::Nothing) -> Result<LeadTable> {
    app.lead_times()
}

pub(super) fn propose_year(app: &App, args: YearPattern) -> Result<YearDraft> {
    app.propose_year(year(&args.year)?, Pattern::from_code(&args.pattern).map_err(bad_code)?)
}

pub(super) fn look_at_year(app: &App, args: YearRows) -> Result<YearDraft> {
    app.look_at_year(year(&args.year)?, &rows(args.rows)?)
}

pub(super) fn move_outlook(app: &App, args: MeetingToDay) -> Result<MoveOutlook> {
    app.move_outlook(meeting(&args.meeting)?, day("date", &args.date)?)
}

pub(super) fn save_milestone(app: &mut App, args: MilestoneForm) -> Result<Written<String>> {
    let ask = SaveMilestone {
        id: args.milestone.as_deref().map(milestone).transpose()?,
        kind: MilestoneKind::from_code(&args.kind).map_err(bad_code)?,
        title: args.title,
        from: day("from", &args.from)?,
        to: last_day(args.to.as_deref())?,
        body: args.body.filter(|b| !b.is_empty()),
        internal: args.internal,
        note: args.note.unwrap_or_default(),
    };
    Ok(app.save_milestone(&ask)?.map(|id| id.to_string()))
}

pub(super) fn remove_milestone(app: &mut App, args: WhichMilestone) -> Result<Written<()>> {
    app.remove_milestone(milestone(&args.milestone)?)
}

pub(super) fn save_day_rule(app: &mut App, args: DayRuleForm) -> Result<Written<String>> {
    let ask = SaveDayRule {
        id: args.rule.as_deref().map(day_rule).transpose()?,
        kind: DayRuleKind::from_code(&args.kind).map_err(bad_code)?,
        from: day("from", &args.from)?,
        to: last_day(args.to.as_deref())?,
        yearly: args.yearly,
        name: args.name,
    };
    Ok(app.save_day_rule(&ask)?.map(|id| id.to_string()))
}

pub(super) fn remove_day_rule(app: &mut App, args: WhichDayRule) -> Result<Written<()>> {
    app.remove_day_rule(day_rule(&args.rule)?)
}

pub(super) fn set_lead_times(app: &mut App, args: LeadForm) -> Result<Written<()>> {
    let lead = |l: &LeadDays| {
        let task = Task::from_code(&l.task).map_err(bad_code)?;
        Ok(SetLead { task, days: l.days, follow: l.follow.unwrap_or_default() })
    };
    let leads = args.leads.iter().map(lead).collect::<Result<Vec<_>>>()?;
    app.set_lead_times(args.body.as_deref(), &leads)
}

pub(super) fn lay_out_year(app: &mut App, args: YearRows) -> Result<Written<u32>> {
    app.lay_out_year(year(&args.year)?, &rows(args.rows)?)
}

pub(super) fn move_meeting(app: &mut App, args: MeetingMove) -> Result<Written<()>> {
    app.move_meeting(meeting(&args.meeting)?, day("date", &args.date)?, args.confirmed.unwrap_or_default())
}

fn rows(rows: Vec<YearRow>) -> Result<Vec<DraftMeeting>> {
    let row = |r: YearRow| {
        Ok(DraftMeeting {
            date: day("date", &r.date)?,
            body: r.body,
            start: r.start,
            end: r.end,
            place: r.place,
            reason: r.reason.unwrap_or_default(),
            take: r.take,
        })
    };
    rows.into_iter().map(row).collect()
}

/// The last of several days; an empty field is none.
fn last_day(typed: Option<&str>) -> Result<Option<entaku_domain::Day>> {
    typed.filter(|t| !t.trim().is_empty()).map(|t| day("to", t)).transpose()
}

fn milestone(id: &str) -> Result<MilestoneId> {
    MilestoneId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}

fn day_rule(id: &str) -> Result<DayRuleId> {
    DayRuleId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}
