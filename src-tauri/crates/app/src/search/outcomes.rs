//! Proposals and plans, as the search finds them.

use super::{Entry, FoundKind, SearchHit, Target};
use crate::council::App;
use crate::error::Result;
use crate::snapshot::Snapshot;
use crate::text::{labels, proposals as words};
use entaku_domain::plan::{Plan, PlanItem};

/// The latest first.
pub(super) fn proposals(app: &App, council: &Snapshot) -> Result<Vec<Entry>> {
    let mut proposals = app.store.proposals()?;
    proposals.sort_by_key(|p| std::cmp::Reverse((p.year, p.number)));
    let all = proposals.into_iter().map(|proposal| {
        let style = council.council.date_style;
        let number = words::numbered(style, proposal.year, &labels::proposal_number(&proposal));
        let texts = proposal.parts.iter().map(|part| part.text.clone());
        Entry {
            kind: FoundKind::Proposal,
            hit: SearchHit {
                id: proposal.id.to_string(),
                title: proposal.title.clone(),
                detail: format!("{number}　{}", proposal.addressee),
                target: Target::proposal(proposal.id),
            },
            names: vec![proposal.title.clone(), number],
            others: texts.chain([proposal.addressee.clone(), proposal.budget_line.clone()]).collect(),
            day: None,
        }
    });
    Ok(all.collect())
}

/// As the office orders them, each found by its items, too.
pub(super) fn plans(app: &App, council: &Snapshot) -> Result<Vec<Entry>> {
    let items = app.store.plan_items()?;
    Ok(council.plans.iter().map(|plan| self::plan(plan, &items)).collect())
}

fn plan(plan: &Plan, items: &[PlanItem]) -> Entry {
    let own = items.iter().filter(|item| item.plan == plan.id).map(PlanItem::full);
    Entry {
        kind: FoundKind::Plan,
        hit: SearchHit {
            id: plan.id.to_string(),
            title: plan.name.clone(),
            detail: plan.kind.label().to_owned(),
            target: Target::new("issues", Some("plans".to_owned()), None).with_record(plan.id),
        },
        names: vec![plan.name.clone()],
        others: own.collect(),
        day: None,
    }
}
