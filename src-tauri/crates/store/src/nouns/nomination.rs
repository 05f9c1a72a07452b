//! Nominations: the steps of filling a seat.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, maybe, text};
use entaku_domain::id::{AppointmentId, NominationId, OrganizationId, PersonId, SeatId};
use entaku_domain::selection::{DueDays, Nomination};
use rusqlite::types::Value;

impl Row for Nomination {
    const TABLE: &'static str = "nomination";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "seat",
        "organization",
        "asked_on",
        "due_on",
        "replied_on",
        "person",
        "consented_on",
        "decided_on",
        "round_on",
        "start_on",
        "letter_on",
        "roster_on",
        "ask_due",
        "consent_due",
        "decide_due",
        "letter_due",
        "roster_due",
        "appointment",
        "note",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(NominationId::parse)?,
            seat: c.parse(SeatId::parse)?,
            organization: c.maybe(OrganizationId::parse)?,
            asked_on: c.maybe(day)?,
            due_on: c.maybe(day)?,
            replied_on: c.maybe(day)?,
            person: c.maybe(PersonId::parse)?,
            consented_on: c.maybe(day)?,
            decided_on: c.maybe(day)?,
            round_on: c.maybe(day)?,
            start_on: c.maybe(day)?,
            letter_on: c.maybe(day)?,
            roster_on: c.maybe(day)?,
            dues: DueDays {
                ask: c.maybe(day)?,
                consent: c.maybe(day)?,
                decide: c.maybe(day)?,
                letter: c.maybe(day)?,
                roster: c.maybe(day)?,
            },
            appointment: c.maybe(AppointmentId::parse)?,
            note: c.maybe_text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.seat),
            maybe(self.organization),
            maybe(self.asked_on),
            maybe(self.due_on),
            maybe(self.replied_on),
            maybe(self.person),
            maybe(self.consented_on),
            maybe(self.decided_on),
            maybe(self.round_on),
            maybe(self.start_on),
            maybe(self.letter_on),
            maybe(self.roster_on),
            maybe(self.dues.ask),
            maybe(self.dues.consent),
            maybe(self.dues.decide),
            maybe(self.dues.letter),
            maybe(self.dues.roster),
            maybe(self.appointment),
            maybe(self.note.as_ref()),
        ])
    }
}

impl Records {
    /// All nominations, by the day on which they were asked for; those not yet asked for come first.
    pub fn nominations(&self) -> Result<Vec<Nomination>> {
        self.list("order by asked_on, id", [])
    }

    /// A nomination.
    pub fn nomination(&self, id: NominationId) -> Result<Option<Nomination>> {
        self.get(id)
    }
}

impl Tx<'_> {
    /// Writes a nomination.
    pub fn put_nomination(&mut self, nomination: &Nomination) -> Result<()> {
        self.put(nomination)
    }

    /// Removes a nomination.
    pub fn remove_nomination(&mut self, id: NominationId) -> Result<()> {
        self.remove("nomination", id)
    }

    /// Lets the nominations that led to an appointment stand open again: it was never made.
    pub(crate) fn reopen_nominations(&mut self, appointment: AppointmentId) -> Result<()> {
        let led: Vec<Nomination> = self.list("where appointment = ?1", [appointment.to_string()])?;
        led.into_iter().try_for_each(|n| self.put_nomination(&Nomination { appointment: None, ..n }))
    }
}
