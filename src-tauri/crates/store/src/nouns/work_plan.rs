//! The plans of subcommittees: themes, what is to be done when, how far it has come, and
//! working groups.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, int, maybe, text, year};
use entaku_domain::FiscalYear;
use entaku_domain::id::{BodyId, GatheringDayId, GatheringId, IssueId, PlanStepId, ProgressId, ThemeId};
use entaku_domain::work_plan::{
    Gathering, GatheringDay, GatheringKind, PlanStep, Progress, ProgressState, Theme, WorkPlan,
};
use rusqlite::types::Value;

impl Row for WorkPlan {
    const TABLE: &'static str = "work_plan";
    const COLUMNS: &'static [&'static str] = &["id", "body", "year", "goal", "policy", "note"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { body: c.parse(BodyId::parse)?, year: c.year()?, goal: c.text()?, policy: c.text()?, note: c.text()? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = text(plan_id(self.body, self.year));
        Ok(vec![id, text(self.body), year(self.year), text(&self.goal), text(&self.policy), text(&self.note)])
    }
}

fn plan_id(body: BodyId, year: FiscalYear) -> String {
    format!("{body}/{}", year.number())
}

impl Row for Theme {
    const TABLE: &'static str = "work_plan_theme";
    const COLUMNS: &'static [&'static str] = &["id", "body", "year", "position", "title"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(ThemeId::parse)?,
            body: c.parse(BodyId::parse)?,
            year: c.year()?,
            order: c.int()?,
            title: c.text()?,
            issues: Vec::new(),
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(self.id), text(self.body), year(self.year), int(self.order), text(&self.title)])
    }
}

/// An issue that a theme is about.
struct ThemeIssue {
    theme: ThemeId,
    issue: IssueId,
    position: i64,
}

impl Row for ThemeIssue {
    const TABLE: &'static str = "work_plan_issue";
    const COLUMNS: &'static [&'static str] = &["id", "theme", "issue", "position"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { theme: c.parse(ThemeId::parse)?, issue: c.parse(IssueId::parse)?, position: c.int()? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = text(format_args!("{}/{}", self.theme, self.issue));
        Ok(vec![id, text(self.theme), text(self.issue), int(self.position)])
    }
}

impl Row for PlanStep {
    const TABLE: &'static str = "work_plan_step";
    const COLUMNS: &'static [&'static str] = &["id", "body", "year", "position", "time", "due_on", "activity", "who"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(PlanStepId::parse)?,
            body: c.parse(BodyId::parse)?,
            year: c.year()?,
            order: c.int()?,
            time: c.text()?,
            due_on: c.maybe(day)?,
            activity: c.text()?,
            who: c.text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.body),
            year(self.year),
            int(self.order),
            text(&self.time),
            maybe(self.due_on),
            text(&self.activity),
            text(&self.who),
        ])
    }
}

impl Row for Progress {
    const TABLE: &'static str = "work_plan_progress";
    const COLUMNS: &'static [&'static str] = &["id", "body", "year", "step", "day", "state", "text"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(ProgressId::parse)?,
            body: c.parse(BodyId::parse)?,
            year: c.year()?,
            step: c.maybe(PlanStepId::parse)?,
            on: c.parse(day)?,
            state: c.parse(ProgressState::from_code)?,
            text: c.text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.body),
            year(self.year),
            maybe(self.step),
            text(self.on),
            text(self.state.code()),
            text(&self.text),
        ])
    }
}

impl Row for Gathering {
    const TABLE: &'static str = "gathering";
    const COLUMNS: &'static [&'static str] = &["id", "body", "year", "position", "kind", "name", "purpose", "members"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(GatheringId::parse)?,
            body: c.parse(BodyId::parse)?,
            year: c.year()?,
            order: c.int()?,
            kind: c.parse(GatheringKind::from_code)?,
            name: c.text()?,
            purpose: c.text()?,
            members: c.text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.body),
            year(self.year),
            int(self.order),
            text(self.kind.code()),
            text(&self.name),
            text(&self.purpose),
            text(&self.members),
        ])
    }
}

impl Row for GatheringDay {
    const TABLE: &'static str = "gathering_day";
    const COLUMNS: &'static [&'static str] = &["id", "gathering", "day", "place", "outcome"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(GatheringDayId::parse)?,
            gathering: c.parse(GatheringId::parse)?,
            on: c.parse(day)?,
            place: c.text()?,
            outcome: c.text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let (place, outcome) = (text(&self.place), text(&self.outcome));
        Ok(vec![text(self.id), text(self.gathering), text(self.on), place, outcome])
    }
}

impl Records {
    /// The plans of a fiscal year.
    pub fn work_plans(&self, year: FiscalYear) -> Result<Vec<WorkPlan>> {
        self.list("where year = ?1 order by body", [year.number()])
    }

    /// The themes of a fiscal year with their issues, body by body in the office's order.
    pub fn themes(&self, year: FiscalYear) -> Result<Vec<Theme>> {
        let mut themes: Vec<Theme> = self.list("where year = ?1 order by body, position, id", [year.number()])?;
        let of_year = "where theme in (select id from work_plan_theme where year = ?1) order by position, issue";
        for row in self.list::<ThemeIssue>(of_year, [year.number()])? {
            themes.iter_mut().filter(|t| t.id == row.theme).for_each(|t| t.issues.push(row.issue));
        }
        Ok(themes)
    }

    /// A theme with its issues.
    pub fn theme(&self, id: ThemeId) -> Result<Option<Theme>> {
        let Some(mut theme) = self.get::<Theme>(id)? else { return Ok(None) };
        let issues: Vec<ThemeIssue> = self.list("where theme = ?1 order by position, issue", [id.to_string()])?;
        theme.issues = issues.into_iter().map(|row| row.issue).collect();
        Ok(Some(theme))
    }

    /// The steps of a fiscal year, body by body in the office's order.
    pub fn plan_steps(&self, year: FiscalYear) -> Result<Vec<PlanStep>> {
        self.list("where year = ?1 order by body, position, id", [year.number()])
    }

    /// A step.
    pub fn plan_step(&self, id: PlanStepId) -> Result<Option<PlanStep>> {
        self.get(id)
    }

    /// What is said of the progress of a fiscal year, by day.
    pub fn progress_of(&self, year: FiscalYear) -> Result<Vec<Progress>> {
        self.list("where year = ?1 order by day, id", [year.number()])
    }

    /// A word on the progress.
    pub fn progress(&self, id: ProgressId) -> Result<Option<Progress>> {
        self.get(id)
    }

    /// Working groups and the like of a fiscal year, body by body in the office's order.
    pub fn gatherings(&self, year: FiscalYear) -> Result<Vec<Gathering>> {
        self.list("where year = ?1 order by body, position, id", [year.number()])
    }

    /// A working group or the like.
    pub fn gathering(&self, id: GatheringId) -> Result<Option<Gathering>> {
        self.get(id)
    }

    /// The days of a fiscal year's working groups and the like, by day.
    pub fn gathering_days(&self, year: FiscalYear) -> Result<Vec<GatheringDay>> {
        let of_year = "where gathering in (select id from gathering where year = ?1) order by day, id";
        self.list(of_year, [year.number()])
    }
}

impl Tx<'_> {
    /// Writes the plan of a body for a year.
    pub fn put_work_plan(&mut self, plan: &WorkPlan) -> Result<()> {
        self.put(plan)
    }

    /// Removes the plan of a body for a year; its themes and steps must have been removed, too.
    pub fn remove_work_plan(&mut self, body: BodyId, year: FiscalYear) -> Result<()> {
        self.remove("work_plan", plan_id(body, year))
    }

    /// Writes a theme with its issues.
    pub fn put_theme(&mut self, theme: &Theme) -> Result<()> {
        self.put(theme)?;
        let rows = (0..).zip(&theme.issues);
        let rows: Vec<ThemeIssue> =
            rows.map(|(position, issue)| ThemeIssue { theme: theme.id, issue: *issue, position }).collect();
        self.replace("theme", theme.id, &rows)
    }

    /// Removes a theme.
    pub fn remove_theme(&mut self, id: ThemeId) -> Result<()> {
        self.replace::<ThemeIssue>("theme", id, &[])?;
        self.remove("work_plan_theme", id)
    }

    /// Takes an issue out of all themes.
    pub(crate) fn take_from_themes(&mut self, issue: IssueId) -> Result<()> {
        self.replace::<ThemeIssue>("issue", issue, &[])
    }

    /// Writes a step.
    pub fn put_plan_step(&mut self, step: &PlanStep) -> Result<()> {
        self.put(step)
    }

    /// Removes a step with what is said of its progress.
    pub fn remove_plan_step(&mut self, id: PlanStepId) -> Result<()> {
        self.replace::<Progress>("step", id, &[])?;
        self.remove("work_plan_step", id)
    }

    /// Writes a word on the progress.
    pub fn put_progress(&mut self, progress: &Progress) -> Result<()> {
        self.put(progress)
    }

    /// Removes a word on the progress.
    pub fn remove_progress(&mut self, id: ProgressId) -> Result<()> {
        self.remove("work_plan_progress", id)
    }

    /// Writes a working group or the like, with exactly these days.
    pub fn put_gathering(&mut self, gathering: &Gathering, days: &[GatheringDay]) -> Result<()> {
        self.put(gathering)?;
        self.replace("gathering", gathering.id, days)
    }

    /// Removes a working group or the like with its days.
    pub fn remove_gathering(&mut self, id: GatheringId) -> Result<()> {
        self.replace::<GatheringDay>("gathering", id, &[])?;
        self.remove("gathering", id)
    }
}
