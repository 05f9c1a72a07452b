//! Where LibreOffice is on Windows, and how a program and what it has started end.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// The name of the program: the one that waits until it is done.
pub(super) const PROGRAMS: [&str; 1] = ["soffice.com"];

/// No window of a console.
const NO_WINDOW: u32 = 0x0800_0000;

/// Where it is installed, for everybody or for one user.
pub(super) fn usual_places() -> Vec<PathBuf> {
    let folders = ["ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LOCALAPPDATA"];
    let folders = folders.iter().filter_map(std::env::var_os).map(PathBuf::from);
    folders
        .flat_map(|folder| [folder.join("LibreOffice"), folder.join("Programs").join("LibreOffice")])
        .flat_map(|folder| ["soffice.com", "soffice.exe"].map(|name| folder.join("program").join(name)))
        .collect()
}

/// The program is started without a window.
pub(super) fn of_its_own(command: &mut Command) {
    std::os::windows::process::CommandExt::creation_flags(command, NO_WINDOW);
}

/// Ends it with what it has started. Best effort: what is left ends with its folder.
pub(super) fn end(child: &mut Child) {
    let all = ["/T", "/F", "/PID", &child.id().to_string()];
    let _ = Command::new("taskkill").args(all).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let _ = child.kill();
    let _ = child.wait();
}
