//! The answer to whoever raised an issue (V18): recorded at the issue, and with it at each
//! issue that was merged into it, so that it is seen on every part.

use super::Ledger;
use super::family::{owed, parts_to_tell};
use super::steps::after;
use crate::council::App;
use crate::error::Result;
use entaku_domain::Day;
use entaku_domain::id::{IssueEventId, IssueId};
use entaku_domain::issue::{Issue, IssueEvent, IssueFault, Lineage, Stage, check_feedback};
use entaku_domain::proposal::{Feedback, descendants};
use entaku_store::Tx;

/// An issue of which somebody was told, as it is afterwards.
#[derive(Debug)]
pub(crate) struct Telling {
    /// The issue.
    pub(crate) issue: Issue,
    /// The record of it; none where it is taken back.
    pub(crate) told: Option<Feedback>,
    /// The record that this one mends.
    pub(crate) before: Option<Feedback>,
}

impl Telling {
    /// Writes it.
    pub(crate) fn write(&self, tx: &mut Tx<'_>) -> Result<()> {
        self.before.iter().try_for_each(|f| tx.remove_feedback(f))?;
        self.told.iter().try_for_each(|f| tx.put_feedback(f))?;
        Ok(tx.put_issue(&self.issue)?)
    }
}

/// The issues that were merged into one by a day and whose raisers hear of it there: not
/// those of which the office has said that nobody is told.
pub(crate) fn raised_parts(ledger: &Ledger, whole: IssueId, on: Day) -> Vec<&Issue> {
    let parts = Lineage::new(&ledger.links).parts(whole);
    let merged = |i: &Issue| ledger.steps_of(i.id).last().is_some_and(|e| e.on <= on);
    let told = |i: &Issue| i.owes_feedback() && i.no_feedback.is_none() && merged(i);
    ledger.issues.iter().filter(|i| parts.contains(&i.id) && told(i)).collect()
}

/// That those who raised the parts of a whole are told with it on a day; what was recorded
/// with the whole for another day, `was`, is mended. Without a day that is taken back.
pub(crate) fn with_parts(
    ledger: &Ledger,
    told_before: &[Feedback],
    whole: &Issue,
    on: Option<Day>,
    was: Option<Day>,
) -> Vec<Telling> {
    let Some(seen) = on.or(was) else { return Vec::new() };
    let stage = ledger.stage_on(whole, seen);
    let telling = |part: &Issue| {
        let with_whole = was.is_some() && part.feedback_on == was;
        if on.is_none() && !with_whole {
            return None;
        }
        let old = |f: &&Feedback| f.issue == part.id && Some(f.on) == was && Some(f.on) != on;
        let last = if with_whole { on } else { part.feedback_on.max(on) };
        Some(Telling {
            issue: Issue { feedback_on: last, ..part.clone() },
            told: on.map(|on| Feedback { issue: part.id, organization: part.raised_by, on, stage }),
            before: told_before.iter().find(old).filter(|_| with_whole).cloned(),
        })
    };
    raised_parts(ledger, whole.id, seen).into_iter().filter_map(telling).collect()
}

impl Ledger {
    /// Puts issues in as they are once somebody was told of them.
    pub(crate) fn take_in(&mut self, told: &[Telling]) {
        for issue in &mut self.issues {
            if let Some(now) = told.iter().find(|t| t.issue.id == issue.id) {
                *issue = now.issue.clone();
            }
        }
    }
}

impl App {
    /// The issues that a proposal has reflected already and that only waited until everybody
    /// was told, with the words of the step. `ledger` holds them as they are afterwards.
    pub(crate) fn reflected_with<'a>(&self, ledger: &'a Ledger, told: &[Telling]) -> Vec<(&'a Issue, String)> {
        let ids: Vec<IssueId> = told.iter().map(|t| t.issue.id).collect();
        let waited = no_longer_waiting(ledger, &ids).into_iter();
        waited.filter_map(|issue| Some((issue, self.waited_for_feedback(ledger, issue.id)?))).collect()
    }
}

/// V18: the parts of a closed whole whose record goes with that of the whole, so that nobody
/// told those who raised them. `ledger` holds them as they are afterwards.
pub(super) fn untold_again(ledger: &Ledger, whole: &Issue, told: &[Telling]) -> Vec<IssueFault> {
    let untold = |t: &Telling| t.told.is_none() && t.issue.id != whole.id;
    if told.iter().any(untold) { owed(ledger, whole, true) } else { Vec::new() }
}

/// The issues that were answered, and only waited until everybody was told: those of `told`
/// and what they became. `ledger` holds them as they are afterwards.
fn no_longer_waiting<'a>(ledger: &'a Ledger, told: &[IssueId]) -> Vec<&'a Issue> {
    let became = told.iter().flat_map(|id| descendants(*id, &ledger.links));
    let mut ids: Vec<IssueId> = told.iter().copied().chain(became).collect();
    ids.sort_unstable();
    ids.dedup();
    let known = ids.iter().filter_map(|id| ledger.issues.iter().find(|i| i.id == *id));
    let waits_for = |i: &Issue| check_feedback(i) == Some(IssueFault::FeedbackMissing);
    known.filter(|i| i.stage == Stage::Answered && !waits_for(i) && parts_to_tell(ledger, i).is_empty()).collect()
}

/// Lets an issue be reflected by what its proposal has reached already, at the end of its steps.
pub(crate) fn reflect(tx: &mut Tx<'_>, issue: &Issue, steps: &[IssueEvent], on: Day, text: String) -> Result<()> {
    let day = steps.last().map_or(on, |e| e.on.max(on));
    let id = after(steps, day, IssueEventId::new(tx.new_id()));
    tx.put_issue(&Issue { stage: Stage::Reflected, ..issue.clone() })?;
    Ok(tx.put_issue_event(&IssueEvent { text, ..IssueEvent::new(id, issue.id, day, Stage::Reflected) })?)
}
