//! Writing plans, laws, items, and records of working together.

use super::{PlanBook, known_plan};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::{labels, plans as words};
use entaku_domain::id::{CooperationId, IssueId, LawId, PlanId, PlanItemId};
use entaku_domain::plan::{Cooperation, CooperationKind, IssuePlanItem, Law, Plan, PlanItem, PlanKind};
use entaku_domain::plan_fault::PlanFault;
use entaku_domain::text::{check_name, check_note, check_text};
use entaku_domain::violation::Violation;
use entaku_domain::{Certainty, Day, FiscalYear};
use entaku_store::Action;

/// A plan to be recorded.
#[derive(Debug, Clone)]
pub struct SavePlan {
    /// The one to be changed; a new one where none.
    pub id: Option<PlanId>,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: PlanKind,
    /// The plan that it is part of.
    pub parent: Option<PlanId>,
    /// The plan of the period before.
    pub predecessor: Option<PlanId>,
    /// First and last day of its period.
    pub period: Option<(Day, Day)>,
    /// What is said of it.
    pub note: String,
    /// Under which laws the council is heard on it.
    pub laws: Vec<LawId>,
}

/// A law to be recorded.
#[derive(Debug, Clone)]
pub struct SaveLaw {
    /// The one to be changed; a new one where none.
    pub id: Option<LawId>,
    /// 障害者総合支援法第88条第9項.
    pub citation: String,
    /// Its text.
    pub text: String,
    /// Known as of.
    pub as_of: Option<Day>,
    /// Whether its text was looked up, or is what the office believes.
    pub certainty: Certainty,
}

/// An item to be recorded.
#[derive(Debug, Clone)]
pub struct SavePlanItem {
    /// The one to be changed; a new one where none.
    pub id: Option<PlanItemId>,
    /// The plan.
    pub plan: PlanId,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Target or expected amount.
    pub target: String,
    /// From this year on; the plan's first where none.
    pub from_year: Option<FiscalYear>,
    /// Until this year.
    pub to_year: Option<FiscalYear>,
    /// The issues that touch it; as they were where none.
    pub issues: Option<Vec<IssueId>>,
}

/// A record of working together.
#[derive(Debug, Clone)]
pub struct SaveCooperation {
    /// The one to be changed; a new one where none.
    pub id: Option<CooperationId>,
    /// The day.
    pub on: Day,
    /// What it was.
    pub kind: CooperationKind,
    /// Handle or name of the body.
    pub body: Option<String>,
    /// With whom.
    pub partner: String,
    /// What was dealt with.
    pub text: String,
    /// The papers.
    pub papers: String,
}

pub(super) fn refused(fault: PlanFault) -> AppError {
    AppError::Rules(vec![Violation::Plan(fault)])
}

impl App {
    /// Records a plan (「計画の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for its name and days, and for a plan
    /// that would be part of itself or follow itself.
    pub fn save_plan(&mut self, ask: &SavePlan) -> Result<Written<PlanId>> {
        let council = self.snapshot()?;
        let old = ask.id.map(|id| known_plan(&council, &id.to_string()).cloned()).transpose()?;
        all_right([check_name("name", &ask.name), check_text("note", &ask.note), in_order(ask.period)])?;
        check_circle(&council, ask)?;
        let last = council.plans.iter().map(|p| p.order).max().unwrap_or_default();
        let today = FiscalYear::of(self.today());
        let from_year = ask.period.map(|(from, _)| FiscalYear::of(from));
        let new = Plan {
            id: PlanId::new(uuid::Uuid::nil()),
            key: old.as_ref().map(|p| p.key.clone()).unwrap_or_default(),
            kind: ask.kind,
            parent: ask.parent,
            name: ask.name.trim().to_owned(),
            note: Some(ask.note.trim().to_owned()).filter(|t| !t.is_empty()),
            period: ask.period,
            from_year: from_year.or(old.as_ref().map(|p| p.from_year)).unwrap_or(today),
            to_year: ask.period.map(|(_, to)| FiscalYear::of(to)),
            order: old.as_ref().map_or(last.saturating_add(1), |p| p.order),
            predecessor: ask.predecessor,
        };
        let laws = ask.laws.clone();
        self.change(Action::new("save_plan").about(new.name.clone()), Vec::new(), |tx| {
            let id = ask.id.unwrap_or_else(|| PlanId::new(tx.new_id()));
            let key = if new.key.is_empty() { id.to_string() } else { new.key.clone() };
            tx.put_plan(&Plan { id, key, ..new })?;
            tx.put_plan_laws(id, &laws)?;
            Ok(id)
        })
    }

    /// Removes a plan that was entered by mistake (「計画の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] where something belongs to it.
    pub fn remove_plan(&mut self, id: PlanId) -> Result<Written<()>> {
        let (council, book) = (self.snapshot()?, PlanBook::load(&self.store)?);
        let plan = known_plan(&council, &id.to_string())?.clone();
        let in_use = book.items.iter().any(|i| i.plan == id)
            || book.revisions.iter().any(|r| r.plan == id)
            || council.plans.iter().any(|p| p.parent == Some(id) || p.predecessor == Some(id))
            || council.flows.iter().any(|f| [f.from, f.to].contains(&entaku_domain::flow::FlowEnd::Plan(id)));
        if in_use {
            return Err(refused(PlanFault::PlanInUse));
        }
        self.change(Action::new("remove_plan").about(plan.name), Vec::new(), |tx| {
            tx.put_plan_laws(id, &[])?;
            Ok(tx.remove_plan(id)?)
        })
    }

    /// Records a law (「根拠法令の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for its texts.
    pub fn save_law(&mut self, ask: &SaveLaw) -> Result<Written<LawId>> {
        all_right([check_name("citation", &ask.citation), check_text("text", &ask.text)])?;
        if let Some(id) = ask.id {
            self.store.law(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        }
        let citation = ask.citation.trim().to_owned();
        self.change(Action::new("save_law").about(citation.clone()), Vec::new(), |tx| {
            let id = ask.id.unwrap_or_else(|| LawId::new(tx.new_id()));
            let (text, as_of) = (ask.text.trim().to_owned(), ask.as_of);
            tx.put_law(&Law { id, citation, text, as_of, certainty: ask.certainty })?;
            Ok(id)
        })
    }

    /// Removes a law (「根拠法令の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] where a plan or a hearing rests on it.
    pub fn remove_law(&mut self, id: LawId) -> Result<Written<()>> {
        let law = self.store.law(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        let book = PlanBook::load(&self.store)?;
        if book.laws.iter().any(|l| l.law == id) || book.hearings.iter().any(|h| h.laws.contains(&id)) {
            return Err(refused(PlanFault::LawInUse));
        }
        self.change(Action::new("remove_law").about(law.citation), Vec::new(), |tx| Ok(tx.remove_law(id)?))
    }

    /// Records an item of a plan, and the issues that touch it (「計画の項目の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for its texts and years.
    pub fn save_plan_item(&mut self, ask: &SavePlanItem) -> Result<Written<PlanItemId>> {
        let (council, book) = (self.snapshot()?, PlanBook::load(&self.store)?);
        let plan = known_plan(&council, &ask.plan.to_string())?;
        let old = ask.id.map(|id| book.known_item(id).cloned()).transpose()?;
        let first = plan.period.map_or_else(|| FiscalYear::of(self.today()), |(from, _)| FiscalYear::of(from));
        let from_year = ask.from_year.or(old.as_ref().map(|i| i.from_year)).unwrap_or(first);
        if let Some(to) = ask.to_year.filter(|to| *to < from_year) {
            return Err(refused(PlanFault::YearsBackwards { from: from_year, to }));
        }
        let texts =
            [check_name("title", &ask.title), check_note("number", &ask.number), check_text("target", &ask.target)];
        all_right(texts)?;
        let last = book.items.iter().filter(|i| i.plan == plan.id).map(|i| i.order).max().unwrap_or_default();
        let new = PlanItem {
            id: PlanItemId::new(uuid::Uuid::nil()),
            plan: plan.id,
            number: ask.number.trim().to_owned(),
            title: ask.title.trim().to_owned(),
            target: ask.target.trim().to_owned(),
            from_year,
            to_year: ask.to_year,
            order: old.as_ref().map_or(last.saturating_add(1), |i| i.order),
        };
        let were: Vec<IssueId> = book.touches.iter().filter(|t| Some(t.item) == ask.id).map(|t| t.issue).collect();
        let wanted = ask.issues.clone().unwrap_or_else(|| were.clone());
        self.check_issues(&wanted)?;
        self.change(Action::new("save_plan_item").about(new.full()), Vec::new(), |tx| {
            let id = ask.id.unwrap_or_else(|| PlanItemId::new(tx.new_id()));
            tx.put_plan_item(&PlanItem { id, ..new })?;
            for issue in were.iter().filter(|i| !wanted.contains(i)) {
                tx.remove_issue_plan_item(IssuePlanItem { issue: *issue, item: id })?;
            }
            for issue in &wanted {
                tx.put_issue_plan_item(IssuePlanItem { issue: *issue, item: id })?;
            }
            Ok(id)
        })
    }

    /// Removes an item that was entered by mistake (「計画の項目の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] where an opinion is on it or a proposal ended in it.
    pub fn remove_plan_item(&mut self, id: PlanItemId) -> Result<Written<()>> {
        let book = PlanBook::load(&self.store)?;
        let subject = book.known_item(id)?.full();
        if book.opinions.iter().any(|o| o.item == Some(id)) {
            return Err(refused(PlanFault::ItemInUse));
        }
        if let Some(ended) = self.store.proposals_ended_in(id)?.first() {
            return Err(refused(PlanFault::ItemOfProposal { number: labels::proposal_number(ended) }));
        }
        self.change(Action::new("remove_plan_item").about(subject), Vec::new(), |tx| Ok(tx.remove_plan_item(id)?))
    }

    /// Moves an item to another place of its plan, counted from 0 (「計画の項目の並べ替え」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn move_plan_item(&mut self, id: PlanItemId, to: usize) -> Result<Written<()>> {
        let all = self.store.plan_items()?;
        let unknown = || AppError::UnknownRecord(id.to_string());
        let item = all.iter().find(|i| i.id == id).cloned().ok_or_else(unknown)?;
        let subject = item.full();
        let mut items: Vec<PlanItem> = all.into_iter().filter(|i| i.plan == item.plan && i.id != id).collect();
        items.insert(to.min(items.len()), item);
        self.change(Action::new("move_plan_item").about(subject), Vec::new(), |tx| {
            for (order, item) in (1..).zip(&items) {
                tx.put_plan_item(&PlanItem { order, ..item.clone() })?;
            }
            Ok(())
        })
    }

    /// Says which items an issue touches (「課題に関わる計画の項目の変更」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn set_issue_plan_items(&mut self, issue: IssueId, items: &[PlanItemId]) -> Result<Written<()>> {
        let book = PlanBook::load(&self.store)?;
        let known = self.store.issue(issue)?.ok_or_else(|| AppError::UnknownRecord(issue.to_string()))?;
        for item in items {
            book.known_item(*item)?;
        }
        let subject = words::numbered(&labels::issue_number(&known), &known.title);
        self.change(Action::new("set_issue_plan_items").about(subject), Vec::new(), |tx| {
            for gone in tx.plan_items_of(issue)?.into_iter().filter(|t| !items.contains(&t.item)) {
                tx.remove_issue_plan_item(gone)?;
            }
            for item in items {
                tx.put_issue_plan_item(IssuePlanItem { issue, item: *item })?;
            }
            Ok(())
        })
    }

    /// Records working together (「連携の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`], an unknown body; [`AppError::Rules`] for its texts.
    pub fn save_cooperation(&mut self, ask: &SaveCooperation) -> Result<Written<CooperationId>> {
        let council = self.snapshot()?;
        if let Some(id) = ask.id {
            self.store.cooperation(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        }
        let body = ask.body.as_deref().map(|b| council.body(b)).transpose()?.map(|b| b.id);
        let with =
            if body.is_none() { check_name("partner", &ask.partner) } else { check_note("partner", &ask.partner) };
        let text = if ask.text.trim().is_empty() { check_name("text", "") } else { check_text("text", &ask.text) };
        all_right([with, text, check_text("papers", &ask.papers)])?;
        let style = council.council.date_style;
        let subject = words::dated(ask.kind.label(), &style.day(ask.on));
        self.change(Action::new("save_cooperation").about(subject), Vec::new(), |tx| {
            let id = ask.id.unwrap_or_else(|| CooperationId::new(tx.new_id()));
            tx.put_cooperation(&Cooperation {
                id,
                on: ask.on,
                kind: ask.kind,
                body,
                partner: ask.partner.trim().to_owned(),
                text: ask.text.trim().to_owned(),
                papers: ask.papers.trim().to_owned(),
            })?;
            Ok(id)
        })
    }

    /// Removes a record of working together (「連携の記録の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_cooperation(&mut self, id: CooperationId) -> Result<Written<()>> {
        let old = self.store.cooperation(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        let style = self.snapshot()?.council.date_style;
        let subject = words::dated(old.kind.label(), &style.day(old.on));
        self.change(Action::new("remove_cooperation").about(subject), Vec::new(), |tx| Ok(tx.remove_cooperation(id)?))
    }

    pub(super) fn check_issues(&self, issues: &[IssueId]) -> Result<()> {
        for id in issues {
            self.store.issue(*id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        }
        Ok(())
    }
}

fn in_order(period: Option<(Day, Day)>) -> std::result::Result<(), Violation> {
    match period {
        Some((start, end)) if end < start => Err(Violation::EndBeforeStart { start, end }),
        _ => Ok(()),
    }
}

/// No plan is part of itself or follows itself, over whatever many steps.
fn check_circle(council: &Snapshot, ask: &SavePlan) -> Result<()> {
    let plan = |id: PlanId| council.plans.iter().find(|p| p.id == id);
    for next in [ask.parent, ask.predecessor].into_iter().flatten() {
        known_plan(council, &next.to_string())?;
    }
    let leads_back = |first: Option<PlanId>, next: &dyn Fn(&Plan) -> Option<PlanId>| {
        let mut at = first;
        for _ in 0..=council.plans.len() {
            match at {
                Some(id) if Some(id) == ask.id => return true,
                Some(id) => at = plan(id).and_then(next),
                None => return false,
            }
        }
        true
    };
    if leads_back(ask.parent, &|p| p.parent) {
        return Err(refused(PlanFault::PartOfItself));
    }
    if leads_back(ask.predecessor, &|p| p.predecessor) {
        return Err(refused(PlanFault::FollowsItself));
    }
    Ok(())
}
