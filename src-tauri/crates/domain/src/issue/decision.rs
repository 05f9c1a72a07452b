//! What a meeting's decision does to the issue that it is on, and by which inlet an issue comes
//! that a meeting finds (V17). Both are proposed, and may be changed when they are recorded.

use super::{Inlet, Stage};
use crate::body::BodyKind;
use crate::minutes::DecisionKind;

/// The inlet of what a meeting of such a body finds or asks for.
pub fn inlet_of(body: BodyKind) -> Option<Inlet> {
    Some(match body {
        BodyKind::CaseReview => Inlet::CaseReview,
        BodyKind::Plenary => Inlet::Plenary,
        BodyKind::Steering => Inlet::Steering,
        BodyKind::Subcommittee | BodyKind::WorkingGroup | BodyKind::ProjectTeam => Inlet::Subcommittee,
        BodyKind::Partner => Inlet::Partner,
        _ => return None,
    })
}

/// The stage to which a decision of such a body leads an issue: where it stands, when the
/// decision is none that takes it on.
pub fn stage_by_decision(now: Stage, body: BodyKind, decision: DecisionKind) -> Stage {
    match body {
        BodyKind::Plenary => by_plenary(now, decision),
        BodyKind::Steering if takes_on(decision) => match now {
            Stage::Received | Stage::Sorting | Stage::Returned => Stage::Theme,
            Stage::Theme => Stage::Deliberating,
            other => other,
        },
        BodyKind::CaseReview if takes_on(decision) => match now {
            Stage::Received | Stage::Returned => Stage::Sorting,
            Stage::Sorting => Stage::Theme,
            other => other,
        },
        BodyKind::Subcommittee | BodyKind::WorkingGroup | BodyKind::ProjectTeam if takes_on(decision) => match now {
            Stage::Received | Stage::Sorting | Stage::Theme | Stage::Returned | Stage::Continued => Stage::Deliberating,
            other => other,
        },
        _ => now,
    }
}

fn takes_on(decision: DecisionKind) -> bool {
    matches!(decision, DecisionKind::Approved | DecisionKind::Acknowledged)
}

fn by_plenary(now: Stage, decision: DecisionKind) -> Stage {
    let early = matches!(now, Stage::Received | Stage::Sorting | Stage::Theme);
    let told = matches!(now, Stage::Deliberating | Stage::Reported | Stage::Continued | Stage::Returned);
    match decision {
        DecisionKind::Approved | DecisionKind::Acknowledged if early => Stage::Deliberating,
        DecisionKind::Approved if told => Stage::Approved,
        DecisionKind::Acknowledged if now == Stage::Deliberating => Stage::Reported,
        DecisionKind::Continued if told => Stage::Continued,
        DecisionKind::Returned if early || told => Stage::Returned,
        _ => now,
    }
}

#[cfg(test)]
mod tests {
    //! V17: what each body's decision does to an issue.
    use super::*;

    #[test]
    fn v17_a_decision_takes_an_issue_on() {
        use BodyKind as B;
        use DecisionKind as D;
        use Stage as S;
        for (now, body, decision, then) in [
            (S::Received, B::CaseReview, D::Acknowledged, S::Sorting),
            (S::Sorting, B::CaseReview, D::Approved, S::Theme),
            (S::Sorting, B::Steering, D::Approved, S::Theme),
            (S::Theme, B::Steering, D::Approved, S::Deliberating),
            (S::Theme, B::Plenary, D::Approved, S::Deliberating),
            (S::Theme, B::Subcommittee, D::Acknowledged, S::Deliberating),
            (S::Deliberating, B::Subcommittee, D::Approved, S::Deliberating),
            (S::Deliberating, B::Plenary, D::Acknowledged, S::Reported),
            (S::Reported, B::Plenary, D::Approved, S::Approved),
            (S::Reported, B::Plenary, D::Continued, S::Continued),
            (S::Reported, B::Plenary, D::Returned, S::Returned),
            (S::Reported, B::Steering, D::Returned, S::Reported),
            (S::Approved, B::Plenary, D::Other, S::Approved),
            (S::Proposed, B::Plenary, D::Approved, S::Proposed),
        ] {
            assert_eq!(stage_by_decision(now, body, decision), then, "{now:?} {body:?} {decision:?}");
        }
    }
}
