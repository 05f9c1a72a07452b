//! How long somebody has sat in a body without a break (連続在任), how often they were
//! reappointed (再任), and the limits that an office may have set for both.

use crate::Day;
use crate::appointment::Appointment;
use crate::violation::{Severity, Violation};
use chrono::Months;

/// So many days may lie between two terms that follow on each other: a new term's
/// letters are often handed over at its first meeting, within the quarter.
pub const GAP_DAYS: i64 = 92;

/// The limits of reappointment that a body's rules set (再任の上限); none where they set none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Reappointments at most: 2 for 「再任は２回まで」.
    pub reappointments: Option<u8>,
    /// Years without a break at most: 6 for 「連続６年まで」.
    pub years: Option<u8>,
}

/// A limit that a new term does not keep, with its derivation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ServiceFault {
    /// Reappointed more often than the rules allow.
    TooOften {
        /** Which reappointment this is. */
        times: u16,
        /** As many as are allowed. */
        limit: u8,
        /** A member without a break since. */
        since: Day,
        /** Why an exception is made. */
        reason: Option<String>,
    },
    /// Longer without a break than the rules allow.
    TooLong {
        /** A member without a break since. */
        since: Day,
        /** Last day of the new term. */
        end: Day,
        /** Years that are allowed. */
        years: u8,
        /** Last day that they allow. */
        last: Day,
        /** Why an exception is made. */
        reason: Option<String>,
    },
}

impl ServiceFault {
    /// A warning; a notice where the reason of the exception is stated.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::TooOften { reason: Some(_), .. } | Self::TooLong { reason: Some(_), .. } => Severity::Notice,
            Self::TooOften { .. } | Self::TooLong { .. } => Severity::Warning,
        }
    }
}

/// A person's unbroken time in a body, up to one appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Service {
    /// First day of the first appointment without a break.
    pub since: Day,
    /// How many of the appointments after it began another term.
    pub reappointments: u16,
}

/// The unbroken time up to an appointment. What continues a term that was cut short
/// (another category in mid-term, V6) is no reappointment.
pub fn service(of: &Appointment, all: &[&Appointment]) -> Service {
    let mut at = of;
    let mut found = Service { since: of.start, reappointments: 0 };
    while let Some(before) = before(at, all) {
        found.reappointments += u16::from(!continues(before, at));
        found.since = before.start;
        at = before;
    }
    found
}

/// The appointment that one follows on.
fn before<'a>(of: &Appointment, all: &[&'a Appointment]) -> Option<&'a Appointment> {
    let same = |a: &&Appointment| a.person == of.person && a.body == of.body && a.kind == of.kind && a.start < of.start;
    let near = |a: &&Appointment| {
        a.last_day().is_some_and(|last| last < of.start && (of.start - last).num_days() - 1 <= GAP_DAYS)
    };
    all.iter().copied().filter(same).filter(near).max_by_key(|a| (a.start, a.id))
}

/// Whether the later one runs within the term that the earlier one had been given.
fn continues(earlier: &Appointment, later: &Appointment) -> bool {
    earlier.ended_on.is_some() && earlier.end.is_some_and(|end| later.start <= end)
}

/// What a new term says to the limits: a warning with its derivation, or a notice where
/// the office has stated why it makes an exception.
pub fn check_limits(limits: Limits, served: Service, end: Option<Day>, exception: Option<&str>) -> Vec<Violation> {
    let reason = exception.map(str::to_owned);
    let mut found = Vec::new();
    if let Some(limit) = limits.reappointments.filter(|limit| served.reappointments > u16::from(*limit)) {
        let (times, since) = (served.reappointments, served.since);
        found.push(ServiceFault::TooOften { times, limit, since, reason: reason.clone() });
    }
    if let Some((years, last, end)) = limits.years.and_then(|years| too_long(years, served, end?)) {
        found.push(ServiceFault::TooLong { since: served.since, end, years, last, reason });
    }
    found.into_iter().map(Violation::Service).collect()
}

/// The last day that the years allow, where the end lies beyond it.
fn too_long(years: u8, served: Service, end: Day) -> Option<(u8, Day, Day)> {
    let last = served.since.checked_add_months(Months::new(12 * u32::from(years)))?.pred_opt()?;
    (end > last).then_some((years, last, end))
}

#[cfg(test)]
mod tests;
