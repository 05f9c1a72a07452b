//! What would be lost by closing the window: the calls that are being carried out
//! (a short one is waited for, about a long one the user is asked), and what was
//! typed and is not saved, of which the pages tell.

use crate::memory;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// What takes longer is worth a question: a document, a large file.
const LONG: Duration = Duration::from_millis(400);

/// The calls that are being carried out.
#[derive(Clone, Default)]
pub(crate) struct Work(Arc<Shared>);

#[derive(Default)]
struct Shared {
    begun: Mutex<Vec<Instant>>,
    ended: Condvar,
    unsaved: AtomicBool,
}

/// One call; over when it is dropped, by a panic too.
pub(crate) struct Running {
    work: Work,
    since: Instant,
}

impl Work {
    /// Notes that a call begins.
    pub(crate) fn begin(&self) -> Running {
        let since = Instant::now();
        self.begun().push(since);
        Running { work: self.clone(), since }
    }

    /// Whether something has been under way for a while.
    pub(crate) fn is_long(&self) -> bool {
        self.begun().iter().any(|since| since.elapsed() > LONG)
    }

    /// Notes whether something was typed that is not saved.
    pub(crate) fn set_unsaved(&self, is: bool) {
        self.0.unsaved.store(is, Ordering::Relaxed);
    }

    /// Whether something was typed that is not saved.
    pub(crate) fn is_unsaved(&self) -> bool {
        self.0.unsaved.load(Ordering::Relaxed)
    }

    /// Waits for what is under way, no longer than `patience`.
    pub(crate) fn finish(&self, patience: Duration) {
        let waited = self.0.ended.wait_timeout_while(self.begun(), patience, |begun| !begun.is_empty());
        drop(waited);
    }

    fn begun(&self) -> MutexGuard<'_, Vec<Instant>> {
        self.0.begun.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if self.since.elapsed() > LONG {
            memory::give_back();
        }
        let mut begun = self.work.begun();
        if let Some(at) = begun.iter().position(|since| *since == self.since) {
            begun.swap_remove(at);
        }
        drop(begun);
        self.work.0.ended.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn a_short_call_is_waited_for() {
        let work = Work::default();
        let running = work.begin();
        assert!(!work.is_long());
        let other = thread::spawn(move || {
            thread::sleep(Duration::from_millis(50));
            drop(running);
        });
        work.finish(Duration::from_secs(20));
        assert!(work.begun().is_empty());
        other.join().unwrap();
    }

    #[test]
    fn patience_ends() {
        let work = Work::default();
        let running = work.begin();
        work.finish(Duration::from_millis(10));
        assert_eq!(work.begun().len(), 1);
        thread::sleep(LONG);
        assert!(work.is_long());
        drop(running);
        assert!(!work.is_long());
    }
}
