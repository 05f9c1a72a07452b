//! The lines of a round's work list, their counts, and who expires.

use super::{Cohort, Place, Present, RoundRow, StepCell, StepCount};
use crate::members::words;
use crate::snapshot::Snapshot;
use crate::text::{round as text, today};
use entaku_domain::find::find_key;
use entaku_domain::id::BodyId;
use entaku_domain::round::{Next, Standing, Step, StepDue};
use entaku_domain::{Day, FiscalYear};
use std::collections::BTreeMap;

pub(super) fn rows(council: &Snapshot, places: &[Place<'_>], as_of: Day, today: Day) -> Vec<RoundRow> {
    let mut categories: BTreeMap<(BodyId, Option<u8>), String> = BTreeMap::new();
    let mut row = |p: &Place<'_>| {
        let key = (p.seat.body, p.seat.category);
        let category = categories.entry(key).or_insert_with(|| words::category(council, key.0, key.1, as_of));
        line(council, p, category, as_of, today)
    };
    places.iter().map(&mut row).collect()
}

/// What is found of a row besides its facts.
struct Told {
    next: String,
    next_text: String,
    why: String,
    due: Option<StepDue>,
    late: Vec<String>,
    late_days: i64,
}

fn line(council: &Snapshot, place: &Place<'_>, category: &str, as_of: Day, today: Day) -> RoundRow {
    let n = &place.nomination;
    let present = sitter(council, place, as_of);
    let named = n.person.and_then(|id| council.person(id));
    let person_name = named.map(|p| p.name.full()).unwrap_or_default();
    let told = told(council, place, today);
    let organization_name =
        place.organization.map(|o| council.organization_name(o, today).to_owned()).unwrap_or_default();
    let new_person = place.new.map(|a| a.person).or(n.person);
    let leaves = place.present.is_some_and(|a| place.is_closed || new_person.is_some_and(|p| p != a.person));
    let body = council.body_by_id(place.seat.body);
    let body_name = council.body_name(place.seat.body, FiscalYear::of(as_of)).to_owned();
    let expected = council.filler_text(place.seat, today);
    let texts = [
        present.as_ref().map(|p| p.name.as_str()).unwrap_or_default(),
        present.as_ref().map(|p| p.kana.as_str()).unwrap_or_default(),
        &person_name,
        &expected,
        &organization_name,
        &body_name,
        category,
    ];
    RoundRow {
        search: texts.map(find_key).join(" "),
        seat: place.seat.id.to_string(),
        body: body.map(|b| b.key.clone()).unwrap_or_default(),
        place: place.number,
        category: place.seat.category,
        category_text: category.to_owned(),
        way: place.way.code().to_owned(),
        way_label: place.way.label().to_owned(),
        organization: place.organization.map(|o| o.to_string()),
        vacant_since: vacant_since(place),
        nomination: place.is_recorded.then(|| n.id.to_string()),
        person: n.person.map(|p| p.to_string()),
        again: place.present.zip(n.person).map(|(a, person)| a.person == person),
        start: place.new.map(|a| a.start).or_else(|| n.start()).map(|d| d.to_string()),
        start_expected: expected_start(place, today).map(|d| d.to_string()),
        steps: if place.is_closed { Vec::new() } else { cells(council, place, today) },
        next: told.next,
        next_text: told.next_text,
        why: told.why,
        due: told.due.map(|d| d.on.to_string()),
        late: told.late,
        late_days: told.late_days,
        odd: n.out_of_order(place.way).into_iter().map(|(a, b)| text::out_of_order(a, b)).collect(),
        note: n.note.clone().unwrap_or_default(),
        appointment: place.new.map(|a| a.id.to_string()),
        appointed_name: place.new.and_then(|a| council.person(a.person)).map(|p| p.name.full()),
        body_name,
        expected,
        organization_name,
        present,
        person_name,
        leaves,
    }
}

fn sitter(council: &Snapshot, place: &Place<'_>, as_of: Day) -> Option<Present> {
    let appointment = place.present?;
    let person = council.person(appointment.person)?;
    let earlier = council.appointments_of(person.id).filter(|a| a.body == appointment.body);
    let terms = earlier.filter(|a| a.start <= appointment.start).count();
    Some(Present {
        appointment: appointment.id.to_string(),
        person: person.id.to_string(),
        name: person.name.full(),
        kana: person.name.kana(),
        affiliation: council.affiliation_text(person.id, as_of),
        office: council.office_title(appointment.body, person.id, as_of).map(str::to_owned),
        start: appointment.start.to_string(),
        end: appointment.last_day().map(|d| d.to_string()),
        terms: u32::try_from(terms).unwrap_or(u32::MAX),
    })
}

/// The first day of the term that is to come: as it is planned, else the day after that of
/// the one who leaves. None for a seat that is vacant already: nobody knows yet.
fn expected_start(place: &Place<'_>, today: Day) -> Option<Day> {
    let planned = place.new.map(|a| a.start).or_else(|| place.nomination.start());
    planned.or_else(|| place.last?.last_day()?.succ_opt().filter(|next| *next > today))
}

fn vacant_since(place: &Place<'_>) -> Option<String> {
    if place.present.is_some() {
        return None;
    }
    let last = place.last.and_then(entaku_domain::appointment::Appointment::last_day);
    Some(last.and_then(|d| d.succ_opt()).unwrap_or(place.seat.from).to_string())
}

fn told(council: &Snapshot, place: &Place<'_>, today: Day) -> Told {
    let style = council.council.date_style;
    let quiet = |next: &str, next_text: &str, why: String| Told {
        next: next.to_owned(),
        next_text: next_text.to_owned(),
        why,
        due: None,
        late: Vec::new(),
        late_days: 0,
    };
    if place.is_closed {
        return quiet("closed", text::CLOSED, text::closed(style, place.seat.to));
    }
    let appointed = place.new.and_then(|a| Some((council.person(a.person)?.name.full(), a.start)));
    if place.is_through() {
        return quiet(
            "done",
            text::DONE,
            appointed.map(|(who, from)| text::done(style, &who, from)).unwrap_or_default(),
        );
    }
    let standing = place.nomination.standing(place.way, place.new.is_some(), today, &council.calendar);
    let Standing { next, due, after, late } = standing;
    let organization = place.organization.map(|o| council.organization_name(o, today)).unwrap_or_default();
    Told {
        next: code(next).to_owned(),
        next_text: text::next(next, place.way),
        why: text::why(style, after, organization, place.way),
        due,
        late_days: late.first().map(|l| l.days).unwrap_or_default(),
        late: late.iter().map(|l| text::late(style, l)).collect(),
    }
}

/// The code of what comes next.
fn code(next: Next) -> &'static str {
    match next {
        Next::Step(step) => step.code(),
        Next::Person => "person",
        Next::Appoint => "appoint",
        Next::Nothing => "done",
    }
}

fn cells(council: &Snapshot, place: &Place<'_>, today: Day) -> Vec<StepCell> {
    let n = &place.nomination;
    let is_through = place.is_through();
    let cell = |step: &Step| {
        let due = n.due(*step, &council.calendar);
        let past = is_through || n.is_past(*step, place.way, place.new.is_some());
        let late = due.filter(|d| !past && d.on < today).map(|d| (today - d.on).num_days());
        StepCell {
            step: step.code().to_owned(),
            done: n.done_on(*step).map(|d| d.to_string()),
            due: due.map(|d| d.on.to_string()),
            set: due.is_some_and(|d| d.counted.is_none()),
            late_days: late.unwrap_or_default(),
            past,
        }
    };
    place.way.steps().iter().map(cell).collect()
}

pub(super) fn count(step: Step, rows: &[RoundRow]) -> StepCount {
    let cells: Vec<&StepCell> =
        rows.iter().filter_map(|row| row.steps.iter().find(|c| c.step == step.code())).collect();
    let of = |wanted: &dyn Fn(&StepCell) -> bool| number(cells.iter().filter(|c| wanted(c)).count());
    StepCount {
        step: step.code().to_owned(),
        label: step.label().to_owned(),
        total: number(cells.len()),
        done: of(&|c| c.past),
        late: of(&|c| c.late_days > 0),
        next: number(rows.iter().filter(|row| row.next == step.code()).count()),
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Who expires, by body and first day of the term.
pub(super) fn cohorts(council: &Snapshot, places: &[Place<'_>], as_of: Day) -> Vec<Cohort> {
    let mut groups: BTreeMap<(i64, BodyId, Day), Vec<Option<u8>>> = BTreeMap::new();
    for appointment in places.iter().filter_map(|p| p.present) {
        let order = council.body_by_id(appointment.body).map_or(0, |b| b.order);
        groups.entry((order, appointment.body, appointment.start)).or_default().push(appointment.category);
    }
    let cohort = |((_, body, start), members): ((i64, BodyId, Day), Vec<Option<u8>>)| {
        let year = FiscalYear::of(as_of);
        let categorised = council.version(body, year).is_some_and(|v| v.is_categorised());
        let mut counts: BTreeMap<u8, usize> = BTreeMap::new();
        for number in members.iter().flatten().filter(|_| categorised) {
            *counts.entry(*number).or_default() += 1;
        }
        let counts: Vec<(u8, usize)> = counts.into_iter().collect();
        Cohort {
            body: council.body_by_id(body).map(|b| b.key.clone()).unwrap_or_default(),
            body_name: council.body_name(body, year).to_owned(),
            start: start.to_string(),
            count: number(members.len()),
            categories: today::categories(&counts),
        }
    };
    groups.into_iter().map(cohort).collect()
}
