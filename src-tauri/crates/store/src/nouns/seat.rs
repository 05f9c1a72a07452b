//! Seats.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, int, maybe, maybe_int, text};
use entaku_domain::appointment::MemberKind;
use entaku_domain::body::Fill;
use entaku_domain::id::{BodyId, OrganizationId, PostId, SeatId};
use entaku_domain::seat::{Filler, Seat};
use rusqlite::types::Value;

impl Row for Seat {
    const TABLE: &'static str = "seat";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "body",
        "category",
        "filler",
        "post",
        "organization",
        "head_of",
        "nominator",
        "position",
        "from_day",
        "to_day",
        "kind",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(SeatId::parse)?,
            body: c.parse(BodyId::parse)?,
            category: c.maybe_int()?,
            filler: filler(c)?,
            nominator: c.maybe(OrganizationId::parse)?,
            order: c.int()?,
            from: c.parse(day)?,
            to: c.maybe(day)?,
            kind: c.parse(MemberKind::from_code)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let [filler, post, organization, head_of] = filler_values(self.filler);
        Ok(vec![
            text(self.id),
            text(self.body),
            maybe_int(self.category),
            filler,
            post,
            organization,
            head_of,
            maybe(self.nominator),
            int(self.order),
            text(self.from),
            maybe(self.to),
            text(self.kind.code()),
        ])
    }
}

/// What fills a seat, from its kind and three references.
fn filler(c: &mut Cells<'_>) -> Result<Filler> {
    let kind = c.parse(Fill::from_code)?;
    let post = c.maybe(PostId::parse)?;
    let organization = c.maybe(OrganizationId::parse)?;
    let head_of = c.maybe(BodyId::parse)?;
    match kind {
        Fill::Person => Some(Filler::Person),
        Fill::Post => post.map(Filler::Post),
        Fill::Organization => organization.map(Filler::Organization),
        Fill::Derived => head_of.map(Filler::HeadOf),
    }
    .ok_or_else(|| c.refuse())
}

fn filler_values(filler: Filler) -> [Value; 4] {
    let none = || Value::Null;
    match filler {
        Filler::Person => [text(Fill::Person.code()), none(), none(), none()],
        Filler::Post(id) => [text(Fill::Post.code()), text(id), none(), none()],
        Filler::Organization(id) => [text(Fill::Organization.code()), none(), text(id), none()],
        Filler::HeadOf(id) => [text(Fill::Derived.code()), none(), none(), text(id)],
    }
}

impl Records {
    /// All seats, in the order of their bodies and within them.
    pub fn seats(&self) -> Result<Vec<Seat>> {
        self.list("order by (select b.position from body b where b.id = seat.body), body, position, id", [])
    }

    /// The seats of a body, in order.
    pub fn seats_of(&self, body: BodyId) -> Result<Vec<Seat>> {
        self.list("where body = ?1 order by position, id", [body.to_string()])
    }

    /// A seat.
    pub fn seat(&self, id: SeatId) -> Result<Option<Seat>> {
        self.get(id)
    }
}

impl Tx<'_> {
    /// Writes a seat.
    pub fn put_seat(&mut self, seat: &Seat) -> Result<()> {
        self.put(seat)
    }

    /// Removes a seat.
    pub fn remove_seat(&mut self, id: SeatId) -> Result<()> {
        self.remove("seat", id)
    }
}
