//! Which columns a roster has, and how they stand in a sheet.

use super::{Line, RosterChoice};
use crate::snapshot::Snapshot;
use entaku_documents::{Audience, RosterColumn};
use entaku_domain::FiscalYear;
use entaku_domain::body::{Body, BodyVersion};
use entaku_sheets::{Cell, Column, Kind};

/// Columns of what is published: no reading, no dates, nothing internal (V26).
const PUBLIC: [RosterColumn; 5] =
    [RosterColumn::Category, RosterColumn::Affiliation, RosterColumn::Name, RosterColumn::Office, RosterColumn::Note];
/// Columns for the secretariat.
const INTERNAL: [RosterColumn; 9] = [
    RosterColumn::Number,
    RosterColumn::Category,
    RosterColumn::Name,
    RosterColumn::Kana,
    RosterColumn::Affiliation,
    RosterColumn::Office,
    RosterColumn::Appointed,
    RosterColumn::TermEnd,
    RosterColumn::Note,
];

/// The columns of a roster: those that were chosen, else the usual ones of its
/// audience; no category where categories do not tell members apart, and nothing
/// internal for others than the secretariat (V26).
pub fn columns(council: &Snapshot, body: &Body, choice: &RosterChoice) -> Vec<RosterColumn> {
    let usual: &[RosterColumn] = match choice.audience {
        Audience::Internal => &INTERNAL,
        Audience::Members | Audience::Public => &PUBLIC,
    };
    let all = choice.columns.as_deref().unwrap_or(usual);
    let categorised = council.version(body.id, FiscalYear::of(choice.on)).is_some_and(BodyVersion::is_categorised);
    let kept = |c: &RosterColumn| {
        (categorised || *c != RosterColumn::Category) && (choice.audience == Audience::Internal || !c.is_internal())
    };
    all.iter().copied().filter(kept).collect()
}

/// Columns that were chosen and are for the secretariat alone.
pub fn left_out(choice: &RosterChoice) -> Vec<RosterColumn> {
    let internal = choice.columns.iter().flatten().filter(|c| c.is_internal());
    if choice.audience == Audience::Internal { Vec::new() } else { internal.copied().collect() }
}

pub(super) fn cell(line: &Line<'_>, column: RosterColumn, number: usize) -> Cell {
    let days = line.sitting.days;
    match column {
        RosterColumn::Number => Cell::Integer(i64::try_from(number).unwrap_or(i64::MAX)),
        RosterColumn::Appointed => days.map_or(Cell::Empty, |(start, _)| Cell::Date(start)),
        RosterColumn::TermEnd => days.and_then(|(_, end)| end).map_or(Cell::Empty, Cell::Date),
        RosterColumn::Again => line.row.again.parse().map_or(Cell::Empty, Cell::Integer),
        _ => Cell::from(line.row.cell(column)),
    }
}

pub(super) fn column(column: RosterColumn, lines: &[Line<'_>]) -> Column {
    let widest = lines.iter().map(|l| entaku_sheets::display_width(l.row.cell(column))).max().unwrap_or(0);
    let kind = match column {
        RosterColumn::Number | RosterColumn::Again => Kind::Integer,
        RosterColumn::Appointed | RosterColumn::TermEnd => Kind::Date,
        RosterColumn::Office | RosterColumn::Kind => Kind::Mark,
        _ => Kind::Text,
    };
    // Long texts wrap: a sheet that is wider than a page prints too small to read.
    let most = match column {
        RosterColumn::Number => 5,
        RosterColumn::Category | RosterColumn::Name | RosterColumn::Contact | RosterColumn::Needs => 20,
        RosterColumn::Affiliation | RosterColumn::Address => 34,
        RosterColumn::Organization | RosterColumn::Nominator | RosterColumn::Post => 26,
        RosterColumn::Appointed | RosterColumn::TermEnd | RosterColumn::Kana | RosterColumn::LetterNumber => 18,
        RosterColumn::Office | RosterColumn::Note | RosterColumn::Kind | RosterColumn::Again => 12,
    };
    Column { name: column.label().to_owned(), width: (widest + 2).clamp(5, most), kind }
}
