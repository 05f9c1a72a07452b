//! People and organisations (人・団体), with names that are kept to the character.

use crate::Day;
use crate::address::Delivery;
use crate::id::{AffiliationId, OrganizationId, PersonId, PostId, RepresentativeId};
use crate::person_fault::PersonFault;

coded! {
    /// How a person appears in what is published (公表用の表示).
    Publication {
        Name = "name", "氏名";
        Organization = "organization", "団体名";
        Hidden = "hidden", "非公表";
    }
}

coded! {
    /// Gender, where the office records it (性別).
    Gender {
        Female = "female", "女性";
        Male = "male", "男性";
        Other = "other", "その他";
    }
}

/// A person's name (氏名). Never normalised; shown as typed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
pub struct PersonName {
    /// 姓.
    pub family: String,
    /// 名; empty for a person with one name.
    pub given: String,
    /// Reading of the family name in hiragana.
    pub family_kana: String,
    /// Reading of the given name.
    pub given_kana: String,
    /// In Latin letters, where the person uses them.
    pub latin: Option<String>,
}

/// A person (人).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their identifier.
    pub id: PersonId,
    /// Their name.
    pub name: PersonName,
    /// What they were called before (旧姓・旧名), oldest first.
    pub former_names: Vec<FormerName>,
    /// Note on the glyph in the family register (戸籍上の字形).
    pub glyph_note: Option<String>,
    /// What follows the name in letters; 様 where nothing else is set.
    pub letter_title: String,
    /// How they appear in what is published.
    pub publication: Publication,
    /// What they need at meetings (情報保障), apart from any reason.
    pub needs: Vec<String>,
    /// Contact for internal use only.
    pub contact: Option<String>,
    /// Gender, where the office records it.
    pub gender: Option<Gender>,
    /// How they want to get what is sent; none where it was not asked.
    pub delivery: Option<Delivery>,
}

/// A name that a person had until a day (旧姓・旧名).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FormerName {
    /// The name.
    pub name: PersonName,
    /// The last day on which it was theirs.
    pub to: Day,
}

/// A person's organisation and post over some days (所属・職).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Affiliation {
    /// Its identifier.
    pub id: AffiliationId,
    /// The person.
    pub person: PersonId,
    /// The organisation.
    pub organization: Option<OrganizationId>,
    /// The post there, 理事長.
    pub post: Option<String>,
    /// First day; none when unknown.
    pub from: Option<Day>,
    /// Last day; none while it lasts.
    pub to: Option<Day>,
}

/// An organisation (団体・事業所); it keeps its history when renamed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// Its identifier.
    pub id: OrganizationId,
    /// Its names over time, oldest first.
    pub names: Vec<DatedName>,
    /// Reading of its present name; empty when unknown.
    pub kana: String,
    /// How it wants to get what is sent; none where it was not asked.
    pub delivery: Option<Delivery>,
}

/// Who signs for an organisation over some days, and to whom letters are addressed (代表者);
/// 御中 where there is nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Representative {
    /// Its identifier.
    pub id: RepresentativeId,
    /// The organisation.
    pub organization: OrganizationId,
    /// The post, 理事長; empty where none is known.
    pub post: String,
    /// The name as it is written; empty where letters go to the post alone.
    pub name: String,
    /// What follows it in letters; 様 where nothing else is set.
    pub title: Option<String>,
    /// First day; none for from the beginning.
    pub from: Option<Day>,
    /// Last day; none while they sign.
    pub to: Option<Day>,
}

/// Two people who are alike and known to be two (別人), in whatever order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TwoPeople(PersonId, PersonId);

impl TwoPeople {
    /// Of two people.
    pub fn new(one: PersonId, other: PersonId) -> Self {
        Self(one.min(other), one.max(other))
    }

    /// The one whose identifier comes first.
    pub const fn one(self) -> PersonId {
        self.0
    }

    /// The other.
    pub const fn other(self) -> PersonId {
        self.1
    }

    /// Who is alike to somebody; none where the pair is not about them.
    pub fn beside(self, person: PersonId) -> Option<PersonId> {
        match (self.0 == person, self.1 == person) {
            (true, _) => Some(self.1),
            (_, true) => Some(self.0),
            _ => None,
        }
    }
}

/// A name over some days.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DatedName {
    /// The name.
    pub name: String,
    /// First day; none when unknown.
    pub from: Option<Day>,
    /// Last day; none while it lasts.
    pub to: Option<Day>,
}

/// A post (職): 障害福祉課長.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Its identifier.
    pub id: PostId,
    /// Its name.
    pub name: String,
    /// The organisation that has it.
    pub organization: Option<OrganizationId>,
}

impl PersonName {
    /// 姓 and 名 with a full-width space between, as in rosters.
    pub fn full(&self) -> String {
        join(&self.family, &self.given)
    }

    /// The reading, with a full-width space between.
    pub fn kana(&self) -> String {
        join(&self.family_kana, &self.given_kana)
    }
}

fn join(family: &str, given: &str) -> String {
    if given.is_empty() { family.to_owned() } else { format!("{family}　{given}") }
}

impl Person {
    /// The name that they had on a day: documents of earlier days show the earlier name.
    pub fn name_on(&self, day: Day) -> &PersonName {
        let then = self.former_names.iter().filter(|former| day <= former.to).min_by_key(|former| former.to);
        then.map_or(&self.name, |former| &former.name)
    }

    /// Every name that they have or had, the present one first, then the latest.
    pub fn all_names(&self) -> impl Iterator<Item = &PersonName> {
        std::iter::once(&self.name).chain(self.former_names.iter().rev().map(|former| &former.name))
    }
}

impl Affiliation {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

impl Representative {
    /// Whether they sign on a day.
    pub fn signs_on(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// Puts the representatives of one organisation in order: the one who has no last day ends
/// the day before the next begins.
///
/// # Errors
/// [`PersonFault`] for days in reverse, and for two on one day: a letter names one.
pub fn in_succession(mut all: Vec<Representative>) -> Result<Vec<Representative>, PersonFault> {
    all.sort_by_key(|r| r.from);
    let begins: Vec<Option<Day>> = all.iter().skip(1).map(|r| r.from).collect();
    for (one, next) in all.iter_mut().zip(begins) {
        let Some(next) = next else { return Err(PersonFault::RepresentativesUndated) };
        one.to = one.to.or_else(|| next.pred_opt());
        if one.from == Some(next) || one.to.is_none_or(|to| next <= to) {
            return Err(PersonFault::TwoRepresentatives { on: next });
        }
    }
    let reversed = |r: &Representative| r.from.zip(r.to).is_some_and(|(from, to)| to < from);
    if all.iter().any(reversed) { Err(PersonFault::DaysReversed) } else { Ok(all) }
}

impl Organization {
    /// Its name on a day; the nearest one where no name is dated so.
    pub fn name_on(&self, day: Day) -> &str {
        self.names
            .iter()
            .rev()
            .find(|n| n.from.is_none_or(|from| from <= day))
            .or_else(|| self.names.first())
            .map_or("", |n| n.name.as_str())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn signs(name: &str, from: Option<&str>, to: Option<&str>) -> Representative {
        Representative {
            id: RepresentativeId::from_key(name),
            organization: OrganizationId::from_key("o"),
            post: "理事長".into(),
            name: name.into(),
            title: None,
            from: from.map(day),
            to: to.map(day),
        }
    }

    #[test]
    fn who_signs_follow_one_another() {
        let two = in_succession(vec![signs("次", Some("2026-04-01"), None), signs("前", None, None)]).unwrap();
        assert_eq!((two[0].name.as_str(), two[0].to), ("前", Some(day("2026-03-31"))));
        assert!(two[0].signs_on(day("2026-03-31")) && two[1].signs_on(day("2026-04-01")));
        let gap = vec![signs("前", None, Some("2026-03-31")), signs("次", Some("2026-06-01"), None)];
        assert_eq!(in_succession(gap.clone()).unwrap(), gap, "nobody in between");
        let both = vec![signs("前", None, Some("2026-06-30")), signs("次", Some("2026-06-01"), None)];
        assert_eq!(in_succession(both), Err(PersonFault::TwoRepresentatives { on: day("2026-06-01") }));
        assert_eq!(
            in_succession(vec![signs("甲", None, None), signs("乙", None, None)]),
            Err(PersonFault::RepresentativesUndated)
        );
        let reversed = vec![signs("前", Some("2026-06-01"), Some("2026-05-01"))];
        assert_eq!(in_succession(reversed), Err(PersonFault::DaysReversed));
    }

    #[test]
    fn a_person_is_called_as_on_the_day() {
        let called =
            |family: &str| PersonName { family: family.into(), given: "花子".into(), ..PersonName::default() };
        let person = Person {
            id: PersonId::from_key("p"),
            name: called("𠮷田"),
            former_names: vec![
                FormerName { name: called("辻󠄀"), to: day("2019-05-31") },
                FormerName { name: called("髙橋"), to: day("2026-06-10") },
            ],
            glyph_note: None,
            letter_title: "様".into(),
            publication: Publication::Name,
            needs: vec![],
            contact: None,
            gender: None,
            delivery: None,
        };
        for (on, family) in [
            ("2019-05-31", "辻󠄀"),
            ("2019-06-01", "髙橋"),
            ("2026-06-10", "髙橋"),
            ("2026-06-11", "𠮷田"),
            ("2030-01-01", "𠮷田"),
        ] {
            assert_eq!(person.name_on(day(on)).family, family, "{on}");
        }
        assert_eq!(person.all_names().map(|n| n.family.as_str()).collect::<Vec<_>>(), ["𠮷田", "髙橋", "辻󠄀"]);
    }
}
