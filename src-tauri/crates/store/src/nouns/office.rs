//! Offices held.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, maybe, text};
use entaku_domain::id::{AppointmentId, BodyId, MeetingId, OfficeId, PersonId};
use entaku_domain::office::{Method, Office};
use rusqlite::types::Value;

impl Row for Office {
    const TABLE: &'static str = "office";
    const COLUMNS: &'static [&'static str] =
        &["id", "body", "title", "person", "appointment", "elected_at", "method", "start_day", "end_day"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(OfficeId::parse)?,
            body: c.parse(BodyId::parse)?,
            title: c.text()?,
            person: c.parse(PersonId::parse)?,
            appointment: c.parse(AppointmentId::parse)?,
            elected_at: c.maybe(MeetingId::parse)?,
            method: c.parse(Method::from_code)?,
            start: c.parse(day)?,
            end: c.maybe(day)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.body),
            text(&self.title),
            text(self.person),
            text(self.appointment),
            maybe(self.elected_at),
            text(self.method.code()),
            text(self.start),
            maybe(self.end),
        ])
    }
}

impl Records {
    /// All offices, by first day.
    pub fn offices(&self) -> Result<Vec<Office>> {
        self.list("order by start_day, id", [])
    }

    /// The offices of a body, by first day.
    pub fn offices_of(&self, body: BodyId) -> Result<Vec<Office>> {
        self.list("where body = ?1 order by start_day, id", [body.to_string()])
    }

    /// An office.
    pub fn office(&self, id: OfficeId) -> Result<Option<Office>> {
        self.get(id)
    }
}

impl Tx<'_> {
    /// Writes an office.
    pub fn put_office(&mut self, office: &Office) -> Result<()> {
        self.put(office)
    }

    /// Removes an office that was entered by mistake.
    pub fn remove_office(&mut self, id: OfficeId) -> Result<()> {
        self.remove("office", id)
    }
}
