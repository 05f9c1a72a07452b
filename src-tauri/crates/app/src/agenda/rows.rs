//! The rows of an agenda: what is said, when, where an item comes from and where it went.

use crate::council::App;
use crate::error::Result;
use crate::snapshot::Snapshot;
use crate::text::{agenda as words, labels};
use entaku_domain::agenda::{AgendaItem, LeftOver, marks};
use entaku_domain::id::{AgendaItemId, IssueId, MeetingId, PaperId};
use entaku_domain::meeting::Meeting;
use entaku_domain::paper::Paper;
use entaku_domain::reply::Opinion;
use entaku_domain::time_plan::{Slot, TimePlan, clock_text, time_plan};
use std::collections::BTreeMap;

/// An item in a list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct AgendaRow {
    /// Its identifier.
    pub id: String,
    /// What is done with it, a code.
    pub kind: String,
    /// What is done with it, in Japanese.
    pub kind_label: String,
    /// What stands in front of it, as the body writes its numbers; empty for a break.
    pub number: String,
    /// How deep it lies under others.
    pub level: u8,
    /// Its own mark instead of a number; none where it is counted.
    pub mark: Option<String>,
    /// Its title.
    pub title: String,
    /// Who presents it.
    pub presenter: Option<String>,
    /// Minutes planned for it.
    pub minutes: Option<u16>,
    /// When it begins by plan, HH:MM; none where the meeting's beginning is open.
    pub clock: Option<String>,
    /// Whether it ends after the meeting should.
    pub late: bool,
    /// Numbers of its papers.
    pub papers: Vec<String>,
    /// The written opinions on it.
    pub opinions: Vec<ItemOpinion>,
    /// Why it is closed to the public.
    pub closed_reason: Option<String>,
    /// The meeting whose minutes it approves.
    pub approves: Option<ItemMeeting>,
    /// The earlier items that it goes on with.
    pub carried: Option<CarriedFrom>,
    /// The issue that it deals with.
    pub issue: Option<ItemIssue>,
    /// Whether it may be left over.
    pub may_be_left: bool,
    /// That it was left over; none where it was not.
    pub left: Option<LeftRow>,
    /// When it was taken, against its plan.
    pub times: ItemTimes,
}

/// A written opinion on an item.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ItemOpinion {
    /// Its identifier.
    pub opinion: String,
    /// Who wrote it.
    pub name: String,
    /// What it says; empty where a file says it.
    pub text: String,
    /// The name of its file.
    pub file_name: Option<String>,
}

/// A meeting that an item names.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ItemMeeting {
    /// Its identifier.
    pub meeting: String,
    /// 第1回全体会.
    pub title: String,
}

/// Where an item comes from.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct CarriedFrom {
    /// How many meetings have had it before.
    pub times: u32,
    /// Those meetings, the first first.
    pub meetings: Vec<ItemMeeting>,
    /// In a line.
    pub text: String,
}

/// The issue of an item.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ItemIssue {
    /// Its identifier.
    pub issue: String,
    /// R8-3.
    pub number: String,
    /// Its title.
    pub title: String,
}

/// An item that was left over.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct LeftRow {
    /// Why, a code: `out_of_time`, `continued`.
    pub why: String,
    /// Why, in Japanese.
    pub label: String,
    /// What is noted.
    pub note: Option<String>,
    /// The meeting at which it goes on; none where it waits for the next agenda.
    pub next: Option<ItemMeeting>,
    /// Why it does not return.
    pub dropped: Option<String>,
}

/// When an item was taken.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ItemTimes {
    /// When it began, HH:MM.
    pub started: Option<String>,
    /// When it ended, HH:MM.
    pub ended: Option<String>,
    /// When it may be expected to begin, HH:MM, of one that has not.
    pub expected: Option<String>,
    /// How many minutes it took, or takes so far.
    pub taken: Option<u32>,
    /// How many minutes longer than planned; negative for less.
    pub over: Option<i32>,
    /// The same in a sign and words; empty where there is nothing to tell.
    pub over_text: String,
    /// Whether it runs now.
    pub running: bool,
}

/// What the rows of an agenda are made of.
pub(super) struct Around<'a> {
    pub(super) council: &'a Snapshot,
    pub(super) meeting: &'a Meeting,
    pub(super) papers: &'a [Paper],
    carried: Vec<AgendaItem>,
    sources: BTreeMap<AgendaItemId, AgendaItem>,
    issues: BTreeMap<IssueId, ItemIssue>,
    opinions: Vec<Opinion>,
}

impl<'a> Around<'a> {
    /// Reads what the items refer to.
    pub(super) fn load(
        app: &App,
        council: &'a Snapshot,
        meeting: &'a Meeting,
        papers: &'a [Paper],
        items: &[AgendaItem],
    ) -> Result<Self> {
        let mut sources = BTreeMap::new();
        for item in items {
            app.earlier(item, &mut sources)?;
        }
        let wanted: Vec<IssueId> = items.iter().filter_map(|i| i.issue).collect();
        let all = if wanted.is_empty() { Vec::new() } else { app.store().issues()? };
        let named = all.iter().filter(|i| wanted.contains(&i.id)).map(|issue| {
            let (number, title) = (labels::issue_number(issue), issue.title.clone());
            (issue.id, ItemIssue { issue: issue.id.to_string(), number, title })
        });
        let issues = named.collect();
        let (carried, opinions) = (app.store().items_carried()?, app.store().opinions(meeting.id)?);
        Ok(Self { council, meeting, papers, carried, sources, issues, opinions })
    }

    /// The rows, with the time plan as it stands at `now`, minutes since midnight.
    pub(super) fn rows(&self, items: &[AgendaItem], now: Option<u32>) -> (Vec<AgendaRow>, TimePlan) {
        let (start, end) = (self.meeting.start.as_deref(), self.meeting.end.as_deref());
        let plan = time_plan(items, start, end, now);
        let ends = end.and_then(entaku_domain::agenda::minutes_of_day);
        let marks = marks(items, &self.council.agenda_style(self.meeting.body));
        let numbered = items.iter().zip(marks).zip(&plan.slots);
        let rows = numbered.map(|((item, mark), slot)| self.row(item, mark, slot, ends)).collect();
        (rows, plan)
    }

    fn row(&self, item: &AgendaItem, number: String, slot: &Slot, ends: Option<u32>) -> AgendaRow {
        let paper = |id: &PaperId| self.papers.iter().find(|p| p.id == *id).map(|p| p.number.to_string());
        let until = slot.planned.map(|at| at + item.minutes.map_or(0, u32::from));
        AgendaRow {
            id: item.id.to_string(),
            kind: item.kind.code().to_owned(),
            kind_label: item.kind.label().to_owned(),
            number,
            level: item.level,
            mark: item.mark.clone(),
            title: item.title.clone(),
            presenter: item.presenter.clone(),
            minutes: item.minutes,
            clock: slot.planned.map(clock_text),
            late: until.zip(ends).is_some_and(|(until, ends)| until > ends),
            papers: item.papers.iter().filter_map(paper).collect(),
            opinions: self.opinions_on(item.id),
            closed_reason: item.closed_reason.clone(),
            approves: item.approves.map(|id| self.meeting_of(id)),
            carried: self.carried_from(item),
            issue: item.issue.and_then(|id| self.issues.get(&id)).cloned(),
            may_be_left: item.kind.may_be_left(),
            left: item.left_over.map(|why| self.left(item, why)),
            times: times(item, slot),
        }
    }

    fn opinions_on(&self, item: AgendaItemId) -> Vec<ItemOpinion> {
        let name = |o: &Opinion| {
            let person = crate::minutes::opinions::author(self.council, o);
            person.and_then(|p| self.council.name_of(p, self.meeting.date)).unwrap_or_default()
        };
        let row = |o: &Opinion| ItemOpinion {
            opinion: o.id.to_string(),
            name: name(o),
            text: o.text.clone(),
            file_name: o.file_name.clone(),
        };
        self.opinions.iter().filter(|o| o.item == Some(item)).map(row).collect()
    }

    fn meeting_of(&self, id: MeetingId) -> ItemMeeting {
        let meeting = self.council.meetings.iter().find(|m| m.id == id);
        ItemMeeting {
            meeting: id.to_string(),
            title: meeting.map(|m| self.council.meeting_short(m)).unwrap_or_default(),
        }
    }

    fn carried_from(&self, item: &AgendaItem) -> Option<CarriedFrom> {
        let mut meetings = Vec::new();
        let mut at = item.carried_from;
        while let Some(source) = at.and_then(|id| self.sources.get(&id)) {
            meetings.push(self.meeting_of(source.meeting));
            at = source.carried_from.filter(|_| meetings.len() <= self.sources.len());
        }
        meetings.reverse();
        let first = meetings.first()?.title.clone();
        let times = u32::try_from(meetings.len()).unwrap_or(u32::MAX);
        Some(CarriedFrom { times, text: words::carried(&first, times), meetings })
    }

    fn left(&self, item: &AgendaItem, why: LeftOver) -> LeftRow {
        let next = self.carried.iter().find(|c| c.carried_from == Some(item.id));
        LeftRow {
            why: why.code().to_owned(),
            label: why.label().to_owned(),
            note: item.left_note.clone(),
            next: next.map(|c| self.meeting_of(c.meeting)),
            dropped: item.dropped.clone(),
        }
    }
}

fn times(item: &AgendaItem, slot: &Slot) -> ItemTimes {
    ItemTimes {
        started: item.started.clone(),
        ended: item.ended.clone(),
        expected: slot.expected.map(clock_text),
        taken: slot.taken,
        over: slot.over,
        over_text: slot.over.map(words::over).unwrap_or_default(),
        running: slot.running,
    }
}

impl App {
    /// Adds to `found` the items of earlier meetings that an item goes on with.
    pub(super) fn earlier(&self, item: &AgendaItem, found: &mut BTreeMap<AgendaItemId, AgendaItem>) -> Result<()> {
        let mut at = item.carried_from;
        while let Some(id) = at.filter(|id| !found.contains_key(id)) {
            let Some(source) = self.store.agenda_item(id)? else { break };
            at = source.carried_from;
            found.insert(id, source);
        }
        Ok(())
    }
}
