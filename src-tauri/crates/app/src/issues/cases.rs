//! The cases that stand behind an issue: here they are numbers and nothing else. What
//! they hold is in the vault, which no use case reads.

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::text::labels;
use entaku_domain::case::{CaseNumber, DestroyedCase, IssueCase};
use entaku_domain::id::IssueId;
use entaku_domain::person::Person;
use entaku_store::Action;

/// The setting that names the vault.
const VAULT: &str = "case_vault";

/// A case behind an issue.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct IssueCaseRow {
    /// R8-001.
    pub case: String,
    /// 事例R8-001.
    pub label: String,
    /// When it was destroyed, as the council writes days.
    pub destroyed: Option<String>,
}

/// An issue that came out of a case.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct CaseIssueRow {
    /// The issue's identifier.
    pub issue: String,
    /// R8-25.
    pub number: String,
    /// Its title.
    pub title: String,
}

impl App {
    /// The cases behind an issue, by number.
    ///
    /// # Errors
    /// Those of the store.
    pub fn issue_cases(&self, issue: IssueId) -> Result<Vec<IssueCaseRow>> {
        let style = self.snapshot()?.council.date_style;
        let gone = self.store.destroyed_cases()?;
        let row = |link: IssueCase| IssueCaseRow {
            case: link.case.to_string(),
            label: labels::case_number(link.case),
            destroyed: gone.iter().find(|d| d.case == link.case).map(|d| style.day(d.on)),
        };
        Ok(self.store.cases_of_issue(issue)?.into_iter().map(row).collect())
    }

    /// The issues that came out of a case, by year and number.
    ///
    /// # Errors
    /// Those of the store.
    pub fn issues_of_case(&self, case: CaseNumber) -> Result<Vec<CaseIssueRow>> {
        let links: Vec<IssueCase> = self.store.issue_cases()?.into_iter().filter(|l| l.case == case).collect();
        let mut issues = Vec::new();
        for link in links {
            issues.extend(self.store.issue(link.issue)?);
        }
        issues.sort_by_key(|i| (i.year, i.number));
        Ok(issues
            .into_iter()
            .map(|i| CaseIssueRow { issue: i.id.to_string(), number: labels::issue_number(&i), title: i.title })
            .collect())
    }

    /// Records that a case stands behind an issue (「基になった事例の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; those of the store.
    pub fn link_case(&mut self, issue: IssueId, case: CaseNumber) -> Result<Written<()>> {
        let action = Action::new("link_case").about(self.case_subject(issue, case)?);
        self.change(action, Vec::new(), |tx| Ok(tx.put_issue_case(IssueCase { issue, case })?))
    }

    /// Takes that back (「基になった事例の取消し」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`] where the case does not stand behind the issue.
    pub fn unlink_case(&mut self, issue: IssueId, case: CaseNumber) -> Result<Written<()>> {
        let action = Action::new("unlink_case").about(self.case_subject(issue, case)?);
        if !self.store.cases_of_issue(issue)?.iter().any(|l| l.case == case) {
            return Err(AppError::UnknownRecord(case.to_string()));
        }
        self.change(action, Vec::new(), |tx| Ok(tx.remove_issue_case(IssueCase { issue, case })?))
    }

    /// Records that a case was destroyed in the vault (「事例の廃棄」): final, and by its
    /// number only. What the case held, nothing here has ever known.
    ///
    /// # Errors
    /// Those of the store.
    pub fn record_destroyed_case(&mut self, case: CaseNumber) -> Result<Written<()>> {
        let on = self.today();
        let action = Action::new("destroy_case").about(labels::case_number(case)).aside();
        self.change(action, Vec::new(), |tx| Ok(tx.put_destroyed_case(DestroyedCase { case, on })?))
    }

    /// Which vault of cases is this council's own; none where none was begun.
    ///
    /// # Errors
    /// Those of the store.
    pub fn case_vault(&self) -> Result<Option<String>> {
        Ok(self.store.setting(VAULT)?)
    }

    /// Remembers which vault of cases is this council's own (「事例の別保管の開始」): final,
    /// since undo would make a stranger of it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn remember_case_vault(&mut self, vault: &str) -> Result<Written<()>> {
        self.change(Action::new("begin_cases").aside(), Vec::new(), |tx| Ok(tx.put_setting(VAULT, vault)?))
    }

    /// Forgets it, as when its file was set aside (「事例の別保管の取りやめ」): final.
    ///
    /// # Errors
    /// Those of the store.
    pub fn forget_case_vault(&mut self) -> Result<Written<()>> {
        let known = self.store.setting(VAULT)?.is_some();
        self.change(Action::new("end_cases").aside(), Vec::new(), |tx| {
            if known { Ok(tx.remove_setting(VAULT)?) } else { Ok(()) }
        })
    }

    /// Names that the council tells of anyway: of its people and of organisations.
    ///
    /// # Errors
    /// Those of the store.
    pub fn known_names(&self) -> Result<Vec<String>> {
        let (council, today) = (self.snapshot()?, self.today());
        let people = council.people().flat_map(Person::all_names).map(|n| n.full());
        let organizations = self.store.organizations()?;
        let names = organizations.iter().map(|o| council.organization_name(o.id, today).to_owned());
        Ok(people.chain(names).collect())
    }

    /// An issue's number as it is spoken of: R8-3.
    ///
    /// # Errors
    /// Where there is no such issue; those of the store.
    pub fn number_of_issue(&self, issue: IssueId) -> Result<String> {
        Ok(labels::issue_number(&self.issue(issue)?))
    }

    fn case_subject(&self, issue: IssueId, case: CaseNumber) -> Result<String> {
        Ok(format!("{}・{}", labels::issue_number(&self.issue(issue)?), labels::case_number(case)))
    }
}
