//! Mending an agenda: its items' words, their order, and the standing items of an empty one.

use super::numbered;
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::meetings as words;
use entaku_domain::agenda::{AgendaItem, ItemKind};
use entaku_domain::convocation::Guest;
use entaku_domain::id::{AgendaItemId, MeetingId, PaperId};
use entaku_domain::meeting::Meeting;
use entaku_domain::meeting_fault::MeetingFault;
use entaku_domain::paper::{Paper, PaperClass};
use entaku_domain::reply::Opinion;
use entaku_domain::text::{check_name, check_note};
use entaku_domain::violation::Violation;
use entaku_store::{Action, Tx};

/// An item as it shall be, all of it.
#[derive(Debug, Clone)]
pub struct UpdateAgendaItem {
    /// What is done with it.
    pub kind: ItemKind,
    /// Its title.
    pub title: String,
    /// Who presents it; empty for nobody.
    pub presenter: Option<String>,
    /// Minutes planned for it.
    pub minutes: Option<u16>,
    /// Why it is closed to the public; open where none.
    pub closed_reason: Option<String>,
    /// Numbers of its papers, in order.
    pub papers: Vec<String>,
}

impl App {
    /// Mends an item (「次第の項目の変更」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for its texts, or a paper that the
    /// meeting does not have (V25).
    pub fn update_agenda_item(&mut self, id: AgendaItemId, ask: &UpdateAgendaItem) -> Result<Written<()>> {
        let item = self.known_item(id)?;
        let meeting = self.known_meeting(item.meeting)?;
        let mut checks = vec![check_name("title", &ask.title)];
        checks.extend(ask.presenter.iter().map(|text| check_note("presenter", text)));
        checks.extend(ask.closed_reason.iter().map(|text| check_name("closed_reason", text)));
        all_right(checks)?;
        let item = AgendaItem {
            kind: ask.kind,
            title: ask.title.clone(),
            presenter: ask.presenter.clone().filter(|t| !t.trim().is_empty()),
            minutes: ask.minutes,
            closed_reason: ask.closed_reason.clone(),
            papers: numbered(&self.store.papers(item.meeting)?, &ask.papers)?,
            ..item
        };
        let subject = self.about_item(&meeting, &item.title)?;
        self.change(Action::new("update_agenda_item").about(subject), Vec::new(), |tx| Ok(tx.put_agenda_item(&item)?))
    }

    /// Takes an item off the agenda (「次第の項目の削除」); its papers stay.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_agenda_item(&mut self, id: AgendaItemId) -> Result<Written<()>> {
        let item = self.known_item(id)?;
        let meeting = self.known_meeting(item.meeting)?;
        let subject = self.about_item(&meeting, &item.title)?;
        self.change(Action::new("remove_agenda_item").about(subject), Vec::new(), |tx| {
            // What was written on it is kept, as written to the meeting as a whole.
            for opinion in tx.opinions(meeting.id)?.into_iter().filter(|o| o.item == Some(id)) {
                tx.put_opinion(&Opinion { item: None, ..opinion })?;
            }
            for guest in tx.guests(meeting.id)?.into_iter().filter(|g| g.item == Some(id)) {
                tx.put_guest(&Guest { item: None, ..guest })?;
            }
            Ok(tx.remove_agenda_item(id)?)
        })
    }

    /// Moves an item to a place, 1 for the first (「次第の順の変更」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn move_agenda_item(&mut self, id: AgendaItemId, place: u16) -> Result<Written<()>> {
        let item = self.known_item(id)?;
        let meeting = self.known_meeting(item.meeting)?;
        let mut items = self.store.agenda(item.meeting)?;
        items.retain(|i| i.id != id);
        let at = usize::from(place).saturating_sub(1).min(items.len());
        let subject = self.about_item(&meeting, &item.title)?;
        items.insert(at, item);
        self.change(Action::new("move_agenda_item").about(subject), Vec::new(), |tx| put_in_order(tx, items))
    }

    /// Puts the standing items on an empty agenda (「次第のひな形」): opening, the election
    /// of vacant offices, the minutes of the meeting before, a report for each paper that
    /// was sent, other matters and the closing.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Rules`] for an agenda that has items.
    pub fn fill_agenda(&mut self, id: MeetingId) -> Result<Written<()>> {
        let meeting = self.known_meeting(id)?;
        if !self.store.agenda(id)?.is_empty() {
            return Err(AppError::Rules(vec![Violation::Meeting(MeetingFault::AgendaNotEmpty)]));
        }
        let council = self.snapshot()?;
        let items = standing(&council, &meeting, &self.store.papers(id)?);
        let subject = council.meeting_title(&meeting);
        self.change(Action::new("fill_agenda").about(subject), Vec::new(), |tx| {
            let item = |tx: &Tx<'_>, (kind, (title, presenter, minutes), papers): (ItemKind, words::Standing, Vec<PaperId>)| {
                AgendaItem {
                    presenter: Some(presenter.to_owned()).filter(|p| !p.is_empty()),
                    minutes: Some(minutes),
                    papers,
                    ..AgendaItem::new(AgendaItemId::new(tx.new_id()), id, kind, title)
                }
            };
            let items = items.into_iter().map(|i| item(tx, i)).collect();
            put_in_order(tx, items)
        })
    }

    fn known_item(&self, id: AgendaItemId) -> Result<AgendaItem> {
        self.store.agenda_item(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))
    }
}

/// Writes the items whose place has changed.
fn put_in_order(tx: &mut Tx<'_>, items: Vec<AgendaItem>) -> Result<()> {
    for (order, item) in (1..).zip(items).filter(|(order, item)| item.order != *order) {
        tx.put_agenda_item(&AgendaItem { order, ..item })?;
    }
    Ok(())
}

/// The standing items of a meeting.
fn standing(council: &Snapshot, m: &Meeting, papers: &[Paper]) -> Vec<(ItemKind, words::Standing, Vec<PaperId>)> {
    let version = council.version(m.body, m.year());
    let held = |title: &str| council.offices_on(m.body, m.date).any(|o| o.title == title);
    let officers = version.map(|v| v.officers.as_slice()).unwrap_or_default();
    let vacant: Vec<String> = officers.iter().map(|o| o.title.clone()).filter(|t| !held(t)).collect();
    let of_body = council.meetings_of(m.body).filter(|o| o.state.is_over() && o.date < m.date);
    let before = of_body.max_by_key(|o| o.date);
    let named = |before: &Meeting| council.meeting_short(before);
    let mut items = vec![(ItemKind::Opening, words::opening(), Vec::new())];
    if !vacant.is_empty() {
        items.push((ItemKind::Election, words::election(&vacant), Vec::new()));
    }
    items.extend(before.map(|b| (ItemKind::Report, words::last_minutes(&named(b)), Vec::new())));
    let sent = papers.iter().filter(|p| p.class == PaperClass::Sent);
    items.extend(sent.map(|p| (ItemKind::Report, words::report(&p.title), vec![p.id])));
    items.push((ItemKind::Other, words::other(), Vec::new()));
    items.push((ItemKind::Closing, words::closing(), Vec::new()));
    items
}
