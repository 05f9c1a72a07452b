//! The days of a meeting's notice, who else is asked to come, and what is arranged.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, maybe, maybe_int, text};
use entaku_domain::convocation::{Convocation, Guest, GuestKind};
use entaku_domain::id::{AgendaItemId, GuestId, MeetingId};
use entaku_domain::need::{Arrangement, Need};
use rusqlite::types::Value;

impl Row for Convocation {
    const TABLE: &'static str = "convocation";
    const COLUMNS: &'static [&'static str] =
        &["id", "reply_by", "opinions_by", "opinions_hour", "needs_by", "noticed_on"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            meeting: c.parse(MeetingId::parse)?,
            reply_by: c.maybe(day)?,
            opinions_by: c.maybe(day)?,
            opinions_hour: c.maybe_text()?,
            needs_by: c.maybe(day)?,
            noticed_on: c.maybe(day)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.meeting),
            maybe(self.reply_by),
            maybe(self.opinions_by),
            maybe(self.opinions_hour.as_ref()),
            maybe(self.needs_by),
            maybe(self.noticed_on),
        ])
    }
}

impl Row for Guest {
    const TABLE: &'static str = "guest";
    const COLUMNS: &'static [&'static str] =
        &["id", "meeting", "kind", "organization", "post", "name", "item", "comes"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(GuestId::parse)?,
            meeting: c.parse(MeetingId::parse)?,
            kind: c.parse(GuestKind::from_code)?,
            organization: c.text()?,
            post: c.text()?,
            name: c.text()?,
            item: c.maybe(AgendaItemId::parse)?,
            comes: c.maybe_int::<u8>()?.map(|n| n != 0),
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.meeting),
            text(self.kind.code()),
            text(&self.organization),
            text(&self.post),
            text(&self.name),
            maybe(self.item),
            maybe_int(self.comes),
        ])
    }
}

impl Row for Arrangement {
    const TABLE: &'static str = "arrangement";
    const COLUMNS: &'static [&'static str] = &["id", "meeting", "need", "done_on", "note"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self {
            meeting: c.parse(MeetingId::parse)?,
            need: c.parse(Need::from_code)?,
            done_on: c.maybe(day)?,
            note: c.maybe_text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(arrangement_id(self.meeting, self.need)),
            text(self.meeting),
            text(self.need.code()),
            maybe(self.done_on),
            maybe(self.note.as_ref()),
        ])
    }
}

fn arrangement_id(meeting: MeetingId, need: Need) -> String {
    format!("{meeting}/{}", need.code())
}

impl Records {
    /// The days of a meeting's notice, once the office has set them.
    pub fn convocation(&self, meeting: MeetingId) -> Result<Option<Convocation>> {
        self.get(meeting)
    }

    /// Who else is asked to come to a meeting, in the order in which they were entered.
    pub fn guests(&self, meeting: MeetingId) -> Result<Vec<Guest>> {
        self.list("where meeting = ?1 order by id", [meeting.to_string()])
    }

    /// Somebody who is asked to come.
    pub fn guest(&self, id: GuestId) -> Result<Option<Guest>> {
        self.get(id)
    }

    /// What has been arranged for a meeting.
    pub fn arrangements(&self, meeting: MeetingId) -> Result<Vec<Arrangement>> {
        self.list("where meeting = ?1 order by id", [meeting.to_string()])
    }
}

impl Tx<'_> {
    /// Writes the days of a meeting's notice.
    pub fn put_convocation(&mut self, convocation: &Convocation) -> Result<()> {
        self.put(convocation)
    }

    /// Takes the days of a meeting's notice away.
    pub fn remove_convocation(&mut self, meeting: MeetingId) -> Result<()> {
        self.remove("convocation", meeting)
    }

    /// Writes who is asked to come.
    pub fn put_guest(&mut self, guest: &Guest) -> Result<()> {
        self.put(guest)
    }

    /// Removes who is not asked to come any more.
    pub fn remove_guest(&mut self, id: GuestId) -> Result<()> {
        self.remove("guest", id)
    }

    /// Writes that something has been arranged.
    pub fn put_arrangement(&mut self, arrangement: &Arrangement) -> Result<()> {
        self.put(arrangement)
    }

    /// Takes back that something has been arranged.
    pub fn remove_arrangement(&mut self, meeting: MeetingId, need: Need) -> Result<()> {
        self.remove("arrangement", arrangement_id(meeting, need))
    }
}
