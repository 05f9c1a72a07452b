//! How commands answer, and how days and years that were typed are read for them.

use crate::council::Written;
use crate::error::{AppError, Result};
use crate::text;
use entaku_domain::era::{DateStyle, parse_day, parse_fiscal_year};
use entaku_domain::{Day, FiscalYear};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What every write answers.
#[derive(Debug, Serialize, TS)]
pub struct Done<T> {
    /// What the command answered.
    pub output: T,
    /// The change's number; none where nothing was to be changed.
    #[ts(type = "number | null")]
    pub change: Option<i64>,
    /// What a screen must reload.
    pub tags: Vec<String>,
    /// What the rules noticed, in words.
    pub notices: Vec<String>,
}

/// No arguments.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

impl<T> Written<T> {
    /// The same write with another output.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Written<U> {
        Written { output: f(self.output), change: self.change, tags: self.tags, notices: self.notices }
    }
}

/// A write as it is answered.
pub fn done<T>(written: Written<T>) -> Done<T> {
    Done {
        output: written.output,
        change: written.change,
        tags: written.tags.into_iter().map(str::to_owned).collect(),
        notices: written.notices.iter().map(|v| text::violation(DateStyle::Both, v)).collect(),
    }
}

/// Reads a day as typed.
///
/// # Errors
/// [`AppError::BadDay`].
pub fn day(field: &'static str, typed: &str) -> Result<Day> {
    parse_day(typed).ok_or_else(|| AppError::BadDay { field, text: typed.to_owned() })
}

/// Reads a fiscal year as typed.
///
/// # Errors
/// [`AppError::BadYear`].
pub fn year(typed: &str) -> Result<FiscalYear> {
    parse_fiscal_year(typed).ok_or_else(|| AppError::BadYear(typed.to_owned()))
}

pub(super) fn bad_code(unknown: entaku_domain::UnknownCode) -> AppError {
    AppError::BadRequest(unknown.to_string())
}

pub(super) fn from_json<T: serde::de::DeserializeOwned>(args: serde_json::Value) -> Result<T> {
    serde_json::from_value(args).map_err(|e| AppError::BadRequest(e.to_string()))
}

pub(super) fn to_json<T: Serialize>(value: &T) -> Result<serde_json::Value> {
    serde_json::to_value(value).map_err(|e| AppError::BadRequest(e.to_string()))
}
