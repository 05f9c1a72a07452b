//! Letters of a member's life (委嘱関係の文書) and of a meeting (開催通知など): which letter
//! for whom, with the office's wording and numbers, as one document of many letters. Who
//! asks says the kind, the people or seats, and the day; everything else comes from the
//! council.

mod candidates;
mod drafts;
mod issue;
mod meeting;
mod meeting_facts;
mod meeting_people;
mod office;
mod outside;
mod put_off;
mod recipients;
mod sheets;

use crate::council::App;
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use crate::text::letters as words;
pub use candidates::LetterCandidate;
use drafts::Draft;
use entaku_documents::Letters;
use entaku_domain::Day;
use entaku_domain::era::DateStyle;
use entaku_domain::id::{AppointmentId, BodyId, GuestId, LetterId, NominationId, OrganizationId, PersonId, SeatId};
use entaku_domain::letter::{LetterFault, LetterKind, LetterOffice, Wording};
use entaku_domain::violation::Violation;
pub use issue::{LetterPlan, TakenNumbers};
pub use meeting::{MeetingAsk, Moved, PrintSize};
pub(crate) use meeting_facts::items_of;
pub use meeting_people::{MeetingAddressee, MeetingLetterPeople};
pub use office::{LetterSettings, NewLetterSettings, TakenNumber, WordingRow};
pub use outside::OutsideAsk;

/// Whom a letter is for: an appointment that is recorded, or a seat and who is to
/// take it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct For {
    /// The appointment.
    pub appointment: Option<AppointmentId>,
    /// Instead: the seat.
    pub seat: Option<SeatId>,
    /// Instead: the nomination, with its seat, organisation and person.
    pub nomination: Option<NominationId>,
    /// Who is to sit in the seat, where no appointment says so.
    pub person: Option<PersonId>,
    /// First day of the term there, where neither an appointment nor a nomination says so.
    pub start: Option<Day>,
    /// Instead: somebody from outside who is asked to come to a meeting.
    pub guest: Option<GuestId>,
    /// Instead: an organisation that raised issues.
    pub organization: Option<OrganizationId>,
}

/// Letters that are asked for.
#[derive(Debug, Clone)]
pub struct LetterAsk {
    /// The kind.
    pub kind: LetterKind,
    /// For whom, in this order; those of one organisation share a letter to it.
    pub to: Vec<For>,
    /// The letters' day.
    pub on: Day,
    /// First day of the term, where no appointment says so.
    pub start: Option<Day>,
    /// Last day of that term; by the body's rule where none.
    pub end: Option<Day>,
    /// By when an answer is asked for.
    pub due: Option<Day>,
    /// How days are written; as the council writes them where none.
    pub style: Option<DateStyle>,
    /// With which number.
    pub number: NumberWish,
    /// Of which meeting, for letters of a meeting.
    pub meeting: Option<MeetingAsk>,
    /// About what, for letters that the council sends to others.
    pub outside: Option<OutsideAsk>,
}

/// Which number stands on the letters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum NumberWish {
    /// None (番号なし).
    #[default]
    None,
    /// The next ones, marked as planned (予定): nothing is taken.
    Planned,
    /// Those that were taken for these letters.
    Taken(LetterId),
}

impl LetterAsk {
    /// Letters of a kind for some people or seats, without a number.
    pub const fn new(kind: LetterKind, to: Vec<For>, on: Day) -> Self {
        Self {
            kind,
            to,
            on,
            start: None,
            end: None,
            due: None,
            style: None,
            number: NumberWish::None,
            meeting: None,
            outside: None,
        }
    }
}

impl For {
    /// For an appointment.
    pub fn appointment(id: AppointmentId) -> Self {
        Self { appointment: Some(id), ..Self::default() }
    }

    /// For a seat, and who is to take it.
    pub fn seat(id: SeatId, person: Option<PersonId>) -> Self {
        Self { seat: Some(id), person, ..Self::default() }
    }

    /// For somebody from outside.
    pub fn guest(id: GuestId) -> Self {
        Self { guest: Some(id), ..Self::default() }
    }

    /// For a nomination.
    pub fn nomination(id: NominationId) -> Self {
        Self { nomination: Some(id), ..Self::default() }
    }
}

/// The letters as they will be printed, with the name of their file.
#[derive(Debug, Clone, PartialEq)]
pub struct LetterFile {
    /// The file's name, without ending.
    pub name: String,
    /// The letters.
    pub letters: Letters,
}

impl App {
    /// The letters, ready to be printed.
    ///
    /// # Errors
    /// [`AppError::Rules`] where nobody is chosen, or a letter lacks the member or the
    /// organisation that it needs; unknown records; those of the store.
    pub fn letters(&self, ask: &LetterAsk) -> Result<LetterFile> {
        let council = self.snapshot()?;
        let drafts = drafts::of(self, &council, ask)?.drafts;
        let body = self.body_of(&council, ask);
        let (office, wording) = (self.letter_office(&council)?, self.wording(ask.kind, body)?);
        let numbers = self.numbers_for(ask, &office, &drafts)?;
        let style = ask.style_of(&council);
        let mut letters = sheets::all(&council, &office, &wording, &drafts, &numbers, style)?;
        if let Some(form) = ask.enclosed() {
            let forms = self.wording(form, body)?;
            letters = sheets::with_forms(&council, &office, &forms, &drafts, letters, style)?;
        }
        if ask.kind.is_to_public() {
            meeting::look_at(&council, ask, &letters)?;
        }
        let title = words::title(&council.council.name, ask.kind);
        let name = words::file_name(ask.kind, &about(&council, &drafts, ask.on), ask.on);
        Ok(LetterFile { name, letters: Letters { title, letters } })
    }

    /// The body whose own wording is used: that of the meeting.
    fn body_of(&self, council: &Snapshot, ask: &LetterAsk) -> Option<BodyId> {
        let of = ask.meeting.as_ref()?.meeting;
        council.meetings.iter().find(|m| m.id == of).map(|m| m.body)
    }

    /// A letter to somebody made up, to look at a wording while it is edited.
    ///
    /// # Errors
    /// [`AppError::Rules`] for a field that there is not; those of the store.
    pub fn letter_sample(&self, wording: &Wording) -> Result<LetterFile> {
        wording.check().map_err(fault)?;
        let council = self.snapshot()?;
        let office = self.letter_office(&council)?;
        let style = council.council.date_style;
        let draft = match wording.kind {
            kind if kind.is_of_meeting() => meeting::sample(self, &council, &office, wording)?,
            kind if kind.is_to_outside() => outside::sample(self, &council, &office, kind)?,
            _ => drafts::sample(&council, &office, wording.kind, self.today()),
        };
        let number = if wording.kind.is_numbered() { self.sample_number(&office)? } else { String::new() };
        let letters = sheets::all(&council, &office, wording, &[draft], &[number], style)?;
        let title = words::title(&council.council.name, wording.kind);
        Ok(LetterFile { name: words::sample_name(wording.kind), letters: Letters { title, letters } })
    }
}

impl LetterAsk {
    /// The form that goes with each letter.
    fn enclosed(&self) -> Option<LetterKind> {
        if self.kind == LetterKind::Request {
            return Some(LetterKind::Recommendation);
        }
        self.kind.enclosed().filter(|_| self.meeting.as_ref().is_some_and(|m| m.with_form))
    }

    fn style_of(&self, council: &Snapshot) -> DateStyle {
        self.style.unwrap_or(council.council.date_style)
    }
}

/// What the file's name says: the one person or organisation, or the body.
fn about(council: &Snapshot, drafts: &[Draft], on: Day) -> String {
    match drafts {
        [one] if one.about.is_some() => one.about.clone().unwrap_or_default(),
        [first, ..] if first.of_meeting.is_some() => first.of_meeting.clone().unwrap_or_default(),
        [one] => one.about(council, on),
        [first, rest @ ..] if rest.iter().all(|d| d.body == first.body) => first.body_name(council, on),
        _ => String::new(),
    }
}

fn fault(found: LetterFault) -> AppError {
    AppError::Rules(vec![Violation::Letter(found)])
}

/// Whether the office's own words hold what they may.
fn check_office(office: &LetterOffice) -> Result<()> {
    use entaku_domain::text::{check_note, check_text};
    let texts = [
        check_note("sender", &office.sender),
        check_text("contact", &office.contact),
        check_note("pattern", &office.pattern),
    ];
    crate::people::all_right(texts)?;
    entaku_domain::letter::NumberPattern::parse(&office.pattern).map(|_| ()).map_err(fault)
}
