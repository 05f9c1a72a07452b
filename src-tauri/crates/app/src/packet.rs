//! The packet (会議資料) of a meeting, for its members or for the public, and the print plan (印刷・部数表).

use crate::chart;
use crate::error::{AppError, Result};
use crate::issues::{self, Ledger};
use crate::roster::{self, RosterChoice};
use crate::seating;
use crate::snapshot::Snapshot;
use crate::text::labels;
use entaku_chart::{Detail, Pin, Sheet};
use entaku_documents::{
    Agenda, AgendaItem as PrintedItem, Audience, Cover, OwnPaper, Packet, PacketOptions, PagePart,
    Paper as PrintedPaper, PaperClass as PrintedClass, PaperContent as PrintedContent, PrintPlan, PrintRow, Printed,
    Recipients, SheetCount, SourceFile, TextPaper,
};
use entaku_domain::agenda::{AgendaItem, ItemKind};
use entaku_domain::body::Body;
use entaku_domain::meeting::Meeting;
use entaku_domain::paper::{Paper, PaperClass, PaperContent, check_numbers};
use entaku_domain::roster::RosterOrder;
use entaku_domain::violation::{Violation, forbids};
use std::collections::BTreeMap;

/// A meeting with what its packet is made of, as read from the store.
#[derive(Debug)]
pub struct MeetingFile {
    /// The meeting.
    pub meeting: Meeting,
    /// Its body.
    pub body: Body,
    /// Its agenda, in order.
    pub agenda: Vec<AgendaItem>,
    /// Its papers, in any order.
    pub papers: Vec<Paper>,
    /// The files of its papers, by SHA-256.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Chart positions fixed by hand.
    pub pins: Vec<Pin>,
}

/// A packet ready to be printed.
#[derive(Debug)]
pub struct PacketJob {
    /// The packet.
    pub packet: Packet,
    /// Its files.
    pub files: BTreeMap<String, SourceFile>,
    /// What is odd about it, but does not forbid it (V25).
    pub notices: Vec<Violation>,
}

/// The packet of a meeting. Papers are bound by class and number.
///
/// # Errors
/// [`AppError::NoPapers`], [`AppError::Rules`] for a number used twice or a public
/// edition that may point at a person, and those of the charts.
pub fn packet(
    council: &Snapshot,
    ledger: &Ledger,
    file: &MeetingFile,
    audience: Audience,
    options: PacketOptions,
) -> Result<PacketJob> {
    let name = labels::meeting(&council.council, &file.meeting, council.body_name(file.body.id, file.meeting.year()));
    if file.papers.is_empty() {
        return Err(AppError::NoPapers(name));
    }
    let notices = check_numbers(&file.papers.iter().map(|p| p.number.clone()).collect::<Vec<_>>());
    if forbids(&notices) {
        return Err(AppError::Rules(notices));
    }
    let shown = Shown::new(file, audience);
    let packet = Packet {
        cover: cover(council, &file.meeting, &name, audience),
        agenda: agenda(council, &file.meeting, &name, &shown),
        roster: Some(roster::document(
            council,
            &file.body,
            RosterChoice { on: file.meeting.date, order: RosterOrder::ByCategory, audience },
        )),
        seating: Some(seating::plan(council, &file.meeting, &file.body, &name, audience)),
        papers: shown
            .papers
            .iter()
            .map(|p| paper(council, ledger, file, &shown, p, audience))
            .collect::<Result<_>>()?,
        omitted: shown.omitted(),
        options,
    };
    let files = source_files(&shown, file)?;
    Ok(PacketJob { packet, files, notices })
}

/// What an edition shows, and what it leaves out.
struct Shown<'a> {
    items: Vec<(String, &'a AgendaItem)>,
    papers: Vec<&'a Paper>,
    hidden_items: Vec<(String, &'a AgendaItem)>,
    hidden_papers: Vec<&'a Paper>,
}

impl<'a> Shown<'a> {
    fn new(file: &'a MeetingFile, audience: Audience) -> Self {
        let public = audience == Audience::Public;
        let whole = public && file.meeting.closed_reason.is_some();
        let numbered = numbered(&file.agenda);
        let (hidden_items, items): (Vec<_>, Vec<_>) =
            numbered.into_iter().partition(|(_, i)| public && (whole || i.closed_reason.is_some()));
        let under_closed = |p: &Paper| {
            hidden_items.iter().any(|(_, i)| i.papers.contains(&p.id))
                && !items.iter().any(|(_, i)| i.papers.contains(&p.id))
        };
        let mut sorted: Vec<&Paper> = file.papers.iter().collect();
        sorted.sort_by(|a, b| (a.class, &a.number).cmp(&(b.class, &b.number)));
        let (hidden_papers, papers) =
            sorted.into_iter().partition(|p| public && (whole || p.closed_reason.is_some() || under_closed(p)));
        Self { items, papers, hidden_items, hidden_papers }
    }

    fn omitted(&self) -> String {
        let items: Vec<String> = self.hidden_items.iter().map(|(n, i)| labels::item_reference(n, &i.title)).collect();
        let papers: Vec<String> = self.hidden_papers.iter().map(|p| p.number.to_string()).collect();
        let mut reasons: Vec<String> = self.hidden_items.iter().filter_map(|(_, i)| i.closed_reason.clone()).collect();
        reasons.extend(self.hidden_papers.iter().filter_map(|p| p.closed_reason.clone()));
        reasons.sort();
        reasons.dedup();
        labels::omitted(&items, &papers, &reasons)
    }
}

/// The items with their numbers; a break has none.
fn numbered(agenda: &[AgendaItem]) -> Vec<(String, &AgendaItem)> {
    let mut number = 0;
    agenda
        .iter()
        .map(|item| {
            if item.kind == ItemKind::Recess {
                return (String::new(), item);
            }
            number += 1;
            (number.to_string(), item)
        })
        .collect()
}

fn cover(council: &Snapshot, meeting: &Meeting, name: &str, audience: Audience) -> Cover {
    Cover {
        council: council.council.name.clone(),
        meeting: name.to_owned(),
        date: council.council.date_style.day_with_weekday(meeting.date),
        time: labels::hours(meeting),
        place: meeting.place.clone(),
        audience,
        issuer: council.council.secretariat.clone(),
        notes: labels::cover_notes(&council.council),
    }
}

fn agenda(council: &Snapshot, meeting: &Meeting, name: &str, shown: &Shown<'_>) -> Agenda {
    let mut agenda = Agenda {
        council: council.council.name.clone(),
        meeting: name.to_owned(),
        date: format!("{}　{}", council.council.date_style.day_with_weekday(meeting.date), labels::hours(meeting)),
        place: meeting.place.clone(),
        items: shown.items.iter().map(|(number, item)| printed_item(number, item, shown)).collect(),
        notes: Some(shown.omitted()).filter(|line| !line.is_empty()).into_iter().collect(),
    };
    if let Some(start) = meeting.start.as_deref().and_then(|t| chrono::NaiveTime::parse_from_str(t, "%H:%M").ok()) {
        agenda.run_clock(start);
    }
    agenda
}

fn printed_item(number: &str, item: &AgendaItem, shown: &Shown<'_>) -> PrintedItem {
    let says_itself = matches!(item.kind, ItemKind::Opening | ItemKind::Recess | ItemKind::Closing);
    PrintedItem {
        number: number.to_owned(),
        depth: 0,
        kind: if says_itself { String::new() } else { item.kind.label().to_owned() },
        title: item.title.clone(),
        presenter: item.presenter.clone().unwrap_or_default(),
        minutes: item.minutes.map(u32::from),
        clock: String::new(),
        papers: item
            .papers
            .iter()
            .filter_map(|id| shown.papers.iter().find(|p| p.id == *id))
            .map(|p| p.number.to_string())
            .collect(),
        closed: item.closed_reason.is_some(),
    }
}

fn paper(
    council: &Snapshot,
    ledger: &Ledger,
    file: &MeetingFile,
    shown: &Shown<'_>,
    paper: &Paper,
    audience: Audience,
) -> Result<PrintedPaper> {
    Ok(PrintedPaper {
        number: paper.number.to_string(),
        title: paper.title.clone(),
        class: match paper.class {
            PaperClass::Sent => PrintedClass::Beforehand,
            PaperClass::OnTheDay => PrintedClass::OnTheDay,
            PaperClass::Reference => PrintedClass::Reference,
        },
        item: shown.items.iter().position(|(_, i)| i.papers.contains(&paper.id)),
        revised: paper.revision.is_some(),
        content: content(council, ledger, file, paper, audience)?,
    })
}

fn content(
    council: &Snapshot,
    ledger: &Ledger,
    file: &MeetingFile,
    paper: &Paper,
    audience: Audience,
) -> Result<PrintedContent> {
    let on = file.meeting.date;
    let own = match &paper.content {
        PaperContent::File { sha256, .. } => return Ok(PrintedContent::File { file: sha256.clone() }),
        PaperContent::Text { markdown } => OwnPaper::Text(TextPaper::from_markdown(paper.title.clone(), markdown)),
        PaperContent::Chart => {
            let input = chart::relationship(council, file.meeting.year(), Sheet::A3, Detail::Full, file.pins.clone())?;
            OwnPaper::Chart(chart::draw(&input)?.0)
        }
        PaperContent::Tree => OwnPaper::Chart(chart::draw_tree(&chart::composition(council, on, Sheet::A3)?)?.0),
        PaperContent::Roster { body } => {
            let body = council.body_by_id(*body).ok_or_else(|| AppError::UnknownBody(body.to_string()))?;
            OwnPaper::Roster(roster::document(
                council,
                body,
                RosterChoice { on, order: RosterOrder::ByCategory, audience },
            ))
        }
        PaperContent::IssueTable => OwnPaper::IssueTable(issues::table(council, ledger, on, audience)?),
        PaperContent::IssueCards { issues } => {
            OwnPaper::IssueCards(issues::cards(council, ledger, issues, on, audience)?)
        }
    };
    Ok(PrintedContent::Own(own))
}

fn source_files(shown: &Shown<'_>, file: &MeetingFile) -> Result<BTreeMap<String, SourceFile>> {
    let named = shown.papers.iter().filter_map(|p| match &p.content {
        PaperContent::File { sha256, name } => Some((sha256, name)),
        _ => None,
    });
    named
        .map(|(sha256, name)| {
            let bytes = file.files.get(sha256).cloned().ok_or_else(|| AppError::UnknownRecord(name.clone()))?;
            Ok((sha256.clone(), SourceFile { name: name.clone(), bytes }))
        })
        .collect()
}

/// How many sheets and copies a printed packet takes.
pub fn print_plan(
    council: &Snapshot,
    file: &MeetingFile,
    packet: &Packet,
    printed: &Printed,
    duplex: bool,
) -> PrintPlan {
    let copies = file.meeting.copies;
    let all = [copies.members, copies.secretariat, copies.audience, copies.press, copies.spare];
    let mut rows =
        vec![print_row(String::new(), labels::FRONT_PAGES.to_owned(), None, &all, printed, &PagePart::Front, duplex)];
    for (at, paper) in packet.papers.iter().enumerate() {
        let closed = file.papers.iter().any(|p| p.number.as_str() == paper.number && is_closed(file, p));
        let copies = if closed { [all[0], all[1], 0, 0, all[4]] } else { all };
        rows.push(print_row(
            paper.number.clone(),
            paper.title.clone(),
            Some(paper.class),
            &copies,
            printed,
            &PagePart::Paper(at),
            duplex,
        ));
    }
    PrintPlan {
        council: packet.cover.council.clone(),
        meeting: packet.cover.meeting.clone(),
        date: council.council.date_style.day_with_weekday(file.meeting.date),
        duplex,
        recipients: labels::RECIPIENTS
            .iter()
            .zip(all)
            .map(|(label, copies)| Recipients { label: (*label).to_owned(), copies })
            .collect(),
        notes: labels::print_plan_notes(duplex, file.papers.iter().any(|p| is_closed(file, p))),
        rows,
    }
}

/// A paper is closed by itself or with the only item that uses it.
fn is_closed(file: &MeetingFile, paper: &Paper) -> bool {
    let mut items = file.agenda.iter().filter(|i| i.papers.contains(&paper.id)).peekable();
    paper.closed_reason.is_some()
        || file.meeting.closed_reason.is_some()
        || items.peek().is_some() && items.all(|i| i.closed_reason.is_some())
}

fn print_row(
    number: String,
    title: String,
    class: Option<PrintedClass>,
    copies: &[u32; 5],
    printed: &Printed,
    part: &PagePart,
    duplex: bool,
) -> PrintRow {
    let sizes: Vec<_> = printed.pages.iter().filter(|p| p.part == *part).map(|p| p.size).collect();
    PrintRow {
        number,
        title,
        class,
        pages: u32::try_from(sizes.len()).unwrap_or(u32::MAX),
        sheets: SheetCount::of(sizes, duplex),
        copies: copies.to_vec(),
    }
}
