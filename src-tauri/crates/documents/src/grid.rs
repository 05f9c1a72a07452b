//! Sheets that are cut or pre-cut into equal cells: where each cell lies, in
//! millimetres. A printer's own shift is set right by an [`Offset`].

use serde::{Deserialize, Serialize};

/// A4 upright, in millimetres.
const A4_MM: (f64, f64) = (210.0, 297.0);

/// A sheet of equal cells (面付け用紙), A4 upright.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CellSheet {
    /// Address labels, 12 on A4 (宛名ラベル12面): 2 × 6 of 86.4 mm × 42.3 mm, as the
    /// makers' sheets with margins on all sides; what is left of A4 is halved.
    Labels12,
    /// Address labels, 24 on A4 (宛名ラベル24面): 3 × 8 of 66.0 mm × 33.9 mm, likewise.
    Labels24,
    /// Name plates, 10 on A4 (名札): 2 × 5 of 91 mm × 55 mm, the size of a visiting card,
    /// as the makers' card sheets; what is left of A4 is halved.
    Cards10,
}

/// The geometry of a sheet of cells, in millimetres from the page's upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Grid {
    /// Cells side by side.
    pub columns: u32,
    /// Cells one below the other.
    pub rows: u32,
    /// Width of a cell.
    pub width: f64,
    /// Height of a cell.
    pub height: f64,
    /// From the page's left edge to the first cell.
    pub left: f64,
    /// From the page's upper edge to the first cell.
    pub top: f64,
    /// What a cell keeps free on all sides.
    pub inner: f64,
}

/// How far a printer is to print from where it would (位置の調整), in millimetres.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Offset {
    /// To the right; to the left where negative.
    pub right: f64,
    /// Down; up where negative.
    pub down: f64,
}

/// Where a cell lies.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Cell {
    /// The page, from 0.
    pub page: u32,
    /// Left edge, in millimetres.
    pub x: f64,
    /// Upper edge, in millimetres.
    pub y: f64,
}

impl CellSheet {
    /// Where its cells lie. There are no gaps between cells, so that what A4 leaves
    /// is shared by both sides: (210 − 2 × 86.4) ÷ 2 = 18.6 mm.
    #[must_use]
    pub fn grid(self) -> Grid {
        let (columns, rows, width, height, inner) = match self {
            CellSheet::Labels12 => (2, 6, 86.4, 42.3, 4.5),
            CellSheet::Labels24 => (3, 8, 66.0, 33.9, 3.5),
            CellSheet::Cards10 => (2, 5, 91.0, 55.0, 5.0),
        };
        let rest = |page: f64, cells: u32, size: f64| ((page - f64::from(cells) * size) * 5.0).round() / 10.0;
        let (left, top) = (rest(A4_MM.0, columns, width), rest(A4_MM.1, rows, height));
        Grid { columns, rows, width, height, left, top, inner }
    }
}

impl Grid {
    /// Cells on a page.
    #[must_use]
    pub fn on_page(&self) -> u32 {
        self.columns * self.rows
    }

    /// The cell of a running number from 0, row by row, page by page.
    #[must_use]
    pub fn cell(&self, number: u32, shift: Offset) -> Cell {
        let at = number % self.on_page();
        let (column, row) = (f64::from(at % self.columns), f64::from(at / self.columns));
        Cell {
            page: number / self.on_page(),
            x: tenths(self.left + column * self.width + shift.right),
            y: tenths(self.top + row * self.height + shift.down),
        }
    }

    /// The cells of so many things, the first of them in cell `first` (from 1).
    #[must_use]
    pub fn cells(&self, count: usize, first: u32, shift: Offset) -> Vec<Cell> {
        let skipped = first.clamp(1, self.on_page()) - 1;
        (skipped..).take(count).map(|number| self.cell(number, shift)).collect()
    }
}

/// Hundredths of a millimetre are nothing that a printer keeps.
fn tenths(mm: f64) -> f64 {
    (mm * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_lie_where_the_sheets_have_them() {
        for (sheet, left, top, last) in [
            (CellSheet::Labels12, 18.6, 21.6, (105.0, 233.1)),
            (CellSheet::Labels24, 6.0, 12.9, (138.0, 250.2)),
            (CellSheet::Cards10, 14.0, 11.0, (105.0, 231.0)),
        ] {
            let grid = sheet.grid();
            assert_eq!((grid.left, grid.top), (left, top), "{sheet:?}");
            let end = grid.cell(grid.on_page() - 1, Offset::default());
            assert_eq!((end.page, end.x, end.y), (0, last.0, last.1), "{sheet:?}");
            assert!(end.x + grid.width <= 210.0 && end.y + grid.height <= 297.0);
        }
    }

    #[test]
    fn used_labels_are_skipped_and_the_printer_is_set_right() {
        let grid = CellSheet::Labels12.grid();
        let shift = Offset { right: -1.5, down: 0.4 };
        let cells = grid.cells(7, 12, shift);
        assert_eq!(cells[0], Cell { page: 0, x: 103.5, y: 233.5 });
        assert_eq!(cells[1], Cell { page: 1, x: 17.1, y: 22.0 });
        assert_eq!(cells[6].page, 1);
        assert_eq!(grid.cells(1, 99, Offset::default())[0].page, 0, "a sheet has no such label: its last");
    }
}
