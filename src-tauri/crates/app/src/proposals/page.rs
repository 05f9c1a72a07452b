//! A proposal's page: everything that its record holds, with what it rests on.

use super::{ProposalRow, proposal_row};
use crate::council::App;
use crate::error::Result;
use crate::issues::Ledger;
use crate::snapshot::Snapshot;
use entaku_domain::id::{MeetingId, ProposalId};
use entaku_domain::plan::{Plan, PlanItem};
use entaku_domain::proposal::{DeliveredBy, Outcome, PartKind, Proposal, ProposalKind};
use entaku_domain::{Day, FiscalYear};

/// A part of a proposal's text.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct PartRow {
    /// `foreword`, `course`, `discussion`, `proposal`, `other`.
    pub kind: String,
    /// Its own heading; the usual one where empty.
    #[serde(default)]
    pub heading: String,
    /// Paragraphs, one a line.
    #[serde(default)]
    pub text: String,
}

/// A figure on which a proposal rests.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct FigureRow {
    /// What it counts.
    pub label: String,
    /// How much, with its unit.
    #[serde(default)]
    pub value: String,
    /// Where it comes from.
    #[serde(default)]
    pub source: String,
}

/// A meeting on which a proposal rests.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ProposedMeeting {
    /// Its identifier.
    pub id: String,
    /// 令和8年度 第1回 全体会.
    pub title: String,
    /// ISO date.
    pub on: String,
}

/// A proposal's page.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ProposalPage {
    /// Where it stands.
    pub row: ProposalRow,
    /// Code of its kind.
    pub kind: String,
    /// The number alone.
    pub serial: u16,
    /// The text, part by part.
    pub parts: Vec<PartRow>,
    /// The meetings it rests on.
    pub meetings: Vec<ProposedMeeting>,
    /// The figures it rests on.
    pub figures: Vec<FigureRow>,
    /// The plenary that is to decide.
    pub expected: Option<ProposedMeeting>,
    /// Identifier of the organisation to which it goes.
    pub addressed_to: Option<String>,
    /// How it was delivered, a code.
    pub delivered_how: Option<String>,
    /// The same, in Japanese; empty for none.
    pub delivered_how_label: String,
    /// What came of it, a code.
    pub outcome: Option<String>,
    /// ISO date.
    pub outcome_on: Option<String>,
    /// The measure taken; why, where it was declined or withdrawn.
    pub measure: String,
    /// The item of a plan in which it ended.
    pub ended_in: Option<EndedIn>,
    /// The same in words, where the plan's items are not recorded.
    pub plan_words: String,
    /// The year of the budget.
    pub budget_year: Option<i32>,
    /// Its line.
    pub budget_line: String,
    /// A note for the office.
    pub note: String,
}

/// The item of a plan in which a proposal ended.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct EndedIn {
    /// Its identifier.
    pub item: String,
    /// Number and title.
    pub label: String,
    /// The plan's identifier.
    pub plan: String,
    /// The plan's name.
    pub plan_name: String,
}

/// A code with its word.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ProposalWord {
    /// Stable code.
    pub code: String,
    /// In Japanese.
    pub label: String,
}

/// What the forms of proposals offer.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ProposalWords {
    /// What a proposal is called.
    pub kinds: Vec<ProposalWord>,
    /// Parts of its text.
    pub parts: Vec<ProposalWord>,
    /// How it is delivered.
    pub ways: Vec<ProposalWord>,
    /// What may come of it.
    pub outcomes: Vec<ProposalWord>,
    /// Addressees in use, the latest first.
    pub addressees: Vec<String>,
    /// Items of plans in which a proposal may end, those of the plans that run first.
    pub items: Vec<EndedIn>,
}

impl App {
    /// A proposal with everything that its record holds.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownRecord`]; those of the store.
    pub fn proposal_page(&self, id: ProposalId) -> Result<ProposalPage> {
        let (council, ledger) = (self.snapshot()?, Ledger::load(&self.store)?);
        let p = self.proposal(id)?;
        Ok(page(&council, proposal_row(&council, &ledger, &p, self.today()), &p))
    }

    /// What the forms of proposals offer.
    ///
    /// # Errors
    /// Those of the store.
    pub fn proposal_words(&self) -> Result<ProposalWords> {
        let mut addressees: Vec<String> = Vec::new();
        for p in self.store.proposals()?.iter().rev() {
            if !p.addressee.is_empty() && !addressees.contains(&p.addressee) {
                addressees.push(p.addressee.clone());
            }
        }
        let word = |code: &str, label: &str| ProposalWord { code: code.to_owned(), label: label.to_owned() };
        Ok(ProposalWords {
            kinds: ProposalKind::ALL.iter().map(|k| word(k.code(), k.label())).collect(),
            parts: PartKind::ALL.iter().map(|k| word(k.code(), k.label())).collect(),
            ways: DeliveredBy::ALL.iter().map(|w| word(w.code(), w.label())).collect(),
            outcomes: Outcome::ALL.iter().map(|o| word(o.code(), o.label())).collect(),
            addressees,
            items: items(&self.snapshot()?, self.today()),
        })
    }
}

/// The items of plans to choose from: those of plans that run or are to come, then the others.
fn items(council: &Snapshot, today: Day) -> Vec<EndedIn> {
    let over = |plan: &Plan| plan.period.is_some_and(|(_, to)| to < today);
    let of = |plan: &Plan, item: &PlanItem| EndedIn {
        item: item.id.to_string(),
        label: item.full(),
        plan: plan.id.to_string(),
        plan_name: plan.name.clone(),
    };
    let mut plans: Vec<&Plan> = council.plans.iter().collect();
    plans.sort_by_key(|plan| (over(plan), plan.order));
    let own = |plan: &&Plan| {
        let mut found: Vec<&PlanItem> = council.plan_items.iter().filter(|i| i.plan == plan.id).collect();
        found.sort_by_key(|i| i.order);
        found.into_iter().map(|i| of(plan, i)).collect::<Vec<_>>()
    };
    plans.iter().flat_map(own).collect()
}

fn page(council: &Snapshot, row: ProposalRow, p: &Proposal) -> ProposalPage {
    let part = |part: &entaku_domain::proposal::Part| PartRow {
        kind: part.kind.code().to_owned(),
        heading: part.heading.clone(),
        text: part.text.clone(),
    };
    let figure = |f: &entaku_domain::proposal::Figure| FigureRow {
        label: f.label.clone(),
        value: f.value.clone(),
        source: f.source.clone(),
    };
    ProposalPage {
        row,
        kind: p.kind.code().to_owned(),
        serial: p.number,
        parts: p.parts.iter().map(part).collect(),
        meetings: p.meetings.iter().filter_map(|id| proposed(council, *id)).collect(),
        figures: p.figures.iter().map(figure).collect(),
        expected: p.expected_at.and_then(|id| proposed(council, id)),
        addressed_to: p.addressed_to.map(|o| o.to_string()),
        delivered_how: p.delivered_how.map(|h| h.code().to_owned()),
        delivered_how_label: p.delivered_how.map(DeliveredBy::label).unwrap_or_default().to_owned(),
        outcome: p.outcome.map(|o| o.code().to_owned()),
        outcome_on: p.outcome_on.map(|d| d.to_string()),
        measure: p.measure.clone(),
        ended_in: super::plan_item(council, p).map(|(item, plan)| EndedIn {
            item: item.id.to_string(),
            label: item.full(),
            plan: plan.id.to_string(),
            plan_name: plan.name.clone(),
        }),
        plan_words: p.plan_words.clone(),
        budget_year: p.budget_year.map(FiscalYear::number),
        budget_line: p.budget_line.clone(),
        note: p.note.clone(),
    }
}

fn proposed(council: &Snapshot, id: MeetingId) -> Option<ProposedMeeting> {
    let found = council.meetings.iter().find(|m| m.id == id)?;
    Some(ProposedMeeting { id: id.to_string(), title: council.meeting_title(found), on: found.date.to_string() })
}
