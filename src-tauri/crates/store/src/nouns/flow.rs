//! The chart's arrows.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, int, maybe, maybe_year, text, year};
use entaku_domain::Certainty;
use entaku_domain::flow::{Direction, Flow, FlowEnd, FlowKind};
use entaku_domain::id::{BodyId, FlowId, PlanId};
use rusqlite::types::Value;

impl Row for Flow {
    const TABLE: &'static str = "flow";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "from_body",
        "from_plan",
        "to_body",
        "to_plan",
        "label",
        "kind",
        "direction",
        "certainty",
        "note",
        "from_year",
        "to_year",
        "position",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(FlowId::parse)?,
            from: end(c)?,
            to: end(c)?,
            label: c.text()?,
            kind: c.parse(FlowKind::from_code)?,
            direction: c.parse(Direction::from_code)?,
            certainty: c.parse(Certainty::from_code)?,
            note: c.maybe_text()?,
            from_year: c.year()?,
            to_year: c.maybe_year()?,
            order: c.int()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let [from_body, from_plan] = end_values(self.from);
        let [to_body, to_plan] = end_values(self.to);
        Ok(vec![
            text(self.id),
            from_body,
            from_plan,
            to_body,
            to_plan,
            text(&self.label),
            text(self.kind.code()),
            text(self.direction.code()),
            text(self.certainty.code()),
            maybe(self.note.as_ref()),
            year(self.from_year),
            maybe_year(self.to_year),
            int(self.order),
        ])
    }
}

/// An end from its two columns; with neither it is the council.
fn end(c: &mut Cells<'_>) -> Result<FlowEnd> {
    match (c.maybe(BodyId::parse)?, c.maybe(PlanId::parse)?) {
        (Some(body), None) => Ok(FlowEnd::Body(body)),
        (None, Some(plan)) => Ok(FlowEnd::Plan(plan)),
        (None, None) => Ok(FlowEnd::Council),
        (Some(_), Some(_)) => Err(c.refuse()),
    }
}

fn end_values(end: FlowEnd) -> [Value; 2] {
    match end {
        FlowEnd::Council => [Value::Null, Value::Null],
        FlowEnd::Body(body) => [text(body), Value::Null],
        FlowEnd::Plan(plan) => [Value::Null, text(plan)],
    }
}

impl Records {
    /// All arrows, in the office's order.
    pub fn flows(&self) -> Result<Vec<Flow>> {
        self.list("order by position, id", [])
    }
}

impl Tx<'_> {
    /// Writes an arrow.
    pub fn put_flow(&mut self, flow: &Flow) -> Result<()> {
        self.put(flow)
    }

    /// Removes an arrow.
    pub fn remove_flow(&mut self, id: FlowId) -> Result<()> {
        self.remove("flow", id)
    }
}
