//! The characters that a table would lose in Shift_JIS, told before it leaves.

use super::ready::Ready;
use crate::error::Result;
use entaku_sheets::{Fallback, Replacement, Sheet, SheetError, Unencodable};

/// A character that Shift_JIS cannot hold.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct LostCharacter {
    /// The row, 1 for the first; none for the headings.
    pub row: Option<u32>,
    /// The column's heading.
    pub column: String,
    /// The whole text of the cell.
    pub text: String,
    /// What cannot be held.
    pub item: String,
    /// U+20BB7.
    pub code_points: String,
    /// What would be written in its place; empty where it would be left out.
    pub replacement: String,
}

impl Ready {
    /// Everything that Shift_JIS cannot hold, but what only changes its code point;
    /// nothing for a document that is no table.
    ///
    /// # Errors
    /// A table that cannot be written at all.
    pub fn lost(&self) -> Result<Vec<LostCharacter>> {
        self.sheet().map_or_else(|| Ok(Vec::new()), lost)
    }
}

fn lost(sheet: &Sheet) -> Result<Vec<LostCharacter>> {
    match entaku_sheets::csv_cp932(sheet, Fallback::Refuse) {
        Ok(_) => Ok(Vec::new()),
        Err(SheetError::Unencodable(items)) => {
            Ok(items.into_iter().filter(|i| i.nearness != Replacement::Same).map(lost_character).collect())
        }
        Err(other) => Err(other.into()),
    }
}

fn lost_character(item: Unencodable) -> LostCharacter {
    let points: Vec<String> = item.code_points.iter().map(|c| format!("U+{c:04X}")).collect();
    LostCharacter {
        row: item.row.map(|r| u32::try_from(r + 1).unwrap_or(u32::MAX)),
        column: item.column,
        text: item.text,
        item: item.item,
        code_points: points.join(" "),
        replacement: item.replacement,
    }
}
