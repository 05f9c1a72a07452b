//! The papers of a meeting in a list, what the rules say of their numbers (V25), and
//! which number comes next.

use crate::council::App;
use crate::error::Result;
use crate::meetings::page::meeting;
use crate::snapshot::Snapshot;
use crate::text::{self, meetings as words};
use entaku_domain::agenda::AgendaItem;
use entaku_domain::council::Question;
use entaku_domain::id::MeetingId;
use entaku_domain::meeting::Meeting;
use entaku_domain::paper::{Paper, PaperClass, PaperContent, check_numbers};
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
        let papers = self.papers_in_order(id)?;
        let style = council.council.date_style;
        let numbers: Vec<_> = papers.iter().map(|p| p.number.clone()).collect();
        let mut found = check_numbers(&numbers);
        let named = |p: &&Paper| !agenda.iter().any(|i| i.papers.contains(&p.id));
        if !agenda.is_empty() {
            let unnamed = papers.iter().filter(named);
            found.extend(unnamed.map(|p| Violation::PaperNotNamed { number: p.number.to_string() }));
        }
        Ok(PaperList {
            notices: found.iter().map(|v| text::violation(style, v)).collect(),
            next: PaperClass::ALL.iter().map(|c| next_number(&council, *c, &papers)).collect(),
            own: OWN.iter().map(|is| own_kind(&council, m, is)).collect(),
            rows: papers.into_iter().map(|p| detail(p, &agenda)).collect(),
            revised: words::REVISED.to_owned(),
        })
    }

    /// The papers of a meeting, by class and number, as every list has them.
    pub(crate) fn papers_in_order(&self, id: MeetingId) -> Result<Vec<Paper>> {
        let mut papers = self.store.papers(id)?;
        papers.sort_by(|a, b| (a.class, &a.number).cmp(&(b.class, &b.number)));
        Ok(papers)
    }
}

/// Documents of Entaku's own, by code.
const OWN: [&str; 6] = ["roster", "issue_table", "issue_cards", "chart", "tree", "text"];

fn own_kind(council: &Snapshot, m: &Meeting, is: &str) -> OwnKind {
    let body = council.body_name(m.body, m.year());
    OwnKind {
        is: is.to_owned(),
        label: words::paper_content(is).to_owned(),
        title: words::own_title(council.council.date_style, is, body, m.date),
    }
}

fn detail(paper: Paper, agenda: &[AgendaItem]) -> PaperDetail {
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
    }
}

/// The next number: the last one's first figure and one more, written as that one is;
/// for the first paper, in the office's style.
fn next_number(council: &Snapshot, class: PaperClass, papers: &[Paper]) -> NextNumber {
    let style = council.council.decided(Question::PaperNumbers).unwrap_or_default();
    let of_class = papers.iter().filter(|p| p.class == class && !p.number.figures().is_empty());
    let figure = |p: &&Paper| p.number.figures().first().copied().unwrap_or_default();
    let number = match of_class.max_by_key(figure) {
        None => words::first_paper_number(class, style, 1),
        Some(last) => words::next_paper_number(last.number.as_str(), figure(&last).saturating_add(1)),
    };
    NextNumber { class: class.code().to_owned(), label: class.label().to_owned(), number }
}
