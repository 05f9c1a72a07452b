//! Recording that whoever raised issues was told, for many of them at once.

use super::{DAYS_KEY, MOST_DAYS, USUAL_DAYS};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::issues::told::{Telling, reflect, with_parts};
use crate::issues::{Ledger, fault};
use crate::text::feedback as words;
use entaku_domain::Day;
use entaku_domain::id::IssueId;
use entaku_domain::issue::{Issue, IssueFault};
use entaku_domain::proposal::Feedback;
use entaku_store::Action;

impl App {
    /// Records the day of the letters as feedback on issues (「フィードバックの記録」, V18), one
    /// or many in one change, and on what was merged into them. What a proposal has reflected
    /// already, and only waited for this, is reflected with it.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for a day before a receipt or still to come.
    pub fn record_feedback(&mut self, ids: &[IssueId], on: Day) -> Result<Written<u32>> {
        let mut ledger = Ledger::load(&self.store)?;
        if ids.is_empty() {
            return Err(AppError::Rules(vec![entaku_domain::violation::Violation::Letter(
                entaku_domain::letter::LetterFault::NobodyChosen,
            )]));
        }
        if on > self.today() {
            return Err(fault(IssueFault::InFuture { field: "on", on }));
        }
        let told = tellings(&ledger, ids, on)?;
        let subject = match (ids, told.first()) {
            ([_], Some(one)) => crate::issues::subject(&one.issue),
            _ => words::issues(ids.len()),
        };
        ledger.take_in(&told);
        let waited = self.reflected_with(&ledger, &told);
        self.change(Action::new("record_feedback").about(subject), Vec::new(), |tx| {
            told.iter().try_for_each(|telling| telling.write(tx))?;
            for (issue, text) in waited {
                reflect(tx, issue, ledger.steps_of(issue.id), on, text)?;
            }
            Ok(u32::try_from(told.len()).unwrap_or(u32::MAX))
        })
    }

    /// Sets by how many days after a decision whoever raised an issue is told
    /// (「フィードバックの期限の設定」).
    ///
    /// # Errors
    /// [`AppError::OutOfRange`].
    pub fn set_feedback_days(&mut self, days: u16) -> Result<Written<()>> {
        if days > MOST_DAYS {
            return Err(AppError::OutOfRange { field: "days", least: 0, most: i32::from(MOST_DAYS) });
        }
        let known = self.store.setting(DAYS_KEY)?.is_some();
        self.change(Action::new("set_feedback_days").about(words::days(days)), Vec::new(), |tx| {
            match (days == USUAL_DAYS, known) {
                (true, true) => Ok(tx.remove_setting(DAYS_KEY)?),
                (true, false) => Ok(()),
                _ => Ok(tx.put_setting(DAYS_KEY, &days.to_string())?),
            }
        })
    }
}

/// Each issue that is told of, and each that was merged into one of them, once.
fn tellings(ledger: &Ledger, ids: &[IssueId], on: Day) -> Result<Vec<Telling>> {
    let mut told: Vec<Telling> = Vec::new();
    for id in ids {
        let found = ledger.issues.iter().find(|i| i.id == *id);
        let issue = found.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        if on < issue.received_on {
            return Err(fault(IssueFault::BeforeReceipt { field: "on", received: issue.received_on }));
        }
        let last = issue.feedback_on.max(Some(on));
        let record = Feedback::told(issue, ledger.steps_of(issue.id), on);
        let now = Issue { feedback_on: last, no_feedback: None, ..issue.clone() };
        told.push(Telling { issue: now, told: Some(record), before: None });
    }
    for id in ids {
        let whole = ledger.issues.iter().find(|i| i.id == *id);
        let parts = whole.map(|whole| with_parts(ledger, &[], whole, Some(on), None)).unwrap_or_default();
        for part in parts {
            if !told.iter().any(|t| t.issue.id == part.issue.id) {
                told.push(part);
            }
        }
    }
    Ok(told)
}
