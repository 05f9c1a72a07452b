//! What turns documents into PDF, seen from the side that asks for it.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use entaku_chart::Scene;

use crate::{
    AddressLabels, Agenda, Ballots, CountSheet, ElectionPaper, Envelopes, Figures, IssueCards, IssueFlow, IssueTable,
    Letters, Listing, MemberList, Minutes, NamePlates, OfficerHistory, Opinions, Packet, PageSize, PrintPlan, Roster,
    RosterChanges, Scenario, SeatingPlan, SheetCount, TableCards, TextPaper, YearPlan,
};

/// Turns documents into PDF. The one printer is the `press` crate; tests of
/// use cases bring their own.
pub trait Printer {
    /// Prints a document. The same job gives the same bytes. `progress` hears how
    /// far it has come and says whether to go on; see [`go_on`].
    ///
    /// # Errors
    /// A file of the packet cannot be used, or the layout fails; nothing is
    /// printed then. [`PrintError::Cancelled`] when `progress` says so.
    fn print(&self, job: &Job, progress: &mut Watch<'_>) -> Result<Printed, PrintError>;

    /// Looks into a file from outside: can it be a paper, and of what size?
    ///
    /// # Errors
    /// [`PrintError::File`] (with an empty paper number) if it cannot.
    fn inspect(&self, file: &SourceFile) -> Result<FileFacts, PrintError>;

    /// What a PDF says, each with where it stands there: its pages (`1`, `2` …), its
    /// information and metadata, comments, fields, names of attached files. Best effort: what
    /// cannot be read says nothing.
    fn reveal(&self, file: &SourceFile) -> Vec<(String, String)> {
        let _ = file;
        Vec::new()
    }

    /// Turns a file of Word, Excel or PowerPoint into PDF, where this computer has a program
    /// for it. The file itself is not touched.
    ///
    /// # Errors
    /// [`PrintError::NoConverter`], [`PrintError::NotConverted`], [`PrintError::Cancelled`].
    fn convert(&self, file: &SourceFile, progress: &mut Watch<'_>) -> Result<SourceFile, PrintError> {
        let _ = progress;
        Err(PrintError::NoConverter { file: file.name.clone() })
    }
}

/// Hears how far printing has come, and says whether to go on.
pub type Watch<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// For those who let it print to the end: `print(&job, &mut go_on)`.
pub fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// A document to print.
#[derive(Clone, Debug)]
pub enum Job {
    /// 委員名簿.
    Roster(Roster),
    /// 次第.
    Agenda(Agenda),
    /// 進行シナリオ.
    Scenario(Scenario),
    /// 席次表.
    Seating(SeatingPlan),
    /// A text.
    Text(TextPaper),
    /// 関係図 or 構成図.
    Chart(Scene),
    /// 課題整理表.
    IssueTable(IssueTable),
    /// 課題カルテ.
    IssueCards(IssueCards),
    /// 課題の流れ.
    IssueFlow(Box<IssueFlow>),
    /// 印刷・部数表.
    PrintPlan(PrintPlan),
    /// 投票用紙.
    Ballots(Ballots),
    /// 開票集計表.
    CountSheet(CountSheet),
    /// 役員の選出の記録.
    ElectionPaper(ElectionPaper),
    /// 役員の変遷.
    OfficerHistory(OfficerHistory),
    /// 年間予定表.
    YearPlan(YearPlan),
    /// 委嘱関係の文書.
    Letters(Letters),
    /// 会議録, 会議概要 or 決定事項の抄録.
    Minutes(Minutes),
    /// 出欠の回答一覧, 督促一覧, 受付簿.
    MemberList(MemberList),
    /// いただいた意見一覧.
    Opinions(Opinions),
    /// 受付簿, 支払一覧, 活動報告書 and other lists.
    Listed(crate::ListedPaper),
    /// 提言書.
    Proposal(crate::ProposalPaper),
    /// 委員の異動.
    RosterChanges(RosterChanges),
    /// 委員の構成.
    Figures(Figures),
    /// 宛名ラベル.
    AddressLabels(AddressLabels),
    /// 封筒.
    Envelopes(Envelopes),
    /// 名札.
    NamePlates(NamePlates),
    /// 席札.
    TableCards(TableCards),
    /// 送付一覧, 回収確認表, 配付計画.
    Listing(Listing),
    /// 会議資料, with the files its papers name.
    Packet {
        /// The packet.
        packet: Box<Packet>,
        /// The files by the id that [`crate::PaperContent::File`] names.
        files: BTreeMap<String, SourceFile>,
    },
}

/// A file from outside.
#[derive(Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name, for messages.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for SourceFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SourceFile({:?}, {} bytes)", self.name, self.bytes.len())
    }
}

/// What a file from outside holds.
#[derive(Clone, Debug, PartialEq)]
pub struct FileFacts {
    /// Its kind, told by its content.
    pub kind: FileKind,
    /// Its pages as they are seen; one for an image, fitted into A4.
    pub pages: Vec<PageSize>,
    /// Whether the file was damaged and has been repaired while reading: nothing
    /// that it names is missing, but somebody should look at its pages.
    pub repaired: bool,
}

/// The kinds of files that can be papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Portable Document Format.
    Pdf,
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
}

/// A printed document.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    /// The file.
    pub pdf: Vec<u8>,
    /// Its pages in order.
    pub pages: Vec<PageInfo>,
    /// The texts with characters that no font holds: they are printed as boxes,
    /// or not at all. Each text once.
    pub uncovered: Vec<Uncovered>,
    /// The papers whose files were damaged and have been repaired.
    pub repaired: Vec<RepairedFile>,
    /// What the pages of each PDF from outside say, by the file's id: empty for
    /// a page that is a picture. See [`Packet::text_with`].
    pub texts: BTreeMap<String, Vec<String>>,
}

/// A text that cannot be shown as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uncovered {
    /// The text, cut if it is long.
    pub text: String,
    /// What of it cannot be shown: characters, forms of kanji (a character with
    /// its selector), control characters as 「U+0007」.
    pub missing: Vec<String>,
}

/// A file that was damaged and has been repaired while reading (see
/// [`FileFacts::repaired`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepairedFile {
    /// Number of the paper.
    pub paper: String,
    /// Name of the file.
    pub file: String,
}

impl Printed {
    /// The pages of a part that have something on them.
    #[must_use]
    pub fn pages_of(&self, part: &PagePart) -> u32 {
        let shown = self.pages.iter().filter(|page| page.part == *part && !page.blank);
        u32::try_from(shown.count()).unwrap_or(u32::MAX)
    }

    /// The sheets of a part when it is printed by itself; its blank pages count.
    #[must_use]
    pub fn sheets_of(&self, part: &PagePart, duplex: bool) -> SheetCount {
        let pages = self.pages.iter().filter(|page| page.part == *part);
        SheetCount::of(pages.map(|page| page.size), duplex)
    }
}

/// A page of a printed document.
#[derive(Clone, Debug, PartialEq)]
pub struct PageInfo {
    /// Its size as it is seen.
    pub size: PageSize,
    /// Its page label, the number at its foot.
    pub label: String,
    /// What it belongs to.
    pub part: PagePart,
    /// Whether it is empty and only makes the next paper start on an odd page.
    pub blank: bool,
}

/// The part of a document a page belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PagePart {
    /// The document itself, or a packet's pages before its papers.
    Front,
    /// The paper at this place in [`Packet::papers`]. A blank page belongs to
    /// the paper before it.
    Paper(usize),
}

/// How far printing has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// Steps done.
    pub done: usize,
    /// Steps in all.
    pub total: usize,
}

/// The stages of printing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading files from outside; one step per paper.
    Reading,
    /// Laying out Entaku's own pages.
    Setting,
    /// Putting all pages into one file.
    Joining,
}

/// Why a document could not be printed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PrintError {
    /// A paper names a file that was not handed over.
    #[error("paper {paper}: file {file} is missing")]
    FileMissing {
        /// Number of the paper.
        paper: String,
        /// Id of the file.
        file: String,
    },
    /// A file cannot be used.
    #[error("paper {paper}: file {file}: {reason}")]
    File {
        /// Number of the paper; empty when a file alone was inspected.
        paper: String,
        /// Name of the file.
        file: String,
        /// What is wrong with it.
        reason: Unreadable,
    },
    /// The packet does not have the pages it should have.
    #[error("paper {paper}: file {file} has {expected} pages, {found} arrived in the packet")]
    PagesLost {
        /// Number of the paper; empty if it cannot be told.
        paper: String,
        /// Name of the file; empty if it cannot be told.
        file: String,
        /// Pages counted before.
        expected: usize,
        /// Pages counted after.
        found: usize,
    },
    /// No program of this computer turns Office files into PDF.
    #[error("no converter for {file}")]
    NoConverter {
        /// Name of the file.
        file: String,
    },
    /// An Office file could not be turned into PDF.
    #[error("{file} was not converted (late: {late})")]
    NotConverted {
        /// Name of the file.
        file: String,
        /// Whether it took too long.
        late: bool,
    },
    /// Whoever asked for it does not want it any more.
    #[error("cancelled")]
    Cancelled,
    /// The layout failed: an error of the program, not of the input.
    #[error("layout of {document}: {message}")]
    Layout {
        /// The template.
        document: &'static str,
        /// The layout program's words.
        message: String,
    },
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It has no bytes.
    #[error("empty")]
    Empty,
    /// It is neither PDF, PNG nor JPEG.
    #[error("not a PDF, PNG or JPEG file")]
    UnknownKind,
    /// It is larger than can be taken.
    #[error("{bytes} bytes, more than {limit}")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The largest size taken.
        limit: usize,
    },
    /// A page is too small or too large to carry the paper's number.
    #[error("page {page} is {width_pt} x {height_pt} pt")]
    PageSize {
        /// The page, from 1.
        page: usize,
        /// Displayed width in whole points.
        width_pt: i64,
        /// Displayed height in whole points.
        height_pt: i64,
    },
    /// A picture with more pixels than any printer shows and a computer of the
    /// office has memory for.
    #[error("{width} x {height} pixels, more than {limit} in all")]
    TooManyPixels {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
        /// The most pixels taken.
        limit: u64,
    },
    /// Two readings of it count different numbers of pages.
    #[error("{counted} pages by one reading, {expected} by another")]
    PagesDisagree {
        /// By the reading that would be joined.
        counted: usize,
        /// By the other.
        expected: usize,
    },
    /// It opens with a password only.
    #[error("encrypted")]
    Encrypted,
    /// It is a PDF without pages.
    #[error("no pages")]
    NoPages,
    /// It is damaged.
    #[error("damaged: {0}")]
    Damaged(String),
}
