//! Opening and creating a council's file.

use crate::change::Moment;
use crate::error::{Error, Result};
use crate::migrations::{STEPS, Step, migrate};
use crate::paper_files::PaperFiles;
use crate::records::{Records, version};
use rusqlite::{Connection, OpenFlags};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The database's name within a council's folder.
pub const FILE_NAME: &str = "council.entaku";

/// The folder of papers' files, beside the database.
const FILES: &str = "files";

/// The folder of copies made before a migration, beside the database.
pub(crate) const BACKUP: &str = "backup";

/// Marks the file as a council's: "ENTK".
const APPLICATION_ID: i32 = 0x454E_544B;

/// How long to wait for another process that is writing.
const PATIENCE: Duration = Duration::from_secs(2);

/// What a file is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Reading and writing.
    ReadWrite,
    /// Reading only.
    ReadOnly,
}

/// A council's file, open.
#[derive(Debug)]
pub struct Store {
    records: Records,
    access: Access,
    path: Option<PathBuf>,
}

impl std::ops::Deref for Store {
    type Target = Records;

    fn deref(&self) -> &Records {
        &self.records
    }
}

impl Store {
    /// Creates a council. `path` is a folder, made where needed, or a file
    /// ending in `.entaku`.
    ///
    /// # Errors
    /// [`Error::AlreadyThere`], [`Error::ReadOnly`], [`Error::DiskFull`] and
    /// others of the file system. What was there stays as it was.
    pub fn create(path: &Path, at: Moment) -> Result<Self> {
        let file = database(path);
        if file.exists() {
            return Err(Error::AlreadyThere { path: file });
        }
        if let Some(folder) = file.parent().filter(|f| !f.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(|e| Error::io(folder, e))?;
        }
        let half = file.with_extension("entaku-new");
        if half.exists() {
            fs::remove_file(&half).map_err(|e| Error::io(&half, e))?;
        }
        make(&half, at).inspect_err(|_| {
            // Best effort: the error that led here is the one to report.
            let _ = fs::remove_file(&half);
        })?;
        fs::rename(&half, &file).map_err(|e| Error::io(&file, e))?;
        Self::open(&file, Access::ReadWrite, at)
    }

    /// Opens a council's folder or file. A file of an older version is copied to
    /// `backup/` and brought up to date. Where the file or its folder cannot be
    /// written to, the store is read-only, see [`Store::access`].
    ///
    /// # Errors
    /// [`Error::NoCouncil`], [`Error::NotACouncil`], [`Error::Damaged`],
    /// [`Error::Newer`], [`Error::OlderReadOnly`], [`Error::InUse`].
    pub fn open(path: &Path, access: Access, at: Moment) -> Result<Self> {
        Self::open_with(path, access, at, STEPS)
    }

    /// [`Store::open`] with other steps, for tests.
    pub(crate) fn open_with(path: &Path, access: Access, at: Moment, steps: &'static [Step]) -> Result<Self> {
        let file = if path.is_dir() { path.join(FILE_NAME) } else { path.to_owned() };
        if !file.is_file() {
            return Err(Error::NoCouncil { path: file });
        }
        let mut db = connect(&file, flags(access)).map_err(|e| not_ours(&file, e))?;
        check_is_ours(&db).map_err(|e| not_ours(&file, e))?;
        let access = if access == Access::ReadWrite { writable(&db, &file)? } else { access };
        bring_up_to_date(&mut db, &file, access, at, steps)?;
        if access == Access::ReadWrite {
            db.pragma_update(None, "journal_mode", "delete")?;
        }
        let files = PaperFiles::Folder(beside(&file, FILES));
        Ok(Self { records: Records { db, files }, access, path: Some(file) })
    }

    /// An empty council that is gone when dropped.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn in_memory() -> Result<Self> {
        let mut db = Connection::open_in_memory()?;
        prepare(&db)?;
        migrate(&mut db, 0, STEPS, Moment::default())?;
        let records = Records { db, files: PaperFiles::in_memory() };
        Ok(Self { records, access: Access::ReadWrite, path: None })
    }

    /// Whether it can be written to.
    pub const fn access(&self) -> Access {
        self.access
    }

    /// The database's file; none in memory.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Keeps a paper's file outside a change, see [`crate::Tx::add_file`].
    ///
    /// # Errors
    /// The same.
    pub fn add_file(&self, content: &mut dyn std::io::Read) -> Result<String> {
        self.must_be_writable()?;
        self.files.keep(content)
    }

    /// Writes a complete copy of the database, without the papers' files, and checks it.
    ///
    /// # Errors
    /// [`Error::AlreadyThere`], [`Error::DiskFull`], [`Error::ReadOnly`] and
    /// others of the file system; [`Error::Damaged`] when the copy is not sound.
    pub fn copy_to(&self, target: &Path) -> Result<()> {
        copy(&self.db, target)
    }

    pub(crate) fn must_be_writable(&self) -> Result<()> {
        if self.access == Access::ReadWrite { Ok(()) } else { Err(Error::ReadOnly) }
    }
}

/// Makes an empty council's database.
fn make(file: &Path, at: Moment) -> Result<()> {
    let mut db = connect(file, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)
        .map_err(|e| not_creatable(file, e))?;
    migrate(&mut db, 0, STEPS, at)?;
    db.close().map_err(|(_, e)| Error::from(e))
}

/// The database's file for a path given by the user.
fn database(path: &Path) -> PathBuf {
    if path.extension().is_some_and(|e| e == "entaku") && !path.is_dir() {
        path.to_owned()
    } else {
        path.join(FILE_NAME)
    }
}

pub(crate) fn beside(file: &Path, name: &str) -> PathBuf {
    file.parent().unwrap_or(Path::new("")).join(name)
}

fn flags(access: Access) -> OpenFlags {
    match access {
        Access::ReadWrite => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Access::ReadOnly => OpenFlags::SQLITE_OPEN_READ_ONLY,
    }
}

fn connect(file: &Path, flags: OpenFlags) -> Result<Connection> {
    let db = Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    prepare(&db)?;
    Ok(db)
}

/// Settings of a connection; none of them writes to the file.
fn prepare(db: &Connection) -> Result<()> {
    db.busy_timeout(PATIENCE)?;
    db.set_prepared_statement_cache_capacity(128);
    db.execute_batch(
        "pragma foreign_keys = on; pragma recursive_triggers = on; pragma trusted_schema = off;
         pragma cell_size_check = on; pragma secure_delete = on; pragma synchronous = full;",
    )?;
    Ok(())
}

/// Tells a council's file from another application's, and a sound one from a damaged one.
fn check_is_ours(db: &Connection) -> Result<()> {
    let id: i32 = db.query_row("pragma application_id", [], |r| r.get(0))?;
    if id != APPLICATION_ID {
        return Err(Error::NotACouncil { path: PathBuf::new() });
    }
    Ok(())
}

/// What a failure to read the very first page means.
fn not_ours(file: &Path, error: Error) -> Error {
    match error {
        Error::NotACouncil { .. } => Error::NotACouncil { path: file.to_owned() },
        Error::Damaged { .. } if !starts_as_sqlite(file) => Error::NotACouncil { path: file.to_owned() },
        other => other,
    }
}

fn starts_as_sqlite(file: &Path) -> bool {
    use std::io::Read;
    let mut start = [0; 16];
    fs::File::open(file).and_then(|mut f| f.read_exact(&mut start)).is_ok() && &start == b"SQLite format 3\0"
}

/// Why a new database cannot be opened: as the file system says, where it says so.
fn not_creatable(path: &Path, error: Error) -> Error {
    match fs::File::create_new(path) {
        Ok(_) => fs::remove_file(path).err().map_or(error, |e| Error::io(path, e)),
        Err(e) => Error::io(path, e),
    }
}

/// Read-only where the file is, or where no journal can be made beside it.
fn writable(db: &Connection, file: &Path) -> Result<Access> {
    if db.is_readonly("main")? {
        return Ok(Access::ReadOnly);
    }
    let probe = file.with_extension(format!("probe-{}", std::process::id()));
    match fs::File::create(&probe) {
        Ok(_) => {
            fs::remove_file(&probe).map_err(|e| Error::io(&probe, e))?;
            Ok(Access::ReadWrite)
        }
        Err(e) => match Error::io(&probe, e) {
            Error::ReadOnly => Ok(Access::ReadOnly),
            other => Err(other),
        },
    }
}

fn bring_up_to_date(
    db: &mut Connection,
    file: &Path,
    access: Access,
    at: Moment,
    steps: &'static [Step],
) -> Result<()> {
    let (found, known) = (version(db)?, steps.len());
    let path = || file.to_owned();
    match found.cmp(&known) {
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Greater => Err(Error::Newer { path: path(), found, known }),
        std::cmp::Ordering::Less if access == Access::ReadOnly => {
            Err(Error::OlderReadOnly { path: path(), found, known })
        }
        std::cmp::Ordering::Less => {
            back_up(db, file, found, at)?;
            migrate(db, found, steps, at)
        }
    }
}

/// Copies a file of an older version to `backup/council-v1-20260401T090000Z.entaku`.
fn back_up(db: &Connection, file: &Path, found: usize, at: Moment) -> Result<()> {
    let folder = beside(file, BACKUP);
    fs::create_dir_all(&folder).map_err(|e| Error::io(&folder, e))?;
    let stem = format!("council-v{found}-{}", at.format("%Y%m%dT%H%M%SZ"));
    let names = std::iter::once(format!("{stem}.entaku")).chain((2..1000).map(|n| format!("{stem}-{n}.entaku")));
    let free = names.map(|name| folder.join(name)).find(|path| !path.exists());
    copy(db, &free.ok_or(Error::AlreadyThere { path: folder })?)
}

/// Copies a database by way of a temporary file and checks the copy.
fn copy(db: &Connection, target: &Path) -> Result<()> {
    if target.exists() {
        return Err(Error::AlreadyThere { path: target.to_owned() });
    }
    let half = target.with_extension("part");
    if half.exists() {
        fs::remove_file(&half).map_err(|e| Error::io(&half, e))?;
    }
    let copied = copy_checked(db, &half).and_then(|()| fs::rename(&half, target).map_err(|e| Error::io(target, e)));
    copied.inspect_err(|_| {
        // Best effort: the error that led here is the one to report.
        let _ = fs::remove_file(&half);
    })
}

fn copy_checked(db: &Connection, half: &Path) -> Result<()> {
    let name = half.to_str().ok_or_else(|| Error::io(half, std::io::ErrorKind::InvalidFilename.into()))?;
    db.execute("vacuum into ?1", [name]).map_err(|e| match e.sqlite_error_code() {
        Some(rusqlite::ErrorCode::CannotOpen) => not_creatable(half, Error::from(e)),
        _ => Error::from(e),
    })?;
    let copied = Connection::open_with_flags(half, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let state: String = copied.query_row("pragma integrity_check(1)", [], |r| r.get(0))?;
    copied.close().map_err(|(_, e)| Error::from(e))?;
    if state != "ok" {
        return Err(Error::Damaged { detail: state });
    }
    Ok(())
}
