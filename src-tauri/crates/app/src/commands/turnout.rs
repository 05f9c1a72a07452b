//! Attendance in figures.

use super::{day, year};
use crate::council::App;
use crate::error::Result;
use crate::turnout::{Turnout, TurnoutAsk, TurnoutTerm};
use entaku_domain::FiscalYear;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Over which days attendance is counted: a fiscal year, or any days; this year where none.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TurnoutDays {
    /// The fiscal year, as typed.
    pub year: Option<String>,
    /// The first day, as typed.
    pub from: Option<String>,
    /// The last day, as typed.
    pub to: Option<String>,
    /// Handle or name of the body; all bodies where none.
    pub body: Option<String>,
}

/// Of which body.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TurnoutBody {
    /// Handle or name; the plenary where none.
    pub body: Option<String>,
}

impl TurnoutDays {
    /// The days that are meant.
    pub(crate) fn read(&self, app: &App) -> Result<TurnoutAsk> {
        let whole = self.year.as_deref().map(year).transpose()?.unwrap_or(FiscalYear::of(app.today()));
        let from = self.from.as_deref().map(|d| day("from", d)).transpose()?.unwrap_or(whole.first_day());
        let to = self.to.as_deref().map(|d| day("to", d)).transpose()?.unwrap_or(whole.last_day());
        Ok(TurnoutAsk { from, to, body: self.body.clone().filter(|b| !b.is_empty()) })
    }
}

pub(super) fn turnout(app: &App, args: TurnoutDays) -> Result<Turnout> {
    app.turnout(&args.read(app)?)
}

pub(super) fn turnout_terms(app: &App, args: TurnoutBody) -> Result<Vec<TurnoutTerm>> {
    app.turnout_terms(args.body.as_deref())
}
