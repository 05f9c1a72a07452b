//! The council's nouns and rules: pure values in, pure values out.
//!
//! Nothing here reads a clock, a file or a database, and nothing here speaks to
//! a user: a rule answers with data (a date, a [`violation::Violation`], a
//! [`term::Derivation`]) that `app` puts into words. The rules are numbered V1–V28
//! after the office's list of rules in `docs/rules.md`.

#[macro_use]
mod coded;

pub mod address;
pub mod agenda;
pub mod agenda_template;
pub mod appointment;
pub mod body;
pub mod body_fault;
mod budget;
pub mod calendar;
pub mod case;
pub mod case_guard;
pub mod case_words;
pub mod consignment;
pub mod convocation;
pub mod council;
pub mod day;
pub mod day_fault;
pub mod delivery;
pub mod election;
pub mod election_fault;
pub mod era;
pub mod evaluation;
pub mod find;
pub mod flow;
pub mod gallery;
pub mod handover;
pub mod hearing;
pub mod holidays;
pub mod id;
pub mod import;
pub mod issue;
pub mod issued;
pub mod lay_out;
pub mod lead;
pub mod leaving;
pub mod letter;
pub mod meeting;
pub mod meeting_fault;
pub mod meeting_rule;
pub mod meeting_year;
pub mod milestone;
pub mod minutes;
pub mod minutes_fault;
pub mod need;
pub mod notice_fault;
pub mod office;
pub mod paper;
pub mod paper_fault;
pub mod paper_set;
pub mod paper_style;
pub mod pay;
pub mod person;
pub mod person_fault;
pub mod plan;
pub mod plan_fault;
pub mod proposal;
pub mod quorum;
pub mod quorum_course;
pub mod reply;
pub mod resolution;
pub mod roster;
pub mod round;
pub mod scenario;
pub mod seat;
pub mod selection;
pub mod series;
pub mod service;
mod severity;
pub mod short_name;
pub mod small_cells;
pub mod spelling;
pub mod substitute;
pub mod term;
pub mod text;
pub mod time_plan;
pub mod transcript;
pub mod violation;
pub mod work_plan;
pub mod year;

pub use chrono::NaiveDate as Day;
pub use coded::{Certainty, UnknownCode};
pub use year::FiscalYear;
