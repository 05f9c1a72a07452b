//! Attendance (出欠) at a meeting: of whom, what is recorded, and the quorum (V15, V16).

use crate::council::{App, Written};
use crate::day::course::{counting, turns};
use crate::day::register::Register;
use crate::day::write::SetTimes;
use crate::day::{self, ItemTime};
use crate::error::{AppError, Result};
use crate::meetings::list::count;
use crate::meetings::page::meeting;
use crate::people::all_right;
use crate::snapshot::{Sitting, Snapshot};
use crate::text::{day as day_words, meetings as words};
use entaku_domain::appointment::MemberKind;
use entaku_domain::day::{AttendanceTime, TimeOfDay};
use entaku_domain::id::{AppointmentId, AttendanceId, MeetingId};
use entaku_domain::meeting::{Attendance, Meeting, Presence};
use entaku_domain::meeting_fault::MeetingFault;
use entaku_domain::quorum_course::QuorumRule;
use entaku_domain::text::check_note;
use entaku_domain::violation::Violation;
use entaku_store::{Action, Tx};

/// A member's attendance as a list shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct AttendanceRow {
    /// The appointment's identifier.
    pub appointment: String,
    /// The person's identifier.
    pub person: String,
    /// The name.
    pub name: String,
    /// The reading.
    pub kana: String,
    /// Organisation and post.
    pub affiliation: String,
    /// The category's number.
    pub category: Option<u8>,
    /// The office held.
    pub office: Option<String>,
    /// Whether the member counts for the quorum: temporary members and observers do not (V15).
    pub counts: bool,
    /// What kind of member, in Japanese.
    pub kind: String,
    /// What is recorded, a code; none where nothing is.
    pub presence: Option<String>,
    /// Who came instead.
    pub proxy: Option<String>,
    /// Who is registered to stand in that day.
    pub substitutes: Vec<String>,
    /// Whether the member does not sit on the body that day, as for a record of long ago.
    pub stray: bool,
    /// Came after the opening, HH:MM.
    pub came: Option<String>,
    /// Left before the end, HH:MM.
    pub left: Option<String>,
    /// Why, as the office notes it.
    pub note: Option<String>,
    /// When they were out of the room.
    pub outs: Vec<OutRow>,
}

/// A member who was out of the room for a while.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct OutRow {
    /// The item of the agenda, its identifier.
    pub item: Option<String>,
    /// `recused` or `left`.
    pub kind: String,
    /// From, HH:MM.
    pub from: Option<String>,
    /// Back at, HH:MM.
    pub to: Option<String>,
    /// Why.
    pub reason: String,
    /// In words.
    pub text: String,
}

/// How many came in which way.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PresenceCount {
    /// A code.
    pub presence: String,
    /// In Japanese.
    pub label: String,
    /// How many.
    pub count: u32,
}

/// What a quorum takes, where the office has set a rule (V16).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct QuorumState {
    /// How many it takes.
    pub needed: u32,
    /// Whether so many came.
    pub met: bool,
    /// In a sentence, with the rule.
    pub text: String,
}

/// A meeting's attendance.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct AttendanceList {
    /// Everybody who sits on the body that day, in the body's order.
    pub rows: Vec<AttendanceRow>,
    /// How many came in which way, in the office's order.
    pub counts: Vec<PresenceCount>,
    /// Members without a record.
    pub missing: u32,
    /// Seats that are vacant that day.
    pub vacant: u32,
    /// In a sentence.
    pub summary: String,
    /// The quorum; none where no rule is set, or nothing is recorded yet.
    pub quorum: Option<QuorumState>,
    /// Who starts after that day, in a sentence; none where somebody sits, or nobody will.
    pub starting: Option<String>,
}

/// What is to be recorded of one member.
#[derive(Debug, Clone)]
pub struct SetPresence {
    /// The appointment.
    pub appointment: AppointmentId,
    /// What; none takes the record away.
    pub presence: Option<Presence>,
    /// Who came instead.
    pub proxy: Option<String>,
}

impl App {
    /// A meeting's attendance.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`].
    pub fn list_attendance(&self, id: MeetingId) -> Result<AttendanceList> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let items = self.item_times(m)?;
        let register = self.register(id, &items)?;
        let mut recorded = register.attendance.clone();
        let sittings = in_order(&council, m);
        let vacant = sittings.iter().filter(|s| s.person.is_none()).count();
        let mut rows: Vec<AttendanceRow> = Vec::new();
        for sitting in &sittings {
            let taken = sitting.appointment.and_then(|a| recorded.remove(&a.id));
            rows.extend(seated_row(&council, m, sitting, taken.as_ref()));
        }
        rows.extend(recorded.values().filter_map(|a| stray_row(&council, m, a)));
        for row in &mut rows {
            add_times(row, &register, &items);
        }
        let of = |p: Presence| rows.iter().filter(|r| r.presence.as_deref() == Some(p.code())).count();
        let counts: Vec<(Presence, usize)> = Presence::ALL.iter().map(|p| (*p, of(*p))).collect();
        let labelled: Vec<(&str, usize)> = counts.iter().map(|(p, n)| (p.label(), *n)).collect();
        let summary = words::attendance(rows.len(), &labelled);
        Ok(AttendanceList {
            counts: counts.iter().map(|(p, n)| presence_count(*p, *n)).collect(),
            missing: count(rows.iter().filter(|r| r.presence.is_none()).count()),
            vacant: count(vacant),
            summary,
            quorum: quorum(self.quorum_rule(&council, m.body)?, &council, m, &register),
            starting: if rows.is_empty() { starting(&council, m) } else { None },
            rows,
        })
    }

    /// Records the attendance of members, all in one change (「出欠の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Rules`] for a meeting that was called off, or
    /// for somebody who is no member on its day (V15).
    pub fn set_attendance(&mut self, id: MeetingId, rows: &[SetPresence]) -> Result<Written<()>> {
        self.set_attendance_at(id, rows, &[])
    }

    /// The same, with when they came and left.
    ///
    /// # Errors
    /// Those of [`Self::set_attendance`]; times that cannot be read or run backwards.
    pub fn set_attendance_at(
        &mut self,
        id: MeetingId,
        rows: &[SetPresence],
        times: &[SetTimes],
    ) -> Result<Written<()>> {
        let times = day::write::times(times)?;
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        if !m.state.takes_place() {
            return Err(AppError::Rules(vec![Violation::Meeting(MeetingFault::AttendanceOfCancelled)]));
        }
        all_right(rows.iter().map(|r| check_note("proxy", r.proxy.as_deref().unwrap_or_default())))?;
        let sitting: Vec<AppointmentId> =
            council.at_meeting(m).iter().filter_map(|s| s.appointment).map(|a| a.id).collect();
        let recorded = self.store.attendance(id)?;
        // A record that is already there may be mended or taken away, even where it breaks the rule.
        let known = |a: AppointmentId| sitting.contains(&a) || recorded.iter().any(|r| r.appointment == a);
        if rows.iter().any(|r| !known(r.appointment)) {
            return Err(AppError::Rules(vec![Violation::NotMemberOnDay { on: m.date }]));
        }
        let notices = self.presence_notices(&council, m, rows)?;
        let subject = council.meeting_title(m);
        self.change(Action::new("set_attendance").about(subject), notices, |tx| {
            for row in rows {
                let old = recorded.iter().find(|r| r.appointment == row.appointment);
                let time = times.iter().find(|(who, _)| *who == row.appointment).map(|(_, time)| time);
                put_presence(tx, m.id, row, old, time)?;
            }
            Ok(())
        })
    }

    /// A proxy without a name; and, when it has been held, a quorum that was missed.
    fn presence_notices(&self, council: &Snapshot, m: &Meeting, rows: &[SetPresence]) -> Result<Vec<Violation>> {
        let unnamed = |r: &&SetPresence| {
            r.presence == Some(Presence::Proxy) && r.proxy.as_deref().is_none_or(|p| p.trim().is_empty())
        };
        let unnamed = rows.iter().filter(unnamed).count();
        let mut found = Vec::new();
        if unnamed > 0 {
            found.push(MeetingFault::ProxyUnnamed { count: unnamed });
        }
        if m.date <= self.today() {
            let register = self.register(m.id, &self.item_times(m)?)?.with(rows);
            let counting = counting(council, m);
            let complete = counting.iter().all(|c| register.of(c.appointment).is_some());
            let rule = self.quorum_rule(council, m.body)?.filter(|_| complete);
            // Whether it was met at any moment: that it fell later is told where it stands.
            let best = rule.and_then(|rule| {
                turns(rule, &counting, &register).into_iter().map(|t| t.standing).max_by_key(|s| s.present)
            });
            let missed = best.filter(|s| !s.met());
            found.extend(missed.map(|s| MeetingFault::NoQuorum { needed: s.needed, present: s.present }));
        }
        Ok(found.into_iter().map(Violation::Meeting).collect())
    }
}

/// Who sits, officers first.
fn in_order<'a>(council: &'a Snapshot, m: &Meeting) -> Vec<Sitting<'a>> {
    let mut sittings = council.at_meeting(m);
    sittings.sort_by_cached_key(|s| council.officer_rank(m.body, s, m.date));
    sittings
}

/// Who starts soonest after the day of a meeting, for one at which nobody sits yet.
fn starting(council: &Snapshot, m: &Meeting) -> Option<String> {
    let later = || council.appointments.iter().filter(|a| m.is_of(a.body) && a.start > m.date);
    let first = later().map(|a| a.start).min()?;
    let members = later().filter(|a| a.start == first).count();
    Some(words::starting(council.council.date_style, first, members))
}

/// V15: temporary members and observers are outside the quorum.
fn counts(kind: MemberKind) -> bool {
    kind == MemberKind::Regular
}

fn seated_row(
    council: &Snapshot,
    m: &Meeting,
    sitting: &Sitting<'_>,
    taken: Option<&Attendance>,
) -> Option<AttendanceRow> {
    let (appointment, person) = (sitting.appointment?, sitting.person?);
    Some(AttendanceRow {
        appointment: appointment.id.to_string(),
        person: person.id.to_string(),
        name: person.name_on(m.date).full(),
        kana: person.name_on(m.date).kana(),
        affiliation: council.affiliation_text(person.id, m.date),
        category: sitting.seat.category,
        office: council.office_title(m.body, person.id, m.date).map(str::to_owned),
        counts: counts(appointment.kind),
        kind: appointment.kind.label().to_owned(),
        presence: taken.map(|t| t.presence.code().to_owned()),
        proxy: taken.and_then(|t| t.proxy.clone()),
        substitutes: crate::substitutes::names(council, sitting, m.date),
        stray: false,
        ..AttendanceRow::default()
    })
}

/// Somebody whose attendance is recorded, and who sits there no more.
fn stray_row(council: &Snapshot, m: &Meeting, taken: &Attendance) -> Option<AttendanceRow> {
    let appointment = council.appointment(taken.appointment)?;
    let person = council.person(appointment.person)?;
    Some(AttendanceRow {
        appointment: appointment.id.to_string(),
        person: person.id.to_string(),
        name: person.name_on(m.date).full(),
        kana: person.name_on(m.date).kana(),
        affiliation: council.affiliation_text(person.id, m.date),
        category: appointment.category,
        office: None,
        counts: false,
        kind: appointment.kind.label().to_owned(),
        presence: Some(taken.presence.code().to_owned()),
        proxy: taken.proxy.clone(),
        substitutes: Vec::new(),
        stray: true,
        ..AttendanceRow::default()
    })
}

fn presence_count(presence: Presence, n: usize) -> PresenceCount {
    PresenceCount { presence: presence.code().to_owned(), label: presence.label().to_owned(), count: count(n) }
}

/// The quorum as it stands at its best, where a rule is set and something is recorded (V16).
fn quorum(rule: Option<QuorumRule>, council: &Snapshot, m: &Meeting, register: &Register) -> Option<QuorumState> {
    let rule = rule?;
    let counting = counting(council, m);
    counting.iter().any(|c| register.of(c.appointment).is_some()).then_some(())?;
    let standing = turns(rule, &counting, register).into_iter().map(|t| t.standing).max_by_key(|s| s.present)?;
    let text = day_words::standing(rule, &standing);
    Some(QuorumState { needed: count(standing.needed), met: standing.met(), text })
}

/// Writes or takes away one member's attendance, with its times where they are given.
fn put_presence(
    tx: &mut Tx<'_>,
    meeting: MeetingId,
    row: &SetPresence,
    old: Option<&Attendance>,
    time: Option<&AttendanceTime>,
) -> Result<()> {
    let Some(presence) = row.presence else {
        return old.map_or(Ok(()), |old| Ok(tx.remove_attendance(old.id)?));
    };
    let id = old.map_or_else(|| AttendanceId::new(tx.new_id()), |o| o.id);
    let stands_in = presence == Presence::Proxy;
    let proxy = row.proxy.clone().filter(|p| stands_in && !p.trim().is_empty());
    tx.put_attendance(&Attendance { id, meeting, appointment: row.appointment, presence, proxy })?;
    time.map_or(Ok(()), |time| Ok(tx.put_attendance_time(&AttendanceTime { attendance: id, ..time.clone() })?))
}

/// When a member came, left and was out of the room.
fn add_times(row: &mut AttendanceRow, register: &Register, items: &[ItemTime]) {
    let Ok(appointment) = AppointmentId::parse(&row.appointment) else { return };
    let text = |t: Option<TimeOfDay>| t.map(|t| t.to_string());
    if let Some(time) = register.time(appointment) {
        (row.came, row.left, row.note) = (text(time.came), text(time.left), time.note.clone());
    }
    let titled = |item: &str| items.iter().find(|i| i.id == item).map(|i| i.title.as_str());
    row.outs = register
        .outs(appointment)
        .iter()
        .map(|out| {
            let item = out.item.map(|i| i.to_string());
            let said = day_words::out(out.kind, item.as_deref().and_then(titled), out.from, out.to);
            let (kind, reason) = (out.kind.code().to_owned(), out.reason.clone());
            OutRow { item, kind, from: text(out.from), to: text(out.to), reason, text: said }
        })
        .collect();
}
