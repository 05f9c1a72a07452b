//! When a term ends, and why (V1–V5).

use crate::violation::Violation;
use crate::{Day, FiscalYear};
use chrono::{Datelike, Months};

/// A body's rule for the end of a term (任期の定め).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermRule {
    /// 2年以内、委嘱を行った年度の翌年度末日 (the seed's rule for 全体会, V1 and V2).
    NextFiscalYearEnd,
    /// So many years from the first day, less one day.
    Years(u8),
    /// 定めなし: the rules set no term.
    NoTerm,
    /// 未定: the office has not answered yet.
    Undecided,
}

/// Where a computed last day comes from; `app` puts it into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Derivation {
    /// V1: the first day lies in `year`; the end is the last day of the year after it.
    NextFiscalYearEnd {
        /** First day. */
        start: Day,
        /** Its fiscal year. */
        year: FiscalYear,
        /** Last day. */
        end: Day,
    },
    /// So many years from the first day.
    Years {
        /** First day. */
        start: Day,
        /** Years. */
        years: u8,
        /** Last day. */
        end: Day,
    },
    /// V4: a replacement for the rest of the predecessor's term.
    RemainingTerm {
        /** First day. */
        start: Day,
        /** Last day of the predecessor's term. */
        end: Day,
    },
    /// V3: set by hand, shorter than the rule.
    Shortened {
        /** Last day by the rule. */
        rule_end: Day,
        /** Last day. */
        end: Day,
    },
    /// No term is set.
    NoTerm,
}

/// Years that [`TermRule::NextFiscalYearEnd`] never exceeds (2年以内).
const CAP_YEARS: u32 = 2;

impl TermRule {
    /// The stable code: `next_fiscal_year_end`, `years:3`, `none`, `undecided`.
    pub fn code(self) -> String {
        match self {
            Self::NextFiscalYearEnd => "next_fiscal_year_end".to_owned(),
            Self::Years(n) => format!("years:{n}"),
            Self::NoTerm => "none".to_owned(),
            Self::Undecided => "undecided".to_owned(),
        }
    }

    /// Reads a code.
    ///
    /// # Errors
    /// [`crate::UnknownCode`] when it is none.
    pub fn from_code(code: &str) -> Result<Self, crate::UnknownCode> {
        match code {
            "next_fiscal_year_end" => Ok(Self::NextFiscalYearEnd),
            "none" => Ok(Self::NoTerm),
            "undecided" => Ok(Self::Undecided),
            other => other
                .strip_prefix("years:")
                .and_then(|n| n.parse().ok())
                .filter(|n| (1..=20).contains(n))
                .map(Self::Years)
                .ok_or_else(|| crate::UnknownCode { set: "TermRule", code: code.to_owned() }),
        }
    }

    /// The last day of a term that starts on `start` (V1), with its derivation.
    /// No day where the rule sets none.
    pub fn end(self, start: Day) -> (Option<Day>, Derivation) {
        match self {
            Self::NextFiscalYearEnd => {
                let year = FiscalYear::of(start);
                let end = year.plus(1).last_day();
                (Some(end), Derivation::NextFiscalYearEnd { start, year, end })
            }
            Self::Years(years) => {
                let end = years_less_a_day(start, u32::from(years));
                (Some(end), Derivation::Years { start, years, end })
            }
            Self::NoTerm | Self::Undecided => (None, Derivation::NoTerm),
        }
    }

    /// The latest last day that the rule allows (V2).
    pub fn cap(self, start: Day) -> Option<Day> {
        match self {
            Self::NextFiscalYearEnd => Some(years_less_a_day(start, CAP_YEARS)),
            Self::Years(years) => Some(years_less_a_day(start, u32::from(years))),
            Self::NoTerm | Self::Undecided => None,
        }
    }

    /// Checks a last day typed by hand (V2, V3).
    pub fn check_end(self, start: Day, end: Day, has_reason: bool) -> Vec<Violation> {
        if end < start {
            return vec![Violation::EndBeforeStart { start, end }];
        }
        let mut found = Vec::new();
        if let Some(cap) = self.cap(start).filter(|cap| end > *cap) {
            found.push(Violation::TermTooLong { start, end, cap });
            if self == Self::NextFiscalYearEnd && !is_fiscal_year_end(end) {
                found.push(Violation::EndNotFiscalYearEnd { end });
            }
        }
        if let (Some(rule_end), _) = self.end(start)
            && end < rule_end
            && !has_reason
        {
            found.push(Violation::ShorterWithoutReason { rule_end, end });
        }
        found
    }
}

/// The two readings of a replacement's term (V4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replacement {
    /// 条文どおり: as if it were a first appointment.
    pub by_rule: Day,
    /// 残任期間: the rest of the predecessor's term.
    pub remaining: Day,
}

impl Replacement {
    /// Both readings for a replacement from `start`; none where no term is set.
    pub fn new(rule: TermRule, start: Day, predecessor_end: Day) -> Option<Self> {
        let (by_rule, _) = rule.end(start);
        Some(Self { by_rule: by_rule?, remaining: predecessor_end })
    }

    /// Whether the office has to choose: the readings give different days.
    pub fn needs_choice(self) -> bool {
        self.by_rule != self.remaining
    }
}

/// V5: the fiscal year counts from the day of appointment; dating it back into
/// an earlier year than the decision moves the end by a year.
pub fn check_back_dating(decided_on: Day, start: Day) -> Option<Violation> {
    (FiscalYear::of(start) < FiscalYear::of(decided_on))
        .then_some(Violation::BackDatedAcrossYears { decided_on, start })
}

fn years_less_a_day(start: Day, years: u32) -> Day {
    start.checked_add_months(Months::new(12 * years)).and_then(|d| d.pred_opt()).unwrap_or(start)
}

fn is_fiscal_year_end(day: Day) -> bool {
    (day.month(), day.day()) == (3, 31)
}

#[cfg(test)]
mod tests {
    //! The worked examples of V1–V5.
    #![allow(clippy::unwrap_used)]
    use super::*;

    const RULE: TermRule = TermRule::NextFiscalYearEnd;

    fn d(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn v1_end_of_the_year_after_the_year_of_appointment() {
        for (start, end, year) in [
            ("2022-04-01", "2024-03-31", 2022),
            ("2022-07-15", "2024-03-31", 2022),
            ("2022-10-01", "2024-03-31", 2022),
            ("2023-03-31", "2024-03-31", 2022),
            ("2023-04-01", "2025-03-31", 2023),
            ("2024-02-29", "2025-03-31", 2023),
            ("2026-09-15", "2028-03-31", 2026),
            ("2027-03-01", "2028-03-31", 2026),
        ] {
            let (found, why) = RULE.end(d(start));
            assert_eq!(found, Some(d(end)), "{start}");
            assert_eq!(
                why,
                Derivation::NextFiscalYearEnd { start: d(start), year: FiscalYear::new(year).unwrap(), end: d(end) }
            );
        }
        assert_eq!(TermRule::Years(3).end(d("2026-04-01")).0, Some(d("2029-03-31")));
        assert_eq!(TermRule::NoTerm.end(d("2026-04-01")), (None, Derivation::NoTerm));
    }

    #[test]
    fn v2_never_longer_than_two_years() {
        let mut day = d("2019-01-01");
        while day < d("2031-01-01") {
            let (end, cap) = (RULE.end(day).0.unwrap(), RULE.cap(day).unwrap());
            assert!(end <= cap, "{day}: {end} > {cap}");
            assert!((end - day).num_days() >= 365, "{day}");
            day = day.succ_opt().unwrap();
        }
        assert_eq!(RULE.cap(d("2022-04-01")), Some(d("2024-03-31")));
        assert_eq!((RULE.end(d("2024-03-31")).0.unwrap() - d("2024-03-31")).num_days() + 1, 366);
        let (start, end) = (d("2022-07-15"), d("2024-07-31"));
        assert_eq!(
            RULE.check_end(start, end, true),
            [Violation::TermTooLong { start, end, cap: d("2024-07-14") }, Violation::EndNotFiscalYearEnd { end }]
        );
        assert_eq!(RULE.check_end(end, start, true), [Violation::EndBeforeStart { start: end, end: start }]);
    }

    #[test]
    fn v3_shorter_only_with_a_reason() {
        let (start, end) = (d("2026-04-01"), d("2027-03-31"));
        assert_eq!(
            RULE.check_end(start, end, false),
            [Violation::ShorterWithoutReason { rule_end: d("2028-03-31"), end }]
        );
        assert_eq!(RULE.check_end(start, end, true), []);
        assert_eq!(RULE.check_end(start, d("2028-03-31"), false), []);
    }

    #[test]
    fn v4_a_replacement_has_two_readings() {
        let predecessor_end = d("2028-03-31");
        let late = Replacement::new(RULE, d("2027-07-01"), predecessor_end).unwrap();
        assert_eq!((late.by_rule, late.remaining, late.needs_choice()), (d("2029-03-31"), d("2028-03-31"), true));
        let early = Replacement::new(RULE, d("2026-09-01"), predecessor_end).unwrap();
        assert!(!early.needs_choice());
    }

    #[test]
    fn v5_the_day_of_appointment_decides() {
        assert_eq!(RULE.end(d("2027-04-01")).0, Some(d("2029-03-31")));
        assert_eq!(check_back_dating(d("2027-03-25"), d("2027-04-01")), None);
        assert!(check_back_dating(d("2027-04-02"), d("2027-03-31")).is_some());
        assert_eq!(check_back_dating(d("2027-03-25"), d("2027-03-01")), None);
    }

    #[test]
    fn codes_round_trip() {
        for rule in [RULE, TermRule::Years(3), TermRule::NoTerm, TermRule::Undecided] {
            assert_eq!(TermRule::from_code(&rule.code()), Ok(rule));
        }
        assert!(TermRule::from_code("years:0").is_err());
    }
}
