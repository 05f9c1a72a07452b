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
