//! Registering people (人の登録) and finding them by name.

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use entaku_domain::id::PersonId;
use entaku_domain::person::{Person, PersonName, Publication};
use entaku_domain::text::{check_name, search_key};
use entaku_domain::violation::forbids;
use entaku_store::{Action, Purged};

impl App {
    /// Registers a person (「人の登録」).
    ///
    /// # Errors
    /// [`AppError::Rules`] for a name that is empty, too long or holds control characters.
    pub fn add_person(&mut self, name: PersonName) -> Result<Written<PersonId>> {
        check_person_name(&name)?;
        self.change(Action::new("add_person").about(name.full()), Vec::new(), |tx| {
            let id = PersonId::new(tx.new_id());
            tx.put_person(&Person {
                id,
                name,
                glyph_note: None,
                letter_title: crate::text::labels::LETTER_TITLE.to_owned(),
                publication: Publication::Name,
                needs: Vec::new(),
                contact: None,
                gender: None,
            })?;
            Ok(id)
        })
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

fn check_person_name(name: &PersonName) -> Result<()> {
    let optional = [("given", &name.given), ("kana", &name.family_kana), ("kana", &name.given_kana)];
    let mut found: Vec<_> = check_name("family", &name.family).err().into_iter().collect();
    found.extend(
        optional
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .filter_map(|(field, text)| check_name(field, text).err()),
    );
    if forbids(&found) { Err(AppError::Rules(found)) } else { Ok(()) }
}

/// The one person with a name, however it is typed (width, spaces, old glyphs).
///
/// # Errors
/// [`AppError::UnknownPerson`], [`AppError::AmbiguousPerson`].
pub fn find(council: &Snapshot, name: &str) -> Result<PersonId> {
    let key = search_key(name);
    let mut found = council.people().filter(|p| {
        search_key(&p.name.full()) == key || search_key(&format!("{}{}", p.name.full(), p.name.kana())) == key
    });
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one.id),
        (Some(_), Some(_)) => Err(AppError::AmbiguousPerson(name.to_owned())),
        _ => Err(AppError::UnknownPerson(name.to_owned())),
    }
}
