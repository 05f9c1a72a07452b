//! Meetings and their agenda.

use super::{bad_code, day};
use crate::agenda::{AddAgendaItem, AgendaList};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use entaku_domain::agenda::ItemKind;
use entaku_domain::id::{AgendaItemId, MeetingId};
use serde::Deserialize;
use ts_rs::TS;

/// A meeting to be added.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewMeeting {
    /// Handle or name of the body.
    pub body: String,
    /// As typed.
    pub date: String,
    /// HH:MM.
    pub start: Option<String>,
    /// HH:MM.
    pub end: Option<String>,
    /// Place.
    pub place: String,
}

/// A meeting.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichMeeting {
    /// Its identifier.
    pub meeting: String,
}

/// An item to be added to an agenda.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewAgendaItem {
    /// The meeting's identifier.
    pub meeting: String,
    /// `opening`, `deliberation`, `report`, `election`, `other`, `recess`, `closing`.
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
    pub place: Option<u16>,
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

pub(super) fn list_agenda(app: &App, args: WhichMeeting) -> Result<AgendaList> {
    app.list_agenda(meeting(&args.meeting)?)
}

pub(super) fn add_meeting(app: &mut App, args: NewMeeting) -> Result<Written<String>> {
    let ask = crate::meetings::AddMeeting {
        body: args.body,
        date: day("date", &args.date)?,
        start: args.start,
        end: args.end,
        place: args.place,
    };
    Ok(app.add_meeting(&ask)?.map(|id| id.to_string()))
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
    };
    Ok(app.add_agenda_item(&ask)?.map(|id| id.to_string()))
}

pub(super) fn set_item_papers(app: &mut App, args: ItemPapers) -> Result<Written<()>> {
    let item = AgendaItemId::parse(&args.item).map_err(|e| AppError::UnknownRecord(e.0))?;
    app.set_item_papers(item, &args.papers)
}

fn meeting(id: &str) -> Result<MeetingId> {
    MeetingId::parse(id).map_err(|e| AppError::UnknownMeeting(e.0))
}
