//! Letters as a file for each of those who get one: to be sent by mail.

use crate::cases::stopped;
use crate::desk::Desk;
use crate::documents::numbered;
use crate::issued::Leaves;
use crate::text;
use entaku_app::commands::{LetterBatch, LetterTo};
use entaku_app::printing::{Document, Exported, Format, Ready};
use entaku_app::{AppError, WireError, files};
use entaku_sheets::Fallback;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// Letters to be saved one by one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveEachLetter {
    /// A name for the work, to give it up.
    pub job: String,
    /// The letters.
    pub letters: LetterBatch,
    /// Why words of the cases that are found in a letter may leave.
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

/// Letters that were saved one by one.
#[derive(Debug, Serialize, TS)]
pub struct SavedLetters {
    /// The folder.
    pub folder: String,
    /// How many files.
    pub files: u32,
    /// What was noticed on the way.
    pub notices: Vec<String>,
}

impl Desk {
    /// Saves each letter as a PDF of its own in a folder that the user says; none when they
    /// cancel. A file that is there already stays, and the new one stands beside it.
    pub(crate) fn save_each_letter(&self, ask: SaveEachLetter) -> Result<Option<SavedLetters>, WireError> {
        let SaveEachLetter { job, letters, reason } = ask;
        if letters.to.is_empty() {
            return Err(AppError::Nobody.into());
        }
        if reason.is_none() {
            // All are looked at before the first is written.
            let mut found = Vec::new();
            for to in &letters.to {
                found.extend(self.found_in_ready(&self.read_letter(&letters, to)?.0)?);
            }
            stopped(found)?;
        }
        let Some(folder) = self.host().choose_folder(text::EACH_LETTER) else { return Ok(None) };
        let mut saved = SavedLetters { folder: folder.display().to_string(), files: 0, notices: Vec::new() };
        for to in &letters.to {
            saved.notices.extend(self.save_letter(&job, (&letters, to), reason.as_deref(), &folder)?);
            saved.files += 1;
        }
        Ok(Some(saved))
    }

    fn save_letter(
        &self,
        job: &str,
        (letters, to): (&LetterBatch, &LetterTo),
        reason: Option<&str>,
        folder: &Path,
    ) -> Result<Vec<String>, WireError> {
        let mut turn = 0;
        let finished = self.print(job, || {
            let (ready, now) = self.read_letter(letters, to)?;
            turn = now;
            Ok(ready)
        })?;
        let finished = self.clear(finished, reason)?;
        let made = finished.export(Format::Pdf, Fallback::Refuse)?;
        let path = free(folder, &made);
        files::write(&path, &made.bytes)?;
        let notices = self.issued(&Leaves::finished(&finished, &made, Format::Pdf), Some(&path), turn).notices;
        Ok(finished.notices.iter().cloned().chain(notices).collect())
    }

    /// One of the letters, and of which turn.
    fn read_letter(&self, letters: &LetterBatch, to: &LetterTo) -> Result<(Ready, u64), AppError> {
        let document = Document::Letters { letters: LetterBatch { to: vec![to.clone()], ..letters.clone() } };
        let table = self.table();
        Ok((table.open.as_ref().ok_or(AppError::NoCouncilOpen)?.app.document(&document)?, table.turn))
    }
}

/// A path at which nothing else stands.
fn free(folder: &Path, made: &Exported) -> PathBuf {
    let same = |path: &PathBuf| std::fs::read(path).is_ok_and(|found| found == made.bytes);
    let mut all = (1..1000).map(|number| folder.join(numbered(&made.name, number)));
    all.find(|path| !path.exists() || same(path)).unwrap_or_else(|| folder.join(&made.name))
}
