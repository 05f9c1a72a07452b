//! The check on demand: is the file sound, and is every file that is kept there?

use crate::error::{Error, Result};
use crate::log;
use crate::records::Records;
use entaku_domain::id::{IssuedId, OpinionId, PaperId};
use entaku_domain::issued::Issued;
use entaku_domain::paper::{Paper, PaperContent};
use entaku_domain::reply::Opinion;

/// Something wrong that the check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The database file itself, in SQLite's words.
    Database(String),
    /// A row refers to one that does not exist.
    Reference {
        /// The referring table.
        table: String,
        /// The referring row's identifier.
        row: String,
        /// The table referred to.
        parent: String,
    },
    /// A paper's file is not there.
    FileMissing {
        /// The paper.
        paper: PaperId,
        /// The file's name as it came.
        name: String,
    },
    /// A paper's file is not what it was.
    FileDamaged {
        /// The paper.
        paper: PaperId,
        /// The file's name as it came.
        name: String,
    },
    /// The file of a written opinion is not there.
    OpinionMissing {
        /// The opinion.
        opinion: OpinionId,
        /// The file's name as it came.
        name: String,
    },
    /// The file of a written opinion is not what it was.
    OpinionDamaged {
        /// The opinion.
        opinion: OpinionId,
        /// The file's name as it came.
        name: String,
    },
    /// What is kept of an issued document is not there.
    IssuedMissing {
        /// Its line in the ledger.
        issued: IssuedId,
        /// The file's name.
        name: String,
    },
    /// What is kept of an issued document is not what it was.
    IssuedDamaged {
        /// Its line in the ledger.
        issued: IssuedId,
        /// The file's name.
        name: String,
    },
}

impl Records {
    /// Checks the database, its references and every file that is kept; empty when
    /// all is well. Reads everything, so it takes its time.
    ///
    /// # Errors
    /// When the check itself cannot be carried out.
    pub fn integrity_check(&self) -> Result<Vec<Fault>> {
        let mut found: Vec<Fault> = self.database_faults()?.into_iter().map(Fault::Database).collect();
        if !found.is_empty() {
            return Ok(found);
        }
        for broken in log::broken_references(&self.db)? {
            if let Error::BrokenReference { table, row, parent } = broken {
                found.push(Fault::Reference { table, row, parent });
            }
        }
        for paper in self.list::<Paper>("order by id", [])? {
            found.extend(self.file_fault(&paper)?);
        }
        for opinion in self.list::<Opinion>("where file is not null order by id", [])? {
            found.extend(self.opinion_fault(&opinion)?);
        }
        for document in self.list::<Issued>("where kept = 1 order by id", [])? {
            found.extend(self.issued_fault(&document)?);
        }
        Ok(found)
    }

    fn database_faults(&self) -> Result<Vec<String>> {
        let lines: Result<Vec<String>> = self
            .db
            .prepare("pragma integrity_check")
            .and_then(|mut s| s.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>())
            .map_err(Error::from);
        match lines {
            Ok(lines) => Ok(lines.into_iter().filter(|line| line != "ok").collect()),
            Err(Error::Damaged { detail }) => Ok(vec![detail]),
            Err(other) => Err(other),
        }
    }

    fn file_fault(&self, paper: &Paper) -> Result<Option<Fault>> {
        let PaperContent::File { sha256, name } = &paper.content else { return Ok(None) };
        match self.file(sha256) {
            Ok(_) => Ok(None),
            Err(Error::FileMissing { .. }) => Ok(Some(Fault::FileMissing { paper: paper.id, name: name.clone() })),
            Err(Error::FileDamaged { .. }) => Ok(Some(Fault::FileDamaged { paper: paper.id, name: name.clone() })),
            Err(other) => Err(other),
        }
    }

    fn opinion_fault(&self, opinion: &Opinion) -> Result<Option<Fault>> {
        let Some((sha256, name)) = opinion.file.as_ref().zip(opinion.file_name.clone()) else { return Ok(None) };
        match self.file(sha256) {
            Ok(_) => Ok(None),
            Err(Error::FileMissing { .. }) => Ok(Some(Fault::OpinionMissing { opinion: opinion.id, name })),
            Err(Error::FileDamaged { .. }) => Ok(Some(Fault::OpinionDamaged { opinion: opinion.id, name })),
            Err(other) => Err(other),
        }
    }

    fn issued_fault(&self, document: &Issued) -> Result<Option<Fault>> {
        let (issued, name) = (document.id, document.name.clone());
        match self.file(&document.sha256) {
            Ok(_) => Ok(None),
            Err(Error::FileMissing { .. }) => Ok(Some(Fault::IssuedMissing { issued, name })),
            Err(Error::FileDamaged { .. }) => Ok(Some(Fault::IssuedDamaged { issued, name })),
            Err(other) => Err(other),
        }
    }
}
