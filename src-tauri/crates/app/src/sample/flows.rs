//! The chart's arrows: `flows.toml`.

use super::council::CERTAINTIES;
use super::keys::Keys;
use super::source::{Place, Unused, parse};
use crate::error::Result;
use entaku_domain::flow::{Direction, Flow, FlowEnd, FlowKind};
use entaku_domain::id::FlowId;
use serde::Deserialize;

const FILE: &str = "flows.toml";

const KINDS: &[(&str, FlowKind)] = &[
    ("協議", FlowKind::Consultation),
    ("課題", FlowKind::Consultation),
    ("提案", FlowKind::Consultation),
    ("連携", FlowKind::Consultation),
    ("計画", FlowKind::Plan),
    ("設置", FlowKind::Plan),
    ("支援", FlowKind::Support),
];

const DIRECTIONS: &[(&str, Direction)] = &[("一方", Direction::OneWay), ("双方", Direction::Both)];

/// `flows.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    flow: Vec<Row>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    key: String,
    from: String,
    to: String,
    label: String,
    direction: String,
    kind: String,
    certainty: String,
    #[serde(rename = "strength")]
    _strength: Unused,
    basis: String,
    note: Option<String>,
    from_fiscal_year: i32,
    to_fiscal_year: Option<i32>,
}

pub(super) fn read() -> Result<File> {
    parse(FILE)
}

impl File {
    /// The arrows in the file's order; `council` is the council's key.
    pub(super) fn flows(&self, keys: &Keys, council: &str) -> Result<Vec<Flow>> {
        (1..).zip(&self.flow).map(|(order, row)| flow(keys, council, row, order)).collect()
    }

    /// Whether an arrow with these ends and this label is drawn.
    pub(super) fn has(&self, from: &str, to: &str, label: &str) -> bool {
        self.flow.iter().any(|f| f.from == from && f.to == to && f.label == label)
    }
}

fn flow(keys: &Keys, council: &str, row: &Row, order: i64) -> Result<Flow> {
    let place = Place { file: FILE, key: &row.key };
    let notes: Vec<&str> = std::iter::once(row.basis.as_str()).chain(row.note.as_deref()).collect();
    Ok(Flow {
        id: FlowId::from_key(&row.key),
        from: end(place, keys, council, &row.from)?,
        to: end(place, keys, council, &row.to)?,
        label: row.label.clone(),
        kind: place.pick(KINDS, &row.kind)?,
        direction: place.pick(DIRECTIONS, &row.direction)?,
        certainty: place.pick(CERTAINTIES, &row.certainty)?,
        note: Some(notes.join("\n")),
        from_year: place.year(row.from_fiscal_year)?,
        to_year: row.to_fiscal_year.map(|y| place.year(y)).transpose()?,
        order,
    })
}

fn end(place: Place<'_>, keys: &Keys, council: &str, key: &str) -> Result<FlowEnd> {
    if key == council {
        return Ok(FlowEnd::Council);
    }
    if keys.bodies.contains(key) {
        keys.body(place, key).map(FlowEnd::Body)
    } else {
        keys.plan(place, key).map(FlowEnd::Plan)
    }
}
