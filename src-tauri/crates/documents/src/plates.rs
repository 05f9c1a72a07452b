//! What carries names at a meeting: plates to wear (名札) and cards that stand on
//! the table (席札).

use serde::{Deserialize, Serialize};

use crate::grid::{Cell, CellSheet};
use crate::plain::{Lines, spaced};

/// A name as it stands before its bearer; empty parts are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plate {
    /// Organisation and post, or 事務局.
    pub affiliation: String,
    /// 会長, 副会長.
    pub office: String,
    /// The reading.
    pub kana: String,
    /// The name.
    pub name: String,
}

/// Name plates (名札), ten on A4, to be cut or printed on card sheets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NamePlates {
    /// The title of the file.
    pub title: String,
    /// What stands over each name: the council, or the meeting.
    pub over: String,
    /// The plates in order.
    pub plates: Vec<Plate>,
}

/// Cards that stand on the table (席札): A4 across, folded in the middle; each
/// name stands on both sides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableCards {
    /// The title of the file.
    pub title: String,
    /// The cards in order.
    pub cards: Vec<Plate>,
}

impl Plate {
    fn text(&self) -> String {
        let kana = if self.kana.is_empty() { String::new() } else { format!("（{}）", self.kana) };
        let name = format!("{}{kana}", self.name);
        spaced(&[&self.affiliation, &self.office, &name])
    }
}

impl NamePlates {
    /// The sheet that they are printed on.
    pub const SHEET: CellSheet = CellSheet::Cards10;

    /// Where each plate lies.
    #[must_use]
    pub fn cells(&self) -> Vec<Cell> {
        Self::SHEET.grid().cells(self.plates.len(), 1, crate::Offset::default())
    }

    /// The plain-text version, one name per line.
    #[must_use]
    pub fn text(&self) -> String {
        names(&self.title, &self.plates)
    }
}

impl TableCards {
    /// The plain-text version, one name per line.
    #[must_use]
    pub fn text(&self) -> String {
        names(&self.title, &self.cards)
    }
}

fn names(title: &str, plates: &[Plate]) -> String {
    let mut lines = Lines::default();
    lines.push(title);
    lines.gap();
    plates.iter().for_each(|plate| lines.push(plate.text()));
    lines.finish()
}
