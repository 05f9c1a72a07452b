//! Offices beside their election: an officer who lays the office down (役員の退任),
//! and an election that was recorded by mistake (選出の取消し).

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use entaku_domain::Day;
use entaku_domain::id::OfficeId;
use entaku_domain::office::{Office, succession_end};
use entaku_domain::violation::Violation;
use entaku_store::Action;

impl App {
    /// Ends an office while its holder stays a member (「役員の退任」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for a day outside it.
    pub fn end_office(&mut self, id: OfficeId, on: Day) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let office = find(&council, id)?;
        let last = office.last_day(council.appointment(office.appointment));
        let wrong = if on < office.start {
            Some(Violation::LastBeforeFirst { first: office.start, last: on })
        } else {
            last.filter(|last| on > *last).map(|end| Violation::EndAfterTerm { end, on })
        };
        if let Some(wrong) = wrong {
            return Err(AppError::Rules(vec![wrong]));
        }
        let ended = Office { end: Some(on), ..office.clone() };
        let action = Action::new("end_office").about(about(&council, office));
        self.change(action, Vec::new(), |tx| Ok(tx.put_office(&ended)?))
    }

    /// Takes back an election that was recorded by mistake (「役員の選出の取消し」): the
    /// offices that it ended run on.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_office(&mut self, id: OfficeId) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let office = find(&council, id)?;
        let again = resumed(&council, office);
        let action = Action::new("remove_office").about(about(&council, office));
        self.change(action, Vec::new(), |tx| {
            again.iter().try_for_each(|held| tx.put_office(held))?;
            Ok(tx.remove_office(id)?)
        })
    }
}

fn find(council: &Snapshot, id: OfficeId) -> Result<&Office> {
    council.offices.iter().find(|o| o.id == id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))
}

fn about(council: &Snapshot, office: &Office) -> String {
    let year = entaku_domain::FiscalYear::of(office.start);
    let name = council.person(office.person).map(|p| p.name.full()).unwrap_or_default();
    format!("{}　{}　{name}", council.body_name(office.body, year), office.title)
}

/// The office that was handed on, and those of its holder that went with it, as
/// they would have run: until the next holder after the one who is taken back.
fn resumed(council: &Snapshot, removed: &Office) -> Vec<Office> {
    let last = Some(succession_end(removed.start));
    let same = |o: &&Office| o.body == removed.body && o.title == removed.title && o.id != removed.id;
    let Some(held) = council.offices.iter().filter(same).find(|o| o.end == last) else { return Vec::new() };
    let until = |of: &Office| {
        let next = council.offices.iter().filter(|o| o.body == of.body && o.title == of.title && o.id != removed.id);
        next.filter(|o| o.start > of.start).map(|o| succession_end(o.start)).min()
    };
    let went = council
        .offices
        .iter()
        .filter(|o| o.end == last && (o.id == held.id || o.appointment == held.appointment && o.body != held.body));
    went.map(|o| Office { end: until(o), ..o.clone() }).collect()
}
