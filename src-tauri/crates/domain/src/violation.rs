//! What a rule objects to: data only; `app` has the sentence for each.

mod weight;

use crate::appointment::MemberKind;
use crate::body::Fill;
use crate::election_fault::ElectionFault;
use crate::meeting_fault::MeetingFault;
use crate::paper_fault::PaperFault;
use crate::person_fault::PersonFault;
pub use crate::severity::Severity;
use crate::{Day, FiscalYear};

/// One objection, with what is needed to explain it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Violation {
    /// A name or other required text is empty.
    TextEmpty {
        /** The field. */
        field: &'static str,
    },
    /// A control character or an invisible direction mark.
    TextControl {
        /** The field. */
        field: &'static str,
        /** Its code point. */
        code_point: u32,
    },
    /// Longer than the field allows, in characters.
    TextTooLong {
        /** The field. */
        field: &'static str,
        /** Characters given. */
        length: usize,
        /** Characters allowed. */
        limit: usize,
    },
    /// A last day before the first.
    EndBeforeStart {
        /** First day. */
        start: Day,
        /** Last day. */
        end: Day,
    },
    /// V2: the term is longer than the rule's two years.
    TermTooLong {
        /** First day. */
        start: Day,
        /** Last day that was typed. */
        end: Day,
        /** Last day that the rule allows. */
        cap: Day,
    },
    /// V2: the last day is not the end of a fiscal year.
    EndNotFiscalYearEnd {
        /** Last day that was typed. */
        end: Day,
    },
    /// V1: later than the day that the rule gives.
    EndAfterRule {
        /** Last day by the rule. */
        rule_end: Day,
        /** Last day that was typed. */
        end: Day,
    },
    /// V3: a reason for a shorter term, but no last day.
    ReasonWithoutEnd,
    /// V4: both a last day and a reading, which would each decide.
    EndAndReading,
    /// V4: the rest of a term is asked for, but nobody's term was cut short.
    NothingRemains,
    /// V2: somebody is to leave before the term begins.
    LeftBeforeStart {
        /** First day. */
        start: Day,
        /** Day that was typed. */
        on: Day,
    },
    /// The appointment has ended already.
    AlreadyEnded {
        /** Its last day. */
        on: Day,
    },
    /// V2: somebody is to leave after the term is over.
    EndAfterTerm {
        /** Planned last day. */
        end: Day,
        /** Day that was typed. */
        on: Day,
    },
    /// The seat is not free on every day of the term.
    SeatTaken {
        /** First day of the other term. */
        from: Day,
    },
    /// The term would begin before the seat does.
    SeatNotYet {
        /** First day of the seat. */
        from: Day,
        /** First day of the term. */
        start: Day,
    },
    /// The seat would begin after somebody has sat down.
    SeatTakenBefore {
        /** First day of the first term. */
        start: Day,
    },
    /// The seat would begin after its last day.
    SeatEndsBefore {
        /** Its last day. */
        to: Day,
    },
    /// The seat would begin in a year in which its body does not exist.
    SeatOutsideBody {
        /** The body. */
        body: String,
        /** The year. */
        year: FiscalYear,
    },
    /// V9: a seat that somebody held is turned into a derived one, or back.
    SeatHeld,
    /// The seat does not exist on every day of the term.
    SeatGone {
        /** Its last day. */
        to: Day,
    },
    /// V6: the seat named is one of another category.
    SeatOfOtherCategory,
    /// A seat for the first kind of member is taken by the second.
    SeatOfOtherKind(MemberKind, MemberKind),
    /// V6: a seat is filled by something else than its category says.
    FillerNotOfCategory {
        /** The category's number. */
        number: u8,
        /** What fills it. */
        fill: Fill,
    },
    /// V3: shorter than the rule, without a reason.
    ShorterWithoutReason {
        /** Last day by the rule. */
        rule_end: Day,
        /** Last day that was typed. */
        end: Day,
    },
    /// V4: a replacement whose two readings differ, and none was chosen.
    ReplacementChoiceNeeded {
        /** Last day by the letter of the rule. */
        by_rule: Day,
        /** Last day of the predecessor's term. */
        remaining: Day,
    },
    /// V5: the day of appointment lies in an earlier fiscal year than the decision.
    BackDatedAcrossYears {
        /** Day of the decision. */
        decided_on: Day,
        /** First day. */
        start: Day,
    },
    /// V6: the body has no such category in the version valid on that day.
    UnknownCategory {
        /** The number asked for. */
        number: u8,
        /** The day. */
        on: Day,
    },
    /// V6: the category of a running appointment cannot be edited: end it and appoint again.
    CategoryChange {
        /** Number so far. */
        from: u8,
        /** Number asked for. */
        to: u8,
    },
    /// V6: nobody sits for a category.
    EmptyCategory {
        /** Its number. */
        number: u8,
    },
    /// V7: the person already sits in this body on these days.
    AlreadyAppointed {
        /** First day of the other appointment. */
        start: Day,
        /** Its last day, if set. */
        end: Option<Day>,
    },
    /// V8/V9: the title is held by somebody else on that day.
    OfficeTaken {
        /** The title. */
        title: String,
        /** Since when. */
        since: Day,
    },
    /// V8/V9: an officer must be a member of the body on the day of the election.
    OfficerNotMember {
        /** Day of the election. */
        on: Day,
    },
    /// V8: one person cannot be both 会長 and 副会長.
    TwoOffices {
        /** The title already held. */
        title: String,
    },
    /// V8: the office is not created by an election of the body's own meeting.
    NotElectedHere,
    /// V8: the rules want an election (互選), and another way is recorded.
    NotByElection {
        /** The title. */
        title: String,
    },
    /// V8: a meeting that was called off elects nobody.
    MeetingCancelled {
        /** Its day. */
        on: Day,
    },
    /// V8: a meeting that is still to come has elected nobody yet.
    MeetingNotYet {
        /** Its day. */
        on: Day,
    },
    /// V8: an office recorded late ends before the next holder's.
    OfficeUntilNext {
        /** The title. */
        title: String,
        /** Its last day. */
        end: Day,
    },
    /// V8: nobody holds an office on a day; the secretariat opens the next meeting.
    OfficeVacant {
        /** The title. */
        title: String,
        /** First day without a holder. */
        since: Day,
    },
    /// V10: the seat that a subcommittee's head would take is empty.
    DerivedSeatVacant {
        /** The subcommittee. */
        body: String,
    },
    /// V10: the number of derived seats differs from that of the active subcommittees.
    DerivedSeatCount {
        /** Seats. */
        seats: usize,
        /** Subcommittees. */
        subcommittees: usize,
    },
    /// V10: a new subcommittee without a resolution of the plenary.
    NoResolution {
        /** The subcommittee. */
        body: String,
    },
    /// V11: a subcommittee member without a way of selection.
    NoSelectionRoute,
    /// V11: the meeting that selected is none of the steering meeting.
    RouteNotSteering,
    /// V11: the one who selected does not head the body on that day.
    RouteNotHead {
        /** The day. */
        on: Day,
    },
    /// Two organisations with one name.
    OrganizationTwice {
        /** The name. */
        name: String,
    },
    /// Somebody else with this name and reading is registered.
    Namesake {
        /** The name. */
        name: String,
    },
    /// V22: a private-use character (外字), which other computers show as something else.
    PrivateUse {
        /** Its code point. */
        code_point: u32,
    },
    /// A last day before the first, of what is no term.
    LastBeforeFirst {
        /** First day. */
        first: Day,
        /** Last day. */
        last: Day,
    },
    /// A seat is to end while somebody sits there or will.
    SeatInUse {
        /** Last day on which somebody sits there; none where no term is set. */
        until: Option<Day>,
    },
    /// A name is to change before the one that it follows has begun.
    NameFollows {
        /** First day of the present name. */
        from: Day,
    },
    /// Somebody leaves where they belong, and no day says when.
    LeftWithoutDay,
    /// V8: an office would lie outside the appointment on which it rests.
    OfficeOutsideTerm {
        /** The field that puts it outside. */
        field: &'static str,
        /** The title. */
        title: String,
        /** Its first day. */
        start: Day,
    },
    /// V8: the title was given on the same day already.
    OfficeSameDay {
        /** The title. */
        title: String,
        /** The day. */
        on: Day,
    },
    /// V15: a meeting of which the attendance is recorded would lie outside the term.
    AttendedOn {
        /** The field that puts it outside. */
        field: &'static str,
        /** The day. */
        on: Day,
    },
    /// V4: another appointment is recorded as the replacement of this one.
    Succeeded {
        /** First day of the replacement. */
        on: Day,
    },
    /// Of a meeting, its attendance or its place in the year.
    Meeting(MeetingFault),
    /// Of a paper's handling, or of a delivery.
    Paper(PaperFault),
    /// A meeting that ends before it begins.
    TimesReversed,
    /// V14: another meeting of the body has the number.
    MeetingNumberTaken {
        /** The number. */
        number: u16,
        /** The other meeting's day. */
        on: Day,
    },
    /// V15: the appointment is not open on the day of the meeting.
    NotMemberOnDay {
        /** The day. */
        on: Day,
    },
    /// V21: something that may point at a person.
    PersonalPattern {
        /** What kind. */
        kind: crate::case_guard::PatternKind,
        /** The text found. */
        found: String,
    },
    /// V25: two papers of a set with one number.
    PaperNumberTwice {
        /** The number. */
        number: String,
    },
    /// V25: a number is left out.
    PaperNumberGap {
        /** The number before the gap. */
        after: String,
        /** The number after it. */
        next: String,
    },
    /// V25: no item of the agenda names a paper of the set.
    PaperNotNamed {
        /** The number. */
        number: String,
    },
    /// The items take longer than the meeting, in minutes.
    AgendaTooLong {
        /// Of all items.
        planned: u32,
        /// From the meeting's beginning to its end.
        available: u32,
    },
    /// V14: the number does not follow the days of the other meetings.
    MeetingNumberOrder {
        /// The number.
        number: u16,
    },
    /// V17, V18, V21: what concerns a local issue.
    Issue(crate::issue::IssueFault),
    /// V25: the agenda names a paper that is not in the set.
    PaperMissing {
        /** The number. */
        number: String,
    },
    /// Of the record of a person or an organisation.
    Person(PersonFault),
    /// V8: of the record of an election.
    Election(ElectionFault),
    /// A limit of reappointment that the office has set.
    Service(crate::service::ServiceFault),
    /// Of a step of the reappointment round.
    Round(crate::round::RoundFault),
    /// Of a body's shape, or of an arrow.
    Body(crate::body_fault::BodyFault),
    /// Of a letter's wording or number.
    Letter(crate::letter::LetterFault),
    /// Of a day, a milestone or a lead time of the year's plan.
    Plan(crate::plan_fault::PlanFault),
    /// Of a meeting's minutes.
    Minutes(crate::minutes_fault::MinutesFault),
    /// Of a notice, a reply, an opinion or the public at a meeting.
    Notice(crate::notice_fault::NoticeFault),
    /// Of the day of a meeting.
    Day(crate::day_fault::DayFault),
    /// Of what is paid.
    Pay(crate::day_fault::PayFault),
    /// V17, V20: of a proposal.
    Proposal(crate::proposal::ProposalFault),
    /// Of a plan or a report of a subcommittee.
    WorkPlan(crate::work_plan::PlanFault),
}

/// Whether any of these forbids saving.
pub fn forbids(violations: &[Violation]) -> bool {
    violations.iter().any(|v| v.severity() == Severity::Error)
}
