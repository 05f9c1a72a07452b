//! The charts for the screen: the relationship chart of a year, the composition
//! chart of a day, and the list of boxes that says the same.

use super::live::{Knows, LiveChart, live};
use super::{FRAME, composition, draw, draw_tree, drawn_flows, plan_shown, relationship};
use crate::bodies::day_in;
use crate::council::App;
use crate::error::{AppError, Result};
use crate::flows::{ArrowRow, arrow_rows, end};
use crate::snapshot::Snapshot;
use crate::text::bodies as words;
use entaku_chart::{ChartError, ChartInput, Detail, Sheet};
use entaku_documents::Audience;
use entaku_domain::plan::PlanKind;
use entaku_domain::{Day, FiscalYear};
use serde::Serialize;
use ts_rs::TS;

/// A box of the chart in the list that says the same.
#[derive(Debug, Serialize, TS)]
pub struct CouncilRow {
    /// Its handle.
    pub key: String,
    /// What it opens: `council`, `body` or `plan`.
    pub opens: String,
    /// How deep in the tree, from 0.
    pub depth: u8,
    /// Its name.
    pub name: String,
    /// What it is, in Japanese.
    pub what: String,
    /// What stands at the right of its name.
    pub badge: String,
    /// Seats on the day.
    pub seats: u32,
    /// Vacant seats on the day.
    pub vacant: u32,
    /// Its arrows, in words.
    pub arrows: Vec<String>,
}

/// The council's frame or a plan.
#[derive(Debug, Serialize, TS)]
pub struct BoxPage {
    /// Its handle.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What it is, in Japanese.
    pub what: String,
    /// What is said of it.
    pub lines: Vec<String>,
    /// Its arrows in the year.
    pub flows: Vec<ArrowRow>,
    /// Sheets on which its box is fixed.
    pub pinned: Vec<String>,
}

impl App {
    /// The relationship chart of a year, placed. Where pinned boxes have no room in
    /// this year, it is drawn without pins and says so.
    ///
    /// # Errors
    /// Those of the chart; [`AppError::NothingInYear`].
    pub fn chart_scene(&self, year: FiscalYear, sheet: Sheet, detail: Detail) -> Result<LiveChart> {
        let council = self.snapshot()?;
        let pins = self.pins()?;
        let input = relationship(&council, year, sheet, detail, pins)?;
        let mut notes = Vec::new();
        let (scene, text) = match draw(&input) {
            Err(AppError::Chart(ChartError::PinsCollide { .. } | ChartError::Crowded | ChartError::TooMuch { .. }))
                if !input.pins.is_empty() =>
            {
                notes.push(words::PINS_LEFT_OUT.to_owned());
                draw(&ChartInput { pins: Vec::new(), ..input.clone() })?
            }
            drawn => drawn?,
        };
        let flows = drawn_flows(&council, year, &input.nodes);
        let knows = Knows {
            year: year.number(),
            year_label: council.council.date_style.fiscal_year(year),
            notes,
            box_is: &|key| box_is(&council, key),
            pinned: &|key| input.pins.iter().any(|p| p.key == key && p.sheet == sheet),
            arrows: flows.iter().map(|(f, e)| (f.id.to_string(), entaku_chart::sentence(e, &input))).collect(),
        };
        Ok(live(&scene, text, knows))
    }

    /// The composition chart of a day, placed, with all names: for the office's eyes.
    ///
    /// # Errors
    /// Those of the chart; [`AppError::NothingInYear`].
    pub fn composition_scene(&self, on: Day, sheet: Sheet) -> Result<LiveChart> {
        let council = self.snapshot()?;
        let input = composition(&council, on, sheet, Audience::Internal)?;
        let (scene, text) = draw_tree(&input)?;
        let year = FiscalYear::of(on);
        let knows = Knows {
            year: year.number(),
            year_label: council.council.date_style.fiscal_year(year),
            notes: Vec::new(),
            box_is: &|key| box_is(&council, key),
            pinned: &|_| false,
            arrows: Vec::new(),
        };
        Ok(live(&scene, text, knows))
    }

    /// The boxes of a year in the chart's reading order, with their arrows in words.
    ///
    /// # Errors
    /// [`AppError::NothingInYear`].
    pub fn council_list(&self, year: FiscalYear) -> Result<Vec<CouncilRow>> {
        let council = self.snapshot()?;
        let input = relationship(&council, year, Sheet::A3, Detail::Brief, Vec::new())?;
        let on = day_in(year, self.today());
        Ok(entaku_chart::reading_keys(&input).into_iter().map(|key| row(&council, &input, key, on)).collect())
    }

    /// What is said of the council's frame or of a plan in a year.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn box_page(&self, key: &str, year: FiscalYear) -> Result<BoxPage> {
        let council = self.snapshot()?;
        let pinned = self.pins()?.into_iter().filter(|p| p.key == key);
        let pinned = pinned.map(|p| crate::pins::code(p.sheet).to_owned()).collect();
        let plan = council.plans.iter().find(|p| p.key == key && plan_shown(p, year));
        let (name, lines) = match plan {
            Some(plan) => (plan.name.clone(), plan_lines(&council, plan)),
            None if key == FRAME => (council.council.name.clone(), council_lines(&council, year)),
            None => return Err(AppError::UnknownRecord(key.to_owned())),
        };
        let flows = arrow_rows(&council, year, Some(end(&council, key)?));
        Ok(BoxPage { key: key.to_owned(), name, what: box_is(&council, key).1, lines, flows, pinned })
    }
}

/// What a box opens, and what it is.
fn box_is(council: &Snapshot, key: &str) -> (&'static str, String) {
    if key == FRAME {
        return ("council", words::FRAME.to_owned());
    }
    match council.plans.iter().find(|p| p.key == key) {
        Some(plan) => ("plan", plan.kind.label().to_owned()),
        None => ("body", council.body(key).map(|b| b.kind.label().to_owned()).unwrap_or_default()),
    }
}

fn row(council: &Snapshot, input: &ChartInput, key: &str, on: Day) -> CouncilRow {
    let node = input.nodes.iter().find(|n| n.key == key);
    let (opens, what) = box_is(council, key);
    let sittings = council.body(key).map(|b| council.sittings(b.id, on)).unwrap_or_default();
    let arrows = input.edges.iter().filter(|e| e.from == key || e.to == key);
    CouncilRow {
        key: key.to_owned(),
        opens: opens.to_owned(),
        depth: depth(input, key),
        name: node.map_or_else(|| input.frame.title.clone(), |n| n.name.clone()),
        what,
        badge: node.map(|n| n.badge.clone()).unwrap_or_default(),
        seats: u32::try_from(sittings.iter().filter(|s| s.counts()).count()).unwrap_or(u32::MAX),
        vacant: u32::try_from(sittings.iter().filter(|s| s.is_vacant()).count()).unwrap_or(u32::MAX),
        arrows: arrows.map(|e| entaku_chart::sentence(e, input)).collect(),
    }
}

/// How many boxes a box belongs to.
fn depth(input: &ChartInput, key: &str) -> u8 {
    let above = |key: &str| input.nodes.iter().find(|n| n.key == key).and_then(|n| n.parent.clone());
    let (mut at, mut depth) = (above(key), 0_u8);
    while let Some(parent) = at.filter(|_| depth < 10) {
        depth += 1;
        at = above(&parent);
    }
    depth
}

fn plan_lines(council: &Snapshot, plan: &entaku_domain::plan::Plan) -> Vec<String> {
    let parts = council.plans.iter().filter(|p| p.parent == Some(plan.id) && p.kind == PlanKind::Component);
    let style = council.council.date_style;
    let mut lines: Vec<String> = parts.map(|p| p.name.clone()).collect();
    lines.extend(plan.note.clone());
    lines.extend(plan.period.map(|(from, to)| words::period(style, from, to)));
    lines
}

fn council_lines(council: &Snapshot, year: FiscalYear) -> Vec<String> {
    let purpose = super::purpose(council, year);
    let rest = [&council.council.legal_basis, &council.council.secretariat, &council.council.power];
    std::iter::once(purpose).chain(rest.into_iter().cloned()).filter(|line| !line.is_empty()).collect()
}
