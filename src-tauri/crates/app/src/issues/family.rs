//! Issues that split, merge and follow one another (課題の分割・統合・引継ぎ): each one change
//! with its reason, which all that come out of it tell.

use super::Ledger;
use super::steps::take_step;
use super::write::{allowed, fault, subject};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::publication::{Withheld, personal_in};
use crate::snapshot::Snapshot;
use crate::text::{issues as words, labels};
use entaku_documents::Audience;
use entaku_domain::id::{IssueEventId, IssueId, MeetingId};
use entaku_domain::issue::{
    Issue, IssueEvent, IssueFault, IssueLink, Level, Lineage, LinkKind, Source, Stage, StepKind, stage_of_merged,
    stage_of_part,
};
use entaku_domain::meeting::Meeting;
use entaku_domain::text::check_name;
use entaku_domain::violation::Violation;
use entaku_domain::{Day, FiscalYear};
use entaku_store::{Action, Tx};

/// What a new issue does not take over from the one that it comes out of.
#[derive(Debug, Clone, Default)]
pub struct PartFields {
    /// Short title.
    pub title: String,
    /// The gist; that of the one it comes out of where it is empty.
    pub gist: String,
    /// Field; likewise.
    pub field: String,
    /// Handle or name of the body that has it; likewise.
    pub owner: Option<String>,
    /// Level; likewise.
    pub level: Option<Level>,
    /// Wanted by; none where none, since another issue has another day.
    pub due_on: Option<Day>,
}

/// When, where and why issues are split, merged or carried on.
#[derive(Debug, Clone)]
pub struct Turn {
    /// The day.
    pub on: Day,
    /// The meeting that decided it.
    pub meeting: Option<MeetingId>,
    /// Why.
    pub reason: String,
}

/// An issue that is to be split.
#[derive(Debug, Clone)]
pub struct SplitIssue {
    /// The issue.
    pub issue: IssueId,
    /// When, where and why.
    pub turn: Turn,
    /// Whether the issue itself ends.
    pub close: bool,
    /// What comes out of it.
    pub parts: Vec<PartFields>,
}

/// Issues that are to become one.
#[derive(Debug, Clone)]
pub struct MergeIssues {
    /// The issues that end.
    pub issues: Vec<IssueId>,
    /// The issue into which they are merged; a new one where none.
    pub into: Option<IssueId>,
    /// What the new one does not take over from the first.
    pub new: PartFields,
    /// When, where and why.
    pub turn: Turn,
}

/// An issue that is to be carried on by a new one.
#[derive(Debug, Clone)]
pub struct FollowIssue {
    /// The issue.
    pub issue: IssueId,
    /// When, where and why; the new one is received on that day.
    pub turn: Turn,
    /// Whether the issue itself ends.
    pub close: bool,
    /// What the new one does not take over.
    pub new: PartFields,
}

impl App {
    /// Makes several issues of one (「課題の分割」). They take over what is not said otherwise,
    /// who raised it among it, and begin at its stage.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for fewer than two parts, an issue that is
    /// finished, a missing reason, a day that is not in order, texts.
    pub fn split_issue(&mut self, ask: &SplitIssue) -> Result<Written<Vec<IssueId>>> {
        let council = self.snapshot()?;
        let whole = self.issue(ask.issue)?;
        let mut found = self.check_turn(&council, &ask.turn, &[&whole])?;
        if ask.parts.len() < 2 {
            found.push(IssueFault::TooFewParts);
        }
        if whole.stage.is_final() {
            found.push(IssueFault::Finished { stage: whole.stage });
        }
        let mut new = self.parts_of(&council, &whole, &ask.parts, ask.turn.on, &mut found)?;
        let notices = allowed(found)?;
        let steps = self.store.issue_events(whole.id)?;
        let birth = Birth::new(&council, &ask.turn, &steps, StepKind::Split, stage_of_part(whole.stage));
        let action = Action::new("split_issue").about(subject(&whole));
        self.change(action, notices, |tx| {
            let text = words::came_out_of(&subject(&whole), &ask.turn.reason);
            for part in &mut new {
                part.id = birth.receive(tx, part.clone(), &text)?;
                join(tx, whole.id, part.id, LinkKind::Split, &ask.turn.reason)?;
            }
            let text = words::split_into(&names(&new), &ask.turn.reason);
            let stage = if ask.close { Stage::Closed } else { whole.stage };
            take_step(tx, whole, steps, birth.step(stage, StepKind::Split, text))?;
            Ok(new.iter().map(|part| part.id).collect())
        })
    }

    /// Makes one issue of several (「課題の統合」): a new one, or one that is there. The others
    /// end; whoever raised them is owed the answer by the one that goes on (V18).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for fewer than two issues, one that is
    /// finished, a lineage in a circle, a missing reason, a day that is not in order, texts.
    pub fn merge_issues(&mut self, ask: &MergeIssues) -> Result<Written<IssueId>> {
        let council = self.snapshot()?;
        let parts = self.parts_to_merge(ask)?;
        let into = ask.into.map(|id| self.issue(id)).transpose()?;
        let mut found = self.check_turn(&council, &ask.turn, &parts.iter().chain(&into).collect::<Vec<_>>())?;
        if parts.len() + usize::from(into.is_some()) < 2 {
            found.push(IssueFault::TooFewParts);
        }
        let done = |i: &Issue| i.stage.is_final().then_some(IssueFault::Finished { stage: i.stage });
        found.extend(parts.iter().chain(&into).find_map(done));
        found.extend(self.circles(parts.iter().map(|p| p.id), ask.into)?);
        let first = parts.first().ok_or_else(|| fault(IssueFault::TooFewParts))?;
        let fresh = std::slice::from_ref(&ask.new);
        let new = match into {
            None => self.parts_of(&council, first, fresh, ask.turn.on, &mut found)?,
            Some(_) => Vec::new(),
        };
        let notices = allowed(found)?;
        let ledger = Ledger::load(&self.store)?;
        let action = Action::new("merge_issues").about(names(&parts));
        self.change(action, notices, |tx| merge(tx, &council, &ledger, ask, &parts, into, new))
    }

    /// The issues that end when several become one, each once, without the one that goes on.
    fn parts_to_merge(&self, ask: &MergeIssues) -> Result<Vec<Issue>> {
        let mut ids: Vec<IssueId> = Vec::new();
        for id in ask.issues.iter().filter(|id| Some(**id) != ask.into) {
            if !ids.contains(id) {
                ids.push(*id);
            }
        }
        ids.into_iter().map(|id| self.issue(id)).collect()
    }

    /// Lets a new issue carry an old one on (「課題の引継ぎ」), usually in the next fiscal year.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for a missing reason, a day that is not in
    /// order, texts.
    pub fn follow_issue(&mut self, ask: &FollowIssue) -> Result<Written<IssueId>> {
        let council = self.snapshot()?;
        let old = self.issue(ask.issue)?;
        let mut found = self.check_turn(&council, &ask.turn, &[&old])?;
        let fresh = std::slice::from_ref(&ask.new);
        let new = self.parts_of(&council, &old, fresh, ask.turn.on, &mut found)?;
        let new = new.into_iter().next().ok_or_else(|| fault(IssueFault::TooFewParts))?;
        let notices = allowed(found)?;
        let steps = self.store.issue_events(old.id)?;
        let birth = Birth::new(&council, &ask.turn, &steps, StepKind::CarriedOn, stage_of_part(old.stage));
        let action = Action::new("follow_issue").about(subject(&old));
        self.change(action, notices, |tx| {
            let id = birth.receive(tx, new.clone(), &words::came_out_of(&subject(&old), &ask.turn.reason))?;
            join(tx, old.id, id, LinkKind::Follows, &ask.turn.reason)?;
            if !old.stage.is_final() {
                let text = words::carried_on_by(&subject(&new), &ask.turn.reason);
                let stage = if ask.close { Stage::Closed } else { old.stage };
                take_step(tx, old, steps, birth.step(stage, StepKind::CarriedOn, text))?;
            }
            Ok(id)
        })
    }

    /// V18: whoever raised an issue that was merged into this one, and has not been told.
    pub(super) fn parts_owed(&self, issue: &Issue) -> Result<Vec<IssueFault>> {
        Ok(owed(&Ledger::load(&self.store)?, issue, true))
    }

    /// Whether an issue would come out of itself.
    fn circles(&self, parts: impl Iterator<Item = IssueId>, into: Option<IssueId>) -> Result<Option<IssueFault>> {
        let Some(into) = into else { return Ok(None) };
        let links = self.store.issue_links()?;
        let all = Lineage::new(&links);
        let mut parts = parts;
        Ok(parts.any(|part| all.would_circle(part, into)).then_some(IssueFault::LinkInCircle))
    }

    /// What objects to the day, the meeting and the reason.
    fn check_turn(&self, council: &Snapshot, turn: &Turn, issues: &[&Issue]) -> Result<Vec<IssueFault>> {
        all_right([check_name("reason", &turn.reason)])?;
        let mut found = Vec::new();
        if turn.on > self.today() {
            found.push(IssueFault::InFuture { field: "day", on: turn.on });
        }
        if let Some(early) = issues.iter().find(|i| turn.on < i.received_on) {
            found.push(IssueFault::BeforeReceipt { field: "day", received: early.received_on });
        }
        for issue in issues {
            let last = self.store.issue_events(issue.id)?.last().map(|e| e.on);
            found.extend(last.filter(|on| turn.on < *on).map(|last| IssueFault::LaterStep { last }));
        }
        if let Some(m) = meeting(council, turn.meeting)? {
            match (m.state.takes_place(), m.date > turn.on) {
                (false, _) => found.push(IssueFault::MeetingCancelled { on: m.date }),
                (true, true) => found.push(IssueFault::BeforeMeeting { meeting: m.date }),
                _ => {}
            }
        }
        found.extend(personal_in(&Withheld::from(council, Audience::Public), "step", &turn.reason));
        Ok(found)
    }

    /// The records of new issues that come out of an old one, with numbers that are free.
    fn parts_of(
        &self,
        council: &Snapshot,
        whole: &Issue,
        parts: &[PartFields],
        on: Day,
        found: &mut Vec<IssueFault>,
    ) -> Result<Vec<Issue>> {
        let year = FiscalYear::of(on);
        let mut number = self.next_issue_number(year)?;
        let mut new = Vec::new();
        for part in parts {
            let issue = part_of(council, whole, part, (year, number), on)?;
            let noticed = self.check_issue(council, &issue).map_err(|e| in_part(e, parts.len(), new.len()))?;
            let faults = noticed.into_iter().filter_map(|v| match v {
                Violation::Issue(fault) => Some(fault),
                _ => None,
            });
            found.extend(faults);
            new.push(issue);
            number = number.saturating_add(1);
        }
        Ok(new)
    }
}

/// An error in one of several new issues says in which.
fn in_part(error: AppError, parts: usize, at: usize) -> AppError {
    if parts > 1 { AppError::InPart { at: at + 1, error: Box::new(error) } } else { error }
}

/// V18: whoever raised an issue that was merged into this one, and has not been told.
pub(super) fn owed(ledger: &Ledger, issue: &Issue, closing: bool) -> Vec<IssueFault> {
    let owed = parts_to_tell(ledger, issue).into_iter();
    owed.map(|i| IssueFault::PartOwed { year: i.year, number: i.number, closing }).collect()
}

/// The issues that were merged into one and whose raisers wait for an answer; those of the
/// organisation that raised this one too are answered with it.
pub(crate) fn parts_to_tell<'a>(ledger: &'a Ledger, issue: &Issue) -> Vec<&'a Issue> {
    let parts = Lineage::new(&ledger.links).parts(issue.id);
    let told = |i: &Issue| i.feedback_on.is_some() || i.no_feedback.is_some();
    let apart = |i: &Issue| i.raised_by.is_none() || i.raised_by != issue.raised_by;
    let waits = |i: &&Issue| parts.contains(&i.id) && i.owes_feedback() && !told(i) && apart(i);
    ledger.issues.iter().filter(waits).collect()
}

/// What a new issue is: what the old one was, but for what is said otherwise.
fn part_of(
    council: &Snapshot,
    whole: &Issue,
    part: &PartFields,
    (year, number): (FiscalYear, u16),
    on: Day,
) -> Result<Issue> {
    let or = |text: &String, old: &String| if text.trim().is_empty() { old.clone() } else { text.clone() };
    let owner = part.owner.as_deref().map(|b| council.body(b)).transpose()?.map(|b| b.id).or(whole.owner);
    Ok(Issue {
        id: IssueId::new(uuid::Uuid::nil()),
        year,
        number,
        title: part.title.clone(),
        gist: or(&part.gist, &whole.gist),
        field: or(&part.field, &whole.field),
        level: part.level.unwrap_or(whole.level),
        source: Source { raised_on: whole.source.raised_on.or(Some(whole.received_on)), ..whole.source.clone() },
        received_on: on,
        stage: Stage::Received,
        owner,
        due_on: part.due_on,
        feedback_on: None,
        no_feedback: None,
        ..whole.clone()
    })
}

/// How new issues come into being by a turn.
struct Birth {
    on: Day,
    body: Option<entaku_domain::id::BodyId>,
    meeting: Option<MeetingId>,
    kind: StepKind,
    stage: Stage,
    /// The step by which the plenary approved it, where it begins as approved.
    approval: Option<IssueEvent>,
}

impl Birth {
    fn new(council: &Snapshot, turn: &Turn, steps: &[IssueEvent], kind: StepKind, stage: Stage) -> Self {
        let meeting = turn.meeting.and_then(|id| council.meetings.iter().find(|m| m.id == id));
        let approval = steps.iter().rfind(|e| e.stage == Stage::Approved).cloned();
        Self {
            on: turn.on,
            body: meeting.map(|m| m.body),
            meeting: meeting.map(|m| m.id),
            kind,
            stage,
            approval: approval.filter(|_| stage == Stage::Approved),
        }
    }

    /// A step of the turn.
    fn step(&self, stage: Stage, kind: StepKind, text: String) -> IssueEvent {
        let nil = (IssueEventId::new(uuid::Uuid::nil()), IssueId::new(uuid::Uuid::nil()));
        let (body, meeting) = (self.body, self.meeting);
        IssueEvent { body, meeting, text, kind, ..IssueEvent::new(nil.0, nil.1, self.on, stage) }
    }

    /// Takes a new issue up: its receipt says what it came out of, and a second step stands where
    /// it begins further on. An approval keeps the meeting that gave it.
    fn receive(&self, tx: &mut Tx<'_>, issue: Issue, text: &str) -> Result<IssueId> {
        let id = IssueId::new(tx.new_id());
        let owner = issue.owner;
        tx.put_issue(&Issue { id, ..issue.clone() })?;
        let receipt = IssueEvent { to: owner, ..self.step(Stage::Received, self.kind, text.to_owned()) };
        let receipt = IssueEvent { id: IssueEventId::new(tx.new_id()), issue: id, ..receipt };
        tx.put_issue_event(&receipt)?;
        if self.stage != Stage::Received {
            let further = self.step(self.stage, self.kind, String::new());
            let further = match &self.approval {
                Some(old) => IssueEvent { body: old.body, meeting: old.meeting, item: old.item, ..further },
                None => further,
            };
            take_step(tx, Issue { id, ..issue }, vec![receipt], further)?;
        }
        Ok(id)
    }
}

/// Merges issues, once nothing objects to it.
fn merge(
    tx: &mut Tx<'_>,
    council: &Snapshot,
    ledger: &Ledger,
    ask: &MergeIssues,
    parts: &[Issue],
    into: Option<Issue>,
    new: Vec<Issue>,
) -> Result<IssueId> {
    let reason = &ask.turn.reason;
    let stages: Vec<Stage> = parts.iter().map(|p| p.stage).collect();
    let first = parts.first().map(|p| ledger.steps_of(p.id)).unwrap_or_default();
    let birth = Birth::new(council, &ask.turn, first, StepKind::Merged, stage_of_merged(&stages));
    let text = words::came_out_of(&names(parts), reason);
    let (whole, id) = match (into, new.into_iter().next()) {
        (Some(whole), _) => {
            let (id, steps) = (whole.id, ledger.steps_of(whole.id).to_vec());
            take_step(tx, whole.clone(), steps, birth.step(whole.stage, StepKind::Merged, text))?;
            (whole, id)
        }
        (None, Some(new)) => {
            let id = birth.receive(tx, new.clone(), &text)?;
            (new, id)
        }
        (None, None) => return Err(fault(IssueFault::TooFewParts)),
    };
    for part in parts {
        join(tx, part.id, id, LinkKind::Merged, reason)?;
        let end = birth.step(Stage::Closed, StepKind::Merged, words::merged_into(&subject(&whole), reason));
        let steps = ledger.steps_of(part.id).to_vec();
        take_step(tx, part.clone(), steps, end)?;
    }
    Ok(id)
}

fn join(tx: &mut Tx<'_>, from: IssueId, to: IssueId, kind: LinkKind, reason: &str) -> Result<()> {
    Ok(tx.put_issue_link(&IssueLink { from, to, kind, reason: reason.to_owned() })?)
}

/// R8-3・R8-4.
fn names(issues: &[Issue]) -> String {
    issues.iter().map(labels::issue_number).collect::<Vec<_>>().join("・")
}

fn meeting(council: &Snapshot, id: Option<MeetingId>) -> Result<Option<&Meeting>> {
    let find = |id: MeetingId| {
        let known = council.meetings.iter().find(|m| m.id == id);
        known.ok_or_else(|| AppError::UnknownMeeting(id.to_string()))
    };
    id.map(find).transpose()
}
