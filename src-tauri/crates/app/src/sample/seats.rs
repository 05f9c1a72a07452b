//! Seats: `seats.toml`.

use super::keys::{Keys, collect};
use super::source::{Date, Place, Unused, day, parse};
use crate::error::Result;
use entaku_domain::appointment::MemberKind;
use entaku_domain::id::{SeatId, SubstituteId};
use entaku_domain::seat::{Filler, Seat};
use entaku_domain::substitute::Substitute;
use serde::Deserialize;
use std::collections::BTreeSet;

pub(super) const FILE: &str = "seats.toml";

/// The kind of a seat that is taken by temporary members (臨時委員).
const TEMPORARY: &str = "temporary";

/// The kind of one that is taken by an observer (オブザーバー).
const OBSERVER: &str = "observer";

/// `seats.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    seat: Vec<Row>,
    #[serde(default)]
    substitute: Vec<StandsIn>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StandsIn {
    seat: String,
    member: Option<String>,
    person: String,
    from: Option<Date>,
    to: Option<Date>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    key: String,
    body: String,
    category: Option<u8>,
    order: i64,
    kind: String,
    #[serde(rename = "label")]
    _label: Unused,
    #[serde(rename = "mark")]
    _mark: Unused,
    organisation: Option<String>,
    post: Option<String>,
    derived_from: Option<String>,
    from: Date,
    to: Option<Date>,
    #[serde(rename = "note")]
    _note: Unused,
}

pub(super) fn read() -> Result<File> {
    parse(FILE)
}

impl File {
    pub(super) fn keys(&self) -> Result<BTreeSet<String>> {
        collect(FILE, self.seat.iter().map(|r| &r.key))
    }

    /// The seats, in the file's order.
    pub(super) fn seats(&self, keys: &Keys) -> Result<Vec<Seat>> {
        self.seat.iter().map(|row| seat(keys, row)).collect()
    }

    /// Who may stand in at which seat.
    pub(super) fn substitutes(&self, keys: &Keys) -> Result<Vec<Substitute>> {
        let substitute = |row: &StandsIn| {
            let place = Place { file: FILE, key: &row.seat };
            Ok(Substitute {
                id: SubstituteId::from_key(&format!("{}/{}", row.seat, row.person)),
                seat: keys.seat(place, &row.seat)?,
                member: row.member.as_ref().map(|m| keys.person(place, m)).transpose()?,
                person: keys.person(place, &row.person)?,
                from: day(row.from),
                to: day(row.to),
            })
        };
        self.substitute.iter().map(substitute).collect()
    }

    /// The key of a seat, for the message that something is wrong with it.
    pub(super) fn key_of(&self, seat: SeatId) -> &str {
        self.seat.iter().find(|r| SeatId::from_key(&r.key) == seat).map_or("", |r| r.key.as_str())
    }
}

/// Whom a seat is for.
fn kind_of(row: &Row) -> MemberKind {
    match row.kind.as_str() {
        TEMPORARY => MemberKind::Temporary,
        OBSERVER => MemberKind::Observer,
        _ => MemberKind::Regular,
    }
}

fn seat(keys: &Keys, row: &Row) -> Result<Seat> {
    let place = Place { file: FILE, key: &row.key };
    let organization = row.organisation.as_ref().map(|key| keys.organization(place, key)).transpose()?;
    let missing = |what: &str| place.wrong(format_args!("{} without {what}", row.kind));
    let filler = match row.kind.as_str() {
        "person" | TEMPORARY | OBSERVER => Filler::Person,
        "organisation" => Filler::Organization(organization.ok_or_else(|| missing("organisation"))?),
        "post" => Filler::Post(keys.post(place, row.post.as_ref().ok_or_else(|| missing("post"))?)?),
        "derived" => {
            Filler::HeadOf(keys.body(place, row.derived_from.as_ref().ok_or_else(|| missing("derived_from"))?)?)
        }
        other => return Err(place.wrong(format_args!("unknown kind {other:?}"))),
    };
    let regular = kind_of(row) == MemberKind::Regular;
    place.must(regular == row.category.is_some(), "only seats of temporary members and observers have no category")?;
    Ok(Seat {
        id: SeatId::from_key(&row.key),
        body: keys.body(place, &row.body)?,
        category: row.category,
        kind: kind_of(row),
        filler,
        nominator: organization.filter(|_| filler == Filler::Person),
        order: row.order,
        from: row.from.0,
        to: day(row.to),
    })
}
