//! What the rules object to in the record of an election (V8).

use crate::violation::Severity;

/// One objection to candidates, votes or a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ElectionFault {
    /// Nobody stands.
    NoCandidate,
    /// Somebody stands twice.
    CandidateTwice,
    /// More are elected than the office has holders.
    TooMany {
        /** As many as there may be. */
        count: u8,
    },
    /// One who declined is elected.
    DeclinedElected,
    /// Elected among the members, and the record does not say how.
    HowMissing,
    /// Votes, blank and invalid papers do not add up to the papers cast.
    DoesNotAddUp {
        /** The round, from 1. */
        round: usize,
        /** Added up. */
        sum: u32,
        /** Papers cast. */
        voters: u16,
    },
    /// More papers than members on that day.
    MoreThanMembers {
        /** The round, from 1. */
        round: usize,
        /** Papers cast. */
        voters: u16,
        /** Members. */
        members: usize,
    },
    /// A round that nobody stands in.
    EmptyRound {
        /** The round, from 1. */
        round: usize,
    },
    /// Somebody in the runoff who was not in the round before.
    RunoffOutsider,
    /// Elected with fewer votes than another in the last round.
    NotFirst {
        /** Votes of the one elected. */
        votes: u16,
        /** Votes of another who is not. */
        most: u16,
    },
    /// As many votes for another, and neither a runoff nor a lot.
    Tie {
        /** Votes of each. */
        votes: u16,
    },
    /// A lot although the votes decide.
    LotWithoutTie,
    /// Named, and the record does not say by whom.
    NamerMissing,
    /// Chosen another way, and the record does not say which.
    MannerMissing,
    /// Several hold the office, and it is not said which of them hands on.
    PredecessorMissing {
        /** As many as hand on. */
        needed: usize,
    },
    /// One who is named as predecessor does not hold the office.
    PredecessorNotHolder,
    /// An election that has come to its end is not changed any more.
    Finished,
}

impl ElectionFault {
    /// How much it weighs.
    pub const fn severity(self) -> Severity {
        match self {
            Self::MoreThanMembers { .. } | Self::LotWithoutTie => Severity::Warning,
            Self::NamerMissing | Self::MannerMissing => Severity::Notice,
            _ => Severity::Error,
        }
    }

    /// The field of the form that it concerns.
    pub const fn field(self) -> &'static str {
        match self {
            Self::DoesNotAddUp { .. }
            | Self::MoreThanMembers { .. }
            | Self::EmptyRound { .. }
            | Self::RunoffOutsider => "rounds",
            Self::HowMissing => "decided",
            Self::Tie { .. } | Self::LotWithoutTie => "lot",
            Self::NamerMissing => "named_by",
            Self::MannerMissing => "manner",
            Self::PredecessorMissing { .. } | Self::PredecessorNotHolder => "predecessors",
            Self::Finished => "election",
            _ => "candidates",
        }
    }
}
