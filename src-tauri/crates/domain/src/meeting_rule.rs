//! How a body numbers its meetings, calls them and writes their agendas.

use crate::id::BodyId;
use crate::series::Series;
use serde::{Deserialize, Serialize};

coded! {
    /// How the main items of an agenda are numbered.
    MainMark {
        Plain = "plain", "1";
        Dotted = "dotted", "1.";
        Ordinal = "ordinal", "第1";
    }
}

coded! {
    /// How the items of the third level are numbered; those of the second are (1), (2).
    ThirdMark {
        Circled = "circled", "①";
        Kana = "kana", "ア";
        Dot = "dot", "・";
    }
}

coded! {
    /// How an item's papers stand in brackets.
    PaperBrackets {
        Joined = "joined", "【資料1、資料2】";
        Each = "each", "【資料1】【資料2】";
    }
}

/// How an agenda is written (次第の書き方).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AgendaStyle {
    /// Numbers of the main items.
    pub main: MainMark,
    /// Numbers of the third level.
    pub third: ThirdMark,
    /// The papers of an item.
    pub papers: PaperBrackets,
    /// Whether 協議, 報告 and so on stand before a title.
    pub kinds: bool,
    /// Whether it says who presents.
    pub presenters: bool,
    /// Whether it says when items begin and how long they take.
    pub times: bool,
}

impl Default for AgendaStyle {
    fn default() -> Self {
        Self {
            main: MainMark::Plain,
            third: ThirdMark::Circled,
            papers: PaperBrackets::Joined,
            kinds: true,
            presenters: true,
            times: true,
        }
    }
}

/// How a body meets, where it differs from the council's way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingRule {
    /// The body.
    pub body: BodyId,
    /// Its numbers; as the council's where none.
    pub series: Option<Series>,
    /// What its meetings are called after their number, as 「定例会」; its name where none.
    pub title: Option<String>,
    /// How its agendas are written.
    pub style: AgendaStyle,
}
