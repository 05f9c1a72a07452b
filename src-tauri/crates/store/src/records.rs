//! What a council's file holds, to be read.

use crate::error::{Error, Result};
use crate::paper_files::PaperFiles;
use crate::row::{Cells, Row};
use rusqlite::{Connection, Params};

/// The council's records. A [`crate::Store`] and a [`crate::Tx`] both are records;
/// a transaction sees its own writes. Lists come in the office's order; a
/// single record that does not exist is `None`.
#[derive(Debug)]
pub struct Records {
    pub(crate) db: Connection,
    pub(crate) files: PaperFiles,
}

impl Records {
    /// The bytes of a paper's file.
    ///
    /// # Errors
    /// [`Error::FileMissing`], [`Error::FileDamaged`] when its bytes no longer
    /// have this hash, or those of the file system.
    pub fn file(&self, sha256: &str) -> Result<Vec<u8>> {
        self.files.read(sha256)
    }

    /// Whether a paper's file is there; its bytes are not looked at.
    pub fn has_file(&self, sha256: &str) -> bool {
        self.files.has(sha256)
    }

    /// All rows that `tail` (where, order by, limit) selects.
    pub(crate) fn list<R: Row>(&self, tail: &str, params: impl Params) -> Result<Vec<R>> {
        let sql = format!("select {} from {} {tail}", R::COLUMNS.join(", "), R::TABLE);
        let mut statement = self.db.prepare_cached(&sql)?;
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(R::read(&mut Cells::new(row, R::TABLE, R::COLUMNS))?);
        }
        Ok(found)
    }

    /// The first row that `tail` selects.
    pub(crate) fn find<R: Row>(&self, tail: &str, params: impl Params) -> Result<Option<R>> {
        Ok(self.list(&format!("{tail} limit 1"), params)?.pop())
    }

    /// The row with an identifier.
    pub(crate) fn get<R: Row>(&self, id: impl std::fmt::Display) -> Result<Option<R>> {
        self.find("where id = ?1", [id.to_string()])
    }
}

/// The version of a database, as its migrations number it.
pub(crate) fn version(db: &Connection) -> Result<usize> {
    let found: i64 = db.query_row("pragma user_version", [], |r| r.get(0))?;
    usize::try_from(found).map_err(|_| Error::Damaged { detail: format!("version {found}") })
}
