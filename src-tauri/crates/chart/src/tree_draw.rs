//! Draws the composition chart: each body as wide as all that stand under
//! it, so that the lines between are straight and nothing can cross.

use entaku_fonts::{Measure, Weight};

use crate::block::{Pen, Type, run};
use crate::breaking::Paragraph;
use crate::draw::{PT, Paper};
use crate::graph::{Certainty, EdgeKind};
use crate::scene::{Arrow, BoxStyle, ChartError, Ink, Point, Rect, Scene, SceneBox, TextRun};
use crate::seats::SeatBlock;
use crate::tree::{TreeInput, tree_order};
use crate::words;

const LEAD: f64 = 1.5;

/// The tree with its blocks; children by body.
struct Tree {
    blocks: Vec<SeatBlock>,
    children: Vec<Vec<usize>>,
    roots: Vec<usize>,
    /// Lines between the deepest body and its root.
    deepest: usize,
}

/// Places the composition chart (構成図) at the largest type that fits.
///
/// # Errors
/// A key used twice, an unknown parent, bodies that are their own ancestors,
/// or more than the sheet holds.
pub fn tree_scene(input: &TreeInput, measure: &Measure) -> Result<Scene, ChartError> {
    check(input)?;
    let paper = Paper::new(input.sheet);
    let (header, top) = header(input, measure, paper);
    let bottom = paper.page.h - paper.margin;
    let area = Rect { x: paper.margin, y: top, w: paper.page.w - 2.0 * paper.margin, h: bottom - top };
    let tree = Tree::new(input, measure);
    let too_much = || ChartError::TooMuch { floor_pt: paper.floor / PT };
    let (mut low, mut high) = (paper.floor, paper.ceiling);
    let mut rects = tree.place(area, paper.unit, low).ok_or_else(too_much)?;
    while high - low > 0.01 {
        let middle = f64::midpoint(low, high);
        match tree.place(area, paper.unit, middle) {
            Some(found) => (low, rects) = (middle, found),
            None => high = middle,
        }
    }
    let mut scene = Scene {
        width: paper.page.w,
        height: paper.page.h,
        title: input.title.clone(),
        description: words::tree_text(input),
        type_size: low,
        header,
        boxes: Vec::new(),
        arrows: Vec::new(),
        legend: Vec::new(),
        legend_lines: Vec::new(),
    };
    tree.draw(input, &rects, &mut scene);
    Ok(scene)
}

fn check(input: &TreeInput) -> Result<(), ChartError> {
    for (at, body) in input.bodies.iter().enumerate() {
        if input.bodies.iter().take(at).any(|other| other.key == body.key) {
            return Err(ChartError::KeyTwice { key: body.key.clone() });
        }
        if let Some(parent) = &body.parent
            && input.bodies.iter().all(|other| other.key != *parent)
        {
            return Err(ChartError::UnknownKey { key: parent.clone() });
        }
    }
    let reached = tree_order(input);
    let lost = (0..input.bodies.len()).find(|at| !reached.contains(at));
    match lost.and_then(|at| input.bodies.get(at)) {
        Some(body) => Err(ChartError::WrongParent { key: body.key.clone() }),
        None => Ok(()),
    }
}

fn header(input: &TreeInput, measure: &Measure, paper: Paper) -> (Vec<TextRun>, f64) {
    let mut runs = Vec::new();
    let width = paper.page.w - 2.0 * paper.margin;
    let title = Paragraph::name(&input.title, measure, Weight::Bold);
    let as_of = Paragraph::name(&input.as_of, measure, Weight::Regular);
    let small = 10.5 * PT * paper.unit.max(0.8);
    let room = width - as_of.em() * small - 2.0 * small;
    let size = (19.0 * PT * paper.unit).min(room / title.em().max(1.0)).max(11.0 * PT * paper.unit);
    let mut pen = Pen { x: paper.margin, y: paper.margin - 2.0 * paper.unit, runs: &mut runs };
    let t = Type { size, lead: 1.35 };
    let baseline = pen.baseline(t);
    pen.paragraph(&title, room / size, t, true, Ink::Black);
    let x = paper.margin + width - as_of.em() * small;
    for line in as_of.lines(f64::INFINITY) {
        pen.runs.push(run(x, baseline, line.text, line.em, small, false, Ink::Grey, true));
    }
    let y = pen.y + 4.0 * paper.unit;
    (runs, y)
}

impl Tree {
    fn new(input: &TreeInput, measure: &Measure) -> Self {
        let position = |key: &str| input.bodies.iter().position(|body| body.key == key);
        let parent: Vec<Option<usize>> =
            input.bodies.iter().map(|body| body.parent.as_deref().and_then(position)).collect();
        let with = |wanted: Option<usize>| -> Vec<usize> {
            (0..parent.len()).filter(|&at| parent.get(at).copied().flatten() == wanted).collect()
        };
        let depth = |mut at: usize| {
            let mut depth = 0;
            while let Some(up) = parent.get(at).copied().flatten() {
                (at, depth) = (up, depth + 1);
            }
            depth
        };
        Self {
            blocks: input.bodies.iter().map(|body| SeatBlock::new(body, measure)).collect(),
            children: (0..parent.len()).map(|at| with(Some(at))).collect(),
            roots: with(None),
            deepest: (0..parent.len()).map(depth).max().unwrap_or(0),
        }
    }

    /// Every body's rectangle at a type size, or none where it does not fit.
    fn place(&self, area: Rect, unit: f64, size: f64) -> Option<Vec<Rect>> {
        let t = Type { size, lead: LEAD };
        let mut rects = vec![Rect::default(); self.blocks.len()];
        self.spread(&self.roots, area.x, area.w, unit, t, &mut rects)?;
        for (block, rect) in self.blocks.iter().zip(&mut rects) {
            rect.h = block.height(rect.w, t);
        }
        let natural = self.roots.iter().map(|&root| self.reach(root, 8.0 * unit, &rects)).fold(0.0, f64::max);
        let extra = area.h - natural;
        if extra < 0.0 {
            return None;
        }
        let gap = 8.0 * unit + (extra / self.deepest.max(1) as f64).min(6.0 * unit);
        for &root in &self.roots {
            self.hang(root, area.y, gap, &mut rects);
        }
        Some(rects)
    }

    /// Height of a body with all under it.
    fn reach(&self, at: usize, gap: f64, rects: &[Rect]) -> f64 {
        let children = self.children.get(at).map_or(&[][..], Vec::as_slice);
        let below = children.iter().map(|&child| gap + self.reach(child, gap, rects)).fold(0.0, f64::max);
        rects.get(at).map_or(0.0, |rect| rect.h) + below
    }

    /// Hangs a body, and all under it, at a height.
    fn hang(&self, at: usize, y: f64, gap: f64, rects: &mut [Rect]) {
        let Some(rect) = rects.get_mut(at) else { return };
        rect.y = y;
        let below = rect.bottom() + gap;
        for &child in self.children.get(at).map_or(&[][..], Vec::as_slice) {
            self.hang(child, below, gap, rects);
        }
    }

    /// Shares a width among siblings by how much stands in and under them.
    fn spread(&self, cells: &[usize], x: f64, w: f64, unit: f64, t: Type, rects: &mut [Rect]) -> Option<()> {
        let gap = 5.0 * unit;
        let least: Vec<f64> = cells.iter().map(|&at| self.least(at, unit, t)).collect();
        let spare = w - least.iter().sum::<f64>() - gap * cells.len().saturating_sub(1) as f64;
        if spare < -1e-6 {
            return None;
        }
        let mut least = least;
        let mut spare = spare;
        let mut demand: Vec<f64> = cells.iter().zip(&least).map(|(&at, w)| self.demand(at, *w, t)).collect();
        let (small, large) = demand.iter().fold((f64::INFINITY, 0.0_f64), |b, d| (b.0.min(*d), b.1.max(*d)));
        let (even, widest) = (
            (spare + least.iter().sum::<f64>()) / cells.len().max(1) as f64,
            least.iter().copied().fold(0.0, f64::max),
        );
        if large < small * 1.6 && widest <= even {
            // Nearly alike: exactly alike is calmer.
            least = vec![even; cells.len()];
            demand = vec![1.0; cells.len()];
            spare = 0.0;
        }
        let all = demand.iter().sum::<f64>().max(1e-9);
        let mut x = x;
        for ((&at, least), demand) in cells.iter().zip(least).zip(demand) {
            let width = least + spare * demand / all;
            *rects.get_mut(at)? = Rect { x, w: width, ..Rect::default() };
            self.spread(self.children.get(at)?, x, width, unit, t, rects)?;
            x += width + gap;
        }
        Some(())
    }

    fn least(&self, at: usize, unit: f64, t: Type) -> f64 {
        let children = self.children.get(at).map_or(&[][..], Vec::as_slice);
        let below: f64 = children.iter().map(|&child| self.least(child, unit, t)).sum();
        let gaps = 5.0 * unit * children.len().saturating_sub(1) as f64;
        self.blocks.get(at).map_or(0.0, |block| block.least_width(t)).max(below + gaps)
    }

    /// Area of the text, in and under a body.
    fn demand(&self, at: usize, width: f64, t: Type) -> f64 {
        let own = self.blocks.get(at).map_or(0.0, |block| block.height(width, t) * width);
        let children = self.children.get(at).map_or(&[][..], Vec::as_slice);
        let count = children.len().max(1) as f64;
        let below: f64 = children.iter().map(|&child| self.demand(child, width / count, t)).sum();
        own.max(below)
    }

    fn draw(&self, input: &TreeInput, rects: &[Rect], scene: &mut Scene) {
        let t = Type { size: scene.type_size, lead: LEAD };
        for (order, at) in tree_order(input).into_iter().enumerate() {
            let (Some(body), Some(&rect), Some(block)) = (input.bodies.get(at), rects.get(at), self.blocks.get(at))
            else {
                continue;
            };
            let setting = block.set(rect, t);
            scene.boxes.push(SceneBox {
                key: body.key.clone(),
                parent: body.parent.clone(),
                name: body.name.clone(),
                kind: None,
                rect,
                band: setting.band,
                style: if body.parent.is_none() { BoxStyle::Subunit } else { BoxStyle::Body },
                certainty: Certainty::Stated,
                order,
                runs: setting.runs,
            });
            for &child in self.children.get(at).map_or(&[][..], Vec::as_slice) {
                if let (Some(below), Some(under)) = (rects.get(child), input.bodies.get(child)) {
                    scene.arrows.push(line(&rect, below, (&body.key, &body.name), (&under.key, &under.name)));
                }
            }
        }
    }
}

/// The line from a body to one under it: it has no words and no heads.
fn line(above: &Rect, below: &Rect, from: (&str, &str), to: (&str, &str)) -> Arrow {
    let x = below.x + below.w / 2.0;
    Arrow {
        from: from.0.to_owned(),
        to: to.0.to_owned(),
        from_name: from.1.to_owned(),
        to_name: to.1.to_owned(),
        label: String::new(),
        kind: EdgeKind::Support,
        certainty: Certainty::Stated,
        points: vec![Point { x, y: above.bottom() }, Point { x, y: below.y }],
        head_from: false,
        head_to: false,
        ink: Ink::Grey,
        runs: Vec::new(),
        label_rect: None,
        on_frame: false,
        ornament: true,
    }
}
