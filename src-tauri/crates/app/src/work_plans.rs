//! The plans of subcommittees (専門部会の活動計画), how far they have come, and what they report.

mod drawn;
mod page;
mod paper;
mod papers;
mod report;
mod write;

use crate::council::App;
use crate::error::{AppError, Result};
use crate::issues::Ledger;
use crate::snapshot::Snapshot;
use crate::text::labels;
use entaku_domain::body::{Body, BodyKind};
use entaku_domain::id::{BodyId, GatheringId, MeetingId, PlanStepId};
use entaku_domain::issue::{Issue, Stage};
use entaku_domain::meeting::{Meeting, MeetingState, Presence};
use entaku_domain::violation::Violation;
use entaku_domain::work_plan::{
    Gathering, GatheringDay, PlanFault as Fault, PlanStep, Progress, ProgressState, ReportKind, ReportPart, ReportText,
    SubReport, Theme, WorkPlan, standing,
};
use entaku_domain::{Day, FiscalYear};
use entaku_store::Store;
pub use page::{
    GatheringDayRow, GatheringRow, PlanStepRow, ProgressRow, SubcommitteeRow, ThemeIssueRow, WorkMeeting, WorkPlanPage,
    WorkPlanYear, WorkThemeRow,
};
pub use paper::Work;
pub(crate) use paper::{progress_sheet, sub_reports};
pub use papers::AddSubPapers;
pub use report::{ReportMeeting, ReportPartRow, SubReportPage};
use std::collections::BTreeMap;
pub use write::{SaveGathering, SaveProgress, SaveStep, SaveTheme};

/// Everything that is planned, done and reported of a fiscal year.
#[derive(Debug, Clone)]
pub struct YearWork {
    pub(crate) year: FiscalYear,
    plans: Vec<WorkPlan>,
    themes: Vec<Theme>,
    steps: Vec<PlanStep>,
    progress: Vec<Progress>,
    gatherings: Vec<Gathering>,
    days: Vec<GatheringDay>,
    pub(crate) reports: Vec<SubReport>,
    texts: Vec<ReportText>,
    /// How many came, of how many, where it is recorded.
    came: BTreeMap<MeetingId, (usize, usize)>,
}

/// What a subcommittee planned for a year, and how far it had come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CameTo<'w> {
    /// Its themes, in order.
    pub(crate) themes: Vec<&'w str>,
    /// How many steps were planned.
    pub(crate) steps: usize,
    /// How many of them were done.
    pub(crate) done: usize,
    /// How many were late.
    pub(crate) late: usize,
    /// How many working parties, trainings and the like.
    pub(crate) gatherings: usize,
    /// On how many days these met.
    pub(crate) held: usize,
}

impl YearWork {
    /// Reads a year.
    ///
    /// # Errors
    /// Those of the store.
    pub fn load(store: &Store, council: &Snapshot, year: FiscalYear) -> Result<Self> {
        let mut came = BTreeMap::new();
        let of_year = |m: &&Meeting| m.year() == year && m.state.is_over();
        let of_subcommittee = |m: &&Meeting| council.is_of_kind(m, BodyKind::Subcommittee);
        for meeting in council.meetings.iter().filter(of_year).filter(of_subcommittee) {
            let recorded = store.attendance(meeting.id)?;
            if !recorded.is_empty() {
                let members = council.at_meeting(meeting).iter().filter(|s| s.person.is_some()).count();
                let there = |p: Presence| p.is_there() || p == Presence::Proxy;
                came.insert(meeting.id, (recorded.iter().filter(|a| there(a.presence)).count(), members));
            }
        }
        Ok(Self {
            year,
            plans: store.work_plans(year)?,
            themes: store.themes(year)?,
            steps: store.plan_steps(year)?,
            progress: store.progress_of(year)?,
            gatherings: store.gatherings(year)?,
            days: store.gathering_days(year)?,
            reports: store.sub_reports(year)?,
            texts: store.report_parts(year)?,
            came,
        })
    }

    fn plan(&self, body: BodyId) -> Option<&WorkPlan> {
        self.plans.iter().find(|p| p.body == body)
    }

    fn themes_of(&self, body: BodyId) -> impl Iterator<Item = &Theme> {
        self.themes.iter().filter(move |t| t.body == body)
    }

    fn steps_of(&self, body: BodyId) -> impl Iterator<Item = &PlanStep> {
        self.steps.iter().filter(move |s| s.body == body)
    }

    fn gatherings_of(&self, body: BodyId) -> impl Iterator<Item = &Gathering> {
        self.gatherings.iter().filter(move |g| g.body == body)
    }

    fn days_of(&self, gathering: GatheringId) -> impl Iterator<Item = &GatheringDay> {
        self.days.iter().filter(move |d| d.gathering == gathering)
    }

    /// What is said of a step; of the plan as a whole where none is named.
    fn said(&self, body: BodyId, step: Option<PlanStepId>) -> Vec<&Progress> {
        self.progress.iter().filter(|p| p.body == body && p.step == step).collect()
    }

    fn standing(&self, step: &PlanStep, on: Day) -> Option<ProgressState> {
        standing(step.due_on, &self.said(step.body, Some(step.id)), on)
    }

    /// The steps that are late on a day, body by body.
    pub(crate) fn late(&self, on: Day) -> impl Iterator<Item = &PlanStep> {
        self.steps.iter().filter(move |s| self.standing(s, on) == Some(ProgressState::Late))
    }

    fn report(&self, body: BodyId, kind: ReportKind) -> Option<&SubReport> {
        self.reports.iter().find(|r| r.body == body && r.kind == kind)
    }

    /// What the office has written for a part.
    fn text(&self, report: &SubReport, part: ReportPart) -> Option<&str> {
        let key = report.key();
        self.texts.iter().find(|t| t.report == key && t.part == part).map(|t| t.text.as_str())
    }

    /// What a body planned for the year, and how far it had come on a day.
    pub(crate) fn came_to(&self, body: BodyId, on: Day) -> CameTo<'_> {
        let states: Vec<_> = self.steps_of(body).map(|s| self.standing(s, on)).collect();
        let count = |state| states.iter().filter(|s| **s == Some(state)).count();
        let held = self.gatherings_of(body).flat_map(|g| self.days_of(g.id)).filter(|d| d.on <= on).count();
        CameTo {
            themes: self.themes_of(body).map(|t| t.title.as_str()).collect(),
            steps: states.len(),
            done: count(ProgressState::Done),
            late: count(ProgressState::Late),
            gatherings: self.gatherings_of(body).count(),
            held,
        }
    }

    /// Whether anything is planned for a body.
    pub(crate) fn has_plan(&self, body: BodyId) -> bool {
        self.plan(body).is_some() || self.themes_of(body).next().is_some() || self.steps_of(body).next().is_some()
    }
}

impl App {
    /// A subcommittee of a year, by handle or name.
    fn subcommittee(&self, council: &Snapshot, handle: &str, year: FiscalYear) -> Result<BodyId> {
        let body = council.body(handle)?;
        if body.kind == BodyKind::Subcommittee && body.exists_in(year) {
            Ok(body.id)
        } else {
            Err(not_one(council, body))
        }
    }
}

fn not_one(council: &Snapshot, body: &Body) -> AppError {
    let name = council.latest(body.id).map_or_else(|| body.key.clone(), |v| v.name.clone());
    refused(Fault::NotSubcommittee { name })
}

fn refused(fault: Fault) -> AppError {
    AppError::Rules(vec![Violation::WorkPlan(fault)])
}

/// The stage that an issue had on a day.
fn stage_on(ledger: &Ledger, issue: &Issue, on: Day) -> Stage {
    ledger.steps_of(issue.id).iter().rfind(|e| e.on <= on).map_or(issue.stage, |e| e.stage)
}

/// R8-3　通院の足.
fn issue_name(issue: &Issue) -> String {
    format!("{}　{}", labels::issue_number(issue), issue.title)
}

/// The meetings of a body in a year that take place, by day.
fn meetings_of(council: &Snapshot, body: BodyId, year: FiscalYear) -> Vec<&Meeting> {
    let takes_place = |m: &&Meeting| !matches!(m.state, MeetingState::Cancelled | MeetingState::Postponed);
    let mut all: Vec<&Meeting> = council.meetings_of(body).filter(|m| m.year() == year).filter(takes_place).collect();
    all.sort_by_key(|m| (m.date, m.start.clone()));
    all
}

/// The next of them, from a day on.
fn next_meeting(council: &Snapshot, body: BodyId, on: Day) -> Option<&Meeting> {
    let ahead = |m: &&Meeting| m.date >= on && matches!(m.state, MeetingState::Draft | MeetingState::Noticed);
    council.meetings_of(body).filter(ahead).min_by_key(|m| (m.date, m.start.clone()))
}
