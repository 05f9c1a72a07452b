//! What is printed to lead a meeting by.

use super::ready::Ready;
use crate::council::App;
use crate::error::{AppError, Result};
use crate::text::printing as words;
use entaku_documents::Job;
use entaku_domain::id::MeetingId;

impl App {
    pub(super) fn scenario_document(&self, meeting: &str, large: bool) -> Result<Ready> {
        let id = MeetingId::parse(meeting).map_err(|e| AppError::UnknownMeeting(e.0))?;
        let script = self.scenario(id, large)?;
        let (name, text) = (words::scenario_name(&script.meeting, large), script.text());
        Ok(Ready::of(name, Job::Scenario(script.clone()), text).with_script(script))
    }
}
