//! Long work: on a thread of its own, telling how far it has come, and given up
//! as soon as nobody wants it any more.

use crate::desk::Desk;
use crate::host::Event;
use crate::panics::caught;
use entaku_app::printing::{Finished, Ready};
use entaku_app::{AppError, WireError};
use entaku_documents::{PrintError, Progress, Stage};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use ts_rs::TS;

/// Long work.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichJob {
    /// Its name, as whoever began it named it.
    pub job: String,
}

/// The long work that is going on, by name.
#[derive(Debug, Default)]
pub(crate) struct Jobs(Mutex<BTreeMap<String, Job>>);

/// One of them.
#[derive(Debug, Clone)]
pub(crate) struct Job {
    unwanted: Arc<AtomicBool>,
    wake: Sender<Said>,
}

/// What ends the waiting for it.
#[derive(Debug)]
enum Said {
    Made(Box<Result<Finished, AppError>>),
    Panicked(String),
    Unwanted,
}

impl Jobs {
    fn with<T>(&self, work: impl FnOnce(&mut BTreeMap<String, Job>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Begins work under a name; what went on under it is given up.
    fn begin(&self, name: &str, wake: Sender<Said>) -> Job {
        let job = Job { unwanted: Arc::default(), wake };
        if let Some(older) = self.with(|all| all.insert(name.to_owned(), job.clone())) {
            older.give_up();
        }
        job
    }

    /// Gives up everything: another council lies on the desk.
    pub(crate) fn give_up_all(&self) {
        for job in self.with(std::mem::take).into_values() {
            job.give_up();
        }
    }

    fn end(&self, name: &str, job: &Job) {
        self.with(|all| {
            if all.get(name).is_some_and(|found| Arc::ptr_eq(&found.unwanted, &job.unwanted)) {
                all.remove(name);
            }
        });
    }
}

impl Job {
    fn give_up(&self) {
        self.unwanted.store(true, Ordering::Relaxed);
        // Whoever waited is gone already: nothing to wake.
        let _ = self.wake.send(Said::Unwanted);
    }

    fn is_unwanted(&self) -> bool {
        self.unwanted.load(Ordering::Relaxed)
    }
}

/// Work on the thread of its call, which can be given up from another.
pub(crate) struct Watched {
    name: String,
    job: Job,
    // Kept so that giving up finds somebody to wake.
    _woken: Receiver<Said>,
}

impl Watched {
    /// Tells how far the work has come; the answer ends it where nobody wants it any more.
    pub(crate) fn tell(&self, desk: &Desk, done: usize, total: usize) -> ControlFlow<()> {
        desk.tell(&self.name, &self.job, Progress { stage: Stage::Reading, done, total })
    }

    pub(crate) fn end(&self, desk: &Desk) {
        desk.jobs().end(&self.name, &self.job);
    }
}

impl Desk {
    /// Begins work of that name; what went on under it is given up.
    pub(crate) fn watched(&self, name: &str) -> Watched {
        let (wake, woken) = channel();
        Watched { name: name.to_owned(), job: self.jobs().begin(name, wake), _woken: woken }
    }

    /// Gives up long work; answers whether there was any of that name.
    pub(crate) fn cancel_job(&self, ask: WhichJob) -> Result<bool, WireError> {
        let job = self.jobs().with(|all| all.remove(&ask.job));
        Ok(job.is_some_and(|job| {
            job.give_up();
            true
        }))
    }

    /// Reads and prints a document under the name of a job.
    pub(crate) fn print(
        &self,
        name: &str,
        read: impl FnOnce() -> Result<Ready, AppError>,
    ) -> Result<Finished, WireError> {
        let (wake, woken) = channel();
        let job = self.jobs().begin(name, wake);
        let outcome = read().map(|ready| {
            if !job.is_unwanted() {
                self.print_beside(name.to_owned(), ready, job.clone());
            }
            woken.recv().unwrap_or(Said::Unwanted)
        });
        self.jobs().end(name, &job);
        match outcome? {
            Said::Made(made) => Ok((*made)?),
            Said::Unwanted => Err(AppError::Print(PrintError::Cancelled).into()),
            Said::Panicked(place) => {
                self.note(&format!("panic call=prepare_document at={place}"));
                Err(AppError::Internal.into())
            }
        }
    }

    fn print_beside(&self, name: String, ready: Ready, job: Job) {
        let desk = self.clone();
        std::thread::spawn(move || {
            let mut watch = |progress: Progress| desk.tell(&name, &job, progress);
            let said = match caught(|| ready.print(desk.printer(), &mut watch)) {
                Ok(made) => Said::Made(Box::new(made)),
                Err(place) => Said::Panicked(place),
            };
            // Nobody waits any more: it was given up.
            let _ = job.wake.send(said);
        });
    }

    fn tell(&self, name: &str, job: &Job, progress: Progress) -> ControlFlow<()> {
        if job.is_unwanted() {
            return ControlFlow::Break(());
        }
        let stage = match progress.stage {
            Stage::Reading => "reading",
            Stage::Setting => "setting",
            Stage::Joining => "joining",
        };
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.host().emit(&Event::Progress {
            job: name.to_owned(),
            stage: stage.to_owned(),
            done: count(progress.done),
            total: count(progress.total),
        });
        ControlFlow::Continue(())
    }
}
