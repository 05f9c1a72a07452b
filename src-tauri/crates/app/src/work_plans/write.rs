//! Writing plans: goal and policy, themes, steps, progress, gatherings.

use super::{YearWork, refused};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::work_plans as words;
use entaku_domain::id::{BodyId, GatheringDayId, GatheringId, IssueId, PlanStepId, ProgressId, ThemeId};
use entaku_domain::text::{check_name, check_note, check_text};
use entaku_domain::work_plan::{
    Gathering, GatheringDay, GatheringKind, PlanFault as Fault, PlanStep, Progress, ProgressState, Theme, WorkPlan,
};
use entaku_domain::{Day, FiscalYear};
use entaku_store::{Action, Tx};

/// A theme to be added or changed.
#[derive(Debug, Clone)]
pub struct SaveTheme {
    /// The one that is changed; a new one where none.
    pub theme: Option<ThemeId>,
    /// What it is called.
    pub title: String,
    /// Its issues, in order.
    pub issues: Vec<IssueId>,
}

/// A step to be added or changed.
#[derive(Debug, Clone)]
pub struct SaveStep {
    /// The one that is changed; a new one at the end where none.
    pub step: Option<PlanStepId>,
    /// When, in words.
    pub time: String,
    /// By which day.
    pub due_on: Option<Day>,
    /// What.
    pub activity: String,
    /// Who.
    pub who: String,
}

/// A word on the progress to be added or changed.
#[derive(Debug, Clone)]
pub struct SaveProgress {
    /// The one that is changed; a new one where none.
    pub progress: Option<ProgressId>,
    /// The step that it is about; the plan as a whole where none.
    pub step: Option<PlanStepId>,
    /// The day.
    pub on: Day,
    /// How far.
    pub state: ProgressState,
    /// In words.
    pub text: String,
}

/// A working group or the like to be added or changed, with all its days.
#[derive(Debug, Clone)]
pub struct SaveGathering {
    /// The one that is changed; a new one where none.
    pub gathering: Option<GatheringId>,
    /// What it is.
    pub kind: GatheringKind,
    /// What it is called.
    pub name: String,
    /// What for.
    pub purpose: String,
    /// Who takes part.
    pub members: String,
    /// Its days: when, where, what came of it.
    pub days: Vec<(Day, String, String)>,
}

impl App {
    /// Sets what a subcommittee is to reach in a year, and how (「部会の目標・方針の変更」).
    ///
    /// # Errors
    /// [`AppError::Rules`] for its texts, or a body that is no subcommittee of the year.
    pub fn set_work_plan(
        &mut self,
        body: &str,
        year: FiscalYear,
        goal: &str,
        policy: &str,
        note: &str,
    ) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let id = self.subcommittee(&council, body, year)?;
        all_right([check_text("goal", goal), check_text("policy", policy), check_text("note", note)])?;
        let (goal, policy, note) = (goal.to_owned(), policy.to_owned(), note.to_owned());
        let plan = WorkPlan { body: id, year, goal, policy, note };
        let action = Action::new("set_work_plan").about(subject(&council, id, year, ""));
        self.change(action, Vec::new(), |tx| Ok(tx.put_work_plan(&plan)?))
    }

    /// Adds or changes a theme (「部会のテーマの記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for its title.
    pub fn save_theme(&mut self, body: &str, year: FiscalYear, ask: &SaveTheme) -> Result<Written<ThemeId>> {
        let council = self.snapshot()?;
        let id = self.subcommittee(&council, body, year)?;
        all_right([check_name("title", &ask.title)])?;
        let known = self.store.issues()?;
        if let Some(unknown) = ask.issues.iter().find(|i| !known.iter().any(|k| k.id == **i)) {
            return Err(AppError::UnknownRecord(unknown.to_string()));
        }
        let themes: Vec<Theme> = self.store.themes(year)?.into_iter().filter(|t| t.body == id).collect();
        let order = match ask.theme {
            Some(theme) => themes.iter().find(|t| t.id == theme).map(|t| t.order),
            None => Some(themes.iter().map(|t| t.order).max().unwrap_or_default() + 1),
        };
        let order = order.ok_or_else(|| unknown(ask.theme))?;
        let mut issues = ask.issues.clone();
        let mut seen = std::collections::BTreeSet::new();
        issues.retain(|i| seen.insert(*i));
        let action = Action::new("save_theme").about(subject(&council, id, year, &ask.title));
        self.change(action, Vec::new(), |tx| {
            let theme = ask.theme.unwrap_or_else(|| ThemeId::new(tx.new_id()));
            tx.put_theme(&Theme { id: theme, body: id, year, order, title: ask.title.clone(), issues })?;
            Ok(theme)
        })
    }

    /// Takes a theme away (「部会のテーマの削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_theme(&mut self, id: ThemeId) -> Result<Written<()>> {
        let theme = self.store.theme(id)?.ok_or_else(|| unknown(Some(id)))?;
        let about = subject(&self.snapshot()?, theme.body, theme.year, &theme.title);
        self.change(Action::new("remove_theme").about(about), Vec::new(), |tx| Ok(tx.remove_theme(id)?))
    }

    /// Adds or changes a step of the plan (「活動計画の予定の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for its texts or a day outside the year.
    pub fn save_plan_step(&mut self, body: &str, year: FiscalYear, ask: &SaveStep) -> Result<Written<PlanStepId>> {
        let council = self.snapshot()?;
        let id = self.subcommittee(&council, body, year)?;
        all_right([check_note("time", &ask.time), check_name("activity", &ask.activity), check_note("who", &ask.who)])?;
        if ask.due_on.is_some_and(|d| !year.contains(d)) {
            return Err(refused(Fault::OtherYear));
        }
        let steps: Vec<PlanStep> = self.store.plan_steps(year)?.into_iter().filter(|s| s.body == id).collect();
        let order = match ask.step {
            Some(step) => steps.iter().find(|s| s.id == step).map(|s| s.order),
            None => Some(steps.iter().map(|s| s.order).max().unwrap_or_default() + 1),
        };
        let order = order.ok_or_else(|| unknown(ask.step))?;
        let ask = ask.clone();
        let action = Action::new("save_plan_step").about(subject(&council, id, year, &ask.activity));
        self.change(action, Vec::new(), |tx| {
            let step = ask.step.unwrap_or_else(|| PlanStepId::new(tx.new_id()));
            let SaveStep { time, due_on, activity, who, .. } = ask;
            tx.put_plan_step(&PlanStep { id: step, body: id, year, order, time, due_on, activity, who })?;
            Ok(step)
        })
    }

    /// Moves a step to another place of its plan, counted from 0 (「活動計画の予定の並べ替え」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn move_plan_step(&mut self, id: PlanStepId, to: usize) -> Result<Written<()>> {
        let step = self.store.plan_step(id)?.ok_or_else(|| unknown(Some(id)))?;
        let mut steps: Vec<PlanStep> =
            self.store.plan_steps(step.year)?.into_iter().filter(|s| s.body == step.body).collect();
        steps.retain(|s| s.id != id);
        let about = subject(&self.snapshot()?, step.body, step.year, &step.activity);
        steps.insert(to.min(steps.len()), step);
        self.change(Action::new("move_plan_step").about(about), Vec::new(), |tx| {
            for (order, step) in (1..).zip(&steps) {
                tx.put_plan_step(&PlanStep { order, ..step.clone() })?;
            }
            Ok(())
        })
    }

    /// Takes a step away, with what is said of it (「活動計画の予定の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_plan_step(&mut self, id: PlanStepId) -> Result<Written<()>> {
        let step = self.store.plan_step(id)?.ok_or_else(|| unknown(Some(id)))?;
        let about = subject(&self.snapshot()?, step.body, step.year, &step.activity);
        self.change(Action::new("remove_plan_step").about(about), Vec::new(), |tx| Ok(tx.remove_plan_step(id)?))
    }

    /// Records how far a step, or the plan, has come (「部会の進捗の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for its text or a step of another plan.
    pub fn save_progress(&mut self, body: &str, year: FiscalYear, ask: &SaveProgress) -> Result<Written<ProgressId>> {
        let council = self.snapshot()?;
        let id = self.subcommittee(&council, body, year)?;
        all_right([check_text("text", &ask.text)])?;
        let step = ask.step.map(|s| self.store.plan_step(s)?.ok_or_else(|| unknown(Some(s)))).transpose()?;
        if step.as_ref().is_some_and(|s| s.body != id || s.year != year) {
            return Err(refused(Fault::StepElsewhere));
        }
        if let Some(known) = ask.progress {
            self.store.progress(known)?.ok_or_else(|| unknown(ask.progress))?;
        }
        let what = step.map(|s| s.activity).unwrap_or_default();
        let ask = ask.clone();
        let action = Action::new("save_progress").about(subject(&council, id, year, &what));
        self.change(action, Vec::new(), |tx| {
            let progress = ask.progress.unwrap_or_else(|| ProgressId::new(tx.new_id()));
            let SaveProgress { step, on, state, text, .. } = ask;
            tx.put_progress(&Progress { id: progress, body: id, year, step, on, state, text })?;
            Ok(progress)
        })
    }

    /// Takes a word on the progress away (「部会の進捗の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_progress(&mut self, id: ProgressId) -> Result<Written<()>> {
        let said = self.store.progress(id)?.ok_or_else(|| unknown(Some(id)))?;
        let about = subject(&self.snapshot()?, said.body, said.year, "");
        self.change(Action::new("remove_progress").about(about), Vec::new(), |tx| Ok(tx.remove_progress(id)?))
    }

    /// Adds or changes a working group or the like with its days (「作業部会・研修会等の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for its texts or a day outside the year.
    pub fn save_gathering(
        &mut self,
        body: &str,
        year: FiscalYear,
        ask: &SaveGathering,
    ) -> Result<Written<GatheringId>> {
        let council = self.snapshot()?;
        let id = self.subcommittee(&council, body, year)?;
        all_right([
            check_name("name", &ask.name),
            check_text("purpose", &ask.purpose),
            check_text("members", &ask.members),
        ])?;
        for (day, place, outcome) in &ask.days {
            all_right([check_note("place", place), check_text("outcome", outcome)])?;
            if !year.contains(*day) {
                return Err(refused(Fault::OtherYear));
            }
        }
        let others: Vec<Gathering> = self.store.gatherings(year)?.into_iter().filter(|g| g.body == id).collect();
        let order = match ask.gathering {
            Some(known) => others.iter().find(|g| g.id == known).map(|g| g.order),
            None => Some(others.iter().map(|g| g.order).max().unwrap_or_default() + 1),
        };
        let order = order.ok_or_else(|| unknown(ask.gathering))?;
        let kept: Vec<GatheringDay> = self.store.gathering_days(year)?;
        let action = Action::new("save_gathering").about(subject(&council, id, year, &ask.name));
        self.change(action, Vec::new(), |tx| {
            let gathering = Gathering {
                id: ask.gathering.unwrap_or_else(|| GatheringId::new(tx.new_id())),
                body: id,
                year,
                order,
                kind: ask.kind,
                name: ask.name.clone(),
                purpose: ask.purpose.clone(),
                members: ask.members.clone(),
            };
            let days = days(tx, gathering.id, &kept, &ask.days);
            tx.put_gathering(&gathering, &days)?;
            Ok(gathering.id)
        })
    }

    /// Takes a working group or the like away with its days (「作業部会・研修会等の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_gathering(&mut self, id: GatheringId) -> Result<Written<()>> {
        let gathering = self.store.gathering(id)?.ok_or_else(|| unknown(Some(id)))?;
        let about = subject(&self.snapshot()?, gathering.body, gathering.year, &gathering.name);
        self.change(Action::new("remove_gathering").about(about), Vec::new(), |tx| Ok(tx.remove_gathering(id)?))
    }

    /// Begins a year with what the one before left: goal, policy, themes with issues that are
    /// still open, steps that are not done (「前年度からの引継ぎ」).
    ///
    /// # Errors
    /// [`AppError::Rules`] where the year has a plan, or the one before has none.
    pub fn take_over_plan(&mut self, body: &str, year: FiscalYear) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let id = self.subcommittee(&council, body, year)?;
        let (now, before) =
            (YearWork::load(&self.store, &council, year)?, YearWork::load(&self.store, &council, year.plus(-1))?);
        if now.has_plan(id) {
            return Err(refused(Fault::PlanThere));
        }
        if !before.has_plan(id) {
            return Err(refused(Fault::NothingToTake));
        }
        let open: Vec<IssueId> =
            self.store.issues()?.into_iter().filter(|i| !i.stage.is_final()).map(|i| i.id).collect();
        let today = self.today();
        let action = Action::new("take_over_plan").about(subject(&council, id, year, ""));
        self.change(action, Vec::new(), |tx| {
            if let Some(plan) = before.plan(id) {
                tx.put_work_plan(&WorkPlan { year, note: String::new(), ..plan.clone() })?;
            }
            for theme in before.themes_of(id) {
                let issues: Vec<IssueId> = theme.issues.iter().filter(|i| open.contains(i)).copied().collect();
                if theme.issues.is_empty() || !issues.is_empty() {
                    tx.put_theme(&Theme { id: ThemeId::new(tx.new_id()), year, issues, ..theme.clone() })?;
                }
            }
            let undone = before.steps_of(id).filter(|s| before.standing(s, today) != Some(ProgressState::Done));
            for step in undone {
                let (id, time) = (PlanStepId::new(tx.new_id()), String::new());
                tx.put_plan_step(&PlanStep { id, year, time, due_on: None, ..step.clone() })?;
            }
            Ok(())
        })
    }
}

fn unknown(id: Option<impl std::fmt::Display>) -> AppError {
    AppError::UnknownRecord(id.map(|i| i.to_string()).unwrap_or_default())
}

/// 令和8年度　地域生活支援部会　事業所への聞き取り.
pub(super) fn subject(council: &Snapshot, body: BodyId, year: FiscalYear, what: &str) -> String {
    words::subject(&council.council.date_style.fiscal_year(year), council.body_name(body, year), what)
}

/// The days as they shall be: one on a day that was there keeps its identifier.
fn days(
    tx: &Tx<'_>,
    gathering: GatheringId,
    kept: &[GatheringDay],
    wanted: &[(Day, String, String)],
) -> Vec<GatheringDay> {
    let mut left: Vec<&GatheringDay> = kept.iter().filter(|d| d.gathering == gathering).collect();
    let mut found = Vec::new();
    for (on, place, outcome) in wanted {
        let at = left.iter().position(|d| d.on == *on);
        let id = at.map_or_else(|| GatheringDayId::new(tx.new_id()), |at| left.remove(at).id);
        found.push(GatheringDay { id, gathering, on: *on, place: place.clone(), outcome: outcome.clone() });
    }
    found
}
