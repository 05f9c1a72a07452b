//! Draws the composition chart: each body as wide as all that stand under
//! it, so that nothing can cross. Many siblings stand in several rows; the
//! lines to the lower ones run down a lane at their left.

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
    /// So many siblings stand side by side; more stand in rows.
    most: usize,
}

/// Siblings side by side, in the order of trying.
const SIDE_BY_SIDE: [usize; 7] = [usize::MAX, 8, 6, 5, 4, 3, 2];

/// How much larger the type must become for more rows.
const WORTH_ROWS: f64 = 1.05;

/// The smallest type, on every sheet.
const FLOOR_PT: f64 = 6.0;

/// Least gap below a body, between siblings, and width of the lane for lines
/// to lower rows; in mm on A3.
const DOWN: f64 = 8.0;
const ACROSS: f64 = 5.0;
const LANE: f64 = 4.0;

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
    let mut tree = Tree::new(input, measure);
    let mut best: Option<(usize, f64, Vec<Rect>)> = None;
    for most in SIDE_BY_SIDE {
        tree.most = most;
        let Some((size, rects)) = tree.largest(area, paper) else { continue };
        if best.as_ref().is_none_or(|b| size > b.1 * WORTH_ROWS) {
            best = Some((most, size, rects));
        }
    }
    let (most, size, rects) = best.ok_or(ChartError::TooMuch { floor_pt: FLOOR_PT })?;
    tree.most = most;
    let mut scene = Scene {
        width: paper.page.w,
        height: paper.page.h,
        title: input.title.clone(),
        description: words::tree_text(input),
        area,
        type_size: size,
        detail: None,
        header,
        boxes: Vec::new(),
        arrows: Vec::new(),
        legend: Vec::new(),
        legend_lines: Vec::new(),
    };
    tree.draw(input, &rects, paper.unit, &mut scene);
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
        Self {
            blocks: input.bodies.iter().map(|body| SeatBlock::new(body, measure)).collect(),
            children: (0..parent.len()).map(|at| with(Some(at))).collect(),
            roots: with(None),
            most: usize::MAX,
        }
    }

    /// The largest type at which the tree fits, with its rectangles.
    fn largest(&self, area: Rect, paper: Paper) -> Option<(f64, Vec<Rect>)> {
        let (mut low, mut high) = (FLOOR_PT * PT, paper.ceiling);
        let mut rects = self.place(area, paper.unit, low)?;
        while high - low > 0.01 {
            let middle = f64::midpoint(low, high);
            match self.place(area, paper.unit, middle) {
                Some(found) => (low, rects) = (middle, found),
                None => high = middle,
            }
        }
        Some((low, rects))
    }

    /// Every body's rectangle at a type size, or none where it does not fit.
    fn place(&self, area: Rect, unit: f64, size: f64) -> Option<Vec<Rect>> {
        let t = Type { size, lead: LEAD };
        let mut rects = vec![Rect::default(); self.blocks.len()];
        self.spread(&self.roots, (area.x, area.w), unit, t, &mut rects)?;
        for (block, rect) in self.blocks.iter().zip(&mut rects) {
            rect.h = block.height(rect.w, t);
        }
        let gap = DOWN * unit;
        let extra = area.h + gap - self.reach(&self.roots, gap, &rects);
        if extra < 0.0 {
            return None;
        }
        let gap = gap + (extra / self.levels(&self.roots).max(1) as f64).min(6.0 * unit);
        self.hang(&self.roots, area.y, gap, &mut rects);
        Some(rects)
    }

    fn children(&self, at: usize) -> &[usize] {
        self.children.get(at).map_or(&[][..], Vec::as_slice)
    }

    /// How many siblings stand side by side.
    fn per_row(&self, cells: &[usize]) -> usize {
        cells.len().div_ceil(cells.len().div_ceil(self.most).max(1)).max(1)
    }

    /// Siblings in rows.
    fn rows<'c>(&self, cells: &'c [usize]) -> std::slice::Chunks<'c, usize> {
        cells.chunks(self.per_row(cells))
    }

    /// Height of siblings with all under them, a gap at each row.
    fn reach(&self, cells: &[usize], gap: f64, rects: &[Rect]) -> f64 {
        let own = |&at: &usize| rects.get(at).map_or(0.0, |r| r.h) + self.reach(self.children(at), gap, rects);
        self.rows(cells).map(|row| gap + row.iter().map(own).fold(0.0, f64::max)).sum()
    }

    /// Rows one below the other, at most.
    fn levels(&self, cells: &[usize]) -> usize {
        let own = |&at: &usize| self.levels(self.children(at));
        self.rows(cells).map(|row| 1 + row.iter().map(own).max().unwrap_or(0)).sum()
    }

    /// Hangs siblings, and all under them, at a height.
    fn hang(&self, cells: &[usize], mut y: f64, gap: f64, rects: &mut [Rect]) {
        for row in self.rows(cells) {
            for &at in row {
                let Some(rect) = rects.get_mut(at) else { continue };
                rect.y = y;
                let below = rect.bottom() + gap;
                self.hang(self.children(at), below, gap, rects);
            }
            y += self.reach(row, gap, rects);
        }
    }

    /// Width of the lane beside siblings in several rows.
    fn lane(&self, cells: &[usize], unit: f64) -> f64 {
        if cells.len() > self.per_row(cells) { LANE * unit } else { 0.0 }
    }

    /// Shares a width among siblings, row by row; a row with fewer is as much
    /// narrower, where that is wide enough.
    fn spread(&self, cells: &[usize], (x, w): (f64, f64), unit: f64, t: Type, rects: &mut [Rect]) -> Option<()> {
        let lane = self.lane(cells, unit);
        let (x, w, gap) = (x + lane, w - lane, ACROSS * unit);
        for row in self.rows(cells) {
            let part = (w + gap) * row.len() as f64 / self.per_row(cells) as f64 - gap;
            let width = if self.row_least(row, unit, t) <= part { part } else { w };
            self.spread_row(row, x, width, unit, t, rects)?;
        }
        Some(())
    }

    /// Shares a width among neighbours by how much stands in and under them.
    fn spread_row(&self, cells: &[usize], x: f64, w: f64, unit: f64, t: Type, rects: &mut [Rect]) -> Option<()> {
        let gap = ACROSS * unit;
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
            self.spread(self.children(at), (x, width), unit, t, rects)?;
            x += width + gap;
        }
        Some(())
    }

    fn least(&self, at: usize, unit: f64, t: Type) -> f64 {
        let children = self.children(at);
        let below = self.rows(children).map(|row| self.row_least(row, unit, t)).fold(0.0, f64::max);
        self.blocks.get(at).map_or(0.0, |block| block.least_width(t)).max(below + self.lane(children, unit))
    }

    fn row_least(&self, row: &[usize], unit: f64, t: Type) -> f64 {
        let gaps = ACROSS * unit * row.len().saturating_sub(1) as f64;
        row.iter().map(|&at| self.least(at, unit, t)).sum::<f64>() + gaps
    }

    /// Area of the text, in and under a body.
    fn demand(&self, at: usize, width: f64, t: Type) -> f64 {
        let own = self.blocks.get(at).map_or(0.0, |block| block.height(width, t) * width);
        let children = self.children(at);
        let count = self.per_row(children) as f64;
        let below: f64 = children.iter().map(|&child| self.demand(child, width / count, t)).sum();
        own.max(below)
    }

    fn draw(&self, input: &TreeInput, rects: &[Rect], unit: f64, scene: &mut Scene) {
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
            let children = self.children(at);
            let first = self.per_row(children);
            let trunk = rect.x + self.lane(children, unit) / 2.0;
            for (place, &child) in children.iter().enumerate() {
                if let (Some(below), Some(under)) = (rects.get(child), input.bodies.get(child)) {
                    let middle = below.x + below.w / 2.0;
                    let points = if place < first {
                        vec![(middle, rect.bottom()), (middle, below.y)]
                    } else {
                        let turn = below.y - DOWN * unit / 2.0;
                        vec![(trunk, rect.bottom()), (trunk, turn), (middle, turn), (middle, below.y)]
                    };
                    scene.arrows.push(line(points, (&body.key, &body.name), (&under.key, &under.name)));
                }
            }
        }
    }
}

/// The line from a body to one under it: it has no words and no heads.
fn line(points: Vec<(f64, f64)>, from: (&str, &str), to: (&str, &str)) -> Arrow {
    Arrow {
        from: from.0.to_owned(),
        to: to.0.to_owned(),
        from_name: from.1.to_owned(),
        to_name: to.1.to_owned(),
        label: String::new(),
        kind: EdgeKind::Support,
        certainty: Certainty::Stated,
        points: points.into_iter().map(|(x, y)| Point { x, y }).collect(),
        head_from: false,
        head_to: false,
        ink: Ink::Grey,
        runs: Vec::new(),
        label_rect: None,
        on_frame: false,
        ornament: true,
    }
}
