//! Clerical work that somebody else does for the council (庶務の委託, V28): a package without
//! what must not leave, and what came back, shown before it is taken over.

mod package;
mod take;

use crate::case_look::{Spot, lines_of, spots_of_file};
use crate::council::{App, Written};
use crate::error::{AppError, PackageFault, Result};
use crate::people::all_right;
use crate::text::consign as words;
use entaku_documents::Printer;
use entaku_domain::consignment::Consignment;
use entaku_domain::id::{ConsignmentId, IssuedId};
use entaku_domain::issued::{Issued, Way};
use entaku_domain::text::{check_name, check_note};
use entaku_store::{Access, Action, Records, sha256};
pub use package::{ENDING, Manifest};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
pub use take::{IncomingRow, TakePreview};
use ts_rs::TS;

/// Under which setting a copy knows what it is.
const SETTING: &str = "consignment";

/// Everything about clerical work that is given away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ConsignPage {
    /// What was given, latest first.
    pub given: Vec<GivenRow>,
    /// Whether this council's data are a copy that was given.
    pub is_copy: bool,
    /// What is carried, in words.
    pub carried: Vec<String>,
    /// What is not.
    pub held_back: Vec<String>,
}

/// A package that was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GivenRow {
    /// Its identifier.
    pub id: String,
    /// ISO day.
    pub given_on: String,
    /// To whom.
    pub given_to: String,
    /// A note.
    pub note: String,
    /// How many records it carried.
    pub rows: u32,
    /// ISO day on which what came back was taken over.
    pub taken_on: Option<String>,
}

/// A package that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MadePackage {
    /// Where it is.
    pub path: String,
    /// Its SHA-256.
    pub sha256: String,
    /// How many records it carries, by table in words.
    pub counts: Vec<CarriedCount>,
    /// How many files of papers.
    pub files: u32,
}

/// How many records of a kind a package carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CarriedCount {
    /// In words.
    pub kind: String,
    /// How many.
    pub count: u32,
}

impl App {
    /// Whether this council's data are a copy that was given to whoever does the clerical work.
    ///
    /// # Errors
    /// Those of the store.
    pub fn is_consigned(&self) -> Result<bool> {
        Ok(self.store.setting(SETTING)?.is_some())
    }

    /// What was given, and what would be.
    ///
    /// # Errors
    /// Those of the store.
    pub fn consign_page(&self) -> Result<ConsignPage> {
        let row = |c: Consignment| GivenRow {
            id: c.id.to_string(),
            given_on: c.given_on.to_string(),
            given_to: c.given_to,
            note: c.note,
            rows: c.rows,
            taken_on: c.taken_on.map(|d| d.to_string()),
        };
        Ok(ConsignPage {
            given: self.store.consignments()?.into_iter().map(row).collect(),
            is_copy: self.is_consigned()?,
            carried: words::CARRIED.map(str::to_owned).into(),
            held_back: words::HELD_BACK.map(str::to_owned).into(),
        })
    }

    /// All texts that a package would carry to somebody, each with its place, to be looked
    /// through before it is written: those of its records, and of its papers' files.
    ///
    /// # Errors
    /// Those of the store and of the file system.
    pub fn consign_spots(&self, to: &str, printer: &dyn Printer) -> Result<Vec<Spot>> {
        let package::Contents { texts, files } = package::contents(&self.store, self.now())?;
        let mut spots = lines_of(&words::title(to), "");
        for (table, text) in texts.iter().filter(|(_, text)| !is_name_of_record(text)) {
            let lines = lines_of(crate::text::history::table(table), text);
            // The first is the table's name. An empty one keeps two cells apart.
            spots.extend(lines.into_iter().skip(1).chain([Spot::new(String::new(), String::new())]));
        }
        spots.extend(files.iter().flat_map(|file| spots_of_file(file, printer)));
        Ok(spots)
    }

    /// Writes a package into a folder and notes that it was given (「庶務の委託のデータを渡した記録」).
    ///
    /// # Errors
    /// [`AppError::Rules`] for the texts; [`AppError::Package`] where there is no such folder;
    /// those of the file system.
    pub fn consign_out(&mut self, to: &str, note: &str, folder: &Path) -> Result<Written<MadePackage>> {
        all_right([check_name("to", to), check_note("note", note)])?;
        let council = self.snapshot()?.council.name;
        let path = free_path(folder, &words::file_name(&council, &self.today().to_string(), false))?;
        let (now, today, by) = (self.now(), self.today(), self.actor().name().to_owned());
        let action = Action::new("consign_out").about(to).aside();
        self.change(action, Vec::new(), |tx| {
            let id = ConsignmentId::new(tx.new_id());
            let made = package::write(tx, &Manifest::out(id, &council, today, to), &path, now)?;
            let base = tx.add_file(&mut made.database.as_slice())?;
            let rows = made.manifest.counts.values().sum();
            let package = sha256(&made.bytes);
            let kept = Consignment {
                id,
                given_on: today,
                given_to: to.to_owned(),
                note: note.to_owned(),
                base,
                package: package.clone(),
                rows,
                taken_on: None,
            };
            tx.put_consignment(&kept)?;
            tx.put_issued(&Issued {
                id: IssuedId::new(tx.new_id()),
                at: now.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
                by,
                kind: "consignment".to_owned(),
                title: words::title(to),
                readers: None,
                way: Way::Saved,
                place: Some(path.display().to_string()),
                name: path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default(),
                pages: None,
                sha256: package,
                kept: false,
                people: made.people.clone(),
            })?;
            package::save(&path, &made.bytes)?;
            Ok(told(&path, &made.bytes, &made.manifest))
        })
    }

    /// Writes what is to go back into a folder.
    ///
    /// # Errors
    /// [`AppError::Package`] where this is no copy that was given; those of the file system.
    pub fn consign_back(&self, folder: &Path) -> Result<MadePackage> {
        let id = self.store.setting(SETTING)?.ok_or(AppError::Package(PackageFault::NotConsigned))?;
        let id = ConsignmentId::parse(&id).map_err(|_| AppError::Package(PackageFault::NotConsigned))?;
        let council = self.snapshot()?.council.name;
        let path = free_path(folder, &words::file_name(&council, &self.today().to_string(), true))?;
        let manifest = Manifest::back(id, &council, self.today());
        let made = package::write(&self.store, &manifest, &path, self.now())?;
        package::save(&path, &made.bytes)?;
        Ok(told(&path, &made.bytes, &made.manifest))
    }

    /// Makes a council's folder of a package, to work in.
    ///
    /// # Errors
    /// [`AppError::Package`] for a damaged package or one that came back; a council that is
    /// there already.
    pub fn consign_unpack(package: &Path, folder: &Path, clock: crate::Clock, actor: &str) -> Result<Self> {
        let opened = package::read(package)?;
        if opened.manifest.back {
            return Err(AppError::Package(PackageFault::Returned));
        }
        let file = folder.join(entaku_store::FILE_NAME);
        if file.exists() {
            return Err(AppError::Store(entaku_store::Error::AlreadyThere { path: file }));
        }
        std::fs::create_dir_all(folder).map_err(|source| write_error(folder, source))?;
        package::save(&file, &opened.database)?;
        Self::begin_work(folder, &opened, clock, actor).inspect_err(|_| {
            // Best effort: half a council is none, and the error that led here is the one to report.
            let _ = std::fs::remove_file(&file);
        })
    }

    /// Opens a copy that was given, and marks it as one.
    fn begin_work(folder: &Path, opened: &package::Opened, clock: crate::Clock, actor: &str) -> Result<Self> {
        let mut app = Self::open(folder, Access::ReadWrite, clock, actor)?;
        for bytes in opened.files.values() {
            app.store.add_file(&mut bytes.as_slice())?;
        }
        let action = Action::new("consign_begin").last();
        app.change(action, Vec::new(), |tx| Ok(tx.put_setting(SETTING, &opened.manifest.consignment)?))?;
        Ok(app)
    }
}

/// Whether a text is an identifier or a hash, which says nothing.
fn is_name_of_record(text: &str) -> bool {
    text.len() >= 32 && text.chars().all(|c| c.is_ascii_hexdigit() || c == '-')
}

fn told(path: &Path, bytes: &[u8], manifest: &Manifest) -> MadePackage {
    let counts = &manifest.counts;
    let mut named: BTreeMap<&str, u32> = BTreeMap::new();
    for (table, count) in counts {
        *named.entry(crate::text::history::table(table)).or_default() += count;
    }
    MadePackage {
        path: path.display().to_string(),
        sha256: sha256(bytes),
        counts: named.into_iter().map(|(kind, count)| CarriedCount { kind: kind.to_owned(), count }).collect(),
        files: u32::try_from(manifest.files.len()).unwrap_or(u32::MAX),
    }
}

/// A name in a folder that nothing has yet.
fn free_path(folder: &Path, stem: &str) -> Result<PathBuf> {
    if !folder.is_dir() {
        return Err(AppError::Package(PackageFault::NoFolder));
    }
    let names = std::iter::once(format!("{stem}{ENDING}")).chain((2..1000).map(|n| format!("{stem}_{n}{ENDING}")));
    let mut free = names.map(|name| folder.join(crate::files::safe_name(&name))).filter(|p| !p.exists());
    free.next().ok_or(AppError::Package(PackageFault::NoFolder))
}

fn write_error(path: &Path, source: std::io::Error) -> AppError {
    AppError::WriteFile { path: path.display().to_string(), source }
}

/// The people of a copy.
fn people_of(records: &Records) -> Result<Vec<entaku_domain::id::PersonId>> {
    Ok(records.people()?.into_iter().map(|p| p.id).collect())
}
