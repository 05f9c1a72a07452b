//! Copies of the file, encrypted as it is: the state before the last write, one of
//! each day's backup, and files that were set aside.

use crate::error::{Error, Result};
use crate::frame;
use crate::place::{self, BEFORE, FILE_NAME, Place};
use chrono::{DateTime, Utc};
use std::path::{Path, PathBuf};

/// The folder of backups, as the council's data have it.
const FOLDER: &str = "backup";
/// What a copy's name begins with.
const STEM: &str = "cases-";
/// What it ends with.
const ENDING: &str = ".vault";
/// What follows for a file that was set aside.
const ASIDE: &str = "aside-";
/// How the moment stands in the name.
const STAMP: &str = "%Y%m%dT%H%M%SZ";
/// Daily copies that are kept, as many as of the council's data.
const KEPT: usize = 14;

/// Why there is a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CopyKind {
    /// The state before the last write.
    Before,
    /// Of a day.
    Daily,
    /// Set aside by hand.
    Aside,
}

/// A copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// The file's name, by which it is brought back.
    pub name: String,
    /// Why.
    pub kind: CopyKind,
    /// When it was made; none for the state before the last write.
    pub at: Option<DateTime<Utc>>,
}

impl Place {
    /// The copies, the latest first.
    pub fn copies(&self) -> Vec<Copy> {
        let Some(folder) = self.folder() else { return Vec::new() };
        let before = folder.join(BEFORE).exists();
        let before = before.then(|| Copy { name: BEFORE.to_owned(), kind: CopyKind::Before, at: None });
        let entries = std::fs::read_dir(folder.join(FOLDER)).into_iter().flatten().flatten();
        let mut all: Vec<Copy> = entries.filter_map(|entry| described(&entry.file_name().to_string_lossy())).collect();
        all.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| b.name.cmp(&a.name)));
        before.into_iter().chain(all).collect()
    }

    /// Copies the file as it is, encrypted, among the day's backups; the oldest beyond
    /// those that are kept are dropped. Nothing where there is no file.
    ///
    /// # Errors
    /// [`Error::CutOff`], [`Error::Damaged`] and the like: what is not sound is not copied.
    pub fn back_up(&self, at: DateTime<Utc>) -> Result<()> {
        let Some(folder) = self.folder().filter(|_| self.is_taken()) else { return Ok(()) };
        let bytes = self.read()?;
        frame::take_off(&bytes)?;
        place::replace(&free(folder, "", at)?, &bytes)?;
        let daily = self.copies().into_iter().filter(|c| c.kind == CopyKind::Daily);
        for old in daily.skip(KEPT) {
            place::remove(&folder.join(FOLDER).join(&old.name))?;
        }
        Ok(())
    }

    /// Sets the file aside under another name, as when its passphrase is lost: a new vault
    /// can be begun. Answers the name.
    ///
    /// # Errors
    /// [`Error::Missing`]; those of the file system.
    pub fn set_aside(&self, at: DateTime<Utc>) -> Result<String> {
        let Some(folder) = self.folder() else {
            let Self::Memory(kept) = self else { return Err(Error::Missing) };
            let taken = kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
            return taken.map(|_| String::new()).ok_or(Error::Missing);
        };
        let file = folder.join(FILE_NAME);
        if !file.exists() {
            return Err(Error::Missing);
        }
        let aside = free(folder, ASIDE, at)?;
        std::fs::rename(&file, &aside).map_err(|source| Error::Io { path: aside.clone(), source })?;
        Ok(aside.file_name().unwrap_or_default().to_string_lossy().into_owned())
    }

    /// Brings a copy back; what it replaces is set aside.
    ///
    /// # Errors
    /// [`Error::NoCopy`]; what makes the copy unsound; those of the file system.
    pub fn bring_back(&self, name: &str, at: DateTime<Utc>) -> Result<()> {
        let copy = self.copies().into_iter().find(|c| c.name == name).ok_or(Error::NoCopy)?;
        let Some(folder) = self.folder() else { return Err(Error::NoCopy) };
        let from = if copy.kind == CopyKind::Before { folder.join(name) } else { folder.join(FOLDER).join(name) };
        let bytes = place::read(&from)?;
        frame::take_off(&bytes)?;
        if self.is_taken() {
            self.set_aside(at)?;
        }
        place::replace(&folder.join(FILE_NAME), &bytes)
    }

    /// Takes off the disk what holds an older state: the one before the last write and the
    /// days' copies. What was set aside stays; nobody here can say what is in it.
    pub(crate) fn forget_copies(&self) -> Result<()> {
        self.forget_before()?;
        let Some(folder) = self.folder() else { return Ok(()) };
        let daily = self.copies().into_iter().filter(|c| c.kind == CopyKind::Daily);
        daily.map(|c| folder.join(FOLDER).join(c.name)).try_for_each(|path| place::remove(&path))
    }
}

/// `cases-20261001T030000Z.vault`, `cases-aside-20261001T030000Z.vault`.
fn described(name: &str) -> Option<Copy> {
    let stem = name.strip_suffix(ENDING)?.strip_prefix(STEM)?;
    let (kind, stamp) = match stem.strip_prefix(ASIDE) {
        Some(stamp) => (CopyKind::Aside, stamp),
        None => (CopyKind::Daily, stem),
    };
    let at = chrono::NaiveDateTime::parse_from_str(stamp.get(..16)?, STAMP).ok()?.and_utc();
    Some(Copy { name: name.to_owned(), kind, at: Some(at) })
}

/// A free name among the backups, whose folder is made.
fn free(folder: &Path, kind: &str, at: DateTime<Utc>) -> Result<PathBuf> {
    let into = folder.join(FOLDER);
    std::fs::create_dir_all(&into).map_err(|source| Error::Io { path: into.clone(), source })?;
    let stem = format!("{STEM}{kind}{}", at.format(STAMP));
    let names = std::iter::once(format!("{stem}{ENDING}")).chain((2..1000).map(|n| format!("{stem}-{n}{ENDING}")));
    names.map(|name| into.join(name)).find(|path| !path.exists()).ok_or(Error::NoCopy)
}
