//! What is printed for the day of a meeting, and what comes of it.

use super::ask::Document;
use super::ready::Ready;
use crate::council::App;
use crate::day::reception::ReceptionOptions;
use crate::error::{AppError, Result};
use crate::text::day as words;
use entaku_documents::{Job, ListedPaper};
use entaku_domain::id::{MeetingId, PayListId};

/// Blank lines of a reception list where nothing else is asked for.
const BLANK: u8 = 5;
/// More do not fit any use.
const MOST_BLANK: u8 = 100;

impl App {
    /// The documents of the day of a meeting.
    pub(super) fn day_document(&self, ask: &Document) -> Result<Ready> {
        match ask {
            Document::Reception { meeting, large, blank } => self.reception_document(meeting, *large, *blank),
            Document::Turnout { days, audience } => {
                let ask = days.read(self)?;
                let paper = self.turnout_paper(&ask, audience.audience())?;
                let name = words::turnout_name(audience.audience(), ask.from, ask.to);
                Ok(listed(name, paper.listing).with_sheet(paper.sheet))
            }
            Document::ActivityReport { year, audience, confirmed } => {
                let edition = super::edition(*audience, *confirmed);
                let listing = self.activity_report(self.year_or_this(year.as_deref())?, edition)?;
                let name = words::report_name(&listing.title, edition.audience);
                Ok(listed(name, listing.clone()).with_report(listing))
            }
            Document::PayList { list } => {
                let id = PayListId::parse(list).map_err(|e| AppError::UnknownRecord(e.0))?;
                let paper = self.pay_paper(id)?;
                Ok(listed(file(&paper.listing.title), paper.listing).with_sheet(paper.sheet))
            }
            other => Err(AppError::BadRequest(format!("{} is no document of the day", other.kind()))),
        }
    }

    fn reception_document(&self, meeting: &str, large: Option<bool>, blank: Option<u8>) -> Result<Ready> {
        let blank = blank.unwrap_or(BLANK);
        if blank > MOST_BLANK {
            return Err(AppError::OutOfRange { field: "blank", least: 0, most: i32::from(MOST_BLANK) });
        }
        let options = ReceptionOptions { large: large.unwrap_or_default(), blank };
        let listing = self.reception(id(meeting)?, options)?;
        Ok(listed(file(&listing.title), listing))
    }
}

/// Whether a document is one of the day and what comes of it.
pub(super) const fn is_of(ask: &Document) -> bool {
    matches!(
        ask,
        Document::Reception { .. }
            | Document::Turnout { .. }
            | Document::PayList { .. }
            | Document::ActivityReport { .. }
    )
}

/// A listing that waits to be printed.
pub(super) fn listed(name: String, listing: ListedPaper) -> Ready {
    let text = listing.text();
    Ready::of(name, Job::Listed(listing), text)
}

/// A title as a file is called.
pub(super) fn file(title: &str) -> String {
    title.replace('\u{3000}', "_")
}

pub(super) fn id(meeting: &str) -> Result<MeetingId> {
    MeetingId::parse(meeting).map_err(|e| AppError::UnknownMeeting(e.0))
}
