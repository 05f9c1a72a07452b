//! A year laid out as the year before, and by the rules (V12, V13).
#![allow(clippy::unwrap_used)]
use super::*;
use crate::id::MeetingId;
use crate::meeting::MeetingState;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn year(n: i32) -> FiscalYear {
    FiscalYear::new(n).unwrap()
}

fn meeting(body: &str, date: &str) -> Meeting {
    Meeting {
        id: MeetingId::from_key(&format!("{body}{date}")),
        body: BodyId::from_key(body),
        start: Some("14:00".to_owned()),
        end: Some("16:00".to_owned()),
        place: "講堂".to_owned(),
        state: MeetingState::Held,
        ..crate::meeting::tests::meeting(date, 1)
    }
}

fn series<'a>(body: &str, kind: BodyKind, per_year: Option<u8>, meetings: &'a [Meeting]) -> Series<'a> {
    Series { body: BodyId::from_key(body), kind, per_year, meetings: meetings.iter().collect() }
}

fn dates(found: &[Proposed], body: &str) -> Vec<String> {
    let of = BodyId::from_key(body);
    found.iter().filter(|p| p.body == of).map(|p| p.date.to_string()).collect()
}

#[test]
fn the_same_weekday_of_the_same_week() {
    for (then, of, now) in [
        ("2026-10-14", 2027, "2027-10-13"), // the second Wednesday
        ("2027-02-17", 2027, "2028-02-16"), // the third Wednesday
        ("2026-06-24", 2027, "2027-06-23"),
        ("2026-09-30", 2027, "2027-09-29"), // the fifth Wednesday of both
        ("2026-07-29", 2027, "2027-07-28"), // the fifth; July 2027 has four and takes the last
    ] {
        assert_eq!(same_week(day(then), year(of)), Some(day(now)), "{then}");
    }
}

#[test]
fn months_are_read_in_the_offices_words() {
    for (answer, months) in [
        ("6月・10月・2月。予算要求締切は10月30日", &[6, 10, 2][..]),
        ("６月、１１月、３月", &[6, 11, 3]),
        ("予算要求締切は10月30日", &[]),
        ("6月10日と10月", &[10]),
        ("未定", &[]),
    ] {
        assert_eq!(months_named(answer), months, "{answer}");
    }
}

#[test]
fn a_year_follows_the_year_before() {
    let plenaries = [meeting("b1", "2026-06-24"), meeting("b1", "2026-10-14"), meeting("b1", "2027-02-17")];
    let mut called_off = meeting("b2", "2026-12-16");
    called_off.state = MeetingState::Cancelled;
    let reviews = [meeting("b2", "2025-11-03"), meeting("b2", "2026-11-16"), called_off];
    let all =
        [series("b1", BodyKind::Plenary, Some(3), &plenaries), series("b2", BodyKind::CaseReview, None, &reviews)];
    let found = propose(Pattern::LastYear, &all, &[], year(2027), &OfficeCalendar::default());
    assert_eq!(dates(&found, "b1"), ["2027-06-23", "2027-10-13", "2028-02-16"]);
    assert_eq!(dates(&found, "b2"), ["2027-11-15"], "only the latest year, and not what was called off");
    assert!(found.iter().all(|p| p.start.as_deref() == Some("14:00") && p.place == "講堂"));
    let then = day("2026-06-24");
    assert!(found.iter().any(|p| p.why == Why::SameWeek { then }));
}

#[test]
fn closed_days_are_avoided() {
    let reviews = [meeting("b2", "2026-11-24"), meeting("b2", "2026-09-16")];
    let all = [series("b2", BodyKind::CaseReview, None, &reviews)];
    let found = propose(Pattern::LastYear, &all, &[], year(2027), &OfficeCalendar::default());
    // The fourth Tuesday is 勤労感謝の日 in 2027: a week later.
    assert_eq!(dates(&found, "b2"), ["2027-09-15", "2027-11-30"]);
    let (day_avoided, closure) = found[1].avoided.clone().unwrap();
    assert_eq!((day_avoided, closure.name.as_deref()), (day("2027-11-23"), Some("勤労感謝の日")));
    assert_eq!(found[0].avoided, None);
}

#[test]
fn v13_by_the_rules_a_steering_meeting_comes_before_each_plenary() {
    let all = [
        series("b1", BodyKind::Plenary, Some(3), &[]),
        series("b2", BodyKind::Steering, Some(3), &[]),
        series("b4", BodyKind::Subcommittee, None, &[]),
        series("b6", BodyKind::CaseReview, None, &[]),
    ];
    let found = propose(Pattern::Rules, &all, &[6, 10, 2], year(2027), &OfficeCalendar::default());
    assert_eq!(dates(&found, "b1"), ["2027-06-16", "2027-10-20", "2028-02-16"], "the third Wednesdays");
    assert_eq!(dates(&found, "b2"), ["2027-05-19", "2027-09-22", "2028-01-19"]);
    assert_eq!(dates(&found, "b4"), ["2027-07-21", "2027-12-15"]);
    assert_eq!(dates(&found, "b6").len(), 3);
    assert!(found.windows(2).all(|w| w[0].date <= w[1].date), "by day");
    assert!(found.iter().all(|p| OfficeCalendar::default().is_open(p.date)));
}

#[test]
fn v12_as_many_as_the_rules_want() {
    for (per_year, named, months) in [
        (Some(3), &[][..], &[6, 10, 2][..]),
        (Some(2), &[6, 10, 2], &[6, 2]),
        (Some(4), &[], &[6, 8, 11, 1]),
        (None, &[7, 1], &[7, 1]),
    ] {
        assert_eq!(plenary_months(per_year, named), months);
    }
    assert_eq!(spread(10), [5, 6, 7, 8, 9, 10, 11, 12, 1, 2]);
    assert_eq!(spread(12), [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]);
    assert!(spread(0).is_empty() && spread(255).len() == 12);
}
