//! The meetings of a fiscal year together: how many (V12), in which order of
//! bodies (V13), and whether their results reach the next budget (V20).

pub use crate::budget::budget_deadline;
use crate::meeting::Meeting;
use crate::meeting_fault::MeetingFault;
use crate::{Day, FiscalYear};

/// V12: whether as many meetings are entered as are planned. Nothing is said
/// before the last day of December, when there is still time to plan.
pub fn check_count(
    body: &str,
    planned: Option<u8>,
    meetings: &[&Meeting],
    year: FiscalYear,
    today: Day,
) -> Option<MeetingFault> {
    let planned = planned?;
    let found = meetings.iter().filter(|m| m.is_counted()).count();
    let reminds = Day::from_ymd_opt(year.number(), 12, 31).is_some_and(|day| day <= today);
    (reminds && found < usize::from(planned)).then(|| MeetingFault::FewerThanPlanned {
        body: body.to_owned(),
        planned,
        found,
    })
}

/// V13: the plenaries, of all years, that no steering meeting prepared since the plenary before.
pub fn unprepared<'a>(plenaries: &[&'a Meeting], steering: &[&Meeting]) -> Vec<&'a Meeting> {
    let takes_place = |m: &&&Meeting| m.state.takes_place();
    let mut plenaries: Vec<&Meeting> = plenaries.iter().filter(takes_place).copied().collect();
    plenaries.sort_by_key(|m| moment(m));
    let prepared = |at: usize, plenary: &Meeting| {
        let before = at.checked_sub(1).and_then(|i| plenaries.get(i)).map(|m| moment(m));
        let between = |m: &&Meeting| moment(m) < moment(plenary) && before.as_ref().is_none_or(|b| moment(m) > *b);
        steering.iter().filter(takes_place).any(between)
    };
    plenaries.iter().enumerate().filter(|(at, m)| !prepared(*at, m)).map(|(_, m)| *m).collect()
}

/// V13 for one plenary.
pub fn check_prepared(plenary: &Meeting, plenaries: &[&Meeting], steering: &[&Meeting]) -> Option<MeetingFault> {
    let found = unprepared(plenaries, steering).iter().any(|m| m.id == plenary.id);
    found.then_some(MeetingFault::NoSteeringBefore { number: plenary.number, on: plenary.date })
}

fn moment(meeting: &Meeting) -> (Day, Option<String>) {
    (meeting.date, meeting.start.clone())
}

/// V20: whether what a plenary approves comes too late for the next year's budget.
pub fn check_budget(plenary: &Meeting, deadline: Day) -> Option<MeetingFault> {
    let late = plenary.date > deadline && plenary.state.takes_place();
    late.then(|| MeetingFault::AfterBudget { on: plenary.date, deadline, missed: plenary.year().plus(1) })
}

#[cfg(test)]
mod tests {
    //! Worked examples of V12, V13 and V20.
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::id::{BodyId, MeetingId};

    fn meeting(body: &str, date: &str, number: u16) -> Meeting {
        let id = MeetingId::from_key(&format!("{body}{date}"));
        Meeting { id, body: BodyId::from_key(body), ..crate::meeting::tests::meeting(date, number) }
    }

    fn all(body: &str, dates: &[&str]) -> Vec<Meeting> {
        (1..).zip(dates).map(|(n, date)| meeting(body, date, n)).collect()
    }

    #[test]
    fn v12_a_year_has_as_many_meetings_as_planned() {
        let plenaries = all("b1", &["2026-06-24", "2026-10-14", "2027-02-17"]);
        let year = FiscalYear::new(2026).unwrap();
        let count = |n: usize, today: &str| {
            let some: Vec<&Meeting> = plenaries.iter().take(n).collect();
            check_count("全体会", Some(3), &some, year, today.parse().unwrap())
        };
        assert_eq!(count(3, "2026-12-31"), None);
        assert_eq!(count(2, "2026-12-30"), None);
        let two = MeetingFault::FewerThanPlanned { body: "全体会".into(), planned: 3, found: 2 };
        assert_eq!(count(2, "2026-12-31"), Some(two));
    }

    #[test]
    fn v13_a_steering_meeting_precedes_each_plenary() {
        let plenaries = all("b1", &["2026-06-24", "2026-10-14", "2027-02-17"]);
        let faults = |dates: &[&str]| {
            let steering = all("b2", dates);
            let (b1, b2): (Vec<&Meeting>, Vec<&Meeting>) = (plenaries.iter().collect(), steering.iter().collect());
            plenaries.iter().filter_map(|m| check_prepared(m, &b1, &b2)).collect::<Vec<_>>()
        };
        assert_eq!(faults(&["2026-05-27", "2026-09-16", "2027-01-20"]), []);
        let on = "2026-10-14".parse().unwrap();
        let second = MeetingFault::NoSteeringBefore { number: 2, on };
        assert_eq!(faults(&["2026-05-27", "2026-10-20", "2027-01-20"]), [second]);
    }

    #[test]
    fn v20_a_late_approval_misses_the_budget() {
        let year = FiscalYear::new(2026).unwrap();
        let deadline = budget_deadline("6月・10月・2月。予算要求締切は１０月30日（令和8年度）", year).unwrap();
        assert_eq!(deadline.to_string(), "2026-10-30");
        assert_eq!(budget_deadline("予算要求は1月8日まで", year).unwrap().to_string(), "2027-01-08");
        assert_eq!(budget_deadline("6月・10月・2月", year), None);
        assert_eq!(check_budget(&meeting("b1", "2026-10-14", 2), deadline), None);
        let late = check_budget(&meeting("b1", "2027-02-17", 3), deadline).unwrap();
        assert!(matches!(late, MeetingFault::AfterBudget { missed, .. } if missed.number() == 2027));
    }
}
