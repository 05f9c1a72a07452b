//! The roster (委員名簿) of a body on a day, as a document and as a sheet.

use crate::publication;
use crate::snapshot::{Sitting, Snapshot};
use crate::text::labels;
use entaku_documents::{Audience, Roster, RosterColumn, RosterGroup, RosterRow};
use entaku_domain::appointment::{Appointment, EndRule, MemberKind};
use entaku_domain::body::{Body, BodyVersion};
use entaku_domain::id::PersonId;
use entaku_domain::person::Person;
use entaku_domain::roster::{Reading, RosterOrder, SortKey, compare};
use entaku_domain::{Day, FiscalYear};
use entaku_sheets::{Cell, Column, DateStyle, Kind, Page, Sheet};
use std::collections::BTreeMap;

/// Columns of what is published: no reading, no dates, nothing internal (V26).
const PUBLIC: [RosterColumn; 5] =
    [RosterColumn::Category, RosterColumn::Affiliation, RosterColumn::Name, RosterColumn::Office, RosterColumn::Note];
/// Columns for the secretariat.
const INTERNAL: [RosterColumn; 9] = [
    RosterColumn::Number,
    RosterColumn::Category,
    RosterColumn::Name,
    RosterColumn::Kana,
    RosterColumn::Affiliation,
    RosterColumn::Office,
    RosterColumn::Appointed,
    RosterColumn::TermEnd,
    RosterColumn::Note,
];

/// What a roster is asked for.
#[derive(Debug, Clone, Copy)]
pub struct RosterChoice {
    /// As of this day.
    pub on: Day,
    /// By category or by syllabary.
    pub order: RosterOrder,
    /// For whom: it decides columns and names.
    pub audience: Audience,
}

/// A line of a roster before it is put into columns.
struct Line<'a> {
    sitting: Sitting<'a>,
    key: SortKey,
    row: RosterRow,
}

/// The roster as a document.
pub fn document(council: &Snapshot, body: &Body, choice: RosterChoice) -> Roster {
    let lines = lines(council, body, choice);
    Roster {
        council: council.council.name.clone(),
        title: labels::roster_title(council.body_name(body.id, FiscalYear::of(choice.on))),
        as_of: labels::as_of(&council.council, choice.on),
        term: term_line(council, &lines),
        audience: choice.audience,
        columns: columns(council, body, choice),
        groups: groups(council, body, choice, lines),
        footers: labels::roster_footers(&council.council, choice.order),
    }
}

/// The roster as a table for Excel or CSV, dates as dates.
pub fn sheet(council: &Snapshot, body: &Body, choice: RosterChoice) -> Sheet {
    let name = council.body_name(body.id, FiscalYear::of(choice.on));
    let lines = lines(council, body, choice);
    let columns = columns(council, body, choice);
    let rows =
        lines.iter().enumerate().map(|(at, line)| columns.iter().map(|c| cell(line, *c, at + 1)).collect()).collect();
    Sheet {
        name: labels::roster_sheet_name(name),
        title: vec![labels::roster_heading(&council.council, name), labels::as_of(&council.council, choice.on)],
        columns: columns.iter().map(|c| column(*c, &lines)).collect(),
        rows,
        page: Page::Landscape,
        footer: council.council.notice.clone().unwrap_or_default(),
        dates: DateStyle::Era,
        author: council.council.secretariat.clone(),
        made_on: choice.on,
    }
}

/// The columns for an audience; no category where categories do not tell members apart.
fn columns(council: &Snapshot, body: &Body, choice: RosterChoice) -> Vec<RosterColumn> {
    let all: &[RosterColumn] = match choice.audience {
        Audience::Internal => &INTERNAL,
        Audience::Members | Audience::Public => &PUBLIC,
    };
    let categorised = council.version(body.id, FiscalYear::of(choice.on)).is_some_and(BodyVersion::is_categorised);
    all.iter().copied().filter(|c| categorised || *c != RosterColumn::Category).collect()
}

fn lines<'a>(council: &'a Snapshot, body: &Body, choice: RosterChoice) -> Vec<Line<'a>> {
    let sittings = council.sittings(body.id, choice.on);
    // V26: no reading in public; the affiliation beside the name tells namesakes apart there.
    let names = match choice.audience {
        Audience::Public => BTreeMap::new(),
        Audience::Members | Audience::Internal => told_apart(council, &sittings, choice.on),
    };
    let mut lines: Vec<Line<'a>> = sittings
        .into_iter()
        .map(|sitting| Line {
            row: row(council, body, &sitting, choice, &names),
            key: sort_key(body, &sitting, choice.on),
            sitting,
        })
        .collect();
    lines.sort_by(|a, b| compare(choice.order, &a.key, &b.key));
    lines
}

fn sort_key(body: &Body, sitting: &Sitting<'_>, on: Day) -> SortKey {
    SortKey {
        body: body.order,
        kind: sitting.appointment.map_or(MemberKind::Regular, |a| a.kind),
        category: sitting.seat.category,
        seat: sitting.seat.order,
        reading: sitting.person.map(|p| Reading::of(p.name_on(on))),
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
    choice: RosterChoice,
    names: &BTreeMap<PersonId, String>,
) -> RosterRow {
    let category = category_text(council, body, sitting.seat.category, choice.on);
    let Some((person, appointment)) = sitting.person.zip(sitting.appointment) else {
        return RosterRow {
            category,
            name: labels::vacant_in_brackets(),
            affiliation: council.filler_text(sitting.seat, choice.on),
            vacant: true,
            ..RosterRow::default()
        };
    };
    let style = council.council.date_style;
    let (since, until) = sitting.days.unwrap_or((appointment.start, appointment.last_day()));
    let shown = publication::appearance(council, person, choice.on, choice.audience);
    RosterRow {
        category,
        name: names.get(&person.id).cloned().unwrap_or(shown.name),
        kana: shown.kana,
        affiliation: shown.affiliation,
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
    } else if is_reappointed(council, appointment) {
        notes.push(labels::REAPPOINTED.to_owned());
    }
    if appointment.body != body.id {
        notes.push(council.body_name(appointment.body, FiscalYear::of(on)).to_owned());
    }
    notes.join("、")
}

fn is_reappointed(council: &Snapshot, appointment: &Appointment) -> bool {
    council.appointments_of(appointment.person).any(|a| {
        a.body == appointment.body
            && a.start < appointment.start
            && a.last_day().and_then(|d| d.succ_opt()) == Some(appointment.start)
    })
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

fn groups(council: &Snapshot, body: &Body, choice: RosterChoice, lines: Vec<Line<'_>>) -> Vec<RosterGroup> {
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

fn cell(line: &Line<'_>, column: RosterColumn, number: usize) -> Cell {
    let days = line.sitting.days;
    match column {
        RosterColumn::Number => Cell::Integer(i64::try_from(number).unwrap_or(i64::MAX)),
        RosterColumn::Appointed => days.map_or(Cell::Empty, |(start, _)| Cell::Date(start)),
        RosterColumn::TermEnd => days.and_then(|(_, end)| end).map_or(Cell::Empty, Cell::Date),
        _ => Cell::from(line.row.cell(column)),
    }
}

fn column(column: RosterColumn, lines: &[Line<'_>]) -> Column {
    let widest = lines.iter().map(|l| entaku_sheets::display_width(l.row.cell(column))).max().unwrap_or(0);
    let kind = match column {
        RosterColumn::Number => Kind::Integer,
        RosterColumn::Appointed | RosterColumn::TermEnd => Kind::Date,
        RosterColumn::Office => Kind::Mark,
        _ => Kind::Text,
    };
    // Long texts wrap: a sheet that is wider than a page prints too small to read.
    let most = match column {
        RosterColumn::Number => 5,
        RosterColumn::Category | RosterColumn::Name => 20,
        RosterColumn::Affiliation => 34,
        RosterColumn::Appointed | RosterColumn::TermEnd | RosterColumn::Kana => 18,
        RosterColumn::Office | RosterColumn::Note => 12,
    };
    Column { name: column.label().to_owned(), width: (widest + 2).clamp(5, most), kind }
}
