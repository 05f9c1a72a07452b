//! Where a meeting stands, and what going on from there needs.

use super::page::meeting;
use super::put_off::{CallOff, Postpone, take_back};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use entaku_domain::id::MeetingId;
use entaku_domain::lead::Task;
use entaku_domain::meeting::{Meeting, MeetingState};
use entaku_domain::meeting_fault::MeetingFault;
use entaku_domain::violation::{Violation, forbids};
use entaku_store::Action;

impl App {
    /// Brings a meeting into another state (「会議の状態の変更」): the next one, the one
    /// before, called off, or taken back from there.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Rules`] for a state that does not follow, a
    /// meeting that is held before its day, or one that is called off although an election, a
    /// selection, a step of an issue or a proposal rests on it.
    pub fn set_meeting_state(&mut self, id: MeetingId, to: MeetingState) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = meeting(&council, id)?;
        match to {
            MeetingState::Postponed => return self.postpone_meeting(id, &Postpone::default()),
            MeetingState::Cancelled => return self.cancel_meeting(id, &CallOff::default()),
            _ => {}
        }
        let mut new = Meeting { state: to, ..old.clone() };
        if old.state == MeetingState::Cancelled {
            (new.counts, new.off_reason, new.off_on) = (None, None, None);
        }
        let mut found: Vec<Violation> =
            self.check_move(&council, old, &new)?.into_iter().map(Violation::Meeting).collect();
        let open = if old.state == MeetingState::Postponed { self.open_postponement(id)? } else { None };
        if !old.keeps_number() {
            found.extend(council.check_numbers(&new));
        }
        if forbids(&found) {
            return Err(AppError::Rules(found));
        }
        let subject = council.meeting_title(old);
        let subject = format!("{subject}　{}", to.label());
        self.change(Action::new("set_meeting_state").about(subject), found, |tx| {
            take_back(tx, open.as_ref())?;
            Ok(tx.put_meeting(&new)?)
        })
    }

    pub(super) fn check_move(&self, council: &Snapshot, m: &Meeting, new: &Meeting) -> Result<Vec<MeetingFault>> {
        let to = new.state;
        if !m.state.moves().contains(&to) {
            return Ok(vec![MeetingFault::StateJump { from: m.state, to }]);
        }
        let order = |state: MeetingState| MeetingState::ALL.iter().position(|s| *s == state);
        Ok(match to {
            MeetingState::Noticed if m.state == MeetingState::Draft => self.check_notice(council, m),
            MeetingState::Held if order(m.state) < order(to) => {
                let mut found = self.check_held(council, m)?;
                found.extend(count_is_open(council, m));
                found
            }
            MeetingState::MinutesOut if m.state == MeetingState::Held => {
                let due = council.due(Task::Minutes, m).map(|d| d.on).filter(|due| *due < self.today());
                due.map(|due| MeetingFault::MinutesLate { due }).into_iter().collect()
            }
            MeetingState::Cancelled => {
                let resting = self.resting(council, m.id)?;
                if resting.is_empty() { count_is_open(council, new) } else { resting }
            }
            _ => Vec::new(),
        })
    }

    /// V24: the usual time before the meeting; and what a notice says.
    pub(crate) fn check_notice(&self, council: &Snapshot, m: &Meeting) -> Vec<MeetingFault> {
        let due = council.due(Task::Notice, m).filter(|due| due.on < self.today());
        let late = due.map(|due| MeetingFault::NoticeLate { due: due.on, days: due.days.unsigned_abs() });
        let place = m.place.trim().is_empty().then_some(MeetingFault::NoticeWithout { field: "place" });
        let time = m.start.is_none().then_some(MeetingFault::NoticeWithout { field: "start_time" });
        late.into_iter().chain(time).chain(place).collect()
    }

    fn check_held(&self, council: &Snapshot, m: &Meeting) -> Result<Vec<MeetingFault>> {
        if m.date > self.today() {
            return Ok(vec![MeetingFault::HeldTooSoon { on: m.date }]);
        }
        let recorded = self.store.attendance(m.id)?;
        let sittings = council.at_meeting(m);
        let without = |a: entaku_domain::id::AppointmentId| !recorded.iter().any(|r| r.appointment == a);
        let members = sittings.iter().filter_map(|s| s.appointment).filter(|a| without(a.id)).count();
        Ok((members > 0).then_some(MeetingFault::AttendanceMissing { members }).into_iter().collect())
    }
}

/// V12: whether a meeting counts that was called off, or is held in writing, is the office's to say.
pub(super) fn count_is_open(council: &Snapshot, m: &Meeting) -> Vec<MeetingFault> {
    if !m.count_is_open() {
        return Vec::new();
    }
    let version = council.version(m.body, m.year());
    let planned = version.and_then(|v| v.frequency.as_ref()).and_then(|f| f.per_year);
    planned.map(|planned| MeetingFault::CountIsOpen { planned }).into_iter().collect()
}
