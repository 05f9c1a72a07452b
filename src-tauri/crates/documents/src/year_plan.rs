//! The plan of a year on one page (年間予定表): A3 as a table of bodies and months, A4 as
//! a list by months in two columns.

use serde::{Deserialize, Serialize};

use crate::Audience;
use crate::plain::{Lines, spaced};

/// The plan of a fiscal year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct YearPlan {
    /// The council's name.
    pub council: String,
    /// The heading, 「令和8年度　年間予定」.
    pub title: String,
    /// 「令和8年10月1日現在」.
    pub as_of: String,
    /// For whom it is made.
    pub audience: Audience,
    /// A3 landscape instead of A4 portrait.
    pub a3: bool,
    /// The twelve months, 「4月」 first.
    pub months: Vec<String>,
    /// The bodies in order.
    pub bodies: Vec<YearBody>,
    /// Meetings and milestones, by day.
    pub entries: Vec<YearEntry>,
    /// The months that stand in the left column of the list.
    pub left: usize,
    /// Lines at the foot.
    pub footers: Vec<String>,
}

/// A body (会議体) of the plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct YearBody {
    /// Its name.
    pub name: String,
    /// How often it meets, 「年3回開催予定」.
    pub note: String,
}

/// A meeting (会議) or a milestone (節目).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct YearEntry {
    /// The month, 0 for April.
    pub month: usize,
    /// Its body's place in [`YearPlan::bodies`]; none for a milestone.
    pub body: Option<usize>,
    /// 「14（水）」, of several days 「7（月）～1/6（水）」.
    pub day: String,
    /// The same for the ear: 「10月14日（水）」, 「12月7日（月）から1月6日（水）まで」.
    pub said: String,
    /// 「第2回」, the milestone's title.
    pub what: String,
    /// 「14:00～16:00」.
    pub time: String,
    /// Place (会場).
    pub place: String,
    /// 「非公開」, 「中止」, 「事務局内」.
    pub mark: String,
}

impl YearPlan {
    /// How many months stand in the left column of the list, so that both columns are about
    /// as long: a month takes a line for each entry, and one where it has none.
    #[must_use]
    pub fn balanced(entries: &[YearEntry]) -> usize {
        let lines = |month: usize| entries.iter().filter(|e| e.month == month).count().max(1);
        let longer = |left: usize| {
            let sum = |months: std::ops::Range<usize>| months.map(lines).sum::<usize>();
            sum(0..left).max(sum(left..12))
        };
        // Half a year each, unless another cut is better.
        (1..12).min_by_key(|left| (longer(*left), left.abs_diff(6))).unwrap_or(6)
    }

    /// The plain-text version, month by month.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(spaced(&[&self.council, &self.title]));
        lines.push(spaced(&[&self.as_of, self.audience.label()]));
        for (at, month) in self.months.iter().enumerate() {
            lines.gap();
            lines.push(month);
            let mut here = self.entries.iter().filter(|e| e.month == at).peekable();
            if here.peek().is_none() {
                lines.push("　予定はありません。");
            }
            for entry in here {
                let body = entry.body.and_then(|b| self.bodies.get(b)).map(|b| b.name.as_str()).unwrap_or_default();
                let what = format!("{}{body}", entry.what);
                let mark = if entry.mark.is_empty() { String::new() } else { format!("（{}）", entry.mark) };
                let parts = spaced(&[&entry.said, &what, &entry.time, &entry.place]);
                lines.push(format!("　{parts}{mark}"));
            }
        }
        lines.gap();
        for footer in &self.footers {
            lines.push(footer);
        }
        lines.finish()
    }
}
