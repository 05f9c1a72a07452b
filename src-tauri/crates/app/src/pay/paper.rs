//! A payment list on paper and as a table for the payroll side: days and amounts alone,
//! no bank account and no number of the person.

use super::lists::{PayListPage, PayPerson};
use crate::council::App;
use crate::error::Result;
use crate::text::pay as words;
use entaku_documents::{Audience, ListedColumn, ListedPaper, ListedPart, ListedRow, ListedTable};
use entaku_domain::Day;
use entaku_domain::id::PayListId;
use entaku_sheets::{Cell, Column, Kind, Page, Sheet};

/// A payment list, printed and as a table.
#[derive(Debug)]
pub struct PayPaper {
    /// To be printed.
    pub listing: ListedPaper,
    /// For Excel.
    pub sheet: Sheet,
}

impl App {
    /// A payment list on paper.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownRecord`].
    pub fn pay_paper(&self, id: PayListId) -> Result<PayPaper> {
        let page = self.pay_list_page(id)?;
        let council = self.snapshot()?.council;
        let style = council.date_style;
        let day = |iso: &str| iso.parse::<Day>().map_or_else(|_| iso.to_owned(), |d| style.day(d));
        let state = match &page.row.closed_on {
            Some(on) => words::paid_on(&day(on)),
            None => words::still_open(&style.day(self.today())),
        };
        let body = page.row.body.clone().unwrap_or_else(|| words::ALL_BODIES.to_owned());
        let mut parts = vec![people_part(&page), lines_part(&page, &day)];
        if !page.unpaid.is_empty() {
            let rows = page.unpaid.iter().map(|u| ListedRow::of(vec![u.name.clone(), u.reason.clone()])).collect();
            let columns = vec![ListedColumn::text(words::NAME, 10), ListedColumn::text(words::REASON, 30)];
            parts.push(part(words::UNPAID, columns, rows));
        }
        let listing = ListedPaper {
            lines: vec![words::period(&day(&page.row.from), &day(&page.row.to)), body, state],
            landscape: true,
            parts,
            footers: page
                .notices
                .iter()
                .chain(&page.reopened)
                .cloned()
                .chain([words::NO_ACCOUNTS.to_owned()])
                .collect(),
            ..ListedPaper::new(&council.name, &words::paper_title(&page.row.title), Audience::Internal)
        };
        let sheet = sheet(&page, &listing, &council.secretariat, self.today());
        Ok(PayPaper { listing, sheet })
    }
}

/// A part with its table; one that has no rows says so.
fn part(heading: &str, columns: Vec<ListedColumn>, rows: Vec<ListedRow>) -> ListedPart {
    if rows.is_empty() {
        let paragraphs = vec![words::NOBODY.to_owned()];
        return ListedPart { heading: heading.to_owned(), rank: 1, paragraphs, ..ListedPart::default() };
    }
    let table = ListedTable { columns, rows, head: 0, row_mm: 0 };
    ListedPart { heading: heading.to_owned(), rank: 1, table: Some(table), ..ListedPart::default() }
}

fn people_part(page: &PayListPage) -> ListedPart {
    let [name, affiliation, body, days, fee, travel, withheld, net, hint] = words::PEOPLE_COLUMNS;
    let columns = vec![
        ListedColumn::text(name, 14),
        ListedColumn::text(affiliation, 20),
        ListedColumn::text(body, 12),
        ListedColumn::figures(days),
        ListedColumn::figures(fee),
        ListedColumn::figures(travel),
        ListedColumn::figures(withheld),
        ListedColumn::figures(net),
        ListedColumn::text(hint, 24),
    ];
    let row = |p: &PayPerson| {
        ListedRow::of(vec![
            p.name.clone(),
            p.affiliation.clone(),
            p.body.clone(),
            p.days.to_string(),
            words::yen(p.fee),
            words::yen(p.travel),
            p.withheld.map_or_else(|| words::TO_BE_ENTERED.to_owned(), words::yen),
            words::yen(p.net),
            p.hint.clone(),
        ])
    };
    let days: u32 = page.people.iter().map(|p| p.days).sum();
    let total = ListedRow::total(vec![
        words::TOTAL.to_owned(),
        String::new(),
        String::new(),
        days.to_string(),
        words::yen(page.fee),
        words::yen(page.travel),
        words::yen(page.withheld),
        words::yen(page.net),
        String::new(),
    ]);
    let total = (!page.people.is_empty()).then_some(total);
    part(words::BY_PERSON, columns, page.people.iter().map(row).chain(total).collect())
}

fn lines_part(page: &PayListPage, day: &impl Fn(&str) -> String) -> ListedPart {
    let [on, meeting, name, basis, fee, travel] = words::LINE_COLUMNS;
    let columns = vec![
        ListedColumn::text(name, 12),
        ListedColumn::text(on, 0),
        ListedColumn::text(meeting, 20),
        ListedColumn::text(basis, 20),
        ListedColumn::figures(fee),
        ListedColumn::figures(travel),
    ];
    let rows = page.lines.iter().map(|l| {
        let cells = [&l.name, &day(&l.on), &l.meeting_title, &l.basis].map(Clone::clone);
        ListedRow::of(cells.into_iter().chain([words::yen(l.fee), words::yen(l.travel)]).collect())
    });
    part(words::BY_MEETING, columns, rows.collect())
}

/// The lines as a table, each with the member's organisation; amounts are numbers.
fn sheet(page: &PayListPage, listing: &ListedPaper, author: &str, made_on: Day) -> Sheet {
    let [on, meeting, name, basis, fee, travel] = words::LINE_COLUMNS;
    let columns = [
        (name, 16, Kind::Text),
        (words::AFFILIATION, 30, Kind::Text),
        (on, 12, Kind::Date),
        (meeting, 32, Kind::Text),
        (basis, 24, Kind::Text),
        (fee, 12, Kind::Integer),
        (travel, 12, Kind::Integer),
    ];
    let mut rows: Vec<Vec<Cell>> = page
        .lines
        .iter()
        .map(|l| {
            let on = l.on.parse::<Day>().map_or_else(|_| Cell::from(l.on.as_str()), Cell::Date);
            let texts = [&l.name, &l.affiliation].map(|t| Cell::from(t.as_str()));
            let more = [&l.meeting_title, &l.basis].map(|t| Cell::from(t.as_str()));
            let amounts = [Cell::Integer(l.fee), Cell::Integer(l.travel)];
            texts.into_iter().chain([on]).chain(more).chain(amounts).collect()
        })
        .collect();
    let total = |fee, travel| {
        let mut row = vec![Cell::from(words::TOTAL)];
        row.extend(std::iter::repeat_n(Cell::Empty, 4));
        row.extend([Cell::Integer(fee), Cell::Integer(travel)]);
        row
    };
    rows.push(total(page.fee, page.travel));
    Sheet {
        name: words::LIST.to_owned(),
        title: std::iter::once(format!("{}　{}", listing.council, listing.title))
            .chain(listing.lines.clone())
            .collect(),
        columns: columns.into_iter().map(|(name, width, kind)| Column { name: name.to_owned(), width, kind }).collect(),
        rows,
        page: Page::Landscape,
        footer: listing.footers.last().cloned().unwrap_or_default(),
        dates: entaku_sheets::DateStyle::Era,
        author: author.to_owned(),
        made_on,
    }
}
