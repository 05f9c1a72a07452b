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
    NewStep {
        stage,
        on: day(on),
        body: None,
        meeting: None,
        plenary_recorded: true,
        kind: StepKind::Ordinary,
        to: None,
        due_on: None,
        has_reason: false,
    }
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

/// What each move is: `.` stays, `o` usual, `w` a warning, `x` forbidden. Columns as rows.
const MOVES: [(Stage, &str); 12] = [
    (Stage::Received, ".oowwwwwxxwo"),
    (Stage::Sorting, "x.owwwwwxxwo"),
    (Stage::Theme, "xw.owwwwxxwo"),
    (Stage::Deliberating, "xww.owwwxxwo"),
    (Stage::Reported, "xwww.oooxxwo"),
    (Stage::Approved, "xwwww.wwoxoo"),
    (Stage::Continued, "xwwoow.wxxwo"),
    (Stage::Returned, "xooowww.xxwo"),
    (Stage::Proposed, "xwwwwwww.owo"),
    (Stage::Answered, "xwwwwwwwo.oo"),
    (Stage::Reflected, "xxxxxxxxxx.o"),
    (Stage::Closed, "xxxxxxxxxxx."),
];

/// The way by which an issue comes to a stage, with approval and proposal where they come before it.
fn way_to(stage: Stage) -> Vec<IssueEvent> {
    use Stage as S;
    let all = match stage {
        S::Proposed => vec![S::Received, S::Approved, S::Proposed],
        S::Answered => vec![S::Received, S::Approved, S::Proposed, S::Answered],
        other => vec![S::Received, other],
    };
    let days = ["2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04"];
    events(&all.into_iter().zip(days).collect::<Vec<_>>())
}

#[test]
fn v17_every_move_is_usual_noticed_or_forbidden() {
    let held = meeting("2026-06-24", MeetingState::Held);
    for (from, row) in MOVES {
        for (to, expected) in Stage::ALL.iter().zip(row.chars()) {
            let plenary = matches!(to, Stage::Approved | Stage::Continued | Stage::Returned);
            let (body, meeting) = (plenary.then_some(BodyKind::Plenary), plenary.then_some(&held));
            let step = NewStep { body, meeting, ..step(*to, "2026-06-24") };
            let found = check(&issue(Inlet::CaseReview), &way_to(from), &step);
            let worst = found.iter().map(IssueFault::severity).max();
            let is = match worst {
                None if from == *to => '.',
                None => 'o',
                Some(Severity::Error) => 'x',
                Some(_) => 'w',
            };
            // A proposal may be made twice, and answered again, once the plenary has approved it.
            let again = (from, *to) == (Stage::Answered, Stage::Proposed) && is == 'w';
            assert!(is == expected || again, "{from:?} → {to:?}: {found:?}");
        }
    }
}

#[test]
fn v17_a_finished_issue_goes_on_only_when_it_is_opened_again() {
    let closed = way_to(Stage::Closed);
    let plain = issue(Inlet::CaseReview);
    let again = NewStep { kind: StepKind::Reopened, has_reason: true, ..step(Stage::Deliberating, "2026-06-24") };
    assert_eq!(check(&plain, &closed, &again), []);
    let found = check(&plain, &closed, &NewStep { has_reason: false, ..again });
    assert_eq!(found, [IssueFault::ReasonMissing]);
    let found = check(&plain, &closed, &NewStep { stage: Stage::Closed, ..again });
    assert_eq!(found, [IssueFault::ReopenedShut]);
    let open = way_to(Stage::Theme);
    assert_eq!(check(&plain, &open, &again), [IssueFault::NotFinished]);
}

#[test]
fn v17_requests_go_from_whom_to_whom_the_council_says() {
    let plain = issue(Inlet::Partner);
    let way = way_to(Stage::Theme);
    let sorting = StepKind::SortingRequest;
    let ask = NewStep {
        kind: sorting,
        body: Some(BodyKind::Steering),
        to: Some(BodyKind::CaseReview),
        due_on: Some(day("2026-07-31")),
        ..step(Stage::Sorting, "2026-06-24")
    };
    assert_eq!(check(&plain, &way, &ask), [], "what had become a theme is sorted anew");
    let found = check(&plain, &way, &NewStep { to: None, ..ask });
    assert_eq!(found, [IssueFault::NobodyAsked { kind: sorting }]);
    let found = check(&plain, &way, &NewStep { body: Some(BodyKind::Plenary), ..ask });
    assert_eq!(found, [IssueFault::RequestByOther { kind: sorting }]);
    let found = check(&plain, &way, &NewStep { to: Some(BodyKind::Subcommittee), ..ask });
    assert_eq!((found.len(), found[0].severity()), (1, Severity::Warning));
    let due_on = Some(day("2026-06-23"));
    let found = check(&plain, &way, &NewStep { due_on, ..ask });
    assert_eq!(found, [IssueFault::DueBeforeStep { field: "due_on", on: day("2026-06-24") }]);
    let deliberate = NewStep {
        kind: StepKind::DeliberationRequest,
        body: Some(BodyKind::Plenary),
        to: Some(BodyKind::Subcommittee),
        ..step(Stage::Deliberating, "2026-06-24")
    };
    assert_eq!(check(&plain, &way_to(Stage::Returned), &deliberate), []);
    let found = check(&plain, &way_to(Stage::Approved), &deliberate);
    assert_eq!(found, [IssueFault::StageSkipped { from: Stage::Approved, to: Stage::Deliberating }]);
}

#[test]
fn v18_what_was_passed_on_is_answered_by_what_goes_on_with_it() {
    let closed = Issue { stage: Stage::Closed, ..issue(Inlet::Partner) };
    let mut way = way_to(Stage::Closed);
    let today = day("2026-10-01");
    assert_eq!(issue_faults(&closed, &way, &[], &[], today), [IssueFault::FeedbackMissing]);
    way[1].kind = StepKind::Merged;
    assert_eq!(issue_faults(&closed, &way, &[], &[], today), []);
}

proptest::proptest! {
    /// However an issue is led within the rules, its stage is that of its latest step.
    #[test]
    fn v17_the_stage_is_that_of_the_latest_step(asked in proptest::collection::vec((0usize..12, 0u64..40, 0usize..4), 1..40)) {
        let plain = issue(Inlet::CaseReview);
        let held = meeting("2026-05-01", MeetingState::Held);
        let mut way = events(&[(Stage::Received, "2026-05-01")]);
        let mut stage = Stage::Received;
        for (to, later, kind) in asked {
            let kind = [StepKind::Ordinary, StepKind::SortingRequest, StepKind::DeliberationRequest, StepKind::Reopened][kind];
            let on = day("2026-05-01").checked_add_days(chrono::Days::new(later)).unwrap();
            let stage_asked = kind.stage().unwrap_or(Stage::ALL[to]);
            let ask = NewStep {
                kind, on, body: Some(BodyKind::Plenary), meeting: Some(&held), to: Some(BodyKind::Subcommittee), has_reason: true,
                ..step(stage_asked, "2026-05-01")
            };
            let found = check(&plain, &way, &ask);
            if found.iter().any(|f| f.severity() == Severity::Error) {
                continue;
            }
            // The store keeps the steps of a day in the order in which they were recorded.
            let at = way.partition_point(|e| e.on <= on);
            way.insert(at, IssueEvent { kind, ..IssueEvent::new(IssueEventId::from_key("e"), plain.id, on, stage_asked) });
            stage = way.last().map_or(stage, |e| e.stage);
            proptest::prop_assert!(way.is_sorted_by_key(|e| e.on));
            proptest::prop_assert_eq!(way[0].stage, Stage::Received);
            let proposed = way.iter().position(|e| e.stage == Stage::Proposed);
            if let Some(proposed) = proposed.map(|at| way[at].on) {
                proptest::prop_assert!(way.iter().any(|e| e.stage == Stage::Approved && e.on <= proposed));
            }
        }
        proptest::prop_assert_eq!(Some(stage), way.last().map(|e| e.stage));
    }
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
