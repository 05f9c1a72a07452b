//! Which field of a form an objection concerns.

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
        V::EndAfterTerm { .. } | V::AlreadyEnded { .. } => "on",
        V::ReplacementChoiceNeeded { .. } | V::NothingRemains => "reading",
        V::UnknownCategory { .. } | V::SeatOfOtherCategory | V::FillerNotOfCategory { .. } => "category",
        V::SeatTaken { .. } | V::SeatGone { .. } => "seat",
        V::NoSelectionRoute | V::RouteNotSteering | V::RouteNotHead { .. } => "route",
        V::MeetingCancelled { .. } | V::MeetingNotYet { .. } => "meeting",
        V::NotByElection { .. } => "method",
        V::OrganizationTwice { .. } => "name",
        V::PaperMissing { .. } => "papers",
        _ => return None,
    })
}
