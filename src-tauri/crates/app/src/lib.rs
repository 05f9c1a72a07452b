//! The application without a window: the use cases that the window, the command
//! line and the tests call. A use case reads from the store, asks the rules,
//! makes a document's input and hands it on; it opens one change to write.

pub mod addresses;
pub mod agenda;
pub mod answers;
pub mod appointments;
pub mod attendance;
pub mod bodies;
pub mod cards;
pub mod chart;
pub mod column_sets;
pub mod commands;
mod council;
pub mod deliveries;
pub mod elections;
mod error;
pub mod files;
pub mod flows;
pub mod founding;
pub mod history;
pub mod import;
pub mod issued;
pub mod issues;
pub mod leaving;
pub mod letters;
pub mod lists;
pub mod meetings;
pub mod members;
pub mod minutes;
pub mod notices;
pub mod organizations;
pub mod packet;
pub mod papers;
pub mod people;
pub mod pins;
pub mod printing;
pub mod proposals;
pub mod publication;
pub mod representatives;
pub mod roster;
pub mod round;
pub mod sample;
pub mod search;
pub mod seating;
pub mod seats;
mod snapshot;
pub mod substitutes;
mod terms;
pub mod text;
pub mod today;
mod typescript;
pub mod year_plan;

pub use council::{App, Clock, Written};
pub use error::{AppError, Finding, Result, WireError};
pub use snapshot::{Addressee, Sitting, Snapshot};
pub use typescript::{Contract, name_clashes, typescript, typescript_with};
