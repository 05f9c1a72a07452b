//! A window and a printer that are played.

use entaku_app::App;
use entaku_desk::{Desk, Event, Home, Host};
use entaku_documents::{
    FileFacts, FileKind, Job, PageInfo, PagePart, PageSize, PrintError, Printed, Printer, Progress, SourceFile, Stage,
    Unreadable, Watch,
};
use entaku_support::CLOCK;
use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

const A4: PageSize = PageSize { width_pt: 595.0, height_pt: 842.0 };

/// A desk over a folder of its own with the sample council in it.
pub(super) struct Played {
    pub(super) desk: Desk,
    pub(super) window: Arc<Window>,
    room: tempfile::TempDir,
}

impl Played {
    pub(super) fn new() -> Self {
        let room = tempfile::tempdir().unwrap();
        App::create_sample(&room.path().join("協議会"), CLOCK, "test").unwrap();
        let (desk, window) = desk_at(&room.path().join("config"));
        Self { desk, window, room }
    }

    /// With a clock of its own.
    pub(super) fn with_clock(clock: entaku_app::Clock) -> Self {
        let played = Self::new();
        let (desk, window) = desk_with(&played.config(), clock);
        Self { desk, window, ..played }
    }

    /// Another window, on another computer, over the same folder.
    pub(super) fn beside(&self) -> (Desk, Arc<Window>) {
        desk_at(&self.room.path().join("other"))
    }

    pub(super) fn room(&self) -> &Path {
        self.room.path()
    }

    pub(super) fn folder(&self) -> PathBuf {
        self.room.path().join("協議会")
    }

    pub(super) fn config(&self) -> PathBuf {
        self.room.path().join("config")
    }

    /// Waits for the backup that is made beside the work.
    pub(super) fn rested(&self) -> serde_json::Value {
        for _ in 0..2000 {
            let safety = self.ask("safety", serde_json::json!({}));
            if safety["running"] == false {
                return safety;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("the backup takes too long");
    }
}

pub(super) fn desk_at(config: &Path) -> (Desk, Arc<Window>) {
    desk_with(config, CLOCK)
}

fn desk_with(config: &Path, clock: entaku_app::Clock) -> (Desk, Arc<Window>) {
    let window = Arc::new(Window::default());
    let home = Home {
        config: config.to_owned(),
        temporary: config.join("temporary"),
        documents: Some(config.join("documents")),
    };
    (Desk::new(Arc::new(Press), window.clone(), clock).with_cheap_vaults().at(home), window)
}

/// What the window was asked, and what it answers.
#[derive(Default)]
pub(super) struct Window {
    pub(super) answers: Mutex<VecDeque<PathBuf>>,
    pub(super) asked: Mutex<Vec<String>>,
    pub(super) opened: Mutex<Vec<PathBuf>>,
    pub(super) events: Mutex<Vec<Event>>,
}

impl Host for Window {
    fn choose_folder(&self, title: &str) -> Option<PathBuf> {
        self.asked.lock().unwrap().push(title.to_owned());
        self.answers.lock().unwrap().pop_front()
    }

    fn choose_file(&self, title: &str, _: &str, _: &str) -> Option<PathBuf> {
        self.choose_folder(title)
    }

    fn choose_save(&self, _: &str, suggested: &str) -> Option<PathBuf> {
        self.choose_folder(suggested)
    }

    fn open(&self, path: &Path) -> std::io::Result<()> {
        if path.to_string_lossy().contains("開けない") {
            return Err(std::io::ErrorKind::NotFound.into());
        }
        self.opened.lock().unwrap().push(path.to_owned());
        Ok(())
    }

    fn emit(&self, event: &Event) {
        self.events.lock().unwrap().push(event.clone());
    }
}

/// A printer whose pages are words. A text that says 「待つ」 takes its time.
struct Press;

impl Printer for Press {
    fn print(&self, job: &Job, watch: &mut Watch<'_>) -> Result<Printed, PrintError> {
        let steps = if matches!(job, Job::Packet { .. }) { 400 } else { 2 };
        for done in 0..steps {
            if watch(Progress { stage: Stage::Setting, done, total: steps }).is_break() {
                return Err(PrintError::Cancelled);
            }
            if steps > 2 {
                std::thread::sleep(Duration::from_millis(1));
            }
        }
        let page = PageInfo { size: A4, label: "1".to_owned(), part: PagePart::Front, blank: false };
        let pdf = format!("%PDF {job:?}").into_bytes();
        let texts = BTreeMap::new();
        Ok(Printed { pdf, pages: vec![page.clone(), page], uncovered: Vec::new(), repaired: Vec::new(), texts })
    }

    fn inspect(&self, file: &SourceFile) -> Result<FileFacts, PrintError> {
        assert!(!file.name.starts_with("panic"), "{}", file.name);
        if !file.bytes.starts_with(b"%PDF") {
            let reason = Unreadable::UnknownKind;
            return Err(PrintError::File { paper: String::new(), file: file.name.clone(), reason });
        }
        Ok(FileFacts { kind: FileKind::Pdf, pages: vec![A4; 3], repaired: false })
    }

    /// Of what says 「付箋」 it tells a comment that is not drawn.
    fn reveal(&self, file: &SourceFile) -> Vec<(String, String)> {
        let noted = String::from_utf8_lossy(&file.bytes).contains("付箋");
        noted.then(|| ("Contents 1".to_owned(), "鰐淵 波留子さんの件".to_owned())).into_iter().collect()
    }

    fn convert(&self, file: &SourceFile, watch: &mut Watch<'_>) -> Result<SourceFile, PrintError> {
        if file.name.contains("待つ") {
            while watch(Progress { stage: Stage::Reading, done: 1, total: 180 }).is_continue() {
                std::thread::sleep(Duration::from_millis(5));
            }
            return Err(PrintError::Cancelled);
        }
        if !file.bytes.starts_with(b"PK") {
            return Err(PrintError::NotConverted { file: file.name.clone(), late: false });
        }
        let bytes = [b"%PDF ".as_slice(), &file.bytes].concat();
        Ok(SourceFile { name: file.name.replace(".docx", ".pdf"), bytes })
    }
}
