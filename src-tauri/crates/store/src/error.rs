//! What can go wrong with the council's file. Data only; `app` has the words.

use crate::change::{ChangeId, Moment};
use std::path::PathBuf;

/// A result of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a change cannot be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNot {
    /// It was declared final: a letter issued, a number taken.
    Final,
    /// The file's version has changed since.
    OtherVersion,
    /// Its images were blanked when a person's data were removed.
    Purged,
}

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nothing stands at this path.
    #[error("no council at {}", path.display())]
    NoCouncil {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A council (or another file) already stands where one was to be created.
    #[error("{} already exists", path.display())]
    AlreadyThere {
        /// The file.
        path: PathBuf,
    },
    /// Not a database, or another application's.
    #[error("{} is not a council's file", path.display())]
    NotACouncil {
        /// The file.
        path: PathBuf,
    },
    /// Written by a newer version of the application; the file is untouched.
    #[error("{} has version {found}, this application knows {known}", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: usize,
        /// The newest version known here.
        known: usize,
    },
    /// Of an older version, and not to be written to, so that it cannot be brought up to date.
    #[error("{} has version {found} and cannot be brought to {known} read-only", path.display())]
    OlderReadOnly {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: usize,
        /// The version needed.
        known: usize,
    },
    /// The file is damaged.
    #[error("damaged file: {detail}")]
    Damaged {
        /// What SQLite says.
        detail: String,
    },
    /// Another process is writing.
    #[error("in use by another process")]
    InUse,
    /// Opened for reading only, or in a folder that cannot be written to.
    #[error("read-only")]
    ReadOnly,
    /// No space left.
    #[error("disk full")]
    DiskFull,
    /// A stored value that the domain does not accept.
    #[error("corrupt value in {table}/{row}.{column}")]
    Corrupt {
        /// The table.
        table: String,
        /// The row's identifier.
        row: String,
        /// The column.
        column: String,
    },
    /// A row that was to be changed or removed does not exist.
    #[error("no row {table}/{row}")]
    NotFound {
        /// The table.
        table: &'static str,
        /// The row's identifier.
        row: String,
    },
    /// A row refers to one that does not exist, or no longer.
    #[error("{table}/{row} refers to a missing {parent}")]
    BrokenReference {
        /// The referring table.
        table: String,
        /// The referring row's identifier.
        row: String,
        /// The table referred to.
        parent: String,
    },
    /// A value that must be unique is taken.
    #[error("not unique: {columns}")]
    Taken {
        /// The columns, `table.column, table.column`.
        columns: String,
    },
    /// A value that the schema does not accept.
    #[error("refused by the schema: {rule}")]
    Refused {
        /// The rule.
        rule: String,
    },
    /// A write outside a change.
    #[error("write outside a change")]
    OutsideChange,
    /// No change has this number.
    #[error("no change {}", .0.0)]
    NoChange(ChangeId),
    /// The change cannot be undone.
    #[error("change {} cannot be undone: {why:?}", change.0)]
    NotUndoable {
        /// The change.
        change: ChangeId,
        /// Why.
        why: WhyNot,
    },
    /// A later change touched, or rests on, what was to be undone.
    #[error("changed later by {} {action:?}", change.0)]
    ChangedLater {
        /// The later change.
        change: ChangeId,
        /// Its action.
        action: String,
        /// Its time.
        at: Moment,
    },
    /// A paper's file is not there.
    #[error("paper file {sha256} is missing")]
    FileMissing {
        /// The SHA-256 under which it is kept.
        sha256: String,
    },
    /// A paper's file is not what it was.
    #[error("paper file {sha256} is damaged")]
    FileDamaged {
        /// The SHA-256 under which it is kept.
        sha256: String,
    },
    /// The file system refused something else.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A migration could not be carried out; the file is as before.
    #[error("migration: {0}")]
    Migration(String),
    /// A value could not be written as JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// Anything else that SQLite says.
    #[error(transparent)]
    Sql(rusqlite::Error),
}

impl Error {
    /// An error of the file system, about `path`.
    pub(crate) fn io(path: impl Into<PathBuf>, source: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match source.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Io { path: path.into(), source },
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let rusqlite::Error::SqliteFailure(code, message) = &error else { return Self::Sql(error) };
        let detail = message.clone().unwrap_or_else(|| code.to_string());
        match code.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::InUse,
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged { detail },
            ErrorCode::ConstraintViolation => constraint(code.extended_code, &detail),
            _ => Self::Sql(error),
        }
    }
}

/// Which constraint was violated, from SQLite's extended code and message.
fn constraint(code: i32, detail: &str) -> Error {
    let rest = detail.split_once("failed: ").map_or(detail, |(_, rest)| rest).to_owned();
    match code {
        rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE | rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY => {
            Error::Taken { columns: rest }
        }
        rusqlite::ffi::SQLITE_CONSTRAINT_TRIGGER if detail.contains(crate::log::OUTSIDE) => Error::OutsideChange,
        _ => Error::Refused { rule: rest },
    }
}

impl From<rusqlite_migration::Error> for Error {
    fn from(error: rusqlite_migration::Error) -> Self {
        match error {
            rusqlite_migration::Error::RusqliteError { query, err } => match Self::from(err) {
                Self::Sql(err) => Self::Migration(format!("{err} in {query}")),
                other => other,
            },
            other => Self::Migration(other.to_string()),
        }
    }
}
