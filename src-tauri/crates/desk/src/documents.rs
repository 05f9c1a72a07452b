//! Documents: prepared, looked at, saved where the user says, or handed to the
//! system's own program to be printed. Nothing here changes the council.

use crate::cases::{Cleared, Looked};
use crate::desk::Desk;
use crate::issued::Leaves;
use crate::text;
use entaku_app::printing::{Document, Exported, Finished, Format, PaperPages};
use entaku_app::text::printing::format as format_label;
use entaku_app::{AppError, WireError, files};
use entaku_documents::PrintError;
use entaku_sheets::Fallback;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use ts_rs::TS;

/// A document to be prepared.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrepareDocument {
    /// A name for the work, for its progress and to give it up; what went on under
    /// the same name is given up.
    pub job: String,
    /// The document.
    pub document: Document,
    /// Why words of the cases that are found in it may leave.
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

/// A document that has been prepared.
#[derive(Debug, Serialize, TS)]
pub struct PreparedDocument {
    /// The name by which it is found again, until a few others were prepared.
    pub handle: String,
    /// What it is.
    pub title: String,
    /// The name of its PDF.
    pub file_name: String,
    /// Its pages.
    pub pages: usize,
    /// Sheets of paper, printed on both sides.
    pub sheets: u32,
    /// Bytes.
    pub size: usize,
    /// 「12ページ　A4 6枚（両面）　1.2 MB」.
    pub summary: String,
    /// What was noticed on the way.
    pub notices: Vec<String>,
    /// Whether words of the cases were not looked for, since their vault is closed.
    pub cases_unseen: bool,
    /// The pages of each paper of a packet, the pages before them first.
    pub papers: Vec<PaperPages>,
    /// Its words in reading order.
    pub text: String,
    /// The forms in which it can be saved.
    pub formats: Vec<FormatRow>,
}

/// A form in which a document can be saved.
#[derive(Debug, Serialize, TS)]
pub struct FormatRow {
    /// Its code.
    pub format: Format,
    /// Its name.
    pub label: String,
}

/// A prepared document.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichDocument {
    /// Its handle.
    pub handle: String,
}

/// A prepared document in one of its forms.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DocumentAs {
    /// Its handle.
    pub handle: String,
    /// The form; PDF where none.
    pub format: Option<Format>,
    /// Whether characters that Shift_JIS does not have may be replaced.
    pub replace: Option<bool>,
}

/// A document to be saved without being printed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportDocument {
    /// The document.
    pub document: Document,
    /// The form: any but PDF.
    pub format: Format,
    /// Whether characters that Shift_JIS does not have may be replaced.
    pub replace: Option<bool>,
    /// Why words of the cases that are found in it may leave.
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

/// A file that was written.
#[derive(Debug, Serialize, TS)]
pub struct Saved {
    /// Where.
    pub path: String,
    /// What was changed on the way.
    pub notices: Vec<String>,
}

impl Desk {
    /// Prints a document; long. It is found by its handle then.
    pub(crate) fn prepare_document(&self, ask: PrepareDocument) -> Result<PreparedDocument, WireError> {
        let mut turn = 0;
        let finished = self.print(&ask.job, || {
            let table = self.table();
            turn = table.turn;
            table.open.as_ref().ok_or(AppError::NoCouncilOpen)?.app.document(&ask.document)
        })?;
        let finished = Arc::new(self.clear(finished, ask.reason.as_deref())?);
        let table = self.table();
        if table.turn != turn {
            return Err(AppError::Print(PrintError::Cancelled).into());
        }
        let handle = self.shelf().put(Arc::clone(&finished));
        Ok(prepared(handle, &finished))
    }

    /// The PDF of a prepared document.
    pub(crate) fn document_bytes(&self, ask: WhichDocument) -> Result<Vec<u8>, WireError> {
        Ok(self.finished(&ask.handle)?.0.printed.pdf.clone())
    }

    /// Saves a prepared document where the user says; none when they cancel.
    pub(crate) fn save_document(&self, ask: DocumentAs) -> Result<Option<Saved>, WireError> {
        let (finished, turn) = self.finished(&ask.handle)?;
        self.still_clear(&finished)?;
        let format = ask.format.unwrap_or(Format::Pdf);
        let saved = self.save(finished.export(format, fallback(ask.replace))?)?;
        Ok(saved.map(|(made, path)| self.issued(&Leaves::finished(&finished, &made, format), Some(&path), turn)))
    }

    /// Saves a document that need not be printed where the user says; none when they cancel.
    pub(crate) fn export_document(&self, ask: ExportDocument) -> Result<Option<Saved>, WireError> {
        let (ready, turn) = {
            let table = self.table();
            (table.open.as_ref().ok_or(AppError::NoCouncilOpen)?.app.document(&ask.document)?, table.turn)
        };
        let ready = self.clear_ready(ready, ask.reason.as_deref())?;
        let made = ready.export(ask.format, fallback(ask.replace));
        let saved = self.save(made.unwrap_or_else(|| Err(AppError::BadRequest("to be printed".to_owned())))?)?;
        Ok(saved.map(|(made, path)| self.issued(&Leaves::ready(&ready, &made), Some(&path), turn)))
    }

    /// Puts a prepared document among the council's prints and hands it to the system's program.
    pub(crate) fn open_document(&self, ask: DocumentAs) -> Result<Saved, WireError> {
        let (finished, turn) = self.finished(&ask.handle)?;
        self.still_clear(&finished)?;
        let format = ask.format.unwrap_or(Format::Pdf);
        let made = finished.export(format, fallback(ask.replace))?;
        let path = self.put_among_prints(&made.name, &made.bytes, turn)?;
        self.hand_over(&path)?;
        let saved = self.issued(&Leaves::finished(&finished, &made, format), None, turn);
        Ok(Saved { path: path.display().to_string(), ..saved })
    }

    /// A document of the council that is open, and which turn that is.
    fn finished(&self, handle: &str) -> Result<(Arc<Cleared<Finished>>, u64), WireError> {
        let table = self.table();
        Ok((self.shelf().find(handle).ok_or_else(text::document_gone)?, table.turn))
    }

    /// Writes a file where the user says; none when they cancel.
    pub(crate) fn save(&self, made: Exported) -> Result<Option<(Exported, PathBuf)>, WireError> {
        let Some(path) = self.host().choose_save(text::SAVE, &made.name) else { return Ok(None) };
        let path = with_ending(path, &made.name);
        files::write(&path, &made.bytes)?;
        Ok(Some((made, path)))
    }

    /// Writes a file into the folder of prints; beside one of the same name that
    /// cannot be replaced, as when it is open in another program.
    pub(crate) fn put_among_prints(&self, name: &str, bytes: &[u8], turn: u64) -> Result<PathBuf, WireError> {
        let folder = self.prints(turn)?;
        let mut outcome = Err(AppError::Internal);
        for number in 1..10 {
            let path = folder.join(numbered(name, number));
            if std::fs::read(&path).is_ok_and(|found| found == bytes) {
                return Ok(path);
            }
            outcome = files::write(&path, bytes).map(|()| path);
            if outcome.is_ok() {
                break;
            }
        }
        Ok(outcome?)
    }

    /// Where prints go: the council's own folder; for the sample, and where that
    /// cannot be written to, the user's.
    fn prints(&self, turn: u64) -> Result<PathBuf, WireError> {
        let table = self.table();
        let open = table.open.as_ref().filter(|_| table.turn == turn).ok_or_else(text::document_gone)?;
        let own = open.folder.as_ref().filter(|_| !open.read_only);
        Ok(own.map_or_else(|| self.temporary(), |folder| folder.join(text::PRINTS)))
    }
}

fn prepared(handle: String, finished: &Cleared<Finished>) -> PreparedDocument {
    let sheets = finished.sheets(true);
    PreparedDocument {
        handle,
        title: finished.name.replace('_', "　"),
        file_name: files::safe_name(&format!("{}{}", finished.name, Format::Pdf.ending())),
        pages: finished.printed.pages.len(),
        sheets: sheets.total(),
        size: finished.printed.pdf.len(),
        summary: text::paper(finished.printed.pages.len(), sheets, finished.printed.pdf.len()),
        notices: finished.notices.clone(),
        cases_unseen: *finished.looked() == Looked::Closed,
        papers: finished.papers.clone(),
        text: finished.text.clone(),
        formats: finished
            .formats()
            .into_iter()
            .map(|format| FormatRow { format, label: format_label(format).to_owned() })
            .collect(),
    }
}

const fn fallback(replace: Option<bool>) -> Fallback {
    if matches!(replace, Some(true)) { Fallback::Replace } else { Fallback::Refuse }
}

/// The path with the ending that its content needs. What follows a dot may be a
/// part of the name, 「R8.10.1 次第」. The system has asked before it replaces the
/// file that was named, not one with an ending that is added here: that one stays.
fn with_ending(path: PathBuf, name: &str) -> PathBuf {
    let Some(ending) = Path::new(name).extension() else { return path };
    if path.extension().is_some_and(|typed| typed.eq_ignore_ascii_case(ending)) {
        return path;
    }
    let whole = format!("{}.{}", files::name_of(&path).trim_end_matches(['.', ' ']), ending.to_string_lossy());
    let free = (1..1000).map(|number| path.with_file_name(numbered(&whole, number))).find(|path| !path.exists());
    free.unwrap_or(path)
}

/// 名簿.pdf, 名簿(2).pdf.
pub(crate) fn numbered(name: &str, number: u32) -> String {
    match name.rsplit_once('.') {
        _ if number == 1 => name.to_owned(),
        Some((stem, ending)) => format!("{stem}({number}).{ending}"),
        None => format!("{name}({number})"),
    }
}

#[cfg(test)]
mod tests {
    //! Where a document is saved.
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_ending_is_added_and_no_other_file_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let typed = |name: &str| files::name_of(&with_ending(folder.path().join(name), "名簿.pdf"));
        std::fs::write(folder.path().join("大事.pdf"), "x").unwrap();
        for (name, path) in [
            ("名簿", "名簿.pdf"),
            ("名簿.", "名簿.pdf"),
            ("名簿.PDF", "名簿.PDF"),
            ("R8.10.1 次第", "R8.10.1 次第.pdf"),
            ("大事", "大事(2).pdf"),
            ("大事.pdf", "大事.pdf"),
        ] {
            assert_eq!(typed(name), path);
        }
        assert_eq!(numbered("名簿", 2), "名簿(2)");
    }
}
