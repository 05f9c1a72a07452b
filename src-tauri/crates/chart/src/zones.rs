//! Which box stands where on the sheet: plans and partners at the left, the
//! council in the middle, whom it advises at the right.

use crate::graph::NodeKind;
use crate::model::{FRAME, Model};

/// At most this many boxes side by side in a row of the frame.
const MOST_IN_ROW: usize = 4;

/// At most this many boxes below a body beside the group.
const MOST_BELOW: usize = 3;

/// Boxes that stand one below the other.
pub(crate) type Cell = Vec<usize>;

/// Rows of cells side by side.
pub(crate) type Rows = Vec<Vec<Cell>>;

/// The zones, as rows of cells.
#[derive(Clone, Debug, Default)]
pub(crate) struct Zones {
    /// From the upper plans down to the partners.
    pub(crate) left: Rows,
    /// The council: the assembly, its middle, what reports to the middle.
    pub(crate) rows: Rows,
    /// The city, and a secretariat that serves the whole council.
    pub(crate) right: Rows,
    /// Whether subcommittees stand in more rows as soon as that is lower,
    /// rather than side by side as long as that is nearly as low.
    pub(crate) compact: bool,
}

/// Every arrangement that may be tried, the usual one first; they differ in
/// where the boxes of the frame's foot stand.
pub(crate) fn arrangements(model: &Model<'_>) -> Vec<Zones> {
    let usual = zones(model);
    let kept = parts(model);
    let mut all = vec![usual.clone()];
    for choice in [Low::Linked, Low::All] {
        if let Some(rows) = kept.columns(model, choice) {
            all.push(Zones { rows, ..usual.clone() });
        }
    }
    if (1..model.len()).any(|it| model.is_group(it)) {
        all.extend(all.clone().into_iter().map(|zones| Zones { compact: true, ..zones }));
    }
    all
}

/// The usual arrangement; it also gives the order of reading.
pub(crate) fn zones(model: &Model<'_>) -> Zones {
    let one =
        |rows: Vec<Vec<usize>>| rows.into_iter().map(|row| row.into_iter().map(|it| vec![it]).collect()).collect();
    Zones { left: one(left(model)), rows: one(parts(model).rows()), right: one(right(model)), compact: false }
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

/// Which boxes of the foot go below a body beside the group.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Low {
    /// Those that exchange something with it.
    Linked,
    /// All.
    All,
}

/// The boxes of the frame by where they stand.
struct Parts {
    head: Option<usize>,
    /// Bodies in the middle row, before the groups.
    bodies: Vec<usize>,
    /// Groups in the middle row.
    beside: Vec<usize>,
    /// Further groups.
    rest: Vec<usize>,
    /// The foot.
    low: Vec<usize>,
}

fn parts(model: &Model<'_>) -> Parts {
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
    let middle: Vec<usize> = bodies().filter(near).take(room).collect();
    let mut low: Vec<usize> = bodies().filter(|it| !middle.contains(it)).collect();
    low.extend(tops.iter().copied().filter(|&it| model.kind(it) == Some(NodeKind::Secretariat)));
    let beside = groups.len().min(MOST_IN_ROW - middle.len()).min(2);
    let (first, rest) = groups.split_at(beside);
    Parts { head, bodies: middle, beside: first.to_vec(), rest: rest.to_vec(), low }
}

impl Parts {
    fn rows(&self) -> Vec<Vec<usize>> {
        let mut rows: Vec<Vec<usize>> = self.head.map(|it| vec![it]).into_iter().collect();
        rows.push([self.bodies.as_slice(), &self.beside].concat());
        rows.extend(self.rest.chunks(2).map(<[usize]>::to_vec));
        let count = self.low.len().div_ceil(MOST_IN_ROW).max(1);
        rows.extend(self.low.chunks(self.low.len().div_ceil(count).max(1)).map(<[usize]>::to_vec));
        rows.retain(|row| !row.is_empty());
        rows
    }

    /// The rows with boxes of the foot below the first body beside a group.
    fn columns(&self, model: &Model<'_>, choice: Low) -> Option<Rows> {
        let first = *self.bodies.first().filter(|_| !self.beside.is_empty() && self.rest.is_empty())?;
        let goes = |it: &usize| choice == Low::All || model.linked(first, *it);
        let (below, low): (Vec<usize>, Vec<usize>) = self.low.iter().copied().partition(goes);
        if below.is_empty()
            || below.len() > MOST_BELOW
            || (choice == Low::All && below.iter().all(|it| model.linked(first, *it)))
        {
            return None;
        }
        let rows =
            Parts { head: self.head, bodies: self.bodies.clone(), beside: self.beside.clone(), rest: Vec::new(), low }
                .rows();
        let cell = |it: usize| if it == first { [vec![it], below.clone()].concat() } else { vec![it] };
        Some(rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect())
    }
}
