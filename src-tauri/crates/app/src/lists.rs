//! The lists that a screen or the command line opens with.

use crate::council::App;
use crate::error::{AppError, Result};
use crate::text::{self, labels};
use entaku_domain::appointment::empty_categories;
use entaku_domain::body::{BodyKind, check_steering};
use entaku_domain::office::vacancies;
use entaku_domain::seat::Filler;
use entaku_domain::violation::Violation;
use entaku_domain::{Day, FiscalYear};

/// A body in a list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct BodyRow {
    /// Its handle.
    pub key: String,
    /// Its name in that year.
    pub name: String,
    /// Its name, with that of its parent where others have the same.
    pub full_name: String,
    /// What it is to the council, in Japanese.
    pub kind: String,
    /// Whether it is the council's own, not one that it deals with.
    pub is_internal: bool,
    /// Seats that exist on that day.
    pub seats: u32,
    /// Seats that are vacant.
    pub vacant: u32,
}

/// A meeting in a list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct MeetingRow {
    /// Its identifier.
    pub id: String,
    /// 令和8年度 第2回 全体会.
    pub title: String,
    /// Handle of its body.
    pub body: String,
    /// ISO date.
    pub date: String,
    /// 第n回.
    pub number: u16,
    /// Where it stands, in Japanese.
    pub state: String,
}

/// A seat in a list of members.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct MemberRow {
    /// The appointment's identifier; none for a vacant seat.
    pub appointment: Option<String>,
    /// The seat's identifier.
    pub seat: String,
    /// The person's identifier, which tells namesakes apart; none for a vacant seat.
    pub person: Option<String>,
    /// The name; none for a vacant seat.
    pub name: Option<String>,
    /// Organisation and post, or what the seat expects.
    pub affiliation: String,
    /// The category's number.
    pub category: Option<u8>,
    /// The office held.
    pub office: Option<String>,
    /// First day, ISO.
    pub start: Option<String>,
    /// Last day, ISO.
    pub end: Option<String>,
    /// Number of the letter of appointment.
    pub letter_number: Option<String>,
}

impl App {
    /// The bodies of a fiscal year, with seats as of a day.
    ///
    /// # Errors
    /// Those of the store.
    pub fn list_bodies(&self, on: Day) -> Result<Vec<BodyRow>> {
        let council = self.snapshot()?;
        let year = FiscalYear::of(on);
        let rows = council.bodies_in(year).map(|(body, version)| {
            let sittings = council.sittings(body.id, on);
            let is_shared = council.bodies_in(year).any(|(b, v)| b.id != body.id && v.name == version.name);
            let parent = body.parent.filter(|_| is_shared).map(|p| council.body_name(p, year));
            BodyRow {
                key: body.key.clone(),
                name: version.name.clone(),
                full_name: labels::body_within(parent, &version.name),
                is_internal: body.kind.is_internal(),
                kind: body.kind.label().to_owned(),
                seats: count(sittings.iter().filter(|s| s.counts()).count()),
                vacant: count(sittings.iter().filter(|s| s.is_vacant()).count()),
            }
        });
        Ok(rows.collect())
    }

    /// Meetings by day: of one body or all, of one year or all.
    ///
    /// # Errors
    /// An unknown body.
    pub fn list_meetings(&self, body: Option<&str>, year: Option<FiscalYear>) -> Result<Vec<MeetingRow>> {
        let council = self.snapshot()?;
        let body = body.map(|b| council.body(b)).transpose()?.map(|b| b.id);
        let wanted = |m: &&entaku_domain::meeting::Meeting| {
            body.is_none_or(|b| m.is_of(b)) && year.is_none_or(|y| m.year() == y)
        };
        let mut meetings: Vec<_> = council.meetings.iter().filter(wanted).collect();
        meetings.sort_by_key(|m| (m.date, m.start.clone()));
        Ok(meetings
            .into_iter()
            .map(|m| MeetingRow {
                id: m.id.to_string(),
                title: council.meeting_title(m),
                body: council.body_by_id(m.body).map(|b| b.key.clone()).unwrap_or_default(),
                date: m.date.to_string(),
                number: m.number,
                state: m.state.label().to_owned(),
            })
            .collect())
    }

    /// Who sits in a body on a day.
    ///
    /// # Errors
    /// An unknown body.
    pub fn list_members(&self, body: &str, on: Day) -> Result<Vec<MemberRow>> {
        let council = self.snapshot()?;
        let body = council.body(body)?;
        let rows = council.sittings(body.id, on).into_iter().map(|s| MemberRow {
            appointment: s.appointment.map(|a| a.id.to_string()),
            seat: s.seat.id.to_string(),
            person: s.person.map(|p| p.id.to_string()),
            name: s.person.map(|p| p.name_on(on).full()),
            affiliation: s
                .person
                .map_or_else(|| council.filler_text(s.seat, on), |p| council.affiliation_text(p.id, on)),
            category: s.seat.category,
            office: s.person.and_then(|p| council.office_title(body.id, p.id, on)).map(str::to_owned),
            start: s.days.map(|(start, _)| start.to_string()),
            end: s.days.and_then(|(_, end)| end).map(|d| d.to_string()),
            letter_number: s.appointment.and_then(|a| council.letter_number(a)).map(str::to_owned),
        });
        Ok(rows.collect())
    }

    /// What the rules notice about a body on a day, in words: empty categories (V6),
    /// vacant offices (V8), derived seats (V10).
    ///
    /// # Errors
    /// An unknown body, or a year in which it does not exist.
    pub fn notices(&self, body: &str, on: Day) -> Result<Vec<String>> {
        let council = self.snapshot()?;
        let body = council.body(body)?;
        let year = FiscalYear::of(on);
        let version = council.version(body.id, year).ok_or(AppError::NothingInYear(year.number()))?;
        let mut found: Vec<Violation> = crate::bodies::resolution::missing(&council, body, year).into_iter().collect();
        if !council.seats.iter().any(|s| s.body == body.id && matches!(s.filler, Filler::HeadOf(_))) {
            found.extend(empty_categories(version, &council.appointments, on));
        }
        let titles: Vec<String> = version.officers.iter().map(|o| o.title.clone()).collect();
        found.extend(vacancies(&titles, body.id, &council.offices, &council.appointments, on));
        if body.kind == BodyKind::Steering {
            found.extend(self.steering_notices(&council, body.id, on));
        }
        Ok(found.iter().map(|v| text::violation(council.council.date_style, v)).collect())
    }

    fn steering_notices(
        &self,
        council: &crate::Snapshot,
        steering: entaku_domain::id::BodyId,
        on: Day,
    ) -> Vec<Violation> {
        let derived = council
            .seats
            .iter()
            .filter(|s| s.body == steering && s.exists_on(on) && matches!(s.filler, Filler::HeadOf(_)))
            .count();
        let year = FiscalYear::of(on);
        let heads: Vec<(String, bool)> = council
            .subcommittees(year)
            .map(|b| (council.body_name(b.id, year).to_owned(), council.head_of(b.id, on).is_some()))
            .collect();
        check_steering(derived, &heads)
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
