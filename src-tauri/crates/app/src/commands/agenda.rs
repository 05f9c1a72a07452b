//! A meeting's agenda.

use super::bad_code;
use super::issues::issue;
use super::meetings::{WhichMeeting, meeting};
use crate::agenda::{AddAgendaItem, AgendaList, UpdateAgendaItem};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use entaku_domain::agenda::ItemKind;
use entaku_domain::id::AgendaItemId;
use serde::Deserialize;
use ts_rs::TS;

/// An item to be added to an agenda.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewAgendaItem {
    /// The meeting's identifier.
    pub meeting: String,
    /// `opening`, `letters`, `greeting`, `introductions`, `last_minutes`, `heading`, `deliberation`,
    /// `report`, `election`, `other`, `recess`, `closing`.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Who presents it.
    pub presenter: Option<String>,
    /// Minutes planned for it.
    pub minutes: Option<u16>,
    /// Why it is closed to the public; open where none.
    pub closed_reason: Option<String>,
    /// Numbers of its papers, in order.
    #[serde(default)]
    pub papers: Vec<String>,
    /// Its place, 1 for the first; before the closing where none.
    #[ts(optional = nullable)]
    pub place: Option<u16>,
    /// How deep it lies under others: 0, 1 or 2.
    #[serde(default)]
    #[ts(optional, as = "Option<u8>")]
    pub level: u8,
    /// What stands in front of it instead of a number; none where it is counted.
    #[ts(optional = nullable)]
    pub mark: Option<String>,
    /// Identifier of the issue that it deals with.
    #[ts(optional = nullable)]
    pub issue: Option<String>,
}

/// An item as it shall be, all of it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AgendaItemFacts {
    /// The item's identifier.
    pub item: String,
    /// `opening`, `letters`, `greeting`, `introductions`, `last_minutes`, `heading`, `deliberation`,
    /// `report`, `election`, `other`, `recess`, `closing`.
    pub kind: String,
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
    /// How deep it lies under others: 0, 1 or 2; none to stay.
    #[ts(optional = nullable)]
    pub level: Option<u8>,
    /// What stands in front of it instead of a number; none where it is counted.
    #[ts(optional = nullable)]
    pub mark: Option<String>,
    /// Identifier of the issue that it deals with; empty for none, the same as before where none.
    #[ts(optional = nullable)]
    pub issue: Option<String>,
}

/// The papers that an item names.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ItemPapers {
    /// The item's identifier.
    pub item: String,
    /// Numbers of its papers, in order, all of them.
    pub papers: Vec<String>,
}

/// An item.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichItem {
    /// Its identifier.
    pub item: String,
}

/// A place for an item.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ItemTo {
    /// The item's identifier.
    pub item: String,
    /// 1 for the first.
    pub place: u16,
}

pub(super) fn list_agenda(app: &App, args: WhichMeeting) -> Result<AgendaList> {
    app.list_agenda(meeting(&args.meeting)?)
}

pub(super) fn add_agenda_item(app: &mut App, args: NewAgendaItem) -> Result<Written<String>> {
    let ask = AddAgendaItem {
        meeting: meeting(&args.meeting)?,
        kind: ItemKind::from_code(&args.kind).map_err(bad_code)?,
        title: args.title,
        presenter: args.presenter,
        minutes: args.minutes,
        closed_reason: args.closed_reason,
        papers: args.papers,
        place: args.place,
        level: args.level,
        mark: args.mark,
        issue: args.issue.filter(|id| !id.is_empty()).as_deref().map(issue).transpose()?,
    };
    Ok(app.add_agenda_item(&ask)?.map(|id| id.to_string()))
}

pub(super) fn update_agenda_item(app: &mut App, args: AgendaItemFacts) -> Result<Written<()>> {
    let ask = UpdateAgendaItem {
        kind: ItemKind::from_code(&args.kind).map_err(bad_code)?,
        title: args.title,
        presenter: args.presenter,
        minutes: args.minutes,
        closed_reason: args.closed_reason,
        papers: args.papers,
        level: args.level,
        mark: args.mark,
        issue: args.issue.map(|id| if id.is_empty() { Ok(None) } else { issue(&id).map(Some) }).transpose()?,
    };
    app.update_agenda_item(item(&args.item)?, &ask)
}

pub(super) fn set_item_papers(app: &mut App, args: ItemPapers) -> Result<Written<()>> {
    app.set_item_papers(item(&args.item)?, &args.papers)
}

pub(super) fn move_agenda_item(app: &mut App, args: ItemTo) -> Result<Written<()>> {
    app.move_agenda_item(item(&args.item)?, args.place)
}

pub(super) fn remove_agenda_item(app: &mut App, args: WhichItem) -> Result<Written<()>> {
    app.remove_agenda_item(item(&args.item)?)
}

/// An item by its identifier.
pub(super) fn item(id: &str) -> Result<AgendaItemId> {
    AgendaItemId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}
