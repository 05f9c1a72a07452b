//! Golden documents of the sample council: their text, their tag tree, and small
//! pictures of pages. `GOLDEN=write` writes what is found; look at it before
//! committing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod agendas;
mod day;
mod elections;
mod golden;
mod hostile;
mod issue_papers;
mod letters;
mod minutes;
mod notices;
mod packet;
mod papers;
mod people;
mod proposals;
mod single;
mod tools;
mod year_plan;
