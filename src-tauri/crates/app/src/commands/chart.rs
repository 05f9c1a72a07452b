//! The relationship chart, the composition chart, the list that says the same,
//! and the boxes that the office puts in place.

use super::{day, year};
use crate::bodies::YearDifferences;
use crate::chart::{self, BoxPage, CouncilRow, LiveChart};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::pins::Shown;
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

/// Which composition chart to draw.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichTree {
    /// The day, as typed; today where none.
    pub on: Option<String>,
    /// A4 instead of A3.
    pub a4: bool,
}

/// Which fiscal year.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichCouncilYear {
    /// As typed; this year where none.
    pub year: Option<String>,
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
    /// The chart that is looked at: it must still be drawable. A3, unseen, where none.
    #[serde(default)]
    pub shown: Option<WhichChart>,
}

/// A box of the chart.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BoxKey {
    /// Its handle.
    pub key: String,
}

/// A box of the chart in a year.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BoxInYear {
    /// Its handle.
    pub key: String,
    /// Fiscal year, as typed; this year where none.
    pub year: Option<String>,
}

/// A sheet.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichSheet {
    /// A4 instead of A3.
    pub a4: bool,
}

pub(super) fn relationship_chart(app: &App, args: WhichChart) -> Result<DrawnChart> {
    let (council, Shown { year, sheet, detail }) = (app.snapshot()?, shown(app, &args)?);
    let (scene, text) = chart::draw(&chart::relationship(&council, year, sheet, detail, app.pins()?)?)?;
    Ok(DrawnChart { svg: entaku_chart::svg(&scene), text })
}

pub(super) fn chart_scene(app: &App, args: WhichChart) -> Result<LiveChart> {
    let Shown { year, sheet, detail } = shown(app, &args)?;
    app.chart_scene(year, sheet, detail)
}

pub(super) fn composition_scene(app: &App, args: WhichTree) -> Result<LiveChart> {
    let on = args.on.as_deref().map_or_else(|| Ok(app.today()), |t| day("on", t))?;
    app.composition_scene(on, sheet(args.a4))
}

pub(super) fn council_list(app: &App, args: WhichCouncilYear) -> Result<Vec<CouncilRow>> {
    app.council_list(year_or_this(app, args.year.as_deref())?)
}

pub(super) fn box_page(app: &App, args: BoxInYear) -> Result<BoxPage> {
    app.box_page(&args.key, year_or_this(app, args.year.as_deref())?)
}

pub(super) fn year_differences(app: &App, args: WhichCouncilYear) -> Result<YearDifferences> {
    app.year_differences(year_or_this(app, args.year.as_deref())?)
}

pub(super) fn pin_box(app: &mut App, args: PinBox) -> Result<Written<()>> {
    match args.shown.as_ref().map(|which| shown(app, which)).transpose()? {
        Some(shown) => app.drop_box(shown, &args.key, args.x_mm, args.y_mm),
        None => app.pin_box(&args.key, args.x_mm, args.y_mm),
    }
}

pub(super) fn unpin_box(app: &mut App, args: BoxKey) -> Result<Written<()>> {
    app.unpin_box(&args.key)
}

pub(super) fn unpin_all(app: &mut App, args: WhichSheet) -> Result<Written<()>> {
    app.unpin_all(sheet(args.a4))
}

pub(super) fn year_or_this(app: &App, typed: Option<&str>) -> Result<FiscalYear> {
    typed.map_or_else(|| Ok(FiscalYear::of(app.today())), year)
}

fn shown(app: &App, args: &WhichChart) -> Result<Shown> {
    let detail = match args.detail.as_str() {
        "brief" => Detail::Brief,
        "standard" => Detail::Standard,
        "full" => Detail::Full,
        other => return Err(AppError::BadRequest(format!("no detail {other}"))),
    };
    Ok(Shown { year: year_or_this(app, args.year.as_deref())?, sheet: sheet(args.a4), detail })
}

fn sheet(a4: bool) -> Sheet {
    if a4 { Sheet::A4 } else { Sheet::A3 }
}
