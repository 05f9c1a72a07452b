//! What members are paid: rates, members against the usual, travel, tables, lists.

use super::{Nothing, OnDay, bad_code, day};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::pay::lists::{PayListPage, PayListRow};
use crate::pay::settings::PaySettings;
use crate::pay::write::{NewList, SetRate, SetTable};
use entaku_domain::id::{AppointmentId, MeetingId, PayListId, PayRateId, TaxTableId};
use entaku_domain::pay::{Bracket, PayKind, PayStanding, PayUnit};
use serde::Deserialize;
use ts_rs::TS;

/// What a body pays.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PayRuleForm {
    /// Handle or name of the body.
    pub body: String,
    /// `none`, `pay`, `reward`.
    pub kind: String,
}

/// A rate.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PayRateForm {
    /// The one that is changed; a new one where none.
    pub rate: Option<String>,
    /// Handle or name of the body.
    pub body: String,
    /// The first day, as typed.
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
}

/// A rate.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichPayRate {
    /// Its identifier.
    pub rate: String,
}

/// A member who is not paid, or is against the usual.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PayExceptionForm {
    /// The appointment's identifier.
    pub appointment: String,
    /// `official`, `declined`, `other`, `paid`; the usual where none.
    pub standing: Option<String>,
    /// Why.
    pub note: Option<String>,
}

/// Travel expenses.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TravelForm {
    /// The appointment's identifier.
    pub appointment: String,
    /// The meeting's identifier; every meeting where none.
    pub meeting: Option<String>,
    /// In yen; none takes them away.
    pub amount: Option<u32>,
}

/// A table for the tax.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TaxTableForm {
    /// The one that is changed; a new one where none.
    pub table: Option<String>,
    /// The first day, as typed.
    pub from: String,
    /// Where the amounts stand.
    pub source: String,
    /// Up to so many yen a year no tax need be taken.
    pub free: u32,
    /// Lines of 乙欄.
    pub brackets: Vec<BracketForm>,
}

/// A line of a tax table.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BracketForm {
    /// From so many yen.
    pub from: u32,
    /// A fixed amount.
    pub amount: u32,
    /// A share of the whole, in thousandths of a percent.
    pub share: u32,
}

/// A table for the tax.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichTaxTable {
    /// Its identifier.
    pub table: String,
}

/// A payment list to be made.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PayListForm {
    /// What it is called; by its days where none.
    pub title: Option<String>,
    /// The first day, as typed.
    pub from: String,
    /// The last day, as typed.
    pub to: String,
    /// Handle or name of the body; all bodies where none.
    pub body: Option<String>,
}

/// A payment list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichPayList {
    /// Its identifier.
    pub list: String,
}

/// The tax of a member on a list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct WithheldForm {
    /// The list's identifier.
    pub list: String,
    /// The appointment's identifier.
    pub appointment: String,
    /// In yen; none takes it away.
    pub amount: Option<u32>,
}

/// A list that was paid.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClosePayList {
    /// Its identifier.
    pub list: String,
    /// The day on which it was paid, as typed.
    pub on: String,
}

/// A closed list to be opened again.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReopenPayList {
    /// Its identifier.
    pub list: String,
    /// Why.
    pub reason: String,
}

fn list(id: &str) -> Result<PayListId> {
    PayListId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}

fn appointment(id: &str) -> Result<AppointmentId> {
    AppointmentId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}

pub(super) fn pay_settings(app: &App, args: OnDay) -> Result<PaySettings> {
    app.pay_settings(args.on.as_deref().map_or_else(|| Ok(app.today()), |on| day("on", on))?)
}

pub(super) fn pay_lists(app: &App, _: Nothing) -> Result<Vec<PayListRow>> {
    app.pay_lists()
}

pub(super) fn pay_list(app: &App, args: WhichPayList) -> Result<PayListPage> {
    app.pay_list_page(list(&args.list)?)
}

pub(super) fn set_pay_rule(app: &mut App, args: PayRuleForm) -> Result<Written<()>> {
    app.set_pay_rule(&args.body, PayKind::from_code(&args.kind).map_err(bad_code)?)
}

pub(super) fn set_pay_rate(app: &mut App, args: PayRateForm) -> Result<Written<String>> {
    let rate = args.rate.as_deref().map(PayRateId::parse).transpose().map_err(|e| AppError::UnknownRecord(e.0))?;
    app.set_pay_rate(&SetRate {
        rate,
        body: args.body,
        from: day("from", &args.from)?,
        title: args.title,
        unit: PayUnit::from_code(&args.unit).map_err(bad_code)?,
        amount: args.amount,
        half_amount: args.half_amount,
        half_minutes: args.half_minutes,
    })
}

pub(super) fn remove_pay_rate(app: &mut App, args: WhichPayRate) -> Result<Written<()>> {
    app.remove_pay_rate(PayRateId::parse(&args.rate).map_err(|e| AppError::UnknownRecord(e.0))?)
}

pub(super) fn set_pay_exception(app: &mut App, args: PayExceptionForm) -> Result<Written<()>> {
    let standing = args.standing.as_deref().map(PayStanding::from_code).transpose().map_err(bad_code)?;
    app.set_pay_exception(appointment(&args.appointment)?, standing, args.note.as_deref())
}

pub(super) fn set_travel(app: &mut App, args: TravelForm) -> Result<Written<()>> {
    let meeting = args.meeting.as_deref().map(MeetingId::parse).transpose();
    let meeting = meeting.map_err(|e| AppError::UnknownMeeting(e.0))?;
    app.set_travel(appointment(&args.appointment)?, meeting, args.amount)
}

pub(super) fn set_tax_table(app: &mut App, args: TaxTableForm) -> Result<Written<String>> {
    let table = args.table.as_deref().map(TaxTableId::parse).transpose();
    let bracket = |b: &BracketForm| Bracket { from: b.from, amount: b.amount, share: b.share };
    app.set_tax_table(&SetTable {
        table: table.map_err(|e| AppError::UnknownRecord(e.0))?,
        from: day("from", &args.from)?,
        source: args.source,
        free: args.free,
        brackets: args.brackets.iter().map(bracket).collect(),
    })
}

pub(super) fn remove_tax_table(app: &mut App, args: WhichTaxTable) -> Result<Written<()>> {
    app.remove_tax_table(TaxTableId::parse(&args.table).map_err(|e| AppError::UnknownRecord(e.0))?)
}

pub(super) fn add_pay_list(app: &mut App, args: PayListForm) -> Result<Written<String>> {
    let (from, to) = (day("from", &args.from)?, day("to", &args.to)?);
    app.add_pay_list(&NewList { title: args.title.unwrap_or_default(), from, to, body: args.body })
}

pub(super) fn set_withheld(app: &mut App, args: WithheldForm) -> Result<Written<()>> {
    app.set_withheld(list(&args.list)?, appointment(&args.appointment)?, args.amount)
}

pub(super) fn close_pay_list(app: &mut App, args: ClosePayList) -> Result<Written<()>> {
    app.close_pay_list(list(&args.list)?, day("on", &args.on)?)
}

pub(super) fn reopen_pay_list(app: &mut App, args: ReopenPayList) -> Result<Written<()>> {
    app.reopen_pay_list(list(&args.list)?, &args.reason)
}

pub(super) fn remove_pay_list(app: &mut App, args: WhichPayList) -> Result<Written<()>> {
    app.remove_pay_list(list(&args.list)?)
}
