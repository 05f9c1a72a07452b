//! What the desk asks of the window: dialogs, the system's viewer, events.

use entaku_desk::{Event, Host};
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

/// The one window, and the only receiver of events.
pub(crate) const MAIN: &str = "main";

/// The name under which events reach the screens.
const EVENTS: &str = "desk";

/// How long the system's program for a file may take to say that it cannot.
const HANDED_OVER: Duration = Duration::from_millis(700);

/// The window as the desk sees it.
pub(crate) struct Shell(pub(crate) AppHandle);

impl Shell {
    /// A dialog that belongs to the window, so that it is never lost behind it.
    fn dialog(&self, title: &str) -> FileDialogBuilder<tauri::Wry> {
        let dialog = self.0.dialog().file().set_title(title);
        match self.0.get_webview_window(MAIN) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }
}

impl Host for Shell {
    fn choose_folder(&self, title: &str) -> Option<PathBuf> {
        self.dialog(title).blocking_pick_folder()?.into_path().ok()
    }

    fn choose_file(&self, title: &str, kind: &str, ending: &str) -> Option<PathBuf> {
        self.dialog(title).add_filter(kind, &[ending]).blocking_pick_file()?.into_path().ok()
    }

    fn choose_save(&self, title: &str, suggested: &str) -> Option<PathBuf> {
        let dialog = self.dialog(title).set_file_name(suggested);
        // The system adds the ending itself then, and asks about the very file.
        let dialog = match Path::new(suggested).extension().and_then(OsStr::to_str) {
            Some(ending) => dialog.add_filter(ending.to_uppercase(), &[ending]),
            None => dialog,
        };
        dialog.blocking_save_file()?.into_path().ok()
    }

    fn open(&self, path: &Path) -> io::Result<()> {
        open::that_detached_with_timeout(path, HANDED_OVER)
    }

    fn emit(&self, event: &Event) {
        // A window that is being closed hears nothing any more.
        let _ = self.0.emit_to(MAIN, EVENTS, event);
    }
}
