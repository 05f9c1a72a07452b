//! People with what they need, and where they belong: `people.toml`.

use super::keys::{Keys, collect};
use super::source::{Date, Place, day, parse};
use crate::error::Result;
use entaku_domain::address::{Address, AddressKind, AddressOf, Delivery, parse_postal_code};
use entaku_domain::id::{AddressId, AffiliationId, PersonId};
use entaku_domain::person::{Affiliation, FormerName, Gender, Person, PersonName, Publication};
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
    delivery: Option<String>,
    contact: Option<String>,
    #[serde(default)]
    former: Vec<Former>,
    #[serde(default)]
    address: Vec<Lives>,
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
struct Former {
    family: String,
    given: String,
    family_kana: String,
    given_kana: String,
    until: Date,
}

/// An address of a person or an organisation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lives {
    kind: String,
    code: Option<String>,
    #[serde(default)]
    lines: Vec<String>,
    tel: Option<String>,
    mail: Option<String>,
    #[serde(default)]
    letters: bool,
    note: Option<String>,
    from: Option<Date>,
    to: Option<Date>,
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

    /// Everybody's addresses.
    pub(super) fn addresses(&self) -> Result<Vec<Address>> {
        let of = |row: &Row| AddressOf::Person(PersonId::from_key(&row.key));
        let all = self.person.iter().map(|row| addresses(Place { file: FILE, key: &row.key }, of(row), &row.address));
        Ok(all.collect::<Result<Vec<_>>>()?.concat())
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

/// Addresses as the domain has them.
pub(super) fn addresses(place: Place<'_>, of: AddressOf, rows: &[Lives]) -> Result<Vec<Address>> {
    let address = |(number, row): (i64, &Lives)| {
        Ok(Address {
            id: AddressId::from_key(&format!("{}/{}/{number}", place.file, place.key)),
            of,
            kind: place.term(AddressKind::ALL, AddressKind::label, &row.kind)?,
            postal_code: row
                .code
                .as_ref()
                .map(|code| parse_postal_code(code).ok_or_else(|| place.wrong("no postal code")))
                .transpose()?
                .unwrap_or_default(),
            lines: row.lines.clone(),
            telephone: row.tel.clone(),
            email: row.mail.clone(),
            for_letters: row.letters,
            note: row.note.clone(),
            from: day(row.from),
            to: day(row.to),
            order: number,
        })
    };
    (1..).zip(rows).map(address).collect()
}

fn former(row: &Former) -> FormerName {
    let Former { family, given, family_kana, given_kana, until } = row;
    let [family, given, family_kana, given_kana] = [family, given, family_kana, given_kana].map(String::clone);
    FormerName { name: PersonName { family, given, family_kana, given_kana, latin: None }, to: until.0 }
}

fn person(row: &Row) -> Result<Person> {
    let place = Place { file: FILE, key: &row.key };
    for (field, text) in [("family", &row.family), ("given", &row.given)] {
        check_name(field, text).map_err(|v| place.wrong(format_args!("{v:?}")))?;
    }
    Ok(Person {
        id: PersonId::from_key(&row.key),
        name: name(row),
        former_names: row.former.iter().map(former).collect(),
        glyph_note: row.glyph_note.clone(),
        letter_title: LETTER_TITLE.to_owned(),
        publication: place.term(Publication::ALL, Publication::label, &row.display)?,
        needs: row.needs.iter().map(|n| format!("{}（{}）", n.kind, n.detail)).collect(),
        contact: row.contact.clone(),
        gender: row.gender.as_ref().map(|g| place.term(Gender::ALL, Gender::label, g)).transpose()?,
        delivery: row.delivery.as_ref().map(|d| place.term(Delivery::ALL, Delivery::label, d)).transpose()?,
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
