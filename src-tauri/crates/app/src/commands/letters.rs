//! Letters: for whom they may be made, the office's wordings, and numbers.

use super::{bad_code, day};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::letters::{
    For, LetterAsk, LetterCandidate, LetterPlan, LetterSettings, MeetingAsk, Moved, NewLetterSettings, NumberWish,
    OutsideAsk, PrintSize, TakenNumber, TakenNumbers, WordingRow,
};
use entaku_domain::era::DateStyle;
use entaku_domain::id::{
    AppointmentId, BadId, BodyId, GuestId, IssueId, LetterId, NominationId, OrganizationId, PersonId, ProposalId,
    SeatId,
};
use entaku_domain::letter::{BatchNumbers, LetterKind, Wording};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// For whom a letter is: an appointment, or a seat (or a nomination for it) and who
/// is to sit there.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct LetterTo {
    /// The appointment's identifier.
    pub appointment: Option<String>,
    /// Instead: the seat's.
    pub seat: Option<String>,
    /// Instead: the nomination's.
    pub nomination: Option<String>,
    /// The identifier of who is to sit in the seat, where no appointment says so.
    pub person: Option<String>,
    /// First day of the term in the seat, as typed, where no appointment or nomination says so.
    pub start: Option<String>,
    /// Instead: the identifier of somebody from outside who is asked to a meeting.
    pub guest: Option<String>,
    /// Instead: the identifier of an organisation that raised issues.
    pub organization: Option<String>,
}

/// Letters that are asked for.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct LetterBatch {
    /// The kind, a code: `request`, `commission`, ….
    pub letter: String,
    /// For whom; those of one organisation share a letter to it.
    pub to: Vec<LetterTo>,
    /// The letters' day, as typed; today where none.
    pub on: Option<String>,
    /// First day of the term, as typed, where no appointment says so.
    pub start: Option<String>,
    /// Last day of that term, as typed; by the body's rule where none.
    pub end: Option<String>,
    /// By when an answer is asked for, as typed.
    pub due: Option<String>,
    /// `era`, `western`, `both`; as the council writes days where none.
    pub date_style: Option<String>,
    /// Whether a number stands on it, marked as planned until it is taken.
    pub numbered: Option<bool>,
    /// The numbers that were taken for these letters.
    pub numbers: Option<String>,
    /// What letters of a meeting say of it.
    pub meeting: Option<LetterMeeting>,
    /// About what, for letters that the council sends to others.
    pub outside: Option<LetterOutside>,
}

/// Of which meeting letters are, and what is said of it.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct LetterMeeting {
    /// The meeting's identifier.
    pub meeting: String,
    /// `needed`: in large print for those who need it, also where none; `large`: all; `usual`: none.
    pub print: Option<String>,
    /// Whether the form that is sent back is enclosed; it is where none.
    pub with_form: Option<bool>,
    /// The new day of a meeting that is put off, as typed.
    pub new_date: Option<String>,
    /// From, as typed; as before where none.
    pub new_start: Option<String>,
    /// To, as typed.
    pub new_end: Option<String>,
    /// The new place; as before where none.
    pub new_place: Option<String>,
    /// Why it is called off or put off.
    pub reason: Option<String>,
    /// 「個人が分からないことを確かめました」, for what goes to the public.
    pub confirmed: Option<bool>,
}

/// What letters that the council sends to others are about.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct LetterOutside {
    /// Identifier of the proposal that is sent.
    pub proposal: Option<String>,
    /// Identifiers of the issues of which is told; those that are owed where none.
    #[serde(default)]
    pub issues: Vec<String>,
}

/// Letters for which numbers are to be taken.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeNumbers {
    /// The letters.
    pub letters: LetterBatch,
    /// The first number; the next free one where none.
    pub number: Option<u32>,
}

/// A kind of letter on a day.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LetterOnDay {
    /// The kind, a code.
    pub letter: String,
    /// The day, as typed; today where none.
    pub on: Option<String>,
    /// The identifier of an appointment that is asked for, whenever it was.
    pub appointment: Option<String>,
}

/// A wording.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WordingText {
    /// The kind of letter, a code.
    pub letter: String,
    /// The subject or heading.
    pub subject: String,
    /// The paragraphs, one a line.
    pub body: String,
    /// The lines of the record.
    pub items: String,
    /// Handle of the body for which alone it is; for all where none.
    #[ts(optional = nullable)]
    pub of_body: Option<String>,
}

/// A kind of letter.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichWording {
    /// The kind, a code.
    pub letter: String,
    /// Handle of the body; that of the whole office where none.
    #[ts(optional = nullable)]
    pub of_body: Option<String>,
}

/// New settings of letters; what is none stays as it is.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LetterSettingsChange {
    /// Who signs; the head of the municipality where empty.
    pub sender: Option<String>,
    /// Whether 「印」 stands behind.
    pub seal: Option<bool>,
    /// Whom to ask, one line each.
    pub contact: Option<String>,
    /// How a number is written, `{年}鎌障第{番号}号`.
    pub pattern: Option<String>,
    /// How the letters of a batch are numbered: `each`, `branch`.
    pub batch: Option<String>,
    /// The number with which this fiscal year's series goes on.
    pub next: Option<u32>,
}

impl LetterBatch {
    /// What is asked for.
    ///
    /// # Errors
    /// Days that cannot be read, unknown codes and identifiers.
    pub fn read(&self, app: &App) -> Result<LetterAsk> {
        let typed = |field, text: &Option<String>| filled(text).map(|t| day(field, t)).transpose();
        Ok(LetterAsk {
            kind: kind(&self.letter)?,
            to: self.to.iter().map(LetterTo::read).collect::<Result<_>>()?,
            on: typed("on", &self.on)?.unwrap_or_else(|| app.today()),
            start: typed("start", &self.start)?,
            end: typed("end", &self.end)?,
            due: typed("due", &self.due)?,
            style: filled(&self.date_style).map(|c| DateStyle::from_code(c).map_err(bad_code)).transpose()?,
            number: match filled(&self.numbers) {
                Some(id) => NumberWish::Taken(LetterId::parse(id).map_err(unknown)?),
                None if self.numbered == Some(true) => NumberWish::Planned,
                None => NumberWish::None,
            },
            meeting: self.meeting.as_ref().map(LetterMeeting::read).transpose()?,
            outside: self.outside.as_ref().map(LetterOutside::read).transpose()?,
        })
    }
}

impl LetterOutside {
    fn read(&self) -> Result<OutsideAsk> {
        Ok(OutsideAsk {
            proposal: filled(&self.proposal).map(ProposalId::parse).transpose().map_err(unknown)?,
            issues: self.issues.iter().map(|id| IssueId::parse(id).map_err(unknown)).collect::<Result<_>>()?,
        })
    }
}

impl LetterMeeting {
    fn read(&self) -> Result<MeetingAsk> {
        let mut ask = MeetingAsk::new(super::meetings::meeting(&self.meeting)?);
        ask.print = match filled(&self.print) {
            None | Some("needed") => PrintSize::AsNeeded,
            Some("large") => PrintSize::Large,
            Some("usual") => PrintSize::Usual,
            Some(other) => return Err(AppError::BadRequest(format!("no print size {other}"))),
        };
        ask.with_form = self.with_form.unwrap_or(true);
        ask.reason = self.reason.clone().unwrap_or_default();
        ask.confirmed = self.confirmed.unwrap_or_default();
        let date = filled(&self.new_date).map(|t| day("new_date", t)).transpose()?;
        ask.moved = match date {
            Some(date) => Some(Moved {
                date,
                start: time("new_start", &self.new_start)?,
                end: time("new_end", &self.new_end)?,
                place: self.new_place.clone().unwrap_or_default(),
            }),
            None => None,
        };
        Ok(ask)
    }
}

/// A time that was typed, HH:MM.
fn time(field: &'static str, typed: &Option<String>) -> Result<Option<String>> {
    let read = |t: &str| {
        let bad = || AppError::BadTime { field, text: t.to_owned() };
        entaku_domain::text::parse_time(t).ok_or_else(bad)
    };
    filled(typed).map(read).transpose()
}

impl LetterTo {
    fn read(&self) -> Result<For> {
        Ok(For {
            appointment: filled(&self.appointment).map(AppointmentId::parse).transpose().map_err(unknown)?,
            seat: filled(&self.seat).map(SeatId::parse).transpose().map_err(unknown)?,
            nomination: filled(&self.nomination).map(NominationId::parse).transpose().map_err(unknown)?,
            person: filled(&self.person).map(PersonId::parse).transpose().map_err(unknown)?,
            start: filled(&self.start).map(|t| day("start", t)).transpose()?,
            guest: filled(&self.guest).map(GuestId::parse).transpose().map_err(unknown)?,
            organization: filled(&self.organization).map(OrganizationId::parse).transpose().map_err(unknown)?,
        })
    }
}

impl WordingText {
    /// The wording.
    ///
    /// # Errors
    /// An unknown code or body.
    pub fn read(self, app: &App) -> Result<Wording> {
        let of_body = body(app, &self.of_body)?;
        Ok(Wording { kind: kind(&self.letter)?, of_body, subject: self.subject, body: self.body, items: self.items })
    }
}

fn body(app: &App, handle: &Option<String>) -> Result<Option<BodyId>> {
    filled(handle).map(|h| Ok(app.snapshot()?.body(h)?.id)).transpose()
}

fn kind(code: &str) -> Result<LetterKind> {
    LetterKind::from_code(code).map_err(bad_code)
}

fn unknown(id: BadId) -> AppError {
    AppError::UnknownRecord(id.0)
}

/// A text that was filled in.
fn filled(text: &Option<String>) -> Option<&str> {
    text.as_deref().filter(|t| !t.trim().is_empty())
}

pub(super) fn letter_candidates(app: &App, args: LetterOnDay) -> Result<Vec<LetterCandidate>> {
    let on = filled(&args.on).map(|t| day("on", t)).transpose()?.unwrap_or_else(|| app.today());
    let named = filled(&args.appointment).map(AppointmentId::parse).transpose().map_err(unknown)?;
    app.letter_candidates(kind(&args.letter)?, on, named)
}

pub(super) fn letter_plan(app: &App, args: LetterBatch) -> Result<LetterPlan> {
    app.letter_plan(&args.read(app)?)
}

pub(super) fn letter_wordings(app: &App, _: super::Nothing) -> Result<Vec<WordingRow>> {
    app.list_wordings()
}

pub(super) fn letter_settings(app: &App, _: super::Nothing) -> Result<LetterSettings> {
    app.letter_settings()
}

pub(super) fn letter_numbers(app: &App, _: super::Nothing) -> Result<Vec<TakenNumber>> {
    app.list_letter_numbers()
}

pub(super) fn take_letter_numbers(app: &mut App, args: TakeNumbers) -> Result<Written<TakenNumbers>> {
    let ask = args.letters.read(app)?;
    app.take_letter_numbers(&ask, args.number)
}

pub(super) fn set_wording(app: &mut App, args: WordingText) -> Result<Written<()>> {
    let wording = args.read(app)?;
    app.set_wording(&wording)
}

pub(super) fn reset_wording(app: &mut App, args: WhichWording) -> Result<Written<()>> {
    let of_body = body(app, &args.of_body)?;
    app.reset_wording(kind(&args.letter)?, of_body)
}

pub(super) fn update_letter_settings(app: &mut App, args: LetterSettingsChange) -> Result<Written<()>> {
    app.update_letter_settings(NewLetterSettings {
        sender: args.sender,
        seal: args.seal,
        contact: args.contact,
        pattern: args.pattern,
        batch: filled(&args.batch).map(|c| BatchNumbers::from_code(c).map_err(bad_code)).transpose()?,
        next: args.next,
    })
}
