//! Who sits where at a meeting (席次): as the office has placed them, with those who are
//! new added and those who stay away taken out.

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::meetings::page::meeting;
use crate::publication;
use crate::snapshot::{Sitting, Snapshot};
use crate::text::{day as words, labels};
use entaku_documents::{Audience, RoomFixture, Seat, SeatRole, SeatRoom};
use entaku_domain::day::{Attendee, AttendeeKind, Fixture, FixtureKind, Room, RoomSeat, Side};
use entaku_domain::day_fault::DayFault;
use entaku_domain::id::{AppointmentId, MeetingId};
use entaku_domain::meeting::{Attendance, Layout, Meeting, Presence};
use entaku_domain::person::Person;
use entaku_domain::violation::Violation;
use entaku_store::Action;
use std::collections::{BTreeMap, BTreeSet};

/// What is recorded that a seating plan needs.
#[derive(Debug, Clone, Default)]
pub struct SeatRecord {
    /// As the office has placed them.
    pub room: Option<Room>,
    attendance: BTreeMap<AppointmentId, Attendance>,
    attendees: Vec<Attendee>,
}

/// A place on the screen's plan, in millimetres.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct PlacedSeat {
    /// Whose; `-` for a seat that is kept free.
    pub who: String,
    /// The name as printed.
    pub name: String,
    /// 会長, 委員, 事務局.
    pub post: String,
    /// `head`, `left`, `right`, `foot`.
    pub side: String,
    /// Whether a wheelchair stands there.
    pub wheelchair: bool,
    /// From the left.
    pub x: f64,
    /// From above.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// Something else in the room.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PlacedFixture {
    /// A code.
    pub kind: String,
    /// In Japanese.
    pub label: String,
    /// Its middle, from the left.
    pub x: u16,
    /// Its middle, from above.
    pub y: u16,
}

/// The seats of a meeting.
#[derive(Debug, Clone, PartialEq, serde::Serialize, ts_rs::TS)]
pub struct SeatingPage {
    /// How the seats are laid out, a code.
    pub layout: String,
    /// Width of the drawing.
    pub width: f64,
    /// Height of the drawing.
    pub height: f64,
    /// Every place, side by side.
    pub seats: Vec<PlacedSeat>,
    /// Doors, the screen and so on.
    pub fixtures: Vec<PlacedFixture>,
    /// Whether the seats of those who stay away are kept free.
    pub keep_absent: bool,
    /// Whether the office has placed anybody.
    pub stored: bool,
    /// The last meeting of the body whose places can be taken over.
    pub last: Option<String>,
}

/// A place to be set.
#[derive(Debug, Clone)]
pub struct SetSeat {
    /// Whose.
    pub who: String,
    /// Which side.
    pub side: Side,
    /// Whether a wheelchair stands there.
    pub wheelchair: bool,
}

/// The drawing's size, in millimetres.
const DRAWING: (u16, u16) = (273, 156);

fn member(id: AppointmentId) -> String {
    format!("m{id}")
}

fn attendee(a: &Attendee) -> String {
    format!("a{}", a.id)
}

/// Interpreters have no desk; they stand where the fixtures say.
pub(crate) fn has_desk(a: &Attendee) -> bool {
    !matches!(a.kind, AttendeeKind::Sign | AttendeeKind::Writing)
}

impl SeatRecord {
    fn stays_away(&self, id: AppointmentId) -> bool {
        self.attendance.get(&id).is_some_and(|a| !a.presence.is_there() && a.presence != Presence::Proxy)
    }
}

impl App {
    /// What is recorded of a meeting that its seating plan needs.
    ///
    /// # Errors
    /// Those of the store.
    pub fn seat_record(&self, id: MeetingId) -> Result<SeatRecord> {
        Ok(SeatRecord {
            room: self.store.room(id)?,
            attendance: self.store.attendance(id)?.into_iter().map(|a| (a.appointment, a)).collect(),
            attendees: self.store.attendees(id)?.into_iter().filter(has_desk).collect(),
        })
    }

    /// The seats of a meeting, to be moved.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`].
    pub fn seating_page(&self, id: MeetingId) -> Result<SeatingPage> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let record = self.seat_record(id)?;
        let room = arranged(&council, m, &record);
        let body = council.body_by_id(m.body).ok_or_else(|| AppError::UnknownBody(m.body.to_string()))?;
        let with = SeatRecord { room: Some(room.clone()), ..record.clone() };
        let name = council.meeting_title(m);
        let places = super::plan(&council, m, body, &name, Audience::Internal, &with).places();
        let sides = in_order(&room, m.layout);
        let seats = sides.iter().zip(&places.desks).map(|((side, seat), desk)| PlacedSeat {
            who: seat.who.clone(),
            name: desk.seat.name.clone(),
            post: desk.seat.post.clone(),
            side: side.code().to_owned(),
            wheelchair: seat.wheelchair,
            x: desk.x,
            y: desk.y,
            w: desk.w,
            h: desk.h,
        });
        let fixture = |f: &Fixture| PlacedFixture {
            kind: f.kind.code().to_owned(),
            label: f.kind.label().to_owned(),
            x: f.x,
            y: f.y,
        };
        Ok(SeatingPage {
            layout: m.layout.code().to_owned(),
            width: places.width,
            height: places.height,
            seats: seats.collect(),
            fixtures: room.fixtures.iter().map(fixture).collect(),
            keep_absent: room.keep_absent,
            stored: record.room.is_some(),
            last: self.last_room(&council, m)?.map(|(title, _)| title),
        })
    }

    /// The places of the last meeting of the body before this one that has any.
    fn last_room(&self, council: &Snapshot, m: &Meeting) -> Result<Option<(String, Room)>> {
        let mut before: Vec<&Meeting> =
            council.meetings.iter().filter(|o| o.body == m.body && o.date < m.date).collect();
        before.sort_by_key(|o| std::cmp::Reverse(o.date));
        for other in before {
            if let Some(room) = self.store.room(other.id)? {
                return Ok(Some((council.meeting_title(other), room)));
            }
        }
        Ok(None)
    }

    /// Places everybody (「席の配置の変更」).
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Rules`] for somebody in two places or who is not
    /// there; [`AppError::OutOfRange`] for something outside the room.
    pub fn set_room(
        &mut self,
        id: MeetingId,
        seats: &[SetSeat],
        fixtures: &[Fixture],
        keep_absent: bool,
    ) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let record = self.seat_record(id)?;
        let known = known(&council, m, &record);
        let mut taken = BTreeSet::new();
        let mut room = Room { fixtures: fixtures.to_vec(), keep_absent, ..Room::default() };
        for seat in seats {
            if seat.who != FREE && !(known.contains(&seat.who) && taken.insert(seat.who.clone())) {
                return Err(AppError::Rules(vec![Violation::Day(DayFault::SeatTwice)]));
            }
            room.side_mut(seat.side).push(RoomSeat { who: seat.who.clone(), wheelchair: seat.wheelchair });
        }
        if fixtures.iter().any(|f| f.x > DRAWING.0 || f.y > DRAWING.1) {
            return Err(AppError::OutOfRange { field: "fixtures", least: 0, most: i32::from(DRAWING.0) });
        }
        let action = Action::new("set_room").about(council.meeting_title(m));
        self.change(action, Vec::new(), |tx| Ok(tx.put_room(id, Some(&room))?))
    }

    /// Takes over the places of the body's last meeting, or goes back to the usual ones
    /// (「席の配置の変更」).
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::UnknownRecord`] where no meeting before has any.
    pub fn reset_room(&mut self, id: MeetingId, from_last: bool) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let room = match from_last {
            true => {
                let (_, room) = self.last_room(&council, m)?.ok_or_else(|| AppError::UnknownRecord(String::new()))?;
                let record = SeatRecord { room: Some(room), ..self.seat_record(id)? };
                Some(arranged(&council, m, &record))
            }
            false => None,
        };
        let action = Action::new("set_room").about(council.meeting_title(m));
        self.change(action, Vec::new(), |tx| Ok(tx.put_room(id, room.as_ref())?))
    }
}

/// A seat of nobody.
const FREE: &str = "-";

/// The seats in the order of the drawing's desks.
fn in_order(room: &Room, layout: Layout) -> Vec<(Side, &RoomSeat)> {
    // In スクール the rows are filled from both lists, one after the other, as in the others.
    let _ = layout;
    [Side::Head, Side::Left, Side::Right, Side::Foot]
        .into_iter()
        .flat_map(|side| room.side(side).iter().map(move |seat| (side, seat)))
        .collect()
}

/// Everybody who may have a place.
fn known(council: &Snapshot, m: &Meeting, record: &SeatRecord) -> BTreeSet<String> {
    let sittings = council.at_meeting(m);
    let members = sittings.iter().filter(|s| s.person.is_some()).filter_map(|s| s.appointment).map(|a| member(a.id));
    let office = (0..m.secretariat.len()).map(|at| format!("s{at}"));
    members.chain(record.attendees.iter().map(attendee)).chain(office).collect()
}

/// Everybody in a place: as stored, those who are gone or stay away taken out, those who
/// are new at the end of their side.
pub(super) fn arranged(council: &Snapshot, m: &Meeting, record: &SeatRecord) -> Room {
    let mut room = record.room.clone().unwrap_or_default();
    let known = known(council, m, record);
    let away: BTreeSet<String> =
        record.attendance.keys().filter(|id| record.stays_away(**id)).map(|id| member(*id)).collect();
    let closes = record.room.is_some() && !room.keep_absent;
    for side in Side::ALL {
        room.side_mut(*side)
            .retain(|seat| seat.who == FREE || known.contains(&seat.who) && !(closes && away.contains(&seat.who)));
    }
    let mut sittings = council.at_meeting(m);
    sittings.sort_by_cached_key(|s| council.officer_rank(m.body, s, m.date));
    let mut fresh: Vec<String> = Vec::new();
    for sitting in sittings.iter().filter(|s| s.person.is_some()) {
        let Some(appointment) = sitting.appointment else { continue };
        let who = member(appointment.id);
        if room.seats(&who) || closes && away.contains(&who) {
            continue;
        }
        let officer = council.officer_rank(m.body, sitting, m.date) != usize::MAX;
        if officer { room.head.push(seat(who)) } else { fresh.push(who) }
    }
    // The first half of those who are new on the left, the other on the right.
    if room.left.is_empty() && room.right.is_empty() {
        let right = fresh.split_off(fresh.len().div_ceil(2));
        room.left.extend(fresh.into_iter().map(seat));
        room.right.extend(right.into_iter().map(seat));
    } else {
        for who in fresh {
            let shorter = if room.right.len() < room.left.len() { Side::Right } else { Side::Left };
            room.side_mut(shorter).push(seat(who));
        }
    }
    let office = (0..m.secretariat.len()).map(|at| format!("s{at}"));
    for who in record.attendees.iter().map(attendee).chain(office) {
        if !room.seats(&who) {
            room.foot.push(seat(who));
        }
    }
    room
}

fn seat(who: String) -> RoomSeat {
    RoomSeat { who, wheelchair: false }
}

/// The room as it is printed.
pub(super) fn printed(council: &Snapshot, m: &Meeting, record: &SeatRecord, audience: Audience) -> SeatRoom {
    let room = arranged(council, m, record);
    let sittings = council.at_meeting(m);
    let seated: Vec<(&Sitting<'_>, &Person)> = sittings.iter().filter_map(|s| Some((s, s.person?))).collect();
    let people: Vec<&Person> = seated.iter().map(|(_, p)| *p).collect();
    let short = publication::short_names(&people, m.date, audience);
    let mut named: BTreeMap<String, Seat> = BTreeMap::new();
    let mut watchers = Vec::new();
    for ((sitting, person), short) in seated.iter().zip(short) {
        let Some(appointment) = sitting.appointment else { continue };
        if audience != Audience::Public && person.needs.iter().any(|n| labels::is_interpreter(n)) {
            watchers.push(short.clone());
        }
        named.insert(member(appointment.id), member_seat(council, m, record, appointment.id, person, short));
    }
    let withheld = publication::Withheld::from(council, audience);
    for a in &record.attendees {
        let name = if a.name.is_empty() { &a.affiliation } else { &a.name };
        let (name, post) = (withheld.conceal(name, a.kind.label()), a.kind.label().to_owned());
        named.insert(attendee(a), Seat { role: SeatRole::Secretariat, name, post });
    }
    for (at, who) in m.secretariat.iter().enumerate() {
        let (name, post) = (withheld.conceal(who, labels::SECRETARIAT), labels::SECRETARIAT.to_owned());
        named.insert(format!("s{at}"), Seat { role: SeatRole::Secretariat, name, post });
    }
    let side = |side: Side| {
        let one = |seat: &RoomSeat| {
            let free = Seat { role: SeatRole::Member, name: String::new(), post: words::FREE_SEAT.to_owned() };
            let mut shown = named.get(&seat.who).cloned().unwrap_or(free);
            // What somebody needs is nobody's business outside.
            if seat.wheelchair && audience != Audience::Public {
                shown.post = words::wheelchair(&shown.post);
            }
            shown
        };
        room.side(side).iter().map(one).collect::<Vec<Seat>>()
    };
    SeatRoom {
        head: side(Side::Head),
        left: side(Side::Left),
        right: side(Side::Right),
        foot: side(Side::Foot),
        fixtures: room
            .fixtures
            .iter()
            .filter(|f| audience != Audience::Public || !tells(f.kind))
            .map(fixture)
            .collect(),
        watchers,
    }
}

/// Whether a fixture tells what a member needs.
const fn tells(kind: FixtureKind) -> bool {
    matches!(kind, FixtureKind::Interpreter | FixtureKind::Writing | FixtureKind::Wheelchair)
}

fn member_seat(
    council: &Snapshot,
    m: &Meeting,
    record: &SeatRecord,
    id: AppointmentId,
    person: &Person,
    short: String,
) -> Seat {
    let title = council.office_title(m.body, person.id, m.date);
    let role = if title.is_some() { SeatRole::Chair } else { SeatRole::Member };
    let post = title.unwrap_or(labels::MEMBER).to_owned();
    if record.stays_away(id) {
        return Seat { role, name: short, post: words::absent(&post) };
    }
    let stands_in = record.attendance.get(&id).is_some_and(|a| a.presence == Presence::Proxy);
    if stands_in { Seat { role, name: words::in_place_of(&short), post } } else { Seat { role, name: short, post } }
}

fn fixture(f: &Fixture) -> RoomFixture {
    let (w, h) = match f.kind {
        FixtureKind::Door => (24.0, 8.0),
        FixtureKind::Screen => (80.0, 7.0),
        FixtureKind::Interpreter => (40.0, 10.0),
        FixtureKind::Writing => (34.0, 10.0),
        FixtureKind::Wheelchair => (26.0, 12.0),
        FixtureKind::Desk => (36.0, 10.0),
    };
    RoomFixture {
        label: f.kind.label().to_owned(),
        x: f64::from(f.x),
        y: f64::from(f.y),
        w,
        h,
        watched: matches!(f.kind, FixtureKind::Interpreter | FixtureKind::Writing),
    }
}
