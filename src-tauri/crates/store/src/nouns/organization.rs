//! Organisations and posts.

use super::search::key_of;
use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, json, maybe, text, to_json};
use entaku_domain::id::{OrganizationId, PostId};
use entaku_domain::person::{Organization, Post};
use rusqlite::types::Value;

impl Row for Organization {
    const TABLE: &'static str = "organization";
    const COLUMNS: &'static [&'static str] = &["id", "names", "search"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self { id: c.parse(OrganizationId::parse)?, names: c.parse(json)? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let search = key_of(self.names.iter().map(|n| n.name.as_str()));
        Ok(vec![text(self.id), to_json(&self.names)?, text(search)])
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

    /// Writes a post.
    pub fn put_post(&mut self, post: &Post) -> Result<()> {
        self.put(post)
    }

    /// Removes a post.
    pub fn remove_post(&mut self, id: PostId) -> Result<()> {
        self.remove("post", id)
    }
}
