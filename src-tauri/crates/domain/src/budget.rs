//! The last day of the budget's requests (V20), read out of the office's words.

use crate::{Day, FiscalYear};

/// Words that call a day the last one.
const DEADLINE: [&str; 6] = ["締切", "締め切", "締切り", "〆切", "期限", "まで"];

/// Words of a clause whose day is another one: a notice, a policy, a beginning.
const OTHERS: [&str; 5] = ["通知", "方針", "説明", "開始", "査定"];

/// V20: the last day of the budget's requests in a year: 予算要求締切は10月30日. Only a
/// month and a day that stand together are a day; the one that is called the
/// last comes first. None where the words leave it open.
pub fn budget_deadline(answer: &str, year: FiscalYear) -> Option<Day> {
    let answer: String = crate::text::half_width(answer).chars().filter(|c| *c != ' ').collect();
    let at = answer.find("予算").or_else(|| answer.find("要求"))?;
    let clauses = clauses(&answer[at..]);
    let called = clauses.iter().find_map(|clause| called_last(clause, year));
    let plain = |clause: &&String| {
        (clause.contains("予算") || clause.contains("要求")) && !OTHERS.iter().any(|w| clause.contains(w))
    };
    called.or_else(|| clauses.iter().filter(plain).find_map(|clause| Some(days_in(clause, year).first()?.day)))
}

/// The clauses of a text; one that only names its subject goes on in the next.
fn clauses(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut open = String::new();
    for part in text.split(['。', '、', ',', '・', ';', '(', ')', '「', '」', '\n']) {
        open.push_str(part);
        if !open.ends_with(['は', 'が', ':']) {
            found.push(std::mem::take(&mut open));
        }
    }
    found.push(open);
    found
}

/// The day of a clause that calls it the last: after the word, or right before it.
fn called_last(clause: &str, year: FiscalYear) -> Option<Day> {
    let word = DEADLINE.iter().filter_map(|w| clause.find(w)).min()?;
    let days = days_in(clause, year);
    let after = days.iter().find(|d| d.from > word);
    after.or_else(|| days.iter().rfind(|d| d.from < word)).map(|d| d.day)
}

/// A day, and where in a text it is written.
struct Found {
    from: usize,
    day: Day,
}

/// The days that are written whole: 10月30日, 10/30, 10月末. A day from which
/// something only begins is none of them.
fn days_in(text: &str, year: FiscalYear) -> Vec<Found> {
    let digits = |c: char| c.is_ascii_digit();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(digits).map(|n| at + n) {
        let (month, rest) = number(&text[start..]);
        at = text.len() - rest.len();
        let Some((day, after)) = day_after(month, rest, year) else { continue };
        at = text.len() - after.len();
        if !["から", "~", "〜", "より", "以降", "/"].iter().any(|w| after.starts_with(w)) {
            found.extend(day.map(|day| Found { from: start, day }));
        }
    }
    found
}

/// The day that follows a month, and what stands behind it.
fn day_after(month: u32, rest: &str, year: FiscalYear) -> Option<(Option<Day>, &str)> {
    if let Some(after) = rest.strip_prefix("月末日").or_else(|| rest.strip_prefix("月末")) {
        let first = day_of(year, month, 1);
        let last = first.and_then(|d| d.checked_add_months(chrono::Months::new(1))).and_then(|d| d.pred_opt());
        return Some((last, after));
    }
    let (mark, with_sign) =
        if let Some(after) = rest.strip_prefix('月') { (after, true) } else { (rest.strip_prefix('/')?, false) };
    if !mark.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (day, after) = number(mark);
    if !with_sign && after.starts_with('/') {
        // 2026/10/30: the first number is the year.
        let (last, after) = number(&after[1..]);
        return Some((day_of(year, day, last), after));
    }
    let after = if with_sign { after.strip_prefix('日')? } else { after };
    Some((day_of(year, month, day), after))
}

/// A day of a fiscal year.
fn day_of(year: FiscalYear, month: u32, day: u32) -> Option<Day> {
    Day::from_ymd_opt(if month >= 4 { year.number() } else { year.number() + 1 }, month, day)
}

/// The number at the beginning of a text, and what stands behind it.
fn number(text: &str) -> (u32, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    (text[..end].parse().unwrap_or_default(), &text[end..])
}

#[cfg(test)]
mod tests {
    //! V20's worked examples.
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn v20_the_deadline_is_read_in_words() {
        let year = FiscalYear::new(2026).unwrap();
        for (answer, day) in [
            ("6月・10月・2月。予算要求締切は１０月30日（令和8年度）", Some("2026-10-30")),
            ("予算要求は1月8日まで", Some("2027-01-08")),
            ("6月・10月・2月", None),
            ("予算要求は10月中旬（財政課から9月20日通知）", None),
            ("予算編成方針は8月、要求締切は10月30日", Some("2026-10-30")),
            ("予算編成方針の通知は8月25日、要求は10月30日", Some("2026-10-30")),
            ("予算要求締切は10/30", Some("2026-10-30")),
            ("予算要求の締切は、10月 30日", Some("2026-10-30")),
            ("予算要求の締切：2026/10/30", Some("2026-10-30")),
            ("予算要求は10月末", Some("2026-10-31")),
            ("予算要求は２月末まで", Some("2027-02-28")),
            ("予算要求期間は10月1日から10月30日まで", Some("2026-10-30")),
            ("予算要求は10月1日から", None),
            ("予算要求は10月30日が締切", Some("2026-10-30")),
            ("予算要求締切は13月40日", None),
            ("予算要求締切は10月", None),
        ] {
            assert_eq!(budget_deadline(answer, year).map(|d| d.to_string()).as_deref(), day, "{answer}");
        }
    }
}
