//! Taking an issue up (課題の受付), mending its record, and joining issues.

use super::page::issue_texts;
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::publication::{Withheld, personal_in};
use crate::snapshot::Snapshot;
use crate::text::labels;
use entaku_documents::Audience;
use entaku_domain::case::{CaseNumber, IssueCase};
use entaku_domain::id::{BodyId, IssueEventId, IssueId, OrganizationId};
use entaku_domain::issue::{Inlet, Issue, IssueEvent, IssueFault, IssueLink, Level, Lineage, LinkKind, Source, Stage};
use entaku_domain::text::{check_name, check_note, check_text};
use entaku_domain::violation::{Severity, Violation};
use entaku_domain::{Day, FiscalYear};
use entaku_store::Action;

/// An issue as the form holds it.
#[derive(Debug, Clone)]
pub struct IssueFields {
    /// Received on.
    pub received_on: Day,
    /// Number within the year; the next free one where none.
    pub number: Option<u16>,
    /// Short title.
    pub title: String,
    /// The gist, without facts of a case.
    pub gist: String,
    /// Background.
    pub background: String,
    /// Present resources.
    pub resources: String,
    /// Measures.
    pub measures: String,
    /// Field.
    pub field: String,
    /// Level.
    pub level: Level,
    /// Inlet.
    pub inlet: Inlet,
    /// The organisation that raised it.
    pub raised_by: Option<OrganizationId>,
    /// Handle or name of the body that has it.
    pub owner: Option<String>,
    /// Wanted by.
    pub due_on: Option<Day>,
    /// The case behind it, when it is taken up.
    pub case: Option<CaseNumber>,
    /// How it came in.
    pub source: Source,
}

impl App {
    /// The number that the next issue of a fiscal year gets.
    ///
    /// # Errors
    /// Those of the store.
    pub fn next_issue_number(&self, year: FiscalYear) -> Result<u16> {
        let issues = self.store.issues()?;
        let last = issues.iter().filter(|i| i.year == year).map(|i| i.number).max();
        Ok(last.map_or(1, |n| n.saturating_add(1)))
    }

    /// Takes an issue up (「課題の受付」): its record and the first step of its way.
    ///
    /// # Errors
    /// [`AppError::Rules`] for its texts, a number that is taken, days that are not in order.
    pub fn add_issue(&mut self, ask: &IssueFields) -> Result<Written<IssueId>> {
        let council = self.snapshot()?;
        let year = FiscalYear::of(ask.received_on);
        let number = ask.number.map_or_else(|| self.next_issue_number(year), Ok)?;
        let nil = IssueId::new(uuid::Uuid::nil());
        let blank = Issue { id: nil, stage: Stage::Received, ..filled(&council, ask, year, number)? };
        let blank = Issue { source: self.source(&council, &ask.source)?, ..blank };
        let notices = self.check_issue(&council, &blank)?;
        let action = Action::new("add_issue").about(subject(&blank));
        self.change(action, notices, |tx| {
            let id = IssueId::new(tx.new_id());
            let owner = blank.owner;
            tx.put_issue(&Issue { id, ..blank })?;
            let receipt = IssueEventId::new(tx.new_id());
            let receipt = IssueEvent::new(receipt, id, ask.received_on, Stage::Received);
            tx.put_issue_event(&IssueEvent { to: owner, ..receipt })?;
            if let Some(case) = ask.case {
                tx.put_issue_case(IssueCase { issue: id, case })?;
            }
            Ok(id)
        })
    }

    /// Mends an issue's record (「課題の訂正」). The receipt's day follows.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; as [`App::add_issue`].
    pub fn update_issue(&mut self, id: IssueId, ask: &IssueFields) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = self.issue(id)?;
        let year = FiscalYear::of(ask.received_on);
        let number = ask.number.unwrap_or(old.number);
        let new = Issue {
            id,
            stage: old.stage,
            feedback_on: old.feedback_on,
            no_feedback: old.no_feedback.clone(),
            source: self.source(&council, &ask.source)?,
            ..filled(&council, ask, year, number)?
        };
        let notices = self.check_issue(&council, &new)?;
        let steps = self.store.issue_events(id)?;
        let receipt = steps.first().filter(|e| e.stage == Stage::Received && e.on == old.received_on).cloned();
        if let Some(told) = old.feedback_on.filter(|told| *told < ask.received_on) {
            return Err(fault(IssueFault::ReceivedAfterFeedback { told }));
        }
        let later = steps.iter().filter(|e| Some(e.id) != receipt.as_ref().map(|r| r.id)).map(|e| e.on).min();
        if let Some(first) = later.filter(|first| *first < ask.received_on) {
            return Err(fault(IssueFault::ReceivedAfterStep { first }));
        }
        self.change(Action::new("update_issue").about(subject(&new)), notices, |tx| {
            tx.put_issue(&new)?;
            if let Some(receipt) = receipt {
                tx.put_issue_event(&IssueEvent { on: ask.received_on, ..receipt })?;
            }
            Ok(())
        })
    }

    /// Joins two issues (「課題のつながりの記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for an issue joined to itself,
    /// a link that is there, a reason that is missing.
    pub fn link_issues(&mut self, link: &IssueLink) -> Result<Written<()>> {
        let (from, to) = (self.issue(link.from)?, self.issue(link.to)?);
        all_right([check_name("reason", &link.reason)])?;
        if from.id == to.id {
            return Err(fault(IssueFault::LinkToItself));
        }
        let same = |l: &IssueLink| l.from == link.from && l.to == link.to && l.kind == link.kind;
        if self.store.issue_links()?.iter().any(same) {
            return Err(fault(IssueFault::LinkTwice));
        }
        let links = self.store.issue_links()?;
        if Lineage::new(&links).would_circle(from.id, to.id) {
            return Err(fault(IssueFault::LinkInCircle));
        }
        let open = link.kind == LinkKind::Merged && !from.stage.is_final();
        let notices = open.then_some(Violation::Issue(IssueFault::MergedButOpen)).into_iter().collect();
        let subject = format!("{}・{}", labels::issue_number(&from), labels::issue_number(&to));
        self.change(Action::new("link_issues").about(subject), notices, |tx| Ok(tx.put_issue_link(link)?))
    }

    /// Takes a link between two issues out again (「課題のつながりの削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`] where they are not joined in this way.
    pub fn unlink_issues(&mut self, from: IssueId, to: IssueId, kind: LinkKind) -> Result<Written<()>> {
        let subject =
            format!("{}・{}", labels::issue_number(&self.issue(from)?), labels::issue_number(&self.issue(to)?));
        let link = IssueLink { from, to, kind, reason: String::new() };
        self.change(Action::new("unlink_issues").about(subject), Vec::new(), |tx| Ok(tx.remove_issue_link(&link)?))
    }

    /// The issue with an identifier.
    pub(super) fn issue(&self, id: IssueId) -> Result<Issue> {
        self.store.issue(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))
    }

    /// How an issue came in, with the meeting that its item or entry is of. A paper that is none
    /// of a meeting stands in words.
    fn source(&self, council: &Snapshot, ask: &Source) -> Result<Source> {
        let at = self.meeting_of(council, ask.meeting, ask.item, ask.entry)?;
        if ask.paper.map(|id| self.store.paper(id)).transpose()?.is_some_and(|found| found.is_none()) {
            return Err(fault(IssueFault::NoSuchPaper));
        }
        let paper_text = if ask.paper.is_some() { String::new() } else { ask.paper_text.clone() };
        Ok(Source { meeting: at.meeting.map(|m| m.id), item: at.item, paper_text, ..ask.clone() })
    }

    /// What forbids an issue's record, or only is to be noticed about it.
    pub(super) fn check_issue(&self, council: &Snapshot, issue: &Issue) -> Result<Vec<Violation>> {
        let mut texts = vec![check_name("title", &issue.title), check_note("field", &issue.field)];
        let long = [("gist", &issue.gist), ("background", &issue.background)];
        let more = [("resources", &issue.resources), ("measures", &issue.measures)];
        let source = &issue.source;
        texts.extend(
            [("brought_by", &source.brought_by), ("paper_text", &source.paper_text)].map(|(f, t)| check_note(f, t)),
        );
        texts.extend(long.into_iter().chain(more).map(|(field, text)| check_text(field, text)));
        all_right(texts)?;
        let mut found = Vec::new();
        let taken = |i: &Issue| i.year == issue.year && i.number == issue.number && i.id != issue.id;
        if self.store.issues()?.iter().any(taken) {
            found.push(IssueFault::NumberTaken { year: issue.year, number: issue.number });
        }
        if issue.received_on > self.today() {
            found.push(IssueFault::InFuture { field: "received_on", on: issue.received_on });
        }
        if source.raised_on.is_some_and(|on| on > issue.received_on) {
            found.push(IssueFault::RaisedAfterReceipt { received: issue.received_on });
        }
        if issue.due_on.is_some_and(|due| due < issue.received_on) {
            found.push(IssueFault::BeforeReceipt { field: "due_on", received: issue.received_on });
        }
        let withheld = Withheld::from(council, Audience::Public);
        for (field, text) in issue_texts(issue) {
            found.extend(personal_in(&withheld, field, text));
        }
        allowed(found)
    }
}

/// The record that a form describes, without what the way has brought it.
fn filled(council: &Snapshot, ask: &IssueFields, year: FiscalYear, number: u16) -> Result<Issue> {
    let owner: Option<BodyId> = ask.owner.as_deref().map(|b| council.body(b)).transpose()?.map(|b| b.id);
    Ok(Issue {
        id: IssueId::new(uuid::Uuid::nil()),
        year,
        number,
        title: ask.title.clone(),
        gist: ask.gist.clone(),
        background: ask.background.clone(),
        resources: ask.resources.clone(),
        measures: ask.measures.clone(),
        field: ask.field.clone(),
        level: ask.level,
        inlet: ask.inlet,
        raised_by: ask.raised_by,
        source: Source::default(),
        received_on: ask.received_on,
        stage: Stage::Received,
        owner,
        due_on: ask.due_on,
        feedback_on: None,
        no_feedback: None,
    })
}

/// R8-3 移動の支援: what a change of an issue is about.
pub(crate) fn subject(issue: &Issue) -> String {
    format!("{}　{}", labels::issue_number(issue), issue.title)
}

/// One objection as an error.
pub(crate) fn fault(fault: IssueFault) -> AppError {
    AppError::Rules(vec![Violation::Issue(fault)])
}

/// What is to be noticed, unless something forbids it: then only that is told.
pub(super) fn allowed(found: Vec<IssueFault>) -> Result<Vec<Violation>> {
    let (errors, notices): (Vec<_>, Vec<_>) = found.into_iter().partition(|f| f.severity() == Severity::Error);
    match errors.is_empty() {
        true => Ok(notices.into_iter().map(Violation::Issue).collect()),
        false => Err(AppError::Rules(errors.into_iter().map(Violation::Issue).collect())),
    }
}
