//! Address labels (宛名ラベル) and envelopes (封筒). They hold addresses: they are
//! the secretariat's own and have no other edition.

use super::{Bearer, Gathering};
use crate::error::{AppError, Result};
use crate::snapshot::{Addressee, Snapshot};
use crate::text::cards as words;
use entaku_documents::{Address, AddressLabels, CellSheet, Envelopes, Offset};
use entaku_domain::address::Delivery;
use entaku_domain::id::OrganizationId;
use std::collections::BTreeSet;

/// How far a printer may be set right, in tenths of a millimetre.
const SHIFT_LIMIT: i32 = 200;

/// Addresses to be printed, and what is to be told of the others.
#[derive(Debug)]
pub struct Addresses {
    /// Those that are known, in the gathering's order.
    pub known: Vec<Address>,
    /// What was noticed, in words: whose address is not known, who wants no post.
    pub notices: Vec<String>,
}

/// Where the office's printer is to print.
///
/// # Errors
/// [`AppError::OutOfRange`] for more than 20 mm.
pub fn offset(right: Option<i32>, down: Option<i32>) -> Result<Offset> {
    let read = |field, tenths: Option<i32>| {
        let tenths = tenths.unwrap_or_default();
        let within = (-SHIFT_LIMIT..=SHIFT_LIMIT).contains(&tenths);
        let refused = AppError::OutOfRange { field, least: -SHIFT_LIMIT, most: SHIFT_LIMIT };
        if within { Ok(f64::from(tenths) / 10.0) } else { Err(refused) }
    };
    Ok(Offset { right: read("right", right)?, down: read("down", down)? })
}

/// The addresses of a gathering: of the people, or of the organisations that
/// nominate for their seats or where they belong, each once.
///
/// # Errors
/// [`AppError::Nobody`]; [`AppError::NoAddresses`] where none is known.
pub fn addresses(council: &Snapshot, gathering: &Gathering<'_>, organizations: bool) -> Result<Addresses> {
    let found: Vec<(String, Addressee)> = if organizations {
        let ids = organizations_of(council, gathering).into_iter();
        ids.filter_map(|id| {
            let name = council.organization_name(id, gathering.on).to_owned();
            Some((name, council.organization_addressee(id, gathering.on)?))
        })
        .collect()
    } else {
        let people = gathering.people.iter().map(|b| b.person);
        people
            .filter_map(|p| Some((p.name_on(gathering.on).full(), council.letter_addressee(p.id, gathering.on)?)))
            .collect()
    };
    if found.is_empty() {
        return Err(AppError::Nobody);
    }
    let (known, unknown): (Vec<_>, Vec<_>) = found.into_iter().partition(|(_, to)| !to.lines.is_empty());
    let missing: Vec<String> = unknown.into_iter().map(|(name, _)| name).collect();
    if known.is_empty() {
        return Err(AppError::NoAddresses(missing));
    }
    let otherwise: Vec<String> = known
        .iter()
        .filter_map(|(name, to)| {
            to.delivery.filter(|d| *d != Delivery::Post).map(|d| words::otherwise(name, d.label()))
        })
        .collect();
    let notices = [
        (!missing.is_empty()).then(|| words::without_address(&missing)),
        (!otherwise.is_empty()).then(|| words::not_by_post(&otherwise)),
    ];
    Ok(Addresses {
        known: known.into_iter().map(|(_, to)| address(to)).collect(),
        notices: notices.into_iter().flatten().collect(),
    })
}

fn organizations_of(council: &Snapshot, gathering: &Gathering<'_>) -> Vec<OrganizationId> {
    let mut seen = BTreeSet::new();
    let of = |b: &Bearer<'_>| b.nominator.or_else(|| council.organization_id(b.person.id, gathering.on));
    gathering.people.iter().filter_map(of).filter(|id| seen.insert(*id)).collect()
}

fn address(to: Addressee) -> Address {
    Address {
        postal: to.postal_code,
        lines: to.lines,
        organization: to.organization,
        post: to.post,
        name: to.name,
        title: to.title,
    }
}

/// Sheets of labels, from the first label that is not used yet.
///
/// # Errors
/// [`AppError::OutOfRange`] for a label that the sheet does not have.
pub fn labels(title: &str, known: Vec<Address>, sheet: CellSheet, first: u32, offset: Offset) -> Result<AddressLabels> {
    let most = sheet.grid().on_page();
    if !(1..=most).contains(&first) {
        return Err(AppError::OutOfRange { field: "first", least: 1, most: i32::try_from(most).unwrap_or(i32::MAX) });
    }
    Ok(AddressLabels { title: words::labels(title), sheet, first, offset, labels: known })
}

/// Envelopes; without words of its own the sender is the secretariat.
pub fn envelopes(
    council: &Snapshot,
    title: &str,
    known: Vec<Address>,
    sender: Option<&[String]>,
    offset: Offset,
) -> Envelopes {
    let own = [council.council.name.clone(), council.council.secretariat.clone()];
    let lines = sender.unwrap_or(&own).iter().filter(|line| !line.trim().is_empty()).cloned();
    Envelopes { title: words::envelopes(title), envelopes: known, sender: lines.collect(), offset }
}
