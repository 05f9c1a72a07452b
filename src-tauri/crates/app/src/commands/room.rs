//! Who sits where at a meeting; the yearly report's own words.

use super::meetings::{WhichMeeting, meeting};
use super::year_plan::InYear;
use super::{bad_code, year};
use crate::council::{App, Written};
use crate::error::Result;
use crate::report::ReportPlace;
use crate::seating::room::{SeatingPage, SetSeat};
use entaku_domain::day::{Fixture, FixtureKind, Side};
use serde::Deserialize;
use ts_rs::TS;

/// Everybody's place at a meeting.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoomForm {
    /// The meeting's identifier.
    pub meeting: String,
    /// Every place, those of a side in their order.
    pub seats: Vec<RoomSeatForm>,
    /// Doors, the screen and so on.
    pub fixtures: Vec<RoomFixtureForm>,
    /// Whether the seats of those who stay away are kept free.
    pub keep_absent: bool,
}

/// A place.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoomSeatForm {
    /// Whose; `-` for a seat that is kept free.
    pub who: String,
    /// `head`, `left`, `right`, `foot`.
    pub side: String,
    /// Whether a wheelchair stands there.
    pub wheelchair: bool,
}

/// Something else in the room.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoomFixtureForm {
    /// `door`, `screen`, `interpreter`, `writing`, `wheelchair`, `desk`.
    pub kind: String,
    /// Its middle, from the left, in millimetres.
    pub x: u16,
    /// Its middle, from above.
    pub y: u16,
}

/// Places to go back to.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoomFrom {
    /// The meeting's identifier.
    pub meeting: String,
    /// Those of the body's last meeting; the usual ones where not.
    pub last: bool,
}

/// The office's own words in a report.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReportTextForm {
    /// The fiscal year, as typed.
    pub year: String,
    /// The place, a code.
    pub place: String,
    /// The words; empty takes them away.
    pub text: String,
}

pub(super) fn seating_page(app: &App, args: WhichMeeting) -> Result<SeatingPage> {
    app.seating_page(meeting(&args.meeting)?)
}

pub(super) fn set_room(app: &mut App, args: RoomForm) -> Result<Written<()>> {
    let seat = |s: RoomSeatForm| {
        let side = Side::from_code(&s.side).map_err(bad_code)?;
        Ok(SetSeat { who: s.who, side, wheelchair: s.wheelchair })
    };
    let fixture =
        |f: RoomFixtureForm| Ok(Fixture { kind: FixtureKind::from_code(&f.kind).map_err(bad_code)?, x: f.x, y: f.y });
    let seats = args.seats.into_iter().map(seat).collect::<Result<Vec<_>>>()?;
    let fixtures = args.fixtures.into_iter().map(fixture).collect::<Result<Vec<_>>>()?;
    app.set_room(meeting(&args.meeting)?, &seats, &fixtures, args.keep_absent)
}

pub(super) fn reset_room(app: &mut App, args: RoomFrom) -> Result<Written<()>> {
    app.reset_room(meeting(&args.meeting)?, args.last)
}

pub(super) fn report_texts(app: &App, args: InYear) -> Result<Vec<ReportPlace>> {
    app.report_texts(year(&args.year)?)
}

pub(super) fn set_report_text(app: &mut App, args: ReportTextForm) -> Result<Written<()>> {
    app.set_report_text(year(&args.year)?, &args.place, &args.text)
}
