//! An issue's page: everything that is known of it, and what the rules say.

use super::Ledger;
use super::family::{owed, parts_to_tell};
use super::list::{IssueItem, IssueWord, item, word};
use super::tasks::{self, IssueTaskRow};
use crate::council::App;
use crate::error::{AppError, Result};
use crate::proposals::{ProposalRow, proposal_row};
use crate::publication::{Withheld, personal_in};
use crate::snapshot::Snapshot;
use crate::text::{self, labels};
use entaku_documents::Audience;
use entaku_domain::id::{AgendaItemId, BodyId, IssueId};
use entaku_domain::issue::{
    Issue, IssueEvent, IssueFault, Lineage, LinkKind, Stage, StepKind, issue_faults, next_stages, passed_on,
};
use entaku_domain::violation::{Severity, Violation};
use entaku_domain::{Day, FiscalYear};

/// What a rule says of a record, with its reason.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct IssueRemark {
    /// V17; none for what no rule says.
    pub rule: Option<String>,
    /// `notice`, `warning` or `error`.
    pub weight: String,
    /// What is so.
    pub text: String,
    /// What to do about it; empty where nothing is to be done.
    pub hint: String,
}

/// A step of an issue.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct IssueStepRow {
    /// Its identifier.
    pub id: String,
    /// ISO date.
    pub on: String,
    /// Code of the stage.
    pub stage: String,
    /// The stage, in Japanese.
    pub stage_label: String,
    /// The body's name.
    pub body_name: String,
    /// The meeting's identifier.
    pub meeting: Option<String>,
    /// 令和8年度 第2回 全体会.
    pub meeting_title: String,
    /// What happened.
    pub text: String,
    /// Code of the kind of step.
    pub kind: String,
    /// The kind in Japanese; empty for an ordinary step.
    pub kind_label: String,
    /// The item's identifier.
    pub item: Option<String>,
    /// The item's title.
    pub item_title: String,
    /// The entry of the minutes that says it.
    pub entry: Option<String>,
    /// Name of the body that has the issue from then on, or is asked; empty where it stays.
    pub to_name: String,
    /// By when that body is asked to answer, ISO.
    pub due_on: Option<String>,
    /// What it left to be done.
    pub tasks: Vec<IssueTaskRow>,
    /// Whether it may be taken out: only the latest may.
    pub removable: bool,
}

/// An issue that this one is joined to.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct IssueLinkRow {
    /// Code of the kind.
    pub kind: String,
    /// What the other is to this one: 分割元.
    pub relation: String,
    /// Whether this one is the earlier of the two.
    pub outward: bool,
    /// The other's identifier.
    pub issue: String,
    /// The other's number.
    pub number: String,
    /// The other's title.
    pub title: String,
    /// Why.
    pub reason: String,
}

/// An issue in the lineage of another.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct IssueRelative {
    /// Its identifier.
    pub issue: String,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its stage, in Japanese.
    pub stage_label: String,
    /// How many links lie between: 1 where they are joined directly.
    pub steps: u32,
}

/// How an issue came in.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct IssueSourceRow {
    /// When it was brought, ISO; none where that is the day of receipt.
    pub raised_on: Option<String>,
    /// Who brought it; inside only.
    pub brought_by: String,
    /// The paper's identifier.
    pub paper: Option<String>,
    /// The paper by which it was brought, in words.
    pub paper_title: String,
    /// The meeting's identifier.
    pub meeting: Option<String>,
    /// 令和8年度 第2回 全体会.
    pub meeting_title: String,
    /// The item's identifier.
    pub item: Option<String>,
    /// The item's title.
    pub item_title: String,
    /// The entry's identifier.
    pub entry: Option<String>,
}

/// An issue's page.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct IssuePage {
    /// As in the list.
    pub item: IssueItem,
    /// Number within the year.
    pub number_in_year: u16,
    /// The gist.
    pub gist: String,
    /// Background.
    pub background: String,
    /// Present resources.
    pub resources: String,
    /// Measures.
    pub measures: String,
    /// Code of the level.
    pub level: String,
    /// Code of the inlet.
    pub inlet: String,
    /// Name of the organisation that raised it.
    pub raised_by: Option<String>,
    /// Whether whoever raised it is owed an answer (V18).
    pub owes_feedback: bool,
    /// ISO date.
    pub feedback_on: Option<String>,
    /// Why nobody is answered.
    pub no_feedback: Option<String>,
    /// Its steps, oldest first.
    pub steps: Vec<IssueStepRow>,
    /// What it is joined to.
    pub links: Vec<IssueLinkRow>,
    /// The proposals that carry it.
    pub proposals: Vec<ProposalRow>,
    /// What the rules say.
    pub remarks: Vec<IssueRemark>,
    /// The usual next stages, the most usual first (V17).
    pub next: Vec<IssueWord>,
    /// How it came in.
    pub source: IssueSourceRow,
    /// What is to be done, open tasks first, those due first.
    pub tasks: Vec<IssueTaskRow>,
    /// The issues that it came out of, the nearest first.
    pub ancestors: Vec<IssueRelative>,
    /// The issues that came out of it, the nearest first.
    pub descendants: Vec<IssueRelative>,
    /// Issues merged into this one whose raisers wait for an answer (V18).
    pub parts_to_tell: Vec<IssueRelative>,
    /// Whether it ended because others go on with it.
    pub passed_on: bool,
    /// Issues merged into this one that somebody raised, and whether they were told (V18).
    pub parts: Vec<PartTold>,
}

/// An issue that was merged into another, and whether whoever raised it was told.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PartTold {
    /// Its identifier.
    pub issue: String,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Who raised it; empty where that is no recorded organisation.
    pub raised_by: String,
    /// ISO date on which they were told last.
    pub told_on: Option<String>,
    /// Why nobody is told.
    pub no_feedback: Option<String>,
}

impl App {
    /// An issue's page.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn issue_page(&self, id: IssueId) -> Result<IssuePage> {
        let unknown = || AppError::UnknownRecord(id.to_string());
        let (council, ledger) = (self.snapshot()?, Ledger::around(&self.store, id)?.ok_or_else(unknown)?);
        let issue = ledger.issues.iter().find(|i| i.id == id).ok_or_else(unknown)?;
        let today = self.today();
        Ok(IssuePage {
            item: item(&council, &ledger, issue, today),
            number_in_year: issue.number,
            gist: issue.gist.clone(),
            background: issue.background.clone(),
            resources: issue.resources.clone(),
            measures: issue.measures.clone(),
            level: issue.level.code().to_owned(),
            inlet: issue.inlet.code().to_owned(),
            raised_by: issue.raised_by.map(|o| council.organization_name(o, today).to_owned()),
            owes_feedback: issue.owes_feedback(),
            feedback_on: issue.feedback_on.map(|d| d.to_string()),
            no_feedback: issue.no_feedback.clone(),
            steps: self.steps(&council, &ledger, issue)?,
            source: self.source_row(&council, issue)?,
            tasks: self.store.issue_tasks(id)?.iter().map(|t| tasks::row(&council, issue, t, today)).collect(),
            ancestors: relatives(&ledger, Lineage::new(&ledger.links).ancestors(id)),
            descendants: relatives(&ledger, Lineage::new(&ledger.links).descendants(id)),
            parts_to_tell: parts_to_tell(&ledger, issue).into_iter().map(|i| relative(i, 1)).collect(),
            passed_on: passed_on(ledger.steps_of(id)),
            parts: parts(&council, &ledger, issue, today),
            links: links(&ledger, issue),
            proposals: ledger
                .proposals_on(id)
                .into_iter()
                .map(|p| proposal_row(&council, &ledger, p, self.today()))
                .collect(),
            remarks: remarks(&council, &ledger, issue, today),
            next: next_stages(issue.stage, issue.inlet).iter().map(|s| word(s.code(), s.label())).collect(),
        })
    }

    /// V21: what in a text may point at a person, while it is being typed.
    ///
    /// # Errors
    /// Those of the store.
    pub fn look_at_text(&self, text: &str) -> Result<Vec<IssueRemark>> {
        let council = self.snapshot()?;
        let found = personal_in(&Withheld::from(&council, Audience::Public), "text", text);
        Ok(found.into_iter().map(|f| remark(&council, f)).collect())
    }
}

impl App {
    fn steps(&self, council: &Snapshot, ledger: &Ledger, issue: &Issue) -> Result<Vec<IssueStepRow>> {
        let steps = ledger.steps_of(issue.id);
        let count = steps.len();
        let tasks = self.store.issue_tasks(issue.id)?;
        let of = |e: &IssueEvent| {
            let left = tasks.iter().filter(|t| t.event == Some(e.id));
            left.map(|t| tasks::row(council, issue, t, self.today())).collect()
        };
        let row = |(at, e): (usize, &IssueEvent)| {
            let item_title = self.item_title(e.item)?;
            let removable = at > 0 && at + 1 == count;
            Ok(IssueStepRow { item_title, tasks: of(e), removable, ..step_row(council, e) })
        };
        steps.iter().enumerate().map(row).collect()
    }

    /// How an issue came in, as it is shown.
    fn source_row(&self, council: &Snapshot, issue: &Issue) -> Result<IssueSourceRow> {
        let source = &issue.source;
        let meeting = source.meeting.and_then(|id| council.meetings.iter().find(|m| m.id == id));
        let paper = source.paper.map(|id| self.store.paper(id)).transpose()?.flatten();
        let paper_title = paper.map(|p| format!("{}　{}", p.number, p.title));
        Ok(IssueSourceRow {
            raised_on: source.raised_on.map(|d| d.to_string()),
            brought_by: source.brought_by.clone(),
            paper: source.paper.map(|p| p.to_string()),
            paper_title: paper_title.unwrap_or_else(|| source.paper_text.clone()),
            meeting: source.meeting.map(|m| m.to_string()),
            meeting_title: meeting.map(|m| council.meeting_title(m)).unwrap_or_default(),
            item: source.item.map(|i| i.to_string()),
            item_title: self.item_title(source.item)?,
            entry: source.entry.map(|e| e.to_string()),
        })
    }

    fn item_title(&self, id: Option<AgendaItemId>) -> Result<String> {
        let item = id.map(|id| self.store.agenda_item(id)).transpose()?.flatten();
        Ok(item.map(|i| i.title).unwrap_or_default())
    }
}

/// A step by itself, without what stands in other records.
fn step_row(council: &Snapshot, e: &IssueEvent) -> IssueStepRow {
    let meeting = e.meeting.and_then(|id| council.meetings.iter().find(|m| m.id == id));
    let body = |b: Option<BodyId>| b.map(|b| council.body_name(b, FiscalYear::of(e.on)).to_owned()).unwrap_or_default();
    let kind = if e.kind == StepKind::Ordinary { "" } else { e.kind.label() };
    IssueStepRow {
        id: e.id.to_string(),
        on: e.on.to_string(),
        stage: e.stage.code().to_owned(),
        stage_label: e.stage.label().to_owned(),
        body_name: body(e.body),
        meeting: meeting.map(|m| m.id.to_string()),
        meeting_title: meeting.map(|m| council.meeting_title(m)).unwrap_or_default(),
        text: e.text.clone(),
        kind: e.kind.code().to_owned(),
        kind_label: kind.to_owned(),
        item: e.item.map(|i| i.to_string()),
        item_title: String::new(),
        entry: e.entry.map(|i| i.to_string()),
        to_name: body(e.to),
        due_on: e.due_on.map(|d| d.to_string()),
        tasks: Vec::new(),
        removable: false,
    }
}

fn relatives(ledger: &Ledger, found: Vec<(IssueId, u32)>) -> Vec<IssueRelative> {
    let known = |(id, steps)| ledger.issues.iter().find(|i| i.id == id).map(|i| relative(i, steps));
    found.into_iter().filter_map(known).collect()
}

fn parts(council: &Snapshot, ledger: &Ledger, issue: &Issue, today: Day) -> Vec<PartTold> {
    let parts = Lineage::new(&ledger.links).parts(issue.id);
    let raised = ledger.issues.iter().filter(|i| parts.contains(&i.id) && i.owes_feedback());
    let told = |i: &Issue| PartTold {
        issue: i.id.to_string(),
        number: labels::issue_number(i),
        title: i.title.clone(),
        raised_by: i.raised_by.map(|o| council.organization_name(o, today).to_owned()).unwrap_or_default(),
        told_on: i.feedback_on.map(|d| d.to_string()),
        no_feedback: i.no_feedback.clone(),
    };
    raised.map(told).collect()
}

fn relative(issue: &Issue, steps: u32) -> IssueRelative {
    IssueRelative {
        issue: issue.id.to_string(),
        number: labels::issue_number(issue),
        title: issue.title.clone(),
        stage_label: issue.stage.label().to_owned(),
        steps,
    }
}

fn links(ledger: &Ledger, issue: &Issue) -> Vec<IssueLinkRow> {
    let joined = ledger.links.iter().filter(|l| l.from == issue.id || l.to == issue.id);
    joined
        .filter_map(|link| {
            let outward = link.from == issue.id;
            let other = if outward { link.to } else { link.from };
            let other = ledger.issues.iter().find(|i| i.id == other)?;
            Some(IssueLinkRow {
                kind: link.kind.code().to_owned(),
                relation: text::issues::relation(link.kind, outward).to_owned(),
                outward,
                issue: other.id.to_string(),
                number: labels::issue_number(other),
                title: other.title.clone(),
                reason: link.reason.clone(),
            })
        })
        .collect()
}

fn remarks(council: &Snapshot, ledger: &Ledger, issue: &Issue, today: Day) -> Vec<IssueRemark> {
    let steps = ledger.steps_of(issue.id);
    let mut found = issue_faults(issue, steps, &ledger.proposals_on(issue.id), &council.meetings, today);
    let merged = ledger.links.iter().any(|l| l.from == issue.id && l.kind == LinkKind::Merged);
    if merged && !issue.stage.is_final() {
        found.push(IssueFault::MergedButOpen);
    }
    found.extend(owed(ledger, issue, issue.stage.is_final()));
    let withheld = Withheld::from(council, Audience::Public);
    for (field, text) in issue_texts(issue) {
        found.extend(personal_in(&withheld, field, text));
    }
    for step in steps {
        found.extend(personal_in(&withheld, "step", &step.text));
    }
    found.into_iter().map(|fault| remark(council, fault)).collect()
}

/// The texts of an issue in which a case might show through, with their fields.
pub(super) fn issue_texts(issue: &Issue) -> [(&'static str, &str); 6] {
    [
        ("title", &issue.title),
        ("gist", &issue.gist),
        ("background", &issue.background),
        ("resources", &issue.resources),
        ("measures", &issue.measures),
        ("field", &issue.field),
    ]
}

fn remark(council: &Snapshot, fault: IssueFault) -> IssueRemark {
    let weight = match fault.severity() {
        Severity::Notice => "notice",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    IssueRemark {
        rule: fault.rule().map(str::to_owned),
        weight: weight.to_owned(),
        hint: text::issues::hint(&fault).to_owned(),
        text: text::violation(council.council.date_style, &Violation::Issue(fault)),
    }
}

/// The stage after which nothing more is to come, for a list of steps in order.
pub(super) fn stage_of(steps: &[IssueEvent]) -> Stage {
    steps.last().map_or(Stage::Received, |e| e.stage)
}
