//! Substitutes (代理者): who is registered to stand in for a member.

use crate::Day;
use crate::appointment::{Appointment, MemberKind};
use crate::id::{BodyId, PersonId, SeatId, SubstituteId};
use crate::person_fault::PersonFault;

/// A person who stands in at a seat, over some days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Substitute {
    /// Its identifier.
    pub id: SubstituteId,
    /// The seat.
    pub seat: SeatId,
    /// The member; none where it is for whoever sits there.
    pub member: Option<PersonId>,
    /// Who stands in.
    pub person: PersonId,
    /// First day; none when unknown.
    pub from: Option<Day>,
    /// Last day; none while it lasts.
    pub to: Option<Day>,
}

impl Substitute {
    /// Whether it is for a member in a seat on a day.
    pub fn is_for(&self, seat: SeatId, member: PersonId, day: Day) -> bool {
        self.seat == seat && self.member.is_none_or(|m| m == member) && self.holds_on(day)
    }

    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether two registrations share a day.
    pub fn meets(&self, other: &Self) -> bool {
        self.shares_days(other.from, other.to)
    }

    fn shares_days(&self, from: Option<Day>, to: Option<Day>) -> bool {
        let before = |end: Option<Day>, start: Option<Day>| end.zip(start).is_some_and(|(end, start)| end < start);
        !before(self.to, from) && !before(to, self.from)
    }
}

/// Nobody stands in for themselves, and no regular member of a body for another
/// one in the same days (one person, one voice).
pub fn check_substitute(new: &Substitute, body: BodyId, appointments: &[Appointment]) -> Option<PersonFault> {
    if new.member == Some(new.person) {
        return Some(PersonFault::OwnSubstitute);
    }
    let sits = |a: &&Appointment| {
        a.body == body
            && a.person == new.person
            && a.kind == MemberKind::Regular
            && new.shares_days(Some(a.start), a.last_day())
    };
    appointments.iter().find(sits).map(|a| PersonFault::SubstituteSits { start: a.start, end: a.last_day() })
}
