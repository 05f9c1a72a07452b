//! From asking for a nomination to the letter (推薦依頼から委嘱状まで): one row per seat and round.

use crate::Day;
use crate::id::{NominationId, OrganizationId, PersonId, SeatId};

/// How far the filling of a seat has come (推薦・委嘱の進み具合).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nomination {
    /// Its identifier.
    pub id: NominationId,
    /// The seat to be filled.
    pub seat: SeatId,
    /// The organisation asked (推薦団体).
    pub organization: Option<OrganizationId>,
    /// Request sent (推薦依頼日).
    pub asked_on: Option<Day>,
    /// Answer due (回答期限).
    pub due_on: Option<Day>,
    /// Answer received (推薦書の受領日).
    pub replied_on: Option<Day>,
    /// The person nominated.
    pub person: Option<PersonId>,
    /// Consent received (就任承諾日).
    pub consented_on: Option<Day>,
    /// Decision (決裁日).
    pub decided_on: Option<Day>,
}

coded! {
    /// Where a nomination stands (推薦の段階).
    NominationStage {
        NotAsked = "not_asked", "推薦依頼前";
        Asked = "asked", "推薦依頼中";
        Replied = "replied", "推薦書受領";
        Consented = "consented", "就任承諾済";
        Decided = "decided", "決裁済";
    }
}

impl Nomination {
    /// The furthest step with a day.
    pub fn stage(&self) -> NominationStage {
        if self.decided_on.is_some() {
            NominationStage::Decided
        } else if self.consented_on.is_some() {
            NominationStage::Consented
        } else if self.replied_on.is_some() {
            NominationStage::Replied
        } else if self.asked_on.is_some() {
            NominationStage::Asked
        } else {
            NominationStage::NotAsked
        }
    }

    /// Whether the answer is overdue on a day.
    pub fn is_overdue(&self, on: Day) -> bool {
        self.replied_on.is_none() && self.due_on.is_some_and(|due| due < on)
    }
}
