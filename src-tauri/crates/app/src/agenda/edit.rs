//! Mending an agenda: its items' words, their order, and the standing items of an empty one.

use super::numbered;
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use entaku_domain::agenda::{AgendaItem, ItemKind};
use entaku_domain::convocation::Guest;
use entaku_domain::id::{AgendaItemId, IssueId};
use entaku_domain::reply::Opinion;
use entaku_domain::text::{check_name, check_note};
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
    /// How deep it lies under others; none to stay.
    pub level: Option<u8>,
    /// What stands in front of it instead of a number; none where it is counted.
    pub mark: Option<String>,
    /// The issue that it deals with, or that it deals with none; none to stay.
    pub issue: Option<Option<IssueId>>,
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
        checks.extend(ask.mark.iter().map(|text| check_note("mark", text)));
        all_right(checks)?;
        self.check_item_issue(ask.issue.flatten())?;
        let level = ask.level.unwrap_or(item.level).min(AgendaItem::DEEPEST);
        let item = AgendaItem {
            level,
            issue: ask.issue.unwrap_or(item.issue),
            mark: ask.mark.clone(),
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
        let subject = self.about_item(&meeting, &item.title)?;
        let items = moved(self.store.agenda(item.meeting)?, id, usize::from(place).saturating_sub(1));
        self.change(Action::new("move_agenda_item").about(subject), Vec::new(), |tx| put_in_order(tx, items))
    }

    pub(super) fn known_item(&self, id: AgendaItemId) -> Result<AgendaItem> {
        self.store.agenda_item(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))
    }
}

/// The items after one was moved to a place, with those under it; they do not come between
/// another and those under that.
fn moved(items: Vec<AgendaItem>, id: AgendaItemId, to: usize) -> Vec<AgendaItem> {
    let from = items.iter().position(|i| i.id == id).unwrap_or(0);
    let level = items.get(from).map_or(0, |i| i.level);
    let under = items.iter().skip(from + 1).take_while(|i| i.level > level).count();
    let mut rest = items;
    let block: Vec<AgendaItem> = rest.drain(from..(from + 1 + under).min(rest.len())).collect();
    let mut at = to.min(rest.len());
    while at > 0 && at < rest.len() && rest.get(at).is_some_and(|i| i.level > level) {
        at = if to > from { at + 1 } else { at - 1 };
    }
    rest.splice(at..at, block);
    rest
}

/// Writes the items whose place has changed.
pub(super) fn put_in_order(tx: &mut Tx<'_>, items: Vec<AgendaItem>) -> Result<()> {
    for (order, item) in (1..).zip(items).filter(|(order, item)| item.order != *order) {
        tx.put_agenda_item(&AgendaItem { order, ..item })?;
    }
    Ok(())
}
