//! Which field of a form an objection concerns.

use entaku_domain::body_fault::BodyFault;
use entaku_domain::meeting_fault::MeetingFault;
use entaku_domain::issue::IssueFault;
use entaku_domain::violation::Violation as V;

/// The field that a rule objects to, where it is one.
pub(super) fn of_rule(found: &V) -> Option<&'static str> {
    Some(match found {
        V::TextEmpty { field } | V::TextControl { field, .. } | V::TextTooLong { field, .. } => field,
        V::TermTooLong { .. }
        | V::EndNotFiscalYearEnd { .. }
        | V::EndBeforeStart { .. }
        | V::EndAfterRule { .. }
        | V::ReasonWithoutEnd
        | V::EndAndReading
        | V::TimesReversed => "end",
        V::EndAfterTerm { .. } | V::AlreadyEnded { .. } | V::LastBeforeFirst { .. } | V::SeatInUse { .. } => "on",
        V::OfficeOutsideTerm { .. } | V::AttendedOn { .. } => "start",
        V::NameFollows { .. } => "from",
        V::ReplacementChoiceNeeded { .. } | V::NothingRemains => "reading",
        V::UnknownCategory { .. } | V::SeatOfOtherCategory | V::FillerNotOfCategory { .. } => "category",
        V::SeatTaken { .. } | V::SeatGone { .. } => "seat",
        V::NoSelectionRoute | V::RouteNotSteering | V::RouteNotHead { .. } => "route",
        V::MeetingCancelled { .. } | V::MeetingNotYet { .. } | V::OfficeSameDay { .. } => "meeting",
        V::NotByElection { .. } => "method",
        V::OrganizationTwice { .. } => "name",
        V::MeetingNumberTaken { .. } | V::PaperNumberTwice { .. } => "number",
        V::Meeting(
            MeetingFault::HeldTooSoon { .. } | MeetingFault::AttendedByOthers { .. } | MeetingFault::OfficersElected,
        ) => "date",
        V::PaperMissing { .. } => "papers",
        V::Body(fault) => return of_body(fault),
        V::Issue(fault) => return of_issue(fault),
        _ => return None,
    })
}

fn of_issue(found: &IssueFault) -> Option<&'static str> {
    use IssueFault as F;
    Some(match found {
        F::NumberTaken { .. } => "number",
        F::InFuture { field, .. } | F::BeforeReceipt { field, .. } => field,
        F::OutOfOrder { .. } => "day",
        F::ReceivedAfterStep { .. } => "received_on",
        F::MeetingCancelled { .. } | F::BeforeMeeting { .. } | F::NoMeetingNamed { .. } => "meeting",
        F::NotThePlenary { .. } | F::NotApproved | F::FeedbackMissing => "stage",
        F::LinkToItself | F::LinkTwice => "to",
        _ => return None,
    })
}

fn of_body(found: &BodyFault) -> Option<&'static str> {
    use BodyFault as F;
    Some(match found {
        F::VersionExists { .. } | F::BodyNotInYear { .. } => "from_year",
        F::YearsReversed | F::PlenaryNeeded | F::PartsRemain { .. } => "last_year",
        F::CategoryTwice { .. } | F::CategoryInUse { .. } => "categories",
        F::OfficerTwice { .. } => "officers",
        F::ParentUnfit { .. } => "parent",
        F::FlowToItself => "to",
        F::LaterVersion { .. } | F::MembersRemain { .. } => return None,
    })
}
