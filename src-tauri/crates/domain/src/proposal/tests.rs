//! V17 and V20 of proposals: worked examples.
#![allow(clippy::unwrap_used, missing_docs, unreachable_pub)]

use super::*;
use crate::body::BodyKind;
use crate::meeting::tests::meeting;
use crate::meeting::{Meeting, MeetingState};
use crate::severity::Severity;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A draft without anything.
pub(crate) fn proposal() -> Proposal {
    Proposal {
        id: ProposalId::from_key("p"),
        year: FiscalYear::new(2026).unwrap(),
        number: 1,
        kind: ProposalKind::Proposal,
        title: String::new(),
        parts: Vec::new(),
        issues: Vec::new(),
        meetings: Vec::new(),
        figures: Vec::new(),
        expected_at: None,
        approved_at: None,
        approved_on: None,
        addressee: String::new(),
        addressed_to: None,
        delivered_on: None,
        delivered_how: None,
        answer_due: None,
        answered_on: None,
        answer: None,
        outcome: None,
        outcome_on: None,
        measure: String::new(),
        plan_item: None,
        plan_words: String::new(),
        budget_year: None,
        budget_line: String::new(),
        note: String::new(),
    }
}

fn on(date: &str) -> Meeting {
    meeting(date, 1)
}

#[test]
fn a_proposal_stands_where_its_latest_day_is() {
    let approved = Proposal { approved_on: Some(day("2026-06-24")), ..proposal() };
    let delivered = Proposal { delivered_on: Some(day("2026-07-10")), ..approved.clone() };
    let answered = Proposal { answered_on: Some(day("2026-10-30")), ..delivered.clone() };
    let settled = Proposal { outcome: Some(Outcome::Partly), ..answered.clone() };
    let found = [proposal(), approved, delivered, answered, settled].map(|p| p.state());
    use ProposalState as S;
    assert_eq!(found, [S::Draft, S::Approved, S::Delivered, S::Answered, S::Settled]);
}

#[test]
fn v17_only_a_plenary_that_was_held_approves() {
    let today = day("2026-10-01");
    let held = on("2026-06-24");
    let off = Meeting { state: MeetingState::Cancelled, ..held.clone() };
    let ahead = on("2026-10-14");
    use ProposalFault as F;
    for (meeting, recorded, wanted) in [
        (Some((&held, BodyKind::Plenary)), true, vec![]),
        (Some((&held, BodyKind::Steering)), true, vec![F::NotThePlenary { field: "meeting" }]),
        (Some((&off, BodyKind::Plenary)), true, vec![F::PlenaryCalledOff { field: "meeting", on: off.date }]),
        (Some((&ahead, BodyKind::Plenary)), true, vec![F::PlenaryAhead { on: ahead.date }]),
        (None, true, vec![F::NoMeetingNamed]),
        (None, false, vec![F::ApprovalUnproved { year: FiscalYear::new(2026).unwrap() }]),
    ] {
        let on = meeting.map_or(day("2026-06-24"), |(m, _)| m.date);
        let found = check_approval(&proposal(), on, meeting, recorded, None, today);
        assert_eq!(found, wanted);
    }
}

#[test]
fn v17_delivery_answer_and_outcome_follow_each_other() {
    let today = day("2027-03-01");
    use ProposalFault as F;
    assert_eq!(check_delivery(&proposal(), day("2026-07-10"), None, today), [F::NotApproved]);
    let approved = Proposal { approved_on: Some(day("2026-06-24")), ..proposal() };
    assert_eq!(check_delivery(&approved, day("2026-07-10"), Some(day("2026-10-30")), today), []);
    let before = check_delivery(&approved, day("2026-06-23"), None, today);
    assert_eq!(before, [F::BeforeApproval { approved: day("2026-06-24") }]);
    let due = check_delivery(&approved, day("2026-07-10"), Some(day("2026-07-09")), today);
    assert_eq!(due, [F::BeforeDelivery { field: "answer_due", delivered: day("2026-07-10") }]);
    assert_eq!(check_answer(&approved, day("2026-07-10"), today), [F::NotDelivered]);
    let delivered = Proposal { delivered_on: Some(day("2026-07-10")), ..approved };
    assert_eq!(check_answer(&delivered, day("2026-10-30"), today), []);
    let early = check_answer(&delivered, day("2026-07-09"), today);
    assert_eq!(early, [F::BeforeDelivery { field: "on", delivered: day("2026-07-10") }]);
    let settled = Proposal { outcome: Some(Outcome::Reflected), outcome_on: Some(day("2026-10-01")), ..delivered };
    assert_eq!(check_outcome(&settled, today), [F::OutcomeWithoutAnswer, F::NowhereReflected]);
    let answered = Proposal { answered_on: Some(day("2026-10-30")), budget_year: Some(settled.year), ..settled };
    assert_eq!(check_outcome(&answered, today), [F::BeforeAnswer { answered: day("2026-10-30") }]);
    let late = check_delivery(&answered, day("2026-11-01"), None, today);
    let (a, s) = (day("2026-10-30"), day("2026-10-01"));
    assert_eq!(late, [F::AnsweredBefore { on: a }, F::SettledBefore { on: s }]);
}

#[test]
fn v20_an_approval_after_the_deadline_reaches_the_budget_after_next() {
    let deadline = |on: &str| Some(Deadline { on: day(on), milestone: None });
    let year = |n| FiscalYear::new(n).unwrap();
    for (approved, missed, target) in
        [("2026-10-14", None, 2027), ("2026-10-30", None, 2027), ("2027-02-17", Some(2027), 2028)]
    {
        let reach = budget_reach(day(approved), deadline("2026-10-30")).unwrap();
        assert_eq!((reach.missed, reach.target), (missed.map(year), year(target)), "{approved}");
        let told = check_approval(&proposal(), day(approved), None, false, Some(reach), day("2027-03-01"));
        assert_eq!(told.iter().any(|f| f.rule() == Some("V20")), missed.is_some());
        assert!(told.iter().all(|f| f.severity() != Severity::Error));
    }
    assert_eq!(budget_reach(day("2026-10-14"), None), None);
}

#[test]
fn numbers_are_given_once_in_a_year_and_kind() {
    let other = Proposal { id: ProposalId::from_key("q"), ..proposal() };
    let taken = check_record(&proposal(), None, std::slice::from_ref(&other));
    assert_eq!(taken, [ProposalFault::NumberTaken { year: other.year, number: 1 }]);
    let opinion = Proposal { kind: ProposalKind::Opinion, ..other };
    assert_eq!(check_record(&proposal(), None, &[opinion]), []);
}

#[test]
fn a_heading_of_its_own_stands_before_the_usual_one() {
    let part = Part::new(PartKind::Course, "三回協議した".into());
    assert_eq!(part.title(), "検討状況");
    assert_eq!(Part { heading: " これまでの経過 ".into(), ..part }.title(), "これまでの経過");
}

#[test]
fn what_is_withdrawn_needs_a_reason_and_no_delivery() {
    let p = |approved: Option<&str>, outcome, reason: &str| Proposal {
        approved_on: approved.map(day),
        delivered_on: None,
        answered_on: None,
        outcome: Some(outcome),
        outcome_on: Some(day("2026-09-01")),
        measure: reason.to_owned(),
        ..proposal()
    };
    let today = day("2026-10-01");
    let found = |p: &Proposal| check_outcome(p, today);
    assert_eq!(found(&p(None, Outcome::Withdrawn, "市が始めた")), []);
    assert_eq!(found(&p(None, Outcome::Withdrawn, " ")), [ProposalFault::WithdrawnWithoutReason]);
    let approved = day("2026-09-02");
    let early = p(Some("2026-09-02"), Outcome::Withdrawn, "早い");
    assert_eq!(found(&early), [ProposalFault::OutcomeBeforeApproval { approved }]);
    assert!(found(&p(None, Outcome::Declined, "")).contains(&ProposalFault::NotDelivered));
    let on = day("2026-09-01");
    let kept = p(Some("2026-08-01"), Outcome::Withdrawn, "市が始めた");
    assert!(check_delivery(&kept, day("2026-08-10"), None, today).contains(&ProposalFault::Withdrawn { on }));
}

mod feedback {
    use super::*;
    use crate::id::IssueId;
    use crate::issue::{Inlet, Issue, IssueEvent, IssueLink, LinkKind, Stage};

    fn step(issue: &str, stage: Stage, on: &str) -> IssueEvent {
        let one = crate::issue::tests::events(&[(stage, on)]).remove(0);
        IssueEvent { issue: IssueId::from_key(issue), ..one }
    }

    fn raised(told: Option<&str>) -> Issue {
        Issue { id: IssueId::from_key("a"), feedback_on: told.map(day), ..crate::issue::tests::issue(Inlet::Partner) }
    }

    #[test]
    fn v18_what_is_decided_is_owed_and_so_is_the_citys_answer() {
        let steps = [
            step("a", Stage::Reported, "2026-06-24"),
            step("a", Stage::Approved, "2026-06-24"),
            step("a", Stage::Proposed, "2026-07-10"),
            step("a", Stage::Answered, "2026-10-30"),
            step("a", Stage::Reflected, "2027-02-17"),
        ];
        let all: Vec<&IssueEvent> = steps.iter().collect();
        for (told, steps, wanted) in [
            (None, &all[..1], None),
            (None, &all[..2], Some(("2026-06-24", Stage::Approved, false))),
            (Some("2026-07-01"), &all[..3], None),
            (Some("2026-07-01"), &all[..], Some(("2026-10-30", Stage::Reflected, true))),
            (Some("2026-11-10"), &all[..], None),
        ] {
            let found = owed(&raised(told), steps).map(|o| (o.since, o.stage, o.again));
            assert_eq!(found, wanted.map(|(on, stage, again)| (day(on), stage, again)), "{told:?}");
        }
        let silent = Issue { no_feedback: Some("取下げ".into()), ..raised(None) };
        assert_eq!(owed(&silent, &all), None);
        let own = Issue { inlet: Inlet::Steering, raised_by: None, ..raised(None) };
        assert_eq!(owed(&own, &all), None);
    }

    #[test]
    fn v18_who_raised_a_part_hears_of_what_it_became() {
        let link = |from: &str, to: &str, kind| IssueLink {
            from: IssueId::from_key(from),
            to: IssueId::from_key(to),
            kind,
            reason: String::new(),
        };
        let links =
            [link("a", "b", LinkKind::Merged), link("b", "c", LinkKind::Split), link("c", "a", LinkKind::Follows)];
        let became = descendants(IssueId::from_key("a"), &links);
        assert_eq!(became, [IssueId::from_key("b"), IssueId::from_key("c")]);
        let steps = [step("a", Stage::Closed, "2026-06-24"), step("b", Stage::Approved, "2026-10-14")];
        let found = owed(&raised(Some("2026-07-01")), &[&steps[0], &steps[1]]);
        assert_eq!(found, Some(Owed { since: day("2026-10-14"), stage: Stage::Approved, again: true }));
    }
}
