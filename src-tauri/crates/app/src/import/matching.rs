//! Who a row is about: somebody who is registered, somebody new, or to be decided.

use super::cells::Incoming;
use super::remark::Remark;
use crate::snapshot::Snapshot;
use entaku_domain::find::find_key;
use entaku_domain::id::PersonId;
use entaku_domain::person::Person;
use std::collections::BTreeMap;

/// Everybody who is registered, by the folded name.
pub(super) struct People<'a> {
    council: &'a Snapshot,
    by_name: BTreeMap<String, Vec<&'a Person>>,
}

/// Who a row is about.
pub(super) enum Match<'a> {
    /// Nobody of that name is registered.
    New,
    /// This one.
    One(&'a Person),
    /// The user has to say: one of the namesakes, or somebody new.
    Open(Remark),
}

impl<'a> People<'a> {
    pub(super) fn of(council: &'a Snapshot) -> Self {
        let mut by_name: BTreeMap<String, Vec<&Person>> = BTreeMap::new();
        for person in council.people() {
            // A roster of an earlier day has the name of that day.
            for name in person.all_names() {
                let namesakes = by_name.entry(key(&name.family, &name.given)).or_default();
                if namesakes.last().is_none_or(|last| last.id != person.id) {
                    namesakes.push(person);
                }
            }
        }
        Self { council, by_name }
    }

    /// Everybody of the row's name, however it is read.
    pub(super) fn namesakes(&self, row: &Incoming) -> &[&'a Person] {
        self.by_name.get(&key(&row.name.family, &row.name.given)).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn find(&self, row: &Incoming) -> Match<'a> {
        let all = self.namesakes(row);
        if all.is_empty() {
            return Match::New;
        }
        let kana = key(&row.name.family_kana, &row.name.given_kana);
        let written = key(&row.name.family, &row.name.given);
        let readings = |p: &Person| -> Vec<String> {
            let own = p.all_names().filter(|n| key(&n.family, &n.given) == written);
            own.map(|n| key(&n.family_kana, &n.given_kana)).collect()
        };
        let reads = |p: &&&Person| kana.is_empty() || readings(p).iter().any(|own| own.is_empty() || *own == kana);
        // A reading that one side lacks proves nothing.
        let is_proved = |p: &Person| !kana.is_empty() && readings(p).contains(&kana);
        let same: Vec<&Person> = all.iter().filter(reads).copied().collect();
        match same[..] {
            [] => Match::Open(Remark::OtherReading(all[0].name.kana())),
            [one] if !is_proved(one) && self.is_elsewhere(one.id, row) => {
                Match::Open(Remark::OtherPlace(self.places(one.id).join("、")))
            }
            [one] => Match::One(one),
            _ => {
                let here: Vec<&Person> = same.iter().filter(|p| self.belongs(p.id, row)).copied().collect();
                match here[..] {
                    [one] => Match::One(one),
                    _ => Match::Open(Remark::SeveralPeople(same.len())),
                }
            }
        }
    }

    /// The names of the organisations and posts that somebody has had.
    fn places(&self, person: PersonId) -> Vec<String> {
        let own = self.council.affiliations_of(person);
        own.iter()
            .map(|a| {
                let on = a.from.or(a.to).unwrap_or_default();
                let organization = a.organization.map(|o| self.council.organization_name(o, on)).unwrap_or_default();
                [organization, a.post.as_deref().unwrap_or_default()]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join("　")
            })
            .collect()
    }

    fn belongs(&self, person: PersonId, row: &Incoming) -> bool {
        let Some(written) = row.joint.as_ref().or(row.organization.as_ref()) else { return false };
        let written = find_key(written);
        self.places(person)
            .iter()
            .map(|place| find_key(place))
            .any(|own| !own.is_empty() && (own == written || own.starts_with(&written) || written.starts_with(&own)))
    }

    /// Whether both say where they belong, and it is not the same.
    fn is_elsewhere(&self, person: PersonId, row: &Incoming) -> bool {
        let says = row.joint.is_some() || row.organization.is_some();
        says && !self.places(person).is_empty() && !self.belongs(person, row)
    }
}

/// Two parts of a name or reading as they are compared: where they divide makes no difference.
pub(super) fn key(one: &str, other: &str) -> String {
    find_key(&format!("{one}{other}"))
}
