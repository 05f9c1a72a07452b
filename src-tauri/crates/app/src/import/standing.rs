//! What a row says of a person and of where they belong, against what is recorded.
//! An empty cell never takes anything away.

use super::Terms;
use super::cells::Incoming;
use super::remark::Remark;
use super::table::Table;
use super::view::CellState;
use crate::people::check_person_data;
use crate::snapshot::Snapshot;
use crate::text::labels::LETTER_TITLE;
use entaku_domain::Day;
use entaku_domain::id::{OrganizationId, PersonId};
use entaku_domain::import::{ImportField as F, split_affiliation};
use entaku_domain::person::{Affiliation, Person};
use entaku_domain::text::{check_name, search_key};
use std::collections::BTreeMap;

const NAMES: &[F] = &[F::Name, F::Family, F::Given];
const READINGS: &[F] = &[F::Kana, F::FamilyKana, F::GivenKana];
pub(super) const PLACES: &[F] = &[F::Affiliation, F::Organization, F::Post];

/// The organisations that are registered, by each of their names.
pub(super) struct Organizations(BTreeMap<String, OrganizationId>);

/// Where a row says that somebody belongs.
#[derive(Debug, Clone, Default)]
pub(super) struct Place {
    pub(super) organization: Option<String>,
    pub(super) post: Option<String>,
}

/// A new affiliation, and what becomes of the recorded one.
#[derive(Debug, Clone)]
pub(super) struct Move {
    pub(super) place: Place,
    pub(super) from: Option<Day>,
    pub(super) to: Option<Day>,
    /// Takes the place of this one.
    pub(super) mends: Option<Affiliation>,
    /// Ends this one.
    pub(super) ends: Option<Affiliation>,
}

impl Organizations {
    pub(super) fn of(council: &Snapshot) -> Self {
        let names = council.organizations().flat_map(|o| o.names.iter().map(move |n| (search_key(&n.name), o.id)));
        Self(names.collect())
    }

    pub(super) fn find(&self, name: &str) -> Option<OrganizationId> {
        self.0.get(&search_key(name)).copied()
    }

    /// Where a row says that somebody belongs.
    pub(super) fn place(&self, row: &Incoming) -> Place {
        match &row.joint {
            Some(joint) => {
                let (organization, post) = split_affiliation(joint, &|key| self.0.contains_key(key));
                Place { organization: Some(organization), post }
            }
            None => Place { organization: row.organization.clone(), post: row.post.clone() },
        }
    }
}

/// The record of somebody new.
pub(super) fn new_person(row: &mut Incoming, table: &Table<'_>, terms: &Terms) -> Person {
    let person = Person {
        id: PersonId::new(uuid::Uuid::nil()),
        name: row.name.clone(),
        former_names: Vec::new(),
        glyph_note: row.glyph_note.clone(),
        letter_title: row.letter_title.clone().unwrap_or_else(|| LETTER_TITLE.to_owned()),
        publication: row.publication.unwrap_or(terms.publication),
        needs: row.needs.clone().unwrap_or_default(),
        contact: row.contact(),
        gender: row.gender,
        delivery: None,
    };
    let written = [F::Latin, F::LetterTitle, F::GlyphNote, F::Needs, F::Publication, F::Gender, F::Contact];
    for fields in [NAMES, READINGS, &written] {
        row.mark(table, fields, CellState::New, None);
    }
    check(row, table, &person);
    person
}

/// The record of somebody who is registered, with what the row changes in it; none where nothing.
pub(super) fn known_person(row: &mut Incoming, table: &Table<'_>, terms: &Terms, old: &Person) -> Option<Person> {
    let mut new = old.clone();
    row.remarks.retain(|said| !said.remark.is_about_division());
    row.families.clear();
    let takes = terms.decision(row.row).is_some_and(|d| d.take_name);
    name(row, table, (old, terms.on), takes, &mut new);
    if old.name.kana().trim().is_empty() && !row.name.family_kana.is_empty() {
        new.name.family_kana.clone_from(&row.name.family_kana);
        new.name.given_kana.clone_from(&row.name.given_kana);
        row.mark(table, READINGS, CellState::Changed, None);
    } else {
        row.mark(table, READINGS, CellState::Same, None);
    }
    set(row, table, F::Latin, row.name.latin.clone(), &mut new.name.latin);
    set(row, table, F::GlyphNote, row.glyph_note.clone(), &mut new.glyph_note);
    let mut title = Some(new.letter_title.clone());
    set(row, table, F::LetterTitle, row.letter_title.clone(), &mut title);
    new.letter_title = title.unwrap_or_default();
    if let Some(needs) = row.needs.clone() {
        let state = if needs == old.needs { CellState::Same } else { CellState::Changed };
        row.mark(table, &[F::Needs], state, (state == CellState::Changed).then(|| old.needs.join("、")));
        new.needs = needs;
    }
    if let Some(publication) = row.publication {
        let state = if publication == old.publication { CellState::Same } else { CellState::Changed };
        row.mark(
            table,
            &[F::Publication],
            state,
            (state == CellState::Changed).then(|| old.publication.label().into()),
        );
        new.publication = publication;
    }
    let contact = row.contact();
    set(row, table, F::Contact, contact, &mut new.contact);
    let mut gender = new.gender.map(|g| g.label().to_owned());
    set(row, table, F::Gender, row.gender.map(|g| g.label().to_owned()), &mut gender);
    new.gender = row.gender.or(new.gender);
    check(row, table, &new);
    (new != *old).then_some(new)
}

/// The registered glyphs stay unless the user wants those of the file.
fn name(row: &mut Incoming, table: &Table<'_>, (old, on): (&Person, Day), takes: bool, new: &mut Person) {
    let together = |family: &str, given: &str| format!("{family}{given}");
    let (own, other) = (old.name_on(on).clone(), row.name.clone());
    if together(&own.family, &own.given) == together(&other.family, &other.given) {
        row.mark(table, NAMES, CellState::Same, None);
    } else if takes {
        let was = own.full();
        // A former name is mended where it belongs, not here.
        if *old.name_on(on) == old.name && (!other.given.is_empty() || own.given.is_empty()) {
            new.name.family.clone_from(&other.family);
            new.name.given.clone_from(&other.given);
        }
        row.mark(table, NAMES, CellState::Changed, Some(was));
    } else {
        let was = own.full();
        row.mark(table, NAMES, CellState::Same, Some(was.clone()));
        row.say(column(table, NAMES), Remark::GlyphKept(was));
    }
}

fn set(row: &mut Incoming, table: &Table<'_>, field: F, new: Option<String>, slot: &mut Option<String>) {
    let Some(new) = new else { return };
    if slot.as_ref() == Some(&new) {
        row.mark(table, &[field], CellState::Same, None);
    } else {
        let state = if slot.is_none() { CellState::New } else { CellState::Changed };
        row.mark(table, &[field], state, slot.clone());
        *slot = Some(new);
    }
}

fn check(row: &mut Incoming, table: &Table<'_>, person: &Person) {
    for wrong in check_person_data(person) {
        row.say(column(table, NAMES), Remark::Forbidden(wrong));
    }
}

pub(super) fn column(table: &Table<'_>, fields: &[F]) -> Option<usize> {
    table.columns.iter().position(|c| fields.contains(&c.field))
}

/// What a row changes in where somebody belongs; none where nothing.
pub(super) fn moved(
    row: &mut Incoming,
    table: &Table<'_>,
    (council, terms, organizations): (&Snapshot, &Terms, &Organizations),
    recorded: Option<PersonId>,
) -> Option<Move> {
    let mut place = organizations.place(row);
    if place.organization.is_none() && place.post.is_none() {
        return None;
    }
    let texts = [("organization", &place.organization), ("post", &place.post)];
    let wrong: Vec<_> = texts.iter().filter_map(|(f, t)| check_name(f, t.as_ref()?).err()).collect();
    for wrong in wrong {
        row.say(column(table, PLACES), Remark::Forbidden(wrong));
    }
    let own = recorded.map(|p| council.affiliations_of(p)).unwrap_or_default();
    let held = own.iter().rev().find(|a| a.holds_on(terms.on));
    let was = recorded.map(|p| council.affiliation_text(p, terms.on)).unwrap_or_default();
    if let Some(held) = held {
        let organization = held.organization.map(|o| council.organization_name(o, terms.on)).unwrap_or_default();
        let joint = row.joint.as_deref();
        if joint.is_some_and(|joint| search_key(joint) == search_key(&was))
            || is_there(&place, (held, organization), organizations, joint.is_some())
        {
            row.mark(table, PLACES, CellState::Same, None);
            return None;
        }
        if row.joint.is_none() && place.organization.is_none() {
            place.organization = Some(organization.to_owned()).filter(|o| !o.is_empty());
        }
    }
    if terms.on < terms.today && own.iter().any(|a| a.holds_on(terms.today)) {
        let now = recorded.map(|p| council.affiliation_text(p, terms.today)).unwrap_or_default();
        row.say(column(table, PLACES), Remark::PlaceKept(now));
        return None;
    }
    let state = if was.is_empty() { CellState::New } else { CellState::Changed };
    row.mark(table, PLACES, state, Some(was.clone()).filter(|w| !w.is_empty()));
    if !was.is_empty() {
        row.say(column(table, PLACES), Remark::Moves(was));
    }
    if place.organization.as_ref().is_some_and(|name| organizations.find(name).is_none()) {
        row.say(column(table, &[F::Organization, F::Affiliation]), Remark::NewOrganization);
    }
    Some(dated(place, own, held, terms.on))
}

/// Whether somebody is recorded where a row says. A former name is the same
/// organisation; `whole` says that the row leaves nothing unsaid.
fn is_there(place: &Place, (held, name): (&Affiliation, &str), organizations: &Organizations, whole: bool) -> bool {
    let organization = place.organization.as_ref().map_or(!whole, |written| match organizations.find(written) {
        Some(known) => Some(known) == held.organization,
        None => search_key(written) == search_key(name),
    });
    let own = held.post.as_deref().unwrap_or_default();
    let post = place.post.as_ref().map_or(!whole || own.is_empty(), |written| search_key(written) == search_key(own));
    organization && post
}

/// As [`crate::App::set_affiliation`]: the new one from the day on, or in the place of
/// one that began that day; for somebody of whom nothing was known, since ever.
fn dated(place: Place, own: &[Affiliation], held: Option<&Affiliation>, on: Day) -> Move {
    let next = own.iter().filter_map(|a| a.from).filter(|from| *from > on).min().and_then(|day| day.pred_opt());
    match held {
        Some(held) if held.from == Some(on) => {
            Move { place, from: held.from, to: held.to, mends: Some(held.clone()), ends: None }
        }
        Some(held) => {
            let ends = Affiliation { to: on.pred_opt(), ..held.clone() };
            let to = next.into_iter().chain(held.to).min();
            Move { place, from: Some(on), to, mends: None, ends: Some(ends) }
        }
        None => Move { place, from: (!own.is_empty()).then_some(on), to: next, mends: None, ends: None },
    }
}
