//! Files that are to become papers: looked into, and those of Word, Excel and PowerPoint made
//! into PDF first. The original is kept beside.

use super::{AddedPaper, inspect};
use crate::council::{App, Written};
use crate::error::Result;
use crate::files;
use entaku_documents::{FileFacts, Printer, SourceFile, Watch, go_on};
use entaku_domain::id::PaperId;
use entaku_domain::paper::{Handling, Original, Paper};
use entaku_store::{Action, Tx};
use std::path::Path;

/// A file that can become a paper.
#[derive(Debug, Clone)]
pub struct TakenFile {
    /// What is bound: a PDF or a picture.
    pub source: SourceFile,
    /// What it holds.
    pub facts: FileFacts,
    /// When it was last changed, RFC 3339 in UTC; none where that is not known.
    pub changed_at: Option<String>,
    /// The Office file of which it was made.
    pub original: Option<OriginalFile>,
    /// What was changed, where it takes another's place; what was noted stays where none.
    pub note: Option<String>,
}

/// The Office file of which a paper was made.
#[derive(Debug, Clone)]
pub struct OriginalFile {
    /// The file.
    pub source: SourceFile,
    /// When it was last changed.
    pub changed_at: Option<String>,
    /// Where it lies, where that is known.
    pub path: Option<String>,
}

/// Endings of files of Office programs that can be made into PDF.
const OFFICE: [&str; 14] =
    ["docx", "docm", "doc", "xlsx", "xlsm", "xls", "pptx", "pptm", "ppt", "odt", "ods", "odp", "rtf", "odg"];

/// Whether a file's name says that an Office program made it.
pub fn is_office(name: &str) -> bool {
    let ending = Path::new(name).extension().map(|e| e.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| OFFICE.contains(&ending.as_str()))
}

/// Looks into a file, and makes a PDF of it first where an Office program made it; long.
///
/// # Errors
/// Those of [`inspect`]; [`crate::AppError::Print`] for one that cannot be converted.
pub fn take(
    source: SourceFile,
    changed_at: Option<String>,
    printer: &dyn Printer,
    watch: &mut Watch<'_>,
) -> Result<TakenFile> {
    if !is_office(&source.name) {
        let facts = inspect(&source, printer)?;
        return Ok(TakenFile { source, facts, changed_at, original: None, note: None });
    }
    super::check_size(&source)?;
    let made = printer.convert(&source, watch)?;
    let facts = inspect(&made, printer)?;
    let original = Some(OriginalFile { source, changed_at, path: None });
    Ok(TakenFile { source: made, facts, changed_at: None, original, note: None })
}

/// The same for a file of a folder, whose place is remembered: when it is changed there, the
/// list of papers says so.
pub(super) fn from_folder(path: &Path, printer: &dyn Printer) -> Result<TakenFile> {
    let source = SourceFile { name: files::name_of(path), bytes: files::read_paper(path)? };
    let mut taken = take(source, files::changed_at(path), printer, &mut go_on)?;
    if let Some(original) = &mut taken.original {
        original.path = std::path::absolute(path).ok().map(|p| p.display().to_string());
    }
    Ok(taken)
}

impl TakenFile {
    /// How a paper made of it is handled: as before, with its own original kept.
    pub(super) fn handling(&self, tx: &mut Tx<'_>, before: Handling) -> Result<Handling> {
        let original = self.original.as_ref().map(|o| o.keep(tx)).transpose()?;
        let revision_note = self.note.clone().or_else(|| before.revision_note.clone());
        Ok(Handling { file_changed_at: self.changed_at.clone(), original, revision_note, ..before })
    }

    pub(super) fn added(&self, id: PaperId) -> AddedPaper {
        AddedPaper { id, pages: self.facts.pages.len(), repaired: self.facts.repaired }
    }
}

impl OriginalFile {
    fn keep(&self, tx: &mut Tx<'_>) -> Result<Original> {
        Ok(Original {
            sha256: tx.add_file(&mut self.source.bytes.as_slice())?,
            name: self.source.name.clone(),
            changed_at: self.changed_at.clone(),
            path: self.path.clone(),
        })
    }
}

impl App {
    /// Keeps the Office file beside the PDF that somebody made of it (「元のファイルの保存」); a
    /// newer one than the PDF is told in the list.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownRecord`]; a file that is too large.
    pub fn keep_original(&mut self, id: PaperId, original: &OriginalFile) -> Result<Written<()>> {
        let paper = self.known_paper(id)?;
        super::check_size(&original.source)?;
        let meeting = self.known_meeting(paper.meeting)?;
        let subject = self.about_item(&meeting, &format!("{}　{}", paper.number, paper.title))?;
        self.change(Action::new("keep_original").about(subject), Vec::new(), |tx| {
            let handling = Handling { original: Some(original.keep(tx)?), ..paper.handling.clone() };
            Ok(tx.put_paper(&Paper { handling, ..paper })?)
        })
    }
}
