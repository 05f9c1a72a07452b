//! What the rules object to in the year's plan beside its meetings: days on which the
//! office is closed, milestones, lead times, moved meetings, a year that is laid out;
//! and in the plans on which the council is heard (V19).

use crate::calendar::Closure;
use crate::hearing::{HearingFault, RevisionKind};
use crate::holidays::Basis;
use crate::violation::Severity;
use crate::{Day, FiscalYear};

/// One objection to a day, a milestone, a lead time or a proposed year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanFault {
    /// The office is closed on the day of a meeting.
    OfficeClosed {
        /** The day. */
        on: Day,
        /** Why. */
        closure: Closure,
    },
    /// The holidays of the year are not announced yet, or not known.
    HolidaysUnsure {
        /** The calendar year. */
        year: i32,
        /** The last year of the table. */
        last: i32,
        /** How sure. */
        basis: Basis,
    },
    /// Two meetings of one body on one day.
    SameDayTwice {
        /** The day. */
        on: Day,
    },
    /// The members have been told of the day (V24).
    NoticedMoves {
        /** The day that they were told. */
        on: Day,
    },
    /// A meeting that has taken place, or does not, is not moved in the plan.
    HeldMoves,
    /// More days than a rule or a milestone may take.
    PeriodTooLong {
        /** At most. */
        limit: i64,
    },
    /// More days before or after a meeting than can be meant (V24).
    LeadTooLong {
        /** At most. */
        limit: u16,
    },
    /// A day outside the year that is laid out.
    OutsideYear {
        /** The day. */
        on: Day,
        /** The year. */
        year: FiscalYear,
    },
    /// Nothing was chosen to be entered.
    NothingChosen,
    /// V19: a plan is decided, and the hearing of the council lacks something.
    Hearing {
        /** What it lacks. */
        fault: HearingFault,
        /** Whether the plan is made or changed. */
        what: RevisionKind,
        /** The laws that ask for a hearing. */
        laws: String,
    },
    /// A plan would be part of itself.
    PartOfItself,
    /// A plan would follow itself.
    FollowsItself,
    /// Something belongs to the plan that is to be removed.
    PlanInUse,
    /// A plan or a hearing rests on the law that is to be removed.
    LawInUse,
    /// An opinion is on the item that is to be removed.
    ItemInUse,
    /// A proposal ended in the item.
    ItemOfProposal {
        /** Its number: 提案第1号. */
        number: String,
    },
    /// There was a hearing on the making or change that is to be removed.
    RevisionHeard,
    /// An item's last year before its first.
    YearsBackwards {
        /** First year. */
        from: FiscalYear,
        /** Last year. */
        to: FiscalYear,
    },
    /// A day of a hearing before the one that comes first.
    DaysBackwards {
        /** The field of the later one. */
        field: &'static str,
        /** The one that comes first. */
        before: Day,
        /** The one that was typed. */
        after: Day,
    },
}

impl PlanFault {
    /// Its weight.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::OfficeClosed { .. } | Self::HolidaysUnsure { .. } => Severity::Notice,
            Self::Hearing { fault: HearingFault::StillUnheard { .. }, .. } => Severity::Notice,
            Self::SameDayTwice { .. } | Self::Hearing { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The rule that it comes from.
    pub const fn rule(&self) -> Option<&'static str> {
        match self {
            Self::NoticedMoves { .. } | Self::LeadTooLong { .. } => Some("V24"),
            Self::OutsideYear { .. } => Some("V14"),
            Self::Hearing { .. } => Some("V19"),
            _ => None,
        }
    }

    /// The field of the form that it concerns.
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::PeriodTooLong { .. } => Some("to"),
            Self::LeadTooLong { .. } => Some("days"),
            Self::PartOfItself => Some("parent"),
            Self::FollowsItself => Some("predecessor"),
            Self::YearsBackwards { .. } => Some("to_year"),
            Self::DaysBackwards { field, .. } => Some(field),
            Self::NoticedMoves { .. } | Self::HeldMoves | Self::OutsideYear { .. } => Some("date"),
            _ => None,
        }
    }
}
