//! The day of a meeting: times, who left the room, who else was there, the room; the
//! quorum's rule of a body.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, int, json, maybe, maybe_int, text, to_json};
use entaku_domain::day::{AttendanceTime, Attendee, AttendeeKind, MeetingDay, OutKind, Room, StepOut, TimeOfDay};
use entaku_domain::id::{AgendaItemId, AppointmentId, AttendanceId, AttendeeId, BodyId, MeetingId, StepOutId};
use entaku_domain::quorum_course::{BodyQuorum, QuorumRule, Share};
use rusqlite::types::Value;

/// The room of a meeting, as a row.
struct RoomOf {
    meeting: MeetingId,
    room: Room,
}

fn time(text: &str) -> Result<TimeOfDay, ()> {
    TimeOfDay::read(text).ok_or(())
}

impl Row for AttendanceTime {
    const TABLE: &'static str = "attendance_time";
    const COLUMNS: &'static [&'static str] = &["id", "attendance", "came", "gone", "note"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self {
            attendance: c.parse(AttendanceId::parse)?,
            came: c.maybe(time)?,
            left: c.maybe(time)?,
            note: c.maybe_text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = text(self.attendance);
        Ok(vec![id.clone(), id, maybe(self.came), maybe(self.left), maybe(self.note.as_ref())])
    }
}

impl Row for StepOut {
    const TABLE: &'static str = "step_out";
    const COLUMNS: &'static [&'static str] = &["id", "attendance", "item", "kind", "from_time", "to_time", "reason"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(StepOutId::parse)?,
            attendance: c.parse(AttendanceId::parse)?,
            item: c.maybe(AgendaItemId::parse)?,
            kind: c.parse(OutKind::from_code)?,
            from: c.maybe(time)?,
            to: c.maybe(time)?,
            reason: c.text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.attendance),
            maybe(self.item),
            text(self.kind.code()),
            maybe(self.from),
            maybe(self.to),
            text(&self.reason),
        ])
    }
}

impl Row for Attendee {
    const TABLE: &'static str = "attendee";
    const COLUMNS: &'static [&'static str] = &["id", "meeting", "kind", "name", "affiliation", "position"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(AttendeeId::parse)?,
            meeting: c.parse(MeetingId::parse)?,
            kind: c.parse(AttendeeKind::from_code)?,
            name: c.text()?,
            affiliation: c.text()?,
            order: c.int()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.meeting),
            text(self.kind.code()),
            text(&self.name),
            text(&self.affiliation),
            int(self.order),
        ])
    }
}

impl Row for MeetingDay {
    const TABLE: &'static str = "day_record";
    const COLUMNS: &'static [&'static str] =
        &["id", "meeting", "opened", "closed", "admitted", "left_early", "refused", "press"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self {
            meeting: c.parse(MeetingId::parse)?,
            opened: c.maybe(time)?,
            closed: c.maybe(time)?,
            admitted: c.maybe_int()?,
            left_early: c.maybe_int()?,
            refused: c.maybe_int()?,
            press: c.maybe_int()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = text(self.meeting);
        Ok(vec![
            id.clone(),
            id,
            maybe(self.opened),
            maybe(self.closed),
            maybe_int(self.admitted),
            maybe_int(self.left_early),
            maybe_int(self.refused),
            maybe_int(self.press),
        ])
    }
}

impl Row for RoomOf {
    const TABLE: &'static str = "room";
    const COLUMNS: &'static [&'static str] = &["id", "meeting", "room"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { meeting: c.parse(MeetingId::parse)?, room: c.parse(json)? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = text(self.meeting);
        Ok(vec![id.clone(), id, to_json(&self.room)?])
    }
}

impl Row for BodyQuorum {
    const TABLE: &'static str = "body_quorum";
    const COLUMNS: &'static [&'static str] = &["id", "body", "share", "proxies", "online", "without_recused"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self {
            body: c.parse(BodyId::parse)?,
            rule: QuorumRule {
                share: c.parse(|code| Share::from_code(code).ok_or(()))?,
                proxies: c.int::<u8>()? != 0,
                online: c.int::<u8>()? != 0,
                without_recused: c.int::<u8>()? != 0,
            },
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let (id, rule) = (text(self.body), self.rule);
        let flags = [rule.proxies, rule.online, rule.without_recused].map(int);
        Ok([id.clone(), id, text(rule.share.code())].into_iter().chain(flags).collect())
    }
}

/// The attendances of a meeting.
const AT: &str = "attendance in (select id from attendance where meeting = ?1)";

impl Records {
    /// When the members came to a meeting and left it.
    pub fn attendance_times(&self, meeting: MeetingId) -> Result<Vec<AttendanceTime>> {
        self.list(&format!("where {AT} order by id"), [meeting.to_string()])
    }

    /// Who left the room at a meeting, in the order in which it was entered.
    pub fn step_outs(&self, meeting: MeetingId) -> Result<Vec<StepOut>> {
        self.list(&format!("where {AT} order by ifnull(from_time, ''), id"), [meeting.to_string()])
    }

    /// Who was at a meeting without being a member, in the office's order.
    pub fn attendees(&self, meeting: MeetingId) -> Result<Vec<Attendee>> {
        self.list("where meeting = ?1 order by position, id", [meeting.to_string()])
    }

    /// How a meeting went, where it is recorded.
    pub fn meeting_day(&self, meeting: MeetingId) -> Result<Option<MeetingDay>> {
        self.get(meeting)
    }

    /// Who sits where at a meeting, where the office has placed anybody.
    pub fn room(&self, meeting: MeetingId) -> Result<Option<Room>> {
        Ok(self.get::<RoomOf>(meeting)?.map(|r| r.room))
    }

    /// The bodies' own rules of the quorum.
    pub fn body_quorums(&self) -> Result<Vec<BodyQuorum>> {
        self.list("order by id", [])
    }
}

impl Tx<'_> {
    /// Writes when a member came and left; removes the line where it says nothing.
    pub fn put_attendance_time(&mut self, time: &AttendanceTime) -> Result<()> {
        if time.came.is_some() || time.left.is_some() || time.note.is_some() {
            return self.put(time);
        }
        self.remove_if_there::<AttendanceTime>(time.attendance)
    }

    /// Brings those who left the room under an attendance to exactly these.
    pub fn replace_step_outs(&mut self, attendance: AttendanceId, outs: &[StepOut]) -> Result<()> {
        self.replace("attendance", attendance, outs)
    }

    /// Takes an item of the agenda out of what refers to it.
    pub(crate) fn forget_item(&mut self, item: AgendaItemId) -> Result<()> {
        for mut out in self.list::<StepOut>("where item = ?1", [item.to_string()])? {
            out.item = None;
            self.put(&out)?;
        }
        Ok(())
    }

    /// Brings those who were at a meeting without being members to exactly these.
    pub fn replace_attendees(&mut self, meeting: MeetingId, all: &[Attendee]) -> Result<()> {
        self.replace("meeting", meeting, all)
    }

    /// Writes how a meeting went.
    pub fn put_meeting_day(&mut self, day: &MeetingDay) -> Result<()> {
        self.put(day)
    }

    /// Writes who sits where; back to the usual where none.
    pub fn put_room(&mut self, meeting: MeetingId, room: Option<&Room>) -> Result<()> {
        match room {
            Some(room) => self.put(&RoomOf { meeting, room: room.clone() }),
            None => self.remove_if_there::<RoomOf>(meeting),
        }
    }

    /// Writes a body's rule of the quorum; back to the council's where none.
    pub fn put_body_quorum(&mut self, body: BodyId, rule: Option<QuorumRule>) -> Result<()> {
        match rule {
            Some(rule) => self.put(&BodyQuorum { body, rule }),
            None => self.remove_if_there::<BodyQuorum>(body),
        }
    }

    /// Removes what stands beside an attendance.
    pub(crate) fn clear_attendance(&mut self, id: AttendanceId) -> Result<()> {
        self.remove_if_there::<AttendanceTime>(id)?;
        self.replace::<StepOut>("attendance", id, &[])
    }

    /// Removes what stands beside a meeting.
    pub(crate) fn clear_meeting(&mut self, id: MeetingId) -> Result<()> {
        self.remove_if_there::<MeetingDay>(id)?;
        self.remove_if_there::<RoomOf>(id)?;
        self.replace::<Attendee>("meeting", id, &[])?;
        self.replace::<entaku_domain::pay::Travel>("meeting", id, &[])
    }

    /// Removes what a body's rules say of its quorum and of pay.
    pub(crate) fn clear_body(&mut self, id: BodyId) -> Result<()> {
        self.remove_if_there::<BodyQuorum>(id)?;
        self.remove_if_there::<entaku_domain::pay::PayRule>(id)?;
        self.replace::<entaku_domain::pay::PayRate>("body", id, &[])
    }

    /// Removes what stands beside an appointment.
    pub(crate) fn clear_appointment(&mut self, id: AppointmentId) -> Result<()> {
        self.remove_if_there::<entaku_domain::pay::PayException>(id)?;
        self.replace::<entaku_domain::pay::Travel>("appointment", id, &[])
    }

    /// Blanks what is noted about a person's coming and going and pay.
    pub(crate) fn purge_day_notes(&mut self, person: &str) -> Result<()> {
        let own = "appointment in (select id from appointment where person = ?1)";
        let attended = format!("attendance in (select id from attendance where {own})");
        let times: Vec<AttendanceTime> = self.list(&format!("where note is not null and {attended}"), [person])?;
        times.into_iter().try_for_each(|t| self.put_attendance_time(&AttendanceTime { note: None, ..t }))?;
        let outs: Vec<StepOut> = self.list(&format!("where {attended}"), [person])?;
        outs.into_iter().try_for_each(|o| self.put(&StepOut { reason: String::new(), ..o }))?;
        let excepted: Vec<entaku_domain::pay::PayException> =
            self.list(&format!("where note is not null and {own}"), [person])?;
        excepted
            .into_iter()
            .try_for_each(|e| self.put_pay_exception(&entaku_domain::pay::PayException { note: None, ..e }))
    }

    pub(crate) fn remove_if_there<R: Row>(&mut self, id: impl std::fmt::Display) -> Result<()> {
        let id = id.to_string();
        if self.get::<R>(&id)?.is_some() { self.remove(R::TABLE, id) } else { Ok(()) }
    }
}
