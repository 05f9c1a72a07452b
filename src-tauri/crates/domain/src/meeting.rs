//! Meetings (会議): their bodies and states, whether they count (V12), who attends (V15).

use crate::appointment::Appointment;
use crate::id::{AppointmentId, AttendanceId, BodyId, MeetingId, PostponementId};
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
        Postponed = "postponed", "延期（日程未定）";
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

/// Another body of a joint meeting (合同開催).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JointBody {
    /// The body.
    pub body: BodyId,
    /// 第n回 in that body's series; none where it is not counted there.
    pub number: Option<u16>,
}

/// A meeting of a body, or of several (会議).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Its identifier.
    pub id: MeetingId,
    /// The body; of a joint meeting the one that leads it.
    pub body: BodyId,
    /// The other bodies of a joint meeting, in order.
    pub joint: Vec<JointBody>,
    /// 第n回 in the series of its body, see [`Series`](crate::series::Series).
    pub number: u16,
    /// The day; while it is put off to an open day, the one that it was put off from.
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
    /// V12: whether it counts among the meetings planned, as the office said; none
    /// where nobody said, see [`Meeting::is_counted`].
    pub counts: Option<bool>,
    /// Why it was called off.
    pub off_reason: Option<String>,
    /// The day on which it was called off.
    pub off_on: Option<Day>,
}

/// A meeting was put off (延期).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Postponement {
    /// Its identifier.
    pub id: PostponementId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The day that it was put off from.
    pub was_day: Day,
    /// From, as HH:MM.
    pub was_start: Option<String>,
    /// To, as HH:MM.
    pub was_end: Option<String>,
    /// The place at which it would have been.
    pub was_place: String,
    /// Whether the members had been told of that day, so that they are to be told of this.
    pub was_noticed: bool,
    /// The new day; none while it is open.
    pub to_day: Option<Day>,
    /// Why.
    pub reason: String,
    /// The day of the decision.
    pub decided_on: Day,
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
            Self::Draft => &[Self::Noticed, Self::Held, Self::Postponed, Self::Cancelled],
            Self::Noticed => &[Self::Held, Self::Draft, Self::Postponed, Self::Cancelled],
            Self::Held => &[Self::MinutesOut, Self::Noticed],
            Self::MinutesOut => &[Self::Approved, Self::Held],
            Self::Approved => &[Self::MinutesOut],
            Self::Postponed => &[Self::Draft, Self::Cancelled],
            Self::Cancelled => &[Self::Draft],
        }
    }

    /// Whether the meeting has taken place.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Held | Self::MinutesOut | Self::Approved)
    }

    /// Whether it takes place on its day, or did: it is neither called off nor put off to an open day.
    pub const fn takes_place(self) -> bool {
        !matches!(self, Self::Postponed | Self::Cancelled)
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

    /// Whether it is a meeting of a body, alone or with others.
    pub fn is_of(&self, body: BodyId) -> bool {
        self.bodies().any(|b| b == body)
    }

    /// Its bodies, the leading one first.
    pub fn bodies(&self) -> impl Iterator<Item = BodyId> {
        std::iter::once(self.body).chain(self.joint.iter().map(|j| j.body))
    }

    /// 第n回 in the series of a body; none where it is not counted there.
    pub fn number_in(&self, body: BodyId) -> Option<u16> {
        if body == self.body {
            return Some(self.number);
        }
        self.joint.iter().find(|j| j.body == body).and_then(|j| j.number)
    }

    /// V12: whether it counts among the meetings planned: as the office said; else
    /// unless it was called off.
    pub fn is_counted(&self) -> bool {
        self.counts.unwrap_or(self.state != MeetingState::Cancelled)
    }

    /// V12: whether the office still is to say that it counts: it was called off, or
    /// is held in writing.
    pub fn count_is_open(&self) -> bool {
        self.counts.is_none() && (self.state == MeetingState::Cancelled || self.mode == Mode::Written)
    }

    /// Whether its number is taken: one that was called off and does not count gives it back.
    pub fn keeps_number(&self) -> bool {
        self.state != MeetingState::Cancelled || self.counts == Some(true)
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

/// V15: only an open appointment attends.
pub fn check_attendance(appointment: &Appointment, date: Day) -> Option<Violation> {
    (!appointment.is_open_on(date)).then_some(Violation::NotMemberOnDay { on: date })
}

#[cfg(test)]
pub(crate) mod tests;
