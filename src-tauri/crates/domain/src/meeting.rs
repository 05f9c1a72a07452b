//! Meetings (会議), their numbers (V14), who attends (V15), who sees them.

use crate::appointment::Appointment;
use crate::id::{AppointmentId, AttendanceId, BodyId, MeetingId};
use crate::meeting_fault::MeetingFault;
use crate::violation::Violation;
use crate::{Day, FiscalYear};

coded! {
    /// Where a meeting stands (会議の状態).
    MeetingState {
        Draft = "draft", "準備中";
        Noticed = "noticed", "通知済";
        Held = "held", "開催済";
        MinutesOut = "minutes_out", "会議録案送付済";
        Approved = "approved", "会議録確定";
        Cancelled = "cancelled", "中止";
    }
}

coded! {
    /// How a meeting is held (開催方法).
    Mode {
        InPerson = "in_person", "対面";
        Online = "online", "オンライン";
        Hybrid = "hybrid", "対面・オンライン併用";
        Written = "written", "書面";
    }
}

coded! {
    /// How the seats of the room are laid out (席の配置).
    Layout {
        Square = "square", "ロの字";
        Horseshoe = "horseshoe", "コの字";
        School = "school", "スクール";
    }
}

coded! {
    /// Whether one attended (出欠).
    Presence {
        Present = "present", "出席";
        Online = "online", "オンライン出席";
        Late = "late", "遅参";
        LeftEarly = "left_early", "早退";
        Proxy = "proxy", "代理出席";
        Excused = "excused", "欠席（届出）";
        Absent = "absent", "欠席";
    }
}

coded! {
    /// How meetings are numbered (回数の数え方, V14).
    Numbering {
        PerYear = "per_year", "年度ごと";
        Running = "running", "通し";
    }
}

/// Copies of the packet to be made (部数).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Copies {
    /// 委員.
    pub members: u32,
    /// 事務局.
    pub secretariat: u32,
    /// 傍聴.
    pub audience: u32,
    /// 報道.
    pub press: u32,
    /// 予備.
    pub spare: u32,
}

/// A meeting of a body (会議).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Its identifier.
    pub id: MeetingId,
    /// The body.
    pub body: BodyId,
    /// 第n回, within the fiscal year or running, as the council numbers.
    pub number: u16,
    /// The day.
    pub date: Day,
    /// From, as HH:MM.
    pub start: Option<String>,
    /// To, as HH:MM.
    pub end: Option<String>,
    /// Place (会場).
    pub place: String,
    /// How it is held.
    pub mode: Mode,
    /// Why it is closed to the public; open where none.
    pub closed_reason: Option<String>,
    /// Where it stands.
    pub state: MeetingState,
    /// How the seats are laid out.
    pub layout: Layout,
    /// Copies of the packet.
    pub copies: Copies,
    /// Names of the secretariat who attend, with post.
    pub secretariat: Vec<String>,
}

/// A member's attendance (出欠).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendance {
    /// Its identifier.
    pub id: AttendanceId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The appointment under which the person attends.
    pub appointment: AppointmentId,
    /// Whether.
    pub presence: Presence,
    /// Who came instead.
    pub proxy: Option<String>,
}

impl MeetingState {
    /// The states that may follow this one: first the way on, then the way back and calling it off.
    pub const fn moves(self) -> &'static [Self] {
        match self {
            Self::Draft => &[Self::Noticed, Self::Held, Self::Cancelled],
            Self::Noticed => &[Self::Held, Self::Draft, Self::Cancelled],
            Self::Held => &[Self::MinutesOut, Self::Noticed],
            Self::MinutesOut => &[Self::Approved, Self::Held],
            Self::Approved => &[Self::MinutesOut],
            Self::Cancelled => &[Self::Draft],
        }
    }

    /// Whether the meeting has taken place.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Held | Self::MinutesOut | Self::Approved)
    }
}

impl Presence {
    /// Whether the member came in person or on a screen; one who sent somebody did not (V15).
    pub const fn is_there(self) -> bool {
        matches!(self, Self::Present | Self::Online | Self::Late | Self::LeftEarly)
    }
}

impl Meeting {
    /// The fiscal year it belongs to (V14).
    pub fn year(&self) -> FiscalYear {
        FiscalYear::of(self.date)
    }

    /// Whether it comes after another; none where both are on one day and the
    /// hours do not tell.
    fn follows(&self, other: &Self) -> Option<bool> {
        if self.date != other.date {
            return Some(self.date > other.date);
        }
        let (start, others) = (self.start.as_ref()?, other.start.as_ref()?);
        (start != others).then(|| start > others)
    }
}

impl Copies {
    /// More than this of anything is a slip of the hand.
    pub const LIMIT: u32 = 9999;

    /// Not more than [`Self::LIMIT`] for anybody.
    ///
    /// # Errors
    /// The first for whom it is more.
    pub fn check(&self) -> Result<(), Violation> {
        let all = [
            ("members", self.members),
            ("secretariat", self.secretariat),
            ("audience", self.audience),
            ("press", self.press),
            ("spare", self.spare),
        ];
        let over = all.into_iter().find(|(_, count)| *count > Self::LIMIT);
        over.map_or(Ok(()), |(field, _)| {
            Err(Violation::Meeting(MeetingFault::TooManyCopies { field, limit: Self::LIMIT }))
        })
    }
}

/// V14: the number of a new meeting on `date` among the meetings of its body: the one after
/// the last before that day, where it is free; else one more than the highest.
pub fn next_number(numbering: Numbering, date: Day, existing: &[Meeting]) -> u16 {
    let counted = |m: &&Meeting| numbering == Numbering::Running || m.year() == FiscalYear::of(date);
    let after = |highest: Option<u16>| highest.map_or(1, |n| n.saturating_add(1));
    let all: Vec<&Meeting> = existing.iter().filter(counted).collect();
    let by_day = after(all.iter().filter(|m| m.date <= date).map(|m| m.number).max());
    if all.iter().any(|m| m.number == by_day) { after(all.iter().map(|m| m.number).max()) } else { by_day }
}

/// V14: no two meetings of a body with one number in a year (or at all, when running).
pub fn check_number(numbering: Numbering, meeting: &Meeting, existing: &[Meeting]) -> Option<Violation> {
    existing
        .iter()
        .filter(|m| m.id != meeting.id && m.body == meeting.body && m.state != MeetingState::Cancelled)
        .filter(|m| numbering == Numbering::Running || m.year() == meeting.year())
        .find(|m| m.number == meeting.number)
        .map(|m| Violation::MeetingNumberTaken { number: meeting.number, on: m.date })
}

/// V14: as [`check_number`], of a meeting that is mended: a number that it shares
/// since the way of counting has changed does not stand in the way of anything else.
pub fn check_renumbered(numbering: Numbering, old: &Meeting, new: &Meeting, existing: &[Meeting]) -> Option<Violation> {
    let moved = new.number != old.number || new.year() != old.year();
    check_number(numbering, new, existing).filter(|_| moved)
}

/// V14: how many meetings share their number with an earlier one of their body.
pub fn shared_numbers(numbering: Numbering, meetings: &[Meeting]) -> usize {
    let before = |at: usize| meetings.get(..at).unwrap_or_default();
    let counts = |m: &Meeting| m.state != MeetingState::Cancelled;
    meetings.iter().enumerate().filter(|(at, m)| counts(m) && check_number(numbering, m, before(*at)).is_some()).count()
}

/// V14: numbers follow the days; a meeting that was entered late may not.
pub fn check_order(numbering: Numbering, meeting: &Meeting, existing: &[Meeting]) -> Option<Violation> {
    existing
        .iter()
        .filter(|m| m.id != meeting.id && m.body == meeting.body && m.state != MeetingState::Cancelled)
        .filter(|m| numbering == Numbering::Running || m.year() == meeting.year())
        .any(|m| m.number != meeting.number && m.follows(meeting) == Some(m.number < meeting.number))
        .then_some(Violation::MeetingNumberOrder { number: meeting.number })
}

/// V15: only an open appointment attends.
pub fn check_attendance(appointment: &Appointment, date: Day) -> Option<Violation> {
    (!appointment.is_open_on(date)).then_some(Violation::NotMemberOnDay { on: date })
}

#[cfg(test)]
mod tests {
    //! V14's worked examples.
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn meeting(date: &str, number: u16) -> Meeting {
        Meeting {
            id: MeetingId::from_key(date),
            body: BodyId::from_key("b1"),
            number,
            date: date.parse().unwrap(),
            start: None,
            end: None,
            place: String::new(),
            mode: Mode::InPerson,
            closed_reason: None,
            state: MeetingState::Draft,
            layout: Layout::Square,
            copies: Copies::default(),
            secretariat: vec![],
        }
    }

    #[test]
    fn nobody_makes_ten_thousand_copies() {
        assert_eq!(Copies { members: 9999, ..Copies::default() }.check(), Ok(()));
        let found = Copies { audience: u32::MAX, ..Copies::default() }.check();
        let field = "audience";
        assert_eq!(found, Err(Violation::Meeting(MeetingFault::TooManyCopies { field, limit: 9999 })));
    }

    #[test]
    fn v14_numbers_restart_with_the_fiscal_year() {
        let held = [meeting("2026-06-24", 1), meeting("2026-10-14", 2), meeting("2027-02-17", 3)];
        let (march, april) = ("2027-03-31".parse().unwrap(), "2027-04-01".parse().unwrap());
        assert_eq!(next_number(Numbering::PerYear, march, &held), 4);
        assert_eq!(next_number(Numbering::PerYear, april, &held), 1);
        assert_eq!(next_number(Numbering::Running, april, &held), 4);
        let gap = [held[0].clone(), held[2].clone()];
        assert_eq!(next_number(Numbering::PerYear, held[1].date, &gap), 2, "free between the two");
        let only = [meeting("2027-03-24", 1)];
        assert_eq!(next_number(Numbering::PerYear, held[1].date, &only), 2, "the first is taken by a later day");
        assert_eq!(meeting("2027-03-31", 4).year().number(), 2026);
        assert!(check_order(Numbering::PerYear, &meeting("2026-12-23", 4), &held).is_some());
        assert_eq!(check_order(Numbering::PerYear, &meeting("2027-03-24", 4), &held), None);
        let two = [meeting("2026-06-24", 1), Meeting { id: MeetingId::from_key("noon"), ..meeting("2026-06-24", 2) }];
        assert!(two.iter().all(|m| check_order(Numbering::PerYear, m, &two).is_none()), "two on one day");
        let hours = ["15:00", "13:30"].map(|h| Some(h.to_owned()));
        let [late, early] = [0, 1].map(|at: usize| Meeting { start: hours[at].clone(), ..two[at].clone() });
        let turned = [late, early];
        assert!(turned.iter().all(|m| check_order(Numbering::PerYear, m, &turned).is_some()), "the hours tell");
        let twice = meeting("2027-03-31", 3);
        assert!(check_number(Numbering::PerYear, &twice, &held).is_some());
        assert_eq!(check_number(Numbering::PerYear, &meeting("2027-04-01", 1), &held), None);
        let first = Some(Violation::MeetingNumberTaken { number: 1, on: held[0].date });
        assert_eq!(check_number(Numbering::Running, &meeting("2027-04-01", 1), &held), first, "names the other");
    }

    #[test]
    fn v14_a_number_that_was_right_holds_nothing_else_up() {
        let all = [meeting("2026-06-24", 1), meeting("2026-10-14", 2), meeting("2027-04-14", 1)];
        for (numbering, shared) in [(Numbering::PerYear, 0), (Numbering::Running, 1)] {
            assert_eq!(shared_numbers(numbering, &all), shared, "{numbering:?}");
        }
        let called_off = [all[0].clone(), Meeting { state: MeetingState::Cancelled, ..all[2].clone() }];
        assert_eq!(shared_numbers(Numbering::Running, &called_off), 0);
        let old = &all[2];
        let check = |new: &Meeting| check_renumbered(Numbering::Running, old, new, &all);
        assert_eq!(check(&Meeting { place: "市役所".to_owned(), ..old.clone() }), None);
        assert_eq!(check(&Meeting { date: "2027-04-21".parse().unwrap(), ..old.clone() }), None);
        assert_eq!(check(&Meeting { number: 3, ..old.clone() }), None);
        let taken = Some(Violation::MeetingNumberTaken { number: 2, on: all[1].date });
        assert_eq!(check(&Meeting { number: 2, ..old.clone() }), taken);
    }
}
