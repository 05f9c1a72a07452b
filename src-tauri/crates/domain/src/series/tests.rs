//! V14's worked examples.
#![allow(clippy::unwrap_used)]
use super::*;
use crate::id::MeetingId;
use crate::meeting::JointBody;
use crate::meeting::tests::meeting;

const YEARLY: Series = Series::of(Numbering::PerYear);
const RUNNING: Series = Series::of(Numbering::Running);

fn body() -> BodyId {
    BodyId::from_key("b1")
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn v14_numbers_restart_with_the_fiscal_year() {
    let held = [meeting("2026-06-24", 1), meeting("2026-10-14", 2), meeting("2027-02-17", 3)];
    let (march, april) = (day("2027-03-31"), day("2027-04-01"));
    assert_eq!(YEARLY.next(body(), march, &held), 4);
    assert_eq!(YEARLY.next(body(), april, &held), 1);
    assert_eq!(RUNNING.next(body(), april, &held), 4);
    let gap = [held[0].clone(), held[2].clone()];
    assert_eq!(YEARLY.next(body(), held[1].date, &gap), 2, "free between the two");
    let only = [meeting("2027-03-24", 1)];
    assert_eq!(YEARLY.next(body(), held[1].date, &only), 2, "the first is taken by a later day");
    assert_eq!(meeting("2027-03-31", 4).year().number(), 2026);
    let order = |m: &Meeting, all: &[Meeting]| YEARLY.check_order(body(), m, all);
    assert!(order(&meeting("2026-12-23", 4), &held).is_some());
    assert_eq!(order(&meeting("2027-03-24", 4), &held), None);
    let two = [meeting("2026-06-24", 1), Meeting { id: MeetingId::from_key("noon"), ..meeting("2026-06-24", 2) }];
    assert!(two.iter().all(|m| order(m, &two).is_none()), "two on one day");
    let hours = ["15:00", "13:30"].map(|h| Some(h.to_owned()));
    let [late, early] = [0, 1].map(|at: usize| Meeting { start: hours[at].clone(), ..two[at].clone() });
    let turned = [late, early];
    assert!(turned.iter().all(|m| order(m, &turned).is_some()), "the hours tell");
    let twice = meeting("2027-03-31", 3);
    assert!(YEARLY.check_number(body(), &twice, &held).is_some());
    assert_eq!(YEARLY.check_number(body(), &meeting("2027-04-01", 1), &held), None);
    let first = Some(Violation::MeetingNumberTaken { number: 1, on: held[0].date });
    assert_eq!(RUNNING.check_number(body(), &meeting("2027-04-01", 1), &held), first, "names the other");
}

#[test]
fn v14_a_number_that_was_right_holds_nothing_else_up() {
    let all = [meeting("2026-06-24", 1), meeting("2026-10-14", 2), meeting("2027-04-14", 1)];
    for (series, shared) in [(YEARLY, 0), (RUNNING, 1)] {
        assert_eq!(shared_numbers(|_| series, &all), shared, "{series:?}");
    }
    let called_off = [all[0].clone(), Meeting { state: MeetingState::Cancelled, ..all[2].clone() }];
    assert_eq!(shared_numbers(|_| RUNNING, &called_off), 0);
    let counted = Meeting { counts: Some(true), ..called_off[1].clone() };
    assert_eq!(shared_numbers(|_| RUNNING, &[called_off[0].clone(), counted]), 1, "one that counts keeps its number");
    let old = &all[2];
    let check = |new: &Meeting| RUNNING.check_renumbered(body(), old, new, &all);
    assert_eq!(check(&Meeting { place: "市役所".to_owned(), ..old.clone() }), None);
    assert_eq!(check(&Meeting { date: day("2027-04-21"), ..old.clone() }), None);
    assert_eq!(check(&Meeting { number: 3, ..old.clone() }), None);
    let taken = Some(Violation::MeetingNumberTaken { number: 2, on: all[1].date });
    assert_eq!(check(&Meeting { number: 2, ..old.clone() }), taken);
}

#[test]
fn v14_a_series_begins_where_the_office_says() {
    let since = FiscalYear::new(2026);
    let table = [
        // 通し: 第15回 is the first that is entered.
        (Series { counting: Counting::Running, first: 15, since: None, years: 2 }, "2026-06-24", 15),
        (Series { counting: Counting::Running, first: 15, since, years: 2 }, "2029-06-24", 15),
        // 年度ごと: two were held this year before the program came; the next year begins at 1.
        (Series { counting: Counting::PerYear, first: 3, since, years: 2 }, "2026-12-24", 3),
        (Series { counting: Counting::PerYear, first: 3, since, years: 2 }, "2027-06-24", 1),
        // 期ごと, terms of two fiscal years from 令和8年度.
        (Series { counting: Counting::PerTerm, first: 1, since, years: 2 }, "2027-06-24", 1),
    ];
    for (series, on, first) in table {
        assert_eq!(series.next(body(), day(on), &[]), first, "{series:?} {on}");
    }
    let terms = Series { counting: Counting::PerTerm, first: 1, since, years: 2 };
    let held = [meeting("2026-06-24", 1), meeting("2027-06-24", 2)];
    assert_eq!(terms.next(body(), day("2028-03-31"), &held), 3, "the second year goes on");
    assert_eq!(terms.next(body(), day("2028-04-01"), &held), 1, "the next term begins anew");
    assert_eq!(terms.period(day("2026-03-31")), -1, "the term before");
    assert!(terms.check_number(body(), &meeting("2027-10-14", 1), &held).is_some());
    assert_eq!(terms.check_number(body(), &meeting("2028-10-14", 1), &held), None);
}

#[test]
fn v14_a_joint_meeting_has_a_number_in_each_series() {
    let steering = BodyId::from_key("b2");
    let joint = |number| Meeting { joint: vec![JointBody { body: steering, number }], ..meeting("2026-06-24", 1) };
    let own = Meeting { body: steering, ..meeting("2026-05-27", 1) };
    let all = [own.clone(), joint(Some(2))];
    assert_eq!(YEARLY.next(steering, day("2026-09-16"), &all), 3);
    assert_eq!(YEARLY.next(body(), day("2026-09-16"), &all), 2);
    assert_eq!(YEARLY.next(steering, day("2026-09-16"), &[own.clone(), joint(None)]), 2, "not counted there");
    assert!(YEARLY.check_number(steering, &joint(Some(1)), &[own]).is_some());
}

#[test]
fn v14_a_meeting_that_is_put_off_has_no_day_to_follow() {
    let off = Meeting { state: MeetingState::Postponed, ..meeting("2026-06-24", 2) };
    let all = [meeting("2026-10-14", 1), off.clone()];
    assert_eq!(YEARLY.check_order(body(), &off, &all), None);
    assert_eq!(YEARLY.check_order(body(), &all[0], &all), None);
    assert_eq!(YEARLY.next(body(), day("2026-12-01"), &all), 3, "it keeps its number");
}
