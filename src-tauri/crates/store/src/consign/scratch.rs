//! A place on this computer for a copy that is looked into: for its owner alone, and gone with
//! what it was made for.

#[cfg_attr(not(windows), path = "scratch/unix.rs")]
#[cfg_attr(windows, path = "scratch/windows.rs")]
mod system;

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
        system::make(&folder).map_err(|e| Error::io(&folder, e))?;
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
