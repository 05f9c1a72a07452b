//! The store, against a small council with a row in every table.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod changes;
mod consign;
mod consign_unique;
mod files;
mod issued;
mod letters;
mod migrations;
mod minutes;
mod notices;
mod nouns;
mod opening;
mod purge;
mod sample;
mod sample_day;
mod sample_elections;
mod sample_issues;
mod sample_meetings;
mod sample_minutes;
mod sample_plans;
mod sample_work_plan;
mod sample_year;
