//! The desk itself: which call goes where, and what becomes of a panic.

use crate::cases::Cases;
use crate::commands;
use crate::drafts::Drafts;
use crate::home::Home;
use crate::host::Host;
use crate::imports::Imports;
use crate::jobs::Jobs;
use crate::open::{Open, Table};
use crate::panics::caught;
use crate::preferences::Preferences;
use crate::safety::Attempt;
use crate::shelf::Shelf;
use crate::text;
use entaku_app::{App, AppError, Clock, WireError};
use entaku_documents::Printer;
use entaku_domain::Day;
use entaku_store::{Access, FILE_NAME, Moment};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Japan's time is nine hours ahead of UTC, without summer time.
pub(crate) const JAPAN: chrono::TimeDelta = chrono::TimeDelta::hours(9);

/// The day in Japan at a moment.
pub(crate) fn in_japan(at: Moment) -> Day {
    (at + JAPAN).date_naive()
}

/// What a call answers.
#[derive(Debug)]
pub enum Answer {
    /// A value.
    Json(Value),
    /// A file's content, a PDF for instance.
    Bytes(Vec<u8>),
}

/// The desk: cheap to clone, called from any thread.
#[derive(Clone)]
pub struct Desk {
    table: Arc<Mutex<Table>>,
    attempt: Arc<Attempt>,
    jobs: Arc<Jobs>,
    shelf: Arc<Shelf>,
    imports: Arc<Imports>,
    drafts: Arc<Drafts>,
    cases: Arc<Cases>,
    preferences: Arc<Preferences>,
    printer: Arc<dyn Printer + Send + Sync>,
    host: Arc<dyn Host>,
    clock: Clock,
    home: Option<Home>,
}

impl Desk {
    /// An empty desk, which remembers nothing until it is given a home.
    pub fn new(printer: Arc<dyn Printer + Send + Sync>, host: Arc<dyn Host>, clock: Clock) -> Self {
        Self {
            table: Arc::default(),
            attempt: Arc::default(),
            jobs: Arc::default(),
            shelf: Arc::default(),
            imports: Arc::default(),
            drafts: Arc::default(),
            cases: Arc::default(),
            preferences: Arc::default(),
            printer,
            host,
            clock,
            home: None,
        }
    }

    /// The desk with the user's own folders, whose preferences are read now.
    #[must_use]
    pub fn at(self, home: Home) -> Self {
        sweep(&home.temporary);
        Self { preferences: Arc::new(Preferences::of(&home.config)), home: Some(home), ..self }
    }

    /// Carries out a command of the desk or of the council; `file` is the content
    /// of a file that comes with it.
    ///
    /// # Errors
    /// As the screens show them. A panic is one of them, and leaves the data as before.
    pub fn call(&self, name: &str, args: Value, file: Option<Vec<u8>>) -> Result<Answer, WireError> {
        let answered =
            caught(|| commands::call(self, name, &args, file).unwrap_or_else(|| self.ask_council(name, args)));
        let answered = answered.unwrap_or_else(|place| {
            self.note(&format!("panic call={} at={place}", known(name)));
            self.open_anew();
            Err(AppError::Internal.into())
        });
        answered.map_err(|error| self.explained(error))
    }

    /// An error as it is told: where the council's folder has been moved away,
    /// that is what happened, whatever failed for it.
    fn explained(&self, error: WireError) -> WireError {
        let table = self.table();
        let folder = table.open.as_ref().and_then(|open| open.folder.as_deref());
        match folder.filter(|_| matches!(error.code.as_str(), "read_only" | "store")) {
            Some(folder) if !folder.join(FILE_NAME).exists() => text::folder_missing(folder),
            _ => error,
        }
    }

    /// A command of the council.
    fn ask_council(&self, name: &str, args: Value) -> Result<Answer, WireError> {
        let mut table = self.table();
        let open = table.open.as_mut().ok_or(AppError::NoCouncilOpen)?;
        let answer = entaku_app::commands::dispatch(&mut open.app, name, args)?;
        let daily = open.new_day(self.today());
        drop(table);
        if let Some(folder) = daily {
            self.back_up_daily(folder);
        }
        Ok(Answer::Json(answer))
    }

    /// After a panic the council's file is read anew: nothing half done is left in memory.
    fn open_anew(&self) {
        let mut table = self.table();
        let Some(Open { app, folder: Some(folder), read_only, .. }) = table.open.as_mut() else { return };
        let access = if *read_only { Access::ReadOnly } else { Access::ReadWrite };
        if let Ok(fresh) = App::open(folder, access, self.clock, &self.preferences.actor()) {
            *app = fresh;
        }
    }

    /// Lays a council, or nothing, in the place of what lies there. What was made of
    /// that one, and what is being made of it, is not of this one.
    pub(crate) fn replace(&self, open: Option<Open>) {
        let mut table = self.table();
        *table = Table { open, trouble: None, turn: table.turn + 1 };
        self.shelf.clear();
        self.imports.clear();
        self.drafts.clear();
        self.cases.clear();
        self.jobs.give_up_all();
    }

    /// What lies there is whole even after a panic: its transaction was rolled back.
    pub(crate) fn table(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn remembered(&self) -> &Preferences {
        &self.preferences
    }

    pub(crate) fn attempt(&self) -> &Attempt {
        &self.attempt
    }

    pub(crate) fn jobs(&self) -> &Jobs {
        &self.jobs
    }

    pub(crate) fn imports(&self) -> &Imports {
        &self.imports
    }

    pub(crate) fn drafts(&self) -> &Drafts {
        &self.drafts
    }

    pub(crate) fn cases(&self) -> &Arc<Cases> {
        &self.cases
    }

    /// The desk whose vaults cost hardly any work to try a passphrase at: for tests, which
    /// open many.
    #[must_use]
    pub fn with_cheap_vaults(self) -> Self {
        self.cases.set_strength(entaku_vault::Strength::of_tests());
        self
    }

    pub(crate) fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    pub(crate) fn host_kept(&self) -> Arc<dyn Host> {
        Arc::clone(&self.host)
    }

    pub(crate) fn host(&self) -> &dyn Host {
        &*self.host
    }

    pub(crate) fn printer(&self) -> &(dyn Printer + Send + Sync) {
        &*self.printer
    }

    pub(crate) const fn clock(&self) -> Clock {
        self.clock
    }

    /// Today in Japan.
    pub(crate) fn today(&self) -> Day {
        in_japan((self.clock)())
    }

    /// The user's own folders.
    pub(crate) fn home(&self) -> Option<&Home> {
        self.home.as_ref()
    }

    /// Where documents of the sample go.
    pub(crate) fn temporary(&self) -> PathBuf {
        self.home.as_ref().map_or_else(std::env::temp_dir, |home| home.temporary.clone())
    }

    /// Adds a line to the user's log.
    pub(crate) fn note(&self, line: &str) {
        if let Some(home) = &self.home {
            crate::log::write(&home.config, (self.clock)(), line);
        }
    }
}

/// Documents that were only looked at do not outlast the next start: they may
/// hold names. One that is still open in another program stays.
fn sweep(temporary: &Path) {
    for entry in std::fs::read_dir(temporary).into_iter().flatten().flatten() {
        let _ = std::fs::remove_file(entry.path());
    }
}

/// The name of a command that exists; what else was typed is not logged.
fn known(name: &str) -> &str {
    let all = || entaku_app::commands::NAMES.iter().chain(commands::NAMES);
    if all().any(|n| *n == name) { name } else { "?" }
}
