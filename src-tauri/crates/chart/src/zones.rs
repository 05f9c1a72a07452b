//! Which box stands where on the sheet: plans and partners at the left, the
//! council in the middle, whom it advises at the right.

use crate::graph::NodeKind;
use crate::model::{FRAME, Model};

/// At most this many boxes side by side in a row of the frame.
const MOST_IN_ROW: usize = 4;

/// The zones, as rows of boxes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Zones {
    /// From the upper plans down to the partners.
    pub(crate) left: Vec<Vec<usize>>,
    /// The council: the assembly, its middle, what reports to the middle.
    pub(crate) rows: Vec<Vec<usize>>,
    /// The city, and a secretariat that serves the whole council.
    pub(crate) right: Vec<Vec<usize>>,
}

pub(crate) fn zones(model: &Model<'_>) -> Zones {
    Zones { left: left(model), rows: rows(model), right: right(model) }
}

fn of_kind(model: &Model<'_>, kind: NodeKind) -> Vec<usize> {
    (1..model.len()).filter(|&it| model.kind(it) == Some(kind)).collect()
}

fn right(model: &Model<'_>) -> Vec<Vec<usize>> {
    let mut right = of_kind(model, NodeKind::City);
    let outside = |it: &usize| model.holder_of(*it).is_none();
    right.extend(of_kind(model, NodeKind::Secretariat).into_iter().filter(outside));
    right.into_iter().map(|it| vec![it]).collect()
}

/// Upper plans in layers above what they lead to, plans, promoting bodies two
/// by two, partners one by one so that each can see the frame.
fn left(model: &Model<'_>) -> Vec<Vec<usize>> {
    let mut rows = layers(model, &of_kind(model, NodeKind::UpperPlan));
    rows.extend(layers(model, &of_kind(model, NodeKind::Plan)));
    let bodies = of_kind(model, NodeKind::PlanBody);
    rows.extend(bodies.chunks(2).map(<[usize]>::to_vec));
    rows.extend(of_kind(model, NodeKind::Partner).into_iter().map(|it| vec![it]));
    rows
}

/// Layers by the longest way down to a box without successors among them; a
/// layer has at most two boxes.
fn layers(model: &Model<'_>, boxes: &[usize]) -> Vec<Vec<usize>> {
    let mut height: Vec<usize> = vec![0; model.len()];
    for _ in boxes {
        for link in &model.links {
            if boxes.contains(&link.from) && boxes.contains(&link.to) {
                let above = height.get(link.to).map_or(0, |h| h + 1);
                if let Some(slot) = height.get_mut(link.from) {
                    *slot = above.max(*slot).min(boxes.len());
                }
            }
        }
    }
    let level = |it: &usize| height.get(*it).copied().unwrap_or(0);
    let mut levels: Vec<usize> = boxes.iter().map(level).collect();
    levels.sort_unstable();
    levels.dedup();
    let mut rows = Vec::new();
    for at in levels.into_iter().rev() {
        let layer: Vec<usize> = boxes.iter().copied().filter(|it| level(it) == at).collect();
        rows.extend(layer.chunks(2).map(<[usize]>::to_vec));
    }
    rows
}

fn rows(model: &Model<'_>) -> Vec<Vec<usize>> {
    let tops: Vec<usize> =
        (1..model.len()).filter(|&it| model.holder_of(it) == Some(FRAME) && model.parent[it].is_none()).collect();
    let is_plain = |it: &usize| !model.is_group(*it) && model.kind(*it) != Some(NodeKind::Secretariat);
    let head = tops.iter().copied().find(|it| is_plain(it));
    let groups: Vec<usize> = tops.iter().copied().filter(|&it| model.is_group(it)).collect();
    let bodies = || tops.iter().copied().filter(|it| is_plain(it) && Some(*it) != head);
    let to_head = |it: &usize| head.is_some_and(|head| model.linked(head, *it));
    let to_group = |it: &usize| groups.iter().any(|&group| model.linked(group, *it));
    let any_to_head = bodies().any(|it| to_head(&it));
    // Beside the group stands who reports to the assembly; others below.
    let near = |it: &usize| if any_to_head { to_head(it) } else { to_group(it) };
    let room = MOST_IN_ROW - groups.len().clamp(1, 2);
    let mut middle: Vec<usize> = bodies().filter(near).take(room).collect();
    let mut low: Vec<usize> = bodies().filter(|it| !middle.contains(it)).collect();
    low.extend(tops.iter().copied().filter(|&it| model.kind(it) == Some(NodeKind::Secretariat)));
    let beside = groups.len().min(MOST_IN_ROW - middle.len()).min(2);
    let (first, rest) = groups.split_at(beside);
    middle.extend(first);
    let mut rows: Vec<Vec<usize>> = head.map(|it| vec![it]).into_iter().collect();
    rows.push(middle);
    rows.extend(rest.chunks(2).map(<[usize]>::to_vec));
    let parts = low.len().div_ceil(MOST_IN_ROW).max(1);
    rows.extend(low.chunks(low.len().div_ceil(parts).max(1)).map(<[usize]>::to_vec));
    rows.retain(|row| !row.is_empty());
    rows
}
