//! The rounds that are near: one task for each body and step, not for each seat.

use super::{Task, TaskKind, View, count};
use crate::error::Result;
use crate::round::{Place, gather};
use crate::search::Target;
use crate::text::round as words;
use entaku_domain::Day;
use entaku_domain::id::BodyId;
use entaku_domain::round::{Next, StepDue};
use std::collections::{BTreeMap, BTreeSet};

/// The tasks of rounds whose first due days have come near, and of those that are
/// behind and not through.
pub(super) fn tasks(view: &View<'_>) -> Result<Vec<Task>> {
    let mut found = Vec::new();
    for end in ends(view)? {
        let places = gather(view.store, view.council, Some(end), view.on)?;
        // Of what was held without this list, nothing is known to be missing.
        let open = places.iter().filter(|p| (end >= view.on || p.is_recorded) && !p.is_closed);
        found.extend(grouped(view, end, open.filter(|p| !p.is_through())));
    }
    Ok(found)
}

/// The ends of terms to look at.
fn ends(view: &View<'_>) -> Result<BTreeSet<Day>> {
    // The first step is due 90 days before the new term.
    let last = view.horizon().checked_add_days(chrono::Days::new(91)).unwrap_or(view.on);
    let near = |end: &Day| (view.on..=last).contains(end);
    let planned = view.council.appointments.iter().filter(|a| a.ended_on.is_none()).filter_map(|a| a.end);
    let begun = view.store.nominations()?.into_iter().filter_map(|n| n.round_on);
    Ok(planned.filter(near).chain(begun).collect())
}

fn grouped<'a>(view: &View<'_>, end: Day, places: impl Iterator<Item = &'a Place<'a>>) -> Vec<Task> {
    let mut groups: BTreeMap<(BodyId, String), (usize, Option<StepDue>)> = BTreeMap::new();
    for place in places {
        let standing = place.nomination.standing(place.way, place.new.is_some(), view.on, &view.council.calendar);
        if standing.next == Next::Nothing {
            continue;
        }
        let key = (place.seat.body, words::next(standing.next, place.way));
        let group = groups.entry(key).or_default();
        group.0 += 1;
        group.1 = [group.1, standing.due].into_iter().flatten().min_by_key(|d| d.on);
    }
    groups.into_iter().map(|((body, step), (seats, due))| task(view, end, body, &step, seats, due)).collect()
}

fn task(view: &View<'_>, end: Day, body: BodyId, step: &str, seats: usize, due: Option<StepDue>) -> Task {
    let key = view.council.body_by_id(body).map(|b| b.key.clone()).unwrap_or_default();
    Task {
        kind: TaskKind::Nomination,
        key: format!("round/{end}/{key}/{step}"),
        due: due.map(|d| d.on),
        what: words::task(step, count(seats)),
        reason: words::task_reason(view.style(), end, due.and_then(|d| d.counted)),
        about: words::task_about(view.council.body_name(body, view.year())),
        target: Target { body: Some(key), ..Target::new("members", Some("round".to_owned()), Some("round")) }
            .with_record(end),
    }
}
