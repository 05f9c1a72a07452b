//! Mending an appointment that was entered wrongly (委嘱の記録の訂正), and taking one
//! back that never was (取消し). What happened is not edited: it ends, and something new begins.

use crate::appointments::{check, last_before, version};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::terms::around;
use entaku_domain::Day;
use entaku_domain::appointment::{Appointment, EndReason, EndRule, check_ending};
use entaku_domain::id::AppointmentId;
use entaku_domain::notice_fault::NoticeFault;
use entaku_domain::office::Office;
use entaku_domain::seat::check_free;
use entaku_domain::term::{EndWish, PlannedEnd, plan_end};
use entaku_domain::text::check_name;
use entaku_domain::violation::{Violation, forbids};
use entaku_store::Action;

/// What an appointment should have said, all of it.
#[derive(Debug, Clone)]
pub struct Correction {
    /// First day.
    pub start: Day,
    /// Day of the decision.
    pub decided_on: Option<Day>,
    /// Number of the letter.
    pub letter_number: Option<String>,
    /// Why the limit of reappointments is not kept; as it was where none, none where empty.
    pub exception: Option<String>,
    /// What the office says of the planned end; as it was, by its rule, where nothing.
    pub wish: EndWish,
    /// When and why the member left early; none where they did not.
    pub ended: Option<(Day, EndReason)>,
}

impl App {
    /// Mends an appointment's days and letter (「委嘱の記録の訂正」). The planned end
    /// follows the first day by its rule.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] as for a new appointment, and where
    /// an office or a recorded attendance would lie outside the term (V8, V15).
    pub fn update_appointment(&mut self, id: AppointmentId, ask: &Correction) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = council.appointment(id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        all_right(ask.letter_number.iter().map(|number| check_name("letter_number", number)))?;
        let stated = ask.exception.iter().filter(|reason| !reason.is_empty());
        all_right(stated.map(|reason| check_name("exception", reason)))?;
        let new = corrected(&council, old, ask)?;
        let key = body_key(&council, old)?;
        let body = if new.start == old.start { council.body(&key)? } else { council.body_on(&key, new.start)? };
        let version = version(&council, body, new.start)?;
        let notices = check(&council, version, &new)?;
        let mut wrong: Vec<Violation> = seat_trouble(&council, &new).into_iter().collect();
        wrong.extend(ask.ended.and_then(|(on, _)| check_ending(&Appointment { ended_on: None, ..new.clone() }, on)));
        wrong.extend(self.outside(&council, Some(old), &new)?);
        if forbids(&wrong) {
            return Err(AppError::Rules(wrong));
        }
        let name = council.person(new.person).map(|p| p.name.full()).unwrap_or_default();
        self.change(Action::new("update_appointment").about(name), notices, |tx| {
            tx.put_appointment(&new)?;
            // Who did not leave after all gave no notice.
            if new.ended_on.is_none() && tx.leaving(id)?.is_some() {
                tx.remove_leaving(id)?;
            }
            Ok(())
        })
    }

    /// Takes back an appointment that was entered by mistake (「委嘱の記録の取消し」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] where an office, a recorded
    /// attendance or a replacement rests on it.
    pub fn remove_appointment(&mut self, id: AppointmentId) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = council.appointment(id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        let nothing = Appointment { ended_on: old.start.pred_opt(), ..old.clone() };
        let mut wrong = self.outside(&council, None, &nothing)?;
        let after = council.appointments.iter().find(|a| a.predecessor == Some(id));
        wrong.extend(after.map(|a| Violation::Succeeded { on: a.start }));
        wrong.extend(self.replied_under(&council, id)?);
        if forbids(&wrong) {
            return Err(AppError::Rules(wrong));
        }
        let name = council.person(old.person).map(|p| p.name.full()).unwrap_or_default();
        self.change(
            Action::new("remove_appointment").about(name),
            Vec::new(),
            |tx| Ok(tx.remove_appointment_whole(id)?),
        )
    }

    /// A reply or an opinion under an appointment keeps it.
    fn replied_under(&self, council: &Snapshot, id: AppointmentId) -> Result<Option<Violation>> {
        let replies = self.store.replies_of(id)?.into_iter().map(|r| r.meeting);
        let meetings: Vec<_> = replies.chain(self.store.opinions_of(id)?.into_iter().map(|o| o.meeting)).collect();
        let first = council.meetings.iter().filter(|m| meetings.contains(&m.id)).map(|m| m.date).min();
        Ok(first.map(|on| Violation::Notice(NoticeFault::RepliedUnder { on })))
    }

    /// What rests on an appointment and would lie outside its new days: offices (V8),
    /// and the first meeting of which the attendance is recorded (V15). What lay outside
    /// the old days already is nothing new.
    pub(crate) fn outside(
        &self,
        council: &Snapshot,
        old: Option<&Appointment>,
        new: &Appointment,
    ) -> Result<Vec<Violation>> {
        let out = |day: Day| !new.is_open_on(day) && old.is_none_or(|old| old.is_open_on(day));
        let field = |day: Day| match new.ended_on {
            _ if day < new.start => "start",
            Some(_) => "on",
            None => "end",
        };
        let offices = council.offices.iter().filter(|o| o.appointment == new.id && out(o.start));
        let office =
            |o: &Office| Violation::OfficeOutsideTerm { field: field(o.start), title: o.title.clone(), start: o.start };
        let recorded = self.store().attendance_of(new.id)?;
        let days = recorded.iter().filter_map(|a| council.meetings.iter().find(|m| m.id == a.meeting)).map(|m| m.date);
        let attended = days.filter(|day| out(*day)).min().map(|on| Violation::AttendedOn { field: field(on), on });
        Ok(offices.map(office).chain(attended).collect())
    }
}

fn body_key(council: &Snapshot, appointment: &Appointment) -> Result<String> {
    let body = council.body_by_id(appointment.body).map(|b| b.key.clone());
    body.ok_or_else(|| AppError::UnknownBody(appointment.body.to_string()))
}

fn corrected(council: &Snapshot, old: &Appointment, ask: &Correction) -> Result<Appointment> {
    let moved = ask.start != old.start || ask.wish != EndWish::default();
    let kept = || PlannedEnd {
        end: old.end,
        rule: old.end_rule,
        reason: shortened_by(old),
        // Not told: the answer to a correction has no derivation.
        why: entaku_domain::term::Derivation::NoTerm,
    };
    let planned = if moved { replanned(council, old, ask)? } else { kept() };
    Ok(Appointment {
        decided_on: ask.decided_on,
        start: ask.start,
        end: planned.end,
        end_rule: planned.rule,
        ended_on: ask.ended.map(|(on, _)| on),
        end_reason: ask.ended.map(|(_, reason)| reason).or(planned.reason),
        letter_number: ask.letter_number.clone(),
        exception: ask.exception.clone().or_else(|| old.exception.clone()).filter(|reason| !reason.is_empty()),
        ..old.clone()
    })
}

/// The planned end for another first day: the reading that was chosen stays, and
/// so does an end that was set by hand.
fn replanned(council: &Snapshot, old: &Appointment, ask: &Correction) -> Result<PlannedEnd> {
    let body = council.body(&body_key(council, old)?)?;
    let version = version(council, body, ask.start)?;
    let seat = council.seats.iter().find(|s| s.id == old.seat);
    let before = old.predecessor.and_then(|id| council.appointment(id));
    let before = before.or_else(|| last_before(council, seat?, ask.start)).filter(|b| b.id != old.id);
    let wish = match (ask.wish == EndWish::default(), old.end_rule) {
        (false, _) => ask.wish,
        (true, EndRule::Shortened | EndRule::NoTerm) => {
            EndWish { end: old.end, reason: shortened_by(old).filter(|_| old.end.is_some()), reading: None }
        }
        (true, reading) => EndWish { reading: before.is_some().then_some(reading), ..EndWish::default() },
    };
    let around = around(council, version, old.person, ask.start, before.and_then(|b| b.end));
    plan_end(version.term_rule, ask.start, around, wish).map_err(|wrong| AppError::Rules(vec![wrong]))
}

/// Why a term was planned shorter; the reason of leaving has taken its place where somebody left.
fn shortened_by(old: &Appointment) -> Option<EndReason> {
    match old.end_rule {
        EndRule::Remaining => Some(EndReason::RemainingTerm),
        _ => old.end_reason.filter(|_| old.ended_on.is_none()),
    }
}

fn seat_trouble(council: &Snapshot, new: &Appointment) -> Option<Violation> {
    let seat = council.seats.iter().find(|s| s.id == new.seat)?;
    if new.start < seat.from {
        return Some(Violation::SeatNotYet { from: seat.from, start: new.start });
    }
    let others: Vec<Appointment> =
        council.appointments.iter().filter(|a| a.seat == seat.id && a.id != new.id).cloned().collect();
    check_free(seat, new.start, new.last_day(), &others)
}
