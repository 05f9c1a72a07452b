//! Minutes, how a body keeps them, and their entries.

use crate::change::Tx;
use crate::error::Result;
use crate::nouns::search::key_of;
use crate::records::Records;
use crate::row::{Cells, Row, day, int, json, maybe, maybe_int, text, to_json};
use entaku_domain::id::{AgendaItemId, BodyId, MeetingId, MinutesEntryId, PersonId};
use entaku_domain::minutes::{
    Answered, ApprovalWay, Assignment, Correction, Decision, Entry, EntryKind, LabelRule, Minutes, MinutesRule, Role,
    Speaker, Style,
};
use entaku_domain::text::search_key;
use rusqlite::types::Value;

impl Row for MinutesRule {
    const TABLE: &'static str = "minutes_rule";
    const COLUMNS: &'static [&'static str] = &["id", "body", "style", "labels", "approval", "answer_days", "heading"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self {
            body: c.parse(BodyId::parse)?,
            style: c.parse(Style::from_code)?,
            labels: c.parse(LabelRule::from_code)?,
            approval: c.parse(ApprovalWay::from_code)?,
            answer_days: c.int()?,
            heading: c.text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.body),
            text(self.body),
            text(self.style.code()),
            text(self.labels.code()),
            text(self.approval.code()),
            int(self.answer_days),
            text(&self.heading),
        ])
    }
}

impl Row for Minutes {
    const TABLE: &'static str = "minutes";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "meeting",
        "style",
        "labels",
        "heading",
        "other",
        "outline",
        "observers",
        "letters",
        "sent_on",
        "due_on",
        "approved_on",
        "approved_by",
        "approved_at",
        "reopened",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self {
            meeting: c.parse(MeetingId::parse)?,
            style: c.parse(Style::from_code)?,
            labels: c.parse(LabelRule::from_code)?,
            heading: c.text()?,
            other: c.text()?,
            outline: c.text()?,
            observers: c.maybe_int()?,
            letters: c.parse(json)?,
            sent_on: c.maybe(day)?,
            due_on: c.maybe(day)?,
            approved_on: c.maybe(day)?,
            approved_by: c.maybe(ApprovalWay::from_code)?,
            approved_at: c.maybe(MeetingId::parse)?,
            reopened: c.maybe_text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.meeting),
            text(self.meeting),
            text(self.style.code()),
            text(self.labels.code()),
            text(&self.heading),
            text(&self.other),
            text(&self.outline),
            maybe_int(self.observers),
            to_json(&self.letters)?,
            maybe(self.sent_on),
            maybe(self.due_on),
            maybe(self.approved_on),
            maybe(self.approved_by.map(ApprovalWay::code)),
            maybe(self.approved_at),
            maybe(self.reopened.as_ref()),
        ])
    }
}

impl Row for Entry {
    const TABLE: &'static str = "minutes_entry";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "meeting",
        "item",
        "position",
        "kind",
        "role",
        "person",
        "name",
        "text",
        "closed_reason",
        "at",
        "search",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        let (id, meeting, item) =
            (c.parse(MinutesEntryId::parse)?, c.parse(MeetingId::parse)?, c.maybe(AgendaItemId::parse)?);
        let (order, kind, role) = (c.int()?, c.parse(EntryKind::from_code)?, c.maybe(Role::from_code)?);
        let (person, name) = (c.maybe(PersonId::parse)?, c.text()?);
        let speaker = role.map(|role| Speaker { role, person, name });
        let (text, closed_reason, at) = (c.text()?, c.maybe_text()?, c.maybe_text()?);
        c.text()?;
        Ok(Self { id, meeting, item, order, kind, speaker, text, closed_reason, at })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let speaker = self.speaker.as_ref();
        Ok(vec![
            text(self.id),
            text(self.meeting),
            maybe(self.item),
            int(self.order),
            text(self.kind.code()),
            maybe(speaker.map(|s| s.role.code())),
            maybe(speaker.and_then(|s| s.person)),
            text(speaker.map(|s| s.name.as_str()).unwrap_or_default()),
            text(&self.text),
            maybe(self.closed_reason.as_ref()),
            maybe(self.at.as_ref()),
            text(key_of([self.text.as_str()])),
        ])
    }
}

impl Records {
    /// How a body keeps its minutes, where the office has set that.
    pub fn minutes_rule(&self, body: BodyId) -> Result<Option<MinutesRule>> {
        self.get(body)
    }

    /// How all bodies keep their minutes, where that is set.
    pub fn minutes_rules(&self) -> Result<Vec<MinutesRule>> {
        self.list("order by id", [])
    }

    /// The minutes of a meeting.
    pub fn minutes(&self, meeting: MeetingId) -> Result<Option<Minutes>> {
        self.get(meeting)
    }

    /// All minutes, in no order.
    pub fn all_minutes(&self) -> Result<Vec<Minutes>> {
        self.list("order by id", [])
    }

    /// The entries of a meeting's minutes: in the order of its agenda, those under no item first.
    pub fn minutes_entries(&self, meeting: MeetingId) -> Result<Vec<Entry>> {
        let tail = "where meeting = ?1 order by
            ifnull((select a.position from agenda_item a where a.id = minutes_entry.item), -9223372036854775807),
            ifnull(item, ''), position, id";
        self.list(tail, [meeting.to_string()])
    }

    /// An entry.
    pub fn minutes_entry(&self, id: MinutesEntryId) -> Result<Option<Entry>> {
        self.get(id)
    }

    /// Entries whose words contain a text, however it is typed; the latest meeting first, at most so many.
    pub fn minutes_matching(&self, sought: &str, most: u32) -> Result<Vec<Entry>> {
        let key = search_key(sought);
        if key.is_empty() {
            return Ok(Vec::new());
        }
        let tail = format!(
            "where instr(search, ?1) > 0
             order by (select m.day from meeting m where m.id = minutes_entry.meeting) desc, meeting, position, id
             limit {most}"
        );
        self.list(&tail, [key])
    }
}

impl Tx<'_> {
    /// Writes how a body keeps its minutes.
    pub fn put_minutes_rule(&mut self, rule: &MinutesRule) -> Result<()> {
        self.put(rule)
    }

    /// Writes minutes as a whole.
    pub fn put_minutes(&mut self, minutes: &Minutes) -> Result<()> {
        self.put(minutes)
    }

    /// Writes an entry.
    pub fn put_minutes_entry(&mut self, entry: &Entry) -> Result<()> {
        self.put(entry)
    }

    /// Removes an entry with the facts of its decision or task. A correction that it was
    /// about stays, and says in its own words where it belongs.
    pub fn remove_minutes_entry(&mut self, id: MinutesEntryId) -> Result<()> {
        self.remove_entry_facts(id)?;
        let corrections: Vec<Correction> = self.list("where entry = ?1", [id.to_string()])?;
        for correction in corrections {
            self.put_correction(&Correction { entry: None, ..correction })?;
        }
        self.free_issues_of_entry(id)?;
        self.remove("minutes_entry", id)
    }

    /// Removes the facts of an entry that is no decision and no task any more.
    pub fn remove_entry_facts(&mut self, id: MinutesEntryId) -> Result<()> {
        if self.decision(id)?.is_some() {
            self.remove("minutes_decision", id)?;
        }
        if self.assignment(id)?.is_some() {
            self.remove("minutes_task", id)?;
        }
        Ok(())
    }

    /// Removes the minutes of a meeting with everything in them.
    pub fn remove_minutes(&mut self, meeting: MeetingId) -> Result<()> {
        for correction in self.corrections(meeting)? {
            self.remove_correction(correction.id)?;
        }
        for answered in self.minutes_answers(meeting)? {
            self.remove_minutes_answer(&answered)?;
        }
        for entry in self.minutes_entries(meeting)? {
            self.remove_minutes_entry(entry.id)?;
        }
        self.remove("minutes", meeting)
    }

    /// Leaves the entries of an item where they are when it goes: under no item.
    pub(crate) fn free_minutes_entries(&mut self, item: AgendaItemId) -> Result<()> {
        let entries: Vec<Entry> = self.list("where item = ?1", [item.to_string()])?;
        for entry in entries {
            self.put_minutes_entry(&Entry { item: None, ..entry })?;
        }
        Ok(())
    }

    /// Writes the facts of a decision.
    pub fn put_decision(&mut self, decision: &Decision) -> Result<()> {
        self.put(decision)
    }

    /// Writes the facts of a task.
    pub fn put_assignment(&mut self, task: &Assignment) -> Result<()> {
        self.put(task)
    }

    /// Writes a correction.
    pub fn put_correction(&mut self, correction: &Correction) -> Result<()> {
        self.put(correction)
    }

    /// Removes a correction.
    pub fn remove_correction(&mut self, id: entaku_domain::id::CorrectionId) -> Result<()> {
        self.remove("minutes_correction", id)
    }

    /// Writes that a member has answered the draft.
    pub fn put_minutes_answer(&mut self, answered: &Answered) -> Result<()> {
        self.put(answered)
    }

    /// Takes that back.
    pub fn remove_minutes_answer(&mut self, answered: &Answered) -> Result<()> {
        self.remove("minutes_answer", format_args!("{}/{}", answered.meeting, answered.appointment))
    }
}
