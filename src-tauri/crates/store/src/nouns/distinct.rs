//! Pairs of alike people who are known to be two.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, text};
use entaku_domain::id::PersonId;
use entaku_domain::person::TwoPeople;
use rusqlite::types::Value;

impl Row for TwoPeople {
    const TABLE: &'static str = "distinct_people";
    const COLUMNS: &'static [&'static str] = &["id", "one", "other"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self::new(c.parse(PersonId::parse)?, c.parse(PersonId::parse)?))
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(key(*self)), text(self.one()), text(self.other())])
    }
}

fn key(pair: TwoPeople) -> String {
    format!("{}/{}", pair.one(), pair.other())
}

impl Records {
    /// The pairs of alike people who are known to be two.
    pub fn distinct_people(&self) -> Result<Vec<TwoPeople>> {
        self.list("order by id", [])
    }
}

impl Tx<'_> {
    /// Records that two people are two.
    pub fn put_distinct(&mut self, pair: TwoPeople) -> Result<()> {
        self.put(&pair)
    }

    /// Takes that back.
    pub fn remove_distinct(&mut self, pair: TwoPeople) -> Result<()> {
        self.remove("distinct_people", key(pair))
    }
}
