//! Which seats belong to a round, each with what is known of it.

use super::by_seat;
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use entaku_domain::Day;
use entaku_domain::appointment::Appointment;
use entaku_domain::id::{BodyId, OrganizationId, PersonId, SeatId};
use entaku_domain::round::{Next, RoundFault, Way};
use entaku_domain::seat::{Filler, Seat};
use entaku_domain::selection::Nomination;
use entaku_domain::violation::Violation;
use entaku_store::Store;
use std::collections::{BTreeMap, BTreeSet};

/// A seat in a round.
#[derive(Debug, Clone)]
pub(crate) struct Place<'a> {
    pub seat: &'a Seat,
    /// Counted from 1 within the body.
    pub number: u32,
    pub way: Way,
    /// Who is asked.
    pub organization: Option<OrganizationId>,
    /// Who sits there until the round.
    pub present: Option<&'a Appointment>,
    /// Who sat there last, where nobody does.
    pub last: Option<&'a Appointment>,
    /// As recorded, or as it would begin.
    pub nomination: Nomination,
    /// Whether it is recorded.
    pub is_recorded: bool,
    /// The appointment for the new term.
    pub new: Option<&'a Appointment>,
    /// The seat is closed with the round.
    pub is_closed: bool,
}

impl Place<'_> {
    /// Whether nothing is left to be done. A new term that was recorded without a
    /// nomination is none of the round's business.
    pub(crate) fn is_through(&self) -> bool {
        if !self.is_recorded {
            return self.new.is_some();
        }
        self.nomination.next(self.way, self.new.is_some()) == Next::Nothing
    }
}

/// What the seats are looked up in.
struct Shelf<'a> {
    seats: BTreeMap<SeatId, Vec<&'a Appointment>>,
    nominations: BTreeMap<SeatId, Nomination>,
    numbers: BTreeMap<SeatId, u32>,
}

impl<'a> Shelf<'a> {
    fn of(store: &Store, council: &'a Snapshot, on: Option<Day>, today: Day) -> Result<Self> {
        let seats = by_seat(council);
        let mut nominations = BTreeMap::new();
        // In the order of asking: the latest one of a seat stays.
        for nomination in store.nominations()?.into_iter().filter(|n| n.round_on == on) {
            let own = seats.get(&nomination.seat).map(Vec::as_slice).unwrap_or_default();
            if on.is_some() || !is_spent(&nomination, own, today) {
                nominations.insert(nomination.seat, nomination);
            }
        }
        Ok(Self { nominations, numbers: numbers(council, on.unwrap_or(today)), seats })
    }
}

/// Whether a nomination in mid-term belongs to a vacancy of the past: the seat was
/// taken by hand after it was asked for, or all is done, or whom it led to is leaving.
fn is_spent(nomination: &Nomination, own: &[&Appointment], today: Day) -> bool {
    let Some(id) = nomination.appointment else {
        let begun = nomination.asked_on.or(nomination.decided_on);
        return begun.is_some_and(|begun| own.iter().any(|a| a.start >= begun && fills(own, a, today)));
    };
    let is_done = nomination.letter_on.is_some() && nomination.roster_on.is_some();
    let led_to = own.iter().find(|a| a.id == id);
    is_done || led_to.is_none_or(|a| a.ended_on.is_some() || a.last_day().is_some_and(|last| last < today))
}

/// Whether an appointment fills what came before it in its seat. Where somebody left
/// early, their seat's next term, which may have been recorded before, does not: the
/// rest of theirs stays vacant until then.
pub(crate) fn fills(own: &[&Appointment], new: &Appointment, today: Day) -> bool {
    let before = own.iter().filter(|a| a.start < new.start && a.id != new.id).max_by_key(|a| a.start);
    let planned = before.filter(|a| a.ended_on.is_some()).and_then(|a| a.end);
    planned.is_none_or(|end| end < today || new.start <= end)
}

/// The nominations that are under way and name a person: for rounds to come, and in mid-term.
///
/// # Errors
/// Those of the store.
pub(crate) fn naming(store: &Store, council: &Snapshot, person: PersonId, today: Day) -> Result<Vec<Nomination>> {
    let seats = by_seat(council);
    let own = |n: &Nomination| seats.get(&n.seat).map(Vec::as_slice).unwrap_or_default();
    let mut found = store.nominations()?;
    found.retain(|n| {
        let is_open = n.round_on.map_or_else(|| !is_spent(n, own(n), today), |on| on >= today);
        n.person == Some(person) && n.appointment.is_none() && is_open
    });
    Ok(found)
}

/// The nomination in mid-term that an appointment to a seat brings to its end; none
/// where the appointment is for a term after the vacancy.
///
/// # Errors
/// Those of the store.
pub(crate) fn filled_by(
    store: &Store,
    council: &Snapshot,
    new: &Appointment,
    today: Day,
) -> Result<Option<Nomination>> {
    let mut shelf = Shelf::of(store, council, None, today)?;
    let own = shelf.seats.get(&new.seat).map(Vec::as_slice).unwrap_or_default();
    let is_meant = fills(own, new, today);
    let open = shelf.nominations.remove(&new.seat).filter(|n| n.appointment.is_none());
    Ok(open.filter(|_| is_meant))
}

/// The seats named, each as it stands in a round. Without a day, any seat may be
/// meant: its vacancy may lie ahead.
///
/// # Errors
/// [`AppError::UnknownRecord`]; [`AppError::Rules`] for a seat that follows from an
/// office, or that is not in the round.
pub(crate) fn named<'a>(
    store: &Store,
    council: &'a Snapshot,
    on: Option<Day>,
    today: Day,
    seats: &[SeatId],
) -> Result<Vec<Place<'a>>> {
    let shelf = Shelf::of(store, council, on, today)?;
    let wanted: BTreeSet<SeatId> = seats.iter().copied().collect();
    let mut found = Vec::new();
    for seat in council.seats.iter().filter(|s| wanted.contains(&s.id)) {
        if matches!(seat.filler, Filler::HeadOf(_)) {
            return Err(AppError::Rules(vec![Violation::Round(RoundFault::Derived)]));
        }
        let place = match on {
            Some(on) => in_round(&shelf, seat, on)
                .ok_or_else(|| AppError::Rules(vec![Violation::Round(RoundFault::NotInRound { on })]))?,
            None => mid_term(&shelf, seat, today).ok_or_else(|| AppError::UnknownRecord(seat.id.to_string()))?,
        };
        found.push(place);
    }
    match wanted.iter().find(|id| !found.iter().any(|p| p.seat.id == **id)) {
        Some(unknown) => Err(AppError::UnknownRecord(unknown.to_string())),
        None => Ok(found),
    }
}

/// The seats of a round on an end of terms: those whose terms end, those that are
/// vacant then in the same bodies, and those with a nomination for it. Without a
/// day: seats that are vacant today, and nominations in mid-term that are not through.
pub(crate) fn gather<'a>(store: &Store, council: &'a Snapshot, on: Option<Day>, today: Day) -> Result<Vec<Place<'a>>> {
    let shelf = Shelf::of(store, council, on, today)?;
    let places = council.seats.iter().filter_map(|seat| match on {
        Some(on) => in_round(&shelf, seat, on),
        None => in_mid_term(&shelf, seat, today),
    });
    let mut places: Vec<Place<'_>> = places.collect();
    if on.is_some() {
        let ending: BTreeSet<BodyId> = places.iter().filter(|p| p.present.is_some()).map(|p| p.seat.body).collect();
        places.retain(|p| p.is_recorded || ending.contains(&p.seat.body));
    }
    Ok(places)
}

fn numbers(council: &Snapshot, on: Day) -> BTreeMap<SeatId, u32> {
    let mut last: BTreeMap<BodyId, u32> = BTreeMap::new();
    let there = council.seats.iter().filter(|s| s.exists_on(on));
    let number = |s: &Seat| {
        let next = last.entry(s.body).or_default();
        *next += 1;
        (s.id, *next)
    };
    there.map(number).collect()
}

fn in_round<'a>(shelf: &Shelf<'a>, seat: &'a Seat, on: Day) -> Option<Place<'a>> {
    let own = shelf.seats.get(&seat.id).map(Vec::as_slice).unwrap_or_default();
    let next_day = on.succ_opt()?;
    let nomination = shelf.nominations.get(&seat.id);
    let present = own.iter().find(|a| a.last_day() == Some(on)).copied();
    let is_vacant = seat.is_to_be_filled() && seat.exists_on(on) && !own.iter().any(|a| a.is_open_on(on));
    let is_closed = !seat.exists_on(next_day);
    if present.is_none() && nomination.is_none() && (!is_vacant || is_closed) {
        return None;
    }
    let last = own.iter().filter(|a| a.start <= on).max_by_key(|a| a.start).copied();
    let new = own.iter().filter(|a| a.start > on).min_by_key(|a| a.start).copied();
    place(shelf, seat, Some(on), Around { present, last, new, is_closed })
}

/// A seat whose vacancy is filled, whatever its state.
fn mid_term<'a>(shelf: &Shelf<'a>, seat: &'a Seat, today: Day) -> Option<Place<'a>> {
    let own = shelf.seats.get(&seat.id).map(Vec::as_slice).unwrap_or_default();
    let led_to = shelf.nominations.get(&seat.id).and_then(|n| n.appointment);
    let linked = |a: &&&Appointment| led_to.map_or_else(|| a.start > today && fills(own, a, today), |id| a.id == id);
    let new = own.iter().find(linked).copied();
    let last = own.iter().filter(|a| a.start <= today && new.is_none_or(|n| n.id != a.id)).max_by_key(|a| a.start);
    place(shelf, seat, None, Around { present: None, last: last.copied(), new, is_closed: false })
}

/// Vacant today, or soon because somebody leaves early; or a nomination that is not through.
fn in_mid_term<'a>(shelf: &Shelf<'a>, seat: &'a Seat, today: Day) -> Option<Place<'a>> {
    let found = mid_term(shelf, seat, today)?;
    // A seat that was taken otherwise ended its nomination.
    if found.nomination.appointment.is_none() && found.new.is_some() {
        return None;
    }
    let own = shelf.seats.get(&seat.id).map(Vec::as_slice).unwrap_or_default();
    let sits = own.iter().find(|a| a.is_open_on(today));
    let leaves = sits.is_some_and(|a| a.ended_on.and_then(|d| d.succ_opt()).is_some_and(|next| seat.exists_on(next)));
    let (is_vacant, leaves) = (seat.exists_on(today) && sits.is_none(), leaves && seat.is_to_be_filled());
    let is_vacant = is_vacant && seat.is_to_be_filled();
    let open = found.is_recorded && !found.is_through();
    (open || ((is_vacant || leaves) && found.new.is_none())).then_some(found)
}

/// Who sits in a seat before and after.
struct Around<'a> {
    present: Option<&'a Appointment>,
    last: Option<&'a Appointment>,
    new: Option<&'a Appointment>,
    is_closed: bool,
}

fn place<'a>(shelf: &Shelf<'a>, seat: &'a Seat, on: Option<Day>, around: Around<'a>) -> Option<Place<'a>> {
    let recorded = shelf.nominations.get(&seat.id);
    let nomination = recorded.cloned().unwrap_or_else(|| begun(seat, on));
    let asks = nomination.organization;
    Some(Place {
        way: Way::of(seat.filler, asks.is_some())?,
        number: shelf.numbers.get(&seat.id).copied().unwrap_or_default(),
        organization: asks,
        is_recorded: recorded.is_some(),
        present: around.present,
        last: around.last,
        new: around.new,
        is_closed: around.is_closed,
        seat,
        nomination,
    })
}

/// A nomination as it begins; its identifier is not yet one.
pub(super) fn begun(seat: &Seat, on: Option<Day>) -> Nomination {
    let id = entaku_domain::id::NominationId::new(uuid::Uuid::nil());
    let organization = match seat.filler {
        Filler::Organization(id) => Some(id),
        Filler::Person => seat.nominator,
        Filler::Post(_) | Filler::HeadOf(_) => None,
    };
    Nomination { organization, ..Nomination::new(id, seat.id, on) }
}
