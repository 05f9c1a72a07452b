//! What changed in a body's roster between two days (委員の異動).

use serde::{Deserialize, Serialize};

use crate::Audience;
use crate::plain::{Lines, spaced};

/// Who came, who left and what changed between two days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RosterChanges {
    /// The council's name.
    pub council: String,
    /// 「全体会　委員の異動」.
    pub title: String,
    /// 「令和8年4月1日から令和8年10月14日まで」.
    pub period: String,
    /// Public or internal; the line is printed for these two only.
    pub audience: Audience,
    /// How many sat there on both days, 「令和8年4月1日現在　17人（欠員1）」.
    pub counts: Vec<String>,
    /// Who came (新たに就いた委員).
    pub came: Vec<ChangeRow>,
    /// Who left (退いた委員).
    pub left: Vec<ChangeRow>,
    /// What changed of those who stayed (変わった事項).
    pub changed: Vec<ChangedRow>,
    /// Lines under the tables.
    pub footers: Vec<String>,
}

/// Somebody who came or left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeRow {
    /// The name, as it is printed for this audience.
    pub name: String,
    /// Category with its 号.
    pub category: String,
    /// Organisation and post.
    pub affiliation: String,
    /// The office in the body.
    pub office: String,
    /// First day, or last day.
    pub day: String,
    /// 補欠, 任期満了, 辞任.
    pub note: String,
}

/// One thing that changed of somebody who stayed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedRow {
    /// The name.
    pub name: String,
    /// 所属・職, 役職, 区分.
    pub what: String,
    /// As it was (旧).
    pub before: String,
    /// As it is (新).
    pub after: String,
}

impl RosterChanges {
    /// The plain-text version.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(spaced(&[&self.council, &self.title]));
        lines.push(&self.period);
        if self.audience != Audience::Members {
            lines.push(format!("（{}）", self.audience.label()));
        }
        self.counts.iter().for_each(|line| lines.push(line));
        for (heading, rows) in [("新たに就いた委員", &self.came), ("退いた委員", &self.left)] {
            lines.gap();
            lines.push(format!("{heading}　{}人", rows.len()));
            let row = |r: &ChangeRow| spaced(&[&r.day, &r.category, &r.name, &r.affiliation, &r.office, &r.note]);
            rows.iter().for_each(|r| lines.push(row(r)));
        }
        lines.gap();
        lines.push(format!("変わった事項　{}件", self.changed.len()));
        for row in &self.changed {
            let (before, after) = (shown(&row.before), shown(&row.after));
            lines.push(spaced(&[&row.name, &row.what, &format!("旧：{before}　新：{after}")]));
        }
        lines.gap();
        self.footers.iter().for_each(|line| lines.push(line));
        lines.finish()
    }
}

fn shown(text: &str) -> &str {
    if text.is_empty() { "なし" } else { text }
}
