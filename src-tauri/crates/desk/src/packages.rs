//! Packages of clerical work that is done for a council by others (庶務の委託): chosen by the
//! user, and opened where the work is done.

use crate::desk::Desk;
use crate::founding::at_folder;
use crate::open::State;
use crate::place::whole;
use crate::text;
use entaku_app::commands::{Done, done};
use entaku_app::consign::{ENDING, MadePackage};
use entaku_app::{App, AppError, WireError};
use serde::Deserialize;
use std::path::Path;
use ts_rs::TS;

/// Which package is chosen.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChoosePackage {
    /// Whether it is one that came back; else one that was given.
    pub back: bool,
}

/// A package that was given, and where the work on it is to be done.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct UnpackPackage {
    /// The file.
    pub package: String,
    /// The folder for its data; made where it does not exist.
    pub folder: String,
    /// The name under which the user makes changes, from now on.
    pub actor: Option<String>,
}

/// A package to be given.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConsignOut {
    /// To whom.
    pub to: String,
    /// A note.
    #[serde(default)]
    pub note: String,
    /// The folder that it is written to.
    pub folder: String,
    /// Why words of the cases that are found in it may leave.
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

impl Desk {
    /// Writes a package for whoever does the clerical work, after it was looked through for
    /// words of the cases: it leaves the office.
    pub(crate) fn consign_out(&self, ask: ConsignOut) -> Result<Done<MadePackage>, WireError> {
        let turn = self.table().turn;
        self.look_into_package(&ask.to, ask.reason.as_deref())?;
        let mut table = self.table();
        if table.turn != turn {
            return Err(AppError::NoCouncilOpen.into());
        }
        let open = table.open.as_mut().ok_or(AppError::NoCouncilOpen)?;
        Ok(done(open.app.consign_out(&ask.to, &ask.note, Path::new(&ask.folder))?))
    }

    /// Lets the user choose a package; reads nothing.
    pub(crate) fn choose_package(&self, ask: ChoosePackage) -> Result<Option<String>, WireError> {
        let title = if ask.back { text::CHOOSE_RETURN } else { text::CHOOSE_PACKAGE };
        let chosen = self.host().choose_file(title, text::PACKAGES, ENDING.trim_start_matches('.'));
        Ok(chosen.map(|path| path.display().to_string()))
    }

    /// Makes a council's folder of a package, and puts it on the desk. What was open stays open
    /// where that fails.
    pub(crate) fn unpack_package(&self, ask: UnpackPackage) -> Result<State, WireError> {
        let folder = Path::new(ask.folder.trim());
        if folder.as_os_str().is_empty() {
            return Err(text::no_folder());
        }
        let folder = &whole(folder);
        if let Some(file) = folder.ancestors().find(|path| path.is_file()) {
            return Err(text::not_a_folder(file));
        }
        if let Some(actor) = ask.actor.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
            self.remembered().work_as(actor);
        }
        let actor = self.remembered().actor();
        let made = App::consign_unpack(Path::new(&ask.package), folder, self.clock(), &actor);
        drop(made.map_err(|error| at_package(at_folder(error.into())))?);
        Ok(self.lay(folder, false))
    }
}

/// An error about the package is shown at its field.
fn at_package(error: WireError) -> WireError {
    match error.field {
        None if error.code.starts_with("package_") || error.code == "read_file" => {
            WireError { field: Some("package".to_owned()), ..error }
        }
        _ => error,
    }
}
