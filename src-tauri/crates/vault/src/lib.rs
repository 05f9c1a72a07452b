//! Cases apart (個別事例の別保管): one encrypted file beside the council's data, with a
//! passphrase of its own. What a case holds is nowhere else: the council's data know
//! its number. Encryption is age's with a passphrase (scrypt); around it is one line
//! that tells a file that is cut off, damaged, newer or another council's from one
//! whose passphrase is wrong.

mod case;
mod content;
mod copies;
mod error;
mod frame;
mod place;
mod seal;
mod vault;
mod words;

pub use case::{Case, Confirmation, Facts};
pub use content::{Content, DEFAULT_MINUTES, DEFAULT_YEARS, MOST_YEARS, Release};
pub use copies::{Copy, CopyKind};
pub use error::{Error, Result};
pub use frame::VaultId;
pub use place::{FILE_NAME, Place};
pub use seal::{OFFICE, Passphrase, SHORTEST, Strength};
pub use vault::{Mode, Vault};
pub use words::Mark;

#[cfg(test)]
mod tests;
