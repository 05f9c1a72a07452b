//! A council with a row in every table, and what tests say often.

mod papers;
mod people;

pub(super) use super::sample_elections::{candidate, election};
pub(super) use super::sample_issues::{issue_event, issue_link, issue_task, issues};
pub(super) use super::sample_meetings::{agenda_item, agenda_template, meeting_rule, postponement, scenario_wording};
use crate::{Action, Actor, Moment, Pin, Records, Store, Tx};
use entaku_domain::appointment::{Appointment, EndReason, EndRule, MemberKind, SelectionRoute};
use entaku_domain::body::{
    Body, BodyKind, BodyText, BodyVersion, Category, Fill, Frequency, OfficerRule, TextKind, Verb,
};
use entaku_domain::case::{CaseNumber, DestroyedCase, IssueCase};
use entaku_domain::council::{Answer, Council, Purpose, Question};
use entaku_domain::era::DateStyle;
use entaku_domain::flow::{Direction, Flow, FlowEnd, FlowKind};
use entaku_domain::id::*;
use entaku_domain::issue::Stage;
use entaku_domain::issued::{Issued, Readers, Way};
use entaku_domain::leaving::Leaving;
use entaku_domain::meeting::{Attendance, Copies, JointBody, Layout, Meeting, MeetingState, Mode, Numbering, Presence};
use entaku_domain::office::{Method, Office};
use entaku_domain::paper::{Handling, Paper, PaperClass, PaperContent, PaperNumber};
use entaku_domain::plan::{Law, Plan, PlanKind};
use entaku_domain::proposal::{DeliveredBy, Feedback, Figure, Outcome, Part, PartKind, Proposal, ProposalKind};
use entaku_domain::resolution::Resolution;
use entaku_domain::roster::ColumnSet;
use entaku_domain::seat::{Filler, Seat};
use entaku_domain::selection::{DueDays, Nomination};
use entaku_domain::service::Limits;
use entaku_domain::term::{ReplacementRule, TermRule};
use entaku_domain::{Certainty, Day, FiscalYear};
pub(super) use papers::*;
pub(super) use people::*;

pub(super) const FAMILY: &str = "渡邉\u{e0102}";
pub(super) const GIVEN: &str = "宗一郎";

pub(super) fn at() -> Moment {
    "2026-04-01T09:00:00Z".parse().unwrap()
}

pub(super) fn me() -> Actor {
    Actor::new("事務局")
}

pub(super) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(super) fn year(n: i32) -> FiscalYear {
    FiscalYear::new(n).unwrap()
}

/// Carries out a change that must succeed.
pub(super) fn does(
    store: &mut Store,
    code: &'static str,
    f: impl FnOnce(&mut Tx<'_>) -> crate::Result<()>,
) -> crate::ChangeId {
    store.change(&me(), Action::new(code), at(), f).unwrap().change.unwrap()
}

/// A council with a row in every table.
pub(super) fn full() -> Store {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store);
    store
}

pub(super) fn fill(store: &mut Store) {
    does(store, "fill", put_all);
}

pub(super) fn put_all(tx: &mut Tx<'_>) -> crate::Result<()> {
    tx.put_council(&council())?;
    for body in bodies() {
        tx.put_body(&body)?;
    }
    tx.put_body_version(&body_version())?;
    tx.put_plan(&plan())?;
    tx.put_law(&law())?;
    for flow in flows() {
        tx.put_flow(&flow)?;
    }
    tx.put_organization(&organization())?;
    tx.put_representative(&representative())?;
    tx.put_post(&post())?;
    people().iter().try_for_each(|person| tx.put_person(person))?;
    tx.put_distinct(distinct())?;
    tx.put_affiliation(&affiliation())?;
    for seat in seats() {
        tx.put_seat(&seat)?;
    }
    addresses().iter().try_for_each(|address| tx.put_address(address))?;
    tx.put_substitute(&substitute())?;
    for appointment in appointments() {
        tx.put_appointment(&appointment)?;
    }
    tx.put_office(&office())?;
    tx.put_nomination(&nomination())?;
    tx.put_leaving(&leaving())?;
    tx.put_meeting(&meeting())?;
    tx.put_postponement(&postponement())?;
    tx.put_meeting_rule(&meeting_rule())?;
    tx.put_agenda_template(&agenda_template())?;
    tx.put_scenario_wording(&scenario_wording())?;
    tx.put_attendance(&attendance())?;
    for paper in papers(tx)? {
        tx.put_paper(&paper)?;
    }
    tx.put_agenda_item(&agenda_item())?;
    super::sample_day::fill(tx)?;
    super::sample_work_plan::fill(tx)?;
    super::sample_elections::fill(tx)?;
    put_ledger(tx)?;
    let sha256 = tx.add_file(&mut &ISSUED[..])?;
    tx.put_issued(&Issued { sha256, ..issued() })?;
    tx.put_issued_packet(&issued_packet())?;
    tx.put_paper_style(&paper_style())?;
    tx.put_delivery(&delivered())?;
    super::letters::fill(tx)?;
    super::sample_year::fill(tx)?;
    super::sample_minutes::fill(tx)?;
    super::notices::fill(tx)?;
    tx.put_column_set(&column_set())?;
    tx.put_pin(&pin())?;
    tx.put_setting("paper", "A3")
}

/// Issues with what belongs to them.
fn put_ledger(tx: &mut Tx<'_>) -> crate::Result<()> {
    for issue in issues() {
        tx.put_issue(&issue)?;
    }
    tx.put_issue_event(&issue_event())?;
    tx.put_issue_link(&issue_link())?;
    tx.put_issue_case(issue_case())?;
    tx.put_destroyed_case(destroyed_case())?;
    tx.put_issue_task(&issue_task())?;
    tx.put_proposal(&proposal())?;
    super::sample_plans::fill(tx)?;
    tx.put_feedback(&feedback())
}

/// Every row of every logged table, in the order of identifiers.
pub(super) fn dump(records: &Records) -> String {
    records.dump().unwrap()
}

pub(super) fn council() -> Council {
    Council {
        name: "見本市障害者支援協議会".into(),
        municipality: "見本市".into(),
        purposes: vec![Purpose { text: "連携".into(), document: "関係図".into(), from_year: year(2022) }],
        philosophy_source: "計画の基本理念".into(),
        philosophy: "共に生きる".into(),
        legal_basis: "第89条の3".into(),
        secretariat: "障害福祉課".into(),
        consignment: Some("委託".into()),
        power: "提案".into(),
        date_style: DateStyle::Era,
        numbering: Numbering::PerYear,
        answers: vec![
            (Question::Quorum, Answer::Decided("過半数".into())),
            (Question::Comma, Answer::Undecided),
            (Question::Pay, Answer::NotInRules),
        ],
        notice: None,
    }
}

pub(super) fn bodies() -> [Body; 2] {
    let body = |key: &str, kind, parent, order| Body {
        id: BodyId::from_key(key),
        key: key.into(),
        kind,
        parent,
        from_year: year(2022),
        to_year: None,
        order,
        resolution: None,
    };
    [
        body("zentaikai", BodyKind::Plenary, None, 1),
        Body {
            resolution: Some(Resolution::At(MeetingId::from_key("m1"))),
            ..body("bukai", BodyKind::Subcommittee, Some(BodyId::from_key("zentaikai")), 2)
        },
    ]
}

pub(super) fn body_version() -> BodyVersion {
    BodyVersion {
        id: BodyVersionId::from_key("zentaikai/2022"),
        body: BodyId::from_key("zentaikai"),
        from_year: year(2022),
        name: "全体会".into(),
        note: Some("協議".into()),
        frequency: Some(Frequency { text: "年3回".into(), per_year: Some(3), certainty: Certainty::Stated }),
        term_rule: TermRule::Years(3),
        replacement: ReplacementRule::Remaining,
        limits: Limits { reappointments: Some(2), years: Some(6) },
        verb: Verb::Commission,
        texts: vec![BodyText {
            kind: TextKind::Duty,
            mark: "⑴".into(),
            text: "\"引用\" と \\ と\n改行".into(),
            certainty: Certainty::Estimated,
        }],
        categories: vec![Category { number: 1, text: "医療関係者".into(), fill: Fill::Person }],
        officers: vec![OfficerRule { title: "会長".into(), count: 1, method: None, presides: true }],
    }
}

pub(super) fn plan() -> Plan {
    Plan {
        id: PlanId::from_key("plan"),
        key: "plan".into(),
        kind: PlanKind::Own,
        parent: None,
        name: "障害者福祉計画".into(),
        note: None,
        period: Some((day("2024-04-01"), day("2030-03-31"))),
        from_year: year(2022),
        to_year: Some(year(2029)),
        order: 1,
        predecessor: None,
    }
}

pub(super) fn law() -> Law {
    Law {
        id: LawId::from_key("law"),
        citation: "第88条第9項".into(),
        text: "意見を聴く".into(),
        as_of: Some(day("2024-04-01")),
        certainty: Certainty::Stated,
    }
}

pub(super) fn flows() -> [Flow; 2] {
    let flow = |key: &str, from, to, order| Flow {
        id: FlowId::from_key(key),
        from,
        to,
        label: "協議依頼".into(),
        kind: FlowKind::Consultation,
        direction: Direction::OneWay,
        certainty: Certainty::Estimated,
        note: Some("図の矢印".into()),
        from_year: year(2022),
        to_year: None,
        order,
    };
    let (plenary, bukai) = (FlowEnd::Body(BodyId::from_key("zentaikai")), FlowEnd::Body(BodyId::from_key("bukai")));
    [flow("f1", bukai, plenary, 1), flow("f2", FlowEnd::Council, FlowEnd::Plan(PlanId::from_key("plan")), 2)]
}

pub(super) fn seats() -> [Seat; 4] {
    let seat = |key: &str, filler, order| Seat {
        id: SeatId::from_key(key),
        body: BodyId::from_key("zentaikai"),
        category: Some(1),
        kind: MemberKind::Regular,
        filler,
        nominator: Some(OrganizationId::from_key("clinic")),
        order,
        from: day("2022-04-01"),
        to: None,
    };
    [
        seat("s1", Filler::Person, 1),
        seat("s2", Filler::Post(PostId::from_key("post")), 2),
        seat("s3", Filler::Organization(OrganizationId::from_key("clinic")), 3),
        seat("s4", Filler::HeadOf(BodyId::from_key("bukai")), 4),
    ]
}

pub(super) fn appointments() -> [Appointment; 2] {
    let appointment = |key: &str, person: &str, start: &str| Appointment {
        id: AppointmentId::from_key(key),
        seat: SeatId::from_key("s1"),
        body: BodyId::from_key("zentaikai"),
        person: PersonId::from_key(person),
        category: Some(1),
        verb: Verb::Commission,
        kind: MemberKind::Regular,
        decided_on: Some(day("2022-03-22")),
        start: day(start),
        end: Some(day("2028-03-31")),
        end_rule: EndRule::ByRule,
        ended_on: None,
        end_reason: None,
        predecessor: None,
        route: Some(SelectionRoute::Head { name: format!("{FAMILY}　{GIVEN}"), on: day("2022-03-01") }),
        letter_number: Some("第22-1号".into()),
        exception: Some("後任が決まらないため".into()),
    };
    let first = appointment("a1", "watanabe", "2022-04-01");
    let second = appointment("a2", "takahashi", "2024-04-01");
    [
        Appointment {
            ended_on: Some(day("2024-03-31")),
            end_reason: Some(EndReason::Resigned),
            route: Some(SelectionRoute::SteeringMeeting { meeting: MeetingId::from_key("m1") }),
            ..first
        },
        Appointment { predecessor: Some(AppointmentId::from_key("a1")), ..second },
    ]
}

pub(super) fn office() -> Office {
    Office {
        id: OfficeId::from_key("o"),
        body: BodyId::from_key("zentaikai"),
        title: "会長".into(),
        person: PersonId::from_key("watanabe"),
        appointment: AppointmentId::from_key("a1"),
        elected_at: Some(MeetingId::from_key("m1")),
        method: Method::MutualElection,
        start: day("2022-06-24"),
        end: None,
    }
}

pub(super) fn nomination() -> Nomination {
    let dues = DueDays { ask: Some(day("2026-01-15")), roster: Some(day("2026-04-10")), ..DueDays::default() };
    Nomination {
        organization: Some(OrganizationId::from_key("clinic")),
        asked_on: Some(day("2026-01-10")),
        due_on: Some(day("2026-02-10")),
        person: Some(PersonId::from_key("watanabe")),
        start_on: Some(day("2026-04-02")),
        letter_on: Some(day("2026-04-01")),
        appointment: Some(AppointmentId::from_key("a1")),
        note: Some("秘密の推薦の事情".into()),
        dues,
        ..Nomination::new(NominationId::from_key("n"), SeatId::from_key("s1"), Some(day("2026-03-31")))
    }
}

pub(super) fn leaving() -> Leaving {
    let appointment = AppointmentId::from_key("a1");
    Leaving { appointment, notice_on: Some(day("2026-05-01")), note: Some("秘密の退任の事情".into()) }
}

pub(super) fn meeting() -> Meeting {
    Meeting {
        id: MeetingId::from_key("m1"),
        body: BodyId::from_key("zentaikai"),
        number: 1,
        date: day("2026-06-24"),
        start: Some("14:00".into()),
        end: None,
        place: "402".into(),
        mode: Mode::Hybrid,
        closed_reason: None,
        state: MeetingState::Noticed,
        layout: Layout::Horseshoe,
        copies: Copies { members: 20, secretariat: 5, audience: 3, press: 1, spare: 2 },
        secretariat: vec!["障害福祉課長".into()],
        joint: vec![JointBody { body: BodyId::from_key("bukai"), number: Some(4) }],
        counts: Some(true),
        off_reason: Some("台風の接近のため".into()),
        off_on: Some(day("2026-06-23")),
    }
}

pub(super) fn attendance() -> Attendance {
    Attendance {
        id: AttendanceId::from_key("at"),
        meeting: MeetingId::from_key("m1"),
        appointment: AppointmentId::from_key("a2"),
        presence: Presence::Proxy,
        proxy: Some(format!("{FAMILY} {GIVEN}")),
    }
}

pub(super) fn papers(tx: &mut Tx<'_>) -> crate::Result<Vec<Paper>> {
    let sha256 = tx.add_file(&mut &b"%PDF-1.7 sample"[..])?;
    let contents = [
        PaperContent::File { sha256, name: "計画.pdf".into() },
        PaperContent::Text { markdown: "# 見出し".into() },
        PaperContent::Chart,
        PaperContent::Tree,
        PaperContent::Roster { body: BodyId::from_key("zentaikai") },
        PaperContent::IssueTable,
        PaperContent::IssueCards { issues: vec![IssueId::from_key("i1")] },
    ];
    Ok((8..)
        .zip(contents)
        .map(|(n, content)| Paper {
            id: PaperId::from_key(&n.to_string()),
            meeting: MeetingId::from_key("m1"),
            number: PaperNumber::new(format!("資料{n}")),
            title: "題".into(),
            class: PaperClass::Sent,
            revision: Some("修正版".into()),
            closed_reason: None,
            content,
            handling: Handling {
                position: Some(2),
                revised_on: Some(day("2026-05-20")),
                revision_note: Some("3ページの表".into()),
                collect: true,
                held_from: vec![people()[0].id],
                ..Handling::default()
            },
        })
        .collect())
}

pub(super) fn feedback() -> Feedback {
    Feedback { issue: IssueId::from_key("i1"), organization: None, on: day("2026-11-02"), stage: Stage::Approved }
}

pub(super) fn issue_case() -> IssueCase {
    IssueCase { issue: IssueId::from_key("i1"), case: CaseNumber { year: year(2026), number: 1 } }
}

pub(super) fn destroyed_case() -> DestroyedCase {
    DestroyedCase { case: CaseNumber { year: year(2026), number: 2 }, on: day("2026-09-30") }
}

pub(super) fn proposal() -> Proposal {
    Proposal {
        id: ProposalId::from_key("p"),
        title: "移動支援の拡充".into(),
        year: year(2026),
        number: 1,
        kind: ProposalKind::Recommendation,
        parts: vec![
            Part { kind: PartKind::Foreword, heading: "はじめに当たって".into(), text: "".into() },
            Part::new(PartKind::Proposal, "提案する".into()),
        ],
        issues: vec![IssueId::from_key("i2"), IssueId::from_key("i1")],
        meetings: vec![MeetingId::from_key("m1")],
        figures: vec![Figure { label: "待機".into(), value: "12人".into(), source: "市の調べ".into() }],
        expected_at: Some(MeetingId::from_key("m1")),
        approved_at: Some(MeetingId::from_key("m1")),
        approved_on: Some(day("2026-10-14")),
        addressee: "市長".into(),
        addressed_to: None,
        delivered_on: Some(day("2026-11-01")),
        delivered_how: Some(DeliveredBy::Hand),
        answer_due: Some(day("2027-01-29")),
        answered_on: Some(day("2027-01-20")),
        answer: Some("検討する".into()),
        outcome: Some(Outcome::Partly),
        outcome_on: Some(day("2027-03-01")),
        measure: "車両を増やす".into(),
        plan_item: Some(super::sample_plans::item().id),
        plan_words: "移動支援の見込量".into(),
        budget_year: Some(year(2027)),
        budget_line: "移動支援事業費".into(),
        note: "写しを配った".into(),
    }
}

/// The bytes of the document that was issued.
pub(super) const ISSUED: &[u8] = b"%PDF-1.7 issued";

/// A document that names Takahashi.
pub(super) fn issued() -> Issued {
    Issued {
        id: IssuedId::from_key("out"),
        at: "2026-04-01T09:00:00Z".into(),
        by: "事務局".into(),
        kind: "roster".into(),
        title: "全体会　委員名簿".into(),
        readers: Some(Readers::Members),
        way: Way::Printed,
        place: None,
        name: "名簿.pdf".into(),
        pages: Some(2),
        sha256: String::new(),
        kept: true,
        people: vec![PersonId::from_key("takahashi")],
    }
}

pub(super) fn column_set() -> ColumnSet {
    ColumnSet {
        id: ColumnSetId::from_key("set"), name: "照会用".into(), columns: vec!["name".into(), "kana".into()]
    }
}

pub(super) fn pin() -> Pin {
    Pin { chart: "relationship".into(), key: "zentaikai".into(), x_um: 12_500, y_um: -1 }
}
