//! Mending a meeting's facts, its copies, and taking away one that was entered by mistake.

use super::page::meeting;
use super::{check_times, time};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::{labels, meetings as words};
use entaku_domain::Day;
use entaku_domain::appointment::{Appointment, SelectionRoute};
use entaku_domain::body::BodyKind;
use entaku_domain::id::{BodyId, MeetingId};
use entaku_domain::meeting::{Copies, JointBody, Layout, Meeting, MeetingState, Mode, Postponement, check_attendance};
use entaku_domain::meeting_fault::MeetingFault;
use entaku_domain::meeting_year::check_prepared;
use entaku_domain::plan_fault::PlanFault;
use entaku_domain::text::{check_name, check_note};
use entaku_domain::violation::{Violation, forbids};
use entaku_store::Action;

/// What to mend in a meeting; what is none stays. An empty text takes away.
#[derive(Debug, Clone, Default)]
pub struct UpdateMeeting {
    /// 第n回.
    pub number: Option<u16>,
    /// The day.
    pub date: Option<Day>,
    /// From, as typed.
    pub start: Option<String>,
    /// To, as typed.
    pub end: Option<String>,
    /// Place.
    pub place: Option<String>,
    /// How it is held.
    pub mode: Option<Mode>,
    /// Why all of it is closed; empty for an open one.
    pub closed_reason: Option<String>,
    /// How the seats are laid out.
    pub layout: Option<Layout>,
    /// The secretariat at the table, all of it.
    pub secretariat: Option<Vec<String>>,
}

impl App {
    /// Mends a meeting's facts (「会議の変更」). A meeting that moves into another fiscal
    /// year gets the next number there, unless one is given (V14).
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::BadTime`]; [`AppError::Rules`] for texts, a
    /// number that is taken, a day on which those who attended were no members (V15), or one
    /// after what rests on the meeting (V8, V11, V17).
    pub fn update_meeting(&mut self, id: MeetingId, ask: &UpdateMeeting) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = meeting(&council, id)?;
        let new = changed(&council, old, ask)?;
        let settled = self.settled(old, &new, ask)?;
        let days = self.recounted(&council, old, &new)?;
        let mut found = self.check_day(&council, old, &new)?;
        found.extend(council.check_renumbered(old, &new));
        if forbids(&found) {
            return Err(AppError::Rules(found));
        }
        found.extend(notices_of(&council, &new));
        let subject = council.meeting_title(&new);
        self.change(Action::new("update_meeting").about(subject), found, |tx| {
            if let Some(settled) = settled {
                tx.put_postponement(&settled)?;
            }
            days.map_or(Ok(()), |days| tx.put_convocation(&days))?;
            Ok(tx.put_meeting(&new)?)
        })
    }

    /// The postponement to an open day that a new day settles.
    fn settled(&self, old: &Meeting, new: &Meeting, ask: &UpdateMeeting) -> Result<Option<Postponement>> {
        if old.state != MeetingState::Postponed || ask.date.is_none() {
            return Ok(None);
        }
        let open = self.open_postponement(old.id)?;
        Ok(open.map(|p| Postponement { to_day: Some(new.date), ..p }))
    }

    /// What rests on the day of a meeting forbids another.
    pub(super) fn check_day(&self, council: &Snapshot, old: &Meeting, new: &Meeting) -> Result<Vec<Violation>> {
        if new.date == old.date {
            return Ok(Vec::new());
        }
        let later = |rests: Day| new.date > old.date && new.date > rests;
        let mut found = Vec::new();
        if old.state.is_over() && new.date > self.today() {
            found.push(MeetingFault::HeldTooSoon { on: new.date });
        }
        found.extend(self.resting(council, old.id)?.into_iter().filter(|fault| match fault {
            MeetingFault::StepRests { on } | MeetingFault::SelectionRests { start: on } => later(*on),
            MeetingFault::ProposalRests { delivered } => delivered.is_some_and(&later),
            _ => true,
        }));
        let closed = |a: &&Appointment| check_attendance(a, new.date).is_some();
        let attended = self.store.attendance(old.id)?;
        let count = attended.iter().filter_map(|a| council.appointment(a.appointment)).filter(closed).count();
        if count > 0 {
            found.push(MeetingFault::AttendedByOthers { on: new.date, count });
        }
        Ok(found.into_iter().map(Violation::Meeting).collect())
    }

    /// Sets for whom how many copies are made (「部数の設定」).
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`].
    pub fn set_copies(&mut self, id: MeetingId, copies: Copies) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let new = Meeting { copies, ..meeting(&council, id)?.clone() };
        let subject = council.meeting_title(&new);
        self.change(Action::new("set_copies").about(subject), Vec::new(), |tx| Ok(tx.put_meeting(&new)?))
    }

    /// Takes away a meeting that was entered by mistake and holds nothing (「会議の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Rules`] for one that holds something.
    pub fn remove_meeting(&mut self, id: MeetingId) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let gone = meeting(&council, id)?;
        if let Some(record) = self.named_elsewhere(&council, id)? {
            return Err(AppError::Rules(vec![Violation::Meeting(MeetingFault::NamedElsewhere { record })]));
        }
        if !self.is_empty(&council, gone)? {
            return Err(AppError::Rules(vec![Violation::Meeting(MeetingFault::NotEmpty)]));
        }
        let subject = council.meeting_title(gone);
        self.change(Action::new("remove_meeting").about(subject), Vec::new(), |tx| {
            // Days and limits that were set for it say nothing without it.
            if tx.convocation(id)?.is_some() {
                tx.remove_convocation(id)?;
            }
            if tx.gallery(id)?.is_some() {
                tx.remove_gallery(id)?;
            }
            Ok(tx.remove_meeting(id)?)
        })
    }

    /// Whether nothing was done at a meeting, and nothing is prepared for it.
    pub(super) fn is_empty(&self, council: &Snapshot, m: &Meeting) -> Result<bool> {
        let rests = !self.resting(council, m.id)?.is_empty();
        let holds = !self.store.agenda(m.id)?.is_empty()
            || !self.store.papers(m.id)?.is_empty()
            || !self.store.elections_at(m.id)?.is_empty()
            || !self.store.replies(m.id)?.is_empty()
            || !self.store.opinions(m.id)?.is_empty()
            || !self.store.guests(m.id)?.is_empty()
            || !self.store.arrangements(m.id)?.is_empty()
            || !self.store.applicants(m.id)?.is_empty()
            || !self.store.attendance(m.id)?.is_empty()
            || !self.store.deliveries(m.id)?.is_empty()
            || self.store.minutes(m.id)?.is_some()
            || self.store.proposals()?.iter().any(|p| p.expected_at == Some(m.id))
            || !self.day_rows(m.id)?.is_empty();
        Ok(!(m.state.is_over() || rests || holds) && self.named_elsewhere(council, m.id)?.is_none())
    }

    /// The record that names a meeting without being held at it: a subcommittee's report that
    /// was handed in or told there, an issue that came from there, a hearing.
    fn named_elsewhere(&self, council: &Snapshot, id: MeetingId) -> Result<Option<String>> {
        if let Some(report) = self.store.sub_reports_at(id)?.first() {
            let body = council.body_name(report.body, report.year);
            return Ok(Some(words::report_of(body, report.kind.label())));
        }
        if let Some(issue) = self.store.issues()?.iter().find(|i| i.source.meeting == Some(id)) {
            return Ok(Some(words::source_of(&labels::issue_number(issue))));
        }
        let heard = self.store.hearings()?.iter().any(|h| h.meeting == Some(id));
        Ok(heard.then(|| words::HEARING.to_owned()))
    }

    /// What rests on a meeting's having been held: elections (V8), selections (V11),
    /// steps of issues and proposals (V17); of each the earliest.
    pub(super) fn resting(&self, council: &Snapshot, id: MeetingId) -> Result<Vec<MeetingFault>> {
        let mut found = Vec::new();
        if council.offices.iter().any(|o| o.elected_at == Some(id)) {
            found.push(MeetingFault::OfficersElected);
        }
        let steps = self.store.all_issue_events()?;
        let first = steps.iter().filter(|e| e.meeting == Some(id)).map(|e| e.on).min();
        found.extend(first.map(|on| MeetingFault::StepRests { on }));
        let mut proposals = self.store.proposals()?;
        proposals.retain(|p| p.approved_at == Some(id) || p.meetings.contains(&id));
        if !proposals.is_empty() {
            let delivered = proposals.iter().filter_map(|p| p.delivered_on).min();
            found.push(MeetingFault::ProposalRests { delivered });
        }
        let selects =
            |a: &&Appointment| matches!(a.route, Some(SelectionRoute::SteeringMeeting { meeting }) if meeting == id);
        let first = council.appointments.iter().filter(selects).map(|a| a.start).min();
        found.extend(first.map(|start| MeetingFault::SelectionRests { start }));
        Ok(found)
    }
}

/// A meeting as it will be.
pub(super) fn changed(council: &Snapshot, old: &Meeting, ask: &UpdateMeeting) -> Result<Meeting> {
    let mut new = old.clone();
    if let Some(date) = ask.date {
        let body = council.body_by_id(old.body).ok_or_else(|| AppError::UnknownBody(old.body.to_string()))?;
        council.body_on(&body.key, date)?;
        move_to(council, &mut new, old, date);
    }
    if ask.date.is_some() && old.state == MeetingState::Postponed {
        new.state = MeetingState::Draft;
    }
    if let Some(number) = ask.number {
        new.number = number;
    }
    if let Some(start) = &ask.start {
        new.start = time("start", Some(start))?;
    }
    if let Some(end) = &ask.end {
        new.end = time("end", Some(end))?;
    }
    check_times(new.start.as_deref(), new.end.as_deref())?;
    texts(&mut new, ask)?;
    new.mode = ask.mode.unwrap_or(new.mode);
    new.layout = ask.layout.unwrap_or(new.layout);
    Ok(new)
}

/// Brings a meeting to another day; V14: where a body's series begins anew with it, it
/// gets the next number there.
pub(super) fn move_to(council: &Snapshot, new: &mut Meeting, old: &Meeting, date: Day) {
    new.date = date;
    let anew = |body: &BodyId| council.series(*body).period(date) != council.series(*body).period(old.date);
    if old.bodies().any(|b| anew(&b)) {
        let others: Vec<Meeting> = council.meetings.iter().filter(|m| m.id != old.id).cloned().collect();
        renumber(council, new, &others);
    }
}

/// V14: the next numbers of a meeting that moved into another year, in the series of each of its bodies.
fn renumber(council: &Snapshot, new: &mut Meeting, others: &[Meeting]) {
    let next = |body, date| council.series(body).next(body, date, others);
    new.number = next(new.body, new.date);
    let date = new.date;
    let again = |j: &JointBody| JointBody { body: j.body, number: j.number.map(|_| next(j.body, date)) };
    new.joint = new.joint.iter().map(again).collect();
}

fn texts(new: &mut Meeting, ask: &UpdateMeeting) -> Result<()> {
    if let Some(place) = &ask.place {
        all_right([check_note("place", place)])?;
        new.place.clone_from(place);
    }
    if let Some(reason) = &ask.closed_reason {
        all_right([check_note("closed_reason", reason)])?;
        new.closed_reason = Some(reason.clone()).filter(|r| !r.trim().is_empty());
    }
    if let Some(names) = &ask.secretariat {
        let names: Vec<String> = names.iter().filter(|n| !n.trim().is_empty()).cloned().collect();
        all_right(names.iter().map(|n| check_name("secretariat", n)))?;
        new.secretariat = names;
    }
    Ok(())
}

/// What the rules notice about a meeting among the others: its number (V14), a day on which
/// the office is closed, and for a plenary the steering meeting before it (V13).
pub(crate) fn notices_of(council: &Snapshot, m: &Meeting) -> Vec<Violation> {
    let mut found: Vec<Violation> = council.check_number_order(m).into_iter().collect();
    found.extend(closed(council, m));
    if council.is_of_kind(m, BodyKind::Plenary) {
        let steering: Vec<&Meeting> = of_kind(council, BodyKind::Steering).collect();
        let others = of_kind(council, BodyKind::Plenary).filter(|o| o.id != m.id);
        let plenaries: Vec<&Meeting> = others.chain([m]).collect();
        let bodies: Vec<BodyId> =
            council.bodies.iter().filter(|b| b.kind == BodyKind::Steering).map(|b| b.id).collect();
        let exists = bodies.iter().any(|b| council.version(*b, m.year()).is_some());
        let fault = check_prepared(m, &plenaries, &steering).filter(|_| exists);
        found.extend(fault.map(Violation::Meeting));
    }
    found
}

/// The office is closed on the day of a meeting that is yet to be held; one in writing needs nobody there.
fn closed(council: &Snapshot, m: &Meeting) -> Option<Violation> {
    let meets = !m.state.is_over() && m.state.takes_place() && m.mode != Mode::Written;
    let closure = council.calendar.closed_on(m.date).filter(|_| meets)?;
    Some(Violation::Plan(PlanFault::OfficeClosed { on: m.date, closure }))
}

/// The meetings of the bodies of a kind.
pub(crate) fn of_kind(council: &Snapshot, kind: BodyKind) -> impl Iterator<Item = &Meeting> {
    council.meetings.iter().filter(move |m| council.is_of_kind(m, kind))
}
