//! Postal code, address, telephone and e-mail of a row, against the addresses that
//! are recorded. One address comes of a row; what it does not say stays.

use super::cells::Incoming;
use super::remark::Remark;
use super::standing::column;
use super::table::Table;
use super::view::CellState;
use crate::snapshot::Snapshot;
use crate::text::import::{AT_HOME, AT_WORK};
use entaku_domain::Day;
use entaku_domain::address::{Address, AddressKind, AddressOf, is_email, parse_postal_code};
use entaku_domain::id::{AddressId, PersonId};
use entaku_domain::import::ImportField as F;
use entaku_domain::text::{check_name, search_key};

pub(super) const FIELDS: [F; 4] = [F::Postal, F::Address, F::Phone, F::Mail];

/// The address that a row makes or changes; none where it says nothing new.
pub(super) fn address(
    row: &mut Incoming,
    table: &Table<'_>,
    (council, today): (&Snapshot, Day),
    recorded: Option<PersonId>,
) -> Option<Address> {
    let given = read(row, table);
    if given.is_empty() {
        return None;
    }
    let kind = kind(table);
    let own = recorded.map(|p| council.addresses_of_person(p)).unwrap_or_default();
    let mut held = own.iter().filter(|a| a.holds_on(today));
    let old = held.clone().find(|a| a.kind == kind).or_else(|| held.find(|a| says_all(a, &given)));
    let mut new = old.cloned().unwrap_or_else(|| Address {
        id: AddressId::new(uuid::Uuid::nil()),
        of: AddressOf::Person(recorded.unwrap_or_else(|| PersonId::new(uuid::Uuid::nil()))),
        kind,
        postal_code: String::new(),
        lines: Vec::new(),
        telephone: None,
        email: None,
        for_letters: own.is_empty(),
        note: None,
        from: None,
        to: None,
        order: own.iter().map(|a| a.order).max().unwrap_or(0) + 1,
    });
    let code_given = given.iter().any(|(field, _)| *field == F::Postal);
    for (field, text) in given {
        let was = value(&new, field);
        let same = search_key(&was) == search_key(&text);
        let state = match (same, was.is_empty()) {
            (true, _) => CellState::Same,
            (false, true) => CellState::New,
            (false, false) => CellState::Changed,
        };
        row.mark(table, &[field], state, (state == CellState::Changed).then_some(was));
        if !same {
            put(&mut new, field, text);
        }
    }
    if !code_given && old.is_some_and(|old| !old.lines.is_empty() && old.lines != new.lines) {
        forget_code(row, table, &mut new);
    }
    (old != Some(&new)).then_some(new)
}

/// The code belongs to the lines that were there: letters to new lines would go astray with it.
fn forget_code(row: &mut Incoming, table: &Table<'_>, new: &mut Address) {
    let code = std::mem::take(&mut new.postal_code);
    if !code.is_empty() {
        row.say(column(table, &[F::Address]), Remark::PostalForgotten(code));
    }
}

/// What the row says, in the form in which it is kept.
fn read(row: &mut Incoming, table: &Table<'_>) -> Vec<(F, String)> {
    let mut given = Vec::new();
    for (field, text) in row.contacts.clone().into_iter().filter(|(field, _)| FIELDS.contains(field)) {
        let at = column(table, &[field]);
        let kept = match field {
            F::Postal => parse_postal_code(&text).ok_or_else(|| Remark::BadPostal(text.clone())),
            F::Mail if !is_email(&text) => Err(Remark::BadMail(text.clone())),
            _ => check_name("address", &text).map(|()| text).map_err(Remark::Forbidden),
        };
        match kept {
            Ok(kept) => given.push((field, kept)),
            Err(remark) => row.say(at, remark),
        }
    }
    given
}

/// Where the address is, by what the heading says.
fn kind(table: &Table<'_>) -> AddressKind {
    let headings = table.columns.iter().filter(|c| FIELDS.contains(&c.field)).map(|c| c.heading.as_str());
    let all: String = headings.collect();
    let says = |words: &[&str]| words.iter().any(|word| all.contains(word));
    if says(&AT_HOME) {
        AddressKind::Home
    } else if says(&AT_WORK) {
        AddressKind::Work
    } else {
        AddressKind::Other
    }
}

fn says_all(address: &Address, given: &[(F, String)]) -> bool {
    given.iter().all(|(field, text)| search_key(&value(address, *field)) == search_key(text))
}

fn value(address: &Address, field: F) -> String {
    match field {
        F::Postal => address.postal_code.clone(),
        F::Address => address.lines.join("　"),
        F::Phone => address.telephone.clone().unwrap_or_default(),
        _ => address.email.clone().unwrap_or_default(),
    }
}

fn put(address: &mut Address, field: F, text: String) {
    match field {
        F::Postal => address.postal_code = text,
        F::Address => address.lines = vec![text],
        F::Phone => address.telephone = Some(text),
        _ => address.email = Some(text),
    }
}
