//! Hearings and working together on paper: the opinion (意見書), opinions beside answers,
//! the record of working together.

use super::shown::{cooperation, item_label};
use super::{PlanBook, law_names};
use crate::council::App;
use crate::error::{AppError, Result};
use crate::publication::{Edition, Guard};
use crate::snapshot::Snapshot;
use crate::text::{labels, plans as words};
use entaku_documents::{ListedColumn, ListedPaper, ListedPart, ListedRow, ListedTable};
use entaku_domain::body::BodyKind;
use entaku_domain::hearing::{Hearing, HearingOpinion};
use entaku_domain::id::HearingId;
use entaku_domain::plan::Plan;
use entaku_domain::{Day, FiscalYear};
use entaku_sheets::{Cell, Column, Kind, Page, Sheet};

/// A document with the table of it.
#[derive(Debug)]
pub struct PlanPaper {
    /// To be printed.
    pub listing: ListedPaper,
    /// For Excel.
    pub sheet: Sheet,
}

/// A hearing with what is told of it.
struct Told<'a> {
    hearing: &'a Hearing,
    plan: &'a Plan,
    opinions: Vec<&'a HearingOpinion>,
    meeting: String,
}

impl App {
    /// The council's opinion on a plan (意見書), to whoever asked.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Personal`] for a public edition (V21).
    pub fn hearing_opinions_paper(&self, id: HearingId, edition: Edition) -> Result<PlanPaper> {
        let (council, book) = (self.snapshot()?, PlanBook::load(&self.store)?);
        let told = told(&council, &book, id)?;
        let style = council.council.date_style;
        let day = |d: Day| style.day(d);
        let signed = told.hearing.given_on.unwrap_or(self.today());
        let laws = words::laws(&law_names(&council, &told.hearing.laws));
        let asked = told.hearing.asked_on.map(day);
        let mut paragraphs = vec![words::addressee(&told.hearing.asked_by)];
        paragraphs.push(words::opinions_opening(asked.as_deref(), &told.plan.name, &laws, &told.meeting));
        let rows: Vec<Vec<String>> =
            (1..).zip(&told.opinions).map(|(n, o)| vec![number(n), item_label(&book, o), o.text.clone()]).collect();
        let columns = [(words::NUMBER, 0), (words::ITEM, 16), (words::OPINION, 40)];
        let title = words::opinions_title(&told.plan.name);
        let lines = vec![told.hearing.given_on.map_or_else(|| words::NO_DAY.to_owned(), day), signer(&council, signed)];
        self.made(&council, edition, Asked { title, lines, paragraphs, columns: &columns, rows, landscape: false })
    }

    /// The opinions of a hearing beside the city's answers.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Personal`] for a public edition (V21).
    pub fn hearing_answers_paper(&self, id: HearingId, edition: Edition) -> Result<PlanPaper> {
        let (council, book) = (self.snapshot()?, PlanBook::load(&self.store)?);
        let issues = self.store.issues()?;
        let told = told(&council, &book, id)?;
        let style = council.council.date_style;
        let day = |d: Option<Day>| d.map(|d| style.day(d));
        let h = told.hearing;
        let days = words::hearing_days(
            day(h.asked_on).as_deref(),
            &told.meeting,
            day(h.given_on).as_deref(),
            day(h.answered_on).as_deref(),
        );
        let grounds = |o: &HearingOpinion| {
            let found = issues.iter().filter(|i| o.issues.contains(&i.id));
            found.map(|i| words::numbered(&labels::issue_number(i), &i.title)).collect::<Vec<_>>().join("\n")
        };
        let row = |(n, o): (usize, &&HearingOpinion)| {
            let treatment = o.treatment.map(|t| t.label().to_owned());
            let answer = if o.answer.is_empty() && treatment.is_none() { words::NOT_ANSWERED } else { &o.answer };
            vec![
                number(n),
                item_label(&book, o),
                o.text.clone(),
                grounds(o),
                treatment.unwrap_or_default(),
                answer.to_owned(),
            ]
        };
        let rows = (1..).zip(&told.opinions).map(row).collect();
        let columns = [
            (words::NUMBER, 0),
            (words::ITEM, 12),
            (words::OPINION, 22),
            (words::ISSUES, 14),
            (words::TREATMENT, 8),
            (words::ANSWER, 22),
        ];
        let laws = words::laws(&law_names(&council, &h.laws));
        let paragraphs = [laws, days].into_iter().filter(|t| !t.is_empty()).collect();
        let title = words::numbered(&told.plan.name, words::ANSWERS);
        let lines = vec![labels::as_of(&council.council, self.today())];
        self.made(&council, edition, Asked { title, lines, paragraphs, columns: &columns, rows, landscape: true })
    }

    /// Working together in a fiscal year, or ever.
    ///
    /// # Errors
    /// [`AppError::Personal`] for a public edition (V21).
    pub fn cooperation_paper(&self, year: Option<FiscalYear>, edition: Edition) -> Result<PlanPaper> {
        let (council, book) = (self.snapshot()?, PlanBook::load(&self.store)?);
        let style = council.council.date_style;
        let within = book.cooperations.iter().rev().filter(|c| year.is_none_or(|y| y.contains(c.on)));
        let rows = within
            .map(|c| {
                let row = cooperation(&council, c);
                vec![style.day(c.on), row.kind_label, row.with, row.text, row.papers]
            })
            .collect();
        let columns = [(words::DAY, 0), (words::KIND, 0), (words::WITH, 18), (words::TEXT, 32), (words::PAPERS, 16)];
        let title = match year {
            Some(year) => words::numbered(&style.fiscal_year(year), words::COOPERATIONS),
            None => words::COOPERATIONS.to_owned(),
        };
        let lines = vec![labels::as_of(&council.council, self.today())];
        let asked = Asked { title, lines, paragraphs: Vec::new(), columns: &columns, rows, landscape: true };
        self.made(&council, edition, asked)
    }

    /// A paper of one table; in public every cell is looked at (V21).
    fn made(&self, council: &Snapshot, edition: Edition, asked: Asked<'_>) -> Result<PlanPaper> {
        let mut guard = Guard::new(council, edition);
        for text in asked.rows.iter().flatten().chain(&asked.paragraphs) {
            guard.everything(&asked.title, text);
        }
        guard.pass()?;
        let sheet = sheet(council, &asked, self.today());
        let empty = asked.rows.is_empty();
        let columns = asked.columns.iter().map(|(name, share)| ListedColumn::text(name, *share)).collect();
        let rows: Vec<ListedRow> = asked.rows.into_iter().map(ListedRow::of).collect();
        let mut paragraphs = asked.paragraphs;
        paragraphs.extend(empty.then(|| words::NO_OPINIONS.to_owned()));
        let part = ListedPart {
            rank: 1,
            paragraphs,
            table: (!empty).then_some(ListedTable { columns, rows, head: 1, row_mm: 0 }),
            ..ListedPart::default()
        };
        let listing = ListedPaper {
            lines: asked.lines.into_iter().filter(|l| !l.is_empty()).collect(),
            landscape: asked.landscape,
            parts: vec![part],
            footers: council.council.notice.iter().cloned().collect(),
            ..ListedPaper::new(&council.council.name, &asked.title, edition.audience)
        };
        Ok(PlanPaper { listing, sheet })
    }
}

/// What a paper of one table is made of.
struct Asked<'a> {
    title: String,
    lines: Vec<String>,
    paragraphs: Vec<String>,
    columns: &'a [(&'a str, u16)],
    rows: Vec<Vec<String>>,
    landscape: bool,
}

fn told<'a>(council: &'a Snapshot, book: &'a PlanBook, id: HearingId) -> Result<Told<'a>> {
    let hearing = book.known_hearing(id)?;
    let revision = book.known_revision(hearing.revision)?;
    let plan = council.plans.iter().find(|p| p.id == revision.plan);
    let plan = plan.ok_or_else(|| AppError::UnknownRecord(revision.plan.to_string()))?;
    let meeting = council.meetings.iter().find(|m| Some(m.id) == hearing.meeting);
    Ok(Told {
        hearing,
        plan,
        opinions: book.opinions.iter().filter(|o| o.hearing == id).collect(),
        meeting: meeting.map(|m| council.meeting_title(m)).unwrap_or_default(),
    })
}

/// Who signs for the council: the one who presides over the plenary on that day.
fn signer(council: &Snapshot, on: Day) -> String {
    let plenary = council.bodies.iter().find(|b| b.kind == BodyKind::Plenary);
    let head = plenary.and_then(|b| council.head_of(b.id, on));
    let name = head.and_then(|o| council.name_of(o.person, on)).unwrap_or_default();
    let title = head.map(|o| o.title.clone()).unwrap_or_default();
    words::signed(&council.council.name, &title, &name)
}

fn number(n: usize) -> String {
    n.to_string()
}

fn sheet(council: &Snapshot, asked: &Asked<'_>, today: Day) -> Sheet {
    let width = |share: u16| if share == 0 { 16 } else { share.saturating_mul(2) };
    let columns = asked.columns.iter().map(|(name, share)| Column {
        name: (*name).to_owned(),
        width: width(*share),
        kind: Kind::Text,
    });
    Sheet {
        name: words::PLAN.to_owned(),
        title: std::iter::once(words::numbered(&council.council.name, &asked.title))
            .chain(asked.lines.iter().cloned())
            .collect(),
        columns: columns.collect(),
        rows: asked.rows.iter().map(|row| row.iter().map(|c| Cell::from(c.as_str())).collect()).collect(),
        page: if asked.landscape { Page::Landscape } else { Page::Portrait },
        footer: council.council.notice.clone().unwrap_or_default(),
        dates: entaku_sheets::DateStyle::Era,
        author: council.council.secretariat.clone(),
        made_on: today,
    }
}
