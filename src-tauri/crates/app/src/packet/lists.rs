//! The lists that go with a meeting's papers: who got what (送付一覧), what is collected
//! (回収確認表), for whom which set is made (配付計画).

use crate::council::App;
use crate::deliveries::members;
use crate::error::{AppError, Result};
use crate::meetings::page::meeting;
use crate::snapshot::Snapshot;
use crate::text::{labels, papers as words};
use entaku_documents::{ListColumn, Listing};
use entaku_domain::Day;
use entaku_domain::id::MeetingId;
use entaku_domain::meeting::Meeting;
use entaku_domain::paper_fault::PaperFault;
use entaku_domain::violation::Violation;
use entaku_sheets::{Cell, Column, DateStyle, Kind, Page, Sheet};

/// Who got what of a meeting, and who lacks what.
pub(crate) fn delivery(app: &App, council: &Snapshot, id: MeetingId) -> Result<Listing> {
    let m = meeting(council, id)?;
    let page = app.list_deliveries(id)?;
    let day = |iso: &str| iso.parse::<Day>().map(|d| council.council.date_style.day(d)).unwrap_or_default();
    let handed = page.rows.iter().map(|r| {
        let note = r.note.clone().unwrap_or_default();
        vec![day(&r.on), r.what_label.clone(), r.name.clone(), r.way_label.clone(), r.copies.to_string(), note]
    });
    let lacking = page.items.iter().filter(|item| item.expected && item.lacking > 0).flat_map(|item| {
        let who = page.members.iter().filter(|member| member.lacks.contains(&item.what));
        who.map(|member| {
            vec![
                words::NOT_YET.to_owned(),
                item.label.clone(),
                member.name.clone(),
                member.way_label.clone(),
                String::new(),
                String::new(),
            ]
        })
    });
    let [on, what, who, way, copies, note] = words::DELIVERY_COLUMNS;
    Ok(Listing {
        title: words::DELIVERY_LIST.to_owned(),
        columns: vec![
            ListColumn::words(on, 0),
            ListColumn::words(what, 0),
            ListColumn::words(who, 3),
            ListColumn::words(way, 0),
            ListColumn::marks(copies),
            ListColumn::words(note, 2),
        ],
        rows: handed.chain(lacking).collect(),
        empty: words::NOTHING_DELIVERED.to_owned(),
        notes: page.items.iter().filter(|item| item.expected).map(|item| item.said.clone()).collect(),
        ..head(council, m, app.today())
    })
}

/// The members with a box for each paper that is collected after the meeting.
pub(crate) fn collection(app: &App, council: &Snapshot, id: MeetingId) -> Result<Listing> {
    let m = meeting(council, id)?;
    let papers: Vec<_> = app.papers_in_order(id)?.into_iter().filter(|p| p.handling.collect).collect();
    if papers.is_empty() {
        return Err(AppError::Rules(vec![Violation::Paper(PaperFault::NothingCollected)]));
    }
    let mut columns = vec![ListColumn::marks(words::COPY), ListColumn::words(words::MEMBER, 3)];
    columns.extend(papers.iter().map(|p| ListColumn::ticks(p.number.as_str())));
    columns.push(ListColumn::words(words::NOTE, 2));
    let empty = || vec![String::new(); papers.len() + 1];
    let of_members = members(council, m).into_iter().filter_map(|p| council.name_of(p, m.date));
    let numbered = (1u32..).zip(of_members).map(|(n, name)| [vec![n.to_string(), name], empty()].concat());
    let mut rows: Vec<Vec<String>> = numbered.collect();
    // Copies beyond the members', as spares.
    let spare = u32::try_from(rows.len()).unwrap_or(u32::MAX) + 1..=m.copies.members;
    rows.extend(spare.map(|n| [vec![n.to_string(), words::SPARE.to_owned()], empty()].concat()));
    Ok(Listing {
        title: words::COLLECTION_LIST.to_owned(),
        columns,
        rows,
        notes: papers.iter().map(|p| format!("{}　{}", p.number, p.title)).chain([words::COLLECT.to_owned()]).collect(),
        ..head(council, m, app.today())
    })
}

/// For whom which set is made, and how many.
pub(crate) fn plan(app: &App, council: &Snapshot, id: MeetingId, named: bool) -> Result<Listing> {
    let m = meeting(council, id)?;
    let sets = app.packet_sets(id, named)?;
    let copies: u32 = sets.iter().map(|s| s.copies).sum();
    let rows = sets.iter().map(|s| {
        vec![
            s.label.clone(),
            words::edition(&s.audience).to_owned(),
            words::print(s.large, s.text),
            s.copies.to_string(),
            s.reason.clone(),
        ]
    });
    let [who, edition, print, count, reason] = words::PLAN_COLUMNS;
    Ok(Listing {
        title: words::PACKET_PLAN.to_owned(),
        columns: vec![
            ListColumn::words(who, 2),
            ListColumn::words(edition, 0),
            ListColumn::words(print, 2),
            ListColumn::marks(count),
            ListColumn::words(reason, 4),
        ],
        rows: rows.collect(),
        notes: vec![words::copies_in_all(copies)],
        ..head(council, m, app.today())
    })
}

fn head(council: &Snapshot, m: &Meeting, today: Day) -> Listing {
    let style = council.council.date_style;
    Listing {
        council: council.council.name.clone(),
        meeting: council.meeting_title(m),
        title: String::new(),
        facts: vec![words::held_on(&style.day_with_weekday(m.date)), labels::as_of(&council.council, today)],
        columns: Vec::new(),
        rows: Vec::new(),
        empty: String::new(),
        notes: Vec::new(),
    }
}

/// A list as a table.
pub(crate) fn sheet(council: &Snapshot, listing: &Listing, today: Day) -> Sheet {
    let width = |column: &ListColumn| if column.share > 0 { 8.0 + 8.0 * f64::from(column.share) } else { 16.0 };
    let column = |c: &ListColumn| Column { name: c.label.clone(), width: width(c) as _, kind: Kind::Text };
    Sheet {
        name: listing.title.clone(),
        title: vec![format!("{}　{}", listing.meeting, listing.title), labels::as_of(&council.council, today)],
        columns: listing.columns.iter().map(column).collect(),
        rows: listing.rows.iter().map(|row| row.iter().map(|text| Cell::from(text.as_str())).collect()).collect(),
        page: Page::Landscape,
        footer: council.council.notice.clone().unwrap_or_default(),
        dates: DateStyle::Era,
        author: council.council.secretariat.clone(),
        made_on: today,
    }
}
