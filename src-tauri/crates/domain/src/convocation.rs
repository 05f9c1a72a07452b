//! What a notice asks of members, and by when (開催通知の期限).

use crate::Day;
use crate::calendar::OfficeCalendar;
use crate::id::{AgendaItemId, GuestId, MeetingId};
use crate::notice_fault::NoticeFault;
use chrono::TimeDelta;

/// The days of a meeting's notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Convocation {
    /// The meeting.
    pub meeting: MeetingId,
    /// By when an answer is asked for (回答期限).
    pub reply_by: Option<Day>,
    /// Until when written opinions are taken (意見書の期限).
    pub opinions_by: Option<Day>,
    /// Until which hour of that day, HH:MM.
    pub opinions_hour: Option<String>,
    /// By when needs are to be told (配慮の申出期限).
    pub needs_by: Option<Day>,
    /// The day on which the notice went out.
    pub noticed_on: Option<Day>,
}

coded! {
    /// As what somebody from outside is asked to come (招く人の立場).
    GuestKind {
        Explainer = "explainer", "説明者";
        Concerned = "concerned", "関係者";
        Observer = "observer", "オブザーバー";
    }
}

/// Somebody from outside who is asked to come to a meeting (説明者など).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guest {
    /// Its identifier.
    pub id: GuestId,
    /// The meeting.
    pub meeting: MeetingId,
    /// As what.
    pub kind: GuestKind,
    /// The organisation, 市民健康課; empty for none.
    pub organization: String,
    /// The post, 課長; empty for none.
    pub post: String,
    /// The name; empty where the organisation is asked to send somebody.
    pub name: String,
    /// The item for which they come; none for the whole meeting.
    pub item: Option<AgendaItemId>,
    /// Whether they come; none while it is open.
    pub comes: Option<bool>,
}

/// Answers are asked for a week before (P).
const REPLY_DAYS: i64 = 7;
/// Needs are asked for as late as an interpreter can still be had, V24's last call of
/// seven days, with three to arrange it.
const NEEDS_DAYS: i64 = 10;
/// Opinions come until this hour of the day before (芳賀町 会議の進め方).
const OPINIONS_HOUR: &str = "13:00";

impl Convocation {
    /// A meeting of which nothing is said yet.
    pub const fn none(meeting: MeetingId) -> Self {
        Self { meeting, reply_by: None, opinions_by: None, opinions_hour: None, needs_by: None, noticed_on: None }
    }

    /// The usual days for a meeting: each the counted day, or the last working day before it.
    pub fn usual(meeting: MeetingId, on: Day, calendar: &OfficeCalendar) -> Self {
        let before = |days| Some(calendar.open_by(on.checked_sub_signed(TimeDelta::days(days)).unwrap_or(on)));
        Self {
            meeting,
            reply_by: before(REPLY_DAYS),
            opinions_by: before(1),
            opinions_hour: Some(OPINIONS_HOUR.to_owned()),
            needs_by: before(NEEDS_DAYS),
            noticed_on: None,
        }
    }

    /// Days that come after the meeting itself.
    pub fn check(&self, on: Day) -> Vec<NoticeFault> {
        let days = [("reply_by", self.reply_by), ("opinions_by", self.opinions_by), ("needs_by", self.needs_by)];
        let late = days.into_iter().filter(|(_, day)| day.is_some_and(|d| d > on));
        late.map(|(field, _)| NoticeFault::AfterMeeting { field, on }).collect()
    }
}

#[cfg(test)]
mod tests {
    //! The usual days.
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_usual_days_are_working_days_before_the_meeting() {
        let days = |on: &str| {
            let c = Convocation::usual(MeetingId::from_key("m"), on.parse().unwrap(), &OfficeCalendar::default());
            [c.needs_by, c.reply_by, c.opinions_by].map(|d| d.unwrap().to_string())
        };
        assert_eq!(days("2026-10-14"), ["2026-10-02", "2026-10-07", "2026-10-13"], "4 October is a Sunday");
        assert_eq!(days("2026-10-13"), ["2026-10-02", "2026-10-06", "2026-10-09"], "12 October is スポーツの日");
        let late = Convocation {
            reply_by: Some("2026-10-15".parse().unwrap()),
            ..Convocation::none(MeetingId::from_key("m"))
        };
        let on = "2026-10-14".parse().unwrap();
        assert_eq!(late.check(on), [NoticeFault::AfterMeeting { field: "reply_by", on }]);
    }
}
