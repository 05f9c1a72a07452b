//! The window: opens it, puts the desk under it, and keeps it to itself. What the
//! program does is decided in the crates below and shown by the screens in `ui`.
#![cfg_attr(windows, windows_subsystem = "windows")]

mod arguments;
mod begin;
mod bridge;
mod host;
mod memory;
mod text;
mod webkit;
mod window;
mod work;

use std::process::ExitCode;
use std::time::Duration;
use tauri::{Manager, RunEvent};
use work::Work;

/// As in the command line: setting a document makes millions of small pieces.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How long the closed window waits for the last call; a write takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(3);

/// The clock of the window: the one place that reads it.
fn now() -> chrono::DateTime<chrono::Utc> {
    chrono::Utc::now()
}

fn main() -> ExitCode {
    if !webkit::has_display() {
        eprintln!("{}", text::NO_DISPLAY);
        return ExitCode::FAILURE;
    }
    webkit::settle();
    let start = arguments::start(std::env::args_os().skip(1));
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(window::remembered())
        .invoke_handler(tauri::generate_handler![bridge::bridge])
        .on_window_event(window::closing)
        .setup(move |app| {
            entaku_desk::note_panics(&app.path().app_config_dir()?, now);
            begin::put(app, start)?;
            window::open(app)
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => ExitCode::from(u8::from(app.run_return(finish) != 0)),
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}

fn finish(app: &tauri::AppHandle, event: RunEvent) {
    if let RunEvent::Exit = event {
        app.state::<Work>().finish(PATIENCE);
    }
}
