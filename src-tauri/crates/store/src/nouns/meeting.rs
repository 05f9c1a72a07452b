//! Meetings.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, int, json, maybe, text, to_json};
use entaku_domain::FiscalYear;
use entaku_domain::id::{BodyId, MeetingId};
use entaku_domain::meeting::{Layout, Meeting, MeetingState, Mode};
use rusqlite::types::Value;

impl Row for Meeting {
    const TABLE: &'static str = "meeting";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "body",
        "number",
        "day",
        "start_time",
        "end_time",
        "place",
        "mode",
        "closed_reason",
        "state",
        "layout",
        "copies",
        "secretariat",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(MeetingId::parse)?,
            body: c.parse(BodyId::parse)?,
            number: c.int()?,
            date: c.parse(day)?,
            start: c.maybe_text()?,
            end: c.maybe_text()?,
            place: c.text()?,
            mode: c.parse(Mode::from_code)?,
            closed_reason: c.maybe_text()?,
            state: c.parse(MeetingState::from_code)?,
            layout: c.parse(Layout::from_code)?,
            copies: c.parse(json)?,
            secretariat: c.parse(json)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.body),
            int(self.number),
            text(self.date),
            maybe(self.start.as_ref()),
            maybe(self.end.as_ref()),
            text(&self.place),
            text(self.mode.code()),
            maybe(self.closed_reason.as_ref()),
            text(self.state.code()),
            text(self.layout.code()),
            to_json(&self.copies)?,
            to_json(&self.secretariat)?,
        ])
    }
}

impl Records {
    /// All meetings, by day.
    pub fn meetings(&self) -> Result<Vec<Meeting>> {
        self.list("order by day, start_time, id", [])
    }

    /// The meetings of a body, of a fiscal year, or both, by day.
    pub fn meetings_where(&self, body: Option<BodyId>, year: Option<FiscalYear>) -> Result<Vec<Meeting>> {
        let mut parts = Vec::new();
        let mut values = Vec::new();
        if let Some(body) = body {
            parts.push("body = ?");
            values.push(body.to_string());
        }
        if let Some(year) = year {
            parts.push("day between ? and ?");
            values.extend([year.first_day().to_string(), year.last_day().to_string()]);
        }
        let condition = if parts.is_empty() { String::new() } else { format!("where {}", parts.join(" and ")) };
        self.list(&format!("{condition} order by day, start_time, id"), rusqlite::params_from_iter(values))
    }

    /// A meeting.
    pub fn meeting(&self, id: MeetingId) -> Result<Option<Meeting>> {
        self.get(id)
    }
}

impl Tx<'_> {
    /// Writes a meeting.
    pub fn put_meeting(&mut self, meeting: &Meeting) -> Result<()> {
        self.put(meeting)
    }

    /// Removes a meeting that was entered by mistake; one that does not take place is cancelled.
    pub fn remove_meeting(&mut self, id: MeetingId) -> Result<()> {
        self.remove("meeting", id)
    }
}
