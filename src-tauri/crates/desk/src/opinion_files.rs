//! Files that come with written opinions: taken in with what is typed, and shown again.

use crate::desk::Desk;
use crate::documents::Saved;
use entaku_app::commands::{Done, OpinionForm, done};
use entaku_app::{AppError, WireError};
use entaku_documents::SourceFile;
use entaku_domain::id::OpinionId;
use serde::Deserialize;
use ts_rs::TS;

/// A written opinion with its file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewOpinionFile {
    /// What is typed of it; the text may be empty.
    pub opinion: OpinionForm,
    /// The file's name.
    pub name: String,
    /// Why words of the cases that are found in it may stay.
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

/// An opinion that has a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichOpinionFile {
    /// The opinion's identifier.
    pub opinion: String,
    /// Why words of the cases that are found in the file may leave.
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

impl Desk {
    /// Records a written opinion with the file in which it came.
    pub(crate) fn set_opinion_file(&self, ask: NewOpinionFile, file: Vec<u8>) -> Result<Done<String>, WireError> {
        let (meeting, new) = ask.opinion.read()?;
        let file = SourceFile { name: ask.name, bytes: file };
        self.look_into_file(&file, "", ask.reason.as_deref())?;
        let mut table = self.table();
        let open = table.open.as_mut().ok_or(AppError::NoCouncilOpen)?;
        Ok(done(open.app.set_opinion(meeting, &new, Some(&file))?.map(|id| id.to_string())))
    }

    /// Hands a copy of an opinion's file to the system's own program for it.
    pub(crate) fn open_opinion_file(&self, ask: WhichOpinionFile) -> Result<Saved, WireError> {
        let id = OpinionId::parse(&ask.opinion).map_err(|e| AppError::UnknownRecord(e.0))?;
        let (name, bytes, turn) = {
            let table = self.table();
            let open = table.open.as_ref().ok_or(AppError::NoCouncilOpen)?;
            let (name, bytes) = open.app.opinion_file(id)?;
            (name, bytes, table.turn)
        };
        let file = SourceFile { name, bytes };
        self.look_into_file(&file, "", ask.reason.as_deref())?;
        let path = self.put_among_prints(&entaku_app::files::safe_name(&file.name), &file.bytes, turn)?;
        self.hand_over(&path)?;
        Ok(Saved { path: path.display().to_string(), notices: Vec::new() })
    }
}
