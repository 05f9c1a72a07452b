//! The log of this computer: what went wrong inside the program, by its place
//! alone. A message may hold a person's name, so it is never written.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};

/// The log's file, and where it goes when it is full.
const NAMES: [&str; 2] = ["entaku.log", "entaku.1.log"];

/// A full log: years of use, or a fault that repeats.
const FULL: u64 = 256 * 1024;

/// Notes every panic in `folder` from now on.
pub(crate) fn keep(folder: &Path) {
    let file = folder.join(NAMES[0]);
    // No log is no reason not to work.
    let _ = fs::create_dir_all(folder);
    if fs::metadata(&file).is_ok_and(|known| known.len() > FULL) {
        let _ = fs::rename(&file, folder.join(NAMES[1]));
    }
    std::panic::set_hook(Box::new(move |info| note(&file, info)));
}

fn note(file: &PathBuf, info: &PanicHookInfo<'_>) {
    let Some(place) = info.location() else { return };
    let time = crate::now().format("%Y-%m-%dT%H:%M:%SZ");
    let line = format!("{time} {} panic {}:{}\n", env!("CARGO_PKG_VERSION"), place.file(), place.line());
    let _ = OpenOptions::new().create(true).append(true).open(file).and_then(|mut log| log.write_all(line.as_bytes()));
}
