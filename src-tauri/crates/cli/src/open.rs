//! Opening the council that a command is about.

use entaku_app::{App, AppError, Result};
use entaku_store::{Access, Error, Moment};
use std::path::Path;

/// The clock of the command line: the one place that reads it.
pub(crate) fn now() -> Moment {
    chrono::Utc::now()
}

/// The name under which the command line writes.
pub(crate) fn actor() -> String {
    std::env::var("USERNAME").or_else(|_| std::env::var("USER")).unwrap_or_else(|_| "entaku".to_owned())
}

/// The council to read from: a folder's, or the sample in memory.
pub(crate) fn for_reading(folder: Option<&Path>) -> Result<App> {
    let Some(folder) = folder else { return App::sample_in_memory(now) };
    match App::open(folder, Access::ReadOnly, now, &actor()) {
        // An older file is brought up to date, and what a crash left half written
        // is taken back, before it can be read: both need to write.
        Err(AppError::Store(Error::OlderReadOnly { .. } | Error::ReadOnly)) => {
            App::open(folder, Access::ReadWrite, now, &actor())
        }
        opened => opened,
    }
}

/// The council to write to. Without a folder this is the sample in memory: a
/// rehearsal, as the command then says.
pub(crate) fn for_writing(folder: Option<&Path>) -> Result<App> {
    match folder {
        Some(folder) => App::open(folder, Access::ReadWrite, now, &actor()),
        None => {
            eprintln!(
                "見本の協議会で試します。結果は保存されません（保存するには --council でフォルダーを指定してください）。"
            );
            App::sample_in_memory(now)
        }
    }
}

/// Makes the sample council in a folder.
pub(crate) fn new_sample(folder: &Path) -> Result<()> {
    App::create_sample(folder, now, &actor())?;
    say!("見本の協議会を作りました: {}", folder.display());
    Ok(())
}
