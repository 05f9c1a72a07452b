//! What only a window can do.

use serde::Serialize;
use std::path::{Path, PathBuf};

/// What only a window can do: ask for a place, hand a file to the system, tell
/// the screens that something happened.
pub trait Host: Send + Sync {
    /// Lets the user choose a folder; none when they cancel.
    fn choose_folder(&self, title: &str) -> Option<PathBuf>;

    /// Lets the user choose a file of that kind; none when they cancel.
    fn choose_file(&self, title: &str, kind: &str, ending: &str) -> Option<PathBuf>;

    /// Lets the user choose where a file goes; none when they cancel.
    fn choose_save(&self, title: &str, suggested: &str) -> Option<PathBuf>;

    /// Hands a file or a folder to the system's own program for it.
    ///
    /// # Errors
    /// The system has none, or could not start it.
    fn open(&self, path: &Path) -> std::io::Result<()>;

    /// Tells the screens.
    fn emit(&self, event: &Event);
}

/// What the screens are told without having asked.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
#[serde(tag = "event", rename_all = "snake_case")]
#[ts(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// Long work has come further.
    Progress {
        /// The work, as named by whoever asked for it.
        job: String,
        /// `reading`, `setting`, `joining`.
        stage: String,
        /// Steps done.
        done: u32,
        /// Steps in all.
        total: u32,
    },
    /// A backup has been made, or could not be: `safety` tells.
    BackedUp {},
    /// The vault of cases has closed by itself.
    CasesClosed {},
}
