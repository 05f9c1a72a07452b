//! Numbers from the office's series: one series a fiscal year, no number twice.

use super::template::{Raw, split};
use super::{BatchNumbers, LetterFault};
use crate::FiscalYear;
use crate::era::Era;
use std::collections::BTreeSet;

/// The era's year, 8 in 令和8年度.
const ERA_YEAR: &str = "年";
/// The calendar year in which the fiscal year begins.
const WESTERN_YEAR: &str = "西暦";
/// The number.
const NUMBER: &str = "番号";

/// How a number is written, `{年}鎌障第{番号}号`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberPattern(String);

/// The numbers that a batch of letters takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberPlan {
    /// Each letter's number and branch, in order.
    pub numbers: Vec<(u32, Option<u32>)>,
}

impl NumberPattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// [`LetterFault::UnknownField`], [`LetterFault::LooseBrace`], [`LetterFault::NoPlaceForNumber`].
    pub fn parse(text: &str) -> Result<Self, LetterFault> {
        let mut has_number = false;
        for raw in split("pattern", text)? {
            if let Raw::Named { name, line } = raw {
                has_number |= name == NUMBER;
                if ![ERA_YEAR, WESTERN_YEAR, NUMBER].contains(&name.as_str()) {
                    return Err(LetterFault::UnknownField { field: "pattern", name, line });
                }
            }
        }
        if has_number { Ok(Self(text.to_owned())) } else { Err(LetterFault::NoPlaceForNumber) }
    }

    /// A number in words: 8鎌障第123号, with its branch 8鎌障第123号の2.
    pub fn write(&self, year: FiscalYear, number: u32, branch: Option<u32>) -> String {
        let era = Era::of_fiscal_year(year).map_or_else(|| year.number().to_string(), |(_, n)| n.to_string());
        let each = split("pattern", &self.0).unwrap_or_default().into_iter().map(|raw| match raw {
            Raw::Text(text) => text,
            Raw::Named { name, .. } if name == ERA_YEAR => era.clone(),
            Raw::Named { name, .. } if name == WESTERN_YEAR => year.number().to_string(),
            Raw::Named { .. } => number.to_string(),
        });
        let branch = branch.map(|n| format!("の{n}")).unwrap_or_default();
        format!("{}{branch}", each.collect::<String>())
    }
}

impl NumberPlan {
    /// The numbers of so many letters from `first` on; a single letter has no branch.
    pub fn new(batch: BatchNumbers, first: u32, letters: usize) -> Self {
        let counted = (0u32..).take(letters);
        let numbers = match batch {
            BatchNumbers::Branch if letters > 1 => counted.map(|n| (first, Some(n + 1))).collect(),
            BatchNumbers::Each | BatchNumbers::Branch => counted.map(|n| (first.saturating_add(n), None)).collect(),
        };
        Self { numbers }
    }

    /// The first of its numbers that was taken already.
    pub fn taken(&self, taken: &BTreeSet<u32>) -> Option<u32> {
        self.numbers.iter().map(|(number, _)| *number).find(|number| taken.contains(number))
    }
}

/// The next free number: from `first` on, where the office's series begins or goes
/// on this year, the earliest that leaves room for the whole batch.
pub fn next_number(first: u32, taken: &BTreeSet<u32>, batch: BatchNumbers, letters: usize) -> u32 {
    let mut next = first.max(1);
    while let Some(found) = NumberPlan::new(batch, next, letters.max(1)).taken(taken) {
        next = found.saturating_add(1);
    }
    next
}
