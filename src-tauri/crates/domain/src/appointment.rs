//! Appointments (委嘱・選任): who sits where, from when to when (V3, V6, V7, V11).

use crate::Day;
use crate::body::{BodyVersion, Verb};
use crate::id::{AppointmentId, BodyId, MeetingId, PersonId, SeatId};
use crate::violation::Violation;

coded! {
    /// What kind of member an appointment makes (委員の種別).
    MemberKind {
        Regular = "regular", "委員";
        Temporary = "temporary", "臨時委員";
        Observer = "observer", "オブザーバー";
    }
}

coded! {
    /// Which reading gave the planned end (任期満了日の根拠).
    EndRule {
        ByRule = "by_rule", "条文どおり";
        Remaining = "remaining", "残任期間";
        Shortened = "shortened", "短縮";
        /// The rules give no end, or not yet; any end was set by hand:
        NoTerm = "none", "定めなし";
    }
}

coded! {
    /// Why an appointment ended or is shorter (終了・短縮の理由).
    EndReason {
        Expired = "expired", "任期満了";
        Resigned = "resigned", "辞任";
        LostCategory = "lost_category", "失職";
        Died = "died", "死亡";
        Released = "released", "解嘱";
        Transferred = "transferred", "人事異動";
        Replaced = "replaced", "役員の交代";
        RemainingTerm = "remaining_term", "残任期間";
    }
}

/// How a subcommittee's member was selected (V11).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum SelectionRoute {
    /// By the steering meeting (運営会議において選任).
    SteeringMeeting {
        /** The meeting. */
        meeting: MeetingId,
    },
    /// By the subcommittee's head, where needed (専門部会長が選任).
    Head {
        /** The head's name. */
        name: String,
        /** The day. */
        on: Day,
    },
}

/// An appointment to a body (委嘱・選任).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// Its identifier.
    pub id: AppointmentId,
    /// The seat taken.
    pub seat: SeatId,
    /// The seat's body.
    pub body: BodyId,
    /// Who.
    pub person: PersonId,
    /// The category under which the person sits; it belongs to the appointment, not to the person.
    pub category: Option<u8>,
    /// 委嘱, 選任, 任命 or 充て職.
    pub verb: Verb,
    /// Regular, temporary or observer.
    pub kind: MemberKind,
    /// Day of the decision (決裁日).
    pub decided_on: Option<Day>,
    /// First day (委嘱日), which decides the fiscal year (V5).
    pub start: Day,
    /// Planned last day (満了日).
    pub end: Option<Day>,
    /// Which reading gave the planned last day.
    pub end_rule: EndRule,
    /// Actual last day, when it ended before the planned one.
    pub ended_on: Option<Day>,
    /// Why it ended, or why it is shorter.
    pub end_reason: Option<EndReason>,
    /// The appointment that this one replaces.
    pub predecessor: Option<AppointmentId>,
    /// How a subcommittee's member was selected.
    pub route: Option<SelectionRoute>,
    /// Number of the letter (委嘱状の番号).
    pub letter_number: Option<String>,
    /// Why the limit of reappointments is not kept (再任の上限の例外とする理由).
    pub exception: Option<String>,
}

impl Appointment {
    /// The last day that counts: the actual one, else the planned one.
    pub fn last_day(&self) -> Option<Day> {
        self.ended_on.or(self.end)
    }

    /// Whether it is open on a day.
    pub fn is_open_on(&self, day: Day) -> bool {
        self.start <= day && self.last_day().is_none_or(|last| day <= last)
    }

    /// Whether two appointments share a day.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.last_day().is_none_or(|last| other.start <= last) && other.last_day().is_none_or(|last| self.start <= last)
    }
}

/// V7: one person, one open appointment per body.
pub fn check_overlap(new: &Appointment, existing: &[Appointment]) -> Option<Violation> {
    existing
        .iter()
        .find(|a| a.id != new.id && a.person == new.person && a.body == new.body && a.overlaps(new))
        .map(|a| Violation::AlreadyAppointed { start: a.start, end: a.last_day() })
}

/// Whether an appointment may end on a day: once, and within its term (V2).
pub fn check_ending(appointment: &Appointment, on: Day) -> Option<Violation> {
    if let Some(ended) = appointment.ended_on {
        return Some(Violation::AlreadyEnded { on: ended });
    }
    if on < appointment.start {
        return Some(Violation::LeftBeforeStart { start: appointment.start, on });
    }
    appointment.end.filter(|end| on > *end).map(|end| Violation::EndAfterTerm { end, on })
}

/// V6: the category exists in the version valid on that day, and is named where
/// categories tell the members apart. Temporary members and observers may have none.
pub fn check_category(version: &BodyVersion, category: Option<u8>, on: Day) -> Option<Violation> {
    match category {
        Some(number) if version.category(number).is_none() => Some(Violation::UnknownCategory { number, on }),
        None if version.is_categorised() => Some(Violation::UnknownCategory { number: 0, on }),
        _ => None,
    }
}

/// V6: a category is never edited in mid-term.
pub fn check_category_change(from: Option<u8>, to: Option<u8>) -> Option<Violation> {
    match (from, to) {
        (Some(from), Some(to)) if from != to => Some(Violation::CategoryChange { from, to }),
        _ => None,
    }
}

/// V6: categories for which no regular member sits on a day.
pub fn empty_categories(version: &BodyVersion, appointments: &[Appointment], on: Day) -> Vec<Violation> {
    let taken = |number| {
        let sits = |a: &Appointment| a.body == version.body && a.is_open_on(on) && a.kind == MemberKind::Regular;
        appointments.iter().any(|a| sits(a) && a.category == Some(number))
    };
    version
        .categories
        .iter()
        .filter(|c| !taken(c.number))
        .map(|c| Violation::EmptyCategory { number: c.number })
        .collect()
}

/// V11: a subcommittee's member needs a way of selection.
pub fn check_route(verb: Verb, route: Option<&SelectionRoute>) -> Option<Violation> {
    (verb == Verb::Select && route.is_none()).then_some(Violation::NoSelectionRoute)
}

#[cfg(test)]
mod tests;
