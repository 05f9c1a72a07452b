//! Meetings.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, int, json, maybe, maybe_int, text, to_json};
use entaku_domain::FiscalYear;
use entaku_domain::agenda::AgendaItem;
use entaku_domain::id::{BodyId, MeetingId, PostponementId};
use entaku_domain::meeting::{JointBody, Layout, Meeting, MeetingState, Mode, Postponement};
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
        "counts",
        "off_reason",
        "off_on",
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
            counts: c.maybe_int::<u8>()?.map(|n| n != 0),
            off_reason: c.maybe_text()?,
            off_on: c.maybe(day)?,
            joint: Vec::new(),
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
            maybe_int(self.counts.map(i64::from)),
            maybe(self.off_reason.as_ref()),
            maybe(self.off_on),
        ])
    }
}

/// Another body of a joint meeting.
struct Joint {
    meeting: MeetingId,
    with: JointBody,
    position: i64,
}

impl Row for Joint {
    const TABLE: &'static str = "meeting_joint";
    const COLUMNS: &'static [&'static str] = &["id", "meeting", "body", "number", "position"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        let meeting = c.parse(MeetingId::parse)?;
        let with = JointBody { body: c.parse(BodyId::parse)?, number: c.maybe_int()? };
        Ok(Self { meeting, with, position: c.int()? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = text(format_args!("{}/{}", self.meeting, self.with.body));
        let JointBody { body, number } = self.with;
        Ok(vec![id, text(self.meeting), text(body), maybe_int(number), int(self.position)])
    }
}

impl Row for Postponement {
    const TABLE: &'static str = "postponement";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "meeting",
        "was_day",
        "was_start",
        "was_end",
        "was_place",
        "was_noticed",
        "to_day",
        "reason",
        "decided_on",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(PostponementId::parse)?,
            meeting: c.parse(MeetingId::parse)?,
            was_day: c.parse(day)?,
            was_start: c.maybe_text()?,
            was_end: c.maybe_text()?,
            was_place: c.text()?,
            was_noticed: c.int::<u8>()? != 0,
            to_day: c.maybe(day)?,
            reason: c.text()?,
            decided_on: c.parse(day)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.meeting),
            text(self.was_day),
            maybe(self.was_start.as_ref()),
            maybe(self.was_end.as_ref()),
            text(&self.was_place),
            int(self.was_noticed),
            maybe(self.to_day),
            text(&self.reason),
            text(self.decided_on),
        ])
    }
}

impl Records {
    /// All meetings, by day.
    pub fn meetings(&self) -> Result<Vec<Meeting>> {
        self.with_joint(self.list("order by day, start_time, id", [])?)
    }

    /// The meetings of a body, of a fiscal year, or both, by day; joint ones are of each body.
    pub fn meetings_where(&self, body: Option<BodyId>, year: Option<FiscalYear>) -> Result<Vec<Meeting>> {
        let mut parts = Vec::new();
        let mut values = Vec::new();
        if let Some(body) = body {
            parts.push("(body = ? or id in (select j.meeting from meeting_joint j where j.body = ?))");
            values.extend([body.to_string(), body.to_string()]);
        }
        if let Some(year) = year {
            parts.push("day between ? and ?");
            values.extend([year.first_day().to_string(), year.last_day().to_string()]);
        }
        let condition = if parts.is_empty() { String::new() } else { format!("where {}", parts.join(" and ")) };
        let tail = format!("{condition} order by day, start_time, id");
        self.with_joint(self.list(&tail, rusqlite::params_from_iter(values))?)
    }

    /// A meeting.
    pub fn meeting(&self, id: MeetingId) -> Result<Option<Meeting>> {
        let Some(mut meeting) = self.get::<Meeting>(id)? else { return Ok(None) };
        let joint: Vec<Joint> = self.list("where meeting = ?1 order by position, body", [id.to_string()])?;
        meeting.joint = joint.into_iter().map(|j| j.with).collect();
        Ok(Some(meeting))
    }

    fn with_joint(&self, mut meetings: Vec<Meeting>) -> Result<Vec<Meeting>> {
        let joint: Vec<Joint> = self.list("order by position, body", [])?;
        for row in joint {
            let of = meetings.iter_mut().find(|m| m.id == row.meeting);
            of.into_iter().for_each(|m| m.joint.push(row.with));
        }
        Ok(meetings)
    }

    /// The days that a meeting was put off from, the earliest decision first.
    pub fn postponements(&self, meeting: MeetingId) -> Result<Vec<Postponement>> {
        self.list("where meeting = ?1 order by decided_on, id", [meeting.to_string()])
    }

    /// All days that meetings were put off from, the earliest decision first.
    pub fn all_postponements(&self) -> Result<Vec<Postponement>> {
        self.list("order by decided_on, id", [])
    }
}

impl Tx<'_> {
    /// Writes a meeting and its other bodies.
    pub fn put_meeting(&mut self, meeting: &Meeting) -> Result<()> {
        self.put(meeting)?;
        let joint = (0..).zip(&meeting.joint);
        let joint: Vec<Joint> =
            joint.map(|(position, with)| Joint { meeting: meeting.id, with: *with, position }).collect();
        self.replace("meeting", meeting.id, &joint)
    }

    /// Writes a day that a meeting was put off from.
    pub fn put_postponement(&mut self, postponement: &Postponement) -> Result<()> {
        self.put(postponement)
    }

    /// Takes back that a meeting was put off.
    pub fn remove_postponement(&mut self, id: PostponementId) -> Result<()> {
        self.remove("postponement", id)
    }

    /// Removes a meeting that was entered by mistake, with the days that it was put off
    /// from; one that does not take place is cancelled. Items that were to approve its
    /// minutes stay without it.
    pub fn remove_meeting(&mut self, id: MeetingId) -> Result<()> {
        for approving in self.items_approving(id)? {
            self.put_agenda_item(&AgendaItem { approves: None, ..approving })?;
        }
        for put_off in self.postponements(id)? {
            self.remove_postponement(put_off.id)?;
        }
        self.replace::<Joint>("meeting", id, &[])?;
        self.free_issues_of_meeting(id)?;
        self.clear_meeting(id)?;
        self.remove("meeting", id)
    }
}
