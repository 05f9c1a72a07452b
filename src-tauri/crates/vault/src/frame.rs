//! The one line before what is encrypted: whose the file is, how long, and a sum over
//! all of it. It tells nothing of the content, and is checked before the passphrase.
//!
//! `entaku-cases 1 <vault> <bytes that follow> <SHA-256>` and a line feed.

use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The word with which a file begins.
const MAGIC: &str = "entaku-cases ";
/// The format that is written, and the newest that is read.
pub(crate) const FORMAT: u32 = 1;
/// The longest first line.
const LINE: usize = 200;
/// The most that is read: thousands of cases.
pub(crate) const MOST: u64 = 64 * 1024 * 1024;

/// Which vault it is: the council remembers its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VaultId(uuid::Uuid);

impl VaultId {
    /// A new one.
    pub fn fresh() -> Self {
        Self(uuid::Uuid::now_v7())
    }

    /// Reads what was written; none for what was not.
    pub fn parse(text: &str) -> Option<Self> {
        uuid::Uuid::parse_str(text).ok().map(Self)
    }
}

impl std::fmt::Display for VaultId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

/// A file's bytes around what is encrypted.
pub(crate) fn put_on(id: VaultId, sealed: &[u8]) -> Vec<u8> {
    let told = format!("{FORMAT} {id} {}", sealed.len());
    let mut file = format!("{MAGIC}{told} {}\n", sum(&told, sealed)).into_bytes();
    file.extend_from_slice(sealed);
    file
}

/// Takes the line off: whose it is, and what is encrypted.
///
/// # Errors
/// All that can be told without the passphrase.
pub(crate) fn take_off(file: &[u8]) -> Result<(VaultId, &[u8])> {
    let found = file.len() as u64;
    let begins = &file[..file.len().min(MAGIC.len())];
    if !MAGIC.as_bytes().starts_with(begins) {
        return Err(Error::NotAVault);
    }
    let line = file.iter().take(LINE).position(|b| *b == b'\n');
    let Some(end) = line else {
        return Err(if file.len() < LINE { Error::CutOff { found, wanted: 0 } } else { Error::Damaged });
    };
    let (told, noted) = std::str::from_utf8(&file[MAGIC.len()..end])
        .ok()
        .and_then(|line| line.rsplit_once(' '))
        .ok_or(Error::Damaged)?;
    let sealed = &file[end + 1..];
    let [format, id, length] = told.split(' ').collect::<Vec<_>>()[..] else { return Err(Error::Damaged) };
    let length: u64 = length.parse().map_err(|_| Error::Damaged)?;
    if (sealed.len() as u64) < length && length <= MOST {
        return Err(Error::CutOff { found, wanted: length.saturating_add(end as u64 + 1) });
    }
    if sum(told, sealed) != noted {
        return Err(Error::Damaged);
    }
    // Sound as it is, so a format that is not known is one of a later version.
    let format: u32 = format.parse().map_err(|_| Error::Damaged)?;
    if format > FORMAT {
        return Err(Error::Newer(format));
    }
    Ok((VaultId::parse(id).ok_or(Error::Damaged)?, sealed))
}

fn sum(told: &str, sealed: &[u8]) -> String {
    let mut digest = Sha256::new();
    digest.update(told.as_bytes());
    digest.update([b'\n']);
    digest.update(sealed);
    digest.finalize().iter().map(|b| format!("{b:02x}")).collect()
}
