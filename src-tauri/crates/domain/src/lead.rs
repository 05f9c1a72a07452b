//! Lead times (V24): what is due around a meeting, counted in days back from it and on from it.

use crate::Day;
use crate::calendar::working_day_by;
use chrono::TimeDelta;

coded! {
    /// What is due around a meeting (会議の段取り).
    Task {
        Interpreters = "interpreters", "通訳・要約筆記の依頼";
        Notice = "notice", "開催通知の送付";
        Papers = "papers", "資料の送付";
        Summary = "summary", "会議概要の作成";
        Minutes = "minutes", "会議録案の送付";
    }
}

/// When a task is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The task.
    pub task: Task,
    /// Days after the meeting; negative before it.
    pub days: i64,
    /// The day that was counted.
    pub counted: Day,
    /// The day on which it is due: the counted one, or the last working day before it.
    pub on: Day,
}

impl Task {
    /// Days after the meeting; negative before it.
    pub const fn days(self) -> i64 {
        match self {
            Self::Interpreters => -30,
            Self::Notice => -14,
            Self::Papers => -7,
            Self::Summary => 2,
            Self::Minutes => 45,
        }
    }

    /// When it is due for a meeting.
    pub fn due(self, meeting: Day) -> Due {
        let counted = meeting.checked_add_signed(TimeDelta::days(self.days())).unwrap_or(meeting);
        Due { task: self, days: self.days(), counted, on: working_day_by(counted) }
    }
}

#[cfg(test)]
mod tests {
    //! V24's worked example.
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn v24_tasks_are_counted_from_the_meeting() {
        let meeting = "2026-10-14".parse().unwrap();
        let due = |task: Task| task.due(meeting).on.to_string();
        assert_eq!(due(Task::Interpreters), "2026-09-14");
        assert_eq!(due(Task::Notice), "2026-09-30");
        assert_eq!(due(Task::Summary), "2026-10-16");
        let minutes = Task::Minutes.due(meeting);
        assert_eq!((minutes.counted.to_string(), minutes.on.to_string()), ("2026-11-28".into(), "2026-11-27".into()));
    }
}
