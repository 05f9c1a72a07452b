//! Registering people (人の登録), mending their records, and finding them.

pub mod distinct;
pub mod logged;
pub mod merge;
pub mod names;

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::organizations::put_organization;
use crate::snapshot::Snapshot;
use entaku_domain::address::Delivery;
use entaku_domain::id::{AffiliationId, OrganizationId, PersonId};
use entaku_domain::person::{Affiliation, Gender, Person, PersonName, Publication};
use entaku_domain::text::{check_name, check_note, check_text, private_use, search_key};
use entaku_domain::violation::Violation;
use entaku_domain::{Day, UnknownCode};
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
    /// What else is known.
    pub more: More,
    /// Where they belong, if that is known already.
    pub belongs: Option<Belongs>,
}

/// What the office may note about a person besides.
#[derive(Debug, Clone, Default)]
pub struct More {
    /// Note on the glyph in the family register (戸籍上の字形).
    pub glyph_note: Option<String>,
    /// Contact for internal use.
    pub contact: Option<String>,
    /// What follows the name in letters; 様 where nothing.
    pub letter_title: Option<String>,
    /// Gender, a code; empty for none.
    pub gender: Option<String>,
    /// How they get what is sent, a code; empty for none.
    pub delivery: Option<String>,
}

/// Where a new person belongs.
#[derive(Debug, Clone, Default)]
pub struct Belongs {
    /// The organisation.
    pub organization: Option<OrganizationId>,
    /// Instead: the name of one that is registered in the same change, unless there is
    /// one of that name.
    pub new_organization: Option<String>,
    /// The post there.
    pub post: Option<String>,
    /// First day; none when unknown.
    pub from: Option<Day>,
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
    /// What else is known; an empty text takes away what is there.
    pub more: More,
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
        Ok(self.store.people()?.iter().map(|p| PersonRow::of(&council, p, self.today())).collect())
    }

    /// Those who are registered with a name and reading, however it is typed: to be
    /// looked at before somebody is registered twice.
    ///
    /// # Errors
    /// Those of the store.
    pub fn same_name(&self, name: &PersonName) -> Result<Vec<PersonRow>> {
        let council = self.snapshot()?;
        let people = self.store.people()?;
        let same = people.iter().filter(|p| p.all_names().any(|known| is_same(known, name)));
        Ok(same.map(|p| PersonRow::of(&council, p, self.today())).collect())
    }

    /// Registers a person (「人の登録」), with where they belong. One of the same name
    /// and reading is a warning: namesakes exist.
    ///
    /// # Errors
    /// [`AppError::Rules`] for text that is empty, too long or holds control characters.
    pub fn add_person(&mut self, ask: &AddPerson) -> Result<Written<PersonId>> {
        let person = Person {
            id: PersonId::new(uuid::Uuid::nil()),
            name: PersonName { latin: ask.name.latin.clone().filter(|l| !l.is_empty()), ..ask.name.clone() },
            former_names: Vec::new(),
            glyph_note: filled(ask.more.glyph_note.clone()),
            letter_title: title(ask.more.letter_title.clone()),
            publication: ask.publication,
            needs: ask.needs.clone(),
            contact: filled(ask.more.contact.clone()),
            gender: coded(ask.more.gender.as_deref(), Gender::from_code)?,
            delivery: coded(ask.more.delivery.as_deref(), Delivery::from_code)?,
        };
        check_person(&person)?;
        let mut belongs = ask.belongs.clone().unwrap_or_default();
        all_right(belongs.post.iter().map(|post| check_name("post", post)))?;
        if let Some(name) = &belongs.new_organization {
            all_right([check_name("organization", name)])?;
            belongs.organization = belongs.organization.or(self.organization_called(name)?);
        }
        let twice = self.store.people()?.iter().any(|p| p.all_names().any(|known| is_same(known, &person.name)));
        let mut found = odd_characters(&person.name);
        found.extend(twice.then(|| Violation::Namesake { name: person.name.full() }));
        self.change(Action::new("add_person").about(person.name.full()), found, |tx| {
            let id = PersonId::new(tx.new_id());
            tx.put_person(&Person { id, ..person })?;
            let Belongs { organization, new_organization, post, from } = belongs;
            let organization = match (organization, new_organization) {
                (None, Some(name)) => Some(put_organization(tx, &name)?),
                (known, _) => known,
            };
            if organization.is_some() || post.is_some() {
                let at = AffiliationId::new(tx.new_id());
                tx.put_affiliation(&Affiliation { id: at, person: id, organization, post, from, to: None })?;
            }
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
            glyph_note: ask.more.glyph_note.map_or(old.glyph_note, |note| filled(Some(note))),
            contact: ask.more.contact.map_or(old.contact, |contact| filled(Some(contact))),
            letter_title: ask.more.letter_title.map_or(old.letter_title, |text| title(Some(text))),
            gender: ask.more.gender.map_or(Ok(old.gender), |code| coded(Some(&code), Gender::from_code))?,
            delivery: ask.more.delivery.map_or(Ok(old.delivery), |code| coded(Some(&code), Delivery::from_code))?,
            ..old
        };
        check_person(&person)?;
        let found = odd_characters(&person.name);
        let action = Action::new("update_person").about(person.name.full());
        self.change(action, found, |tx| Ok(tx.put_person(&person)?))
    }

    /// Erases a person's data by law (「個人情報の抹消」): final, and logged without
    /// the data. With it go the records that were merged into theirs. Somebody whose
    /// entry was taken back stands in the log alone; their identifier is enough. Answers where free text may still name the person, and which
    /// backups still hold the data.
    ///
    /// # Errors
    /// [`AppError::UnknownPerson`], or those of the store.
    pub fn purge_person(&mut self, person: PersonId) -> Result<Written<Purged>> {
        let (actor, now) = (self.actor().clone(), self.now());
        let done = self.store.purge_person(&actor, Action::new("purge_person"), now, person, crate::text::ERASED);
        let done = done.map_err(|error| match error {
            entaku_store::Error::NotFound { table: "person", row } => AppError::UnknownPerson(row),
            other => other.into(),
        })?;
        Ok(Written { output: done.output, change: done.change.map(|c| c.0), tags: done.tags, notices: Vec::new() })
    }
}

impl PersonRow {
    /// A person's line, with the affiliation of a day.
    pub(crate) fn of(council: &Snapshot, p: &Person, on: Day) -> Self {
        Self {
            id: p.id.to_string(),
            name: p.name_on(on).full(),
            kana: p.name_on(on).kana(),
            affiliation: council.affiliation_text(p.id, on),
            publication: p.publication.code().to_owned(),
        }
    }
}

/// Text that says something, or none.
fn filled(text: Option<String>) -> Option<String> {
    text.filter(|t| !t.trim().is_empty())
}

/// A value of a closed set, where its code is given.
fn coded<T>(code: Option<&str>, read: fn(&str) -> std::result::Result<T, UnknownCode>) -> Result<Option<T>> {
    let code = code.filter(|code| !code.is_empty());
    code.map(|code| read(code).map_err(|e| AppError::BadRequest(e.to_string()))).transpose()
}

fn title(typed: Option<String>) -> String {
    filled(typed).unwrap_or_else(|| crate::text::labels::LETTER_TITLE.to_owned())
}

/// Whether two names and readings are the same as a search compares them.
fn is_same(one: &PersonName, other: &PersonName) -> bool {
    let (kana, full) = (search_key(&other.kana()), search_key(&other.full()));
    search_key(&one.full()) == full && (kana.is_empty() || search_key(&one.kana()) == kana)
}

/// V22: characters that other computers may show as something else.
fn odd_characters(name: &PersonName) -> Vec<Violation> {
    private_use(&name.full()).into_iter().map(|c| Violation::PrivateUse { code_point: u32::from(c) }).collect()
}

fn check_person(person: &Person) -> Result<()> {
    let found = check_person_data(person);
    if found.is_empty() { Ok(()) } else { Err(AppError::Rules(found)) }
}

/// What is wrong with the texts of a record.
pub(crate) fn check_person_data(person: &Person) -> Vec<Violation> {
    let mut checks = check_name_parts(&person.name);
    checks.extend(person.glyph_note.iter().map(|note| check_note("glyph_note", note)));
    checks.push(check_note("letter_title", &person.letter_title));
    checks.extend(person.contact.iter().map(|contact| check_text("contact", contact)));
    checks.extend(person.needs.iter().map(|need| check_name("needs", need)));
    checks.into_iter().filter_map(std::result::Result::err).collect()
}

/// The texts of a name.
fn check_name_parts(name: &PersonName) -> Vec<std::result::Result<(), Violation>> {
    vec![
        check_name("family", &name.family),
        check_note("given", &name.given),
        check_note("kana", &name.family_kana),
        check_note("kana", &name.given_kana),
        check_note("latin", name.latin.as_deref().unwrap_or_default()),
    ]
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
    let is_called =
        |n: &PersonName| search_key(&n.full()) == key || search_key(&format!("{}{}", n.full(), n.kana())) == key;
    let called: Vec<&Person> = council.people().filter(|p| is_called(&p.name)).collect();
    let once: Vec<&Person> = council.people().filter(|p| p.all_names().any(is_called)).collect();
    // Who is called so now comes before those who once were.
    let mut found = if called.is_empty() { once } else { called }.into_iter();
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one.id),
        (Some(_), Some(_)) => Err(AppError::AmbiguousPerson(name.to_owned())),
        _ => Err(AppError::UnknownPerson(name.to_owned())),
    }
}
