//! The ledger of issued documents as a table.

use super::day_of;
use crate::snapshot::Snapshot;
use crate::text::issued as words;
use entaku_domain::issued::{Issued, Readers};
use entaku_domain::{Day, FiscalYear};
use entaku_sheets::{Cell, Column, DateStyle, Kind, Page, Sheet};

/// The ledger as a sheet, oldest first: of a fiscal year, or all.
pub fn sheet(council: &Snapshot, issued: &[Issued], year: Option<FiscalYear>, today: Day) -> Sheet {
    let wanted = |d: &&Issued| year.is_none_or(|y| day_of(d).map(FiscalYear::of) == Some(y));
    let rows = issued.iter().rev().filter(wanted).enumerate().map(|(at, d)| row(at + 1, d)).collect();
    let kinds = [
        (5, Kind::Integer),
        (20, Kind::Date),
        (8, Kind::Mark),
        (14, Kind::Text),
        (16, Kind::Text),
        (40, Kind::Text),
        (10, Kind::Mark),
        (8, Kind::Mark),
        (7, Kind::Integer),
        (36, Kind::Text),
        (40, Kind::Text),
        (20, Kind::Text),
        (12, Kind::Mark),
    ];
    let columns = words::LEDGER_COLUMNS.iter().zip(kinds);
    Sheet {
        name: words::LEDGER.to_owned(),
        title: vec![words::ledger_heading(&council.council, year), crate::text::labels::as_of(&council.council, today)],
        columns: columns.map(|(name, (width, kind))| Column { name: (*name).to_owned(), width, kind }).collect(),
        rows,
        page: Page::Landscape,
        footer: council.council.notice.clone().unwrap_or_default(),
        dates: DateStyle::Era,
        author: council.council.secretariat.clone(),
        made_on: today,
    }
}

fn row(number: usize, document: &Issued) -> Vec<Cell> {
    let count = |n: usize| Cell::Integer(i64::try_from(n).unwrap_or(i64::MAX));
    vec![
        count(number),
        day_of(document).map_or(Cell::Empty, Cell::Date),
        Cell::from(words::clock(&document.at)),
        Cell::from(document.by.as_str()),
        Cell::from(words::kind(&document.kind)),
        Cell::from(document.title.as_str()),
        Cell::from(document.readers.map(Readers::label).unwrap_or_default()),
        Cell::from(document.way.label()),
        document.pages.map_or(Cell::Empty, |n| Cell::Integer(i64::from(n))),
        Cell::from(document.name.as_str()),
        Cell::from(document.place.clone().unwrap_or_default()),
        Cell::from(document.sha256.as_str()),
        Cell::from(words::kept(document.kept)),
    ]
}
