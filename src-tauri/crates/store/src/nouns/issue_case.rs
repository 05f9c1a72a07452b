//! Which cases stand behind an issue, and which were destroyed: numbers, nothing else.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, int, text, year};
use entaku_domain::case::{CaseNumber, DestroyedCase, IssueCase};
use entaku_domain::id::IssueId;
use rusqlite::types::Value;

impl Row for IssueCase {
    const TABLE: &'static str = "issue_case";
    const COLUMNS: &'static [&'static str] = &["id", "issue", "year", "number"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { issue: c.parse(IssueId::parse)?, case: CaseNumber { year: c.year()?, number: c.int()? } })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(link_id(*self)), text(self.issue), year(self.case.year), int(self.case.number)])
    }
}

impl Row for DestroyedCase {
    const TABLE: &'static str = "destroyed_case";
    const COLUMNS: &'static [&'static str] = &["id", "year", "number", "day"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { case: CaseNumber { year: c.year()?, number: c.int()? }, on: c.parse(day)? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(key(self.case)), year(self.case.year), int(self.case.number), text(self.on)])
    }
}

/// It has no identifier of its own: it is what it joins.
fn link_id(link: IssueCase) -> String {
    format!("{}/{}", link.issue, key(link.case))
}

fn key(case: CaseNumber) -> String {
    format!("{}-{}", case.year.number(), case.number)
}

impl Records {
    /// The cases that stand behind issues, by issue and number.
    pub fn issue_cases(&self) -> Result<Vec<IssueCase>> {
        self.list("order by issue, year, number", [])
    }

    /// The cases that stand behind an issue, by number.
    pub fn cases_of_issue(&self, issue: IssueId) -> Result<Vec<IssueCase>> {
        self.list("where issue = ?1 order by year, number", [issue.to_string()])
    }

    /// The cases that were destroyed, by number.
    pub fn destroyed_cases(&self) -> Result<Vec<DestroyedCase>> {
        self.list("order by year, number", [])
    }
}

impl Tx<'_> {
    /// Writes that a case stands behind an issue.
    pub fn put_issue_case(&mut self, link: IssueCase) -> Result<()> {
        self.put(&link)
    }

    /// Takes that back.
    pub fn remove_issue_case(&mut self, link: IssueCase) -> Result<()> {
        self.remove("issue_case", link_id(link))
    }

    /// Writes that a case was destroyed; the change must be final.
    pub fn put_destroyed_case(&mut self, case: DestroyedCase) -> Result<()> {
        self.put(&case)
    }
}
