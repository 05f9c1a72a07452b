//! The table of issues (課題整理表) as a sheet for Excel or CSV.

use crate::snapshot::Snapshot;
use crate::text::labels;
use entaku_documents::{IssueRow, IssueTable};
use entaku_domain::Day;
use entaku_sheets::{Cell, Column, DateStyle, Kind, Page, Sheet};

/// The columns, each with its width and what it shows of a row.
type Show = fn(&IssueRow) -> &String;
const COLUMNS: [(u16, Kind, Show); 16] = [
    (8, Kind::Mark, |r| &r.number),
    (22, Kind::Text, |r| &r.origin),
    (18, Kind::Mark, |r| &r.received),
    (10, Kind::Text, |r| &r.field),
    (26, Kind::Text, |r| &r.issue),
    (40, Kind::Text, |r| &r.gist),
    (28, Kind::Text, |r| &r.background),
    (24, Kind::Text, |r| &r.resources),
    (8, Kind::Mark, |r| &r.level),
    (16, Kind::Text, |r| &r.owner),
    (18, Kind::Mark, |r| &r.due),
    (36, Kind::Text, |r| &r.measures),
    (10, Kind::Mark, |r| &r.state),
    (24, Kind::Text, |r| &r.result),
    (22, Kind::Text, |r| &r.plan_item),
    (24, Kind::Text, |r| &r.feedback),
];

/// The table of issues of a day as a sheet.
pub fn sheet(council: &Snapshot, table: &IssueTable, on: Day) -> Sheet {
    let headings = crate::text::issues::TABLE_COLUMNS.iter().zip(COLUMNS);
    let cells = |row: &IssueRow| COLUMNS.iter().map(|(_, _, show)| Cell::from(show(row).as_str())).collect();
    Sheet {
        name: labels::ISSUE_TABLE.to_owned(),
        title: vec![format!("{}　{}", table.council, table.title), table.as_of.clone()],
        columns: headings.map(|(name, (width, kind, _))| Column { name: (*name).to_owned(), width, kind }).collect(),
        rows: table.rows.iter().map(cells).collect(),
        page: Page::Landscape,
        footer: table.footers.first().cloned().unwrap_or_default(),
        dates: DateStyle::Era,
        author: council.council.secretariat.clone(),
        made_on: on,
    }
}
