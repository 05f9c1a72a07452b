//! The cases behind an issue, by number.

use super::{Nothing, WhichIssue};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::issues::IssueCaseRow;
use entaku_domain::case::CaseNumber;
use entaku_domain::id::IssueId;
use serde::Deserialize;
use ts_rs::TS;

/// A case behind an issue.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CaseOfIssue {
    /// The issue's identifier.
    pub issue: String,
    /// The case's number, R8-001.
    pub case: String,
}

/// A case that was destroyed.
#[derive(Debug, serde::Serialize, TS)]
pub struct DestroyedCaseRow {
    /// R8-001.
    pub case: String,
    /// ISO date.
    pub on: String,
}

pub(super) fn issue_cases(app: &App, args: WhichIssue) -> Result<Vec<IssueCaseRow>> {
    app.issue_cases(issue(&args.issue)?)
}

pub(super) fn destroyed_cases(app: &App, _: Nothing) -> Result<Vec<DestroyedCaseRow>> {
    let all = app.store.destroyed_cases()?;
    Ok(all.into_iter().map(|d| DestroyedCaseRow { case: d.case.to_string(), on: d.on.to_string() }).collect())
}

pub(super) fn link_case(app: &mut App, args: CaseOfIssue) -> Result<Written<()>> {
    app.link_case(issue(&args.issue)?, case(&args.case)?)
}

pub(super) fn unlink_case(app: &mut App, args: CaseOfIssue) -> Result<Written<()>> {
    app.unlink_case(issue(&args.issue)?, case(&args.case)?)
}

fn issue(id: &str) -> Result<IssueId> {
    IssueId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}

/// A case's number as it is typed.
pub(super) fn case(text: &str) -> Result<CaseNumber> {
    CaseNumber::parse(text).ok_or_else(|| AppError::BadCaseNumber(text.to_owned()))
}
