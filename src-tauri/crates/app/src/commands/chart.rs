//! The relationship chart and the boxes that the office puts in place.

use super::year;
use crate::chart;
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use entaku_chart::{Detail, Sheet};
use entaku_domain::FiscalYear;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which relationship chart to draw.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichChart {
    /// Fiscal year, as typed; this year where none.
    pub year: Option<String>,
    /// A4 instead of A3.
    pub a4: bool,
    /// `brief`, `standard` or `full`.
    pub detail: String,
}

/// A drawn chart.
#[derive(Debug, Serialize, TS)]
pub struct DrawnChart {
    /// As SVG.
    pub svg: String,
    /// In reading order.
    pub text: String,
}

/// A box of the chart to be fixed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PinBox {
    /// Its handle.
    pub key: String,
    /// Millimetres from the page's left edge.
    pub x_mm: f64,
    /// Millimetres from its upper edge.
    pub y_mm: f64,
}

/// A box of the chart.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BoxKey {
    /// Its handle.
    pub key: String,
}

pub(super) fn relationship_chart(app: &App, args: WhichChart) -> Result<DrawnChart> {
    let council = app.snapshot()?;
    let year = args.year.as_deref().map(year).transpose()?.unwrap_or_else(|| FiscalYear::of(app.today()));
    let detail = match args.detail.as_str() {
        "brief" => Detail::Brief,
        "standard" => Detail::Standard,
        "full" => Detail::Full,
        other => return Err(AppError::BadRequest(format!("no detail {other}"))),
    };
    let sheet = if args.a4 { Sheet::A4 } else { Sheet::A3 };
    let (scene, text) = chart::draw(&chart::relationship(&council, year, sheet, detail, app.pins()?)?)?;
    Ok(DrawnChart { svg: entaku_chart::svg(&scene), text })
}

pub(super) fn pin_box(app: &mut App, args: PinBox) -> Result<Written<()>> {
    app.pin_box(&args.key, args.x_mm, args.y_mm)
}

pub(super) fn unpin_box(app: &mut App, args: BoxKey) -> Result<Written<()>> {
    app.unpin_box(&args.key)
}
