//! A window's part, played by a test: dialogs are answered from a queue, files
//! that would be opened are only noted.

use entaku_desk::{Event, Host};
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use tokio::sync::broadcast;

/// Events that a slow listener may lag behind.
const BACKLOG: usize = 1024;

/// What the test answers and sees.
pub(crate) struct Queue {
    answers: Mutex<VecDeque<Option<PathBuf>>>,
    asked: Mutex<Vec<String>>,
    opened: Mutex<Vec<PathBuf>>,
    events: broadcast::Sender<Event>,
}

impl Queue {
    pub(crate) fn new() -> Self {
        Self {
            answers: Mutex::default(),
            asked: Mutex::default(),
            opened: Mutex::default(),
            events: broadcast::Sender::new(BACKLOG),
        }
    }

    /// Answers for the dialogs to come; none is a dialog that is cancelled.
    pub(crate) fn answer(&self, answers: Vec<Option<PathBuf>>) {
        self.answers.lock().unwrap().extend(answers);
    }

    /// The titles and suggested names of the dialogs that were shown.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    /// The files and folders that would have been opened.
    pub(crate) fn opened(&self) -> Vec<PathBuf> {
        self.opened.lock().unwrap().clone()
    }

    pub(crate) fn listen(&self) -> broadcast::Receiver<Event> {
        self.events.subscribe()
    }

    /// A dialog nobody prepared an answer for is cancelled.
    fn next(&self, title: String) -> Option<PathBuf> {
        self.asked.lock().unwrap().push(title);
        self.answers.lock().unwrap().pop_front().flatten()
    }
}

impl Host for Queue {
    fn choose_folder(&self, title: &str) -> Option<PathBuf> {
        self.next(title.to_owned())
    }

    fn choose_file(&self, title: &str, _: &str, ending: &str) -> Option<PathBuf> {
        self.next(format!("{title}\n{ending}"))
    }

    fn choose_save(&self, title: &str, suggested: &str) -> Option<PathBuf> {
        self.next(format!("{title}\n{suggested}"))
    }

    fn open(&self, path: &Path) -> std::io::Result<()> {
        self.opened.lock().unwrap().push(path.to_owned());
        Ok(())
    }

    fn emit(&self, event: &Event) {
        // Nobody listens: nothing to do.
        let _ = self.events.send(event.clone());
    }
}
