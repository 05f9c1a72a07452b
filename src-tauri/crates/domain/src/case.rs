//! Individual cases (個別事例) as the council's own data know them: by number only.
//! What a case holds is kept apart, see the crate `vault`.

use crate::era::Era;
use crate::id::IssueId;
use crate::{Day, FiscalYear};
use serde::{Deserialize, Serialize};

/// The number of a case (事例番号): R8-001. It is counted, never typed, so that no
/// word of the case can stand in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CaseNumber {
    /// The fiscal year in which the case was taken up.
    pub year: FiscalYear,
    /// Number within the year, from 1.
    pub number: u16,
}

/// A case that stands behind an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct IssueCase {
    /// The issue.
    pub issue: IssueId,
    /// The case.
    pub case: CaseNumber,
}

/// A case that was destroyed for good (廃棄).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DestroyedCase {
    /// The case.
    pub case: CaseNumber,
    /// When.
    pub on: Day,
}

impl CaseNumber {
    /// Reads R8-001, Ｒ８－１, 令和8-1, 事例R8-001 or 2026-1.
    pub fn parse(text: &str) -> Option<Self> {
        let text = crate::text::half_width(text.trim());
        let (year, number) = text.trim_start_matches("事例").rsplit_once('-')?;
        let number = number.parse().ok().filter(|n| *n > 0)?;
        Some(Self { year: crate::era::parse_fiscal_year(year)?, number })
    }
}

impl std::fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match Era::of_fiscal_year(self.year) {
            Some((era, n)) => write!(f, "{}{n}-{:03}", era.initial, self.number),
            None => write!(f, "{}-{:03}", self.year.number(), self.number),
        }
    }
}

#[cfg(test)]
mod tests {
    //! A number as it is written and read.
    use super::*;

    #[test]
    fn a_number_is_read_as_it_is_written() {
        let number = CaseNumber::parse("R8-1");
        assert_eq!(number.map(|n| n.to_string()).as_deref(), Some("R8-001"));
        for text in ["Ｒ８－００１", "事例R8-001", "令和8-1", "2026-001", " R8-001 "] {
            assert_eq!(CaseNumber::parse(text), number, "{text}");
        }
        for text in ["", "R8", "R8-0", "R8-髙橋", "髙橋-1", "R8-99999"] {
            assert_eq!(CaseNumber::parse(text), None, "{text}");
        }
    }
}
