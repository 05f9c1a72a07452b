//! Laying out a year (年間予定のたたき台): days proposed for the meetings of the year, as
//! the year before had them (the same weekday of the same week of the month), or by the
//! rules: the plenaries in the months that the office names, a steering meeting four
//! weeks before each (V13), subcommittees and case reviews between them. A proposal is
//! there to be corrected; days on which the office is closed are avoided.

use crate::body::BodyKind;
use crate::calendar::{Closure, OfficeCalendar};
use crate::id::BodyId;
use crate::meeting::Meeting;
use crate::{Day, FiscalYear};
use chrono::{Datelike, Days, Weekday};

/// A steering meeting stands so many days before its plenary: time to write what it decided.
const STEERING_BEFORE: u64 = 28;

/// Where nothing is known of a body's habits: the third Wednesday.
const USUAL_WEEK: (u32, Weekday) = (3, Weekday::Wed);

/// A subcommittee without a fixed number: after the first plenary, and before the last.
const SUBCOMMITTEE_MONTHS: [u32; 2] = [7, 12];

/// Case reviews without a fixed number: before the plenaries' steering meetings.
const REVIEW_MONTHS: [u32; 3] = [5, 9, 12];

coded! {
    /// What the proposed days follow (日程案の作り方).
    Pattern {
        LastYear = "last_year", "前の年度と同じ曜日・週";
        Rules = "rules", "協議会の決まりと開催の時期";
    }
}

/// A body whose meetings are laid out.
#[derive(Debug, Clone)]
pub struct Series<'a> {
    /// The body.
    pub body: BodyId,
    /// Its kind.
    pub kind: BodyKind,
    /// Meetings a year, where a number is set.
    pub per_year: Option<u8>,
    /// Its meetings of all years.
    pub meetings: Vec<&'a Meeting>,
}

/// Why a day is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// As in an earlier year: the same weekday of the same week of the month.
    SameWeek {
        /** The meeting of then. */
        then: Day,
    },
    /// A month that the office names, or that is usual, by the body's usual week and weekday.
    Month {
        /** The week of the month, 1 to 5. */
        week: u32,
        /** The weekday. */
        weekday: Weekday,
    },
    /// Four weeks before a plenary (V13).
    BeforePlenary {
        /** The plenary's day. */
        plenary: Day,
    },
}

/// A meeting that is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// The body.
    pub body: BodyId,
    /// The day.
    pub date: Day,
    /// From, as at the meeting that it follows.
    pub start: Option<String>,
    /// To.
    pub end: Option<String>,
    /// Place.
    pub place: String,
    /// Why this day.
    pub why: Why,
    /// The day that would have been next, and why the office is closed on it.
    pub avoided: Option<(Day, Closure)>,
}

/// The week of its month in which a weekday falls, from 1: 14 October 2026 is the second Wednesday.
pub fn week_of_month(day: Day) -> u32 {
    (day.day() - 1) / 7 + 1
}

/// A weekday in a week of a month; the last one where the month has no fifth.
pub fn weekday_of(year: i32, month: u32, week: u32, weekday: Weekday) -> Option<Day> {
    let fits = |week: u32| Day::from_weekday_of_month_opt(year, month, weekday, u8::try_from(week).ok()?);
    fits(week).or_else(|| fits(week.saturating_sub(1)))
}

/// The day of another year that is the same weekday of the same week of the same month.
pub fn same_week(then: Day, year: FiscalYear) -> Option<Day> {
    let calendar_year = if then.month() >= 4 { year.number() } else { year.number() + 1 };
    weekday_of(calendar_year, then.month(), week_of_month(then), then.weekday())
}

/// The months that the office names for its plenaries: 6月・10月・2月. What stands from
/// 予算 on says when the budget is asked for, and a month with a day is a day.
pub fn months_named(answer: &str) -> Vec<u32> {
    let text = crate::text::half_width(answer);
    let text = text.split("予算").next().unwrap_or_default();
    let mut found = Vec::new();
    for (at, _) in text.match_indices('月') {
        let digits: String = text[..at].chars().rev().take_while(char::is_ascii_digit).collect();
        let month = digits.chars().rev().collect::<String>().parse().unwrap_or_default();
        let is_day = text[at + '月'.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
        if (1..=12).contains(&month) && !is_day && !found.contains(&month) {
            found.push(month);
        }
    }
    found
}

/// The days that are proposed for a year.
pub fn propose(
    pattern: Pattern,
    series: &[Series<'_>],
    named: &[u32],
    year: FiscalYear,
    calendar: &OfficeCalendar,
) -> Vec<Proposed> {
    let maker = Maker { year, calendar };
    let mut found: Vec<Proposed> = match pattern {
        Pattern::LastYear => series.iter().flat_map(|s| maker.as_before(s)).collect(),
        Pattern::Rules => maker.by_rules(series, named),
    };
    found.sort_by_key(|p| (p.date, p.start.clone()));
    found
}

struct Maker<'a> {
    year: FiscalYear,
    calendar: &'a OfficeCalendar,
}

impl Maker<'_> {
    /// As in the latest year before that has meetings of the body.
    fn as_before(&self, series: &Series<'_>) -> Vec<Proposed> {
        let took_place = |m: &&&Meeting| m.state.takes_place() && m.year() < self.year;
        let Some(last) = series.meetings.iter().filter(took_place).map(|m| m.year()).max() else { return Vec::new() };
        let of_last = series.meetings.iter().filter(took_place).filter(|m| m.year() == last);
        of_last
            .filter_map(|m| {
                let day = same_week(m.date, self.year)?;
                Some(self.proposed(series.body, day, Some(m), Why::SameWeek { then: m.date }))
            })
            .collect()
    }

    fn by_rules(&self, series: &[Series<'_>], named: &[u32]) -> Vec<Proposed> {
        let of = |kind: BodyKind| series.iter().filter(move |s| s.kind == kind);
        let plenaries: Vec<Proposed> =
            of(BodyKind::Plenary).flat_map(|s| self.in_months(s, &plenary_months(s.per_year, named))).collect();
        let steering = of(BodyKind::Steering).flat_map(|s| plenaries.iter().filter_map(|p| self.before(s, p.date)));
        let others = series.iter().filter(|s| !matches!(s.kind, BodyKind::Plenary | BodyKind::Steering));
        let others = others.flat_map(|s| self.in_months(s, &other_months(s)));
        steering.chain(others).collect::<Vec<_>>().into_iter().chain(plenaries.clone()).collect()
    }

    fn in_months(&self, series: &Series<'_>, months: &[u32]) -> Vec<Proposed> {
        let last = latest(series);
        let (week, weekday) = last.map_or(USUAL_WEEK, |m| (week_of_month(m.date), m.date.weekday()));
        let day = |month: &u32| {
            let year = if *month >= 4 { self.year.number() } else { self.year.number() + 1 };
            weekday_of(year, *month, week, weekday)
        };
        let why = Why::Month { week, weekday };
        months.iter().filter_map(day).map(|day| self.proposed(series.body, day, last, why.clone())).collect()
    }

    /// Four weeks before a plenary; earlier where the office is closed then, and never in the year before.
    fn before(&self, series: &Series<'_>, plenary: Day) -> Option<Proposed> {
        let day = plenary.checked_sub_days(Days::new(STEERING_BEFORE))?.max(self.year.first_day());
        Some(self.proposed(series.body, day, latest(series), Why::BeforePlenary { plenary }))
    }

    fn proposed(&self, body: BodyId, day: Day, as_at: Option<&Meeting>, why: Why) -> Proposed {
        let date = self.open_near(day);
        let avoided = self.calendar.closed_on(day).filter(|_| date != day).map(|closure| (day, closure));
        Proposed {
            body,
            date,
            start: as_at.and_then(|m| m.start.clone()),
            end: as_at.and_then(|m| m.end.clone()),
            place: as_at.map(|m| m.place.clone()).unwrap_or_default(),
            why,
            avoided,
        }
    }

    /// The day, or where the office is closed on it the same weekday of the week after or
    /// before, within the year; else the next open day.
    fn open_near(&self, day: Day) -> Day {
        let weeks = [day.checked_add_days(Days::new(7)), day.checked_sub_days(Days::new(7))];
        let near = [Some(day)].into_iter().chain(weeks).flatten();
        let mut fit = near.filter(|d| self.year.contains(*d) && self.calendar.is_open(*d));
        fit.next().unwrap_or_else(|| self.calendar.open_from(day))
    }
}

/// The body's latest meeting that was not called off.
fn latest<'a>(series: &Series<'a>) -> Option<&'a Meeting> {
    series.meetings.iter().filter(|m| m.state.takes_place()).max_by_key(|m| m.date).copied()
}

/// The plenaries' months: those that the office names, where they are as many as the rules want.
fn plenary_months(per_year: Option<u8>, named: &[u32]) -> Vec<u32> {
    let count = per_year.map_or_else(|| named.len().max(1), usize::from);
    if named.len() == count && count > 0 {
        return named.to_vec();
    }
    match count {
        1 => vec![6],
        2 => vec![6, 2],
        3 => vec![6, 10, 2],
        more => spread(more),
    }
}

fn other_months(series: &Series<'_>) -> Vec<u32> {
    match (series.per_year, series.kind) {
        (Some(n), _) => spread(usize::from(n)),
        (None, BodyKind::CaseReview) => REVIEW_MONTHS.to_vec(),
        (None, _) => SUBCOMMITTEE_MONTHS.to_vec(),
    }
}

/// So many months evenly over the ten from May to February; April and March are busy
/// with transfers and the year's end. More than ten are one a month and the rest left out.
fn spread(count: usize) -> Vec<u32> {
    let count = count.min(12);
    let (first, span) = if count > 10 { (4, 12) } else { (5, 10) };
    let month = |at: usize| {
        let after = (2 * at + 1) * span / (2 * count.max(1));
        u32::try_from((first - 1 + after) % 12 + 1).unwrap_or(1)
    };
    (0..count).map(month).collect()
}

#[cfg(test)]
mod tests;
