//! What is printed for an election of officers.

use super::ready::Ready;
use crate::council::App;
use crate::elections::papers;
use crate::error::{AppError, Result};
use crate::text::elections as words;
use entaku_documents::Job;
use entaku_domain::id::MeetingId;

impl App {
    pub(super) fn ballots_document(&self, meeting: &str, title: &str) -> Result<Ready> {
        let ballots = self.ballots(id(meeting)?, title)?;
        let (name, text) = (words::file(&ballots.meeting, title, words::BALLOTS), ballots.text());
        Ok(Ready::of(name, Job::Ballots(ballots), text))
    }

    pub(super) fn count_sheet_document(&self, meeting: &str, title: &str) -> Result<Ready> {
        let sheet = self.count_sheet(id(meeting)?, title)?;
        let (name, text) = (words::file(&sheet.meeting, title, words::COUNT_SHEET), sheet.text());
        Ok(Ready::of(name, Job::CountSheet(sheet), text))
    }

    pub(super) fn election_document(&self, meeting: &str) -> Result<Ready> {
        let paper = self.election_paper(id(meeting)?)?;
        let (name, text) = (words::file(&paper.meeting, "", words::RECORD), paper.text());
        Ok(Ready::of(name, Job::ElectionPaper(paper), text))
    }

    pub(super) fn history_document(&self, body: &str) -> Result<Ready> {
        let (council, today) = (self.snapshot()?, self.today());
        let body = council.body(body)?;
        let history = papers::history(&council, body, today);
        let (name, text) = (words::file(&history.title, "", &today.to_string()), history.text());
        let sheet = papers::history_sheet(&council, body, today);
        Ok(Ready::of(name, Job::OfficerHistory(history), text).with_sheet(sheet))
    }
}

fn id(meeting: &str) -> Result<MeetingId> {
    MeetingId::parse(meeting).map_err(|e| AppError::UnknownMeeting(e.0))
}
