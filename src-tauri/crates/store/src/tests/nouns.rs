//! Every noun comes back as it was put.

use super::sample::*;
use crate::{Action, AppointmentFilter, Error, Store};
use entaku_domain::id::*;
use entaku_domain::issued::Issued;

#[test]
fn every_noun_comes_back() {
    let store = full();
    assert_eq!(store.council().unwrap().unwrap(), council());
    assert_eq!(store.bodies().unwrap(), bodies());
    assert_eq!(store.body_versions().unwrap(), [body_version()]);
    assert_eq!(store.flows().unwrap(), flows());
    assert_eq!(store.plans().unwrap(), [plan()]);
    assert_eq!(store.laws().unwrap(), [law()]);
    assert_eq!(store.people().unwrap(), people());
    assert_eq!(store.affiliations().unwrap(), [affiliation()]);
    assert_eq!(store.organizations().unwrap(), [organization()]);
    assert_eq!(store.addresses().unwrap(), addresses());
    assert_eq!(store.addresses_of(addresses()[0].of).unwrap(), [addresses()[0].clone()]);
    assert_eq!(store.substitutes().unwrap(), [substitute()]);
    assert_eq!(store.representatives().unwrap(), [representative()]);
    assert_eq!(store.representatives_of(organization().id).unwrap(), [representative()]);
    assert_eq!(store.distinct_people().unwrap(), [distinct()]);
    assert_eq!(store.posts().unwrap(), [post()]);
    assert_eq!(store.seats().unwrap(), seats());
    assert_eq!(store.appointments().unwrap(), appointments());
    assert_eq!(store.offices().unwrap(), [office()]);
    assert_eq!(store.nominations().unwrap(), [nomination()]);
    assert_eq!(store.elections_at(election().meeting).unwrap(), [election()]);
    assert_eq!(store.candidates_of(election().id).unwrap(), [candidate()]);
    assert_eq!(store.candidate_of(office().id).unwrap(), Some(candidate()));
    assert_eq!(store.leaving(leaving().appointment).unwrap(), Some(leaving()));
    assert_eq!(store.meetings().unwrap(), [meeting()]);
    assert_eq!(store.postponements(meeting().id).unwrap(), [postponement()]);
    assert_eq!(store.meeting_rules().unwrap(), [meeting_rule()]);
    assert_eq!(store.agenda_templates().unwrap(), [agenda_template()]);
    assert_eq!(store.scenario_wordings().unwrap(), [scenario_wording()]);
    let m1 = MeetingId::from_key("m1");
    assert_eq!(store.attendance(m1).unwrap(), [attendance()]);
    assert_eq!(store.agenda(m1).unwrap(), [agenda_item()]);
    let numbers: Vec<String> = store.papers(m1).unwrap().iter().map(|p| p.number.to_string()).collect();
    assert_eq!(numbers, ["資料8", "資料9", "資料10", "資料11", "資料12", "資料13", "資料14"]);
    assert_eq!(store.issues().unwrap(), issues());
    assert_eq!(store.issue_events(IssueId::from_key("i1")).unwrap(), [issue_event()]);
    assert_eq!(store.issue_links().unwrap(), [issue_link()]);
    assert_eq!(store.issue_cases().unwrap(), [issue_case()]);
    assert_eq!(store.cases_of_issue(IssueId::from_key("i1")).unwrap(), [issue_case()]);
    assert_eq!(store.destroyed_cases().unwrap(), [destroyed_case()]);
    assert_eq!(store.issue_tasks(IssueId::from_key("i1")).unwrap(), [issue_task()]);
    assert_eq!(store.tasks_of_step(issue_event().id).unwrap(), [issue_task()]);
    assert_eq!(store.proposals().unwrap(), [proposal()]);
    assert_eq!(store.feedback().unwrap(), [feedback()]);
    assert_eq!(store.feedback_on(feedback().issue).unwrap(), [feedback()]);
    let sha256 = store.issued().unwrap()[0].sha256.clone();
    assert_eq!(store.issued().unwrap(), [Issued { sha256, ..issued() }]);
    assert_eq!(store.issued_document(IssuedId::from_key("out")).unwrap().unwrap().people, issued().people);
    assert_eq!(store.issued_packets(m1).unwrap(), [issued_packet()]);
    assert_eq!(store.issued_packet(issued_packet().id).unwrap(), Some(issued_packet()));
    assert_eq!(store.paper_style(paper_style().body).unwrap(), Some(paper_style().style));
    assert_eq!(store.deliveries(m1).unwrap(), [delivered()]);
    assert_eq!(store.delivery(delivered().id).unwrap(), Some(delivered()));
    assert_eq!(store.column_sets().unwrap(), [column_set()]);
    assert_eq!(store.pins("relationship").unwrap(), [pin()]);
    assert_eq!(store.setting("paper").unwrap().as_deref(), Some("A3"));
    assert_eq!(store.integrity_check().unwrap(), []);
}

#[test]
fn papers_come_back_whatever_they_are_made_of() {
    let mut store = full();
    let done = store.change(&me(), Action::new("papers"), at(), papers).unwrap();
    for paper in done.output {
        assert_eq!(store.paper(paper.id).unwrap(), Some(paper));
    }
    assert!(done.tags.is_empty(), "nothing was different");
}

#[test]
fn single_records_are_found_or_none() {
    let store = full();
    assert_eq!(store.body_by_key("bukai").unwrap().unwrap(), bodies()[1]);
    assert_eq!(store.body_by_key("none").unwrap(), None);
    assert_eq!(store.plan_by_key("plan").unwrap(), Some(plan()));
    assert_eq!(store.person(PersonId::from_key("nobody")).unwrap(), None);
    assert_eq!(store.meeting(MeetingId::from_key("m1")).unwrap(), Some(meeting()));
    assert_eq!(store.agenda_item(AgendaItemId::from_key("g")).unwrap(), Some(agenda_item()));
    assert_eq!(store.proposal(ProposalId::from_key("p")).unwrap(), Some(proposal()));
    assert_eq!(Store::in_memory().unwrap().council().unwrap(), None);
}

#[test]
fn appointments_and_meetings_are_filtered() {
    let store = full();
    let ids = |filter| store.appointments_where(filter).unwrap().iter().map(|a| a.id).collect::<Vec<_>>();
    let [a1, a2] = ["a1", "a2"].map(AppointmentId::from_key);
    let on = |text| AppointmentFilter { open_on: Some(day(text)), ..AppointmentFilter::default() };
    assert_eq!(ids(on("2022-03-31")), []);
    assert_eq!(ids(on("2024-03-31")), [a1]);
    assert_eq!(ids(on("2024-04-01")), [a2]);
    assert_eq!(ids(on("2028-04-01")), []);
    let person = Some(PersonId::from_key("watanabe"));
    assert_eq!(ids(AppointmentFilter { person, ..AppointmentFilter::default() }), [a1]);
    let body = Some(BodyId::from_key("bukai"));
    assert_eq!(ids(AppointmentFilter { body, ..AppointmentFilter::default() }), []);
    assert_eq!(store.meetings_where(None, Some(year(2026))).unwrap().len(), 1);
    assert_eq!(store.meetings_where(None, Some(year(2025))).unwrap().len(), 0);
    assert_eq!(store.meetings_where(body, Some(year(2026))).unwrap(), [meeting()], "held jointly");
    assert_eq!(store.meetings_where(Some(BodyId::from_key("other")), None).unwrap().len(), 0);
}

#[test]
fn text_is_found_however_it_is_typed() {
    let store = full();
    let found = |text| store.people_matching(text).unwrap().iter().map(|p| p.name.family.clone()).collect::<Vec<_>>();
    for text in ["高橋", "タカハシ", "髙橋　美", "たかはし"] {
        assert_eq!(found(text), ["髙橋"], "{text}");
    }
    assert_eq!(found("旧渡辺宗一"), [FAMILY], "under a former name");
    assert_eq!(found("渡辺宗一"), [FAMILY]);
    assert_eq!(found("ＷＡＴＡＮＡＢＥ　s"), [FAMILY]);
    assert_eq!(store.organizations_matching("えんたく").unwrap().len(), 1);
    assert_eq!(store.organizations_matching("くりにっく").unwrap().len(), 1);
    assert_eq!(store.issues_matching("通院").unwrap().len(), 2);
}

#[test]
fn child_rows_follow_their_parent() {
    let mut store = full();
    let item = AgendaItemId::from_key("g");
    let eight = PaperId::from_key("8");
    does(&mut store, "edit", |tx| {
        tx.put_agenda_item(&entaku_domain::agenda::AgendaItem { papers: vec![eight], ..agenda_item() })
    });
    assert_eq!(store.agenda_item(item).unwrap().unwrap().papers, [eight]);
    does(&mut store, "remove", |tx| {
        tx.remove_agenda_item(item)?;
        tx.remove_proposal(ProposalId::from_key("p"))
    });
    assert_eq!(store.agenda(MeetingId::from_key("m1")).unwrap(), []);
    assert_eq!(store.proposals().unwrap(), []);
}

#[test]
fn wrong_writes_say_what_is_wrong() {
    let mut store = full();
    let mut tries = |f: &dyn Fn(&mut crate::Tx<'_>) -> crate::Result<()>| {
        store.change(&me(), Action::new("try"), at(), f).map(|_| ()).unwrap_err()
    };
    let broken = tries(&|tx| tx.remove_person(PersonId::from_key("watanabe")));
    assert!(matches!(broken, Error::BrokenReference { parent, .. } if parent == "person"));
    let twice = tries(&|tx| {
        let body = entaku_domain::body::Body { id: BodyId::from_key("other"), ..bodies()[0].clone() };
        tx.put_body(&body)
    });
    assert!(matches!(twice, Error::Taken { columns } if columns == "body.key"));
    let refused =
        tries(&|tx| tx.put_meeting(&entaku_domain::meeting::Meeting { date: day("+12026-01-01"), ..meeting() }));
    assert!(matches!(refused, Error::Refused { .. }));
    let none = tries(&|tx| tx.remove_setting("nothing"));
    assert!(matches!(none, Error::NotFound { table: "setting", row } if row == "nothing"));
}

#[test]
fn a_corrupt_value_is_named() {
    let mut store = full();
    does(&mut store, "harm", |tx| {
        tx.db.execute("update paper set content = '{\"is\":\"riddle\"}' where number = '資料9'", [])?;
        tx.db.execute("update body_version set term_rule = 'never'", [])?;
        Ok(())
    });
    let row = PaperId::from_key("9").to_string();
    match store.papers(MeetingId::from_key("m1")).unwrap_err() {
        Error::Corrupt { table, row: found, column } => {
            assert_eq!((table.as_str(), found, column.as_str()), ("paper", row, "content"));
        }
        other => panic!("{other}"),
    }
    assert!(matches!(store.body_versions(), Err(Error::Corrupt { column, .. }) if column == "term_rule"));
}

#[test]
fn the_schema_knows_every_code() {
    use entaku_domain as d;
    let store = Store::in_memory().unwrap();
    let codes = |table: &str, column: &str| -> Vec<String> {
        let sql: String =
            store.db.query_row("select sql from sqlite_master where name = ?1", [table], |r| r.get(0)).unwrap();
        let (_, rest) = sql.split_once(&format!("check ({column} in (")).unwrap();
        rest.split_once(')').unwrap().0.split(',').map(|c| c.trim().trim_matches('\'').to_owned()).collect()
    };
    macro_rules! same {
        ($($table:literal $column:literal $set:ty),+ $(,)?) => {$(
            let known: Vec<&str> = <$set>::ALL.iter().map(|v| v.code()).collect();
            assert_eq!(codes($table, $column), known, "{}.{}", $table, $column);
        )+};
    }
    same!(
        "council" "date_style" d::era::DateStyle, "council" "numbering" d::meeting::Numbering,
        "answer" "id" d::council::Question, "body" "kind" d::body::BodyKind, "body_version" "verb" d::body::Verb,
        "plan" "kind" d::plan::PlanKind, "law" "certainty" d::Certainty, "flow" "kind" d::flow::FlowKind,
        "flow" "direction" d::flow::Direction, "flow" "certainty" d::Certainty,
        "person" "publication" d::person::Publication, "person" "delivery" d::address::Delivery,
        "organization" "delivery" d::address::Delivery, "address" "kind" d::address::AddressKind, "seat" "filler" d::body::Fill,
        "appointment" "verb" d::body::Verb, "appointment" "kind" d::appointment::MemberKind,
        "seat" "kind" d::appointment::MemberKind,
        "appointment" "end_rule" d::appointment::EndRule, "appointment" "end_reason" d::appointment::EndReason,
        "meeting" "mode" d::meeting::Mode, "meeting" "state" d::meeting::MeetingState,
        "meeting" "layout" d::meeting::Layout, "office" "method" d::office::Method,
        "attendance" "presence" d::meeting::Presence, "paper" "class" d::paper::PaperClass,
        "agenda_item" "kind" d::agenda::ItemKind, "agenda_item" "left_over" d::agenda::LeftOver,
        "meeting_rule" "counting" d::series::Counting,
        "agenda_template" "use" d::agenda_template::TemplateUse, "issue" "level" d::issue::Level, "issue" "inlet" d::issue::Inlet,
        "issue" "stage" d::issue::Stage, "issue_event" "stage" d::issue::Stage, "issue_link" "kind" d::issue::LinkKind,
        "proposal" "kind" d::proposal::ProposalKind, "proposal" "delivered_how" d::proposal::DeliveredBy,
        "proposal" "outcome" d::proposal::Outcome, "proposal_part" "kind" d::proposal::PartKind,
        "issue_event" "kind" d::issue::StepKind, "issue_task" "owner" d::minutes::OwnerKind,
        "letter_office" "batch" d::letter::BatchNumbers, "reply" "answer" d::reply::Answer,
        "guest" "kind" d::convocation::GuestKind, "gallery" "admission" d::gallery::Admission,
        "gallery_applicant" "state" d::gallery::ApplicantState, "issued" "readers" d::issued::Readers, "issued" "way" d::issued::Way,
        "minutes_rule" "style" d::minutes::Style, "minutes_rule" "labels" d::minutes::LabelRule,
        "minutes_rule" "approval" d::minutes::ApprovalWay, "minutes" "style" d::minutes::Style,
        "minutes" "labels" d::minutes::LabelRule, "minutes" "approved_by" d::minutes::ApprovalWay,
        "minutes_entry" "kind" d::minutes::EntryKind, "minutes_entry" "role" d::minutes::Role,
        "minutes_decision" "kind" d::minutes::DecisionKind, "minutes_decision" "manner" d::minutes::Manner,
        "minutes_task" "owner" d::minutes::OwnerKind,
        "plan_revision" "kind" d::hearing::RevisionKind, "hearing_opinion" "treatment" d::hearing::Treatment,
        "cooperation" "kind" d::plan::CooperationKind, "evaluation" "field" d::evaluation::EvaluationField,
        "evaluation" "judgement" d::evaluation::Judgement, "lived_experience" "standing" d::evaluation::Standing,
    );
}
