//! A table of one meeting to be read or filled in by hand (出欠の回答一覧, 督促一覧, 受付簿).

use serde::{Deserialize, Serialize};

use crate::plain::{Lines, spaced};

/// A table with its heading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MemberList {
    /// The council's name.
    pub council: String,
    /// 「令和8年度　第2回　全体会　出欠の回答一覧」.
    pub title: String,
    /// Lines at the right under the title.
    pub right: Vec<String>,
    /// Lines above the table.
    pub lines: Vec<String>,
    /// Whether the sheet lies on its side.
    pub landscape: bool,
    /// The columns; the one that names the row is the first that is no number.
    pub columns: Vec<MemberColumn>,
    /// The rows, one text for each column.
    pub rows: Vec<Vec<String>>,
    /// Whether rows are high enough to be written in.
    pub roomy: bool,
    /// Lines under the table.
    pub footers: Vec<String>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MemberColumn {
    /// Its heading.
    pub label: String,
    /// Its share of the width; as narrow as it can be where 0.
    pub width: f64,
}

impl MemberColumn {
    /// A column that takes a share of the width.
    #[must_use]
    pub fn new(label: impl Into<String>, width: f64) -> Self {
        Self { label: label.into(), width }
    }
}

impl MemberList {
    /// The plain-text version: each row in one line, with what each of its texts is.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(spaced(&[&self.council, &self.title]));
        self.right.iter().chain(&self.lines).for_each(|line| lines.push(line));
        lines.gap();
        for row in &self.rows {
            let cells = self.columns.iter().zip(row).filter(|(_, text)| !text.is_empty());
            let cells: Vec<String> =
                cells.map(|(column, text)| format!("{}：{}", column.label, text.replace('\n', "、"))).collect();
            lines.push(cells.join("　"));
        }
        lines.gap();
        self.footers.iter().for_each(|line| lines.push(line));
        lines.finish()
    }
}
