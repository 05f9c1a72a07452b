//! What was given to whoever does the clerical work.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, int, maybe, text};
use entaku_domain::consignment::Consignment;
use entaku_domain::id::ConsignmentId;
use rusqlite::types::Value;

impl Row for Consignment {
    const TABLE: &'static str = "consignment";
    const COLUMNS: &'static [&'static str] =
        &["id", "given_on", "given_to", "note", "base", "package", "rows", "taken_on"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(ConsignmentId::parse)?,
            given_on: c.parse(day)?,
            given_to: c.text()?,
            note: c.text()?,
            base: c.text()?,
            package: c.text()?,
            rows: c.int()?,
            taken_on: c.maybe(day)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.given_on),
            text(&self.given_to),
            text(&self.note),
            text(&self.base),
            text(&self.package),
            int(self.rows),
            maybe(self.taken_on),
        ])
    }
}

impl Records {
    /// What was given, latest first.
    pub fn consignments(&self) -> Result<Vec<Consignment>> {
        self.list("order by given_on desc, id desc", [])
    }

    /// One of them.
    pub fn consignment(&self, id: ConsignmentId) -> Result<Option<Consignment>> {
        self.get(id)
    }
}

impl Tx<'_> {
    /// Writes what was given, or that it came back.
    pub fn put_consignment(&mut self, consignment: &Consignment) -> Result<()> {
        self.put(consignment)
    }
}
