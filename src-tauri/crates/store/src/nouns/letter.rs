//! Letters: the office's wording, who signs, and the numbers that were taken.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, int, maybe, maybe_int, text, year};
use entaku_domain::FiscalYear;
use entaku_domain::id::{
    AppointmentId, BodyId, GuestId, LetterId, MeetingId, OrganizationId, PersonId, ProposalId, SeatId,
};
use entaku_domain::letter::{BatchNumbers, LetterKind, LetterNumber, LetterOffice, Wording};
use rusqlite::types::Value;

/// A kind's wording, or that of one body.
fn wording_id(kind: LetterKind, of_body: Option<BodyId>) -> String {
    let body = of_body.map(|id| format!("/{id}")).unwrap_or_default();
    format!("{}{body}", kind.code())
}

/// The one row of who signs.
const OFFICE: &str = "letters";

impl Row for Wording {
    const TABLE: &'static str = "letter_wording";
    const COLUMNS: &'static [&'static str] = &["id", "kind", "of_body", "subject", "body", "items"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self {
            kind: c.parse(LetterKind::from_code)?,
            of_body: c.maybe(BodyId::parse)?,
            subject: c.text()?,
            body: c.text()?,
            items: c.text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = wording_id(self.kind, self.of_body);
        let (kind, of_body) = (text(self.kind.code()), maybe(self.of_body));
        Ok(vec![text(id), kind, of_body, text(&self.subject), text(&self.body), text(&self.items)])
    }
}

impl Row for LetterOffice {
    const TABLE: &'static str = "letter_office";
    const COLUMNS: &'static [&'static str] = &["id", "sender", "seal", "contact", "pattern", "batch"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self {
            sender: c.text()?,
            seal: c.int::<i64>()? == 1,
            contact: c.text()?,
            pattern: c.text()?,
            batch: c.parse(BatchNumbers::from_code)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let (sender, contact, pattern) = (text(&self.sender), text(&self.contact), text(&self.pattern));
        Ok(vec![text(OFFICE), sender, int(self.seal), contact, pattern, text(self.batch.code())])
    }
}

/// Where a year's series begins.
struct Series {
    year: FiscalYear,
    first: u32,
}

impl Row for Series {
    const TABLE: &'static str = "letter_series";
    const COLUMNS: &'static [&'static str] = &["id", "year", "first"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { year: c.year()?, first: c.int()? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(self.year.number()), year(self.year), int(self.first)])
    }
}

impl Row for LetterNumber {
    const TABLE: &'static str = "letter";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "kind",
        "day",
        "year",
        "number",
        "branch",
        "text",
        "batch",
        "person",
        "organization",
        "appointment",
        "seat",
        "meeting",
        "guest",
        "proposal",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(LetterId::parse)?,
            kind: c.parse(LetterKind::from_code)?,
            on: c.parse(day)?,
            year: c.year()?,
            number: c.int()?,
            branch: c.maybe_int()?,
            text: c.text()?,
            batch: c.parse(LetterId::parse)?,
            person: c.maybe(PersonId::parse)?,
            organization: c.maybe(OrganizationId::parse)?,
            appointment: c.maybe(AppointmentId::parse)?,
            seat: c.maybe(SeatId::parse)?,
            meeting: c.maybe(MeetingId::parse)?,
            guest: c.maybe(GuestId::parse)?,
            proposal: c.maybe(ProposalId::parse)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.kind.code()),
            text(self.on),
            year(self.year),
            int(self.number),
            maybe_int(self.branch),
            text(&self.text),
            text(self.batch),
            maybe(self.person),
            maybe(self.organization),
            maybe(self.appointment),
            maybe(self.seat),
            maybe(self.meeting),
            maybe(self.guest),
            maybe(self.proposal),
        ])
    }
}

impl Records {
    /// The office's wordings; none for a kind that it has left as it is.
    pub fn wordings(&self) -> Result<Vec<Wording>> {
        self.list("order by id", [])
    }

    /// Who signs, once the office has said.
    pub fn letter_office(&self) -> Result<Option<LetterOffice>> {
        self.get(OFFICE)
    }

    /// Where a year's series begins, where the office has said.
    pub fn letter_series(&self, year: FiscalYear) -> Result<Option<u32>> {
        Ok(self.get::<Series>(year.number())?.map(|s| s.first))
    }

    /// The numbers that were taken, latest first.
    pub fn letter_numbers(&self) -> Result<Vec<LetterNumber>> {
        self.list("order by year desc, number desc, branch desc", [])
    }

    /// The numbers of letters that made somebody a member, earliest first.
    pub fn appointing_numbers(&self) -> Result<Vec<LetterNumber>> {
        let kinds = "where kind in ('commission', 'assignment') order by year, number, branch";
        self.list(kinds, [])
    }

    /// The numbers that were taken together, in order.
    pub fn letter_batch(&self, batch: LetterId) -> Result<Vec<LetterNumber>> {
        self.list("where batch = ?1 order by number, branch", [batch.to_string()])
    }
}

impl Tx<'_> {
    /// Writes a wording.
    pub fn put_wording(&mut self, wording: &Wording) -> Result<()> {
        self.put(wording)
    }

    /// Takes the office's wording of a kind, or that of one body, away.
    pub fn remove_wording(&mut self, kind: LetterKind, of_body: Option<BodyId>) -> Result<()> {
        self.remove("letter_wording", wording_id(kind, of_body))
    }

    /// Writes who signs.
    pub fn put_letter_office(&mut self, office: &LetterOffice) -> Result<()> {
        self.put(office)
    }

    /// Says where a year's series begins.
    pub fn put_letter_series(&mut self, year: FiscalYear, first: u32) -> Result<()> {
        self.put(&Series { year, first })
    }

    /// Takes a number.
    pub fn put_letter_number(&mut self, number: &LetterNumber) -> Result<()> {
        self.put(number)
    }
}
