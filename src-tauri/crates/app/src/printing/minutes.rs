//! What is printed of a meeting's minutes: editions, outline, the letter with the draft, an extract.

use super::ask::Document;
use super::edition;
use super::ready::Ready;
use crate::commands::minutes::entry;
use crate::council::App;
use crate::error::{AppError, Result};
use crate::text::{minutes as words, printing};
use entaku_documents::{Job, Minutes};
use entaku_domain::id::MeetingId;

/// Whether a document is one of a meeting's minutes.
pub(super) const fn is_of(ask: &Document) -> bool {
    matches!(
        ask,
        Document::Minutes { .. }
            | Document::MinutesOutline { .. }
            | Document::MinutesLetters { .. }
            | Document::DecisionExtract { .. }
    )
}

impl App {
    pub(super) fn minutes_documents(&self, ask: &Document) -> Result<Ready> {
        match ask {
            Document::Minutes { meeting, audience, confirmed } => {
                let edition = edition(*audience, *confirmed);
                let (minutes, lacks) = self.minutes_document(id(meeting)?, edition)?;
                let ready = ready(minutes, words::MINUTES, printing::edition(edition.audience));
                Ok(lacks.iter().fold(ready, |ready, lack| ready.noticing(lack)))
            }
            Document::MinutesOutline { meeting, audience, confirmed } => {
                let edition = edition(*audience, *confirmed);
                let outline = self.minutes_outline(id(meeting)?, edition)?;
                Ok(ready(outline, words::OUTLINE, printing::edition(edition.audience)))
            }
            Document::MinutesLetters { meeting, on } => {
                let letters = self.minutes_letters(id(meeting)?, self.day_or_today(on.as_deref())?)?;
                let (name, text) = (letters.title.replace('　', "_"), letters.text());
                Ok(Ready::of(name, Job::Letters(letters.clone()), text).with_letters(letters))
            }
            Document::DecisionExtract { decision, on } => {
                let extract = self.decision_extract(entry(decision)?, self.day_or_today(on.as_deref())?)?;
                Ok(ready(extract, words::EXTRACT, ""))
            }
            other => Err(AppError::BadRequest(format!("{} is no minutes", other.kind()))),
        }
    }
}

fn ready(minutes: Minutes, what: &str, edition: &str) -> Ready {
    let (name, text) = (words::file(&minutes.meeting, what, edition), minutes.text());
    Ready::of(name, Job::Minutes(minutes.clone()), text).with_minutes(minutes)
}

fn id(meeting: &str) -> Result<MeetingId> {
    MeetingId::parse(meeting).map_err(|e| AppError::UnknownMeeting(e.0))
}
