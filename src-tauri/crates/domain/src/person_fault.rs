//! What is wrong with the record of a person or an organisation: data only; `app`
//! has the sentence for each.

use crate::Day;
use crate::violation::Severity;

/// One objection to a name, an address, a substitute, or to two records becoming one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PersonFault {
    /// A name is to change on a day on which an earlier one still was in use.
    NameFollows {
        /** Last day of the latest former name. */
        until: Day,
    },
    /// A change of name to the same name.
    NameUnchanged,
    /// Two former names that end on one day.
    FormerTwice {
        /** The day. */
        until: Day,
    },
    /// No postal code.
    PostalCode {
        /** What was typed. */
        text: String,
    },
    /// No e-mail address.
    Email {
        /** What was typed. */
        text: String,
    },
    /// More lines than an envelope has.
    TooManyLines {
        /** How many may be. */
        limit: usize,
    },
    /// Neither an address nor a telephone number nor an e-mail address.
    AddressEmpty,
    /// Letters are to go where nobody lives: no address line.
    LettersNowhere,
    /// A last day before the first.
    DaysReversed,
    /// Two sign for an organisation on one day.
    TwoRepresentatives {
        /** The first such day. */
        on: Day,
    },
    /// Several sign for an organisation, and no days tell them apart.
    RepresentativesUndated,
    /// Two records are known to be of two people.
    KnownToBeTwo,
    /// Somebody is to stand in for themselves.
    OwnSubstitute,
    /// Somebody is to stand in for another member of a body in which they sit.
    SubstituteSits {
        /** First day of their own appointment. */
        start: Day,
        /** Last day; none where it is open. */
        end: Option<Day>,
    },
    /// The same person is registered for the same seat and days already.
    SubstituteTwice,
    /// A record is to become one with itself.
    SameRecord,
    /// V7: both records sit in one body on the same days.
    BothSit {
        /** The body's name. */
        body: String,
        /** First day that both share. */
        from: Day,
    },
    /// Both records have an attendance at one meeting.
    BothAttended {
        /** The meeting's name. */
        meeting: String,
    },
}

impl PersonFault {
    /// Its weight.
    pub const fn severity(&self) -> Severity {
        Severity::Error
    }

    /// The rule that it comes from.
    pub fn rule(&self) -> Option<&'static str> {
        match self {
            Self::BothSit { .. } => Some("V7"),
            Self::BothAttended { .. } => Some("V15"),
            _ => None,
        }
    }
}
