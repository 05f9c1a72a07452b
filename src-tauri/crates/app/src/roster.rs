//! The roster (委員名簿) of a body on a day, as a document and as a sheet.

mod changes;
mod columns;
mod figures;
mod filter;

use crate::publication;
use crate::snapshot::{Sitting, Snapshot};
use crate::text::labels;
use entaku_documents::{Audience, Roster, RosterColumn, RosterGroup, RosterRow};
use entaku_domain::appointment::{Appointment, EndRule, MemberKind};
use entaku_domain::body::Body;
use entaku_domain::id::PersonId;
use entaku_domain::person::{Person, Publication};
use entaku_domain::roster::{Reading, RosterOrder, SortKey, compare};
use entaku_domain::{Day, FiscalYear};
use entaku_sheets::{DateStyle, Page, Sheet};
use std::collections::BTreeMap;

pub use changes::{Between, changes, changes_sheet};
pub use columns::{columns, left_out};
pub use figures::{figures, figures_sheet};
pub use filter::RosterFilter;

/// What a roster is asked for.
#[derive(Debug, Clone)]
pub struct RosterChoice {
    /// As of this day.
    pub on: Day,
    /// By category or by syllabary.
    pub order: RosterOrder,
    /// For whom: it decides names, and columns where none are chosen.
    pub audience: Audience,
    /// The columns from left to right; the usual ones where none.
    pub columns: Option<Vec<RosterColumn>>,
    /// Who is listed.
    pub filter: RosterFilter,
}

impl RosterChoice {
    /// The usual roster: everybody, in the usual columns.
    pub fn usual(on: Day, order: RosterOrder, audience: Audience) -> Self {
        Self { on, order, audience, columns: None, filter: RosterFilter::default() }
    }
}

/// A line of a roster before it is put into columns.
struct Line<'a> {
    sitting: Sitting<'a>,
    key: SortKey,
    row: RosterRow,
}

/// The roster as a document.
pub fn document(council: &Snapshot, body: &Body, choice: &RosterChoice) -> Roster {
    let lines = lines(council, body, choice);
    Roster {
        council: council.council.name.clone(),
        title: labels::roster_title(council.body_name(body.id, FiscalYear::of(choice.on))),
        as_of: labels::as_of(&council.council, choice.on),
        term: term_line(council, &lines),
        audience: choice.audience,
        columns: columns(council, body, choice),
        groups: groups(council, body, choice, lines),
        footers: footers(council, body, choice),
    }
}

/// The roster as a table for Excel or CSV, dates as dates.
pub fn sheet(council: &Snapshot, body: &Body, choice: &RosterChoice) -> Sheet {
    let name = council.body_name(body.id, FiscalYear::of(choice.on));
    let lines = lines(council, body, choice);
    let columns = columns(council, body, choice);
    let rows = lines
        .iter()
        .enumerate()
        .map(|(at, line)| columns.iter().map(|c| columns::cell(line, *c, at + 1)).collect())
        .collect();
    Sheet {
        name: labels::roster_sheet_name(name),
        title: [labels::roster_heading(&council.council, name), labels::as_of(&council.council, choice.on)]
            .into_iter()
            .chain(filter::words(council, body, choice))
            .collect(),
        columns: columns.iter().map(|c| columns::column(*c, &lines)).collect(),
        rows,
        page: Page::Landscape,
        footer: council.council.notice.clone().unwrap_or_default(),
        dates: DateStyle::Era,
        author: council.council.secretariat.clone(),
        made_on: choice.on,
    }
}

fn lines<'a>(council: &'a Snapshot, body: &Body, choice: &RosterChoice) -> Vec<Line<'a>> {
    let mut sittings = council.sittings(body.id, choice.on);
    sittings.retain(Sitting::counts);
    sittings.retain(|s| choice.filter.keeps(council, body, s, choice.on, choice.audience));
    // V26: no reading in public; the affiliation beside the name tells namesakes apart there.
    let names = match choice.audience {
        Audience::Public => BTreeMap::new(),
        Audience::Members | Audience::Internal => told_apart(council, &sittings, choice.on),
    };
    let mut lines: Vec<Line<'a>> = sittings
        .into_iter()
        .map(|sitting| Line {
            row: row(council, body, &sitting, choice, &names),
            key: sort_key(body, &sitting, choice.on, choice.audience),
            sitting,
        })
        .collect();
    lines.sort_by(|a, b| compare(choice.order, &a.key, &b.key));
    lines
}

/// V26: who is withheld has no reading in public, for their place in 五十音順 would tell it.
fn sort_key(body: &Body, sitting: &Sitting<'_>, on: Day, audience: Audience) -> SortKey {
    let read = sitting.person.filter(|p| !publication::is_withheld(p, audience));
    SortKey {
        body: body.order,
        kind: sitting.appointment.map_or(MemberKind::Regular, |a| a.kind),
        category: sitting.seat.category,
        seat: sitting.seat.order,
        reading: read.map(|p| Reading::of(p.name_on(on))),
    }
}

/// Those whose names are the same to the letter, with what tells them apart.
fn told_apart(council: &Snapshot, sittings: &[Sitting<'_>], on: Day) -> BTreeMap<PersonId, String> {
    let mut by_name: BTreeMap<String, BTreeMap<PersonId, &Person>> = BTreeMap::new();
    for person in sittings.iter().filter_map(|s| s.person) {
        by_name.entry(person.name_on(on).full()).or_default().insert(person.id, person);
    }
    let mut names = BTreeMap::new();
    for (full, namesakes) in by_name.iter().filter(|(_, namesakes)| namesakes.len() > 1) {
        for person in namesakes.values() {
            let kana = person.name_on(on).kana();
            let same_reading = namesakes.values().filter(|o| o.name_on(on).kana() == kana).count() > 1;
            let by = if same_reading { council.organization_of(person.id, on) } else { kana };
            names.insert(person.id, labels::told_apart(full, &by));
        }
    }
    names
}

fn row(
    council: &Snapshot,
    body: &Body,
    sitting: &Sitting<'_>,
    choice: &RosterChoice,
    names: &BTreeMap<PersonId, String>,
) -> RosterRow {
    let category = category_text(council, body, sitting.seat.category, choice.on);
    let Some((person, appointment)) = sitting.person.zip(sitting.appointment) else {
        return RosterRow {
            category,
            name: labels::vacant_in_brackets(),
            affiliation: council.filler_text(sitting.seat, choice.on),
            organization: council.filler_text(sitting.seat, choice.on),
            vacant: true,
            ..RosterRow::default()
        };
    };
    let style = council.council.date_style;
    let (since, until) = sitting.days.unwrap_or((appointment.start, appointment.last_day()));
    let shown = publication::appearance(council, person, choice.on, choice.audience);
    let named = choice.audience != Audience::Public || person.publication == Publication::Name;
    let internal = choice.audience == Audience::Internal;
    RosterRow {
        category,
        name: names.get(&person.id).cloned().unwrap_or(shown.name),
        // V26: no reading in public, unless its column was chosen; none of who is withheld.
        kana: if named { person.name_on(choice.on).kana() } else { String::new() },
        affiliation: shown.affiliation,
        organization: shown.organization,
        post: shown.post,
        kind: appointment.kind.label().to_owned(),
        again: again(council, appointment),
        nominator: sitting
            .seat
            .nominator
            .filter(|_| named)
            .map_or_else(String::new, |o| council.organization_name(o, choice.on).to_owned()),
        letter_number: council.letter_number(appointment).filter(|_| internal).unwrap_or_default().to_owned(),
        address: if internal { address(council, person, choice.on) } else { String::new() },
        contact: if internal { contact(council, person, choice.on) } else { String::new() },
        needs: if internal { person.needs.join("、") } else { String::new() },
        office: council.office_title(body.id, person.id, choice.on).unwrap_or_default().to_owned(),
        appointed: style.day(since),
        term_end: until.map(|d| style.day(d)).unwrap_or_default(),
        note: note(council, appointment, body, choice.on),
        vacant: false,
    }
}

fn category_text(council: &Snapshot, body: &Body, number: Option<u8>, on: Day) -> String {
    let version = council.version(body.id, FiscalYear::of(on)).filter(|v| v.is_categorised());
    number
        .and_then(|n| version?.category(n))
        .map(|c| format!("{} {}", labels::category_mark(c.number), c.text))
        .unwrap_or_default()
}

/// 再任, 補欠（残任期間）, 臨時委員 and the like.
fn note(council: &Snapshot, appointment: &Appointment, body: &Body, on: Day) -> String {
    let mut notes = Vec::new();
    if appointment.kind != MemberKind::Regular {
        notes.push(appointment.kind.label().to_owned());
    }
    if appointment.predecessor.is_some() {
        notes.push(labels::replacement(appointment.end_rule == EndRule::Remaining));
    } else if before(council, appointment).is_some() {
        notes.push(labels::REAPPOINTED.to_owned());
    }
    if appointment.body != body.id {
        notes.push(council.body_name(appointment.body, FiscalYear::of(on)).to_owned());
    }
    notes.join("、")
}

/// Where letters go: 248-0012 鎌倉市….
fn address(council: &Snapshot, person: &Person, on: Day) -> String {
    let Some(to) = council.letter_addressee(person.id, on) else { return String::new() };
    let lines = std::iter::once(to.postal_code).chain(to.lines).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("　")
}

/// Telephone and e-mail of the address, and what else is known.
fn contact(council: &Snapshot, person: &Person, on: Day) -> String {
    let to = council.letter_addressee(person.id, on).unwrap_or_default();
    let known = person.contact.clone().unwrap_or_default();
    let more = [to.telephone, to.email].into_iter().flatten().filter(|text| !known.contains(text.as_str()));
    let parts = std::iter::once(known.clone()).chain(more).filter(|text| !text.is_empty());
    parts.collect::<Vec<_>>().join("　")
}

/// How often somebody was appointed again without a break; empty for never.
fn again(council: &Snapshot, appointment: &Appointment) -> String {
    let (mut times, mut first) = (0, appointment);
    while let Some(before) = before(council, first) {
        (times, first) = (times + 1, before);
    }
    if times > 0 { times.to_string() } else { String::new() }
}

/// The appointment that ended the day before this one began.
fn before<'a>(council: &'a Snapshot, appointment: &Appointment) -> Option<&'a Appointment> {
    council.appointments_of(appointment.person).find(|a| {
        a.body == appointment.body
            && a.start < appointment.start
            && a.last_day().and_then(|d| d.succ_opt()) == Some(appointment.start)
    })
}

/// What stands under the table: who is listed, where not everybody is; how.
fn footers(council: &Snapshot, body: &Body, choice: &RosterChoice) -> Vec<String> {
    let usual = labels::roster_footers(&council.council, choice.order);
    filter::words(council, body, choice).into_iter().chain(usual).collect()
}

/// The term that most members share.
fn term_line(council: &Snapshot, lines: &[Line<'_>]) -> String {
    let mut counts: BTreeMap<(Day, Day), usize> = BTreeMap::new();
    for line in lines {
        if let Some(a) = line.sitting.appointment
            && let Some(end) = a.end
        {
            *counts.entry((a.start, end)).or_default() += 1;
        }
    }
    counts
        .into_iter()
        .max_by_key(|(_, n)| *n)
        .map(|((start, end), _)| labels::term(&council.council, start, end))
        .unwrap_or_default()
}

fn groups(council: &Snapshot, body: &Body, choice: &RosterChoice, lines: Vec<Line<'_>>) -> Vec<RosterGroup> {
    let mut groups: Vec<RosterGroup> = Vec::new();
    for line in lines {
        let label = match choice.order {
            RosterOrder::ByCategory => category_text(council, body, line.sitting.seat.category, choice.on),
            RosterOrder::BySyllabary => String::new(),
        };
        match groups.last_mut() {
            Some(group) if group.label == label => group.rows.push(line.row),
            _ => groups.push(RosterGroup { label, rows: vec![line.row] }),
        }
    }
    groups
}
