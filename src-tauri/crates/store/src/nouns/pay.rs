//! What members are paid, and the office's own words in the yearly report.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, int, json, maybe, maybe_int, text, to_json};
use entaku_domain::FiscalYear;
use entaku_domain::id::{AppointmentId, BodyId, MeetingId, PayListId, PayRateId, TaxTableId, TravelId};
use entaku_domain::pay::{PayException, PayKind, PayList, PayRate, PayRule, PayStanding, PayUnit, TaxTable, Travel};
use rusqlite::types::Value;

/// A paragraph of the office's own in a yearly report.
struct ReportText {
    year: FiscalYear,
    place: String,
    text: String,
}

impl Row for PayRule {
    const TABLE: &'static str = "pay_rule";
    const COLUMNS: &'static [&'static str] = &["id", "body", "kind"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { body: c.parse(BodyId::parse)?, kind: c.parse(PayKind::from_code)? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(self.body), text(self.body), text(self.kind.code())])
    }
}

impl Row for PayRate {
    const TABLE: &'static str = "pay_rate";
    const COLUMNS: &'static [&'static str] =
        &["id", "body", "from_day", "title", "unit", "amount", "half_amount", "half_minutes"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(PayRateId::parse)?,
            body: c.parse(BodyId::parse)?,
            from: c.parse(day)?,
            title: c.maybe_text()?,
            unit: c.parse(PayUnit::from_code)?,
            amount: c.int()?,
            half_amount: c.maybe_int()?,
            half_minutes: c.maybe_int()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.body),
            text(self.from),
            maybe(self.title.as_ref()),
            text(self.unit.code()),
            int(self.amount),
            maybe_int(self.half_amount),
            maybe_int(self.half_minutes),
        ])
    }
}

impl Row for PayException {
    const TABLE: &'static str = "pay_exception";
    const COLUMNS: &'static [&'static str] = &["id", "appointment", "standing", "note"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self {
            appointment: c.parse(AppointmentId::parse)?,
            standing: c.parse(PayStanding::from_code)?,
            note: c.maybe_text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = text(self.appointment);
        Ok(vec![id.clone(), id, text(self.standing.code()), maybe(self.note.as_ref())])
    }
}

impl Row for Travel {
    const TABLE: &'static str = "travel";
    const COLUMNS: &'static [&'static str] = &["id", "appointment", "meeting", "amount"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(TravelId::parse)?,
            appointment: c.parse(AppointmentId::parse)?,
            meeting: c.maybe(MeetingId::parse)?,
            amount: c.int()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(self.id), text(self.appointment), maybe(self.meeting), int(self.amount)])
    }
}

impl Row for TaxTable {
    const TABLE: &'static str = "tax_table";
    const COLUMNS: &'static [&'static str] = &["id", "from_day", "source", "free", "brackets"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(TaxTableId::parse)?,
            from: c.parse(day)?,
            source: c.text()?,
            free: c.int()?,
            brackets: c.parse(json)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(self.id), text(self.from), text(&self.source), int(self.free), to_json(&self.brackets)?])
    }
}

impl Row for PayList {
    const TABLE: &'static str = "pay_list";
    const COLUMNS: &'static [&'static str] =
        &["id", "title", "from_day", "to_day", "body", "withheld", "closed_on", "lines", "reopened"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(PayListId::parse)?,
            title: c.text()?,
            from: c.parse(day)?,
            to: c.parse(day)?,
            body: c.maybe(BodyId::parse)?,
            withheld: c.parse(json)?,
            closed_on: c.maybe(day)?,
            lines: c.parse(json)?,
            reopened: c.parse(json)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(&self.title),
            text(self.from),
            text(self.to),
            maybe(self.body),
            to_json(&self.withheld)?,
            maybe(self.closed_on),
            to_json(&self.lines)?,
            to_json(&self.reopened)?,
        ])
    }
}

impl Row for ReportText {
    const TABLE: &'static str = "report_text";
    const COLUMNS: &'static [&'static str] = &["id", "year", "place", "text"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { year: c.year()?, place: c.text()?, text: c.text()? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = format!("{}/{}", self.year.number(), self.place);
        Ok(vec![text(id), crate::row::year(self.year), text(&self.place), text(&self.text)])
    }
}

impl Records {
    /// What each body pays, where it is set.
    pub fn pay_rules(&self) -> Result<Vec<PayRule>> {
        self.list("order by id", [])
    }

    /// All rates, by body and first day.
    pub fn pay_rates(&self) -> Result<Vec<PayRate>> {
        self.list("order by body, from_day, ifnull(title, ''), id", [])
    }

    /// Who is not paid, or is against the usual.
    pub fn pay_exceptions(&self) -> Result<Vec<PayException>> {
        self.list("order by id", [])
    }

    /// All travel expenses.
    pub fn travels(&self) -> Result<Vec<Travel>> {
        self.list("order by appointment, ifnull(meeting, ''), id", [])
    }

    /// All tables for the tax, by first day.
    pub fn tax_tables(&self) -> Result<Vec<TaxTable>> {
        self.list("order by from_day", [])
    }

    /// All payment lists, the latest first.
    pub fn pay_lists(&self) -> Result<Vec<PayList>> {
        self.list("order by from_day desc, id desc", [])
    }

    /// A payment list.
    pub fn pay_list(&self, id: PayListId) -> Result<Option<PayList>> {
        self.get(id)
    }

    /// The office's own words in the report of a year, by place.
    pub fn report_texts(&self, year: FiscalYear) -> Result<Vec<(String, String)>> {
        let all: Vec<ReportText> = self.list("where year = ?1 order by place", [year.number()])?;
        Ok(all.into_iter().map(|t| (t.place, t.text)).collect())
    }
}

impl Tx<'_> {
    /// Sets what a body pays.
    pub fn put_pay_rule(&mut self, rule: PayRule) -> Result<()> {
        self.put(&rule)
    }

    /// Writes a rate.
    pub fn put_pay_rate(&mut self, rate: &PayRate) -> Result<()> {
        self.put(rate)
    }

    /// Removes a rate.
    pub fn remove_pay_rate(&mut self, id: PayRateId) -> Result<()> {
        self.remove("pay_rate", id)
    }

    /// Says that a member is not paid, or is against the usual.
    pub fn put_pay_exception(&mut self, exception: &PayException) -> Result<()> {
        self.put(exception)
    }

    /// Goes back to the usual.
    pub fn remove_pay_exception(&mut self, appointment: AppointmentId) -> Result<()> {
        self.remove_if_there::<PayException>(appointment)
    }

    /// Writes travel expenses.
    pub fn put_travel(&mut self, travel: Travel) -> Result<()> {
        self.put(&travel)
    }

    /// Removes travel expenses.
    pub fn remove_travel(&mut self, id: TravelId) -> Result<()> {
        self.remove("travel", id)
    }

    /// Writes a table for the tax.
    pub fn put_tax_table(&mut self, table: &TaxTable) -> Result<()> {
        self.put(table)
    }

    /// Removes a table for the tax.
    pub fn remove_tax_table(&mut self, id: TaxTableId) -> Result<()> {
        self.remove("tax_table", id)
    }

    /// Writes a payment list.
    pub fn put_pay_list(&mut self, list: &PayList) -> Result<()> {
        self.put(list)
    }

    /// Removes a payment list that was never closed.
    pub fn remove_pay_list(&mut self, id: PayListId) -> Result<()> {
        self.remove("pay_list", id)
    }

    /// Writes the office's own words in the report of a year; empty takes them away.
    pub fn put_report_text(&mut self, year: FiscalYear, place: &str, words: &str) -> Result<()> {
        let own = ReportText { year, place: place.to_owned(), text: words.to_owned() };
        if words.trim().is_empty() {
            return self.remove_if_there::<ReportText>(format!("{}/{place}", year.number()));
        }
        self.put(&own)
    }
}
