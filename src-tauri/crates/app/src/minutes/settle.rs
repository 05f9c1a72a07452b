//! How minutes become final: their head, the draft that goes out, approval, opening again.

use super::{MinutesFile, name, refused, rule};
use crate::council::{App, Written};
use crate::error::Result;
use crate::people::all_right;
use entaku_domain::Day;
use entaku_domain::id::MeetingId;
use entaku_domain::lead::Task;
use entaku_domain::meeting::{Meeting, MeetingState};
use entaku_domain::meeting_fault::MeetingFault;
use entaku_domain::minutes::{ApprovalWay, LabelRule, Minutes, MinutesRule, Style};
use entaku_domain::minutes_fault::MinutesFault;
use entaku_domain::text::{check_note, check_text};
use entaku_domain::violation::Violation;
use entaku_store::Action;

/// What to change in minutes as a whole; what is none stays.
#[derive(Debug, Clone, Default)]
pub struct UpdateMinutes {
    /// How much of what was said.
    pub style: Option<Style>,
    /// How those who speak are called.
    pub labels: Option<LabelRule>,
    /// What stands at the head on how words are written.
    pub heading: Option<String>,
    /// What else is kept.
    pub other: Option<String>,
    /// The outline.
    pub outline: Option<String>,
    /// How many listened; none inside for 「nobody counted」.
    pub observers: Option<Option<u16>>,
}

impl App {
    /// Changes the head of minutes (「会議録の設定」).
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`]; [`crate::AppError::Rules`] for texts and final minutes.
    pub fn update_minutes(&mut self, id: MeetingId, ask: UpdateMinutes) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, id)?;
        file.must_be_open()?;
        let texts = [("heading", &ask.heading), ("other", &ask.other), ("outline", &ask.outline)];
        all_right(texts.into_iter().filter_map(|(field, text)| Some(check_text(field, text.as_ref()?))))?;
        let old = file.minutes.clone();
        let new = Minutes {
            style: ask.style.unwrap_or(old.style),
            labels: ask.labels.unwrap_or(old.labels),
            heading: ask.heading.unwrap_or(old.heading),
            other: ask.other.unwrap_or(old.other),
            outline: ask.outline.unwrap_or(old.outline),
            observers: ask.observers.unwrap_or(old.observers),
            ..old
        };
        let action = Action::new("update_minutes").about(name(&council, &file.meeting));
        self.change(action, Vec::new(), |tx| Ok(tx.put_minutes(&new)?))
    }

    /// Sets how a body keeps its minutes (「会議録の作り方」).
    ///
    /// # Errors
    /// [`crate::AppError::Rules`] for the text.
    pub fn set_minutes_rule(&mut self, new: &MinutesRule) -> Result<Written<()>> {
        let council = self.snapshot()?;
        all_right([check_text("heading", &new.heading)])?;
        let body = council.body_by_id(new.body).map(|b| b.key.clone()).unwrap_or_default();
        self.change(Action::new("set_minutes_rule").about(body), Vec::new(), |tx| Ok(tx.put_minutes_rule(new)?))
    }

    /// Takes the minutes of a meeting away, with everything in them (「会議録の削除」).
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`]; [`crate::AppError::Rules`] for final minutes.
    pub fn remove_minutes(&mut self, id: MeetingId) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, id)?;
        file.must_be_open()?;
        let action = Action::new("remove_minutes").about(name(&council, &file.meeting));
        self.change(action, Vec::new(), |tx| if file.exists { Ok(tx.remove_minutes(id)?) } else { Ok(()) })
    }

    /// Records that the draft went to the members (「会議録案の送付」); the meeting is brought on.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`]; [`crate::AppError::Rules`] for a meeting that was not
    /// held, for empty and for final minutes.
    pub fn send_minutes(&mut self, id: MeetingId, on: Day, due: Option<Day>) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, id)?;
        self.must_be_held(&file)?;
        let m = &file.meeting;
        let days = rule(&self.store, &council, m)?.answer_days;
        let due = due.or_else(|| on.checked_add_days(chrono::Days::new(u64::from(days))));
        let minutes = Minutes { sent_on: Some(on), due_on: due, ..file.minutes.clone() };
        let mut notices = self.lack_notices(&council, &file)?;
        let late = council.due(Task::Minutes, m).map(|due| due.on).filter(|due| *due < on);
        notices.extend(late.map(|due| Violation::Meeting(MeetingFault::MinutesLate { due })));
        let out = Meeting { state: MeetingState::MinutesOut, ..m.clone() };
        self.change(Action::new("send_minutes").about(name(&council, m)), notices, |tx| {
            tx.put_minutes(&minutes)?;
            Ok(tx.put_meeting(&out)?)
        })
    }

    /// Makes minutes final (「会議録の確定」): from then on nobody changes their text.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`]; [`crate::AppError::Rules`] for a meeting that was not
    /// held, for empty and for final minutes, and for a day before the meeting.
    pub fn approve_minutes(
        &mut self,
        id: MeetingId,
        on: Day,
        way: ApprovalWay,
        at: Option<MeetingId>,
    ) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, id)?;
        self.must_be_held(&file)?;
        let m = &file.meeting;
        if on < m.date {
            return Err(refused(MinutesFault::ApprovedBefore { on: m.date }));
        }
        let at = at.map(|id| crate::meetings::page::meeting(&council, id).map(|m| m.id)).transpose()?;
        let mut notices = self.lack_notices(&council, &file)?;
        let open = self.store.corrections(id)?.iter().filter(|c| c.accepted.is_none()).count();
        let fault = MinutesFault::CorrectionsOpen { count: open };
        notices.extend((open > 0).then_some(Violation::Minutes(fault)));
        let minutes = Minutes {
            approved_on: Some(on),
            approved_by: Some(way),
            approved_at: at.filter(|_| way == ApprovalWay::Meeting),
            // What was counted elsewhere is final, too: applications are erased after a while.
            observers: file.observers(),
            ..file.minutes.clone()
        };
        let done = Meeting { state: MeetingState::Approved, ..m.clone() };
        self.change(Action::new("approve_minutes").about(name(&council, m)), notices, |tx| {
            tx.put_minutes(&minutes)?;
            Ok(tx.put_meeting(&done)?)
        })
    }

    /// Opens final minutes again, for a reason (「会議録の確定の取消し」).
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`]; [`crate::AppError::Rules`] without a reason.
    pub fn reopen_minutes(&mut self, id: MeetingId, reason: &str) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, id)?;
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(refused(MinutesFault::ReasonMissing));
        }
        all_right([check_note("reason", reason)])?;
        let minutes = Minutes {
            approved_on: None,
            approved_by: None,
            approved_at: None,
            reopened: Some(reason.to_owned()),
            ..file.minutes.clone()
        };
        let out = Meeting { state: MeetingState::MinutesOut, ..file.meeting.clone() };
        let subject = format!("{}　{reason}", name(&council, &file.meeting));
        self.change(Action::new("reopen_minutes").about(subject), Vec::new(), |tx| {
            tx.put_minutes(&minutes)?;
            if file.is_frozen() { Ok(tx.put_meeting(&out)?) } else { Ok(()) }
        })
    }

    fn must_be_held(&self, file: &MinutesFile) -> Result<()> {
        file.must_be_open()?;
        if !file.meeting.state.is_over() {
            return Err(refused(MinutesFault::NotHeld));
        }
        if file.has_words() { Ok(()) } else { Err(refused(MinutesFault::Empty)) }
    }

    fn lack_notices(&self, council: &crate::snapshot::Snapshot, file: &MinutesFile) -> Result<Vec<Violation>> {
        let count = self.lacks(council, file)?.len();
        Ok((count > 0).then_some(Violation::Minutes(MinutesFault::Lacks { count })).into_iter().collect())
    }
}
