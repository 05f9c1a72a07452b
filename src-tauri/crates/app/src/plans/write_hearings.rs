//! Writing how plans are made and changed, and the hearings on them.

use super::write::refused;
use super::{PlanBook, known_plan};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::plans as words;
use entaku_domain::Day;
use entaku_domain::hearing::{Hearing, HearingOpinion, PlanRevision, RevisionKind, Treatment};
use entaku_domain::id::{HearingId, HearingOpinionId, IssueId, LawId, MeetingId, PlanId, PlanItemId, PlanRevisionId};
use entaku_domain::plan_fault::PlanFault;
use entaku_domain::text::{check_name, check_text};
use entaku_domain::violation::Violation;
use entaku_store::Action;

/// A making or change of a plan.
#[derive(Debug, Clone)]
pub struct SaveRevision {
    /// The one to be corrected; a new one where none.
    pub id: Option<PlanRevisionId>,
    /// The plan.
    pub plan: PlanId,
    /// Made or changed.
    pub kind: RevisionKind,
    /// What is changed.
    pub text: String,
    /// To be decided on.
    pub due_on: Option<Day>,
    /// Decided on.
    pub decided_on: Option<Day>,
}

/// A hearing.
#[derive(Debug, Clone)]
pub struct SaveHearing {
    /// The one to be corrected; a new one where none.
    pub id: Option<HearingId>,
    /// What is decided after it.
    pub revision: PlanRevisionId,
    /// Who asked.
    pub asked_by: String,
    /// Asked on.
    pub asked_on: Option<Day>,
    /// Wanted by.
    pub due_on: Option<Day>,
    /// The meeting that dealt with it.
    pub meeting: Option<MeetingId>,
    /// The opinion was given on.
    pub given_on: Option<Day>,
    /// The city answered on.
    pub answered_on: Option<Day>,
    /// A note.
    pub note: String,
    /// Under which laws; those of the plan where none.
    pub laws: Vec<LawId>,
}

/// An opinion.
#[derive(Debug, Clone)]
pub struct SaveOpinion {
    /// The one to be corrected; a new one where none.
    pub id: Option<HearingOpinionId>,
    /// The hearing.
    pub hearing: HearingId,
    /// The item on which it is.
    pub item: Option<PlanItemId>,
    /// The opinion.
    pub text: String,
    /// The city's answer.
    pub answer: String,
    /// What the city does with it.
    pub treatment: Option<Treatment>,
    /// The issues that it comes out of.
    pub issues: Vec<IssueId>,
}

impl App {
    /// Records a making or change of a plan (「計画の策定・変更の記録」). Where it is decided
    /// without a hearing, that is noticed (V19).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for its text.
    pub fn save_plan_revision(&mut self, ask: &SaveRevision) -> Result<Written<PlanRevisionId>> {
        let (council, mut book) = (self.snapshot()?, PlanBook::load(&self.store)?);
        let plan = known_plan(&council, &ask.plan.to_string())?;
        if let Some(id) = ask.id {
            book.known_revision(id)?;
        }
        let changed = ask.kind == RevisionKind::Changed && ask.text.trim().is_empty();
        all_right([if changed { check_name("text", "") } else { check_text("text", &ask.text) }])?;
        let new = PlanRevision {
            id: ask.id.unwrap_or(PlanRevisionId::new(uuid::Uuid::nil())),
            plan: plan.id,
            kind: ask.kind,
            text: ask.text.trim().to_owned(),
            due_on: ask.due_on,
            decided_on: ask.decided_on,
        };
        book.revisions.retain(|r| r.id != new.id);
        let notices = notices(&council, &book, &new);
        let subject = words::revision(&plan.name, ask.kind.label());
        self.change(Action::new("save_plan_revision").about(subject), notices, |tx| {
            let id = ask.id.unwrap_or_else(|| PlanRevisionId::new(tx.new_id()));
            tx.put_plan_revision(&PlanRevision { id, ..new })?;
            Ok(id)
        })
    }

    /// Removes a making or change that was entered by mistake (「計画の策定・変更の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] where there was a hearing on it.
    pub fn remove_plan_revision(&mut self, id: PlanRevisionId) -> Result<Written<()>> {
        let (council, book) = (self.snapshot()?, PlanBook::load(&self.store)?);
        let subject = subject(&council, book.known_revision(id)?);
        if book.hearings.iter().any(|h| h.revision == id) {
            return Err(refused(PlanFault::RevisionHeard));
        }
        self.change(Action::new("remove_plan_revision").about(subject), Vec::new(), |tx| {
            Ok(tx.remove_plan_revision(id)?)
        })
    }

    /// Records a hearing (「意見聴取の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for its texts and days.
    pub fn save_hearing(&mut self, ask: &SaveHearing) -> Result<Written<HearingId>> {
        let (council, book) = (self.snapshot()?, PlanBook::load(&self.store)?);
        let revision = book.known_revision(ask.revision)?.clone();
        if let Some(id) = ask.id {
            book.known_hearing(id)?;
        }
        if let Some(id) = ask.meeting {
            let known = council.meetings.iter().any(|m| m.id == id);
            known.then_some(()).ok_or_else(|| AppError::UnknownMeeting(id.to_string()))?;
        }
        all_right([check_name("asked_by", &ask.asked_by), check_text("note", &ask.note)])?;
        let days = [("asked_on", ask.asked_on), ("given_on", ask.given_on), ("answered_on", ask.answered_on)];
        check_days(&days)?;
        check_days(&[("asked_on", ask.asked_on), ("due_on", ask.due_on)])?;
        let own = || book.laws.iter().filter(|l| l.plan == revision.plan).map(|l| l.law).collect();
        let laws: Vec<LawId> = if ask.laws.is_empty() { own() } else { ask.laws.clone() };
        for law in &laws {
            self.store.law(*law)?.ok_or_else(|| AppError::UnknownRecord(law.to_string()))?;
        }
        self.change(Action::new("save_hearing").about(subject(&council, &revision)), Vec::new(), |tx| {
            let id = ask.id.unwrap_or_else(|| HearingId::new(tx.new_id()));
            tx.put_hearing(&Hearing {
                id,
                revision: ask.revision,
                asked_by: ask.asked_by.trim().to_owned(),
                asked_on: ask.asked_on,
                due_on: ask.due_on,
                meeting: ask.meeting,
                given_on: ask.given_on,
                answered_on: ask.answered_on,
                note: ask.note.trim().to_owned(),
                laws,
            })?;
            Ok(id)
        })
    }

    /// Removes a hearing that was entered by mistake, with its opinions (「意見聴取の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_hearing(&mut self, id: HearingId) -> Result<Written<()>> {
        let (council, book) = (self.snapshot()?, PlanBook::load(&self.store)?);
        let revision = book.known_revision(book.known_hearing(id)?.revision)?;
        let subject = subject(&council, revision);
        self.change(Action::new("remove_hearing").about(subject), Vec::new(), |tx| Ok(tx.remove_hearing(id)?))
    }

    /// Records an opinion and the city's answer (「意見聴取への意見の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for its texts.
    pub fn save_hearing_opinion(&mut self, ask: &SaveOpinion) -> Result<Written<HearingOpinionId>> {
        let (council, book) = (self.snapshot()?, PlanBook::load(&self.store)?);
        let revision = book.known_revision(book.known_hearing(ask.hearing)?.revision)?.clone();
        let old = ask.id.map(|id| known_opinion(&book, id)).transpose()?;
        if let Some(item) = ask.item {
            book.known_item(item)?;
        }
        self.check_issues(&ask.issues)?;
        let text =
            if ask.text.trim().is_empty() { check_name("opinion", "") } else { check_text("opinion", &ask.text) };
        all_right([text, check_text("answer", &ask.answer)])?;
        let last = book.opinions.iter().filter(|o| o.hearing == ask.hearing).map(|o| o.order).max();
        let order = old.map_or(last.unwrap_or_default().saturating_add(1), |o| o.order);
        self.change(Action::new("save_hearing_opinion").about(subject(&council, &revision)), Vec::new(), |tx| {
            let id = ask.id.unwrap_or_else(|| HearingOpinionId::new(tx.new_id()));
            tx.put_hearing_opinion(&HearingOpinion {
                id,
                hearing: ask.hearing,
                item: ask.item,
                text: ask.text.trim().to_owned(),
                answer: ask.answer.trim().to_owned(),
                treatment: ask.treatment,
                order,
                issues: ask.issues.clone(),
            })?;
            Ok(id)
        })
    }

    /// Removes an opinion (「意見聴取への意見の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_hearing_opinion(&mut self, id: HearingOpinionId) -> Result<Written<()>> {
        let (council, book) = (self.snapshot()?, PlanBook::load(&self.store)?);
        let revision = book.known_revision(book.known_hearing(known_opinion(&book, id)?.hearing)?.revision)?;
        let subject = subject(&council, revision);
        self.change(Action::new("remove_hearing_opinion").about(subject), Vec::new(), |tx| {
            Ok(tx.remove_hearing_opinion(id)?)
        })
    }
}

fn known_opinion(book: &PlanBook, id: HearingOpinionId) -> Result<&HearingOpinion> {
    book.opinions.iter().find(|o| o.id == id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))
}

/// Each day is on or after the one before it.
fn check_days(days: &[(&'static str, Option<Day>)]) -> Result<()> {
    let known: Vec<(&'static str, Day)> = days.iter().filter_map(|(field, on)| Some((*field, (*on)?))).collect();
    for pair in known.windows(2) {
        if let [(_, before), (field, after)] = pair
            && after < before
        {
            return Err(refused(PlanFault::DaysBackwards { field, before: *before, after: *after }));
        }
    }
    Ok(())
}

/// 第8期…（策定）.
fn subject(council: &Snapshot, revision: &PlanRevision) -> String {
    let plan = council.plans.iter().find(|p| p.id == revision.plan).map(|p| p.name.as_str()).unwrap_or_default();
    words::revision(plan, revision.kind.label())
}

/// V19, as it is told after a decision was recorded.
fn notices(council: &Snapshot, book: &PlanBook, revision: &PlanRevision) -> Vec<Violation> {
    let laws = book.law_names(council, revision.plan);
    let told = book.faults(council, revision);
    let what = revision.kind;
    told.into_iter().map(|fault| Violation::Plan(PlanFault::Hearing { fault, what, laws: laws.clone() })).collect()
}
