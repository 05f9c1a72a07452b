//! Substitutes: who stands in at which seat.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, maybe, text};
use entaku_domain::id::{PersonId, SeatId, SubstituteId};
use entaku_domain::substitute::Substitute;
use rusqlite::types::Value;

impl Row for Substitute {
    const TABLE: &'static str = "substitute";
    const COLUMNS: &'static [&'static str] = &["id", "seat", "member", "person", "from_day", "to_day"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(SubstituteId::parse)?,
            seat: c.parse(SeatId::parse)?,
            member: c.maybe(PersonId::parse)?,
            person: c.parse(PersonId::parse)?,
            from: c.maybe(day)?,
            to: c.maybe(day)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.seat),
            maybe(self.member),
            text(self.person),
            maybe(self.from),
            maybe(self.to),
        ])
    }
}

impl Records {
    /// All substitutes, oldest first within a seat.
    pub fn substitutes(&self) -> Result<Vec<Substitute>> {
        self.list("order by seat, from_day, id", [])
    }

    /// A substitute.
    pub fn substitute(&self, id: SubstituteId) -> Result<Option<Substitute>> {
        self.get(id)
    }
}

impl Tx<'_> {
    /// Writes a substitute.
    pub fn put_substitute(&mut self, substitute: &Substitute) -> Result<()> {
        self.put(substitute)
    }

    /// Removes a substitute.
    pub fn remove_substitute(&mut self, id: SubstituteId) -> Result<()> {
        self.remove("substitute", id)
    }
}
