//! The papers of a meeting in a list, what the rules say of their numbers (V25), and
//! which number comes next.

use super::style::{RenumberedPaper, numbers};
use crate::council::App;
use crate::error::Result;
use crate::meetings::page::meeting;
use crate::snapshot::Snapshot;
use crate::text::{self, meetings as words};
use entaku_domain::agenda::AgendaItem;
use entaku_domain::id::{MeetingId, PersonId};
use entaku_domain::meeting::Meeting;
use entaku_domain::paper::{Handling, Paper, PaperClass, PaperContent, PaperNumber, check_numbers};
use entaku_domain::paper_style::NumberStyle;
use entaku_domain::violation::Violation;

/// An item of the agenda that names a paper.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PaperItem {
    /// Its identifier.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// A paper as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PaperDetail {
    /// Its identifier.
    pub id: String,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// When it reaches the members, a code.
    pub class: String,
    /// When it reaches the members, in Japanese.
    pub class_label: String,
    /// 修正版; none for the first edition.
    pub revision: Option<String>,
    /// Why it is closed to the public; open where none.
    pub closed_reason: Option<String>,
    /// What it is made of, a code: `file`, `text`, `chart`, `tree`, `roster`, `issue_table`, `issue_cards`.
    pub is: String,
    /// What it is made of, in Japanese.
    pub is_label: String,
    /// The file's name as it came, and by what it is kept.
    pub file: Option<String>,
    /// By what the file is kept.
    pub sha256: Option<String>,
    /// Its words, where it is a text.
    pub markdown: Option<String>,
    /// The items that name it.
    pub items: Vec<PaperItem>,
    /// How it is handled.
    pub handling: PaperHandling,
}

/// How a paper is handled.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PaperHandling {
    /// The day of its present edition, ISO.
    pub revised_on: Option<String>,
    /// What was changed.
    pub revision_note: Option<String>,
    /// Whether the present edition is handed out on the day.
    pub revised_on_the_day: bool,
    /// Whether it is collected after the meeting.
    pub collect: bool,
    /// Whether its copies are numbered.
    pub copy_numbers: bool,
    /// Members who do not get it: their identifiers.
    pub held_from: Vec<String>,
    /// Their names.
    pub held_from_names: Vec<String>,
    /// The name of the Office file of which it was made.
    pub original: Option<String>,
    /// Whether that file is newer than the PDF.
    pub outdated: bool,
    /// Whether its place was set by the office.
    pub placed: bool,
}

/// The number that a new paper of a class gets.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct NextNumber {
    /// The class, a code.
    pub class: String,
    /// The class, in Japanese.
    pub label: String,
    /// The number.
    pub number: String,
}

/// A document of Entaku's own that may become a paper.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct OwnKind {
    /// A code.
    pub is: String,
    /// In Japanese.
    pub label: String,
    /// The title that it would have.
    pub title: String,
}

/// The papers of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PaperList {
    /// The papers, by class and number.
    pub rows: Vec<PaperDetail>,
    /// What the rules notice of their numbers, in words.
    pub notices: Vec<String>,
    /// The next number of each class.
    pub next: Vec<NextNumber>,
    /// The numbers in the body's style and without gaps, where they differ.
    pub renumbered: Vec<RenumberedPaper>,
    /// The agenda's own number, where it is the first paper.
    pub agenda_number: Option<String>,
    /// The body's handle, for its style.
    pub body: String,
    /// Documents of Entaku's own.
    pub own: Vec<OwnKind>,
    /// What a revised paper is called.
    pub revised: String,
}

impl App {
    /// The papers of a meeting.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`].
    pub fn list_papers(&self, id: MeetingId) -> Result<PaperList> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let agenda = self.store.agenda(id)?;
        let numbering = self.style_of(&council, m.body)?;
        let papers = self.papers_in_style(id, &numbering)?;
        let style = council.council.date_style;
        let agenda_number = numbering.agenda_number().map(PaperNumber::new);
        let numbers: Vec<_> = papers.iter().map(|p| p.number.clone()).chain(agenda_number.clone()).collect();
        let mut found = check_numbers(&numbers);
        let named = |p: &&Paper| !agenda.iter().any(|i| i.papers.contains(&p.id));
        if !agenda.is_empty() {
            let unnamed = papers.iter().filter(named);
            found.extend(unnamed.map(|p| Violation::PaperNotNamed { number: p.number.to_string() }));
        }
        Ok(PaperList {
            notices: found.iter().map(|v| text::violation(style, v)).collect(),
            next: PaperClass::ALL.iter().map(|c| next_number(&numbering, *c, &papers)).collect(),
            renumbered: self.renumbered(id)?,
            agenda_number: agenda_number.map(|n| n.to_string()),
            body: council.body_by_id(m.body).map(|b| b.key.clone()).unwrap_or_default(),
            own: OWN.iter().map(|is| own_kind(&council, m, is)).collect(),
            rows: papers.into_iter().map(|p| detail(&council, p, &agenda)).collect(),
            revised: words::REVISED.to_owned(),
        })
    }
}

/// Puts papers into the order of every list.
pub(super) fn in_order(papers: &mut [Paper], style: &NumberStyle) {
    papers.sort_by(|a, b| place(style, a).cmp(&place(style, b)));
}

/// A paper's place in a list: its class, then as the office has set, then its number.
pub(crate) fn place<'a>(style: &NumberStyle, paper: &'a Paper) -> (usize, u32, &'a PaperNumber) {
    let (position, number) = paper.order();
    (style.rank(paper.class), position, number)
}

/// Documents of Entaku's own, by code.
const OWN: [&str; 8] =
    ["roster", "issue_table", "issue_cards", "progress_sheet", "sub_reports", "chart", "tree", "text"];

fn own_kind(council: &Snapshot, m: &Meeting, is: &str) -> OwnKind {
    let body = council.body_name(m.body, m.year());
    OwnKind {
        is: is.to_owned(),
        label: words::paper_content(is).to_owned(),
        title: words::own_title(council.council.date_style, is, body, m.date),
    }
}

fn handling(council: &Snapshot, paper: &Paper) -> PaperHandling {
    let of = &paper.handling;
    let name = |p: &PersonId| council.person(*p).map(|p| p.name.full());
    PaperHandling {
        revised_on: of.revised_on.map(|d| d.to_string()),
        revision_note: of.revision_note.clone(),
        revised_on_the_day: of.revised_on_the_day,
        collect: of.collect,
        copy_numbers: of.copy_numbers,
        held_from: of.held_from.iter().map(ToString::to_string).collect(),
        held_from_names: of.held_from.iter().filter_map(name).collect(),
        original: of.original.as_ref().map(|o| o.name.clone()),
        outdated: paper.is_older_than_original() || is_changed_outside(of),
        placed: of.position.is_some(),
    }
}

/// Whether the Office file, where it is known where it lies, was changed after it was taken in.
fn is_changed_outside(of: &Handling) -> bool {
    let Some(original) = &of.original else { return false };
    let (Some(path), Some(then)) = (&original.path, &original.changed_at) else { return false };
    crate::files::changed_at(std::path::Path::new(path)).is_some_and(|now| now > *then)
}

fn detail(council: &Snapshot, paper: Paper, agenda: &[AgendaItem]) -> PaperDetail {
    let handling = handling(council, &paper);
    let is = code(&paper.content);
    let items = agenda.iter().filter(|i| i.papers.contains(&paper.id));
    let items = items.map(|i| PaperItem { id: i.id.to_string(), title: i.title.clone() }).collect();
    let (file, sha256, markdown) = match paper.content {
        PaperContent::File { sha256, name } => (Some(name), Some(sha256), None),
        PaperContent::Text { markdown } => (None, None, Some(markdown)),
        _ => (None, None, None),
    };
    PaperDetail {
        id: paper.id.to_string(),
        number: paper.number.to_string(),
        title: paper.title,
        class: paper.class.code().to_owned(),
        class_label: paper.class.label().to_owned(),
        revision: paper.revision,
        closed_reason: paper.closed_reason,
        is: is.to_owned(),
        is_label: words::paper_content(is).to_owned(),
        file,
        sha256,
        markdown,
        items,
        handling,
    }
}

/// The code of what a paper is made of.
fn code(content: &PaperContent) -> &'static str {
    match content {
        PaperContent::File { .. } => "file",
        PaperContent::Text { .. } => "text",
        PaperContent::Chart => "chart",
        PaperContent::Tree => "tree",
        PaperContent::Roster { .. } => "roster",
        PaperContent::IssueTable => "issue_table",
        PaperContent::IssueCards { .. } => "issue_cards",
        PaperContent::ProgressSheet { .. } => "progress_sheet",
        PaperContent::SubReports { .. } => "sub_reports",
    }
}

/// The next number of a class in the body's style.
fn next_number(style: &NumberStyle, class: PaperClass, papers: &[Paper]) -> NextNumber {
    let number = style.next(class, &numbers(papers));
    NextNumber { class: class.code().to_owned(), label: class.label().to_owned(), number }
}
