//! Lead times (V24): what is due around a meeting, counted in days back from it and on
//! from it; by default as V24 has it, otherwise as the council or a body has set.

use crate::Day;
use crate::calendar::{OfficeCalendar, Shifted, Toward};
use crate::id::BodyId;
use chrono::TimeDelta;

coded! {
    /// What is due around a meeting (会議の段取り).
    Task {
        Interpreters = "interpreters", "通訳・要約筆記の依頼";
        LastCall = "last_call", "通訳・要約筆記の最終確認";
        Notice = "notice", "開催通知の送付";
        Papers = "papers", "資料の送付";
        Summary = "summary", "会議概要の作成";
        Minutes = "minutes", "会議録案の送付";
    }
}

/// How many days before or after a meeting something is due, as the office has set it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadTime {
    /// The body; the council as a whole where none.
    pub body: Option<BodyId>,
    /// What.
    pub task: Task,
    /// Days; none where it is not done at all.
    pub days: Option<u16>,
}

/// All lead times that the office has set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeadTimes {
    set: Vec<LeadTime>,
}

/// When a task is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The task.
    pub task: Task,
    /// Days after the meeting; negative before it.
    pub days: i64,
    /// The day that was counted.
    pub counted: Day,
    /// The day on which it is due: the counted one, or the last open day before it.
    pub on: Day,
    /// How the one became the other.
    pub shifted: Shifted,
}

impl Task {
    /// More days than this is a slip of the hand.
    pub const LONGEST: u16 = 365;

    /// Days by default (V24).
    pub const fn usual(self) -> u16 {
        match self {
            Self::Interpreters => 30,
            Self::LastCall | Self::Papers => 7,
            Self::Notice => 14,
            Self::Summary => 2,
            Self::Minutes => 45,
        }
    }

    /// Whether it comes before the meeting.
    pub const fn is_before(self) -> bool {
        !matches!(self, Self::Summary | Self::Minutes)
    }

    /// When it is due for a meeting by default, in an office that has corrected nothing.
    pub fn due(self, meeting: Day) -> Due {
        self.due_after(self.usual(), meeting, &OfficeCalendar::default())
    }

    /// When it is due, so many days before or after a meeting, whichever its side is.
    fn due_after(self, days: u16, meeting: Day, calendar: &OfficeCalendar) -> Due {
        let days = if self.is_before() { -i64::from(days) } else { i64::from(days) };
        let counted = meeting.checked_add_signed(TimeDelta::days(days)).unwrap_or(meeting);
        let shifted = calendar.shift(counted, Toward::Before);
        Due { task: self, days, counted, on: shifted.on, shifted }
    }
}

impl LeadTimes {
    /// The lead times that the office has set.
    pub const fn new(set: Vec<LeadTime>) -> Self {
        Self { set }
    }

    /// What is set for a body itself, or for the council where none; none where nothing is.
    pub fn set_for(&self, body: Option<BodyId>, task: Task) -> Option<&LeadTime> {
        self.set.iter().find(|l| l.body == body && l.task == task)
    }

    /// How many days before or after a meeting of a body; none where it is not done: as set
    /// for the body, else for the council, else as usual.
    pub fn days(&self, body: Option<BodyId>, task: Task) -> Option<u16> {
        let own = body.and_then(|_| self.set_for(body, task));
        own.or_else(|| self.set_for(None, task)).map_or(Some(task.usual()), |l| l.days)
    }

    /// The most days before a meeting on which anything is due.
    pub fn longest_before(&self) -> u16 {
        let set = self.set.iter().filter(|l| l.task.is_before()).filter_map(|l| l.days);
        let usual = Task::ALL.iter().filter(|t| t.is_before()).map(|t| t.usual());
        set.chain(usual).max().unwrap_or_default()
    }

    /// When a task is due for a meeting of a body; none where it is not done.
    pub fn due(&self, body: BodyId, task: Task, meeting: Day, calendar: &OfficeCalendar) -> Option<Due> {
        Some(task.due_after(self.days(Some(body), task)?, meeting, calendar))
    }
}

#[cfg(test)]
mod tests {
    //! V24's worked example, and what an office sets otherwise.
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn v24_tasks_are_counted_from_the_meeting() {
        let (body, meeting) = (BodyId::from_key("b1"), "2026-10-14".parse().unwrap());
        for (task, counted, on) in [
            (Task::Interpreters, "2026-09-14", "2026-09-14"),
            (Task::LastCall, "2026-10-07", "2026-10-07"),
            (Task::Notice, "2026-09-30", "2026-09-30"),
            (Task::Papers, "2026-10-07", "2026-10-07"),
            (Task::Summary, "2026-10-16", "2026-10-16"),
            (Task::Minutes, "2026-11-28", "2026-11-27"),
        ] {
            let due = LeadTimes::default().due(body, task, meeting, &OfficeCalendar::default()).unwrap();
            assert_eq!((due.counted.to_string(), due.on.to_string()), (counted.into(), on.into()), "{task:?}");
            assert_eq!(due, task.due(meeting), "{task:?}");
        }
    }

    #[test]
    fn v24_days_are_set_by_council_and_by_body() {
        let (plenary, group) = (BodyId::from_key("b1"), BodyId::from_key("b2"));
        let set = |body, task, days| LeadTime { body, task, days };
        let leads = LeadTimes::new(vec![
            set(None, Task::Notice, Some(21)),
            set(Some(group), Task::Notice, Some(7)),
            set(Some(group), Task::Minutes, None),
            set(None, Task::Summary, Some(0)),
        ]);
        for (body, task, days) in [
            (plenary, Task::Notice, Some(21)),
            (group, Task::Notice, Some(7)),
            (group, Task::Minutes, None),
            (plenary, Task::Minutes, Some(45)),
            (group, Task::Summary, Some(0)),
        ] {
            assert_eq!(leads.days(Some(body), task), days, "{task:?}");
        }
        assert_eq!(leads.days(None, Task::Notice), Some(21));
        let meeting = "2026-10-14".parse().unwrap();
        let due = |task| leads.due(group, task, meeting, &OfficeCalendar::default()).map(|d| d.on.to_string());
        assert_eq!(due(Task::Minutes), None, "not done at all");
        assert_eq!(due(Task::Summary).as_deref(), Some("2026-10-14"), "on the day itself");
    }
}
