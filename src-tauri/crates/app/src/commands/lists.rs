//! Reads of the council on a day: bodies, meetings, members, notices, terms.

use super::{day, year};
use crate::council::App;
use crate::error::Result;
use crate::lists::{BodyRow, MeetingRow, MemberRow};
use entaku_domain::Day;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A day, as typed; today where empty.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OnDay {
    /// R8.4.1, 令和8年4月1日, 2026/4/1.
    pub on: Option<String>,
}

/// Which meetings to list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichMeetings {
    /// Handle or name of a body; all where none.
    pub body: Option<String>,
    /// Fiscal year, as typed; all where none.
    pub year: Option<String>,
}

/// A body on a day.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BodyOnDay {
    /// Handle or name.
    pub body: String,
    /// As typed; today where none.
    pub on: Option<String>,
}

/// A computed end of a term.
#[derive(Debug, Serialize, TS)]
pub struct TermEnd {
    /// ISO date; none where no term is set.
    pub end: Option<String>,
    /// Where it comes from, in words.
    pub derivation: String,
}

pub(super) fn list_bodies(app: &App, args: OnDay) -> Result<Vec<BodyRow>> {
    app.list_bodies(day_or_today(app, args.on.as_deref())?)
}

pub(super) fn list_meetings(app: &App, args: WhichMeetings) -> Result<Vec<MeetingRow>> {
    app.list_meetings(args.body.as_deref(), args.year.as_deref().map(year).transpose()?)
}

pub(super) fn list_members(app: &App, args: BodyOnDay) -> Result<Vec<MemberRow>> {
    app.list_members(&args.body, day_or_today(app, args.on.as_deref())?)
}

pub(super) fn body_notices(app: &App, args: BodyOnDay) -> Result<Vec<String>> {
    app.notices(&args.body, day_or_today(app, args.on.as_deref())?)
}

pub(super) fn term_end(app: &App, args: BodyOnDay) -> Result<TermEnd> {
    let (end, derivation) = app.term_end(&args.body, day_or_today(app, args.on.as_deref())?)?;
    Ok(TermEnd { end: end.map(|d| d.to_string()), derivation })
}

fn day_or_today(app: &App, typed: Option<&str>) -> Result<Day> {
    typed.map_or_else(|| Ok(app.today()), |t| day("on", t))
}
