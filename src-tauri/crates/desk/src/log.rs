//! The user's log: when, which command, where in the program. Never a name,
//! never what was typed.

use entaku_store::Moment;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

/// The file's name within the user's folder.
const FILE: &str = "entaku.log";
/// The name of the older half.
const OLDER: &str = "entaku.log.old";
/// A log beyond this size is begun anew; one older is kept.
const LIMIT: u64 = 1_000_000;

/// Adds a line. A log that cannot be written stops nobody's work.
pub(crate) fn write(config: &Path, at: Moment, line: &str) {
    let file = config.join(FILE);
    if std::fs::metadata(&file).is_ok_and(|m| m.len() > LIMIT) {
        let _ = std::fs::rename(&file, config.join(OLDER));
    }
    let _ = std::fs::create_dir_all(config);
    if let Ok(mut log) = OpenOptions::new().create(true).append(true).open(&file) {
        let _ = writeln!(log, "{} {line}", at.format("%Y-%m-%dT%H:%M:%SZ"));
    }
}
