//! What is kept of decisions and tasks besides their words; corrections, and who has answered.

use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, maybe, maybe_int, text, year};
use entaku_domain::id::{AppointmentId, BodyId, CorrectionId, MeetingId, MinutesEntryId, OrganizationId, PersonId};
use entaku_domain::minutes::{Answered, Assignment, Correction, Decision, DecisionKind, Manner, OwnerKind};
use rusqlite::types::Value;

impl Row for Decision {
    const TABLE: &'static str = "minutes_decision";
    const COLUMNS: &'static [&'static str] =
        &["id", "meeting", "body", "year", "number", "kind", "manner", "yes", "no", "abstain", "left_room", "told_to"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            entry: c.parse(MinutesEntryId::parse)?,
            meeting: c.parse(MeetingId::parse)?,
            body: c.parse(BodyId::parse)?,
            year: c.year()?,
            number: c.maybe_int()?,
            kind: c.parse(DecisionKind::from_code)?,
            manner: c.maybe(Manner::from_code)?,
            yes: c.maybe_int()?,
            no: c.maybe_int()?,
            abstain: c.maybe_int()?,
            left_room: c.text()?,
            told_to: c.text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.entry),
            text(self.meeting),
            text(self.body),
            year(self.year),
            maybe_int(self.number),
            text(self.kind.code()),
            maybe(self.manner.map(Manner::code)),
            maybe_int(self.yes),
            maybe_int(self.no),
            maybe_int(self.abstain),
            text(&self.left_room),
            text(&self.told_to),
        ])
    }
}

impl Row for Assignment {
    const TABLE: &'static str = "minutes_task";
    const COLUMNS: &'static [&'static str] =
        &["id", "meeting", "owner", "person", "body", "organization", "name", "due_on", "done_on", "outcome"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            entry: c.parse(MinutesEntryId::parse)?,
            meeting: c.parse(MeetingId::parse)?,
            owner: c.parse(OwnerKind::from_code)?,
            person: c.maybe(PersonId::parse)?,
            body: c.maybe(BodyId::parse)?,
            organization: c.maybe(OrganizationId::parse)?,
            name: c.text()?,
            due_on: c.maybe(day)?,
            done_on: c.maybe(day)?,
            outcome: c.text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.entry),
            text(self.meeting),
            text(self.owner.code()),
            maybe(self.person),
            maybe(self.body),
            maybe(self.organization),
            text(&self.name),
            maybe(self.due_on),
            maybe(self.done_on),
            text(&self.outcome),
        ])
    }
}

impl Row for Correction {
    const TABLE: &'static str = "minutes_correction";
    const COLUMNS: &'static [&'static str] =
        &["id", "meeting", "entry", "person", "name", "place", "old", "new", "accepted", "reason", "received_on"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(CorrectionId::parse)?,
            meeting: c.parse(MeetingId::parse)?,
            entry: c.maybe(MinutesEntryId::parse)?,
            person: c.maybe(PersonId::parse)?,
            name: c.text()?,
            place: c.text()?,
            old: c.text()?,
            new: c.text()?,
            accepted: c.maybe_int::<u8>()?.map(|n| n != 0),
            reason: c.text()?,
            received_on: c.parse(day)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.meeting),
            maybe(self.entry),
            maybe(self.person),
            text(&self.name),
            text(&self.place),
            text(&self.old),
            text(&self.new),
            maybe_int(self.accepted),
            text(&self.reason),
            text(self.received_on),
        ])
    }
}

impl Row for Answered {
    const TABLE: &'static str = "minutes_answer";
    const COLUMNS: &'static [&'static str] = &["id", "meeting", "appointment", "day"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { meeting: c.parse(MeetingId::parse)?, appointment: c.parse(AppointmentId::parse)?, on: c.parse(day)? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = text(format_args!("{}/{}", self.meeting, self.appointment));
        Ok(vec![id, text(self.meeting), text(self.appointment), text(self.on)])
    }
}

impl Records {
    /// The facts of an entry's decision.
    pub fn decision(&self, entry: MinutesEntryId) -> Result<Option<Decision>> {
        self.get(entry)
    }

    /// The decisions of a meeting.
    pub fn decisions_of(&self, meeting: MeetingId) -> Result<Vec<Decision>> {
        self.list("where meeting = ?1 order by number, id", [meeting.to_string()])
    }

    /// All decisions, by year and number.
    pub fn decisions(&self) -> Result<Vec<Decision>> {
        self.list("order by year, body, number, id", [])
    }

    /// The facts of an entry's task.
    pub fn assignment(&self, entry: MinutesEntryId) -> Result<Option<Assignment>> {
        self.get(entry)
    }

    /// The tasks of a meeting.
    pub fn assignments_of(&self, meeting: MeetingId) -> Result<Vec<Assignment>> {
        self.list("where meeting = ?1 order by id", [meeting.to_string()])
    }

    /// All tasks, those that are due first in front.
    pub fn assignments(&self) -> Result<Vec<Assignment>> {
        self.list("order by due_on is null, due_on, id", [])
    }

    /// The corrections of a meeting's minutes, as they came.
    pub fn corrections(&self, meeting: MeetingId) -> Result<Vec<Correction>> {
        self.list("where meeting = ?1 order by received_on, id", [meeting.to_string()])
    }

    /// A correction.
    pub fn correction(&self, id: CorrectionId) -> Result<Option<Correction>> {
        self.get(id)
    }

    /// Who has answered the draft of a meeting's minutes.
    pub fn minutes_answers(&self, meeting: MeetingId) -> Result<Vec<Answered>> {
        self.list("where meeting = ?1 order by id", [meeting.to_string()])
    }
}
