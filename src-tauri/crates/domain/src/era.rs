//! Japanese eras and the ways of writing a day (V23).
//!
//! Eras are a table, not a formula: an era begins on a day, and the fiscal year
//! in which it begins is called by it (令和元年度).

use crate::{Day, FiscalYear};
use chrono::Datelike;

/// An era (元号).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Era {
    /// Its name, 令和.
    pub name: &'static str,
    /// Its initial, R.
    pub initial: char,
    /// Year, month and day of its first day.
    first: (i32, u32, u32),
}

/// The eras since 1868, latest first. Source: 元号を改める政令 of each era.
pub const ERAS: [Era; 5] = [
    Era { name: "令和", initial: 'R', first: (2019, 5, 1) },
    Era { name: "平成", initial: 'H', first: (1989, 1, 8) },
    Era { name: "昭和", initial: 'S', first: (1926, 12, 25) },
    Era { name: "大正", initial: 'T', first: (1912, 7, 30) },
    Era { name: "明治", initial: 'M', first: (1868, 1, 25) },
];

coded! {
    /// How dates are written (日付の書き方).
    DateStyle {
        Era = "era", "和暦";
        Western = "western", "西暦";
        Both = "both", "和暦（西暦）";
    }
}

impl Era {
    /// The era of a day and the year within it; none before 1868.
    pub fn of(day: Day) -> Option<(Self, i32)> {
        ERAS.into_iter()
            .find(|era| (day.year(), day.month(), day.day()) >= era.first)
            .map(|era| (era, day.year() - era.first.0 + 1))
    }

    /// The era that names a fiscal year: the one in force on its last day of
    /// the calendar year, so that FY2019 is 令和元年度.
    pub fn of_fiscal_year(year: FiscalYear) -> Option<(Self, i32)> {
        Day::from_ymd_opt(year.number(), 12, 31).and_then(Self::of)
    }
}

/// 元 for the first year of an era, otherwise the number.
fn era_year(n: i32) -> String {
    if n == 1 { "元".to_owned() } else { n.to_string() }
}

impl DateStyle {
    /// A day in full: 令和8年10月14日, 2026年10月14日, 令和8年（2026年）10月14日.
    pub fn day(self, day: Day) -> String {
        format!("{}{}月{}日", self.calendar_year(day), day.month(), day.day())
    }

    /// A day in full with its day of the week: 令和8年10月14日（水）.
    pub fn day_with_weekday(self, day: Day) -> String {
        format!("{}（{}）", self.day(day), weekday(day))
    }

    /// A fiscal year: 令和8年度, 2026年度, 令和8年度（2026年度）.
    pub fn fiscal_year(self, year: FiscalYear) -> String {
        let western = format!("{}年度", year.number());
        match (self, Era::of_fiscal_year(year)) {
            (Self::Western, _) | (_, None) => western,
            (Self::Era, Some((era, n))) => format!("{}{}年度", era.name, era_year(n)),
            (Self::Both, Some((era, n))) => format!("{}{}年度（{western}）", era.name, era_year(n)),
        }
    }

    fn calendar_year(self, day: Day) -> String {
        let western = format!("{}年", day.year());
        match (self, Era::of(day)) {
            (Self::Western, _) | (_, None) => western,
            (Self::Era, Some((era, n))) => format!("{}{}年", era.name, era_year(n)),
            (Self::Both, Some((era, n))) => format!("{}{}年（{western}）", era.name, era_year(n)),
        }
    }
}

/// The day of the week in one character.
pub fn weekday(day: Day) -> &'static str {
    ["月", "火", "水", "木", "金", "土", "日"][day.weekday().num_days_from_monday() as usize]
}

/// Reads a day as people in the office type it: `R8.4.1`, `令和8年4月1日`, `令和元年5月1日`,
/// `2026/4/1`, `2026-04-01`, `2026年4月1日`, `20260401`, in half or full width, with
/// the day of the week in brackets behind it or without.
/// None when the day of the week is another, when the text is no day, or the day lies outside the era that is named.
pub fn parse_day(text: &str) -> Option<Day> {
    let text = crate::text::half_width(text.trim());
    if let Some((date, named)) = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
        let named = named.strip_suffix("曜日").or_else(|| named.strip_suffix('曜')).unwrap_or(named);
        return bare_day(date.trim_end()).filter(|found| weekday(*found) == named);
    }
    bare_day(&text)
}

/// A day without its day of the week.
fn bare_day(text: &str) -> Option<Day> {
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return ymd(text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?);
    }
    let (era, rest) = split_era(text);
    let numbers = numbers(rest)?;
    let [year, month, day] = numbers[..] else { return None };
    match era {
        None => ymd(i32::try_from(year).ok()?, month, day),
        Some(era) => {
            let found = ymd((era.first.0 - 1).checked_add_unsigned(year)?, month, day)?;
            (Era::of(found)?.0 == era).then_some(found)
        }
    }
}

/// Reads a fiscal year: `R8`, `令和8年度`, `令和元年度`, `2026`, `2026年度`.
pub fn parse_fiscal_year(text: &str) -> Option<FiscalYear> {
    let text = crate::text::half_width(text.trim());
    let (era, rest) = split_era(&text);
    let rest = rest.trim_end_matches('度').trim_end_matches('年');
    let n: i32 = if rest == "元" { 1 } else { rest.parse().ok()? };
    match era {
        None => (n >= 1900).then(|| FiscalYear::new(n)).flatten(),
        Some(era) => FiscalYear::new((era.first.0 - 1).checked_add(n)?).filter(|year| {
            n >= 1 && Era::of_fiscal_year(*year).is_some_and(|(e, _)| e == era || n > 1 && e.first.0 == year.number())
        }),
    }
}

fn ymd(year: i32, month: u32, day: u32) -> Option<Day> {
    Day::from_ymd_opt(year, month, day).filter(|d| (1868..=2200).contains(&d.year()))
}

/// Splits a leading era (name, first character of the name or initial) from the rest.
fn split_era(text: &str) -> (Option<Era>, &str) {
    for era in ERAS {
        if let Some(rest) = text.strip_prefix(era.name) {
            return (Some(era), rest);
        }
        let short = era.name.chars().next().into_iter().chain([era.initial, era.initial.to_ascii_lowercase()]);
        for initial in short {
            if let Some(rest) = text.strip_prefix(initial) {
                return (Some(era), rest);
            }
        }
    }
    (None, text)
}

/// The numbers of a date, separated by 年月日 or one of `. / -`; 元 is 1.
fn numbers(text: &str) -> Option<Vec<u32>> {
    let text = ["年", ".", "/", "-"].iter().fold(text.to_owned(), |text, mark| {
        let (first, one) = (format!("元{mark}"), format!("1{mark}"));
        text.replace(&first, &one)
    });
    let text = text.strip_suffix('日').unwrap_or(&text);
    // A sign is no part of a date.
    let number = |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok()).flatten();
    text.split(['年', '月', '.', '/', '-']).map(|part| number(part.trim())).collect()
}

#[cfg(test)]
mod tests;
