//! The seating plan (席次表) of a meeting, from who sits in its body.

pub mod room;

use crate::publication::{self, Withheld};
use crate::snapshot::{Sitting, Snapshot};
use crate::text::labels;
use entaku_documents::{Audience, Seat, SeatRole, SeatingPlan, SeatingShape};
use entaku_domain::body::Body;
use entaku_domain::meeting::{Layout, Meeting};
use entaku_domain::person::Person;

/// The seating plan: officers at the head, members in the roster's order, the
/// secretariat at the foot.
/// Where the office has placed anybody, everybody sits as placed.
pub fn plan(
    council: &Snapshot,
    meeting: &Meeting,
    body: &Body,
    name: &str,
    audience: Audience,
    record: &room::SeatRecord,
) -> SeatingPlan {
    let mut sittings: Vec<Sitting<'_>> =
        council.sittings(body.id, meeting.date).into_iter().filter(|s| s.person.is_some()).collect();
    sittings.sort_by_cached_key(|s| council.officer_rank(body.id, s, meeting.date));
    let people: Vec<&Person> = sittings.iter().filter_map(|s| s.person).collect();
    let mut seats: Vec<Seat> = people
        .iter()
        .zip(publication::short_names(&people, meeting.date, audience))
        .map(|(person, short)| member_seat(council, meeting, body, person, short))
        .collect();
    let withheld = Withheld::from(council, audience);
    seats.extend(meeting.secretariat.iter().map(|who| Seat {
        role: SeatRole::Secretariat,
        name: withheld.conceal(who, labels::SECRETARIAT),
        post: labels::SECRETARIAT.to_owned(),
    }));
    SeatingPlan {
        council: council.council.name.clone(),
        meeting: name.to_owned(),
        date: council.council.date_style.day_with_weekday(meeting.date),
        place: meeting.place.clone(),
        shape: match meeting.layout {
            Layout::Square => SeatingShape::Square,
            Layout::Horseshoe => SeatingShape::Horseshoe,
            Layout::School => SeatingShape::School,
        },
        seats,
        interpreters: interpreters(&people, audience),
        audience: (meeting.closed_reason.is_none() && meeting.copies.audience > 0).then_some(meeting.copies.audience),
        press: (meeting.closed_reason.is_none() && meeting.copies.press > 0).then_some(meeting.copies.press),
        room: record.room.as_ref().map(|_| room::printed(council, meeting, record, audience)),
    }
}

fn member_seat(council: &Snapshot, meeting: &Meeting, body: &Body, person: &Person, short: String) -> Seat {
    let title = council.office_title(body.id, person.id, meeting.date);
    Seat {
        role: if title.is_some() { SeatRole::Chair } else { SeatRole::Member },
        name: short,
        post: title.unwrap_or(labels::MEMBER).to_owned(),
    }
}

/// Interpreters whom the members present need, each kind once. What members need
/// is nobody's business outside: in public there are none.
fn interpreters(people: &[&Person], audience: Audience) -> Vec<String> {
    if audience == Audience::Public {
        return Vec::new();
    }
    let needs = people.iter().flat_map(|p| p.needs.iter());
    let mut needed: Vec<String> = needs.filter(|n| labels::is_interpreter(n)).cloned().collect();
    needed.sort();
    needed.dedup();
    needed
}
