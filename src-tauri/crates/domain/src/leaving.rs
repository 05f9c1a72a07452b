//! Leaving before the term is over (退任): what was received, and which papers go out.

use crate::Day;
use crate::appointment::{EndReason, MemberKind};
use crate::id::AppointmentId;

/// What is recorded of a member's leaving, besides the last day and the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaving {
    /// The appointment that ended.
    pub appointment: AppointmentId,
    /// When the letter of resignation was received (辞任届の受理日).
    pub notice_on: Option<Day>,
    /// A note of the office.
    pub note: Option<String>,
}

coded! {
    /// A paper that goes out when a member leaves (退任の書類).
    LeavingPaper {
        Release = "release", "解嘱状";
        Thanks = "thanks", "礼状";
        Report = "report", "団体への通知";
    }
}

/// The papers that practice has for a reason, to a member of a kind: none is
/// sent to somebody who died, and none to an observer.
pub fn papers(reason: EndReason, kind: MemberKind, has_organization: bool) -> Vec<LeavingPaper> {
    use LeavingPaper as P;
    let own: &[P] = match (kind, reason) {
        (MemberKind::Observer, _) => return Vec::new(),
        (_, EndReason::Died) => &[],
        (_, EndReason::Expired) => &[P::Release, P::Thanks],
        (_, EndReason::LostCategory | EndReason::Transferred) => &[P::Release, P::Thanks],
        (_, EndReason::Resigned | EndReason::Released) => &[P::Release, P::Thanks],
        (_, EndReason::Replaced | EndReason::RemainingTerm) => &[],
    };
    let report = has_organization && !matches!(reason, EndReason::Replaced | EndReason::RemainingTerm);
    own.iter().copied().chain(report.then_some(P::Report)).collect()
}

#[cfg(test)]
mod tests {
    //! Each reason with its papers (practice).
    use super::*;

    #[test]
    fn each_reason_has_its_papers() {
        use {EndReason as R, LeavingPaper as P, MemberKind as K};
        for (reason, kind, organization, expected) in [
            (R::Resigned, K::Regular, true, &[P::Release, P::Thanks, P::Report][..]),
            (R::Resigned, K::Regular, false, &[P::Release, P::Thanks]),
            (R::Expired, K::Regular, true, &[P::Release, P::Thanks, P::Report]),
            (R::LostCategory, K::Temporary, false, &[P::Release, P::Thanks]),
            (R::Transferred, K::Regular, true, &[P::Release, P::Thanks, P::Report]),
            (R::Died, K::Regular, true, &[P::Report]),
            (R::Resigned, K::Observer, true, &[]),
            (R::RemainingTerm, K::Regular, true, &[]),
        ] {
            assert_eq!(papers(reason, kind, organization), expected, "{reason:?} {kind:?}");
        }
    }
}
