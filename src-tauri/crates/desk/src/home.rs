//! Where this computer's user keeps what belongs to no council.

use std::path::PathBuf;

/// The user's own folders.
#[derive(Debug, Clone)]
pub struct Home {
    /// Preferences and the log.
    pub config: PathBuf,
    /// Documents of the sample, which has no folder.
    pub temporary: PathBuf,
    /// The user's own documents, where a new council is suggested to lie; none
    /// where the system names no such folder.
    pub documents: Option<PathBuf>,
}
