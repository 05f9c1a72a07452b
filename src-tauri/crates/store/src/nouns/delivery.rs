//! Who got what of a meeting.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, int, maybe, text};
use entaku_domain::delivery::{Delivered, Handed, Recipient, Way};
use entaku_domain::id::{DeliveryId, IssuedId, MeetingId, PersonId};
use rusqlite::types::Value;

impl Row for Delivered {
    const TABLE: &'static str = "delivery";
    const COLUMNS: &'static [&'static str] =
        &["id", "meeting", "recipient", "person", "name", "what", "way", "day", "copies", "issued", "note"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(DeliveryId::parse)?,
            meeting: c.parse(MeetingId::parse)?,
            recipient: c.parse(Recipient::from_code)?,
            person: c.maybe(PersonId::parse)?,
            name: c.maybe_text()?,
            what: c.parse(Handed::from_code)?,
            way: c.parse(Way::from_code)?,
            on: c.parse(day)?,
            copies: c.int()?,
            issued: c.maybe(IssuedId::parse)?,
            note: c.maybe_text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.meeting),
            text(self.recipient.code()),
            maybe(self.person),
            maybe(self.name.as_ref()),
            text(self.what.code()),
            text(self.way.code()),
            text(self.on),
            int(self.copies),
            maybe(self.issued),
            maybe(self.note.as_ref()),
        ])
    }
}

impl Records {
    /// What was delivered of a meeting, by day, as it was entered.
    pub fn deliveries(&self, meeting: MeetingId) -> Result<Vec<Delivered>> {
        self.list("where meeting = ?1 order by day, id", [meeting.to_string()])
    }

    /// A delivery.
    pub fn delivery(&self, id: DeliveryId) -> Result<Option<Delivered>> {
        self.get(id)
    }
}

impl Tx<'_> {
    /// Writes a delivery.
    pub fn put_delivery(&mut self, delivered: &Delivered) -> Result<()> {
        self.put(delivered)
    }

    /// Removes a delivery.
    pub fn remove_delivery(&mut self, id: DeliveryId) -> Result<()> {
        self.remove("delivery", id)
    }
}
