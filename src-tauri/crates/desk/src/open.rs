//! What lies on the desk: nothing, a council, or trouble with one.

use crate::desk::Desk;
use crate::folder::Trouble;
use crate::in_use::InUse;
use crate::preferences::{Recent, Values};
use crate::text::FOLDER;
use entaku_app::commands::Nothing;
use entaku_app::{App, WireError};
use entaku_domain::era::DateStyle;
use entaku_domain::{Day, FiscalYear};
use serde::Serialize;
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// What a window needs to know at its start.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Start {
    /// What lies on the desk.
    pub desk: State,
    /// Today in Japan, 2026-10-01.
    pub today: String,
    /// 令和8年10月1日（木）.
    pub today_label: String,
    /// The name under which changes are made.
    pub actor: String,
    /// Councils that were open before, the latest first.
    pub recent: Vec<Recent>,
    /// A folder for a new council that does not exist yet; none where the system
    /// has no place for documents.
    pub suggested: Option<String>,
    /// The preferences.
    pub preferences: Values,
    /// This program's version.
    pub version: String,
}

/// What lies on the desk.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
#[ts(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// No council.
    None,
    /// A council.
    Open(Council),
    /// A folder that could not be opened.
    Trouble(Trouble),
}

/// The council that is open.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Council {
    /// Its name.
    pub name: String,
    /// Its municipality.
    pub municipality: String,
    /// Its folder; none for the sample, of which nothing is kept.
    pub folder: Option<String>,
    /// Whether it is open for reading only.
    pub read_only: bool,
    /// Whether it is the sample in memory, of which nothing is kept.
    pub sample: bool,
    /// What there is to know about how it is open: for reading only, on a network
    /// drive, brought into a newer form.
    pub notices: Vec<String>,
    /// This fiscal year, 2026.
    pub year: i32,
    /// 令和8年度.
    pub year_label: String,
}

/// The table on which a council lies.
#[derive(Default)]
pub(crate) struct Table {
    pub(crate) open: Option<Open>,
    /// Why nothing lies there.
    pub(crate) trouble: Option<Trouble>,
    /// Counts what has lain here: work for one council is not for the next.
    pub(crate) turn: u64,
}

/// A council with what belongs to its being open.
pub(crate) struct Open {
    pub(crate) app: App,
    pub(crate) folder: Option<PathBuf>,
    /// Where the folder really lies, however it was named.
    pub(crate) real: Option<PathBuf>,
    pub(crate) read_only: bool,
    pub(crate) notices: Vec<String>,
    pub(crate) held: Option<InUse>,
    /// The day on which a backup was last looked for.
    pub(crate) looked: Day,
}

impl Desk {
    /// What lies on the desk.
    pub(crate) fn start(&self, _: Nothing) -> Result<Start, WireError> {
        let today = self.today();
        Ok(Start {
            desk: self.state(),
            today: today.to_string(),
            today_label: DateStyle::Era.day_with_weekday(today),
            actor: self.remembered().actor(),
            recent: self.remembered().recent(),
            suggested: self.suggested(),
            preferences: self.values(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }

    /// 「円卓」 among the user's documents, or the first of 「円卓2」… that is free.
    fn suggested(&self) -> Option<String> {
        let documents = self.home()?.documents.as_deref()?;
        let named = |n: u8| documents.join(if n == 1 { FOLDER.to_owned() } else { format!("{FOLDER}{n}") });
        let free = (1..=99).map(named).find(|folder| !folder.exists())?;
        free.to_str().map(str::to_owned)
    }

    fn state(&self) -> State {
        let table = self.table();
        match (&table.open, &table.trouble) {
            (Some(open), _) => match open.describe() {
                Ok(council) => State::Open(council),
                Err(error) => State::Trouble(crate::folder::trouble(&open.folder.clone().unwrap_or_default(), error)),
            },
            (None, Some(trouble)) => State::Trouble(trouble.clone()),
            (None, None) => State::None,
        }
    }

    /// Opens the sample in memory: nothing of it is kept.
    pub(crate) fn open_sample(&self, _: Nothing) -> Result<State, WireError> {
        let mut app = App::sample_in_memory(self.clock())?;
        app.work_as(&self.remembered().actor());
        let looked = self.today();
        Ok(self.put(Open { app, folder: None, real: None, read_only: false, notices: Vec::new(), held: None, looked }))
    }
}

impl Open {
    /// Whether it is the council of a folder.
    pub(crate) fn is_of(&self, folder: &Path) -> bool {
        self.folder.as_deref() == Some(folder) || self.real.is_some() && self.real == crate::place::real(folder)
    }

    /// The folder, where a backup must be looked for: on a new day, the window
    /// having stayed open overnight.
    pub(crate) fn new_day(&mut self, today: Day) -> Option<PathBuf> {
        let before = std::mem::replace(&mut self.looked, today);
        self.folder.clone().filter(|_| before < today && !self.read_only)
    }

    /// The council as the screens' frame shows it.
    pub(crate) fn describe(&self) -> Result<Council, WireError> {
        let council = self.app.snapshot()?.council;
        let year = FiscalYear::of(self.app.today());
        Ok(Council {
            name: council.name,
            municipality: council.municipality,
            folder: self.folder.as_ref().map(|f| f.display().to_string()),
            read_only: self.read_only,
            sample: self.folder.is_none(),
            notices: self.notices.clone(),
            year: year.number(),
            year_label: DateStyle::Era.fiscal_year(year),
        })
    }
}
