//! How safe the council's data are: the last backup, a new one, and bringing one back.

use crate::backups::{self, Backup};
use crate::desk::Desk;
use crate::folder::Folder;
use crate::host::Event;
use crate::open::State;
use crate::panics::caught;
use crate::place::whole;
use crate::text;
use entaku_app::commands::Nothing;
use entaku_app::{AppError, WireError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use ts_rs::TS;

/// How safe the council's data are.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Safety {
    /// Whether anything is kept at all: not so for the sample in memory.
    pub kept: bool,
    /// The last regular backup.
    pub last: Option<Backup>,
    /// Whether it is older than a day, or missing.
    pub stale: bool,
    /// How many backups there are.
    pub count: usize,
    /// Whether one is being made now.
    pub running: bool,
    /// Why the last attempt failed.
    pub problem: Option<WireError>,
    /// All of this in one sentence.
    pub summary: String,
}

/// A backup to bring back.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RestoreBackup {
    /// The council's folder.
    pub folder: String,
    /// The backup's name, as listed.
    pub backup: String,
}

/// What is known of the backups that are being made, by folder.
#[derive(Debug, Default)]
pub(crate) struct Attempt(Mutex<BTreeMap<PathBuf, Now>>);

#[derive(Debug, Default, Clone)]
struct Now {
    running: bool,
    problem: Option<WireError>,
}

impl Attempt {
    fn now(&self, folder: &Path) -> Now {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(folder).cloned().unwrap_or_default()
    }

    fn set(&self, folder: &Path, running: bool, problem: Option<WireError>) {
        let now = Now { running, problem };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_owned(), now);
    }
}

impl Desk {
    /// How safe the council's data are.
    pub(crate) fn safety(&self, _: Nothing) -> Result<Safety, WireError> {
        let folder = self.open_folder_path()?;
        let Now { running, problem } = folder.as_deref().map(|f| self.attempt().now(f)).unwrap_or_default();
        let listed = folder.as_deref().map(backups::list).unwrap_or_default();
        let last = listed.iter().find(|b| b.why == backups::Why::Regular).cloned();
        let stale = folder.is_some() && !self.is_fresh(last.as_ref());
        let summary = text::safety(folder.is_some(), last.as_ref(), running, problem.as_ref());
        Ok(Safety { kept: folder.is_some(), last, stale, count: listed.len(), running, problem, summary })
    }

    /// Makes a backup now.
    pub(crate) fn backup_now(&self, _: Nothing) -> Result<Safety, WireError> {
        if let Some(folder) = self.open_folder_path()? {
            self.must_be_writable(&folder, text::read_only_backup)?;
            self.back_up(&folder)?;
        }
        self.safety(Nothing {})
    }

    /// The backups of a folder, the latest first.
    pub(crate) fn backups(&self, ask: Folder) -> Result<Vec<Backup>, WireError> {
        Ok(backups::list(Path::new(&ask.folder)))
    }

    /// Brings a backup back and opens it; the data that it replaces are kept under another name.
    /// Where that fails, nothing has changed: what was open is open.
    pub(crate) fn restore_backup(&self, ask: RestoreBackup) -> Result<State, WireError> {
        let folder = whole(Path::new(&ask.folder));
        let backup = backups::file(&folder, &ask.backup).ok_or(AppError::UnknownRecord(ask.backup))?;
        self.must_be_writable(&folder, text::read_only_restore)?;
        backups::check(&backup, self.clock()).map_err(|error| text::bad_backup(error.into()))?;
        let held = match self.lift_hold(&folder) {
            Some(held) => Some(held),
            None => self.take(&folder).map_err(|trouble| trouble.error)?,
        };
        let ready = match backups::ready(&folder, &backup) {
            Ok(ready) => ready,
            Err(error) => {
                self.hold_again(&folder, held);
                return Err(text::not_restored(error.into()));
            }
        };
        // The system may refuse to rename a file that is open.
        let was_open = self.table().open.as_ref().is_some_and(|open| open.is_of(&folder));
        if was_open {
            self.replace(None);
        }
        match ready.take_place((self.clock())()) {
            Ok(()) => Ok(self.lay_held(&folder, false, held)),
            Err(error) => {
                if was_open {
                    self.lay_held(&folder, false, held);
                }
                Err(text::not_restored(error.into()))
            }
        }
    }

    /// Nothing is written into a folder that is open for reading only.
    fn must_be_writable(&self, folder: &Path, refusal: fn() -> WireError) -> Result<(), WireError> {
        let reads = self.table().open.as_ref().is_some_and(|open| open.read_only && open.is_of(folder));
        if reads { Err(refusal()) } else { Ok(()) }
    }

    /// A backup a day, beside the work.
    pub(crate) fn back_up_daily(&self, folder: PathBuf) {
        if self.is_fresh(backups::latest(&folder).as_ref()) {
            self.attempt().set(&folder, false, None);
            return;
        }
        self.attempt().set(&folder, true, None);
        let desk = self.clone();
        std::thread::spawn(move || {
            // The failure is told by `safety`.
            let _ = desk.back_up(&folder);
        });
    }

    fn back_up(&self, folder: &Path) -> Result<(), WireError> {
        self.attempt().set(folder, true, None);
        let made = caught(|| backups::make(folder, self.clock())).unwrap_or_else(|place| {
            self.note(&format!("panic call=backup at={place}"));
            Err(AppError::Internal)
        });
        let made = made.map_err(WireError::from);
        self.attempt().set(folder, false, made.as_ref().err().cloned());
        self.host().emit(&Event::BackedUp {});
        made
    }

    /// Whether there is a backup of today.
    fn is_fresh(&self, last: Option<&Backup>) -> bool {
        last.is_some_and(|b| crate::desk::in_japan(b.moment) >= self.today())
    }

    /// The open council's folder; none for the sample.
    pub(crate) fn open_folder_path(&self) -> Result<Option<PathBuf>, WireError> {
        let table = self.table();
        let open = table.open.as_ref().ok_or(AppError::NoCouncilOpen)?;
        Ok(open.folder.clone())
    }
}
