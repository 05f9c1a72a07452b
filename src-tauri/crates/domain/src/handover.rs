//! Handing on an office that several hold at a time (V8): whose office ends for whom.

use crate::election_fault::ElectionFault;
use crate::id::{OfficeId, PersonId};
use crate::office::Office;

/// Whose office ends for those who are elected.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Handover {
    /// For each of those who are elected, in order, the office that ends; none where a
    /// place is free.
    pub ended: Vec<Option<OfficeId>>,
    /// Among whom the predecessors are to be chosen; nobody where it goes without saying.
    pub open: Vec<PersonId>,
    /// How many of them.
    pub needed: usize,
    /// What is wrong with those who are named.
    pub fault: Option<ElectionFault>,
}

/// V8: who hands on where people are elected. One who is elected again follows themselves;
/// the others take what is free, and then the places of those who are `named`. Nobody has to
/// be named where all who are left hand on.
///
/// `held` are the offices of the title on that day that began before it, `free` the places
/// that nobody has on it.
pub fn hand_on(elected: &[PersonId], held: &[&Office], free: usize, named: &[PersonId]) -> Handover {
    let own = |person: &PersonId| held.iter().find(|o| o.person == *person).map(|o| o.id);
    let others: Vec<&Office> = held.iter().filter(|o| !elected.contains(&o.person)).copied().collect();
    let new = elected.iter().filter(|person| own(person).is_none()).count();
    let needed = new.saturating_sub(free).min(others.len());
    let choice = needed > 0 && needed < others.len();
    let place = |person: &PersonId| others.iter().find(|o| o.person == *person).map(|o| o.id);
    let chosen: Vec<OfficeId> = named.iter().filter_map(place).collect();
    let fault = if chosen.len() < named.len() {
        Some(ElectionFault::PredecessorNotHolder)
    } else if (choice && chosen.len() < needed) || chosen.len() > new {
        Some(ElectionFault::PredecessorMissing { needed })
    } else {
        None
    };
    let all = || others.iter().map(|o| o.id).collect();
    let mut going = if needed == others.len() { all() } else { chosen }.into_iter();
    Handover {
        ended: elected.iter().map(|person| own(person).or_else(|| going.next())).collect(),
        open: if choice { others.iter().map(|o| o.person).collect() } else { Vec::new() },
        needed,
        fault,
    }
}

#[cfg(test)]
mod tests {
    //! Two vice-chairs, as councils with a large area have them.
    use super::*;
    use crate::id::{AppointmentId, BodyId};
    use crate::office::Method;

    fn who(key: &str) -> PersonId {
        PersonId::from_key(key)
    }

    fn office(key: &str) -> Office {
        Office {
            id: OfficeId::from_key(key),
            body: BodyId::from_key("b1"),
            title: "副会長".into(),
            person: who(key),
            appointment: AppointmentId::from_key(key),
            elected_at: None,
            method: Method::MutualElection,
            start: crate::Day::from_ymd_opt(2026, 6, 24).unwrap_or_default(),
            end: None,
        }
    }

    /// Those elected and named, where 甲 and 乙 hold the office and so many places are free.
    fn judged(elected: &[&str], free: usize, named: &[&str]) -> Handover {
        let (first, second) = (office("甲"), office("乙"));
        let ids = |keys: &[&str]| keys.iter().map(|k| who(k)).collect::<Vec<_>>();
        hand_on(&ids(elected), &[&first, &second], free, &ids(named))
    }

    fn ends(key: &str) -> Option<OfficeId> {
        Some(OfficeId::from_key(key))
    }

    #[test]
    fn v8_one_who_is_elected_again_follows_themselves() {
        assert_eq!(judged(&["乙"], 0, &[]).ended, [ends("乙")]);
        assert_eq!(
            judged(&["乙", "丙"], 0, &[]).ended,
            [ends("乙"), ends("甲")],
            "one is left: it goes without saying"
        );
        assert_eq!(judged(&["乙", "甲"], 0, &[]).ended, [ends("乙"), ends("甲")]);
    }

    #[test]
    fn v8_where_two_hold_it_the_predecessor_is_named() {
        let open = judged(&["丙"], 0, &[]);
        assert_eq!((open.needed, open.open), (1, vec![who("甲"), who("乙")]));
        assert_eq!(open.fault, Some(ElectionFault::PredecessorMissing { needed: 1 }));
        let named = judged(&["丙"], 0, &["乙"]);
        assert_eq!((named.ended, named.fault), (vec![ends("乙")], None));
        assert_eq!(judged(&["丙"], 0, &["丁"]).fault, Some(ElectionFault::PredecessorNotHolder));
        let both = judged(&["丙"], 0, &["甲", "乙"]);
        assert_eq!(both.fault, Some(ElectionFault::PredecessorMissing { needed: 1 }), "one cannot follow two");
    }

    #[test]
    fn v8_all_who_hold_it_hand_on_to_as_many() {
        let all = judged(&["丙", "丁"], 0, &[]);
        assert_eq!((all.ended, all.fault, all.open), (vec![ends("甲"), ends("乙")], None, vec![]));
    }

    #[test]
    fn v8_a_free_place_needs_no_predecessor_but_may_have_one() {
        assert_eq!(judged(&["丙"], 1, &[]), Handover { ended: vec![None], ..Handover::default() });
        assert_eq!(judged(&["丙"], 1, &["甲"]).ended, [ends("甲")]);
        let two = judged(&["丙", "丁"], 1, &["甲"]);
        assert_eq!((two.ended, two.fault), (vec![ends("甲"), None], None));
    }
}
