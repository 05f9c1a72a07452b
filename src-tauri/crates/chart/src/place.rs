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
use crate::zones::Zones;

/// Shares of the sheet's width that a side zone may take, best first.
const LEFT_SHARES: [f64; 7] = [0.165, 0.18, 0.19, 0.2, 0.21, 0.225, 0.24];
const RIGHT_SHARES: [f64; 5] = [0.08, 0.095, 0.11, 0.14, 0.18];

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
        let wl = self.side_width(&self.zones.left, &LEFT_SHARES, &inside)?;
        let wr = self.side_width(&self.zones.right, &RIGHT_SHARES, &inside)?;
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
        let pad = self.pad().max(5.0 * self.d.unit * self.d.spread);
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
    fn side_width(&self, rows: &[Vec<usize>], shares: &[f64], inside: &[usize]) -> Option<f64> {
        if rows.is_empty() {
            return Some(0.0);
        }
        shares.iter().map(|share| share * self.area.w).find(|&width| {
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
    fn measure(&self, rows: &[Vec<usize>], width: f64, side: &[usize]) -> Option<(Vec<Row>, Vec<f64>)> {
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
        rows: &[Vec<usize>],
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
            Stretch::None => (extra * 0.3).min(5.0 * self.d.unit * count),
        };
        let per_gap = if gaps.is_empty() { 0.0 } else { to_gaps / count };
        let to_boxes = match stretch {
            Stretch::Fill => extra - per_gap * count,
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
            for (cell, (&it, &width)) in cells.iter().zip(&row.widths).enumerate() {
                self.settle(it, Rect { x, y, w: width, h: height }, rects);
                x += width + row.gaps.get(cell).copied().unwrap_or(0.0);
            }
            y += height + gaps.get(at).copied().unwrap_or(0.0) + per_gap;
        }
        Some(rows.first().map(|_| area.y))
    }

    /// Shares a row's width so that its cells end at one height.
    fn row(&self, cells: &[usize], width: f64, side: &[usize]) -> Option<Row> {
        let gaps: Vec<f64> = cells
            .windows(2)
            .filter_map(|pair| match pair {
                [a, b] => Some(between_columns(self.model, &[*a], &[*b], self.d)),
                _ => None,
            })
            .collect();
        let least: Vec<f64> = cells.iter().map(|&it| self.least_width(it)).collect();
        let room = width - gaps.iter().sum::<f64>();
        let scale = room / least.iter().sum::<f64>().max(1e-9);
        if scale < 1.0 {
            return None;
        }
        let mut widths = self.by_demand(cells, &least, room, side);
        let heights = |widths: &[f64]| -> Vec<f64> {
            cells.iter().zip(widths).map(|(&it, &w)| self.height(it, w, side)).collect()
        };
        let tallest = |heights: &[f64]| heights.iter().copied().fold(0.0, f64::max);
        let mut now = heights(&widths);
        let mut step = room * 0.12;
        while cells.len() > 1 && step > room * 0.008 {
            let Some(next) = shift(&widths, &least, &now, step) else { break };
            let then = heights(&next);
            if tallest(&then) < tallest(&now) - 1e-9 {
                (widths, now) = (next, then);
            } else {
                step /= 2.0;
            }
        }
        Some(Row { height: tallest(&now), widths, gaps })
    }

    /// Least widths, and the rest by how much text each cell has.
    fn by_demand(&self, cells: &[usize], least: &[f64], room: f64, side: &[usize]) -> Vec<f64> {
        let area = |(&it, w): (&usize, &f64)| self.height(it, w * 1.5, side) * w * 1.5;
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

    /// Puts a cell, with all it holds, into a rectangle.
    fn settle(&self, it: usize, rect: Rect, rects: &mut Rects) {
        if self.model.is_group(it) {
            self.settle_group(it, rect, rects);
        } else {
            self.settle_stack(it, rect, rects);
        }
    }

    pub(crate) fn block_height(&self, it: usize, width: f64) -> f64 {
        self.model.block(it).map_or(0.0, |block| block.height(width, self.d.t))
    }

    /// Height of a box with those that hang below it.
    pub(crate) fn stack_height(&self, it: usize, width: f64) -> f64 {
        let stack = self.model.stack(it);
        let text: f64 = stack.iter().map(|&it| self.block_height(it, width)).sum();
        text + self.stack_gaps(stack).iter().sum::<f64>()
    }

    fn stack_gaps(&self, stack: &[usize]) -> Vec<f64> {
        (1..stack.len())
            .map(|at| {
                let (above, below) = stack.split_at(at);
                let (above, below) = (above.last().map_or(&[][..], std::slice::from_ref), below);
                between_rows(self.model, above, below.get(..1).unwrap_or_default(), self.d)
            })
            .collect()
    }

    /// The first box takes the height that is left.
    pub(crate) fn settle_stack(&self, it: usize, rect: Rect, rects: &mut Rects) {
        let stack = self.model.stack(it);
        let gaps = self.stack_gaps(stack);
        let spare = rect.h - self.stack_height(it, rect.w);
        let mut y = rect.y;
        for (at, &member) in stack.iter().enumerate() {
            let natural = self.block_height(member, rect.w);
            let h = if at == 0 { natural + spare } else { natural };
            if let Some(slot) = rects.get_mut(member) {
                *slot = Rect { y, h, ..rect };
            }
            y += h + gaps.get(at).copied().unwrap_or(0.0);
        }
    }
}

/// Takes width from the lowest cell that can give and gives it to the tallest.
fn shift(widths: &[f64], least: &[f64], heights: &[f64], step: f64) -> Option<Vec<f64>> {
    let order = |a: &(usize, &f64), b: &(usize, &f64)| a.1.total_cmp(b.1);
    let tall = heights.iter().enumerate().max_by(order)?.0;
    let spare = |at: usize| widths.get(at).copied().unwrap_or(0.0) - least.get(at).copied().unwrap_or(0.0);
    let low = heights.iter().enumerate().filter(|(at, _)| *at != tall && spare(*at) > step).min_by(order)?.0;
    let mut next = widths.to_vec();
    *next.get_mut(tall)? += step;
    *next.get_mut(low)? -= step;
    Some(next)
}

pub(crate) fn flat(rows: &[Vec<usize>]) -> Vec<usize> {
    rows.concat()
}
