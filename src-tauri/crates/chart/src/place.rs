//! Places the boxes of every zone at a given type size.
//!
//! A library for layered layout (the Eclipse Layout Kernel, as elkrs) was
//! tried. It gives a correct drawing, but its layers follow the arrows, not
//! the office's zones: partners stand on both sides of the council, bodies
//! are not aligned, boxes keep the width they are given, and it cannot trade
//! a box's width against the height of its text, which is what decides the
//! type size here. The zones are fixed by what the chart says, so there is
//! no layering left to find; this file does what a library cannot: it shares
//! out the widths so that the text of every row ends at one height.

use crate::gaps::{Dials, between_columns, between_rows, side_height};
use crate::model::{FRAME, Link, Model};
use crate::scene::Rect;
use crate::share::share;
use crate::zones::{Cell, Rows, Zones};

/// Least and greatest share of the sheet's width that a side zone may take.
const LEFT_SHARES: (f64, f64) = (0.15, 0.26);
const RIGHT_SHARES: (f64, f64) = (0.08, 0.18);
const SHARE_STEP: f64 = 0.0025;

/// Inside padding of the frame and of groups, in sizes of the text.
const HOLDER_PAD: f64 = 1.3;

/// Size of the council's name in sizes of the text.
pub(crate) const FRAME_TITLE: f64 = 1.65;

/// Boxes with their places, by box number.
pub(crate) type Rects = Vec<Rect>;

/// One row of a zone, measured.
struct Row {
    widths: Vec<f64>,
    gaps: Vec<f64>,
    height: f64,
}

/// Where the room goes that the text of a zone does not need.
#[derive(Clone, Copy)]
enum Stretch {
    /// To the boxes: the zone ends at its area's foot.
    Fill,
    /// Mostly to the gaps.
    Little,
    /// To the gaps, but for a little air in the boxes: to the area's foot.
    Gaps,
    /// Nowhere: boxes as tall as their text.
    None,
}

/// Places at one setting of the dials.
pub(crate) struct Placer<'a> {
    pub(crate) model: &'a Model<'a>,
    pub(crate) zones: &'a Zones,
    /// The page without margins, header and legend.
    pub(crate) area: Rect,
    pub(crate) d: Dials,
}

impl Placer<'_> {
    /// Every box's rectangle, or none where the text does not fit.
    pub(crate) fn place(&self) -> Option<Rects> {
        let mut rects = vec![Rect::default(); self.model.len()];
        let left = flat(&self.zones.left);
        let right = flat(&self.zones.right);
        let inside = [vec![FRAME], flat(&self.zones.rows)].concat();
        let wl = self.side_width(&self.zones.left, LEFT_SHARES, &inside)?;
        let wr = self.side_width(&self.zones.right, RIGHT_SHARES, &inside)?;
        let gl = self.side_gap(&left, &[inside.clone(), right.clone()].concat(), wl);
        let gr = self.side_gap(&right, &[inside.clone(), left].concat(), wr);
        let area = self.area;
        let frame = Rect { x: area.x + wl + gl, w: area.w - wl - gl - wr - gr, ..area };
        if frame.w < area.w * 0.3 {
            return None;
        }
        if let Some(slot) = rects.get_mut(FRAME) {
            *slot = frame;
        }
        let inner = self.frame_inner(frame);
        let top = self.fill(&self.zones.rows, inner, &mut rects, Stretch::Fill, &[])?;
        let left_area = Rect { w: wl, ..area };
        self.fill(&self.zones.left, left_area, &mut rects, Stretch::Little, &inside)?;
        let offset = (top.unwrap_or(area.y) - area.y).max(0.0);
        let right_area = Rect { x: area.x + area.w - wr, y: area.y + offset, w: wr, h: area.h - offset };
        if self.fill(&self.zones.right, right_area, &mut rects, Stretch::None, &inside).is_none() {
            let whole = Rect { y: area.y, h: area.h, ..right_area };
            self.fill(&self.zones.right, whole, &mut rects, Stretch::None, &inside)?;
        }
        Some(rects)
    }

    /// Height of the council's name and purpose above its bodies.
    pub(crate) fn frame_header(&self, width: f64) -> f64 {
        let t = self.d.t;
        let (beside, em) = self.purpose_place(width);
        let name_em = (width / t.size - 2.0 * HOLDER_PAD) / FRAME_TITLE;
        let name = self.model.frame_title.count(name_em) as f64 * FRAME_TITLE * 1.3 * t.size;
        let purpose = self.model.purpose.count(em) as f64 * t.pitch();
        let text = if beside { name.max(purpose) } else { name + purpose };
        text + 1.4 * t.size
    }

    /// Whether the purpose stands beside the name, and its width in em.
    pub(crate) fn purpose_place(&self, width: f64) -> (bool, f64) {
        let em = width / self.d.t.size - 2.0 * HOLDER_PAD;
        let name = self.model.frame_title.em() * FRAME_TITLE + 2.5;
        if em - name >= 22.0 { (true, em - name) } else { (false, em) }
    }

    pub(crate) fn pad(&self) -> f64 {
        HOLDER_PAD * self.d.t.size
    }

    fn frame_inner(&self, frame: Rect) -> Rect {
        let header = self.frame_header(frame.w);
        let pad = self.pad().max(4.0 * self.d.unit * self.d.spread);
        let foot = pad.max(self.foot(FRAME));
        Rect { x: frame.x + pad, y: frame.y + header, w: frame.w - 2.0 * pad, h: frame.h - header - foot }
    }

    /// Room at a holder's foot for the label of an arrow between it and one of
    /// its own; 0 without such arrows.
    pub(crate) fn foot(&self, holder: usize) -> f64 {
        let own = |link: &&Link<'_>| {
            let (from, to) = (link.from, link.to);
            from == holder && self.model.holds(from, to) || to == holder && self.model.holds(to, from)
        };
        if self.model.links.iter().any(|link| own(&link)) {
            self.d.label().pitch() * 2.0 + 3.6 * self.d.unit
        } else {
            0.0
        }
    }

    /// The least share of the sheet at which a side zone's text fits.
    fn side_width(&self, rows: &Rows, (least, most): (f64, f64), inside: &[usize]) -> Option<f64> {
        if rows.is_empty() {
            return Some(0.0);
        }
        let steps = ((most - least) / SHARE_STEP).round() as usize;
        let shares = (0..=steps).map(|step| least + SHARE_STEP * step as f64);
        shares.map(|share| share * self.area.w).find(|&width| {
            self.measure(rows, width, inside).is_some_and(|(rows, gaps)| {
                let text: f64 = rows.iter().map(|row| row.height).sum();
                text + gaps.iter().sum::<f64>() <= self.area.h
            })
        })
    }

    fn side_gap(&self, side: &[usize], others: &[usize], width: f64) -> f64 {
        if width > 0.0 { between_columns(self.model, side, others, self.d) } else { 0.0 }
    }

    /// Rows with their natural heights, and the gaps between them.
    fn measure(&self, rows: &[Vec<Cell>], width: f64, side: &[usize]) -> Option<(Vec<Row>, Vec<f64>)> {
        let measured: Option<Vec<Row>> = rows.iter().map(|row| self.row(row, width, side)).collect();
        let gaps = (1..rows.len())
            .map(|at| {
                let (above, below) = rows.split_at(at);
                between_rows(self.model, &flat(above), &flat(below), self.d)
            })
            .collect();
        Some((measured?, gaps))
    }

    /// Fills a zone. Returns where the first row begins.
    fn fill(
        &self,
        rows: &[Vec<Cell>],
        area: Rect,
        rects: &mut Rects,
        stretch: Stretch,
        side: &[usize],
    ) -> Option<Option<f64>> {
        let (measured, gaps) = self.measure(rows, area.w, side)?;
        let natural: f64 = measured.iter().map(|row| row.height).sum();
        let extra = area.h - natural - gaps.iter().sum::<f64>();
        if extra < -1e-6 {
            return None;
        }
        let count = gaps.len() as f64;
        let to_gaps = match stretch {
            Stretch::Fill => (extra * 0.35).min(7.0 * self.d.unit * self.d.spread * count),
            Stretch::Little => extra - (extra * 0.4).min(natural * 0.15),
            Stretch::Gaps => extra - (extra * 0.6).min(natural * 0.3),
            Stretch::None => (extra * 0.3).min(5.0 * self.d.unit * count),
        };
        let per_gap = if gaps.is_empty() { 0.0 } else { to_gaps / count };
        let to_boxes = match stretch {
            Stretch::Fill | Stretch::Gaps => extra - per_gap * count,
            Stretch::Little => (extra - per_gap * count).min(natural * 0.3),
            Stretch::None => 0.0,
        };
        // A row of little text gets more than its share: it would look lost.
        let weight = |row: &Row| row.height + 8.0 * self.d.unit;
        let weights: f64 = measured.iter().map(weight).sum();
        let mut y = area.y;
        for (at, (row, cells)) in measured.iter().zip(rows).enumerate() {
            let height = row.height + to_boxes * weight(row) / weights.max(1.0);
            let mut x = area.x;
            for (at, (cell, &width)) in cells.iter().zip(&row.widths).enumerate() {
                self.settle(cell, Rect { x, y, w: width, h: height }, rects, side)?;
                x += width + row.gaps.get(at).copied().unwrap_or(0.0);
            }
            y += height + gaps.get(at).copied().unwrap_or(0.0) + per_gap;
        }
        Some(rows.first().map(|_| area.y))
    }

    /// Shares a row's width so that its cells end at one height.
    fn row(&self, cells: &[Cell], width: f64, side: &[usize]) -> Option<Row> {
        let gaps: Vec<f64> = cells
            .windows(2)
            .filter_map(|pair| match pair {
                [a, b] => Some(between_columns(self.model, a, b, self.d)),
                _ => None,
            })
            .collect();
        let least: Vec<f64> = cells.iter().map(|cell| self.cell_least(cell)).collect();
        let room = width - gaps.iter().sum::<f64>();
        let scale = room / least.iter().sum::<f64>().max(1e-9);
        if scale < 1.0 {
            return None;
        }
        let widths = self.by_demand(cells, &least, room, side);
        let height = |at: usize, width: f64| cells.get(at).map_or(0.0, |cell| self.cell_height(cell, width, side));
        let (widths, height) = share(widths, &least, (room * 0.12, room * 0.008), height);
        Some(Row { height, widths, gaps })
    }

    /// Least widths, and the rest by how much text each cell has.
    fn by_demand(&self, cells: &[Cell], least: &[f64], room: f64, side: &[usize]) -> Vec<f64> {
        let area = |(cell, w): (&Cell, &f64)| self.cell_height(cell, w * 1.5, side) * w * 1.5;
        let areas: Vec<f64> = cells.iter().zip(least).map(area).collect();
        let (spare, all) = (room - least.iter().sum::<f64>(), areas.iter().sum::<f64>().max(1e-9));
        least.iter().zip(areas).map(|(w, area)| w + spare * area / all).collect()
    }

    fn least_width(&self, it: usize) -> f64 {
        if self.model.is_group(it) {
            return self.group_least_width(it);
        }
        let stack = self.model.stack(it);
        let width = |it: &usize| self.model.block(*it).map_or(0.0, |block| block.least_width(self.d.t));
        stack.iter().map(width).fold(0.0, f64::max)
    }

    fn height(&self, it: usize, width: f64, side: &[usize]) -> f64 {
        if self.model.is_group(it) {
            return self.group_height(it, width);
        }
        self.stack_height(it, width).max(side_height(self.model, it, side, self.d))
    }

    fn cell_least(&self, cell: &[usize]) -> f64 {
        cell.iter().map(|&it| self.least_width(it)).fold(0.0, f64::max)
    }

    fn cell_height(&self, cell: &[usize], width: f64, side: &[usize]) -> f64 {
        if let [it] = cell {
            return self.height(*it, width, side);
        }
        let Some((rows, gaps)) = self.measure(&column(cell), width, side) else { return f64::INFINITY };
        rows.iter().map(|row| row.height).sum::<f64>() + gaps.iter().sum::<f64>()
    }

    /// Puts a cell, with all it holds, into a rectangle.
    fn settle(&self, cell: &[usize], rect: Rect, rects: &mut Rects, side: &[usize]) -> Option<()> {
        match cell {
            [it] if self.model.is_group(*it) => self.settle_group(*it, rect, rects),
            [it] => self.settle_stack(*it, rect, rects),
            _ => {
                self.fill(&column(cell), rect, rects, Stretch::Gaps, side)?;
            }
        }
        Some(())
    }

    pub(crate) fn block_height(&self, it: usize, width: f64) -> f64 {
        self.model.block(it).map_or(0.0, |block| block.height(width, self.d.t))
    }
}

pub(crate) fn flat(rows: &[Vec<Cell>]) -> Vec<usize> {
    rows.concat().concat()
}

/// The boxes of a cell as rows of one.
fn column(cell: &[usize]) -> Rows {
    cell.iter().map(|&it| vec![vec![it]]).collect()
}
