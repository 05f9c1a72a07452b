//! What the office has set of payment: kinds, rates, members against the usual, travel, tables.

use super::PayBook;
use super::due::pay_standing;
use crate::council::App;
use crate::error::Result;
use crate::snapshot::Snapshot;
use crate::text::pay as words;
use entaku_domain::pay::{PayRate, PayStanding, TaxTable};
use entaku_domain::{Day, FiscalYear};

/// A rate.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PayRateRow {
    /// Its identifier.
    pub id: String,
    /// The first day, ISO.
    pub from: String,
    /// For the holder of this office; for all others where none.
    pub title: Option<String>,
    /// `day` or `hour`.
    pub unit: String,
    /// In yen.
    pub amount: u32,
    /// In yen.
    pub half_amount: Option<u32>,
    /// In minutes.
    pub half_minutes: Option<u16>,
    /// In words.
    pub text: String,
}

/// What a body pays.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PayBody {
    /// Its handle.
    pub key: String,
    /// Its name.
    pub name: String,
    /// `none`, `pay`, `reward`.
    pub kind: String,
    /// In Japanese.
    pub kind_label: String,
    /// Its offices, for rates of their own.
    pub titles: Vec<String>,
    /// Its rates, by first day.
    pub rates: Vec<PayRateRow>,
    /// Its members.
    pub members: Vec<PayMember>,
}

/// A member of a body that pays.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PayMember {
    /// The appointment's identifier.
    pub appointment: String,
    /// The name.
    pub name: String,
    /// Organisation and post.
    pub affiliation: String,
    /// `official`, `declined`, `other`, `paid`.
    pub standing: String,
    /// In Japanese.
    pub standing_label: String,
    /// Whether the office has set it.
    pub set: bool,
    /// Why, as the office notes it.
    pub note: Option<String>,
    /// Travel expenses for each meeting, in yen.
    pub travel: Option<u32>,
}

/// A line of a tax table.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct BracketRow {
    /// From so many yen.
    pub from: u32,
    /// A fixed amount.
    pub amount: u32,
    /// A share of the whole, in thousandths of a percent.
    pub share: u32,
}

/// A table for the tax.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct TaxTableRow {
    /// Its identifier.
    pub id: String,
    /// The first day, ISO.
    pub from: String,
    /// Where the amounts stand.
    pub source: String,
    /// Up to so many yen a year no tax need be taken.
    pub free: u32,
    /// Lines of 乙欄.
    pub brackets: Vec<BracketRow>,
}

/// What the office has set of payment.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PaySettings {
    /// The bodies that meet.
    pub bodies: Vec<PayBody>,
    /// The tables for the tax.
    pub tables: Vec<TaxTableRow>,
    /// Whether any body pays.
    pub pays: bool,
}

impl App {
    /// What the office has set of payment, with the members of a day.
    ///
    /// # Errors
    /// Those of the store.
    pub fn pay_settings(&self, on: Day) -> Result<PaySettings> {
        let (council, book) = (self.snapshot()?, PayBook::load(&self.store)?);
        let year = FiscalYear::of(on);
        let seated = council.bodies_in(year).filter(|(b, _)| council.seats.iter().any(|s| s.body == b.id));
        let bodies = seated.map(|(body, version)| PayBody {
            key: body.key.clone(),
            name: version.name.clone(),
            kind: book.kind(body.id).code().to_owned(),
            kind_label: book.kind(body.id).label().to_owned(),
            titles: version.officers.iter().map(|o| o.title.clone()).collect(),
            rates: book.rates.iter().filter(|r| r.body == body.id).map(rate_row).collect(),
            members: members(&council, &book, body.id, on),
        });
        Ok(PaySettings {
            bodies: bodies.collect(),
            tables: book.tables.iter().map(table_row).collect(),
            pays: super::lists::pays_anything(&book, &council),
        })
    }
}

fn members(council: &Snapshot, book: &PayBook, body: entaku_domain::id::BodyId, on: Day) -> Vec<PayMember> {
    let mut sittings = council.sittings(body, on);
    sittings.sort_by_cached_key(|s| council.officer_rank(body, s, on));
    let row = |s: &crate::snapshot::Sitting<'_>| {
        let (appointment, person) = s.appointment.zip(s.person)?;
        let standing: PayStanding = pay_standing(book, council, appointment);
        let exception = book.exception(appointment.id);
        Some(PayMember {
            appointment: appointment.id.to_string(),
            name: person.name_on(on).full(),
            affiliation: council.affiliation_text(person.id, on),
            standing: standing.code().to_owned(),
            standing_label: standing.label().to_owned(),
            set: exception.is_some(),
            note: exception.and_then(|e| e.note.clone()),
            travel: book.entered_travel(appointment.id, None).map(|t| t.amount),
        })
    };
    sittings.iter().filter_map(row).collect()
}

fn rate_row(rate: &PayRate) -> PayRateRow {
    PayRateRow {
        id: rate.id.to_string(),
        from: rate.from.to_string(),
        title: rate.title.clone(),
        unit: rate.unit.code().to_owned(),
        amount: rate.amount,
        half_amount: rate.half_amount,
        half_minutes: rate.half_minutes,
        text: words::rate(rate),
    }
}

fn table_row(table: &TaxTable) -> TaxTableRow {
    let bracket = |b: &entaku_domain::pay::Bracket| BracketRow { from: b.from, amount: b.amount, share: b.share };
    TaxTableRow {
        id: table.id.to_string(),
        from: table.from.to_string(),
        source: table.source.clone(),
        free: table.free,
        brackets: table.brackets.iter().map(bracket).collect(),
    }
}
