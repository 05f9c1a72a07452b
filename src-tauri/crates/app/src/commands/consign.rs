//! Clerical work that somebody else does for the council.

use super::Nothing;
use crate::consign::{ConsignPage, MadePackage, TakePreview};
use crate::council::{App, Written};
use crate::error::Result;
use serde::Deserialize;
use std::path::Path;
use ts_rs::TS;

/// A folder.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IntoFolder {
    /// Where.
    pub folder: String,
}

/// A package that came back.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CameBack {
    /// The file.
    pub path: String,
}

/// What of a package is taken over.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeBack {
    /// The file.
    pub path: String,
    /// Keys of rows that both sides changed, and where what came back is taken.
    #[serde(default)]
    pub theirs: Vec<String>,
    /// Keys of rows that are not taken.
    #[serde(default)]
    pub leave: Vec<String>,
}

pub(super) fn consign_page(app: &App, _: Nothing) -> Result<ConsignPage> {
    app.consign_page()
}

pub(super) fn consign_back(app: &App, args: IntoFolder) -> Result<MadePackage> {
    app.consign_back(Path::new(&args.folder))
}

pub(super) fn consign_preview(app: &App, args: CameBack) -> Result<TakePreview> {
    app.consign_preview(Path::new(&args.path))
}

pub(super) fn consign_take(app: &mut App, args: TakeBack) -> Result<Written<u32>> {
    app.consign_take(Path::new(&args.path), &args.theirs, &args.leave)
}
