//! Seats (席): a body has them by category, and each is filled or vacant.

use crate::Day;
use crate::appointment::{Appointment, MemberKind};
use crate::body::{BodyVersion, Fill};
use crate::id::{BodyId, OrganizationId, PostId, SeatId};
use crate::violation::Violation;

/// What fills a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filler {
    /// A person (個人).
    Person,
    /// Whoever holds a post (職): 障害福祉課長.
    Post(PostId),
    /// Whoever an organisation sends (団体・事業所).
    Organization(OrganizationId),
    /// The head of another body (部会長), from election to replacement.
    HeadOf(BodyId),
}

/// A seat of a body (席).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Its identifier.
    pub id: SeatId,
    /// The body.
    pub body: BodyId,
    /// The category's number (号), 1 for ⑴; none where the body has no categories.
    pub category: Option<u8>,
    /// Whom it is for: who sits there is appointed as that, unless the office says otherwise.
    pub kind: MemberKind,
    /// What fills it.
    pub filler: Filler,
    /// Who nominates for it (推薦団体).
    pub nominator: Option<OrganizationId>,
    /// Order within the body.
    pub order: i64,
    /// First day of its existence.
    pub from: Day,
    /// Last day; none while it exists.
    pub to: Option<Day>,
}

impl Seat {
    /// Whether the body is incomplete while nobody sits there: temporary members and observers
    /// are asked when they are needed.
    pub fn is_to_be_filled(&self) -> bool {
        self.kind == MemberKind::Regular
    }

    /// Whether it exists on a day.
    pub fn exists_on(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

impl Filler {
    /// Its kind.
    pub fn kind(self) -> Fill {
        match self {
            Self::Person => Fill::Person,
            Self::Post(_) => Fill::Post,
            Self::Organization(_) => Fill::Organization,
            Self::HeadOf(_) => Fill::Derived,
        }
    }
}

/// Whether a seat is there and free on every day of a term; a term without end
/// takes all days to come.
pub fn check_free(seat: &Seat, start: Day, end: Option<Day>, appointments: &[Appointment]) -> Option<Violation> {
    let meets = |a: &&Appointment| {
        a.seat == seat.id && end.is_none_or(|end| a.start <= end) && a.last_day().is_none_or(|last| start <= last)
    };
    if let Some(taken) = appointments.iter().filter(meets).min_by_key(|a| a.start) {
        return Some(Violation::SeatTaken { from: taken.start });
    }
    seat.to.filter(|to| end.is_none_or(|end| *to < end)).map(|to| Violation::SeatGone { to })
}

/// A seat for one kind of member is taken by another kind: odd, but an office's past is.
pub fn check_kind(seat: &Seat, kind: MemberKind) -> Option<Violation> {
    (seat.kind != kind).then_some(Violation::SeatOfOtherKind(seat.kind, kind))
}

/// V6: a seat's category exists, and is filled as the category says. A seat
/// without a category is for temporary members and observers, or for a body
/// that has no categories.
pub fn check_filler(version: &BodyVersion, category: Option<u8>, filler: Filler, on: Day) -> Option<Violation> {
    let number = category?;
    match version.category(number) {
        None => Some(Violation::UnknownCategory { number, on }),
        Some(found) => {
            (found.fill != filler.kind()).then_some(Violation::FillerNotOfCategory { number, fill: found.fill })
        }
    }
}

#[cfg(test)]
mod tests;
