//! The issues of the region (地域課題) as a table and as cards.

use serde::{Deserialize, Serialize};

use crate::Audience;
use crate::plain::{Lines, spaced};

/// All issues in one table (課題整理表), A4 or A3 landscape.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IssueTable {
    /// The council's name.
    pub council: String,
    /// The heading, 「令和8年度 課題整理表」.
    pub title: String,
    /// 「令和8年10月14日現在」.
    pub as_of: String,
    /// For whom it is made.
    pub audience: Audience,
    /// A3 landscape instead of A4 landscape.
    pub a3: bool,
    /// The issues in order.
    pub rows: Vec<IssueRow>,
    /// Lines under the table.
    pub footers: Vec<String>,
}

/// An issue (地域課題) as a row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct IssueRow {
    /// 「R8-3」.
    pub number: String,
    /// Where it came from (発生元).
    pub origin: String,
    /// When it was taken up (受付日), formatted.
    pub received: String,
    /// Field (分野).
    pub field: String,
    /// The issue in a line (課題).
    pub issue: String,
    /// What was learned of it, without facts of a case (事例の要旨).
    pub gist: String,
    /// Background (背景).
    pub background: String,
    /// Resources that there are (現状の資源).
    pub resources: String,
    /// Level of the answer (対応の水準): 個別, 部会, 全体会, 市, 県.
    pub level: String,
    /// Who works on it (担当).
    pub owner: String,
    /// By when (期限), formatted.
    pub due: String,
    /// What is being done (対応策).
    pub measures: String,
    /// Where it stands (状態).
    pub state: String,
    /// What came of it (結果).
    pub result: String,
    /// The items of plans that it concerns (関連する計画の項目).
    pub plan_item: String,
    /// Whom the answer went to, and when (フィードバック先と日付).
    pub feedback: String,
}

/// One page per issue (課題カルテ).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IssueCards {
    /// The council's name.
    pub council: String,
    /// The heading, 「課題カルテ」.
    pub title: String,
    /// 「令和8年10月14日現在」.
    pub as_of: String,
    /// For whom it is made.
    pub audience: Audience,
    /// The issues in order.
    pub sheets: Vec<IssueSheet>,
}

/// The page of one issue.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct IssueSheet {
    /// Its row.
    pub row: IssueRow,
    /// Who brought it, when, and by which paper (提起).
    pub source: String,
    /// What is to be done: who, what, by when, and when it was done (これからの対応), a line each.
    pub tasks: Vec<String>,
    /// Its history, oldest first, with what was told to those who raised it.
    pub steps: Vec<IssueStep>,
    /// What it came out of, and what came out of it (課題のつながり), a line each.
    pub links: Vec<String>,
    /// The proposals that carry it, a line each.
    pub proposals: Vec<String>,
}

/// A step in an issue's history (経過).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct IssueStep {
    /// The day, formatted.
    pub date: String,
    /// Meeting or office (会議・担当).
    pub place: String,
    /// The state it reached (状態).
    pub state: String,
    /// What was said or decided (内容).
    pub text: String,
    /// The documents of that step: papers by number, minutes (文書).
    pub documents: Vec<String>,
}

impl IssueRow {
    /// The filled fields with their labels, in reading order.
    #[must_use]
    pub fn fields(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("発生元", &self.origin),
            ("受付日", &self.received),
            ("分野", &self.field),
            ("課題", &self.issue),
            ("事例の要旨", &self.gist),
            ("背景", &self.background),
            ("現状の資源", &self.resources),
            ("対応の水準", &self.level),
            ("担当", &self.owner),
            ("期限", &self.due),
            ("対応策", &self.measures),
            ("状態", &self.state),
            ("結果", &self.result),
            ("関連する計画の項目", &self.plan_item),
            ("フィードバック", &self.feedback),
        ];
        all.into_iter().filter(|(_, text)| !text.is_empty()).map(|(label, text)| (label, text.as_str())).collect()
    }
}

impl IssueTable {
    /// The plain-text version: each issue as a short list.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(spaced(&[&self.council, &self.title]));
        lines.push(&self.as_of);
        for row in &self.rows {
            lines.gap();
            push_row(&mut lines, &row.number, row);
        }
        lines.gap();
        for footer in &self.footers {
            lines.push(footer);
        }
        lines.finish()
    }
}

impl IssueCards {
    /// The plain-text version.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(spaced(&[&self.council, &self.title]));
        lines.push(&self.as_of);
        for sheet in &self.sheets {
            lines.gap();
            push_row(&mut lines, &sheet.row.number, &sheet.row);
            push_field(&mut lines, "提起", &sheet.source);
            push_list(&mut lines, "課題のつながり", &sheet.links);
            push_list(&mut lines, "提案", &sheet.proposals);
            push_list(&mut lines, "対応", &sheet.tasks);
            if !sheet.steps.is_empty() {
                lines.push("経過");
            }
            for step in &sheet.steps {
                let documents = step.documents.join("、");
                let parts = [step.date.as_str(), &step.place, &step.state, &step.text, &documents];
                lines.push(format!("　{}", spaced(&parts)));
            }
        }
        lines.finish()
    }
}

fn push_row(lines: &mut Lines, heading: &str, row: &IssueRow) {
    lines.push(heading);
    for (label, text) in row.fields() {
        push_field(lines, label, text);
    }
}

fn push_list(lines: &mut Lines, label: &str, items: &[String]) {
    if !items.is_empty() {
        lines.push(label);
    }
    items.iter().for_each(|item| lines.push(format!("　{item}")));
}

fn push_field(lines: &mut Lines, label: &str, text: &str) {
    if !text.is_empty() {
        lines.push(format!("　{label}：{text}"));
    }
}
