//! Reports of subcommittees and the sheet of their progress (進捗管理表) on paper.

use super::drawn::Told;
use super::{YearWork, issue_name, next_meeting, stage_on};
use crate::error::{AppError, Result};
use crate::issues::Ledger;
use crate::publication::{self, Edition, Guard};
use crate::snapshot::Snapshot;
use crate::text::{labels, work_plans as words};
use entaku_documents::{ListedColumn, ListedPaper, ListedPart, ListedRow, ListedTable};
use entaku_domain::body::Body;
use entaku_domain::id::BodyId;
use entaku_domain::work_plan::{PlanStep, ProgressState, ReportKind, ReportState};
use entaku_domain::{Day, FiscalYear};

/// What is read for papers: a year's work and the next year's.
#[derive(Debug, Clone)]
pub struct Work {
    /// The year.
    pub(crate) this: YearWork,
    /// The year after.
    pub(crate) next: YearWork,
}

impl Work {
    /// The year that is told of.
    pub(crate) const fn year(&self) -> FiscalYear {
        self.this.year
    }
}

/// A report of one subcommittee, or of all in one paper.
///
/// # Errors
/// [`AppError::NothingInYear`] for a year without a subcommittee; [`AppError::Personal`] when a
/// public edition holds what may point at a person and nobody has looked twice (V21).
pub(crate) fn sub_reports(
    council: &Snapshot,
    ledger: &Ledger,
    work: &Work,
    body: Option<BodyId>,
    kind: ReportKind,
    on: Day,
    edition: Edition,
) -> Result<ListedPaper> {
    let year = work.this.year;
    let bodies: Vec<&Body> = council.subcommittees(year).filter(|b| body.is_none_or(|id| id == b.id)).collect();
    if bodies.is_empty() {
        return Err(AppError::NothingInYear(year.number()));
    }
    let style = council.council.date_style;
    let name = match body {
        Some(id) => council.body_name(id, year),
        None => words::joint_body(),
    };
    let title = words::title(kind, name, &style.fiscal_year(year), &style.fiscal_year(year.plus(1)));
    let mut guard = Guard::new(council, edition);
    let mut parts = Vec::new();
    let mut lines = Vec::new();
    for one in bodies {
        let told = Told { council, ledger, work: &work.this, next: &work.next, body: one.id, on };
        let about = about(&told, kind, edition);
        match body {
            Some(_) => lines = about,
            None => parts.push(ListedPart {
                heading: council.body_name(one.id, year).to_owned(),
                rank: 1,
                note: about.join("　"),
                ..ListedPart::default()
            }),
        }
        parts.extend(report_parts(&told, kind, if body.is_some() { 1 } else { 2 }, &mut guard));
    }
    guard.pass()?;
    let footers = council.council.notice.iter().cloned().collect();
    Ok(ListedPaper { lines, parts, footers, ..ListedPaper::new(&council.council.name, &title, edition.audience) })
}

/// Who heads the subcommittee, and where the report was handed in.
fn about(told: &Told<'_>, kind: ReportKind, edition: Edition) -> Vec<String> {
    let council = told.council;
    let head = council.head_of(told.body, told.on).and_then(|o| {
        let shown = publication::appearance(council, council.person(o.person)?, told.on, edition.audience);
        Some(words::head(&o.title, &shown.name))
    });
    let report = told.work.report(told.body, kind);
    let title = |id| council.meetings.iter().find(|m| Some(m.id) == id).map(|m| council.meeting_title(m));
    let state = match report.map_or(ReportState::Draft, |r| r.state()) {
        ReportState::Draft => Some(words::DRAFT.to_owned()),
        ReportState::Submitted => report.and_then(|r| title(r.submitted_at)).map(|m| words::handed_in(&m, false)),
        ReportState::Reported => report.and_then(|r| title(r.reported_at)).map(|m| words::handed_in(&m, true)),
    };
    head.into_iter().chain(state).collect()
}

fn report_parts(told: &Told<'_>, kind: ReportKind, rank: u8, guard: &mut Guard) -> Vec<ListedPart> {
    let report = told.work.report(told.body, kind);
    let name = told.council.body_name(told.body, told.work.year);
    let mut parts = Vec::new();
    for part in kind.parts() {
        let drawn = told.part(kind, *part);
        let own = report.and_then(|r| told.work.text(r, *part));
        let text = own.unwrap_or(&drawn.text);
        if text.trim().is_empty() {
            continue;
        }
        guard.everything(&words::place(name, part.label()), text);
        // What still says what the records say is set as the table that it is.
        let table = drawn.table.filter(|_| own.is_none_or(|t| t == drawn.text));
        let paragraphs = match &table {
            Some(_) => Vec::new(),
            None => text.split("\n\n").map(|p| p.trim_matches('\n').to_owned()).collect(),
        };
        parts.push(ListedPart { heading: part.label().to_owned(), rank, paragraphs, table, note: String::new() });
    }
    parts
}

/// The sheet of progress over all subcommittees of a year on a day.
///
/// # Errors
/// As [`sub_reports`].
pub(crate) fn progress_sheet(
    council: &Snapshot,
    ledger: &Ledger,
    work: &Work,
    on: Day,
    edition: Edition,
) -> Result<ListedPaper> {
    let year = work.this.year;
    let mut guard = Guard::new(council, edition);
    let mut rows = Vec::new();
    let mut late = Vec::new();
    for body in council.subcommittees(year) {
        let told = Told { council, ledger, work: &work.this, next: &work.next, body: body.id, on };
        rows.push(row(&told, &mut guard));
        late.extend(late_rows(&told, &mut guard));
    }
    if rows.is_empty() {
        return Err(AppError::NothingInYear(year.number()));
    }
    guard.pass()?;
    let columns =
        [(words::BODY, 13), (words::THEMES, 24), (words::POLICY, 24), (words::PROGRESS, 26), (words::NEXT, 12)];
    let first = part("", &columns, rows);
    let columns = [(words::BODY, 14), (words::ACTIVITY, 26), (words::DUE, 0), (words::WHO, 14), (words::SAID, 26)];
    let none = late.is_empty();
    let mut second = part(words::LATE, &columns, late);
    if none {
        second.paragraphs = vec![words::NONE_LATE.to_owned()];
    }
    let style = council.council.date_style;
    Ok(ListedPaper {
        lines: vec![labels::as_of(&council.council, on)],
        landscape: true,
        parts: vec![first, second],
        footers: council.council.notice.iter().cloned().collect(),
        ..ListedPaper::new(&council.council.name, &words::sheet_title(&style.fiscal_year(year)), edition.audience)
    })
}

fn part(heading: &str, columns: &[(&str, u16)], rows: Vec<Vec<String>>) -> ListedPart {
    let columns = columns.iter().map(|(name, share)| ListedColumn::text(name, *share)).collect();
    let rows = rows.into_iter().map(ListedRow::of).collect();
    let table = Some(ListedTable { columns, rows, head: 0, row_mm: 0 });
    ListedPart { heading: heading.to_owned(), rank: 1, table, ..ListedPart::default() }
}

fn row(told: &Told<'_>, guard: &mut Guard) -> Vec<String> {
    let (council, work) = (told.council, told.work);
    let name = council.body_name(told.body, work.year).to_owned();
    let mut themes = Vec::new();
    for theme in work.themes_of(told.body) {
        themes.push(theme.title.clone());
        let issue = |i| words::open_issue(&issue_name(i), stage_on(told.ledger, i, told.on).label());
        themes.extend(told.issues_of(theme).map(issue));
    }
    let themes = if themes.is_empty() { words::NOTHING.to_owned() } else { themes.join("\n") };
    let policy = work.plan(told.body).map(|p| p.policy.clone()).unwrap_or_default();
    let progress: Vec<String> = work
        .steps_of(told.body)
        .map(|s| {
            let state = work.standing(s, told.on).map_or(words::UNTOUCHED, ProgressState::label);
            words::standing(state, &s.activity, &s.time)
        })
        .chain(work.said(told.body, None).into_iter().rfind(|p| p.on <= told.on).map(|p| p.text.clone()))
        .collect();
    let progress = progress.join("\n");
    for (what, text) in [(words::THEMES, &themes), (words::POLICY, &policy), (words::PROGRESS, &progress)] {
        guard.everything(&words::place(&name, what), text);
    }
    let next = next_meeting(council, told.body, told.on).map_or_else(
        || words::NO_MEETING.to_owned(),
        |m| format!("{}\n{}", council.meeting_name(m), council.council.date_style.day(m.date)),
    );
    vec![name, themes, policy, progress, next]
}

/// The steps that are late, each with the last word on it.
fn late_rows(told: &Told<'_>, guard: &mut Guard) -> Vec<Vec<String>> {
    let (council, work) = (told.council, told.work);
    let name = council.body_name(told.body, work.year).to_owned();
    let is_late = |s: &&PlanStep| work.standing(s, told.on) == Some(ProgressState::Late);
    let mut rows = Vec::new();
    for step in work.steps_of(told.body).filter(is_late) {
        let last = work.said(told.body, Some(step.id)).into_iter().rfind(|p| p.on <= told.on);
        let said = last.map(|p| p.text.clone()).unwrap_or_default();
        guard.everything(&words::place(&name, words::LATE), &said);
        let due = step.due_on.map_or_else(|| step.time.clone(), |d| council.council.date_style.day(d));
        rows.push(vec![name.clone(), step.activity.clone(), due, step.who.clone(), said]);
    }
    rows
}
