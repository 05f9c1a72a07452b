//! A council of thirty years: 10,000 appointments, 2,000 meetings, 20,000 papers.

use crate::{Outcome, now, row};
use entaku_app::App;
use entaku_app::roster::{self, RosterChoice};
use entaku_documents::Audience;
use entaku_domain::appointment::Appointment;
use entaku_domain::id::{AppointmentId, MeetingId, PaperId, PersonId, SeatId};
use entaku_domain::meeting::{Meeting, MeetingState};
use entaku_domain::paper::{Paper, PaperClass, PaperContent, PaperNumber};
use entaku_domain::person::Person;
use entaku_domain::roster::RosterOrder;
use entaku_domain::seat::Seat;
use entaku_domain::{Day, FiscalYear};
use entaku_store::{Access, Action, Actor, Store};
use std::path::Path;

pub(crate) fn measure() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    App::create_sample(folder.path(), now, "bench")?;
    grow(folder.path())?;
    row("opening a council of 30 years", "< 100 ms", || {
        Ok(App::open(folder.path(), Access::ReadWrite, now, "bench").map(drop)?)
    })?;
    let year = FiscalYear::new(2026);
    row("opening it and listing the year's meetings", "< 100 ms", || {
        let store = Store::open(folder.path(), Access::ReadWrite, now())?;
        store.meetings_where(None, year)?;
        Ok(())
    })?;
    row("opening it and reading the whole council", "", || {
        App::open(folder.path(), Access::ReadWrite, now, "bench")?.snapshot()?;
        Ok(())
    })?;
    row("opening it and the roster's lines of a day", "", || {
        App::open(folder.path(), Access::ReadWrite, now, "bench")?.list_members("zentaikai", day(2026, 10)?)?;
        Ok(())
    })
}

/// A year of 60 meetings with 600 papers: its plan, what is due in it, and its files.
pub(crate) fn full_year() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    App::create_sample(folder.path(), now, "bench")?;
    fill_year(folder.path())?;
    let app = App::open(folder.path(), Access::ReadOnly, now, "bench")?;
    let year = FiscalYear::new(2027).ok_or("year")?;
    row("the plan of a year of 60 meetings and 600 papers", "< 200 ms", || Ok(app.year_plan(year).map(drop)?))?;
    row("the list of its 60 meetings", "< 200 ms", || Ok(app.year_meetings(None, Some(year)).map(drop)?))?;
    row("what is due in it, counted from each meeting", "", || Ok(app.year_tasks(year).map(drop)?))?;
    row("the next year proposed from it", "", || {
        Ok(app.propose_year(year.plus(1), entaku_domain::lay_out::Pattern::LastYear).map(drop)?)
    })
}

/// Sixty meetings of the bodies that meet, ten papers each, in 2027年度.
fn fill_year(folder: &Path) -> Outcome<()> {
    let mut store = Store::open(folder, Access::ReadWrite, now())?;
    let models = store.meetings()?;
    let first = Day::from_ymd_opt(2027, 4, 1).ok_or("day")?;
    store.change(&Actor::new("bench"), Action::new("load_sample"), now(), |tx| -> Outcome<()> {
        for n in 0..60_u16 {
            let id = MeetingId::new(tx.new_id());
            let date = first + chrono::Days::new(u64::from(n) * 6);
            let model = &models[usize::from(n) % models.len()];
            tx.put_meeting(&Meeting { id, date, number: n + 1, state: MeetingState::Draft, ..model.clone() })?;
            for k in 1..=10 {
                tx.put_paper(&paper(PaperId::new(tx.new_id()), id, k))?;
            }
        }
        Ok(())
    })?;
    Ok(())
}

/// A body with far more members than any has: what grows with them squared would show.
pub(crate) fn crowd() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    App::create_sample(folder.path(), now, "bench")?;
    fill(folder.path(), 10_000)?;
    let on = day(2026, 10)?;
    for (what, order) in [("", RosterOrder::ByCategory), (", by syllabary", RosterOrder::BySyllabary)] {
        let what = format!("roster of a body with 10,000 appointments{what}, from the store to .xlsx");
        row(&what, "< 500 ms", || {
            let council = App::open(folder.path(), Access::ReadOnly, now, "bench")?.snapshot()?;
            let choice = RosterChoice::usual(on, order, Audience::Internal);
            let sheet = roster::sheet(&council, council.body_on("zentaikai", on)?, &choice);
            Ok(entaku_sheets::xlsx(&sheet).map(drop)?)
        })?;
    }
    Ok(())
}

/// Seats so many people in 全体会, some of them namesakes.
pub(crate) fn fill(folder: &Path, people: usize) -> Outcome<()> {
    let mut store = Store::open(folder, Access::ReadWrite, now())?;
    let council = App::open(folder, Access::ReadOnly, now, "bench")?.snapshot()?;
    let body = council.body("zentaikai")?.id;
    let sittings = council.sittings(body, day(2026, 10)?);
    let models: Vec<(Seat, Appointment, Person)> =
        sittings.iter().filter_map(|s| Some((s.seat.clone(), s.appointment?.clone(), s.person?.clone()))).collect();
    store.change(&Actor::new("bench"), Action::new("load_sample"), now(), |tx| -> Outcome<()> {
        for n in 0..people {
            let (seat, appointment, person) = &models[n % models.len()];
            let (seat_id, person_id) = (SeatId::new(tx.new_id()), PersonId::new(tx.new_id()));
            let mut name = person.name.clone();
            name.given = format!("{}{}", name.given, n % 7_000);
            tx.put_person(&Person { id: person_id, name, ..person.clone() })?;
            tx.put_seat(&Seat { id: seat_id, order: n as i64, ..seat.clone() })?;
            let id = AppointmentId::new(tx.new_id());
            let seated = Appointment { id, seat: seat_id, person: person_id, predecessor: None, ..appointment.clone() };
            tx.put_appointment(&seated)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn day(year: i32, month: u32) -> Outcome<Day> {
    Ok(Day::from_ymd_opt(year, month, 14).ok_or("day")?)
}

/// Adds ended appointments, held meetings and their papers, by the one door for writes.
fn grow(folder: &Path) -> Outcome<()> {
    let mut store = Store::open(folder, Access::ReadWrite, now())?;
    let appointments = store.appointments()?;
    let meetings = store.meetings()?;
    store.change(&Actor::new("bench"), Action::new("load_sample"), now(), |tx| -> Outcome<()> {
        for n in 0..10_000 {
            tx.put_appointment(&aged(&appointments[n % appointments.len()], n, AppointmentId::new(tx.new_id())))?;
        }
        for n in 0..2_000 {
            let id = MeetingId::new(tx.new_id());
            tx.put_meeting(&past_meeting(&meetings[n % meetings.len()], n, id)?)?;
            for k in 1..=10 {
                tx.put_paper(&paper(PaperId::new(tx.new_id()), id, k))?;
            }
        }
        Ok(())
    })?;
    Ok(())
}

/// The same appointment, up to thirty years ago.
fn aged(model: &Appointment, n: usize, id: AppointmentId) -> Appointment {
    let back = chrono::Months::new(12 * (2 + (n % 30) as u32));
    let earlier = |d: Day| d.checked_sub_months(back).unwrap_or(d);
    Appointment {
        id,
        start: earlier(model.start),
        end: model.end.map(earlier),
        ended_on: Some(model.last_day().map_or_else(|| earlier(model.start), earlier)),
        decided_on: model.decided_on.map(earlier),
        predecessor: None,
        ..model.clone()
    }
}

fn past_meeting(model: &Meeting, n: usize, id: MeetingId) -> Outcome<Meeting> {
    let date = Day::from_ymd_opt(1996 + (n / 80) as i32, (n % 12) as u32 + 1, (n % 28) as u32 + 1).ok_or("day")?;
    Ok(Meeting { id, date, number: (n % 900) as u16 + 1, ..model.clone() })
}

fn paper(id: PaperId, meeting: MeetingId, k: usize) -> Paper {
    Paper {
        id,
        meeting,
        number: PaperNumber::new(format!("資料{k}")),
        title: "過去の会議の資料".to_owned(),
        class: PaperClass::Sent,
        revision: None,
        closed_reason: None,
        content: PaperContent::Text { markdown: "過去の会議の資料の本文です。".repeat(40) },
        handling: entaku_domain::paper::Handling::default(),
    }
}
