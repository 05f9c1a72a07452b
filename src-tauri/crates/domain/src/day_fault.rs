//! What the rules object to on the day of a meeting, and in what is paid.

use crate::Day;
use crate::day::TimeOfDay;

/// One objection to times, the audience, the quorum's rule or a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayFault {
    /// Left before coming, or back before leaving.
    TimesReversed {
        /** The first. */
        from: TimeOfDay,
        /** The second. */
        to: TimeOfDay,
    },
    /// More of the audience left than were let in.
    MoreLeft {
        /** Let in. */
        admitted: u32,
        /** Left. */
        left: u32,
    },
    /// Times of somebody whose attendance is not recorded.
    NotRecorded,
    /// V16: a quorum of nobody, or of more than all.
    NoShare,
    /// Somebody out of the room for an item of another meeting.
    OtherMeetingsItem,
    /// Neither a name nor an organisation.
    Nameless,
    /// One person in two places of the room, or a place of nobody.
    SeatTwice,
}

/// One objection to what is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PayFault {
    /// Another rate of the same office begins that day.
    RateTwice {
        /** The day. */
        from: Day,
    },
    /// Another table begins that day.
    TableTwice {
        /** The day. */
        from: Day,
    },
    /// The lines of a table begin with different amounts.
    BracketTwice,
    /// The list is closed.
    Closed {
        /** When. */
        on: Day,
    },
    /// The list is open.
    Open,
    /// Another list that is still open has these days.
    Overlaps,
    /// Paid before the last of its meetings.
    PaidTooSoon {
        /** The last meeting. */
        on: Day,
    },
    /// A half day's amount without its minutes, or the reverse.
    HalfWithoutMinutes,
    /// Nothing is to be paid.
    Nothing,
}
