//! A council's folder: opening it, and for each state in which it may be what
//! happened, what to do, and the ways on that are safe.

use crate::backups;
use crate::desk::Desk;
use crate::in_use::{self, Asked, InUse, Who};
use crate::network;
use crate::open::{Open, State};
use crate::text;
use entaku_app::commands::Nothing;
use entaku_app::{App, AppError, WireError};
use entaku_store::{Access, FILE_NAME};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// A folder.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Folder {
    /// Its path.
    pub folder: String,
}

/// A folder to open.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenFolder {
    /// Its path.
    pub folder: String,
    /// Whether only to read.
    pub read_only: Option<bool>,
}

/// What a folder is chosen for.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum Purpose {
    /// To open the council in it.
    Open,
    /// To make a council in it.
    Found,
}

/// A folder to choose.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChooseFolder {
    /// What for.
    pub purpose: Purpose,
}

/// Why a folder could not be opened, and what can be done.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Trouble {
    /// The folder.
    pub folder: String,
    /// What happened, and what to do.
    pub error: WireError,
    /// The ways on, the best first.
    pub ways: Vec<Way>,
}

/// A safe way on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum Way {
    /// Try the same once more.
    Retry,
    /// Open it for reading only.
    ReadOnly,
    /// Open it for writing.
    Write,
    /// Bring a backup back.
    Restore,
    /// Make a council in it.
    Found,
    /// Choose another folder.
    Choose,
}

impl Desk {
    /// What a window does first: opens the council of a folder, or the one that
    /// was open last. Trouble is told by the command `start`.
    pub fn begin(&self, folder: Option<&Path>) {
        if let Some(folder) = folder.map(Path::to_owned).or_else(|| self.remembered().last()) {
            self.lay(&folder, false);
        }
    }

    /// Opens a folder. Where that fails, what was open stays open.
    pub(crate) fn open_folder(&self, ask: OpenFolder) -> Result<State, WireError> {
        Ok(self.lay(Path::new(&ask.folder), ask.read_only.unwrap_or_default()))
    }

    /// Lets the user choose a folder; opens nothing.
    pub(crate) fn choose_folder(&self, ask: ChooseFolder) -> Result<Option<String>, WireError> {
        let chosen = self.host().choose_folder(text::choose_folder(ask.purpose));
        Ok(chosen.map(|path| path.display().to_string()))
    }

    /// Shows the council's folder in the system's own program.
    pub(crate) fn show_folder(&self, _: Nothing) -> Result<(), WireError> {
        let folder = self.table().open.as_ref().and_then(|open| open.folder.clone());
        let folder = folder.ok_or(AppError::NoCouncilOpen)?;
        self.hand_over(&folder)
    }

    /// Clears the desk.
    pub(crate) fn close_council(&self, _: Nothing) -> Result<State, WireError> {
        *self.table() = crate::open::Table::default();
        self.shelf().clear();
        self.remembered().closed();
        Ok(State::None)
    }

    /// Puts a folder's council on the desk, or answers what is in the way.
    pub(crate) fn lay(&self, folder: &Path, read_only: bool) -> State {
        // A folder that is held cannot be opened beside itself.
        self.put_away(folder, |open| open.held.is_some());
        match self.open_council(folder, read_only) {
            Ok(open) => self.put(open),
            Err(trouble) => {
                let mut table = self.table();
                table.trouble = Some(*trouble.clone());
                State::Trouble(*trouble)
            }
        }
    }

    /// Puts a council that is open on the desk.
    pub(crate) fn put(&self, open: Open) -> State {
        let state = match open.describe() {
            Ok(council) => State::Open(council),
            Err(error) => return State::Trouble(trouble(open.folder.as_deref().unwrap_or(Path::new("")), error)),
        };
        if let (Some(folder), State::Open(council)) = (&open.folder, &state) {
            self.remembered().opened(folder, &council.name);
        }
        let daily = open.folder.clone().filter(|_| !open.read_only);
        *self.table() = crate::open::Table { open: Some(open), trouble: None };
        self.shelf().clear();
        if let Some(folder) = daily {
            self.back_up_daily(folder);
        }
        state
    }

    /// Puts away what is open of a folder, where it must be.
    pub(crate) fn put_away(&self, folder: &Path, must: impl FnOnce(&Open) -> bool) {
        let mut table = self.table();
        if table.open.as_ref().is_some_and(|open| open.folder.as_deref() == Some(folder) && must(open)) {
            table.open = None;
        }
    }

    fn open_council(&self, folder: &Path, read_only: bool) -> Result<Open, Box<Trouble>> {
        let failed = |error: AppError| Box::new(trouble(folder, error.into()));
        if !folder.is_dir() {
            return Err(Box::new(trouble(folder, text::folder_missing(folder))));
        }
        if !folder.join(FILE_NAME).is_file() {
            return Err(Box::new(no_council(folder)));
        }
        let mut held = if read_only { None } else { self.take(folder)? };
        let access = if read_only { Access::ReadOnly } else { Access::ReadWrite };
        let copies = backups::before_migrations(folder);
        let app = App::open(folder, access, self.clock(), &self.remembered().actor()).map_err(failed)?;
        app.snapshot().map_err(failed)?;
        let readable_only = app.store().access() == Access::ReadOnly;
        if readable_only {
            held = None;
        }
        let notices = [
            read_only.then_some(text::READ_ONLY_CHOSEN),
            (readable_only && !read_only).then_some(text::READ_ONLY_MEDIUM),
            (backups::before_migrations(folder) > copies).then_some(text::MIGRATED),
            network::is_remote(folder).then_some(text::ON_NETWORK),
        ];
        Ok(Open {
            app,
            folder: Some(folder.to_owned()),
            read_only: readable_only,
            notices: notices.into_iter().flatten().map(str::to_owned).collect(),
            held,
        })
    }

    /// Takes the folder for writing, unless somebody has it.
    pub(crate) fn take(&self, folder: &Path) -> Result<Option<InUse>, Box<Trouble>> {
        let who = Who {
            actor: self.remembered().actor(),
            computer: in_use::computer(),
            since: (self.clock())().to_rfc3339(),
        };
        match in_use::ask(folder, &who) {
            Asked::Ours(held) => Ok(Some(held)),
            Asked::NoLocks => Ok(None),
            Asked::Theirs(who) => Err(Box::new(trouble(folder, text::in_use(who.as_ref())))),
        }
    }

    /// Hands a file or a folder to the system's own program for it.
    pub(crate) fn hand_over(&self, path: &Path) -> Result<(), WireError> {
        self.host().open(path).map_err(|_| text::not_opened(path))
    }
}

/// A folder without a council: one may be made in it, or a backup brought back.
fn no_council(folder: &Path) -> Trouble {
    let missing = AppError::Store(entaku_store::Error::NoCouncil { path: PathBuf::from(folder) });
    let mut found = trouble(folder, missing.into());
    found.error.hint = text::NO_COUNCIL_HINT.to_owned();
    found
}

/// What is in the way, with the ways on.
pub(crate) fn trouble(folder: &Path, error: WireError) -> Trouble {
    let mut ways: Vec<Way> = match error.code.as_str() {
        "in_use" => vec![Way::ReadOnly, Way::Retry],
        "council_damaged" | "corrupt_value" | "store" => vec![Way::Restore, Way::Retry],
        "council_not_found" if folder.is_dir() => vec![Way::Restore, Way::Found],
        "council_not_found" => vec![Way::Retry],
        "older_read_only" | "read_only" => vec![Way::Write],
        "file_too_new" | "not_a_council" => Vec::new(),
        _ => vec![Way::Retry],
    };
    ways.push(Way::Choose);
    if backups::list(folder).is_empty() {
        ways.retain(|way| *way != Way::Restore);
    }
    Trouble { folder: folder.display().to_string(), error, ways }
}
