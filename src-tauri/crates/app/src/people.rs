//! Registering people (人の登録), mending their records, and finding them.

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use entaku_domain::id::PersonId;
use entaku_domain::person::{Person, PersonName, Publication};
use entaku_domain::text::{check_name, check_note, search_key};
use entaku_domain::violation::Violation;
use entaku_store::{Action, Purged};

/// A person to be registered.
#[derive(Debug, Clone)]
pub struct AddPerson {
    /// The name.
    pub name: PersonName,
    /// How they appear in what is published; always the person's own choice (V26).
    pub publication: Publication,
    /// What they need at meetings.
    pub needs: Vec<String>,
}

/// What is to be mended in a person's record; what is not set stays.
#[derive(Debug, Clone, Default)]
pub struct UpdatePerson {
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
    /// How they appear in what is published.
    pub publication: Option<Publication>,
    /// What they need at meetings, all of it.
    pub needs: Option<Vec<String>>,
}

/// A person in a list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PersonRow {
    /// Their identifier, which tells namesakes apart.
    pub id: String,
    /// The name.
    pub name: String,
    /// The reading.
    pub kana: String,
    /// Organisation and post on that day.
    pub affiliation: String,
    /// `name`, `organization` or `hidden`.
    pub publication: String,
}

impl App {
    /// Everybody who is registered, by reading, with the affiliation of today.
    ///
    /// # Errors
    /// Those of the store.
    pub fn list_people(&self) -> Result<Vec<PersonRow>> {
        let council = self.snapshot()?;
        let rows = self.store.people()?.into_iter().map(|p| PersonRow {
            id: p.id.to_string(),
            name: p.name.full(),
            kana: p.name.kana(),
            affiliation: council.affiliation_text(p.id, self.today()),
            publication: p.publication.code().to_owned(),
        });
        Ok(rows.collect())
    }

    /// Registers a person (「人の登録」).
    ///
    /// # Errors
    /// [`AppError::Rules`] for text that is empty, too long or holds control characters.
    pub fn add_person(&mut self, ask: &AddPerson) -> Result<Written<PersonId>> {
        let person = Person {
            id: PersonId::new(uuid::Uuid::nil()),
            name: PersonName { latin: ask.name.latin.clone().filter(|l| !l.is_empty()), ..ask.name.clone() },
            glyph_note: None,
            letter_title: crate::text::labels::LETTER_TITLE.to_owned(),
            publication: ask.publication,
            needs: ask.needs.clone(),
            contact: None,
            gender: None,
        };
        check_person(&person)?;
        self.change(Action::new("add_person").about(person.name.full()), Vec::new(), |tx| {
            let id = PersonId::new(tx.new_id());
            tx.put_person(&Person { id, ..person })?;
            Ok(id)
        })
    }

    /// Mends a person's record (「人の登録の訂正」).
    ///
    /// # Errors
    /// [`AppError::UnknownPerson`]; as [`App::add_person`].
    pub fn update_person(&mut self, id: PersonId, ask: UpdatePerson) -> Result<Written<()>> {
        let old = self.store.person(id)?.ok_or_else(|| AppError::UnknownPerson(id.to_string()))?;
        let name = PersonName {
            family: ask.family.unwrap_or(old.name.family),
            given: ask.given.unwrap_or(old.name.given),
            family_kana: ask.family_kana.unwrap_or(old.name.family_kana),
            given_kana: ask.given_kana.unwrap_or(old.name.given_kana),
            latin: ask.latin.or(old.name.latin).filter(|l| !l.is_empty()),
        };
        let person = Person {
            name,
            publication: ask.publication.unwrap_or(old.publication),
            needs: ask.needs.unwrap_or(old.needs),
            ..old
        };
        check_person(&person)?;
        let action = Action::new("update_person").about(person.name.full());
        self.change(action, Vec::new(), |tx| Ok(tx.put_person(&person)?))
    }

    /// Erases a person's data by law (「個人情報の抹消」): final, and logged without
    /// the data. Answers where free text may still name the person, and which
    /// backups still hold the data.
    ///
    /// # Errors
    /// [`AppError::UnknownPerson`], or those of the store.
    pub fn purge_person(&mut self, person: PersonId) -> Result<Written<Purged>> {
        if self.store.person(person)?.is_none() {
            return Err(AppError::UnknownPerson(person.to_string()));
        }
        let (actor, now) = (self.actor().clone(), self.now());
        let done = self.store.purge_person(&actor, Action::new("purge_person"), now, person, crate::text::ERASED)?;
        Ok(Written { output: done.output, change: done.change.0, tags: done.tags, notices: Vec::new() })
    }
}

fn check_person(person: &Person) -> Result<()> {
    let name = &person.name;
    let latin = name.latin.clone().unwrap_or_default();
    let optional = [("given", &name.given), ("kana", &name.family_kana), ("kana", &name.given_kana), ("latin", &latin)];
    let mut checks = vec![check_name("family", &name.family)];
    checks.extend(optional.map(|(field, text)| check_note(field, text)));
    checks.extend(person.needs.iter().map(|need| check_name("needs", need)));
    all_right(checks)
}

/// Nothing when all checks pass, else everything that they object to.
pub(crate) fn all_right(checks: impl IntoIterator<Item = std::result::Result<(), Violation>>) -> Result<()> {
    let found: Vec<Violation> = checks.into_iter().filter_map(std::result::Result::err).collect();
    if found.is_empty() { Ok(()) } else { Err(AppError::Rules(found)) }
}

/// The one person with an identifier, or with a name, however it is typed
/// (width, spaces, old glyphs; with the reading after it where two share it).
///
/// # Errors
/// [`AppError::UnknownPerson`], [`AppError::AmbiguousPerson`].
pub fn find(council: &Snapshot, name: &str) -> Result<PersonId> {
    if let Some(person) = PersonId::parse(name).ok().and_then(|id| council.person(id)) {
        return Ok(person.id);
    }
    // As rosters print namesakes: 鈴木　一郎（すずき いちろう）.
    let key = search_key(&name.replace(['（', '）', '(', ')'], " "));
    let mut found = council.people().filter(|p| {
        search_key(&p.name.full()) == key || search_key(&format!("{}{}", p.name.full(), p.name.kana())) == key
    });
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one.id),
        (Some(_), Some(_)) => Err(AppError::AmbiguousPerson(name.to_owned())),
        _ => Err(AppError::UnknownPerson(name.to_owned())),
    }
}
