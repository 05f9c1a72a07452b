//! What somebody is to do about an issue; and what issues point at in meetings, when that goes.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, maybe, text};
use entaku_domain::id::{
    AgendaItemId, BodyId, IssueEventId, IssueId, IssueTaskId, MeetingId, MinutesEntryId, OrganizationId, PaperId,
    PersonId,
};
use entaku_domain::issue::{Issue, IssueEvent, IssueTask, Source};
use entaku_domain::minutes::OwnerKind;
use rusqlite::types::Value;

impl Row for IssueTask {
    const TABLE: &'static str = "issue_task";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "issue",
        "event",
        "text",
        "owner",
        "person",
        "body",
        "organization",
        "name",
        "due_on",
        "done_on",
        "outcome",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(IssueTaskId::parse)?,
            issue: c.parse(IssueId::parse)?,
            event: c.maybe(IssueEventId::parse)?,
            text: c.text()?,
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
            text(self.id),
            text(self.issue),
            maybe(self.event),
            text(&self.text),
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

/// Open ones first, those due first.
const DUE_FIRST: &str = "order by done_on is not null, due_on is null, due_on, id";

impl Records {
    /// What is to be done about an issue: open tasks first, those due first.
    pub fn issue_tasks(&self, issue: IssueId) -> Result<Vec<IssueTask>> {
        self.list(&format!("where issue = ?1 {DUE_FIRST}"), [issue.to_string()])
    }

    /// What is to be done about all issues: open tasks first, those due first.
    pub fn all_issue_tasks(&self) -> Result<Vec<IssueTask>> {
        self.list(DUE_FIRST, [])
    }

    /// A task.
    pub fn issue_task(&self, id: IssueTaskId) -> Result<Option<IssueTask>> {
        self.get(id)
    }

    /// The tasks that a step left.
    pub fn tasks_of_step(&self, step: IssueEventId) -> Result<Vec<IssueTask>> {
        self.list("where event = ?1 order by id", [step.to_string()])
    }

    /// Requests with a day by which they are to be answered, of open issues, after which nothing came.
    pub fn open_requests(&self) -> Result<Vec<IssueEvent>> {
        let tail = "where due_on is not null and kind <> 'ordinary'
            and issue in (select i.id from issue i where i.stage not in ('reflected', 'closed'))
            and not exists (select 1 from issue_event later where later.issue = issue_event.issue
                and (later.day > issue_event.day or later.day = issue_event.day and later.id > issue_event.id))
            order by due_on, id";
        self.list(tail, [])
    }

    /// The steps that an item of an agenda led to, by day.
    pub fn steps_at_item(&self, item: AgendaItemId) -> Result<Vec<IssueEvent>> {
        self.list("where item = ?1 order by day, id", [item.to_string()])
    }

    /// The steps that were taken at a meeting, by issue and day.
    pub fn steps_at_meeting(&self, meeting: MeetingId) -> Result<Vec<IssueEvent>> {
        self.list("where meeting = ?1 order by issue, day, id", [meeting.to_string()])
    }

    /// The issues that came in at a meeting.
    pub fn issues_from_meeting(&self, meeting: MeetingId) -> Result<Vec<Issue>> {
        self.list("where meeting = ?1 order by year, number", [meeting.to_string()])
    }
}

impl Tx<'_> {
    /// Writes what is to be done about an issue.
    pub fn put_issue_task(&mut self, task: &IssueTask) -> Result<()> {
        self.put(task)
    }

    /// Removes a task.
    pub fn remove_issue_task(&mut self, id: IssueTaskId) -> Result<()> {
        self.remove("issue_task", id)
    }

    /// An item goes: issues and their steps stay, without it.
    pub(crate) fn free_issues_of_item(&mut self, item: AgendaItemId) -> Result<()> {
        for step in self.steps_at_item(item)? {
            self.put_issue_event(&IssueEvent { item: None, ..step })?;
        }
        self.free_sources("item", item, |s| Source { item: None, ..s })
    }

    /// An entry of minutes goes: issues and their steps stay, without it.
    pub(crate) fn free_issues_of_entry(&mut self, entry: MinutesEntryId) -> Result<()> {
        let steps: Vec<IssueEvent> = self.list("where entry = ?1", [entry.to_string()])?;
        for step in steps {
            self.put_issue_event(&IssueEvent { entry: None, ..step })?;
        }
        self.free_sources("entry", entry, |s| Source { entry: None, ..s })
    }

    /// A paper goes: the issues that it brought keep what it was called.
    pub(crate) fn free_issues_of_paper(&mut self, paper: PaperId, title: &str) -> Result<()> {
        self.free_sources("paper", paper, |s| Source { paper: None, paper_text: title.to_owned(), ..s })
    }

    /// A meeting goes: the issues that came in there stay, without it.
    pub(crate) fn free_issues_of_meeting(&mut self, meeting: MeetingId) -> Result<()> {
        self.free_sources("meeting", meeting, |s| Source { meeting: None, ..s })
    }

    fn free_sources(
        &mut self,
        column: &str,
        id: impl std::fmt::Display,
        freed: impl Fn(Source) -> Source,
    ) -> Result<()> {
        let issues: Vec<Issue> = self.list(&format!("where {column} = ?1"), [id.to_string()])?;
        for issue in issues {
            let source = freed(issue.source.clone());
            self.put_issue(&Issue { source, ..issue })?;
        }
        Ok(())
    }
}
