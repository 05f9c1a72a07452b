//! Substitutes (代理者): registered for a seat, or for one member in it, with their
//! days. They are offered as a proxy's name at a meeting.

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::names::refused;
use crate::snapshot::{Sitting, Snapshot};
use entaku_domain::id::{PersonId, SeatId, SubstituteId};
use entaku_domain::person_fault::PersonFault;
use entaku_domain::seat::Seat;
use entaku_domain::substitute::{Substitute, check_substitute};
use entaku_domain::{Day, FiscalYear};
use entaku_store::Action;

/// A substitute to be registered.
#[derive(Debug, Clone)]
pub struct AddSubstitute {
    /// The seat.
    pub seat: SeatId,
    /// The member; none for whoever sits there.
    pub member: Option<PersonId>,
    /// Who stands in.
    pub person: PersonId,
    /// First day.
    pub from: Option<Day>,
    /// Last day.
    pub to: Option<Day>,
}

/// A substitute as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct SubstituteLine {
    /// Its identifier.
    pub id: String,
    /// The seat's identifier.
    pub seat: String,
    /// The body's name.
    pub body_name: String,
    /// The member's identifier; none where it is for whoever sits there.
    pub member: Option<String>,
    /// The member's name.
    pub member_name: Option<String>,
    /// Who stands in: their identifier.
    pub person: String,
    /// Their name.
    pub name: String,
    /// Where they belong.
    pub affiliation: String,
    /// First day, ISO.
    pub from: Option<String>,
    /// Last day, ISO.
    pub to: Option<String>,
    /// Whether it holds on the day asked for.
    pub now: bool,
}

impl App {
    /// Registers a substitute (「代理者の登録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`], [`AppError::UnknownPerson`]; [`AppError::Rules`] for
    /// somebody who stands in for themselves, sits in the body as a member, or is
    /// registered there already.
    pub fn add_substitute(&mut self, ask: &AddSubstitute) -> Result<Written<SubstituteId>> {
        let council = self.snapshot()?;
        let new = Substitute {
            id: SubstituteId::new(uuid::Uuid::nil()),
            seat: ask.seat,
            member: ask.member,
            person: ask.person,
            from: ask.from,
            to: ask.to,
        };
        let subject = check(&council, &new)?;
        self.change(Action::new("add_substitute").about(subject), Vec::new(), |tx| {
            let id = SubstituteId::new(tx.new_id());
            tx.put_substitute(&Substitute { id, ..new })?;
            Ok(id)
        })
    }

    /// Mends a substitute's days (「代理者の登録の訂正」).
    ///
    /// # Errors
    /// As [`App::add_substitute`].
    pub fn update_substitute(&mut self, id: SubstituteId, from: Option<Day>, to: Option<Day>) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = self.store.substitute(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        let new = Substitute { from, to, ..old };
        let subject = check(&council, &new)?;
        self.change(Action::new("update_substitute").about(subject), Vec::new(), |tx| Ok(tx.put_substitute(&new)?))
    }

    /// Takes a substitute's registration back (「代理者の登録の取消し」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_substitute(&mut self, id: SubstituteId) -> Result<Written<()>> {
        let old = self.store.substitute(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        let subject = self.known_person(old.person)?.name.full();
        self.change(Action::new("remove_substitute").about(subject), Vec::new(), |tx| Ok(tx.remove_substitute(id)?))
    }
}

/// What the rules say of a substitute; answers the name.
fn check(council: &Snapshot, new: &Substitute) -> Result<String> {
    let person = council.person(new.person).ok_or_else(|| AppError::UnknownPerson(new.person.to_string()))?;
    let seat = seat(council, new.seat)?;
    if new.from.zip(new.to).is_some_and(|(from, to)| to < from) {
        return Err(refused(PersonFault::DaysReversed));
    }
    let same = |s: &&Substitute| {
        s.id != new.id && (s.seat, s.member, s.person) == (new.seat, new.member, new.person) && s.meets(new)
    };
    if council.substitutes.iter().any(|s| same(&s)) {
        return Err(refused(PersonFault::SubstituteTwice));
    }
    check_substitute(new, seat.body, &council.appointments).map_or(Ok(person.name.full()), |wrong| Err(refused(wrong)))
}

fn seat(council: &Snapshot, id: SeatId) -> Result<&Seat> {
    council.seats.iter().find(|s| s.id == id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))
}

/// A substitute in words.
fn line(council: &Snapshot, s: &Substitute, on: Day) -> Option<SubstituteLine> {
    let seat = seat(council, s.seat).ok()?;
    Some(SubstituteLine {
        id: s.id.to_string(),
        seat: s.seat.to_string(),
        body_name: council.body_name(seat.body, FiscalYear::of(on)).to_owned(),
        member: s.member.map(|m| m.to_string()),
        member_name: s.member.and_then(|m| council.name_of(m, on)),
        person: s.person.to_string(),
        name: council.name_of(s.person, on)?,
        affiliation: council.affiliation_text(s.person, on),
        from: s.from.map(|d| d.to_string()),
        to: s.to.map(|d| d.to_string()),
        now: s.holds_on(on),
    })
}

/// Who may stand in for a person in the seats where they sit on a day, or did.
pub(crate) fn standing_in_for(council: &Snapshot, person: PersonId, on: Day) -> Vec<SubstituteLine> {
    let seats: Vec<SeatId> = council
        .appointments_of(person)
        .filter(|a| a.last_day().is_none_or(|last| on <= last))
        .map(|a| a.seat)
        .collect();
    let own = |s: &&Substitute| s.member == Some(person) || (s.member.is_none() && seats.contains(&s.seat));
    council.substitutes.iter().filter(own).filter_map(|s| line(council, s, on)).collect()
}

/// For whom a person may stand in.
pub(crate) fn stands_in(council: &Snapshot, person: PersonId, on: Day) -> Vec<SubstituteLine> {
    council.substitutes.iter().filter(|s| s.person == person).filter_map(|s| line(council, s, on)).collect()
}

/// The names of who may stand in at a seat on a day.
pub(crate) fn names(council: &Snapshot, sitting: &Sitting<'_>, on: Day) -> Vec<String> {
    council.substitutes_for(sitting, on).into_iter().filter_map(|s| council.name_of(s.person, on)).collect()
}
