//! Puts the desk under the window. The council opens while the web view starts;
//! the screens' first call waits for it.

use crate::arguments::Start;
use crate::host::Shell;
use crate::memory;
use crate::work::Work;
use entaku_desk::{Desk, Home};
use entaku_press::Press;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;
use tauri::{App, Manager};

/// When the first screen stands, and what it took to get there is free again.
const SETTLED: Duration = Duration::from_secs(3);

/// Set when the council has been opened, or could not be.
#[derive(Clone, Default)]
pub(crate) struct Begun(Arc<OnceLock<()>>);

impl Begun {
    /// Waits for it.
    pub(crate) fn wait(&self) {
        self.0.wait();
    }
}

/// Makes the desk and begins to open what the program was started with.
pub(crate) fn put(app: &App, start: Start) -> tauri::Result<()> {
    let paths = app.path();
    let home = Home {
        config: paths.app_config_dir()?,
        temporary: paths.app_cache_dir()?.join("documents"),
        documents: paths.document_dir().ok(),
    };
    let desk = Desk::new(Arc::new(Press), Arc::new(Shell(app.handle().clone())), crate::now).at(home);
    let begun = Begun::default();
    app.manage(desk.clone());
    app.manage(begun.clone());
    app.manage(Work::default());
    thread::spawn(move || {
        // The hook has noted the place; the screens ask what there is.
        let _ = catch_unwind(AssertUnwindSafe(|| open(&desk, &start)));
        let _ = begun.0.set(());
        thread::sleep(SETTLED);
        memory::give_back();
    });
    Ok(())
}

fn open(desk: &Desk, start: &Start) {
    match start {
        Start::AsBefore => desk.begin(None),
        Start::Folder(folder) => desk.begin(Some(folder)),
        Start::Sample => {
            let _ = desk.call("open_sample", serde_json::json!({}), None);
        }
    }
}
