//! The day of a meeting and what is paid: `day.toml`. The lines of its closed list are
//! worked out from the attendance and the rates, as the office did on paying.

use super::Sample;
use super::source::{Date, parse};
use crate::error::{AppError, Result};
use crate::text::pay as words;
use entaku_domain::Day;
use entaku_domain::day::{AttendanceTime, Attendee, AttendeeKind, MeetingDay, TimeOfDay};
use entaku_domain::id::{AttendanceId, AttendeeId, BodyId, MeetingId, PayListId, PayRateId, PersonId, TaxTableId};
use entaku_domain::meeting::Meeting;
use entaku_domain::pay::{PayKind, PayLine, PayList, PayRate, PayRule, PayUnit, TaxTable, rate};
use entaku_store::Tx;
use serde::Deserialize;

const FILE: &str = "day.toml";

/// `day.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    day: Vec<DayRow>,
    time: Vec<TimeRow>,
    attendee: Vec<AttendeeRow>,
    rule: Vec<RuleRow>,
    rate: Vec<RateRow>,
    tax: Vec<TaxRow>,
    list: Vec<ListRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DayRow {
    meeting: String,
    opened: String,
    closed: String,
    admitted: u32,
    left_early: u32,
    press: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TimeRow {
    meeting: String,
    person: String,
    came: Option<String>,
    left: Option<String>,
    note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AttendeeRow {
    meeting: String,
    kind: String,
    name: String,
    affiliation: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleRow {
    body: String,
    kind: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RateRow {
    body: String,
    from: Date,
    title: Option<String>,
    amount: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TaxRow {
    from: Date,
    source: String,
    free: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ListRow {
    title: String,
    body: String,
    from: Date,
    to: Date,
    closed_on: Date,
}

fn wrong(what: impl std::fmt::Display) -> AppError {
    AppError::Sample(format!("{FILE}: {what}"))
}

fn time(text: &str) -> Result<TimeOfDay> {
    TimeOfDay::read(text).ok_or_else(|| wrong(format_args!("no time {text:?}")))
}

fn maybe_time(text: &Option<String>) -> Result<Option<TimeOfDay>> {
    text.as_deref().map(time).transpose()
}

/// Puts everything.
pub(super) fn put(tx: &mut Tx<'_>, sample: &Sample) -> Result<()> {
    let file: File = parse(FILE)?;
    for row in &file.day {
        tx.put_meeting_day(&MeetingDay {
            meeting: MeetingId::from_key(&row.meeting),
            opened: Some(time(&row.opened)?),
            closed: Some(time(&row.closed)?),
            admitted: Some(row.admitted),
            left_early: Some(row.left_early),
            refused: None,
            press: Some(row.press),
        })?;
    }
    for row in &file.time {
        tx.put_attendance_time(&AttendanceTime {
            attendance: AttendanceId::from_key(&format!("{}/{}", row.meeting, row.person)),
            came: maybe_time(&row.came)?,
            left: maybe_time(&row.left)?,
            note: row.note.clone(),
        })?;
    }
    for meeting in file.day.iter().map(|d| &d.meeting) {
        let own = file.attendee.iter().filter(|a| &a.meeting == meeting);
        let all: Result<Vec<Attendee>> = (0..).zip(own).map(attendee).collect();
        tx.replace_attendees(MeetingId::from_key(meeting), &all?)?;
    }
    payment(tx, sample, &file)
}

fn attendee((order, row): (u16, &AttendeeRow)) -> Result<Attendee> {
    Ok(Attendee {
        id: AttendeeId::from_key(&format!("{}/{order}", row.meeting)),
        meeting: MeetingId::from_key(&row.meeting),
        kind: AttendeeKind::from_code(&row.kind).map_err(wrong)?,
        name: row.name.clone(),
        affiliation: row.affiliation.clone(),
        order,
    })
}

fn payment(tx: &mut Tx<'_>, sample: &Sample, file: &File) -> Result<()> {
    for row in &file.rule {
        let kind = PayKind::from_code(&row.kind).map_err(wrong)?;
        tx.put_pay_rule(PayRule { body: BodyId::from_key(&row.body), kind })?;
    }
    let rates: Vec<PayRate> = file.rate.iter().map(rate_of).collect();
    rates.iter().try_for_each(|r| tx.put_pay_rate(r))?;
    for row in &file.tax {
        let (id, from) = (TaxTableId::from_key(&row.source), row.from.0);
        tx.put_tax_table(&TaxTable { id, from, source: row.source.clone(), free: row.free, brackets: Vec::new() })?;
    }
    for row in &file.list {
        let body = BodyId::from_key(&row.body);
        let within = |m: &&Meeting| m.body == body && row.from.0 <= m.date && m.date <= row.to.0;
        let meetings = sample.meetings.iter().filter(within);
        tx.put_pay_list(&PayList {
            id: PayListId::from_key(&row.title),
            title: row.title.clone(),
            from: row.from.0,
            to: row.to.0,
            body: Some(body),
            withheld: Vec::new(),
            closed_on: Some(row.closed_on.0),
            lines: meetings.flat_map(|m| lines(sample, &rates, m)).collect(),
            reopened: Vec::new(),
        })?;
    }
    Ok(())
}

fn rate_of(row: &RateRow) -> PayRate {
    let title = row.title.clone().unwrap_or_default();
    PayRate {
        id: PayRateId::from_key(&format!("{}/{title}", row.body)),
        body: BodyId::from_key(&row.body),
        from: row.from.0,
        title: row.title.clone(),
        unit: PayUnit::Day,
        amount: row.amount,
        half_amount: None,
        half_minutes: None,
    }
}

/// A person's organisation and post on a day, with a full-width space between.
fn affiliation_of(sample: &Sample, person: PersonId, on: Day) -> String {
    let Some(held) = sample.affiliations.iter().rev().find(|a| a.person == person && a.holds_on(on)) else {
        return String::new();
    };
    let organization = sample.organizations.iter().find(|o| Some(o.id) == held.organization).map(|o| o.name_on(on));
    let parts = [organization.unwrap_or_default(), held.post.as_deref().unwrap_or_default()];
    parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("　")
}

/// What was paid for a meeting to those who came.
fn lines(sample: &Sample, rates: &[PayRate], m: &Meeting) -> Vec<PayLine> {
    let came = sample.attendances.iter().filter(|a| a.meeting == m.id && a.presence.is_there());
    let line = |attendance: &entaku_domain::meeting::Attendance| {
        let appointment = sample.appointments.iter().find(|a| a.id == attendance.appointment)?;
        let person = sample.people.iter().find(|p| p.id == appointment.person)?;
        let held = sample
            .offices
            .iter()
            .find(|o| o.body == m.body && o.person == person.id && o.is_held_on(m.date, Some(appointment)));
        let found = rate(rates, m.body, held.map(|o| o.title.as_str()), m.date)?;
        let fee = found.fee(None);
        let body = sample.versions.iter().find(|v| v.body == m.body).map(|v| v.name.as_str()).unwrap_or_default();
        Some(PayLine {
            appointment: appointment.id,
            meeting: m.id,
            name: person.name_on(m.date).full(),
            affiliation: affiliation_of(sample, person.id, m.date),
            meeting_title: format!(
                "{}　{}",
                sample.council.date_style.fiscal_year(m.year()),
                crate::text::report::short_meeting(m.number, body)
            ),
            on: m.date,
            basis: words::basis(found, fee, None),
            fee: i64::from(fee.yen),
            travel: 0,
            difference: false,
        })
    };
    came.filter_map(line).collect()
}
