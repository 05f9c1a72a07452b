//! What is being typed and not written yet: a small file beside the council's, so that
//! nothing is lost when the program or the computer stops in the middle of a word.

use crate::desk::Desk;
use entaku_app::{AppError, WireError, files};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use ts_rs::TS;

/// The folder within the council's.
const FOLDER: &str = "drafts";
/// The longest draft, in bytes.
const LIMIT: usize = 5_000_000;
/// The longest name.
const NAME: usize = 80;

/// Something that is being typed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KeptDraft {
    /// What it belongs to: small letters, figures and hyphens.
    pub key: String,
    /// Its content; empty when all of it is written.
    pub text: String,
}

/// A draft.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichDraft {
    /// What it belongs to.
    pub key: String,
}

/// Drafts of a council of which nothing is kept.
#[derive(Debug, Default)]
pub(crate) struct Drafts(Mutex<BTreeMap<String, String>>);

impl Drafts {
    fn with<T>(&self, work: impl FnOnce(&mut BTreeMap<String, String>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Another council: these belong to none any more.
    pub(crate) fn clear(&self) {
        self.with(BTreeMap::clear);
    }
}

impl Desk {
    /// Keeps what is being typed, so that it outlives the program; empty forgets it.
    pub(crate) fn keep_draft(&self, ask: KeptDraft) -> Result<(), WireError> {
        let key = checked(&ask.key)?;
        if ask.text.len() > LIMIT {
            return Err(AppError::BadRequest("draft".to_owned()).into());
        }
        let Some(folder) = self.draft_folder()? else {
            self.drafts().with(|kept| match ask.text.is_empty() {
                true => drop(kept.remove(key)),
                false => drop(kept.insert(key.to_owned(), ask.text)),
            });
            return Ok(());
        };
        let path = file(&folder, key);
        if !ask.text.is_empty() {
            return Ok(files::write(&path, ask.text.as_bytes())?);
        }
        match std::fs::remove_file(&path) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => {
                Err(AppError::WriteFile { path: path.display().to_string(), source: e }.into())
            }
            _ => Ok(()),
        }
    }

    /// What was being typed when the program ended; none where all of it was written.
    pub(crate) fn draft(&self, ask: WhichDraft) -> Result<Option<String>, WireError> {
        let key = checked(&ask.key)?;
        let Some(folder) = self.draft_folder()? else {
            return Ok(self.drafts().with(|kept| kept.get(key).cloned()));
        };
        // A draft that cannot be read is no reason to keep anybody from the minutes themselves.
        Ok(std::fs::read_to_string(file(&folder, key)).ok().filter(|text| !text.is_empty()))
    }

    /// Where drafts of the open council are; none where nothing of it is kept.
    fn draft_folder(&self) -> Result<Option<PathBuf>, WireError> {
        let table = self.table();
        let open = table.open.as_ref().ok_or(AppError::NoCouncilOpen)?;
        Ok(open.folder.as_ref().filter(|_| !open.read_only).map(|f| f.join(FOLDER)))
    }
}

fn file(folder: &Path, key: &str) -> PathBuf {
    folder.join(format!("{key}.json"))
}

/// A name that is one file within the folder.
fn checked(key: &str) -> Result<&str, WireError> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let right = (1..=NAME).contains(&key.len()) && key.chars().all(plain);
    if right { Ok(key) } else { Err(AppError::BadRequest("draft".to_owned()).into()) }
}
