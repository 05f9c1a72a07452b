//! What counts, and how many copies (V12).
#![allow(clippy::unwrap_used)]
use super::*;

/// A meeting of the plenary, with nothing but a day and a number.
pub(crate) fn meeting(date: &str, number: u16) -> Meeting {
    Meeting {
        id: MeetingId::from_key(date),
        body: BodyId::from_key("b1"),
        joint: vec![],
        number,
        date: date.parse().unwrap(),
        start: None,
        end: None,
        place: String::new(),
        mode: Mode::InPerson,
        closed_reason: None,
        state: MeetingState::Draft,
        layout: Layout::Square,
        copies: Copies::default(),
        secretariat: vec![],
        counts: None,
        off_reason: None,
        off_on: None,
    }
}

#[test]
fn nobody_makes_ten_thousand_copies() {
    assert_eq!(Copies { members: 9999, ..Copies::default() }.check(), Ok(()));
    let found = Copies { audience: u32::MAX, ..Copies::default() }.check();
    let field = "audience";
    assert_eq!(found, Err(Violation::Meeting(MeetingFault::TooManyCopies { field, limit: 9999 })));
}

#[test]
fn v12_the_office_says_whether_a_meeting_counts_that_nobody_came_to() {
    use MeetingState::{Cancelled, Held, Postponed};
    let table = [
        (Held, Mode::InPerson, None, true, false),
        (Held, Mode::Written, None, true, true),
        (Held, Mode::Written, Some(false), false, false),
        (Cancelled, Mode::InPerson, None, false, true),
        (Cancelled, Mode::InPerson, Some(true), true, false),
        (Postponed, Mode::InPerson, None, true, false),
    ];
    for (state, mode, counts, counted, open) in table {
        let m = Meeting { state, mode, counts, ..meeting("2026-10-14", 2) };
        assert_eq!((m.is_counted(), m.count_is_open()), (counted, open), "{state:?} {mode:?} {counts:?}");
    }
}

#[test]
fn a_joint_meeting_is_one_of_each_body() {
    let [steering, group] = ["b2", "b3"].map(BodyId::from_key);
    let joint = vec![JointBody { body: steering, number: Some(3) }, JointBody { body: group, number: None }];
    let m = Meeting { joint, ..meeting("2026-10-14", 2) };
    assert!(m.is_of(m.body) && m.is_of(steering) && m.is_of(group) && !m.is_of(BodyId::from_key("b4")));
    assert_eq!([m.body, steering, group].map(|b| m.number_in(b)), [Some(2), Some(3), None]);
}
