//! The time plan of an agenda (時間の計画と実際): when each item should begin, when it
//! did, how far it ran over, and when the rest may be expected. Times are minutes since
//! midnight of the meeting's day.

use crate::agenda::{AgendaItem, minutes_of_day};

/// An item against the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Slot {
    /// When it begins by plan; none where the meeting's beginning is open.
    pub planned: Option<u32>,
    /// When it began.
    pub started: Option<u32>,
    /// When it ended.
    pub ended: Option<u32>,
    /// When it may be expected to begin, of an item that has not begun.
    pub expected: Option<u32>,
    /// How long it took, or takes so far.
    pub taken: Option<u32>,
    /// How many minutes it took longer than planned; negative when it took less. Of an
    /// item that runs only what it is over already.
    pub over: Option<i32>,
    /// Whether it runs now.
    pub running: bool,
}

/// A meeting against the clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimePlan {
    /// Its items, in order.
    pub slots: Vec<Slot>,
    /// How many minutes it is behind its plan now; negative when it is ahead. None
    /// before it begins, and where the beginning is open.
    pub behind: Option<i32>,
    /// When it may be expected to end; none where that is open.
    pub ends: Option<u32>,
    /// How many minutes after its planned end that is; none where it is not later.
    pub late: Option<u32>,
}

/// The plan of a meeting from `start` to `end` as HH:MM, as it stands at `now`.
pub fn time_plan(items: &[AgendaItem], start: Option<&str>, end: Option<&str>, now: Option<u32>) -> TimePlan {
    let (start, end) = (start.and_then(minutes_of_day), end.and_then(minutes_of_day));
    let mut planned = start;
    let mut slots: Vec<Slot> = items.iter().map(|item| slot(item, &mut planned, now)).collect();
    let expected = expect(items, &mut slots, start, now);
    let ends = expected.filter(|_| items.iter().any(|i| i.minutes.is_some()));
    let late = ends.zip(end).and_then(|(ends, end)| ends.checked_sub(end)).filter(|late| *late > 0);
    TimePlan { behind: behind(&slots, planned, ends), slots, ends, late }
}

fn slot(item: &AgendaItem, planned: &mut Option<u32>, now: Option<u32>) -> Slot {
    let begins = *planned;
    let minutes = item.minutes.map(u32::from);
    *planned = begins.map(|at| at + minutes.unwrap_or(0));
    let started = item.started.as_deref().and_then(minutes_of_day);
    let ended = item.ended.as_deref().and_then(minutes_of_day);
    let running = started.is_some() && ended.is_none();
    let until = if running { now } else { ended };
    let taken = started.zip(until).map(|(from, to)| to.saturating_sub(from));
    let over = taken.zip(minutes).map(|(taken, minutes)| difference(taken, minutes));
    Slot {
        planned: begins,
        started,
        ended,
        expected: None,
        taken,
        over: over.filter(|over| !running || *over > 0),
        running,
    }
}

/// When the items that have not begun may be expected, and when the meeting ends: what
/// runs ends when its minutes are over, but not before now.
fn expect(items: &[AgendaItem], slots: &mut [Slot], start: Option<u32>, now: Option<u32>) -> Option<u32> {
    let (mut at, mut last) = (start, None);
    for (item, slot) in items.iter().zip(slots) {
        let minutes = item.minutes.map_or(0, u32::from);
        match (slot.started, slot.ended) {
            (Some(_), Some(ended)) => {
                last = last.max(Some(ended));
                at = last;
            }
            (Some(from), None) => at = Some((from + minutes).max(now.unwrap_or(0))),
            (None, _) => {
                slot.expected = at;
                at = at.map(|at| at + minutes);
            }
        }
    }
    at
}

/// How far behind: what the end is later than planned, once it has begun.
fn behind(slots: &[Slot], planned: Option<u32>, ends: Option<u32>) -> Option<i32> {
    slots.iter().any(|s| s.started.is_some()).then_some(())?;
    Some(difference(ends?, planned?))
}

fn difference(a: u32, b: u32) -> i32 {
    i32::try_from(i64::from(a) - i64::from(b)).unwrap_or(i32::MAX)
}

/// Minutes since midnight as HH:MM.
pub fn clock_text(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

/// What a press of the key does at `at`, as HH:MM: the item at `next` begins and the
/// one that runs ends; with none, what runs ends. Answers the items that have changed.
pub fn begin(items: &[AgendaItem], next: Option<usize>, at: &str) -> Vec<AgendaItem> {
    let mut changed = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let mut new = item.clone();
        if next == Some(place) {
            new.started = Some(at.to_owned());
            new.ended = None;
        } else if item.started.is_some() && item.ended.is_none() {
            new.ended = Some(at.to_owned());
        }
        if new != *item {
            changed.push(new);
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    //! A meeting that runs over.
    use super::*;
    use crate::agenda::ItemKind;
    use crate::id::{AgendaItemId, MeetingId};

    fn item(key: &str, minutes: u16, times: (&str, &str)) -> AgendaItem {
        let kept = |time: &str| Some(time.to_owned()).filter(|t| !t.is_empty());
        let (id, meeting) = (AgendaItemId::from_key(key), MeetingId::from_key("m"));
        AgendaItem {
            minutes: Some(minutes),
            started: kept(times.0),
            ended: kept(times.1),
            ..AgendaItem::new(id, meeting, ItemKind::Report, key.to_owned())
        }
    }

    fn at(time: &str) -> Option<u32> {
        minutes_of_day(time)
    }

    #[test]
    fn before_it_begins_the_plan_is_expected() {
        let items = [item("a", 10, ("", "")), item("b", 20, ("", ""))];
        let plan = time_plan(&items, Some("14:00"), Some("14:30"), None);
        assert_eq!(plan.slots.iter().map(|s| s.planned).collect::<Vec<_>>(), [at("14:00"), at("14:10")]);
        assert_eq!((plan.behind, plan.ends, plan.late), (None, at("14:30"), None));
        let open = time_plan(&items, None, None, None);
        assert_eq!((open.slots[0].planned, open.ends, open.late), (None, None, None));
    }

    #[test]
    fn an_item_that_runs_over_moves_what_follows() {
        let items = [item("a", 10, ("14:02", "14:17")), item("b", 20, ("14:17", "")), item("c", 5, ("", ""))];
        let plan = time_plan(&items, Some("14:00"), Some("14:35"), at("14:30"));
        let overs: Vec<_> = plan.slots.iter().map(|s| (s.taken, s.over)).collect();
        assert_eq!(overs, [(Some(15), Some(5)), (Some(13), None), (None, None)]);
        assert!(plan.slots[1].running && !plan.slots[0].running);
        assert_eq!(plan.slots[2].expected, at("14:37"), "the item that runs still has seven minutes");
        assert_eq!((plan.behind, plan.ends, plan.late), (Some(7), at("14:42"), Some(7)));
        let later = time_plan(&items, Some("14:00"), Some("14:35"), at("14:40"));
        assert_eq!((later.slots[1].over, later.slots[2].expected), (Some(3), at("14:40")));
    }

    #[test]
    fn an_item_that_ends_early_leaves_time() {
        let items = [item("a", 10, ("14:00", "14:06")), item("b", 20, ("", ""))];
        let plan = time_plan(&items, Some("14:00"), Some("14:30"), at("14:06"));
        assert_eq!((plan.slots[0].over, plan.behind, plan.ends), (Some(-4), Some(-4), at("14:26")));
    }

    #[test]
    fn a_press_ends_what_runs_and_begins_the_next() {
        let items = [item("a", 10, ("14:00", "")), item("b", 20, ("", ""))];
        let changed = begin(&items, Some(1), "14:12");
        let times: Vec<_> = changed.iter().map(|i| (i.started.as_deref(), i.ended.as_deref())).collect();
        assert_eq!(times, [(Some("14:00"), Some("14:12")), (Some("14:12"), None)]);
        assert_eq!(begin(&items, None, "14:12").len(), 1);
        assert_eq!(begin(&[item("a", 10, ("", ""))], None, "14:12"), []);
    }
}
