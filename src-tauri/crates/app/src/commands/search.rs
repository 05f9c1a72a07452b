//! The search behind Ctrl+K.

use crate::council::App;
use crate::error::Result;
use crate::search::SearchAnswer;
use serde::Deserialize;
use ts_rs::TS;

/// What to look for.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SearchFor {
    /// As typed.
    pub text: String,
}

pub(super) fn search(app: &App, args: SearchFor) -> Result<SearchAnswer> {
    app.search(&args.text)
}
