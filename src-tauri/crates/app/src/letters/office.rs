//! What the office says of its letters: wordings, who signs, how they are numbered.

use super::{check_office, fault};
use crate::answers::Choice;
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::letters as words;
use entaku_domain::FiscalYear;
use entaku_domain::id::BodyId;
use entaku_domain::letter::{
    BatchNumbers, LetterFault, LetterField, LetterKind, LetterNumber, LetterOffice, Wording, next_number,
};
use entaku_domain::text::check_text;
use entaku_store::Action;

/// The wording of a kind of letter, as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct WordingRow {
    /// The kind, a code.
    pub letter: String,
    /// The kind, in Japanese.
    pub label: String,
    /// The subject or heading.
    pub subject: String,
    /// The paragraphs.
    pub body: String,
    /// The lines of the record.
    pub items: String,
    /// Whether the office has changed it.
    pub changed: bool,
    /// The handle of the body for which alone it is; none for that of the whole office.
    pub of_body: Option<String>,
    /// The body's name; empty for none.
    pub body_name: String,
    /// What can be filled in.
    pub fields: Vec<String>,
    /// Whether it is about a meeting, so that a body may have its own.
    pub of_meeting: bool,
    /// Whether the council sends it to others: with a proposal, or as feedback.
    pub to_outside: bool,
    /// What it says where the office has changed nothing; of a body, what the office says.
    pub usual_subject: String,
    /// The same, of the paragraphs.
    pub usual_body: String,
    /// The same, of the lines.
    pub usual_items: String,
}

/// Who signs, and how letters are numbered.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct LetterSettings {
    /// Who signs.
    pub sender: String,
    /// Whether 「印」 stands behind.
    pub seal: bool,
    /// Whom to ask.
    pub contact: String,
    /// How a number is written.
    pub pattern: String,
    /// How the letters of a batch are numbered, a code.
    pub batch: String,
    /// The ways of numbering a batch.
    pub batches: Vec<Choice>,
    /// The next free number of this fiscal year.
    pub next: u32,
    /// How it would be written.
    pub example: String,
    /// The fiscal year, 令和8年度.
    pub year: String,
    /// What can be filled into a wording.
    pub fields: Vec<String>,
}

/// New settings; what is none stays as it is.
#[derive(Debug, Clone, Default)]
pub struct NewLetterSettings {
    /// Who signs.
    pub sender: Option<String>,
    /// Whether 「印」 stands behind.
    pub seal: Option<bool>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// How a number is written.
    pub pattern: Option<String>,
    /// How the letters of a batch are numbered.
    pub batch: Option<BatchNumbers>,
    /// The number with which this fiscal year's series goes on.
    pub next: Option<u32>,
}

/// A number that was taken.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct TakenNumber {
    /// Its identifier.
    pub id: String,
    /// As it was written.
    pub number: String,
    /// The kind of letter, in Japanese.
    pub label: String,
    /// The letter's day, ISO.
    pub on: String,
    /// Whom it concerns, as they are called now.
    pub about: String,
    /// The identifier of the person.
    pub person: Option<String>,
    /// The identifier of the appointment.
    pub appointment: Option<String>,
    /// By which the letters were numbered together.
    pub batch: String,
}

impl App {
    /// Every kind with its wording, those of one body behind that of the office.
    ///
    /// # Errors
    /// Those of the store.
    pub fn list_wordings(&self) -> Result<Vec<WordingRow>> {
        let (council, set) = (self.snapshot()?, self.store().wordings()?);
        let mut rows = Vec::new();
        for kind in LetterKind::ALL {
            let usual = words::usual(*kind);
            let own = set.iter().find(|w| w.kind == *kind && w.of_body.is_none());
            rows.push(wording_row(&council, own.unwrap_or(&usual), &usual, own.is_some()));
            let of_bodies = set.iter().filter(|w| w.kind == *kind && w.of_body.is_some());
            rows.extend(of_bodies.map(|w| wording_row(&council, w, own.unwrap_or(&usual), true)));
        }
        Ok(rows)
    }

    /// The wording of a kind for a body: its own one, else the office's, else the usual one.
    pub(super) fn wording(&self, kind: LetterKind, body: Option<BodyId>) -> Result<Wording> {
        let set = self.store().wordings()?;
        let of = |body: Option<BodyId>| set.iter().find(|w| w.kind == kind && w.of_body == body);
        let own = body.and_then(|b| of(Some(b))).or_else(|| of(None));
        Ok(own.cloned().unwrap_or_else(|| words::usual(kind)))
    }

    /// Changes a wording (「文例の変更」). What is the usual one again is kept as such.
    ///
    /// # Errors
    /// [`AppError::Rules`] for a field that there is not, an empty subject, a control character.
    pub fn set_wording(&mut self, wording: &Wording) -> Result<Written<()>> {
        let texts = [("subject", &wording.subject), ("body", &wording.body), ("items", &wording.items)];
        all_right(texts.map(|(field, text)| check_text(field, text)))?;
        all_right([entaku_domain::text::check_name("subject", &wording.subject)])?;
        wording.check().map_err(fault)?;
        if wording.of_body.is_some() && !wording.kind.is_of_meeting() {
            return Err(AppError::BadRequest(format!("{} is of no body", wording.kind.code())));
        }
        if *wording == words::usual(wording.kind) {
            return self.reset_wording(wording.kind, None);
        }
        let action = Action::new("set_wording").about(wording.kind.label());
        self.change(action, Vec::new(), |tx| Ok(tx.put_wording(wording)?))
    }

    /// Goes back to the usual wording (「文例を元に戻す」); of a body, to that of the office.
    ///
    /// # Errors
    /// Those of the store.
    pub fn reset_wording(&mut self, kind: LetterKind, of_body: Option<BodyId>) -> Result<Written<()>> {
        let is_own = self.store().wordings()?.iter().any(|w| w.kind == kind && w.of_body == of_body);
        let action = Action::new("reset_wording").about(kind.label());
        self.change(action, Vec::new(), |tx| if is_own { Ok(tx.remove_wording(kind, of_body)?) } else { Ok(()) })
    }

    /// Who signs: as the office has said, else the head of the municipality.
    pub(crate) fn letter_office(&self, council: &Snapshot) -> Result<LetterOffice> {
        let usual = || LetterOffice {
            sender: String::new(),
            seal: true,
            contact: council.council.secretariat.clone(),
            pattern: words::USUAL_PATTERN.to_owned(),
            batch: BatchNumbers::Each,
        };
        let mut office = self.store().letter_office()?.unwrap_or_else(usual);
        if office.sender.trim().is_empty() {
            office.sender = words::head_of(&council.council.municipality);
        }
        Ok(office)
    }

    /// Who signs, how letters are numbered, and what can be filled in.
    ///
    /// # Errors
    /// Those of the store.
    pub fn letter_settings(&self) -> Result<LetterSettings> {
        let council = self.snapshot()?;
        let office = self.letter_office(&council)?;
        let year = FiscalYear::of(self.today());
        let first = self.store().letter_series(year)?.unwrap_or(1);
        let next = next_number(first, &self.taken_numbers(year)?, office.batch, 1);
        let choice = |b: &BatchNumbers| Choice { value: b.code().to_owned(), label: b.label().to_owned() };
        Ok(LetterSettings {
            next,
            example: self.sample_number(&office)?,
            sender: office.sender,
            seal: office.seal,
            contact: office.contact,
            pattern: office.pattern,
            batch: office.batch.code().to_owned(),
            batches: BatchNumbers::ALL.iter().map(choice).collect(),
            year: council.council.date_style.fiscal_year(year),
            fields: LetterField::ALL.iter().map(|f| f.label().to_owned()).collect(),
        })
    }

    /// Changes who signs and how letters are numbered (「差出人と文書番号の設定」).
    ///
    /// # Errors
    /// [`AppError::Rules`] for its texts, for a pattern without a place for the number,
    /// and for a next number that was taken already.
    pub fn update_letter_settings(&mut self, new: NewLetterSettings) -> Result<Written<()>> {
        let old = self.letter_office(&self.snapshot()?)?;
        let office = LetterOffice {
            sender: new.sender.unwrap_or(old.sender),
            seal: new.seal.unwrap_or(old.seal),
            contact: new.contact.unwrap_or(old.contact),
            pattern: new.pattern.unwrap_or(old.pattern),
            batch: new.batch.unwrap_or(old.batch),
        };
        check_office(&office)?;
        let year = FiscalYear::of(self.today());
        if let Some(number) = new.next {
            if number == 0 || number > words::LAST_NUMBER {
                return Err(AppError::BadRequest(format!("no number {number}")));
            }
            if self.taken_numbers(year)?.contains(&number) {
                return Err(fault(LetterFault::NumberTaken { number }));
            }
        }
        self.change(Action::new("update_letter_settings"), Vec::new(), |tx| {
            tx.put_letter_office(&office)?;
            new.next.map_or(Ok(()), |first| Ok(tx.put_letter_series(year, first)?))
        })
    }

    /// The numbers that were taken, latest first.
    ///
    /// # Errors
    /// Those of the store.
    pub fn list_letter_numbers(&self) -> Result<Vec<TakenNumber>> {
        let council = self.snapshot()?;
        Ok(self.store().letter_numbers()?.iter().map(|n| taken(&council, n)).collect())
    }
}

/// A wording with what it says where it is reset.
fn wording_row(council: &Snapshot, shown: &Wording, usual: &Wording, changed: bool) -> WordingRow {
    let kind = shown.kind;
    let body = shown.of_body.and_then(|b| council.body_by_id(b));
    WordingRow {
        letter: kind.code().to_owned(),
        label: kind.label().to_owned(),
        subject: shown.subject.clone(),
        body: shown.body.clone(),
        items: shown.items.clone(),
        changed,
        of_body: body.map(|b| b.key.clone()),
        body_name: body.map(|b| council.body_name(b.id, FiscalYear::LAST).to_owned()).unwrap_or_default(),
        fields: kind.fields().into_iter().map(|f| f.label().to_owned()).collect(),
        of_meeting: kind.is_of_meeting(),
        to_outside: kind.is_to_outside(),
        usual_subject: usual.subject.clone(),
        usual_body: usual.body.clone(),
        usual_items: usual.items.clone(),
    }
}

fn taken(council: &Snapshot, found: &LetterNumber) -> TakenNumber {
    let person = found.person.and_then(|p| council.person(p)).map(|p| p.name_on(found.on).full());
    let organization = || found.organization.map(|o| council.organization_name(o, found.on).to_owned());
    TakenNumber {
        id: found.id.to_string(),
        number: found.text.clone(),
        label: found.kind.label().to_owned(),
        on: found.on.to_string(),
        about: person.or_else(organization).unwrap_or_default(),
        person: found.person.map(|p| p.to_string()),
        appointment: found.appointment.map(|a| a.to_string()),
        batch: found.batch.to_string(),
    }
}
