//! Rows of the year's plan.

use super::sample::{at, day, full, me};
use crate::{Action, Store, Tx};
use entaku_domain::calendar::{DayRule, DayRuleKind};
use entaku_domain::id::{BodyId, DayRuleId, MeetingId, MilestoneId};
use entaku_domain::lead::{LeadTime, Task};
use entaku_domain::meeting::{Meeting, MeetingState};
use entaku_domain::milestone::{Milestone, MilestoneKind};

pub(super) fn milestone() -> Milestone {
    Milestone {
        id: MilestoneId::from_key("budget"),
        kind: MilestoneKind::BudgetRequest,
        title: "予算要求締切".into(),
        from: day("2026-10-13"),
        to: Some(day("2026-10-30")),
        body: Some(BodyId::from_key("zentaikai")),
        internal: true,
        note: "財政課".into(),
    }
}

pub(super) fn day_rule() -> DayRule {
    DayRule {
        id: DayRuleId::from_key("founding"),
        kind: DayRuleKind::Closed,
        from: day("2026-11-03"),
        to: day("2026-11-04"),
        yearly: true,
        name: "市制記念日".into(),
    }
}

pub(super) fn lead_times() -> [LeadTime; 2] {
    let lead = |body, days| LeadTime { body, task: Task::Notice, days };
    [lead(None, Some(21)), lead(Some(BodyId::from_key("zentaikai")), None)]
}

pub(super) fn fill(tx: &mut Tx<'_>) -> crate::Result<()> {
    tx.put_milestone(&milestone())?;
    tx.put_day_rule(&day_rule())?;
    lead_times().iter().try_for_each(|l| tx.put_lead_time(l))
}

#[test]
fn the_years_plan_comes_back() {
    let mut store = full();
    assert_eq!(store.milestones().unwrap(), [milestone()]);
    assert_eq!(store.day_rules().unwrap(), [day_rule()]);
    assert_eq!(store.lead_times().unwrap(), lead_times());
    let before = store.dump().unwrap();
    let done = store.change(&me(), Action::new("test"), at(), |tx| {
        tx.remove_milestone(milestone().id)?;
        tx.remove_day_rule(day_rule().id)?;
        lead_times().iter().try_for_each(|l| tx.remove_lead_time(l.body, l.task))
    });
    let change = done.unwrap().change.unwrap();
    assert!(store.milestones().unwrap().is_empty() && store.lead_times().unwrap().is_empty());
    store.undo(&me(), at(), change).unwrap();
    assert_eq!(store.dump().unwrap(), before);
}

fn put(store: &mut Store, meeting: &Meeting) {
    store.change(&me(), Action::new("test"), at(), |tx| tx.put_meeting(meeting)).unwrap();
}

#[test]
fn how_often_a_meeting_was_moved_is_counted() {
    let mut store = full();
    let id = MeetingId::from_key("m1");
    let meeting = store.meeting(id).unwrap().unwrap();
    assert_eq!(store.times_moved().unwrap().get(&id), None);
    put(&mut store, &Meeting { secretariat: vec!["主査".into()], ..meeting.clone() });
    assert_eq!(store.times_moved().unwrap().get(&id), None, "whoever sits at the table moves nothing");
    put(&mut store, &Meeting { date: day("2026-11-11"), ..meeting.clone() });
    put(&mut store, &Meeting { state: MeetingState::Cancelled, date: day("2026-11-11"), ..meeting });
    assert_eq!(store.times_moved().unwrap().get(&id), Some(&2));
}
