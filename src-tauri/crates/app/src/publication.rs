//! How people appear in what leaves the office (V26), and the last look at it
//! before it does (V21). Nothing else in the program withholds a name.

use crate::error::{AppError, Finding, Result};
use crate::snapshot::Snapshot;
use crate::text::labels;
use entaku_documents::Audience;
use entaku_domain::Day;
use entaku_domain::case_guard::{PatternKind, find_personal};
use entaku_domain::issue::IssueFault;
use entaku_domain::person::{Person, PersonName, Publication};
use entaku_domain::short_name;
use entaku_domain::text::{is_kanji, search_key};
use entaku_domain::violation::Violation;

/// An edition of a document: for whom, and whether somebody has looked twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edition {
    /// For whom it is made.
    pub audience: Audience,
    /// 「個人が分からないことを確かめました」: what V21 finds no longer stops it.
    pub confirmed: bool,
}

impl From<Audience> for Edition {
    fn from(audience: Audience) -> Self {
        Self { audience, confirmed: false }
    }
}

/// How a person appears for an audience on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Appearance {
    /// The full name, or what stands in its place.
    pub name: String,
    /// The reading; empty in public.
    pub kana: String,
    /// Organisation and post, as far as they are told.
    pub affiliation: String,
    /// The organisation alone.
    pub organization: String,
    /// The post alone.
    pub post: String,
}

/// V26: a person appears in public as they chose, and to members by name.
pub fn appearance(council: &Snapshot, person: &Person, on: Day, audience: Audience) -> Appearance {
    let public = audience == Audience::Public;
    match person.publication {
        Publication::Organization if public => Appearance {
            name: labels::NAME_WITHHELD.to_owned(),
            affiliation: council.organization_of(person.id, on),
            organization: council.organization_of(person.id, on),
            ..Appearance::default()
        },
        Publication::Hidden if public => Appearance { name: labels::WITHHELD.to_owned(), ..Appearance::default() },
        _ => Appearance {
            name: person.name_on(on).full(),
            kana: if public { String::new() } else { person.name_on(on).kana() },
            affiliation: council.affiliation_text(person.id, on),
            organization: council.organization_of(person.id, on),
            post: council.post_of(person.id, on),
        },
    }
}

/// Whether an audience may not read a person's name.
pub fn is_withheld(person: &Person, audience: Audience) -> bool {
    audience == Audience::Public && person.publication != Publication::Name
}

/// Short names for a seating plan. In public they tell apart only those who are
/// named there, and by no reading: 「田中（次）」 would give away another 田中.
pub fn short_names(people: &[&Person], on: Day, audience: Audience) -> Vec<String> {
    let named = people.iter().filter(|p| !is_withheld(p, audience));
    let names: Vec<PersonName> = named.map(|p| spoken_name(p.name_on(on), audience)).collect();
    let mut short = short_name::short_names(&names).into_iter();
    people
        .iter()
        .map(|p| match is_withheld(p, audience) {
            true => labels::MEMBER.to_owned(),
            false => short.next().unwrap_or_default(),
        })
        .collect()
}

fn spoken_name(name: &PersonName, audience: Audience) -> PersonName {
    match audience {
        Audience::Public => PersonName { family_kana: String::new(), given_kana: String::new(), ..name.clone() },
        Audience::Members | Audience::Internal => name.clone(),
    }
}

/// The names that must not appear in an edition; none for members.
#[derive(Debug, Default)]
pub struct Withheld {
    /// Full names and readings: as known, and as compared.
    names: Vec<(String, String)>,
    /// 「富岡委員」: a family name as it is spoken of, as compared.
    addressed: Vec<String>,
}

impl Withheld {
    /// Everybody whom the audience may not read of.
    pub fn from(council: &Snapshot, audience: Audience) -> Self {
        let mut all = Self::default();
        let withheld = council.people().filter(|p| is_withheld(p, audience));
        for name in withheld.flat_map(Person::all_names) {
            let known = [Some(name.full()), Some(name.kana()), name.latin.clone()].into_iter().flatten();
            let keyed = known.map(|n| (search_key(&n), n)).filter(|(key, _)| key.chars().count() >= 2);
            all.names.extend(keyed.map(|(key, n)| (n, key)));
            let family = search_key(&name.family);
            if !name.given.is_empty() && !family.is_empty() {
                all.addressed.extend(labels::SPOKEN_TITLES.iter().map(|title| format!("{family}{title}")));
            }
        }
        all
    }

    /// The names that a text holds.
    pub fn found_in(&self, text: &str) -> Vec<String> {
        let key = search_key(text);
        let named = self.names.iter().filter(|(_, name)| key.contains(name)).map(|(known, _)| known.clone());
        named.chain(self.addressed.iter().filter(|name| stands_alone(&key, name)).cloned()).collect()
    }

    /// A text of one person or office, or 「委員」 where it names somebody withheld.
    pub fn conceal(&self, text: &str, instead: &str) -> String {
        if self.found_in(text).is_empty() { text.to_owned() } else { instead.to_owned() }
    }
}

/// V21: everything in a field of an issue that may point at a person.
pub fn personal_in(withheld: &Withheld, field: &'static str, text: &str) -> Vec<IssueFault> {
    let mut found: Vec<(PatternKind, String)> =
        withheld.found_in(text).into_iter().map(|name| (PatternKind::Name, name)).collect();
    for violation in find_personal(text, &[]) {
        if let Violation::PersonalPattern { kind, found: text } = violation {
            found.push((kind, text));
        }
    }
    found.dedup();
    found.into_iter().map(|(kind, found)| IssueFault::Personal { field, kind, found }).collect()
}

/// Whether a name stands in a text and not as the end of a longer one: 田委員 in 山田委員.
fn stands_alone(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| !text[..at].ends_with(is_kanji))
}

/// V21: the last look at an edition. It looks at nothing where the edition is not
/// public, or where somebody has looked already.
#[derive(Debug)]
pub struct Guard {
    withheld: Option<Withheld>,
    findings: Vec<Finding>,
}

impl Guard {
    /// A look at one edition.
    pub fn new(council: &Snapshot, edition: Edition) -> Self {
        let looks = edition.audience == Audience::Public && !edition.confirmed;
        Self { withheld: looks.then(|| Withheld::from(council, edition.audience)), findings: Vec::new() }
    }

    /// Looks for names that are withheld, in a text that the office wrote itself.
    pub fn names(&mut self, place: &str, text: &str) {
        let Some(withheld) = &self.withheld else { return };
        for found in withheld.found_in(text) {
            self.note(place, PatternKind::Name, found);
        }
    }

    /// Looks for these names and for all else that may point at a person, in a
    /// text that came out of a case.
    pub fn everything(&mut self, place: &str, text: &str) {
        if self.withheld.is_none() {
            return;
        }
        self.names(place, text);
        for violation in find_personal(text, &[]) {
            if let Violation::PersonalPattern { kind, found } = violation {
                self.note(place, kind, found);
            }
        }
    }

    /// Each finding is told once for each place.
    fn note(&mut self, place: &str, kind: PatternKind, found: String) {
        let finding = Finding { place: place.to_owned(), kind, found };
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    /// Lets the edition out.
    ///
    /// # Errors
    /// [`AppError::Personal`] with everything that was found.
    pub fn pass(self) -> Result<()> {
        if self.findings.is_empty() { Ok(()) } else { Err(AppError::Personal(self.findings)) }
    }
}
