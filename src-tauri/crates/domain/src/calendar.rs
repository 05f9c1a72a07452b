//! Days on which the office is closed (閉庁日), and the last working day before one.
//!
//! Holidays follow 国民の祝日に関する法律（昭和23年法律第178号）, computed for the years in
//! [`KNOWN`]: its amendments in force since 2007, and the moved days of 2019 to 2021.
//! The equinoxes follow the formula for 1980 to 2099 that is published in 新訂 現代こよみ
//! 読み解き事典; the Cabinet announces the day each February for the next year. The
//! turn of the year follows 地方自治法第4条の2: 29 December to 3 January, as usual.

use crate::Day;
use chrono::{Datelike, Days, Weekday};

/// The calendar years for which holidays are computed.
pub const KNOWN: std::ops::RangeInclusive<i32> = 2007..=2035;

coded! {
    /// Why the office is closed on a day (閉庁の理由).
    Closed {
        Saturday = "saturday", "土曜日";
        Sunday = "sunday", "日曜日";
        Holiday = "holiday", "祝日";
        TurnOfYear = "turn_of_year", "年末年始";
    }
}

/// Why the office is closed on a day; none when it is open. Outside [`KNOWN`]
/// only weekends and the turn of the year are seen.
pub fn closed_on(day: Day) -> Option<Closed> {
    match day.weekday() {
        Weekday::Sat => Some(Closed::Saturday),
        Weekday::Sun => Some(Closed::Sunday),
        _ if matches!((day.month(), day.day()), (12, 29..=31) | (1, 2..=3)) => Some(Closed::TurnOfYear),
        _ => holiday(day).map(|_| Closed::Holiday),
    }
}

/// The last working day that is not after a day: what is due on a Saturday is done on the Friday.
pub fn working_day_by(day: Day) -> Day {
    let earlier = (0..30).filter_map(|back| day.checked_sub_days(Days::new(back)));
    earlier.into_iter().find(|d| closed_on(*d).is_none()).unwrap_or(day)
}

/// The name of a public holiday; 振替休日 and 国民の休日 included.
pub fn holiday(day: Day) -> Option<&'static str> {
    if !KNOWN.contains(&day.year()) {
        return None;
    }
    named(day).or_else(|| substitute(day)).or_else(|| between(day))
}

/// Article 3, paragraph 2: the first day after a holiday on a Sunday that is none itself.
fn substitute(day: Day) -> Option<&'static str> {
    let before = (1..7).map_while(|back| day.checked_sub_days(Days::new(back)));
    let mut run = before.take_while(|d| named(*d).is_some());
    run.any(|d| d.weekday() == Weekday::Sun).then_some("振替休日")
}

/// Article 3, paragraph 3: a day with a holiday on either side.
fn between(day: Day) -> Option<&'static str> {
    let on_both_sides = day.pred_opt().and_then(named).is_some() && day.succ_opt().and_then(named).is_some();
    on_both_sides.then_some("国民の休日")
}

/// Article 2, and the special laws for 2019 to 2021.
fn named(day: Day) -> Option<&'static str> {
    if !KNOWN.contains(&day.year()) {
        return None;
    }
    special(day).or_else(|| if is_moved_away(day) { None } else { fixed(day).or_else(|| by_week(day)) })
}

/// The days that the special laws set.
fn special(day: Day) -> Option<&'static str> {
    match (day.year(), day.month(), day.day()) {
        (2019, 5, 1) => Some("即位の日"),
        (2019, 10, 22) => Some("即位礼正殿の儀の行われる日"),
        (2020, 7, 23) | (2021, 7, 22) => Some("海の日"),
        (2020, 7, 24) | (2021, 7, 23) => Some("スポーツの日"),
        (2020, 8, 10) | (2021, 8, 8) => Some("山の日"),
        _ => None,
    }
}

/// In 2020 and 2021 the days of the sea, of the mountain and of sports stood elsewhere.
fn is_moved_away(day: Day) -> bool {
    let mountain = (day.month(), day.day()) == (8, 11);
    (2020..=2021).contains(&day.year()) && (mountain || matches!(day.month(), 7 | 10))
}

fn fixed(day: Day) -> Option<&'static str> {
    let (year, date) = (day.year(), (day.month(), day.day()));
    match date {
        (1, 1) => Some("元日"),
        (2, 11) => Some("建国記念の日"),
        (2, 23) if year >= 2020 => Some("天皇誕生日"),
        (12, 23) if year <= 2018 => Some("天皇誕生日"),
        (3, on) if on == equinox(year, 20.8431) => Some("春分の日"),
        (9, on) if on == equinox(year, 23.2488) => Some("秋分の日"),
        (4, 29) => Some("昭和の日"),
        (5, 3) => Some("憲法記念日"),
        (5, 4) => Some("みどりの日"),
        (5, 5) => Some("こどもの日"),
        (8, 11) if year >= 2016 => Some("山の日"),
        (11, 3) => Some("文化の日"),
        (11, 23) => Some("勤労感謝の日"),
        _ => None,
    }
}

fn by_week(day: Day) -> Option<&'static str> {
    if day.weekday() != Weekday::Mon {
        return None;
    }
    match (day.month(), (day.day() - 1) / 7 + 1) {
        (1, 2) => Some("成人の日"),
        (7, 3) => Some("海の日"),
        (9, 3) => Some("敬老の日"),
        (10, 2) if day.year() >= 2020 => Some("スポーツの日"),
        (10, 2) => Some("体育の日"),
        _ => None,
    }
}

/// The day of the month of an equinox, from its constant for 1980.
fn equinox(year: i32, constant: f64) -> u32 {
    let since = f64::from(year - 1980);
    (constant + 0.242_194 * since - (since / 4.0).floor()).floor() as u32
}

#[cfg(test)]
mod tests {
    //! The years as the Cabinet Office lists them (内閣府「国民の祝日について」).
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn holidays(year: i32) -> Vec<String> {
        let first = Day::from_ymd_opt(year, 1, 1).unwrap();
        let days = first.iter_days().take_while(|d| d.year() == year);
        days.filter(|d| holiday(*d).is_some()).map(|d| format!("{}/{}", d.month(), d.day())).collect()
    }

    #[test]
    fn the_holidays_are_those_of_the_law() {
        let listed = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        for (year, days) in [
            (2009, "1/1 1/12 2/11 3/20 4/29 5/3 5/4 5/5 5/6 7/20 9/21 9/22 9/23 10/12 11/3 11/23 12/23"),
            (2015, "1/1 1/12 2/11 3/21 4/29 5/3 5/4 5/5 5/6 7/20 9/21 9/22 9/23 10/12 11/3 11/23 12/23"),
            (
                2019,
                "1/1 1/14 2/11 3/21 4/29 4/30 5/1 5/2 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/23 10/14 10/22 11/3 11/4 11/23",
            ),
            (2020, "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 9/21 9/22 11/3 11/23"),
            (2021, "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23"),
            (
                2024,
                "1/1 1/8 2/11 2/12 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/22 9/23 10/14 11/3 11/4 11/23",
            ),
            (2026, "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23"),
            (2027, "1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23"),
        ] {
            assert_eq!(holidays(year), listed(days), "{year}");
        }
        assert!(holidays(2006).is_empty() && holidays(2036).is_empty(), "unknown years have no holidays");
    }

    #[test]
    fn what_is_due_on_a_closed_day_is_done_before() {
        for (due, done) in [
            ("2026-11-28", "2026-11-27"), // V24: a Saturday
            ("2026-11-23", "2026-11-20"), // 勤労感謝の日 on a Monday
            ("2026-09-23", "2026-09-18"), // three holidays and a weekend
            ("2027-01-03", "2026-12-28"), // the turn of the year
            ("2026-09-30", "2026-09-30"),
        ] {
            assert_eq!(working_day_by(due.parse().unwrap()), done.parse().unwrap(), "{due}");
        }
        assert_eq!(closed_on("2026-11-23".parse().unwrap()), Some(Closed::Holiday));
        assert_eq!(holiday("2026-09-22".parse().unwrap()), Some("国民の休日"));
        assert_eq!(holiday("2027-03-22".parse().unwrap()), Some("振替休日"));
    }
}
