//! The steps of an issue (課題の経過), and the answer to whoever raised it.

use super::page::stage_of;
use super::write::{allowed, fault, subject};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::publication::{Withheld, personal_in};
use crate::snapshot::Snapshot;
use entaku_documents::Audience;
use entaku_domain::body::BodyKind;
use entaku_domain::id::{BodyId, IssueEventId, IssueId, MeetingId};
use entaku_domain::issue::{Issue, IssueEvent, IssueFault, NewStep, Stage, check_feedback, check_step};
use entaku_domain::meeting::Meeting;
use entaku_domain::proposal::Feedback;
use entaku_domain::text::{check_note, check_text};
use entaku_domain::{Day, FiscalYear};
use entaku_store::Action;

/// A step to be recorded.
#[derive(Debug, Clone)]
pub struct RecordStep {
    /// The issue.
    pub issue: IssueId,
    /// The day.
    pub on: Day,
    /// The stage reached.
    pub stage: Stage,
    /// Handle or name of the body that took it; that of the meeting where none.
    pub body: Option<String>,
    /// The meeting that took it.
    pub meeting: Option<MeetingId>,
    /// What happened.
    pub text: String,
    /// Handle or name of the body that has the issue from now on; as before where none.
    pub owner: Option<String>,
}

impl App {
    /// Records a step of an issue (「課題の経過の記録」, V17, V18). The stage of the
    /// issue is that of its latest step.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`], an unknown body or meeting; [`AppError::Rules`]
    /// for days that are not in order, an approval that is not the plenary's, a
    /// proposal without approval, a partner's issue closed without an answer.
    pub fn record_issue_step(&mut self, ask: &RecordStep) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let issue = self.issue(ask.issue)?;
        let mut steps = self.store.issue_events(ask.issue)?;
        all_right([check_text("text", &ask.text)])?;
        let (meeting, body) = place(&council, ask)?;
        let owner = ask.owner.as_deref().map(|b| council.body(b)).transpose()?.map(|b| b.id).or(issue.owner);
        let new = NewStep {
            stage: ask.stage,
            on: ask.on,
            body: body.and_then(|b| council.body_by_id(b)).map(|b| b.kind),
            meeting,
            plenary_recorded: plenary_recorded(&council, ask.on),
        };
        let mut found = check_step(&issue, &steps, &new, self.today());
        found.extend(personal_in(&Withheld::from(&council, Audience::Public), "step", &ask.text));
        let notices = allowed(found)?;
        let action = Action::new("record_issue_step").about(subject(&issue));
        let (on, stage, text) = (ask.on, ask.stage, ask.text.clone());
        let meeting = ask.meeting;
        self.change(action, notices, |tx| {
            let id = after(&steps, on, IssueEventId::new(tx.new_id()));
            let step = IssueEvent { body, meeting, text, ..IssueEvent::new(id, issue.id, on, stage) };
            tx.put_issue_event(&step)?;
            steps.push(step);
            steps.sort_by_key(|e| (e.on, e.id));
            Ok(tx.put_issue(&Issue { stage: stage_of(&steps), owner, ..issue })?)
        })
    }

    /// Takes the latest step of an issue out (「課題の経過の削除」): it was recorded by mistake.
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
        if steps.pop().is_none_or(|e| e.id != step) {
            return Err(fault(IssueFault::NotTheLast));
        }
        self.change(Action::new("remove_issue_step").about(subject(&issue)), Vec::new(), |tx| {
            tx.remove_issue_event(step)?;
            Ok(tx.put_issue(&Issue { stage: stage_of(&steps), ..issue })?)
        })
    }

    /// Records when whoever raised an issue was told, or why nobody is
    /// (「フィードバックの記録」, V18). Neither takes the record back.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for a day before the receipt
    /// or still to come, and for a closed issue that would be left without both.
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
        if issue.stage.is_final() {
            found.extend(check_feedback(&issue));
        }
        let notices = allowed(found)?;
        let action = Action::new("set_feedback").about(subject(&issue));
        let steps = self.store.issue_events(id)?;
        let told = on.map(|on| Feedback::told(&issue, &steps, on));
        // What was recorded here before is mended; what was told earlier stays.
        let before = self.store.feedback_on(id)?.into_iter().find(|f| Some(f.on) == was && Some(f.on) != on);
        self.change(action, notices, |tx| {
            before.iter().try_for_each(|f| tx.remove_feedback(f))?;
            told.iter().try_for_each(|f| tx.put_feedback(f))?;
            Ok(tx.put_issue(&issue)?)
        })
    }
}

/// The meeting and the body of a step; a meeting brings its body with it.
fn place<'a>(council: &'a Snapshot, ask: &RecordStep) -> Result<(Option<&'a Meeting>, Option<BodyId>)> {
    let find = |id: MeetingId| {
        let found = council.meetings.iter().find(|m| m.id == id);
        found.ok_or_else(|| AppError::UnknownMeeting(id.to_string()))
    };
    let meeting = ask.meeting.map(find).transpose()?;
    let body = ask.body.as_deref().map(|b| council.body(b)).transpose()?.map(|b| b.id);
    Ok((meeting, meeting.map(|m| m.body).or(body)))
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
