//! A vault that is open: its content in memory, the passphrase to write it again, and
//! the lock that keeps others from writing meanwhile. All of it is wiped when dropped.

use crate::content::Content;
use crate::error::{Error, Result};
use crate::frame::{self, VaultId};
use crate::place::{self, LOCK, Place};
use crate::seal::{self, Passphrase, Strength};
use entaku_domain::Day;
use entaku_domain::case::CaseNumber;
use std::fs::{File, OpenOptions, TryLockError};
use zeroize::Zeroizing;

/// How a vault is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// For reading only; others may have it open.
    Read,
    /// For writing; nobody else may.
    Write,
}

/// An open vault.
pub struct Vault {
    place: Place,
    content: Content,
    passphrase: Passphrase,
    strength: Strength,
    mode: Mode,
    /// Held, not read: it ends with the file.
    _lock: Option<File>,
}

impl Vault {
    /// Begins an empty vault and leaves it open.
    ///
    /// # Errors
    /// [`Error::Exists`]; [`Error::InUse`]; those of the file system.
    pub fn create(place: Place, passphrase: Passphrase, strength: Strength) -> Result<Self> {
        let lock = lock(&place)?;
        if place.is_taken() {
            return Err(Error::Exists);
        }
        let content = Content::new(VaultId::fresh());
        let vault = Self { place, content, passphrase, strength, mode: Mode::Write, _lock: lock };
        vault.write()?;
        Ok(vault)
    }

    /// Opens a vault; `own` is the one that the council remembers.
    ///
    /// # Errors
    /// Each of [`Error`] that tells what is wrong with the file; it is not touched.
    pub fn open(
        place: Place,
        passphrase: Passphrase,
        own: Option<VaultId>,
        mode: Mode,
        strength: Strength,
    ) -> Result<Self> {
        let lock = if mode == Mode::Write { lock(&place)? } else { None };
        let bytes = place.read()?;
        let (id, sealed) = frame::take_off(&bytes)?;
        if own.is_some_and(|own| own != id) {
            return Err(Error::OfAnother);
        }
        let plain = seal::unseal(sealed, &passphrase)?;
        let content: Content = serde_json::from_slice(&plain).map_err(|_| Error::Damaged)?;
        if content.id != id {
            return Err(Error::Damaged);
        }
        Ok(Self { place, content, passphrase, strength, mode, _lock: lock })
    }

    /// Which vault it is.
    pub const fn id(&self) -> VaultId {
        self.content.id
    }

    /// Its content.
    pub const fn content(&self) -> &Content {
        &self.content
    }

    /// Whether it can be written.
    pub fn is_writable(&self) -> bool {
        self.mode == Mode::Write
    }

    /// Changes the content and writes it; where that fails, the content is as before.
    ///
    /// # Errors
    /// [`Error::ReadOnly`]; those of `change` and of the file system.
    pub fn change<T>(&mut self, change: impl FnOnce(&mut Content) -> Result<T>) -> Result<T> {
        if !self.is_writable() {
            return Err(Error::ReadOnly);
        }
        let before = self.plain()?;
        let outcome = change(&mut self.content).and_then(|out| self.write().map(|()| out));
        if outcome.is_err() {
            // It was serialised from the same type a moment ago.
            self.content = serde_json::from_slice(&before).map_err(|_| Error::Damaged)?;
        }
        outcome
    }

    /// Destroys a case for good: in the file, in the state before it and in the days'
    /// copies, which are taken off the disk.
    ///
    /// # Errors
    /// [`Error::NoCase`], [`Error::Destroyed`], [`Error::ReadOnly`]; those of the file system.
    pub fn destroy(&mut self, number: CaseNumber, on: Day) -> Result<()> {
        self.change(|content| content.destroy(number, on))?;
        self.place.forget_copies()
    }

    /// Takes another passphrase. Copies that the old one opens are taken off the disk.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] where `old` does not open the file; [`Error::ReadOnly`];
    /// those of the file system.
    pub fn change_passphrase(&mut self, old: &Passphrase, new: Passphrase) -> Result<()> {
        if !self.is_writable() {
            return Err(Error::ReadOnly);
        }
        seal::unseal(frame::take_off(&self.place.read()?)?.1, old)?;
        let before = std::mem::replace(&mut self.passphrase, new);
        if let Err(error) = self.write() {
            self.passphrase = before;
            return Err(error);
        }
        self.place.forget_copies()
    }

    fn plain(&self) -> Result<Zeroizing<Vec<u8>>> {
        serde_json::to_vec(&self.content).map(Zeroizing::new).map_err(|_| Error::Damaged)
    }

    fn write(&self) -> Result<()> {
        let sealed = seal::seal(&self.plain()?, &self.passphrase, self.strength)?;
        let bytes = frame::put_on(self.content.id, &sealed);
        if bytes.len() as u64 > frame::MOST {
            return Err(Error::TooLarge(bytes.len() as u64));
        }
        self.place.write(&bytes)
    }
}

/// Neither content nor passphrase is ever printed.
impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Vault({})", self.content.id)
    }
}

/// The lock, held by the system: it is gone with the program that held it.
fn lock(place: &Place) -> Result<Option<File>> {
    let Some(folder) = place.folder() else { return Ok(None) };
    let path = folder.join(LOCK);
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
    let file = file.map_err(|source| Error::Io { path, source })?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Err(Error::InUse),
        // A file system without locks: the council's own lock says so already.
        Err(TryLockError::Error(_)) => Ok(None),
        Ok(()) => Ok(Some(file)),
    }
}

/// What is read of a file without its passphrase.
impl Place {
    /// Which vault lies here, where its file is sound.
    ///
    /// # Errors
    /// Each of [`Error`] that can be told without the passphrase.
    pub fn look(&self) -> Result<VaultId> {
        Ok(frame::take_off(&self.read()?)?.0)
    }

    /// Whether another window has the vault open for writing.
    pub fn is_in_use(&self) -> bool {
        self.folder().is_some_and(|folder| folder.join(place::LOCK).exists()) && matches!(lock(self), Err(Error::InUse))
    }
}
