//! The council's data in one SQLite file, `council.entaku`, with the papers'
//! files beside it. SQL lives here and nowhere else.
//!
//! Reading is open to everybody who holds a [`Store`] or a [`Tx`]: both are
//! [`Records`]. Writing goes through one door, [`Store::change`]: one named
//! operation in one transaction, logged row by row by triggers, so that
//! history, undo, redo and what a screen must reload are readings of one log.

mod change;
mod check;
mod consign;
mod dump;
mod error;
mod history;
mod join;
mod log;
mod migrations;
mod nouns;
mod open;
mod paper_files;
mod purge;
mod records;
mod row;
mod undo;

#[cfg(test)]
mod tests;

pub use change::{Action, Actor, ChangeId, Done, Moment, Tx};
pub use check::Fault;
pub use consign::{Clash, Incoming, Scratch, carried_tables};
pub use error::{Error, Result, WhyNot};
pub use history::{Change, ChangedRow, Undoable};
pub use nouns::appointment::AppointmentFilter;
pub use nouns::chart_pin::Pin;
pub use nouns::search::PaperTitle;
pub use open::{Access, FILE_NAME, Store};
pub use paper_files::hash as sha256;
pub use purge::{Mention, Purged};
pub use records::Records;
