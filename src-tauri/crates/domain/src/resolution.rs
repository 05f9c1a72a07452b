//! What set a body up (設置の議決, V10): a meeting of the plenary, or something
//! older than the records.

use crate::body_fault::BodyFault;
use crate::id::MeetingId;
use crate::meeting::{Meeting, MeetingState};
use crate::violation::Violation;
use crate::violation::forbids;
use crate::{Day, FiscalYear};

/// What set a body up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// A meeting of the plenary (所掌⑷).
    At(MeetingId),
    /// A meeting from before the records, in words.
    Earlier(String),
}

/// V10: whether a meeting may have set a body up that exists from `from_year` on. A meeting
/// after that year is odd, but an office's real past is.
///
/// # Errors
/// Everything that forbids it.
pub fn check_decided(
    meeting: &Meeting,
    of_plenary: bool,
    from_year: FiscalYear,
    today: Day,
) -> Result<Vec<Violation>, Vec<Violation>> {
    let on = meeting.date;
    let mut found = Vec::new();
    if !of_plenary {
        found.push(BodyFault::ResolvedElsewhere);
    }
    if meeting.state == MeetingState::Cancelled {
        found.push(BodyFault::ResolvedAtCancelled { on });
    } else if on > today {
        found.push(BodyFault::ResolvedAhead { on });
    }
    if on > from_year.last_day() {
        found.push(BodyFault::ResolvedAfter { on, year: from_year });
    }
    let found: Vec<Violation> = found.into_iter().map(Violation::Body).collect();
    if forbids(&found) { Err(found) } else { Ok(found) }
}
