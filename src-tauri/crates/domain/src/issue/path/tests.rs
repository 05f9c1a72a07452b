//! V17's and V18's worked examples.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::id::{BodyId, IssueEventId, IssueId, MeetingId, OrganizationId};
use crate::meeting::MeetingState;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(crate) fn issue(inlet: Inlet) -> Issue {
    Issue {
        id: IssueId::from_key("i"),
        year: FiscalYear::of(day("2026-05-01")),
        number: 1,
        title: String::new(),
        gist: String::new(),
        background: String::new(),
        resources: String::new(),
        measures: String::new(),
        field: String::new(),
        level: super::super::Level::City,
        inlet,
        raised_by: (inlet == Inlet::Partner).then(|| OrganizationId::from_key("o")),
        source: super::super::Source::default(),
        received_on: day("2026-05-01"),
        stage: Stage::Received,
        owner: Some(BodyId::from_key("b")),
        due_on: None,
        feedback_on: None,
        no_feedback: None,
    }
}

pub(crate) fn events(stages: &[(Stage, &str)]) -> Vec<IssueEvent> {
    let event = |(stage, on): &(Stage, &str)| {
        IssueEvent::new(IssueEventId::from_key(on), IssueId::from_key("i"), day(on), *stage)
    };
    stages.iter().map(event).collect()
}

fn meeting(on: &str, state: MeetingState) -> Meeting {
    let id = MeetingId::from_key("m");
    Meeting { id, body: BodyId::from_key("b"), state, ..crate::meeting::tests::meeting(on, 1) }
}

fn step(stage: Stage, on: &str) -> NewStep<'static> {
    NewStep { stage, on: day(on), body: None, meeting: None, plenary_recorded: true }
}

fn check(issue: &Issue, events: &[IssueEvent], step: &NewStep<'_>) -> Vec<IssueFault> {
    check_step(issue, events, step, day("2027-03-01"))
}

#[test]
fn v17_the_usual_way_is_open_and_every_inlet_begins_at_its_own_stage() {
    for (inlet, first) in [
        (Inlet::CaseReview, Stage::Sorting),
        (Inlet::Partner, Stage::Sorting),
        (Inlet::Steering, Stage::Theme),
        (Inlet::Subcommittee, Stage::Deliberating),
        (Inlet::Plenary, Stage::Deliberating),
    ] {
        assert_eq!(check(&issue(inlet), &[], &step(first, "2026-05-13")), [], "{inlet:?}");
        assert_eq!(next_stages(Stage::Received, inlet).first(), Some(&first));
    }
    let way = events(&[(Stage::Received, "2026-05-01"), (Stage::Sorting, "2026-05-13")]);
    let skipped = check(&issue(Inlet::CaseReview), &way, &step(Stage::Reported, "2026-06-24"));
    assert_eq!(skipped, [IssueFault::StageSkipped { from: Stage::Sorting, to: Stage::Reported }]);
    assert_eq!(skipped[0].severity(), Severity::Warning, "an office's past is recordable");
    assert_eq!(check(&issue(Inlet::CaseReview), &way, &step(Stage::Sorting, "2026-06-24")), [], "a note of progress");
    assert!(next_stages(Stage::Closed, Inlet::Plenary).is_empty());
}

#[test]
fn v17_only_a_meeting_of_the_plenary_approves() {
    let way = events(&[(Stage::Reported, "2026-06-24")]);
    let plain = issue(Inlet::CaseReview);
    let held = meeting("2026-06-24", MeetingState::Held);
    let approve = |body, meeting| NewStep { body, meeting, ..step(Stage::Approved, "2026-06-24") };
    assert_eq!(check(&plain, &way, &approve(Some(BodyKind::Plenary), Some(&held))), []);
    let stage = Stage::Approved;
    for kind in [BodyKind::Steering, BodyKind::Subcommittee] {
        let found = check(&plain, &way, &approve(Some(kind), Some(&held)));
        assert_eq!(found, [IssueFault::NotThePlenary { stage }]);
    }
    assert_eq!(check(&plain, &way, &approve(None, None)), [IssueFault::NoMeetingNamed { stage }]);
    let before = NewStep { plenary_recorded: false, ..approve(Some(BodyKind::Plenary), None) };
    let year = FiscalYear::new(2026).unwrap();
    assert_eq!(check(&plain, &way, &before), [IssueFault::ApprovalUnproved { year }]);
    let cancelled = meeting("2026-06-24", MeetingState::Cancelled);
    let found = check(&plain, &way, &approve(Some(BodyKind::Plenary), Some(&cancelled)));
    assert_eq!(found, [IssueFault::MeetingCancelled { on: day("2026-06-24") }]);
    let later = meeting("2026-06-25", MeetingState::Held);
    let found = check(&plain, &way, &approve(Some(BodyKind::Plenary), Some(&later)));
    assert_eq!(found, [IssueFault::BeforeMeeting { meeting: day("2026-06-25") }]);
}

#[test]
fn v17_a_proposal_rests_on_approval() {
    let plain = issue(Inlet::CaseReview);
    let approved = events(&[(Stage::Reported, "2026-06-24"), (Stage::Approved, "2026-06-24")]);
    assert_eq!(check(&plain, &approved, &step(Stage::Proposed, "2026-07-10")), []);
    let continued = events(&[(Stage::Reported, "2026-06-24"), (Stage::Continued, "2026-06-24")]);
    let found = check(&plain, &continued, &step(Stage::Proposed, "2026-07-10"));
    assert!(found.contains(&IssueFault::NotApproved), "{found:?}");
    let early = check(&plain, &approved, &step(Stage::Proposed, "2026-06-23"));
    assert!(early.contains(&IssueFault::NotApproved), "approved only the day after: {early:?}");
}

#[test]
fn v18_a_partner_is_told_before_its_issue_is_closed() {
    let way = events(&[(Stage::Deliberating, "2026-06-24")]);
    let close = step(Stage::Closed, "2026-08-31");
    assert_eq!(check(&issue(Inlet::Partner), &way, &close), [IssueFault::FeedbackMissing]);
    assert_eq!(check(&issue(Inlet::CaseReview), &way, &close), [], "nobody outside raised it");
    let told = Issue { feedback_on: Some(day("2026-08-30")), ..issue(Inlet::Partner) };
    assert_eq!(check(&told, &way, &close), []);
    let reason = "団体が解散したため".to_owned();
    let silent = Issue { no_feedback: Some(reason.clone()), ..issue(Inlet::Partner) };
    let found = check(&silent, &way, &close);
    assert_eq!(found, [IssueFault::ClosedWithoutFeedback { reason }]);
    assert_eq!(found[0].severity(), Severity::Notice);
}

#[test]
fn days_are_in_order() {
    let way = events(&[(Stage::Received, "2026-05-01"), (Stage::Sorting, "2026-05-13")]);
    let plain = issue(Inlet::CaseReview);
    let today = day("2026-10-01");
    let found = check_step(&plain, &way, &step(Stage::Theme, "2026-10-02"), today);
    assert_eq!(found, [IssueFault::InFuture { field: "day", on: day("2026-10-02") }]);
    let found = check_step(&plain, &way, &step(Stage::Received, "2026-04-30"), today);
    let expected = [
        IssueFault::BeforeReceipt { field: "day", received: day("2026-05-01") },
        IssueFault::OutOfOrder { last: day("2026-05-13") },
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_stands_open_is_noticed() {
    let today = day("2026-10-01");
    let late = Issue { due_on: Some(day("2026-09-30")), owner: None, ..issue(Inlet::CaseReview) };
    assert_eq!(
        issue_faults(&late, &[], &[], &[], today),
        [IssueFault::Overdue { due: day("2026-09-30") }, IssueFault::NoOwner]
    );
    let closed = Issue { stage: Stage::Closed, ..late };
    assert_eq!(issue_faults(&closed, &[], &[], &[], today), []);
    let reported = events(&[(Stage::Reported, "2026-06-24")]);
    assert_eq!(issue_faults(&issue(Inlet::Partner), &reported, &[], &[], today), [IssueFault::FeedbackDue]);
    let proposed = events(&[(Stage::Proposed, "2026-06-24")]);
    assert_eq!(issue_faults(&issue(Inlet::Plenary), &proposed, &[], &[], today), [IssueFault::NotApproved]);
}

#[test]
fn v17_an_approval_stands_only_while_its_meeting_does() {
    let today = day("2026-10-01");
    let held = meeting("2026-06-24", MeetingState::Held);
    let mut way = events(&[(Stage::Approved, "2026-06-24"), (Stage::Proposed, "2026-07-10")]);
    way[0].meeting = Some(held.id);
    let off = Meeting { state: MeetingState::Cancelled, ..held.clone() };
    let later = Meeting { date: day("2026-06-25"), ..held.clone() };
    for (at, wanted) in [
        (&held, vec![]),
        (&off, vec![IssueFault::MeetingCancelled { on: held.date }, IssueFault::NotApproved]),
        (&later, vec![IssueFault::BeforeMeeting { meeting: later.date }, IssueFault::NotApproved]),
    ] {
        let found = issue_faults(&issue(Inlet::Plenary), &way, &[], std::slice::from_ref(at), today);
        assert_eq!(found, wanted, "{}", at.date);
    }
    let proposal = Proposal {
        issues: vec![IssueId::from_key("i")],
        approved_at: Some(held.id),
        delivered_on: Some(day("2026-07-10")),
        ..crate::proposal::tests::proposal()
    };
    for (at, wanted) in [(&held, vec![]), (&off, vec![IssueFault::NotApproved])] {
        let found = issue_faults(&issue(Inlet::Plenary), &[], &[&proposal], std::slice::from_ref(at), today);
        assert_eq!(found, wanted);
    }
}
