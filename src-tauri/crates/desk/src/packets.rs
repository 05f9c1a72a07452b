//! The sets for a meeting's recipients, made into one folder that the user chooses.

use crate::cases::{Cleared, stopped};
use crate::desk::Desk;
use crate::issued::Leaves;
use crate::text;
use entaku_app::printing::{Document, Finished, Format};
use entaku_app::{AppError, WireError, files};
use entaku_documents::PrintError;
use entaku_domain::id::MeetingId;
use entaku_sheets::Fallback;
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

/// The sets for a meeting's recipients.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SavePackets {
    /// A name for the work, for its progress and to give it up.
    pub job: String,
    /// The meeting's identifier.
    pub meeting: String,
    /// Whether each member gets a set with their name.
    pub named: bool,
    /// 「個人が分からないことを確かめました」.
    pub confirmed: bool,
    /// Why words of the cases that are found in a set may leave.
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

/// Files in a folder.
#[derive(Debug, Serialize, TS)]
pub struct SavedPackets {
    /// The folder.
    pub folder: String,
    /// The files' names.
    pub files: Vec<String>,
    /// What was noticed on the way.
    pub notices: Vec<String>,
}

impl Desk {
    /// Makes the sets for a meeting's recipients into a folder that the user chooses, with the
    /// plan of how many copies of what; none when they cancel. Long.
    pub(crate) fn save_packets(&self, ask: SavePackets) -> Result<Option<SavedPackets>, WireError> {
        let (wanted, turn) = {
            let table = self.table();
            let app = &table.open.as_ref().ok_or(AppError::NoCouncilOpen)?.app;
            let meeting = MeetingId::parse(&ask.meeting).map_err(|e| AppError::UnknownMeeting(e.0))?;
            (app.recipient_documents(meeting, ask.named, ask.confirmed)?, table.turn)
        };
        let plan = Document::PacketPlan { meeting: ask.meeting.clone(), named: Some(ask.named) };
        let all = std::iter::once((plan, false, false)).chain(wanted.into_iter().map(|w| (w.document, w.text, true)));
        let all: Vec<_> = all.collect();
        if ask.reason.is_none() && self.can_look()? {
            // All are looked at before the first is written.
            self.look_at_packets(&ask.job, &all)?;
        }
        let Some(folder) = self.host().choose_folder(text::PACKETS_FOLDER) else { return Ok(None) };
        let watched = self.watched(&ask.job);
        let mut saved = SavedPackets { folder: folder.display().to_string(), files: Vec::new(), notices: Vec::new() };
        for (at, (document, with_text, leaves)) in all.iter().enumerate() {
            if watched.tell(self, at, all.len()).is_break() {
                return Err(AppError::Print(PrintError::Cancelled).into());
            }
            let finished = self.clear(self.print_here(document)?, ask.reason.as_deref())?;
            let forms: &[Format] = if *with_text { &[Format::Pdf, Format::Txt] } else { &[Format::Pdf] };
            for form in forms {
                self.put_packet(&finished, *form, *leaves, &folder, turn, &mut saved)?;
            }
            saved.notices.extend(finished.notices.iter().cloned());
        }
        watched.end(self);
        saved.notices.sort();
        saved.notices.dedup();
        Ok(Some(saved))
    }

    /// Prints each set to look at it; what is found in any of them stops them all.
    fn look_at_packets(&self, job: &str, all: &[(Document, bool, bool)]) -> Result<(), WireError> {
        let watched = self.watched(job);
        let mut found = Vec::new();
        for (at, (document, _, _)) in all.iter().enumerate() {
            if watched.tell(self, at, all.len()).is_break() {
                return Err(AppError::Print(PrintError::Cancelled).into());
            }
            found.extend(self.found_in(&self.print_here(document)?)?);
        }
        watched.end(self);
        stopped(found)
    }

    /// Reads with the council, prints without it.
    fn print_here(&self, document: &Document) -> Result<Finished, WireError> {
        let ready = self.table().open.as_ref().ok_or(AppError::NoCouncilOpen)?.app.document(document)?;
        Ok(ready.print(self.printer(), &mut entaku_documents::go_on)?)
    }

    fn put_packet(
        &self,
        finished: &Cleared<Finished>,
        form: Format,
        leaves: bool,
        folder: &Path,
        turn: u64,
        saved: &mut SavedPackets,
    ) -> Result<(), WireError> {
        let made = finished.export(form, Fallback::Refuse)?;
        let path = folder.join(&made.name);
        files::write(&path, &made.bytes)?;
        saved.files.push(made.name.clone());
        if leaves && form == Format::Pdf {
            saved.notices.extend(self.issued(&Leaves::finished(finished, &made, form), Some(&path), turn).notices);
        }
        Ok(())
    }
}
