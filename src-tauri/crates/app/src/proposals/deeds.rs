//! What happens to a proposal: a plenary approves it (V17), it is delivered, answered, and
//! something comes of it. Each deed moves the issues in the same change; without a day it
//! is taken back, with the issues' steps that it made.

use super::way::{Step, Way};
use super::write::{allowed, meeting};
use super::{fault, places, subject};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::issues::{Ledger, plenary_recorded};
use crate::people::all_right;
use crate::text::{labels, proposals as words};
use entaku_domain::id::{MeetingId, PlanItemId, ProposalId};
use entaku_domain::issue::Stage;
use entaku_domain::proposal::{
    DeliveredBy, Outcome, Proposal, ProposalFault, check_answer, check_approval, check_delivery, check_outcome,
};
use entaku_domain::text::{check_note, check_text};
use entaku_domain::violation::Violation;
use entaku_domain::{Day, FiscalYear};
use entaku_store::Action;

/// What came of a proposal, as its form holds it.
#[derive(Debug, Clone)]
pub struct OutcomeFields {
    /// The day on which it was known; none takes the outcome back.
    pub on: Option<Day>,
    /// What came of it.
    pub outcome: Outcome,
    /// The measure taken; why, where it was declined or withdrawn.
    pub measure: String,
    /// The item of a plan.
    pub plan_item: Option<PlanItemId>,
    /// The same in words, where the plan's items are not recorded.
    pub plan_words: String,
    /// The year of the budget.
    pub budget_year: Option<FiscalYear>,
    /// Its line.
    pub budget_line: String,
}

impl App {
    /// Records that a plenary approved a proposal (「提案の承認の記録」, V17, V20), and that
    /// its issues were approved with it. Without a meeting and a day it is taken back.
    ///
    /// # Errors
    /// [`AppError::Rules`] for a meeting that is no plenary, is called off or still to come,
    /// for none where plenaries are recorded, and for a day after the delivery.
    pub fn approve_proposal(&mut self, id: ProposalId, at: Option<MeetingId>, on: Option<Day>) -> Result<Written<()>> {
        let (council, ledger) = (self.snapshot()?, Ledger::load(&self.store)?);
        let old = self.proposal(id)?;
        let way = Way { council: &council, ledger: &ledger, today: self.today() };
        let back = old.approved_on.map(|day| (Stage::Approved, day));
        let held = at.map(|id| meeting(&council, id)).transpose()?;
        let Some(on) = held.map(|(m, _)| m.date).or(on) else {
            if let Some(on) = old.delivered_on {
                return Err(fault(ProposalFault::DeliveredBefore { on }));
            }
            let moves = way.moves(&old, back, None)?;
            let new = Proposal { approved_at: None, approved_on: None, ..old };
            return self.record("withdraw_approval", &new, moves, Vec::new());
        };
        let reach = entaku_domain::proposal::budget_reach(on, council.budget_deadline(FiscalYear::of(on)));
        let recorded = plenary_recorded(&council, on);
        let notices = allowed(check_approval(&old, on, held, recorded, reach, self.today()))?;
        let number = labels::proposal_number(&old);
        let text = words::step_approved(&number, &old.title);
        let step = Step { stage: Stage::Approved, on, meeting: held.map(|(m, _)| m), text };
        let moves = way.moves(&old, back, Some(&step))?;
        let new = Proposal { approved_at: at, approved_on: Some(on), ..old };
        self.record("approve_proposal", &new, moves, notices)
    }

    /// Records that a proposal was delivered (「提案の送付の記録」), and that its issues were
    /// proposed with it. Without a day it is taken back.
    ///
    /// # Errors
    /// [`AppError::Rules`] for what no plenary has approved (V17) and days that are not in order.
    pub fn deliver_proposal(
        &mut self,
        id: ProposalId,
        on: Option<Day>,
        how: Option<DeliveredBy>,
        answer_due: Option<Day>,
    ) -> Result<Written<()>> {
        let (council, ledger) = (self.snapshot()?, Ledger::load(&self.store)?);
        let old = self.proposal(id)?;
        let way = Way { council: &council, ledger: &ledger, today: self.today() };
        let back = old.delivered_on.map(|day| (Stage::Proposed, day));
        let Some(on) = on else {
            if let Some(on) = old.answered_on {
                return Err(fault(ProposalFault::AnsweredBefore { on }));
            }
            if let Some(on) = old.outcome_on {
                return Err(fault(ProposalFault::SettledBefore { on }));
            }
            let moves = way.moves(&old, back, None)?;
            let new = Proposal { delivered_on: None, delivered_how: None, answer_due: None, ..old };
            return self.record("withdraw_delivery", &new, moves, Vec::new());
        };
        let notices = allowed(check_delivery(&old, on, answer_due, self.today()))?;
        let text = words::step_delivered(&labels::proposal_number(&old), &old.title, &old.addressee);
        let step = Step { stage: Stage::Proposed, on, meeting: None, text };
        let moves = way.moves(&old, back, Some(&step))?;
        let new = Proposal { delivered_on: Some(on), delivered_how: how, answer_due, ..old };
        self.record("deliver_proposal", &new, moves, notices)
    }

    /// Records the answer to a proposal (「提案への回答の記録」), and that its issues were
    /// answered. Without a day it is taken back.
    ///
    /// # Errors
    /// [`AppError::Rules`] for what was not delivered and days that are not in order.
    pub fn answer_proposal(&mut self, id: ProposalId, on: Option<Day>, answer: &str) -> Result<Written<()>> {
        let (council, ledger) = (self.snapshot()?, Ledger::load(&self.store)?);
        let old = self.proposal(id)?;
        all_right([check_text("answer", answer)])?;
        let way = Way { council: &council, ledger: &ledger, today: self.today() };
        let back = old.answered_on.map(|day| (Stage::Answered, day));
        let Some(on) = on else {
            if let Some(on) = old.outcome_on {
                return Err(fault(ProposalFault::SettledBefore { on }));
            }
            let moves = way.moves(&old, back, None)?;
            let new = Proposal { answered_on: None, answer: None, ..old };
            return self.record("withdraw_answer", &new, moves, Vec::new());
        };
        let notices = allowed(check_answer(&old, on, self.today()))?;
        let text = words::step_answered(&labels::proposal_number(&old), answer);
        let step = Step { stage: Stage::Answered, on, meeting: None, text };
        let moves = way.moves(&old, back, Some(&step))?;
        let new = Proposal { answered_on: Some(on), answer: Some(answer.trim().to_owned()), ..old };
        self.record("answer_proposal", &new, moves, notices)
    }

    /// Records what came of a proposal (「提案の結果の記録」): in which plan, which budget, by
    /// which measure. Its issues are reflected with it, but for those whose partners are
    /// still to be told (V18). What is declined or withdrawn leaves them where they are, and
    /// ended nowhere. Without a day it is taken back.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`] for an item of no plan; [`AppError::Rules`] for what was not
    /// delivered, what is withdrawn without a reason, texts, and days that are not in order.
    pub fn settle_proposal(&mut self, id: ProposalId, ask: &OutcomeFields) -> Result<Written<()>> {
        let (council, ledger) = (self.snapshot()?, Ledger::load(&self.store)?);
        let old = self.proposal(id)?;
        let notes = [check_note("plan_words", &ask.plan_words), check_note("budget_line", &ask.budget_line)];
        all_right(notes.into_iter().chain([check_text("measure", &ask.measure)]))?;
        let way = Way { council: &council, ledger: &ledger, today: self.today() };
        let back = old.outcome_on.map(|day| (Stage::Reflected, day));
        let Some(on) = ask.on else {
            let moves = way.moves(&old, back, None)?;
            return self.record("withdraw_outcome", &unsettled(old), moves, Vec::new());
        };
        if let Some(item) = ask.plan_item.filter(|id| !council.plan_items.iter().any(|i| i.id == *id)) {
            return Err(AppError::UnknownRecord(item.to_string()));
        }
        let new = settled(old, ask, on);
        let notices = allowed(check_outcome(&new, self.today()))?;
        let place = places(&council, &new).join("、");
        let text = words::step_reflected(&labels::proposal_number(&new), ask.outcome.label(), &place);
        let step = Step { stage: Stage::Reflected, on, meeting: None, text };
        let reflected = ask.outcome.is_taken_up().then_some(&step);
        let moves = way.moves(&new, back, reflected)?;
        self.record("settle_proposal", &new, moves, notices)
    }

    fn record(
        &mut self,
        action: &'static str,
        new: &Proposal,
        mut moves: super::way::Moves,
        mut notices: Vec<Violation>,
    ) -> Result<Written<()>> {
        notices.append(&mut moves.notices);
        self.change(Action::new(action).about(subject(new)), notices, |tx| {
            tx.put_proposal(new)?;
            moves.write(tx)
        })
    }

    /// Moves an issue on to 反映 where a proposal's outcome waited for the feedback (V18): the
    /// step that is to be made on a day, once whoever raised it has been told.
    pub(crate) fn waited_for_feedback(&self, ledger: &Ledger, issue: entaku_domain::id::IssueId) -> Option<String> {
        let on_it: Vec<&Proposal> = ledger.proposals_on(issue);
        let settled = on_it.iter().find(|p| p.outcome.is_some_and(Outcome::is_taken_up))?;
        let all = on_it.iter().all(|p| p.outcome.is_some());
        let council = self.snapshot().ok()?;
        let place = places(&council, settled).join("、");
        let outcome = settled.outcome.map(Outcome::label).unwrap_or_default();
        all.then(|| words::step_reflected(&labels::proposal_number(settled), outcome, &place))
    }
}

/// A proposal of which something came; what was not taken up stands in no plan and no budget.
fn settled(old: Proposal, ask: &OutcomeFields, on: Day) -> Proposal {
    let taken_up = ask.outcome.is_taken_up();
    let place = |text: &str| if taken_up { text.trim().to_owned() } else { String::new() };
    Proposal {
        outcome: Some(ask.outcome),
        outcome_on: Some(on),
        measure: ask.measure.trim().to_owned(),
        plan_item: ask.plan_item.filter(|_| taken_up),
        plan_words: place(&ask.plan_words),
        budget_year: ask.budget_year.filter(|_| taken_up),
        budget_line: place(&ask.budget_line),
        ..old
    }
}

/// A proposal of which nothing has come yet.
fn unsettled(old: Proposal) -> Proposal {
    Proposal {
        outcome: None,
        outcome_on: None,
        measure: String::new(),
        plan_item: None,
        plan_words: String::new(),
        budget_year: None,
        budget_line: String::new(),
        ..old
    }
}
