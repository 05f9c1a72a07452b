//! Seats (席): a body has them by category, and each is filled or vacant.

use crate::Day;
use crate::id::{BodyId, OrganizationId, PostId, SeatId};

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
    /// Whether it exists on a day.
    pub fn exists_on(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}
