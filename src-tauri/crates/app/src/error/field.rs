//! Which field of a form an objection concerns.

use entaku_domain::body_fault::BodyFault;
use entaku_domain::issue::IssueFault;
use entaku_domain::meeting_fault::MeetingFault;
use entaku_domain::violation::{Severity, Violation as V};

/// The field at which objections are told: where they concern several, they are
/// told together, at none of them.
pub(super) fn of_rules(found: &[V]) -> Option<&'static str> {
    let mut fields = found.iter().filter(|v| v.severity() == Severity::Error).map(of_rule);
    let first = fields.next().unwrap_or_else(|| of_rule(found.first()?))?;
    fields.all(|field| field == Some(first)).then_some(first)
}

/// The field that a rule objects to, where it is one.
fn of_rule(found: &V) -> Option<&'static str> {
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
        V::LeftBeforeStart { .. } => "on",
        V::OfficeOutsideTerm { field, .. } | V::AttendedOn { field, .. } => field,
        V::SeatNotYet { .. } => "start",
        V::SeatTakenBefore { .. } | V::SeatEndsBefore { .. } | V::SeatOutsideBody { .. } => "from",
        V::SeatHeld => "filler",
        V::NameFollows { .. } | V::LeftWithoutDay => "from",
        V::ReplacementChoiceNeeded { .. } | V::NothingRemains => "reading",
        V::UnknownCategory { .. } | V::SeatOfOtherCategory | V::FillerNotOfCategory { .. } => "category",
        V::SeatTaken { .. } | V::SeatGone { .. } => "seat",
        V::NoSelectionRoute | V::RouteNotSteering | V::RouteNotHead { .. } => "route",
        V::MeetingCancelled { .. } | V::MeetingNotYet { .. } | V::OfficeSameDay { .. } => "meeting",
        V::OfficeTaken { .. } | V::TwoOffices { .. } | V::OfficerNotMember { .. } => "person",
        V::NotByElection { .. } => "method",
        V::Paper(fault) => return fault.field(),
        V::OrganizationTwice { .. } => "name",
        V::MeetingNumberTaken { .. } | V::PaperNumberTwice { .. } => "number",
        V::Meeting(
            MeetingFault::HeldTooSoon { .. }
            | MeetingFault::AttendedByOthers { .. }
            | MeetingFault::OfficersElected
            | MeetingFault::StepRests { .. }
            | MeetingFault::ProposalRests { .. }
            | MeetingFault::SelectionRests { .. },
        ) => "date",
        V::Meeting(MeetingFault::TooManyCopies { field, .. }) => field,
        V::PaperMissing { .. } => "papers",
        V::Person(fault) => return crate::text::people::field(fault),
        V::Body(fault) => return of_body(fault),
        V::Letter(fault) => return fault.field(),
        V::Plan(fault) => return fault.field(),
        V::Proposal(fault) => return fault.field(),
        V::Minutes(fault) => return fault.field(),
        V::Notice(fault) => return fault.field(),
        V::WorkPlan(fault) => return fault.field(),
        V::Election(fault) => fault.field(),
        V::Day(fault) => return crate::text::day::field_of(*fault),
        V::Pay(fault) => return crate::text::pay::field_of(*fault),
        V::Service(_) => "exception",
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
        F::ReceivedAfterStep { .. } | F::ReceivedAfterFeedback { .. } => "received_on",
        F::MeetingCancelled { .. } | F::BeforeMeeting { .. } | F::NoMeetingNamed { .. } => "meeting",
        F::NotThePlenary { .. } | F::NotApproved | F::FeedbackMissing => "stage",
        F::LinkToItself | F::LinkTwice | F::LinkInCircle => "to",
        F::Finished { .. } | F::NotFinished | F::ReopenedShut | F::BackToReceipt | F::NotProposed => "stage",
        F::ReasonMissing => "text",
        F::NobodyAsked { .. } => "owner",
        F::DueBeforeStep { field, .. } => field,
        F::TooFewParts => "parts",
        F::PartOwed { closing: true, .. } => "stage",
        F::OtherMeeting { field } => field,
        F::NoSuchPaper => "paper",
        F::LaterStep { .. } => "day",
        F::RaisedAfterReceipt { .. } => "raised_on",
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
        F::SecondPlenary => "kind",
        F::FollowsItself => "term_rule",
        F::ResolvedElsewhere | F::ResolvedAtCancelled { .. } | F::ResolvedAhead { .. } | F::ResolvedAfter { .. } => {
            "meeting"
        }
        F::LaterVersion { .. } | F::MembersRemain { .. } | F::OfficeRenamed { .. } | F::OfficesLeft { .. } => {
            return None;
        }
    })
}
