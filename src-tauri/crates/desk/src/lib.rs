//! The desk at which somebody works: no council yet, or one that is open; its
//! long work, its finished documents, and the preferences of this computer.
//! The window and the tests' server put a [`Host`] under it and pass calls on.

mod desk;
mod host;

pub use desk::{Answer, Desk};
pub use host::{Event, Host};
