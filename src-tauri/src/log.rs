//! A panic outside of the desk's calls goes into the desk's own log, by its place
//! alone. Its message may hold a person's name, so it is never written.

use std::fs::OpenOptions;
use std::io::Write;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};

/// The log's name in the user's folder, as the desk has it.
const FILE: &str = "entaku.log";

/// Notes every panic from now on.
pub(crate) fn keep(config: &Path) {
    let file = config.join(FILE);
    std::panic::set_hook(Box::new(move |info| note(&file, info)));
}

fn note(file: &PathBuf, info: &PanicHookInfo<'_>) {
    let Some(place) = info.location() else { return };
    let line = format!("{} panic at={}:{}\n", crate::now().format("%Y-%m-%dT%H:%M:%SZ"), place.file(), place.line());
    // A log that cannot be written stops nobody's work.
    let _ = OpenOptions::new().create(true).append(true).open(file).and_then(|mut log| log.write_all(line.as_bytes()));
}
