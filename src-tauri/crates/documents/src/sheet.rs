//! Sizes of pages and the sheets of paper they need.

use serde::{Deserialize, Serialize};

/// A page's size as it is seen (after rotation), in points (1/72 inch).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageSize {
    /// Width in points.
    pub width_pt: f64,
    /// Height in points.
    pub height_pt: f64,
}

/// The sheet a page is printed on (用紙).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetSize {
    /// 210 mm × 297 mm, either way round.
    A4,
    /// 297 mm × 420 mm, either way round.
    A3,
    /// Anything else (その他).
    Other,
}

/// Two sizes that differ by less than this are the same sheet; a scanner is
/// rarely more exact.
const TOLERANCE_PT: f64 = 9.0;

const A4_PT: (f64, f64) = (595.28, 841.89);
const A3_PT: (f64, f64) = (841.89, 1190.55);

impl PageSize {
    /// The shorter and the longer side.
    fn sides(self) -> (f64, f64) {
        (self.width_pt.min(self.height_pt), self.width_pt.max(self.height_pt))
    }

    fn is_near(self, (w, h): (f64, f64)) -> bool {
        let (short, long) = self.sides();
        (short - w).abs() < TOLERANCE_PT && (long - h).abs() < TOLERANCE_PT
    }

    /// Whether two pages can be the two sides of one sheet.
    fn shares_sheet(self, other: PageSize) -> bool {
        SheetSize::of(self) == SheetSize::of(other) && self.is_near(other.sides())
    }
}

impl SheetSize {
    /// The sheet for a page of this size.
    #[must_use]
    pub fn of(page: PageSize) -> SheetSize {
        if page.is_near(A4_PT) {
            SheetSize::A4
        } else if page.is_near(A3_PT) {
            SheetSize::A3
        } else {
            SheetSize::Other
        }
    }
}

/// Sheets by size (枚数).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetCount {
    /// A4 sheets.
    pub a4: u32,
    /// A3 sheets.
    pub a3: u32,
    /// Sheets of other sizes.
    pub other: u32,
}

impl SheetCount {
    /// The sheets for pages in this order. Printed on both sides, two
    /// neighbouring pages share a sheet if they are of the same size, either way
    /// round.
    #[must_use]
    pub fn of(pages: impl IntoIterator<Item = PageSize>, duplex: bool) -> SheetCount {
        let mut count = SheetCount::default();
        let mut open: Option<PageSize> = None;
        for page in pages {
            let size = SheetSize::of(page);
            if duplex && open.is_some_and(|front| front.shares_sheet(page)) {
                open = None;
                continue;
            }
            open = Some(page);
            match size {
                SheetSize::A4 => count.a4 += 1,
                SheetSize::A3 => count.a3 += 1,
                SheetSize::Other => count.other += 1,
            }
        }
        count
    }

    /// All sheets together.
    #[must_use]
    pub fn total(self) -> u32 {
        self.a4 + self.a3 + self.other
    }

    /// This many times as many.
    #[must_use]
    pub fn times(self, copies: u32) -> SheetCount {
        SheetCount { a4: self.a4 * copies, a3: self.a3 * copies, other: self.other * copies }
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, more: SheetCount) -> SheetCount {
        SheetCount { a4: self.a4 + more.a4, a3: self.a3 + more.a3, other: self.other + more.other }
    }
}
