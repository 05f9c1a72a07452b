//! A paper of a meeting (資料).

use entaku_chart::Scene;
use serde::{Deserialize, Serialize};

use crate::plain::spaced;
use crate::{IssueCards, IssueTable, ListedPaper, Roster, TextPaper};

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
    /// What else is written on its pages and in the list.
    #[serde(default)]
    pub marks: Marks,
}

/// What else is written on a paper's pages and in the list of papers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    /// What its present edition is called; 修正版 where nothing.
    pub edition: String,
    /// The class among whose papers the first edition was listed, where the present one is
    /// listed elsewhere.
    pub first_in: Option<PaperClass>,
    /// Stamps on each of its pages: 「差替え　令和8年10月10日」, 「回収資料　No.3」.
    pub stamps: Vec<String>,
    /// The numbers at the foot of its pages; those of the packet's sequence where none.
    pub labels: Vec<String>,
}

impl Paper {
    /// Number and title, as lists and bookmarks show them.
    #[must_use]
    pub fn heading(&self) -> String {
        spaced(&[self.number_apart(), &format!("{}{}", self.title, self.edition_mark())])
    }

    /// The number; nothing where it is the title, as of a 席次表.
    fn number_apart(&self) -> &str {
        if self.number == self.title { "" } else { &self.number }
    }

    /// 「（修正版）」; nothing for the first edition.
    #[must_use]
    pub fn edition_mark(&self) -> String {
        match (self.revised, self.marks.edition.as_str()) {
            (false, _) => String::new(),
            (true, "") => "（修正版）".to_owned(),
            (true, edition) => format!("（{edition}）"),
        }
    }

    /// Its line among the papers of a class in the list: as it is now, or its first edition;
    /// none where it is not listed there.
    #[must_use]
    pub fn entry_of(&self, class: PaperClass) -> Option<String> {
        if self.class == class {
            return Some(self.heading());
        }
        (self.marks.first_in == Some(class)).then(|| spaced(&[self.number_apart(), &self.title]))
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
    /// A listing: reports of subcommittees and the sheet of their progress.
    Listed(ListedPaper),
}
