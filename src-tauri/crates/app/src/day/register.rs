//! The attendance of a meeting with its times, as read from the store.

use super::ItemTime;
use crate::attendance::SetPresence;
use crate::council::App;
use crate::error::Result;
use entaku_domain::day::{AttendanceTime, StepOut, TimeOfDay};
use entaku_domain::id::{AppointmentId, AttendanceId, MeetingId};
use entaku_domain::meeting::{Attendance, Presence};
use entaku_domain::quorum_course::Stay;
use std::collections::BTreeMap;

/// The attendance of a meeting with its times.
#[derive(Debug, Default)]
pub struct Register {
    /// By appointment.
    pub attendance: BTreeMap<AppointmentId, Attendance>,
    times: BTreeMap<AttendanceId, AttendanceTime>,
    outs: BTreeMap<AttendanceId, Vec<StepOut>>,
    items: BTreeMap<String, (Option<TimeOfDay>, Option<TimeOfDay>)>,
}

impl App {
    /// The attendance of a meeting with its times.
    ///
    /// # Errors
    /// Those of the store.
    pub fn register(&self, meeting: MeetingId, items: &[ItemTime]) -> Result<Register> {
        let mut outs: BTreeMap<AttendanceId, Vec<StepOut>> = BTreeMap::new();
        for out in self.store.step_outs(meeting)? {
            outs.entry(out.attendance).or_default().push(out);
        }
        let read = |t: &Option<String>| t.as_deref().and_then(TimeOfDay::read);
        Ok(Register {
            attendance: self.store.attendance(meeting)?.into_iter().map(|a| (a.appointment, a)).collect(),
            times: self.store.attendance_times(meeting)?.into_iter().map(|t| (t.attendance, t)).collect(),
            outs,
            items: items.iter().map(|i| (i.id.clone(), (read(&i.from), read(&i.to)))).collect(),
        })
    }
}

impl Register {
    /// What is recorded of an appointment.
    pub fn of(&self, appointment: AppointmentId) -> Option<&Attendance> {
        self.attendance.get(&appointment)
    }

    /// When they came and left.
    pub fn time(&self, appointment: AppointmentId) -> Option<&AttendanceTime> {
        self.times.get(&self.of(appointment)?.id)
    }

    /// When they were out of the room.
    pub fn outs(&self, appointment: AppointmentId) -> &[StepOut] {
        self.of(appointment).and_then(|a| self.outs.get(&a.id)).map(Vec::as_slice).unwrap_or_default()
    }

    /// The same with what is to be recorded.
    pub fn with(mut self, rows: &[SetPresence]) -> Self {
        for row in rows {
            match (row.presence, self.attendance.get_mut(&row.appointment)) {
                (Some(presence), Some(known)) => known.presence = presence,
                (None, _) => {
                    self.attendance.remove(&row.appointment);
                }
                (Some(presence), None) => {
                    let id = AttendanceId::from_key("to be recorded");
                    let meeting = MeetingId::from_key("to be recorded");
                    let new = Attendance { id, meeting, appointment: row.appointment, presence, proxy: None };
                    self.attendance.insert(row.appointment, new);
                }
            }
        }
        self
    }

    /// How long a member was there. Who is out for an item without times is out for as
    /// long as it is planned.
    pub fn stay(&self, appointment: AppointmentId) -> Stay {
        let time = self.time(appointment);
        let of_item =
            |out: &StepOut| out.item.and_then(|i| self.items.get(&i.to_string())).copied().unwrap_or_default();
        let outs = self.outs(appointment).iter().filter_map(|out| {
            let (from, to) = of_item(out);
            Some((out.kind, out.from.or(from)?, out.to.or(if out.from.is_none() { to } else { None })))
        });
        Stay {
            presence: self.of(appointment).map(|a| a.presence),
            came: time.and_then(|t| t.came),
            left: time.and_then(|t| t.left),
            outs: outs.collect(),
        }
    }

    /// Minutes from coming to leaving, between the opening and the close; none where
    /// one of them is not known, nothing for one who stayed away.
    pub fn minutes(
        &self,
        appointment: AppointmentId,
        opened: Option<TimeOfDay>,
        closed: Option<TimeOfDay>,
    ) -> Option<u16> {
        let there = self.of(appointment).is_some_and(|a| a.presence.is_there() || a.presence == Presence::Proxy);
        if !there {
            return Some(0);
        }
        let time = self.time(appointment);
        let came = time.and_then(|t| t.came).or(opened)?.max(opened?);
        let left = time.and_then(|t| t.left).or(closed)?.min(closed?);
        Some(left.minutes().saturating_sub(came.minutes()))
    }
}
