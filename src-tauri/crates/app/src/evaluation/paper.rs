//! The evaluation on paper, for Word, and as a table.

use super::{EvaluationPage, EvaluationRow};
use crate::council::App;
use crate::error::Result;
use crate::plans::paper::PlanPaper;
use crate::publication::{Edition, Guard};
use crate::snapshot::Snapshot;
use crate::text::evaluation as words;
use entaku_documents::{ListedColumn, ListedPaper, ListedPart, ListedRow, ListedTable};
use entaku_domain::{Day, FiscalYear};
use entaku_sheets::{Cell, Column, Kind, Page, Sheet};

impl App {
    /// The evaluation of a year on paper. In public the office's own texts are looked at (V21).
    ///
    /// # Errors
    /// Those of [`App::evaluation`]; [`crate::AppError::Personal`].
    pub fn evaluation_paper(&self, year: FiscalYear, edition: Edition) -> Result<PlanPaper> {
        let (council, page) = (self.snapshot()?, self.evaluation(year)?);
        let mut guard = Guard::new(&council, edition);
        for row in &page.fields {
            [&row.good, &row.change, &row.measures].iter().for_each(|text| guard.everything(&row.label, text));
        }
        guard.pass()?;
        let style = council.council.date_style;
        let until: Day = page.until.parse().unwrap_or(self.today());
        let still = (until < year.last_day()).then(|| words::so_far(&style.day(until)));
        let lines = still.into_iter().chain([council.council.secretariat.clone()]);
        let mut parts = vec![overview(&page)];
        parts.extend(page.fields.iter().flat_map(part));
        let listing = ListedPaper {
            lines: lines.filter(|l| !l.is_empty()).collect(),
            parts,
            footers: page.notes.iter().cloned().chain(council.council.notice.clone()).collect(),
            ..ListedPaper::new(&council.council.name, &words::title(&style.fiscal_year(year)), edition.audience)
        };
        let sheet = sheet(&council, &page, &listing, self.today());
        Ok(PlanPaper { listing, sheet })
    }
}

/// All judgements at a glance.
fn overview(page: &EvaluationPage) -> ListedPart {
    let row =
        |r: &EvaluationRow| ListedRow::of(vec![r.label.clone(), judged(&r.judgement_label), judged(&r.last_judgement)]);
    let columns = [(words::FIELD, 22), (words::JUDGEMENT, 14), (words::LAST_JUDGEMENT, 14)];
    ListedPart {
        heading: words::OVERVIEW.to_owned(),
        rank: 1,
        table: Some(table(&columns, page.fields.iter().map(row).collect())),
        ..ListedPart::default()
    }
}

/// A field: its judgement, what is said of it, its figures.
fn part(row: &EvaluationRow) -> Vec<ListedPart> {
    let said = [
        (words::JUDGEMENT, &row.judgement_label),
        (words::GOOD, &row.good),
        (words::CHANGE, &row.change),
        (words::MEASURES, &row.measures),
        (words::LAST_MEASURES, &row.last_measures),
    ];
    let said = said.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| words::said(name, text));
    let figure = |f: &super::EvaluationFigure| ListedRow::of(vec![f.label.clone(), f.value.clone(), f.last.clone()]);
    let columns = [(words::WHAT, 22), (words::THIS_YEAR, 16), (words::LAST_YEAR, 16)];
    let rows: Vec<ListedRow> = row.figures.iter().map(figure).collect();
    vec![ListedPart {
        heading: row.label.clone(),
        rank: 1,
        paragraphs: said.collect(),
        table: (!rows.is_empty()).then(|| table(&columns, rows)),
        ..ListedPart::default()
    }]
}

fn judged(label: &str) -> String {
    if label.is_empty() { words::NOT_JUDGED.to_owned() } else { label.to_owned() }
}

fn table(columns: &[(&str, u16)], rows: Vec<ListedRow>) -> ListedTable {
    let columns = columns.iter().map(|(name, share)| ListedColumn::text(name, *share)).collect();
    ListedTable { columns, rows, head: 0, row_mm: 0 }
}

fn sheet(council: &Snapshot, page: &EvaluationPage, listing: &ListedPaper, today: Day) -> Sheet {
    let line = |row: &EvaluationRow, what: &str, value: &str, last: &str| {
        [row.label.as_str(), what, value, last].iter().map(|c| Cell::from(*c)).collect::<Vec<Cell>>()
    };
    let mut rows = Vec::new();
    for row in &page.fields {
        rows.extend(row.figures.iter().map(|f| line(row, &f.label, &f.value, &f.last)));
        rows.push(line(row, words::JUDGEMENT, &row.judgement_label, &row.last_judgement));
        rows.push(line(row, words::GOOD, &row.good, ""));
        rows.push(line(row, words::CHANGE, &row.change, ""));
        rows.push(line(row, words::MEASURES, &row.measures, &row.last_measures));
    }
    let columns = [(words::FIELD, 26), (words::WHAT, 34), (words::THIS_YEAR, 40), (words::LAST_YEAR, 30)];
    Sheet {
        name: words::EVALUATION.to_owned(),
        title: std::iter::once(format!("{}　{}", listing.council, listing.title))
            .chain(listing.lines.clone())
            .collect(),
        columns: columns.iter().map(|(n, w)| Column { name: (*n).to_owned(), width: *w, kind: Kind::Text }).collect(),
        rows,
        page: Page::Landscape,
        footer: council.council.notice.clone().unwrap_or_default(),
        dates: entaku_sheets::DateStyle::Era,
        author: council.council.secretariat.clone(),
        made_on: today,
    }
}
