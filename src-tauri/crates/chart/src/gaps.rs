//! How far boxes stand apart: as far as the arrows and labels between need.

use crate::block::Type;
use crate::graph::NodeKind;
use crate::model::{FRAME, Link, Model};

/// A label beside a horizontal arrow is broken at this em, one on a vertical
/// arrow at [`ON_VERTICAL_EM`].
pub(crate) const OVER_HORIZONTAL_EM: f64 = 7.8;
/// See [`OVER_HORIZONTAL_EM`].
pub(crate) const ON_VERTICAL_EM: f64 = 8.2;

/// Line that stays visible at each end of a vertical arrow's label: the head
/// and a little more. In mm on A3.
pub(crate) const VISIBLE: f64 = 4.0;

/// Type size of labels in sizes of the running text, and their pitch.
pub(crate) const LABEL: Type = Type { size: 0.96, lead: 1.22 };

/// Everything a gap depends on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dials {
    /// Running text.
    pub(crate) t: Type,
    /// mm on this sheet per mm on A3.
    pub(crate) unit: f64,
    /// Widens all gaps, for charts whose arrows need more room.
    pub(crate) spread: f64,
}

impl Dials {
    /// The labels' type.
    pub(crate) fn label(self) -> Type {
        Type { size: LABEL.size * self.t.size, lead: LABEL.lead }
    }
}

/// Between two rows: labels stand on vertical arrows.
pub(crate) fn between_rows(model: &Model<'_>, above: &[usize], below: &[usize], d: Dials) -> f64 {
    let around = if has_hidden(model, above) { 10.0 * d.unit } else { 0.0 };
    let need = crossing(model, above, below)
        .map(|link| link.on.0 * d.label().pitch() + 2.0 * VISIBLE * d.unit)
        .fold(4.0 * d.unit, f64::max);
    let any = crossing(model, above, below).next().is_some();
    need.max(if any { 7.0 * d.unit } else { 0.0 }).max(around) * d.spread
}

/// Whether the last row has a box that is not the last of its row but has an
/// arrow to the frame: it goes down and around.
fn has_hidden(model: &Model<'_>, rows: &[usize]) -> bool {
    let outside = |it: usize| model.holder_of(it).is_none() && it != FRAME;
    rows.split_last()
        .and_then(|(_, rest)| rest.last())
        .is_some_and(|&it| outside(it) && model.kind(it) == Some(NodeKind::PlanBody) && model.linked(it, FRAME))
}

/// Between two columns: labels stand over horizontal arrows.
pub(crate) fn between_columns(model: &Model<'_>, left: &[usize], right: &[usize], d: Dials) -> f64 {
    let need =
        crossing(model, left, right).map(|link| beside_width(link, d).max(10.0 * d.unit)).fold(5.0 * d.unit, f64::max);
    need * d.spread
}

/// Room that a link's label takes beside its arrow.
fn beside_width(link: &Link<'_>, d: Dials) -> f64 {
    link.over.1 * d.label().size + 3.6 * d.unit
}

/// Height that the horizontal arrows of a box need at its side.
pub(crate) fn side_height(model: &Model<'_>, it: usize, others: &[usize], d: Dials) -> f64 {
    crossing(model, &[it], others).map(|link| link.over.0 * d.label().pitch() + 4.0 * d.unit).sum()
}

/// Links with one end in each set, or in a box held by one of the set.
fn crossing<'m, 'a>(model: &'m Model<'a>, one: &'m [usize], other: &'m [usize]) -> impl Iterator<Item = &'m Link<'a>> {
    let within = |set: &[usize], it: usize| set.iter().any(|&member| model.is_within(member, it));
    model.links.iter().filter(move |link| {
        within(one, link.from) && within(other, link.to) || within(one, link.to) && within(other, link.from)
    })
}
