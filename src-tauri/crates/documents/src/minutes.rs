//! Minutes (会議録), their outline (会議概要) and the extract of one decision (決定事項の抄録):
//! a head of facts, what was said under each item, what was decided, who is to do what.

use serde::{Deserialize, Serialize};

use crate::plain::{Lines, spaced};
use crate::{Audience, LetterLine};

/// Minutes, or a part of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Minutes {
    /// The council's name.
    pub council: String,
    /// 「令和8年度　第1回　全体会」.
    pub meeting: String,
    /// 「会議録」, 「会議概要」, 「決定事項の抄録」.
    pub title: String,
    /// What is said behind the title: 「（案）」; empty for none.
    pub mark: String,
    /// For whom.
    pub audience: Audience,
    /// What the meeting was: name, day, who came ….
    pub facts: Vec<MinutesFact>,
    /// Lines under the facts: how words are written.
    pub notes: Vec<String>,
    /// The record, item by item.
    pub parts: Vec<MinutesPart>,
    /// Decisions as a table; left out where none.
    pub decisions: Vec<MinutesDecision>,
    /// Tasks as a table; left out where none.
    pub tasks: Vec<MinutesTask>,
    /// Lines at the end: how the text became final.
    pub foot: Vec<String>,
    /// Who signs, at the right, line by line.
    pub signed: Vec<String>,
}

/// A line of the head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesFact {
    /// 「日時」.
    pub label: String,
    /// What it says, line by line.
    pub lines: Vec<String>,
}

/// An item of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesPart {
    /// 「2　専門部会の報告」; empty before the first item.
    pub heading: String,
    /// In place of what is closed; empty for an open one.
    pub closed: String,
    /// What was said.
    pub lines: Vec<MinutesLine>,
}

/// What a line of the record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MinutesLineKind {
    /// Somebody speaks.
    Speech,
    /// What happened: 「（休憩）」.
    Note,
    /// A decision.
    Decision,
    /// A task.
    Task,
    /// In place of what is closed.
    Withheld,
}

/// A line of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesLine {
    /// Its number in the members' copy; none elsewhere.
    pub number: Option<u32>,
    /// What it is.
    pub kind: MinutesLineKind,
    /// Who speaks; for a decision or a task what is said before it: 「決定　第3号」.
    pub speaker: String,
    /// What is said, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// What is said behind it: 「承認（全会一致）」, 「担当：事務局　期限：…」; empty for none.
    pub behind: String,
}

/// A decision in the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesDecision {
    /// 「第3号」; empty for none.
    pub number: String,
    /// The item of the agenda.
    pub item: String,
    /// What was decided.
    pub text: String,
    /// 「承認（全会一致）」.
    pub how: String,
}

/// A task in the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesTask {
    /// What.
    pub what: String,
    /// Who.
    pub who: String,
    /// By when.
    pub due: String,
}

/// Before each who speaks.
pub const BULLET: &str = "○";
/// Above the decisions.
pub const DECISIONS: &str = "決定事項";
/// Above the tasks.
pub const TASKS: &str = "今後の対応";
/// Above the record.
pub const RECORD: &str = "会議の記録";
/// Headings of the decisions' table.
pub const DECISION_COLUMNS: [&str; 4] = ["番号", "議題", "決定の内容", "区分・方法"];
/// Headings of the tasks' table.
pub const TASK_COLUMNS: [&str; 3] = ["内容", "担当", "期限"];

impl Minutes {
    /// Title with what stands behind it.
    #[must_use]
    pub fn heading(&self) -> String {
        format!("{}{}", spaced(&[&self.meeting, &self.title]), self.mark)
    }

    /// The plain-text version, as it is put beside the PDF.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(&self.council);
        lines.push(self.heading());
        lines.gap();
        for fact in &self.facts {
            fact.push(&mut lines);
        }
        lines.gap();
        self.notes.iter().for_each(|note| lines.push(note));
        if self.parts.iter().any(|part| !part.heading.is_empty()) {
            lines.gap();
            lines.push(format!("【{RECORD}】"));
        }
        self.parts.iter().for_each(|part| part.push(&mut lines));
        self.push_tables(&mut lines);
        lines.gap();
        self.foot.iter().for_each(|line| lines.push(line));
        lines.gap();
        self.signed.iter().for_each(|line| lines.push(line));
        lines.finish()
    }

    fn push_tables(&self, lines: &mut Lines) {
        if !self.decisions.is_empty() {
            lines.gap();
            lines.push(format!("【{DECISIONS}】"));
        }
        for d in &self.decisions {
            lines.push(spaced(&[&d.number, &d.item, &one_line(&d.text), &d.how]));
        }
        if !self.tasks.is_empty() {
            lines.gap();
            lines.push(format!("【{TASKS}】"));
        }
        for task in &self.tasks {
            let due = if task.due.is_empty() { String::new() } else { format!("期限：{}", task.due) };
            lines.push(spaced(&[&format!("・{}", one_line(&task.what)), &format!("担当：{}", task.who), &due]));
        }
    }
}

impl MinutesFact {
    /// A line of the head.
    #[must_use]
    pub fn new(label: &str, lines: Vec<String>) -> Self {
        Self { label: label.to_owned(), lines }
    }

    /// As a letter's line, for forms that have no lines within one.
    #[must_use]
    pub fn line(&self) -> LetterLine {
        LetterLine::new(self.label.clone(), self.lines.join("\n"))
    }

    fn push(&self, lines: &mut Lines) {
        match self.lines.as_slice() {
            [one] => lines.push(format!("{}：{one}", self.label)),
            many => {
                lines.push(format!("{}：", self.label));
                many.iter().for_each(|line| lines.push(format!("　{line}")));
            }
        }
    }
}

impl MinutesPart {
    fn push(&self, lines: &mut Lines) {
        lines.gap();
        lines.push(&self.heading);
        lines.push(&self.closed);
        self.lines.iter().for_each(|line| line.push(lines));
    }
}

impl MinutesLine {
    /// What stands before the words.
    #[must_use]
    pub fn before(&self) -> String {
        match self.kind {
            MinutesLineKind::Speech if self.speaker.is_empty() => BULLET.to_owned(),
            MinutesLineKind::Speech => format!("{BULLET}{}", self.speaker),
            MinutesLineKind::Decision | MinutesLineKind::Task => format!("【{}】", self.speaker),
            MinutesLineKind::Note | MinutesLineKind::Withheld => String::new(),
        }
    }

    /// What stands behind the words, in brackets; in square ones where it has round ones itself.
    #[must_use]
    pub fn after(&self) -> String {
        match self.behind.as_str() {
            "" => String::new(),
            text if text.contains('（') => format!("［{text}］"),
            text => format!("（{text}）"),
        }
    }

    fn push(&self, lines: &mut Lines) {
        let number = self.number.map(|n| format!("［{n}］")).unwrap_or_default();
        let behind = self.after();
        let mut paragraphs = self.paragraphs.iter();
        let first = paragraphs.next().map(String::as_str).unwrap_or_default();
        let rest: Vec<&String> = paragraphs.collect();
        let end = if rest.is_empty() { behind.as_str() } else { "" };
        lines.push(format!("{number}{}{end}", spaced(&[&self.before(), first])));
        for (at, paragraph) in rest.iter().enumerate() {
            let end = if at + 1 == rest.len() { behind.as_str() } else { "" };
            lines.push(format!("　{paragraph}{end}"));
        }
    }
}

fn one_line(text: &str) -> String {
    text.lines().map(str::trim).collect()
}
