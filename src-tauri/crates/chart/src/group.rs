//! A group (専門部会): its own text on top, then its subcommittees side by
//! side, each with the working parties that hang below it.

use crate::gaps::{between_columns, between_rows};
use crate::place::{Placer, Rects};
use crate::scene::Rect;

/// Rows of equal units inside a group.
struct Grid {
    per_row: usize,
    unit_width: f64,
    column_gap: f64,
    row_gap: f64,
    /// Height of each row's units.
    heights: Vec<f64>,
}

impl Grid {
    fn height(&self) -> f64 {
        let gaps = self.heights.len().saturating_sub(1) as f64 * self.row_gap;
        self.heights.iter().sum::<f64>() + gaps
    }
}

impl Placer<'_> {
    pub(crate) fn group_least_width(&self, it: usize) -> f64 {
        let own = self.model.block(it).map_or(0.0, |block| block.least_width(self.d.t));
        let units = self.model.children(it);
        let per_row = units.len().div_ceil(3).max(1);
        let unit = self.unit_least(&units);
        let gaps = (per_row - 1) as f64 * self.column_gap(&units);
        own.max(unit * per_row as f64 + gaps + 2.0 * self.pad())
    }

    pub(crate) fn group_height(&self, it: usize, width: f64) -> f64 {
        let header = self.block_height(it, width);
        match self.grid(it, width) {
            Some(grid) => header + grid.height() + self.group_top() + self.pad().max(self.foot(it)),
            None => header + 0.4 * self.d.t.size,
        }
    }

    pub(crate) fn settle_group(&self, it: usize, rect: Rect, rects: &mut Rects) {
        if let Some(slot) = rects.get_mut(it) {
            *slot = rect;
        }
        let Some(grid) = self.grid(it, rect.w) else { return };
        let units = self.model.children(it);
        let spare = (rect.h - self.group_height(it, rect.w)) / grid.heights.len().max(1) as f64;
        let mut y = rect.y + self.block_height(it, rect.w) + self.group_top();
        for (row, natural) in units.chunks(grid.per_row).zip(&grid.heights) {
            let h = natural + spare;
            let mut x = rect.x + self.pad();
            for &unit in row {
                self.settle_stack(unit, Rect { x, y, w: grid.unit_width, h }, rects);
                x += grid.unit_width + grid.column_gap;
            }
            y += h + grid.row_gap;
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
    fn grid(&self, it: usize, width: f64) -> Option<Grid> {
        let units = self.model.children(it);
        let least = self.unit_least(&units);
        let inner = width - 2.0 * self.pad();
        let column_gap = self.column_gap(&units);
        let mut best: Option<Grid> = None;
        for rows in 1..=units.len().min(3) {
            let per_row = units.len().div_ceil(rows);
            let unit_width = (inner - (per_row - 1) as f64 * column_gap) / per_row as f64;
            let narrow = unit_width < least && rows < units.len().min(3);
            if narrow {
                continue;
            }
            let height =
                |row: &[usize]| row.iter().map(|&unit| self.stack_height(unit, unit_width)).fold(0.0, f64::max);
            let heights = units.chunks(per_row).map(height).collect();
            let row_gap = between_rows(self.model, &units, &[], self.d);
            let grid = Grid { per_row, unit_width, column_gap, row_gap, heights };
            if best.as_ref().is_none_or(|b| grid.height() < b.height() * 0.8) {
                best = Some(grid);
            }
        }
        best
    }
}
