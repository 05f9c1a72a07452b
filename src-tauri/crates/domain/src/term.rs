//! When a term ends, and why (V1–V5).

use crate::appointment::{EndReason, EndRule};
use crate::id::BodyId;
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
    /// So many years, to the end of the last fiscal year in them (n年以内、年度末日まで).
    FiscalYears(u8),
    /// 前任者の満了日まで: as long as the one whose seat is taken over would have sat.
    Predecessor,
    /// 全体会の委員の任期に合わせる: as long as the members of the plenary (V11).
    AsPlenary,
    /// ほかの会議体の委員の任期に合わせる: as long as the members of another body.
    AsBody(BodyId),
    /// 定めなし: the rules set no term.
    NoTerm,
    /// 未定: the office has not answered yet.
    Undecided,
}

coded! {
    /// What a body's rules say of a replacement's term (補欠の任期の定め, V4).
    ReplacementRule {
        Ask = "ask", "委嘱のたびに選ぶ";
        Remaining = "remaining", "前任者の残任期間";
        ByRule = "by_rule", "任期の定めどおり";
    }
}

/// What a last day may depend on beside the first day and the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Around {
    /// Planned last day of the one whose seat is taken over before that day.
    pub predecessor: Option<Day>,
    /// Last day at that time of the members of the body that the rule follows: the plenary,
    /// unless it names another.
    pub followed: Option<Day>,
    /// What the body's rules say of a replacement's term.
    pub replacement: Option<ReplacementRule>,
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
    /// So many years, to the end of the last fiscal year in them.
    FiscalYears {
        /** First day. */
        start: Day,
        /** Years. */
        years: u8,
        /** The fiscal year of the last day. */
        last: FiscalYear,
        /** Last day. */
        end: Day,
    },
    /// Until the predecessor's planned last day, as the body's rule says.
    Predecessor {
        /** Last day. */
        end: Day,
    },
    /// The rule is the predecessor's last day, and there is none.
    NoPredecessor,
    /// V11: as long as the members of the plenary.
    AsPlenary {
        /** Last day. */
        end: Day,
    },
    /// The rule is the plenary's term, and nobody sits there.
    NoPlenary,
    /// As long as the members of another body.
    AsBody {
        /** The body. */
        body: BodyId,
        /** Last day. */
        end: Day,
    },
    /// The rule is another body's term, and nobody sits there.
    NobodyThere {
        /** The body. */
        body: BodyId,
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
        /** Why; none where the office has not said. */
        reason: Option<EndReason>,
    },
    /// V11: set by hand where the rules give no term.
    SetByHand {
        /** Last day. */
        end: Day,
        /** Whether the office has not answered yet, rather than having no rule (未定). */
        undecided: bool,
    },
    /// 定めなし: the rules set no term.
    NoTerm,
    /// 未定: the office has not answered yet.
    Undecided,
}

/// What stands before a body in the code of [`TermRule::AsBody`].
const AS_BODY: &str = "as_body:";
/// Years that [`TermRule::NextFiscalYearEnd`] never exceeds (2年以内).
const CAP_YEARS: u32 = 2;

impl TermRule {
    /// The stable code: `next_fiscal_year_end`, `years:3`, `fiscal_years:3`, `predecessor`,
    /// `as_plenary`, `as_body:` with the body's identifier, `none`, `undecided`.
    pub fn code(self) -> String {
        match self {
            Self::NextFiscalYearEnd => "next_fiscal_year_end".to_owned(),
            Self::Years(n) => format!("years:{n}"),
            Self::FiscalYears(n) => format!("fiscal_years:{n}"),
            Self::Predecessor => "predecessor".to_owned(),
            Self::AsPlenary => "as_plenary".to_owned(),
            Self::AsBody(body) => format!("{AS_BODY}{body}"),
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
            "predecessor" => Ok(Self::Predecessor),
            "as_plenary" => Ok(Self::AsPlenary),
            other => counted(other, "years:")
                .map(Self::Years)
                .or_else(|| counted(other, "fiscal_years:").map(Self::FiscalYears))
                .or_else(|| BodyId::parse(other.strip_prefix(AS_BODY)?).ok().map(Self::AsBody))
                .ok_or_else(|| crate::UnknownCode {
                    set: "TermRule",
                    code: code.to_owned(),
                    known: "next_fiscal_year_end years:N fiscal_years:N predecessor as_plenary as_body:BODY none undecided",
                }),
        }
    }

    /// The last day of a term that starts on `start` (V1), with its derivation,
    /// where nothing is known of a predecessor or of another body.
    /// No day where the rule sets none.
    pub fn end(self, start: Day) -> (Option<Day>, Derivation) {
        self.end_among(start, Around::default())
    }

    /// Whether it rests on somebody else's term.
    pub const fn rests(self) -> bool {
        matches!(self, Self::Predecessor | Self::AsPlenary | Self::AsBody(_))
    }

    /// The last day of a term that starts on `start` (V1), with its derivation.
    /// No day where the rule sets none, or rests on a term that there is not.
    pub fn end_among(self, start: Day, around: Around) -> (Option<Day>, Derivation) {
        let runs = |end: Option<Day>| end.filter(|end| start <= *end);
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
            Self::FiscalYears(years) => {
                let last = FiscalYear::of(start).plus(i32::from(years) - 1);
                let end = last.last_day();
                (Some(end), Derivation::FiscalYears { start, years, last, end })
            }
            Self::Predecessor => match runs(around.predecessor) {
                Some(end) => (Some(end), Derivation::Predecessor { end }),
                None => (None, Derivation::NoPredecessor),
            },
            Self::AsPlenary => match runs(around.followed) {
                Some(end) => (Some(end), Derivation::AsPlenary { end }),
                None => (None, Derivation::NoPlenary),
            },
            Self::AsBody(body) => match runs(around.followed) {
                Some(end) => (Some(end), Derivation::AsBody { body, end }),
                None => (None, Derivation::NobodyThere { body }),
            },
            Self::NoTerm => (None, Derivation::NoTerm),
            Self::Undecided => (None, Derivation::Undecided),
        }
    }

    /// The latest last day that the rule allows (V2).
    pub fn cap(self, start: Day) -> Option<Day> {
        match self {
            Self::NextFiscalYearEnd => Some(years_less_a_day(start, CAP_YEARS)),
            Self::Years(years) | Self::FiscalYears(years) => Some(years_less_a_day(start, u32::from(years))),
            Self::Predecessor | Self::AsPlenary | Self::AsBody(_) | Self::NoTerm | Self::Undecided => None,
        }
    }

    /// Checks a last day typed by hand (V1, V2, V3): never after the rule's, before it only with a reason.
    pub fn check_end(self, start: Day, end: Day, has_reason: bool, around: Around) -> Vec<Violation> {
        if end < start {
            return vec![Violation::EndBeforeStart { start, end }];
        }
        let mut found = Vec::new();
        if let Some(cap) = self.cap(start).filter(|cap| end > *cap) {
            found.push(Violation::TermTooLong { start, end, cap });
            if matches!(self, Self::NextFiscalYearEnd | Self::FiscalYears(_)) && !is_fiscal_year_end(end) {
                found.push(Violation::EndNotFiscalYearEnd { end });
            }
        }
        let Some(rule_end) = self.end_among(start, around).0 else { return found };
        if end < rule_end && !has_reason {
            found.push(Violation::ShorterWithoutReason { rule_end, end });
        }
        if end > rule_end && found.is_empty() {
            found.push(Violation::EndAfterRule { rule_end, end });
        }
        found
    }
}

/// The number after a prefix, where it is a number of years.
fn counted(code: &str, prefix: &str) -> Option<u8> {
    code.strip_prefix(prefix).and_then(|n| n.parse().ok()).filter(|n| (1..=20).contains(n))
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
    pub fn new(rule: TermRule, start: Day, around: Around) -> Option<Self> {
        let (by_rule, _) = rule.end_among(start, around);
        Some(Self { by_rule: by_rule?, remaining: around.predecessor? })
    }

    /// Whether the office has to choose: the readings give different days.
    pub fn needs_choice(self) -> bool {
        self.by_rule != self.remaining
    }
}

/// What the office says of the end of a new member's term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EndWish {
    /// Last day typed by hand.
    pub end: Option<Day>,
    /// Why it is shorter than the rule.
    pub reason: Option<EndReason>,
    /// Which reading of a replacement's term (V4): [`EndRule::ByRule`] or [`EndRule::Remaining`].
    pub reading: Option<EndRule>,
}

/// A planned last day, with its reading and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlannedEnd {
    /// Last day; none where no term is set.
    pub end: Option<Day>,
    /// Which reading gave it.
    pub rule: EndRule,
    /// Why it is shorter than the rule.
    pub reason: Option<EndReason>,
    /// Where it comes from.
    pub why: Derivation,
}

/// Plans the last day of a term (V1 to V4). Where the two readings of a replacement's
/// term differ, the body's rule for replacements decides; else the office must choose.
///
/// # Errors
/// The [`Violation`] when a choice is missing, or is none that the term has.
pub fn plan_end(rule: TermRule, start: Day, around: Around, wish: EndWish) -> Result<PlannedEnd, Violation> {
    let (rule_end, why) = rule.end_among(start, around);
    let ruled = if rule_end.is_some() { EndRule::ByRule } else { EndRule::NoTerm };
    match (wish.end, wish.reading) {
        (Some(_), Some(_)) => Err(Violation::EndAndReading),
        (None, _) if wish.reason.is_some() => Err(Violation::ReasonWithoutEnd),
        (Some(end), None) => Ok(typed_end(rule, start, end, wish.reason, around)),
        (None, reading) => match reading.map_or_else(|| usual_reading(rule, start, around), Ok)? {
            EndRule::Remaining => remaining(start, around.predecessor.ok_or(Violation::NothingRemains)?),
            _ => Ok(PlannedEnd { end: rule_end, rule: ruled, reason: None, why }),
        },
    }
}

/// The reading that goes without saying.
fn usual_reading(rule: TermRule, start: Day, around: Around) -> Result<EndRule, Violation> {
    let Some(readings) = Replacement::new(rule, start, around).filter(|r| r.needs_choice()) else {
        return Ok(EndRule::ByRule);
    };
    match around.replacement.unwrap_or(ReplacementRule::Ask) {
        ReplacementRule::Remaining => Ok(EndRule::Remaining),
        ReplacementRule::ByRule => Ok(EndRule::ByRule),
        ReplacementRule::Ask => {
            let Replacement { by_rule, remaining } = readings;
            Err(Violation::ReplacementChoiceNeeded { by_rule, remaining })
        }
    }
}

fn remaining(start: Day, end: Day) -> Result<PlannedEnd, Violation> {
    Ok(PlannedEnd {
        end: Some(end),
        rule: EndRule::Remaining,
        reason: Some(EndReason::RemainingTerm),
        why: Derivation::RemainingTerm { start, end },
    })
}

/// A last day typed by hand: whether it may stand is for [`TermRule::check_end`].
fn typed_end(rule: TermRule, start: Day, end: Day, reason: Option<EndReason>, around: Around) -> PlannedEnd {
    let (rule_end, why) = rule.end_among(start, around);
    let (reading, why) = match rule_end {
        Some(rule_end) if rule_end == end => (EndRule::ByRule, why),
        Some(rule_end) => (EndRule::Shortened, Derivation::Shortened { rule_end, end, reason }),
        None => (EndRule::NoTerm, Derivation::SetByHand { end, undecided: rule == TermRule::Undecided }),
    };
    PlannedEnd { end: Some(end), rule: reading, reason, why }
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
mod tests;
