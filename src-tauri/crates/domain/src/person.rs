//! People and organisations (人・団体), with names that are kept to the character.

use crate::Day;
use crate::id::{AffiliationId, OrganizationId, PersonId, PostId};

coded! {
    /// How a person appears in what is published (公表用の表示).
    Publication {
        Name = "name", "氏名";
        Organization = "organization", "団体名";
        Hidden = "hidden", "非公表";
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
    pub gender: Option<String>,
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

impl Affiliation {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
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
