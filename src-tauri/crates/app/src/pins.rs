//! Boxes of the relationship chart that the office has put in place by hand.

use crate::council::{App, Written};
use crate::error::Result;
use entaku_chart::Pin;
use entaku_store::Action;

/// The chart to which the pins belong.
const CHART: &str = "relationship";

impl App {
    /// The boxes fixed by hand.
    ///
    /// # Errors
    /// Those of the store.
    pub fn pins(&self) -> Result<Vec<Pin>> {
        let pins = self.store.pins(CHART)?;
        Ok(pins.into_iter().map(|p| Pin { key: p.key, x_mm: millimetres(p.x_um), y_mm: millimetres(p.y_um) }).collect())
    }

    /// Fixes a box (「関係図の枠の固定」); its upper left corner, in mm from that of the page.
    ///
    /// # Errors
    /// An unknown box, or those of the store.
    pub fn pin_box(&mut self, key: &str, x_mm: f64, y_mm: f64) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let name = council.body(key).map(|b| council.latest(b.id).map_or_else(|| key.to_owned(), |v| v.name.clone()));
        let name =
            name.or_else(|unknown| council.plans.iter().find(|p| p.key == key).map(|p| p.name.clone()).ok_or(unknown))?;
        let pin = entaku_store::Pin {
            chart: CHART.to_owned(),
            key: key.to_owned(),
            x_um: micrometres(x_mm),
            y_um: micrometres(y_mm),
        };
        self.change(Action::new("pin_box").about(name), Vec::new(), |tx| Ok(tx.put_pin(&pin)?))
    }

    /// Lets a box find its own place again (「関係図の枠の固定の解除」).
    ///
    /// # Errors
    /// Those of the store.
    pub fn unpin_box(&mut self, key: &str) -> Result<Written<()>> {
        self.change(Action::new("unpin_box").about(key), Vec::new(), |tx| Ok(tx.remove_pin(CHART, key)?))
    }
}

#[allow(clippy::cast_precision_loss, reason = "a page has fewer micrometres than 2^53")]
fn millimetres(micrometres: i64) -> f64 {
    micrometres as f64 / 1000.0
}

#[allow(clippy::cast_possible_truncation, reason = "clamped to a page's size first")]
fn micrometres(millimetres: f64) -> i64 {
    (millimetres.clamp(0.0, 2000.0) * 1000.0).round() as i64
}
