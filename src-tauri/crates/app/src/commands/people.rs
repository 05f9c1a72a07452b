//! People, organisations, and where people belong.

use super::{bad_code, day};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::organizations::{OrganizationRow, SetAffiliation};
use crate::people::{self, AddPerson, PersonRow, UpdatePerson};
use entaku_domain::person::{PersonName, Publication};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A person to be registered.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewPerson {
    /// 姓.
    pub family: String,
    /// 名.
    pub given: String,
    /// Reading of the family name.
    pub family_kana: String,
    /// Reading of the given name.
    pub given_kana: String,
    /// In Latin letters.
    pub latin: Option<String>,
    /// How the person chose to appear in public: `name`, `organization` or `hidden`.
    pub publication: String,
    /// What the person needs at meetings.
    #[serde(default)]
    pub needs: Vec<String>,
}

/// What to mend in a person's record; what is missing stays.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonChange {
    /// Identifier or name.
    pub person: String,
    /// 姓.
    pub family: Option<String>,
    /// 名.
    pub given: Option<String>,
    /// Reading of the family name.
    pub family_kana: Option<String>,
    /// Reading of the given name.
    pub given_kana: Option<String>,
    /// In Latin letters; empty for none.
    pub latin: Option<String>,
    /// `name`, `organization` or `hidden`.
    pub publication: Option<String>,
    /// What the person needs at meetings, all of it.
    pub needs: Option<Vec<String>>,
}

/// An organisation to be registered.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewOrganization {
    /// Its name.
    pub name: String,
}

/// Where a person belongs.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewAffiliation {
    /// Identifier or name.
    pub person: String,
    /// Identifier or name; none for somebody who has left.
    pub organization: Option<String>,
    /// The post there.
    pub post: Option<String>,
    /// First day, as typed; without one, today's record is mended.
    pub from: Option<String>,
}

/// A person whose data are to be erased.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PurgePerson {
    /// Identifier, or the name; with the reading after it where two share it.
    pub person: String,
    /// That it cannot be undone is understood.
    pub confirmed: bool,
}

/// What is left to do by hand after an erasure.
#[derive(Debug, Serialize, TS)]
pub struct ErasedPerson {
    /// Records whose free text may still name the person: table, row, column.
    pub mentions: Vec<String>,
    /// Mentions in the log's free text.
    pub logged_mentions: u32,
    /// Backups that still hold the data.
    pub backups: Vec<String>,
}

pub(super) fn list_people(app: &App, _: super::Nothing) -> Result<Vec<PersonRow>> {
    app.list_people()
}

pub(super) fn list_organizations(app: &App, _: super::Nothing) -> Result<Vec<OrganizationRow>> {
    app.list_organizations()
}

pub(super) fn add_person(app: &mut App, args: NewPerson) -> Result<Written<String>> {
    let NewPerson { family, given, family_kana, given_kana, latin, publication, needs } = args;
    let name = PersonName { family, given, family_kana, given_kana, latin };
    let publication = Publication::from_code(&publication).map_err(bad_code)?;
    Ok(app.add_person(&AddPerson { name, publication, needs })?.map(|id| id.to_string()))
}

pub(super) fn update_person(app: &mut App, args: PersonChange) -> Result<Written<()>> {
    let person = people::find(&app.snapshot()?, &args.person)?;
    let PersonChange { family, given, family_kana, given_kana, latin, needs, .. } = args;
    let publication = args.publication.as_deref().map(|c| Publication::from_code(c).map_err(bad_code)).transpose()?;
    app.update_person(person, UpdatePerson { family, given, family_kana, given_kana, latin, publication, needs })
}

pub(super) fn add_organization(app: &mut App, args: NewOrganization) -> Result<Written<String>> {
    Ok(app.add_organization(&args.name)?.map(|id| id.to_string()))
}

pub(super) fn set_affiliation(app: &mut App, args: NewAffiliation) -> Result<Written<()>> {
    let ask = SetAffiliation {
        person: people::find(&app.snapshot()?, &args.person)?,
        organization: args.organization.as_deref().map(|o| app.find_organization(o)).transpose()?,
        post: args.post.filter(|p| !p.is_empty()),
        from: args.from.as_deref().map(|t| day("from", t)).transpose()?,
    };
    app.set_affiliation(&ask)
}

pub(super) fn purge_person(app: &mut App, args: PurgePerson) -> Result<Written<ErasedPerson>> {
    if !args.confirmed {
        return Err(AppError::NotConfirmed);
    }
    let person = people::find(&app.snapshot()?, &args.person)?;
    Ok(app.purge_person(person)?.map(|left| ErasedPerson {
        mentions: left.mentions.iter().map(|m| format!("{}/{}/{}", m.table, m.row, m.column)).collect(),
        logged_mentions: left.logged_mentions,
        backups: left.backups.iter().map(|b| b.display().to_string()).collect(),
    }))
}
