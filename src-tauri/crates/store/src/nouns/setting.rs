//! Settings: texts by key, for what has no noun of its own.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, text};
use rusqlite::types::Value;

/// A setting.
struct Setting {
    key: String,
    value: String,
}

impl Row for Setting {
    const TABLE: &'static str = "setting";
    const COLUMNS: &'static [&'static str] = &["id", "value"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self { key: c.text()?, value: c.text()? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(&self.key), text(&self.value)])
    }
}

impl Records {
    /// A setting; none where it was never set.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        Ok(self.get::<Setting>(key)?.map(|s| s.value))
    }

    /// All settings, by key.
    pub fn settings(&self) -> Result<Vec<(String, String)>> {
        let all: Vec<Setting> = self.list("order by id", [])?;
        Ok(all.into_iter().map(|s| (s.key, s.value)).collect())
    }
}

impl Tx<'_> {
    /// Sets a setting.
    pub fn put_setting(&mut self, key: &str, value: &str) -> Result<()> {
        self.put(&Setting { key: key.to_owned(), value: value.to_owned() })
    }

    /// Unsets a setting.
    pub fn remove_setting(&mut self, key: &str) -> Result<()> {
        self.remove("setting", key)
    }
}
