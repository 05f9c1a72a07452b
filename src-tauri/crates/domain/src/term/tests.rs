//! The worked examples of V1–V5.
#![allow(clippy::unwrap_used)]
use super::*;

const RULE: TermRule = TermRule::NextFiscalYearEnd;

fn d(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn v1_end_of_the_year_after_the_year_of_appointment() {
    for (start, end, year) in [
        ("2022-04-01", "2024-03-31", 2022),
        ("2022-07-15", "2024-03-31", 2022),
        ("2022-10-01", "2024-03-31", 2022),
        ("2023-03-31", "2024-03-31", 2022),
        ("2023-04-01", "2025-03-31", 2023),
        ("2024-02-29", "2025-03-31", 2023),
        ("2026-09-15", "2028-03-31", 2026),
        ("2027-03-01", "2028-03-31", 2026),
    ] {
        let (found, why) = RULE.end(d(start));
        assert_eq!(found, Some(d(end)), "{start}");
        assert_eq!(
            why,
            Derivation::NextFiscalYearEnd { start: d(start), year: FiscalYear::new(year).unwrap(), end: d(end) }
        );
    }
    assert_eq!(TermRule::Years(3).end(d("2026-04-01")).0, Some(d("2029-03-31")));
    assert_eq!(TermRule::NoTerm.end(d("2026-04-01")), (None, Derivation::NoTerm));
    assert_eq!(TermRule::Undecided.end(d("2026-04-01")), (None, Derivation::Undecided));
}

#[test]
fn v2_never_longer_than_two_years() {
    let mut day = d("2019-01-01");
    while day < d("2031-01-01") {
        let (end, cap) = (RULE.end(day).0.unwrap(), RULE.cap(day).unwrap());
        assert!(end <= cap, "{day}: {end} > {cap}");
        assert!((end - day).num_days() >= 365, "{day}");
        day = day.succ_opt().unwrap();
    }
    assert_eq!(RULE.cap(d("2022-04-01")), Some(d("2024-03-31")));
    assert_eq!((RULE.end(d("2024-03-31")).0.unwrap() - d("2024-03-31")).num_days() + 1, 366);
    let (start, end) = (d("2022-07-15"), d("2024-07-31"));
    assert_eq!(
        RULE.check_end(start, end, true, Around::default()),
        [Violation::TermTooLong { start, end, cap: d("2024-07-14") }, Violation::EndNotFiscalYearEnd { end }]
    );
    assert_eq!(
        RULE.check_end(end, start, true, Around::default()),
        [Violation::EndBeforeStart { start: end, end: start }]
    );
}

#[test]
fn v1_no_later_than_the_rule_even_within_two_years() {
    for (start, end, rule_end) in [
        ("2026-11-01", "2028-10-31", "2028-03-31"),
        ("2026-11-01", "2028-04-01", "2028-03-31"),
        ("2027-03-31", "2029-03-30", "2028-03-31"),
    ] {
        let (start, end, rule_end) = (d(start), d(end), d(rule_end));
        for has_reason in [false, true] {
            assert_eq!(
                RULE.check_end(start, end, has_reason, Around::default()),
                [Violation::EndAfterRule { rule_end, end }],
                "{end}"
            );
        }
    }
    let (start, end, cap) = (d("2026-04-01"), d("2029-04-01"), d("2029-03-31"));
    assert_eq!(
        TermRule::Years(3).check_end(start, end, true, Around::default()),
        [Violation::TermTooLong { start, end, cap }]
    );
    assert_eq!(TermRule::NoTerm.check_end(start, end, false, Around::default()), []);
}

#[test]
fn v3_shorter_only_with_a_reason() {
    let (start, end) = (d("2026-04-01"), d("2027-03-31"));
    assert_eq!(
        RULE.check_end(start, end, false, Around::default()),
        [Violation::ShorterWithoutReason { rule_end: d("2028-03-31"), end }]
    );
    assert_eq!(RULE.check_end(start, end, true, Around::default()), []);
    assert_eq!(RULE.check_end(start, d("2028-03-31"), false, Around::default()), []);
}

#[test]
fn v4_a_replacement_has_two_readings() {
    let predecessor_end = d("2028-03-31");
    let late = Replacement::new(RULE, d("2027-07-01"), after(predecessor_end)).unwrap();
    assert_eq!((late.by_rule, late.remaining, late.needs_choice()), (d("2029-03-31"), d("2028-03-31"), true));
    let early = Replacement::new(RULE, d("2026-09-01"), after(predecessor_end)).unwrap();
    assert!(!early.needs_choice());
}

#[test]
fn v5_the_day_of_appointment_decides() {
    assert_eq!(RULE.end(d("2027-04-01")).0, Some(d("2029-03-31")));
    assert_eq!(check_back_dating(d("2027-03-25"), d("2027-04-01")), None);
    assert!(check_back_dating(d("2027-04-02"), d("2027-03-31")).is_some());
    assert_eq!(check_back_dating(d("2027-03-25"), d("2027-03-01")), None);
}

#[test]
fn codes_round_trip() {
    let others = [TermRule::FiscalYears(2), TermRule::Predecessor, TermRule::AsPlenary];
    for rule in [RULE, TermRule::Years(3), TermRule::NoTerm, TermRule::Undecided].into_iter().chain(others) {
        assert_eq!(TermRule::from_code(&rule.code()), Ok(rule));
    }
    assert!(TermRule::from_code("years:0").is_err());
    assert!(TermRule::from_code("fiscal_years:21").is_err());
}

#[test]
fn v1_to_v4_the_plan_of_an_end_says_where_it_comes_from() {
    let (start, rule_end, early) = (d("2027-07-01"), d("2029-03-31"), d("2028-03-31"));
    let by_rule = RULE.end(start).1;
    let resigned = Some(EndReason::Resigned);
    let remaining = Some(EndReason::RemainingTerm);
    for (wish, predecessor, end, reading, reason, why) in [
        (EndWish::default(), None, rule_end, EndRule::ByRule, None, by_rule),
        (EndWish::default(), Some(rule_end), rule_end, EndRule::ByRule, None, by_rule),
        (reading(EndRule::ByRule), Some(early), rule_end, EndRule::ByRule, None, by_rule),
        (
            reading(EndRule::Remaining),
            Some(early),
            early,
            EndRule::Remaining,
            remaining,
            Derivation::RemainingTerm { start, end: early },
        ),
        (typed(rule_end, None), None, rule_end, EndRule::ByRule, None, by_rule),
        (typed(early, None), None, early, EndRule::Shortened, None, shortened(rule_end, early, None)),
        (
            typed(early, resigned),
            Some(early),
            early,
            EndRule::Shortened,
            resigned,
            shortened(rule_end, early, resigned),
        ),
    ] {
        let planned = plan_end(RULE, start, Around { predecessor, ..Around::default() }, wish);
        assert_eq!(planned, Ok(PlannedEnd { end: Some(end), rule: reading, reason, why }), "{wish:?}");
    }
}

#[test]
fn v3_v4_what_the_office_says_must_fit_together() {
    let (start, early) = (d("2027-07-01"), d("2028-03-31"));
    let reason = EndWish { reason: Some(EndReason::Resigned), ..EndWish::default() };
    let both = EndWish { reading: Some(EndRule::Remaining), ..typed(early, None) };
    let choice = Violation::ReplacementChoiceNeeded { by_rule: d("2029-03-31"), remaining: early };
    for (wish, predecessor, refused) in [
        (EndWish::default(), Some(early), choice),
        (reason, None, Violation::ReasonWithoutEnd),
        (both, Some(early), Violation::EndAndReading),
        (reading(EndRule::Remaining), None, Violation::NothingRemains),
    ] {
        assert_eq!(plan_end(RULE, start, Around { predecessor, ..Around::default() }, wish), Err(refused), "{wish:?}");
    }
}

#[test]
fn v11_an_end_set_by_hand_where_the_rules_give_none() {
    let (start, end) = (d("2026-06-10"), d("2028-03-31"));
    for (rule, undecided) in [(TermRule::NoTerm, false), (TermRule::Undecided, true)] {
        let set = plan_end(rule, start, Around::default(), typed(end, None));
        let why = Derivation::SetByHand { end, undecided };
        assert_eq!(set, Ok(PlannedEnd { end: Some(end), rule: EndRule::NoTerm, reason: None, why }));
        let open = plan_end(rule, start, after(end), EndWish::default());
        assert_eq!(open, Ok(PlannedEnd { end: None, rule: EndRule::NoTerm, reason: None, why: rule.end(start).1 }));
    }
}

fn typed(end: Day, reason: Option<EndReason>) -> EndWish {
    EndWish { end: Some(end), reason, reading: None }
}

fn reading(rule: EndRule) -> EndWish {
    EndWish { reading: Some(rule), ..EndWish::default() }
}

fn shortened(rule_end: Day, end: Day, reason: Option<EndReason>) -> Derivation {
    Derivation::Shortened { rule_end, end, reason }
}

/// What is known of a replacement: the predecessor's last day.
fn after(predecessor: Day) -> Around {
    Around { predecessor: Some(predecessor), ..Around::default() }
}

#[test]
fn other_rules_of_other_councils() {
    for (rule, start, end) in [
        (TermRule::Years(2), "2026-09-15", "2028-09-14"),
        (TermRule::Years(3), "2024-02-29", "2027-02-27"),
        (TermRule::Years(1), "2026-04-01", "2027-03-31"),
        (TermRule::FiscalYears(1), "2026-09-15", "2027-03-31"),
        (TermRule::FiscalYears(2), "2026-09-15", "2028-03-31"),
        (TermRule::FiscalYears(3), "2027-03-31", "2029-03-31"),
        (TermRule::FiscalYears(3), "2027-04-01", "2030-03-31"),
    ] {
        assert_eq!(rule.end(d(start)).0, Some(d(end)), "{rule:?} {start}");
        assert!(rule.cap(d(start)) >= rule.end(d(start)).0, "never more than the years: {rule:?} {start}");
    }
    let mut day = d("2019-01-01");
    while day < d("2031-01-01") {
        assert_eq!(TermRule::FiscalYears(2).end(day).0, RULE.end(day).0, "{day}");
        day = day.succ_opt().unwrap();
    }
}

#[test]
fn a_rule_may_rest_on_another_term() {
    let (start, end) = (d("2027-07-01"), d("2028-03-31"));
    let plenary = Around { followed: Some(end), ..Around::default() };
    assert_eq!(TermRule::Predecessor.end_among(start, after(end)), (Some(end), Derivation::Predecessor { end }));
    assert_eq!(TermRule::Predecessor.end(start), (None, Derivation::NoPredecessor));
    assert_eq!(TermRule::AsPlenary.end_among(start, plenary), (Some(end), Derivation::AsPlenary { end }));
    assert_eq!(TermRule::AsPlenary.end_among(d("2028-04-01"), plenary), (None, Derivation::NoPlenary));
    let body = crate::id::BodyId::from_key("unei");
    let rule = TermRule::AsBody(body);
    assert_eq!(rule.end_among(start, plenary), (Some(end), Derivation::AsBody { body, end }));
    assert_eq!(rule.end_among(d("2028-04-01"), plenary), (None, Derivation::NobodyThere { body }));
    assert_eq!(TermRule::from_code(&rule.code()), Ok(rule));
    assert!(TermRule::from_code("as_body:unei").is_err(), "a body is known by its identifier");
    let late = d("2028-06-30");
    assert_eq!(
        TermRule::AsPlenary.check_end(start, late, true, plenary),
        [Violation::EndAfterRule { rule_end: end, end: late }]
    );
}

#[test]
fn v4_a_body_may_have_settled_how_a_replacement_is_read() {
    let (start, early, late) = (d("2027-07-01"), d("2028-03-31"), d("2029-03-31"));
    let settled = |rule| Around { replacement: Some(rule), ..after(early) };
    let end = |around, wish| plan_end(RULE, start, around, wish).map(|p| (p.end, p.rule));
    assert_eq!(end(settled(ReplacementRule::Remaining), EndWish::default()), Ok((Some(early), EndRule::Remaining)));
    assert_eq!(end(settled(ReplacementRule::ByRule), EndWish::default()), Ok((Some(late), EndRule::ByRule)));
    let other = end(settled(ReplacementRule::Remaining), reading(EndRule::ByRule));
    assert_eq!(other, Ok((Some(late), EndRule::ByRule)), "the office may still choose");
    assert!(end(settled(ReplacementRule::Ask), EndWish::default()).is_err());
}
