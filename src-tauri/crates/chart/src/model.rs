//! The input, checked and turned into numbers: box 0 is the frame, box i + 1
//! is node i. Everything after this point works on these numbers.

use std::collections::BTreeMap;

use entaku_fonts::{Measure, Weight};

use crate::block::Block;
use crate::breaking::Paragraph;
use crate::gaps::{ON_VERTICAL_EM, OVER_HORIZONTAL_EM};
use crate::graph::{ChartInput, Detail, Edge, Node, NodeKind};
use crate::scene::{ChartError, Point};

/// The council's frame.
pub(crate) const FRAME: usize = 0;

/// A checked chart.
pub(crate) struct Model<'a> {
    pub(crate) input: &'a ChartInput,
    /// The box that a box belongs to, by the input; `None` for the frame and
    /// for boxes outside.
    pub(crate) parent: Vec<Option<usize>>,
    /// The box whose rectangle holds a box: the frame, a group or none.
    pub(crate) holder: Vec<Option<usize>>,
    pub(crate) links: Vec<Link<'a>>,
    pub(crate) pins: Vec<(usize, Point)>,
    /// By box: the box with all that hang below it.
    stacks: Vec<Vec<usize>>,
    /// By box and box: whether the second is the first, within it or hangs below
    /// it. Asked many times for each size that is tried.
    within: Vec<Vec<bool>>,
    /// By node, not by box.
    pub(crate) blocks: Vec<Block>,
    pub(crate) frame_title: Paragraph,
    pub(crate) purpose: Paragraph,
}

/// An arrow with its ends as boxes.
pub(crate) struct Link<'a> {
    pub(crate) edge: &'a Edge,
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) label: Paragraph,
    /// Lines and widest em of the label over a horizontal arrow.
    pub(crate) over: (f64, f64),
    /// The same on a vertical arrow.
    pub(crate) on: (f64, f64),
}

impl<'a> Link<'a> {
    fn new(edge: &'a Edge, from: usize, to: usize, measure: &Measure) -> Self {
        let label = Paragraph::name(&edge.label, measure, Weight::Bold);
        let size = |em: f64| (label.even(em).len() as f64, label.widest(em));
        let (over, on) = (size(OVER_HORIZONTAL_EM), size(ON_VERTICAL_EM));
        Self { edge, from, to, label, over, on }
    }
}

impl<'a> Model<'a> {
    pub(crate) fn new(input: &'a ChartInput, detail: Detail, measure: &Measure) -> Result<Self, ChartError> {
        let index = keys(input)?;
        let find = |key: &str| index.get(key).copied().ok_or_else(|| ChartError::UnknownKey { key: key.to_owned() });
        let parent = parents(input, &find)?;
        let mut links = Vec::new();
        for edge in &input.edges {
            let (from, to) = (find(&edge.from)?, find(&edge.to)?);
            if from != to {
                links.push(Link::new(edge, from, to, measure));
            }
        }
        let mut pins = Vec::new();
        for pin in &input.pins {
            pins.push((find(&pin.key)?, Point { x: pin.x_mm, y: pin.y_mm }));
        }
        let mut model = Self {
            blocks: input.nodes.iter().map(|node| Block::new(node, detail, measure)).collect(),
            frame_title: Paragraph::name(&input.frame.title, measure, Weight::Bold),
            purpose: Paragraph::new(&input.frame.purpose, measure, Weight::Regular),
            holder: Vec::new(),
            stacks: Vec::new(),
            within: Vec::new(),
            input,
            parent,
            links,
            pins,
        };
        model.stacks = (0..model.len()).map(|it| model.find_stack(it)).collect();
        model.holder = (0..model.len()).map(|it| model.find_holder(it)).collect();
        let row = |outer| (0..model.len()).map(|inner| model.find_within(outer, inner)).collect();
        model.within = (0..model.len()).map(row).collect();
        Ok(model)
    }

    /// How many boxes, the frame included.
    pub(crate) fn len(&self) -> usize {
        self.input.nodes.len() + 1
    }

    pub(crate) fn node(&self, it: usize) -> Option<&'a Node> {
        self.input.nodes.get(it.checked_sub(1)?)
    }

    pub(crate) fn block(&self, it: usize) -> Option<&Block> {
        self.blocks.get(it.checked_sub(1)?)
    }

    pub(crate) fn kind(&self, it: usize) -> Option<NodeKind> {
        self.node(it).map(|node| node.kind)
    }

    pub(crate) fn is_group(&self, it: usize) -> bool {
        self.kind(it) == Some(NodeKind::Group)
    }

    /// Whether a box may hold others: the frame and the groups.
    pub(crate) fn is_holder(&self, it: usize) -> bool {
        it == FRAME || self.is_group(it)
    }

    pub(crate) fn children(&self, of: usize) -> Vec<usize> {
        (1..self.len()).filter(|&it| self.parent_of(it) == Some(of)).collect()
    }

    fn parent_of(&self, it: usize) -> Option<usize> {
        self.parent.get(it).copied().flatten()
    }

    pub(crate) fn holder_of(&self, it: usize) -> Option<usize> {
        self.holder.get(it).copied().flatten()
    }

    /// Whether the rectangle of `outer` holds `inner`, at any depth.
    pub(crate) fn holds(&self, outer: usize, inner: usize) -> bool {
        let mut at = self.holder_of(inner);
        while let Some(it) = at {
            if it == outer {
                return true;
            }
            at = self.holder_of(it);
        }
        false
    }

    fn find_within(&self, outer: usize, inner: usize) -> bool {
        outer == inner || self.holds(outer, inner) || self.stack(outer).contains(&inner)
    }

    /// Whether a box is another, within it or hangs below it.
    pub(crate) fn is_within(&self, outer: usize, inner: usize) -> bool {
        self.within.get(outer).and_then(|row| row.get(inner)).copied().unwrap_or(false)
    }

    /// Whether an arrow joins the two boxes.
    pub(crate) fn linked(&self, a: usize, b: usize) -> bool {
        self.links.iter().any(|link| (link.from, link.to) == (a, b) || (link.from, link.to) == (b, a))
    }

    /// A box with all that hang below it, itself first: drawn as one stack.
    pub(crate) fn stack(&self, it: usize) -> &[usize] {
        self.stacks.get(it).map_or(&[], Vec::as_slice)
    }

    fn find_stack(&self, it: usize) -> Vec<usize> {
        let mut stack = vec![it];
        if !self.is_holder(it) {
            for child in self.children(it) {
                stack.extend(self.find_stack(child));
            }
        }
        stack
    }

    fn find_holder(&self, it: usize) -> Option<usize> {
        let kind = self.kind(it)?;
        match self.parent_of(it) {
            Some(parent) if self.is_group(parent) => Some(parent),
            Some(parent) => self.find_holder(parent),
            None if is_inside(kind) => Some(FRAME).filter(|_| !self.is_moved_out(it)),
            None => None,
        }
    }

    /// A secretariat that serves the council as a whole stands outside it, so
    /// that its arrow has somewhere to go.
    fn is_moved_out(&self, it: usize) -> bool {
        self.kind(it) == Some(NodeKind::Secretariat) && self.linked(it, FRAME)
    }
}

/// Kinds that stand inside the council's frame.
fn is_inside(kind: NodeKind) -> bool {
    use NodeKind::{Body, Group, Secretariat, Subunit};
    matches!(kind, Body | Group | Subunit | Secretariat)
}

fn keys(input: &ChartInput) -> Result<BTreeMap<&str, usize>, ChartError> {
    let mut index = BTreeMap::from([(input.frame.key.as_str(), FRAME)]);
    for (at, node) in input.nodes.iter().enumerate() {
        if index.insert(node.key.as_str(), at + 1).is_some() {
            return Err(ChartError::KeyTwice { key: node.key.clone() });
        }
    }
    Ok(index)
}

fn parents(
    input: &ChartInput,
    find: &dyn Fn(&str) -> Result<usize, ChartError>,
) -> Result<Vec<Option<usize>>, ChartError> {
    let mut parents = vec![None];
    for node in &input.nodes {
        let parent = node.parent.as_deref().map(find).transpose()?;
        parents.push(parent.filter(|&it| it != FRAME || !is_inside(node.kind)));
    }
    for (at, node) in input.nodes.iter().enumerate() {
        check_parent(input, &parents, at + 1, node)?;
    }
    Ok(parents)
}

/// A parent is a group, a body or a subcommittee; the chain ends.
fn check_parent(input: &ChartInput, parents: &[Option<usize>], it: usize, node: &Node) -> Result<(), ChartError> {
    use NodeKind::{Body, Group, Subunit};
    let wrong = || ChartError::WrongParent { key: node.key.clone() };
    let mut at = parents.get(it).copied().flatten();
    if at.is_some() && !matches!(node.kind, Body | Subunit) {
        return Err(wrong());
    }
    let mut steps = 0;
    while let Some(parent) = at {
        let kind = parent.checked_sub(1).and_then(|i| input.nodes.get(i)).map(|node| node.kind);
        steps += 1;
        if !matches!(kind, Some(Body | Group | Subunit)) || steps > input.nodes.len() {
            return Err(wrong());
        }
        at = parents.get(parent).copied().flatten();
    }
    Ok(())
}
