//! How many sheets and copies to print (印刷・部数表).

use serde::{Deserialize, Serialize};

use crate::plain::Lines;
use crate::{PaperClass, SheetCount};

/// The plan for printing a meeting's papers (印刷・部数表).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PrintPlan {
    /// The council's name.
    pub council: String,
    /// 「令和8年度 第2回 全体会」.
    pub meeting: String,
    /// 「令和8年10月14日（水）」.
    pub date: String,
    /// Whether both sides are printed (両面); the sheet counts already say so.
    pub duplex: bool,
    /// Who gets copies, in the order of the columns.
    pub recipients: Vec<Recipients>,
    /// One row per paper, the packet's front pages first.
    pub rows: Vec<PrintRow>,
    /// Lines under the table.
    pub notes: Vec<String>,
}

/// A kind of recipient (配布先): 委員, 事務局, 傍聴, 報道, 予備.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipients {
    /// 「委員」.
    pub label: String,
    /// Copies of a full set for them.
    pub copies: u32,
}

/// A paper's row in the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PrintRow {
    /// 「資料2-1」; empty for the front pages.
    pub number: String,
    /// The title.
    pub title: String,
    /// When it is handed out; none for the front pages.
    pub class: Option<PaperClass>,
    /// Pages of one copy that have something on them.
    pub pages: u32,
    /// Sheets of one copy, which begins on a new sheet.
    pub sheets: SheetCount,
    /// Copies per recipient kind, in the order of [`PrintPlan::recipients`];
    /// 0 where the paper is not handed out, as for closed papers to 傍聴.
    pub copies: Vec<u32>,
    /// Another edition, printed apart: not of the set whose pages and sheets are
    /// summed, as the public edition beside the members'.
    #[serde(default)]
    pub apart: bool,
}

impl PrintRow {
    /// Copies for all recipients.
    #[must_use]
    pub fn total_copies(&self) -> u32 {
        self.copies.iter().sum()
    }

    /// Sheets for all copies.
    #[must_use]
    pub fn total_sheets(&self) -> SheetCount {
        self.sheets.times(self.total_copies())
    }
}

impl PrintPlan {
    /// Sheets for all copies of all papers.
    #[must_use]
    pub fn total_sheets(&self) -> SheetCount {
        self.rows.iter().fold(SheetCount::default(), |sum, row| sum.plus(row.total_sheets()))
    }

    /// Pages of one full set.
    #[must_use]
    pub fn total_pages(&self) -> u32 {
        self.rows.iter().filter(|row| !row.apart).map(|row| row.pages).sum()
    }

    /// The plain-text version.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(&self.council);
        lines.push(format!("{}　印刷・部数表", self.meeting));
        lines.push(&self.date);
        lines.push(if self.duplex {
            "両面印刷（資料ごとに紙を改めて印刷する場合の枚数）"
        } else {
            "片面印刷"
        });
        lines.gap();
        for row in &self.rows {
            lines.push(self.row_text(row));
        }
        lines.gap();
        lines.push(format!("合計　{}", sheets_text(self.total_sheets())));
        for note in &self.notes {
            lines.push(note);
        }
        lines.finish()
    }

    fn row_text(&self, row: &PrintRow) -> String {
        let copies: Vec<String> = self
            .recipients
            .iter()
            .zip(&row.copies)
            .filter(|(_, copies)| **copies > 0)
            .map(|(kind, copies)| format!("{}{copies}部", kind.label))
            .collect();
        let name = crate::plain::spaced(&[&row.number, &row.title]);
        format!(
            "{name}　{}ページ　1部{}　{}　計{}部　{}",
            row.pages,
            sheets_text(row.sheets),
            copies.join("・"),
            row.total_copies(),
            sheets_text(row.total_sheets()),
        )
    }
}

fn sheets_text(sheets: SheetCount) -> String {
    let parts = [("A4", sheets.a4), ("A3", sheets.a3), ("その他", sheets.other)];
    let named: Vec<String> =
        parts.iter().filter(|(_, count)| *count > 0).map(|(label, count)| format!("{label} {count}枚")).collect();
    if named.is_empty() { "0枚".to_owned() } else { named.join("、") }
}
