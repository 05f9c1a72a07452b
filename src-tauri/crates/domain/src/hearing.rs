//! Hearings (意見聴取): the council is asked before a plan is decided or changed (V19).

use crate::Day;
use crate::id::{HearingId, HearingOpinionId, IssueId, LawId, MeetingId, PlanId, PlanItemId, PlanRevisionId};
use crate::plan::{Plan, PlanLaw};

coded! {
    /// Whether a plan is made or changed (策定・変更の別).
    RevisionKind {
        Made = "made", "策定";
        Changed = "changed", "変更";
    }
}

/// The making of a plan, or a change of it (策定・変更). Each has its own hearing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRevision {
    /// Its identifier.
    pub id: PlanRevisionId,
    /// The plan.
    pub plan: PlanId,
    /// Made or changed.
    pub kind: RevisionKind,
    /// What is changed; empty where the plan is made.
    pub text: String,
    /// The day on which it is to be decided.
    pub due_on: Option<Day>,
    /// The day on which it was decided.
    pub decided_on: Option<Day>,
}

/// A hearing of the council on a plan (意見聴取).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hearing {
    /// Its identifier.
    pub id: HearingId,
    /// What is decided after it.
    pub revision: PlanRevisionId,
    /// Who asked: 鎌倉市長.
    pub asked_by: String,
    /// Asked on.
    pub asked_on: Option<Day>,
    /// Wanted by.
    pub due_on: Option<Day>,
    /// The meeting that dealt with it.
    pub meeting: Option<MeetingId>,
    /// The opinion was given on.
    pub given_on: Option<Day>,
    /// The city answered on.
    pub answered_on: Option<Day>,
    /// A note.
    pub note: String,
    /// Under which laws.
    pub laws: Vec<LawId>,
}

coded! {
    /// What the city did with an opinion (意見の取扱い).
    Treatment {
        Adopted = "adopted", "反映する";
        Partly = "partly", "一部反映する";
        Already = "already", "反映済み";
        Noted = "noted", "今後の参考とする";
        Declined = "declined", "反映しない";
    }
}

/// An opinion given in a hearing, and the city's answer (意見と回答).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HearingOpinion {
    /// Its identifier.
    pub id: HearingOpinionId,
    /// The hearing.
    pub hearing: HearingId,
    /// The item of the plan on which it is; the whole plan where none.
    pub item: Option<PlanItemId>,
    /// The opinion.
    pub text: String,
    /// The city's answer; empty until there is one.
    pub answer: String,
    /// What the city does with it.
    pub treatment: Option<Treatment>,
    /// Place in the list.
    pub order: i64,
    /// The issues that it comes out of.
    pub issues: Vec<IssueId>,
}

/// V19: what the hearing of one making or change of a plan lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HearingFault {
    /// Decided, and the council was not heard before. A duty to endeavour, so a warning.
    Unheard {
        /** The day of the decision. */
        decided: Day,
    },
    /// Decided, and the opinion was given after that.
    HeardLate {
        /** The day of the decision. */
        decided: Day,
        /** The day on which the opinion was given. */
        given: Day,
    },
    /// To be decided, and the council has not been heard yet.
    StillUnheard {
        /** The day on which it is to be decided. */
        due: Day,
    },
    /// The opinion was given, the plan was decided, and an opinion has no answer.
    Unanswered {
        /** How many opinions. */
        count: usize,
    },
}

/// V19: what is wrong with the hearing of `revision`. Only of a plan on which a law asks
/// for a hearing; each making or change is looked at by itself, so that a change of the
/// plan opens the check again. A hearing counts on the day on which the opinion was
/// given, or on that of the meeting that dealt with it.
pub fn hearing_faults(revision: &PlanRevision, laws: &[PlanLaw], heard: &[Heard]) -> Vec<HearingFault> {
    if !laws.iter().any(|l| l.plan == revision.plan) {
        return Vec::new();
    }
    let own = || heard.iter().filter(|h| h.revision == revision.id);
    let given = own().filter_map(|h| h.given_on).min();
    let mut found = Vec::new();
    match (revision.decided_on, given, revision.due_on) {
        (Some(decided), None, _) => found.push(HearingFault::Unheard { decided }),
        (Some(decided), Some(given), _) if given >= decided => {
            found.push(HearingFault::HeardLate { decided, given });
        }
        (None, None, Some(due)) => found.push(HearingFault::StillUnheard { due }),
        _ => {}
    }
    let count = own().map(|h| h.unanswered).sum();
    if revision.decided_on.is_some() && count > 0 {
        found.push(HearingFault::Unanswered { count });
    }
    found
}

/// What V19 needs to know of a hearing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heard {
    /// What is decided after it.
    pub revision: PlanRevisionId,
    /// The day on which the council gave its opinion.
    pub given_on: Option<Day>,
    /// Opinions without an answer of the city.
    pub unanswered: usize,
}

impl Heard {
    /// A hearing, the day of its meeting once that was held, and its opinions.
    pub fn of(hearing: &Hearing, held_on: Option<Day>, opinions: &[HearingOpinion]) -> Self {
        let own = opinions.iter().filter(|o| o.hearing == hearing.id);
        Self {
            revision: hearing.revision,
            given_on: hearing.given_on.or(held_on),
            unanswered: own.filter(|o| o.answer.is_empty() && o.treatment.is_none()).count(),
        }
    }
}

impl PlanRevision {
    /// The day that counts for lists: decided, else to be decided.
    pub fn day(&self) -> Option<Day> {
        self.decided_on.or(self.due_on)
    }
}

/// The plan that follows a plan, if there is one.
pub fn successor(plans: &[Plan], plan: PlanId) -> Option<&Plan> {
    plans.iter().find(|p| p.predecessor == Some(plan))
}

#[cfg(test)]
mod tests {
    //! V19 by its worked example, and the table of what opens the check again.
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn revision(key: &str, due: Option<&str>, decided: Option<&str>) -> PlanRevision {
        PlanRevision {
            id: PlanRevisionId::from_key(key),
            plan: PlanId::from_key("service_8"),
            kind: RevisionKind::Made,
            text: String::new(),
            due_on: due.map(day),
            decided_on: decided.map(day),
        }
    }

    fn heard(key: &str, given: Option<&str>, unanswered: usize) -> Heard {
        Heard { revision: PlanRevisionId::from_key(key), given_on: given.map(day), unanswered }
    }

    fn laws() -> [PlanLaw; 1] {
        [PlanLaw { plan: PlanId::from_key("service_8"), law: LawId::from_key("88_9") }]
    }

    #[test]
    fn v19_a_plan_decided_on_2027_03_20_needs_a_hearing_before() {
        let decided = revision("r", None, Some("2027-03-20"));
        let on = day("2027-03-20");
        for (all, expected) in [
            (vec![], vec![HearingFault::Unheard { decided: on }]),
            (vec![heard("r", None, 0)], vec![HearingFault::Unheard { decided: on }]),
            (vec![heard("r", Some("2026-10-14"), 0)], vec![]),
            (vec![heard("r", Some("2027-03-19"), 0)], vec![]),
            (vec![heard("r", Some("2027-03-20"), 0)], vec![HearingFault::HeardLate { decided: on, given: on }]),
            (vec![heard("other", Some("2026-10-14"), 0)], vec![HearingFault::Unheard { decided: on }]),
            (vec![heard("r", Some("2026-10-14"), 2)], vec![HearingFault::Unanswered { count: 2 }]),
        ] {
            assert_eq!(hearing_faults(&decided, &laws(), &all), expected, "{all:?}");
        }
    }

    #[test]
    fn v19_a_change_opens_the_check_again() {
        let first = heard("made", Some("2026-10-14"), 0);
        let made = revision("made", None, Some("2027-03-20"));
        let planned = revision("changed", Some("2028-03-20"), None);
        let changed = revision("changed", Some("2028-03-20"), Some("2028-03-21"));
        let vague = revision("changed", None, None);
        let again = heard("changed", Some("2028-02-10"), 0);
        for (what, all, expected) in [
            (&made, vec![first], vec![]),
            (&planned, vec![first], vec![HearingFault::StillUnheard { due: day("2028-03-20") }]),
            (&vague, vec![first], vec![]),
            (&changed, vec![first], vec![HearingFault::Unheard { decided: day("2028-03-21") }]),
            (&changed, vec![first, again], vec![]),
        ] {
            assert_eq!(hearing_faults(what, &laws(), &all), expected);
        }
    }

    #[test]
    fn v19_no_law_no_hearing() {
        let decided = revision("r", None, Some("2027-03-20"));
        assert_eq!(hearing_faults(&decided, &[], &[]), []);
    }
}
