//! A group (専門部会): its own text on top, then its subcommittees side by
//! side, each with the working parties that hang below it.

use crate::gaps::{between_columns, between_rows};
use crate::place::{Placer, Rects};
use crate::scene::Rect;
use crate::share::share;

/// Units in rows inside a group.
struct Grid<'a> {
    rows: Vec<UnitRow<'a>>,
    column_gap: f64,
    row_gap: f64,
}

/// Units side by side.
struct UnitRow<'a> {
    units: &'a [usize],
    widths: Vec<f64>,
    height: f64,
}

impl Grid<'_> {
    fn height(&self) -> f64 {
        let gaps = self.rows.len().saturating_sub(1) as f64 * self.row_gap;
        self.rows.iter().map(|row| row.height).sum::<f64>() + gaps
    }
}

/// At most this many rows of units.
const MOST_ROWS: usize = 4;

/// Unequal widths must save at least this part of the height.
const WORTH_UNEQUAL: f64 = 0.94;

/// A unit grows to at most this many times its text, and two lines.
const MOST_STRETCHED: f64 = 1.2;

impl Placer<'_> {
    pub(crate) fn group_least_width(&self, it: usize) -> f64 {
        let own = self.model.block(it).map_or(0.0, |block| block.least_width(self.d.t));
        let units = self.model.children(it);
        let per_row = units.len().div_ceil(MOST_ROWS).max(1);
        let unit = self.unit_least(&units);
        let gaps = (per_row - 1) as f64 * self.column_gap(&units);
        own.max(unit * per_row as f64 + gaps + 2.0 * self.pad())
    }

    pub(crate) fn group_height(&self, it: usize, width: f64) -> f64 {
        let header = self.block_height(it, width);
        let units = self.model.children(it);
        match self.grid(&units, width) {
            Some(grid) => header + grid.height() + self.group_top() + self.pad().max(self.foot(it)),
            None => header + 0.4 * self.d.t.size,
        }
    }

    pub(crate) fn settle_group(&self, it: usize, rect: Rect, rects: &mut Rects) {
        if let Some(slot) = rects.get_mut(it) {
            *slot = rect;
        }
        let units = self.model.children(it);
        let Some(grid) = self.grid(&units, rect.w) else { return };
        let spare = (rect.h - self.group_height(it, rect.w)) / grid.rows.len().max(1) as f64;
        let mut y = rect.y + self.block_height(it, rect.w) + self.group_top();
        for row in &grid.rows {
            let h = row.height + spare;
            self.settle_units(row, Rect { x: rect.x + self.pad(), y, w: rect.w, h }, grid.column_gap, rects);
            y += h + grid.row_gap;
        }
    }

    /// Places the units of a row: the first boxes end alike where that leaves
    /// none of them empty, and what hangs below follows at once.
    fn settle_units(&self, row: &UnitRow<'_>, rect: Rect, gap: f64, rects: &mut Rects) {
        let own: Vec<f64> = row.units.iter().zip(&row.widths).map(|(&it, &w)| self.block_height(it, w)).collect();
        let tallest = own.iter().copied().fold(0.0, f64::max);
        let alike = tallest + (rect.h - row.height).max(0.0) * 0.5;
        let mut x = rect.x;
        for ((&unit, &w), own) in row.units.iter().zip(&row.widths).zip(own) {
            let below = self.stack_height(unit, w) - own;
            let most = own * MOST_STRETCHED + 2.0 * self.d.t.pitch();
            let first = alike.min(most).min(rect.h - below).max(own);
            self.settle_stack(unit, Rect { x, y: rect.y, w, h: first + below }, rects);
            x += w + gap;
        }
    }

    /// Room between the group's own text and its first units.
    fn group_top(&self) -> f64 {
        0.5 * self.d.t.size
    }

    fn unit_least(&self, units: &[usize]) -> f64 {
        let width = |it: &usize| self.model.block(*it).map_or(0.0, |block| block.least_width(self.d.t));
        units.iter().flat_map(|&unit| self.model.stack(unit)).map(width).fold(0.0, f64::max)
    }

    fn column_gap(&self, units: &[usize]) -> f64 {
        let gaps = units.windows(2).filter_map(|pair| match pair {
            [a, b] => Some(between_columns(self.model, &[*a], &[*b], self.d)),
            _ => None,
        });
        gaps.fold(3.2 * self.d.unit, |a, b| a.max(b * 0.8))
    }

    /// As many units per row as give the least height.
    fn grid<'u>(&self, units: &'u [usize], width: f64) -> Option<Grid<'u>> {
        let least = self.unit_least(units);
        let inner = width - 2.0 * self.pad();
        let column_gap = self.column_gap(units);
        let row_gap = between_rows(self.model, units, &[], self.d);
        let most = units.len().min(MOST_ROWS);
        let worth = if self.zones.compact { 0.98 } else { 0.8 };
        let mut best: Option<Grid<'u>> = None;
        for count in 1..=most {
            let per_row = units.len().div_ceil(count);
            let room = inner - (per_row - 1) as f64 * column_gap;
            if room / (per_row as f64) < least && count < most {
                continue;
            }
            let rows = units.chunks(per_row).map(|row| self.unit_row(row, room / per_row as f64)).collect();
            let grid = Grid { rows, column_gap, row_gap };
            if best.as_ref().is_none_or(|b| grid.height() < b.height() * worth) {
                best = Some(grid);
            }
        }
        best
    }

    /// Units of equal width, or of unequal width where that is much lower.
    fn unit_row<'u>(&self, units: &'u [usize], width: f64) -> UnitRow<'u> {
        let height = |at: usize, width: f64| units.get(at).map_or(0.0, |&unit| self.stack_height(unit, width));
        let equal = vec![width; units.len()];
        let heights: Vec<f64> = (0..units.len()).map(|at| height(at, width)).collect();
        let tallest = heights.iter().copied().fold(0.0, f64::max);
        let lowest = heights.iter().copied().fold(f64::INFINITY, f64::min);
        if lowest < tallest * 0.8 {
            let least: Vec<f64> = units.iter().map(|&unit| self.unit_least(&[unit])).collect();
            let (widths, height) = share(equal.clone(), &least, (width * 0.3, width * 0.02), height);
            if height < tallest * WORTH_UNEQUAL {
                return UnitRow { units, widths, height };
            }
        }
        UnitRow { units, widths: equal, height: tallest }
    }
}
