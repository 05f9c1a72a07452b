//! Where LibreOffice is on Linux and the Mac, and how a program and what it has started end.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// The names of the program.
pub(super) const PROGRAMS: [&str; 2] = ["soffice", "libreoffice"];

/// Where it is installed, if it is not found by its name.
pub(super) fn usual_places() -> Vec<PathBuf> {
    let mut places: Vec<PathBuf> = [
        "/usr/bin/soffice",
        "/usr/local/bin/soffice",
        "/usr/lib/libreoffice/program/soffice",
        "/usr/lib64/libreoffice/program/soffice",
        "/snap/bin/libreoffice",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    ]
    .map(PathBuf::from)
    .to_vec();
    // Packages of LibreOffice's own stand in a folder with their version.
    let own = std::fs::read_dir("/opt").into_iter().flatten().flatten().map(|entry| entry.path());
    let own = own.filter(|path| path.to_string_lossy().contains("libreoffice"));
    places.extend(own.map(|path| path.join("program/soffice")));
    places
}

/// The program that is started starts the one that works: both are one group.
pub(super) fn of_its_own(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

/// Ends both. Best effort: what is left ends with its folder.
pub(super) fn end(child: &mut Child) {
    let _ = Command::new("kill").args(["-KILL", "--", &format!("-{}", child.id())]).stderr(Stdio::null()).status();
    let _ = child.kill();
    let _ = child.wait();
}
