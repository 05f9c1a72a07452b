//! Days as rosters write them: 和暦 in all its forms, 西暦, and Excel's count of days.

use crate::Day;
use crate::era::parse_day;
use chrono::{Days, Months};

/// The first and last count that is taken for a day: 1927 to 2200. Smaller numbers are something else.
const SERIALS: std::ops::RangeInclusive<f64> = 10_000.0..=109_938.0;

/// Eras in one character, as some input methods write them.
const SQUARE: [(char, &str); 5] = [('㋿', "令和"), ('㍻', "平成"), ('㍼', "昭和"), ('㍽', "大正"), ('㍾', "明治")];

/// Reads a day: as [`parse_day`], and besides `㋿6年4月1日`, `R060401`, `令和6年4月1日付け`,
/// `令和六年四月一日`, `2024/4/1 0:00:00`, and Excel's count of days as text.
#[must_use]
pub fn read_day(text: &str, from_1904: bool) -> Option<Day> {
    figures(text, from_1904).or_else(|| figures(&in_figures(text)?, from_1904))
}

/// A date whose numbers are written in kanji, with figures: `令和六年四月一日`,
/// `二〇二四年四月一日`. None where a number in it is none.
fn in_figures(text: &str) -> Option<String> {
    let is_number = |c: char| c == '十' || digit(c).is_some();
    let (mut written, mut number) = (String::with_capacity(text.len()), String::new());
    for c in text.chars().chain(['\n']) {
        if is_number(c) {
            number.push(c);
            continue;
        }
        if !number.is_empty() {
            written.push_str(&in_kanji(&number)?.to_string());
            number.clear();
        }
        written.push(c);
    }
    Some(written)
}

/// A number in kanji: by tens (三十一) or figure by figure (二〇二四).
fn in_kanji(text: &str) -> Option<u32> {
    let by_figure = |part: &str| {
        let figures = part.chars().map(digit).collect::<Option<Vec<u32>>>().filter(|figures| figures.len() <= 4)?;
        Some(figures.iter().fold(0, |number, figure| 10 * number + figure))
    };
    let Some((tens, ones)) = text.split_once('十') else { return by_figure(text) };
    let tens = if tens.is_empty() { 1 } else { by_figure(tens).filter(|n| (1..=9).contains(n))? };
    let ones = if ones.is_empty() { 0 } else { by_figure(ones).filter(|n| (1..=9).contains(n))? };
    Some(10 * tens + ones)
}

fn digit(c: char) -> Option<u32> {
    "〇一二三四五六七八九".chars().position(|figure| figure == c).and_then(|at| u32::try_from(at).ok())
}

/// A day in figures.
fn figures(text: &str, from_1904: bool) -> Option<Day> {
    let text = SQUARE.iter().fold(text.trim().to_owned(), |text, (square, era)| text.replace(*square, era));
    let text = crate::text::half_width(&text);
    let bare =
        ["付け", "付", "から", "より", "まで"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(&text).trim();
    let spaced = || bare.split_once(' ').filter(|(_, time)| is_time(time)).and_then(|(day, _)| parse_day(day));
    let joined = || parse_day(&bare.split_whitespace().collect::<String>());
    parse_day(bare).or_else(spaced).or_else(joined).or_else(|| compact(bare)).or_else(|| {
        let digits = bare.len() == 5 && bare.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| bare.parse().ok()).flatten().and_then(|number| serial_day(number, from_1904))
    })
}

/// Whether a text is a time of day alone.
fn is_time(text: &str) -> bool {
    text.contains(':') && text.bytes().all(|b| b.is_ascii_digit() || b == b':')
}

/// `R060401`.
fn compact(text: &str) -> Option<Day> {
    let at = text.char_indices().find(|(_, c)| c.is_ascii_digit())?.0;
    let (era, digits) = text.split_at(at);
    if era.is_empty() || digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    parse_day(&format!("{era}{}.{}.{}", &digits[..2], &digits[2..4], &digits[4..]))
}

/// A day from Excel's count, which begins in 1900 (with a 29 February that never
/// was) or in 1904; a number like `20260401` is the day that it spells.
#[must_use]
pub fn serial_day(number: f64, from_1904: bool) -> Option<Day> {
    if (18_680_101.0..=22_001_231.0).contains(&number) && number.fract() == 0.0 {
        return parse_day(&number.to_string());
    }
    if !SERIALS.contains(&number) {
        return None;
    }
    let first = if from_1904 { Day::from_ymd_opt(1904, 1, 1)? } else { Day::from_ymd_opt(1899, 12, 30)? };
    // Within the range; the part of a day is left out.
    first.checked_add_days(Days::new(number.floor() as u64))
}

/// Reads a term: `令和6年4月1日～令和8年3月31日`, one of the ends only, or the length of
/// a term from its first day (`R6.4.1から2年`).
#[must_use]
pub fn read_term(text: &str, from_1904: bool) -> Option<(Option<Day>, Option<Day>)> {
    const BETWEEN: [&str; 6] = ["～", "〜", "~", "から", " - ", "―"];
    let text = text.replace(['\n', '\r'], "");
    let parted = BETWEEN.iter().find_map(|mark| text.split_once(mark));
    let Some((first, last)) = parted else {
        let Some(day) = read_day(&text, from_1904) else { return joined_by_a_line(&text, from_1904) };
        return Some(if text.trim_end().ends_with("まで") { (None, Some(day)) } else { (Some(day), None) });
    };
    let (first, last) = (first.trim(), last.trim());
    let start = if first.is_empty() { None } else { Some(read_day(first, from_1904)?) };
    if last.is_empty() {
        return Some((start, None));
    }
    let years = last.strip_suffix("間").unwrap_or(last).strip_suffix('年');
    let years = years.and_then(|n| crate::text::half_width(n).trim().parse::<u32>().ok()).filter(|n| *n <= 20);
    match (start, years) {
        (Some(start), Some(years)) => {
            let end = start.checked_add_months(Months::new(12 * years)).and_then(|day| day.pred_opt());
            Some((Some(start), end))
        }
        _ => Some((start, Some(read_day(last, from_1904)?))),
    }
}

/// Two days with a short line between them, which may be the one of the days: `R6.4.1－R8.3.31`.
fn joined_by_a_line(text: &str, from_1904: bool) -> Option<(Option<Day>, Option<Day>)> {
    let lines = text.char_indices().filter(|(_, c)| matches!(c, '-' | '－' | '‐' | '–' | '—' | 'ー' | '−'));
    lines.into_iter().find_map(|(at, line)| {
        let (first, last) = (&text[..at], &text[at + line.len_utf8()..]);
        Some((Some(read_day(first, from_1904)?), Some(read_day(last, from_1904)?)))
    })
}
