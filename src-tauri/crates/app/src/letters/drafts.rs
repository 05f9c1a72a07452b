//! What each letter says, before it has its form: the fields of its wording.

use super::recipients::{self, Recipient};
use super::{LetterAsk, fault};
use crate::council::App;
use crate::error::Result;
use crate::snapshot::{Addressee, Snapshot};
use crate::text::{labels, letters as words};
use entaku_documents::LetterLine;
use entaku_domain::body::BodyKind;
use entaku_domain::era::DateStyle;
use entaku_domain::id::{AppointmentId, BodyId, GuestId, MeetingId, OrganizationId, PersonId, ProposalId, SeatId};
use entaku_domain::letter::{LetterFault, LetterField as F, LetterKind, LetterOffice};
use entaku_domain::{Day, FiscalYear};
use std::collections::BTreeMap;

/// Whom a letter concerns, as its number keeps it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Concerns {
    pub(super) person: Option<PersonId>,
    pub(super) organization: Option<OrganizationId>,
    pub(super) appointment: Option<AppointmentId>,
    pub(super) seat: Option<SeatId>,
    pub(super) meeting: Option<MeetingId>,
    pub(super) guest: Option<GuestId>,
    pub(super) proposal: Option<ProposalId>,
}

/// One letter's contents.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// The body, for the file's name; none for a sample.
    pub(super) body: Option<BodyId>,
    /// Whom it concerns.
    pub(super) concerns: Concerns,
    /// Organisation and post before the name.
    pub(super) to: Vec<String>,
    /// The name as it is addressed.
    pub(super) name: String,
    /// Its seats or members.
    pub(super) count: usize,
    /// The letter's day.
    pub(super) on: Day,
    /// What is filled in.
    pub(super) values: BTreeMap<F, String>,
    /// Lines of a form that come from the meeting, before those of the wording.
    pub(super) rows: Vec<LetterLine>,
    /// Whether it is in large print.
    pub(super) large: bool,
    /// What the file is called after where it is the only one; as usual where none.
    pub(super) about: Option<String>,
    /// The meeting, for the file's name.
    pub(super) of_meeting: Option<String>,
    /// Who signs in place of the office.
    pub(super) sender: Option<String>,
}

impl Draft {
    /// A letter to nobody yet.
    pub(super) const fn new(body: Option<BodyId>, concerns: Concerns, on: Day, values: BTreeMap<F, String>) -> Self {
        Self {
            body,
            concerns,
            to: Vec::new(),
            name: String::new(),
            count: 1,
            on,
            values,
            rows: Vec::new(),
            large: false,
            about: None,
            of_meeting: None,
            sender: None,
        }
    }

    /// What is filled into a field.
    pub(super) fn value(&self, field: F) -> String {
        self.values.get(&field).cloned().unwrap_or_default()
    }

    pub(super) fn about(&self, council: &Snapshot, on: Day) -> String {
        let organization = || self.concerns.organization.map(|o| council.organization_name(o, on).to_owned());
        let person = self.concerns.person.and_then(|p| council.person(p)).map(|p| p.name_on(on).full());
        person.or_else(organization).unwrap_or_default()
    }

    pub(super) fn body_name(&self, council: &Snapshot, on: Day) -> String {
        self.body.map(|b| council.body_name(b, FiscalYear::of(on)).to_owned()).unwrap_or_default()
    }
}

/// The letters of one go.
#[derive(Debug, Clone)]
pub(super) struct Batch {
    /// Each letter.
    pub(super) drafts: Vec<Draft>,
    /// Names of those about whom there is no organisation to write to.
    pub(super) left_out: Vec<String>,
}

/// The letters that are asked for, those to one organisation put together. Whoever has no
/// organisation (公募の委員) keeps nobody else from theirs.
pub(super) fn of(app: &App, council: &Snapshot, ask: &LetterAsk) -> Result<Batch> {
    if ask.kind.is_of_meeting() {
        return super::meeting::batch(app, council, ask);
    }
    if ask.kind.is_to_outside() {
        return super::outside::batch(app, council, ask);
    }
    let recipients = recipients::all(app, council, ask)?;
    if recipients.is_empty() {
        return Err(fault(LetterFault::NobodyChosen));
    }
    if ask.kind.needs_member() && recipients.iter().any(|r| r.person.is_none()) {
        return Err(fault(LetterFault::NoMember { kind: ask.kind }));
    }
    let office = app.letter_office(council)?;
    let writer = Writer { council, ask, office: &office, style: ask.style_of(council) };
    if !ask.kind.is_to_organization() {
        let drafts = recipients.iter().map(|r| writer.to_person(r)).collect();
        return Ok(Batch { drafts, left_out: Vec::new() });
    }
    let (reached, lost): (Vec<_>, Vec<_>) = recipients.into_iter().partition(|r| r.organization.is_some());
    let left_out: Vec<String> = lost.iter().map(|r| writer.name_of(r)).collect();
    if reached.is_empty() {
        return Err(fault(LetterFault::NoOrganization { about: left_out.join("、") }));
    }
    let drafts = grouped(&reached).iter().map(|group| writer.to_organization(group)).collect();
    Ok(Batch { drafts, left_out })
}

/// What one letter to an organisation can say of all whom it names: it states one body, one
/// kind of member and one term.
fn shared(r: &Recipient<'_>) -> impl PartialEq + use<> {
    (r.organization, r.body, r.kind, r.term, r.remaining)
}

/// Those together who share a letter, in the order of the first of each.
fn grouped<'a>(recipients: &[Recipient<'a>]) -> Vec<Vec<Recipient<'a>>> {
    let mut groups: Vec<Vec<Recipient<'a>>> = Vec::new();
    for recipient in recipients {
        let same =
            |group: &&mut Vec<Recipient<'a>>| group.first().is_some_and(|first| shared(first) == shared(recipient));
        match groups.iter_mut().find(same) {
            Some(group) => group.push(*recipient),
            None => groups.push(vec![*recipient]),
        }
    }
    groups
}

/// What letters draw on.
struct Writer<'a> {
    council: &'a Snapshot,
    ask: &'a LetterAsk,
    office: &'a LetterOffice,
    style: DateStyle,
}

impl Writer<'_> {
    fn to_person(&self, r: &Recipient<'_>) -> Draft {
        let values = self.values(std::slice::from_ref(r));
        let value = |field| values.get(&field).cloned().unwrap_or_default();
        let to = [value(F::Organization), value(F::Post)].into_iter().filter(|t| !t.is_empty()).collect();
        let name = match self.ask.kind {
            LetterKind::Assignment => value(F::Name),
            _ => words::addressed(&value(F::Name), &value(F::Title)),
        };
        let concerns = Concerns {
            person: r.person,
            organization: None,
            appointment: r.appointment.map(|a| a.id),
            seat: r.seat.map(|s| s.id),
            ..Concerns::default()
        };
        Draft { to, name, ..Draft::new(Some(r.body), concerns, self.ask.on, values) }
    }

    fn to_organization(&self, group: &[Recipient<'_>]) -> Draft {
        let mut values = self.values(group);
        let first = group.first();
        let organization = first.and_then(|r| r.organization);
        let to = organization.and_then(|o| self.council.organization_addressee(o, self.ask.on)).unwrap_or_default();
        values.insert(F::Organization, to.organization.clone());
        let concerns = Concerns {
            organization,
            seat: first.filter(|_| group.len() == 1).and_then(|r| r.seat).map(|s| s.id),
            appointment: first.filter(|_| group.len() == 1).and_then(|r| r.appointment).map(|a| a.id),
            ..Concerns::default()
        };
        Draft {
            name: to.line(),
            to: if to.name.is_empty() && to.post.is_empty() { Vec::new() } else { above(&to) },
            count: group.len(),
            ..Draft::new(first.map(|r| r.body), concerns, self.ask.on, values)
        }
    }

    fn name_of(&self, r: &Recipient<'_>) -> String {
        let person = r.person.and_then(|p| self.council.person(p)).map(|p| p.name_on(self.ask.on).full());
        person.unwrap_or_else(|| r.seat.map(|s| self.council.filler_text(s, self.ask.on)).unwrap_or_default())
    }

    /// All fields; of a group, those of the first but for what tells them apart.
    fn values(&self, group: &[Recipient<'_>]) -> BTreeMap<F, String> {
        let council = self.council;
        let mut values = common(council, self.office, self.style, self.ask.on);
        let Some(first) = group.first() else { return values };
        let year = FiscalYear::of(first.term.map_or(self.ask.on, |(start, _)| start));
        let day = |day: Option<Day>| day.map(|d| self.style.day(d)).unwrap_or_default();
        let mut put = |field, text: String| drop(values.insert(field, text));
        put(F::Body, council.body_name(first.body, year).to_owned());
        put(F::Duty, duty(council, first, year));
        put(F::Category, self.categories(group, year));
        put(F::Start, day(first.term.map(|(start, _)| start)));
        let (end, term) = self.term(first);
        put(F::End, end);
        put(F::Term, term);
        put(F::EndedOn, day(first.appointment.and_then(|a| a.last_day())));
        put(
            F::EndReason,
            first.appointment.and_then(|a| a.end_reason).map(|r| r.label().to_owned()).unwrap_or_default(),
        );
        put(F::Seats, words::people(group.len()));
        put(F::Members, group.iter().map(|r| self.line(r)).collect::<Vec<_>>().join("\n"));
        put(F::Due, self.ask.due.map(|d| self.style.day_with_weekday(d)).unwrap_or_default());
        if let Some(person) = first.person.and_then(|p| council.person(p)) {
            put(F::Name, person.name_on(self.ask.on).full());
            put(F::Title, title(&person.letter_title));
            put(F::Organization, council.organization_of(person.id, self.ask.on));
            put(F::Post, council.post_of(person.id, self.ask.on));
        }
        values
    }

    /// The last day and the whole term; to be written by hand where the day is not known yet.
    fn term(&self, r: &Recipient<'_>) -> (String, String) {
        let Some((start, end)) = r.term else { return Default::default() };
        if r.end_open {
            return (words::day_to_be_filled_in(self.style), words::open_term(self.style, start));
        }
        let day = end.map(|end| self.style.day(end)).unwrap_or_default();
        (day, words::term(self.style, (start, end), r.remaining))
    }

    fn line(&self, r: &Recipient<'_>) -> String {
        let post = r.person.map(|p| self.council.post_of(p, self.ask.on)).unwrap_or_default();
        words::member(&self.name_of(r), &post)
    }

    fn categories(&self, group: &[Recipient<'_>], year: FiscalYear) -> String {
        let mut numbers: Vec<u8> = group.iter().filter_map(|r| r.category).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let version = group.first().and_then(|r| self.council.version(r.body, year));
        let Some(version) = version.filter(|v| v.is_categorised()) else { return String::new() };
        let named = numbers.iter().filter_map(|n| version.category(*n));
        named.map(|c| format!("{}{}", labels::category_mark(c.number), c.text)).collect::<Vec<_>>().join("、")
    }
}

/// The organisation and post that stand above a name.
pub(super) fn above(to: &Addressee) -> Vec<String> {
    let post = if to.name.is_empty() { "" } else { &to.post };
    [to.organization.as_str(), post].into_iter().filter(|t| !t.is_empty()).map(str::to_owned).collect()
}

/// 様 where nothing else is set.
pub(super) fn title(set: &str) -> String {
    if set.is_empty() { labels::LETTER_TITLE.to_owned() } else { set.to_owned() }
}

/// 鎌倉市障害者支援協議会委員; of a part of the council, with its name.
fn duty(council: &Snapshot, r: &Recipient<'_>, year: FiscalYear) -> String {
    let is_plenary = council.body_by_id(r.body).is_some_and(|b| b.kind == BodyKind::Plenary);
    let body = if is_plenary { "" } else { council.body_name(r.body, year) };
    format!("{}{body}{}", council.council.name, r.kind.label())
}

/// The fields that every letter has.
pub(super) fn common(council: &Snapshot, office: &LetterOffice, style: DateStyle, on: Day) -> BTreeMap<F, String> {
    BTreeMap::from([
        (F::Council, council.council.name.clone()),
        (F::Municipality, council.council.municipality.clone()),
        (F::Secretariat, council.council.secretariat.clone()),
        (F::Sender, office.sender.clone()),
        (F::Date, style.day(on)),
    ])
}

/// A letter to somebody made up.
pub(super) fn sample(council: &Snapshot, office: &LetterOffice, kind: LetterKind, on: Day) -> Draft {
    let style = council.council.date_style;
    let year = FiscalYear::of(on);
    let (start, end) = (year.first_day(), year.plus(1).last_day());
    let mut values = common(council, office, style, on);
    let body = council.bodies.iter().find(|b| b.kind == BodyKind::Plenary);
    let version = body.and_then(|b| council.version(b.id, year));
    let category = version.filter(|v| v.is_categorised()).and_then(|v| v.categories.first());
    values.extend([
        (F::Body, version.map(|v| v.name.clone()).unwrap_or_default()),
        (F::Duty, format!("{}{}", council.council.name, labels::MEMBER)),
        (F::Category, category.map(|c| format!("{}{}", labels::category_mark(c.number), c.text)).unwrap_or_default()),
        (F::Start, style.day(start)),
        (F::End, style.day(end)),
        (F::Term, words::term(style, (start, Some(end)), false)),
        (F::EndedOn, style.day(end)),
        (F::EndReason, entaku_domain::appointment::EndReason::Expired.label().to_owned()),
        (F::Seats, words::people(1)),
        (F::Members, words::member(words::SAMPLE_NAME, words::SAMPLE_POST)),
        (F::Due, style.day_with_weekday(year.first_day())),
        (F::Name, words::SAMPLE_NAME.to_owned()),
        (F::Title, labels::LETTER_TITLE.to_owned()),
        (F::Organization, words::SAMPLE_ORGANIZATION.to_owned()),
        (F::Post, words::SAMPLE_POST.to_owned()),
    ]);
    let to_organization = kind.is_to_organization();
    let name = match (to_organization, kind) {
        (true, _) => words::addressed(words::SAMPLE_ORGANIZATION, labels::TO_ORGANIZATION),
        (_, LetterKind::Assignment) => words::SAMPLE_NAME.to_owned(),
        _ => words::addressed(words::SAMPLE_NAME, labels::LETTER_TITLE),
    };
    let to = [words::SAMPLE_ORGANIZATION, words::SAMPLE_POST].map(str::to_owned).to_vec();
    let to = if to_organization { Vec::new() } else { to };
    Draft { to, name, ..Draft::new(body.map(|b| b.id), Concerns::default(), on, values) }
}
