//! The office's calendar: on which days it is closed (閉庁日) and why, and a day shifted to
//! the open day before it (deadlines) or after it, with the reason.
//!
//! Closed are Saturdays and Sundays, the national holidays ([`crate::holidays`]) and the
//! turn of the year, 29 December to 3 January, as 地方自治法第4条の2 has it; the office
//! corrects this by its own [`DayRule`]s.

use crate::Day;
use crate::holidays::{self, Basis};
use crate::id::DayRuleId;
use chrono::{Datelike, Days, Weekday};

/// So far an open day is looked for; no office is closed for longer.
const REACH: u64 = 60;

coded! {
    /// Why the office is closed on a day (閉庁の理由).
    Closed {
        Saturday = "saturday", "土曜日";
        Sunday = "sunday", "日曜日";
        Holiday = "holiday", "祝日";
        TurnOfYear = "turn_of_year", "年末年始";
        Office = "office", "閉庁日";
    }
}

coded! {
    /// What the office has set of a day (開庁・閉庁の定め).
    DayRuleKind {
        Closed = "closed", "閉庁日";
        Open = "open", "開庁日";
        Holiday = "holiday", "祝日の追加";
        NoHoliday = "no_holiday", "祝日の取消し";
    }
}

coded! {
    /// To which side a day is shifted (繰上げ・繰下げ).
    Toward {
        Before = "before", "前の開庁日";
        After = "after", "次の開庁日";
    }
}

/// Days of which the office has set something itself (開庁・閉庁の定め).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayRule {
    /// Its identifier.
    pub id: DayRuleId,
    /// What is set.
    pub kind: DayRuleKind,
    /// The first day.
    pub from: Day,
    /// The last day, the same for a single one.
    pub to: Day,
    /// Whether it holds every year on these days of the calendar.
    pub yearly: bool,
    /// What the days are called: 市制記念日.
    pub name: String,
}

/// Why the office is closed, with the day's name where it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// Why.
    pub why: Closed,
    /// 勤労感謝の日, 市制記念日.
    pub name: Option<String>,
}

/// A day that was shifted to one on which the office is open, with how that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shifted {
    /// The day that was asked for.
    pub counted: Day,
    /// The open day: the same, or the next one to that side.
    pub on: Day,
    /// To which side.
    pub toward: Toward,
    /// Why the day that was asked for is closed; none where it is open.
    pub closure: Option<Closure>,
    /// How sure the holidays of the years that were looked at are.
    pub basis: Basis,
}

/// The days on which the office is open and closed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfficeCalendar {
    rules: Vec<DayRule>,
}

impl DayRule {
    /// A yearly rule, and any period of closing, ends within a year of its beginning.
    pub const LONGEST: i64 = 366;

    /// Whether it says something of a day.
    pub fn covers(&self, day: Day) -> bool {
        if !self.yearly {
            return (self.from..=self.to).contains(&day);
        }
        let of = |d: Day| (d.month(), d.day());
        let (from, to, on) = (of(self.from), of(self.to), of(day));
        match from <= to {
            true => (from..=to).contains(&on),
            // 29 December to 3 January.
            false => on >= from || on <= to,
        }
    }
}

impl Shifted {
    /// Whether the day that was asked for was closed.
    pub fn moved(&self) -> bool {
        self.on != self.counted
    }
}

impl OfficeCalendar {
    /// The calendar of an office with these corrections.
    pub const fn new(rules: Vec<DayRule>) -> Self {
        Self { rules }
    }

    /// The office's corrections.
    pub fn rules(&self) -> &[DayRule] {
        &self.rules
    }

    fn rule(&self, kind: DayRuleKind, day: Day) -> Option<&DayRule> {
        self.rules.iter().find(|r| r.kind == kind && r.covers(day))
    }

    /// Why the office is closed on a day; none when it is open. What the office has set
    /// itself comes before everything else.
    pub fn closed_on(&self, day: Day) -> Option<Closure> {
        if self.rule(DayRuleKind::Open, day).is_some() {
            return None;
        }
        let plain = |why| Some(Closure { why, name: None });
        match day.weekday() {
            Weekday::Sat => return plain(Closed::Saturday),
            Weekday::Sun => return plain(Closed::Sunday),
            _ => {}
        }
        if let Some(rule) = self.rule(DayRuleKind::Closed, day) {
            return Some(Closure { why: Closed::Office, name: Some(rule.name.clone()).filter(|n| !n.is_empty()) });
        }
        if matches!((day.month(), day.day()), (12, 29..=31) | (1, 2..=3)) {
            return plain(Closed::TurnOfYear);
        }
        self.holiday(day).map(|name| Closure { why: Closed::Holiday, name: Some(name.to_owned()) })
    }

    /// The name of a national holiday, as corrected by the office.
    pub fn holiday(&self, day: Day) -> Option<&str> {
        if let Some(added) = self.rule(DayRuleKind::Holiday, day) {
            return Some(&added.name);
        }
        holidays::holiday(day).filter(|_| self.rule(DayRuleKind::NoHoliday, day).is_none())
    }

    /// Whether the office is open on a day.
    pub fn is_open(&self, day: Day) -> bool {
        self.closed_on(day).is_none()
    }

    /// A day shifted to one on which the office is open, with the reason: 11/28は土曜日の
    /// ため前の開庁日11/27. An office that never opens keeps the day.
    pub fn shift(&self, counted: Day, toward: Toward) -> Shifted {
        let step = |n: u64| match toward {
            Toward::Before => counted.checked_sub_days(Days::new(n)),
            Toward::After => counted.checked_add_days(Days::new(n)),
        };
        let on = (0..REACH).filter_map(step).find(|d| self.is_open(*d)).unwrap_or(counted);
        let basis = holidays::basis(counted.year()).max(holidays::basis(on.year()));
        Shifted { counted, on, toward, closure: self.closed_on(counted), basis }
    }

    /// The last open day that is not after a day: what is due on a Saturday is done on the Friday.
    pub fn open_by(&self, day: Day) -> Day {
        self.shift(day, Toward::Before).on
    }

    /// The first open day that is not before a day.
    pub fn open_from(&self, day: Day) -> Day {
        self.shift(day, Toward::After).on
    }
}

#[cfg(test)]
mod tests {
    //! Shifting, by V24's worked example and the corrections of an office.
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn rule(kind: DayRuleKind, from: &str, to: &str, yearly: bool, name: &str) -> DayRule {
        let id = DayRuleId::from_key(&format!("{from}{to}"));
        DayRule { id, kind, from: from.parse().unwrap(), to: to.parse().unwrap(), yearly, name: name.to_owned() }
    }

    fn shifted(calendar: &OfficeCalendar, day: &str, toward: Toward) -> String {
        calendar.shift(day.parse().unwrap(), toward).on.to_string()
    }

    #[test]
    fn what_is_due_on_a_closed_day_is_done_before() {
        let plain = OfficeCalendar::default();
        for (due, before, after, why) in [
            ("2026-11-28", "2026-11-27", "2026-11-30", Some(Closed::Saturday)), // V24
            ("2026-11-23", "2026-11-20", "2026-11-24", Some(Closed::Holiday)),
            ("2026-09-23", "2026-09-18", "2026-09-24", Some(Closed::Holiday)), // three holidays and a weekend
            ("2027-01-03", "2026-12-28", "2027-01-04", Some(Closed::Sunday)),
            ("2026-12-31", "2026-12-28", "2027-01-04", Some(Closed::TurnOfYear)),
            ("2026-09-30", "2026-09-30", "2026-09-30", None),
        ] {
            assert_eq!(shifted(&plain, due, Toward::Before), before, "{due}");
            assert_eq!(shifted(&plain, due, Toward::After), after, "{due}");
            let found = plain.shift(due.parse().unwrap(), Toward::Before);
            assert_eq!(found.closure.map(|c| c.why), why, "{due}");
        }
        let holiday = plain.closed_on("2026-11-23".parse().unwrap()).unwrap();
        assert_eq!((holiday.why, holiday.name.as_deref()), (Closed::Holiday, Some("勤労感謝の日")));
    }

    #[test]
    fn the_office_corrects_its_calendar() {
        let calendar = OfficeCalendar::new(vec![
            rule(DayRuleKind::Closed, "2026-11-02", "2026-11-02", true, "市制記念日"),
            rule(DayRuleKind::Closed, "2026-08-13", "2026-08-14", false, "夏季一斉休業"),
            rule(DayRuleKind::Open, "2026-12-29", "2026-12-29", true, ""),
            rule(DayRuleKind::Open, "2027-03-28", "2027-03-28", false, "日曜開庁"),
            rule(DayRuleKind::Holiday, "2028-05-01", "2028-05-01", false, "特別の休日"),
            rule(DayRuleKind::NoHoliday, "2027-10-11", "2027-10-11", false, ""),
        ]);
        for (day, open) in [
            ("2027-11-02", false),
            ("2027-11-01", true),
            ("2026-08-13", false),
            ("2027-08-13", true),
            ("2027-12-29", true),
            ("2027-12-30", false),
            ("2027-03-28", true),
            ("2028-05-01", false),
            ("2027-10-11", true),
        ] {
            assert_eq!(calendar.is_open(day.parse().unwrap()), open, "{day}");
        }
        let named = calendar.closed_on("2027-11-02".parse().unwrap()).unwrap();
        assert_eq!((named.why, named.name.as_deref()), (Closed::Office, Some("市制記念日")));
    }

    #[test]
    fn a_yearly_rule_may_go_over_the_turn_of_the_year() {
        let turn = rule(DayRuleKind::Closed, "2026-12-28", "2027-01-04", true, "年末年始");
        for (day, covered) in [
            ("2030-12-28", true),
            ("2031-01-04", true),
            ("2031-01-05", false),
            ("2030-12-27", false),
            ("2030-06-01", false),
        ] {
            assert_eq!(turn.covers(day.parse().unwrap()), covered, "{day}");
        }
    }

    #[test]
    fn an_office_that_never_opens_keeps_the_day() {
        let never = OfficeCalendar::new(vec![rule(DayRuleKind::Closed, "2026-01-01", "2026-12-31", true, "")]);
        let found = never.shift("2026-06-10".parse().unwrap(), Toward::Before);
        assert!(!found.moved() && found.closure.is_some());
    }

    #[test]
    fn how_sure_the_holidays_are_is_told() {
        let basis = |day: &str| OfficeCalendar::default().shift(day.parse().unwrap(), Toward::Before).basis;
        assert_eq!(basis("2026-11-28"), Basis::Announced);
        assert_eq!(basis("2028-11-28"), Basis::Estimated);
        assert_eq!(basis("2060-11-28"), Basis::Unknown);
    }
}
