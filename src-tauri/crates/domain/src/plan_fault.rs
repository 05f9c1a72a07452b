//! What the rules object to in the year's plan beside its meetings: days on which the
//! office is closed, milestones, lead times, moved meetings, a year that is laid out.

use crate::calendar::Closure;
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
}

impl PlanFault {
    /// Its weight.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::OfficeClosed { .. } | Self::HolidaysUnsure { .. } => Severity::Notice,
            Self::SameDayTwice { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The rule that it comes from.
    pub const fn rule(&self) -> Option<&'static str> {
        match self {
            Self::NoticedMoves { .. } | Self::LeadTooLong { .. } => Some("V24"),
            Self::OutsideYear { .. } => Some("V14"),
            _ => None,
        }
    }

    /// The field of the form that it concerns.
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::PeriodTooLong { .. } => Some("to"),
            Self::LeadTooLong { .. } => Some("days"),
            Self::NoticedMoves { .. } | Self::HeldMoves | Self::OutsideYear { .. } => Some("date"),
            _ => None,
        }
    }
}
