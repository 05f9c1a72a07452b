//! Reads of the screen of members.

use crate::commands::{BodyOnDay, Nothing, OnDay, day};
use crate::council::App;
use crate::error::{AppError, Result};
use crate::members::choices::BodyChoices;
use crate::members::details::PersonDetails;
use crate::members::preview::AppointPreview;
use crate::members::vacancies::VacantSeat;
use crate::members::{MemberTable, PersonLine};
use crate::organizations::OrganizationDetails;
use crate::people::{self, PersonRow};
use crate::seats::{PostRow, SeatDetails};
use entaku_domain::Day;
use entaku_domain::id::SeatId;
use entaku_domain::person::PersonName;
use serde::Deserialize;
use ts_rs::TS;

/// Which members to list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichMembers {
    /// Handle or name of a body; all where none.
    pub body: Option<String>,
    /// As typed; today where none.
    pub on: Option<String>,
}

/// A person on a day.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonOnDay {
    /// Identifier or name.
    pub person: String,
    /// As typed; today where none.
    pub on: Option<String>,
}

/// An organisation on a day.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OrganizationOnDay {
    /// Identifier or name.
    pub organization: String,
    /// As typed; today where none.
    pub on: Option<String>,
}

/// A seat.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichSeat {
    /// Its identifier.
    pub seat: String,
}

/// Text to search by.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SearchText {
    /// As typed.
    pub text: String,
}

/// A name to look for before somebody is registered.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NameAndReading {
    /// 姓.
    pub family: String,
    /// 名.
    pub given: String,
    /// Reading of the family name.
    pub family_kana: String,
    /// Reading of the given name.
    pub given_kana: String,
}

fn on(app: &App, typed: Option<String>) -> Result<Day> {
    typed.filter(|t| !t.trim().is_empty()).map_or_else(|| Ok(app.today()), |t| day("on", &t))
}

pub(in crate::commands) fn member_table(app: &App, args: WhichMembers) -> Result<MemberTable> {
    app.member_table(args.body.as_deref(), on(app, args.on)?)
}

pub(in crate::commands) fn people_table(app: &App, args: OnDay) -> Result<Vec<PersonLine>> {
    app.people_table(on(app, args.on)?)
}

pub(in crate::commands) fn person_details(app: &App, args: PersonOnDay) -> Result<PersonDetails> {
    app.person_details(people::find(&app.snapshot()?, &args.person)?, on(app, args.on)?)
}

pub(in crate::commands) fn vacant_seats(app: &App, args: OnDay) -> Result<Vec<VacantSeat>> {
    app.vacant_seats(on(app, args.on)?)
}

pub(in crate::commands) fn body_choices(app: &App, args: BodyOnDay) -> Result<BodyChoices> {
    app.body_choices(&args.body, on(app, args.on)?)
}

pub(in crate::commands) fn appoint_preview(app: &App, args: super::AppointMember) -> Result<AppointPreview> {
    app.appoint_preview(&super::appoint(app, args, true)?)
}

pub(in crate::commands) fn organization_details(app: &App, args: OrganizationOnDay) -> Result<OrganizationDetails> {
    app.organization_details(app.find_organization(&args.organization)?, on(app, args.on)?)
}

pub(in crate::commands) fn seat_details(app: &App, args: WhichSeat) -> Result<SeatDetails> {
    app.seat_details(SeatId::parse(&args.seat).map_err(|e| AppError::UnknownRecord(e.0))?)
}

pub(in crate::commands) fn list_posts(app: &App, _: Nothing) -> Result<Vec<PostRow>> {
    app.list_posts()
}

pub(in crate::commands) fn same_name(app: &App, args: NameAndReading) -> Result<Vec<PersonRow>> {
    let NameAndReading { family, given, family_kana, given_kana } = args;
    app.same_name(&PersonName { family, given, family_kana, given_kana, latin: None })
}

pub(in crate::commands) fn search_words(_: &App, args: SearchText) -> Result<Vec<String>> {
    Ok(App::search_words(&args.text))
}
