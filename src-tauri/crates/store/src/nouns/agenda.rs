//! Agenda items, each with its papers in order.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, int, maybe, maybe_int, text};
use entaku_domain::agenda::{AgendaItem, ItemKind, LeftOver};
use entaku_domain::election::ElectionRecord;
use entaku_domain::id::{AgendaItemId, IssueId, MeetingId, PaperId};
use rusqlite::types::Value;

impl Row for AgendaItem {
    const TABLE: &'static str = "agenda_item";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "meeting",
        "position",
        "kind",
        "title",
        "presenter",
        "minutes",
        "closed_reason",
        "level",
        "mark",
        "approves",
        "carried_from",
        "issue",
        "left_over",
        "left_note",
        "dropped",
        "started_at",
        "ended_at",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(AgendaItemId::parse)?,
            meeting: c.parse(MeetingId::parse)?,
            order: c.int()?,
            kind: c.parse(ItemKind::from_code)?,
            title: c.text()?,
            presenter: c.maybe_text()?,
            minutes: c.maybe_int()?,
            closed_reason: c.maybe_text()?,
            papers: Vec::new(),
            level: c.int()?,
            mark: c.maybe_text()?,
            approves: c.maybe(MeetingId::parse)?,
            carried_from: c.maybe(AgendaItemId::parse)?,
            issue: c.maybe(IssueId::parse)?,
            left_over: c.maybe(LeftOver::from_code)?,
            left_note: c.maybe_text()?,
            dropped: c.maybe_text()?,
            started: c.maybe_text()?,
            ended: c.maybe_text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.meeting),
            int(self.order),
            text(self.kind.code()),
            text(&self.title),
            maybe(self.presenter.as_ref()),
            maybe_int(self.minutes),
            maybe(self.closed_reason.as_ref()),
            int(self.level),
            maybe(self.mark.as_ref()),
            maybe(self.approves),
            maybe(self.carried_from),
            maybe(self.issue),
            maybe(self.left_over.map(LeftOver::code)),
            maybe(self.left_note.as_ref()),
            maybe(self.dropped.as_ref()),
            maybe(self.started.as_ref()),
            maybe(self.ended.as_ref()),
        ])
    }
}

/// A paper named by an item.
struct Named {
    item: AgendaItemId,
    paper: PaperId,
    position: i64,
}

impl Row for Named {
    const TABLE: &'static str = "agenda_paper";
    const COLUMNS: &'static [&'static str] = &["id", "item", "paper", "position"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { item: c.parse(AgendaItemId::parse)?, paper: c.parse(PaperId::parse)?, position: c.int()? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = text(format_args!("{}/{}", self.item, self.paper));
        Ok(vec![id, text(self.item), text(self.paper), int(self.position)])
    }
}

impl Records {
    /// The agenda of a meeting, in order.
    pub fn agenda(&self, meeting: MeetingId) -> Result<Vec<AgendaItem>> {
        self.items("meeting = ?1", [meeting.to_string()])
    }

    /// The items that approve the minutes of a meeting.
    pub fn items_approving(&self, meeting: MeetingId) -> Result<Vec<AgendaItem>> {
        self.items("approves = ?1", [meeting.to_string()])
    }

    /// The items that were left over, of all meetings.
    pub fn items_left_over(&self) -> Result<Vec<AgendaItem>> {
        self.items("left_over is not null", [])
    }

    /// The items that go on with one of an earlier meeting, of all meetings.
    pub fn items_carried(&self) -> Result<Vec<AgendaItem>> {
        self.items("carried_from is not null", [])
    }

    /// The items that deal with an issue.
    pub fn items_on_issue(&self, issue: IssueId) -> Result<Vec<AgendaItem>> {
        self.items("issue = ?1", [issue.to_string()])
    }

    fn items<const N: usize>(&self, condition: &str, values: [String; N]) -> Result<Vec<AgendaItem>> {
        let tail = format!("where {condition} order by meeting, position, id");
        let mut items: Vec<AgendaItem> = self.list(&tail, rusqlite::params_from_iter(&values))?;
        let tail = format!("where item in (select id from agenda_item where {condition}) order by position, paper");
        let named: Vec<Named> = self.list(&tail, rusqlite::params_from_iter(&values))?;
        for item in &mut items {
            item.papers = named.iter().filter(|n| n.item == item.id).map(|n| n.paper).collect();
        }
        Ok(items)
    }

    /// An item of an agenda.
    pub fn agenda_item(&self, id: AgendaItemId) -> Result<Option<AgendaItem>> {
        let Some(mut item) = self.get::<AgendaItem>(id)? else { return Ok(None) };
        let named: Vec<Named> = self.list("where item = ?1 order by position, paper", [id.to_string()])?;
        item.papers = named.iter().map(|n| n.paper).collect();
        Ok(Some(item))
    }
}

impl Tx<'_> {
    /// Writes an item and which papers it names.
    pub fn put_agenda_item(&mut self, item: &AgendaItem) -> Result<()> {
        self.put(item)?;
        let named: Vec<Named> =
            (0..).zip(&item.papers).map(|(position, paper)| Named { item: item.id, paper: *paper, position }).collect();
        self.replace("item", item.id, &named)
    }

    /// Removes an item; its papers stay, and so do elections that were held under it
    /// and items of later meetings that go on with it.
    pub fn remove_agenda_item(&mut self, id: AgendaItemId) -> Result<()> {
        for later in self.items("carried_from = ?1", [id.to_string()])? {
            self.put_agenda_item(&AgendaItem { carried_from: None, ..later })?;
        }
        let elections: Vec<ElectionRecord> = self.list("where item = ?1", [id.to_string()])?;
        for election in elections {
            self.put_election(&ElectionRecord { item: None, ..election })?;
        }
        self.free_minutes_entries(id)?;
        self.free_issues_of_item(id)?;
        self.forget_item(id)?;
        self.replace::<Named>("item", id, &[])?;
        self.remove("agenda_item", id)
    }
}
