//! Meetings that do not take place as planned: put off, called off, held jointly; and
//! whether one counts among those planned (V12).

use super::page::meeting;
use super::{check_times, time};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use entaku_domain::Day;
use entaku_domain::id::{BodyId, MeetingId, PostponementId};
use entaku_domain::meeting::{JointBody, Meeting, MeetingState, Postponement};
use entaku_domain::meeting_fault::MeetingFault;
use entaku_domain::text::check_note;
use entaku_domain::violation::{Violation, forbids};
use entaku_store::{Action, Tx};

/// A meeting is put off.
#[derive(Debug, Clone, Default)]
pub struct Postpone {
    /// The new day; none while it is open.
    pub to: Option<Day>,
    /// From, as typed; none to stay.
    pub start: Option<String>,
    /// To, as typed; none to stay.
    pub end: Option<String>,
    /// The new place; none to stay.
    pub place: Option<String>,
    /// Why.
    pub reason: String,
    /// The day of the decision; today where none.
    pub decided_on: Option<Day>,
}

/// A meeting is called off.
#[derive(Debug, Clone, Default)]
pub struct CallOff {
    /// Why.
    pub reason: String,
    /// Whether it counts all the same; none where nobody said (V12).
    pub counts: Option<bool>,
    /// The day of the decision; today where none.
    pub decided_on: Option<Day>,
}

/// Another body of a joint meeting.
#[derive(Debug, Clone)]
pub struct JoinBody {
    /// Handle or name of the body.
    pub body: String,
    /// Whether the meeting has a number in its series.
    pub numbered: bool,
    /// The number; the next of its series where none.
    pub number: Option<u16>,
}

impl App {
    /// Puts a meeting off to another day, or to one that is still open (「会議の延期」). The
    /// old day is kept. With a new day it is prepared anew: members are to be told
    /// again, and the days by which they answer are counted from there.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`], [`AppError::BadTime`]; [`AppError::Rules`] for one that has been
    /// held or called off, the same day, or a day that its body does not exist on.
    pub fn postpone_meeting(&mut self, id: MeetingId, ask: &Postpone) -> Result<Written<()>> {
        all_right([check_note("reason", &ask.reason), check_note("place", ask.place.as_deref().unwrap_or_default())])?;
        let council = self.snapshot()?;
        let old = meeting(&council, id)?;
        let new = put_off(&council, old, ask)?;
        let mut found = check_putting_off(old, ask.to);
        if ask.to.is_some() {
            found.extend(self.check_day(&council, old, &new)?);
            found.extend(council.check_renumbered(old, &new));
        }
        if forbids(&found) {
            return Err(AppError::Rules(found));
        }
        let recorded = self.store.attendance(id)?.len();
        found.extend((recorded > 0).then_some(Violation::Meeting(MeetingFault::RepliesOfOldDay { count: recorded })));
        if ask.to.is_some() {
            found.extend(super::edit::notices_of(&council, &new));
        }
        let line = self.postponement(old, ask)?;
        let days = self.recounted(&council, old, &new)?;
        let subject = council.meeting_title(old);
        self.change(Action::new("postpone_meeting").about(subject), found, |tx| {
            let id = if line.id.is_nil() { PostponementId::new(tx.new_id()) } else { line.id };
            tx.put_postponement(&Postponement { id, ..line })?;
            days.map_or(Ok(()), |days| tx.put_convocation(&days))?;
            Ok(tx.put_meeting(&new)?)
        })
    }

    /// The line that is kept: a new one, or the one whose day was open.
    fn postponement(&self, old: &Meeting, ask: &Postpone) -> Result<Postponement> {
        let open = self.open_postponement(old.id)?.filter(|_| old.state == MeetingState::Postponed);
        let decided_on = ask.decided_on.unwrap_or_else(|| self.today());
        Ok(match open {
            Some(line) => {
                let reason = if ask.reason.trim().is_empty() { line.reason.clone() } else { ask.reason.clone() };
                Postponement { to_day: ask.to, reason, ..line }
            }
            None => Postponement {
                id: PostponementId::new(uuid::Uuid::nil()),
                meeting: old.id,
                was_day: old.date,
                was_start: old.start.clone(),
                was_end: old.end.clone(),
                was_place: old.place.clone(),
                was_noticed: old.state == MeetingState::Noticed,
                to_day: ask.to,
                reason: ask.reason.clone(),
                decided_on,
            },
        })
    }

    pub(super) fn open_postponement(&self, id: MeetingId) -> Result<Option<Postponement>> {
        Ok(self.store.postponements(id)?.into_iter().rfind(|p| p.to_day.is_none()))
    }

    /// Calls a meeting off (「会議の中止」).
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Rules`] for one that has been held, or on
    /// which something rests.
    pub fn cancel_meeting(&mut self, id: MeetingId, ask: &CallOff) -> Result<Written<()>> {
        all_right([check_note("reason", &ask.reason)])?;
        let council = self.snapshot()?;
        let old = meeting(&council, id)?;
        let new = Meeting {
            state: MeetingState::Cancelled,
            counts: ask.counts,
            off_reason: Some(ask.reason.clone()).filter(|r| !r.trim().is_empty()),
            off_on: Some(ask.decided_on.unwrap_or_else(|| self.today())),
            ..old.clone()
        };
        let mut found: Vec<Violation> =
            self.check_move(&council, old, &new)?.into_iter().map(Violation::Meeting).collect();
        if new.keeps_number() {
            found.extend(council.check_numbers(&new));
        }
        if forbids(&found) {
            return Err(AppError::Rules(found));
        }
        let subject = council.meeting_title(old);
        self.change(Action::new("cancel_meeting").about(subject), found, |tx| Ok(tx.put_meeting(&new)?))
    }

    /// Says whether a meeting counts among those planned (「回数に数えるかの記録」, V12).
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Rules`] for a number that is taken by then.
    pub fn set_meeting_counts(&mut self, id: MeetingId, counts: Option<bool>) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = meeting(&council, id)?;
        let new = Meeting { counts, ..old.clone() };
        if new.keeps_number() && !old.keeps_number() {
            let taken = council.check_numbers(&new);
            if !taken.is_empty() {
                return Err(AppError::Rules(taken));
            }
        }
        let subject = council.meeting_title(old);
        self.change(Action::new("set_meeting_counts").about(subject), Vec::new(), |tx| Ok(tx.put_meeting(&new)?))
    }

    /// Sets the other bodies that a meeting is held jointly with, all of them (「合同開催の設定」).
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`], [`AppError::UnknownBody`]; [`AppError::Rules`] for a body
    /// that is named twice, a number that is taken (V14), or a body whose members' attendance is recorded.
    pub fn set_joint_bodies(&mut self, id: MeetingId, bodies: &[JoinBody]) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = meeting(&council, id)?;
        let new = Meeting { joint: joined(&council, old, bodies)?, ..old.clone() };
        let mut found = council.check_renumbered(old, &new);
        let gone: Vec<BodyId> = old.bodies().filter(|b| !new.is_of(*b)).collect();
        let left = |id| council.appointment(id).is_some_and(|a| gone.contains(&a.body));
        let count = self.store.attendance(id)?.iter().filter(|r| left(r.appointment)).count();
        if count > 0 {
            found.push(Violation::Meeting(MeetingFault::AttendedByOthers { on: old.date, count }));
        }
        if forbids(&found) {
            return Err(AppError::Rules(found));
        }
        let subject = council.meeting_title(&new);
        self.change(Action::new("set_joint_bodies").about(subject), found, |tx| Ok(tx.put_meeting(&new)?))
    }
}

/// The other bodies with their numbers, each once.
pub(super) fn joined(council: &Snapshot, m: &Meeting, bodies: &[JoinBody]) -> Result<Vec<JointBody>> {
    let mut joint: Vec<JointBody> = Vec::new();
    for ask in bodies {
        let body = council.body_on(&ask.body, m.date)?;
        if body.id == m.body || joint.iter().any(|j| j.body == body.id) {
            let name = council.body_name(body.id, m.year()).to_owned();
            return Err(AppError::Rules(vec![Violation::Meeting(MeetingFault::JointTwice { body: name })]));
        }
        let others: Vec<Meeting> = council.meetings.iter().filter(|o| o.id != m.id).cloned().collect();
        let known = m.number_in(body.id);
        let next = || known.unwrap_or_else(|| council.series(body.id).next(body.id, m.date, &others));
        let number = ask.numbered.then(|| ask.number.unwrap_or_else(next));
        joint.push(JointBody { body: body.id, number });
    }
    Ok(joint)
}

/// The meeting as it will be.
fn put_off(council: &Snapshot, old: &Meeting, ask: &Postpone) -> Result<Meeting> {
    let mut new = old.clone();
    let Some(to) = ask.to else {
        new.state = MeetingState::Postponed;
        return Ok(new);
    };
    let body = council.body_by_id(old.body).ok_or_else(|| AppError::UnknownBody(old.body.to_string()))?;
    council.body_on(&body.key, to)?;
    new.state = MeetingState::Draft;
    super::edit::move_to(council, &mut new, old, to);
    if let Some(start) = &ask.start {
        new.start = time("start", Some(start))?;
    }
    if let Some(end) = &ask.end {
        new.end = time("end", Some(end))?;
    }
    check_times(new.start.as_deref(), new.end.as_deref())?;
    if let Some(place) = &ask.place {
        new.place.clone_from(place);
    }
    Ok(new)
}

fn check_putting_off(old: &Meeting, to: Option<Day>) -> Vec<Violation> {
    let mut found = Vec::new();
    let open = old.state == MeetingState::Postponed;
    if !(open || old.state.moves().contains(&MeetingState::Postponed)) || (open && to.is_none()) {
        found.push(MeetingFault::StateJump { from: old.state, to: MeetingState::Postponed });
    }
    if !open && to == Some(old.date) {
        found.push(MeetingFault::SameDay { on: old.date });
    }
    found.into_iter().map(Violation::Meeting).collect()
}

/// Takes back that a meeting was put off to an open day: it is on its old day again.
pub(super) fn take_back(tx: &mut Tx<'_>, open: Option<&Postponement>) -> Result<()> {
    if let Some(open) = open {
        tx.remove_postponement(open.id)?;
    }
    Ok(())
}
