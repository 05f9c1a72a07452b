//! Who sits where on a day, in one table over all bodies (委員の一覧), and all that
//! the screen of members asks besides.

pub mod choices;
pub mod correction;
pub mod details;
mod letters;
pub mod offices;
pub mod preview;
pub mod vacancies;
pub(crate) mod words;

use crate::council::App;
use crate::error::Result;
use crate::snapshot::{Sitting, Snapshot};
use crate::substitutes;
use crate::terms::served;
use entaku_domain::appointment::{Appointment, MemberKind};
use entaku_domain::body::Body;
use entaku_domain::find::find_key;
use entaku_domain::id::PersonId;
use entaku_domain::person::Person;
use entaku_domain::seat::{Filler, Seat};
use entaku_domain::{Day, FiscalYear};
use std::collections::{BTreeMap, BTreeSet};

/// A term that ends within so many days is near its end: half a year, in which
/// nominations are asked for and decided.
pub const NEAR_DAYS: i64 = 183;

/// Everybody who sits on a day, and the vacant seats between them.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct MemberTable {
    /// The day, ISO.
    pub on: String,
    /// One row for each seat, in the order of bodies and seats.
    pub rows: Vec<TableRow>,
    /// The bodies that have seats, in order.
    pub bodies: Vec<BodyName>,
}

/// A body by handle and name.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct BodyName {
    /// Its handle.
    pub key: String,
    /// Its name on that day.
    pub name: String,
    /// Its categories.
    pub categories: Vec<CategoryName>,
}

/// A category of a body's members.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct CategoryName {
    /// Its number.
    pub number: u8,
    /// ⑴ 医療関係者.
    pub text: String,
    /// What fills its seats, a code.
    pub fill: String,
}

/// A seat on a day, and who sits there.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct TableRow {
    /// The seat's identifier.
    pub seat: String,
    /// Handle of the body.
    pub body: String,
    /// Its name.
    pub body_name: String,
    /// The seat's place in the body, counted from 1.
    pub place: u32,
    /// The category's number.
    pub category: Option<u8>,
    /// ⑴ 医療関係者; empty without categories.
    pub category_text: String,
    /// The appointment's identifier; none for a vacant seat.
    pub appointment: Option<String>,
    /// The person's identifier; none for a vacant seat.
    pub person: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The reading.
    pub kana: String,
    /// Whether somebody else who is registered has this name.
    pub namesake: bool,
    /// Organisation and post on that day; for a vacant seat what it expects.
    pub affiliation: String,
    /// The office held.
    pub office: Option<String>,
    /// 臨時委員, オブザーバー; empty for regular members.
    pub kind: String,
    /// First day in the seat, ISO.
    pub start: Option<String>,
    /// Last day, ISO.
    pub end: Option<String>,
    /// Which reappointment it is without a break; none for a first one and where none are counted.
    pub reappointments: Option<u16>,
    /// Days until the last one; none where no term is set.
    #[ts(type = "number | null")]
    pub days_left: Option<i64>,
    /// Whether that is near.
    pub near: bool,
    /// Whether the seat follows from an office in another body.
    pub derived: bool,
    /// What fills the seat, a code.
    pub filler: String,
    /// Who is appointed already for a day to come.
    pub next_name: Option<String>,
    /// Their first day, ISO.
    pub next_from: Option<String>,
    /// What the row is found by, folded as [`App::search_words`] folds.
    pub search: String,
    /// Who may stand in, by name.
    pub substitutes: Vec<String>,
}

/// A person in the list of everybody.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PersonLine {
    /// Their identifier.
    pub id: String,
    /// The name.
    pub name: String,
    /// The reading.
    pub kana: String,
    /// Whether somebody else has this name.
    pub namesake: bool,
    /// Organisation and post on that day.
    pub affiliation: String,
    /// How they appear in public, in Japanese.
    pub publication: String,
    /// Where they sit on that day: 全体会（会長）.
    pub sits: Vec<String>,
    /// Whether they have sat anywhere at any time.
    pub ever: bool,
    /// What the line is found by.
    pub search: String,
}

impl App {
    /// Everybody who sits on a day, in one body or all.
    ///
    /// # Errors
    /// An unknown body.
    pub fn member_table(&self, body: Option<&str>, on: Day) -> Result<MemberTable> {
        let council = self.snapshot()?;
        let wanted = body.map(|b| council.body_on(b, on)).transpose()?.map(|b| b.id);
        let names = namesakes(&council, on);
        let (mut rows, mut bodies) = (Vec::new(), Vec::new());
        for (body, _) in council.bodies_in(FiscalYear::of(on)) {
            let sittings = council.sittings(body.id, on);
            if sittings.is_empty() {
                continue;
            }
            bodies.push(body_name(&council, body, on));
            if wanted.is_none_or(|id| id == body.id) {
                rows.extend(sittings.iter().zip(1..).map(|(s, place)| row(&council, body, s, place, on, &names)));
            }
        }
        Ok(MemberTable { on: on.to_string(), rows, bodies })
    }

    /// Everybody who is registered, by reading, with where they sit on a day.
    ///
    /// # Errors
    /// Those of the store.
    pub fn people_table(&self, on: Day) -> Result<Vec<PersonLine>> {
        let council = self.snapshot()?;
        let names = namesakes(&council, on);
        let mut sits: BTreeMap<PersonId, Vec<String>> = BTreeMap::new();
        for (body, version) in council.bodies_in(FiscalYear::of(on)) {
            for person in council.sittings(body.id, on).iter().filter_map(|s| s.person) {
                let office = council.office_title(body.id, person.id, on);
                sits.entry(person.id).or_default().push(words::sits(&version.name, office));
            }
        }
        let line = |p: Person| {
            let affiliation = council.affiliation_text(p.id, on);
            let (name, kana) = (p.name_on(on).full(), p.name_on(on).kana());
            let former: Vec<String> = p.all_names().flat_map(|n| [n.full(), n.kana()]).collect();
            let sits = sits.remove(&p.id).unwrap_or_default();
            PersonLine {
                id: p.id.to_string(),
                namesake: names.contains(&name),
                publication: p.publication.label().to_owned(),
                ever: council.appointments_of(p.id).next().is_some(),
                search: found_by(&[&name, &kana, &former.concat(), &affiliation, &sits.concat()]),
                name,
                kana,
                affiliation,
                sits,
            }
        };
        Ok(self.store().people()?.into_iter().map(line).collect())
    }

    /// The words of a search, folded as the tables' `search` is: width, case, kana,
    /// old glyphs make no difference.
    pub fn search_words(text: &str) -> Vec<String> {
        text.split_whitespace().map(find_key).filter(|word| !word.is_empty()).collect()
    }
}

pub(crate) fn body_name(council: &Snapshot, body: &Body, on: Day) -> BodyName {
    let version = council.version(body.id, FiscalYear::of(on));
    let categories = version.filter(|v| v.is_categorised()).map(|v| v.categories.as_slice()).unwrap_or_default();
    BodyName {
        key: body.key.clone(),
        name: council.body_name(body.id, FiscalYear::of(on)).to_owned(),
        categories: categories
            .iter()
            .map(|c| CategoryName { number: c.number, text: words::category_name(c), fill: c.fill.code().to_owned() })
            .collect(),
    }
}

fn row(
    council: &Snapshot,
    body: &Body,
    sitting: &Sitting<'_>,
    place: u32,
    on: Day,
    names: &BTreeSet<String>,
) -> TableRow {
    let seat = sitting.seat;
    let (person, appointment) = (sitting.person, sitting.appointment);
    let full = person.map(|p| p.name_on(on).full());
    let kana = person.map(|p| p.name_on(on).kana()).unwrap_or_default();
    let affiliation = person.map_or_else(|| council.filler_text(seat, on), |p| council.affiliation_text(p.id, on));
    let office = person.and_then(|p| council.office_title(body.id, p.id, on)).map(str::to_owned);
    let category_text = words::category(council, body.id, seat.category, on);
    let end = sitting.days.and_then(|(_, end)| end);
    let days_left = end.map(|end| (end - on).num_days());
    let special = Some(appointment.map_or(seat.kind, |a| a.kind)).filter(|kind| *kind != MemberKind::Regular);
    let body_name = council.body_name(body.id, FiscalYear::of(on));
    let (next_name, next_from) = words::next(council, seat.id, on).unzip();
    TableRow {
        seat: seat.id.to_string(),
        body: body.key.clone(),
        body_name: body_name.to_owned(),
        place,
        category: seat.category,
        appointment: appointment.map(|a| a.id.to_string()),
        person: person.map(|p| p.id.to_string()),
        namesake: full.as_ref().is_some_and(|name| names.contains(name)),
        kind: special.map(MemberKind::label).unwrap_or_default().to_owned(),
        start: sitting.days.map(|(start, _)| start.to_string()),
        end: end.map(|d| d.to_string()),
        reappointments: appointment.and_then(|a| reappointed(council, seat, a)),
        days_left,
        near: days_left.is_some_and(|days| days <= NEAR_DAYS),
        derived: matches!(seat.filler, Filler::HeadOf(_)),
        filler: seat.filler.kind().code().to_owned(),
        search: found_by(&[
            full.as_deref().unwrap_or_default(),
            &kana,
            &affiliation,
            office.as_deref().unwrap_or_default(),
            body_name,
            &category_text,
            next_name.as_deref().unwrap_or_default(),
        ]),
        substitutes: substitutes::names(council, sitting, on),
        next_name,
        next_from,
        name: full,
        kana,
        affiliation,
        office,
        category_text,
    }
}

/// How often a regular member of this body was reappointed; derived seats have none of their own.
fn reappointed(council: &Snapshot, seat: &Seat, a: &Appointment) -> Option<u16> {
    let own = a.body == seat.body && a.kind == MemberKind::Regular;
    own.then(|| served(council, a).reappointments).filter(|times| *times > 0)
}

fn found_by(texts: &[&str]) -> String {
    texts.iter().map(|text| find_key(text)).collect::<Vec<_>>().join(" ")
}

/// The names that two or more people share.
pub(crate) fn namesakes(council: &Snapshot, on: Day) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    council.people().map(|p| p.name_on(on).full()).filter(|name| !seen.insert(name.clone())).collect()
}
