//! Recording that whoever raised issues was told, for many of them at once.

use super::{DAYS_KEY, MOST_DAYS, USUAL_DAYS};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::issues::{Ledger, behind, fault};
use crate::text::feedback as words;
use entaku_domain::Day;
use entaku_domain::id::{IssueEventId, IssueId};
use entaku_domain::issue::{Issue, IssueEvent, IssueFault, Stage};
use entaku_domain::proposal::Feedback;
use entaku_store::Action;

impl App {
    /// Records the day of the letters as feedback on issues (「フィードバックの記録」, V18), one
    /// or many in one change. What a proposal has reflected already, and only waited for
    /// this, is reflected with it.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for a day before a receipt or still to come.
    pub fn record_feedback(&mut self, ids: &[IssueId], on: Day) -> Result<Written<u32>> {
        let ledger = Ledger::load(&self.store)?;
        if ids.is_empty() {
            return Err(AppError::Rules(vec![entaku_domain::violation::Violation::Letter(
                entaku_domain::letter::LetterFault::NobodyChosen,
            )]));
        }
        if on > self.today() {
            return Err(fault(IssueFault::InFuture { field: "on", on }));
        }
        let mut told = Vec::new();
        for id in ids {
            let found = ledger.issues.iter().find(|i| i.id == *id);
            let issue = found.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
            if on < issue.received_on {
                return Err(fault(IssueFault::BeforeReceipt { field: "on", received: issue.received_on }));
            }
            let last = issue.feedback_on.map_or(on, |before| before.max(on));
            let waited = self.waited_for_feedback(&ledger, issue.id).filter(|_| issue.stage == Stage::Answered);
            told.push((Issue { feedback_on: Some(last), no_feedback: None, ..issue.clone() }, waited));
        }
        let subject = match told.as_slice() {
            [(one, _)] => crate::issues::subject(one),
            many => words::issues(many.len()),
        };
        self.change(Action::new("record_feedback").about(subject), Vec::new(), |tx| {
            for (issue, waited) in &told {
                let steps = ledger.steps_of(issue.id);
                tx.put_feedback(&Feedback::told(issue, steps, on))?;
                let Some(text) = waited else {
                    tx.put_issue(issue)?;
                    continue;
                };
                let day = steps.last().map_or(on, |e| e.on.max(on));
                let id = behind(steps, day, IssueEventId::new(tx.new_id()));
                let stage = Stage::Reflected;
                tx.put_issue(&Issue { stage, ..issue.clone() })?;
                let text = text.clone();
                tx.put_issue_event(&IssueEvent { text, ..IssueEvent::new(id, issue.id, day, stage) })?;
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
