//! A place on this computer for a copy that is looked into: for its owner alone, and gone with
//! what it was made for.

use crate::error::{Error, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of its own, which is gone when dropped.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes one in the system's place for such.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn new() -> Result<Self> {
        let name = format!("entaku-{}", uuid::Uuid::now_v7());
        let folder = std::env::temp_dir().join(name);
        make(&folder).map_err(|e| Error::io(&folder, e))?;
        Ok(Self(folder))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Best effort: nothing hangs on it.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A folder that was not there before, and that nobody else may look into.
#[cfg(unix)]
fn make(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn make(folder: &Path) -> std::io::Result<()> {
    // The user's own folder for such, to which nobody else has a right.
    fs::create_dir(folder)
}
