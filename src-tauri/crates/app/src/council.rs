//! An open council: its store, the clock, and who is working on it.

use crate::error::Result;
use crate::snapshot::Snapshot;
use entaku_domain::Day;
use entaku_domain::violation::Violation;
use entaku_store::{Access, Action, Actor, Moment, Store, Tx};
use std::path::Path;

/// Tells the time; tests bring a clock that stands still.
pub type Clock = fn() -> Moment;

/// Japan's time is nine hours ahead of UTC, without summer time.
pub(crate) const JAPAN: chrono::TimeDelta = chrono::TimeDelta::hours(9);

/// An open council.
#[derive(Debug)]
pub struct App {
    pub(crate) store: Store,
    clock: Clock,
    actor: Actor,
}

/// What a write answers.
#[derive(Debug)]
pub struct Written<T> {
    /// What the use case answered.
    pub output: T,
    /// The change's number, for undo; none where everything was so already.
    pub change: Option<i64>,
    /// What a screen must reload.
    pub tags: Vec<&'static str>,
    /// What the rules noticed without forbidding it.
    pub notices: Vec<Violation>,
}

impl App {
    /// Opens the council of a folder.
    ///
    /// # Errors
    /// Those of the store: none there, not ours, newer, damaged, in use.
    pub fn open(folder: &Path, access: Access, clock: Clock, actor: &str) -> Result<Self> {
        Ok(Self { store: Store::open(folder, access, clock())?, clock, actor: Actor::new(actor) })
    }

    /// Creates the sample council in a folder.
    ///
    /// # Errors
    /// Those of the store; a council that is already there is left alone.
    pub fn create_sample(folder: &Path, clock: Clock, actor: &str) -> Result<Self> {
        Self::create(folder, clock, actor, |app| crate::sample::load(&mut app.store, clock()))
    }

    /// Creates a council in a folder and fills it; nothing is left where that fails.
    pub(crate) fn create(
        folder: &Path,
        clock: Clock,
        actor: &str,
        fill: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<Self> {
        let mut app = Self { store: Store::create(folder, clock())?, clock, actor: Actor::new(actor) };
        match fill(&mut app) {
            Ok(()) => Ok(app),
            Err(error) => {
                app.remove_half();
                Err(error)
            }
        }
    }

    /// Takes away a council that could not be filled, as when the disk is full.
    /// Papers stay: the folder may have held some before, and they are found by
    /// their content when the council is made again.
    fn remove_half(self) {
        let Some(file) = self.store.path().map(Path::to_owned) else { return };
        drop(self);
        // Best effort: the error that led here is the one to report.
        let _ = std::fs::remove_file(&file);
    }

    /// The sample council in memory, for tests and for a look without a folder.
    ///
    /// # Errors
    /// Those of the store.
    pub fn sample_in_memory(clock: Clock) -> Result<Self> {
        let mut app = Self { store: Store::in_memory()?, clock, actor: Actor::new("sample") };
        crate::sample::load(&mut app.store, clock())?;
        Ok(app)
    }

    /// Makes the changes from now on under another name.
    pub fn work_as(&mut self, actor: &str) {
        self.actor = Actor::new(actor);
    }

    /// Today in Japan.
    pub fn today(&self) -> Day {
        ((self.clock)() + JAPAN).date_naive()
    }

    /// The time of day in Japan, as HH:MM.
    pub fn time_of_day(&self) -> String {
        ((self.clock)() + JAPAN).format("%H:%M").to_string()
    }

    /// The council as it is now.
    ///
    /// # Errors
    /// Those of the store.
    pub fn snapshot(&self) -> Result<Snapshot> {
        Snapshot::load(&self.store)
    }

    /// Reads the store, for what no use case offers.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Carries out one named operation.
    pub(crate) fn change<T>(
        &mut self,
        action: Action,
        notices: Vec<Violation>,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<Written<T>> {
        let done = self.store.change(&self.actor, action, (self.clock)(), work)?;
        Ok(Written { output: done.output, change: done.change.map(|c| c.0), tags: done.tags, notices })
    }

    pub(crate) fn now(&self) -> Moment {
        (self.clock)()
    }

    pub(crate) fn actor(&self) -> &Actor {
        &self.actor
    }
}
