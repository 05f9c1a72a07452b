//! The plan of a year.

use super::year;
use crate::council::App;
use crate::error::Result;
use crate::year_plan::YearPlan;
use serde::Deserialize;
use ts_rs::TS;

/// A fiscal year.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InYear {
    /// As typed: 令和8年度, R8, 2026.
    pub year: String,
}

pub(super) fn year_plan(app: &App, args: InYear) -> Result<YearPlan> {
    app.year_plan(year(&args.year)?)
}
