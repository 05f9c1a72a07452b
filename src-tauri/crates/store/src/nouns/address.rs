//! Addresses of people and organisations.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, int, json, maybe, text, to_json};
use entaku_domain::address::{Address, AddressKind, AddressOf};
use entaku_domain::id::{AddressId, OrganizationId, PersonId};
use rusqlite::types::Value;

impl Row for Address {
    const TABLE: &'static str = "address";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "person",
        "organization",
        "kind",
        "postal_code",
        "lines",
        "telephone",
        "email",
        "for_letters",
        "note",
        "from_day",
        "to_day",
        "position",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        let id = c.parse(AddressId::parse)?;
        let of = match (c.maybe(PersonId::parse)?, c.maybe(OrganizationId::parse)?) {
            (Some(person), None) => AddressOf::Person(person),
            (None, Some(organization)) => AddressOf::Organization(organization),
            _ => return Err(c.refuse()),
        };
        Ok(Self {
            id,
            of,
            kind: c.parse(AddressKind::from_code)?,
            postal_code: c.text()?,
            lines: c.parse(json)?,
            telephone: c.maybe_text()?,
            email: c.maybe_text()?,
            for_letters: c.int::<i64>()? == 1,
            note: c.maybe_text()?,
            from: c.maybe(day)?,
            to: c.maybe(day)?,
            order: c.int()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let (person, organization) = match self.of {
            AddressOf::Person(id) => (Some(id), None),
            AddressOf::Organization(id) => (None, Some(id)),
        };
        Ok(vec![
            text(self.id),
            maybe(person),
            maybe(organization),
            text(self.kind.code()),
            text(&self.postal_code),
            to_json(&self.lines)?,
            maybe(self.telephone.as_ref()),
            maybe(self.email.as_ref()),
            int(self.for_letters),
            maybe(self.note.as_ref()),
            maybe(self.from),
            maybe(self.to),
            int(self.order),
        ])
    }
}

impl Records {
    /// All addresses, in their owner's order.
    pub fn addresses(&self) -> Result<Vec<Address>> {
        self.list("order by position, id", [])
    }

    /// The addresses of a person or an organisation, in order.
    pub fn addresses_of(&self, of: AddressOf) -> Result<Vec<Address>> {
        match of {
            AddressOf::Person(id) => self.list("where person = ?1 order by position, id", [id.to_string()]),
            AddressOf::Organization(id) => self.list("where organization = ?1 order by position, id", [id.to_string()]),
        }
    }

    /// An address.
    pub fn address(&self, id: AddressId) -> Result<Option<Address>> {
        self.get(id)
    }
}

impl Tx<'_> {
    /// Writes an address.
    pub fn put_address(&mut self, address: &Address) -> Result<()> {
        self.put(address)
    }

    /// Removes an address.
    pub fn remove_address(&mut self, id: AddressId) -> Result<()> {
        self.remove("address", id)
    }
}
