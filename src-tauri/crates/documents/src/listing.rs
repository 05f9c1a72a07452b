//! A list of a meeting with a row for each thing: who got what (送付一覧), what is collected
//! (回収確認表), for whom which set is made (配付計画).

use serde::{Deserialize, Serialize};

use crate::plain::{Lines, spaced};

/// A list of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// The council's name.
    pub council: String,
    /// 「令和8年度 第2回 全体会」.
    pub meeting: String,
    /// What it is: 「送付一覧」.
    pub title: String,
    /// Lines at the right, under the title: the meeting's day, as of when.
    pub facts: Vec<String>,
    /// The columns.
    pub columns: Vec<ListColumn>,
    /// The rows: as many cells as columns.
    pub rows: Vec<Vec<String>>,
    /// What is said where there are no rows.
    pub empty: String,
    /// Lines under the table.
    pub notes: Vec<String>,
}

/// A column of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListColumn {
    /// Its heading.
    pub label: String,
    /// Its share of the width; 0 for as wide as its words.
    pub share: u8,
    /// Whether its cells are figures or marks, in the middle.
    pub centred: bool,
    /// Whether its cells are to be filled in by hand: a box to be ticked.
    pub tick: bool,
}

impl ListColumn {
    /// A column of words.
    #[must_use]
    pub fn words(label: &str, share: u8) -> Self {
        Self { label: label.to_owned(), share, centred: false, tick: false }
    }

    /// A column of figures or marks.
    #[must_use]
    pub fn marks(label: &str) -> Self {
        Self { label: label.to_owned(), share: 0, centred: true, tick: false }
    }

    /// A column of boxes to be ticked.
    #[must_use]
    pub fn ticks(label: &str) -> Self {
        Self { label: label.to_owned(), share: 0, centred: true, tick: true }
    }
}

impl Listing {
    /// The plain-text version: each row as a line, its cells with their headings.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(&self.council);
        lines.push(spaced(&[&self.meeting, &self.title]));
        self.facts.iter().for_each(|fact| lines.push(fact));
        lines.gap();
        if self.rows.is_empty() {
            lines.push(&self.empty);
        }
        for row in &self.rows {
            let cells = self.columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
            let cells: Vec<String> = cells.map(|(column, cell)| format!("{}：{cell}", column.label)).collect();
            lines.push(cells.join("　"));
        }
        lines.gap();
        self.notes.iter().for_each(|note| lines.push(note));
        lines.finish()
    }
}
