//! Local issues as a table (課題整理表) and as history sheets (課題カルテ).

mod cases;
mod drafts;
mod family;
mod list;
mod page;
mod sheet;
mod steps;
mod tasks;
mod write;

use crate::error::{AppError, Result};
use crate::publication::{Edition, Guard};
use crate::snapshot::Snapshot;
use crate::text::labels;
pub use cases::{CaseIssueRow, IssueCaseRow};
pub use drafts::{IssueDraft, MeetingIssueRow, StepDraft};
use entaku_documents::{IssueCards, IssueRow, IssueSheet, IssueStep, IssueTable};
use entaku_domain::id::{IssueId, MeetingId};
use entaku_domain::issue::{Issue, IssueEvent, IssueLink, Proposal};
use entaku_domain::{Day, FiscalYear};
use entaku_store::Store;
pub use family::{FollowIssue, MergeIssues, PartFields, SplitIssue, Turn};
pub use list::{IssueFilter, IssueItem, IssueWord, IssueWords};
pub use page::{IssueLinkRow, IssuePage, IssueRelative, IssueRemark, IssueSourceRow, IssueStepRow};
pub use sheet::sheet;
pub use steps::RecordStep;
pub(crate) use tasks::who;
pub use tasks::{IssueTaskRow, NewTask};
pub use write::IssueFields;

/// The ledger of issues as read from the store.
#[derive(Debug)]
pub struct Ledger {
    /// All issues, by year and number.
    pub issues: Vec<Issue>,
    /// Their steps, by issue and day.
    pub events: Vec<IssueEvent>,
    /// How they came out of one another.
    pub links: Vec<IssueLink>,
    /// Proposals to the city.
    pub proposals: Vec<Proposal>,
}

impl Ledger {
    /// Reads the ledger.
    ///
    /// # Errors
    /// Those of the store.
    pub fn load(store: &Store) -> Result<Self> {
        let mut issues = store.issues()?;
        issues.sort_by_key(|i| (i.year, i.number));
        let mut events = store.all_issue_events()?;
        events.sort_by_key(|e| (e.issue, e.on));
        Ok(Self { issues, events, links: store.issue_links()?, proposals: store.proposals()? })
    }

    /// The steps of an issue, in order: they stand together.
    pub fn steps_of(&self, issue: IssueId) -> &[IssueEvent] {
        let from = self.events.partition_point(|e| e.issue < issue);
        let to = self.events.partition_point(|e| e.issue <= issue);
        self.events.get(from..to).unwrap_or_default()
    }

    /// The proposals that carry an issue.
    pub fn proposals_on(&self, issue: IssueId) -> Vec<&Proposal> {
        self.proposals.iter().filter(|p| p.issues.contains(&issue)).collect()
    }

    /// The issues that are not finished on a day, with the stage they had then.
    fn open_on(&self, on: Day) -> Vec<Issue> {
        self.issues
            .iter()
            .filter(|i| i.received_on <= on)
            .map(|i| self.as_of(i, on))
            .filter(|i| !i.stage.is_final())
            .collect()
    }

    /// An issue with the stage that it had on a day.
    fn as_of(&self, issue: &Issue, on: Day) -> Issue {
        let then = self.events.iter().rfind(|e| e.issue == issue.id && e.on <= on);
        Issue {
            stage: then.map_or(issue.stage, |e| e.stage),
            feedback_on: issue.feedback_on.filter(|d| *d <= on),
            ..issue.clone()
        }
    }
}

/// The table of open issues on a day.
///
/// # Errors
/// [`AppError::Personal`] when a public edition holds what may point at a person
/// and nobody has looked twice (V21); [`AppError::NothingInYear`].
pub fn table(council: &Snapshot, ledger: &Ledger, on: Day, edition: impl Into<Edition>) -> Result<IssueTable> {
    exists(council, on)?;
    let edition = edition.into();
    let table = IssueTable {
        council: council.council.name.clone(),
        title: labels::issue_table_title(&council.council, FiscalYear::of(on)),
        as_of: labels::as_of(&council.council, on),
        audience: edition.audience,
        a3: true,
        rows: ledger.open_on(on).iter().map(|i| row(council, ledger, i, on)).collect(),
        footers: council.council.notice.iter().cloned().collect(),
    };
    let mut guard = Guard::new(council, edition);
    table.rows.iter().for_each(|row| look_at_row(&mut guard, row));
    guard.pass()?;
    Ok(table)
}

/// History sheets: of the issues named, or of all open ones.
///
/// # Errors
/// [`AppError::Personal`] when a public edition holds what may point at a person
/// and nobody has looked twice (V21); [`AppError::NothingInYear`].
pub fn cards(
    council: &Snapshot,
    ledger: &Ledger,
    named: &[IssueId],
    on: Day,
    edition: impl Into<Edition>,
) -> Result<IssueCards> {
    exists(council, on)?;
    let edition = edition.into();
    let issues: Vec<Issue> = if named.is_empty() {
        ledger.open_on(on)
    } else {
        ledger.issues.iter().filter(|i| named.contains(&i.id)).map(|i| ledger.as_of(i, on)).collect()
    };
    let cards = IssueCards {
        council: council.council.name.clone(),
        title: labels::ISSUE_CARDS.to_owned(),
        as_of: labels::as_of(&council.council, on),
        audience: edition.audience,
        sheets: issues.iter().map(|i| card(council, ledger, i, on)).collect(),
    };
    let mut guard = Guard::new(council, edition);
    cards.sheets.iter().for_each(|sheet| look_at_sheet(&mut guard, sheet));
    guard.pass()?;
    Ok(cards)
}

/// A day on which there was no council has no issues to tell of.
fn exists(council: &Snapshot, on: Day) -> Result<()> {
    let year = FiscalYear::of(on);
    let none = AppError::NothingInYear(year.number());
    council.bodies_in(year).next().map(|_| ()).ok_or(none)
}

/// V21: every field as it will be read, not as it was typed.
fn look_at_row(guard: &mut Guard, row: &IssueRow) {
    let place = labels::issue_place(&row.number);
    row.fields().iter().for_each(|(_, text)| guard.everything(&place, text));
}

fn look_at_sheet(guard: &mut Guard, sheet: &IssueSheet) {
    look_at_row(guard, &sheet.row);
    let place = labels::issue_place(&sheet.row.number);
    let steps = sheet.steps.iter().flat_map(|s| [&s.place, &s.text]);
    [&sheet.title, &sheet.plan_item, &sheet.feedback]
        .into_iter()
        .chain(steps)
        .for_each(|text| guard.everything(&place, text));
}

fn row(council: &Snapshot, ledger: &Ledger, issue: &Issue, on: Day) -> IssueRow {
    let style = council.council.date_style;
    let background = [issue.background.as_str(), issue.resources.as_str()];
    IssueRow {
        number: labels::issue_number(issue),
        origin: origin(council, issue, on),
        received: style.day(issue.received_on),
        field: issue.field.clone(),
        issue: issue.gist.clone(),
        background: background.into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join("\n"),
        level: issue.level.label().to_owned(),
        owner: issue.owner.map(|b| council.body_name(b, FiscalYear::of(on)).to_owned()).unwrap_or_default(),
        due: issue.due_on.map(|d| style.day(d)).unwrap_or_default(),
        measures: issue.measures.clone(),
        state: issue.stage.label().to_owned(),
        result: result(ledger, issue, on),
    }
}

/// Where an issue came from, and who raised it.
fn origin(council: &Snapshot, issue: &Issue, on: Day) -> String {
    let raised_by = issue.raised_by.map(|o| council.organization_name(o, on)).unwrap_or_default();
    if raised_by.is_empty() {
        issue.inlet.label().to_owned()
    } else {
        format!("{}（{raised_by}）", issue.inlet.label())
    }
}

/// What the city answered, if it did by that day.
fn result(ledger: &Ledger, issue: &Issue, on: Day) -> String {
    let proposal = ledger.proposals.iter().find(|p| p.issues.contains(&issue.id));
    proposal.filter(|p| p.answered_on.is_some_and(|d| d <= on)).and_then(|p| p.answer.clone()).unwrap_or_default()
}

fn card(council: &Snapshot, ledger: &Ledger, issue: &Issue, on: Day) -> IssueSheet {
    let style = council.council.date_style;
    let steps = ledger.events.iter().filter(|e| e.issue == issue.id && e.on <= on);
    IssueSheet {
        title: issue.title.clone(),
        row: row(council, ledger, issue, on),
        plan_item: String::new(),
        feedback: match (issue.feedback_on, &issue.no_feedback) {
            (Some(on), _) => style.day(on),
            (None, Some(reason)) => crate::text::issues::no_feedback(reason),
            (None, None) => String::new(),
        },
        steps: steps
            .map(|e| IssueStep {
                date: style.day(e.on),
                place: place(council, e),
                state: e.stage.label().to_owned(),
                text: told(council, e),
            })
            .chain(links(ledger, issue))
            .collect(),
    }
}

fn place(council: &Snapshot, event: &IssueEvent) -> String {
    let meeting = |id: MeetingId| council.meetings.iter().find(|m| m.id == id);
    match event.meeting.and_then(meeting) {
        Some(m) => council.meeting_title(m),
        None => event.body.map(|b| council.body_name(b, FiscalYear::of(event.on)).to_owned()).unwrap_or_default(),
    }
}

/// What a step says, with whom it asked and by when where it is a request.
fn told(council: &Snapshot, event: &IssueEvent) -> String {
    let to = event.to.map(|b| council.body_name(b, FiscalYear::of(event.on)));
    let due = event.due_on.map(|d| council.council.date_style.day(d));
    crate::text::issues::step(event.kind, to, due.as_deref(), &event.text)
}

/// Where an issue came from and what became of it, at the end of its history.
fn links<'a>(ledger: &'a Ledger, issue: &'a Issue) -> impl Iterator<Item = IssueStep> + 'a {
    ledger.links.iter().filter(|l| l.from == issue.id || l.to == issue.id).filter_map(|link| {
        let other = if link.from == issue.id { link.to } else { link.from };
        let other = ledger.issues.iter().find(|i| i.id == other)?;
        let text = format!("{} {}　{}", labels::issue_number(other), other.title, link.reason);
        Some(IssueStep { date: String::new(), place: String::new(), state: link.kind.label().to_owned(), text })
    })
}
