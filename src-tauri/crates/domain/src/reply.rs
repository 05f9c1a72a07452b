//! What members answer to a notice (出欠の回答), and what they write beforehand (意見書).

use crate::Day;
use crate::id::{AgendaItemId, AppointmentId, MeetingId, OpinionId, ReplyId};
use crate::meeting::Presence;

coded! {
    /// What a member answers (出欠の回答).
    Answer {
        Attends = "attends", "出席";
        Online = "online", "オンライン";
        Proxy = "proxy", "代理";
        Absent = "absent", "欠席";
    }
}

/// A member's answer to the notice of a meeting. A record without an answer holds
/// what else is known: a note, needs that were told beforehand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Its identifier.
    pub id: ReplyId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The appointment under which the member is asked.
    pub appointment: AppointmentId,
    /// What the member answers; none while it is open.
    pub answer: Option<Answer>,
    /// Who comes instead, 所属　氏名.
    pub proxy: Option<String>,
    /// What the member needs at this meeting, beside what is always needed. Never why.
    pub needs: Vec<String>,
    /// The day on which the answer came.
    pub received_on: Option<Day>,
    /// What else was said.
    pub note: Option<String>,
}

/// A written opinion on an item, or on the meeting as a whole (意見書).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// Its identifier.
    pub id: OpinionId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The item; none for the meeting as a whole.
    pub item: Option<AgendaItemId>,
    /// The appointment of the member who wrote it.
    pub appointment: AppointmentId,
    /// The day on which it came.
    pub received_on: Option<Day>,
    /// What it says; empty where a file says it.
    pub text: String,
    /// The file that was sent, by its SHA-256.
    pub file: Option<String>,
    /// That file's name.
    pub file_name: Option<String>,
}

/// How many answered what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReplyCounts {
    /// 出席.
    pub attends: usize,
    /// オンライン.
    pub online: usize,
    /// 代理.
    pub proxy: usize,
    /// 欠席.
    pub absent: usize,
    /// 未回答.
    pub open: usize,
}

impl Answer {
    /// What it becomes in the attendance: who said that they stay away is 届出欠席.
    pub const fn presence(self) -> Presence {
        match self {
            Self::Attends => Presence::Present,
            Self::Online => Presence::Online,
            Self::Proxy => Presence::Proxy,
            Self::Absent => Presence::Excused,
        }
    }
}

impl Reply {
    /// Whether nothing is said in it.
    pub fn is_empty(&self) -> bool {
        self.answer.is_none() && self.needs.is_empty() && self.note.is_none() && self.received_on.is_none()
    }

    /// Whether the answer came after the day by which it was asked for.
    pub fn is_late(&self, due: Option<Day>) -> bool {
        self.received_on.zip(due).is_some_and(|(received, due)| received > due)
    }
}

impl ReplyCounts {
    /// Counts the answers of those who are asked, one each; none for who is silent.
    pub fn of(answers: impl IntoIterator<Item = Option<Answer>>) -> Self {
        answers.into_iter().fold(Self::default(), |mut sum, answer| {
            let place = match answer {
                Some(Answer::Attends) => &mut sum.attends,
                Some(Answer::Online) => &mut sum.online,
                Some(Answer::Proxy) => &mut sum.proxy,
                Some(Answer::Absent) => &mut sum.absent,
                None => &mut sum.open,
            };
            *place += 1;
            sum
        })
    }

    /// Who will sit at the table: members in person, and those who stand in.
    pub const fn in_room(self) -> usize {
        self.attends + self.proxy
    }
}

#[cfg(test)]
mod tests {
    //! Answers, counted and carried on.
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn answers_are_counted_and_the_silent_are_open() {
        use Answer::{Absent, Attends, Online, Proxy};
        let given = [Some(Attends), None, Some(Proxy), Some(Absent), Some(Attends), Some(Online), None];
        let counts = ReplyCounts::of(given);
        assert_eq!(counts, ReplyCounts { attends: 2, online: 1, proxy: 1, absent: 1, open: 2 });
        assert_eq!(counts.in_room(), 3);
        assert_eq!(ReplyCounts::of([]), ReplyCounts::default());
    }

    #[test]
    fn v15_what_was_announced_becomes_attendance() {
        for (answer, presence) in [
            (Answer::Attends, Presence::Present),
            (Answer::Online, Presence::Online),
            (Answer::Proxy, Presence::Proxy),
            (Answer::Absent, Presence::Excused),
        ] {
            assert_eq!(answer.presence(), presence);
        }
    }

    #[test]
    fn an_answer_after_its_day_is_late() {
        let reply = |received: Option<&str>| Reply {
            id: ReplyId::from_key("r"),
            meeting: MeetingId::from_key("m"),
            appointment: AppointmentId::from_key("a"),
            answer: Some(Answer::Attends),
            proxy: None,
            needs: vec![],
            received_on: received.map(|d| d.parse().unwrap()),
            note: None,
        };
        let due = Some("2026-10-07".parse().unwrap());
        for (received, late) in [(Some("2026-10-07"), false), (Some("2026-10-08"), true), (None, false)] {
            assert_eq!(reply(received).is_late(due), late, "{received:?}");
        }
        assert!(!reply(Some("2026-10-08")).is_late(None), "no day was set");
    }
}
