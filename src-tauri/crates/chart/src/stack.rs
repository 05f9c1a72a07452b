//! A box with those that hang below it (a subcommittee with its working
//! parties): one below the other, or the lower ones side by side where that
//! is lower.

use crate::gaps::{between_columns, between_rows};
use crate::place::{Placer, Rects};
use crate::scene::Rect;

/// Between a box and one below it without an arrow, in mm on A3.
const NEAR: f64 = 2.6;

/// The lower boxes side by side.
struct Beside {
    width: f64,
    gap: f64,
    height: f64,
}

impl Placer<'_> {
    /// Height of a box with those that hang below it.
    pub(crate) fn stack_height(&self, it: usize, width: f64) -> f64 {
        let own = self.block_height(it, width);
        match self.beside(it, width) {
            Some(beside) => own + self.below_gap(it) + beside.height,
            None => self.piled_height(it, width),
        }
    }

    fn piled_height(&self, it: usize, width: f64) -> f64 {
        let stack = self.model.stack(it);
        let text: f64 = stack.iter().map(|&it| self.block_height(it, width)).sum();
        text + self.stack_gaps(stack).iter().sum::<f64>()
    }

    /// The first box takes the height that is left.
    pub(crate) fn settle_stack(&self, it: usize, rect: Rect, rects: &mut Rects) {
        let spare = rect.h - self.stack_height(it, rect.w);
        let mut put = |it: usize, rect: Rect| {
            if let Some(slot) = rects.get_mut(it) {
                *slot = rect;
            }
        };
        let first = self.block_height(it, rect.w) + spare;
        put(it, Rect { h: first, ..rect });
        let stack = self.model.stack(it);
        let below = stack.get(1..).unwrap_or_default();
        if let Some(beside) = self.beside(it, rect.w) {
            let y = rect.y + first + self.below_gap(it);
            for (at, &member) in below.iter().enumerate() {
                let x = rect.x + at as f64 * (beside.width + beside.gap);
                put(member, Rect { x, y, w: beside.width, h: self.block_height(member, beside.width) });
            }
            return;
        }
        let mut y = rect.y + first;
        for (&member, gap) in below.iter().zip(self.stack_gaps(stack)) {
            let h = self.block_height(member, rect.w);
            put(member, Rect { y: y + gap, h, ..rect });
            y += gap + h;
        }
    }

    fn stack_gaps(&self, stack: &[usize]) -> Vec<f64> {
        let pairs = stack.windows(2).filter_map(|pair| pair.split_first());
        pairs.map(|(above, below)| self.gap_under(*above, below)).collect()
    }

    /// Between a box and those below it.
    fn below_gap(&self, it: usize) -> f64 {
        self.gap_under(it, &self.model.children(it))
    }

    /// What belongs together stands near, unless an arrow runs between.
    fn gap_under(&self, above: usize, below: &[usize]) -> f64 {
        if below.iter().any(|&it| self.model.linked(above, it)) {
            between_rows(self.model, &[above], below, self.d)
        } else {
            NEAR * self.d.unit * self.d.spread
        }
    }

    /// The boxes below side by side, if that is lower: only boxes that have
    /// nothing below themselves.
    fn beside(&self, it: usize, width: f64) -> Option<Beside> {
        let below = self.model.stack(it).get(1..).filter(|below| below.len() > 1)?;
        if below != self.model.children(it) {
            return None;
        }
        let gap = below.windows(2).filter_map(|pair| match pair {
            [a, b] => Some(between_columns(self.model, &[*a], &[*b], self.d)),
            _ => None,
        });
        let gap = gap.fold(3.2 * self.d.unit, |a, b| a.max(b * 0.8));
        let each = (width - gap * (below.len() - 1) as f64) / below.len() as f64;
        let least = |it: &usize| self.model.block(*it).map_or(0.0, |block| block.least_width(self.d.t));
        if below.iter().any(|it| least(it) > each) {
            return None;
        }
        let height = below.iter().map(|&it| self.block_height(it, each)).fold(0.0, f64::max);
        let whole = self.block_height(it, width) + self.below_gap(it) + height;
        (whole < self.piled_height(it, width)).then_some(Beside { width: each, gap, height })
    }
}
