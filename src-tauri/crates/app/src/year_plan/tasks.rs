//! The tasks of a year, counted back from each of its meetings and on from it (V24).

use crate::council::App;
use crate::error::Result;
use crate::meetings::page::due_row;
use crate::snapshot::Snapshot;
use crate::text::labels;
use entaku_domain::FiscalYear;
use entaku_domain::lead::Task;
use entaku_domain::meeting::Meeting;

/// Something that is due around a meeting of the year.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct YearTask {
    /// The meeting's identifier.
    pub meeting: String,
    /// 第2回全体会.
    pub about: String,
    /// The meeting's day, ISO.
    pub held_on: String,
    /// A code: `interpreters`, `last_call`, `notice`, `papers`, `summary`, `minutes`.
    pub task: String,
    /// In Japanese.
    pub label: String,
    /// The day on which it is due, ISO.
    pub on: String,
    /// How the day was counted.
    pub reason: String,
    /// `done`, `late`, `ahead`; `unknown` where nothing records it.
    pub state: String,
}

impl App {
    /// Everything that is due around the meetings of a fiscal year, by day.
    ///
    /// # Errors
    /// Those of the store.
    pub fn year_tasks(&self, year: FiscalYear) -> Result<Vec<YearTask>> {
        Ok(tasks(&self.snapshot()?, year, self.today()))
    }
}

/// Meetings that are called off want nothing; interpreters are asked for where a member needs one.
pub(super) fn tasks(council: &Snapshot, year: FiscalYear, today: entaku_domain::Day) -> Vec<YearTask> {
    let takes_place = |m: &&Meeting| m.year() == year && m.state.takes_place();
    let mut found: Vec<YearTask> =
        council.meetings.iter().filter(takes_place).flat_map(|m| of_meeting(council, m, today)).collect();
    found.sort_by(|a, b| (&a.on, &a.held_on).cmp(&(&b.on, &b.held_on)));
    found
}

fn of_meeting(council: &Snapshot, m: &Meeting, today: entaku_domain::Day) -> Vec<YearTask> {
    let sittings = council.at_meeting(m);
    let mut needs = sittings.iter().filter_map(|s| s.person).flat_map(|p| &p.needs);
    let interpreted = needs.any(|n| labels::is_interpreter(n));
    let wanted = Task::ALL.iter().filter(|t| interpreted || !matches!(t, Task::Interpreters | Task::LastCall));
    let dues = wanted.filter_map(|task| council.due(*task, m));
    dues.map(|due| {
        let row = due_row(council.council.date_style, m, &due, today);
        YearTask {
            meeting: m.id.to_string(),
            about: council.meeting_short(m),
            held_on: m.date.to_string(),
            task: row.task,
            label: row.label,
            on: row.on,
            reason: row.reason,
            state: row.state,
        }
    })
    .collect()
}
