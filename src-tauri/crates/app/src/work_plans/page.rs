//! Subcommittees of a year at a glance, and the plan of one as the screen shows it.

use super::{YearWork, issue_name, meetings_of, next_meeting, stage_on};
use crate::council::App;
use crate::error::Result;
use crate::issues::Ledger;
use crate::snapshot::Snapshot;
use crate::text::work_plans as words;
use entaku_domain::id::BodyId;
use entaku_domain::meeting::Meeting;
use entaku_domain::work_plan::{Gathering, PlanStep, Progress, ProgressState, ReportKind, SubReport, Theme};
use entaku_domain::{Day, FiscalYear};
use serde::Serialize;
use std::collections::BTreeSet;
use ts_rs::TS;

/// The subcommittees of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WorkPlanYear {
    /// The fiscal year.
    pub year: i32,
    /// One row each, in the council's order.
    pub rows: Vec<SubcommitteeRow>,
}

/// A subcommittee at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SubcommitteeRow {
    /// Its handle.
    pub body: String,
    /// Its name in the year.
    pub name: String,
    /// Its themes.
    pub themes: Vec<String>,
    /// How many steps are planned.
    pub steps: u32,
    /// How many of them are done.
    pub done: u32,
    /// How many are late.
    pub late: u32,
    /// Its next meeting: ISO day.
    pub next: Option<String>,
    /// That meeting's identifier.
    pub next_meeting: Option<String>,
    /// Its reports, in order.
    pub reports: Vec<ReportStanding>,
}

/// How far a report has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportStanding {
    /// `activity`, `next_plan`, `evaluation`.
    pub kind: String,
    /// In Japanese.
    pub kind_label: String,
    /// `draft`, `submitted`, `reported`; none where nothing is written yet.
    pub state: Option<String>,
    /// In Japanese.
    pub state_label: String,
    /// Where it was handed in.
    pub submitted_at: Option<String>,
    /// Where it was reported.
    pub reported_at: Option<String>,
}

/// The plan of a subcommittee for a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WorkPlanPage {
    /// The body's handle.
    pub body: String,
    /// Its name in the year.
    pub name: String,
    /// The fiscal year.
    pub year: i32,
    /// What is to be reached.
    pub goal: String,
    /// How.
    pub policy: String,
    /// A note for the office.
    pub note: String,
    /// Themes with their issues.
    pub themes: Vec<WorkThemeRow>,
    /// What is to be done when.
    pub steps: Vec<PlanStepRow>,
    /// What is said of the plan as a whole.
    pub progress: Vec<ProgressRow>,
    /// The body's meetings in the year.
    pub meetings: Vec<WorkMeeting>,
    /// Working groups, trainings and the like.
    pub gatherings: Vec<GatheringRow>,
    /// Its reports, in order.
    pub reports: Vec<ReportStanding>,
    /// Issues that a theme may be about: those that are open or lie with the body.
    pub issues: Vec<ThemeIssueRow>,
    /// Whether the year is empty, and the one before has something to go on with.
    pub may_take_over: bool,
    /// States of progress.
    pub states: Vec<WorkWord>,
    /// Kinds of gatherings.
    pub kinds: Vec<WorkWord>,
}

/// A code with its word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WorkWord {
    /// Stable code.
    pub code: String,
    /// In Japanese.
    pub label: String,
}

/// A theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WorkThemeRow {
    /// Its identifier.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Its issues.
    pub issues: Vec<ThemeIssueRow>,
}

/// An issue of a theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ThemeIssueRow {
    /// Its identifier.
    pub id: String,
    /// R8-3　通院の足.
    pub name: String,
    /// Its stage, in Japanese.
    pub stage: String,
}

/// A step of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlanStepRow {
    /// Its identifier.
    pub id: String,
    /// When, in words.
    pub time: String,
    /// ISO day.
    pub due_on: Option<String>,
    /// What.
    pub activity: String,
    /// Who.
    pub who: String,
    /// `on_time`, `late`, `done`; none before anything is said.
    pub state: Option<String>,
    /// In Japanese.
    pub state_label: String,
    /// What is said of it, by day.
    pub progress: Vec<ProgressRow>,
}

/// A word on the progress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgressRow {
    /// Its identifier.
    pub id: String,
    /// ISO day.
    pub day: String,
    /// `on_time`, `late`, `done`.
    pub state: String,
    /// In Japanese.
    pub state_label: String,
    /// In words.
    pub text: String,
}

/// A meeting of the subcommittee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WorkMeeting {
    /// Its identifier.
    pub id: String,
    /// 第1回 地域生活支援部会.
    pub title: String,
    /// ISO day.
    pub day: String,
    /// 7人（委員9人）; empty before it was held.
    pub came: String,
    /// Whether it was held.
    pub held: bool,
}

/// A working group, a training and the like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GatheringRow {
    /// Its identifier.
    pub id: String,
    /// `working_group`, `training`, `exchange`, `other`.
    pub kind: String,
    /// In Japanese.
    pub kind_label: String,
    /// What it is called.
    pub name: String,
    /// What for.
    pub purpose: String,
    /// Who takes part.
    pub members: String,
    /// Its days.
    pub days: Vec<GatheringDayRow>,
}

/// A day of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GatheringDayRow {
    /// ISO day.
    pub day: String,
    /// Where.
    pub place: String,
    /// What came of it.
    pub outcome: String,
}

impl App {
    /// The subcommittees of a year at a glance.
    ///
    /// # Errors
    /// Those of the store.
    pub fn work_plan_year(&self, year: FiscalYear) -> Result<WorkPlanYear> {
        let council = self.snapshot()?;
        let work = YearWork::load(&self.store, &council, year)?;
        let today = self.today();
        let rows = council.subcommittees(year).map(|body| {
            let states: Vec<_> = work.steps_of(body.id).map(|s| work.standing(s, today)).collect();
            let count = |state| states.iter().filter(|s| **s == Some(state)).count();
            let next = next_meeting(&council, body.id, today).filter(|m| m.year() == year);
            SubcommitteeRow {
                body: body.key.clone(),
                name: council.body_name(body.id, year).to_owned(),
                themes: work.themes_of(body.id).map(|t| t.title.clone()).collect(),
                steps: number(states.len()),
                done: number(count(ProgressState::Done)),
                late: number(count(ProgressState::Late)),
                next: next.map(|m| m.date.to_string()),
                next_meeting: next.map(|m| m.id.to_string()),
                reports: reports(&council, &work, body.id),
            }
        });
        Ok(WorkPlanYear { year: year.number(), rows: rows.collect() })
    }

    /// The plan of a subcommittee for a year.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownBody`]; [`crate::AppError::Rules`] where the body is no
    /// subcommittee of the year.
    pub fn work_plan_page(&self, body: &str, year: FiscalYear) -> Result<WorkPlanPage> {
        let (council, ledger) = (self.snapshot()?, Ledger::load(&self.store)?);
        let id = self.subcommittee(&council, body, year)?;
        let work = YearWork::load(&self.store, &council, year)?;
        let view = View { council: &council, ledger: &ledger, work: &work, body: id, on: self.today() };
        let before = YearWork::load(&self.store, &council, year.plus(-1))?;
        let plan = work.plan(id);
        let text = |of: fn(&entaku_domain::work_plan::WorkPlan) -> &String| plan.map(of).cloned().unwrap_or_default();
        Ok(WorkPlanPage {
            body: council.body_by_id(id).map(|b| b.key.clone()).unwrap_or_default(),
            name: council.body_name(id, year).to_owned(),
            year: year.number(),
            goal: text(|p| &p.goal),
            policy: text(|p| &p.policy),
            note: text(|p| &p.note),
            themes: work.themes_of(id).map(|t| view.theme(t)).collect(),
            steps: work.steps_of(id).map(|s| view.step(s)).collect(),
            progress: work.said(id, None).into_iter().map(progress).collect(),
            meetings: meetings_of(&council, id, year).into_iter().map(|m| view.meeting(m)).collect(),
            gatherings: work.gatherings_of(id).map(|g| view.gathering(g)).collect(),
            reports: reports(&council, &work, id),
            issues: view.offered(),
            may_take_over: !work.has_plan(id) && before.has_plan(id),
            states: ProgressState::ALL.iter().map(|s| word(s.code(), s.label())).collect(),
            kinds: entaku_domain::work_plan::GatheringKind::ALL.iter().map(|k| word(k.code(), k.label())).collect(),
        })
    }
}

fn word(code: &str, label: &str) -> WorkWord {
    WorkWord { code: code.to_owned(), label: label.to_owned() }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// How far the reports of a body have come, every kind.
pub(super) fn reports(council: &Snapshot, work: &YearWork, body: BodyId) -> Vec<ReportStanding> {
    ReportKind::ALL.iter().map(|kind| report(council, *kind, work.report(body, *kind))).collect()
}

pub(super) fn report(council: &Snapshot, kind: ReportKind, known: Option<&SubReport>) -> ReportStanding {
    let title = |id| council.meetings.iter().find(|m| Some(m.id) == id).map(|m| council.meeting_title(m));
    let state = known.map(SubReport::state);
    ReportStanding {
        kind: kind.code().to_owned(),
        kind_label: kind.label().to_owned(),
        state: state.map(|s| s.code().to_owned()),
        state_label: state.map_or_else(|| words::UNTOUCHED.to_owned(), |s| s.label().to_owned()),
        submitted_at: known.and_then(|r| title(r.submitted_at)),
        reported_at: known.and_then(|r| title(r.reported_at)),
    }
}

fn progress(p: &Progress) -> ProgressRow {
    ProgressRow {
        id: p.id.to_string(),
        day: p.on.to_string(),
        state: p.state.code().to_owned(),
        state_label: p.state.label().to_owned(),
        text: p.text.clone(),
    }
}

/// A plan as it stands on a day.
struct View<'a> {
    council: &'a Snapshot,
    ledger: &'a Ledger,
    work: &'a YearWork,
    body: BodyId,
    on: Day,
}

impl View<'_> {
    fn theme(&self, theme: &Theme) -> WorkThemeRow {
        let known = theme.issues.iter().filter_map(|id| self.ledger.issues.iter().find(|i| i.id == *id));
        WorkThemeRow {
            id: theme.id.to_string(),
            title: theme.title.clone(),
            issues: known.map(|i| self.issue(i)).collect(),
        }
    }

    fn issue(&self, issue: &entaku_domain::issue::Issue) -> ThemeIssueRow {
        ThemeIssueRow {
            id: issue.id.to_string(),
            name: issue_name(issue),
            stage: stage_on(self.ledger, issue, self.on).label().to_owned(),
        }
    }

    /// Open issues and those of the body's own, its own first.
    fn offered(&self) -> Vec<ThemeIssueRow> {
        let chosen: BTreeSet<_> = self.work.themes_of(self.body).flat_map(|t| &t.issues).collect();
        let fits = |i: &&entaku_domain::issue::Issue| {
            i.owner == Some(self.body) || !i.stage.is_final() || chosen.contains(&i.id)
        };
        let mut found: Vec<_> = self.ledger.issues.iter().filter(fits).collect();
        found.sort_by_key(|i| (i.owner != Some(self.body), std::cmp::Reverse((i.year, i.number))));
        found.into_iter().map(|i| self.issue(i)).collect()
    }

    fn step(&self, step: &PlanStep) -> PlanStepRow {
        let state = self.work.standing(step, self.on);
        PlanStepRow {
            id: step.id.to_string(),
            time: step.time.clone(),
            due_on: step.due_on.map(|d| d.to_string()),
            activity: step.activity.clone(),
            who: step.who.clone(),
            state: state.map(|s| s.code().to_owned()),
            state_label: state.map_or(words::UNTOUCHED, ProgressState::label).to_owned(),
            progress: self.work.said(step.body, Some(step.id)).into_iter().map(progress).collect(),
        }
    }

    fn meeting(&self, m: &Meeting) -> WorkMeeting {
        let came = self.work.came.get(&m.id).map(|(came, of)| words::came(*came, *of));
        WorkMeeting {
            id: m.id.to_string(),
            title: self.council.meeting_name(m),
            day: m.date.to_string(),
            came: came.unwrap_or_default(),
            held: m.state.is_over(),
        }
    }

    fn gathering(&self, g: &Gathering) -> GatheringRow {
        let day = |d: &entaku_domain::work_plan::GatheringDay| GatheringDayRow {
            day: d.on.to_string(),
            place: d.place.clone(),
            outcome: d.outcome.clone(),
        };
        GatheringRow {
            id: g.id.to_string(),
            kind: g.kind.code().to_owned(),
            kind_label: g.kind.label().to_owned(),
            name: g.name.clone(),
            purpose: g.purpose.clone(),
            members: g.members.clone(),
            days: self.work.days_of(g.id).map(day).collect(),
        }
    }
}
