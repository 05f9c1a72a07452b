//! Appointments.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, json, maybe, maybe_int, text, to_json};
use entaku_domain::Day;
use entaku_domain::appointment::{Appointment, EndReason, EndRule, MemberKind};
use entaku_domain::body::Verb;
use entaku_domain::id::{AppointmentId, BodyId, PersonId, SeatId};
use rusqlite::types::Value;

/// Which appointments to list; what is not set does not restrict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AppointmentFilter {
    /// Those to this body.
    pub body: Option<BodyId>,
    /// Those of this person.
    pub person: Option<PersonId>,
    /// Those to this seat.
    pub seat: Option<SeatId>,
    /// Those open on this day.
    pub open_on: Option<Day>,
}

impl Row for Appointment {
    const TABLE: &'static str = "appointment";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "seat",
        "body",
        "person",
        "category",
        "verb",
        "kind",
        "decided_on",
        "start_day",
        "end_day",
        "end_rule",
        "ended_on",
        "end_reason",
        "predecessor",
        "route",
        "letter_number",
        "exception",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(AppointmentId::parse)?,
            seat: c.parse(SeatId::parse)?,
            body: c.parse(BodyId::parse)?,
            person: c.parse(PersonId::parse)?,
            category: c.maybe_int()?,
            verb: c.parse(Verb::from_code)?,
            kind: c.parse(MemberKind::from_code)?,
            decided_on: c.maybe(day)?,
            start: c.parse(day)?,
            end: c.maybe(day)?,
            end_rule: c.parse(EndRule::from_code)?,
            ended_on: c.maybe(day)?,
            end_reason: c.maybe(EndReason::from_code)?,
            predecessor: c.maybe(AppointmentId::parse)?,
            route: c.maybe(json)?,
            letter_number: c.maybe_text()?,
            exception: c.maybe_text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.seat),
            text(self.body),
            text(self.person),
            maybe_int(self.category),
            text(self.verb.code()),
            text(self.kind.code()),
            maybe(self.decided_on),
            text(self.start),
            maybe(self.end),
            text(self.end_rule.code()),
            maybe(self.ended_on),
            maybe(self.end_reason.map(EndReason::code)),
            maybe(self.predecessor),
            self.route.as_ref().map(to_json).transpose()?.unwrap_or(Value::Null),
            maybe(self.letter_number.as_ref()),
            maybe(self.exception.as_ref()),
        ])
    }
}

impl AppointmentFilter {
    /// The condition in SQL, and its parameters.
    fn condition(self) -> (String, Vec<String>) {
        let set = [
            ("body = ?", self.body.map(|v| v.to_string())),
            ("person = ?", self.person.map(|v| v.to_string())),
            ("seat = ?", self.seat.map(|v| v.to_string())),
            ("start_day <= ?", self.open_on.map(|v| v.to_string())),
            ("ifnull(ifnull(ended_on, end_day), '9999-12-31') >= ?", self.open_on.map(|v| v.to_string())),
        ];
        let (parts, values): (Vec<&str>, Vec<String>) = set.into_iter().filter_map(|(sql, v)| Some((sql, v?))).unzip();
        let condition = if parts.is_empty() { String::new() } else { format!("where {}", parts.join(" and ")) };
        (condition, values)
    }
}

impl Records {
    /// All appointments, by first day.
    pub fn appointments(&self) -> Result<Vec<Appointment>> {
        self.appointments_where(AppointmentFilter::default())
    }

    /// The appointments that a filter selects, by first day.
    pub fn appointments_where(&self, filter: AppointmentFilter) -> Result<Vec<Appointment>> {
        let (condition, values) = filter.condition();
        let mut found: Vec<Appointment> = self.list(&condition, rusqlite::params_from_iter(values))?;
        // Sorted here: SQLite would copy every row into its sorter, at twice the time.
        found.sort_unstable_by_key(|a| (a.start, a.id));
        Ok(found)
    }

    /// An appointment.
    pub fn appointment(&self, id: AppointmentId) -> Result<Option<Appointment>> {
        self.get(id)
    }
}

impl Tx<'_> {
    /// Writes an appointment.
    pub fn put_appointment(&mut self, appointment: &Appointment) -> Result<()> {
        self.put(appointment)
    }

    /// Removes an appointment that was entered by mistake; one that ended stays, with its last day.
    pub fn remove_appointment(&mut self, id: AppointmentId) -> Result<()> {
        self.clear_appointment(id)?;
        self.remove("appointment", id)
    }
}
