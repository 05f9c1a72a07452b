//! press.

pub mod foreign;
