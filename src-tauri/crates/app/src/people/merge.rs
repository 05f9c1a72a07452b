//! Two records of the same person become one (同一人物の統合): which pairs may be
//! one person, what stands in either record, and the merging itself, in one change.

use super::PersonRow;
use super::names::refused;
use crate::council::{App, Written};
use crate::error::Result;
use crate::snapshot::Snapshot;
use crate::text::{ERASED, people as words};
use entaku_domain::FiscalYear;
use entaku_domain::address::{Address, AddressOf};
use entaku_domain::evaluation::LivedExperience;
use entaku_domain::find::find_key;
use entaku_domain::id::PersonId;
use entaku_domain::person::{Affiliation, Gender, Person, PersonName, TwoPeople};
use entaku_domain::person_fault::PersonFault;
use entaku_domain::violation::Violation;
use entaku_store::{Action, Tx};
use std::collections::{BTreeMap, BTreeSet};

/// A field of a record that may be taken from the one that goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum MergedField {
    /// 姓・名.
    Name,
    /// The reading.
    Kana,
    /// In Latin letters.
    Latin,
    /// The glyph in the family register.
    GlyphNote,
    /// What follows the name in letters.
    LetterTitle,
    /// How they appear in public.
    Publication,
    /// What they need at meetings.
    Needs,
    /// The note of how to reach them.
    Contact,
    /// Gender.
    Gender,
    /// How they get what is sent.
    Delivery,
}

/// Two records that may be of one person.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Duplicate {
    /// The one that was entered first.
    pub one: PersonRow,
    /// The other.
    pub other: PersonRow,
    /// Whether the names are the same, too, and not only the readings.
    pub same_name: bool,
}

/// Two records beside one another, before they become one.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct MergePreview {
    /// The record that stays.
    pub keep: PersonRow,
    /// The record that goes.
    pub other: PersonRow,
    /// What stands in either; only where they differ.
    pub fields: Vec<MergeField>,
    /// What moves from the one that goes, in words: 委嘱・選任 2件.
    pub moves: Vec<String>,
    /// What forbids it, in words.
    pub problems: Vec<String>,
}

/// A field in which two records differ.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct MergeField {
    /// Which one.
    pub field: MergedField,
    /// In Japanese.
    pub label: String,
    /// In the record that stays, in words; empty for nothing.
    pub keep: String,
    /// In the other.
    pub other: String,
}

impl App {
    /// Records that may be of one person: the same name however it is written, or the
    /// same reading.
    ///
    /// # Errors
    /// Those of the store.
    pub fn duplicates(&self) -> Result<Vec<Duplicate>> {
        let council = self.snapshot()?;
        let mut alike: BTreeMap<String, Vec<&Person>> = BTreeMap::new();
        for person in council.people().filter(|p| p.name.family != ERASED) {
            let keys: BTreeSet<String> =
                person.all_names().flat_map(|n| [find_key(&n.full()), find_key(&n.kana())]).collect();
            for key in keys.into_iter().filter(|key| key.chars().count() >= 2) {
                alike.entry(key).or_default().push(person);
            }
        }
        let known = self.known_pairs()?;
        let mut pairs = BTreeSet::new();
        for group in alike.values().filter(|group| group.len() > 1) {
            for (at, one) in group.iter().enumerate() {
                pairs.extend(group.iter().skip(at + 1).map(|other| TwoPeople::new(one.id, other.id)));
            }
        }
        Ok(pairs.difference(&known).filter_map(|pair| self.alike(&council, *pair)).collect())
    }

    /// A pair as it is shown; none where one of them is gone.
    pub(super) fn alike(&self, council: &Snapshot, pair: TwoPeople) -> Option<Duplicate> {
        let (one, other) = (council.person(pair.one())?, council.person(pair.other())?);
        let on = self.today();
        Some(Duplicate {
            one: PersonRow::of(council, one, on),
            other: PersonRow::of(council, other, on),
            same_name: find_key(&one.name.full()) == find_key(&other.name.full()),
        })
    }

    /// Two records beside one another.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownPerson`].
    pub fn merge_preview(&self, keep: PersonId, other: PersonId) -> Result<MergePreview> {
        let (council, on) = (self.snapshot()?, self.today());
        let (one, two) = (self.known_person(keep)?, self.known_person(other)?);
        let differing = MergedField::ALL.iter().filter(|f| f.of(&one) != f.of(&two));
        let style = council.council.date_style;
        let problems = self.merge_problems(&council, keep, other)?;
        Ok(MergePreview {
            keep: PersonRow::of(&council, &one, on),
            other: PersonRow::of(&council, &two, on),
            fields: differing
                .map(|f| MergeField {
                    field: *f,
                    label: words::merge_field(*f).to_owned(),
                    keep: f.of(&one),
                    other: f.of(&two),
                })
                .collect(),
            moves: self.moves(&council, other)?,
            problems: problems.into_iter().map(|p| crate::text::violation(style, &Violation::Person(p))).collect(),
        })
    }

    fn moves(&self, council: &Snapshot, other: PersonId) -> Result<Vec<String>> {
        let offices = council.offices.iter().filter(|o| o.person == other).count();
        let nominations = self.store.nominations()?.iter().filter(|n| n.person == Some(other)).count();
        let stands_in = council.substitutes.iter().filter(|s| s.person == other || s.member == Some(other)).count();
        Ok(words::moves(&[
            council.appointments_of(other).count(),
            offices,
            nominations,
            self.store.affiliations_of(other)?.len(),
            council.addresses_of_person(other).len(),
            stands_in,
        ]))
    }

    /// V7 and V15: what two records of one person cannot both say.
    fn merge_problems(&self, council: &Snapshot, keep: PersonId, other: PersonId) -> Result<Vec<PersonFault>> {
        if keep == other {
            return Ok(vec![PersonFault::SameRecord]);
        }
        let mut found = Vec::new();
        if self.known_pairs()?.contains(&TwoPeople::new(keep, other)) {
            found.push(PersonFault::KnownToBeTwo);
        }
        for a in council.appointments_of(keep) {
            for b in council.appointments_of(other).filter(|b| b.body == a.body && b.overlaps(a)) {
                let from = a.start.max(b.start);
                let body = council.body_name(a.body, FiscalYear::of(from)).to_owned();
                found.push(PersonFault::BothSit { body, from });
            }
        }
        let (one, two) = (self.meetings_of(council, keep)?, self.meetings_of(council, other)?);
        for meeting in council.meetings.iter().filter(|m| one.contains(&m.id) && two.contains(&m.id)) {
            found.push(PersonFault::BothAttended { meeting: council.meeting_title(meeting) });
        }
        Ok(found)
    }

    fn meetings_of(&self, council: &Snapshot, person: PersonId) -> Result<BTreeSet<entaku_domain::id::MeetingId>> {
        let mut meetings = BTreeSet::new();
        for appointment in council.appointments_of(person) {
            meetings.extend(self.store.attendance_of(appointment.id)?.into_iter().map(|a| a.meeting));
        }
        Ok(meetings)
    }

    /// Makes two records one (「同一人物の記録の統合」): all that refers to `other` refers
    /// to `keep` then, and `other` is gone. Of the fields named in `take` what the
    /// other says is kept; a name that is not kept is one by which they are found no more.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownPerson`]; [`crate::AppError::Rules`] where both sit in
    /// one body on the same days (V7), or have an attendance at one meeting (V15).
    pub fn merge_people(&mut self, keep: PersonId, other: PersonId, take: &[MergedField]) -> Result<Written<()>> {
        let (mut one, two) = (self.known_person(keep)?, self.known_person(other)?);
        let council = self.snapshot()?;
        let problems = self.merge_problems(&council, keep, other)?;
        if let Some(first) = problems.into_iter().next() {
            return Err(refused(first));
        }
        take.iter().for_each(|field| field.take(&mut one, &two));
        let former = two.former_names.iter().filter(|f| one.former_names.iter().all(|own| own.to != f.to));
        let former: Vec<_> = former.cloned().collect();
        one.former_names.extend(former);
        one.former_names.sort_by_key(|f| f.to);
        let subject = one.name.full();
        self.change(Action::new("merge_people").about(subject), Vec::new(), |tx| {
            tx.put_person(&one)?;
            move_own(tx, keep, other)?;
            keep_from(tx, keep, other)?;
            move_pairs(tx, keep, other)?;
            tx.repoint_person(other, keep)?;
            Ok(tx.remove_person(other)?)
        })
    }
}

/// Who is known to be another one than `other` is another one than `keep`.
fn move_pairs(tx: &mut Tx<'_>, keep: PersonId, other: PersonId) -> Result<()> {
    let pairs = tx.distinct_people()?;
    for pair in &pairs {
        let Some(third) = pair.beside(other) else { continue };
        tx.remove_distinct(*pair)?;
        let moved = TwoPeople::new(keep, third);
        if !pairs.contains(&moved) {
            tx.put_distinct(moved)?;
        }
    }
    Ok(())
}

/// What was kept from one record is kept from the other: the same person does not get it.
fn keep_from(tx: &mut Tx<'_>, keep: PersonId, other: PersonId) -> Result<()> {
    for mut paper in tx.papers_held_from(other)? {
        paper.handling.held_from.retain(|p| *p != other && *p != keep);
        paper.handling.held_from.push(keep);
        tx.put_paper(&paper)?;
    }
    Ok(())
}

/// What would stand there twice goes; of two addresses for letters the kept record's stays.
fn move_own(tx: &mut Tx<'_>, keep: PersonId, other: PersonId) -> Result<()> {
    let own = tx.affiliations_of(keep)?;
    let says = |a: &Affiliation| (a.organization, a.post.clone(), a.from, a.to);
    for twice in tx.affiliations_of(other)?.into_iter().filter(|a| own.iter().any(|o| says(o) == says(a))) {
        tx.remove_affiliation(twice.id)?;
    }
    let own = tx.addresses_of(AddressOf::Person(keep))?;
    for mut address in tx.addresses_of(AddressOf::Person(other))? {
        if own.iter().any(|o| says_no_more(&address, o)) {
            tx.remove_address(address.id)?;
            continue;
        }
        address.for_letters &= !own.iter().any(|o| o.for_letters);
        address.order += i64::try_from(own.len()).unwrap_or_default();
        tx.put_address(&address)?;
    }
    move_experience(tx, keep, other)?;
    let both = |s: &&entaku_domain::substitute::Substitute| {
        let pair = [Some(keep), Some(other)];
        pair.contains(&s.member) && pair.contains(&Some(s.person))
    };
    for itself in tx.substitutes()?.iter().filter(both) {
        tx.remove_substitute(itself.id)?;
    }
    Ok(())
}

/// What the other said of being disabled is the kept person's, unless that said so already.
fn move_experience(tx: &mut Tx<'_>, keep: PersonId, other: PersonId) -> Result<()> {
    let said = tx.lived_experiences()?;
    let Some(others) = said.iter().find(|e| e.person == other) else { return Ok(()) };
    tx.remove_lived_experience(other)?;
    if said.iter().all(|e| e.person != keep) {
        tx.put_lived_experience(&LivedExperience { person: keep, ..others.clone() })?;
    }
    Ok(())
}

/// Whether all that an address says stands in another: the same place, and what else
/// is known of it is known there, too. Else it moves, for a telephone would be lost.
fn says_no_more(address: &Address, than: &Address) -> bool {
    fn is_known<T: PartialEq>(one: Option<&T>, there: Option<&T>) -> bool {
        one.is_none() || one == there
    }
    (address.kind, &address.postal_code, &address.lines) == (than.kind, &than.postal_code, &than.lines)
        && is_known(address.telephone.as_ref(), than.telephone.as_ref())
        && is_known(address.email.as_ref(), than.email.as_ref())
        && is_known(address.note.as_ref(), than.note.as_ref())
        && is_known(address.from.as_ref(), than.from.as_ref())
        && is_known(address.to.as_ref(), than.to.as_ref())
}

impl MergedField {
    /// All of them, in the order of the screen.
    const ALL: [Self; 10] = [
        Self::Name,
        Self::Kana,
        Self::Latin,
        Self::GlyphNote,
        Self::LetterTitle,
        Self::Publication,
        Self::Needs,
        Self::Contact,
        Self::Gender,
        Self::Delivery,
    ];

    /// What a record says there, in words.
    fn of(self, p: &Person) -> String {
        match self {
            Self::Name => p.name.full(),
            Self::Kana => p.name.kana(),
            Self::Latin => p.name.latin.clone().unwrap_or_default(),
            Self::GlyphNote => p.glyph_note.clone().unwrap_or_default(),
            Self::LetterTitle => p.letter_title.clone(),
            Self::Publication => p.publication.label().to_owned(),
            Self::Needs => p.needs.join("\n"),
            Self::Contact => p.contact.clone().unwrap_or_default(),
            Self::Gender => p.gender.map(Gender::label).unwrap_or_default().to_owned(),
            Self::Delivery => p.delivery.map(|d| d.label()).unwrap_or_default().to_owned(),
        }
    }

    fn take(self, to: &mut Person, from: &Person) {
        let name: PersonName = from.name.clone();
        match self {
            Self::Name => (to.name.family, to.name.given) = (name.family, name.given),
            Self::Kana => (to.name.family_kana, to.name.given_kana) = (name.family_kana, name.given_kana),
            Self::Latin => to.name.latin = name.latin,
            Self::GlyphNote => to.glyph_note.clone_from(&from.glyph_note),
            Self::LetterTitle => to.letter_title.clone_from(&from.letter_title),
            Self::Publication => to.publication = from.publication,
            Self::Needs => to.needs.clone_from(&from.needs),
            Self::Contact => to.contact.clone_from(&from.contact),
            Self::Gender => to.gender = from.gender,
            Self::Delivery => to.delivery = from.delivery,
        }
    }
}
