//! The packet (会議資料) of a meeting, for its members or for the public, and the print plan (印刷・部数表).

mod agenda;
pub(crate) mod lists;
mod print_plan;
pub mod replacement;
pub mod set;

use crate::chart;
use crate::error::{AppError, Result};
use crate::issues::{self, Ledger};
use crate::publication::{Edition, Guard};
use crate::roster::{self, RosterChoice};
use crate::seating;
use crate::snapshot::Snapshot;
use crate::text::labels;
use crate::work_plans;
use agenda::Shown;
use entaku_chart::{Detail, Pin, Sheet};
use entaku_documents::{
    Agenda, Audience, ClassHeading, Cover, Front, Marks, OwnPaper, Packet, PacketOptions, Paper as PrintedPaper,
    PaperClass as PrintedClass, PaperContent as PrintedContent, Printed, SourceFile, TextPaper,
};
use entaku_domain::FiscalYear;
use entaku_domain::agenda::{AgendaItem, check_length};
use entaku_domain::body::Body;
use entaku_domain::era::DateStyle;
use entaku_domain::id::PersonId;
use entaku_domain::meeting::Meeting;
use entaku_domain::paper::{Paper, PaperClass, PaperContent, check_numbers};
use entaku_domain::paper_fault::PaperFault;
use entaku_domain::paper_style::NumberStyle;
use entaku_domain::roster::RosterOrder;
use entaku_domain::violation::{Violation, forbids};
pub use print_plan::print_plan;
use set::SetDraft;
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
    /// How the body numbers and lists its papers.
    pub style: NumberStyle,
    /// What subcommittees plan and report, of the years that its papers tell of.
    pub work: Vec<crate::work_plans::Work>,
    /// Who sits where, and who stays away.
    pub seats: crate::seating::room::SeatRecord,
}

impl MeetingFile {
    /// What subcommittees plan and report in a year.
    fn work(&self, year: FiscalYear) -> Result<&work_plans::Work> {
        self.work.iter().find(|w| w.year() == year).ok_or(AppError::NothingInYear(year.number()))
    }
}

/// How a packet is bound, and for whom a copy of its own is made.
#[derive(Debug, Clone, Copy, Default)]
pub struct Binding {
    /// How.
    pub options: PacketOptions,
    /// The member for whom it is made: without what they may not have.
    pub member: Option<PersonId>,
    /// Whether their name stands on the cover.
    pub named: bool,
}

impl From<PacketOptions> for Binding {
    fn from(options: PacketOptions) -> Self {
        Self { options, member: None, named: false }
    }
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
    /// What it holds, to be kept with the ledger when it leaves.
    pub set: SetDraft,
}

/// The packet of a meeting. Papers are bound by class and number.
///
/// # Errors
/// [`AppError::NoPapers`], [`AppError::Rules`] for a number used twice,
/// [`AppError::Personal`] for a public edition that may point at a person and that
/// nobody has looked at twice (V21), and those of the charts.
pub fn packet(
    council: &Snapshot,
    ledger: &Ledger,
    file: &MeetingFile,
    edition: impl Into<Edition>,
    binding: impl Into<Binding>,
) -> Result<PacketJob> {
    let (edition, binding) = (edition.into(), binding.into());
    let audience = edition.audience;
    let name = council.meeting_title(&file.meeting);
    if file.papers.is_empty() {
        return Err(AppError::NoPapers(name));
    }
    let mut notices = check_numbers(&file.papers.iter().map(|p| p.number.clone()).collect::<Vec<_>>());
    if forbids(&notices) {
        return Err(AppError::Rules(notices));
    }
    notices.extend(check_length(&file.agenda, file.meeting.start.as_deref(), file.meeting.end.as_deref()));
    let shown = Shown::new(council, file, audience, binding.member);
    look_at_words(council, file, &shown, edition)?;
    let addressee = binding.member.filter(|_| binding.named).map(|p| labels::addressee(council, p, file.meeting.date));
    let agenda = agenda::printed(council, &file.meeting, &name, &shown);
    let mut set = SetDraft::of(file.meeting.id, binding.member, &agenda)?;
    let mut papers = Vec::new();
    for paper in &shown.papers {
        let printed = printed_paper(council, ledger, file, &shown, paper, edition)?;
        set.push(paper, &printed)?;
        papers.push(printed);
    }
    let packet = Packet {
        cover: Cover { addressee: addressee.unwrap_or_default(), ..cover(council, &file.meeting, &name, audience) },
        agenda,
        roster: Some(roster::document(
            council,
            &file.body,
            &RosterChoice::usual(file.meeting.date, RosterOrder::ByCategory, audience),
        )),
        seating: Some(seating::plan(council, &file.meeting, &file.body, &name, audience, &file.seats)),
        papers,
        omitted: shown.omitted(),
        options: binding.options,
        front: Front::Whole,
        classes: file.style.classes.iter().map(|c| class_heading(&file.style, c.class)).collect(),
        agenda_number: file.style.agenda_number().unwrap_or_default(),
    };
    let files = source_files(&shown, file)?;
    Ok(PacketJob { packet, files, notices, set })
}

/// The papers that are collected after the meeting, each of the copies 1 to n by itself and
/// with its number.
///
/// # Errors
/// [`AppError::Rules`] where none is collected; those of [`packet`].
pub fn collected_copies(council: &Snapshot, ledger: &Ledger, file: &MeetingFile) -> Result<PacketJob> {
    let edition = Edition::from(Audience::Members);
    let job =
        packet(council, ledger, file, edition, PacketOptions { odd_page_start: true, ..PacketOptions::default() })?;
    let shown = Shown::new(council, file, Audience::Members, None);
    let mut papers = Vec::new();
    for paper in shown.papers.iter().filter(|p| p.handling.collect && p.handling.copy_numbers) {
        let printed = PrintedPaper {
            content: content(council, ledger, file, paper, edition)?,
            ..printed_paper(council, ledger, file, &shown, paper, edition)?
        };
        for number in 1..=file.meeting.copies.members.max(1) {
            let marks = Marks { stamps: vec![labels::collected(Some(number))], ..printed.marks.clone() };
            papers.push(PrintedPaper { marks, ..printed.clone() });
        }
    }
    if papers.is_empty() {
        return Err(AppError::Rules(vec![Violation::Paper(PaperFault::NothingCollected)]));
    }
    let packet = Packet { papers, front: Front::Bare, roster: None, seating: None, ..job.packet };
    Ok(PacketJob { packet, files: source_files(&shown, file)?, notices: Vec::new(), set: job.set })
}

fn class_heading(style: &NumberStyle, class: PaperClass) -> ClassHeading {
    ClassHeading { class: printed_class(class), heading: style.heading(class).to_owned() }
}

const fn printed_class(class: PaperClass) -> PrintedClass {
    match class {
        PaperClass::Sent => PrintedClass::Beforehand,
        PaperClass::OnTheDay => PrintedClass::OnTheDay,
        PaperClass::Reference => PrintedClass::Reference,
    }
}

/// The agenda of a meeting by itself.
///
/// # Errors
/// [`AppError::Personal`] for a public edition that names somebody who is withheld (V26).
pub fn agenda(council: &Snapshot, file: &MeetingFile, edition: impl Into<Edition>) -> Result<Agenda> {
    let edition = edition.into();
    let name = council.meeting_title(&file.meeting);
    let shown = Shown::new(council, file, edition.audience, None);
    look_at_words(council, file, &shown, edition)?;
    Ok(agenda::printed(council, &file.meeting, &name, &shown))
}

/// V26: what the office wrote for the public itself names nobody who is withheld.
/// (Issues have their own, stricter look; files from outside see [`look_at_files`].)
fn look_at_words(council: &Snapshot, file: &MeetingFile, shown: &Shown<'_>, edition: Edition) -> Result<()> {
    let mut guard = Guard::new(council, edition);
    guard.names(labels::COVER, &file.meeting.place);
    for item in shown.items() {
        guard.names(&labels::item_place(&item.number), &item.item.title);
    }
    for paper in &shown.papers {
        guard.names(paper.number.as_str(), &paper.title);
        if let PaperContent::Text { markdown } = &paper.content {
            guard.names(paper.number.as_str(), markdown);
        }
    }
    guard.pass()
}

/// V26: the words of files from outside, which are known only once a packet is
/// printed, name nobody who is withheld either. (A page that is a picture has no
/// words to look at.)
///
/// # Errors
/// [`crate::AppError::Personal`] with the papers and the names.
pub fn look_at_files(council: &Snapshot, packet: &Packet, printed: &Printed, edition: Edition) -> Result<()> {
    let mut guard = Guard::new(council, edition);
    for paper in &packet.papers {
        if let PrintedContent::File { file } = &paper.content {
            printed.texts.get(file).into_iter().flatten().for_each(|page| guard.names(&paper.number, page));
        }
    }
    guard.pass()
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
        notes: labels::cover_notes(&council.council, audience == Audience::Members),
        addressee: String::new(),
    }
}

fn printed_paper(
    council: &Snapshot,
    ledger: &Ledger,
    file: &MeetingFile,
    shown: &Shown<'_>,
    paper: &Paper,
    edition: Edition,
) -> Result<PrintedPaper> {
    let handling = &paper.handling;
    let day = handling.revised_on.map(|d| DateStyle::Era.day(d));
    let moved = paper.revision.is_some() && handling.revised_on_the_day && paper.class != PaperClass::OnTheDay;
    // Numbered copies are handed out by themselves, so that each can be counted back.
    let content = match handling.collect && handling.copy_numbers {
        true => PrintedContent::Apart { pages: None },
        false => content(council, ledger, file, paper, edition)?,
    };
    Ok(PrintedPaper {
        number: paper.number.to_string(),
        title: paper.title.clone(),
        class: printed_class(if moved { PaperClass::OnTheDay } else { paper.class }),
        item: shown.items().position(|i| i.item.papers.contains(&paper.id)),
        revised: paper.revision.is_some(),
        content,
        marks: Marks {
            edition: labels::edition(paper.revision.as_deref().unwrap_or_default(), day.as_deref()),
            first_in: moved.then_some(printed_class(paper.class)),
            stamps: if handling.collect { vec![labels::collected(None)] } else { Vec::new() },
            labels: Vec::new(),
        },
    })
}

fn content(
    council: &Snapshot,
    ledger: &Ledger,
    file: &MeetingFile,
    paper: &Paper,
    edition: Edition,
) -> Result<PrintedContent> {
    let (on, audience) = (file.meeting.date, edition.audience);
    let own = match &paper.content {
        PaperContent::File { sha256, .. } => return Ok(PrintedContent::File { file: sha256.clone() }),
        PaperContent::Text { markdown } => OwnPaper::Text(TextPaper::from_markdown(paper.title.clone(), markdown)),
        PaperContent::Chart => {
            let input = chart::relationship(council, file.meeting.year(), Sheet::A3, Detail::Full, file.pins.clone())?;
            OwnPaper::Chart(chart::draw(&input)?.0)
        }
        PaperContent::Tree => {
            OwnPaper::Chart(chart::draw_tree(&chart::composition(council, on, Sheet::A3, audience)?)?.0)
        }
        PaperContent::Roster { body } => {
            let body = council.body_by_id(*body).ok_or_else(|| AppError::UnknownBody(body.to_string()))?;
            OwnPaper::Roster(roster::document(
                council,
                body,
                &RosterChoice::usual(on, RosterOrder::ByCategory, audience),
            ))
        }
        PaperContent::IssueTable => OwnPaper::IssueTable(issues::table(council, ledger, on, edition)?),
        PaperContent::IssueCards { issues } => {
            OwnPaper::IssueCards(issues::cards(council, ledger, issues, on, edition)?)
        }
        PaperContent::ProgressSheet { year } => {
            OwnPaper::Listed(work_plans::progress_sheet(council, ledger, file.work(*year)?, on, edition)?)
        }
        PaperContent::SubReports { year, kind, body } => {
            OwnPaper::Listed(work_plans::sub_reports(council, ledger, file.work(*year)?, *body, *kind, on, edition)?)
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
