//! Where the file lies: in the council's folder, or nowhere for the sample.

use crate::error::{Error, Result};
use crate::frame::MOST;
use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The file's name within the council's folder.
pub const FILE_NAME: &str = "cases.vault";
/// What it was before the last write.
pub(crate) const BEFORE: &str = "cases.vault.bak";
/// It, while it is written.
const NEW: &str = "cases.vault.new";
/// Held by the window that has it open.
pub(crate) const LOCK: &str = "cases.lock";

/// Where a vault lies.
#[derive(Debug, Clone)]
pub enum Place {
    /// A council's folder.
    Folder(PathBuf),
    /// In memory, encrypted all the same: of the sample nothing is kept.
    Memory(Arc<Mutex<Option<Vec<u8>>>>),
}

impl Place {
    /// A place that is gone with the program.
    pub fn memory() -> Self {
        Self::Memory(Arc::default())
    }

    /// Whether there is a file, sound or not.
    pub fn is_taken(&self) -> bool {
        match self {
            Self::Folder(folder) => folder.join(FILE_NAME).exists(),
            Self::Memory(kept) => locked(kept).is_some(),
        }
    }

    pub(crate) fn folder(&self) -> Option<&Path> {
        match self {
            Self::Folder(folder) => Some(folder),
            Self::Memory(_) => None,
        }
    }

    pub(crate) fn read(&self) -> Result<Vec<u8>> {
        match self {
            Self::Folder(folder) => read(&folder.join(FILE_NAME)),
            Self::Memory(kept) => locked(kept).clone().ok_or(Error::Missing),
        }
    }

    /// Puts a file in the place of the one that is there, which is kept as it was.
    pub(crate) fn write(&self, bytes: &[u8]) -> Result<()> {
        match self {
            Self::Folder(folder) => {
                let file = folder.join(FILE_NAME);
                if file.exists() {
                    replace(&folder.join(BEFORE), &read(&file)?)?;
                }
                replace(&file, bytes)
            }
            Self::Memory(kept) => {
                *locked(kept) = Some(bytes.to_vec());
                Ok(())
            }
        }
    }

    /// Takes what was kept off the disk, as when a case must not be in it any more.
    pub(crate) fn forget_before(&self) -> Result<()> {
        let Self::Folder(folder) = self else { return Ok(()) };
        remove(&folder.join(BEFORE))
    }
}

fn locked(kept: &Mutex<Option<Vec<u8>>>) -> MutexGuard<'_, Option<Vec<u8>>> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A whole file, unless it is far too large.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    let failed = |source: std::io::Error| match source.kind() {
        ErrorKind::NotFound => Error::Missing,
        _ => Error::Io { path: path.to_owned(), source },
    };
    let file = File::open(path).map_err(failed)?;
    let size = file.metadata().map_err(failed)?.len();
    if size > MOST {
        return Err(Error::TooLarge(size));
    }
    let mut bytes = Vec::new();
    file.take(MOST).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Writes beside, onto the disk, then renames.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let beside = path.with_file_name(NEW);
    let failed = |source| Error::Io { path: path.to_owned(), source };
    let written = File::create(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.and_then(|()| std::fs::rename(&beside, path)).map_err(|error| {
        // Half a file helps nobody.
        let _ = std::fs::remove_file(&beside);
        failed(error)
    })
}

/// Takes a file off the disk, if it is there.
pub(crate) fn remove(path: &Path) -> Result<()> {
    match std::fs::remove_file(path) {
        Err(source) if source.kind() != ErrorKind::NotFound => Err(Error::Io { path: path.to_owned(), source }),
        _ => Ok(()),
    }
}
