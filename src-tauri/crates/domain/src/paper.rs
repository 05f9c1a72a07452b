//! Papers (資料) of a meeting: their numbers (V25) and what they are made of.

use crate::id::{BodyId, IssueId, MeetingId, PaperId, PersonId};
use crate::violation::Violation;
use crate::work_plan::ReportKind;
use crate::{Day, FiscalYear};
use std::cmp::Ordering;

coded! {
    /// When a paper reaches the members (資料の区分).
    PaperClass {
        Sent = "sent", "事前送付資料";
        OnTheDay = "on_the_day", "当日配付資料";
        Reference = "reference", "参考資料";
    }
}

/// What a paper is made of.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum PaperContent {
    /// A file from outside (PDF, PNG, JPEG), kept by its SHA-256.
    File {
        /** SHA-256 in hexadecimal. */
        sha256: String,
        /** Name as it came. */
        name: String,
    },
    /// A text written in Entaku (Markdown).
    Text {
        /** The text. */
        markdown: String,
    },
    /// The relationship chart of the meeting's day (関係図).
    Chart,
    /// The bodies as a tree with names (構成図).
    Tree,
    /// The roster of a body (委員名簿).
    Roster {
        /** The body. */
        body: BodyId,
    },
    /// All open issues as a table (課題整理表).
    IssueTable,
    /// History sheets of issues (課題カルテ), all open ones where none is named.
    IssueCards {
        /** The issues. */
        issues: Vec<IssueId>,
    },
    /// How far the subcommittees have come in a year (進捗管理表).
    ProgressSheet {
        /** The year. */
        year: FiscalYear,
    },
    /// A report of one subcommittee, or of all in one paper (部会の報告).
    SubReports {
        /** The year. */
        year: FiscalYear,
        /** Which report. */
        kind: ReportKind,
        /** The subcommittee; all where none. */
        body: Option<BodyId>,
    },
}

impl PaperContent {
    /// The year of which it tells what subcommittees do.
    pub const fn work_year(&self) -> Option<FiscalYear> {
        match self {
            Self::ProgressSheet { year } | Self::SubReports { year, .. } => Some(*year),
            _ => None,
        }
    }
}

/// A paper of a meeting (資料).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Its identifier.
    pub id: PaperId,
    /// The meeting.
    pub meeting: MeetingId,
    /// Its number, 資料2-1.
    pub number: PaperNumber,
    /// Its title.
    pub title: String,
    /// When it reaches the members.
    pub class: PaperClass,
    /// 修正版 and the like; none for the first edition.
    pub revision: Option<String>,
    /// Why it is closed to the public; open where none.
    pub closed_reason: Option<String>,
    /// What it is made of.
    pub content: PaperContent,
    /// Its place, its edition's day, who may not have it, whether it is collected.
    pub handling: Handling,
}

/// How a paper is handled (資料の扱い).
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Handling {
    /// Its place within its class, where the office has set one; by its number where none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<u32>,
    /// The day of its present edition (修正版の日付).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revised_on: Option<Day>,
    /// What was changed, in a line: 3ページの表の数値.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision_note: Option<String>,
    /// Whether the present edition is handed out on the day: the first edition is listed
    /// where it was sent, this one among the papers of the day.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub revised_on_the_day: bool,
    /// Whether it is collected after the meeting (回収資料).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub collect: bool,
    /// Whether its copies are numbered, and so bound by themselves (番号入り).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub copy_numbers: bool,
    /// Members who do not get it (除斥など).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub held_from: Vec<PersonId>,
    /// When its file was last changed before it was taken in, RFC 3339 in UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_changed_at: Option<String>,
    /// The Office file of which it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original: Option<Original>,
}

/// The file of Word, Excel or PowerPoint of which a paper's PDF was made (元のファイル).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Original {
    /// SHA-256 in hexadecimal, by which it is kept.
    pub sha256: String,
    /// Its name.
    pub name: String,
    /// When it was last changed, RFC 3339 in UTC; none where it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<String>,
    /// Where it lay; none where that is not known, as for a file that was dropped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

impl Paper {
    /// Whether the Office file is newer than the PDF that was made of it elsewhere.
    pub fn is_older_than_original(&self) -> bool {
        let original = self.handling.original.as_ref().and_then(|o| o.changed_at.as_deref());
        original.zip(self.handling.file_changed_at.as_deref()).is_some_and(|(office, pdf)| office > pdf)
    }

    /// Its order within its class: as set, then by number.
    pub fn order(&self) -> (u32, &PaperNumber) {
        (self.handling.position.unwrap_or(u32::MAX), &self.number)
    }
}

/// A paper's number as the office writes it: 資料2-1, 資料第1-1号, 参考1. It
/// sorts by its figures, so that 資料10 follows 資料9.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct PaperNumber(String);

impl PaperNumber {
    /// Takes a number as typed.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// As typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What two numbers must differ in: width, spaces and the kind of hyphen make
    /// no difference on paper (資料２－１, 資料2-1).
    pub fn key(&self) -> String {
        crate::text::search_key(&self.0).replace('ー', "-")
    }

    /// What comes before the first figure: 資料, 資料第, 参考.
    pub fn series(&self) -> String {
        self.key().chars().take_while(|c| !c.is_ascii_digit()).collect()
    }

    /// Its figures: 2 and 1 of 資料2-1.
    pub fn figures(&self) -> Vec<u32> {
        self.key().split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect()
    }

    fn rank(&self) -> (bool, String, Vec<u32>, String, &str) {
        let figures = self.figures();
        (figures.is_empty(), self.series(), figures, self.key(), &self.0)
    }
}

impl Ord for PaperNumber {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl PartialOrd for PaperNumber {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl std::fmt::Display for PaperNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// V25: numbers that occur twice, and gaps in a series (資料2-1, 資料2-3).
pub fn check_numbers(numbers: &[PaperNumber]) -> Vec<Violation> {
    let mut sorted = numbers.to_vec();
    sorted.sort();
    sorted.windows(2).filter_map(|pair| check_pair(&pair[0], &pair[1])).collect()
}

fn check_pair(a: &PaperNumber, b: &PaperNumber) -> Option<Violation> {
    if a.key() == b.key() {
        return Some(Violation::PaperNumberTwice { number: a.to_string() });
    }
    let gap = || Violation::PaperNumberGap { after: a.to_string(), next: b.to_string() };
    (a.series() == b.series() && !follows(&a.figures(), &b.figures())).then(gap)
}

/// Whether the figures `b` may stand right after `a`.
fn follows(a: &[u32], b: &[u32]) -> bool {
    let common = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    match (a.get(common), b.get(common)) {
        (Some(x), Some(y)) => *y <= x + 1 && b[common + 1..].iter().all(|n| *n == 1),
        (None, Some(y)) => *y == 1,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    //! The part of V25 that concerns numbers.
    use super::*;

    fn numbers(texts: &[&str]) -> Vec<PaperNumber> {
        texts.iter().map(|t| PaperNumber::new(*t)).collect()
    }

    #[test]
    fn v25_numbers_are_unique_and_without_gaps() {
        for good in [
            &["資料1", "資料2-1", "資料2-2", "資料3", "参考1"][..],
            &["資料第1-1号", "資料第1-2号", "資料第2号"],
            &["資料9", "資料10"],
            &["席次表"],
        ] {
            assert_eq!(check_numbers(&numbers(good)), [], "{good:?}");
        }
        assert_eq!(
            check_numbers(&numbers(&["資料2-1", "資料2-3"])),
            [Violation::PaperNumberGap { after: "資料2-1".into(), next: "資料2-3".into() }]
        );
        assert_eq!(
            check_numbers(&numbers(&["資料1", "資料3"])),
            [Violation::PaperNumberGap { after: "資料1".into(), next: "資料3".into() }]
        );
        assert_eq!(
            check_numbers(&numbers(&["資料1", "資料1"])),
            [Violation::PaperNumberTwice { number: "資料1".into() }]
        );
        for same in ["資料２－１", "資料2－1", "資料 2-1", "資料2‐1", "資料2−1", "資料２ー１"] {
            let found = check_numbers(&numbers(&["資料1", "資料2-1", "資料2.1", same]));
            assert!(found.iter().any(|v| matches!(v, Violation::PaperNumberTwice { .. })), "{same}: {found:?}");
        }
        let mut mixed = numbers(&["資料10", "資料2-1", "資料9", "資料2"]);
        mixed.sort();
        assert_eq!(mixed, numbers(&["資料2", "資料2-1", "資料9", "資料10"]));
    }
}
