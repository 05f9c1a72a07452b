//! Reappointments counted from appointments, and the limits of an office that has set some.
#![allow(clippy::unwrap_used)]
use super::*;
use crate::appointment::{EndRule, MemberKind};
use crate::body::Verb;
use crate::id::{AppointmentId, BodyId, PersonId, SeatId};

fn d(text: &str) -> Day {
    text.parse().unwrap()
}

fn term(key: &str, start: &str, end: &str, left: Option<&str>) -> Appointment {
    Appointment {
        id: AppointmentId::from_key(key),
        seat: SeatId::from_key("s1"),
        body: BodyId::from_key("b1"),
        person: PersonId::from_key("p1"),
        category: Some(1),
        verb: Verb::Commission,
        kind: MemberKind::Regular,
        decided_on: None,
        start: d(start),
        end: Some(d(end)),
        end_rule: EndRule::ByRule,
        ended_on: left.map(d),
        end_reason: None,
        predecessor: None,
        route: None,
        letter_number: None,
        exception: None,
    }
}

#[test]
fn terms_that_follow_on_each_other_are_reappointments() {
    let all = [
        term("a1", "2018-04-01", "2020-03-31", None),
        term("a2", "2022-04-01", "2024-03-31", None),
        term("a3", "2024-06-20", "2026-03-31", None),
        term("a4", "2026-04-01", "2028-03-31", Some("2027-06-30")),
        term("a5", "2027-07-01", "2028-03-31", None),
        term("a6", "2028-07-15", "2030-03-31", None),
    ];
    let refs: Vec<&Appointment> = all.iter().collect();
    for (at, since, times) in [
        (0, "2018-04-01", 0),
        (1, "2022-04-01", 0),
        (2, "2022-04-01", 1),
        (3, "2022-04-01", 2),
        // Another category within the same term is no reappointment, and no break.
        (4, "2022-04-01", 2),
        // More than a quarter lies between.
        (5, "2028-07-15", 0),
    ] {
        assert_eq!(service(&all[at], &refs), Service { since: d(since), reappointments: times }, "{at}");
    }
    let elsewhere = Appointment { body: BodyId::from_key("b2"), ..all[3].clone() };
    let observer = Appointment { kind: MemberKind::Observer, ..all[3].clone() };
    for other in [elsewhere, observer] {
        assert_eq!(service(&other, &refs).reappointments, 0);
    }
}

#[test]
fn limits_are_warned_of_and_an_exception_is_told() {
    let twice = Limits { reappointments: Some(2), years: None };
    let six = Limits { reappointments: None, years: Some(6) };
    let served = |since: &str, times| Service { since: d(since), reappointments: times };
    assert_eq!(check_limits(twice, served("2022-04-01", 2), Some(d("2028-03-31")), None), []);
    let third = check_limits(twice, served("2022-04-01", 3), Some(d("2030-03-31")), None);
    assert_eq!(
        third,
        [Violation::Service(ServiceFault::TooOften { times: 3, limit: 2, since: d("2022-04-01"), reason: None })]
    );
    assert_eq!(third[0].severity(), crate::violation::Severity::Warning);
    // 連続６年まで: exactly six years are allowed.
    assert_eq!(check_limits(six, served("2022-04-01", 2), Some(d("2028-03-31")), None), []);
    let long = check_limits(six, served("2021-10-01", 2), Some(d("2028-03-31")), Some("公募に応募がないため"));
    let reason = Some("公募に応募がないため".to_owned());
    assert_eq!(
        long,
        [Violation::Service(ServiceFault::TooLong {
            since: d("2021-10-01"),
            end: d("2028-03-31"),
            years: 6,
            last: d("2027-09-30"),
            reason
        })]
    );
    assert_eq!(long[0].severity(), crate::violation::Severity::Notice);
    assert_eq!(check_limits(Limits::default(), served("1990-04-01", 20), Some(d("2030-03-31")), None), []);
    assert_eq!(check_limits(six, served("1990-04-01", 20), None, None), []);
}
