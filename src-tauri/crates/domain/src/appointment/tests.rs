//! The worked examples of V6, V7 and V11.
#![allow(clippy::unwrap_used)]
use super::*;
use crate::body::{Category, Fill};
use crate::id::BodyVersionId;
use crate::term::TermRule;
use crate::{FiscalYear, id};

fn d(text: &str) -> Day {
    text.parse().unwrap()
}

fn appointment(key: &str, body: &str, start: &str, end: Option<&str>, category: u8) -> Appointment {
    Appointment {
        id: AppointmentId::from_key(key),
        seat: SeatId::from_key(key),
        body: BodyId::from_key(body),
        person: PersonId::from_key("髙橋"),
        category: Some(category),
        verb: Verb::Commission,
        kind: MemberKind::Regular,
        decided_on: None,
        start: d(start),
        end: end.map(d),
        end_rule: EndRule::ByRule,
        ended_on: None,
        end_reason: None,
        predecessor: None,
        route: None,
        letter_number: None,
        exception: None,
    }
}

fn plenary() -> BodyVersion {
    BodyVersion {
        id: BodyVersionId::from_key("b1"),
        body: BodyId::from_key("b1"),
        from_year: FiscalYear::new(2022).unwrap(),
        name: "全体会".into(),
        note: None,
        frequency: None,
        term_rule: TermRule::NextFiscalYearEnd,
        replacement: crate::term::ReplacementRule::Ask,
        limits: crate::service::Limits::default(),
        verb: Verb::Commission,
        texts: vec![],
        categories: (1..=7)
            .map(|number| Category { number, text: format!("{number}号"), fill: Fill::Person })
            .collect(),
        officers: vec![],
    }
}

#[test]
fn v6_exactly_one_category_of_that_day() {
    let body = plenary();
    assert_eq!(check_category(&body, Some(7), d("2026-04-01")), None);
    assert_eq!(
        check_category(&body, Some(8), d("2026-04-01")),
        Some(Violation::UnknownCategory { number: 8, on: d("2026-04-01") })
    );
    assert!(check_category(&body, None, d("2026-04-01")).is_some());
    assert_eq!(check_category_change(Some(5), Some(2)), Some(Violation::CategoryChange { from: 5, to: 2 }));
    assert_eq!(check_category_change(Some(5), Some(5)), None);
}

#[test]
fn v6_a_category_is_named_where_there_are_several_whatever_the_verb() {
    let on = d("2026-04-01");
    let posts = BodyVersion { verb: Verb::ExOfficio, ..plenary() };
    assert_eq!(check_category(&posts, None, on), Some(Violation::UnknownCategory { number: 0, on }));
    let one = BodyVersion { categories: plenary().categories[..1].to_vec(), ..plenary() };
    assert_eq!(check_category(&one, None, on), None, "one category alone says nothing");
}

#[test]
fn v2_an_appointment_ends_once_and_within_its_term() {
    let open = appointment("a", "b1", "2026-04-01", Some("2028-03-31"), 3);
    let ended = Appointment { ended_on: Some(d("2027-06-30")), ..open.clone() };
    let no_term = Appointment { end: None, ..open.clone() };
    for (of, on, wanted) in [
        (&open, "2026-04-01", None),
        (&open, "2028-03-31", None),
        (&open, "2026-03-31", Some(Violation::LeftBeforeStart { start: d("2026-04-01"), on: d("2026-03-31") })),
        (&open, "2028-04-01", Some(Violation::EndAfterTerm { end: d("2028-03-31"), on: d("2028-04-01") })),
        (&no_term, "2040-01-01", None),
        (&ended, "2027-05-31", Some(Violation::AlreadyEnded { on: d("2027-06-30") })),
    ] {
        assert_eq!(check_ending(of, d(on)), wanted, "{on}");
    }
}

#[test]
fn v6_an_empty_category_is_a_notice() {
    let sitting = [appointment("a", "b1", "2026-04-01", Some("2028-03-31"), 3)];
    let empty = empty_categories(&plenary(), &sitting, d("2026-05-01"));
    assert_eq!(empty.len(), 6);
    assert!(!crate::violation::forbids(&empty));
    assert_eq!(empty_categories(&plenary(), &sitting, d("2028-04-01")).len(), 7);
}

#[test]
fn v7_one_person_one_seat_per_body() {
    let first = appointment("a", "b1", "2026-04-01", Some("2028-03-31"), 5);
    let same = appointment("b", "b1", "2027-01-01", Some("2028-03-31"), 2);
    assert_eq!(
        check_overlap(&same, std::slice::from_ref(&first)),
        Some(Violation::AlreadyAppointed { start: d("2026-04-01"), end: Some(d("2028-03-31")) })
    );
    let elsewhere = appointment("c", "b2", "2027-01-01", None, 3);
    assert_eq!(check_overlap(&elsewhere, std::slice::from_ref(&first)), None);
    let after = appointment("d", "b1", "2028-04-01", None, 5);
    assert_eq!(check_overlap(&after, std::slice::from_ref(&first)), None);
    let ended = Appointment { ended_on: Some(d("2026-12-31")), ..first };
    assert_eq!(check_overlap(&same, &[ended]), None);
}

#[test]
fn v11_a_selected_member_needs_a_route() {
    let by_head = SelectionRoute::Head { name: "辻󠄀".into(), on: d("2026-07-01") };
    let by_meeting = SelectionRoute::SteeringMeeting { meeting: id::MeetingId::from_key("b2/1") };
    assert_eq!(check_route(Verb::Select, None), Some(Violation::NoSelectionRoute));
    assert_eq!(check_route(Verb::Select, Some(&by_head)), None);
    assert_eq!(check_route(Verb::Select, Some(&by_meeting)), None);
    assert_eq!(check_route(Verb::Commission, None), None);
}
