//! Issues as the screen lists them, by table or by board.

use super::Ledger;
use crate::council::App;
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use crate::text::labels;
use entaku_domain::id::{BodyId, IssueId};
use entaku_domain::issue::{
    Inlet, Issue, IssueEvent, IssueFault, Level, LinkKind, Proposal, Stage, StepKind, issue_faults,
};
use entaku_domain::text::search_key;
use entaku_domain::{Day, FiscalYear};
use std::collections::BTreeMap;

/// Which issues are wanted; nothing set means all.
#[derive(Debug, Clone, Default)]
pub struct IssueFilter {
    /// Received in this fiscal year.
    pub year: Option<FiscalYear>,
    /// Handle or name of the body that has it.
    pub body: Option<String>,
    /// Field, to the letter.
    pub field: Option<String>,
    /// Where it came from.
    pub inlet: Option<Inlet>,
    /// At what level it can be solved.
    pub level: Option<Level>,
    /// Only those that are not finished.
    pub open: bool,
    /// Only those whose day has passed.
    pub overdue: bool,
    /// Only those whose texts, number or names hold this, however it is typed.
    pub text: Option<String>,
}

/// An issue in a list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct IssueItem {
    /// Its identifier.
    pub id: String,
    /// R8-3.
    pub number: String,
    /// Fiscal year in which it was received.
    pub year: i32,
    /// Short title.
    pub title: String,
    /// Field.
    pub field: String,
    /// Level, in Japanese.
    pub level: String,
    /// Where it came from, in Japanese, with who raised it.
    pub origin: String,
    /// ISO date.
    pub received_on: String,
    /// Code of the stage.
    pub stage: String,
    /// The stage, in Japanese.
    pub stage_label: String,
    /// Handle of the body that has it.
    pub owner: Option<String>,
    /// Its name.
    pub owner_name: String,
    /// ISO date.
    pub due_on: Option<String>,
    /// Whether that day has passed, and nothing is finished.
    pub overdue: bool,
    /// ISO date of the latest step.
    pub last_step: Option<String>,
    /// Whether whoever raised it is still to be told (V18).
    pub feedback_due: bool,
}

/// A stage, a level, an inlet: its code and the office's word for it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct IssueWord {
    /// Stable code.
    pub code: String,
    /// In Japanese.
    pub label: String,
}

/// What forms and filters offer.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct IssueWords {
    /// Stages, in the order of the way.
    pub stages: Vec<IssueWord>,
    /// Inlets.
    pub inlets: Vec<IssueWord>,
    /// Levels.
    pub levels: Vec<IssueWord>,
    /// Ways in which one comes out of another.
    pub links: Vec<IssueWord>,
    /// Kinds of steps that are recorded by hand.
    pub steps: Vec<IssueWord>,
    /// Fields that are in use, the most used first.
    pub fields: Vec<String>,
    /// Fiscal years in which issues were received, latest first.
    pub years: Vec<i32>,
}

/// The kinds of steps that are recorded by hand; the others come with what is done.
const BY_HAND: [StepKind; 4] =
    [StepKind::Ordinary, StepKind::SortingRequest, StepKind::DeliberationRequest, StepKind::Reopened];

/// A code with its word.
pub(super) fn word(code: &str, label: &str) -> IssueWord {
    IssueWord { code: code.to_owned(), label: label.to_owned() }
}

impl App {
    /// The issues that a filter lets through, by year and number, latest year first.
    ///
    /// # Errors
    /// An unknown body; those of the store.
    pub fn list_issues(&self, filter: &IssueFilter) -> Result<Vec<IssueItem>> {
        let (council, ledger) = (self.snapshot()?, Ledger::for_lists(&self.store, filter.open)?);
        let today = self.today();
        let narrow = Narrow::new(filter, &council)?;
        let marks = Marks::of(&ledger);
        let mut rows: Vec<IssueItem> = ledger
            .issues
            .iter()
            .filter(|issue| narrow.may_pass(issue))
            .map(|issue| (issue, marks.item(&council, &ledger, issue, today)))
            .filter(|(issue, row)| narrow.passes(issue, row))
            .map(|(_, row)| row)
            .collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.year));
        Ok(rows)
    }

    /// The issue with a number: R8-2, however it is typed.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; those of the store.
    pub fn issue_numbered(&self, number: &str) -> Result<IssueId> {
        let key = search_key(number);
        let found = self.store.issues()?.into_iter().find(|i| search_key(&labels::issue_number(i)) == key);
        found.map(|i| i.id).ok_or_else(|| AppError::UnknownRecord(number.to_owned()))
    }

    /// What forms and filters of issues offer.
    ///
    /// # Errors
    /// Those of the store.
    pub fn issue_words(&self) -> Result<IssueWords> {
        let issues = self.store.issues()?;
        let mut fields: Vec<(usize, String)> = Vec::new();
        for issue in issues.iter().filter(|i| !i.field.is_empty()) {
            match fields.iter_mut().find(|(_, f)| *f == issue.field) {
                Some((count, _)) => *count += 1,
                None => fields.push((1, issue.field.clone())),
            }
        }
        fields.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let mut years: Vec<i32> = issues.iter().map(|i| i.year.number()).collect();
        years.sort_unstable_by_key(|y| std::cmp::Reverse(*y));
        years.dedup();
        Ok(IssueWords {
            stages: Stage::ALL.iter().map(|s| word(s.code(), s.label())).collect(),
            inlets: Inlet::ALL.iter().map(|i| word(i.code(), i.label())).collect(),
            levels: Level::ALL.iter().map(|l| word(l.code(), l.label())).collect(),
            links: LinkKind::ALL.iter().map(|k| word(k.code(), k.label())).collect(),
            steps: BY_HAND.iter().map(|k| word(k.code(), k.label())).collect(),
            fields: fields.into_iter().map(|(_, f)| f).collect(),
            years,
        })
    }
}

impl IssueFilter {
    /// The issues received by a day that the filter lets through, as they stood then.
    ///
    /// # Errors
    /// An unknown body.
    pub(super) fn chosen(&self, council: &Snapshot, ledger: &Ledger, on: Day) -> Result<Vec<Issue>> {
        let (narrow, marks) = (Narrow::new(self, council)?, Marks::of(ledger));
        let then = ledger.issues.iter().filter(|i| i.received_on <= on).map(|i| ledger.as_of(i, on));
        let passing = then.filter(|i| narrow.may_pass(i) && narrow.passes(i, &marks.item(council, ledger, i, on)));
        Ok(passing.collect())
    }
}

/// A filter that has been read.
struct Narrow<'a> {
    filter: &'a IssueFilter,
    body: Option<BodyId>,
    key: Option<String>,
}

impl<'a> Narrow<'a> {
    fn new(filter: &'a IssueFilter, council: &Snapshot) -> Result<Self> {
        let body = filter.body.as_deref().map(|b| council.body(b)).transpose()?.map(|b| b.id);
        let key = filter.text.as_deref().map(search_key).filter(|k| !k.is_empty());
        Ok(Self { filter, body, key })
    }

    /// What the record alone tells.
    fn may_pass(&self, i: &Issue) -> bool {
        let filter = self.filter;
        filter.year.is_none_or(|y| i.year == y)
            && self.body.is_none_or(|b| i.owner == Some(b))
            && filter.field.as_ref().is_none_or(|f| &i.field == f)
            && filter.inlet.is_none_or(|inlet| i.inlet == inlet)
            && filter.level.is_none_or(|level| i.level == level)
            && (!filter.open || !i.stage.is_final())
    }

    /// What is told by what is shown of it.
    fn passes(&self, issue: &Issue, row: &IssueItem) -> bool {
        (!self.filter.overdue || row.overdue) && self.key.as_ref().is_none_or(|k| found_in(issue, row, k))
    }
}

/// What many issues ask of the ledger, gathered once: the proposals on each.
pub(super) struct Marks<'a> {
    proposals: BTreeMap<IssueId, Vec<&'a Proposal>>,
}

impl<'a> Marks<'a> {
    pub(super) fn of(ledger: &'a Ledger) -> Self {
        let mut proposals: BTreeMap<IssueId, Vec<&Proposal>> = BTreeMap::new();
        for proposal in &ledger.proposals {
            for issue in &proposal.issues {
                proposals.entry(*issue).or_default().push(proposal);
            }
        }
        Self { proposals }
    }

    /// An issue as lists show it.
    pub(super) fn item(&self, council: &Snapshot, ledger: &Ledger, issue: &Issue, today: Day) -> IssueItem {
        let none = Vec::new();
        let proposals = self.proposals.get(&issue.id).unwrap_or(&none);
        item_of(council, ledger.steps_of(issue.id), proposals, issue, today)
    }
}

pub(super) fn item(council: &Snapshot, ledger: &Ledger, issue: &Issue, today: Day) -> IssueItem {
    item_of(council, ledger.steps_of(issue.id), &ledger.proposals_on(issue.id), issue, today)
}

fn item_of(council: &Snapshot, steps: &[IssueEvent], proposals: &[&Proposal], issue: &Issue, today: Day) -> IssueItem {
    let faults = issue_faults(issue, steps, proposals, &council.meetings, today);
    IssueItem {
        id: issue.id.to_string(),
        number: labels::issue_number(issue),
        year: issue.year.number(),
        title: issue.title.clone(),
        field: issue.field.clone(),
        level: issue.level.label().to_owned(),
        origin: super::origin(council, issue, today),
        received_on: issue.received_on.to_string(),
        stage: issue.stage.code().to_owned(),
        stage_label: issue.stage.label().to_owned(),
        owner: issue.owner.and_then(|b| council.body_by_id(b)).map(|b| b.key.clone()),
        owner_name: issue.owner.map(|b| council.body_name(b, FiscalYear::of(today)).to_owned()).unwrap_or_default(),
        due_on: issue.due_on.map(|d| d.to_string()),
        overdue: faults.iter().any(|f| matches!(f, IssueFault::Overdue { .. })),
        last_step: steps.last().map(|e| e.on.to_string()),
        feedback_due: faults.iter().any(|f| matches!(f, IssueFault::FeedbackDue | IssueFault::FeedbackMissing)),
    }
}

/// Whether an issue is found by a key. Texts are kept apart, so that no match spans two.
fn found_in(issue: &Issue, row: &IssueItem, key: &str) -> bool {
    let own = [&issue.title, &issue.gist, &issue.background, &issue.resources, &issue.measures, &issue.field];
    let shown = [&row.number, &row.origin, &row.owner_name, &row.stage_label];
    own.into_iter().chain(shown).any(|text| search_key(text).contains(key))
}
