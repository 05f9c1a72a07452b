//! What is wrong with the shape of a body or an arrow: data only; `app` has the
//! sentence for each.

use crate::violation::Severity;
use crate::{Day, FiscalYear};

/// One objection to a body or an arrow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BodyFault {
    /// A last year before the first.
    YearsReversed,
    /// A body already has a version that begins with this year.
    VersionExists {
        /** The year. */
        year: FiscalYear,
    },
    /// The body does not exist in this year.
    BodyNotInYear {
        /** The body. */
        body: String,
        /** The year. */
        year: FiscalYear,
    },
    /// What is said from one year on holds only until a later version begins.
    LaterVersion {
        /** First year of the later version. */
        year: FiscalYear,
    },
    /// Two categories with one number.
    CategoryTwice {
        /** The number. */
        number: u8,
    },
    /// V6: seats of a category that is to go still exist.
    CategoryInUse {
        /** The number. */
        number: u8,
    },
    /// Two lines for one office.
    OfficerTwice {
        /** The title. */
        title: String,
    },
    /// A body cannot be part of this one.
    ParentUnfit {
        /** The body above. */
        parent: String,
    },
    /// Bodies that are part of one that is to end.
    PartsRemain {
        /** Their names. */
        names: Vec<String>,
    },
    /// People still sit in a body that is to end.
    MembersRemain {
        /** How many. */
        count: usize,
    },
    /// Without a plenary there is no council.
    PlenaryNeeded,
    /// A council has one plenary.
    SecondPlenary,
    /// V8: an office has another title by a correction, and those who hold it with it.
    OfficeRenamed {
        /** The title before. */
        from: String,
        /** The title now. */
        to: String,
        /** How many offices. */
        count: usize,
    },
    /// V8: people hold offices that the new wording does not name.
    OfficesLeft {
        /** The titles. */
        titles: Vec<String>,
    },
    /// A term that follows that of the body's own members.
    FollowsItself,
    /// An arrow from a box to itself.
    FlowToItself,
    /// V10: a meeting of another body than the plenary has set a body up.
    ResolvedElsewhere,
    /// V10: a meeting that was called off has set nothing up.
    ResolvedAtCancelled {
        /** Its day. */
        on: Day,
    },
    /// V10: a meeting that is still to come has set nothing up yet.
    ResolvedAhead {
        /** Its day. */
        on: Day,
    },
    /// V10: the body was there before the meeting that set it up.
    ResolvedAfter {
        /** Day of the meeting. */
        on: Day,
        /** The body's first year. */
        year: FiscalYear,
    },
}

impl BodyFault {
    /// Its weight.
    pub fn severity(&self) -> Severity {
        match self {
            Self::LaterVersion { .. } | Self::OfficeRenamed { .. } => Severity::Notice,
            Self::MembersRemain { .. } | Self::OfficesLeft { .. } | Self::ResolvedAfter { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The rule that it comes from.
    pub fn rule(&self) -> Option<&'static str> {
        match self {
            Self::CategoryInUse { .. } => Some("V6"),
            Self::OfficeRenamed { .. } | Self::OfficesLeft { .. } => Some("V8"),
            Self::ResolvedElsewhere
            | Self::ResolvedAtCancelled { .. }
            | Self::ResolvedAhead { .. }
            | Self::ResolvedAfter { .. } => Some("V10"),
            _ => None,
        }
    }
}
