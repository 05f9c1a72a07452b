//! Several rows of one person, for several terms: where they belong and how they are
//! reached is taken from the row of the latest term that says it.

use super::addresses::FIELDS;
use super::plan::{Looked, Who, Writes};
use super::remark::Remark;
use super::standing::{Move, PLACES};
use super::table::Table;
use super::view::{CellState, RowState};
use entaku_domain::Day;
use entaku_domain::address::Address;
use entaku_domain::import::ImportField;
use std::collections::BTreeMap;

/// What a row says of where somebody belongs and how they are reached.
pub(super) struct Claim {
    pub(super) row: u32,
    pub(super) who: Who,
    /// First day of the row's term; somebody who has several rows has it in each.
    pub(super) start: Option<Day>,
    pub(super) affiliation: Option<Move>,
    pub(super) address: Option<Address>,
}

/// Takes down what the rows of the latest terms say, and says of the others' cells that
/// they are not written.
pub(super) fn settle(claims: Vec<Claim>, rows: &mut [Looked<'_>], table: &Table<'_>, writes: &mut Writes) {
    let places = latest(&claims, rows, table, PLACES);
    let addresses = latest(&claims, rows, table, &FIELDS);
    for claim in claims {
        let (place, address) = (places.get(&claim.who), addresses.get(&claim.who));
        if place.is_none_or(|row| *row == claim.row) {
            writes.moves.extend(claim.affiliation.map(|change| (claim.who, change)));
        }
        if address.is_none_or(|row| *row == claim.row) {
            writes.addresses.extend(claim.address.map(|address| (claim.who, address)));
        }
        for (fields, winner) in [(PLACES, place), (&FIELDS, address)] {
            if let Some(winner) = winner.filter(|row| **row != claim.row) {
                lose(rows, table, fields, (claim.row, *winner));
            }
        }
    }
}

fn find(rows: &[Looked<'_>], number: u32) -> Option<usize> {
    rows.binary_search_by_key(&number, |row| row.incoming.row).ok()
}

/// For each person the row of the latest term among those that say something in the fields.
fn latest(claims: &[Claim], rows: &[Looked<'_>], table: &Table<'_>, fields: &[ImportField]) -> BTreeMap<Who, u32> {
    let mut best: BTreeMap<Who, (Option<Day>, u32)> = BTreeMap::new();
    for claim in claims {
        let cells = find(rows, claim.row).map(|at| &rows[at].incoming.cells);
        let mut own = table.columns.iter().zip(cells.into_iter().flatten());
        if own.any(|(column, cell)| fields.contains(&column.field) && !cell.text.is_empty()) {
            let found = best.entry(claim.who).or_insert((claim.start, claim.row));
            if found.0 < claim.start {
                *found = (claim.start, claim.row);
            }
        }
    }
    best.into_iter().map(|(who, (_, row))| (who, row)).collect()
}

/// The cells of a row that say something else than the row that is taken.
fn lose(rows: &mut [Looked<'_>], table: &Table<'_>, fields: &[ImportField], (number, winner): (u32, u32)) {
    let (Some(at), Some(other)) = (find(rows, number), find(rows, winner)) else { return };
    let texts: Vec<String> = rows[other].incoming.cells.iter().map(|cell| cell.text.clone()).collect();
    let row = &mut rows[at];
    let mut lost = None;
    for (place, _) in table.columns.iter().enumerate().filter(|(_, c)| fields.contains(&c.field)) {
        let cell = &mut row.incoming.cells[place];
        if !matches!(cell.state, CellState::New | CellState::Changed) {
            continue;
        }
        // What both say is written, once.
        cell.was = None;
        cell.state = if cell.text == texts[place] { CellState::Same } else { CellState::Unused };
        lost = lost.or((cell.state == CellState::Unused).then_some(place));
    }
    if lost.is_some() {
        row.incoming.say(lost, Remark::LaterRow(winner));
    }
    let writes = |state: CellState| matches!(state, CellState::New | CellState::Changed);
    if row.state == RowState::Changed && !row.incoming.cells.iter().any(|cell| writes(cell.state)) {
        row.state = RowState::Same;
    }
}
