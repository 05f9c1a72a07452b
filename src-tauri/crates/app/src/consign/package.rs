//! The package itself: a ZIP with the copy, the files of its papers and a manifest with counts
//! and hashes.

use super::{people_of, write_error};
use crate::error::{AppError, PackageFault, Result};
use entaku_documents::SourceFile;
use entaku_domain::Day;
use entaku_domain::id::{ConsignmentId, PersonId};
use entaku_store::{Access, FILE_NAME, Moment, Records, Scratch, Store, sha256};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;

/// How a package's name ends.
pub const ENDING: &str = ".entakupkg";
/// The manifest's name within it.
const MANIFEST: &str = "manifest.json";
/// The folder of papers' files within it.
const FILES: &str = "files/";
/// More is no council.
const MOST_BYTES: u64 = 2_000_000_000;
/// The form of packages that this program knows.
const FORM: u32 = 1;

/// What a package says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form.
    pub form: u32,
    /// Whether it goes back.
    pub back: bool,
    /// Which consignment it belongs to.
    pub consignment: String,
    /// The council's name.
    pub council: String,
    /// ISO day on which it was made.
    pub made_on: String,
    /// For whom.
    pub to: String,
    /// SHA-256 of the copy.
    pub database: String,
    /// How many records of each table.
    pub counts: BTreeMap<String, u32>,
    /// SHA-256 of the papers' files.
    pub files: Vec<String>,
}

impl Manifest {
    pub(super) fn out(id: ConsignmentId, council: &str, on: Day, to: &str) -> Self {
        Self { back: false, to: to.to_owned(), ..Self::back(id, council, on) }
    }

    pub(super) fn back(id: ConsignmentId, council: &str, on: Day) -> Self {
        Self {
            form: FORM,
            back: true,
            consignment: id.to_string(),
            council: council.to_owned(),
            made_on: on.to_string(),
            to: String::new(),
            database: String::new(),
            counts: BTreeMap::new(),
            files: Vec::new(),
        }
    }
}

/// A package that was made.
pub(super) struct Made {
    pub(super) manifest: Manifest,
    pub(super) database: Vec<u8>,
    pub(super) people: Vec<PersonId>,
    pub(super) bytes: Vec<u8>,
}

/// A package that was read, with everything checked.
pub(super) struct Opened {
    pub(super) manifest: Manifest,
    pub(super) database: Vec<u8>,
    pub(super) files: BTreeMap<String, Vec<u8>>,
}

/// A copy's bytes as a store of its own, brought up to date.
pub(super) fn as_store(scratch: &Scratch, name: &str, bytes: &[u8], at: Moment) -> Result<Store> {
    let folder = scratch.path().join(name);
    fs::create_dir_all(&folder).map_err(|source| write_error(&folder, source))?;
    save(&folder.join(FILE_NAME), bytes)?;
    Ok(Store::open(&folder, Access::ReadWrite, at)?)
}

/// Makes a package of what may leave.
pub(super) fn write(records: &Records, manifest: &Manifest, path: &Path, at: Moment) -> Result<Made> {
    let scratch = Scratch::new()?;
    let counts = records.write_carried(scratch.path(), manifest.back, at)?;
    let file = scratch.path().join(FILE_NAME);
    let database = fs::read(&file).map_err(|source| AppError::ReadFile { path: file.display().to_string(), source })?;
    let copy = Store::open(scratch.path(), Access::ReadOnly, at)?;
    let hashes: Vec<String> = copy.paper_hashes()?.into_iter().filter(|h| records.has_file(h)).collect();
    let manifest = Manifest {
        database: sha256(&database),
        counts: counts.into_iter().collect(),
        files: hashes.clone(),
        ..manifest.clone()
    };
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, bytes: &[u8]| -> std::result::Result<(), zip::result::ZipError> {
        zip.start_file(name, SimpleFileOptions::default())?;
        zip.write_all(bytes)?;
        Ok(())
    };
    let packed = |e: zip::result::ZipError| write_error(path, std::io::Error::other(e));
    let json = serde_json::to_vec_pretty(&manifest).map_err(|_| AppError::Internal)?;
    add(MANIFEST, &json).map_err(packed)?;
    add(FILE_NAME, &database).map_err(packed)?;
    for hash in &hashes {
        add(&format!("{FILES}{hash}"), &records.file(hash)?).map_err(packed)?;
    }
    let bytes = zip.finish().map_err(packed)?.into_inner();
    Ok(Made { people: people_of(&copy)?, manifest, database, bytes })
}

/// What a package would say.
pub(super) struct Contents {
    /// Each text with its table.
    pub(super) texts: Vec<(&'static str, String)>,
    /// The files of its papers.
    pub(super) files: Vec<SourceFile>,
}

/// Reads what a package would say, before it is made.
pub(super) fn contents(records: &Records, at: Moment) -> Result<Contents> {
    let scratch = Scratch::new()?;
    records.write_carried(scratch.path(), false, at)?;
    let copy = Store::open(scratch.path(), Access::ReadOnly, at)?;
    let there = copy.paper_names()?.into_iter().filter(|(hash, _)| records.has_file(hash));
    let read = |(hash, name): (String, String)| Ok(SourceFile { name, bytes: records.file(&hash)? });
    Ok(Contents { texts: copy.carried_texts()?, files: there.map(read).collect::<Result<_>>()? })
}

/// Writes beside the name, then renames.
pub(super) fn save(path: &Path, bytes: &[u8]) -> Result<()> {
    let half = path.with_extension("part");
    let written = fs::write(&half, bytes).and_then(|()| fs::rename(&half, path));
    written.map_err(|source| {
        // Best effort: the error that led here is the one to report.
        let _ = fs::remove_file(&half);
        write_error(path, source)
    })
}

/// Reads a package and checks every hash.
pub(super) fn read(path: &Path) -> Result<Opened> {
    let bytes = fs::read(path).map_err(|source| AppError::ReadFile { path: path.display().to_string(), source })?;
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let manifest: Manifest = serde_json::from_slice(&entry(&mut zip, MANIFEST)?).map_err(damaged)?;
    if manifest.form != FORM {
        return Err(damaged(format!("form {}", manifest.form)));
    }
    let database = entry(&mut zip, FILE_NAME)?;
    if sha256(&database) != manifest.database {
        return Err(damaged("the copy is not what the manifest says"));
    }
    let mut files = BTreeMap::new();
    for hash in &manifest.files {
        let bytes = entry(&mut zip, &format!("{FILES}{hash}"))?;
        if sha256(&bytes) != *hash {
            return Err(damaged("a paper is not what the manifest says"));
        }
        files.insert(hash.clone(), bytes);
    }
    Ok(Opened { manifest, database, files })
}

fn entry(zip: &mut zip::ZipArchive<Cursor<Vec<u8>>>, name: &str) -> Result<Vec<u8>> {
    let found = zip.by_name(name).map_err(damaged)?;
    let mut bytes = Vec::new();
    found.take(MOST_BYTES).read_to_end(&mut bytes).map_err(damaged)?;
    Ok(bytes)
}

fn damaged(why: impl std::fmt::Display) -> AppError {
    AppError::Package(PackageFault::Damaged(why.to_string()))
}
