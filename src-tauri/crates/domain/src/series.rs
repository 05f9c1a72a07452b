//! How a body numbers its meetings (回数の数え方, V14): by fiscal year, running, or by
//! term, and from which number on.

use crate::id::BodyId;
use crate::meeting::{Meeting, MeetingState, Numbering};
use crate::violation::Violation;
use crate::{Day, FiscalYear};

coded! {
    /// When a body's numbers begin anew (回数の数え方).
    Counting {
        PerYear = "per_year", "年度ごと";
        Running = "running", "通し";
        PerTerm = "per_term", "任期（期）ごと";
    }
}

/// A body's series of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Series {
    /// When it begins anew.
    pub counting: Counting,
    /// The number of the first meeting, of the period that [`Self::since`] lies in;
    /// every other period begins at 1. A running series has one period.
    pub first: u16,
    /// The fiscal year in which numbers begin with [`Self::first`]; of a series by
    /// term also a year in which a term begins. None: the first number holds for every period.
    pub since: Option<FiscalYear>,
    /// How many fiscal years a term has; for a series by term alone.
    pub years: u8,
}

impl Series {
    /// The council's way, for a body that has none of its own.
    pub const fn of(numbering: Numbering) -> Self {
        let counting = match numbering {
            Numbering::PerYear => Counting::PerYear,
            Numbering::Running => Counting::Running,
        };
        Self { counting, first: 1, since: None, years: 2 }
    }

    /// The period in which a day lies; numbers are unique within it.
    pub fn period(self, day: Day) -> i32 {
        let year = FiscalYear::of(day).number();
        match self.counting {
            Counting::PerYear => year,
            Counting::Running => 0,
            Counting::PerTerm => {
                let anchor = self.since.map_or(0, FiscalYear::number);
                (year - anchor).div_euclid(i32::from(self.years.max(1)))
            }
        }
    }

    /// The number of the first meeting in the period of a day.
    pub fn first_on(self, day: Day) -> u16 {
        let begins = self.since.is_none_or(|since| self.period(since.first_day()) == self.period(day));
        if begins || self.counting == Counting::Running { self.first } else { 1 }
    }

    /// V14: the number of a new meeting of a body on a day: the one after the last before
    /// that day, where it is free; else one more than the highest.
    pub fn next(self, body: BodyId, on: Day, meetings: &[Meeting]) -> u16 {
        let period = self.period(on);
        let counted = meetings.iter().filter(|m| m.keeps_number() && self.period(m.date) == period);
        let all: Vec<(Day, u16)> = counted.filter_map(|m| Some((m.date, m.number_in(body)?))).collect();
        let after = |highest: Option<u16>| highest.map_or(self.first_on(on), |n| n.saturating_add(1));
        let by_day = after(all.iter().filter(|(day, _)| *day <= on).map(|(_, n)| *n).max());
        if all.iter().any(|(_, n)| *n == by_day) { after(all.iter().map(|(_, n)| *n).max()) } else { by_day }
    }

    /// V14: no two meetings of a body with one number in a period.
    pub fn check_number(self, body: BodyId, meeting: &Meeting, meetings: &[Meeting]) -> Option<Violation> {
        let number = meeting.number_in(body)?;
        self.others(body, meeting, meetings)
            .find(|(_, n)| *n == number)
            .map(|(m, _)| Violation::MeetingNumberTaken { number, on: m.date })
    }

    /// V14: as [`Self::check_number`], of a meeting that is mended: a number that it shares
    /// since the way of counting has changed does not stand in the way of anything else.
    pub fn check_renumbered(self, body: BodyId, old: &Meeting, new: &Meeting, all: &[Meeting]) -> Option<Violation> {
        let moved = new.number_in(body) != old.number_in(body) || self.period(new.date) != self.period(old.date);
        self.check_number(body, new, all).filter(|_| moved)
    }

    /// V14: numbers follow the days; a meeting that was entered late may not. One that
    /// is put off to an open day has no day to follow.
    pub fn check_order(self, body: BodyId, meeting: &Meeting, meetings: &[Meeting]) -> Option<Violation> {
        let number = meeting.number_in(body)?;
        if meeting.state == MeetingState::Postponed {
            return None;
        }
        self.others(body, meeting, meetings)
            .filter(|(m, _)| m.state != MeetingState::Postponed)
            .any(|(m, n)| n != number && follows(m, meeting) == Some(n < number))
            .then_some(Violation::MeetingNumberOrder { number })
    }

    /// The body's other meetings of the period that have a number, with it.
    fn others<'a>(
        self,
        body: BodyId,
        meeting: &'a Meeting,
        meetings: &'a [Meeting],
    ) -> impl Iterator<Item = (&'a Meeting, u16)> {
        let period = self.period(meeting.date);
        meetings
            .iter()
            .filter(move |m| m.id != meeting.id && m.keeps_number() && self.period(m.date) == period)
            .filter_map(move |m| Some((m, m.number_in(body)?)))
    }
}

/// Whether a meeting comes after another; none where both are on one day and the
/// hours do not tell.
fn follows(meeting: &Meeting, other: &Meeting) -> Option<bool> {
    if meeting.date != other.date {
        return Some(meeting.date > other.date);
    }
    let (start, others) = (meeting.start.as_ref()?, other.start.as_ref()?);
    (start != others).then(|| start > others)
}

/// V14: how many meetings share their number with an earlier one of their body, as
/// each body counts.
pub fn shared_numbers(series: impl Fn(BodyId) -> Series, meetings: &[Meeting]) -> usize {
    let before = |at: usize| meetings.get(..at).unwrap_or_default();
    let shares = |m: &Meeting, earlier| m.bodies().any(|b| series(b).check_number(b, m, earlier).is_some());
    meetings.iter().enumerate().filter(|(at, m)| m.keeps_number() && shares(m, before(*at))).count()
}

#[cfg(test)]
mod tests;
