//! People with what they need, and where they belong: `people.toml`.

use super::keys::{Keys, collect};
use super::source::{Date, Place, day, parse};
use crate::error::Result;
use entaku_domain::id::{AffiliationId, PersonId};
use entaku_domain::person::{Affiliation, Gender, Person, PersonName, Publication};
use entaku_domain::text::check_name;
use serde::Deserialize;
use std::collections::BTreeSet;

const FILE: &str = "people.toml";

/// What follows a name in letters where nothing else is set.
const LETTER_TITLE: &str = "様";

/// `people.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    person: Vec<Row>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    key: String,
    family: String,
    given: String,
    family_kana: String,
    given_kana: String,
    joiner: Option<String>,
    latin: Option<String>,
    gender: Option<String>,
    display: String,
    glyph_note: Option<String>,
    #[serde(default)]
    needs: Vec<Need>,
    contact: Option<Contact>,
    #[serde(default)]
    affiliation: Vec<Belongs>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Need {
    kind: String,
    detail: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Contact {
    tel: String,
    mail: String,
    address: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Belongs {
    from: Option<Date>,
    to: Option<Date>,
    organisation: String,
    title: String,
}

pub(super) fn read() -> Result<File> {
    parse(FILE)
}

impl File {
    pub(super) fn keys(&self) -> Result<BTreeSet<String>> {
        collect(FILE, self.person.iter().map(|r| &r.key))
    }

    /// Everybody, in the file's order.
    pub(super) fn people(&self) -> Result<Vec<Person>> {
        self.person.iter().map(person).collect()
    }

    /// Where everybody belongs, over time.
    pub(super) fn affiliations(&self, keys: &Keys) -> Result<Vec<Affiliation>> {
        let mut all = Vec::new();
        for row in &self.person {
            let place = Place { file: FILE, key: &row.key };
            for (number, belongs) in (1..).zip(&row.affiliation) {
                let number: u32 = number;
                all.push(Affiliation {
                    id: AffiliationId::from_key(&format!("{}/{number}", row.key)),
                    person: PersonId::from_key(&row.key),
                    organization: Some(keys.organization(place, &belongs.organisation)?),
                    post: Some(belongs.title.clone()),
                    from: day(belongs.from),
                    to: day(belongs.to),
                });
            }
        }
        Ok(all)
    }
}

fn person(row: &Row) -> Result<Person> {
    let place = Place { file: FILE, key: &row.key };
    for (field, text) in [("family", &row.family), ("given", &row.given)] {
        check_name(field, text).map_err(|v| place.wrong(format_args!("{v:?}")))?;
    }
    Ok(Person {
        id: PersonId::from_key(&row.key),
        name: name(row),
        former_names: Vec::new(),
        glyph_note: row.glyph_note.clone(),
        letter_title: LETTER_TITLE.to_owned(),
        publication: place.term(Publication::ALL, Publication::label, &row.display)?,
        needs: row.needs.iter().map(|n| format!("{}（{}）", n.kind, n.detail)).collect(),
        contact: row.contact.as_ref().map(|c| [c.tel.as_str(), &c.mail, &c.address].join("\n")),
        gender: row.gender.as_ref().map(|g| place.term(Gender::ALL, Gender::label, g)).transpose()?,
        delivery: None,
    })
}

/// A name whose parts are joined by something else than a space is one name.
fn name(row: &Row) -> PersonName {
    let part = |family: &str, given: &str| match &row.joiner {
        Some(joiner) => (format!("{family}{joiner}{given}"), String::new()),
        None => (family.to_owned(), given.to_owned()),
    };
    let (family, given) = part(&row.family, &row.given);
    let (family_kana, given_kana) = part(&row.family_kana, &row.given_kana);
    PersonName { family, given, family_kana, given_kana, latin: row.latin.clone() }
}
