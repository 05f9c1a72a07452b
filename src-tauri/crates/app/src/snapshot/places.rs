//! Where in the council's lists each record stands. Made once when the council is
//! read: a document of ten thousand seats must not search the lists line by line.

use entaku_domain::appointment::Appointment;
use entaku_domain::body::{Body, BodyVersion};
use entaku_domain::id::{AppointmentId, BodyId, PersonId, SeatId};
use entaku_domain::office::Office;
use entaku_domain::seat::Seat;
use std::collections::BTreeMap;

/// Indices into the lists of a [`super::Snapshot`], each in the list's order.
#[derive(Debug)]
pub(super) struct Places {
    bodies: BTreeMap<BodyId, Vec<usize>>,
    versions: BTreeMap<BodyId, Vec<usize>>,
    seats: BTreeMap<BodyId, Vec<usize>>,
    appointments: BTreeMap<AppointmentId, Vec<usize>>,
    of_seat: BTreeMap<SeatId, Vec<usize>>,
    of_person: BTreeMap<PersonId, Vec<usize>>,
    offices: BTreeMap<BodyId, Vec<usize>>,
    held: BTreeMap<(BodyId, PersonId), Vec<usize>>,
}

impl Places {
    pub(super) fn of(
        bodies: &[Body],
        versions: &[BodyVersion],
        seats: &[Seat],
        appointments: &[Appointment],
        offices: &[Office],
    ) -> Self {
        Self {
            bodies: by(bodies, |b| b.id),
            versions: by(versions, |v| v.body),
            seats: by(seats, |s| s.body),
            appointments: by(appointments, |a| a.id),
            of_seat: by(appointments, |a| a.seat),
            of_person: by(appointments, |a| a.person),
            offices: by(offices, |o| o.body),
            held: by(offices, |o| (o.body, o.person)),
        }
    }

    pub(super) fn body(&self, id: BodyId) -> &[usize] {
        at(&self.bodies, &id)
    }

    pub(super) fn versions(&self, body: BodyId) -> &[usize] {
        at(&self.versions, &body)
    }

    pub(super) fn seats(&self, body: BodyId) -> &[usize] {
        at(&self.seats, &body)
    }

    pub(super) fn appointment(&self, id: AppointmentId) -> &[usize] {
        at(&self.appointments, &id)
    }

    pub(super) fn of_seat(&self, seat: SeatId) -> &[usize] {
        at(&self.of_seat, &seat)
    }

    pub(super) fn of_person(&self, person: PersonId) -> &[usize] {
        at(&self.of_person, &person)
    }

    pub(super) fn offices(&self, body: BodyId) -> &[usize] {
        at(&self.offices, &body)
    }

    pub(super) fn held(&self, body: BodyId, person: PersonId) -> &[usize] {
        at(&self.held, &(body, person))
    }
}

fn by<T, K: Ord>(list: &[T], key: impl Fn(&T) -> K) -> BTreeMap<K, Vec<usize>> {
    let mut places: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (place, record) in list.iter().enumerate() {
        places.entry(key(record)).or_default().push(place);
    }
    places
}

fn at<'a, K: Ord>(places: &'a BTreeMap<K, Vec<usize>>, key: &K) -> &'a [usize] {
    places.get(key).map(Vec::as_slice).unwrap_or_default()
}
