//! Organisations and posts.

use super::search::key_of;
use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, json, maybe, text, to_json};
use entaku_domain::address::Delivery;
use entaku_domain::id::{OrganizationId, PostId, RepresentativeId};
use entaku_domain::person::{Organization, Post, Representative};
use rusqlite::types::Value;

impl Row for Organization {
    const TABLE: &'static str = "organization";
    const COLUMNS: &'static [&'static str] = &["id", "names", "kana", "delivery", "search"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        let (id, names) = (c.parse(OrganizationId::parse)?, c.parse(json)?);
        let (kana, delivery) = (c.text()?, c.maybe(Delivery::from_code)?);
        Ok(Self { id, names, kana, delivery })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let names = self.names.iter().map(|n| n.name.as_str());
        let search = key_of(names.chain(std::iter::once(self.kana.as_str())));
        Ok(vec![
            text(self.id),
            to_json(&self.names)?,
            text(&self.kana),
            maybe(self.delivery.map(Delivery::code)),
            text(search),
        ])
    }
}

impl Row for Representative {
    const TABLE: &'static str = "representative";
    const COLUMNS: &'static [&'static str] = &["id", "organization", "post", "name", "title", "from_day", "to_day"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(RepresentativeId::parse)?,
            organization: c.parse(OrganizationId::parse)?,
            post: c.text()?,
            name: c.text()?,
            title: c.maybe_text()?,
            from: c.maybe(day)?,
            to: c.maybe(day)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.organization),
            text(&self.post),
            text(&self.name),
            maybe(self.title.as_ref()),
            maybe(self.from),
            maybe(self.to),
        ])
    }
}

impl Row for Post {
    const TABLE: &'static str = "post";
    const COLUMNS: &'static [&'static str] = &["id", "name", "organization"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self { id: c.parse(PostId::parse)?, name: c.text()?, organization: c.maybe(OrganizationId::parse)? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(self.id), text(&self.name), maybe(self.organization)])
    }
}

impl Records {
    /// All organisations, by search key.
    pub fn organizations(&self) -> Result<Vec<Organization>> {
        self.list("order by search, id", [])
    }

    /// An organisation.
    pub fn organization(&self, id: OrganizationId) -> Result<Option<Organization>> {
        self.get(id)
    }

    /// Who signs for organisations, earliest first within one.
    pub fn representatives(&self) -> Result<Vec<Representative>> {
        self.list("order by organization, from_day, id", [])
    }

    /// Who signs for an organisation, earliest first.
    pub fn representatives_of(&self, organization: OrganizationId) -> Result<Vec<Representative>> {
        self.list("where organization = ?1 order by from_day, id", [organization.to_string()])
    }

    /// All posts, by name.
    pub fn posts(&self) -> Result<Vec<Post>> {
        self.list("order by name, id", [])
    }

    /// A post.
    pub fn post(&self, id: PostId) -> Result<Option<Post>> {
        self.get(id)
    }
}

impl Tx<'_> {
    /// Writes an organisation.
    pub fn put_organization(&mut self, organization: &Organization) -> Result<()> {
        self.put(organization)
    }

    /// Removes an organisation.
    pub fn remove_organization(&mut self, id: OrganizationId) -> Result<()> {
        self.remove("organization", id)
    }

    /// Writes who signs for an organisation.
    pub fn put_representative(&mut self, representative: &Representative) -> Result<()> {
        self.put(representative)
    }

    /// Takes one who signs for an organisation away.
    pub fn remove_representative(&mut self, id: RepresentativeId) -> Result<()> {
        self.remove("representative", id)
    }

    /// Writes a post.
    pub fn put_post(&mut self, post: &Post) -> Result<()> {
        self.put(post)
    }

    /// Removes a post.
    pub fn remove_post(&mut self, id: PostId) -> Result<()> {
        self.remove("post", id)
    }
}
