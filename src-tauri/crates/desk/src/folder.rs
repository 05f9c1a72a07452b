//! A council's folder: opening it, and for each state in which it may be what
//! happened, what to do, and the ways on that are safe.

use crate::backups;
use crate::desk::Desk;
use crate::in_use::{self, Asked, InUse, Who};
use crate::network;
use crate::open::{Open, State};
use crate::place::{real, whole};
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
    /// To write a package of clerical work into it.
    Package,
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
        self.replace(None);
        self.remembered().closed();
        Ok(State::None)
    }

    /// Puts a folder's council on the desk, or answers what is in the way.
    pub(crate) fn lay(&self, folder: &Path, read_only: bool) -> State {
        let folder = whole(folder);
        // What is held here is not in use by somebody else.
        let held = self.lift_hold(&folder);
        self.lay_held(&folder, read_only, held)
    }

    /// Puts a folder's council on the desk, whose lock may be had already.
    pub(crate) fn lay_held(&self, folder: &Path, read_only: bool, mut held: Option<InUse>) -> State {
        match self.open_council(folder, read_only, &mut held) {
            Ok(open) => self.put(open),
            Err(trouble) => {
                self.hold_again(folder, held);
                self.table().trouble = Some(*trouble.clone());
                State::Trouble(*trouble)
            }
        }
    }

    /// The lock of a folder that is open here, which is taken from it.
    pub(crate) fn lift_hold(&self, folder: &Path) -> Option<InUse> {
        self.table().open.as_mut().filter(|open| open.is_of(folder))?.held.take()
    }

    /// Gives a lock back to the council that is still open; else it ends.
    pub(crate) fn hold_again(&self, folder: &Path, held: Option<InUse>) {
        if let Some(open) = self.table().open.as_mut().filter(|open| !open.read_only && open.is_of(folder)) {
            open.held = held;
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
        self.replace(Some(open));
        if let Some(folder) = daily {
            self.back_up_daily(folder);
        }
        state
    }

    fn open_council(&self, folder: &Path, read_only: bool, held: &mut Option<InUse>) -> Result<Open, Box<Trouble>> {
        let failed = |error: AppError| Box::new(trouble(folder, error.into()));
        if !folder.is_dir() {
            return Err(Box::new(trouble(folder, text::folder_missing(folder))));
        }
        if !folder.join(FILE_NAME).is_file() {
            return Err(Box::new(no_council(folder)));
        }
        if !read_only && held.is_none() {
            *held = self.take(folder)?;
        }
        let access = if read_only { Access::ReadOnly } else { Access::ReadWrite };
        let copies = backups::before_migrations(folder);
        let app = App::open(folder, access, self.clock(), &self.remembered().actor()).map_err(failed)?;
        app.snapshot().map_err(failed)?;
        let readable_only = app.store().access() == Access::ReadOnly;
        let notices = [
            read_only.then_some(text::READ_ONLY_CHOSEN),
            (readable_only && !read_only).then_some(text::READ_ONLY_MEDIUM),
            (!readable_only && held.is_none()).then_some(text::NO_LOCKS),
            (backups::before_migrations(folder) > copies).then_some(text::MIGRATED),
            network::is_remote(folder).then_some(text::ON_NETWORK),
            app.is_consigned().map_err(failed)?.then_some(text::CONSIGNED),
        ];
        Ok(Open {
            app,
            folder: Some(folder.to_owned()),
            real: real(folder),
            read_only: readable_only,
            notices: notices.into_iter().flatten().map(str::to_owned).collect(),
            held: held.take().filter(|_| !readable_only),
            looked: self.today(),
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
            Asked::Theirs(Some(other)) if other.is_at_the_place_of(&who) => {
                Err(Box::new(trouble(folder, text::in_use_here())))
            }
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
        // What was no council from the start has no backups: nothing is offered then.
        "not_a_council" => vec![Way::Restore],
        "file_too_new" => Vec::new(),
        _ => vec![Way::Retry],
    };
    ways.push(Way::Choose);
    if backups::list(folder).is_empty() {
        ways.retain(|way| *way != Way::Restore);
    }
    Trouble { folder: folder.display().to_string(), error, ways }
}
