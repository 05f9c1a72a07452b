//! Writing what happened on the day of a meeting.

use super::{about, time};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::meetings::page::meeting;
use crate::people::all_right;
use entaku_domain::day::{AttendanceTime, Attendee, AttendeeKind, MeetingDay, OutKind, StepOut, TimeOfDay};
use entaku_domain::day_fault::DayFault;
use entaku_domain::id::{AgendaItemId, AppointmentId, AttendanceId, AttendeeId, MeetingId, StepOutId};
use entaku_domain::meeting::Meeting;
use entaku_domain::text::{check_name, check_note};
use entaku_domain::violation::Violation;
use entaku_store::Action;

/// When a member came and left, as typed; empty for not.
#[derive(Debug, Clone, Default)]
pub struct SetTimes {
    /// The appointment; none for nobody's.
    pub appointment: Option<AppointmentId>,
    /// Came at.
    pub came: Option<String>,
    /// Left at.
    pub left: Option<String>,
    /// Why.
    pub note: Option<String>,
}

/// A member who left the room.
#[derive(Debug, Clone)]
pub struct SetOut {
    /// The item of the agenda.
    pub item: Option<AgendaItemId>,
    /// 除斥 or 退席.
    pub kind: OutKind,
    /// From, as typed.
    pub from: Option<String>,
    /// Back at, as typed.
    pub to: Option<String>,
    /// Why.
    pub reason: String,
}

/// Somebody who is no member.
#[derive(Debug, Clone)]
pub struct SetOther {
    /// The identifier of one who is known already.
    pub id: Option<AttendeeId>,
    /// As what.
    pub kind: AttendeeKind,
    /// The name.
    pub name: String,
    /// Organisation and post.
    pub affiliation: String,
}

/// How a meeting went, as typed.
#[derive(Debug, Clone, Default)]
pub struct SetDay {
    /// Opened at.
    pub opened: Option<String>,
    /// Closed at.
    pub closed: Option<String>,
    /// The audience that was let in.
    pub admitted: Option<u32>,
    /// Of whom left before the end.
    pub left_early: Option<u32>,
    /// Who could not be let in.
    pub refused: Option<u32>,
    /// The press.
    pub press: Option<u32>,
}

/// So many people do not come: a slip of the hand.
const CROWD: i32 = 9_999;

/// Refuses times that run backwards.
fn in_order(from: Option<TimeOfDay>, to: Option<TimeOfDay>) -> std::result::Result<(), Violation> {
    match from.zip(to).filter(|(from, to)| to < from) {
        Some((from, to)) => Err(Violation::Day(DayFault::TimesReversed { from, to })),
        None => Ok(()),
    }
}

/// Times as they are kept.
pub(crate) fn times(rows: &[SetTimes]) -> Result<Vec<(AppointmentId, AttendanceTime)>> {
    let mut read = Vec::new();
    for row in rows {
        let Some(appointment) = row.appointment else { continue };
        let (came, left) = (time("came", row.came.as_deref())?, time("left", row.left.as_deref())?);
        all_right([in_order(came, left), check_note("note", row.note.as_deref().unwrap_or_default())])?;
        let note = row.note.clone().filter(|n| !n.trim().is_empty());
        read.push((appointment, AttendanceTime { attendance: AttendanceId::from_key("none"), came, left, note }));
    }
    Ok(read)
}

impl App {
    /// Records when a member was out of the room, all of it (「退席・除斥の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Rules`] for times that run backwards, an item
    /// of another meeting, or a member whose attendance is not recorded.
    pub fn set_step_outs(&mut self, id: MeetingId, who: AppointmentId, outs: &[SetOut]) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let fault = |fault| AppError::Rules(vec![Violation::Day(fault)]);
        let attendance = self.store.attendance(id)?.into_iter().find(|a| a.appointment == who);
        let attendance = attendance.ok_or_else(|| fault(DayFault::NotRecorded))?;
        let items: Vec<AgendaItemId> = self.store.agenda(id)?.iter().map(|i| i.id).collect();
        let mut read = Vec::new();
        for out in outs {
            let (from, to) = (time("from_time", out.from.as_deref())?, time("to_time", out.to.as_deref())?);
            all_right([in_order(from, to), check_note("reason", &out.reason)])?;
            if out.item.is_some_and(|item| !items.contains(&item)) {
                return Err(fault(DayFault::OtherMeetingsItem));
            }
            if out.item.is_none() && from.is_none() {
                return Err(AppError::Rules(vec![Violation::TextEmpty { field: "from_time" }]));
            }
            read.push((out, from, to));
        }
        let action = Action::new("set_step_outs").about(about(&council, m));
        self.change(action, Vec::new(), |tx| {
            let row = |(out, from, to): &(&SetOut, _, _)| StepOut {
                id: StepOutId::new(tx.new_id()),
                attendance: attendance.id,
                item: out.item,
                kind: out.kind,
                from: *from,
                to: *to,
                reason: out.reason.trim().to_owned(),
            };
            let rows: Vec<StepOut> = read.iter().map(row).collect();
            Ok(tx.replace_step_outs(attendance.id, &rows)?)
        })
    }

    /// Records who was there without being a member, all of them (「委員以外の出席者の記録」).
    /// The secretariat is kept with the meeting.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Rules`] for their texts.
    pub fn set_attendees(&mut self, id: MeetingId, rows: &[SetOther]) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        for row in rows {
            all_right([check_note("name", &row.name), check_note("affiliation", &row.affiliation)])?;
            // An interpreter may be one whom nobody has named yet.
            let named = !(row.name.trim().is_empty() && row.affiliation.trim().is_empty());
            if !named && !matches!(row.kind, AttendeeKind::Sign | AttendeeKind::Writing | AttendeeKind::Assistant) {
                return Err(AppError::Rules(vec![Violation::Day(DayFault::Nameless)]));
            }
        }
        let (office, others): (Vec<&SetOther>, Vec<&SetOther>) =
            rows.iter().partition(|r| r.kind == AttendeeKind::Secretariat);
        let joined = |row: &&SetOther| {
            [row.affiliation.trim(), row.name.trim()]
                .into_iter()
                .filter(|t| !t.is_empty())
                .collect::<Vec<_>>()
                .join("　")
        };
        let secretariat: Vec<String> = office.iter().map(joined).collect();
        all_right(secretariat.iter().map(|who| check_name("secretariat", who)))?;
        let new = Meeting { secretariat, ..m.clone() };
        let action = Action::new("set_attendees").about(about(&council, m));
        self.change(action, Vec::new(), |tx| {
            let row = |(order, row): (u16, &&SetOther)| Attendee {
                id: row.id.unwrap_or_else(|| AttendeeId::new(tx.new_id())),
                meeting: id,
                kind: row.kind,
                name: row.name.trim().to_owned(),
                affiliation: row.affiliation.trim().to_owned(),
                order,
            };
            let rows: Vec<Attendee> = (0..).zip(&others).map(row).collect();
            tx.replace_attendees(id, &rows)?;
            Ok(tx.put_meeting(&new)?)
        })
    }

    /// Records how a meeting went (「開会・閉会と傍聴者の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::BadTime`]; [`AppError::Rules`] for times that
    /// run backwards or more of the audience who left than came.
    pub fn set_meeting_day(&mut self, id: MeetingId, ask: &SetDay) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let (opened, closed) = (time("opened", ask.opened.as_deref())?, time("closed", ask.closed.as_deref())?);
        let counts = [ask.admitted, ask.left_early, ask.refused, ask.press];
        if counts.into_iter().flatten().any(|n| i64::from(n) > i64::from(CROWD)) {
            return Err(AppError::OutOfRange { field: "admitted", least: 0, most: CROWD });
        }
        let (admitted, left) = (ask.admitted.unwrap_or_default(), ask.left_early.unwrap_or_default());
        let too_many = (left > admitted).then_some(Violation::Day(DayFault::MoreLeft { admitted, left }));
        all_right([in_order(opened, closed), too_many.map_or(Ok(()), Err)])?;
        let SetDay { admitted, left_early, refused, press, .. } = *ask;
        let day = MeetingDay { meeting: id, opened, closed, admitted, left_early, refused, press };
        let action = Action::new("set_meeting_day").about(about(&council, m));
        self.change(action, Vec::new(), |tx| Ok(tx.put_meeting_day(&day)?))
    }
}
