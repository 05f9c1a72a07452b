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
    /// A paper that belongs to a member's leaving (退任の書類), by the code of its kind of letter.
    LeavingPaper {
        Resignation = "resignation", "辞任届";
        Release = "release", "解嘱状";
        Thanks = "thanks", "礼状";
    }
}

/// The papers that practice has for a reason, to a member of a kind: none goes to
/// somebody who died, and none to an observer.
pub fn papers(reason: EndReason, kind: MemberKind) -> &'static [LeavingPaper] {
    use LeavingPaper as P;
    match (kind, reason) {
        (MemberKind::Observer, _) => &[],
        (_, EndReason::Died | EndReason::Replaced | EndReason::RemainingTerm) => &[],
        (_, EndReason::Resigned) => &[P::Resignation, P::Release, P::Thanks],
        (_, EndReason::Expired | EndReason::LostCategory | EndReason::Transferred | EndReason::Released) => {
            &[P::Release, P::Thanks]
        }
    }
}

#[cfg(test)]
mod tests {
    //! Each reason with its papers, by practice.
    use super::*;
    use crate::letter::LetterKind;

    #[test]
    fn each_reason_has_its_papers() {
        use {EndReason as R, LeavingPaper as P, MemberKind as K};
        for (reason, kind, expected) in [
            (R::Resigned, K::Regular, &[P::Resignation, P::Release, P::Thanks][..]),
            (R::Expired, K::Regular, &[P::Release, P::Thanks]),
            (R::LostCategory, K::Temporary, &[P::Release, P::Thanks]),
            (R::Transferred, K::Regular, &[P::Release, P::Thanks]),
            (R::Released, K::Regular, &[P::Release, P::Thanks]),
            (R::Died, K::Regular, &[]),
            (R::Resigned, K::Observer, &[]),
            (R::RemainingTerm, K::Regular, &[]),
        ] {
            assert_eq!(papers(reason, kind), expected, "{reason:?} {kind:?}");
        }
    }

    #[test]
    fn each_paper_is_a_kind_of_letter() {
        for paper in LeavingPaper::ALL {
            assert_eq!(LetterKind::from_code(paper.code()).map(LetterKind::label), Ok(paper.label()));
        }
    }
}
