//! National holidays (国民の祝日・休日): the table that the program carries, and what the
//! law lets one expect of the years after it.
//!
//! The days of the two equinoxes are announced each February for the next year, so the
//! table (`assets/calendar/holidays.csv`, with its source) ends with the last year that
//! was announced. For some years after it the days are computed by
//! 国民の祝日に関する法律（昭和23年法律第178号） as it stands, with the equinoxes by the
//! formula for 1980 to 2099 that is published in 新訂 現代こよみ読み解き事典; they are
//! always told apart as [`Basis::Estimated`]. Of other years nothing is known.

use crate::Day;
use chrono::{Datelike, Weekday};
use std::sync::OnceLock;

/// The table as it is carried.
const TABLE: &str = include_str!("../../../../assets/calendar/holidays.csv");

/// For so many years after the table's last the days are computed.
const YEARS_AHEAD: i32 = 8;

coded! {
    /// How sure the holidays of a year are (祝日の確かさ).
    Basis {
        Announced = "announced", "公表済";
        Estimated = "estimated", "見込み";
        Unknown = "unknown", "不明";
    }
}

/// The table of holidays that the program carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Where it was taken from.
    pub source: &'static str,
    /// Its first calendar year.
    pub first: i32,
    /// Its last calendar year.
    pub last: i32,
    /// Every day with its name, by day.
    pub days: Vec<(Day, &'static str)>,
}

/// The table of holidays.
pub fn table() -> &'static Table {
    static READ: OnceLock<Table> = OnceLock::new();
    READ.get_or_init(|| read(TABLE))
}

/// Reads the table; a line that says nothing is passed over, which the tests do not.
fn read(text: &'static str) -> Table {
    let said =
        |key: &str| text.lines().find_map(|l| l.strip_prefix("# ")?.strip_prefix(key)).unwrap_or_default().trim();
    let year = |key: &str| said(key).parse().unwrap_or_default();
    let day = |line: &'static str| line.split_once(',').and_then(|(day, name)| Some((day.parse().ok()?, name)));
    let mut days: Vec<(Day, &'static str)> = text.lines().filter(|l| !l.starts_with('#')).filter_map(day).collect();
    days.sort_unstable();
    Table { source: said("source:"), first: year("first:"), last: year("last:"), days }
}

/// How sure the holidays of a calendar year are.
pub fn basis(year: i32) -> Basis {
    let Table { first, last, .. } = table();
    match year {
        y if (*first..=*last).contains(&y) => Basis::Announced,
        y if (*last + 1..=*last + YEARS_AHEAD).contains(&y) => Basis::Estimated,
        _ => Basis::Unknown,
    }
}

/// The name of a national holiday, 振替休日 and 国民の休日 included; none on other days,
/// and in years of which nothing is known.
pub fn holiday(day: Day) -> Option<&'static str> {
    match basis(day.year()) {
        Basis::Announced => {
            let days = &table().days;
            days.binary_search_by_key(&day, |(d, _)| *d).ok().and_then(|at| days.get(at)).map(|(_, name)| *name)
        }
        Basis::Estimated => expected(day),
        Basis::Unknown => None,
    }
}

/// The holiday that the law as it stands gives.
fn expected(day: Day) -> Option<&'static str> {
    named(day).or_else(|| substitute(day)).or_else(|| between(day))
}

/// Article 3, paragraph 2: the first day after a holiday on a Sunday that is none itself.
fn substitute(day: Day) -> Option<&'static str> {
    let before = (1..7).map_while(|back| day.checked_sub_days(chrono::Days::new(back)));
    let mut run = before.take_while(|d| named(*d).is_some());
    run.any(|d| d.weekday() == Weekday::Sun).then_some("振替休日")
}

/// Article 3, paragraph 3: a day with a holiday on either side.
fn between(day: Day) -> Option<&'static str> {
    let on_both_sides = day.pred_opt().and_then(named).is_some() && day.succ_opt().and_then(named).is_some();
    on_both_sides.then_some("国民の休日")
}

/// Article 2.
fn named(day: Day) -> Option<&'static str> {
    let week = (day.weekday() == Weekday::Mon).then(|| (day.day() - 1) / 7 + 1);
    match (day.month(), day.day(), week) {
        (1, 1, _) => Some("元日"),
        (1, _, Some(2)) => Some("成人の日"),
        (2, 11, _) => Some("建国記念の日"),
        (2, 23, _) => Some("天皇誕生日"),
        (3, on, _) if on == equinox(day.year(), 20.8431) => Some("春分の日"),
        (4, 29, _) => Some("昭和の日"),
        (5, 3, _) => Some("憲法記念日"),
        (5, 4, _) => Some("みどりの日"),
        (5, 5, _) => Some("こどもの日"),
        (7, _, Some(3)) => Some("海の日"),
        (8, 11, _) => Some("山の日"),
        (9, _, Some(3)) => Some("敬老の日"),
        (9, on, _) if on == equinox(day.year(), 23.2488) => Some("秋分の日"),
        (10, _, Some(2)) => Some("スポーツの日"),
        (11, 3, _) => Some("文化の日"),
        (11, 23, _) => Some("勤労感謝の日"),
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
    //! The table against the law, and years as the Cabinet Office lists them.
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn days_of(year: i32) -> impl Iterator<Item = Day> {
        Day::from_ymd_opt(year, 1, 1).unwrap().iter_days().take_while(move |d| d.year() == year)
    }

    fn listed(year: i32) -> String {
        let days = days_of(year).filter(|d| holiday(*d).is_some());
        days.map(|d| format!("{}/{}", d.month(), d.day())).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_table_is_whole() {
        let table = table();
        assert!(table.source.contains("内閣府"), "{table:?}");
        assert!(table.first <= 2007 && table.last >= 2027);
        let lines = TABLE.lines().filter(|l| !l.starts_with('#')).count();
        assert_eq!(table.days.len(), lines, "a line that cannot be read");
        assert!(table.days.iter().zip(table.days.iter().skip(1)).all(|(a, b)| a.0 < b.0), "sorted, no day twice");
        assert!(table.days.iter().all(|(d, name)| (table.first..=table.last).contains(&d.year()) && !name.is_empty()));
        for year in table.first..=table.last {
            let count = table.days.iter().filter(|(d, _)| d.year() == year).count();
            assert!((15..=22).contains(&count), "{year}: {count}");
        }
    }

    #[test]
    fn the_table_says_what_the_cabinet_office_lists() {
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
            assert_eq!(listed(year), days, "{year}");
        }
    }

    #[test]
    fn the_law_gives_what_was_announced() {
        for day in (2022..=table().last).flat_map(days_of) {
            assert_eq!(expected(day), holiday(day), "{day}");
        }
    }

    #[test]
    fn what_is_not_announced_is_told_apart() {
        let last = table().last;
        assert_eq!(basis(last), Basis::Announced);
        assert_eq!(basis(last + 1), Basis::Estimated);
        assert_eq!(basis(last + YEARS_AHEAD), Basis::Estimated);
        assert_eq!(basis(last + YEARS_AHEAD + 1), Basis::Unknown);
        assert_eq!(basis(table().first - 1), Basis::Unknown);
        assert!(listed(last + YEARS_AHEAD + 1).is_empty(), "nothing is guessed");
        assert_eq!(listed(2028), "1/1 1/10 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/22 10/9 11/3 11/23");
    }
}
