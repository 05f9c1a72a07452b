//! The places of a seating plan's desks, in millimetres.

use serde::Serialize;

use crate::seating::Seated;
use crate::{Seat, SeatingPlan, SeatingShape};

/// The room's drawing: what stands where, in millimetres from the top left.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Places {
    /// Width of the drawing.
    pub width: f64,
    /// Height of the drawing.
    pub height: f64,
    /// The desks in reading order: chair, members, secretariat.
    pub desks: Vec<Desk>,
    /// Areas without desks: interpreters, audience, press, doors, the screen.
    pub zones: Vec<Zone>,
    /// From those who look at the interpreters to where these stand.
    pub sights: Vec<Sight>,
}

/// A line of sight.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sight {
    /// From the left, at the desk.
    pub x1: f64,
    /// From above, at the desk.
    pub y1: f64,
    /// From the left, at what is looked at.
    pub x2: f64,
    /// From above, at what is looked at.
    pub y2: f64,
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
    /// Where it lies, for the ear.
    pub side: String,
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
        let seated = self.seated();
        let mut desks = row(&seated.head, 0.0, "正面");
        match self.shape {
            SeatingShape::School => desks.extend(rows_of_members(&seated)),
            SeatingShape::Square | SeatingShape::Horseshoe => desks.extend(self.sides(&seated)),
        }
        desks.extend(self.secretariat(&seated));
        let sights = self.sights(&desks);
        Places { width: WIDTH, height: HEIGHT, desks, zones: self.zones(), sights }
    }

    /// Members along the left and the right side. A square's sides stand under
    /// the ends of its rows; a horseshoe's stand further out and leave an aisle
    /// before the secretariat.
    fn sides(&self, seated: &Seated<'_>) -> Vec<Desk> {
        let (left, right) = (&seated.left, &seated.right);
        let is_open = self.shape == SeatingShape::Horseshoe;
        let top = DESK_H + AISLE;
        let bottom = FOOT_Y - if is_open { 2.0 * AISLE } else { AISLE };
        let longest = left.len().max(right.len()).max(1);
        let pitch = ((bottom - top) / longest as f64).min(DESK_H + GAP);
        let width = if pitch - GAP < LOW_H { LOW_W } else { DESK_W };
        let inset = if is_open { 0.0 } else { side_inset(seated, width) };
        let mut desks = column(left, (inset, width), (top, pitch, bottom), "左側");
        desks.extend(column(right, (WIDTH - inset - width, width), (top, pitch, bottom), "右側"));
        desks
    }

    fn secretariat(&self, seated: &Seated<'_>) -> Vec<Desk> {
        let y = match self.shape {
            SeatingShape::School => DESK_H + AISLE,
            _ => FOOT_Y,
        };
        row(&seated.foot, y, "事務局側")
    }

    fn zones(&self) -> Vec<Zone> {
        let mut zones = Vec::new();
        // Where the office has placed them they stand among the fixtures.
        let fixtures = self.room.iter().flat_map(|r| &r.fixtures);
        let placed = fixtures.clone().any(|f| f.watched);
        if !self.interpreters.is_empty() && !placed {
            zones.push(Zone {
                x: WIDTH - INTERPRETER_W,
                y: 0.0,
                w: INTERPRETER_W,
                h: ZONE_H,
                label: self.interpreters.join("・"),
                side: "正面右".to_owned(),
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
                side: "後方".to_owned(),
            });
        }
        zones.extend(fixtures.map(|f| Zone {
            x: (f.x - f.w / 2.0).clamp(0.0, WIDTH - f.w),
            y: (f.y - f.h / 2.0).clamp(0.0, HEIGHT - f.h),
            w: f.w,
            h: f.h,
            label: f.label.clone(),
            side: "会場".to_owned(),
        }));
        zones
    }

    /// From the desk of each who looks at the interpreters to the nearest of these.
    fn sights(&self, desks: &[Desk]) -> Vec<Sight> {
        let Some(room) = &self.room else { return Vec::new() };
        let watched: Vec<_> = room.fixtures.iter().filter(|f| f.watched).collect();
        let watches = |d: &&Desk| !d.seat.name.is_empty() && room.watchers.contains(&d.seat.name);
        let sight = |d: &Desk| {
            let (x1, y1) = (d.x + d.w / 2.0, d.y + d.h / 2.0);
            let far = |x: f64, y: f64| (x - x1).hypot(y - y1);
            let nearest = watched.iter().min_by(|a, b| far(a.x, a.y).total_cmp(&far(b.x, b.y)))?;
            Some(Sight { x1, y1, x2: nearest.x, y2: nearest.y })
        };
        desks.iter().filter(watches).filter_map(sight).collect()
    }
}

/// The sides stand under the ends of the longer of the two rows.
fn side_inset(seated: &Seated<'_>, width: f64) -> f64 {
    let across = seated.head.len().max(seated.foot.len()).clamp(3, 6) as f64;
    ((WIDTH - across * (DESK_W + GAP)) / 2.0 - width).max(0.0)
}

/// Members row by row, in three blocks of two desks, facing the chair.
fn rows_of_members(seated: &Seated<'_>) -> Vec<Desk> {
    let members: Vec<&Seat> = seated.left.iter().chain(&seated.right).copied().collect();
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

impl Places {
    /// Every place and who is there, in reading order.
    #[must_use]
    pub fn reading(&self) -> Vec<(String, String)> {
        let desks = self.desks.iter().map(|desk| {
            let who = crate::plain::spaced(&[&desk.seat.post, &desk.seat.name]);
            (desk.side.clone(), who)
        });
        let zones = self.zones.iter().map(|zone| (zone.side.clone(), zone.label.clone()));
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
