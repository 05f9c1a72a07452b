//! Addresses, who signs for an organisation, and who may stand in at a seat.

use super::filled;
use crate::addresses::{SetAddress, UpdateOrganization};
use crate::commands::{bad_code, day};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people;
use crate::representatives::Signs;
use crate::substitutes::AddSubstitute;
use entaku_domain::Day;
use entaku_domain::address::{AddressKind, AddressOf, Delivery};
use entaku_domain::id::{AddressId, RepresentativeId, SeatId, SubstituteId};
use serde::Deserialize;
use ts_rs::TS;

/// An address to be recorded.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddressForm {
    /// Its identifier; a new one where none.
    pub address: Option<String>,
    /// Identifier or name of the person whose it is.
    pub person: Option<String>,
    /// Instead: identifier or name of the organisation.
    pub organization: Option<String>,
    /// `home`, `work`, `office` or `other`.
    pub kind: String,
    /// As typed.
    pub postal_code: Option<String>,
    /// Line by line.
    #[serde(default)]
    pub lines: Vec<String>,
    /// Telephone.
    pub telephone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Whether letters go there.
    #[serde(default)]
    pub for_letters: bool,
    /// A note.
    pub note: Option<String>,
    /// First day, as typed.
    pub from: Option<String>,
    /// Last day, as typed.
    pub to: Option<String>,
}

/// An address.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichAddress {
    /// Its identifier.
    pub address: String,
}

/// What is known of an organisation besides its names, all of it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OrganizationFacts {
    /// Identifier or name.
    pub organization: String,
    /// Reading of its name.
    #[serde(default)]
    pub kana: String,
    /// How it gets what is sent: `post`, `hand`, `email` or `office_mail`.
    pub delivery: Option<String>,
}

/// Who signs for an organisation, all of them; nobody for 御中.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OrganizationSigns {
    /// Identifier or name.
    pub organization: String,
    /// Each with their days; one without a last day ends the day before the next begins.
    pub representatives: Vec<SignsOverDays>,
}

/// Who signs for an organisation over some days.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SignsOverDays {
    /// The identifier of the one that is mended; a new one where none.
    pub id: Option<String>,
    /// The post.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub post: String,
    /// The name; letters go to the post where empty.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub name: String,
    /// What follows it in letters; 様 where none.
    pub title: Option<String>,
    /// First day, as typed; from the beginning where none.
    pub from: Option<String>,
    /// Last day, as typed.
    pub to: Option<String>,
}

/// A substitute to be registered.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewSubstitute {
    /// The seat's identifier.
    pub seat: String,
    /// Identifier or name of the member; none for whoever sits there.
    pub member: Option<String>,
    /// Identifier or name of who stands in.
    pub person: String,
    /// First day, as typed.
    pub from: Option<String>,
    /// Last day, as typed.
    pub to: Option<String>,
}

/// A substitute's days.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SubstituteDays {
    /// Its identifier.
    pub substitute: String,
    /// First day, as typed.
    pub from: Option<String>,
    /// Last day, as typed.
    pub to: Option<String>,
}

/// A substitute.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichSubstitute {
    /// Its identifier.
    pub substitute: String,
}

fn maybe_day(field: &'static str, typed: Option<String>) -> Result<Option<Day>> {
    filled(typed).map(|t| day(field, &t)).transpose()
}

pub(in crate::commands) fn set_address(app: &mut App, args: AddressForm) -> Result<Written<String>> {
    let of = match (filled(args.person), filled(args.organization)) {
        (Some(person), None) => AddressOf::Person(people::find(&app.snapshot()?, &person)?),
        (None, Some(organization)) => AddressOf::Organization(app.find_organization(&organization)?),
        _ => return Err(AppError::BadRequest("an address is a person's or an organisation's".to_owned())),
    };
    let known = filled(args.address).map(|id| AddressId::parse(&id)).transpose();
    let ask = SetAddress {
        id: known.map_err(|e| AppError::UnknownRecord(e.0))?,
        of,
        kind: AddressKind::from_code(&args.kind).map_err(bad_code)?,
        postal_code: args.postal_code.unwrap_or_default(),
        lines: args.lines,
        telephone: args.telephone,
        email: args.email,
        for_letters: args.for_letters,
        note: args.note,
        from: maybe_day("from", args.from)?,
        to: maybe_day("to", args.to)?,
    };
    Ok(app.set_address(ask)?.map(|id| id.to_string()))
}

pub(in crate::commands) fn remove_address(app: &mut App, args: WhichAddress) -> Result<Written<()>> {
    app.remove_address(AddressId::parse(&args.address).map_err(|e| AppError::UnknownRecord(e.0))?)
}

pub(in crate::commands) fn update_organization(app: &mut App, args: OrganizationFacts) -> Result<Written<()>> {
    let ask = UpdateOrganization {
        kana: args.kana,
        delivery: filled(args.delivery).map(|code| Delivery::from_code(&code).map_err(bad_code)).transpose()?,
    };
    app.update_organization(app.find_organization(&args.organization)?, ask)
}

pub(in crate::commands) fn set_representatives(app: &mut App, args: OrganizationSigns) -> Result<Written<()>> {
    let signs = |s: SignsOverDays| {
        let id = filled(s.id).map(|id| RepresentativeId::parse(&id)).transpose();
        Ok(Signs {
            id: id.map_err(|e| AppError::UnknownRecord(e.0))?,
            post: s.post,
            name: s.name,
            title: filled(s.title),
            from: maybe_day("from", s.from)?,
            to: maybe_day("to", s.to)?,
        })
    };
    let all = args.representatives.into_iter().map(signs).collect::<Result<_>>()?;
    app.set_representatives(app.find_organization(&args.organization)?, all)
}

pub(in crate::commands) fn add_substitute(app: &mut App, args: NewSubstitute) -> Result<Written<String>> {
    let council = app.snapshot()?;
    let ask = AddSubstitute {
        seat: SeatId::parse(&args.seat).map_err(|e| AppError::UnknownRecord(e.0))?,
        member: filled(args.member).map(|name| people::find(&council, &name)).transpose()?,
        person: people::find(&council, &args.person)?,
        from: maybe_day("from", args.from)?,
        to: maybe_day("to", args.to)?,
    };
    Ok(app.add_substitute(&ask)?.map(|id| id.to_string()))
}

fn substitute(id: &str) -> Result<SubstituteId> {
    SubstituteId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}

pub(in crate::commands) fn update_substitute(app: &mut App, args: SubstituteDays) -> Result<Written<()>> {
    app.update_substitute(substitute(&args.substitute)?, maybe_day("from", args.from)?, maybe_day("to", args.to)?)
}

pub(in crate::commands) fn remove_substitute(app: &mut App, args: WhichSubstitute) -> Result<Written<()>> {
    app.remove_substitute(substitute(&args.substitute)?)
}
