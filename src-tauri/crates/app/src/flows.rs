//! The chart's arrows (矢印): what is said of them, and their changes. A change
//! from a year on leaves the arrow of the years before as it was.

use crate::chart::{FRAME, end_key};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::bodies as words;
use entaku_domain::body_fault::BodyFault;
use entaku_domain::flow::{Direction, Flow, FlowEnd, FlowKind};
use entaku_domain::id::FlowId;
use entaku_domain::text::{check_note, check_text};
use entaku_domain::violation::Violation;
use entaku_domain::{Certainty, FiscalYear};
use entaku_store::Action;
use serde::Serialize;
use ts_rs::TS;

/// An arrow in a list.
#[derive(Debug, Serialize, TS)]
pub struct ArrowRow {
    /// Its identifier.
    pub id: String,
    /// Handle of the box where it starts; `council` for the frame.
    pub from: String,
    /// That box's name.
    pub from_name: String,
    /// Handle of the box where it ends.
    pub to: String,
    /// That box's name.
    pub to_name: String,
    /// Its label.
    pub label: String,
    /// What it is about, a code.
    pub kind: String,
    /// The same in Japanese.
    pub kind_label: String,
    /// Whether both ends have a head.
    pub both: bool,
    /// Whether it was read out of the source rather than written there.
    pub estimated: bool,
    /// 明記 or 推定.
    pub certainty: String,
    /// Why it is drawn so.
    pub note: String,
    /// First year.
    pub from_year: i32,
    /// 令和4年度から.
    pub years: String,
    /// The arrow in words.
    pub says: String,
}

/// What an arrow is to be.
#[derive(Debug, Clone)]
pub struct ArrowWish {
    /// Handle of the box where it starts; `council` for the frame.
    pub from: String,
    /// Handle of the box where it ends.
    pub to: String,
    /// Its label; may be empty.
    pub label: String,
    /// What it is about.
    pub kind: FlowKind,
    /// Its heads.
    pub direction: Direction,
    /// Whether the source says so.
    pub certainty: Certainty,
    /// Why it is drawn so.
    pub note: Option<String>,
}

impl App {
    /// Adds an arrow from a year on (「矢印の追加」); answers its identifier.
    ///
    /// # Errors
    /// An unknown box; [`AppError::Rules`] for text that is wrong, or both ends in one box.
    pub fn add_flow(&mut self, from_year: FiscalYear, wish: &ArrowWish) -> Result<Written<FlowId>> {
        let council = self.snapshot()?;
        let order = council.flows.iter().map(|f| f.order).max().unwrap_or(0).saturating_add(1);
        let flow = flow(&council, from_year, None, order, wish)?;
        self.change(Action::new("add_flow").about(subject(&council, &flow)), Vec::new(), |tx| {
            let id = FlowId::new(tx.new_id());
            tx.put_flow(&Flow { id, ..flow })?;
            Ok(id)
        })
    }

    /// Changes an arrow (「矢印の変更」): from a year on, or, where none is given, in
    /// all the years that it is drawn.
    ///
    /// # Errors
    /// As [`App::add_flow`]; [`AppError::Rules`] for a year in which it is not drawn.
    pub fn change_flow(&mut self, id: FlowId, from: Option<FiscalYear>, wish: &ArrowWish) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = find(&council, id)?;
        let from = from.unwrap_or(old.from_year);
        must_be_shown(&council, old, from)?;
        let new = Flow { id, ..flow(&council, from, old.to_year, old.order, wish)? };
        let ended = (from > old.from_year).then(|| Flow { to_year: Some(from.plus(-1)), ..old.clone() });
        self.change(Action::new("change_flow").about(subject(&council, &new)), Vec::new(), |tx| match ended {
            Some(ended) => {
                tx.put_flow(&ended)?;
                Ok(tx.put_flow(&Flow { id: FlowId::new(tx.new_id()), ..new })?)
            }
            None => Ok(tx.put_flow(&new)?),
        })
    }

    /// Says that the office has confirmed an arrow (推定 → 明記, 「矢印の確認（明記）」).
    ///
    /// # Errors
    /// An unknown arrow; a note with characters that cannot be stored.
    pub fn confirm_flow(&mut self, id: FlowId, note: Option<String>) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = find(&council, id)?;
        all_right(note.iter().map(|n| check_text("basis", n)))?;
        let note = note.filter(|n| !n.trim().is_empty()).or_else(|| old.note.clone());
        let new = Flow { certainty: Certainty::Stated, note, ..old.clone() };
        self.change(Action::new("confirm_flow").about(subject(&council, &new)), Vec::new(), |tx| Ok(tx.put_flow(&new)?))
    }

    /// Takes an arrow off the chart from a year on, or, where none is given, altogether
    /// (「矢印の削除」).
    ///
    /// # Errors
    /// An unknown arrow; [`AppError::Rules`] for a year in which it is not drawn.
    pub fn remove_flow(&mut self, id: FlowId, from: Option<FiscalYear>) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = find(&council, id)?;
        let from = from.unwrap_or(old.from_year);
        must_be_shown(&council, old, from)?;
        self.change(Action::new("remove_flow").about(subject(&council, old)), Vec::new(), |tx| {
            match from > old.from_year {
                true => Ok(tx.put_flow(&Flow { to_year: Some(from.plus(-1)), ..old.clone() })?),
                false => Ok(tx.remove_flow(id)?),
            }
        })
    }
}

/// The arrows of a year: all, or those of one box.
pub(crate) fn arrow_rows(council: &Snapshot, year: FiscalYear, of: Option<FlowEnd>) -> Vec<ArrowRow> {
    let flows = council.flows.iter().filter(|f| f.shown_in(year));
    flows.filter(|f| of.is_none_or(|end| [f.from, f.to].contains(&end))).map(|f| arrow_row(council, f, year)).collect()
}

fn arrow_row(council: &Snapshot, flow: &Flow, year: FiscalYear) -> ArrowRow {
    let (from_name, to_name) = (end_name(council, flow.from, year), end_name(council, flow.to, year));
    let both = flow.direction == Direction::Both;
    ArrowRow {
        id: flow.id.to_string(),
        from: end_key(council, flow.from).unwrap_or_default(),
        to: end_key(council, flow.to).unwrap_or_default(),
        label: flow.label.clone(),
        kind: flow.kind.code().to_owned(),
        kind_label: flow.kind.label().to_owned(),
        both,
        estimated: flow.certainty == Certainty::Estimated,
        certainty: flow.certainty.label().to_owned(),
        note: flow.note.clone().unwrap_or_default(),
        from_year: flow.from_year.number(),
        years: words::years(council.council.date_style, flow.from_year, flow.to_year),
        says: words::arrow(&flow.label, &from_name, &to_name, both),
        from_name,
        to_name,
    }
}

/// The name of an arrow's end in a year.
pub(crate) fn end_name(council: &Snapshot, end: FlowEnd, year: FiscalYear) -> String {
    match end {
        FlowEnd::Council => council.council.name.clone(),
        FlowEnd::Body(id) => council.body_name(id, year).to_owned(),
        FlowEnd::Plan(id) => council.plans.iter().find(|p| p.id == id).map(|p| p.name.clone()).unwrap_or_default(),
    }
}

/// The box with a handle, as an end of an arrow.
pub(crate) fn end(council: &Snapshot, key: &str) -> Result<FlowEnd> {
    if key == FRAME {
        return Ok(FlowEnd::Council);
    }
    let plan = council.plans.iter().find(|p| p.key == key).map(|p| FlowEnd::Plan(p.id));
    plan.map_or_else(|| council.body(key).map(|b| FlowEnd::Body(b.id)), Ok)
}

fn flow(
    council: &Snapshot,
    from_year: FiscalYear,
    to_year: Option<FiscalYear>,
    order: i64,
    wish: &ArrowWish,
) -> Result<Flow> {
    all_right([check_note("label", &wish.label)])?;
    all_right(wish.note.iter().map(|n| check_text("basis", n)))?;
    let (from, to) = (end(council, &wish.from)?, end(council, &wish.to)?);
    if from == to {
        return Err(AppError::Rules(vec![Violation::Body(BodyFault::FlowToItself)]));
    }
    for end in [from, to] {
        must_exist(council, end, from_year)?;
    }
    Ok(Flow {
        id: FlowId::new(uuid::Uuid::nil()),
        from,
        to,
        label: wish.label.trim().to_owned(),
        kind: wish.kind,
        direction: wish.direction,
        certainty: wish.certainty,
        note: wish.note.clone().filter(|n| !n.trim().is_empty()),
        from_year,
        to_year,
        order,
    })
}

fn must_exist(council: &Snapshot, end: FlowEnd, year: FiscalYear) -> Result<()> {
    let exists = match end {
        FlowEnd::Council => true,
        FlowEnd::Body(id) => council.body_by_id(id).is_some_and(|b| b.exists_in(year)),
        FlowEnd::Plan(id) => {
            council.plans.iter().any(|p| p.id == id && p.from_year <= year && p.to_year.is_none_or(|to| year <= to))
        }
    };
    let wrong = || Violation::Body(BodyFault::BodyNotInYear { body: end_name(council, end, year), year });
    if exists { Ok(()) } else { Err(AppError::Rules(vec![wrong()])) }
}

fn must_be_shown(council: &Snapshot, flow: &Flow, year: FiscalYear) -> Result<()> {
    let wrong = || Violation::Body(BodyFault::BodyNotInYear { body: subject(council, flow), year });
    if flow.shown_in(year) { Ok(()) } else { Err(AppError::Rules(vec![wrong()])) }
}

fn find(council: &Snapshot, id: FlowId) -> Result<&Flow> {
    council.flows.iter().find(|f| f.id == id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))
}

fn subject(council: &Snapshot, flow: &Flow) -> String {
    let name = |end| end_name(council, end, flow.from_year);
    words::arrow(&flow.label, &name(flow.from), &name(flow.to), flow.direction == Direction::Both)
}
