//! Papers' files, kept by the SHA-256 of their bytes: nothing is overwritten,
//! and a file that is no longer what it was is noticed when it is read.

use crate::error::{Error, Result};
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

/// Bytes copied at a time.
const CHUNK: usize = 1 << 16;

/// Where papers' files are kept.
#[derive(Debug)]
pub(crate) enum PaperFiles {
    /// A folder beside the database.
    Folder(PathBuf),
    /// In memory.
    Memory(RefCell<BTreeMap<String, Vec<u8>>>),
}

impl PaperFiles {
    pub(crate) fn in_memory() -> Self {
        Self::Memory(RefCell::default())
    }

    /// Keeps a file and answers its hash.
    pub(crate) fn keep(&self, content: &mut dyn Read) -> Result<String> {
        match self {
            Self::Folder(folder) => keep_in(folder, content),
            Self::Memory(files) => {
                let mut bytes = Vec::new();
                content.read_to_end(&mut bytes).map_err(|e| Error::Io { path: PathBuf::new(), source: e })?;
                let name = hash(&bytes);
                files.borrow_mut().insert(name.clone(), bytes);
                Ok(name)
            }
        }
    }

    /// Whether a file of that name is there.
    pub(crate) fn has(&self, sha256: &str) -> bool {
        is_hash(sha256)
            && match self {
                Self::Memory(files) => files.borrow().contains_key(sha256),
                Self::Folder(folder) => folder.join(sha256).is_file(),
            }
    }

    /// Reads a file and checks it.
    pub(crate) fn read(&self, sha256: &str) -> Result<Vec<u8>> {
        let missing = || Error::FileMissing { sha256: sha256.to_owned() };
        if !is_hash(sha256) {
            return Err(missing());
        }
        let bytes = match self {
            Self::Memory(files) => files.borrow().get(sha256).cloned().ok_or_else(missing)?,
            Self::Folder(folder) => {
                let path = folder.join(sha256);
                fs::read(&path).map_err(|e| match e.kind() {
                    ErrorKind::NotFound => missing(),
                    _ => Error::io(path, e),
                })?
            }
        };
        if hash(&bytes) == sha256 { Ok(bytes) } else { Err(Error::FileDamaged { sha256: sha256.to_owned() }) }
    }

    /// Takes a file away; one that is not there is no error.
    pub(crate) fn forget(&self, sha256: &str) -> Result<()> {
        if !is_hash(sha256) {
            return Ok(());
        }
        match self {
            Self::Memory(files) => {
                files.borrow_mut().remove(sha256);
                Ok(())
            }
            Self::Folder(folder) => {
                let path = folder.join(sha256);
                match fs::remove_file(&path) {
                    Err(e) if e.kind() != ErrorKind::NotFound => Err(Error::io(path, e)),
                    _ => Ok(()),
                }
            }
        }
    }
}

/// Whether a text can be the name of a kept file: nothing else is looked up in the folder.
fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// The SHA-256 of some bytes, in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    hex(Sha256::digest(bytes).as_slice())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// Copies into a temporary file, then renames: a half-written file never has a hash for a name.
fn keep_in(folder: &Path, content: &mut dyn Read) -> Result<String> {
    fs::create_dir_all(folder).map_err(|e| Error::io(folder, e))?;
    let (temporary, mut file) = new_temporary(folder)?;
    let copied = copy(content, &mut file, &temporary).and_then(|name| {
        file.sync_all().map_err(|e| Error::io(&temporary, e))?;
        Ok(name)
    });
    drop(file);
    let kept = copied.and_then(|name| place(&temporary, &folder.join(&name), &name).map(|()| name));
    if kept.is_err() {
        // The first error is the one to report; what is left over is only a stray temporary file.
        let _ = fs::remove_file(&temporary);
    }
    kept
}

/// Gives a temporary file its name. A sound file of that name stays as it is:
/// another program may have it open. A damaged one is replaced.
fn place(temporary: &Path, target: &Path, name: &str) -> Result<()> {
    if fs::read(target).is_ok_and(|bytes| hash(&bytes) == name) {
        return fs::remove_file(temporary).map_err(|e| Error::io(temporary, e));
    }
    fs::rename(temporary, target).map_err(|e| Error::io(target, e))
}

/// A file that nobody else is writing.
fn new_temporary(folder: &Path) -> Result<(PathBuf, fs::File)> {
    let mut number = 0_u32;
    loop {
        let path = folder.join(format!("new-{number}.part"));
        match fs::File::create_new(&path) {
            Ok(file) => return Ok((path, file)),
            Err(e) if e.kind() == ErrorKind::AlreadyExists && number < 1000 => number += 1,
            Err(e) => return Err(Error::io(path, e)),
        }
    }
}

fn copy(content: &mut dyn Read, file: &mut fs::File, path: &Path) -> Result<String> {
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; CHUNK];
    loop {
        let count = content.read(&mut buffer).map_err(|e| Error::Io { path: path.to_owned(), source: e })?;
        let Some(part) = buffer.get(..count).filter(|p| !p.is_empty()) else { break };
        hasher.update(part);
        file.write_all(part).map_err(|e| Error::io(path, e))?;
    }
    Ok(hex(hasher.finalize().as_slice()))
}
