//! What the council knows of what happened at a meeting, for its record (会議録).

use super::page::meeting;
use crate::council::App;
use crate::error::Result;
use crate::snapshot::Snapshot;
use crate::text::{self, labels};
use entaku_domain::id::MeetingId;
use entaku_domain::meeting::{Attendance, Meeting, Presence};
use std::collections::BTreeMap;

/// How many changes back a meeting's history is looked for.
const DEPTH: u32 = 2000;

/// A decision that is known of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Decision {
    /// What it is on: an issue with number and title, a proposal, an election.
    pub subject: String,
    /// What was decided, in Japanese.
    pub text: String,
    /// The issue's identifier, where it is one.
    pub issue: Option<String>,
}

/// A change in a meeting's history.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct MeetingChange {
    /// Its number.
    #[ts(type = "number")]
    pub change: i64,
    /// When, as RFC 3339 in UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What, in Japanese.
    pub action: String,
    /// What it was done to.
    pub subject: Option<String>,
    /// Whether it was taken back.
    pub undone: bool,
}

/// What is closed to the public at a meeting, and why.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ClosedPart {
    /// The meeting, an item or a paper, in Japanese.
    pub part: String,
    /// Why.
    pub reason: String,
}

/// What is known for the record of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct MeetingRecord {
    /// Who attended, in a sentence.
    pub attendance: String,
    /// Names of those who came, as they are spoken of.
    pub present: Vec<String>,
    /// Names of those who did not.
    pub absent: Vec<String>,
    /// Titles of the papers.
    pub papers: Vec<String>,
    /// What is closed.
    pub closed: Vec<ClosedPart>,
    /// What was decided.
    pub decisions: Vec<Decision>,
}

impl App {
    /// What is known for the record of a meeting.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`].
    pub fn meeting_record(&self, id: MeetingId) -> Result<MeetingRecord> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let mut recorded: BTreeMap<_, _> = self.store.attendance(id)?.into_iter().map(|a| (a.appointment, a)).collect();
        let sittings = council.at_meeting(m);
        let seated = sittings.iter().filter_map(|s| Some((s.appointment?, s.person?)));
        let mut people: Vec<(String, Option<Presence>)> =
            seated.map(|(a, p)| (p.name_on(m.date).full(), recorded.remove(&a.id).map(|r| r.presence))).collect();
        // As in the list of attendance: what was recorded stays, even of one who sits there no more.
        let stray = |a: &Attendance| {
            let person = council.appointment(a.appointment)?.person;
            Some((council.name_of(person, m.date)?, Some(a.presence)))
        };
        people.extend(recorded.values().filter_map(stray));
        let counts = Presence::ALL.iter().map(|p| {
            let n = people.iter().filter(|(_, presence)| *presence == Some(*p)).count();
            (p.label(), n)
        });
        let named = |there: bool| {
            let is = move |p: &&(String, Option<Presence>)| p.1.is_some_and(|p| p.is_there() == there);
            people.iter().filter(is).map(|(name, _)| name.clone()).collect()
        };
        Ok(MeetingRecord {
            attendance: text::meetings::attendance(people.len(), &counts.collect::<Vec<_>>()),
            present: named(true),
            absent: named(false),
            papers: self.papers_in_order(id)?.into_iter().map(|p| format!("{}　{}", p.number, p.title)).collect(),
            closed: self.closed_parts(m)?,
            decisions: self.decisions(&council, m)?,
        })
    }

    fn closed_parts(&self, m: &Meeting) -> Result<Vec<ClosedPart>> {
        let part = |part: String, reason: &Option<String>| reason.clone().map(|reason| ClosedPart { part, reason });
        let whole = part(text::meetings::WHOLE_MEETING.to_owned(), &m.closed_reason);
        let agenda = self.store.agenda(m.id)?;
        let items = agenda.iter().filter_map(|i| part(i.title.clone(), &i.closed_reason));
        let papers = self.papers_in_order(m.id)?;
        let papers = papers.iter().filter_map(|p| part(format!("{}　{}", p.number, p.title), &p.closed_reason));
        Ok(whole.into_iter().chain(items).chain(papers).collect())
    }

    /// Elections, steps of issues and proposals that name the meeting.
    fn decisions(&self, council: &Snapshot, m: &Meeting) -> Result<Vec<Decision>> {
        let mut found = self.election_decision(council, m)?;
        found.extend(self.issue_decisions(m)?);
        Ok(found)
    }

    /// What was decided on issues and proposals: what each is on, and the words.
    pub(crate) fn other_decisions(&self, m: &Meeting) -> Result<Vec<(String, String)>> {
        let of = |d: Decision| (d.subject.clone(), format!("{}　{}", d.subject, d.text));
        Ok(self.issue_decisions(m)?.into_iter().map(of).collect())
    }

    fn election_decision(&self, council: &Snapshot, m: &Meeting) -> Result<Vec<Decision>> {
        let elected = self.election_record(council, m)?;
        let elected = (!elected.is_empty()).then(|| Decision {
            subject: text::meetings::ELECTION.to_owned(),
            text: elected.concat(),
            issue: None,
        });
        Ok(elected.into_iter().collect())
    }

    fn issue_decisions(&self, m: &Meeting) -> Result<Vec<Decision>> {
        let issues = self.store.issues()?;
        let mut events = self.store.all_issue_events()?;
        events.retain(|e| e.meeting == Some(m.id));
        let steps = events.iter().filter_map(|e| {
            let issue = issues.iter().find(|i| i.id == e.issue)?;
            let subject = format!("{}　{}", labels::issue_number(issue), issue.title);
            let text = text::meetings::step(e.stage.label(), &e.text);
            Some(Decision { subject, text, issue: Some(issue.id.to_string()) })
        });
        let proposals = self.store.proposals()?;
        let approved = proposals.iter().filter(|p| p.approved_at == Some(m.id));
        let approved = approved.map(|p| Decision {
            subject: text::meetings::PROPOSAL.to_owned(),
            text: format!("{}（{}）", p.title, p.addressee),
            issue: None,
        });
        Ok(steps.chain(approved).collect())
    }

    /// The changes of a meeting, of its agenda, papers and attendance, latest first.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`].
    pub fn meeting_history(&self, id: MeetingId) -> Result<Vec<MeetingChange>> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let title = council.meeting_title(m);
        let mut found = BTreeMap::new();
        let mut rows = vec![("meeting", id.to_string())];
        rows.extend(self.store.agenda(id)?.into_iter().map(|i| ("agenda_item", i.id.to_string())));
        rows.extend(self.store.papers(id)?.into_iter().map(|p| ("paper", p.id.to_string())));
        rows.extend(self.store.attendance(id)?.into_iter().map(|a| ("attendance", a.id.to_string())));
        rows.extend(self.day_rows(id)?);
        for (table, row) in rows {
            found.extend(self.store.history_of(table, &row)?.into_iter().map(|c| (c.id, c)));
        }
        let named = |c: &entaku_store::Change| c.subject.as_ref().is_some_and(|s| s.starts_with(&title));
        found.extend(self.store.history(DEPTH)?.into_iter().filter(named).map(|c| (c.id, c)));
        Ok(found.into_values().rev().map(change_row).collect())
    }
}

fn change_row(change: entaku_store::Change) -> MeetingChange {
    MeetingChange {
        change: change.id.0,
        at: change.at.to_rfc3339(),
        actor: change.actor,
        action: text::action(&change.action),
        subject: change.subject,
        undone: change.undone_by.is_some(),
    }
}

#[cfg(test)]
mod tests {
    //! What no command can make any more, and old files may hold.
    #![allow(clippy::unwrap_used)]
    use crate::council::App;
    use crate::members::correction::Correction;
    use entaku_domain::appointment::{Appointment, EndReason};
    use entaku_domain::term::EndWish;
    use entaku_store::Action;

    #[test]
    fn v15_attendance_of_one_who_had_left_is_shown_and_holds_no_letter_up() {
        let clock = || chrono::DateTime::from_timestamp(1_790_823_600, 0).unwrap();
        let mut app = App::sample_in_memory(clock).unwrap();
        let council = app.snapshot().unwrap();
        let held = council.meetings.iter().find(|m| m.date.to_string() == "2026-06-24").unwrap();
        let attended = app.store.attendance(held.id).unwrap();
        let rests = |a: &Appointment| council.offices.iter().any(|o| o.appointment == a.id);
        let mut members = attended.iter().filter_map(|a| council.appointment(a.appointment));
        let left = Appointment {
            ended_on: "2026-06-01".parse().ok(),
            end_reason: Some(EndReason::Resigned),
            ..members.find(|a| !rests(a)).unwrap().clone()
        };
        app.change(Action::new("test"), Vec::new(), |tx| Ok(tx.put_appointment(&left)?)).unwrap();
        let list = app.list_attendance(held.id).unwrap();
        let record = app.meeting_record(held.id).unwrap();
        assert!(list.rows.iter().any(|r| r.stray));
        assert_eq!(record.attendance, list.summary);
        assert_eq!(record.present.len() + record.absent.len(), attended.len());
        let ask = |on: &str| Correction {
            start: left.start,
            decided_on: left.decided_on,
            letter_number: Some("障福第1号".to_owned()),
            exception: None,
            wish: EndWish::default(),
            ended: Some((on.parse().unwrap(), EndReason::Resigned)),
        };
        assert!(app.update_appointment(left.id, &ask("2026-06-01")).is_ok());
        assert!(app.update_appointment(left.id, &ask("2026-07-01")).is_ok(), "mended");
        assert!(app.update_appointment(left.id, &ask("2026-06-23")).is_err(), "and not undone again");
    }
}
