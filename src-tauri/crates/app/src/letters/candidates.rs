//! For whom a letter may be made: the list from which a screen lets choose.

use super::recipients::{appointed, sender};
use crate::council::App;
use crate::error::Result;
use crate::snapshot::Snapshot;
use entaku_domain::appointment::Appointment;
use entaku_domain::id::{AppointmentId, SeatId};
use entaku_domain::letter::{LetterKind, LetterNumber};
use entaku_domain::seat::{Filler, Seat};
use entaku_domain::service::GAP_DAYS;
use entaku_domain::{Day, FiscalYear};

/// Who left is offered for letters until so many days later.
const LEFT: chrono::TimeDelta = chrono::TimeDelta::days(400);
/// Who is to leave is offered so many days before.
const LEAVES: chrono::TimeDelta = chrono::TimeDelta::days(100);

/// Somebody, or a seat, for whom a letter may be made.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct LetterCandidate {
    /// The appointment; none for a seat.
    pub appointment: Option<String>,
    /// The seat.
    pub seat: String,
    /// The person; none for a vacant seat.
    pub person: Option<String>,
    /// The name; empty for a vacant seat.
    pub name: String,
    /// Organisation and post, or what the seat expects.
    pub affiliation: String,
    /// The organisation that nominates or sends; empty for none.
    pub organization: String,
    /// Handle of the body.
    pub body: String,
    /// Name of the body.
    pub body_name: String,
    /// The category's number.
    pub category: Option<u8>,
    /// 委嘱, 任命, in Japanese; empty for a seat.
    pub verb: String,
    /// First day, ISO.
    pub start: Option<String>,
    /// Last day, ISO.
    pub end: Option<String>,
    /// Numbers of letters of this kind that it has already.
    pub numbers: Vec<String>,
}

impl App {
    /// For whom a kind of letter may be made on a day: seats for what is asked of
    /// organisations; those who leave or have left, and are not appointed again, for
    /// what is sent at the end;
    /// members of organisations for what tells these of them; all who are or will be
    /// members otherwise, and for a letter of resignation those who have just left,
    /// too. An appointment that is named is among them whenever it was.
    ///
    /// # Errors
    /// Those of the store.
    pub fn letter_candidates(
        &self,
        kind: LetterKind,
        on: Day,
        named: Option<AppointmentId>,
    ) -> Result<Vec<LetterCandidate>> {
        let council = self.snapshot()?;
        let taken: Vec<LetterNumber> = self.store().letter_numbers()?.into_iter().filter(|n| n.kind == kind).collect();
        let list = Candidates { council: &council, taken: &taken, on };
        let stays = |a: &Appointment| a.last_day().is_none_or(|last| on <= last);
        let has_left = |a: &Appointment| a.ended_on.is_some_and(|left| on - LEFT <= left);
        let is_named = |a: &Appointment| Some(a.id) == named;
        Ok(match kind {
            LetterKind::Request | LetterKind::Recommendation => list.seats(),
            LetterKind::Release | LetterKind::Thanks => {
                let ends = |a: &Appointment| a.last_day().is_some_and(|last| on - LEFT <= last && last <= on + LEAVES);
                list.members(|a| is_named(a) || ends(a) && !stays_on(&council, a))
            }
            LetterKind::Resignation => list.members(|a| is_named(a) || stays(a) || has_left(a)),
            LetterKind::Notice => {
                list.members(|a| (is_named(a) || stays(a)) && appointed(&council, a).organization.is_some())
            }
            _ => list.members(|a| is_named(a) || stays(a)),
        })
    }
}

/// Whether the person goes on in the body, by a next term that follows on this one.
fn stays_on(council: &Snapshot, a: &Appointment) -> bool {
    let Some(last) = a.last_day() else { return true };
    let follows = |start: Day| start > last && (start - last).num_days() - 1 <= GAP_DAYS;
    council.appointments.iter().any(|other| other.person == a.person && other.body == a.body && follows(other.start))
}

struct Candidates<'a> {
    council: &'a Snapshot,
    taken: &'a [LetterNumber],
    on: Day,
}

impl Candidates<'_> {
    fn members(&self, wanted: impl Fn(&Appointment) -> bool) -> Vec<LetterCandidate> {
        let council = self.council;
        let mut found: Vec<&Appointment> = council.appointments.iter().filter(|a| wanted(a)).collect();
        let place = |a: &Appointment| {
            let seat = council.seats.iter().find(|s| s.id == a.seat);
            (council.body_by_id(a.body).map(|b| b.order), seat.map(|s| (s.category, s.order)), a.start)
        };
        found.sort_by_cached_key(|a| place(a));
        found.into_iter().map(|a| self.member(a)).collect()
    }

    fn member(&self, a: &Appointment) -> LetterCandidate {
        let council = self.council;
        let day = self.on.max(a.start);
        let organization = council.organization_id(a.person, day);
        LetterCandidate {
            appointment: Some(a.id.to_string()),
            person: Some(a.person.to_string()),
            name: council.person(a.person).map(|p| p.name_on(day).full()).unwrap_or_default(),
            affiliation: council.affiliation_text(a.person, day),
            organization: organization.map(|o| council.organization_name(o, day).to_owned()).unwrap_or_default(),
            verb: a.verb.label().to_owned(),
            start: Some(a.start.to_string()),
            end: a.last_day().map(|d| d.to_string()),
            numbers: self.numbers(Some(a.id), a.seat),
            ..self.place(a.seat, a.body, a.category, a.start)
        }
    }

    fn seats(&self) -> Vec<LetterCandidate> {
        let asked = |s: &&Seat| s.exists_on(self.on) && !matches!(s.filler, Filler::HeadOf(_)) && sender(s).is_some();
        self.council.seats.iter().filter(asked).map(|s| self.seat(s)).collect()
    }

    fn seat(&self, seat: &Seat) -> LetterCandidate {
        let council = self.council;
        let sits = council.appointments.iter().find(|a| a.seat == seat.id && a.is_open_on(self.on));
        let organization = sender(seat).map(|o| council.organization_name(o, self.on).to_owned()).unwrap_or_default();
        LetterCandidate {
            person: sits.map(|a| a.person.to_string()),
            name: sits.and_then(|a| council.person(a.person)).map(|p| p.name_on(self.on).full()).unwrap_or_default(),
            affiliation: organization.clone(),
            organization,
            start: sits.map(|a| a.start.to_string()),
            end: sits.and_then(Appointment::last_day).map(|d| d.to_string()),
            numbers: self.numbers(None, seat.id),
            ..self.place(seat.id, seat.body, seat.category, self.on)
        }
    }

    /// Where it is, and nothing more.
    fn place(&self, seat: SeatId, body: entaku_domain::id::BodyId, category: Option<u8>, on: Day) -> LetterCandidate {
        LetterCandidate {
            appointment: None,
            seat: seat.to_string(),
            person: None,
            name: String::new(),
            affiliation: String::new(),
            organization: String::new(),
            body: self.council.body_by_id(body).map(|b| b.key.clone()).unwrap_or_default(),
            body_name: self.council.body_name(body, FiscalYear::of(on)).to_owned(),
            category,
            verb: String::new(),
            start: None,
            end: None,
            numbers: Vec::new(),
        }
    }

    fn numbers(&self, appointment: Option<AppointmentId>, seat: SeatId) -> Vec<String> {
        let same = |n: &&LetterNumber| match appointment {
            Some(id) => n.appointment == Some(id),
            None => n.seat == Some(seat),
        };
        self.taken.iter().filter(same).map(|n| n.text.clone()).collect()
    }
}
