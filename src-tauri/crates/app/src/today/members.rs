//! Nominations under way, terms that end, seats and offices that are vacant.

use super::{EndingRow, GapRow, Task, TaskKind, View, count};
use crate::error::Result;
use crate::round::fills;
use crate::search::Target;
use crate::text::{self, round as steps, today as words};
use entaku_domain::Day;
use entaku_domain::appointment::{Appointment, empty_categories};
use entaku_domain::body::{Body, BodyKind, BodyVersion, check_steering};
use entaku_domain::id::{BodyId, SeatId};
use entaku_domain::office::vacancies;
use entaku_domain::round::{Standing, Way};
use entaku_domain::seat::{Filler, Seat};
use entaku_domain::selection::Nomination;
use entaku_domain::violation::Violation;
use std::collections::BTreeMap;

/// One task for each nomination in mid-term that is not through.
pub(super) fn tasks(view: &View<'_>) -> Result<Vec<Task>> {
    let nominations = view.store.nominations()?;
    Ok(nominations.iter().filter(|n| n.round_on.is_none()).filter_map(|n| step(view, n)).collect())
}

fn step(view: &View<'_>, nomination: &Nomination) -> Option<Task> {
    let seat = view.council.seats.iter().find(|s| s.id == nomination.seat)?;
    if is_filled(view, nomination) {
        return None;
    }
    let way = Way::of(seat.filler, nomination.organization.is_some())?;
    let Standing { next, due, after, .. } = nomination.standing(way, false, view.on, &view.council.calendar);
    let asked = nomination.organization.map(|o| view.council.organization_name(o, view.on)).unwrap_or_default();
    Some(Task {
        kind: TaskKind::Nomination,
        key: format!("nomination/{}", nomination.id),
        due: due.map(|d| d.on),
        what: steps::next(next, way),
        reason: steps::why(view.style(), after, asked, way),
        about: words::seat(view.council.body_name(seat.body, view.year()), seat.category, asked),
        target: seat_target(view, seat.body, seat.id),
    })
}

/// Somebody took the seat after the nomination was asked for.
fn is_filled(view: &View<'_>, nomination: &Nomination) -> bool {
    if nomination.appointment.is_some() {
        return true;
    }
    let Some(begun) = nomination.asked_on.or(nomination.decided_on) else { return false };
    let own: Vec<&Appointment> = view.council.appointments.iter().filter(|a| a.seat == nomination.seat).collect();
    own.iter().any(|a| a.start >= begun && fills(&own, a, view.on))
}

fn seat_target(view: &View<'_>, body: BodyId, seat: SeatId) -> Target {
    let key = view.council.body_by_id(body).map(|b| b.key.clone());
    Target { body: key, ..Target::new("members", None, Some("seats")).with_record(seat) }
}

/// The terms that end until the end of the next fiscal year, by day, body and cohort:
/// those that run, and those that are yet to begin.
pub(super) fn endings(view: &View<'_>) -> Vec<EndingRow> {
    let last = view.year().plus(1).last_day();
    let mut groups: BTreeMap<(Day, i64, BodyId, String), Vec<&Appointment>> = BTreeMap::new();
    for (body, _) in view.council.bodies_in(view.year()) {
        let own = view.council.appointments.iter().filter(|a| a.body == body.id);
        for appointment in own {
            let Some(end) = appointment.last_day().filter(|end| view.on <= *end && *end <= last) else { continue };
            let version = view.council.version(body.id, entaku_domain::FiscalYear::of(appointment.start));
            let rule = version.map_or(entaku_domain::term::TermRule::Undecided, |v| v.term_rule);
            let derivation = words::ending(view.style(), rule, appointment);
            groups.entry((end, body.order, body.id, derivation)).or_default().push(appointment);
        }
    }
    groups.into_iter().map(|((end, _, body, why), members)| ending(view, end, body, why, &members)).collect()
}

fn ending(view: &View<'_>, end: Day, body: BodyId, derivation: String, members: &[&Appointment]) -> EndingRow {
    let mut categories: BTreeMap<u8, usize> = BTreeMap::new();
    for number in members.iter().filter_map(|a| a.category) {
        *categories.entry(number).or_default() += 1;
    }
    let counts: Vec<(u8, usize)> = categories.into_iter().collect();
    EndingRow {
        end: end.to_string(),
        this_year: end <= view.year().last_day(),
        body: view.council.body_by_id(body).map(|b| b.key.clone()).unwrap_or_default(),
        body_name: view.council.body_name(body, view.year()).to_owned(),
        count: count(members.len()),
        categories: words::categories(&counts),
        derivation,
    }
}

/// Vacant seats (with what is done about them), empty categories (V6), offices
/// without a holder (V8), derived seats (V9, V10).
pub(super) fn gaps(view: &View<'_>) -> Result<Vec<GapRow>> {
    let nominations = view.store.nominations()?;
    let mut found = Vec::new();
    for (body, version) in view.council.bodies_in(view.year()).filter(|(b, _)| b.kind.is_internal()) {
        let sittings = view.council.sittings(body.id, view.on);
        let own: Vec<_> = sittings
            .iter()
            .filter(|s| !matches!(s.seat.filler, Filler::HeadOf(_)) && s.seat.is_to_be_filled())
            .collect();
        let vacant: Vec<&Seat> = own.iter().filter(|s| s.is_vacant()).map(|s| s.seat).collect();
        if own.len() > 1 && vacant.len() == own.len() {
            found.push(all_vacant(view, body, version, vacant.len()));
        } else {
            found.extend(vacant.into_iter().map(|seat| vacant_seat(view, version, seat, &nominations)));
            found.extend(offices(view, body, version));
            found.extend(categories(view, body, version));
        }
        if body.kind == BodyKind::Steering {
            found.extend(derived(view, body));
        }
        found.extend(unresolved(view, body));
    }
    Ok(found)
}

/// One row for a body in which nobody sits: its offices and categories go without saying.
fn all_vacant(view: &View<'_>, body: &Body, version: &BodyVersion, seats: usize) -> GapRow {
    let ends = view.council.appointments.iter().filter(|a| a.body == body.id && a.start <= view.on);
    let last = ends.filter_map(Appointment::last_day).max().and_then(|d| d.succ_opt());
    GapRow {
        kind: "seat".to_owned(),
        what: words::all_seats(&version.name, seats),
        since: last.map(|d| d.to_string()),
        reason: if last.is_some() { words::VACANT_BODY } else { words::NEVER_FILLED }.to_owned(),
        target: Target { body: Some(body.key.clone()), ..Target::new("members", None, Some("seats")) },
    }
}

fn vacant_seat(view: &View<'_>, version: &BodyVersion, seat: &Seat, nominations: &[Nomination]) -> GapRow {
    let earlier = view.council.appointments.iter().filter(|a| a.seat == seat.id && a.start <= view.on);
    let last = earlier.filter_map(Appointment::last_day).max().and_then(|d| d.succ_opt());
    let under_way = nominations.iter().filter(|n| n.seat == seat.id && !is_filled(view, n));
    let state = under_way.max_by_key(|n| n.asked_on).map(|n| words::nomination_state(n.stage().label(), n.due_on));
    let what = if last.is_some() { words::VACANT_SEAT } else { words::NEVER_FILLED };
    GapRow {
        kind: "seat".to_owned(),
        what: words::seat(&version.name, seat.category, &view.council.filler_text(seat, view.on)),
        // A seat is older than what is recorded of it: without a member before, nobody knows.
        since: last.map(|d| d.to_string()),
        reason: state.unwrap_or_else(|| what.to_owned()),
        target: seat_target(view, seat.body, seat.id),
    }
}

fn offices(view: &View<'_>, body: &Body, version: &BodyVersion) -> Vec<GapRow> {
    if body.kind == BodyKind::SubcommitteeGroup {
        return Vec::new();
    }
    let titles: Vec<String> = version.officers.iter().map(|o| o.title.clone()).collect();
    let council = view.council;
    let vacant = vacancies(&titles, body.id, &council.offices, &council.appointments, view.on);
    let rows = vacant.into_iter().filter_map(|found| {
        let Violation::OfficeVacant { title, since } = found else { return None };
        let ever = council.offices.iter().any(|o| o.body == body.id && o.title == title && o.start <= view.on);
        Some(GapRow {
            kind: "office".to_owned(),
            what: words::office(&version.name, &title),
            since: ever.then(|| since.to_string()),
            reason: if ever { words::OFFICE_REASON } else { words::OFFICE_NEVER }.to_owned(),
            target: Target::body(&body.key),
        })
    });
    rows.collect()
}

/// V6, where categories tell the members apart and are not filled by office.
fn categories(view: &View<'_>, body: &Body, version: &BodyVersion) -> Vec<GapRow> {
    let has_derived = view.council.seats.iter().any(|s| s.body == body.id && matches!(s.filler, Filler::HeadOf(_)));
    if has_derived || !version.is_categorised() {
        return Vec::new();
    }
    let empty = empty_categories(version, &view.council.appointments, view.on);
    let rows = empty.into_iter().filter_map(|found| {
        let Violation::EmptyCategory { number } = found else { return None };
        let text = version.category(number).map(|c| c.text.as_str()).unwrap_or_default();
        Some(GapRow {
            kind: "category".to_owned(),
            what: words::category(&version.name, number, text),
            since: None,
            reason: words::EMPTY_CATEGORY.to_owned(),
            target: Target { body: Some(body.key.clone()), ..Target::new("members", None, Some("seats")) },
        })
    });
    rows.collect()
}

/// V10: a new subcommittee of which nothing says what set it up.
fn unresolved(view: &View<'_>, body: &Body) -> Option<GapRow> {
    let found = crate::bodies::resolution::missing(view.council, body, view.year())?;
    Some(GapRow {
        kind: "resolution".to_owned(),
        what: view.council.body_name(body.id, view.year()).to_owned(),
        since: Some(body.from_year.first_day().to_string()),
        reason: text::violation(view.style(), &found),
        target: Target::body(&body.key),
    })
}

/// V9 and V10, in the words of the rules.
fn derived(view: &View<'_>, steering: &Body) -> Vec<GapRow> {
    let council = view.council;
    let on_day = |s: &&Seat| s.body == steering.id && s.exists_on(view.on) && matches!(s.filler, Filler::HeadOf(_));
    let seats = council.seats.iter().filter(on_day).count();
    let heads: Vec<(String, bool)> = council
        .subcommittees(view.year())
        .map(|b| (council.body_name(b.id, view.year()).to_owned(), council.head_of(b.id, view.on).is_some()))
        .collect();
    let found = check_steering(seats, &heads);
    let rows = found.iter().map(|violation| GapRow {
        kind: "derived".to_owned(),
        what: council.body_name(steering.id, view.year()).to_owned(),
        since: None,
        reason: text::violation(view.style(), violation),
        target: Target::body(&steering.key),
    });
    rows.collect()
}
