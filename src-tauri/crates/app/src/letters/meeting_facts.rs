//! What letters say of a meeting: when and where, what is dealt with, by when to answer.

use super::LetterAsk;
use super::drafts::common;
use super::meeting::MeetingAsk;
use super::put_off::PutOff;
use crate::council::App;
use crate::error::Result;
use crate::publication::Withheld;
use crate::snapshot::Snapshot;
use crate::text::{labels, notices as words};
use entaku_documents::{Audience, LetterLine};
use entaku_domain::agenda::{AgendaItem, ItemKind, marks};
use entaku_domain::case_guard::find_personal;
use entaku_domain::convocation::Convocation;
use entaku_domain::era::DateStyle;
use entaku_domain::gallery::Gallery;
use entaku_domain::id::AgendaItemId;
use entaku_domain::letter::{LetterField as F, LetterKind, LetterOffice};
use entaku_domain::meeting::{Meeting, Mode};
use entaku_domain::meeting_rule::AgendaStyle;
use entaku_domain::need::Need;
use entaku_domain::paper::{Paper, PaperClass};
use std::collections::BTreeMap;

/// So many items leave room on a sheet for a line more each.
const ROOMY: usize = 4;

/// An item as letters and opinions speak of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NumberedItem {
    /// Its identifier.
    pub(crate) id: AgendaItemId,
    /// As on the agenda, by the body's style: 2, (1), ①.
    pub(crate) mark: String,
    /// How deep it lies under others.
    level: u8,
    /// Whether it is decided on; what is only told or said is not.
    pub(crate) decided: bool,
    /// Its title.
    pub(crate) title: String,
    /// Why it is closed to the public; open where none.
    pub(crate) closed_reason: Option<String>,
}

impl NumberedItem {
    /// 2　地域課題について.
    pub(crate) fn line(&self) -> String {
        words::item(&self.mark, &self.title)
    }

    /// The same in a list, further in the deeper it lies.
    fn listed(&self) -> String {
        format!("{}{}", "　".repeat(usize::from(self.level)), self.line())
    }
}

/// The items that are dealt with, with the numbers that they have on the agenda.
fn numbered_items(agenda: &[AgendaItem], style: &AgendaStyle) -> Vec<NumberedItem> {
    let dealt = |i: &AgendaItem| !matches!(i.kind, ItemKind::Opening | ItemKind::Closing | ItemKind::Recess);
    let one = |(i, mark): (&AgendaItem, String)| NumberedItem {
        id: i.id,
        mark,
        level: i.level,
        decided: matches!(i.kind, ItemKind::Deliberation | ItemKind::Election | ItemKind::LastMinutes),
        title: i.title.clone(),
        closed_reason: i.closed_reason.clone(),
    };
    agenda.iter().zip(marks(agenda, style)).filter(|(i, _)| dealt(i)).map(one).collect()
}

/// The items of a meeting that are dealt with, numbered.
pub(crate) fn items_of(app: &App, council: &Snapshot, m: &Meeting) -> Result<Vec<NumberedItem>> {
    Ok(numbered_items(&app.store().agenda(m.id)?, &council.agenda_style(m.body)))
}

/// A line of a ballot for each item that is decided on; many leave less room to each.
pub(super) fn ballot_rows(items: &[NumberedItem]) -> Vec<LetterLine> {
    let decided: Vec<&NumberedItem> = items.iter().filter(|i| i.decided).collect();
    let ballot = if decided.len() > ROOMY { words::BALLOT } else { words::ROOMY_BALLOT };
    decided.iter().map(|i| LetterLine::new(i.line(), ballot)).collect()
}

/// What is filled into letters of a meeting.
pub(super) struct Facts {
    /// The fields.
    pub(super) values: BTreeMap<F, String>,
    /// The items.
    pub(super) items: Vec<NumberedItem>,
}

impl Facts {
    pub(super) fn of(
        app: &App,
        council: &Snapshot,
        office: &LetterOffice,
        ask: &LetterAsk,
        of: &MeetingAsk,
        m: &Meeting,
    ) -> Result<Self> {
        let style = ask.style_of(council);
        let items = items_of(app, council, m)?;
        let put_off = PutOff::of(app, council, of, ask.kind, m)?;
        let days = match &put_off {
            Some(told) => told.days.clone().unwrap_or_else(|| Convocation::none(m.id)),
            None => {
                app.store().convocation(m.id)?.unwrap_or_else(|| Convocation::usual(m.id, m.date, &council.calendar))
            }
        };
        let was = put_off.as_ref().map_or(m, |told| &told.was);
        let gallery = app.store().gallery(m.id)?.unwrap_or_else(|| Gallery::usual(m.id));
        let mut values = common(council, office, style, ask.on);
        values.extend(of_meeting(council, style, was));
        values.extend(of_days(style, ask, &days));
        values.extend(of_gallery(style, &gallery));
        let papers = app.store().papers(m.id)?;
        let public = ask.kind.is_to_public();
        values.extend([
            (F::Agenda, if public { open_items(m, &items) } else { all_items(&items) }),
            (F::ClosedItems, closed_items(council, m, &items)),
            (F::Openness, words::openness(m.closed_reason.as_deref(), &closed_marks(&items))),
            (F::Papers, sent(&papers)),
            (F::Reason, put_off.as_ref().map_or(of.reason.trim(), |told| told.reason.as_str()).to_owned()),
            (F::Contact, office.contact.trim().to_owned()),
            (F::NewWhen, put_off.as_ref().map(|told| new_when(style, told)).unwrap_or_default()),
        ]);
        Ok(Self { values, items })
    }
}

fn of_meeting(council: &Snapshot, style: DateStyle, m: &Meeting) -> Vec<(F, String)> {
    let year = m.year();
    let body = council.meeting_word(m.body, year);
    let name = match m.joint.is_empty() {
        true => words::meeting(style, year, m.number, &council.council.name, body),
        false => words::joint_meeting(style, year, &council.council.name, &council.meeting_short(m)),
    };
    let mode = if m.mode == Mode::InPerson { String::new() } else { m.mode.label().to_owned() };
    let choices = words::answer_choices(m.mode);
    let needs: Vec<&str> =
        Need::ALL.iter().filter(|n| !matches!(n, Need::Other | Need::SeatPlace)).map(|n| n.label()).collect();
    vec![
        (F::Meeting, name),
        (F::Body, body.to_owned()),
        (F::When, words::when(&style.day_with_weekday(m.date), &labels::hours(m))),
        (F::Place, m.place.clone()),
        (F::Mode, mode),
        (F::AnswerChoices, choices),
        (F::NeedChoices, words::need_choices(&needs)),
    ]
}

fn of_days(style: DateStyle, ask: &LetterAsk, days: &Convocation) -> Vec<(F, String)> {
    let day = |day: Option<entaku_domain::Day>| day.map(|d| style.day_with_weekday(d)).unwrap_or_default();
    let hour = days.opinions_hour.as_deref().filter(|_| days.opinions_by.is_some());
    vec![
        (F::Due, day(ask.due.or(days.reply_by))),
        (F::OpinionsBy, format!("{}{}", day(days.opinions_by), hour.map(words::hour).unwrap_or_default())),
        (F::NeedsBy, day(days.needs_by)),
    ]
}

fn of_gallery(style: DateStyle, gallery: &Gallery) -> Vec<(F, String)> {
    let day = |d: entaku_domain::Day| style.day_with_weekday(d);
    let capacity = gallery.capacity.map(words::capacity).unwrap_or_default();
    let between = words::application(gallery.apply_from.map(day), gallery.apply_by.map(day), gallery.how.trim());
    // Where nobody can be one too many, nothing is decided among them.
    let admission = gallery.capacity.map(|_| gallery.admission.label().to_owned()).unwrap_or_default();
    vec![(F::Capacity, capacity), (F::Admission, admission), (F::Application, between)]
}

fn all_items(items: &[NumberedItem]) -> String {
    let line = |i: &NumberedItem| words::closed_mark(&i.listed(), i.closed_reason.is_some());
    items.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn open_items(m: &Meeting, items: &[NumberedItem]) -> String {
    let open = items.iter().filter(|i| i.closed_reason.is_none() && m.closed_reason.is_none());
    open.map(NumberedItem::listed).collect::<Vec<_>>().join("\n")
}

fn closed_marks(items: &[NumberedItem]) -> Vec<String> {
    items.iter().filter(|i| i.closed_reason.is_some()).map(|i| i.mark.clone()).collect()
}

/// The closed items with their reasons; a title or a reason in which something may
/// point at a person (V21) is not told.
fn closed_items(council: &Snapshot, m: &Meeting, items: &[NumberedItem]) -> String {
    let withheld = Withheld::from(council, Audience::Public);
    let harmless = |text: &str| withheld.found_in(text).is_empty() && find_personal(text, &[]).is_empty();
    let of = |i: &NumberedItem| {
        let reason = i.closed_reason.as_deref().or(m.closed_reason.as_deref())?;
        let title = if harmless(&i.title) { i.title.as_str() } else { "" };
        Some(words::closed_item(&i.mark, title, if harmless(reason) { reason } else { "" }))
    };
    items.iter().filter_map(of).collect::<Vec<_>>().join("\n")
}

/// Papers that are sent beforehand, by number.
fn sent(papers: &[Paper]) -> String {
    let mut all: Vec<&Paper> = papers.iter().filter(|p| p.class == PaperClass::Sent).collect();
    all.sort_by(|a, b| a.number.cmp(&b.number));
    all.iter().map(|p| words::paper(p.number.as_str(), &p.title)).collect::<Vec<_>>().join("\n")
}

/// When and where a meeting is held that was put off.
fn new_when(style: DateStyle, told: &PutOff) -> String {
    let Some(to) = &told.to else { return words::NOT_YET.to_owned() };
    let hours = labels::hours(&Meeting { start: to.start.clone(), end: to.end.clone(), ..told.was.clone() });
    words::when_and_where(&style.day_with_weekday(to.date), &hours, &to.place)
}

/// Whether a kind of letter makes sense for a meeting that is held so.
pub(super) fn is_for(kind: LetterKind, m: &Meeting) -> bool {
    match kind {
        LetterKind::WrittenMeeting | LetterKind::WrittenBallot => m.mode == Mode::Written,
        LetterKind::MeetingNotice | LetterKind::ReplySheet => m.mode != Mode::Written,
        LetterKind::GalleryNotice | LetterKind::GalleryRules => m.mode != Mode::Written,
        _ => true,
    }
}
