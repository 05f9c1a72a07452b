//! What is printed around a meeting's notice.

use super::ask::Document;
use super::edition;
use super::ready::Ready;
use crate::council::App;
use crate::error::{AppError, Result};
use crate::publication::Edition;
use crate::text::notices as words;
use entaku_documents::{Job, MemberList};
use entaku_domain::id::MeetingId;

impl App {
    /// One of the papers around a notice.
    pub(super) fn notice_document(&self, ask: &Document) -> Result<Ready> {
        match ask {
            Document::ReplyTable { meeting } => self.reply_document(meeting),
            Document::ReminderTable { meeting } => self.reminder_document(meeting),
            Document::NeedsTable { meeting } => self.needs_document(meeting),
            Document::ReceptionTable { meeting } => self.audience_reception(meeting),
            Document::OpinionsPaper { meeting, audience, confirmed } => {
                self.opinions_document(meeting, edition(*audience, *confirmed))
            }
            other => Err(AppError::BadRequest(format!("{} is of no notice", other.kind()))),
        }
    }

    fn reply_document(&self, id: &str) -> Result<Ready> {
        let meeting = parsed(id)?;
        let ready = self.listed(meeting, words::REPLIES, self.reply_paper(meeting)?)?;
        Ok(ready.with_sheet(self.reply_sheet(meeting)?))
    }

    fn reminder_document(&self, id: &str) -> Result<Ready> {
        let meeting = parsed(id)?;
        self.listed(meeting, words::REMINDERS, self.reminder_paper(meeting)?)
    }

    fn needs_document(&self, id: &str) -> Result<Ready> {
        let meeting = parsed(id)?;
        self.listed(meeting, words::NEEDS, self.needs_paper(meeting)?)
    }

    fn audience_reception(&self, id: &str) -> Result<Ready> {
        let meeting = parsed(id)?;
        self.listed(meeting, words::RECEPTION, self.reception_paper(meeting)?)
    }

    fn opinions_document(&self, id: &str, edition: Edition) -> Result<Ready> {
        let meeting = parsed(id)?;
        let paper = self.opinions_paper(meeting, edition)?;
        let name = words::file_name(&self.notice_title(meeting)?, words::OPINIONS, edition.audience.label());
        let text = paper.text();
        Ok(Ready::of(name, Job::Opinions(paper), text))
    }

    fn listed(&self, meeting: MeetingId, what: &str, paper: MemberList) -> Result<Ready> {
        let name = words::file_name(&self.notice_title(meeting)?, what, "");
        let text = paper.text();
        Ok(Ready::of(name, Job::MemberList(paper), text))
    }
}

fn parsed(meeting: &str) -> Result<MeetingId> {
    MeetingId::parse(meeting).map_err(|e| AppError::UnknownMeeting(e.0))
}
