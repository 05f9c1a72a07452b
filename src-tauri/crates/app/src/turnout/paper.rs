//! Attendance in figures on paper and as a table. The public edition shows bodies only,
//! and no figure that is too small (V26).

use super::{HeldRow, Turnout, TurnoutRow};
use crate::council::App;
use crate::error::Result;
use crate::text::{rosters, turnout as words};
use entaku_documents::{Audience, ListedColumn, ListedPaper, ListedPart, ListedRow, ListedTable};
use entaku_domain::Day;
use entaku_domain::council::Council;
use entaku_domain::small_cells::LEAST;
use entaku_sheets::{Cell, Column, Kind, Page, Sheet};

/// Attendance in figures, printed and as a table.
#[derive(Debug)]
pub struct TurnoutPaper {
    /// To be printed.
    pub listing: ListedPaper,
    /// For Excel.
    pub sheet: Sheet,
}

impl App {
    /// Attendance in figures on paper.
    ///
    /// # Errors
    /// Those of [`App::turnout`].
    pub fn turnout_paper(&self, ask: &super::TurnoutAsk, audience: Audience) -> Result<TurnoutPaper> {
        let turnout = self.turnout(ask)?;
        let council = self.snapshot()?.council;
        let public = audience == Audience::Public;
        let mut parts = held_part(&turnout.held).into_iter().collect::<Vec<_>>();
        parts.extend(part(words::BY_BODY, &turnout.bodies, false, public));
        if !public {
            parts.extend(part(words::BY_MEMBER, &turnout.members, true, false));
            parts.extend(part(words::BY_ORGANIZATION, &turnout.organizations, false, false));
        }
        let style = council.date_style;
        let told = if public { words::PUBLIC_NOTES } else { words::NOTES.len() };
        let hides = public && turnout.bodies.iter().any(|r| r.meetings < LEAST);
        let footers = turnout.notes.iter().take(told).cloned().chain(hides.then(|| rosters::HIDDEN.to_owned()));
        let listing = ListedPaper {
            lines: vec![words::period(&style.day(ask.from), &style.day(ask.to))],
            landscape: true,
            parts,
            footers: footers.chain(council.notice.clone()).collect(),
            ..ListedPaper::new(&council.name, words::TITLE, audience)
        };
        let sheet = sheet(&turnout, &listing, &council, public, self.today());
        Ok(TurnoutPaper { listing, sheet })
    }
}

/// A figure; a star for one that is too small to be told in public.
fn figure(n: u32, hides: bool) -> String {
    if hides { rosters::STAR.to_owned() } else { n.to_string() }
}

/// A row's figures. In public a body is told whole or not at all: of single figures
/// below five the others would give them away.
fn cells(row: &TurnoutRow, public: bool) -> Vec<String> {
    let hides = public && row.meetings < LEAST;
    let rate = |r: &Option<String>| if hides { rosters::STAR.to_owned() } else { r.clone().unwrap_or_default() };
    let small = |n: u32| figure(n, hides || public && n > 0 && n < LEAST);
    let mut cells = vec![figure(row.meetings, hides), figure(row.present, hides)];
    if public {
        cells.extend([rate(&row.rate)]);
        return cells;
    }
    let detail = [row.online, row.partly, row.proxy, row.excused, row.absent, row.unrecorded];
    cells.extend(detail.map(small));
    cells.extend([rate(&row.rate), rate(&row.rate_unexcused)]);
    cells
}

fn headings(public: bool) -> Vec<&'static str> {
    let all = words::COLUMNS;
    if public { vec![all[0], all[1], all[8]] } else { all.to_vec() }
}

fn part(heading: &str, rows: &[TurnoutRow], of_members: bool, public: bool) -> Option<ListedPart> {
    let mut columns = vec![ListedColumn::text(words::NAME, 20)];
    if of_members {
        columns.extend([ListedColumn::text(words::AFFILIATION, 26), ListedColumn::text(words::BODY, 14)]);
    }
    let mut figures = headings(public);
    if let Some(first) = figures.first_mut().filter(|_| !of_members) {
        *first = words::IN_ALL;
    }
    columns.extend(figures.into_iter().map(ListedColumn::figures));
    let row = |r: &TurnoutRow| {
        let mut head = vec![r.name.clone()];
        if of_members {
            head.extend([r.affiliation.clone(), r.body.clone()]);
        }
        ListedRow::of(head.into_iter().chain(cells(r, public)).collect())
    };
    let table = ListedTable { columns, rows: rows.iter().map(row).collect(), head: 0, row_mm: 0 };
    let part = ListedPart { heading: heading.to_owned(), rank: 1, table: Some(table), ..ListedPart::default() };
    (!rows.is_empty()).then_some(part)
}

/// The meetings against the plan.
pub(crate) fn held_part(held: &[HeldRow]) -> Option<ListedPart> {
    let [body, planned, done, written, cancelled, ahead, missing] = words::HELD_COLUMNS;
    let figures = [planned, done, written, cancelled, ahead, missing].map(ListedColumn::figures);
    let columns = std::iter::once(ListedColumn::text(body, 20)).chain(figures).collect();
    let number = |n: Option<u32>| n.map_or_else(|| words::NO_PLAN.to_owned(), |n| n.to_string());
    let row = |r: &HeldRow| {
        let counts = [r.held, r.written, r.cancelled, r.ahead].map(|n| n.to_string());
        let cells = [r.body.clone(), number(r.planned.map(u32::from))].into_iter().chain(counts);
        ListedRow::of(cells.chain([number(r.missing)]).collect())
    };
    let table = ListedTable { columns, rows: held.iter().map(row).collect(), head: 0, row_mm: 0 };
    let heading = words::HELD.to_owned();
    let part =
        ListedPart { heading, rank: 1, table: Some(table), note: words::HELD_NOTE.to_owned(), ..ListedPart::default() };
    (!held.is_empty()).then_some(part)
}

fn sheet(turnout: &Turnout, listing: &ListedPaper, council: &Council, public: bool, made_on: Day) -> Sheet {
    let mut columns: Vec<Column> = [(words::KIND, 10), (words::NAME, 24), (words::AFFILIATION, 30), (words::BODY, 18)]
        .map(|(name, width)| Column { name: name.to_owned(), width, kind: Kind::Text })
        .into();
    columns.extend(headings(public).into_iter().map(|name| Column {
        name: name.to_owned(),
        width: 9,
        kind: Kind::Integer,
    }));
    let mut groups = vec![(words::BY_BODY, &turnout.bodies)];
    if !public {
        groups.extend([(words::BY_MEMBER, &turnout.members), (words::BY_ORGANIZATION, &turnout.organizations)]);
    }
    let row = |kind: &str, r: &TurnoutRow| {
        let head = [kind, &r.name, &r.affiliation, &r.body].map(Cell::from);
        let figures =
            cells(r, public).into_iter().map(|t| t.parse().map_or_else(|_| Cell::from(t.as_str()), Cell::Integer));
        head.into_iter().chain(figures).collect::<Vec<_>>()
    };
    Sheet {
        name: words::TITLE.to_owned(),
        title: vec![format!("{}　{}", listing.council, listing.title), listing.lines.join("　")],
        columns,
        rows: groups.iter().flat_map(|(kind, rows)| rows.iter().map(|r| row(kind, r))).collect(),
        page: Page::Landscape,
        footer: listing.footers.first().cloned().unwrap_or_default(),
        dates: entaku_sheets::DateStyle::Era,
        author: council.secretariat.clone(),
        made_on,
    }
}
