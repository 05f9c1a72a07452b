//! Who has a council's folder open for writing: a lock held by the system, which
//! is gone with the program that held it, and a note of who that is beside it.

use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

/// The locked file's name within the council's folder.
const LOCK: &str = "council.lock";
/// The note's name.
const NOTE: &str = "council.lock.json";

/// A folder that is open for writing here, until this is dropped.
#[derive(Debug)]
pub(crate) struct InUse {
    note: PathBuf,
    /// Held, not read: the lock ends with the file.
    _lock: File,
}

/// Who has a folder open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Who {
    /// The name under which they make changes.
    pub(crate) actor: String,
    /// Their computer.
    pub(crate) computer: String,
    /// Since when, RFC 3339.
    pub(crate) since: String,
}

impl Who {
    /// Whether this is the same user at the same computer: another window of theirs.
    /// Windows always names the computer; where none is named, the user decides.
    pub(crate) fn is_at_the_place_of(&self, own: &Self) -> bool {
        self.computer == own.computer && self.actor == own.actor
    }
}

/// What came of asking for a folder.
#[derive(Debug)]
pub(crate) enum Asked {
    /// It is ours.
    Ours(InUse),
    /// Somebody has it; who, where it can be told.
    Theirs(Option<Who>),
    /// No lock can be had here: a medium for reading only, or a file system without locks.
    NoLocks,
}

/// Asks for a folder.
pub(crate) fn ask(folder: &Path, who: &Who) -> Asked {
    let note = folder.join(NOTE);
    let Ok(lock) = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(folder.join(LOCK))
    else {
        return Asked::NoLocks;
    };
    match lock.try_lock() {
        Ok(()) => {
            // The note is a courtesy to the next who asks.
            let _ = std::fs::write(&note, serde_json::to_vec(who).unwrap_or_default());
            Asked::Ours(InUse { note, _lock: lock })
        }
        Err(TryLockError::WouldBlock) => {
            Asked::Theirs(std::fs::read(&note).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()))
        }
        Err(TryLockError::Error(_)) => Asked::NoLocks,
    }
}

impl Drop for InUse {
    fn drop(&mut self) {
        // The note of somebody who is gone misleads nobody: the lock decides.
        let _ = std::fs::remove_file(&self.note);
    }
}

/// This computer's name, where the system tells it.
pub(crate) fn computer() -> String {
    std::env::var("COMPUTERNAME").or_else(|_| std::env::var("HOSTNAME")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    //! Two windows on one folder.
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn who(actor: &str) -> Who {
        Who { actor: actor.to_owned(), computer: "PC-1".to_owned(), since: "2026-10-01T03:00:00Z".to_owned() }
    }

    #[test]
    fn one_has_it_until_it_is_closed() {
        let folder = tempfile::tempdir().unwrap();
        let first = ask(folder.path(), &who("髙橋"));
        assert!(matches!(first, Asked::Ours(_)));
        assert!(matches!(ask(folder.path(), &who("﨑山")), Asked::Theirs(Some(found)) if found == who("髙橋")));
        drop(first);
        assert!(matches!(ask(folder.path(), &who("﨑山")), Asked::Ours(_)));
        assert!(matches!(ask(Path::new("/nowhere"), &who("﨑山")), Asked::NoLocks));
    }
}
