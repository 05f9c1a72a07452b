//! From asking for a nomination to the letter (推薦依頼から委嘱状まで): one row per seat and round.

use crate::Day;
use crate::id::{AppointmentId, NominationId, OrganizationId, PersonId, SeatId};

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
    /// The last day of the terms after which the round fills the seats (改選の基準日);
    /// none for a vacancy in mid-term (欠員の補充).
    pub round_on: Option<Day>,
    /// First day of the new term; the day after the round's where none is set.
    pub start_on: Option<Day>,
    /// Letter handed over (委嘱状の交付日).
    pub letter_on: Option<Day>,
    /// Entered in the roster (名簿の更新日).
    pub roster_on: Option<Day>,
    /// Due days that the office has set; the answer's is [`Nomination::due_on`].
    pub dues: DueDays,
    /// The appointment that came of it.
    pub appointment: Option<AppointmentId>,
    /// A note of the office.
    pub note: Option<String>,
}

/// Due days of a nomination that the office has set itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DueDays {
    /// For the request (推薦依頼).
    pub ask: Option<Day>,
    /// For the consent (就任承諾).
    pub consent: Option<Day>,
    /// For the decision (決裁).
    pub decide: Option<Day>,
    /// For the letter (委嘱状).
    pub letter: Option<Day>,
    /// For the roster (名簿).
    pub roster: Option<Day>,
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
    /// One that nothing has been done about yet.
    pub fn new(id: NominationId, seat: SeatId, round_on: Option<Day>) -> Self {
        Self {
            id,
            seat,
            organization: None,
            asked_on: None,
            due_on: None,
            replied_on: None,
            person: None,
            consented_on: None,
            decided_on: None,
            round_on,
            start_on: None,
            letter_on: None,
            roster_on: None,
            dues: DueDays::default(),
            appointment: None,
            note: None,
        }
    }

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
