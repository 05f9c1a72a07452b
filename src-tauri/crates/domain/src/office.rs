//! Offices (役職): chairs and heads, created by elections (V8, V9).

use crate::Day;
use crate::appointment::Appointment;
use crate::id::{AppointmentId, BodyId, MeetingId, OfficeId, PersonId};
use crate::meeting::Meeting;
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
    /// The appointment on which the person sits in the body that day; in a
    /// derived seat (V9) that of the other body. None where the person does not sit there.
    pub seated: Option<AppointmentId>,
    /// The day.
    pub on: Day,
    /// Body of the meeting where it was held.
    pub held_by: Option<BodyId>,
    /// How.
    pub method: Method,
    /// Whether the body's rules want an election among the members, see [`wants_election`].
    pub by_election: bool,
}

/// Whether a body's rule for an officer (選任方法の定め) wants an election among the members.
pub fn wants_election(rule: Option<&str>) -> bool {
    rule.is_some_and(|text| text.contains("互選"))
}

/// V8: a meeting elects when it has been held: not one called off, not one still to come.
pub fn check_held(meeting: &Meeting, today: Day) -> Option<Violation> {
    if !meeting.state.takes_place() {
        return Some(Violation::MeetingCancelled { on: meeting.date });
    }
    (meeting.date > today).then_some(Violation::MeetingNotYet { on: meeting.date })
}

/// V8/V9: checks an election against the members and offices of the body on that day,
/// and against offices that begin later. The present holder of a title that is
/// handed on ends the day before (see [`succession_end`]) and does not count as taking it.
pub fn check_election(
    election: &Election,
    members: &[Appointment],
    offices: &[Office],
    replaced: Option<OfficeId>,
) -> Vec<Violation> {
    let on = election.on;
    let mut found = Vec::new();
    let seated = members.iter().find(|a| Some(a.id) == election.seated);
    if !seated.is_some_and(|a| a.person == election.person && a.is_open_on(on)) {
        found.push(Violation::OfficerNotMember { on });
    }
    let elected = election.method == Method::MutualElection;
    if election.by_election && !elected {
        found.push(Violation::NotByElection { title: election.title.clone() });
    }
    if (elected || election.by_election) && election.held_by != Some(election.body) {
        found.push(Violation::NotElectedHere);
    }
    let others = Others { election, members, offices, replaced };
    let same: Vec<&Office> = others.held_on(on).collect();
    if let Some(first) = same.first().filter(|_| same.len() >= usize::from(election.count)) {
        let title = election.title.clone();
        // An office begins and ends on whole days: nobody hands on what they were given that day.
        found.push(match first.start == on {
            true => Violation::OfficeSameDay { title, on },
            false => Violation::OfficeTaken { title, since: first.start },
        });
    }
    let last = others.last_free_day();
    if let Some(other) = others.second_office(seated, last) {
        found.push(Violation::TwoOffices { title: other.title.clone() });
    }
    found
}

/// V8: an election that is recorded late: the last day before so many later
/// holders have begun that the title is full. None where nobody follows.
pub fn end_before_next(
    election: &Election,
    members: &[Appointment],
    offices: &[Office],
    replaced: Option<OfficeId>,
) -> Option<Day> {
    Others { election, members, offices, replaced }.last_free_day()
}

/// The body's offices beside one that is about to be recorded.
struct Others<'a> {
    election: &'a Election,
    members: &'a [Appointment],
    offices: &'a [Office],
    replaced: Option<OfficeId>,
}

impl<'a> Others<'a> {
    fn of_body(&self) -> impl Iterator<Item = &'a Office> {
        let (body, replaced) = (self.election.body, self.replaced);
        self.offices.iter().filter(move |o| o.body == body && Some(o.id) != replaced)
    }

    fn last_day(&self, office: &Office) -> Option<Day> {
        office.last_day(self.members.iter().find(|a| a.id == office.appointment))
    }

    /// Who holds the title on a day.
    fn held_on(&self, on: Day) -> impl Iterator<Item = &'a Office> {
        let holds = move |o: &&Office| o.title == self.election.title && o.start <= on;
        self.of_body().filter(holds).filter(move |o| self.last_day(o).is_none_or(|last| on <= last))
    }

    /// The day before the first later one on which the title is full.
    fn last_free_day(&self) -> Option<Day> {
        let election = self.election;
        let later = self.of_body().filter(|o| o.title == election.title && o.start > election.on).map(|o| o.start);
        let full = later.filter(|day| self.held_on(*day).count() >= usize::from(election.count)).min()?;
        Some(succession_end(full))
    }

    /// Another office that the person holds on any day from the election on, until `last`.
    fn second_office(&self, seated: Option<&Appointment>, last: Option<Day>) -> Option<&'a Office> {
        let election = self.election;
        let until = match (last, seated.and_then(Appointment::last_day)) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        self.of_body()
            .filter(|o| o.person == election.person && o.title != election.title)
            .filter(|o| until.is_none_or(|until| o.start <= until))
            .find(|o| self.last_day(o).is_none_or(|end| election.on <= end))
    }
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
