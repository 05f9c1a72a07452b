//! The worked examples of V8 and V9.
#![allow(clippy::unwrap_used)]
use super::*;
use crate::appointment::{EndRule, MemberKind};
use crate::body::Verb;
use crate::id::SeatId;

fn d(text: &str) -> Day {
    text.parse().unwrap()
}

fn b1() -> BodyId {
    BodyId::from_key("b1")
}

fn member(who: &str, start: &str, end: &str) -> Appointment {
    Appointment {
        id: AppointmentId::from_key(&format!("{who}{start}")),
        seat: SeatId::from_key(who),
        body: b1(),
        person: PersonId::from_key(who),
        category: Some(1),
        verb: Verb::Commission,
        kind: MemberKind::Regular,
        decided_on: None,
        start: d(start),
        end: Some(d(end)),
        end_rule: EndRule::ByRule,
        ended_on: None,
        end_reason: None,
        predecessor: None,
        route: None,
        letter_number: None,
    }
}

fn office(title: &str, member: &Appointment, start: &str) -> Office {
    Office {
        id: OfficeId::from_key(title),
        body: b1(),
        title: title.into(),
        person: member.person,
        appointment: member.id,
        elected_at: None,
        method: Method::MutualElection,
        start: d(start),
        end: None,
    }
}

fn election(title: &str, who: &str, on: &str) -> Election {
    Election {
        body: b1(),
        title: title.into(),
        count: 1,
        person: PersonId::from_key(who),
        on: d(on),
        held_by: Some(b1()),
        method: Method::MutualElection,
    }
}

#[test]
fn v8_one_chair_who_is_a_member() {
    let members = [member("髙橋", "2026-04-01", "2028-03-31"), member("德永", "2026-04-01", "2028-03-31")];
    let chair = office("会長", &members[0], "2026-06-24");
    let on = "2026-06-24";
    assert_eq!(check_election(&election("会長", "髙橋", on), &members, &[], None), []);
    assert_eq!(
        check_election(&election("会長", "誰か", on), &members, &[], None),
        [Violation::OfficerNotMember { on: d(on) }]
    );
    let offices = [chair];
    assert_eq!(
        check_election(&election("会長", "德永", on), &members, &offices, None),
        [Violation::OfficeTaken { title: "会長".into(), since: d(on) }]
    );
    assert_eq!(check_election(&election("会長", "德永", on), &members, &offices, Some(offices[0].id)), []);
    assert_eq!(
        check_election(&election("副会長", "髙橋", on), &members, &offices, None),
        [Violation::TwoOffices { title: "会長".into() }]
    );
    assert_eq!(check_election(&election("副会長", "德永", on), &members, &offices, None), []);
    let elsewhere = Election { held_by: Some(BodyId::from_key("b2")), ..election("副会長", "德永", on) };
    assert_eq!(check_election(&elsewhere, &members, &offices, None), [Violation::NotElectedHere]);
}

#[test]
fn v8_an_office_ends_with_its_appointment_and_is_not_inherited() {
    let mut members = vec![member("髙橋", "2026-04-01", "2028-03-31")];
    let chair = office("会長", &members[0], "2026-06-24");
    assert_eq!(chair.last_day(Some(&members[0])), Some(d("2028-03-31")));
    members.push(member("髙橋", "2028-04-01", "2030-03-31"));
    let titles = ["会長".to_owned()];
    assert_eq!(vacancies(&titles, b1(), std::slice::from_ref(&chair), &members, d("2028-03-31")), []);
    assert_eq!(
        vacancies(&titles, b1(), std::slice::from_ref(&chair), &members, d("2028-04-10")),
        [Violation::OfficeVacant { title: "会長".into(), since: d("2028-04-01") }]
    );
}

#[test]
fn v9_a_head_takes_the_derived_seat_from_the_day_of_election() {
    let first = member("辻󠄀", "2026-04-01", "2028-03-31");
    let mut head = office("部会長", &first, "2026-06-10");
    assert_eq!(derived_days(&head, Some(&first)), (d("2026-06-10"), Some(d("2028-03-31"))));
    head.end = Some(succession_end(d("2026-11-05")));
    assert_eq!(derived_days(&head, Some(&first)), (d("2026-06-10"), Some(d("2026-11-04"))));
}
