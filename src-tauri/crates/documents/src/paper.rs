//! A paper of a meeting (資料).

use entaku_chart::Scene;
use serde::{Deserialize, Serialize};

use crate::plain::spaced;
use crate::{IssueCards, IssueTable, Roster, TextPaper};

/// A paper of a meeting (資料).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Paper {
    /// The number as it is stamped: 「資料2-1」, 「参考資料1」.
    pub number: String,
    /// The title.
    pub title: String,
    /// When it is handed out.
    pub class: PaperClass,
    /// Index into the packet's agenda of the item it belongs to: its bookmark
    /// hangs under that item. None: under its class.
    pub item: Option<usize>,
    /// Whether this is a corrected edition (修正版); the number stays.
    pub revised: bool,
    /// What is on its pages.
    pub content: PaperContent,
}

impl Paper {
    /// Number and title, as lists and bookmarks show them.
    #[must_use]
    pub fn heading(&self) -> String {
        let revised = if self.revised { "（修正版）" } else { "" };
        spaced(&[&self.number, &format!("{}{revised}", self.title)])
    }
}

/// When a paper is handed out (資料の区分).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperClass {
    /// Sent before the meeting (事前送付資料).
    Beforehand,
    /// Handed out on the day (当日配付資料).
    OnTheDay,
    /// For reference (参考資料).
    Reference,
}

impl PaperClass {
    /// The heading in the list of papers.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            PaperClass::Beforehand => "事前送付資料",
            PaperClass::OnTheDay => "当日配付資料",
            PaperClass::Reference => "参考資料",
        }
    }
}

/// What a paper's pages hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(clippy::large_enum_variant, reason = "a packet holds a few dozen of them, each made once")]
pub enum PaperContent {
    /// One of Entaku's own documents.
    Own(OwnPaper),
    /// A file from outside: PDF, PNG or JPEG, told apart by its content.
    File {
        /// The id under which [`crate::Job::Packet`] carries its bytes.
        file: String,
    },
    /// Listed, but handed out apart and not bound into the packet.
    Apart {
        /// Its pages, if known.
        pages: Option<u32>,
    },
}

/// One of Entaku's own documents as a paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnPaper {
    /// A text written by the secretariat.
    Text(TextPaper),
    /// A roster.
    Roster(Roster),
    /// A chart (関係図, 構成図).
    Chart(Scene),
    /// The table of issues (課題整理表).
    IssueTable(IssueTable),
    /// One page per issue (課題カルテ).
    IssueCards(IssueCards),
}
