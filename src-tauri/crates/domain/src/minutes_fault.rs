//! What the rules object to in minutes.

use crate::Day;
use crate::violation::Severity;

/// One objection to minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MinutesFault {
    /// The text is final; it is opened again with a reason.
    Approved,
    /// A skeleton, or a transcript, is put into minutes that hold words already.
    AlreadyWritten,
    /// Nothing is written that could be sent or approved.
    Empty,
    /// Something that minutes hold is missing.
    Lacks {
        /** How many things. */
        count: usize,
    },
    /// A number of the series that another decision has.
    NumberTaken {
        /** The number. */
        number: u16,
    },
    /// More votes than members who came.
    MoreVotesThanPresent {
        /** Votes. */
        votes: u32,
        /** Members who came. */
        present: usize,
    },
    /// An entry that is no decision, or no task, has none of its facts.
    OtherKind,
    /// Final minutes are opened again for a reason, which is kept.
    ReasonMissing,
    /// The meeting has not been held.
    NotHeld,
    /// Corrections on which nobody has decided.
    CorrectionsOpen {
        /** How many. */
        count: usize,
    },
    /// A correction's words do not stand in the minutes any more.
    WordsGone,
    /// A transcript without words.
    NothingHeard,
    /// The day on which minutes become final is before the meeting.
    ApprovedBefore {
        /** The meeting's day. */
        on: Day,
    },
}

impl MinutesFault {
    /// Its weight.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Lacks { .. } => Severity::Notice,
            Self::MoreVotesThanPresent { .. } | Self::CorrectionsOpen { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The field of a form that it concerns.
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::NumberTaken { .. } => Some("number"),
            Self::MoreVotesThanPresent { .. } => Some("yes"),
            Self::ReasonMissing => Some("reason"),
            Self::ApprovedBefore { .. } => Some("on"),
            _ => None,
        }
    }
}
