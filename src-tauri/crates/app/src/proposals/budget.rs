//! Which year's budget a proposal can still reach (V20), told while it is drafted, when it
//! is approved, and as long as something can be done about it.

use crate::snapshot::Snapshot;
use crate::text::proposals as words;
use entaku_domain::body::BodyKind;
use entaku_domain::meeting::Meeting;
use entaku_domain::proposal::{BudgetReach, Proposal, budget_reach};
use entaku_domain::{Day, FiscalYear};

/// What the approval reaches, or the one that is expected; none where no day is known.
pub(crate) fn reach(council: &Snapshot, proposal: &Proposal) -> Option<BudgetReach> {
    let expected = || proposal.expected_at.and_then(|id| council.meetings.iter().find(|m| m.id == id)).map(|m| m.date);
    let on = proposal.approved_on.or_else(expected)?;
    budget_reach(on, council.budget_deadline(FiscalYear::of(on)))
}

/// By when a draft without a plenary must be approved, and the last plenary that makes it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LastChance<'a> {
    pub(crate) reach: BudgetReach,
    pub(crate) plenary: Option<&'a Meeting>,
}

/// The next deadline from a day on, with the last plenary before it.
pub(crate) fn last_chance(council: &Snapshot, from: Day) -> Option<LastChance<'_>> {
    let year = FiscalYear::of(from);
    let deadline = council.budget_deadline(year).filter(|d| d.on >= from);
    let deadline = deadline.or_else(|| council.budget_deadline(year.plus(1)))?;
    let reach = budget_reach(deadline.on, Some(deadline))?;
    let in_time = |m: &&Meeting| {
        council.is_of_kind(m, BodyKind::Plenary) && m.state.takes_place() && (from..=deadline.on).contains(&m.date)
    };
    let plenary = council.meetings.iter().filter(in_time).max_by_key(|m| m.date);
    Some(LastChance { reach, plenary })
}

/// What a page says of the budget; none where no deadline is known, or all is over.
pub(crate) fn words_of(council: &Snapshot, proposal: &Proposal, today: Day) -> Option<String> {
    let style = council.council.date_style;
    if let Some(reach) = reach(council, proposal) {
        return Some(words::misses(style, &reach));
    }
    let chance = last_chance(council, today)?;
    let plenary = chance.plenary.map(|m| words::plenary_on(style, &council.meeting_title(m), m.date));
    Some(words::chance(style, &chance.reach, plenary.as_deref()))
}
