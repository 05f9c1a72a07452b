//! Papers' files that are dropped into the window: looked at, taken in, put in
//! the place of others, and shown again.

use crate::desk::Desk;
use crate::text;
use entaku_app::commands::{Done, done};
use entaku_app::papers::{AddPaper, AddedPaper, OriginalFile, TakenFile, inspect, is_office, take};
use entaku_app::{AppError, WireError};
use entaku_documents::{FileFacts, Progress, SourceFile};
use entaku_domain::id::{MeetingId, PaperId};
use entaku_domain::paper::{PaperClass, PaperContent};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use ts_rs::TS;

/// A file that is to be looked at.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FileName {
    /// Its name.
    pub name: String,
}

/// What a file holds.
#[derive(Debug, Serialize, TS)]
pub struct LookedAt {
    /// Its pages.
    pub pages: usize,
    /// 「A4 3ページ」.
    pub summary: String,
    /// Whether it was damaged and would be mended: somebody should look at its pages.
    pub repaired: bool,
}

/// A paper to be added from a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewPaperFile {
    /// The meeting's identifier.
    pub meeting: String,
    /// The file's name.
    pub name: String,
    /// The paper's number, 資料2-1.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its class, as listed with the papers.
    pub class: String,
    /// Why it is closed; open where none.
    pub closed_reason: Option<String>,
    /// When the file was last changed, RFC 3339 in UTC, where that is known.
    #[ts(optional = nullable)]
    pub changed_at: Option<String>,
    /// A name for the conversion of an Office file, for its progress and to give it up.
    #[ts(optional = nullable)]
    pub job: Option<String>,
    /// Why words of the cases that are found in it may stay.
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

/// The Office file of which a paper's PDF was made.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewOriginal {
    /// The paper's identifier.
    pub paper: String,
    /// The file's name.
    pub name: String,
    /// When it was last changed, RFC 3339 in UTC, where that is known.
    #[ts(optional = nullable)]
    pub changed_at: Option<String>,
    /// Why words of the cases that are found in it may stay.
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

/// A file to be put in the place of a paper's.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewFileOfPaper {
    /// The paper's identifier.
    pub paper: String,
    /// The file's name.
    pub name: String,
    /// What the new edition is called, 修正版; none for one that was not sent yet.
    pub revision: Option<String>,
    /// When the file was last changed, RFC 3339 in UTC, where that is known.
    #[ts(optional = nullable)]
    pub changed_at: Option<String>,
    /// A name for the conversion of an Office file, for its progress and to give it up.
    #[ts(optional = nullable)]
    pub job: Option<String>,
    /// Why words of the cases that are found in it may stay.
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

/// A paper.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichPaperFile {
    /// Its identifier.
    pub paper: String,
}

/// A paper whose file is handed to the system's program.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenPaperFile {
    /// Its identifier.
    pub paper: String,
    /// Why words of the cases that are found in the file may leave.
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

/// A paper whose file was taken in.
#[derive(Debug, Serialize, TS)]
pub struct PaperFile {
    /// Its identifier.
    pub paper: String,
    /// Its pages.
    pub pages: usize,
    /// Whether its file was damaged and has been mended: somebody should look at its pages.
    pub repaired: bool,
}

impl Desk {
    /// Looks at a file that is to be a paper; takes nothing in.
    pub(crate) fn look_at_file(&self, ask: FileName, file: Vec<u8>) -> Result<LookedAt, WireError> {
        let facts = self.inspect(&SourceFile { name: ask.name, bytes: file })?;
        let summary = text::pages_of(&facts.pages);
        Ok(LookedAt { pages: facts.pages.len(), summary, repaired: facts.repaired })
    }

    /// Takes a file in as a paper.
    pub(crate) fn add_paper_file(&self, ask: NewPaperFile, file: Vec<u8>) -> Result<Done<PaperFile>, WireError> {
        let source = SourceFile { name: ask.name, bytes: file };
        self.look_into_file(&source, &ask.title, ask.reason.as_deref())?;
        let taken = self.take_paper(source, ask.changed_at, ask.job.as_deref())?;
        let paper = AddPaper {
            meeting: MeetingId::parse(&ask.meeting).map_err(|e| AppError::UnknownMeeting(e.0))?,
            number: ask.number,
            title: ask.title,
            class: PaperClass::from_code(&ask.class).map_err(|e| AppError::BadRequest(e.to_string()))?,
            closed_reason: ask.closed_reason.filter(|reason| !reason.is_empty()),
        };
        let mut table = self.table();
        let open = table.open.as_mut().ok_or(AppError::NoCouncilOpen)?;
        Ok(done(open.app.keep_paper(&paper, &taken)?.map(told)))
    }

    /// Puts a file in the place of a paper's.
    pub(crate) fn replace_paper_file(&self, ask: NewFileOfPaper, file: Vec<u8>) -> Result<Done<PaperFile>, WireError> {
        let source = SourceFile { name: ask.name, bytes: file };
        self.look_into_file(&source, "", ask.reason.as_deref())?;
        let taken = self.take_paper(source, ask.changed_at, ask.job.as_deref())?;
        let paper = paper_id(&ask.paper)?;
        let revision = ask.revision.as_deref().filter(|r| !r.is_empty());
        let mut table = self.table();
        let open = table.open.as_mut().ok_or(AppError::NoCouncilOpen)?;
        Ok(done(open.app.keep_replacement(paper, revision, &taken)?.map(told)))
    }

    /// Keeps the Office file beside the PDF that somebody made of it.
    pub(crate) fn keep_original(&self, ask: NewOriginal, file: Vec<u8>) -> Result<Done<()>, WireError> {
        let source = SourceFile { name: ask.name, bytes: file };
        self.look_into_file(&source, "", ask.reason.as_deref())?;
        let original = OriginalFile { source, changed_at: ask.changed_at, path: None };
        let paper = paper_id(&ask.paper)?;
        let mut table = self.table();
        let open = table.open.as_mut().ok_or(AppError::NoCouncilOpen)?;
        Ok(done(open.app.keep_original(paper, &original)?))
    }

    /// The file of a paper, as it came.
    pub(crate) fn paper_file(&self, ask: WhichPaperFile) -> Result<Vec<u8>, WireError> {
        Ok(self.kept_file(&ask)?.1)
    }

    /// Hands a copy of a paper's file to the system's own program for it.
    pub(crate) fn open_paper_file(&self, ask: OpenPaperFile) -> Result<crate::documents::Saved, WireError> {
        let (name, bytes, turn) = self.kept_file(&WhichPaperFile { paper: ask.paper })?;
        let file = SourceFile { name, bytes };
        self.look_into_file(&file, "", ask.reason.as_deref())?;
        let path = self.put_among_prints(&entaku_app::files::safe_name(&file.name), &file.bytes, turn)?;
        self.hand_over(&path)?;
        Ok(crate::documents::Saved { path: path.display().to_string(), notices: Vec::new() })
    }

    fn kept_file(&self, ask: &WhichPaperFile) -> Result<(String, Vec<u8>, u64), WireError> {
        let table = self.table();
        let store = table.open.as_ref().ok_or(AppError::NoCouncilOpen)?.app.store();
        let unknown = || AppError::UnknownRecord(ask.paper.clone());
        let paper = store.paper(paper_id(&ask.paper)?).map_err(AppError::from)?.ok_or_else(unknown)?;
        let PaperContent::File { sha256, name } = paper.content else { return Err(unknown().into()) };
        Ok((name, store.file(&sha256).map_err(AppError::from)?, table.turn))
    }

    /// A file is made into PDF where that is needed, and looked into, while others may go on
    /// with their work; under a job's name it can be given up.
    fn take_paper(
        &self,
        source: SourceFile,
        changed_at: Option<String>,
        job: Option<&str>,
    ) -> Result<TakenFile, WireError> {
        let watched = job.filter(|_| is_office(&source.name)).map(|name| self.watched(name));
        let mut watch = |progress: Progress| match &watched {
            Some(work) => work.tell(self, progress.done, progress.total),
            None => ControlFlow::Continue(()),
        };
        let taken = take(source, changed_at, self.printer(), &mut watch);
        if let Some(work) = &watched {
            work.end(self);
        }
        Ok(taken?)
    }

    /// A file is looked into while others may go on with their work.
    fn inspect(&self, source: &SourceFile) -> Result<FileFacts, WireError> {
        Ok(inspect(source, self.printer())?)
    }
}

fn paper_id(id: &str) -> Result<PaperId, AppError> {
    PaperId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}

fn told(added: AddedPaper) -> PaperFile {
    PaperFile { paper: added.id.to_string(), pages: added.pages, repaired: added.repaired }
}
