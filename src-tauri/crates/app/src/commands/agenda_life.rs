//! What an agenda is filled with, what comes back onto it, and its clock on the day.

use super::agenda::item;
use super::meetings::{WhichMeeting, meeting};
use super::{bad_code, day};
use crate::agenda::{
    AgendaClock, AgendaOffer, AgendaPreview, Offer, SaveTemplate, TemplateLine, TemplateRow, WhichTemplate,
};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use entaku_domain::agenda::{ItemKind, LeftOver};
use entaku_domain::agenda_template::{Becomes, TemplateItem, TemplateUse};
use entaku_domain::id::{AgendaTemplateId, IssueId};
use serde::Deserialize;
use ts_rs::TS;

/// A meeting and the template for its agenda.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FillAgenda {
    /// The meeting's identifier.
    pub meeting: String,
    /// A use's code, or an identifier; the one that fits where none.
    #[ts(optional = nullable)]
    pub template: Option<String>,
}

/// A body, a day and the template for a new agenda.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewAgenda {
    /// Handle or name of the body.
    pub body: String,
    /// As typed.
    pub date: String,
    /// A use's code, or an identifier; the one that fits where none.
    #[ts(optional = nullable)]
    pub template: Option<String>,
}

/// An agenda to be copied.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CopyAgenda {
    /// The meeting whose agenda is empty.
    pub meeting: String,
    /// The meeting whose agenda is copied.
    pub from: String,
}

/// An offer to be taken.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeOffer {
    /// The meeting's identifier.
    pub meeting: String,
    /// `last_minutes`, `left_over`, `issue`.
    pub what: String,
    /// Identifier of the meeting, the item or the issue.
    pub id: String,
}

/// That an item was left over.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LeftOverForm {
    /// The item's identifier.
    pub item: String,
    /// `out_of_time`, `continued`; none where it was not left over.
    pub why: Option<String>,
    /// What is noted.
    #[ts(optional = nullable)]
    pub note: Option<String>,
}

/// That an item does not return.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DropLeftOver {
    /// The item's identifier.
    pub item: String,
    /// Why.
    pub reason: String,
}

/// A meeting at a time.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MeetingAt {
    /// The meeting's identifier.
    pub meeting: String,
    /// HH:MM; none where it does not run.
    #[ts(optional = nullable)]
    pub at: Option<String>,
}

/// An item begins.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BeginItem {
    /// The meeting's identifier.
    pub meeting: String,
    /// The item's; none where what runs ends.
    pub item: Option<String>,
    /// HH:MM.
    pub at: String,
}

/// When an item was taken.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ItemTimesForm {
    /// The item's identifier.
    pub item: String,
    /// HH:MM; empty for none.
    pub started: String,
    /// HH:MM; empty for none.
    pub ended: String,
}

/// Whose templates.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TemplatesOf {
    /// Handle or name of a body; those for all where none.
    #[ts(optional = nullable)]
    pub body: Option<String>,
}

/// A template to be saved.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TemplateForm {
    /// Handle or name of the body; of all where none.
    #[ts(optional = nullable)]
    pub body: Option<String>,
    /// `ordinary`, `first_of_term`, `last_of_year`, `standing`, `other`.
    pub used_for: String,
    /// Its name.
    pub name: String,
    /// Its lines, in order.
    pub items: Vec<TemplateLine>,
}

/// A template of the office.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnTemplate {
    /// Its identifier.
    pub template: String,
}

pub(super) fn agenda_offers(app: &App, args: WhichMeeting) -> Result<Vec<AgendaOffer>> {
    app.agenda_offers(meeting(&args.meeting)?)
}

pub(super) fn take_offer(app: &mut App, args: TakeOffer) -> Result<Written<String>> {
    let what = match args.what.as_str() {
        "last_minutes" => Offer::LastMinutes(meeting(&args.id)?),
        "left_over" => Offer::LeftOver(item(&args.id)?),
        "issue" => Offer::Issue(IssueId::parse(&args.id).map_err(|e| AppError::UnknownRecord(e.0))?),
        other => return Err(AppError::BadRequest(format!("no offer {other}"))),
    };
    Ok(app.take_offer(meeting(&args.meeting)?, what)?.map(|id| id.to_string()))
}

pub(super) fn set_left_over(app: &mut App, args: LeftOverForm) -> Result<Written<()>> {
    let why = args.why.as_deref().map(LeftOver::from_code).transpose().map_err(bad_code)?;
    app.set_left_over(item(&args.item)?, why, args.note.as_deref().unwrap_or_default())
}

pub(super) fn drop_left_over(app: &mut App, args: DropLeftOver) -> Result<Written<()>> {
    app.drop_left_over(item(&args.item)?, &args.reason)
}

pub(super) fn agenda_clock(app: &App, args: MeetingAt) -> Result<AgendaClock> {
    app.agenda_clock(meeting(&args.meeting)?, args.at.as_deref())
}

pub(super) fn begin_item(app: &mut App, args: BeginItem) -> Result<Written<()>> {
    let next = args.item.as_deref().map(item).transpose()?;
    app.begin_item(meeting(&args.meeting)?, next, &args.at)
}

pub(super) fn set_item_times(app: &mut App, args: ItemTimesForm) -> Result<Written<()>> {
    app.set_item_times(item(&args.item)?, &args.started, &args.ended)
}

pub(super) fn list_templates(app: &App, args: TemplatesOf) -> Result<Vec<TemplateRow>> {
    app.list_templates(args.body.as_deref())
}

pub(super) fn save_template(app: &mut App, args: TemplateForm) -> Result<Written<String>> {
    let ask = SaveTemplate {
        body: args.body,
        used_for: TemplateUse::from_code(&args.used_for).map_err(bad_code)?,
        name: args.name,
        items: args.items.into_iter().map(line).collect::<Result<_>>()?,
    };
    Ok(app.save_template(&ask)?.map(|id| id.to_string()))
}

pub(super) fn remove_template(app: &mut App, args: OwnTemplate) -> Result<Written<()>> {
    app.remove_template(template(&args.template)?)
}

pub(super) fn agenda_preview(app: &App, args: FillAgenda) -> Result<AgendaPreview> {
    app.agenda_preview(meeting(&args.meeting)?, which(args.template.as_deref())?)
}

pub(super) fn new_agenda_preview(app: &App, args: NewAgenda) -> Result<AgendaPreview> {
    app.new_agenda_preview(&args.body, day("date", &args.date)?, which(args.template.as_deref())?)
}

pub(super) fn fill_agenda(app: &mut App, args: FillAgenda) -> Result<Written<()>> {
    app.fill_agenda(meeting(&args.meeting)?, which(args.template.as_deref())?)
}

pub(super) fn copy_agenda(app: &mut App, args: CopyAgenda) -> Result<Written<()>> {
    app.copy_agenda(meeting(&args.meeting)?, meeting(&args.from)?)
}

/// Which template, as a caller names it.
pub(super) fn which(named: Option<&str>) -> Result<WhichTemplate> {
    Ok(match named {
        None => WhichTemplate::Fitting,
        Some(name) => match TemplateUse::from_code(name) {
            Ok(used_for) => WhichTemplate::For(used_for),
            Err(_) => WhichTemplate::Own(template(name)?),
        },
    })
}

fn template(id: &str) -> Result<AgendaTemplateId> {
    AgendaTemplateId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}

fn line(line: TemplateLine) -> Result<TemplateItem> {
    Ok(TemplateItem {
        becomes: Becomes::from_code(&line.becomes).map_err(bad_code)?,
        kind: ItemKind::from_code(&line.kind).map_err(bad_code)?,
        title: line.title,
        presenter: line.presenter.filter(|p| !p.trim().is_empty()),
        minutes: line.minutes,
        closed_reason: line.closed_reason,
        level: line.level.min(entaku_domain::agenda::AgendaItem::DEEPEST),
        mark: line.mark,
    })
}
