//! How each body numbers its meetings and writes their agendas.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, int, json, maybe, maybe_year, text, to_json};
use entaku_domain::id::BodyId;
use entaku_domain::meeting_rule::MeetingRule;
use entaku_domain::series::{Counting, Series};
use rusqlite::types::Value;

impl Row for MeetingRule {
    const TABLE: &'static str = "meeting_rule";
    const COLUMNS: &'static [&'static str] = &["id", "body", "counting", "first", "since", "years", "title", "style"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        let body = c.parse(BodyId::parse)?;
        let counting = c.maybe(Counting::from_code)?;
        let (first, since, years) = (c.int()?, c.maybe_year()?, c.int()?);
        let series = counting.map(|counting| Series { counting, first, since, years });
        Ok(Self { body, series, title: c.maybe_text()?, style: c.parse(json)? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let series = self.series.unwrap_or(Series { counting: Counting::PerYear, first: 1, since: None, years: 2 });
        Ok(vec![
            text(self.body),
            text(self.body),
            maybe(self.series.map(|s| s.counting.code())),
            int(series.first),
            maybe_year(series.since),
            int(series.years),
            maybe(self.title.as_ref()),
            to_json(&self.style)?,
        ])
    }
}

impl Records {
    /// How the bodies meet that differ from the council's way.
    pub fn meeting_rules(&self) -> Result<Vec<MeetingRule>> {
        self.list("order by id", [])
    }
}

impl Tx<'_> {
    /// Writes how a body meets.
    pub fn put_meeting_rule(&mut self, rule: &MeetingRule) -> Result<()> {
        self.put(rule)
    }

    /// Removes how a body meets: it then does as the council.
    pub fn remove_meeting_rule(&mut self, body: BodyId) -> Result<()> {
        self.remove("meeting_rule", body)
    }
}
