//! An issue's page: everything that is known of it, and what the rules say.

use super::Ledger;
use super::list::{IssueItem, IssueWord, item, word};
use crate::council::App;
use crate::error::{AppError, Result};
use crate::proposals::{ProposalRow, proposal_row};
use crate::publication::{Withheld, personal_in};
use crate::snapshot::Snapshot;
use crate::text::{self, labels};
use entaku_documents::Audience;
use entaku_domain::id::IssueId;
use entaku_domain::issue::{Issue, IssueEvent, IssueFault, LinkKind, Stage, issue_faults, next_stages};
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
            steps: steps(&council, &ledger, issue),
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

fn steps(council: &Snapshot, ledger: &Ledger, issue: &Issue) -> Vec<IssueStepRow> {
    let steps = ledger.steps_of(issue.id);
    let count = steps.len();
    let row = |(at, e): (usize, &IssueEvent)| {
        let meeting = e.meeting.and_then(|id| council.meetings.iter().find(|m| m.id == id));
        IssueStepRow {
            id: e.id.to_string(),
            on: e.on.to_string(),
            stage: e.stage.code().to_owned(),
            stage_label: e.stage.label().to_owned(),
            body_name: e.body.map(|b| council.body_name(b, FiscalYear::of(e.on)).to_owned()).unwrap_or_default(),
            meeting: meeting.map(|m| m.id.to_string()),
            meeting_title: meeting.map(|m| council.meeting_title(m)).unwrap_or_default(),
            text: e.text.clone(),
            removable: at > 0 && at + 1 == count,
        }
    };
    steps.iter().enumerate().map(row).collect()
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
