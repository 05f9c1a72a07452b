//! The seating plan (席次表) of a meeting, from who sits in its body.

use crate::snapshot::{Sitting, Snapshot};
use crate::text::labels;
use entaku_documents::{Audience, Seat, SeatRole, SeatingPlan, SeatingShape};
use entaku_domain::body::Body;
use entaku_domain::meeting::{Layout, Meeting};
use entaku_domain::person::{PersonName, Publication};
use entaku_domain::short_name::short_names;

/// The seating plan: officers at the head, members in the roster's order, the
/// secretariat at the foot.
pub fn plan(council: &Snapshot, meeting: &Meeting, body: &Body, name: &str, audience: Audience) -> SeatingPlan {
    let mut sittings: Vec<Sitting<'_>> =
        council.sittings(body.id, meeting.date).into_iter().filter(|s| s.person.is_some()).collect();
    sittings.sort_by_key(|s| council.officer_rank(body.id, s, meeting.date));
    let names: Vec<PersonName> = sittings.iter().filter_map(|s| s.person).map(|p| p.name.clone()).collect();
    let mut seats: Vec<Seat> = sittings
        .iter()
        .zip(short_names(&names))
        .map(|(s, short)| member_seat(council, meeting, body, s, short, audience))
        .collect();
    seats.extend(meeting.secretariat.iter().map(|who| Seat {
        role: SeatRole::Secretariat,
        name: who.clone(),
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
        interpreters: interpreters(&sittings),
        audience: (meeting.closed_reason.is_none() && meeting.copies.audience > 0).then_some(meeting.copies.audience),
        press: (meeting.closed_reason.is_none() && meeting.copies.press > 0).then_some(meeting.copies.press),
    }
}

fn member_seat(
    council: &Snapshot,
    meeting: &Meeting,
    body: &Body,
    sitting: &Sitting<'_>,
    short: String,
    audience: Audience,
) -> Seat {
    let person = sitting.person;
    let title = person.and_then(|p| council.office_title(body.id, p.id, meeting.date));
    let hidden = audience == Audience::Public && person.is_some_and(|p| p.publication != Publication::Name);
    Seat {
        role: if title.is_some() { SeatRole::Chair } else { SeatRole::Member },
        name: if hidden { labels::MEMBER.to_owned() } else { short },
        post: title.unwrap_or(labels::MEMBER).to_owned(),
    }
}

/// Interpreters whom the members present need, each kind once.
fn interpreters(sittings: &[Sitting<'_>]) -> Vec<String> {
    let mut needed: Vec<String> = sittings
        .iter()
        .filter_map(|s| s.person)
        .flat_map(|p| p.needs.iter())
        .filter(|n| labels::is_interpreter(n))
        .cloned()
        .collect();
    needed.sort();
    needed.dedup();
    needed
}
