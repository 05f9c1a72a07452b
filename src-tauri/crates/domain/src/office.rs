//! Offices (役職): chairs and heads, created by elections (V8, V9).

use crate::Day;
use crate::appointment::Appointment;
use crate::id::{AppointmentId, BodyId, MeetingId, OfficeId, PersonId};
use crate::violation::Violation;

coded! {
    /// How an officer was chosen (選任方法).
    Method {
        MutualElection = "mutual_election", "委員の互選";
        Nomination = "nomination", "指名";
        Other = "other", "その他";
        Unknown = "unknown", "不明";
    }
}

/// An office held by a member (役職).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// Its identifier.
    pub id: OfficeId,
    /// The body.
    pub body: BodyId,
    /// 会長, 副会長, 座長, 副座長, 部会長.
    pub title: String,
    /// Who.
    pub person: PersonId,
    /// The appointment on which it rests.
    pub appointment: AppointmentId,
    /// The meeting of the election, where it was held at one.
    pub elected_at: Option<MeetingId>,
    /// How chosen.
    pub method: Method,
    /// First day: that of the election.
    pub start: Day,
    /// Last day, when it ended or was handed on.
    pub end: Option<Day>,
}

impl Office {
    /// The last day that counts: an office never outlives its appointment (V8).
    pub fn last_day(&self, appointment: Option<&Appointment>) -> Option<Day> {
        match (self.end, appointment.and_then(Appointment::last_day)) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        }
    }

    /// Whether it is held on a day, given the appointment on which it rests.
    pub fn is_held_on(&self, day: Day, appointment: Option<&Appointment>) -> bool {
        self.start <= day && self.last_day(appointment).is_none_or(|last| day <= last)
    }
}

/// An election that is to be recorded (役員の選出).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Election {
    /// The body.
    pub body: BodyId,
    /// The title.
    pub title: String,
    /// How many may hold it at a time.
    pub count: u8,
    /// Who was elected.
    pub person: PersonId,
    /// The day.
    pub on: Day,
    /// Body of the meeting where it was held.
    pub held_by: Option<BodyId>,
    /// How.
    pub method: Method,
}

/// V8/V9: checks an election against the members and offices of the body on that day.
/// The present holder of a title that is handed on ends the day before (see
/// [`succession_end`]) and does not count as taking it.
pub fn check_election(
    election: &Election,
    members: &[Appointment],
    offices: &[Office],
    replaced: Option<OfficeId>,
) -> Vec<Violation> {
    let mut found = Vec::new();
    let sits = |a: &&Appointment| a.body == election.body && a.is_open_on(election.on);
    if !members.iter().any(|a| sits(&a) && a.person == election.person) {
        found.push(Violation::OfficerNotMember { on: election.on });
    }
    if election.method == Method::MutualElection && election.held_by != Some(election.body) {
        found.push(Violation::NotElectedHere);
    }
    let held: Vec<&Office> = offices
        .iter()
        .filter(|o| o.body == election.body && Some(o.id) != replaced)
        .filter(|o| o.is_held_on(election.on, members.iter().find(|a| a.id == o.appointment)))
        .collect();
    let same: Vec<&&Office> = held.iter().filter(|o| o.title == election.title).collect();
    if let Some(first) = same.first().filter(|_| same.len() >= usize::from(election.count)) {
        found.push(Violation::OfficeTaken { title: election.title.clone(), since: first.start });
    }
    if let Some(other) = held.iter().find(|o| o.person == election.person && o.title != election.title) {
        found.push(Violation::TwoOffices { title: other.title.clone() });
    }
    found
}

/// V9: when an office is handed on, the old one ends the day before.
pub fn succession_end(new_start: Day) -> Day {
    new_start.pred_opt().unwrap_or(new_start)
}

/// V8: titles that nobody holds on a day, with since when.
pub fn vacancies(
    titles: &[String],
    body: BodyId,
    offices: &[Office],
    members: &[Appointment],
    on: Day,
) -> Vec<Violation> {
    let appointment = |o: &Office| members.iter().find(|a| a.id == o.appointment);
    titles
        .iter()
        .filter_map(|title| {
            let of_title: Vec<&Office> =
                offices.iter().filter(|o| o.body == body && &o.title == title && o.start <= on).collect();
            if of_title.iter().any(|o| o.is_held_on(on, appointment(o))) {
                return None;
            }
            let last = of_title.iter().filter_map(|o| o.last_day(appointment(o))).max();
            let since = last.and_then(|d| d.succ_opt()).unwrap_or(on);
            Some(Violation::OfficeVacant { title: title.clone(), since })
        })
        .collect()
}

/// The days on which a derived seat is taken by one head (V9): from the
/// election until the office ends.
pub fn derived_days(office: &Office, appointment: Option<&Appointment>) -> (Day, Option<Day>) {
    (office.start, office.last_day(appointment))
}

#[cfg(test)]
mod tests;
