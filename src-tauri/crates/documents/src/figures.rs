//! How a body is made up, in figures (構成の集計).

use serde::{Deserialize, Serialize};

use crate::Audience;
use crate::plain::{Lines, spaced};

/// The figures of a body on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// The council's name.
    pub council: String,
    /// 「全体会　委員の構成」.
    pub title: String,
    /// 「令和8年10月14日現在」.
    pub as_of: String,
    /// Public or internal; the line is printed for these two only.
    pub audience: Audience,
    /// 「委員　17人（欠員1）」.
    pub total: String,
    /// The tables; each adds up to the total.
    pub tables: Vec<FigureTable>,
    /// Lines under the tables.
    pub footers: Vec<String>,
}

/// Members told apart by one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureTable {
    /// 「区分別」.
    pub title: String,
    /// Its rows; none where all figures are too small to be shown.
    pub rows: Vec<FigureRow>,
    /// A line under it; empty for none.
    pub note: String,
}

/// One figure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureRow {
    /// What is counted.
    pub label: String,
    /// How many; 「＊」 for a figure that is not shown.
    pub count: String,
    /// The share of the whole, 「17.6％」; 「＊」 likewise.
    pub share: String,
}

impl Figures {
    /// The plain-text version.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(spaced(&[&self.council, &self.title]));
        lines.push(&self.as_of);
        if self.audience != Audience::Members {
            lines.push(format!("（{}）", self.audience.label()));
        }
        lines.push(&self.total);
        for table in &self.tables {
            lines.gap();
            lines.push(&table.title);
            for row in &table.rows {
                let unit = if row.count == "＊" { "" } else { "人" };
                lines.push(spaced(&[&row.label, &format!("{}{unit}", row.count), &row.share]));
            }
            lines.push(&table.note);
        }
        lines.gap();
        self.footers.iter().for_each(|line| lines.push(line));
        lines.finish()
    }
}
