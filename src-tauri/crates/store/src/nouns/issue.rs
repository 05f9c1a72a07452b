//! Issues, their steps, and how one came out of another.

use super::search::key_of;
use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, int, maybe, text, year};
use entaku_domain::agenda::AgendaItem;
use entaku_domain::id::{
    AgendaItemId, BodyId, IssueEventId, IssueId, MeetingId, MinutesEntryId, OrganizationId, PaperId,
};
use entaku_domain::issue::{Inlet, Issue, IssueEvent, IssueLink, Level, LinkKind, Source, Stage, StepKind};
use rusqlite::types::Value;

impl Row for Issue {
    const TABLE: &'static str = "issue";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "year",
        "number",
        "title",
        "gist",
        "background",
        "resources",
        "measures",
        "field",
        "level",
        "inlet",
        "raised_by",
        "received_on",
        "stage",
        "owner",
        "due_on",
        "feedback_on",
        "no_feedback",
        "search",
        "raised_on",
        "brought_by",
        "paper",
        "paper_text",
        "meeting",
        "item",
        "entry",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        let issue = Self {
            id: c.parse(IssueId::parse)?,
            year: c.year()?,
            number: c.int()?,
            title: c.text()?,
            gist: c.text()?,
            background: c.text()?,
            resources: c.text()?,
            measures: c.text()?,
            field: c.text()?,
            level: c.parse(Level::from_code)?,
            inlet: c.parse(Inlet::from_code)?,
            raised_by: c.maybe(OrganizationId::parse)?,
            source: Source::default(),
            received_on: c.parse(day)?,
            stage: c.parse(Stage::from_code)?,
            owner: c.maybe(BodyId::parse)?,
            due_on: c.maybe(day)?,
            feedback_on: c.maybe(day)?,
            no_feedback: c.maybe_text()?,
        };
        c.text()?;
        Ok(Self { source: source(c)?, ..issue })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            year(self.year),
            int(self.number),
            text(&self.title),
            text(&self.gist),
            text(&self.background),
            text(&self.resources),
            text(&self.measures),
            text(&self.field),
            text(self.level.code()),
            text(self.inlet.code()),
            maybe(self.raised_by),
            text(self.received_on),
            text(self.stage.code()),
            maybe(self.owner),
            maybe(self.due_on),
            maybe(self.feedback_on),
            maybe(self.no_feedback.as_ref()),
            text(key_of([&*self.title, &*self.gist, &*self.field])),
            maybe(self.source.raised_on),
            text(&self.source.brought_by),
            maybe(self.source.paper),
            text(&self.source.paper_text),
            maybe(self.source.meeting),
            maybe(self.source.item),
            maybe(self.source.entry),
        ])
    }
}

/// The cells that tell how an issue came in.
fn source(c: &mut Cells<'_>) -> Result<Source> {
    Ok(Source {
        raised_on: c.maybe(day)?,
        brought_by: c.text()?,
        paper: c.maybe(PaperId::parse)?,
        paper_text: c.text()?,
        meeting: c.maybe(MeetingId::parse)?,
        item: c.maybe(AgendaItemId::parse)?,
        entry: c.maybe(MinutesEntryId::parse)?,
    })
}

impl Row for IssueEvent {
    const TABLE: &'static str = "issue_event";
    const COLUMNS: &'static [&'static str] =
        &["id", "issue", "day", "stage", "body", "meeting", "text", "kind", "item", "entry", "to_body", "due_on"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(IssueEventId::parse)?,
            issue: c.parse(IssueId::parse)?,
            on: c.parse(day)?,
            stage: c.parse(Stage::from_code)?,
            body: c.maybe(BodyId::parse)?,
            meeting: c.maybe(MeetingId::parse)?,
            text: c.text()?,
            kind: c.parse(StepKind::from_code)?,
            item: c.maybe(AgendaItemId::parse)?,
            entry: c.maybe(MinutesEntryId::parse)?,
            to: c.maybe(BodyId::parse)?,
            due_on: c.maybe(day)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.issue),
            text(self.on),
            text(self.stage.code()),
            maybe(self.body),
            maybe(self.meeting),
            text(&self.text),
            text(self.kind.code()),
            maybe(self.item),
            maybe(self.entry),
            maybe(self.to),
            maybe(self.due_on),
        ])
    }
}

/// A step without its text.
struct Mark(IssueEvent);

impl Row for Mark {
    const TABLE: &'static str = "issue_event";
    const COLUMNS: &'static [&'static str] = &["id", "issue", "day", "stage", "body", "meeting", "to_body"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        let id = c.parse(IssueEventId::parse)?;
        let issue = c.parse(IssueId::parse)?;
        let (on, stage) = (c.parse(day)?, c.parse(Stage::from_code)?);
        let (body, meeting, to) = (c.maybe(BodyId::parse)?, c.maybe(MeetingId::parse)?, c.maybe(BodyId::parse)?);
        Ok(Self(IssueEvent { body, meeting, to, ..IssueEvent::new(id, issue, on, stage) }))
    }

    /// It is only read.
    fn values(&self) -> Result<Vec<Value>> {
        self.0.values()
    }
}

impl Row for IssueLink {
    const TABLE: &'static str = "issue_link";
    const COLUMNS: &'static [&'static str] = &["id", "from_issue", "to_issue", "kind", "reason"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self {
            from: c.parse(IssueId::parse)?,
            to: c.parse(IssueId::parse)?,
            kind: c.parse(LinkKind::from_code)?,
            reason: c.text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = text(link_id(self));
        Ok(vec![id, text(self.from), text(self.to), text(self.kind.code()), text(&self.reason)])
    }
}

/// A link has no identifier of its own: it is what it joins.
fn link_id(link: &IssueLink) -> String {
    format!("{}/{}/{}", link.from, link.to, link.kind.code())
}

impl Records {
    /// All issues, by year and number.
    pub fn issues(&self) -> Result<Vec<Issue>> {
        self.list("order by year, number", [])
    }

    /// An issue.
    pub fn issue(&self, id: IssueId) -> Result<Option<Issue>> {
        self.get(id)
    }

    /// The steps of an issue, by day.
    pub fn issue_events(&self, issue: IssueId) -> Result<Vec<IssueEvent>> {
        self.list("where issue = ?1 order by day, id", [issue.to_string()])
    }

    /// The steps of all issues, by day.
    pub fn all_issue_events(&self) -> Result<Vec<IssueEvent>> {
        self.list("order by day, id", [])
    }

    /// The steps of all issues as lists need them, in no order: without their texts and with
    /// nothing of how they were taken. A ledger of many years has tens of thousands, of which a
    /// list of what is `open` needs few.
    pub fn issue_marks(&self, open: bool) -> Result<Vec<IssueEvent>> {
        let which = match open {
            true => "where issue in (select id from issue where stage not in ('reflected', 'closed'))",
            false => "",
        };
        Ok(self.list::<Mark>(which, [])?.into_iter().map(|mark| mark.0).collect())
    }

    /// How issues came out of one another.
    pub fn issue_links(&self) -> Result<Vec<IssueLink>> {
        self.list("order by id", [])
    }
}

impl Tx<'_> {
    /// Writes an issue.
    pub fn put_issue(&mut self, issue: &Issue) -> Result<()> {
        self.put(issue)
    }

    /// Removes an issue that was entered by mistake; items of agendas stay without it.
    pub fn remove_issue(&mut self, id: IssueId) -> Result<()> {
        for item in self.items_on_issue(id)? {
            self.put_agenda_item(&AgendaItem { issue: None, ..item })?;
        }
        self.take_from_themes(id)?;
        for task in self.issue_tasks(id)? {
            self.remove_issue_task(task.id)?;
        }
        self.remove("issue", id)
    }

    /// Writes a step of an issue.
    pub fn put_issue_event(&mut self, event: &IssueEvent) -> Result<()> {
        self.put(event)
    }

    /// Removes a step of an issue with what it left to be done.
    pub fn remove_issue_event(&mut self, id: IssueEventId) -> Result<()> {
        for task in self.tasks_of_step(id)? {
            self.remove_issue_task(task.id)?;
        }
        self.remove("issue_event", id)
    }

    /// Writes a link between two issues.
    pub fn put_issue_link(&mut self, link: &IssueLink) -> Result<()> {
        self.put(link)
    }

    /// Removes a link between two issues.
    pub fn remove_issue_link(&mut self, link: &IssueLink) -> Result<()> {
        self.remove("issue_link", link_id(link))
    }
}
