//! What is due for a meeting: who came, for how long, at which rate.

use super::PayBook;
use crate::council::App;
use crate::error::Result;
use crate::snapshot::{Sitting, Snapshot};
use crate::text::pay as words;
use entaku_domain::appointment::{Appointment, MemberKind};
use entaku_domain::body::Verb;
use entaku_domain::day::TimeOfDay;
use entaku_domain::id::AppointmentId;
use entaku_domain::meeting::{Meeting, Presence};
use entaku_domain::pay::{PayKind, PayStanding, rate};
use entaku_domain::seat::Filler;
use std::collections::BTreeMap;

/// What is due for one member at one meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// In yen.
    pub fee: u32,
    /// In yen.
    pub travel: u32,
    /// How it was counted.
    pub basis: String,
    /// The name.
    pub name: String,
    /// Organisation and post.
    pub affiliation: String,
}

/// Somebody who came and is not paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unpaid {
    /// The appointment: namesakes are two.
    pub appointment: AppointmentId,
    /// The name.
    pub name: String,
    /// Why, in words.
    pub reason: String,
}

/// What is due for a meeting, and who came and is not paid.
#[derive(Debug, Default)]
pub struct Dues {
    /// By appointment.
    pub due: BTreeMap<AppointmentId, Due>,
    /// In the body's order.
    pub unpaid: Vec<Unpaid>,
}

/// Whether a member is paid: as the office has set it; full-time officials who sit by
/// their post or were assigned are not, where it has set nothing.
pub fn pay_standing(book: &PayBook, council: &Snapshot, appointment: &Appointment) -> PayStanding {
    if let Some(exception) = book.exception(appointment.id) {
        return exception.standing;
    }
    let seat = council.seats.iter().find(|s| s.id == appointment.seat);
    let by_post = seat.is_some_and(|s| matches!(s.filler, Filler::Post(_)));
    let official = by_post || matches!(appointment.verb, Verb::Assign | Verb::ExOfficio);
    if official { PayStanding::Official } else { PayStanding::Paid }
}

impl App {
    /// What is due for a meeting that was held.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) fn pay_dues(&self, council: &Snapshot, book: &PayBook, m: &Meeting) -> Result<Dues> {
        let mut dues = Dues::default();
        if !m.state.is_over() || book.kind(m.body) == PayKind::None {
            return Ok(dues);
        }
        let register = self.register(m.id, &[])?;
        let facts = self.store.meeting_day(m.id)?;
        let kept = |text: &Option<String>| text.as_deref().and_then(TimeOfDay::read);
        let opened = facts.as_ref().and_then(|d| d.opened).or_else(|| kept(&m.start));
        let closed = facts.as_ref().and_then(|d| d.closed).or_else(|| kept(&m.end));
        let mut sittings = council.at_meeting(m);
        sittings.sort_by_cached_key(|s| council.officer_rank(m.body, s, m.date));
        for sitting in &sittings {
            let Some(appointment) = sitting.appointment else { continue };
            let Some(taken) = register.of(appointment.id).filter(|a| a.presence.is_there()) else { continue };
            let minutes = register.minutes(appointment.id, opened, closed);
            match due(book, council, m, sitting, taken.presence, minutes) {
                Ok(found) => drop(dues.due.insert(appointment.id, found)),
                Err(Some(unpaid)) => dues.unpaid.push(unpaid),
                Err(None) => {}
            }
        }
        Ok(dues)
    }
}

/// What one member gets, or why nothing.
fn due(
    book: &PayBook,
    council: &Snapshot,
    m: &Meeting,
    sitting: &Sitting<'_>,
    presence: Presence,
    minutes: Option<u16>,
) -> std::result::Result<Due, Option<Unpaid>> {
    let (appointment, person) = sitting.appointment.zip(sitting.person).ok_or(None)?;
    let name = person.name_on(m.date).full();
    let unpaid = |reason: String| Some(Unpaid { appointment: appointment.id, name: name.clone(), reason });
    let standing = pay_standing(book, council, appointment);
    if standing != PayStanding::Paid {
        let note = book.exception(appointment.id).and_then(|e| e.note.clone());
        return Err(unpaid(words::unpaid(standing, note.as_deref())));
    }
    if appointment.kind == MemberKind::Observer {
        return Err(unpaid(words::OBSERVER.to_owned()));
    }
    let title = council.office_title(m.body, person.id, m.date);
    let found = rate(&book.rates, m.body, title, m.date).ok_or_else(|| unpaid(words::NO_RATE.to_owned()))?;
    let fee = found.fee(minutes);
    // Nobody travels to a screen.
    let travels = presence != Presence::Online;
    let travel = book.travel(appointment.id, Some(m.id)).filter(|_| travels).map_or(0, |t| t.amount);
    Ok(Due {
        fee: fee.yen,
        travel,
        basis: words::basis(found, fee, minutes),
        name,
        affiliation: council.affiliation_text(person.id, m.date),
    })
}
