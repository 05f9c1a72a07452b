//! What members answer to a notice, and what they write beforehand.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, json, maybe, text, to_json};
use entaku_domain::id::{AgendaItemId, AppointmentId, MeetingId, OpinionId, ReplyId};
use entaku_domain::reply::{Answer, Opinion, Reply};
use rusqlite::types::Value;

impl Row for Reply {
    const TABLE: &'static str = "reply";
    const COLUMNS: &'static [&'static str] =
        &["id", "meeting", "appointment", "answer", "proxy", "needs", "received_on", "note"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(ReplyId::parse)?,
            meeting: c.parse(MeetingId::parse)?,
            appointment: c.parse(AppointmentId::parse)?,
            answer: c.maybe(Answer::from_code)?,
            proxy: c.maybe_text()?,
            needs: c.parse(json)?,
            received_on: c.maybe(day)?,
            note: c.maybe_text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.meeting),
            text(self.appointment),
            maybe(self.answer.map(Answer::code)),
            maybe(self.proxy.as_ref()),
            to_json(&self.needs)?,
            maybe(self.received_on),
            maybe(self.note.as_ref()),
        ])
    }
}

impl Row for Opinion {
    const TABLE: &'static str = "opinion";
    const COLUMNS: &'static [&'static str] =
        &["id", "meeting", "item", "appointment", "received_on", "text", "file", "file_name"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(OpinionId::parse)?,
            meeting: c.parse(MeetingId::parse)?,
            item: c.maybe(AgendaItemId::parse)?,
            appointment: c.parse(AppointmentId::parse)?,
            received_on: c.maybe(day)?,
            text: c.text()?,
            file: c.maybe_text()?,
            file_name: c.maybe_text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.meeting),
            maybe(self.item),
            text(self.appointment),
            maybe(self.received_on),
            text(&self.text),
            maybe(self.file.as_ref()),
            maybe(self.file_name.as_ref()),
        ])
    }
}

impl Records {
    /// What was answered to the notice of a meeting, by identifier.
    pub fn replies(&self, meeting: MeetingId) -> Result<Vec<Reply>> {
        self.list("where meeting = ?1 order by id", [meeting.to_string()])
    }

    /// The replies under an appointment, by identifier.
    pub fn replies_of(&self, appointment: AppointmentId) -> Result<Vec<Reply>> {
        self.list("where appointment = ?1 order by id", [appointment.to_string()])
    }

    /// The written opinions for a meeting, in the order in which they were entered.
    pub fn opinions(&self, meeting: MeetingId) -> Result<Vec<Opinion>> {
        self.list("where meeting = ?1 order by id", [meeting.to_string()])
    }

    /// The opinions of an appointment, by identifier.
    pub fn opinions_of(&self, appointment: AppointmentId) -> Result<Vec<Opinion>> {
        self.list("where appointment = ?1 order by id", [appointment.to_string()])
    }

    /// A written opinion.
    pub fn opinion(&self, id: OpinionId) -> Result<Option<Opinion>> {
        self.get(id)
    }
}

impl Tx<'_> {
    /// Writes a reply.
    pub fn put_reply(&mut self, reply: &Reply) -> Result<()> {
        self.put(reply)
    }

    /// Removes a reply.
    pub fn remove_reply(&mut self, id: ReplyId) -> Result<()> {
        self.remove("reply", id)
    }

    /// Writes an opinion.
    pub fn put_opinion(&mut self, opinion: &Opinion) -> Result<()> {
        self.put(opinion)
    }

    /// Removes an opinion.
    pub fn remove_opinion(&mut self, id: OpinionId) -> Result<()> {
        self.remove("opinion", id)
    }
}
