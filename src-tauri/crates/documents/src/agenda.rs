//! The agenda of a meeting (次第).

use chrono::{NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::plain::{Lines, spaced};

/// An agenda (次第).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Agenda {
    /// The council's name.
    pub council: String,
    /// 「令和8年度 第2回 全体会」.
    pub meeting: String,
    /// 「令和8年10月14日（水）14時00分から16時00分まで」.
    pub date: String,
    /// Room and address.
    pub place: String,
    /// Whether each paper of an item has brackets of its own: 【資料1】【資料2】.
    #[serde(default)]
    pub each_paper: bool,
    /// The items in the order they are taken.
    pub items: Vec<AgendaItem>,
    /// Lines under the items.
    pub notes: Vec<String>,
}

/// One item of an agenda (議事, 次第の項目).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AgendaItem {
    /// As printed: 「1」, 「(1)」.
    pub number: String,
    /// 0 for a main item, 1 for an item under 「議事」.
    pub depth: u8,
    /// 協議, 報告, 選出, その他; empty for 開会 and the like.
    pub kind: String,
    /// The title.
    pub title: String,
    /// Who presents it; empty if nobody is named.
    pub presenter: String,
    /// Planned minutes, if any.
    pub minutes: Option<u32>,
    /// When it begins, 「14:05」; empty if no clock runs. See [`Agenda::run_clock`].
    pub clock: String,
    /// Numbers of its papers, 「資料2-1」, printed in 【 】.
    pub papers: Vec<String>,
    /// Whether the public is not admitted to it (非公開).
    pub closed: bool,
}

impl AgendaItem {
    /// Number and title, as a bookmark shows them.
    #[must_use]
    pub fn heading(&self) -> String {
        spaced(&[&self.number, &self.title])
    }
}

impl Agenda {
    /// Writes the running clock beside every item: each begins when the
    /// minutes of those before it have passed.
    pub fn run_clock(&mut self, start: NaiveTime) {
        let mut now = start;
        for item in &mut self.items {
            item.clock = now.format("%-H:%M").to_string();
            now += TimeDelta::minutes(i64::from(item.minutes.unwrap_or(0)));
        }
    }

    /// The sum of all planned minutes.
    #[must_use]
    pub fn total_minutes(&self) -> u32 {
        self.items.iter().filter_map(|item| item.minutes).sum()
    }

    /// The plain-text version.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(&self.council);
        lines.push(spaced(&[&self.meeting, "次第"]));
        lines.gap();
        if !self.date.is_empty() {
            lines.push(format!("日時　{}", self.date));
        }
        if !self.place.is_empty() {
            lines.push(format!("場所　{}", self.place));
        }
        lines.gap();
        for item in &self.items {
            lines.push(item_text(item, self.each_paper));
        }
        let total = self.total_minutes();
        if total > 0 {
            lines.gap();
            lines.push(format!("所要時間　計{total}分"));
        }
        lines.gap();
        for note in &self.notes {
            lines.push(note);
        }
        lines.finish()
    }
}

fn item_text(item: &AgendaItem, each_paper: bool) -> String {
    let kind = bracketed("［", &item.kind, "］");
    let closed = if item.closed { "（非公開）" } else { "" };
    let presenter = bracketed("説明：", &item.presenter, "");
    let minutes = item.minutes.map(|m| format!("{m}分")).unwrap_or_default();
    let papers = bracketed("【", &item.papers.join(if each_paper { "】【" } else { "、" }), "】");
    let title = format!("{}{closed}", item.title);
    let indent = "　".repeat(usize::from(item.depth));
    let parts = [item.number.as_str(), &kind, &title, &papers, &presenter, &item.clock, &minutes];
    format!("{indent}{}", spaced(&parts))
}

fn bracketed(open: &str, text: &str, close: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{open}{text}{close}") }
}
