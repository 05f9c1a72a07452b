//! Everything in the vault.

use crate::case::Case;
use crate::error::{Error, Result};
use crate::frame::VaultId;
use entaku_domain::case::CaseNumber;
use entaku_domain::{Day, FiscalYear};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// Years that a case is kept where the office has set nothing: the usual five of
/// municipal records on consultations.
pub const DEFAULT_YEARS: u16 = 5;
/// Minutes without use after which the vault closes, where the office has set nothing.
pub const DEFAULT_MINUTES: u16 = 10;
/// The most that can be set.
pub const MOST_YEARS: u16 = 30;

/// The content of a vault.
#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub struct Content {
    /// Whose it is; as in the line before it, which is not encrypted.
    #[zeroize(skip)]
    pub(crate) id: VaultId,
    /// Years that a case is kept, as the office has set it.
    pub years: u16,
    /// Minutes without use after which it closes, as the office has set it.
    pub minutes: u16,
    /// The cases, by number; destroyed ones keep their number.
    pub(crate) cases: Vec<Case>,
    /// What was being typed when the vault closed by itself.
    #[serde(default)]
    pub draft: Option<String>,
    /// Documents that left although they held words of a case.
    #[serde(default)]
    pub(crate) releases: Vec<Release>,
}

/// Something that was let go: a document although it held words of a case, since somebody
/// looked and gave the reason; the gist of a case when it went to the ledger. The words
/// themselves are not kept: they would outlast their case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Zeroize)]
pub struct Release {
    /// When.
    #[zeroize(skip)]
    pub on: Day,
    /// The document, or the gist of which case for which issue.
    pub title: String,
    /// How many words were found.
    pub count: usize,
    /// Why it may leave.
    pub reason: String,
    /// Who let it go; empty where that was not kept yet.
    #[serde(default)]
    pub by: String,
}

impl Content {
    pub(crate) const fn new(id: VaultId) -> Self {
        Self {
            id,
            years: DEFAULT_YEARS,
            minutes: DEFAULT_MINUTES,
            cases: Vec::new(),
            draft: None,
            releases: Vec::new(),
        }
    }

    /// The cases, by number.
    pub fn cases(&self) -> &[Case] {
        &self.cases
    }

    /// What left although it held words of a case, oldest first.
    pub fn releases(&self) -> &[Release] {
        &self.releases
    }

    /// Notes that a document left.
    ///
    /// # Errors
    /// None; it is a change like others.
    pub fn note(&mut self, release: Release) -> Result<()> {
        self.releases.push(release);
        Ok(())
    }

    /// A case.
    ///
    /// # Errors
    /// [`Error::NoCase`].
    pub fn case(&self, number: CaseNumber) -> Result<&Case> {
        self.cases.iter().find(|c| c.number == number).ok_or(Error::NoCase(number))
    }

    /// The number that the next case of a year gets; one that was destroyed is not given again.
    ///
    /// # Errors
    /// [`Error::NoNumber`].
    pub fn next_number(&self, year: FiscalYear) -> Result<CaseNumber> {
        let last = self.cases.iter().filter(|c| c.number.year == year).map(|c| c.number.number).max();
        let number = last.unwrap_or(0).checked_add(1).ok_or(Error::NoNumber)?;
        Ok(CaseNumber { year, number })
    }

    /// The last day on which a case is kept that was received on a day: the end of the
    /// fiscal year in which the years are over.
    pub fn keep_until(&self, received_on: Day) -> Day {
        FiscalYear::of(received_on).plus(i32::from(self.years)).last_day()
    }

    /// Writes a case, in the place of the one with its number or as a new one.
    ///
    /// # Errors
    /// [`Error::Destroyed`].
    pub fn put(&mut self, case: Case) -> Result<()> {
        match self.cases.iter_mut().find(|c| c.number == case.number) {
            Some(old) if old.destroyed_on.is_some() => return Err(Error::Destroyed(case.number)),
            Some(old) => *old = case,
            None => {
                self.cases.push(case);
                self.cases.sort_by_key(|c| c.number);
            }
        }
        Ok(())
    }

    /// Takes out what a case holds; its number stays.
    ///
    /// # Errors
    /// [`Error::NoCase`], [`Error::Destroyed`].
    pub(crate) fn destroy(&mut self, number: CaseNumber, on: Day) -> Result<()> {
        let case = self.cases.iter_mut().find(|c| c.number == number).ok_or(Error::NoCase(number))?;
        if case.destroyed_on.is_some() {
            return Err(Error::Destroyed(number));
        }
        case.empty(on);
        Ok(())
    }
}
