//! The worked examples of V8 and V9.
#![allow(clippy::unwrap_used)]
use super::*;
use crate::appointment::{EndRule, MemberKind};
use crate::body::Verb;
use crate::id::SeatId;
use crate::meeting::MeetingState;

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
        exception: None,
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
        seated: Some(AppointmentId::from_key(&format!("{who}2026-04-01"))),
        on: d(on),
        held_by: Some(b1()),
        method: Method::MutualElection,
        by_election: true,
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
        [Violation::OfficeSameDay { title: "会長".into(), on: d(on) }]
    );
    assert_eq!(
        check_election(&election("会長", "德永", "2026-10-14"), &members, &offices, None),
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
fn v8_a_late_record_gives_no_two_chairs() {
    let members = ["髙橋", "德永", "辻󠄀"].map(|who| member(who, "2026-04-01", "2028-03-31"));
    let first = Office { id: OfficeId::from_key("first"), ..office("会長", &members[0], "2026-06-24") };
    let later = office("会長", &members[1], "2027-02-17");
    let handed_on = Office { end: Some(succession_end(later.start)), ..first.clone() };
    let offices = [handed_on, later];
    let between = election("会長", "辻󠄀", "2026-10-14");
    assert_eq!(check_election(&between, &members, &offices, Some(first.id)), []);
    assert_eq!(end_before_next(&between, &members, &offices, Some(first.id)), Some(d("2027-02-16")));
    assert_eq!(end_before_next(&election("副会長", "辻󠄀", "2026-10-14"), &members, &offices, None), None);
    let two = Election { count: 2, ..between };
    assert_eq!(end_before_next(&two, &members, &offices, None), None, "of two, one place stays free");
    let deputy = election("副会長", "德永", "2026-10-14");
    let twice = [Violation::TwoOffices { title: "会長".into() }];
    assert_eq!(check_election(&deputy, &members, &offices, None), twice, "会長 from 2027-02-17");
}

#[test]
fn v8_the_rules_of_the_body_say_whether_it_takes_an_election() {
    let members = [member("髙橋", "2026-04-01", "2028-03-31")];
    let not_by_election = Violation::NotByElection { title: "会長".into() };
    for (by_election, method, here, wanted) in [
        (true, Method::MutualElection, true, vec![]),
        (true, Method::Unknown, true, vec![not_by_election.clone()]),
        (true, Method::Unknown, false, vec![not_by_election, Violation::NotElectedHere]),
        (true, Method::MutualElection, false, vec![Violation::NotElectedHere]),
        (false, Method::MutualElection, false, vec![Violation::NotElectedHere]),
        (false, Method::Nomination, false, vec![]),
        (false, Method::Unknown, true, vec![]),
    ] {
        let held_by = Some(if here { b1() } else { BodyId::from_key("b2") });
        let election = Election { by_election, method, held_by, ..election("会長", "髙橋", "2026-06-24") };
        assert_eq!(check_election(&election, &members, &[], None), wanted, "{by_election} {method:?} {here}");
    }
    assert!(wants_election(Some("委員の互選")) && !wants_election(Some("会長の指名")) && !wants_election(None));
}

#[test]
fn v8_a_meeting_elects_when_it_was_held() {
    let meeting = |state, date: &str| Meeting { body: b1(), state, ..crate::meeting::tests::meeting(date, 1) };
    let today = d("2026-10-01");
    for (state, date, wanted) in [
        (MeetingState::Held, "2026-06-24", None),
        (MeetingState::Draft, "2026-10-01", None),
        (MeetingState::Cancelled, "2026-06-24", Some(Violation::MeetingCancelled { on: d("2026-06-24") })),
        (MeetingState::Noticed, "2026-10-02", Some(Violation::MeetingNotYet { on: d("2026-10-02") })),
    ] {
        assert_eq!(check_held(&meeting(state, date), today), wanted, "{state:?} {date}");
    }
}

#[test]
fn v9_a_head_in_a_derived_seat_may_chair() {
    let elsewhere = Appointment { body: BodyId::from_key("b3"), ..member("辻󠄀", "2026-04-01", "2028-03-31") };
    let chair = Election { by_election: false, ..election("座長", "辻󠄀", "2026-09-16") };
    assert_eq!(check_election(&chair, std::slice::from_ref(&elsewhere), &[], None), []);
    let stranger = Election { seated: None, ..chair };
    assert_eq!(
        check_election(&stranger, std::slice::from_ref(&elsewhere), &[], None),
        [Violation::OfficerNotMember { on: d("2026-09-16") }]
    );
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
