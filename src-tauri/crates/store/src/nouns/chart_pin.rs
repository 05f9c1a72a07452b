//! Places on a chart that the office has fixed by hand.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, int, text};
use rusqlite::types::Value;

/// A box fixed by hand on a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// Which chart, with its sheet: `relationship/a3`.
    pub chart: String,
    /// Which box on it, the key of a body or plan.
    pub key: String,
    /// Left edge, in micrometres.
    pub x_um: i64,
    /// Top edge, in micrometres.
    pub y_um: i64,
}

impl Row for Pin {
    const TABLE: &'static str = "pin";
    const COLUMNS: &'static [&'static str] = &["id", "chart", "key", "x_um", "y_um"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { chart: c.text()?, key: c.text()?, x_um: c.int()?, y_um: c.int()? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = text(pin_id(&self.chart, &self.key));
        Ok(vec![id, text(&self.chart), text(&self.key), int(self.x_um), int(self.y_um)])
    }
}

fn pin_id(chart: &str, key: &str) -> String {
    format!("{chart}/{key}")
}

impl Records {
    /// The boxes fixed on a chart, by key.
    pub fn pins(&self, chart: &str) -> Result<Vec<Pin>> {
        self.list("where chart = ?1 order by key", [chart])
    }
}

impl Tx<'_> {
    /// Fixes a box.
    pub fn put_pin(&mut self, pin: &Pin) -> Result<()> {
        self.put(pin)
    }

    /// Lets a box go.
    pub fn remove_pin(&mut self, chart: &str, key: &str) -> Result<()> {
        self.remove("pin", pin_id(chart, key))
    }
}
