//! A folder for its owner alone, as Unix has it.

use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;

/// Makes a folder that was not there before, and that nobody else may look into.
pub(super) fn make(folder: &Path) -> std::io::Result<()> {
    DirBuilder::new().mode(0o700).create(folder)
}
