//! Lists with headings, running text and tables: reception lists (受付簿), figures of
//! attendance, payment lists (支払一覧), the yearly report (活動報告書).

use serde::{Deserialize, Serialize};

use crate::Audience;
use crate::plain::{Lines, spaced};

/// The face of such a document in Word, as on paper.
pub const GOTHIC: &str = "BIZ UDPゴシック";

/// A document of parts, each with a heading, paragraphs and a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ListedPaper {
    /// The council's name; empty where the title says it.
    pub council: String,
    /// The title.
    pub title: String,
    /// Lines at the right, under the title: date, place, as of when.
    pub lines: Vec<String>,
    /// For whom; the line is printed for internal and public editions only.
    pub audience: Audience,
    /// A4 on its side (横).
    pub landscape: bool,
    /// A3 instead of A4.
    pub a3: bool,
    /// In large print (大きな文字).
    pub large: bool,
    /// Its parts.
    pub parts: Vec<ListedPart>,
    /// Lines at the end.
    pub footers: Vec<String>,
}

/// A part of a listing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListedPart {
    /// Its heading; empty for none.
    pub heading: String,
    /// 1 for a chapter, 2 for a part of it.
    pub rank: u8,
    /// Running text before the table.
    pub paragraphs: Vec<String>,
    /// Its table.
    pub table: Option<ListedTable>,
    /// A small line under it; empty for none.
    pub note: String,
}

/// A table of a listing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListedTable {
    /// The columns from left to right.
    pub columns: Vec<ListedColumn>,
    /// The rows; each has a cell for every column.
    pub rows: Vec<ListedRow>,
    /// Which column names its row.
    pub head: usize,
    /// The least height of a row, in millimetres; 0 for as it falls.
    pub row_mm: u8,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListedColumn {
    /// Its heading.
    pub name: String,
    /// Its share of the width, in tenths; as wide as its texts where 0.
    pub share: u16,
    /// Whether it holds figures, which stand at the right.
    pub figures: bool,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedRow {
    /// Its cells.
    pub cells: Vec<String>,
    /// Whether it is a total.
    pub total: bool,
}

impl ListedColumn {
    /// A column of text.
    #[must_use]
    pub fn text(name: &str, share: u16) -> Self {
        Self { name: name.to_owned(), share, figures: false }
    }

    /// A column of figures.
    #[must_use]
    pub fn figures(name: &str) -> Self {
        Self { name: name.to_owned(), share: 0, figures: true }
    }
}

impl ListedRow {
    /// A row that is no total.
    #[must_use]
    pub fn of(cells: Vec<String>) -> Self {
        Self { cells, total: false }
    }

    /// A total.
    #[must_use]
    pub fn total(cells: Vec<String>) -> Self {
        Self { cells, total: true }
    }
}

impl ListedPaper {
    /// An empty one, A4 upright.
    #[must_use]
    pub fn new(council: &str, title: &str, audience: Audience) -> Self {
        Self {
            council: council.to_owned(),
            title: title.to_owned(),
            lines: Vec::new(),
            audience,
            landscape: false,
            a3: false,
            large: false,
            parts: Vec::new(),
            footers: Vec::new(),
        }
    }

    /// The plain-text version.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(spaced(&[&self.council, &self.title]));
        self.lines.iter().for_each(|line| lines.push(line));
        if self.audience != Audience::Members {
            lines.push(format!("（{}）", self.audience.label()));
        }
        for part in &self.parts {
            lines.gap();
            lines.push(if part.rank > 1 || part.heading.is_empty() {
                part.heading.clone()
            } else {
                format!("■ {}", part.heading)
            });
            part.paragraphs.iter().for_each(|text| lines.push(text));
            if let Some(table) = &part.table {
                table.rows.iter().for_each(|row| lines.push(table.line(row)));
            }
            lines.push(&part.note);
        }
        lines.gap();
        self.footers.iter().for_each(|line| lines.push(line));
        lines.finish()
    }
}

impl ListedTable {
    /// A row for the ear: what it is called, then each cell with its column.
    fn line(&self, row: &ListedRow) -> String {
        let head = row.cells.get(self.head).cloned().unwrap_or_default();
        let rest = self
            .columns
            .iter()
            .zip(&row.cells)
            .enumerate()
            .filter(|(at, (_, cell))| *at != self.head && !cell.trim().is_empty());
        let rest: Vec<String> = rest.map(|(_, (column, cell))| format!("{}：{cell}", column.name)).collect();
        let head = head.replace('\n', " ");
        spaced(&[&head, &rest.join("、").replace('\n', " ")])
    }
}
