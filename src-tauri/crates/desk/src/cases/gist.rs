//! From a case to the ledger: what in the gist points at a person is marked, and the gist
//! leaves when each mark is gone or has its reason.

use super::records::number;
use super::told;
use crate::desk::Desk;
use entaku_app::commands::{Done, IssueForm, done, issue_fields};
use entaku_app::text::cases as words;
use entaku_app::{AppError, Finding, WireError};
use entaku_domain::case::CaseNumber;
use entaku_domain::case_guard::PatternKind;
use entaku_vault::{Case, Confirmation, Mark, Release};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Texts of an issue that is to come out of a case.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GistOfCase {
    /// The case's number.
    pub case: String,
    /// The texts.
    pub text: String,
}

/// Something in a text that points at a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CaseMark {
    /// Code of the kind.
    pub kind: String,
    /// 氏名らしい語.
    pub label: String,
    /// The words: of the case as written there, of others as found.
    pub found: String,
    /// Whether it is a word of this case, or only looks like one.
    pub certain: bool,
}

/// Why something marked may leave.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MarkReason {
    /// Code of the kind.
    pub kind: String,
    /// The words.
    pub found: String,
    /// Why.
    pub reason: String,
}

/// An issue that comes out of a case.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeCaseUp {
    /// The case's number.
    pub case: String,
    /// The issue's record.
    pub record: IssueForm,
    /// Why what is marked may leave.
    pub reasons: Vec<MarkReason>,
}

impl Desk {
    /// What in the texts points at a person.
    pub(crate) fn check_gist(&self, ask: GistOfCase) -> Result<Vec<CaseMark>, WireError> {
        let number = number(&ask.case)?;
        self.with_cases(|open| {
            let case = open.vault.content().case(number).map_err(|e| told(&e))?;
            Ok(marks(case, &ask.text))
        })
    }

    /// Takes an issue up from a case: its texts and the case's number go into the ledger,
    /// what was confirmed and why stays in the vault.
    pub(crate) fn take_case_up(&self, ask: TakeCaseUp) -> Result<Done<String>, WireError> {
        let number = number(&ask.case)?;
        let left = self.left_over(number, &ask)?;
        if !left.is_empty() {
            return Err(AppError::CaseWords(left).into());
        }
        let (taken, issue) = {
            let mut table = self.table();
            let open = table.open.as_mut().ok_or(AppError::NoCouncilOpen)?;
            let record = IssueForm { case: Some(number.to_string()), ..ask.record };
            let fields = issue_fields(&open.app, record)?;
            let taken = open.app.add_issue(&fields)?;
            let issue = open.app.number_of_issue(taken.output)?;
            (done(taken.map(|id| id.to_string())), issue)
        };
        self.keep_reasons(number, &issue, &ask.reasons)?;
        Ok(taken)
    }

    /// What is marked and has no reason.
    fn left_over(&self, number: CaseNumber, ask: &TakeCaseUp) -> Result<Vec<Finding>, WireError> {
        let texts = texts(&ask.record).join("\n");
        let marks = self.with_cases(|open| {
            let case = open.vault.content().case(number).map_err(|e| told(&e))?;
            if case.destroyed_on.is_some() {
                return Err(told(&entaku_vault::Error::Destroyed(number)));
            }
            Ok(marks(case, &texts))
        })?;
        let explained = |mark: &CaseMark| {
            ask.reasons.iter().any(|r| r.kind == mark.kind && r.found == mark.found && !r.reason.trim().is_empty())
        };
        let finding = |mark: CaseMark| Finding {
            place: crate::text::GIST.to_owned(),
            kind: PatternKind::from_code(&mark.kind).unwrap_or(PatternKind::Name),
            found: mark.found,
        };
        Ok(marks.into_iter().filter(|mark| !explained(mark)).map(finding).collect())
    }

    /// Why what was marked left, with the case; that the gist left, with the releases.
    fn keep_reasons(&self, number: CaseNumber, issue: &str, reasons: &[MarkReason]) -> Result<(), WireError> {
        let given: Vec<&MarkReason> = reasons.iter().filter(|r| !r.reason.trim().is_empty()).collect();
        let (on, by) = (self.today(), self.remembered().actor());
        let why: Vec<&str> = given.iter().map(|r| r.reason.trim()).collect();
        let title = words::gist_release(&number.to_string(), issue);
        let release = Release { on, title, count: given.len(), reason: why.join("\u{3001}"), by };
        self.change_cases(|content| {
            content.note(release)?;
            let mut case = content.case(number)?.clone();
            case.confirmations.extend(given.iter().map(|r| Confirmation {
                on,
                kind: r.kind.clone(),
                found: r.found.clone(),
                reason: r.reason.trim().to_owned(),
            }));
            content.put(case)
        })
    }
}

/// The texts with which an issue enters the ledger.
fn texts(record: &IssueForm) -> [&str; 6] {
    [&record.title, &record.gist, &record.background, &record.resources, &record.measures, &record.field]
        .map(String::as_str)
}

fn marks(case: &Case, text: &str) -> Vec<CaseMark> {
    let mark = |Mark { kind, found, certain }| CaseMark {
        kind: PatternKind::code(kind).to_owned(),
        label: PatternKind::label(kind).to_owned(),
        found,
        certain,
    };
    case.marks(text).into_iter().map(mark).collect()
}

pub(super) fn told_again(kept: &Confirmation) -> MarkReason {
    MarkReason { kind: kept.kind.clone(), found: kept.found.clone(), reason: kept.reason.clone() }
}
