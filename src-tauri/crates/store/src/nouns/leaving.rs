//! What is recorded of a member's leaving; a line's identifier is the appointment's.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, maybe, text};
use entaku_domain::id::AppointmentId;
use entaku_domain::leaving::Leaving;
use rusqlite::types::Value;

impl Row for Leaving {
    const TABLE: &'static str = "leaving";
    const COLUMNS: &'static [&'static str] = &["id", "appointment", "notice_on", "note"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        let _id = c.text()?;
        Ok(Self { appointment: c.parse(AppointmentId::parse)?, notice_on: c.maybe(day)?, note: c.maybe_text()? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(self.appointment), text(self.appointment), maybe(self.notice_on), maybe(self.note.as_ref())])
    }
}

impl Records {
    /// What is recorded of the end of an appointment.
    pub fn leaving(&self, appointment: AppointmentId) -> Result<Option<Leaving>> {
        self.get(appointment)
    }
}

impl Tx<'_> {
    /// Writes what is recorded of a leaving.
    pub fn put_leaving(&mut self, leaving: &Leaving) -> Result<()> {
        self.put(leaving)
    }

    /// Removes an appointment that was never made, with what is recorded of its end;
    /// a nomination that led to it stands open again.
    pub fn remove_appointment_whole(&mut self, id: AppointmentId) -> Result<()> {
        if self.leaving(id)?.is_some() {
            self.remove_leaving(id)?;
        }
        self.reopen_nominations(id)?;
        self.remove_appointment(id)
    }

    /// Removes what is recorded of a leaving.
    pub fn remove_leaving(&mut self, appointment: AppointmentId) -> Result<()> {
        self.remove(Leaving::TABLE, appointment)
    }
}
