//! Names over time, and two records of the same person.

use super::filled;
use crate::commands::{Nothing, day};
use crate::council::{App, Written};
use crate::error::Result;
use crate::people;
use crate::people::logged::LoggedPerson;
use crate::people::merge::{Duplicate, MergePreview, MergedField};
use entaku_domain::person::{FormerName, PersonName};
use serde::Deserialize;
use ts_rs::TS;

/// Another name from a day on.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangedName {
    /// Identifier or name.
    pub person: String,
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
    /// First day, as typed.
    pub from: String,
}

/// What a person was called before, all of it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FormerNames {
    /// Identifier or name.
    pub person: String,
    /// The names.
    pub names: Vec<NameUntil>,
}

/// A name until a day.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NameUntil {
    /// 姓.
    pub family: String,
    /// 名.
    pub given: String,
    /// Reading of the family name.
    pub family_kana: String,
    /// Reading of the given name.
    pub given_kana: String,
    /// The last day on which it was theirs, as typed.
    pub to: String,
}

/// Two records of the same person.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TwoRecords {
    /// Identifier or name of the record that stays.
    pub keep: String,
    /// Identifier or name of the record that goes.
    pub other: String,
}

/// Two records that become one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MergePeople {
    /// Identifier or name of the record that stays.
    pub keep: String,
    /// Identifier or name of the record that goes.
    pub other: String,
    /// The fields that are taken from it.
    #[serde(default)]
    pub take: Vec<MergedField>,
}

pub(in crate::commands) fn change_name(app: &mut App, args: ChangedName) -> Result<Written<()>> {
    let person = people::find(&app.snapshot()?, &args.person)?;
    let ChangedName { family, given, family_kana, given_kana, latin, .. } = args;
    let name = PersonName { family, given, family_kana, given_kana, latin: filled(latin) };
    app.change_name(person, &name, day("from", &args.from)?)
}

pub(in crate::commands) fn set_former_names(app: &mut App, args: FormerNames) -> Result<Written<()>> {
    let person = people::find(&app.snapshot()?, &args.person)?;
    let known = app.known_person(person)?.former_names;
    let former = |n: NameUntil| {
        let NameUntil { family, given, family_kana, given_kana, to } = n;
        let to = day("to", &to)?;
        // The form has no Latin letters: those of the name until that day stay.
        let latin = known.iter().find(|f| f.to == to).and_then(|f| f.name.latin.clone());
        Ok(FormerName { name: PersonName { family, given, family_kana, given_kana, latin }, to })
    };
    app.set_former_names(person, args.names.into_iter().map(former).collect::<Result<_>>()?)
}

pub(in crate::commands) fn duplicate_people(app: &App, _: Nothing) -> Result<Vec<Duplicate>> {
    app.duplicates()
}

/// Two alike records, and whether they are of two people.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TwoPeopleApart {
    /// Identifier or name of the one.
    pub one: String,
    /// Identifier or name of the other.
    pub other: String,
    /// Whether they are two people; takes it back where not.
    pub distinct: bool,
}

pub(in crate::commands) fn distinct_people(app: &App, _: Nothing) -> Result<Vec<Duplicate>> {
    app.distinct_people()
}

pub(in crate::commands) fn logged_people(app: &App, _: Nothing) -> Result<Vec<LoggedPerson>> {
    app.logged_people()
}

pub(in crate::commands) fn set_distinct(app: &mut App, args: TwoPeopleApart) -> Result<Written<()>> {
    let council = app.snapshot()?;
    app.set_distinct(people::find(&council, &args.one)?, people::find(&council, &args.other)?, args.distinct)
}

pub(in crate::commands) fn merge_preview(app: &App, args: TwoRecords) -> Result<MergePreview> {
    let council = app.snapshot()?;
    app.merge_preview(people::find(&council, &args.keep)?, people::find(&council, &args.other)?)
}

pub(in crate::commands) fn merge_people(app: &mut App, args: MergePeople) -> Result<Written<()>> {
    let council = app.snapshot()?;
    let (keep, other) = (people::find(&council, &args.keep)?, people::find(&council, &args.other)?);
    app.merge_people(keep, other, &args.take)
}
