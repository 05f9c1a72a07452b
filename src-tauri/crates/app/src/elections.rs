//! Recording an election of an officer (役員の選出).

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use entaku_domain::FiscalYear;
use entaku_domain::id::{MeetingId, OfficeId, PersonId};
use entaku_domain::office::{Election, Method, Office, check_election, succession_end};
use entaku_domain::violation::{Violation, forbids};
use entaku_store::Action;

/// An election to be recorded.
#[derive(Debug, Clone)]
pub struct RecordElection {
    /// The body, by handle or name.
    pub body: String,
    /// 会長, 副会長, 座長, 副座長, 部会長.
    pub title: String,
    /// Who was elected.
    pub person: PersonId,
    /// The meeting at which it was held.
    pub meeting: MeetingId,
    /// How.
    pub method: Method,
    /// Whether the present holder hands the office on.
    pub replaces: bool,
}

impl App {
    /// Records an election: the office begins on the day of the meeting, and
    /// with it any seat that derives from it (V8, V9).
    ///
    /// # Errors
    /// [`AppError::Rules`] with everything that forbids it.
    pub fn record_election(&mut self, ask: &RecordElection) -> Result<Written<OfficeId>> {
        let council = self.snapshot()?;
        let body = council.body(&ask.body)?;
        let meeting = council
            .meetings
            .iter()
            .find(|m| m.id == ask.meeting)
            .ok_or_else(|| AppError::UnknownMeeting(ask.meeting.to_string()))?;
        let version =
            council.version(body.id, meeting.year()).ok_or(AppError::NothingInYear(meeting.year().number()))?;
        let rule = version
            .officers
            .iter()
            .find(|o| o.title == ask.title)
            .ok_or_else(|| AppError::UnknownRecord(ask.title.clone()))?;
        let holder =
            council.offices_on(body.id, meeting.date).find(|o| o.title == ask.title).filter(|_| ask.replaces).cloned();
        let election = Election {
            body: body.id,
            title: ask.title.clone(),
            count: rule.count,
            person: ask.person,
            on: meeting.date,
            held_by: Some(meeting.body),
            method: ask.method,
        };
        let found = check_election(&election, &council.appointments, &council.offices, holder.as_ref().map(|o| o.id));
        if forbids(&found) {
            return Err(AppError::Rules(found));
        }
        let appointment = council
            .sittings(body.id, meeting.date)
            .into_iter()
            .filter_map(|s| s.appointment)
            .find(|a| a.person == ask.person)
            .map(|a| a.id)
            .ok_or_else(|| AppError::Rules(vec![Violation::OfficerNotMember { on: meeting.date }]))?;
        let office = |id| Office {
            id,
            body: body.id,
            title: ask.title.clone(),
            person: ask.person,
            appointment,
            elected_at: Some(meeting.id),
            method: ask.method,
            start: meeting.date,
            end: None,
        };
        let subject = format!("{}　{}", council.body_name(body.id, FiscalYear::of(meeting.date)), ask.title);
        self.change(Action::new("record_election").about(subject), found, |tx| {
            if let Some(held) = holder {
                tx.put_office(&Office { end: Some(succession_end(meeting.date)), ..held })?;
            }
            let id = OfficeId::new(tx.new_id());
            tx.put_office(&office(id))?;
            Ok(id)
        })
    }
}
