//! The agenda (次第) of a meeting: its items, their times, and which papers each names.

mod carry;
pub(crate) mod clock;
mod edit;
pub(crate) mod rows;
pub(crate) mod template;
mod template_rows;

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::text;
pub use carry::{AgendaOffer, Offer};
pub use clock::AgendaClock;
pub use edit::UpdateAgendaItem;
use entaku_domain::agenda::{AgendaItem, ItemKind, check_length, minutes_of_day};
use entaku_domain::id::{AgendaItemId, IssueId, MeetingId, PaperId};
use entaku_domain::meeting::Meeting;
use entaku_domain::paper::{Paper, PaperNumber};
use entaku_domain::text::{check_name, check_note};
use entaku_domain::violation::Violation;
use entaku_store::Action;
pub use rows::AgendaRow;
use rows::Around;
pub use template::{SaveTemplate, WhichTemplate};
pub use template_rows::{AgendaPreview, TemplateLine, TemplateRow};

/// An item to be added.
#[derive(Debug, Clone)]
pub struct AddAgendaItem {
    /// The meeting.
    pub meeting: MeetingId,
    /// What is done with it.
    pub kind: ItemKind,
    /// Its title.
    pub title: String,
    /// Who presents it.
    pub presenter: Option<String>,
    /// Minutes planned for it.
    pub minutes: Option<u16>,
    /// Why it is closed to the public; open where none.
    pub closed_reason: Option<String>,
    /// Numbers of its papers, in order.
    pub papers: Vec<String>,
    /// Its place, 1 for the first; before 閉会 where none.
    pub place: Option<u16>,
    /// How deep it lies under others.
    pub level: u8,
    /// What stands in front of it instead of a number; none where it is counted.
    pub mark: Option<String>,
    /// The issue that it deals with.
    pub issue: Option<IssueId>,
}

/// A meeting's agenda and papers.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct AgendaList {
    /// The items, in order.
    pub items: Vec<AgendaRow>,
    /// The papers, by number.
    pub papers: Vec<PaperRow>,
    /// Minutes of all items.
    pub planned: u32,
    /// Minutes from the meeting's beginning to its end; none where one is open.
    pub available: Option<u32>,
    /// What the rules notice, in words.
    pub notices: Vec<String>,
}

/// A paper in a list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PaperRow {
    /// Its identifier.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Why it is closed to the public.
    pub closed_reason: Option<String>,
}

impl App {
    /// A meeting's agenda and papers.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`].
    pub fn list_agenda(&self, meeting: MeetingId) -> Result<AgendaList> {
        let council = self.snapshot()?;
        let meeting = crate::meetings::page::meeting(&council, meeting)?;
        let papers = self.store.papers(meeting.id)?;
        let items = self.store.agenda(meeting.id)?;
        let style = council.council.date_style;
        let long = check_length(&items, meeting.start.as_deref(), meeting.end.as_deref());
        let planned = items.iter().filter_map(|i| i.minutes).map(u32::from).sum();
        let (rows, _) = Around::load(self, &council, meeting, &papers, &items)?.rows(&items, None);
        let papers = papers.into_iter().map(|p| PaperRow {
            id: p.id.to_string(),
            number: p.number.to_string(),
            title: p.title,
            closed_reason: p.closed_reason,
        });
        Ok(AgendaList {
            items: rows,
            papers: papers.collect(),
            planned,
            available: available(meeting),
            notices: long.iter().map(|v| text::violation(style, v)).collect(),
        })
    }

    /// Adds an item to a meeting's agenda (「次第の項目の追加」).
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Rules`] for its texts, or a paper that
    /// the meeting does not have (V25); [`AppError::UnknownRecord`] for an issue that is none.
    pub fn add_agenda_item(&mut self, ask: &AddAgendaItem) -> Result<Written<AgendaItemId>> {
        let meeting = self.known_meeting(ask.meeting)?;
        let mut checks = vec![check_name("title", &ask.title)];
        checks.extend(ask.presenter.iter().map(|text| check_note("presenter", text)));
        checks.extend(ask.closed_reason.iter().map(|text| check_name("closed_reason", text)));
        checks.extend(ask.mark.iter().map(|text| check_note("mark", text)));
        all_right(checks)?;
        let papers = numbered(&self.store.papers(ask.meeting)?, &ask.papers)?;
        self.check_item_issue(ask.issue)?;
        let mut items = self.store.agenda(ask.meeting)?;
        let place = place(&items, ask.place);
        let subject = self.about_item(&meeting, &ask.title)?;
        self.change(Action::new("add_agenda_item").about(subject), Vec::new(), |tx| {
            let id = AgendaItemId::new(tx.new_id());
            let new = AgendaItem {
                presenter: ask.presenter.clone().filter(|t| !t.is_empty()),
                minutes: ask.minutes,
                closed_reason: ask.closed_reason.clone(),
                level: ask.level.min(AgendaItem::DEEPEST),
                mark: ask.mark.clone(),
                papers,
                issue: ask.issue,
                ..AgendaItem::new(id, ask.meeting, ask.kind, ask.title.clone())
            };
            items.insert(place, new);
            for (order, item) in (1..).zip(items).filter(|(order, item)| item.order != *order) {
                tx.put_agenda_item(&AgendaItem { order, ..item })?;
            }
            Ok(id)
        })
    }

    /// Sets which papers an item names (「次第の資料の設定」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for a paper that the meeting does not have (V25).
    pub fn set_item_papers(&mut self, id: AgendaItemId, numbers: &[String]) -> Result<Written<()>> {
        let item = self.store.agenda_item(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        let meeting = self.known_meeting(item.meeting)?;
        let papers = numbered(&self.store.papers(item.meeting)?, numbers)?;
        let subject = self.about_item(&meeting, &item.title)?;
        let item = AgendaItem { papers, ..item };
        self.change(Action::new("set_item_papers").about(subject), Vec::new(), |tx| Ok(tx.put_agenda_item(&item)?))
    }

    /// The issue of an item must be one that is there.
    fn check_item_issue(&self, issue: Option<IssueId>) -> Result<()> {
        let Some(id) = issue else { return Ok(()) };
        self.store.issue(id)?.map(drop).ok_or_else(|| AppError::UnknownRecord(id.to_string()))
    }

    pub(crate) fn known_meeting(&self, id: MeetingId) -> Result<Meeting> {
        self.store.meeting(id)?.ok_or_else(|| AppError::UnknownMeeting(id.to_string()))
    }

    pub(crate) fn about_item(&self, meeting: &Meeting, title: &str) -> Result<String> {
        let council = self.snapshot()?;
        let meeting = council.meeting_title(meeting);
        Ok(format!("{meeting}　{title}"))
    }
}

/// Minutes from the meeting's beginning to its end.
fn available(meeting: &Meeting) -> Option<u32> {
    minutes_of_day(meeting.end.as_deref()?)?.checked_sub(minutes_of_day(meeting.start.as_deref()?)?)
}

/// Where the new item goes: as asked, else before the closing.
fn place(items: &[AgendaItem], asked: Option<u16>) -> usize {
    match asked {
        Some(place) => usize::from(place).saturating_sub(1).min(items.len()),
        None => items.iter().position(|i| i.kind == ItemKind::Closing).unwrap_or(items.len()),
    }
}

/// The papers with these numbers, however typed, each once.
fn numbered(papers: &[Paper], numbers: &[String]) -> Result<Vec<PaperId>> {
    let mut found = Vec::new();
    let mut missing = Vec::new();
    for number in numbers {
        let key = PaperNumber::new(number.clone()).key();
        match papers.iter().find(|p| p.number.key() == key) {
            Some(paper) if found.contains(&paper.id) => {}
            Some(paper) => found.push(paper.id),
            None => missing.push(Violation::PaperMissing { number: number.clone() }),
        }
    }
    if missing.is_empty() { Ok(found) } else { Err(AppError::Rules(missing)) }
}
