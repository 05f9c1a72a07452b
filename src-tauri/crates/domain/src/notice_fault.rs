//! What the rules object to in notices, replies, opinions and the public at a meeting.

use crate::Day;
use crate::violation::Severity;

/// One objection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeFault {
    /// A day of the notice that comes after the meeting.
    AfterMeeting {
        /** The form's field. */
        field: &'static str,
        /** The meeting's day. */
        on: Day,
    },
    /// A meeting that was called off is not replied to.
    Cancelled,
    /// V15: the substitute has the name of a fellow member.
    ProxyIsMember {
        /** The name. */
        name: String,
    },
    /// An appointment under which a reply or an opinion is recorded.
    RepliedUnder {
        /** The meeting's day. */
        on: Day,
    },
    /// An opinion that says nothing, and has no file.
    OpinionEmpty,
    /// A file with an opinion that is no document, picture or mail.
    OpinionFileKind {
        /** The file's name. */
        name: String,
    },
    /// An item of another meeting.
    ItemElsewhere,
    /// The whole meeting is closed to the public.
    GalleryClosed,
    /// More are admitted than there is room for.
    GalleryFull {
        /** How many may come. */
        capacity: u16,
    },
    /// Somebody is refused, and nothing says why.
    RefusalWithoutReason,
    /// A guest without a name and without an organisation.
    GuestUnnamed,
    /// More days than an application may be kept.
    KeptTooLong {
        /** At most. */
        limit: u16,
    },
    /// Applications are to be erased before the meeting is over.
    EraseTooSoon {
        /** The first day on which they may be. */
        on: Day,
    },
}

impl NoticeFault {
    /// Applications are kept for at most so many days.
    pub const KEEP_LIMIT: u16 = 1830;

    /// How much it weighs.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::AfterMeeting { .. } | Self::ProxyIsMember { .. } | Self::GalleryFull { .. } => Severity::Warning,
            Self::GalleryClosed => Severity::Notice,
            _ => Severity::Error,
        }
    }

    /// The field of the form that it concerns.
    pub const fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::AfterMeeting { field, .. } => field,
            Self::ProxyIsMember { .. } => "proxy",
            Self::OpinionEmpty => "text",
            Self::OpinionFileKind { .. } => "file",
            Self::ItemElsewhere => "item",
            Self::GalleryFull { .. } => "capacity",
            Self::RefusalWithoutReason => "refusal",
            Self::GuestUnnamed => "name",
            Self::KeptTooLong { .. } => "keep_days",
            Self::Cancelled | Self::RepliedUnder { .. } | Self::GalleryClosed | Self::EraseTooSoon { .. } => {
                return None;
            }
        })
    }

    /// The rule that it comes from.
    pub const fn rule(&self) -> Option<&'static str> {
        match self {
            Self::ProxyIsMember { .. } => Some("V15"),
            _ => None,
        }
    }
}
