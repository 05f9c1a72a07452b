//! The day of a meeting (当日): when everybody came and left, who left the room for
//! an item, who else was there, and the audience (V15).

use crate::id::{AgendaItemId, AttendanceId, AttendeeId, MeetingId, StepOutId};
use serde::{Deserialize, Serialize};

/// A time of day (時刻), to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

coded! {
    /// Why a member left the room for a while (退席の事由).
    OutKind {
        Recused = "recused", "除斥";
        Left = "left", "退席";
    }
}

coded! {
    /// Who was there without being a member (委員以外の出席者, V15).
    AttendeeKind {
        Explainer = "explainer", "説明者";
        Guest = "guest", "招へい者・来賓";
        Sign = "sign", "手話通訳者";
        Writing = "writing", "要約筆記者";
        Assistant = "assistant", "介助者・支援者";
        Secretariat = "secretariat", "事務局";
        Other = "other", "その他";
    }
}

/// When a member came and left, and a remark (出欠の時刻と備考).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttendanceTime {
    /// The attendance; one line for each.
    pub attendance: AttendanceId,
    /// Came after the opening (遅参の時刻).
    pub came: Option<TimeOfDay>,
    /// Left before the end (早退の時刻).
    pub left: Option<TimeOfDay>,
    /// Why, as the office notes it.
    pub note: Option<String>,
}

/// A member who left the room for a while, as for one item of the agenda (除斥・退席).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepOut {
    /// Its identifier.
    pub id: StepOutId,
    /// Whose.
    pub attendance: AttendanceId,
    /// The item; none for a while that is told by its times alone.
    pub item: Option<AgendaItemId>,
    /// 除斥 or 退席.
    pub kind: OutKind,
    /// From; that of the item where none.
    pub from: Option<TimeOfDay>,
    /// Back at; not yet where none.
    pub to: Option<TimeOfDay>,
    /// Why.
    pub reason: String,
}

/// Somebody who was there and is no member (委員以外の出席者).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendee {
    /// Their identifier.
    pub id: AttendeeId,
    /// The meeting.
    pub meeting: MeetingId,
    /// As what. The secretariat stands with the meeting itself.
    pub kind: AttendeeKind,
    /// The name; may be empty where only the organisation is known (派遣団体).
    pub name: String,
    /// Organisation and post.
    pub affiliation: String,
    /// In the office's order.
    pub order: u16,
}

/// How a meeting went (当日の記録): one line for each meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingDay {
    /// The meeting.
    pub meeting: MeetingId,
    /// Opened at (開会).
    pub opened: Option<TimeOfDay>,
    /// Closed at (閉会).
    pub closed: Option<TimeOfDay>,
    /// The audience that was let in (傍聴者).
    pub admitted: Option<u32>,
    /// Of whom left before the end.
    pub left_early: Option<u32>,
    /// Who could not be let in for want of seats.
    pub refused: Option<u32>,
    /// The press (報道).
    pub press: Option<u32>,
}

/// A place in the room (席).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoomSeat {
    /// Whose: `m` and the appointment, `a` and the attendee, `s` and the number in
    /// the secretariat's list, `-` for a seat that is kept free.
    pub who: String,
    /// Whether a wheelchair stands there in place of a chair (車椅子席).
    #[serde(default)]
    pub wheelchair: bool,
}

coded! {
    /// A side of the table (席の辺).
    Side {
        Head = "head", "正面";
        Left = "left", "左側";
        Right = "right", "右側";
        Foot = "foot", "事務局側";
    }
}

coded! {
    /// What else is drawn in the room (会場の設備).
    FixtureKind {
        Door = "door", "出入口";
        Screen = "screen", "スクリーン";
        Interpreter = "interpreter", "手話通訳者の位置";
        Writing = "writing", "要約筆記の表示";
        Wheelchair = "wheelchair", "車椅子の場所";
        Desk = "desk", "受付・資料机";
    }
}

/// Something else in the room, in whole millimetres of the drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fixture {
    /// What.
    pub kind: FixtureKind,
    /// Middle, from the left.
    pub x: u16,
    /// Middle, from above.
    pub y: u16,
}

/// Who sits where at a meeting, as the office has placed them (席の固定).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// At the head, from the left.
    pub head: Vec<RoomSeat>,
    /// On the left, from the head on; in スクール row by row.
    pub left: Vec<RoomSeat>,
    /// On the right, from the head on.
    pub right: Vec<RoomSeat>,
    /// At the foot, from the left.
    pub foot: Vec<RoomSeat>,
    /// Doors, the screen, where interpreters stand.
    pub fixtures: Vec<Fixture>,
    /// Whether the seats of those who stay away are kept free; closed up where not.
    pub keep_absent: bool,
}

impl TimeOfDay {
    /// From an hour and a minute.
    pub const fn new(hour: u16, minute: u16) -> Option<Self> {
        if hour < 24 && minute < 60 { Some(Self(hour * 60 + minute)) } else { None }
    }

    /// Reads a time as it is typed: 14:05, 1405, 14時5分, 14時; full-width figures too.
    pub fn read(typed: &str) -> Option<Self> {
        let text = crate::text::half_width(typed.trim()).replace('時', ":").replace('分', "");
        let (hour, minute) = match text.split_once(':') {
            Some((hour, "")) => (hour, "0"),
            Some((hour, minute)) => (hour, minute),
            None if (3..=4).contains(&text.len()) && text.is_ascii() => text.split_at(text.len() - 2),
            None => return None,
        };
        let figure = |t: &str| t.bytes().all(|b| b.is_ascii_digit()).then(|| t.parse().ok()).flatten();
        Self::new(figure(hour)?, figure(minute)?)
    }

    /// Minutes since midnight.
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// 15時20分, as it is read aloud.
    pub fn spoken(self) -> String {
        match self.0 % 60 {
            0 => format!("{}時", self.0 / 60),
            minute => format!("{}時{minute}分", self.0 / 60),
        }
    }
}

/// HH:MM.
impl std::fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl Room {
    /// The places of a side.
    pub fn side(&self, side: Side) -> &[RoomSeat] {
        match side {
            Side::Head => &self.head,
            Side::Left => &self.left,
            Side::Right => &self.right,
            Side::Foot => &self.foot,
        }
    }

    /// The places of a side, to be changed.
    pub fn side_mut(&mut self, side: Side) -> &mut Vec<RoomSeat> {
        match side {
            Side::Head => &mut self.head,
            Side::Left => &mut self.left,
            Side::Right => &mut self.right,
            Side::Foot => &mut self.foot,
        }
    }

    /// Whether somebody has a place.
    pub fn seats(&self, who: &str) -> bool {
        Side::ALL.iter().any(|side| self.side(*side).iter().any(|seat| seat.who == who))
    }

    /// Takes somebody from their place and puts them at place `at` of a side; nothing
    /// where they have none.
    pub fn seat_at(&mut self, who: &str, side: Side, at: usize) {
        let found = Side::ALL.iter().find_map(|s| Some((*s, self.side(*s).iter().position(|seat| seat.who == who)?)));
        let Some((from, place)) = found else { return };
        let seat = self.side_mut(from).remove(place);
        let row = self.side_mut(side);
        row.insert(at.min(row.len()), seat);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn times_are_read_as_they_are_typed() {
        for (typed, time) in [
            ("14:05", Some("14:05")),
            ("1405", Some("14:05")),
            ("930", Some("09:30")),
            ("９時３０分", Some("09:30")),
            ("14時", Some("14:00")),
            ("１４：０５", Some("14:05")),
            ("24:00", None),
            ("14:60", None),
            ("午後", None),
            ("14", None),
            ("+1:05", None),
            ("", None),
        ] {
            assert_eq!(TimeOfDay::read(typed).map(|t| t.to_string()).as_deref(), time, "{typed}");
        }
        assert_eq!(TimeOfDay::new(15, 0).unwrap().spoken(), "15時");
        assert_eq!(TimeOfDay::new(15, 20).unwrap().spoken(), "15時20分");
    }

    #[test]
    fn a_seat_moves_to_another_side_and_back() {
        let seat = |who: &str| RoomSeat { who: who.to_owned(), wheelchair: false };
        let mut room = Room { left: vec![seat("a"), seat("b")], right: vec![seat("c")], ..Room::default() };
        room.seat_at("a", Side::Right, 1);
        room.seat_at("nobody", Side::Right, 0);
        let names = |row: &[RoomSeat]| row.iter().map(|s| s.who.clone()).collect::<Vec<_>>();
        assert_eq!((names(&room.left), names(&room.right)), (vec!["b".to_owned()], vec!["c".into(), "a".into()]));
        room.seat_at("a", Side::Left, 99);
        assert_eq!(names(&room.left), ["b", "a"], "a place beyond the end is the end");
    }
}
