//! The council's rules, applied to the sample: it must be a council that an office could have (V1–V9, V14, V15, V25).

use super::organizations::Held;
use super::source::Place;
use super::{Files, Sample, appointments, meetings, seats};
use crate::error::Result;
use entaku_domain::FiscalYear;
use entaku_domain::appointment::{Appointment, EndRule, MemberKind, check_category, check_overlap};
use entaku_domain::body::{BodyVersion, Fill, version_in};
use entaku_domain::id::BodyId;
use entaku_domain::meeting::check_attendance;
use entaku_domain::office::{Election, Office, check_election};
use entaku_domain::paper::{PaperNumber, check_numbers};
use entaku_domain::seat::{Filler, Seat};
use entaku_domain::series::Series;
use entaku_domain::term::Around;
use entaku_domain::violation::{Severity, Violation};

/// Refuses a sample that breaks a rule; the error names the file, the row and the rule's objection.
pub(super) fn check(sample: &Sample, files: &Files, holders: &[Held]) -> Result<()> {
    for seat in &sample.seats {
        let place = Place { file: seats::FILE, key: files.seats.key_of(seat.id) };
        sample.check_seat(place, seat)?;
    }
    for appointment in &sample.appointments {
        let place = Place { file: appointments::FILE, key: files.appointments.key_of(appointment.id) };
        sample.check_term(place, appointment)?;
        sample.check_member(place, appointment)?;
        sample.check_holder(place, appointment, holders)?;
    }
    for (at, office) in sample.offices.iter().enumerate() {
        sample.check_office(office, sample.offices.get(..at).unwrap_or_default())?;
    }
    sample.check_meetings(files)
}

/// Turns what forbids saving into an error.
fn refuse(place: Place<'_>, found: impl IntoIterator<Item = Violation>) -> Result<()> {
    match found.into_iter().find(|v| v.severity() == Severity::Error) {
        Some(violation) => Err(place.wrong(format_args!("{} {violation:?}", violation.rule().unwrap_or_default()))),
        None => Ok(()),
    }
}

impl Sample {
    fn version(&self, place: Place<'_>, body: BodyId, year: FiscalYear) -> Result<&BodyVersion> {
        version_in(&self.versions, body, year).ok_or_else(|| place.wrong(format_args!("no version in {year:?}")))
    }

    /// V6: the seat's category exists and is filled as the category says.
    fn check_seat(&self, place: Place<'_>, seat: &Seat) -> Result<()> {
        let version = self.version(place, seat.body, FiscalYear::of(seat.from))?;
        let Some(number) = seat.category else { return Ok(()) };
        let category = version.category(number).ok_or_else(|| place.wrong(format_args!("no category {number}")))?;
        let fill = match seat.filler {
            Filler::Person => Fill::Person,
            Filler::Post(_) => Fill::Post,
            Filler::Organization(_) => Fill::Organization,
            Filler::HeadOf(_) => Fill::Derived,
        };
        place.must(fill == category.fill, format_args!("category {number} is filled by {:?}", category.fill))
    }

    /// V1 to V4: the end follows from the reading that the file names.
    fn check_term(&self, place: Place<'_>, appointment: &Appointment) -> Result<()> {
        let rule = self.version(place, appointment.body, FiscalYear::of(appointment.start))?.term_rule;
        let predecessor = appointment.predecessor.and_then(|id| self.appointments.iter().find(|a| a.id == id));
        let expected = match appointment.end_rule {
            EndRule::ByRule => rule.end(appointment.start).0,
            EndRule::Remaining => predecessor.and_then(|p| p.end),
            EndRule::Shortened | EndRule::NoTerm => appointment.end,
        };
        let reading = appointment.end_rule.code();
        place.must(appointment.end == expected, format_args!("ends on {expected:?} {reading} (V1, V4)"))?;
        let days_end = appointment.ended_on.is_none_or(|last| appointment.start <= last);
        place.must(days_end, "ended before it began")?;
        let Some(end) = appointment.end else { return Ok(()) };
        refuse(place, rule.check_end(appointment.start, end, appointment.end_reason.is_some(), Around::default()))
    }

    /// V6 and V7, and one person per seat.
    fn check_member(&self, place: Place<'_>, appointment: &Appointment) -> Result<()> {
        let version = self.version(place, appointment.body, FiscalYear::of(appointment.start))?;
        if appointment.kind == MemberKind::Regular {
            refuse(place, check_category(version, appointment.category, appointment.start))?;
        }
        refuse(place, check_overlap(appointment, &self.appointments))?;
        let taken = |a: &Appointment| a.id != appointment.id && a.seat == appointment.seat && a.overlaps(appointment);
        place.must(!self.appointments.iter().any(taken), "two people in one seat")?;
        let seat = self.seats.iter().find(|s| s.id == appointment.seat);
        let exists = seat.is_some_and(|s| s.exists_on(appointment.start));
        place.must(exists, "the seat does not exist on the first day")
    }

    /// Who sits for a post holds it on the first day.
    fn check_holder(&self, place: Place<'_>, appointment: &Appointment, holders: &[Held]) -> Result<()> {
        let seat = self.seats.iter().find(|s| s.id == appointment.seat);
        let Some(Filler::Post(post)) = seat.map(|s| s.filler) else { return Ok(()) };
        let mut held = holders.iter().filter(|h| h.post == post && h.person == appointment.person);
        place.must(held.any(|h| h.holds_on(appointment.start)), "does not hold the post on the first day")
    }

    /// V8 and V9: elected by the body, not beside another, not beyond the appointment.
    fn check_office(&self, office: &Office, earlier: &[Office]) -> Result<()> {
        let key = format!("{} {}", office.title, office.start);
        let place = Place { file: appointments::FILE, key: &key };
        let version = self.version(place, office.body, FiscalYear::of(office.start))?;
        let rule = version.officers.iter().find(|o| o.title == office.title);
        let meeting = office.elected_at.and_then(|id| self.meetings.iter().find(|m| m.id == id));
        place.must(meeting.is_none_or(|m| m.date == office.start), "does not begin on the day of the election")?;
        let election = Election {
            body: office.body,
            title: office.title.clone(),
            count: rule.ok_or_else(|| place.wrong("the body has no such officer"))?.count,
            person: office.person,
            seated: Some(office.appointment),
            on: office.start,
            held_by: meeting.map(|m| m.body),
            method: office.method,
            by_election: rule.is_some_and(|r| entaku_domain::office::wants_election(r.method.as_deref())),
        };
        refuse(place, check_election(&election, &self.appointments, earlier, None))?;
        let last = self.appointments.iter().find(|a| a.id == office.appointment).and_then(Appointment::last_day);
        let within = office.end.zip(last).is_none_or(|(end, last)| end <= last);
        place.must(within, "outlives its appointment (V8)")
    }

    /// V14, V15 and V25.
    fn check_meetings(&self, files: &Files) -> Result<()> {
        for (meeting, row) in self.meetings.iter().zip(files.meetings.rows()) {
            let place = Place { file: meetings::FILE, key: &row.key };
            refuse(place, Series::of(self.council.numbering).check_number(meeting.body, meeting, &self.meetings))?;
            let of_meeting = self.papers.iter().filter(|k| k.paper.meeting == meeting.id);
            let numbers: Vec<PaperNumber> = of_meeting.map(|k| k.paper.number.clone()).collect();
            refuse(place, check_numbers(&numbers))?;
            for attendance in self.attendances.iter().filter(|a| a.meeting == meeting.id) {
                let appointment = self.appointments.iter().find(|a| a.id == attendance.appointment);
                refuse(place, appointment.and_then(|a| check_attendance(a, meeting.date)))?;
            }
        }
        Ok(())
    }
}
