//! Themes followed over the years (テーマの経過): issues that came out of one another, and those
//! that were open in more than one year, with where each stood in every year and what came of it.

use super::{Ledger, exists};
use crate::council::App;
use crate::error::Result;
use crate::proposals::proposal_row;
use crate::publication::{Edition, Guard};
use crate::snapshot::Snapshot;
use crate::text::{issue_views as words, labels};
use entaku_documents::listed::{ListedColumn, ListedPaper, ListedPart, ListedRow, ListedTable};
use entaku_domain::id::IssueId;
use entaku_domain::issue::{Issue, Proposal};
use entaku_domain::{Day, FiscalYear};
use std::collections::{BTreeMap, BTreeSet};

/// As many years stand side by side as a page has room for.
const YEARS: usize = 4;

/// Themes over the years.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct IssueThemes {
    /// The fiscal years that are shown, the latest last.
    pub years: Vec<i32>,
    /// The themes, by field and number.
    pub themes: Vec<ThemeRow>,
}

/// A theme.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ThemeRow {
    /// Identifier of the issue that it began with.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its field.
    pub field: String,
    /// Where its issues stood at the end of each year shown, in the order of the years.
    pub standings: Vec<Vec<ThemeStanding>>,
    /// What was proposed on them, and answered.
    pub proposals: Vec<ThemeProposal>,
    /// Whether any of its issues is open.
    pub open: bool,
}

/// Where an issue stood at the end of a year.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ThemeStanding {
    /// The issue's identifier.
    pub issue: String,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Code of the stage.
    pub stage: String,
    /// The stage, in Japanese.
    pub stage_label: String,
}

/// A proposal that came of a theme.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ThemeProposal {
    /// Its identifier.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Where it stands, in Japanese.
    pub state_label: String,
    /// The answer; empty where there is none.
    pub answer: String,
}

/// The themes as of a day.
///
/// # Errors
/// [`crate::AppError::NothingInYear`].
pub fn themes(council: &Snapshot, ledger: &Ledger, on: Day) -> Result<IssueThemes> {
    exists(council, on)?;
    let known: Vec<&Issue> = ledger.issues.iter().filter(|i| i.received_on <= on).collect();
    let this = FiscalYear::of(on);
    let mut years: Vec<FiscalYear> = known.iter().map(|i| i.year).chain([this]).filter(|y| *y <= this).collect();
    years.sort_unstable();
    years.dedup();
    years.drain(..years.len().saturating_sub(YEARS));
    let mut rows: Vec<ThemeRow> = chains(ledger, &known)
        .into_iter()
        .filter(|chain| chain.len() > 1 || chain.iter().any(|i| spans(ledger, i, on)))
        .filter_map(|chain| row(council, ledger, &chain, &years, on))
        .filter(|row| row.standings.iter().any(|year| !year.is_empty()))
        .collect();
    rows.sort_by(|a, b| a.field.cmp(&b.field));
    Ok(IssueThemes { years: years.iter().map(|y| y.number()).collect(), themes: rows })
}

/// Issues that hang together, each chain and all of them by year and number.
fn chains<'a>(ledger: &Ledger, known: &[&'a Issue]) -> Vec<Vec<&'a Issue>> {
    let mut next: BTreeMap<IssueId, Vec<IssueId>> = BTreeMap::new();
    for link in &ledger.links {
        next.entry(link.from).or_default().push(link.to);
        next.entry(link.to).or_default().push(link.from);
    }
    let by_id: BTreeMap<IssueId, &Issue> = known.iter().map(|i| (i.id, *i)).collect();
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for issue in known {
        let (mut chain, mut waiting) = (Vec::new(), vec![issue.id]);
        while let Some(id) = waiting.pop() {
            let Some(found) = by_id.get(&id).filter(|_| seen.insert(id)) else { continue };
            chain.push(*found);
            waiting.extend(next.get(&id).into_iter().flatten());
        }
        if !chain.is_empty() {
            chain.sort_by_key(|i| (i.received_on, i.year, i.number));
            all.push(chain);
        }
    }
    all
}

/// Whether something happened to an issue in more than one year, or it has been open since an earlier one.
fn spans(ledger: &Ledger, issue: &Issue, on: Day) -> bool {
    let last = if ledger.stage_on(issue, on).is_final() {
        ledger.steps_of(issue.id).iter().rfind(|e| e.on <= on).map_or(issue.received_on, |e| e.on)
    } else {
        on
    };
    FiscalYear::of(last) > issue.year
}

fn row(council: &Snapshot, ledger: &Ledger, chain: &[&Issue], years: &[FiscalYear], on: Day) -> Option<ThemeRow> {
    let root = chain.first()?;
    let mut proposals: Vec<&Proposal> = chain.iter().flat_map(|i| ledger.proposals_on(i.id)).collect();
    proposals.sort_by_key(|p| (p.delivered_on, p.id));
    proposals.dedup_by_key(|p| p.id);
    Some(ThemeRow {
        id: root.id.to_string(),
        number: labels::issue_number(root),
        title: root.title.clone(),
        field: root.field.clone(),
        standings: years.iter().map(|year| standings(ledger, chain, *year, on)).collect(),
        proposals: proposals.into_iter().map(|p| proposed(council, ledger, p, on)).collect(),
        open: chain.iter().any(|i| !ledger.stage_on(i, on).is_final()),
    })
}

/// Those issues of a chain that were open in a year, with their stage at its end.
fn standings(ledger: &Ledger, chain: &[&Issue], year: FiscalYear, on: Day) -> Vec<ThemeStanding> {
    let end = year.last_day().min(on);
    let ended = |i: &Issue| i.year < year && ledger.stage_on(i, year.plus(-1).last_day()).is_final();
    let there = chain.iter().filter(|i| i.received_on <= end && !ended(i));
    there
        .map(|i| {
            let stage = ledger.stage_on(i, end);
            ThemeStanding {
                issue: i.id.to_string(),
                number: labels::issue_number(i),
                title: i.title.clone(),
                stage: stage.code().to_owned(),
                stage_label: stage.label().to_owned(),
            }
        })
        .collect()
}

fn proposed(council: &Snapshot, ledger: &Ledger, proposal: &Proposal, on: Day) -> ThemeProposal {
    let answered = proposal.answered_on.is_some_and(|day| day <= on);
    ThemeProposal {
        id: proposal.id.to_string(),
        title: proposal.title.clone(),
        state_label: proposal_row(council, ledger, proposal, on).state_label,
        answer: proposal.answer.clone().filter(|_| answered).unwrap_or_default(),
    }
}

/// The themes as a document.
///
/// # Errors
/// Those of [`themes`]; [`crate::AppError::Personal`] when a public edition holds what may
/// point at a person and nobody has looked twice (V21).
pub fn themes_paper(council: &Snapshot, ledger: &Ledger, on: Day, edition: Edition) -> Result<ListedPaper> {
    let themes = themes(council, ledger, on)?;
    let mut guard = Guard::new(council, edition);
    for theme in &themes.themes {
        let place = labels::issue_place(&theme.number);
        let standing = theme.standings.iter().flatten().map(|s| &s.title);
        let proposed = theme.proposals.iter().flat_map(|p| [&p.title, &p.answer]);
        [&theme.title, &theme.field]
            .into_iter()
            .chain(standing)
            .chain(proposed)
            .for_each(|t| guard.everything(&place, t));
    }
    guard.pass()?;
    let mut paper = ListedPaper::new(&council.council.name, words::THEMES, edition.audience);
    paper.landscape = true;
    paper.lines = vec![labels::as_of(&council.council, on)];
    paper.parts = vec![ListedPart {
        paragraphs: vec![words::themes_about(themes.themes.len())],
        table: Some(table(council, &themes)),
        ..ListedPart::default()
    }];
    paper.footers = council.council.notice.iter().cloned().collect();
    Ok(paper)
}

fn table(council: &Snapshot, themes: &IssueThemes) -> ListedTable {
    let style = council.council.date_style;
    let years = themes.years.iter().filter_map(|y| FiscalYear::new(*y)).map(|y| style.fiscal_year(y));
    let [theme, proposals] = words::THEME_COLUMNS;
    let head = [ListedColumn::text(theme, 26)];
    let years = years.map(|name| ListedColumn::text(&name, 24));
    let rows = themes.themes.iter().map(|row| {
        let standings = row.standings.iter().map(|year| {
            let lines = year
                .iter()
                .map(|s| words::standing(&s.number, &s.stage_label, (s.issue != row.id).then_some(&s.title)));
            lines.collect::<Vec<_>>().join("\n")
        });
        let proposed = row.proposals.iter().map(|p| words::theme_proposal(&p.title, &p.state_label, &p.answer));
        let first = words::theme(&row.number, &row.title, &row.field);
        let last = proposed.collect::<Vec<_>>().join("\n");
        ListedRow::of([first].into_iter().chain(standings).chain([last]).collect())
    });
    ListedTable {
        columns: head.into_iter().chain(years).chain([ListedColumn::text(proposals, 30)]).collect(),
        rows: rows.collect(),
        head: 0,
        row_mm: 0,
    }
}

impl App {
    /// Themes over the years, as their screen shows them.
    ///
    /// # Errors
    /// Those of [`themes`] and of the store.
    pub fn issue_themes(&self) -> Result<IssueThemes> {
        let ledger = Ledger { links: self.store.issue_links()?, ..Ledger::for_lists(&self.store, false)? };
        themes(&self.snapshot()?, &ledger, self.today())
    }
}
