//! Days as rosters write them: 和暦 in all its forms, 西暦, and Excel's count of days.

use crate::Day;
use crate::era::parse_day;
use chrono::{Days, Months};

/// The first and last count that is taken for a day: 1927 to 2200. Smaller numbers are something else.
const SERIALS: std::ops::RangeInclusive<f64> = 10_000.0..=109_938.0;

/// Eras in one character, as some input methods write them.
const SQUARE: [(char, &str); 4] = [('㋿', "令和"), ('㍻', "平成"), ('㍼', "昭和"), ('㍽', "大正")];

/// Reads a day: as [`parse_day`], and besides `㋿6年4月1日`, `R060401`, `令和6年4月1日付け`,
/// `2024/4/1 0:00:00`, and Excel's count of days as text.
#[must_use]
pub fn read_day(text: &str, from_1904: bool) -> Option<Day> {
    let text = SQUARE.iter().fold(text.trim().to_owned(), |text, (square, era)| text.replace(*square, era));
    let text = crate::text::half_width(&text);
    let bare =
        ["付け", "付", "から", "より", "まで"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(&text).trim();
    let spaced = || bare.split_once(' ').filter(|(_, time)| time.contains(':')).and_then(|(day, _)| parse_day(day));
    let joined = || parse_day(&bare.split_whitespace().collect::<String>());
    parse_day(bare).or_else(spaced).or_else(joined).or_else(|| compact(bare)).or_else(|| {
        let digits = bare.len() == 5 && bare.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| bare.parse().ok()).flatten().and_then(|number| serial_day(number, from_1904))
    })
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
        let day = read_day(&text, from_1904)?;
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
