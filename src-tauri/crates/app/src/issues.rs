//! Local issues as a table (課題整理表) and as history sheets (課題カルテ).

mod card;
mod cases;
mod drafts;
mod family;
mod flow;
mod list;
mod page;
mod papers;
mod sheet;
mod steps;
mod tasks;
mod themes;
pub(crate) mod told;
mod write;

use crate::error::{AppError, Result};
use crate::publication::{Edition, Guard};
use crate::snapshot::Snapshot;
use crate::text::{issue_views as words, labels};
pub use cases::{CaseIssueRow, IssueCaseRow};
pub use drafts::{IssueDraft, MeetingIssueRow, StepDraft};
use entaku_documents::{IssueCards, IssueRow, IssueSheet, IssueTable};
use entaku_domain::id::{IssueId, MeetingId, PlanItemId};
use entaku_domain::issue::{Issue, IssueEvent, IssueLink, Lineage, Proposal};
use entaku_domain::plan::{IssuePlanItem, PlanItem};
use entaku_domain::{Day, FiscalYear};
use entaku_store::Store;
pub(crate) use family::parts_to_tell;
pub use family::{FollowIssue, MergeIssues, PartFields, SplitIssue, Turn};
pub use flow::{FlowDrawing, FlowShape, FlowTable, FlowWords, IssueFlowPage, YearFlow, flow_paper, year_flow};
pub use list::{IssueFilter, IssueItem, IssueWord, IssueWords};
pub use page::{IssueLinkRow, IssuePage, IssueRelative, IssueRemark, IssueSourceRow, IssueStepRow, PartTold};
pub use papers::StepPapers;
pub use sheet::sheet;
use std::collections::{BTreeMap, BTreeSet};
pub use steps::RecordStep;
pub(crate) use steps::{after as behind, plenary_recorded};
pub(crate) use tasks::who;
pub use tasks::{IssueTaskRow, NewTask};
pub use themes::{IssueThemes, ThemeProposal, ThemeRow, ThemeStanding, themes, themes_paper};
pub use write::IssueFields;
pub(crate) use write::{fault, subject};

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
    /// The items of plans that issues touch, as they are told.
    pub plan_items: BTreeMap<IssueId, Vec<String>>,
    /// The agendas and papers of the meetings that dealt with them, where they were asked for.
    pub papers: StepPapers,
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
        Ok(Self {
            issues,
            events,
            links: store.issue_links()?,
            proposals: store.proposals()?,
            plan_items: plan_items(store, store.issue_plan_items()?)?,
            papers: StepPapers::default(),
        })
    }

    /// Reads the ledger for a list: its steps are without their texts, those of finished issues
    /// are left out where only what is `open` is listed, and it has no links.
    ///
    /// # Errors
    /// Those of the store.
    pub fn for_lists(store: &Store, open: bool) -> Result<Self> {
        let mut events = store.issue_marks(open)?;
        events.sort_unstable_by_key(|e| (e.issue, e.on, e.id));
        Ok(Self {
            issues: store.issues()?,
            events,
            links: Vec::new(),
            proposals: store.proposals()?,
            plan_items: BTreeMap::new(),
            papers: StepPapers::default(),
        })
    }

    /// Reads of the ledger what one issue's page and its history sheet need: the issue, its family
    /// near and far, and the proposals on it with what else they rest on. None where there is no
    /// such issue.
    ///
    /// # Errors
    /// Those of the store.
    pub fn around(store: &Store, issue: IssueId) -> Result<Option<Self>> {
        let Some(first) = store.issue(issue)? else { return Ok(None) };
        let mut links = store.issue_links()?;
        let lineage = Lineage::new(&links);
        let kin = lineage.ancestors(issue).into_iter().chain(lineage.descendants(issue)).map(|(id, _)| id);
        let family: BTreeSet<IssueId> = kin.chain([issue]).collect();
        links.retain(|l| family.contains(&l.from) || family.contains(&l.to));
        let proposals: Vec<Proposal> = store.proposals()?.into_iter().filter(|p| p.issues.contains(&issue)).collect();
        let joined = links.iter().flat_map(|l| [l.from, l.to]).chain(proposals.iter().flat_map(|p| p.issues.clone()));
        let others: BTreeSet<IssueId> = joined.filter(|id| *id != issue).collect();
        let mut issues = vec![first];
        for id in others {
            issues.extend(store.issue(id)?);
        }
        let mut events = Vec::new();
        for known in &issues {
            events.extend(store.issue_events(known.id)?);
        }
        issues.sort_by_key(|i| (i.year, i.number));
        events.sort_by_key(|e| (e.issue, e.on));
        let plan_items = plan_items(store, store.plan_items_of(issue)?)?;
        Ok(Some(Self { issues, events, links, proposals, plan_items, papers: StepPapers::default() }))
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

    /// An issue with the stage and the body that it had on a day.
    fn as_of(&self, issue: &Issue, on: Day) -> Issue {
        Issue {
            stage: self.stage_on(issue, on),
            owner: self.owner_on(issue, on),
            feedback_on: issue.feedback_on.filter(|d| *d <= on),
            ..issue.clone()
        }
    }
}

/// The items of plans by the issues that touch them.
fn plan_items(store: &Store, touching: Vec<IssuePlanItem>) -> Result<BTreeMap<IssueId, Vec<String>>> {
    let mut by_issue: BTreeMap<IssueId, Vec<String>> = BTreeMap::new();
    if touching.is_empty() {
        return Ok(by_issue);
    }
    let known: BTreeMap<PlanItemId, PlanItem> = store.plan_items()?.into_iter().map(|i| (i.id, i)).collect();
    for touch in touching {
        if let Some(item) = known.get(&touch.item) {
            by_issue.entry(touch.issue).or_default().push(words::plan_item(&item.number, &item.title));
        }
    }
    Ok(by_issue)
}

/// The table of open issues on a day.
///
/// # Errors
/// Those of [`table_of`].
pub fn table(council: &Snapshot, ledger: &Ledger, on: Day, edition: impl Into<Edition>) -> Result<IssueTable> {
    table_of(council, ledger, on, edition, None)
}

/// The table of issues on a day: of the open ones, or of those that a filter lets through.
///
/// # Errors
/// [`AppError::Personal`] when a public edition holds what may point at a person
/// and nobody has looked twice (V21); [`AppError::NothingInYear`]; an unknown body.
pub fn table_of(
    council: &Snapshot,
    ledger: &Ledger,
    on: Day,
    edition: impl Into<Edition>,
    filter: Option<&IssueFilter>,
) -> Result<IssueTable> {
    exists(council, on)?;
    let edition = edition.into();
    let issues = match filter {
        None => ledger.open_on(on),
        Some(filter) => filter.chosen(council, ledger, on)?,
    };
    let narrowed = filter.map(|f| words::narrowed(council, f, FiscalYear::of(on))).filter(|line| !line.is_empty());
    let table = IssueTable {
        council: council.council.name.clone(),
        title: labels::issue_table_title(&council.council, FiscalYear::of(on)),
        as_of: labels::as_of(&council.council, on),
        audience: edition.audience,
        a3: true,
        rows: issues.iter().map(|i| row(council, ledger, i, on)).collect(),
        footers: narrowed.into_iter().chain(council.council.notice.clone()).collect(),
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
        sheets: issues.iter().map(|i| card::sheet(council, ledger, i, on, edition.audience)).collect(),
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
    let steps = sheet.steps.iter().flat_map(|s| [&s.place, &s.text].into_iter().chain(&s.documents));
    let lists = sheet.links.iter().chain(&sheet.proposals).chain(&sheet.tasks).chain([&sheet.source]);
    steps.chain(lists).for_each(|text| guard.everything(&place, text));
}

fn row(council: &Snapshot, ledger: &Ledger, issue: &Issue, on: Day) -> IssueRow {
    let style = council.council.date_style;
    IssueRow {
        number: labels::issue_number(issue),
        origin: origin(council, issue, on),
        received: style.day(issue.received_on),
        field: issue.field.clone(),
        issue: issue.title.clone(),
        gist: issue.gist.clone(),
        background: issue.background.clone(),
        resources: issue.resources.clone(),
        level: issue.level.label().to_owned(),
        owner: issue.owner.map(|b| council.body_name(b, FiscalYear::of(on)).to_owned()).unwrap_or_default(),
        due: issue.due_on.map(|d| style.day(d)).unwrap_or_default(),
        measures: issue.measures.clone(),
        state: issue.stage.label().to_owned(),
        result: result(ledger, issue, on),
        plan_item: ledger.plan_items.get(&issue.id).map(|items| items.join("\n")).unwrap_or_default(),
        feedback: feedback(council, issue, on),
    }
}

/// Who was told what became of it, and when; or why nobody is.
fn feedback(council: &Snapshot, issue: &Issue, on: Day) -> String {
    let whom = issue.raised_by.map(|o| council.organization_name(o, on)).unwrap_or_default();
    match (issue.feedback_on, &issue.no_feedback) {
        (Some(day), _) => crate::text::issue_views::told(whom, &council.council.date_style.day(day)),
        (None, Some(reason)) => crate::text::issues::no_feedback(reason),
        (None, None) => String::new(),
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

/// What came of it by that day: the city's answer, or what its last step says once it is finished.
fn result(ledger: &Ledger, issue: &Issue, on: Day) -> String {
    let proposals = ledger.proposals_on(issue.id).into_iter();
    let answers = proposals.filter(|p| p.answered_on.is_some_and(|d| d <= on)).filter_map(|p| p.answer.clone());
    let answers: Vec<String> = answers.collect();
    let last = ledger.steps_of(issue.id).iter().rfind(|e| e.on <= on);
    match last.filter(|e| answers.is_empty() && e.stage.is_final()) {
        Some(step) => step.text.clone(),
        None => answers.join("\n"),
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

/// What an issue came out of and what became of it, a line each.
fn links<'a>(ledger: &'a Ledger, issue: &'a Issue) -> impl Iterator<Item = String> + 'a {
    let joined = ledger.links.iter().filter(|l| l.from == issue.id || l.to == issue.id).filter_map(|link| {
        let other = if link.from == issue.id { link.to } else { link.from };
        Some((ledger.issues.iter().find(|i| i.id == other)?, link))
    });
    let mut joined: Vec<(&Issue, &IssueLink)> = joined.collect();
    joined.sort_by_key(|(other, _)| (other.year, other.number));
    joined.into_iter().map(move |(other, link)| {
        let relation = crate::text::issues::relation(link.kind, link.from == issue.id);
        words::link_line(relation, &labels::issue_number(other), &other.title, &link.reason)
    })
}
