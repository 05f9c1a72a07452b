//! The steps of an issue (課題の経過), and the answer to whoever raised it.

use super::Ledger;
use super::page::stage_of;
use super::tasks::{NewTask, task};
use super::told::{Telling, reflect, untold_again, with_parts};
use super::write::{allowed, fault, subject};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::publication::{Withheld, personal_in};
use crate::snapshot::Snapshot;
use entaku_documents::Audience;
use entaku_domain::body::BodyKind;
use entaku_domain::id::{AgendaItemId, BodyId, IssueEventId, IssueId, MeetingId, MinutesEntryId};
use entaku_domain::issue::{
    Issue, IssueEvent, IssueFault, NewStep, Stage, StepKind, check_feedback, check_step, passed_on,
};
use entaku_domain::meeting::Meeting;
use entaku_domain::proposal::Feedback;
use entaku_domain::text::{check_note, check_text};
use entaku_domain::{Day, FiscalYear};
use entaku_store::{Action, Tx};

/// A step to be recorded.
#[derive(Debug, Clone)]
pub struct RecordStep {
    /// The issue.
    pub issue: IssueId,
    /// The day.
    pub on: Day,
    /// The stage reached; a request brings its own.
    pub stage: Stage,
    /// Handle or name of the body that took it; that of the meeting where none.
    pub body: Option<String>,
    /// The meeting that took it.
    pub meeting: Option<MeetingId>,
    /// What happened.
    pub text: String,
    /// Handle or name of the body that has the issue from now on, or is asked; as before where none.
    pub owner: Option<String>,
    /// What kind of step it is.
    pub kind: StepKind,
    /// The item of the meeting's agenda; the one that is on the issue where none.
    pub item: Option<AgendaItemId>,
    /// The entry of the meeting's minutes that says it; it brings meeting and item with it.
    pub entry: Option<MinutesEntryId>,
    /// By when the body that is asked answers.
    pub due_on: Option<Day>,
    /// What it leaves to be done.
    pub tasks: Vec<NewTask>,
}

/// Where a step was taken.
#[derive(Debug)]
pub(super) struct At<'a> {
    pub(super) meeting: Option<&'a Meeting>,
    pub(super) body: Option<BodyId>,
    pub(super) item: Option<AgendaItemId>,
}

impl App {
    /// Records a step of an issue with what it leaves to be done (「課題の経過の記録」, V17,
    /// V18). The stage of the issue is that of its latest step.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`], an unknown body or meeting; [`AppError::Rules`]
    /// for days that are not in order, an approval that is not the plenary's, a
    /// proposal without approval, a partner's issue closed without an answer, a
    /// finished issue that goes on without a reason, a request that asks nobody.
    pub fn record_issue_step(&mut self, ask: &RecordStep) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let issue = self.issue(ask.issue)?;
        let steps = self.store.issue_events(ask.issue)?;
        all_right([check_text("text", &ask.text)])?;
        let at = self.place(&council, issue.id, ask)?;
        let to = ask.owner.as_deref().map(|b| council.body(b)).transpose()?.map(|b| b.id);
        let stage = ask.kind.stage().unwrap_or(ask.stage);
        let kind_of = |b: BodyId| council.body_by_id(b).map(|b| b.kind);
        let new = NewStep {
            stage,
            on: ask.on,
            body: at.body.and_then(kind_of),
            meeting: at.meeting,
            plenary_recorded: plenary_recorded(&council, ask.on),
            kind: ask.kind,
            to: to.and_then(kind_of),
            due_on: ask.due_on,
            has_reason: !ask.text.trim().is_empty(),
        };
        let mut found = check_step(&issue, &steps, &new, self.today());
        if stage.is_final() {
            found.extend(self.parts_owed(&issue)?);
        }
        found.extend(personal_in(&Withheld::from(&council, Audience::Public), "step", &ask.text));
        let tasks = self.tasks_asked(&council, issue.id, ask.on, &ask.tasks)?;
        let notices = allowed(found)?;
        let step = IssueEvent {
            body: at.body,
            meeting: at.meeting.map(|m| m.id),
            text: ask.text.clone(),
            kind: ask.kind,
            item: at.item,
            entry: ask.entry,
            to,
            due_on: ask.due_on,
            ..IssueEvent::new(IssueEventId::new(uuid::Uuid::nil()), issue.id, ask.on, stage)
        };
        self.change(Action::new("record_issue_step").about(subject(&issue)), notices, |tx| {
            let id = take_step(tx, issue, steps, step)?;
            tasks.into_iter().try_for_each(|t| task(tx, t, Some(id)).map(drop))
        })
    }

    /// Takes the latest step of an issue out with what it left to be done (「課題の経過の削除」):
    /// it was recorded by mistake. The issue goes back to the body that had it before.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for any other step.
    pub fn remove_issue_step(&mut self, step: IssueEventId) -> Result<Written<()>> {
        let all = self.store.all_issue_events()?;
        let found = all.iter().find(|e| e.id == step).ok_or_else(|| AppError::UnknownRecord(step.to_string()))?;
        let issue = self.issue(found.issue)?;
        let mut steps = self.store.issue_events(issue.id)?;
        if steps.first().is_some_and(|e| e.id == step) {
            return Err(fault(IssueFault::IsTheReceipt));
        }
        let last = steps.pop().filter(|e| e.id == step).ok_or_else(|| fault(IssueFault::NotTheLast))?;
        let before = steps.iter().rev().find_map(|e| e.to);
        let owner = match before {
            Some(before) if last.to.is_some() && last.to == issue.owner => Some(before),
            _ => issue.owner,
        };
        self.change(Action::new("remove_issue_step").about(subject(&issue)), Vec::new(), |tx| {
            tx.remove_issue_event(step)?;
            Ok(tx.put_issue(&Issue { stage: stage_of(&steps), owner, ..issue })?)
        })
    }

    /// Records when whoever raised an issue was told, or why nobody is
    /// (「フィードバックの記録」, V18). Neither takes the record back. Whoever raised what was
    /// merged into it is told with it, and so it stands at each part. What a proposal has
    /// reflected already, and only waited for this, is reflected with it.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for a day before the receipt
    /// or still to come, and for a closed issue that would be left without both, itself or a
    /// part of it that was told with it.
    pub fn set_feedback(&mut self, id: IssueId, on: Option<Day>, reason: Option<String>) -> Result<Written<()>> {
        let old = self.issue(id)?;
        let was = old.feedback_on;
        let no_feedback = reason.filter(|r| !r.trim().is_empty() && on.is_none());
        all_right(no_feedback.iter().map(|r| check_note("reason", r)))?;
        let issue = Issue { feedback_on: on, no_feedback, ..old };
        let mut found = Vec::new();
        if on.is_some_and(|day| day > self.today()) {
            found.extend(on.map(|on| IssueFault::InFuture { field: "on", on }));
        }
        if on.is_some_and(|day| day < issue.received_on) {
            found.push(IssueFault::BeforeReceipt { field: "on", received: issue.received_on });
        }
        let action = Action::new("set_feedback").about(subject(&issue));
        let (mut ledger, all) = (Ledger::load(&self.store)?, self.store.feedback()?);
        let told = on.map(|on| Feedback::told(&issue, ledger.steps_of(id), on));
        // What was recorded here before is mended; what was told earlier stays.
        let before = all.iter().find(|f| f.issue == id && Some(f.on) == was && Some(f.on) != on).cloned();
        let mut all_told = with_parts(&ledger, &all, &issue, on, was);
        all_told.insert(0, Telling { issue: issue.clone(), told, before });
        ledger.take_in(&all_told);
        if issue.stage.is_final() && !passed_on(ledger.steps_of(id)) {
            found.extend(check_feedback(&issue));
            found.extend(untold_again(&ledger, &issue, &all_told));
        }
        let notices = allowed(found)?;
        // Taking a record back ends no waiting.
        let ends = on.is_some() || issue.no_feedback.is_some();
        let waited = if ends { self.reflected_with(&ledger, &all_told) } else { Vec::new() };
        let day = on.unwrap_or(self.today());
        self.change(action, notices, |tx| {
            all_told.iter().try_for_each(|telling| telling.write(tx))?;
            for (issue, text) in waited {
                reflect(tx, issue, ledger.steps_of(issue.id), day, text)?;
            }
            Ok(())
        })
    }

    /// The meeting, the body and the item of a step: an entry of minutes brings all of them with
    /// it, an item its meeting, a meeting its body and the item that is on the issue.
    fn place<'a>(&self, council: &'a Snapshot, issue: IssueId, ask: &RecordStep) -> Result<At<'a>> {
        let source = self.meeting_of(council, ask.meeting, ask.item, ask.entry)?;
        let body = ask.body.as_deref().map(|b| council.body(b)).transpose()?.map(|b| b.id);
        let item = match (source.item, source.meeting) {
            (None, Some(m)) => self.item_on(m.id, issue)?,
            (item, _) => item,
        };
        Ok(At { meeting: source.meeting, body: source.meeting.map(|m| m.body).or(body), item })
    }

    /// The only item of a meeting's agenda that is on an issue.
    fn item_on(&self, meeting: MeetingId, issue: IssueId) -> Result<Option<AgendaItemId>> {
        let items = self.store.agenda(meeting)?;
        let mut on = items.iter().filter(|i| i.issue == Some(issue)).map(|i| i.id);
        Ok(on.next().filter(|_| on.next().is_none()))
    }

    /// A meeting with an item and an entry of it.
    pub(super) fn meeting_of<'a>(
        &self,
        council: &'a Snapshot,
        meeting: Option<MeetingId>,
        item: Option<AgendaItemId>,
        entry: Option<MinutesEntryId>,
    ) -> Result<At<'a>> {
        let gone = |id: &dyn std::fmt::Display| AppError::UnknownRecord(id.to_string());
        let entry = entry.map(|id| self.store.minutes_entry(id)?.ok_or_else(|| gone(&id))).transpose()?;
        let item = item.or(entry.as_ref().and_then(|e| e.item));
        let named = item.map(|id| self.store.agenda_item(id)?.ok_or_else(|| gone(&id))).transpose()?;
        let by = meeting.or(entry.as_ref().map(|e| e.meeting)).or(named.as_ref().map(|i| i.meeting));
        let found = by.map(|id| {
            let known = council.meetings.iter().find(|m| m.id == id);
            known.ok_or_else(|| AppError::UnknownMeeting(id.to_string()))
        });
        let found = found.transpose()?;
        let other = |of: Option<MeetingId>| of.is_some() && of != found.map(|m| m.id);
        if other(entry.as_ref().map(|e| e.meeting)) {
            return Err(fault(IssueFault::OtherMeeting { field: "entry" }));
        }
        if other(named.as_ref().map(|i| i.meeting)) {
            return Err(fault(IssueFault::OtherMeeting { field: "item" }));
        }
        Ok(At { meeting: found, body: None, item })
    }
}

/// Writes a step behind those of its day, and brings the issue to where its steps lead.
pub(super) fn take_step(
    tx: &mut Tx<'_>,
    issue: Issue,
    mut steps: Vec<IssueEvent>,
    step: IssueEvent,
) -> Result<IssueEventId> {
    let id = after(&steps, step.on, IssueEventId::new(tx.new_id()));
    let owner = step.to.or(issue.owner);
    let step = IssueEvent { id, issue: issue.id, ..step };
    tx.put_issue_event(&step)?;
    steps.push(step);
    steps.sort_by_key(|e| (e.on, e.id));
    tx.put_issue(&Issue { stage: stage_of(&steps), owner, ..issue })?;
    Ok(id)
}

/// Whether a plenary of the fiscal year, up to a day, is recorded.
pub(crate) fn plenary_recorded(council: &Snapshot, on: Day) -> bool {
    let plenary = |m: &Meeting| council.is_of_kind(m, BodyKind::Plenary);
    let year = FiscalYear::of(on);
    council.meetings.iter().any(|m| plenary(m) && m.year() == year && m.date <= on && m.state.takes_place())
}

/// An identifier behind those of the same day: steps of one day are told in the
/// order of their identifiers, and those of the sample are not made by time.
pub(crate) fn after(steps: &[IssueEvent], on: Day, new: IssueEventId) -> IssueEventId {
    let last = steps.iter().filter(|e| e.on == on).map(|e| e.id).max();
    let number = |id: IssueEventId| uuid::Uuid::parse_str(&id.to_string()).map(|u| u.as_u128()).unwrap_or_default();
    match last {
        Some(last) if last > new => {
            let distance = u128::from(number(new) as u32) + 1;
            IssueEventId::new(uuid::Uuid::from_u128(number(last).saturating_add(distance)))
        }
        _ => new,
    }
}
