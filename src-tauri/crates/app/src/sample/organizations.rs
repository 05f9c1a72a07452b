//! Organisations, posts and who holds them: `organisations.toml`.

use super::keys::{Keys, collect};
use super::people::{Lives, addresses};
use super::source::{Date, Place, Unused, day, parse};
use crate::error::Result;
use entaku_domain::Day;
use entaku_domain::address::{Address, AddressOf, Delivery};
use entaku_domain::id::{OrganizationId, PersonId, PostId, RepresentativeId};
use entaku_domain::person::{DatedName, Organization, Post, Representative};
use entaku_domain::text::check_name;
use serde::Deserialize;
use std::collections::BTreeSet;

const FILE: &str = "organisations.toml";

/// `organisations.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    organisation: Vec<Row>,
    post: Vec<PostRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    key: String,
    #[serde(rename = "kind")]
    _kind: Unused,
    #[serde(rename = "consigned")]
    _consigned: Unused,
    #[serde(default)]
    real_name: bool,
    delivery: Option<String>,
    head: Option<Head>,
    former_head: Option<Head>,
    version: Vec<Version>,
    #[serde(default)]
    address: Vec<Lives>,
}

/// Who signs for it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    post: String,
    #[serde(default)]
    name: String,
    title: Option<String>,
    from: Option<Date>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Version {
    from: Option<Date>,
    to: Option<Date>,
    name: String,
    kana: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PostRow {
    key: String,
    organisation: String,
    title: String,
    holder: Vec<Holder>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Holder {
    person: String,
    from: Date,
    to: Option<Date>,
}

/// Somebody in a post, over some days.
#[derive(Debug, Clone)]
pub(super) struct Held {
    pub(super) post: PostId,
    pub(super) organization: OrganizationId,
    pub(super) person: PersonId,
    from: Day,
    to: Option<Day>,
}

impl Held {
    pub(super) fn holds_on(&self, on: Day) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }
}

pub(super) fn read() -> Result<File> {
    parse(FILE)
}

impl File {
    pub(super) fn keys(&self) -> Result<BTreeSet<String>> {
        collect(FILE, self.organisation.iter().map(|r| &r.key))
    }

    pub(super) fn post_keys(&self) -> Result<BTreeSet<String>> {
        collect(FILE, self.post.iter().map(|r| &r.key))
    }

    /// The organisations with their names over time, oldest first.
    pub(super) fn organizations(&self) -> Result<Vec<Organization>> {
        self.organisation.iter().map(organization).collect()
    }

    /// Who signs for them, the former one until the day before the present one's first.
    pub(super) fn representatives(&self) -> Vec<Representative> {
        let of = |row: &Row| {
            let begins = row.head.as_ref().and_then(|head| day(head.from));
            let former = row.former_head.as_ref().map(|head| signs(row, head, begins.and_then(|d| d.pred_opt())));
            former.into_iter().chain(row.head.as_ref().map(|head| signs(row, head, None))).collect::<Vec<_>>()
        };
        self.organisation.iter().flat_map(of).collect()
    }

    /// Their addresses.
    pub(super) fn addresses(&self) -> Result<Vec<Address>> {
        let of = |row: &Row| AddressOf::Organization(OrganizationId::from_key(&row.key));
        let all =
            self.organisation.iter().map(|row| addresses(Place { file: FILE, key: &row.key }, of(row), &row.address));
        Ok(all.collect::<Result<Vec<_>>>()?.concat())
    }

    /// The organisations that the source itself names.
    pub(super) fn real(&self) -> BTreeSet<OrganizationId> {
        self.organisation.iter().filter(|r| r.real_name).map(|r| OrganizationId::from_key(&r.key)).collect()
    }

    /// The posts.
    pub(super) fn posts(&self, keys: &Keys) -> Result<Vec<Post>> {
        let post = |row: &PostRow| {
            let organization = keys.organization(Place { file: FILE, key: &row.key }, &row.organisation)?;
            Ok(Post { id: PostId::from_key(&row.key), name: row.title.clone(), organization: Some(organization) })
        };
        self.post.iter().map(post).collect()
    }

    /// Who held which post when, in the order of the posts.
    pub(super) fn holders(&self, keys: &Keys) -> Result<Vec<Held>> {
        let mut held = Vec::new();
        for row in &self.post {
            let place = Place { file: FILE, key: &row.key };
            for holder in &row.holder {
                held.push(Held {
                    post: PostId::from_key(&row.key),
                    organization: keys.organization(place, &row.organisation)?,
                    person: keys.person(place, &holder.person)?,
                    from: holder.from.0,
                    to: day(holder.to),
                });
            }
        }
        Ok(held)
    }
}

fn signs(row: &Row, head: &Head, to: Option<Day>) -> Representative {
    let from = day(head.from);
    Representative {
        id: RepresentativeId::from_key(&format!("{}/{}", row.key, from.map(|d| d.to_string()).unwrap_or_default())),
        organization: OrganizationId::from_key(&row.key),
        post: head.post.clone(),
        name: head.name.clone(),
        title: head.title.clone(),
        from,
        to,
    }
}

fn organization(row: &Row) -> Result<Organization> {
    let place = Place { file: FILE, key: &row.key };
    for version in &row.version {
        check_name("name", &version.name).map_err(|v| place.wrong(format_args!("{v:?}")))?;
    }
    let mut names: Vec<DatedName> =
        row.version.iter().map(|v| DatedName { name: v.name.clone(), from: day(v.from), to: day(v.to) }).collect();
    names.sort_by_key(|n| n.from);
    place.must(!names.is_empty(), "no name")?;
    let follow = names.windows(2).all(|pair| pair[0].to.and_then(|d| d.succ_opt()) == pair[1].from);
    place.must(follow, "a name does not end the day before the next begins")?;
    let latest = row.version.iter().max_by_key(|v| day(v.from));
    Ok(Organization {
        id: OrganizationId::from_key(&row.key),
        names,
        kana: latest.and_then(|v| v.kana.clone()).unwrap_or_default(),
        delivery: row.delivery.as_ref().map(|d| place.term(Delivery::ALL, Delivery::label, d)).transpose()?,
    })
}
