//! When a seat is free, and what may fill it.
#![allow(clippy::unwrap_used)]
use super::*;
use crate::FiscalYear;
use crate::appointment::{EndRule, MemberKind};
use crate::body::{Category, Verb};
use crate::id::{AppointmentId, BodyVersionId, PersonId};
use crate::term::TermRule;

fn d(text: &str) -> Day {
    text.parse().unwrap()
}

fn seat(to: Option<&str>) -> Seat {
    Seat {
        id: SeatId::from_key("a"),
        body: BodyId::from_key("b1"),
        category: Some(1),
        kind: MemberKind::Regular,
        filler: Filler::Person,
        nominator: None,
        order: 1,
        from: d("2022-04-01"),
        to: to.map(d),
    }
}

fn sitting(start: &str, end: Option<&str>) -> Appointment {
    Appointment {
        id: AppointmentId::from_key(start),
        seat: SeatId::from_key("a"),
        body: BodyId::from_key("b1"),
        person: PersonId::from_key("髙橋"),
        category: Some(1),
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

#[test]
fn a_seat_is_free_for_the_whole_term_or_not_at_all() {
    let later = [sitting("2027-01-01", Some("2028-03-31"))];
    let taken = Some(Violation::SeatTaken { from: d("2027-01-01") });
    for (start, end, wanted) in [
        ("2026-11-01", Some("2028-03-31"), taken.clone()),
        ("2026-11-01", Some("2027-01-01"), taken.clone()),
        ("2026-11-01", None, taken.clone()),
        ("2028-03-31", None, taken),
        ("2026-11-01", Some("2026-12-31"), None),
        ("2028-04-01", None, None),
    ] {
        assert_eq!(check_free(&seat(None), d(start), end.map(d), &later), wanted, "{start} {end:?}");
    }
    let gone = Some(Violation::SeatGone { to: d("2027-03-31") });
    assert_eq!(check_free(&seat(Some("2027-03-31")), d("2026-11-01"), Some(d("2028-03-31")), &[]), gone);
    assert_eq!(check_free(&seat(Some("2027-03-31")), d("2026-11-01"), Some(d("2027-03-31")), &[]), None);
}

#[test]
fn v6_a_seat_is_filled_as_its_category_says() {
    let version = BodyVersion {
        id: BodyVersionId::from_key("b2"),
        body: BodyId::from_key("b2"),
        from_year: FiscalYear::new(2022).unwrap(),
        name: "運営会議".into(),
        note: None,
        frequency: None,
        term_rule: TermRule::NoTerm,
        replacement: crate::term::ReplacementRule::Ask,
        limits: crate::service::Limits::default(),
        verb: Verb::ExOfficio,
        texts: vec![],
        categories: vec![Category { number: 2, text: "相談支援事業者".into(), fill: Fill::Organization }],
        officers: vec![],
    };
    let (on, organization) = (d("2026-04-01"), Filler::Organization(OrganizationId::from_key("事業所")));
    assert_eq!(check_filler(&version, Some(2), organization, on), None);
    let wrong = Some(Violation::FillerNotOfCategory { number: 2, fill: Fill::Organization });
    assert_eq!(check_filler(&version, Some(2), Filler::Person, on), wrong);
    assert_eq!(check_filler(&version, Some(3), organization, on), Some(Violation::UnknownCategory { number: 3, on }));
    assert_eq!(check_filler(&version, None, Filler::Person, on), None, "a temporary member's seat");
}
