//! Boxes of the relationship chart that the office has put in place by hand.
//! A place belongs to the sheet on which it was set; the chart follows it on
//! the other sheet in proportion, where there is room.

use crate::chart;
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use entaku_chart::{ChartError, ChartInput, Detail, Pin, Sheet};
use entaku_domain::FiscalYear;
use entaku_store::Action;

/// Every sheet that a chart is drawn on.
const SHEETS: [Sheet; 2] = [Sheet::A3, Sheet::A4];

/// The charts of those sheets, as the store names them.
pub(crate) const CHARTS: [&str; 2] = ["relationship/a3", "relationship/a4"];

/// `a3` or `a4`.
pub(crate) fn code(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::A3 => "a3",
        Sheet::A4 => "a4",
    }
}

/// The chart of a sheet, as the store names it.
fn chart_of(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::A3 => CHARTS[0],
        Sheet::A4 => CHARTS[1],
    }
}

impl App {
    /// The boxes fixed by hand, of every sheet.
    ///
    /// # Errors
    /// Those of the store.
    pub fn pins(&self) -> Result<Vec<Pin>> {
        let mut pins = Vec::new();
        for sheet in SHEETS {
            let stored = self.store.pins(chart_of(sheet))?;
            pins.extend(stored.into_iter().map(|p| Pin {
                key: p.key,
                x_mm: millimetres(p.x_um),
                y_mm: millimetres(p.y_um),
                sheet,
            }));
        }
        Ok(pins)
    }

    /// Fixes a box on the A3 sheet (「関係図の枠の固定」); its upper left corner, in mm from that of the page.
    ///
    /// # Errors
    /// An unknown box, or those of the store.
    pub fn pin_box(&mut self, key: &str, x_mm: f64, y_mm: f64) -> Result<Written<()>> {
        self.pin_box_on(Sheet::A3, key, x_mm, y_mm)
    }

    /// Fixes a box on a sheet, as [`Self::pin_box`].
    ///
    /// # Errors
    /// An unknown box, or those of the store.
    pub fn pin_box_on(&mut self, sheet: Sheet, key: &str, x_mm: f64, y_mm: f64) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let name = council.body(key).map(|b| council.latest(b.id).map_or_else(|| key.to_owned(), |v| v.name.clone()));
        let name =
            name.or_else(|unknown| council.plans.iter().find(|p| p.key == key).map(|p| p.name.clone()).ok_or(unknown))?;
        let pin = entaku_store::Pin {
            chart: chart_of(sheet).to_owned(),
            key: key.to_owned(),
            x_um: micrometres(x_mm),
            y_um: micrometres(y_mm),
        };
        self.change(Action::new("pin_box").about(name), Vec::new(), |tx| Ok(tx.put_pin(&pin)?))
    }

    /// Fixes a box where somebody dropped it, if the chart that they look at can be
    /// drawn so: else it would be gone, and nothing would say why.
    ///
    /// # Errors
    /// An unknown box; those of the chart, when there is no room; those of the store.
    pub fn drop_box(&mut self, shown: Shown, key: &str, x_mm: f64, y_mm: f64) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let wished = Pin { key: key.to_owned(), x_mm, y_mm, sheet: shown.sheet };
        let others = self.pins()?.into_iter().filter(|p| p.key != key || p.sheet != shown.sheet);
        let pins = others.chain([wished]).collect();
        let input = chart::relationship(&council, shown.year, shown.sheet, shown.detail, pins)?;
        if !input.nodes.iter().any(|n| n.key == key) {
            return Err(AppError::UnknownBody(key.to_owned()));
        }
        let (drawn, _) = chart::draw(&input)?;
        let others = input.pins.iter().filter(|p| p.key != key || p.sheet != shown.sheet).cloned().collect();
        let before = chart::draw(&ChartInput { pins: others, ..input.clone() });
        // Nobody moves a box to see less of the others.
        if before.is_ok_and(|(before, _)| drawn.detail < before.detail) {
            let name = input.nodes.iter().find(|n| n.key == key).map_or(key, |n| n.name.as_str());
            return Err(AppError::Chart(ChartError::PinsCollide { keys: vec![name.to_owned()] }));
        }
        self.pin_box_on(shown.sheet, key, x_mm, y_mm)
    }

    /// Lets all boxes of a sheet find their own places again (「関係図の枠の固定をすべて解除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`] when none is fixed, or those of the store.
    pub fn unpin_all(&mut self, sheet: Sheet) -> Result<Written<()>> {
        let pins = self.store.pins(chart_of(sheet))?;
        if pins.is_empty() {
            return Err(AppError::UnknownRecord(chart_of(sheet).to_owned()));
        }
        self.change(Action::new("unpin_all"), Vec::new(), |tx| {
            pins.iter().try_for_each(|pin| Ok(tx.remove_pin(&pin.chart, &pin.key)?))
        })
    }

    /// Lets a box find its own place again, on every sheet (「関係図の枠の固定の解除」).
    ///
    /// # Errors
    /// A box that is not fixed, or those of the store.
    pub fn unpin_box(&mut self, key: &str) -> Result<Written<()>> {
        let pins = self.pins()?;
        let mut sheets: Vec<Sheet> = pins.iter().filter(|pin| pin.key == key).map(|pin| pin.sheet).collect();
        if sheets.is_empty() {
            sheets.push(Sheet::A3); // The store says that there is none.
        }
        let council = self.snapshot()?;
        let body = council.body(key).ok().and_then(|b| council.latest(b.id)).map(|v| v.name.clone());
        let plan = || council.plans.iter().find(|p| p.key == key).map(|p| p.name.clone());
        let name = body.or_else(plan).unwrap_or_else(|| key.to_owned());
        self.change(Action::new("unpin_box").about(name), Vec::new(), |tx| {
            sheets.into_iter().try_for_each(|sheet| Ok(tx.remove_pin(chart_of(sheet), key)?))
        })
    }
}

/// The chart that somebody looks at while they move a box.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    /// Its year.
    pub year: FiscalYear,
    /// Its sheet.
    pub sheet: Sheet,
    /// Its detail.
    pub detail: Detail,
}

#[allow(clippy::cast_precision_loss, reason = "a page has fewer micrometres than 2^53")]
fn millimetres(micrometres: i64) -> f64 {
    micrometres as f64 / 1000.0
}

#[allow(clippy::cast_possible_truncation, reason = "clamped to a page's size first")]
fn micrometres(millimetres: f64) -> i64 {
    (millimetres.clamp(0.0, 2000.0) * 1000.0).round() as i64
}
