//! Offices beside their election: an officer who lays the office down (役員の退任),
//! and an election that was recorded by mistake (選出の取消し).

use crate::council::{App, Written};
use crate::elections::{ended, resting_on};
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use entaku_domain::Day;
use entaku_domain::election::Candidate;
use entaku_domain::id::OfficeId;
use entaku_domain::office::{Office, succession_end};
use entaku_domain::violation::Violation;
use entaku_store::{Action, ChangedRow};

/// Where the log has the offices.
const TABLE: &str = "office";

impl App {
    /// Ends an office while its holder stays a member (「役員の退任」), and with it those
    /// that they have where they sit because of it (V9).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for a day outside it, and for one
    /// before such another office begins.
    pub fn end_office(&mut self, id: OfficeId, on: Day) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let office = find(&council, id)?;
        let last = office.last_day(council.appointment(office.appointment));
        let wrong = if on < office.start {
            Some(Violation::LastBeforeFirst { first: office.start, last: on })
        } else {
            last.filter(|last| on > *last).map(|end| Violation::EndAfterTerm { end, on })
        };
        let wrong = wrong.or_else(|| hanging(&council, office, on.succ_opt().unwrap_or(on)));
        if let Some(wrong) = wrong {
            return Err(AppError::Rules(vec![wrong]));
        }
        let ended = ended(&council, office, on);
        let action = Action::new("end_office").about(about(&council, office));
        self.change(action, Vec::new(), |tx| Ok(ended.iter().try_for_each(|o| tx.put_office(o))?))
    }

    /// Takes back an election that was recorded by mistake (「役員の選出の取消し」): the
    /// offices that it ended run on, and no others.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] while another office rests on it (V9).
    pub fn remove_office(&mut self, id: OfficeId) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let office = find(&council, id)?;
        if let Some(wrong) = hanging(&council, office, office.start) {
            return Err(AppError::Rules(vec![wrong]));
        }
        let again = self.resumed(&council, office)?;
        let record = self.told_of(id)?;
        let action = Action::new("remove_office").about(about(&council, office));
        self.change(action, Vec::new(), |tx| {
            again.iter().try_for_each(|held| tx.put_office(held))?;
            match &record {
                Some((stood, true)) => tx.remove_election(stood.election)?,
                Some((stood, false)) => tx.put_candidate(&Candidate { office: None, ..stood.clone() })?,
                None => {}
            }
            Ok(tx.remove_office(id)?)
        })
    }

    /// The candidate who has an office by a recorded election, and whether nobody else has one by it.
    fn told_of(&self, office: OfficeId) -> Result<Option<(Candidate, bool)>> {
        let Some(stood) = self.store().candidate_of(office)? else { return Ok(None) };
        let others = self.store().candidates_of(stood.election)?;
        let alone = !others.iter().any(|c| c.id != stood.id && c.office.is_some());
        Ok(Some((stood, alone)))
    }
}

fn find(council: &Snapshot, id: OfficeId) -> Result<&Office> {
    council.offices.iter().find(|o| o.id == id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))
}

fn about(council: &Snapshot, office: &Office) -> String {
    let year = entaku_domain::FiscalYear::of(office.start);
    let name = council.name_of(office.person, office.start).unwrap_or_default();
    format!("{}　{}　{name}", council.body_name(office.body, year), office.title)
}

/// V9: the first office from a day on that would hang in the air without this one.
fn hanging(council: &Snapshot, office: &Office, from: Day) -> Option<Violation> {
    let resting = resting_on(council, office).filter(|o| o.start >= from).min_by_key(|o| o.start)?;
    Some(Violation::OfficeOutsideTerm { field: "on", title: resting.title.clone(), start: resting.start })
}

/// Until when an office ran before and after a change.
struct Cut {
    office: OfficeId,
    before: Option<Day>,
    after: Option<Day>,
}

impl App {
    /// The offices that an election ended, as they would have run: until the next
    /// holder after the one who is taken back. What ended otherwise stays ended.
    fn resumed(&self, council: &Snapshot, removed: &Office) -> Result<Vec<Office>> {
        let until = |of: &Office| {
            let same =
                council.offices.iter().filter(|o| o.body == of.body && o.title == of.title && o.id != removed.id);
            same.filter(|o| o.start > of.start).map(|o| succession_end(o.start)).min()
        };
        let resume = |cut: Cut| {
            let office = council.offices.iter().find(|o| o.id == cut.office && o.end == cut.after)?;
            Some(Office { end: cut.before.into_iter().chain(until(office)).min(), ..office.clone() })
        };
        Ok(self.cuts(removed.id)?.into_iter().filter_map(resume).collect())
    }

    /// What the election of an office ended, as the log has it.
    fn cuts(&self, elected: OfficeId) -> Result<Vec<Cut>> {
        let id = elected.to_string();
        for change in self.store.history_of(TABLE, &id)? {
            let rows = self.store.rows_of(change.id)?;
            let began = |r: &ChangedRow| r.table == TABLE && r.row == id && r.before.is_none();
            if rows.iter().any(began) {
                return Ok(rows.iter().filter(|r| r.table == TABLE).filter_map(cut).collect());
            }
        }
        Ok(Vec::new())
    }
}

/// How a row of the log ended an office.
fn cut(row: &ChangedRow) -> Option<Cut> {
    let end = |image: &serde_json::Value| image.get("end_day").and_then(|d| d.as_str()?.parse().ok());
    let (before, after) = (end(row.before.as_ref()?), end(row.after.as_ref()?));
    (before != after).then_some(Cut { office: OfficeId::parse(&row.row).ok()?, before, after })
}
