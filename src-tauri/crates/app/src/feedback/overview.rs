//! The yearly overview of feedback (フィードバック一覧): each organisation in figures, then
//! each matter, on paper and as a table.

use super::{Matter, Source};
use crate::council::App;
use crate::error::Result;
use crate::proposals::outcome_words;
use crate::proposals::paper::table;
use crate::publication::{Edition, Guard};
use crate::text::{feedback as words, labels};
use entaku_documents::{ListedColumn, ListedPaper, ListedPart, ListedRow, ListedTable};
use entaku_domain::id::OrganizationId;
use entaku_domain::{Day, FiscalYear};
use entaku_sheets::{Cell, Column, DateStyle, Kind, Page, Sheet};

/// The overview on paper and as a table.
#[derive(Debug)]
pub struct FeedbackPaper {
    /// On paper.
    pub listing: ListedPaper,
    /// As a table: a row for each matter.
    pub sheet: Sheet,
}

impl App {
    /// The overview of a fiscal year: what was raised in it, and what was raised before and
    /// was still under way or told in it.
    ///
    /// # Errors
    /// [`crate::AppError::Personal`] when a public edition holds what may point at a person
    /// and nobody has looked twice (V21).
    pub fn feedback_overview(&self, year: FiscalYear, edition: Edition) -> Result<FeedbackPaper> {
        let council = self.snapshot()?;
        let source = Source::of(&self.store, &council)?;
        let style = council.council.date_style;
        let until = year.last_day().min(self.today()).max(year.first_day());
        let all = source.matters();
        let matters: Vec<&Matter<'_>> = all.iter().filter(|m| concerns(m, year, until)).collect();
        let mut guard = Guard::new(&council, edition);
        let mut parts: Vec<ListedPart> = Vec::new();
        parts.push(figures(&source, &matters, until));
        for (name, own) in by_organization(&source, &matters, until) {
            let rows: Vec<Vec<String>> = own.iter().map(|m| row(&source, m)).collect();
            rows.iter().flatten().for_each(|text| guard.everything(&name, text));
            parts.extend(table(&name, &COLUMNS, rows).map(|part| naming_title(ListedPart { rank: 2, ..part })));
        }
        guard.pass()?;
        let title = words::overview(&style.fiscal_year(year));
        let listing = ListedPaper {
            lines: vec![labels::as_of(&source.council.council, until), source.council.council.secretariat.clone()],
            landscape: true,
            parts,
            footers: source.council.council.notice.iter().cloned().collect(),
            ..ListedPaper::new(&source.council.council.name, &title, edition.audience)
        };
        Ok(FeedbackPaper { sheet: sheet(&source, &matters, &title, until), listing })
    }
}

/// The columns of matters on paper.
const COLUMNS: [(&str, u16); 7] = [
    (words::NUMBER, 0),
    (words::TITLE, 22),
    (words::RECEIVED, 0),
    (words::STAGE, 0),
    (words::DECIDED, 18),
    (words::RESULT, 34),
    (words::TOLD, 0),
];

/// Their widths as a table, the organisation's before them, in half-width characters.
const WIDTHS: [u16; 8] = [28, 8, 34, 18, 10, 30, 48, 18];

fn naming_title(mut part: ListedPart) -> ListedPart {
    if let Some(table) = &mut part.table {
        table.head = 1;
    }
    part
}

/// Whether a matter is told of in a year's overview.
fn concerns(m: &Matter<'_>, year: FiscalYear, until: Day) -> bool {
    let told = m.told.iter().any(|f| year.contains(f.on));
    let moved = m.decided.is_some_and(|e| year.contains(e.on));
    m.issue.received_on <= until && (m.issue.year == year || !m.is_finished() || told || moved)
}

fn by_organization<'a, 'b>(
    source: &Source<'_>,
    matters: &'b [&'a Matter<'a>],
    on: Day,
) -> Vec<(String, Vec<&'b Matter<'a>>)> {
    let mut found: Vec<(Option<OrganizationId>, Vec<&'b Matter<'a>>)> = Vec::new();
    for m in matters {
        match found.iter_mut().find(|(id, _)| *id == m.issue.raised_by) {
            Some((_, own)) => own.push(m),
            None => found.push((m.issue.raised_by, vec![m])),
        }
    }
    found.sort_by_key(|(id, _)| id.is_none());
    let name = |id: Option<OrganizationId>| match id {
        Some(o) => source.council.organization_name(o, on).to_owned(),
        None => words::UNNAMED.to_owned(),
    };
    found.into_iter().map(|(id, own)| (name(id), own)).collect()
}

/// How many each organisation raised, was told of, waits for.
fn figures(source: &Source<'_>, matters: &[&Matter<'_>], on: Day) -> ListedPart {
    let counts = |own: &[&Matter<'_>]| {
        let told = own.iter().filter(|m| m.issue.feedback_on.is_some()).count();
        let open = own.iter().filter(|m| !m.is_finished()).count();
        let owed = own.iter().filter(|m| m.owed.is_some()).count();
        [own.len(), told, open, owed].map(|n| n.to_string()).to_vec()
    };
    let organizations = by_organization(source, matters, on);
    let mut rows: Vec<ListedRow> = organizations
        .iter()
        .map(|(name, own)| ListedRow::of(std::iter::once(name.clone()).chain(counts(own)).collect()))
        .collect();
    if rows.len() > 1 {
        rows.push(ListedRow::total(std::iter::once(words::TOTAL.to_owned()).chain(counts(matters)).collect()));
    }
    let columns = [words::RAISED, words::ANSWERED, words::OPEN, words::OWED].map(ListedColumn::figures);
    let columns = std::iter::once(ListedColumn::text(words::ORGANIZATION, 30)).chain(columns).collect();
    let empty = rows.is_empty();
    ListedPart {
        heading: words::BY_ORGANIZATION.to_owned(),
        rank: 1,
        paragraphs: if empty { vec![words::NOTHING.to_owned()] } else { Vec::new() },
        table: (!empty).then_some(ListedTable { columns, rows, head: 0, row_mm: 0 }),
        note: String::new(),
    }
}

fn row(source: &Source<'_>, m: &Matter<'_>) -> Vec<String> {
    let council = source.council;
    let style = council.council.date_style;
    let at = m.decided.and_then(|e| council.meetings.iter().find(|x| Some(x.id) == e.meeting));
    let decided =
        m.decided.map(|e| words::decided_in_table(&style.day(e.on), at.map(|x| council.meeting_title(x)).as_deref()));
    let became = m.became.iter().map(|i| words::became(&labels::issue_number(i), &i.title));
    let answers = m.proposals.iter().filter_map(|p| p.answer.clone()).filter(|t| !t.is_empty());
    let outcomes = m.proposals.iter().map(|p| outcome_words(council, p)).filter(|t| !t.is_empty());
    let told = match (&m.issue.feedback_on, &m.issue.no_feedback) {
        (Some(on), _) => style.day(*on),
        (None, Some(reason)) => crate::text::issues::no_feedback(reason),
        (None, None) => String::new(),
    };
    vec![
        labels::issue_number(m.issue),
        m.issue.title.clone(),
        style.day(m.issue.received_on),
        m.now().stage.label().to_owned(),
        decided.unwrap_or_default(),
        became.chain(answers).chain(outcomes).collect::<Vec<_>>().join("\n"),
        told,
    ]
}

fn sheet(source: &Source<'_>, matters: &[&Matter<'_>], title: &str, on: Day) -> Sheet {
    let mut rows = Vec::new();
    for (name, own) in by_organization(source, matters, on) {
        for m in own {
            let cells = std::iter::once(name.clone()).chain(row(source, m));
            rows.push(cells.map(|text| Cell::from(text.as_str())).collect());
        }
    }
    let headings = std::iter::once(words::ORGANIZATION).chain(COLUMNS.iter().map(|(name, _)| *name));
    let column = |(name, width): (&str, u16)| Column { name: name.to_owned(), width, kind: Kind::Text };
    let council = &source.council.council;
    Sheet {
        name: words::SHEET.to_owned(),
        title: vec![format!("{}　{title}", council.name), labels::as_of(council, on)],
        columns: headings.zip(WIDTHS).map(column).collect(),
        rows,
        page: Page::Landscape,
        footer: council.notice.iter().next().cloned().unwrap_or_default(),
        dates: DateStyle::Era,
        author: council.secretariat.clone(),
        made_on: on,
    }
}
