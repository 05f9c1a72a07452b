//! The characters that a table would lose in Shift_JIS, told before it leaves.

use super::ready::Ready;
use crate::error::Result;
use entaku_sheets::{Cp932Csv, Fallback, Replacement, Sheet, SheetError, Unencodable};

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
    /// Everything that Shift_JIS cannot hold, but what only changes its code point and
    /// the marks of categories; nothing for a document that is no table.
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
            Ok(items.into_iter().filter(|i| !says_the_same(i)).map(lost_character).collect())
        }
        Err(other) => Err(other.into()),
    }
}

/// (1) for ⑴ says the same: every roster has it, and nobody is asked about it.
fn says_the_same(item: &Unencodable) -> bool {
    item.nearness == Replacement::Same || is_mark(&item.item)
}

/// ⑴ to ⒇.
fn is_mark(item: &str) -> bool {
    let mut chars = item.chars();
    chars.next().is_some_and(|c| ('\u{2474}'..='\u{2487}').contains(&c)) && chars.next().is_none()
}

/// A table in Shift_JIS: refused only where something would be lost that is worth a question.
pub(super) fn csv(sheet: &Sheet, fallback: Fallback) -> Result<Cp932Csv> {
    let mut made = match entaku_sheets::csv_cp932(sheet, fallback) {
        Err(SheetError::Unencodable(mut items)) => {
            items.retain(|i| !says_the_same(i));
            if !items.is_empty() {
                return Err(SheetError::Unencodable(items).into());
            }
            entaku_sheets::csv_cp932(sheet, Fallback::Replace)?
        }
        made => made?,
    };
    made.replaced.retain(|i| !is_mark(&i.item));
    Ok(made)
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
