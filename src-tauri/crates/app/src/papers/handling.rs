//! How a paper is handled: its edition's day, whether it is collected, who does not get it.

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use entaku_domain::Day;
use entaku_domain::id::{PaperId, PersonId};
use entaku_domain::paper::{Handling, Paper};
use entaku_domain::paper_fault::PaperFault;
use entaku_domain::text::check_note;
use entaku_domain::violation::Violation;
use entaku_store::Action;

/// A paper's handling as it shall be.
#[derive(Debug, Clone, Default)]
pub struct HandlePaper {
    /// The day of its present edition.
    pub revised_on: Option<Day>,
    /// What was changed.
    pub revision_note: Option<String>,
    /// Whether the present edition is handed out on the day.
    pub revised_on_the_day: bool,
    /// Whether it is collected after the meeting.
    pub collect: bool,
    /// Whether its copies are numbered.
    pub copy_numbers: bool,
    /// Members who do not get it.
    pub held_from: Vec<PersonId>,
    /// Whether its place is by its number again.
    pub by_number: bool,
}

impl App {
    /// Sets how a paper is handled (「資料の扱いの変更」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for the words of the note, and for
    /// numbered copies of what is not collected.
    pub fn handle_paper(&mut self, id: PaperId, ask: &HandlePaper) -> Result<Written<()>> {
        let old = self.known_paper(id)?;
        all_right([check_note("revision_note", ask.revision_note.as_deref().unwrap_or_default())])?;
        if ask.copy_numbers && !ask.collect {
            return Err(AppError::Rules(vec![Violation::Paper(PaperFault::NumbersWithoutCollecting)]));
        }
        let handling = Handling {
            position: old.handling.position.filter(|_| !ask.by_number),
            revised_on: ask.revised_on,
            revision_note: ask.revision_note.clone().filter(|n| !n.trim().is_empty()),
            revised_on_the_day: ask.revised_on_the_day,
            collect: ask.collect,
            copy_numbers: ask.copy_numbers,
            held_from: ask.held_from.clone(),
            file_changed_at: old.handling.file_changed_at.clone(),
            original: old.handling.original.clone(),
        };
        let meeting = self.known_meeting(old.meeting)?;
        let subject = self.about_item(&meeting, &format!("{}　{}", old.number, old.title))?;
        let new = Paper { handling, ..old };
        self.change(Action::new("set_paper_handling").about(subject), Vec::new(), |tx| Ok(tx.put_paper(&new)?))
    }
}
