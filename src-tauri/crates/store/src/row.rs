//! A noun as a row of a table: its columns, and how values go in and out.

use crate::error::{Error, Result};
use entaku_domain::{Day, FiscalYear};
use rusqlite::types::{Value, ValueRef};
use std::fmt::Display;

/// A domain value that is one row of one table.
pub(crate) trait Row: Sized {
    /// The table.
    const TABLE: &'static str;
    /// Its columns, `id` first.
    const COLUMNS: &'static [&'static str];
    /// Takes the cells in the order of the columns.
    fn read(cells: &mut Cells<'_>) -> Result<Self>;
    /// The values in the order of the columns.
    fn values(&self) -> Result<Vec<Value>>;
}

/// The cells of a row, taken one after another.
pub(crate) struct Cells<'r> {
    row: &'r rusqlite::Row<'r>,
    table: &'static str,
    columns: &'static [&'static str],
    next: usize,
}

impl<'r> Cells<'r> {
    pub(crate) fn new(row: &'r rusqlite::Row<'r>, table: &'static str, columns: &'static [&'static str]) -> Self {
        Self { row, table, columns, next: 0 }
    }

    /// The next cell, read by `read`; a cell that it does not accept is corrupt.
    fn take<T>(&mut self, read: impl FnOnce(ValueRef<'r>) -> Option<T>) -> Result<T> {
        let at = self.next;
        self.next += 1;
        read(self.row.get_ref(at)?).ok_or_else(|| self.corrupt(at))
    }

    fn corrupt(&self, at: usize) -> Error {
        Error::Corrupt {
            table: self.table.to_owned(),
            row: self.row.get::<_, String>(0).unwrap_or_default(),
            column: self.columns.get(at).copied().unwrap_or_default().to_owned(),
        }
    }

    /// Text that `parse` accepts.
    pub(crate) fn parse<T, E>(&mut self, parse: impl FnOnce(&str) -> Result<T, E>) -> Result<T> {
        self.take(|value| parse(value.as_str().ok()?).ok())
    }

    /// Text that `parse` accepts, or nothing.
    pub(crate) fn maybe<T, E>(&mut self, parse: impl FnOnce(&str) -> Result<T, E>) -> Result<Option<T>> {
        self.take(|value| match value {
            ValueRef::Null => Some(None),
            _ => parse(value.as_str().ok()?).ok().map(Some),
        })
    }

    pub(crate) fn text(&mut self) -> Result<String> {
        self.parse(own)
    }

    pub(crate) fn maybe_text(&mut self) -> Result<Option<String>> {
        self.maybe(own)
    }

    pub(crate) fn int<T: TryFrom<i64>>(&mut self) -> Result<T> {
        self.take(|value| T::try_from(value.as_i64().ok()?).ok())
    }

    pub(crate) fn maybe_int<T: TryFrom<i64>>(&mut self) -> Result<Option<T>> {
        self.take(|value| match value {
            ValueRef::Null => Some(None),
            _ => T::try_from(value.as_i64().ok()?).ok().map(Some),
        })
    }

    pub(crate) fn year(&mut self) -> Result<FiscalYear> {
        self.take(fiscal_year)
    }

    pub(crate) fn maybe_year(&mut self) -> Result<Option<FiscalYear>> {
        self.take(|value| match value {
            ValueRef::Null => Some(None),
            _ => fiscal_year(value).map(Some),
        })
    }

    /// Reports the cell just taken as corrupt.
    pub(crate) fn refuse(&self) -> Error {
        self.corrupt(self.next.saturating_sub(1))
    }
}

fn own(text: &str) -> Result<String, std::convert::Infallible> {
    Ok(text.to_owned())
}

fn fiscal_year(value: ValueRef<'_>) -> Option<FiscalYear> {
    FiscalYear::new(i32::try_from(value.as_i64().ok()?).ok()?)
}

/// Reads an ISO day.
pub(crate) fn day(text: &str) -> Result<Day, chrono::ParseError> {
    text.parse()
}

/// Reads JSON.
pub(crate) fn json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(text)
}

/// Anything that is written as text: an identifier, a day, a code.
pub(crate) fn text(value: impl Display) -> Value {
    Value::Text(value.to_string())
}

/// The same, or NULL.
pub(crate) fn maybe(value: Option<impl Display>) -> Value {
    value.map_or(Value::Null, text)
}

pub(crate) fn int(value: impl Into<i64>) -> Value {
    Value::Integer(value.into())
}

pub(crate) fn maybe_int(value: Option<impl Into<i64>>) -> Value {
    value.map_or(Value::Null, int)
}

pub(crate) fn year(value: FiscalYear) -> Value {
    int(value.number())
}

pub(crate) fn maybe_year(value: Option<FiscalYear>) -> Value {
    value.map_or(Value::Null, year)
}

/// A value as JSON text.
pub(crate) fn to_json(value: &impl serde::Serialize) -> Result<Value> {
    Ok(Value::Text(serde_json::to_string(value)?))
}
