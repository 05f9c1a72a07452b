//! Plans as the screens show them: from the records to what is shown.

use super::rows::{
    CooperationRow, HearingOpinionRow, HearingRow, IssueItemChoice, IssueItems, LawRow, PlanIssue, PlanItemRow,
    PlanList, PlanPage, PlanRemark, PlanRow, RevisionRow,
};
use super::{PlanBook, law_names};
use crate::answers::Choice;
use crate::error::Result;
use crate::snapshot::Snapshot;
use crate::text::{labels, plans as words};
use entaku_domain::body::BodyKind;
use entaku_domain::hearing::{Hearing, HearingFault, HearingOpinion, PlanRevision, Treatment, successor};
use entaku_domain::id::{IssueId, PlanId};
use entaku_domain::issue::Issue;
use entaku_domain::plan::{Cooperation, Law, Plan, PlanItem};
use entaku_domain::{Day, FiscalYear};

pub(super) fn list(council: &Snapshot, book: &PlanBook, today: Day) -> PlanList {
    let partner = |b: &entaku_domain::body::Body| b.kind == BodyKind::PlanBody;
    let year = FiscalYear::of(today);
    let partners = council.bodies.iter().filter(|b| partner(b));
    PlanList {
        plans: council.plans.iter().map(|p| row(council, book, p, today)).collect(),
        laws: council.laws.iter().map(law).collect(),
        cooperations: book.cooperations.iter().map(|c| cooperation(council, c)).collect(),
        partners: partners
            .map(|b| Choice { value: b.key.clone(), label: council.body_name(b.id, year).to_owned() })
            .collect(),
    }
}

pub(super) fn row(council: &Snapshot, book: &PlanBook, plan: &Plan, today: Day) -> PlanRow {
    let name = |id: PlanId| council.plans.iter().find(|p| p.id == id).map(|p| p.name.clone());
    let next = successor(&council.plans, plan.id);
    let laws: Vec<_> = book.laws.iter().filter(|l| l.plan == plan.id).map(|l| l.law).collect();
    let items: Vec<_> = book.items.iter().filter(|i| i.plan == plan.id).map(|i| i.id).collect();
    let mut issues: Vec<_> = book.touches.iter().filter(|t| items.contains(&t.item)).map(|t| t.issue).collect();
    issues.sort_unstable();
    issues.dedup();
    let revisions: Vec<&PlanRevision> = book.revisions.iter().filter(|r| r.plan == plan.id).collect();
    let heard = book.hearings.iter().filter(|h| revisions.iter().any(|r| r.id == h.revision)).count();
    PlanRow {
        id: plan.id.to_string(),
        name: plan.name.clone(),
        kind: plan.kind.code().to_owned(),
        kind_label: plan.kind.label().to_owned(),
        parent: plan.parent.map(|p| p.to_string()),
        parent_name: plan.parent.and_then(name),
        from: plan.period.map(|(from, _)| from.to_string()),
        to: plan.period.map(|(_, to)| to.to_string()),
        running: plan.holds_on(today),
        predecessor: plan.predecessor.map(|p| p.to_string()),
        predecessor_name: plan.predecessor.and_then(name),
        successor: next.map(|p| p.id.to_string()),
        successor_name: next.map(|p| p.name.clone()),
        note: plan.note.clone().unwrap_or_default(),
        law_names: law_names(council, &laws),
        laws: laws.iter().map(ToString::to_string).collect(),
        items: count(items.len()),
        issues: count(issues.len()),
        hearings: count(heard),
        remarks: revisions.iter().flat_map(|r| remarks(council, book, r)).collect(),
    }
}

pub(super) fn page(council: &Snapshot, book: &PlanBook, issues: &[Issue], plan: &Plan, today: Day) -> Result<PlanPage> {
    let items = book.items.iter().filter(|i| i.plan == plan.id);
    let mut revisions: Vec<&PlanRevision> = book.revisions.iter().filter(|r| r.plan == plan.id).collect();
    revisions.sort_by_key(|r| std::cmp::Reverse((r.day().is_none(), r.day())));
    let mut meetings: Vec<_> = council.meetings.iter().collect();
    meetings.sort_by_key(|m| std::cmp::Reverse(m.date));
    let meeting = |m: &&entaku_domain::meeting::Meeting| Choice {
        value: m.id.to_string(),
        label: words::dated(&council.meeting_title(m), &council.council.date_style.day(m.date)),
    };
    Ok(PlanPage {
        plan: row(council, book, plan, today),
        rests_on: rests_on(council, plan),
        items: items.map(|i| item(book, issues, i)).collect(),
        revisions: revisions.iter().map(|r| revision(council, book, issues, r)).collect(),
        issues: issues
            .iter()
            .rev()
            .map(|i| Choice { value: i.id.to_string(), label: words::numbered(&labels::issue_number(i), &i.title) })
            .collect(),
        meetings: meetings.iter().map(meeting).collect(),
        treatments: Treatment::ALL
            .iter()
            .map(|t| Choice { value: t.code().to_owned(), label: t.label().to_owned() })
            .collect(),
        laws: council.laws.iter().map(law).collect(),
    })
}

/// The plans from which an arrow leads to this one, or to the plan that it is part of.
fn rests_on(council: &Snapshot, plan: &Plan) -> Vec<String> {
    use entaku_domain::flow::FlowEnd;
    let whole = |id: PlanId| Some(id) == plan.parent || id == plan.id;
    let name = |id: PlanId| council.plans.iter().find(|p| p.id == id).map(|p| p.name.clone());
    let mut found: Vec<String> = Vec::new();
    for flow in &council.flows {
        let (FlowEnd::Plan(from), FlowEnd::Plan(to)) = (flow.from, flow.to) else { continue };
        if whole(to) && !whole(from) {
            found.extend(name(from).map(|n| words::resting(&n, &flow.label)));
        }
    }
    found.dedup();
    found
}

fn item(book: &PlanBook, issues: &[Issue], item: &PlanItem) -> PlanItemRow {
    let touching: Vec<IssueId> = book.touches.iter().filter(|t| t.item == item.id).map(|t| t.issue).collect();
    PlanItemRow {
        id: item.id.to_string(),
        number: item.number.clone(),
        title: item.title.clone(),
        target: item.target.clone(),
        from_year: item.from_year.number(),
        to_year: item.to_year.map(FiscalYear::number),
        issues: told(issues, &touching),
        opinions: count(book.opinions.iter().filter(|o| o.item == Some(item.id)).count()),
    }
}

fn told(issues: &[Issue], ids: &[IssueId]) -> Vec<PlanIssue> {
    let found = issues.iter().filter(|i| ids.contains(&i.id));
    found
        .map(|i| PlanIssue {
            id: i.id.to_string(),
            number: labels::issue_number(i),
            title: i.title.clone(),
            stage_label: i.stage.label().to_owned(),
        })
        .collect()
}

fn revision(council: &Snapshot, book: &PlanBook, issues: &[Issue], r: &PlanRevision) -> RevisionRow {
    let hearings = book.hearings.iter().filter(|h| h.revision == r.id);
    RevisionRow {
        id: r.id.to_string(),
        kind: r.kind.code().to_owned(),
        kind_label: r.kind.label().to_owned(),
        text: r.text.clone(),
        due_on: r.due_on.map(|d| d.to_string()),
        decided_on: r.decided_on.map(|d| d.to_string()),
        remarks: remarks(council, book, r),
        hearings: hearings.map(|h| hearing(council, book, issues, h)).collect(),
    }
}

pub(super) fn remarks(council: &Snapshot, book: &PlanBook, r: &PlanRevision) -> Vec<PlanRemark> {
    let laws = book.law_names(council, r.plan);
    let faults = book.faults(council, r);
    let remark = |fault: &HearingFault| PlanRemark {
        weight: match fault {
            HearingFault::StillUnheard { .. } => "notice",
            _ => "warning",
        }
        .to_owned(),
        text: words::hearing_fault(council.council.date_style, fault, r.kind.label(), &laws),
    };
    faults.iter().map(remark).collect()
}

fn hearing(council: &Snapshot, book: &PlanBook, issues: &[Issue], h: &Hearing) -> HearingRow {
    let meeting = council.meetings.iter().find(|m| Some(m.id) == h.meeting);
    let opinions = book.opinions.iter().filter(|o| o.hearing == h.id);
    HearingRow {
        id: h.id.to_string(),
        asked_by: h.asked_by.clone(),
        asked_on: h.asked_on.map(|d| d.to_string()),
        due_on: h.due_on.map(|d| d.to_string()),
        meeting: h.meeting.map(|m| m.to_string()),
        meeting_title: meeting.map(|m| council.meeting_title(m)).unwrap_or_default(),
        given_on: h.given_on.map(|d| d.to_string()),
        answered_on: h.answered_on.map(|d| d.to_string()),
        note: h.note.clone(),
        laws: h.laws.iter().map(ToString::to_string).collect(),
        law_names: law_names(council, &h.laws),
        opinions: opinions.map(|o| opinion(book, issues, o)).collect(),
    }
}

fn opinion(book: &PlanBook, issues: &[Issue], o: &HearingOpinion) -> HearingOpinionRow {
    HearingOpinionRow {
        id: o.id.to_string(),
        item: o.item.map(|i| i.to_string()),
        item_label: item_label(book, o),
        text: o.text.clone(),
        answer: o.answer.clone(),
        treatment: o.treatment.map(|t| t.code().to_owned()),
        treatment_label: o.treatment.map(|t| t.label().to_owned()),
        issues: told(issues, &o.issues),
    }
}

/// The item on which an opinion is, or the whole plan.
pub(super) fn item_label(book: &PlanBook, o: &HearingOpinion) -> String {
    o.item.and_then(|i| book.item(i)).map_or_else(|| words::WHOLE_PLAN.to_owned(), PlanItem::full)
}

pub(super) fn of_issue(council: &Snapshot, book: &PlanBook, issue: IssueId, today: Day) -> IssueItems {
    let touched: Vec<_> = book.touches.iter().filter(|t| t.issue == issue).map(|t| t.item).collect();
    let year = FiscalYear::of(today);
    let plan = |id: PlanId| council.plans.iter().find(|p| p.id == id);
    let ahead = |p: &Plan| p.period.is_none_or(|(_, to)| today <= to);
    let offered = |i: &&PlanItem| {
        let holds = i.to_year.is_none_or(|to| year <= to) && plan(i.plan).is_some_and(ahead);
        holds || touched.contains(&i.id)
    };
    let choice = |i: &PlanItem| IssueItemChoice {
        id: i.id.to_string(),
        label: i.full(),
        plan: i.plan.to_string(),
        plan_name: plan(i.plan).map(|p| p.name.clone()).unwrap_or_default(),
    };
    let mut items: Vec<&PlanItem> = book.items.iter().filter(offered).collect();
    items.sort_by_key(|i| (council.plans.iter().position(|p| p.id == i.plan), i.order));
    IssueItems {
        touched: touched.iter().map(ToString::to_string).collect(),
        items: items.into_iter().map(choice).collect(),
        opinions: book.opinions.iter().filter(|o| o.issues.contains(&issue)).map(|o| o.text.clone()).collect(),
    }
}

fn law(law: &Law) -> LawRow {
    LawRow {
        id: law.id.to_string(),
        citation: law.citation.clone(),
        text: law.text.clone(),
        as_of: law.as_of.map(|d| d.to_string()),
        certainty: law.certainty.code().to_owned(),
        certainty_label: law.certainty.label().to_owned(),
    }
}

pub(super) fn cooperation(council: &Snapshot, c: &Cooperation) -> CooperationRow {
    let body = c.body.and_then(|id| council.body_by_id(id));
    let name = body.map(|b| council.body_name(b.id, FiscalYear::of(c.on)).to_owned()).unwrap_or_default();
    CooperationRow {
        id: c.id.to_string(),
        on: c.on.to_string(),
        kind: c.kind.code().to_owned(),
        kind_label: c.kind.label().to_owned(),
        body: body.map(|b| b.key.clone()),
        with: words::partner(&name, &c.partner),
        partner: c.partner.clone(),
        text: c.text.clone(),
        papers: c.papers.clone(),
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
