//! A folder for its owner alone, as Windows has it: the place for such things is the user's own.

use std::path::Path;

/// Makes a folder that was not there before.
pub(super) fn make(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir(folder)
}
