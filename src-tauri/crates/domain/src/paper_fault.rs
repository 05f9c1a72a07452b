//! What the rules object to in how papers are numbered, replaced and delivered.

use crate::Day;
use crate::violation::Severity;

/// One objection to a paper's handling or to a delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperFault {
    /// Recorded for a day that has not come.
    DeliveredLater {
        /** The day. */
        on: Day,
    },
    /// Somebody who does not sit in the body on the meeting's day got it as a member.
    NotMember {
        /** Their name. */
        name: String,
    },
    /// It was recorded before: the same thing, to the same one, on the same day.
    DeliveredTwice {
        /** To how many. */
        count: usize,
    },
    /// A number's pattern that would write two numbers alike, or none.
    StyleEmpty {
        /** The field. */
        field: &'static str,
    },
    /// Two series of numbers with the same words.
    StylesAlike {
        /** The words. */
        words: String,
    },
    /// Numbered copies of what is not collected.
    NumbersWithoutCollecting,
    /// Nothing has changed since the set that left.
    NothingChanged,
    /// No set of this edition has left yet.
    NothingIssued,
    /// No paper is collected after the meeting.
    NothingCollected,
}

impl PaperFault {
    /// Its weight.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::DeliveredTwice { .. } => Severity::Notice,
            Self::NotMember { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The rule that it comes from.
    pub const fn rule(&self) -> Option<&'static str> {
        match self {
            Self::StyleEmpty { .. } | Self::StylesAlike { .. } => Some("V25"),
            _ => None,
        }
    }

    /// The field of a form that it concerns.
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::DeliveredLater { .. } => Some("on"),
            Self::StyleEmpty { field } => Some(field),
            Self::NumbersWithoutCollecting => Some("copy_numbers"),
            _ => None,
        }
    }
}
