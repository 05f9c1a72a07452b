//! Papers (資料) of a meeting: taking them in, mending them, their numbers, and to which
//! items of the agenda they belong.

mod edit;
mod handling;
mod list;
mod style;
mod take;

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::files;
use crate::people::all_right;
pub use edit::{AddOwnPaper, UpdatePaper};
use entaku_documents::{FileFacts, Printer, SourceFile};
use entaku_domain::id::{MeetingId, PaperId};
use entaku_domain::paper::{Handling, Paper, PaperClass, PaperContent, PaperNumber, check_numbers};
use entaku_domain::text::{check_name, check_note};
use entaku_domain::violation::{Violation, forbids};
use entaku_store::Action;
pub use handling::HandlePaper;
pub(crate) use list::place;
pub use list::{NextNumber, OwnKind, PaperDetail, PaperHandling, PaperItem, PaperList};
use std::path::Path;
pub use style::{PaperHeading, PaperSeries, PaperStyle, PaperStylePage, RenumberedPaper};
use take::from_folder;
pub use take::{OriginalFile, TakenFile, is_office, take};

/// A paper to be added from a file.
#[derive(Debug, Clone)]
pub struct AddPaper {
    /// The meeting.
    pub meeting: MeetingId,
    /// Its number, 資料2-1.
    pub number: String,
    /// Its title.
    pub title: String,
    /// When it reaches the members.
    pub class: PaperClass,
    /// Why it is closed; open where none.
    pub closed_reason: Option<String>,
}

/// A paper that was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AddedPaper {
    /// Its identifier.
    pub id: PaperId,
    /// Its pages.
    pub pages: usize,
    /// Whether its file was damaged and has been mended: somebody should look at its pages.
    pub repaired: bool,
}

impl App {
    /// Takes a file in as a paper (「資料の追加」), after the printer has looked into it.
    ///
    /// # Errors
    /// A file that is too large, unreadable or of the wrong kind; a number that is taken.
    pub fn add_paper(&mut self, ask: &AddPaper, path: &Path, printer: &dyn Printer) -> Result<Written<AddedPaper>> {
        let taken = from_folder(path, printer)?;
        self.keep_paper(ask, &taken)
    }

    /// Takes a file in as a paper (「資料の追加」) that has been looked into, see [`take`].
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Rules`] for its texts or a number that is taken.
    pub fn keep_paper(&mut self, ask: &AddPaper, taken: &TakenFile) -> Result<Written<AddedPaper>> {
        let meeting = self.known_meeting(ask.meeting)?;
        let notices = self.check_paper(ask)?;
        let subject = self.about_item(&meeting, &format!("{}　{}", ask.number, ask.title))?;
        self.change(Action::new("add_paper").about(subject), notices, |tx| {
            let id = PaperId::new(tx.new_id());
            let sha256 = tx.add_file(&mut taken.source.bytes.as_slice())?;
            let handling = taken.handling(tx, Handling::default())?;
            tx.put_paper(&Paper {
                id,
                meeting: ask.meeting,
                number: PaperNumber::new(ask.number.clone()),
                title: ask.title.clone(),
                class: ask.class,
                revision: None,
                closed_reason: ask.closed_reason.clone(),
                content: PaperContent::File { sha256, name: taken.source.name.clone() },
                handling,
            })?;
            Ok(taken.added(id))
        })
    }

    /// Puts another file in the place of a paper's content (「資料の差し替え」); the number stays.
    /// `revision` says how the new edition is called, 修正版; none for one that was not sent yet.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for the words of `revision`.
    pub fn keep_replacement(
        &mut self,
        id: PaperId,
        revision: Option<&str>,
        taken: &TakenFile,
    ) -> Result<Written<AddedPaper>> {
        let paper = self.known_paper(id)?;
        let note = taken.note.as_deref().map(|n| check_note("revision_note", n));
        all_right(revision.map(|r| check_name("revision", r)).into_iter().chain(note))?;
        let meeting = self.known_meeting(paper.meeting)?;
        let subject = self.about_item(&meeting, &format!("{}　{}", paper.number, paper.title))?;
        let today = self.today();
        self.change(Action::new("replace_paper_file").about(subject), Vec::new(), |tx| {
            let sha256 = tx.add_file(&mut taken.source.bytes.as_slice())?;
            let revised_on = revision.map(|_| today).or(paper.handling.revised_on);
            let handling = Handling { revised_on, ..taken.handling(tx, paper.handling.clone())? };
            tx.put_paper(&Paper {
                revision: revision.map(str::to_owned).or(paper.revision.clone()),
                content: PaperContent::File { sha256, name: taken.source.name.clone() },
                handling,
                ..paper
            })?;
            Ok(taken.added(id))
        })
    }

    /// Puts a file of a folder in the place of a paper's content, see [`App::keep_replacement`];
    /// `note` says what was changed.
    ///
    /// # Errors
    /// Those of [`inspect`] and [`App::keep_replacement`].
    pub fn replace_paper(
        &mut self,
        id: PaperId,
        revision: Option<&str>,
        note: Option<&str>,
        path: &Path,
        printer: &dyn Printer,
    ) -> Result<Written<AddedPaper>> {
        let taken = TakenFile { note: note.map(str::to_owned), ..from_folder(path, printer)? };
        self.keep_replacement(id, revision, &taken)
    }

    pub(crate) fn known_paper(&self, id: PaperId) -> Result<Paper> {
        self.store.paper(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))
    }

    fn check_paper(&self, ask: &AddPaper) -> Result<Vec<Violation>> {
        let mut texts = vec![check_name("number", &ask.number), check_name("title", &ask.title)];
        texts.extend(ask.closed_reason.iter().map(|reason| check_name("closed_reason", reason)));
        let mut found: Vec<Violation> = texts.into_iter().filter_map(std::result::Result::err).collect();
        let mut numbers: Vec<PaperNumber> = self.store.papers(ask.meeting)?.into_iter().map(|p| p.number).collect();
        numbers.push(PaperNumber::new(ask.number.clone()));
        found.extend(check_numbers(&numbers));
        found.push(Violation::PaperNotNamed { number: ask.number.clone() });
        if forbids(&found) { Err(AppError::Rules(found)) } else { Ok(found) }
    }
}

/// Looks into a file from outside, before it becomes a paper.
///
/// # Errors
/// [`AppError::FileTooLarge`], [`AppError::Print`] for a file that is no paper, and
/// [`AppError::Rules`] for its name.
pub fn inspect(source: &SourceFile, printer: &dyn Printer) -> Result<FileFacts> {
    check_size(source)?;
    Ok(printer.inspect(source)?)
}

/// Whether a file's size and name can be taken.
pub(crate) fn check_size(source: &SourceFile) -> Result<()> {
    let bytes = u64::try_from(source.bytes.len()).unwrap_or(u64::MAX);
    if bytes > files::PAPER_LIMIT {
        return Err(AppError::FileTooLarge { name: source.name.clone(), bytes, limit: files::PAPER_LIMIT });
    }
    all_right([check_name("file", &source.name)])
}
