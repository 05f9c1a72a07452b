//! Acceptance tests: what crosses the crates' boundaries, and the rules of the
//! house. One file per subject.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod acceptance;
mod agendas;
mod answers;
mod bad_input;
mod cards;
mod contract;
mod day;
pub(crate) mod deliveries;
mod desk;
mod elections;
mod import;
mod issue_way;
mod letters;
mod mailing;
mod member_letters;
mod minutes;
mod notices;
mod paper_sets;
mod pay;
mod people_apart;
mod plain_words;
mod public;
mod public_shapes;
mod resting;
mod roster_changes;
mod rosters;
mod rules;
mod seat_kinds;
mod seating;
mod slips;
mod tidy;
mod window_cases;
mod window_council;
mod window_days;
mod window_issues;
mod window_leaving;
mod window_meetings;
mod window_members;
mod window_people;
mod window_round;
mod window_today;
mod window_year;
