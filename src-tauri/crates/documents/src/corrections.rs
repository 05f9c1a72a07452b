//! What a replacement changes in a set that left (差替え一覧).

use serde::{Deserialize, Serialize};

use crate::plain::{Lines, spaced};

/// The first page of a replacement (差替え一覧・正誤表).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrections {
    /// The council's name.
    pub council: String,
    /// 「令和8年度 第2回 全体会」.
    pub meeting: String,
    /// The meeting's day.
    pub date: String,
    /// The day of the replacement: 「令和8年10月10日」.
    pub made_on: String,
    /// Which set it mends: 「令和8年10月7日に配付した会議資料（委員用）」.
    pub mends: String,
    /// Who issues it.
    pub issuer: String,
    /// For whom this copy is; empty where it is anybody's.
    pub addressee: String,
    /// What is changed, in the order of the papers.
    pub rows: Vec<CorrectionRow>,
    /// Whether the agenda is bound behind this page, since it has changed.
    pub with_agenda: bool,
    /// What readers are asked to do.
    pub notes: Vec<String>,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionRow {
    /// 「差替え」, 「追加」, 「取下げ」, 「番号・題名の変更」.
    pub kind: String,
    /// The paper's number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// What was changed; empty where nobody wrote it down.
    pub what: String,
    /// The pages that are taken out: 「5～7」; empty for none.
    pub out: String,
    /// The pages that are put in: 「5～6」; empty for none.
    pub put_in: String,
}

impl Corrections {
    /// The plain-text version.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(&self.addressee);
        lines.push(&self.council);
        lines.push(spaced(&[&self.meeting, "会議資料の差替え一覧"]));
        lines.push(spaced(&["会議の日：", &self.date]));
        lines.push(&self.made_on);
        lines.push(&self.issuer);
        lines.gap();
        lines.push(format!("{}を、次のとおり差し替えます。", self.mends));
        for row in &self.rows {
            lines.gap();
            lines.push(spaced(&[&format!("【{}】", row.kind), &row.number, &row.title]));
            let pages = |label: &str, pages: &str| match pages.chars().any(|c| c.is_ascii_digit()) {
                true => format!("　{label}：{pages}ページ"),
                false if pages.is_empty() => String::new(),
                false => format!("　{label}：{pages}"),
            };
            if !row.what.is_empty() {
                lines.push(format!("　内容：{}", row.what));
            }
            lines.push(pages("取り除くページ", &row.out));
            lines.push(pages("入れるページ", &row.put_in));
        }
        lines.gap();
        self.notes.iter().for_each(|note| lines.push(note));
        lines.finish()
    }
}
