//! Who sits where (席次表).

use serde::{Deserialize, Serialize};

use crate::plain::{Lines, spaced};

/// A seating plan (席次表), A4 landscape.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeatingPlan {
    /// The council's name.
    pub council: String,
    /// 「令和8年度 第2回 全体会」.
    pub meeting: String,
    /// Date and room.
    pub date: String,
    /// Room and address.
    pub place: String,
    /// How the desks stand.
    pub shape: SeatingShape,
    /// Everybody with a desk. Members sit in this order: from the chair down
    /// the left side, then down the right side; row by row in スクール.
    pub seats: Vec<Seat>,
    /// Sign-language and summary-writing interpreters (手話通訳, 要約筆記), by
    /// label or name; they stand where the members see them.
    pub interpreters: Vec<String>,
    /// Places for the audience (傍聴席); none if the meeting is closed.
    pub audience: Option<u32>,
    /// Places for the press (報道席), if any.
    pub press: Option<u32>,
    /// Who sits where, as the office has placed them; by their roles where none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<SeatRoom>,
}

/// A room as the office has arranged it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SeatRoom {
    /// At the head, from the left.
    pub head: Vec<Seat>,
    /// On the left, from the head on.
    pub left: Vec<Seat>,
    /// On the right, from the head on.
    pub right: Vec<Seat>,
    /// At the foot, from the left.
    pub foot: Vec<Seat>,
    /// Doors, the screen, where interpreters stand.
    pub fixtures: Vec<RoomFixture>,
    /// The names of those who look at the interpreters: a line is drawn to each.
    pub watchers: Vec<String>,
}

/// Something in the room, in millimetres of the drawing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RoomFixture {
    /// What it is.
    pub label: String,
    /// Its middle, from the left.
    pub x: f64,
    /// Its middle, from above.
    pub y: f64,
    /// Its width.
    pub w: f64,
    /// Its height.
    pub h: f64,
    /// Whether it is looked at.
    pub watched: bool,
}

/// Who sits on which side of the room.
pub(crate) struct Seated<'a> {
    pub(crate) head: Vec<&'a Seat>,
    pub(crate) left: Vec<&'a Seat>,
    pub(crate) right: Vec<&'a Seat>,
    pub(crate) foot: Vec<&'a Seat>,
}

/// How the desks stand (机の並べ方).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeatingShape {
    /// A closed square (ロの字).
    Square,
    /// Open at the secretariat's side (コの字).
    Horseshoe,
    /// Rows facing the chair (スクール形式).
    School,
}

impl SeatingShape {
    /// The word for it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            SeatingShape::Square => "ロの字形式",
            SeatingShape::Horseshoe => "コの字形式",
            SeatingShape::School => "スクール形式",
        }
    }
}

/// A desk and who sits at it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Where it belongs.
    pub role: SeatRole,
    /// The short name, told apart from namesakes: 「髙橋（恵）」.
    pub name: String,
    /// 会長, 副会長, 委員, or the post of an official.
    pub post: String,
}

/// Where a seat belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeatRole {
    /// Who chairs (会長, 座長, 部会長), and the deputy: at the head.
    Chair,
    /// A member.
    Member,
    /// The secretariat and officials who explain (事務局, 説明者): at the foot.
    Secretariat,
}

impl SeatingPlan {
    /// The seats of one role, in order.
    pub(crate) fn of(&self, role: SeatRole) -> Vec<&Seat> {
        self.seats.iter().filter(|seat| seat.role == role).collect()
    }

    /// Who sits on which side: as placed, else members down the left, then the right.
    pub(crate) fn seated(&self) -> Seated<'_> {
        if let Some(room) = &self.room {
            return Seated {
                head: room.head.iter().collect(),
                left: room.left.iter().collect(),
                right: room.right.iter().collect(),
                foot: room.foot.iter().collect(),
            };
        }
        let mut left = self.of(SeatRole::Member);
        let right = left.split_off(left.len().div_ceil(2));
        Seated { head: self.of(SeatRole::Chair), left, right, foot: self.of(SeatRole::Secretariat) }
    }

    /// The plain-text version.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(&self.council);
        lines.push(format!("{}　席次表（{}）", self.meeting, self.shape.label()));
        lines.push(spaced(&[&self.date, &self.place]));
        lines.gap();
        for (label, text) in self.places().reading() {
            lines.push(format!("{label}　{text}"));
        }
        lines.finish()
    }
}
