//! The roster of a body's members (委員名簿).

use serde::{Deserialize, Serialize};

use crate::Audience;
use crate::plain::{Lines, spaced};

/// A roster (委員名簿) as of one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Roster {
    /// The council's name, 「鎌倉市障害者支援協議会」.
    pub council: String,
    /// The heading, 「全体会 委員名簿」.
    pub title: String,
    /// 「令和8年10月14日現在」.
    pub as_of: String,
    /// 「任期　令和8年4月1日から令和10年3月31日まで」; empty if no term is set.
    pub term: String,
    /// Public or internal; the line is printed for [`Audience::Internal`] only.
    pub audience: Audience,
    /// The columns from left to right.
    pub columns: Vec<RosterColumn>,
    /// By category, or one group without label for 五十音順.
    pub groups: Vec<RosterGroup>,
    /// Lines under the table, such as 「敬称略・五十音順」.
    pub footers: Vec<String>,
}

/// A column of a roster (欄).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RosterColumn {
    /// Running number (番号), counted over the whole roster.
    Number,
    /// Category with its 号 (区分); taken from the group, else from the row.
    Category,
    /// Name (氏名).
    Name,
    /// Reading (ふりがな).
    Kana,
    /// Organisation and post (所属・職).
    Affiliation,
    /// Office in the body (役職), 会長.
    Office,
    /// Day of appointment (委嘱日).
    Appointed,
    /// Last day of the term (任期満了日).
    TermEnd,
    /// Remarks (備考).
    Note,
}

impl RosterColumn {
    /// The heading of the column.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            RosterColumn::Number => "番号",
            RosterColumn::Category => "区分",
            RosterColumn::Name => "氏名",
            RosterColumn::Kana => "ふりがな",
            RosterColumn::Affiliation => "所属・職",
            RosterColumn::Office => "役職",
            RosterColumn::Appointed => "委嘱日",
            RosterColumn::TermEnd => "任期満了日",
            RosterColumn::Note => "備考",
        }
    }
}

/// The members of one category (区分).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RosterGroup {
    /// 「⑴ 医療関係者」; empty if the roster is not grouped.
    pub label: String,
    /// The members in order.
    pub rows: Vec<RosterRow>,
}

/// One seat of a roster: a member, or 「欠員」.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RosterRow {
    /// Category with its 号, for rosters that are not grouped.
    pub category: String,
    /// The name as it is printed, told apart from namesakes; 「（欠員）」 for a vacant seat.
    pub name: String,
    /// Its reading.
    pub kana: String,
    /// Organisation and post.
    pub affiliation: String,
    /// 会長, 副会長, 座長, 部会長; empty for others.
    pub office: String,
    /// Day of appointment, formatted.
    pub appointed: String,
    /// Last day of the term, formatted.
    pub term_end: String,
    /// Remarks, 「再任」「補欠」.
    pub note: String,
    /// Whether nobody holds the seat.
    pub vacant: bool,
}

impl RosterRow {
    /// The text of a column, except the running number.
    #[must_use]
    pub fn cell(&self, column: RosterColumn) -> &str {
        match column {
            RosterColumn::Number => "",
            RosterColumn::Category => &self.category,
            RosterColumn::Name => &self.name,
            RosterColumn::Kana => &self.kana,
            RosterColumn::Affiliation => &self.affiliation,
            RosterColumn::Office => &self.office,
            RosterColumn::Appointed => &self.appointed,
            RosterColumn::TermEnd => &self.term_end,
            RosterColumn::Note => &self.note,
        }
    }
}

impl Roster {
    /// The plain-text version, one member per line.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(spaced(&[&self.council, &self.title]));
        lines.push(&self.as_of);
        lines.push(&self.term);
        if self.audience == Audience::Internal {
            lines.push(format!("（{}）", self.audience.label()));
        }
        let mut number = 0;
        for group in &self.groups {
            lines.gap();
            lines.push(&group.label);
            for row in &group.rows {
                number += 1;
                lines.push(self.row_text(row, number, !group.label.is_empty()));
            }
        }
        lines.gap();
        for footer in &self.footers {
            lines.push(footer);
        }
        lines.finish()
    }

    fn row_text(&self, row: &RosterRow, number: usize, grouped: bool) -> String {
        let number = number.to_string();
        let cells: Vec<String> = self
            .columns
            .iter()
            .filter(|column| !(grouped && **column == RosterColumn::Category))
            .map(|column| match column {
                RosterColumn::Number => number.clone(),
                RosterColumn::Kana if !row.kana.is_empty() => format!("（{}）", row.kana),
                RosterColumn::Appointed | RosterColumn::TermEnd if !row.cell(*column).is_empty() => {
                    format!("{} {}", column.label(), row.cell(*column))
                }
                _ => row.cell(*column).to_owned(),
            })
            .collect();
        spaced(&cells.iter().map(String::as_str).collect::<Vec<_>>())
    }
}
