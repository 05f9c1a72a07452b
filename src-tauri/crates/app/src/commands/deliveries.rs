//! Who got what of a meeting.

use super::meetings::{WhichMeeting, meeting};
use super::members::filled;
use super::{bad_code, day, issued};
use crate::council::{App, Written};
use crate::deliveries::{DeliveryPage, RecordDelivery, ToOthers, UpdateDelivery};
use crate::error::{AppError, Result};
use crate::people;
use entaku_domain::delivery::{Handed, Recipient, Way};
use entaku_domain::id::DeliveryId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was handed over, and to whom.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct DeliveryForm {
    /// The meeting's identifier.
    pub meeting: String,
    /// `notice`, `papers`, `on_the_day`, `replacement`, `minutes`, `other`.
    pub what: String,
    /// The day, as typed; today where none.
    pub on: Option<String>,
    /// Identifiers or names of members; all who have not got it where neither they nor
    /// others are named.
    pub people: Option<Vec<String>>,
    /// Others than members.
    pub others: Option<Vec<OtherRecipient>>,
    /// `post`, `email`, `hand`, `office_mail`, `on_the_day`; by each member's wish where none.
    pub way: Option<String>,
    /// The line of the ledger of issued documents.
    pub issued: Option<String>,
    /// What else is to be known.
    pub note: Option<String>,
}

/// Others than members who got something.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OtherRecipient {
    /// `secretariat`, `audience`, `press`, `other`.
    pub recipient: String,
    /// Who, in words.
    pub name: Option<String>,
    /// Copies.
    pub copies: u32,
}

/// A record as it shall be.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DeliveryChange {
    /// Its identifier.
    pub delivery: String,
    /// How, a code.
    pub way: String,
    /// The day, as typed.
    pub on: String,
    /// What else is to be known.
    pub note: Option<String>,
}

/// Records of deliveries.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichDeliveries {
    /// Their identifiers.
    pub deliveries: Vec<String>,
}

/// What was recorded.
#[derive(Debug, Serialize, TS)]
pub struct DeliveryDone {
    /// How many records were made.
    pub recorded: u32,
    /// Their identifiers.
    pub deliveries: Vec<String>,
}

pub(super) fn list_deliveries(app: &App, args: WhichMeeting) -> Result<DeliveryPage> {
    app.list_deliveries(meeting(&args.meeting)?)
}

pub(super) fn record_delivery(app: &mut App, args: DeliveryForm) -> Result<Written<DeliveryDone>> {
    let council = app.snapshot()?;
    let named = |all: Vec<String>| all.iter().map(|p| people::find(&council, p)).collect::<Result<Vec<_>>>();
    let ask = RecordDelivery {
        meeting: meeting(&args.meeting)?,
        what: Handed::from_code(&args.what).map_err(bad_code)?,
        on: filled(args.on).map_or(Ok(app.today()), |typed| day("on", &typed))?,
        people: args.people.map(named).transpose()?,
        others: args.others.into_iter().flatten().map(other).collect::<Result<_>>()?,
        way: filled(args.way).map(|code| Way::from_code(&code).map_err(bad_code)).transpose()?,
        issued: filled(args.issued).as_deref().map(issued).transpose()?,
        note: filled(args.note),
    };
    let done = |ids: Vec<DeliveryId>| DeliveryDone {
        recorded: u32::try_from(ids.len()).unwrap_or(u32::MAX),
        deliveries: ids.iter().map(ToString::to_string).collect(),
    };
    Ok(app.record_delivery(&ask)?.map(done))
}

pub(super) fn update_delivery(app: &mut App, args: DeliveryChange) -> Result<Written<()>> {
    let ask = UpdateDelivery {
        way: Way::from_code(&args.way).map_err(bad_code)?,
        on: day("on", &args.on)?,
        note: filled(args.note),
    };
    app.update_delivery(delivery(&args.delivery)?, &ask)
}

pub(super) fn remove_deliveries(app: &mut App, args: WhichDeliveries) -> Result<Written<u32>> {
    let ids = args.deliveries.iter().map(|id| delivery(id)).collect::<Result<Vec<_>>>()?;
    app.remove_deliveries(&ids)
}

fn other(of: OtherRecipient) -> Result<ToOthers> {
    let recipient = Recipient::from_code(&of.recipient).map_err(bad_code)?;
    Ok(ToOthers { recipient, name: filled(of.name), copies: of.copies })
}

fn delivery(id: &str) -> Result<DeliveryId> {
    DeliveryId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}
