//! 今日: what needs doing, read from what the data know. Nothing is ticked off:
//! a task goes away when the record that it asks for is there.

mod ahead;
mod deliveries;
mod flow;
mod issues;
mod meetings;
mod members;
mod minutes;
mod plans;
mod round;
mod subcommittees;

use crate::council::App;
use crate::error::Result;
use crate::search::Target;
use crate::snapshot::Snapshot;
use entaku_domain::era::DateStyle;
use entaku_domain::{Day, FiscalYear};
use entaku_store::Store;
use serde::Serialize;
use ts_rs::TS;

/// How many days ahead the list of tasks looks.
const AHEAD: u64 = 60;

/// Everything that the screen 今日 shows.
#[derive(Debug, Serialize, TS)]
pub struct Today {
    /// Whether nobody has been entered yet: the first steps are shown.
    pub is_new: bool,
    /// Today in Japan, ISO.
    pub on: String,
    /// Today's fiscal year.
    pub fiscal_year: i32,
    /// What is to be done, the most urgent first.
    pub tasks: Vec<TaskRow>,
    /// How many of them press.
    pub counts: NavCounts,
    /// The next meetings.
    pub meetings: Vec<ComingMeeting>,
    /// Terms that end, by day, body and cohort.
    pub endings: Vec<EndingRow>,
    /// Vacant seats and offices, empty categories.
    pub gaps: Vec<GapRow>,
    /// How far the year's issues have come.
    pub flow: Vec<IssueFlowRow>,
}

/// Counts beside the names of the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct NavCounts {
    /// Tasks that are overdue, due today or within a week.
    pub pressing: u32,
    /// Those overdue or due today.
    pub urgent: u32,
    /// Those due in the seven days after today.
    pub week: u32,
    /// All.
    pub all: u32,
}

/// What a task is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum TaskKind {
    /// 「開催済み」にする.
    Held,
    /// 情報保障.
    Interpreters,
    /// 開催通知.
    Notice,
    /// 次第.
    Agenda,
    /// 資料.
    Papers,
    /// 差替え資料.
    Replacement,
    /// 資料の配付.
    Delivery,
    /// 出欠の返事.
    Replies,
    /// 会議概要.
    Summary,
    /// 会議録.
    Minutes,
    /// 会議で決まった対応.
    Assigned,
    /// 日程 (V12, V13).
    Plan,
    /// 推薦から委嘱まで.
    Nomination,
    /// 課題の期限.
    Issue,
    /// フィードバック.
    Feedback,
    /// 提案.
    Proposal,
    /// 専門部会の計画と報告.
    Subcommittee,
    /// 計画への意見聴取 (V19).
    Hearing,
}

/// How much a task presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum Urgency {
    /// The day is past.
    Overdue,
    /// Today.
    Today,
    /// Within seven days.
    Week,
    /// Later.
    Later,
    /// No day is set.
    Undated,
}

/// Something to be done.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TaskRow {
    /// The same for the same task from day to day.
    pub key: String,
    /// What it is about.
    pub kind: TaskKind,
    /// How much it presses.
    pub urgency: Urgency,
    /// ISO day; none where nobody has set one.
    pub due: Option<String>,
    /// Days from today; negative when overdue.
    pub days: Option<i32>,
    /// What is to be done.
    pub what: String,
    /// By which rule, and how the day was counted.
    pub reason: String,
    /// For which meeting, seat or issue.
    pub about: String,
    /// Where it is done.
    pub target: Target,
}

/// A meeting to come.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ComingMeeting {
    /// Its identifier.
    pub id: String,
    /// 第2回 全体会.
    pub title: String,
    /// ISO day.
    pub date: String,
    /// Days from today.
    pub days: i32,
    /// From, as HH:MM.
    pub start: Option<String>,
    /// Until, as HH:MM.
    pub end: Option<String>,
    /// Where.
    pub place: String,
    /// How, in Japanese; none where everybody comes in person.
    pub mode: Option<String>,
    /// Where it stands, a code.
    pub state: String,
    /// The same in Japanese.
    pub state_label: String,
    /// Items of the agenda.
    pub agenda: u32,
    /// Papers.
    pub papers: u32,
    /// Papers that have content.
    pub papers_ready: u32,
    /// Members whose reply is recorded.
    pub replied: u32,
    /// Members.
    pub members: u32,
}

/// Terms that end on one day, by one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EndingRow {
    /// ISO day.
    pub end: String,
    /// Whether that is in today's fiscal year.
    pub this_year: bool,
    /// Handle of the body.
    pub body: String,
    /// Its name.
    pub body_name: String,
    /// How many members.
    pub count: u32,
    /// ⑴2 ⑵3; empty where categories do not tell the members apart.
    pub categories: String,
    /// Cohort and rule, in words.
    pub derivation: String,
}

/// What is missing in the council.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GapRow {
    /// `seat`, `office`, `category`, `derived` or `resolution`.
    pub kind: String,
    /// What is vacant.
    pub what: String,
    /// Since when, ISO; none where unknown.
    pub since: Option<String>,
    /// Why it is on the list, and what has been done.
    pub reason: String,
    /// Where it is filled.
    pub target: Target,
}

/// A step of the year's issues.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IssueFlowRow {
    /// 協議中.
    pub label: String,
    /// The bodies that do it.
    pub body: String,
    /// The stages gathered, as codes.
    pub stages: Vec<String>,
    /// How many issues.
    pub count: u32,
}

/// A task before it is told how much it presses.
struct Task {
    kind: TaskKind,
    key: String,
    due: Option<Day>,
    what: String,
    reason: String,
    about: String,
    target: Target,
}

/// What the list is made from.
struct View<'a> {
    app: &'a App,
    store: &'a Store,
    council: &'a Snapshot,
    on: Day,
}

impl View<'_> {
    fn style(&self) -> DateStyle {
        self.council.council.date_style
    }

    fn year(&self) -> FiscalYear {
        FiscalYear::of(self.on)
    }

    /// The last day that the list looks at.
    fn horizon(&self) -> Day {
        self.on.checked_add_days(chrono::Days::new(AHEAD)).unwrap_or(self.on)
    }

    fn row(&self, task: Task) -> TaskRow {
        let days = task.due.map(|due| between(self.on, due));
        TaskRow {
            urgency: urgency(days),
            kind: task.kind,
            key: task.key,
            due: task.due.map(|d| d.to_string()),
            days,
            what: task.what,
            reason: task.reason,
            about: task.about,
            target: task.target,
        }
    }
}

impl App {
    /// What needs doing today, with what is near.
    ///
    /// # Errors
    /// Those of the store.
    pub fn today_view(&self) -> Result<Today> {
        let council = self.snapshot()?;
        let view = View { app: self, store: &self.store, council: &council, on: self.today() };
        let tasks = tasks(&view)?;
        Ok(Today {
            is_new: council.people().next().is_none(),
            on: view.on.to_string(),
            fiscal_year: view.year().number(),
            counts: counts(&tasks),
            tasks,
            meetings: ahead::meetings(&view)?,
            endings: members::endings(&view),
            gaps: members::gaps(&view)?,
            flow: flow::rows(&view)?,
        })
    }

    /// How many tasks press.
    ///
    /// # Errors
    /// Those of the store.
    pub fn nav_counts(&self) -> Result<NavCounts> {
        let council = self.snapshot()?;
        let view = View { app: self, store: &self.store, council: &council, on: self.today() };
        Ok(counts(&tasks(&view)?))
    }
}

/// The most urgent first; those without a day last.
fn tasks(view: &View<'_>) -> Result<Vec<TaskRow>> {
    let mut found = meetings::tasks(view)?;
    found.extend(ahead::plan_tasks(view));
    found.extend(members::tasks(view)?);
    found.extend(minutes::tasks(view)?);
    found.extend(round::tasks(view)?);
    found.extend(issues::tasks(view)?);
    found.extend(subcommittees::tasks(view)?);
    found.extend(plans::tasks(view)?);
    let horizon = view.horizon();
    found.retain(|task| task.due.is_none_or(|due| due <= horizon));
    found.sort_by_key(|t| (t.due.is_none(), t.due, t.kind, t.key.clone()));
    Ok(found.into_iter().map(|task| view.row(task)).collect())
}

fn counts(tasks: &[TaskRow]) -> NavCounts {
    let of = |wanted: &[Urgency]| count(tasks.iter().filter(|t| wanted.contains(&t.urgency)).count());
    let (urgent, week) = (of(&[Urgency::Overdue, Urgency::Today]), of(&[Urgency::Week]));
    NavCounts { pressing: urgent + week, urgent, week, all: count(tasks.len()) }
}

fn urgency(days: Option<i32>) -> Urgency {
    match days {
        None => Urgency::Undated,
        Some(..=-1) => Urgency::Overdue,
        Some(0) => Urgency::Today,
        Some(1..=7) => Urgency::Week,
        Some(_) => Urgency::Later,
    }
}

fn between(from: Day, to: Day) -> i32 {
    i32::try_from((to - from).num_days()).unwrap_or(i32::MAX)
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
