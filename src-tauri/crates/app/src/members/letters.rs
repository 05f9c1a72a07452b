//! The letters to a person or about them (委嘱関係の文書): those with a number of the
//! office's series, and those of which the very file that left is kept.

use crate::council::App;
use crate::error::Result;
use crate::issued::IssuedRow;
use crate::snapshot::Snapshot;
use entaku_domain::FiscalYear;
use entaku_domain::appointment::Appointment;
use entaku_domain::id::PersonId;
use entaku_domain::letter::{LetterNumber, appointed_by};

/// The kind under which the ledger of issued documents has letters.
const LETTERS: &str = "letters";

/// A letter to a person or about them.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct LetterLine {
    /// Its kind, a code; none of a file of which only its title says what it holds.
    pub letter: Option<String>,
    /// 委嘱状; the title of a file.
    pub label: String,
    /// Its number; none without one.
    pub number: Option<String>,
    /// Its day; of a file the day on which it left; ISO.
    pub on: String,
    /// The body that it concerns; empty where that is not known.
    pub body_name: String,
    /// Identifier of the appointment, to print the letter again with its number.
    pub appointment: Option<String>,
    /// The numbers that were taken with it.
    pub batch: Option<String>,
    /// Line of the ledger of issued documents, where this is a file that is kept.
    pub issued: Option<String>,
}

impl App {
    /// The letters to a person or about them, latest first.
    pub(super) fn letters_of(&self, council: &Snapshot, person: PersonId) -> Result<Vec<LetterLine>> {
        let own: Vec<&Appointment> = council.appointments_of(person).collect();
        let numbers = self.store().letter_numbers()?;
        let concerns = |n: &&LetterNumber| {
            n.person == Some(person) || n.appointment.is_some_and(|id| own.iter().any(|a| a.id == id))
        };
        let mut lines: Vec<LetterLine> = numbers.iter().filter(concerns).map(|n| numbered(council, n, &own)).collect();
        let files = self.issued_naming(person)?;
        lines.extend(files.into_iter().filter(|row| row.kind == LETTERS).map(file));
        lines.sort_by(|a, b| (&b.on, &b.number).cmp(&(&a.on, &a.number)));
        Ok(lines)
    }
}

fn numbered(council: &Snapshot, number: &LetterNumber, own: &[&Appointment]) -> LetterLine {
    let appointment = number.appointment.or_else(|| appointed_by(number, own));
    let body = own.iter().find(|a| Some(a.id) == appointment).map(|a| a.body);
    let body = body.or_else(|| council.seats.iter().find(|s| Some(s.id) == number.seat).map(|s| s.body));
    let name = |body| council.body_name(body, FiscalYear::of(number.on)).to_owned();
    LetterLine {
        letter: Some(number.kind.code().to_owned()),
        label: number.kind.label().to_owned(),
        number: Some(number.text.clone()),
        on: number.on.to_string(),
        body_name: body.map(name).unwrap_or_default(),
        // A letter that was made before the appointment was recorded is not made again from it.
        appointment: number.appointment.map(|id| id.to_string()),
        batch: Some(number.batch.to_string()),
        issued: None,
    }
}

fn file(row: IssuedRow) -> LetterLine {
    LetterLine {
        letter: None,
        label: row.title,
        number: None,
        on: row.on,
        body_name: String::new(),
        appointment: None,
        batch: None,
        issued: Some(row.id),
    }
}
