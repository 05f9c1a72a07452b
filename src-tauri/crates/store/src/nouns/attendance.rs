//! Attendance at meetings.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, maybe, text};
use entaku_domain::id::{AppointmentId, AttendanceId, MeetingId};
use entaku_domain::meeting::{Attendance, Presence};
use rusqlite::types::Value;

impl Row for Attendance {
    const TABLE: &'static str = "attendance";
    const COLUMNS: &'static [&'static str] = &["id", "meeting", "appointment", "presence", "proxy"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(AttendanceId::parse)?,
            meeting: c.parse(MeetingId::parse)?,
            appointment: c.parse(AppointmentId::parse)?,
            presence: c.parse(Presence::from_code)?,
            proxy: c.maybe_text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.meeting),
            text(self.appointment),
            text(self.presence.code()),
            maybe(self.proxy.as_ref()),
        ])
    }
}

impl Records {
    /// Who attended a meeting, by identifier.
    pub fn attendance(&self, meeting: MeetingId) -> Result<Vec<Attendance>> {
        self.list("where meeting = ?1 order by id", [meeting.to_string()])
    }

    /// The attendances under an appointment, by identifier.
    pub fn attendance_of(&self, appointment: AppointmentId) -> Result<Vec<Attendance>> {
        self.list("where appointment = ?1 order by id", [appointment.to_string()])
    }
}

impl Tx<'_> {
    /// Writes an attendance.
    pub fn put_attendance(&mut self, attendance: &Attendance) -> Result<()> {
        self.put(attendance)
    }

    /// Removes an attendance with its times.
    pub fn remove_attendance(&mut self, id: AttendanceId) -> Result<()> {
        self.clear_attendance(id)?;
        self.remove("attendance", id)
    }
}
