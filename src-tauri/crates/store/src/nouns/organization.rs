//! Organisations and posts.

use super::search::key_of;
use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, json, maybe, text, to_json};
use entaku_domain::address::Delivery;
use entaku_domain::id::{OrganizationId, PostId};
use entaku_domain::person::{Organization, Post, Representative};
use rusqlite::types::Value;

impl Row for Organization {
    const TABLE: &'static str = "organization";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "names",
        "kana",
        "delivery",
        "representative_post",
        "representative_name",
        "representative_title",
        "search",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        let (id, names) = (c.parse(OrganizationId::parse)?, c.parse(json)?);
        let (kana, delivery) = (c.text()?, c.maybe(Delivery::from_code)?);
        let (post, name, title) = (c.maybe_text()?, c.maybe_text()?, c.maybe_text()?);
        let known = post.is_some() || name.is_some();
        let signs = Representative { post: post.unwrap_or_default(), name: name.unwrap_or_default(), title };
        Ok(Self { id, names, kana, delivery, representative: known.then_some(signs) })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let names = self.names.iter().map(|n| n.name.as_str());
        let search = key_of(names.chain(std::iter::once(self.kana.as_str())));
        let signs = self.representative.as_ref();
        let part = |of: fn(&Representative) -> &String| signs.map(of).filter(|text| !text.is_empty());
        Ok(vec![
            text(self.id),
            to_json(&self.names)?,
            text(&self.kana),
            maybe(self.delivery.map(Delivery::code)),
            maybe(part(|r| &r.post)),
            maybe(part(|r| &r.name)),
            maybe(signs.and_then(|r| r.title.as_ref())),
            text(search),
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
