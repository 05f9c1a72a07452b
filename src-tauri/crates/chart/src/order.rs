//! The order in which the boxes are read: for the ear the same as for the
//! eye, zone by zone from the left, from the top within a zone.

use entaku_fonts::Measure;

use crate::graph::{ChartInput, Detail};
use crate::model::{FRAME, Model};
use crate::zones::{Zones, zones};

/// Boxes in reading order: by number where the input is not sound.
pub(crate) fn reading(input: &ChartInput) -> Vec<usize> {
    match Model::new(input, Detail::Brief, &Measure::new()) {
        Ok(model) => of(&model, &zones(&model)),
        Err(_) => (0..=input.nodes.len()).collect(),
    }
}

/// The keys of all boxes in reading order, the frame's included.
pub fn reading_keys(input: &ChartInput) -> Vec<&str> {
    let key = |it: usize| match it.checked_sub(1).and_then(|at| input.nodes.get(at)) {
        Some(node) => node.key.as_str(),
        None => input.frame.key.as_str(),
    };
    reading(input).into_iter().map(key).collect()
}

pub(crate) fn of(model: &Model<'_>, zones: &Zones) -> Vec<usize> {
    let mut order = Vec::new();
    for cell in zones.left.concat().concat() {
        cell_order(model, cell, &mut order);
    }
    order.push(FRAME);
    for cell in zones.rows.concat().concat().into_iter().chain(zones.right.concat().concat()) {
        cell_order(model, cell, &mut order);
    }
    order
}

fn cell_order(model: &Model<'_>, cell: usize, order: &mut Vec<usize>) {
    order.push(cell);
    for child in model.children(cell) {
        cell_order(model, child, order);
    }
}
