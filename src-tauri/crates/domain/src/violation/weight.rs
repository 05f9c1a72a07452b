//! How much a violation weighs, and the rule it is of.

use super::{Severity, Violation};

impl Violation {
    /// Its weight.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Body(fault) => fault.severity(),
            Self::Issue(fault) => fault.severity(),
            Self::Meeting(fault) => fault.severity(),
            Self::Paper(fault) => fault.severity(),
            Self::Plan(fault) => fault.severity(),
            Self::Proposal(fault) => fault.severity(),
            Self::Notice(fault) => fault.severity(),
            Self::Person(fault) => fault.severity(),
            Self::Election(fault) => fault.severity(),
            Self::Service(fault) => fault.severity(),
            Self::Round(fault) => fault.severity(),
            Self::Minutes(fault) => fault.severity(),
            Self::EmptyCategory { .. }
            | Self::AgendaTooLong { .. }
            | Self::MeetingNumberOrder { .. }
            | Self::PaperNumberGap { .. }
            | Self::PaperNotNamed { .. }
            | Self::OfficeUntilNext { .. }
            | Self::OfficeVacant { .. }
            | Self::PrivateUse { .. }
            | Self::DerivedSeatVacant { .. } => Severity::Notice,
            Self::ShorterWithoutReason { .. }
            | Self::Namesake { .. }
            | Self::BackDatedAcrossYears { .. }
            | Self::DerivedSeatCount { .. }
            | Self::NoResolution { .. }
            | Self::NoSelectionRoute
            | Self::SeatOfOtherKind(..)
            | Self::RouteNotHead { .. }
            | Self::PersonalPattern { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The rule that it comes from, `V2`; none for what any text must satisfy.
    pub fn rule(&self) -> Option<&'static str> {
        Some(match self {
            Self::Body(fault) => return fault.rule(),
            Self::PrivateUse { .. } => "V22",
            Self::EndAfterRule { .. } => "V1",
            Self::TermTooLong { .. } | Self::EndNotFiscalYearEnd { .. } => "V2",
            Self::EndAfterTerm { .. } | Self::LeftBeforeStart { .. } => "V2",
            Self::ShorterWithoutReason { .. } | Self::ReasonWithoutEnd => "V3",
            Self::ReplacementChoiceNeeded { .. }
            | Self::EndAndReading
            | Self::NothingRemains
            | Self::Succeeded { .. } => "V4",
            Self::BackDatedAcrossYears { .. } => "V5",
            Self::UnknownCategory { .. }
            | Self::CategoryChange { .. }
            | Self::SeatOfOtherCategory
            | Self::FillerNotOfCategory { .. }
            | Self::EmptyCategory { .. } => "V6",
            Self::AlreadyAppointed { .. } => "V7",
            Self::Election(_)
            | Self::OfficeTaken { .. }
            | Self::OfficerNotMember { .. }
            | Self::TwoOffices { .. }
            | Self::NotElectedHere
            | Self::NotByElection { .. }
            | Self::MeetingCancelled { .. }
            | Self::MeetingNotYet { .. }
            | Self::OfficeUntilNext { .. }
            | Self::OfficeOutsideTerm { .. }
            | Self::OfficeSameDay { .. }
            | Self::OfficeVacant { .. } => "V8",
            Self::SeatHeld => "V9",
            Self::DerivedSeatVacant { .. } | Self::DerivedSeatCount { .. } | Self::NoResolution { .. } => "V10",
            Self::NoSelectionRoute | Self::RouteNotSteering | Self::RouteNotHead { .. } => "V11",
            Self::MeetingNumberTaken { .. } | Self::MeetingNumberOrder { .. } => "V14",
            Self::Issue(fault) => return fault.rule(),
            Self::Meeting(fault) => return fault.rule(),
            Self::Paper(fault) => return fault.rule(),
            Self::Plan(fault) => return fault.rule(),
            Self::Proposal(fault) => return fault.rule(),
            Self::Notice(fault) => return fault.rule(),
            Self::Person(fault) => return fault.rule(),
            Self::Round(fault) => return fault.rule(),
            Self::NotMemberOnDay { .. } | Self::AttendedOn { .. } => "V15",
            Self::PersonalPattern { .. } => "V21",
            Self::PaperNumberTwice { .. }
            | Self::PaperNumberGap { .. }
            | Self::PaperNotNamed { .. }
            | Self::PaperMissing { .. } => "V25",
            _ => return None,
        })
    }
}
