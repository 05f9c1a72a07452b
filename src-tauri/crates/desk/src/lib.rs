//! The desk at which somebody works: no council yet, or one that is open; its
//! long work, its finished documents, and the preferences of this computer.
//! The window and the tests' server put a [`Host`] under it and pass calls on.

mod backups;
mod commands;
mod desk;
mod folder;
mod home;
mod host;
mod in_use;
mod log;
mod network;
mod open;
mod panics;
mod preferences;
mod safety;
mod text;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests;

pub use backups::{Backup, Why};
pub use commands::{NAMES, typescript};
pub use desk::{Answer, Desk};
pub use folder::{Trouble, Way};
pub use home::Home;
pub use host::{Event, Host};
pub use open::{Council, Start, State};
pub use preferences::Recent;
pub use safety::Safety;
