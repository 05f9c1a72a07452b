//! Finds the meeting that a command means.

use crate::args::OneMeeting;
use entaku_app::commands::year;
use entaku_app::{App, Result, meetings};
use entaku_domain::id::MeetingId;

/// The meeting by its body, year and number.
pub(crate) fn meeting(app: &App, ask: &OneMeeting) -> Result<MeetingId> {
    Ok(meetings::find(&app.snapshot()?, &ask.body, year(&ask.year)?, ask.number)?.id)
}
