//! Reads a day for the screens' fields, so that how it is understood can stand
//! below what was typed.

use crate::council::App;
use crate::error::Result;
use entaku_domain::era::{DateStyle, parse_day};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A day as typed, or not yet one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DayAsTyped {
    /// R8.4.1, 令和8年4月1日, 2026/4/1.
    pub text: String,
}

/// A day as it is understood.
#[derive(Debug, Serialize, TS)]
pub struct DayRead {
    /// 2026-04-01.
    pub iso: String,
    /// 令和8年（2026年）4月1日（水）: both calendars, whatever the council's style, to compare with a source.
    pub shown: String,
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "every command answers a result; this one only finds that a text is no day"
)]
pub(super) fn read_day(_: &App, typed: DayAsTyped) -> Result<Option<DayRead>> {
    Ok(parse_day(&typed.text).map(|day| DayRead { iso: day.to_string(), shown: DateStyle::Both.day_with_weekday(day) }))
}
