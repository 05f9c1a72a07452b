//! The nouns, one file each: reads on [`crate::Records`], writes on [`crate::Tx`].
//!
//! Every read may fail as SQLite may, and with [`crate::Error::Corrupt`] for a
//! value that the domain does not accept. Every write may fail as
//! [`crate::Store::change`] may, and with [`crate::Error::Taken`] or
//! [`crate::Error::Refused`] for a value that the schema does not; what is
//! removed must exist ([`crate::Error::NotFound`]), and nothing may refer to it
//! when the change ends.

mod address;
mod agenda;
mod agenda_template;
pub(crate) mod appointment;
mod attendance;
mod body;
pub(crate) mod chart_pin;
mod column_set;
mod consignment;
mod council;
mod day;
mod delivery;
mod distinct;
mod election;
mod evaluation;
mod flow;
mod gallery;
mod hearing;
mod issue;
mod issue_case;
mod issue_task;
mod issued;
mod leaving;
mod letter;
mod meeting;
mod meeting_rule;
mod minutes;
mod minutes_facts;
mod nomination;
mod notice;
mod office;
mod organization;
mod paper;
mod pay;
mod person;
mod plan;
mod plan_item;
mod proposal;
mod reply;
mod seat;
mod setting;
mod subcommittee_report;
mod substitute;
mod work_plan;
mod year_plan;

pub(crate) use search::{fill_search_keys, fold_search_keys};

pub(crate) mod search;
