//! The steps of the round, by table.
#![allow(clippy::unwrap_used)]
use super::*;
use crate::calendar::{DayRule, DayRuleKind};
use crate::id::{DayRuleId, NominationId, OrganizationId, PersonId, PostId, SeatId};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn nomination(steps: &[(Step, &str)], named: bool) -> Nomination {
    let mut n = Nomination::new(NominationId::from_key("n"), SeatId::from_key("s"), Some(day("2028-03-31")));
    for (step, on) in steps {
        n.set_done(*step, Some(day(on)));
    }
    n.person = named.then(|| PersonId::from_key("p"));
    n
}

#[test]
fn each_kind_of_seat_has_its_own_way() {
    let organization = OrganizationId::from_key("o");
    for (filler, asks, way, steps) in [
        (Filler::Person, true, Some(Way::Nominated), "ask reply consent decide letter roster"),
        (Filler::Person, false, Some(Way::Direct), "consent decide letter roster"),
        (Filler::Organization(organization), true, Some(Way::Sent), "ask reply decide letter roster"),
        (Filler::Post(PostId::from_key("k")), true, Some(Way::Post), "decide letter roster"),
        (Filler::HeadOf(crate::id::BodyId::from_key("b")), false, None, ""),
    ] {
        let found = Way::of(filler, asks);
        assert_eq!(found, way);
        let named: Vec<&str> = found.map(Way::steps).unwrap_or_default().iter().map(|s| s.code()).collect();
        assert_eq!(named.join(" "), steps);
    }
}

/// The calendar that no office has corrected.
fn usual() -> OfficeCalendar {
    OfficeCalendar::default()
}

#[test]
fn v24_due_days_are_counted_back_from_the_new_term() {
    let n = nomination(&[], false);
    for (step, due) in [
        (Step::Ask, "2027-12-28"),     // 2 January 2028: the turn of the year
        (Step::Reply, "2028-02-01"),   // a Tuesday
        (Step::Consent, "2028-02-21"), // a Monday
        (Step::Decide, "2028-03-17"),  // 18 March is a Saturday
        (Step::Letter, "2028-03-31"),  // 1 April is a Saturday
        (Step::Roster, "2028-04-14"),  // 15 April is a Saturday
    ] {
        assert_eq!(n.due(step, &usual()).unwrap().on, day(due), "{step:?}");
        assert_eq!(n.due(step, &usual()).unwrap().counted, Some(step.days()));
    }
    let mut set = n;
    set.set_due(Step::Ask, Some(day("2027-12-10")));
    assert_eq!(set.due(Step::Ask, &usual()), Some(StepDue { on: day("2027-12-10"), counted: None }));
    set.start_on = Some(day("2028-04-24"));
    assert_eq!(set.due(Step::Decide, &usual()).unwrap().on, day("2028-04-10"), "counted from the term's own first day");
    let closed = DayRule {
        id: DayRuleId::from_key("r"),
        kind: DayRuleKind::Closed,
        from: day("2028-03-17"),
        to: day("2028-03-17"),
        yearly: false,
        name: "開庁記念日".to_owned(),
    };
    let office = OfficeCalendar::new(vec![closed]);
    assert_eq!(
        nomination(&[], false).due(Step::Decide, &office).unwrap().on,
        day("2028-03-16"),
        "the office is closed"
    );
    let vacancy = Nomination::new(NominationId::from_key("v"), SeatId::from_key("s"), None);
    assert_eq!(vacancy.due(Step::Ask, &usual()), None, "a vacancy without a first day has no due days");
}

#[test]
fn what_comes_next_follows_from_the_days() {
    use Step::{Ask, Consent, Decide, Letter, Reply, Roster};
    let way = Way::Nominated;
    for (steps, named, appointed, next) in [
        (&[][..], false, false, Next::Step(Ask)),
        (&[], true, false, Next::Step(Ask)),
        (&[(Ask, "2027-12-20")], false, false, Next::Step(Reply)),
        (&[(Ask, "2027-12-20"), (Reply, "2028-01-20")], false, false, Next::Person),
        (&[(Ask, "2027-12-20"), (Reply, "2028-01-20")], true, false, Next::Step(Consent)),
        (&[(Reply, "2028-01-20")], true, false, Next::Step(Consent)),
        (&[(Consent, "2028-01-20")], true, false, Next::Step(Decide)),
        (&[(Decide, "2028-01-20")], true, false, Next::Step(Consent)),
        (&[(Consent, "2028-01-20"), (Decide, "2028-03-01")], true, false, Next::Appoint),
        (&[(Consent, "2028-01-20"), (Decide, "2028-03-01")], true, true, Next::Step(Letter)),
        (&[(Letter, "2028-04-01")], true, true, Next::Step(Roster)),
        (&[(Letter, "2028-04-01"), (Roster, "2028-04-03")], true, true, Next::Nothing),
        (&[(Consent, "2028-01-20"), (Decide, "2028-03-01"), (Letter, "2028-04-01")], true, false, Next::Appoint),
    ] {
        assert_eq!(nomination(steps, named).next(way, appointed), next, "{steps:?}");
    }
    let post = nomination(&[], false).standing(Way::Post, false, day("2028-03-01"), &usual());
    assert_eq!(post.next, Next::Person, "a post's holder is named without being asked for");
    let told = nomination(&[(Ask, "2027-12-20")], false).standing(way, false, day("2028-01-05"), &usual());
    assert_eq!(told.after, Some((Ask, day("2027-12-20"))));
}

#[test]
fn what_is_late_is_late_from_the_day_after() {
    use Step::{Ask, Reply};
    for (steps, on, late) in [
        (&[][..], "2027-12-28", &[][..]),
        (&[], "2027-12-29", &[(Ask, 1)]),
        (&[], "2028-02-02", &[(Ask, 36), (Reply, 1)]),
        (&[(Ask, "2027-12-20")], "2028-02-02", &[(Reply, 1)]),
        (&[(Reply, "2028-01-20")], "2028-02-02", &[]),
    ] {
        let found = nomination(steps, true).standing(Way::Nominated, false, day(on), &usual()).late;
        let found: Vec<(Step, i64)> = found.iter().map(|l| (l.step, l.days)).collect();
        assert_eq!(found, late, "{on}");
    }
    let through = nomination(&[(Step::Letter, "2028-04-01"), (Step::Roster, "2028-04-03")], true);
    assert!(through.standing(Way::Nominated, true, day("2029-01-01"), &usual()).late.is_empty());
}

#[test]
fn what_is_missing_before_the_appointment() {
    use RoundFault as F;
    let none = nomination(&[], false);
    let missing = |step| F::StepMissing { step };
    assert_eq!(none.lacks(Way::Nominated), [F::NobodyNamed, missing(Step::Consent), missing(Step::Decide)]);
    assert_eq!(none.lacks(Way::Sent), [F::NobodyNamed, missing(Step::Decide)]);
    let ready = nomination(&[(Step::Consent, "2028-02-01"), (Step::Decide, "2028-03-01")], true);
    assert!(ready.lacks(Way::Nominated).is_empty());
}

#[test]
fn days_out_of_order_are_seen() {
    let slip =
        nomination(&[(Step::Ask, "2028-01-20"), (Step::Reply, "2028-01-10"), (Step::Decide, "2028-03-01")], true);
    assert_eq!(slip.out_of_order(Way::Nominated), [(Step::Ask, Step::Reply)]);
}
