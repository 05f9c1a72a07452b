//! Letters of a meeting: to its members by the notice and after it, to those who stand
//! in for them, to guests, and to the public.

use super::drafts::{Batch, Concerns, Draft, title};
use super::meeting_facts::{Facts, ballot_rows};
use super::{For, LetterAsk, fault};
use crate::council::App;
use crate::error::{AppError, Result};
use crate::meetings::page::meeting;
use crate::publication::{Edition, Guard};
use crate::snapshot::Snapshot;
use crate::text::{labels, letters as words, notices};
use entaku_documents::{Audience, Letter};
use entaku_domain::Day;
use entaku_domain::body::BodyKind;
use entaku_domain::convocation::Guest;
use entaku_domain::id::{AppointmentId, GuestId, MeetingId};
use entaku_domain::letter::{LetterFault, LetterField as F, LetterKind, LetterOffice, Wording};
use entaku_domain::meeting::{Copies, Layout, Meeting, MeetingState, Mode};
use entaku_domain::need::Need;
use entaku_domain::reply::{Answer, Reply};

/// Of which meeting letters are, and what is said of it.
#[derive(Debug, Clone)]
pub struct MeetingAsk {
    /// The meeting.
    pub meeting: MeetingId,
    /// In which size.
    pub print: PrintSize,
    /// Whether the form that is to be sent back is enclosed.
    pub with_form: bool,
    /// When and where it is held instead, for a meeting that is put off.
    pub moved: Option<Moved>,
    /// Why it is called off or put off.
    pub reason: String,
    /// 「個人が分からないことを確かめました」, for what goes to the public.
    pub confirmed: bool,
}

/// When and where a meeting is held instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The day.
    pub date: Day,
    /// From, HH:MM; as before where none.
    pub start: Option<String>,
    /// To, HH:MM.
    pub end: Option<String>,
    /// The place; as before where empty.
    pub place: String,
}

/// In which size letters are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PrintSize {
    /// In large print for those who need it.
    #[default]
    AsNeeded,
    /// All in large print.
    Large,
    /// None in large print.
    Usual,
}

impl MeetingAsk {
    /// Letters of a meeting, of which nothing else is said.
    pub const fn new(meeting: MeetingId) -> Self {
        Self {
            meeting,
            print: PrintSize::AsNeeded,
            with_form: true,
            moved: None,
            reason: String::new(),
            confirmed: false,
        }
    }
}

/// The letters that are asked for.
pub(super) fn batch(app: &App, council: &Snapshot, ask: &LetterAsk) -> Result<Batch> {
    let of = ask.meeting.as_ref().ok_or_else(|| fault(LetterFault::NoMeeting { kind: ask.kind }))?;
    let m = meeting(council, of.meeting)?;
    let writer = Writer::new(app, council, ask, of, m)?;
    let mut drafts = match ask.kind {
        kind if kind.is_to_public() => vec![writer.to_public()],
        LetterKind::Invitation => {
            let guests = ask.to.iter().map(|to| guest_of(app, to));
            guests.map(|g| Ok(writer.to_guest(&g?))).collect::<Result<_>>()?
        }
        _ => ask.to.iter().map(|to| writer.to_member(to.appointment)).collect::<Result<Vec<_>>>()?,
    };
    if drafts.is_empty() {
        return Err(fault(LetterFault::NobodyChosen));
    }
    let rows = if matches!(ask.kind, LetterKind::WrittenMeeting | LetterKind::WrittenBallot) {
        ballot_rows(&writer.facts.items)
    } else {
        Vec::new()
    };
    for draft in &mut drafts {
        draft.rows.clone_from(&rows);
        draft.of_meeting = Some(notices::short_meeting(m.year(), &council.meeting_short(m)));
    }
    Ok(Batch { drafts, left_out: Vec::new() })
}

fn guest_of(app: &App, to: &For) -> Result<Guest> {
    let id: GuestId = to.guest.ok_or_else(|| AppError::BadRequest("an invitation is for a guest".to_owned()))?;
    app.store().guest(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))
}

/// What letters of a meeting draw on.
struct Writer<'a> {
    council: &'a Snapshot,
    ask: &'a LetterAsk,
    of: &'a MeetingAsk,
    meeting: &'a Meeting,
    facts: Facts,
    replies: Vec<Reply>,
}

impl<'a> Writer<'a> {
    fn new(
        app: &App,
        council: &'a Snapshot,
        ask: &'a LetterAsk,
        of: &'a MeetingAsk,
        meeting: &'a Meeting,
    ) -> Result<Self> {
        let office = app.letter_office(council)?;
        let facts = Facts::of(app, council, &office, ask, of, meeting)?;
        Ok(Self { council, ask, of, meeting, facts, replies: app.store().replies(meeting.id)? })
    }

    fn draft(&self, concerns: Concerns) -> Draft {
        let concerns = Concerns { meeting: Some(self.meeting.id), ..concerns };
        Draft::new(Some(self.meeting.body), concerns, self.ask.on, self.facts.values.clone())
    }

    /// Nobody is addressed.
    fn to_public(&self) -> Draft {
        Draft { large: self.of.print == PrintSize::Large, ..self.draft(Concerns::default()) }
    }

    fn to_member(&self, appointment: Option<AppointmentId>) -> Result<Draft> {
        let council = self.council;
        let id = appointment.ok_or_else(|| fault(LetterFault::NoMember { kind: self.ask.kind }))?;
        let found = council.appointment(id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        let on = self.meeting.date;
        let concerns = Concerns { person: Some(found.person), appointment: Some(id), ..Concerns::default() };
        let name = council.name_of(found.person, on).unwrap_or_default();
        if self.ask.kind == LetterKind::SubstituteInvitation {
            return self.to_substitute(id, &name, council.organization_of(found.person, on));
        }
        let to = council.letter_addressee(found.person, on).unwrap_or_default();
        let mut draft = self.draft(concerns);
        draft.to = [&to.organization, &to.post].into_iter().filter(|t| !t.is_empty()).cloned().collect();
        draft.name = words::addressed(&name, &title(&to.title));
        draft.values.extend([
            (F::Name, name.clone()),
            (F::Title, title(&to.title)),
            (F::Organization, council.organization_of(found.person, on)),
            (F::Post, council.post_of(found.person, on)),
        ]);
        draft.about = Some(notices::about_member(&name, self.meeting.number));
        draft.large = self.is_large(id, found.person);
        Ok(draft)
    }

    fn is_large(&self, id: AppointmentId, person: entaku_domain::id::PersonId) -> bool {
        let known = self.council.person(person).into_iter().flat_map(|p| &p.needs);
        let told = self.replies.iter().filter(|r| r.appointment == id).flat_map(|r| &r.needs);
        match self.of.print {
            PrintSize::Large => true,
            PrintSize::Usual => false,
            PrintSize::AsNeeded => known.chain(told).any(|need| Need::of(need) == Need::LargePrint),
        }
    }

    /// Who stands in is written to at the member's organisation.
    fn to_substitute(&self, id: AppointmentId, member: &str, organization: String) -> Result<Draft> {
        let named = self.replies.iter().find(|r| r.appointment == id && r.answer == Some(Answer::Proxy));
        let proxy = named.and_then(|r| r.proxy.clone());
        let proxy = proxy.ok_or_else(|| fault(LetterFault::NoSubstitute { about: member.to_owned() }))?;
        let mut draft = self.draft(Concerns { appointment: Some(id), ..Concerns::default() });
        draft.to = Some(organization.clone()).filter(|o| !o.is_empty()).into_iter().collect();
        draft.name = words::addressed(&proxy, labels::LETTER_TITLE);
        draft.values.extend([
            (F::Name, proxy.clone()),
            (F::Title, labels::LETTER_TITLE.to_owned()),
            (F::Organization, organization),
            (F::Represented, member.to_owned()),
        ]);
        draft.about = Some(notices::about_member(&proxy, self.meeting.number));
        Ok(draft)
    }

    fn to_guest(&self, guest: &Guest) -> Draft {
        let mut draft = self.draft(Concerns { guest: Some(guest.id), ..Concerns::default() });
        let (organization, post, name) = (&guest.organization, &guest.post, &guest.name);
        let (to, line) = match (name.is_empty(), post.is_empty()) {
            (false, _) => (vec![organization, post], words::addressed(name, labels::LETTER_TITLE)),
            (true, false) => (vec![organization], words::addressed(post, labels::LETTER_TITLE)),
            (true, true) => (vec![], words::addressed(organization, labels::TO_ORGANIZATION)),
        };
        draft.to = to.into_iter().filter(|t| !t.is_empty()).cloned().collect();
        draft.name = line;
        let item = guest.item.and_then(|id| self.facts.items.iter().find(|i| i.id == id)).map(|i| i.line());
        draft.values.extend([
            (F::Name, name.clone()),
            (F::Title, labels::LETTER_TITLE.to_owned()),
            (F::Organization, organization.clone()),
            (F::Post, post.clone()),
            (F::Item, item.unwrap_or_default()),
        ]);
        let called = [name, post, organization].into_iter().find(|t| !t.is_empty());
        draft.about = called.map(|called| notices::about_member(called, self.meeting.number));
        draft
    }
}

/// V26: what goes to the public names nobody who is withheld.
pub(super) fn look_at(council: &Snapshot, ask: &LetterAsk, letters: &[Letter]) -> Result<()> {
    let confirmed = ask.meeting.as_ref().is_some_and(|m| m.confirmed);
    let mut guard = Guard::new(council, Edition { audience: Audience::Public, confirmed });
    letters.iter().for_each(|letter| guard.names(ask.kind.label(), &letter.text()));
    guard.pass()
}

/// A letter to somebody made up: of the body's next meeting, or of one that is made up too.
pub(super) fn sample(app: &App, council: &Snapshot, office: &LetterOffice, wording: &Wording) -> Result<Draft> {
    let today = app.today();
    let own = |m: &&Meeting| wording.of_body.is_none_or(|b| m.body == b);
    let known = || council.meetings.iter().filter(own);
    let next = known().find(|m| m.date >= today).or_else(|| known().next_back());
    let plenary = council.bodies.iter().find(|b| b.kind == BodyKind::Plenary).map(|b| b.id);
    let made_up = wording.of_body.or(plenary).map(|body| Meeting {
        id: MeetingId::new(uuid::Uuid::nil()),
        body,
        joint: Vec::new(),
        number: 1,
        date: today,
        start: Some("14:00".to_owned()),
        end: Some("16:00".to_owned()),
        place: notices::SAMPLE_PLACE.to_owned(),
        mode: Mode::InPerson,
        closed_reason: None,
        state: MeetingState::Draft,
        layout: Layout::Square,
        copies: Copies::default(),
        secretariat: Vec::new(),
        counts: None,
        off_reason: None,
        off_on: None,
    });
    let m = next.cloned().or(made_up).ok_or_else(|| AppError::UnknownRecord("body".to_owned()))?;
    let mut of = MeetingAsk::new(m.id);
    let another = m.date.checked_add_days(chrono::Days::new(14)).unwrap_or(m.date);
    let date = council.calendar.open_from(another);
    of.moved = Some(Moved { date, start: None, end: None, place: String::new() });
    of.reason = notices::SAMPLE_REASON.to_owned();
    let ask = LetterAsk { meeting: Some(of.clone()), ..LetterAsk::new(wording.kind, Vec::new(), today) };
    let facts = Facts::of(app, council, office, &ask, &of, &m)?;
    let mut draft = Draft::new(Some(m.body), Concerns::default(), today, facts.values);
    draft.rows = if wording.kind == LetterKind::WrittenBallot { ballot_rows(&facts.items) } else { Vec::new() };
    draft.values.extend([
        (F::Name, words::SAMPLE_NAME.to_owned()),
        (F::Title, labels::LETTER_TITLE.to_owned()),
        (F::Organization, words::SAMPLE_ORGANIZATION.to_owned()),
        (F::Post, words::SAMPLE_POST.to_owned()),
        (F::Represented, notices::SAMPLE_MEMBER.to_owned()),
        (F::Item, facts.items.first().map(|i| i.line()).unwrap_or_default()),
    ]);
    if !wording.kind.is_to_public() {
        draft.to = vec![words::SAMPLE_ORGANIZATION.to_owned(), words::SAMPLE_POST.to_owned()];
        draft.name = words::addressed(words::SAMPLE_NAME, labels::LETTER_TITLE);
    }
    Ok(draft)
}
