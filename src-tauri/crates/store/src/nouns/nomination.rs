//! Nominations: the steps of filling a seat.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, maybe, text};
use entaku_domain::id::{NominationId, OrganizationId, PersonId, SeatId};
use entaku_domain::selection::Nomination;
use rusqlite::types::Value;

impl Row for Nomination {
    const TABLE: &'static str = "nomination";
    const COLUMNS: &'static [&'static str] =
        &["id", "seat", "organization", "asked_on", "due_on", "replied_on", "person", "consented_on", "decided_on"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(NominationId::parse)?,
            seat: c.parse(SeatId::parse)?,
            organization: c.maybe(OrganizationId::parse)?,
            asked_on: c.maybe(day)?,
            due_on: c.maybe(day)?,
            replied_on: c.maybe(day)?,
            person: c.maybe(PersonId::parse)?,
            consented_on: c.maybe(day)?,
            decided_on: c.maybe(day)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.seat),
            maybe(self.organization),
            maybe(self.asked_on),
            maybe(self.due_on),
            maybe(self.replied_on),
            maybe(self.person),
            maybe(self.consented_on),
            maybe(self.decided_on),
        ])
    }
}

impl Records {
    /// All nominations, by the day on which they were asked for; those not yet asked for come first.
    pub fn nominations(&self) -> Result<Vec<Nomination>> {
        self.list("order by asked_on, id", [])
    }

    /// A nomination.
    pub fn nomination(&self, id: NominationId) -> Result<Option<Nomination>> {
        self.get(id)
    }
}

impl Tx<'_> {
    /// Writes a nomination.
    pub fn put_nomination(&mut self, nomination: &Nomination) -> Result<()> {
        self.put(nomination)
    }

    /// Removes a nomination.
    pub fn remove_nomination(&mut self, id: NominationId) -> Result<()> {
        self.remove("nomination", id)
    }
}
