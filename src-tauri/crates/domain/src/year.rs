//! The fiscal year (年度): 1 April to 31 March.

use crate::Day;
use chrono::Datelike;
use serde::{Deserialize, Serialize};

/// A fiscal year (年度), named by the calendar year in which it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FiscalYear(i32);

impl FiscalYear {
    /// The earliest year that is accepted: long before any council's records.
    pub const FIRST: Self = Self(1900);
    /// The latest year that is accepted.
    pub const LAST: Self = Self(2200);

    /// A year between [`Self::FIRST`] and [`Self::LAST`].
    pub const fn new(year: i32) -> Option<Self> {
        if year >= Self::FIRST.0 && year <= Self::LAST.0 { Some(Self(year)) } else { None }
    }

    /// The fiscal year that a day belongs to (V14): January to March count to the year before.
    pub fn of(day: Day) -> Self {
        let year = if day.month() >= 4 { day.year() } else { day.year() - 1 };
        Self(year.clamp(Self::FIRST.0, Self::LAST.0))
    }

    /// The calendar year in which it starts.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The year `years` later (earlier when negative), kept within the accepted range.
    pub fn plus(self, years: i32) -> Self {
        Self((self.0.saturating_add(years)).clamp(Self::FIRST.0, Self::LAST.0))
    }

    /// 1 April.
    pub fn first_day(self) -> Day {
        day(self.0, 4, 1)
    }

    /// 31 March of the next calendar year.
    pub fn last_day(self) -> Day {
        day(self.0 + 1, 3, 31)
    }

    /// Whether a day lies in this year.
    pub fn contains(self, on: Day) -> bool {
        Self::of(on) == self
    }
}

/// A day that exists in every year of the accepted range.
fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd_opt(year, month, day).unwrap_or(Day::MIN)
}
