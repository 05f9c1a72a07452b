//! The places of a seating plan's desks, in millimetres.

use serde::Serialize;

use crate::{Seat, SeatRole, SeatingPlan, SeatingShape};

/// The room's drawing: what stands where, in millimetres from the top left.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Places {
    /// Width of the drawing.
    pub width: f64,
    /// Height of the drawing.
    pub height: f64,
    /// The desks in reading order: chair, members, secretariat.
    pub desks: Vec<Desk>,
    /// Areas without desks: interpreters, audience, press.
    pub zones: Vec<Zone>,
}

/// A desk.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Desk {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
    /// Where it stands, for the ear: 「正面」「左側1」.
    pub side: String,
    /// Who sits there.
    pub seat: Seat,
}

/// An area of the room.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Zone {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
    /// 「傍聴席（10席）」.
    pub label: String,
}

const WIDTH: f64 = 273.0;
const HEIGHT: f64 = 156.0;
/// A desk with room to spare.
const DESK_W: f64 = 48.0;
const DESK_H: f64 = 16.0;
/// A desk at a side that is lower than this has post and name on one line, and
/// is wider for it.
const LOW_H: f64 = 10.0;
const LOW_W: f64 = 66.0;
const GAP: f64 = 1.5;
const ZONE_H: f64 = 12.0;
const INTERPRETER_W: f64 = 50.0;
/// Between the rows of desks and the rest.
const AISLE: f64 = 5.0;
/// Where the secretariat's row begins.
const FOOT_Y: f64 = HEIGHT - ZONE_H - AISLE - DESK_H;

impl SeatingPlan {
    /// Computes where everybody sits.
    #[must_use]
    pub fn places(&self) -> Places {
        let mut desks = row(&self.of(SeatRole::Chair), 0.0, "正面");
        match self.shape {
            SeatingShape::School => desks.extend(self.rows_of_members()),
            SeatingShape::Square | SeatingShape::Horseshoe => desks.extend(self.sides()),
        }
        desks.extend(self.secretariat());
        Places { width: WIDTH, height: HEIGHT, desks, zones: self.zones() }
    }

    /// Members along the left and the right side. A square's sides stand under
    /// the ends of its rows; a horseshoe's stand further out and leave an aisle
    /// before the secretariat.
    fn sides(&self) -> Vec<Desk> {
        let members = self.of(SeatRole::Member);
        let (left, right) = members.split_at(members.len().div_ceil(2));
        let is_open = self.shape == SeatingShape::Horseshoe;
        let top = DESK_H + AISLE;
        let bottom = FOOT_Y - if is_open { 2.0 * AISLE } else { AISLE };
        let pitch = ((bottom - top) / left.len().max(1) as f64).min(DESK_H + GAP);
        let width = if pitch - GAP < LOW_H { LOW_W } else { DESK_W };
        let inset = if is_open { 0.0 } else { self.side_inset(width) };
        let mut desks = column(left, (inset, width), (top, pitch, bottom), "左側");
        desks.extend(column(right, (WIDTH - inset - width, width), (top, pitch, bottom), "右側"));
        desks
    }

    /// The sides stand under the ends of the longer of the two rows.
    fn side_inset(&self, width: f64) -> f64 {
        let head = self.of(SeatRole::Chair).len();
        let foot = self.of(SeatRole::Secretariat).len();
        let across = head.max(foot).clamp(3, 6) as f64;
        ((WIDTH - across * (DESK_W + GAP)) / 2.0 - width).max(0.0)
    }

    /// Members row by row, in three blocks of two desks, facing the chair.
    fn rows_of_members(&self) -> Vec<Desk> {
        let members = self.of(SeatRole::Member);
        let top = 2.0 * (DESK_H + AISLE) + AISLE;
        let rows = members.len().div_ceil(6).max(1);
        let pitch = ((HEIGHT - ZONE_H - AISLE - top) / rows as f64).min(DESK_H + AISLE);
        let width = 43.0;
        let block_gap = (WIDTH - 6.0 * width) / 2.0;
        let place = |(index, seat): (usize, &&Seat)| {
            let (line, place) = (index / 6, index % 6);
            let block = (place / 2) as f64;
            Desk {
                x: block_gap * block + place as f64 * width,
                y: top + line as f64 * pitch,
                w: width,
                h: (pitch - GAP).min(DESK_H),
                side: format!("{}列目{}", line + 1, place + 1),
                seat: (*seat).clone(),
            }
        };
        members.iter().enumerate().map(place).collect()
    }

    fn secretariat(&self) -> Vec<Desk> {
        let y = match self.shape {
            SeatingShape::School => DESK_H + AISLE,
            _ => FOOT_Y,
        };
        row(&self.of(SeatRole::Secretariat), y, "事務局側")
    }

    fn zones(&self) -> Vec<Zone> {
        let mut zones = Vec::new();
        if !self.interpreters.is_empty() {
            zones.push(Zone {
                x: WIDTH - INTERPRETER_W,
                y: 0.0,
                w: INTERPRETER_W,
                h: ZONE_H,
                label: self.interpreters.join("・"),
            });
        }
        let count = |label: &str, seats: u32| format!("{label}（{seats}席）");
        let foot: Vec<String> = [self.audience.map(|n| count("傍聴席", n)), self.press.map(|n| count("報道席", n))]
            .into_iter()
            .flatten()
            .collect();
        let width = (WIDTH - 60.0) / foot.len().max(1) as f64;
        for (index, label) in foot.into_iter().enumerate() {
            zones.push(Zone {
                x: 30.0 + index as f64 * width + GAP,
                y: HEIGHT - ZONE_H,
                w: width - 2.0 * GAP,
                h: ZONE_H,
                label,
            });
        }
        zones
    }
}

impl Places {
    /// Every place and who is there, in reading order.
    #[must_use]
    pub fn reading(&self) -> Vec<(String, String)> {
        let desks = self.desks.iter().map(|desk| {
            let who = crate::plain::spaced(&[&desk.seat.post, &desk.seat.name]);
            (desk.side.clone(), who)
        });
        let zones = self.zones.iter().map(|zone| {
            let side = if zone.y == 0.0 { "正面右" } else { "後方" };
            (side.to_owned(), zone.label.clone())
        });
        desks.chain(zones).collect()
    }
}

/// Desks side by side around the middle, narrower when there are many.
fn row(seats: &[&Seat], y: f64, side: &str) -> Vec<Desk> {
    // Nothing but the head's row has an area beside it.
    let room = WIDTH - if y == 0.0 { 2.0 * (INTERPRETER_W + GAP) } else { 0.0 };
    let pitch = (DESK_W + GAP).min(room / seats.len().max(1) as f64);
    let left = (WIDTH - pitch * seats.len() as f64) / 2.0;
    let place = |(index, seat): (usize, &&Seat)| Desk {
        x: left + index as f64 * pitch + GAP / 2.0,
        y,
        w: pitch - GAP,
        h: DESK_H,
        side: numbered(side, index, seats.len()),
        seat: (*seat).clone(),
    };
    seats.iter().enumerate().map(place).collect()
}

/// Desks one below the other, in the middle of the side.
fn column(seats: &[&Seat], (x, w): (f64, f64), (top, pitch, bottom): (f64, f64, f64), side: &str) -> Vec<Desk> {
    let start = top + (bottom - top - pitch * seats.len() as f64) / 2.0;
    let place = |(index, seat): (usize, &&Seat)| Desk {
        x,
        y: start + index as f64 * pitch,
        w,
        h: pitch - GAP,
        side: numbered(side, index, seats.len()),
        seat: (*seat).clone(),
    };
    seats.iter().enumerate().map(place).collect()
}

fn numbered(side: &str, index: usize, of: usize) -> String {
    if of > 1 { format!("{side}{}", index + 1) } else { side.to_owned() }
}
