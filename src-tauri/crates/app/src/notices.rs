//! What goes on around a meeting's notice (開催通知): by when members answer, what they
//! answer, what they need and write, who else is asked to come, and the public.

pub mod gallery;
mod gallery_write;
pub mod needs;
pub mod opinions;
pub mod papers;
pub mod replies;
mod write;

use crate::error::{AppError, Result};
use crate::meetings::page::meeting;
use crate::snapshot::{Sitting, Snapshot};
use entaku_domain::id::MeetingId;
use entaku_domain::meeting::{Meeting, MeetingState};
use entaku_domain::notice_fault::NoticeFault;
use entaku_domain::violation::Violation;
pub use gallery_write::{NewApplicant, NewGallery};
pub use write::{NewConvocation, NewGuest, SetReply};

/// Who sits on the bodies that meet, on the meeting's day, officers first.
fn sitting<'a>(council: &'a Snapshot, m: &Meeting) -> Vec<Sitting<'a>> {
    let mut sittings = council.at_meeting(m);
    sittings.retain(|s| s.person.is_some() && s.appointment.is_some());
    sittings.sort_by_cached_key(|s| council.officer_rank(m.body, s, m.date));
    sittings
}

/// 令和8年度　第2回　全体会.
fn title(council: &Snapshot, m: &Meeting) -> String {
    council.meeting_title(m)
}

/// A meeting at which something can still be recorded.
fn live(council: &Snapshot, id: MeetingId) -> Result<&Meeting> {
    let m = meeting(council, id)?;
    if m.state == MeetingState::Cancelled { Err(refused(NoticeFault::Cancelled)) } else { Ok(m) }
}

fn refused(fault: NoticeFault) -> AppError {
    AppError::Rules(vec![Violation::Notice(fault)])
}

/// Text that says something, or none.
fn filled(text: &str) -> Option<String> {
    Some(text.trim()).filter(|t| !t.is_empty()).map(str::to_owned)
}
