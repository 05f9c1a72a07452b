//! What the rules object to in meetings and in the plan of a year (V12, V13, V15, V16, V20, V24).

use crate::meeting::MeetingState;
use crate::violation::Severity;
use crate::{Day, FiscalYear};

/// One objection to a meeting, its attendance or its place in the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeetingFault {
    /// V12: fewer meetings are entered than are planned, and the year is three quarters over.
    FewerThanPlanned {
        /** The body. */
        body: String,
        /** As planned. */
        planned: u8,
        /** Entered. */
        found: usize,
    },
    /// V12: a meeting that is called off, or held in writing, may or may not count.
    CountIsOpen {
        /** As planned. */
        planned: u8,
    },
    /// V13: no steering meeting since the last plenary.
    NoSteeringBefore {
        /** The plenary's number. */
        number: u16,
        /** Its day. */
        on: Day,
    },
    /// V20: what this meeting approves comes too late for the next budget.
    AfterBudget {
        /** The meeting's day. */
        on: Day,
        /** The last day of the budget's requests. */
        deadline: Day,
        /** The year whose budget is missed. */
        missed: FiscalYear,
    },
    /// V24: less time than usual between notice and meeting.
    NoticeLate {
        /** The last day of the usual time. */
        due: Day,
        /** Days before the meeting. */
        days: u64,
    },
    /// V24: the minutes are late.
    MinutesLate {
        /** When they were due. */
        due: Day,
    },
    /// Time or place is still open when the notice goes out.
    NoticeWithout {
        /** The field. */
        field: &'static str,
    },
    /// A state that does not follow on the present one.
    StateJump {
        /** Present. */
        from: MeetingState,
        /** Asked for. */
        to: MeetingState,
    },
    /// Held before its day has come.
    HeldTooSoon {
        /** Its day. */
        on: Day,
    },
    /// Held, and nobody's attendance is recorded for so many.
    AttendanceMissing {
        /** Members without a record. */
        members: usize,
    },
    /// It is put off to the day on which it is.
    SameDay {
        /** That day. */
        on: Day,
    },
    /// What members answered was about the old day.
    RepliesOfOldDay {
        /** Members with a record. */
        count: usize,
    },
    /// A body is named twice in a joint meeting.
    JointTwice {
        /** The body. */
        body: String,
    },
    /// V14: a series by term, or one that begins anew from a number, needs its year.
    SeriesWithoutYear,
    /// An item of this kind has nothing that could be left over.
    NothingToLeave,
    /// A meeting that does not take place has no clock.
    NotRunning,
    /// A meeting that holds something cannot be removed.
    NotEmpty,
    /// The standing items come onto an empty agenda only.
    AgendaNotEmpty,
    /// So many copies are a slip of the hand.
    TooManyCopies {
        /// For whom.
        field: &'static str,
        /// At most.
        limit: u32,
    },
    /// Officers were elected at the meeting, so that its day and its being held stand.
    OfficersElected,
    /// V17: an issue's step names the meeting, which it cannot come before.
    StepRests {
        /** The step's day. */
        on: Day,
    },
    /// V17: a proposal was approved at the meeting.
    ProposalRests {
        /** The day on which it was delivered. */
        delivered: Option<Day>,
    },
    /// V11: a member was selected at the meeting.
    SelectionRests {
        /** First day of the member. */
        start: Day,
    },
    /// A record elsewhere names the meeting, so that it cannot be removed.
    NamedElsewhere {
        /** Which record, in words: 地域生活支援部会の活動報告書. */
        record: String,
    },
    /// V14: counted in another way, meetings share their numbers.
    NumbersShared {
        /** How many. */
        count: usize,
    },
    /// V15: attendance is recorded of somebody who is no member on the new day.
    AttendedByOthers {
        /** The new day. */
        on: Day,
        /** How many. */
        count: usize,
    },
    /// V15: attendance at a meeting that was called off.
    AttendanceOfCancelled,
    /// V15: somebody stood in, and nobody is named.
    ProxyUnnamed {
        /** How many. */
        count: usize,
    },
    /// V16: fewer came than the rules want.
    NoQuorum {
        /** Wanted. */
        needed: usize,
        /** Came. */
        present: usize,
    },
}

impl MeetingFault {
    /// Its weight.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::StateJump { .. }
            | Self::HeldTooSoon { .. }
            | Self::SameDay { .. }
            | Self::JointTwice { .. }
            | Self::SeriesWithoutYear
            | Self::NothingToLeave
            | Self::NotRunning
            | Self::NotEmpty
            | Self::AgendaNotEmpty
            | Self::TooManyCopies { .. }
            | Self::OfficersElected
            | Self::StepRests { .. }
            | Self::ProposalRests { .. }
            | Self::SelectionRests { .. }
            | Self::NamedElsewhere { .. }
            | Self::AttendedByOthers { .. }
            | Self::AttendanceOfCancelled => Severity::Error,
            Self::NumbersShared { .. } | Self::NoSteeringBefore { .. } | Self::NoQuorum { .. } => Severity::Warning,
            _ => Severity::Notice,
        }
    }

    /// The rule that it comes from.
    pub const fn rule(&self) -> Option<&'static str> {
        match self {
            Self::FewerThanPlanned { .. } | Self::CountIsOpen { .. } => Some("V12"),
            Self::NoSteeringBefore { .. } => Some("V13"),
            Self::AttendedByOthers { .. } | Self::AttendanceOfCancelled | Self::ProxyUnnamed { .. } => Some("V15"),
            Self::SelectionRests { .. } => Some("V11"),
            Self::NumbersShared { .. } | Self::SeriesWithoutYear => Some("V14"),
            Self::StepRests { .. } | Self::ProposalRests { .. } => Some("V17"),
            Self::NoQuorum { .. } => Some("V16"),
            Self::AfterBudget { .. } => Some("V20"),
            Self::NoticeLate { .. } | Self::MinutesLate { .. } => Some("V24"),
            _ => None,
        }
    }
}
