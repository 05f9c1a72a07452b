//! People, organisations, and where people belong.

mod addresses;
mod names;

use super::{bad_code, day};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::organizations::{OrganizationRow, SetAffiliation};
use crate::people::{self, AddPerson, Belongs, More, PersonRow, UpdatePerson};
pub use addresses::*;
use entaku_domain::id::PersonId;
use entaku_domain::person::{PersonName, Publication};
pub use names::*;
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
    /// Note on the glyph in the family register.
    pub glyph_note: Option<String>,
    /// Contact, for internal use.
    pub contact: Option<String>,
    /// What follows the name in letters; 様 where none.
    pub letter_title: Option<String>,
    /// `female`, `male` or `other`, where the office records it.
    pub gender: Option<String>,
    /// How they get what is sent: `post`, `hand`, `email` or `office_mail`.
    pub delivery: Option<String>,
    /// Identifier or name of the organisation they belong to.
    pub organization: Option<String>,
    /// Instead: the name of one that is registered with them.
    pub new_organization: Option<String>,
    /// The post there.
    pub post: Option<String>,
    /// Since when, as typed.
    pub from: Option<String>,
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
    /// Note on the glyph in the family register; empty for none.
    pub glyph_note: Option<String>,
    /// Contact, for internal use; empty for none.
    pub contact: Option<String>,
    /// What follows the name in letters; empty for 様.
    pub letter_title: Option<String>,
    /// `female`, `male` or `other`; empty for none.
    pub gender: Option<String>,
    /// How they get what is sent: `post`, `hand`, `email` or `office_mail`; empty for none.
    pub delivery: Option<String>,
}

/// An organisation to be registered.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewOrganization {
    /// Its name.
    pub name: String,
}

/// An organisation's new name.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewName {
    /// Identifier or name of the organisation.
    pub organization: String,
    /// The new name.
    pub name: String,
    /// First day, as typed; without one, the present name is mended.
    pub from: Option<String>,
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
    /// What was given to whoever does the clerical work, and holds the person there: to whom, when.
    pub consigned: Vec<String>,
    /// Mentions in the log's free text.
    pub logged_mentions: u32,
    /// Documents that left the house, name the person, and are kept as they were:
    /// identifiers of lines of the ledger.
    pub issued: Vec<String>,
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
    let NewPerson { family, given, family_kana, given_kana, latin, needs, .. } = args;
    let belongs = Belongs {
        organization: filled(args.organization).map(|o| app.find_organization(&o)).transpose()?,
        new_organization: filled(args.new_organization),
        post: filled(args.post),
        from: filled(args.from).map(|t| day("from", &t)).transpose()?,
    };
    let ask = AddPerson {
        name: PersonName { family, given, family_kana, given_kana, latin },
        publication: Publication::from_code(&args.publication).map_err(bad_code)?,
        needs,
        more: More {
            glyph_note: args.glyph_note,
            contact: args.contact,
            letter_title: args.letter_title,
            gender: args.gender,
            delivery: args.delivery,
        },
        belongs: Some(belongs),
    };
    Ok(app.add_person(&ask)?.map(|id| id.to_string()))
}

pub(super) fn update_person(app: &mut App, args: PersonChange) -> Result<Written<()>> {
    let person = people::find(&app.snapshot()?, &args.person)?;
    let PersonChange { family, given, family_kana, given_kana, latin, needs, .. } = args;
    let publication = args.publication.as_deref().map(|c| Publication::from_code(c).map_err(bad_code)).transpose()?;
    let more = More {
        glyph_note: args.glyph_note,
        contact: args.contact,
        letter_title: args.letter_title,
        gender: args.gender,
        delivery: args.delivery,
    };
    let ask = UpdatePerson { family, given, family_kana, given_kana, latin, publication, needs, more };
    app.update_person(person, ask)
}

pub(super) fn add_organization(app: &mut App, args: NewOrganization) -> Result<Written<String>> {
    Ok(app.add_organization(&args.name)?.map(|id| id.to_string()))
}

pub(super) fn rename_organization(app: &mut App, args: NewName) -> Result<Written<()>> {
    let from = filled(args.from).map(|t| day("from", &t)).transpose()?;
    app.rename_organization(app.find_organization(&args.organization)?, &args.name, from)
}

pub(super) fn filled(text: Option<String>) -> Option<String> {
    text.filter(|t| !t.trim().is_empty())
}

pub(super) fn set_affiliation(app: &mut App, args: NewAffiliation) -> Result<Written<()>> {
    let ask = SetAffiliation {
        person: people::find(&app.snapshot()?, &args.person)?,
        organization: filled(args.organization).as_deref().map(|o| app.find_organization(o)).transpose()?,
        post: filled(args.post),
        from: filled(args.from).map(|t| day("from", &t)).transpose()?,
    };
    app.set_affiliation(&ask)
}

pub(super) fn purge_person(app: &mut App, args: PurgePerson) -> Result<Written<ErasedPerson>> {
    if !args.confirmed {
        return Err(AppError::NotConfirmed);
    }
    // Of a person whose entry was taken back only the log knows, by the identifier.
    let person = PersonId::parse(&args.person).map_or_else(|_| people::find(&app.snapshot()?, &args.person), Ok)?;
    let done = app.purge_person(person)?;
    let given = app.store().consignments()?;
    let carried = given.iter().filter(|one| done.output.carried.contains(&one.id));
    let consigned = carried.map(|one| crate::text::consign::given(&one.given_to, one.given_on)).collect();
    Ok(done.map(|left| ErasedPerson {
        consigned,
        mentions: left.mentions.iter().map(|m| format!("{}/{}/{}", m.table, m.row, m.column)).collect(),
        logged_mentions: left.logged_mentions,
        issued: left.issued.iter().map(ToString::to_string).collect(),
        backups: left.backups.iter().map(|b| b.display().to_string()).collect(),
    }))
}
