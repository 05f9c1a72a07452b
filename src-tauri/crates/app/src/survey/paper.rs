//! The figures for prefecture and ministry on paper and as a table.

use super::{SurveyPage, SurveyRow};
use crate::council::App;
use crate::error::Result;
use crate::plans::paper::PlanPaper;
use crate::publication::{Edition, Guard};
use crate::snapshot::Snapshot;
use crate::text::{labels, rosters, survey as words};
use entaku_documents::{Audience, ListedColumn, ListedPaper, ListedPart, ListedRow, ListedTable};
use entaku_domain::{Day, FiscalYear};
use entaku_sheets::{Cell, Column, Kind, Page, Sheet};

impl App {
    /// The figures of a year on paper. In public, figures of people below five are hidden,
    /// and with them all others of their section from which they could be worked out.
    ///
    /// # Errors
    /// Those of [`App::survey`]; [`crate::AppError::Personal`] (V21).
    pub fn survey_paper(&self, year: FiscalYear, on: Option<Day>, edition: Edition) -> Result<PlanPaper> {
        let (council, mut page) = (self.snapshot()?, self.survey(year, on)?);
        let public = edition.audience == Audience::Public;
        if public {
            hide(&mut page);
        }
        let mut guard = Guard::new(&council, edition);
        for row in page.sections.iter().flat_map(|s| &s.rows) {
            // The head of the council is public by the office.
            if row.key != "head" {
                guard.everything(&row.label, &row.value);
            }
        }
        guard.pass()?;
        let style = council.council.date_style;
        let on: Day = page.on.parse().unwrap_or(self.today());
        let marked = page.sections.iter().flat_map(|s| &s.rows).any(|r| r.small);
        let mark = marked.then(|| if public { rosters::HIDDEN } else { words::SMALL }.to_owned());
        let parts = page.sections.iter().map(|s| ListedPart {
            heading: s.title.clone(),
            rank: 1,
            table: Some(table(&s.rows, public)),
            ..ListedPart::default()
        });
        let listing = ListedPaper {
            lines: vec![labels::as_of(&council.council, on), council.council.secretariat.clone()],
            parts: parts.collect(),
            footers: mark.into_iter().chain(page.notes.clone()).chain(council.council.notice.clone()).collect(),
            ..ListedPaper::new(&council.council.name, &words::title(&style.fiscal_year(year)), edition.audience)
        };
        let sheet = sheet(&council, &page, &listing, public, self.today());
        Ok(PlanPaper { listing, sheet })
    }
}

/// A section with one small figure of people loses all of its figures of people but those
/// of nobody: from the others, and the number of members, it could be worked out.
fn hide(page: &mut SurveyPage) {
    for section in &mut page.sections {
        if section.rows.iter().any(|r| r.small) {
            let nought = words::people(0);
            for row in section.rows.iter_mut().filter(|r| r.key != "members" && r.value != nought) {
                row.small = true;
            }
        }
    }
}

fn value(row: &SurveyRow, public: bool) -> String {
    match (row.small, public) {
        (true, true) => rosters::STAR.to_owned(),
        (true, false) => words::marked(&row.value),
        (false, _) => row.value.clone(),
    }
}

fn table(rows: &[SurveyRow], public: bool) -> ListedTable {
    let columns = [(words::WHAT, 18), (words::VALUE, 24), (words::HOW, 22)];
    ListedTable {
        columns: columns.iter().map(|(name, share)| ListedColumn::text(name, *share)).collect(),
        rows: rows.iter().map(|r| ListedRow::of(vec![r.label.clone(), value(r, public), r.note.clone()])).collect(),
        head: 0,
        row_mm: 0,
    }
}

fn sheet(council: &Snapshot, page: &SurveyPage, listing: &ListedPaper, public: bool, today: Day) -> Sheet {
    let line = |title: &str, row: &SurveyRow| {
        [title, &row.label, &value(row, public), &row.note].iter().map(|c| Cell::from(*c)).collect::<Vec<Cell>>()
    };
    let rows = page.sections.iter().flat_map(|s| s.rows.iter().map(move |r| line(&s.title, r))).collect();
    let columns = [(words::SECTION, 22), (words::WHAT, 34), (words::VALUE, 50), (words::HOW, 50)];
    Sheet {
        name: words::SURVEY.to_owned(),
        title: std::iter::once(format!("{}　{}", listing.council, listing.title))
            .chain(listing.lines.clone())
            .collect(),
        columns: columns.iter().map(|(n, w)| Column { name: (*n).to_owned(), width: *w, kind: Kind::Text }).collect(),
        rows,
        page: Page::Landscape,
        footer: listing.footers.first().cloned().unwrap_or_default(),
        dates: entaku_sheets::DateStyle::Era,
        author: council.council.secretariat.clone(),
        made_on: today,
    }
}
