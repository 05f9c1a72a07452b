//! Meetings (会議): finding and adding them, their papers, and what a packet is made of.

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::files;
use crate::packet::MeetingFile;
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::labels;
use entaku_documents::{Printer, SourceFile};
use entaku_domain::agenda::AgendaItem;
use entaku_domain::id::{MeetingId, PaperId};
use entaku_domain::meeting::{Copies, Layout, Meeting, MeetingState, Mode, check_number, check_order, next_number};
use entaku_domain::paper::{Paper, PaperClass, PaperContent, PaperNumber, check_numbers};
use entaku_domain::text::{check_name, check_note, parse_time};
use entaku_domain::violation::{Violation, forbids};
use entaku_domain::{Day, FiscalYear};
use entaku_store::Action;
use std::collections::BTreeMap;
use std::path::Path;

/// A meeting to be added.
#[derive(Debug, Clone)]
pub struct AddMeeting {
    /// The body, by handle or name.
    pub body: String,
    /// The day.
    pub date: Day,
    /// From, HH:MM.
    pub start: Option<String>,
    /// To, HH:MM.
    pub end: Option<String>,
    /// Place.
    pub place: String,
}

/// A paper to be added from a file.
#[derive(Debug, Clone)]
pub struct AddPaper {
    /// The meeting.
    pub meeting: MeetingId,
    /// Its number, 資料2-1.
    pub number: String,
    /// Its title.
    pub title: String,
    /// When it reaches the members.
    pub class: PaperClass,
    /// Why it is closed; open where none.
    pub closed_reason: Option<String>,
}

/// A paper that was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AddedPaper {
    /// Its identifier.
    pub id: PaperId,
    /// Its pages.
    pub pages: usize,
    /// Whether its file was damaged and has been mended: somebody should look at its pages.
    pub repaired: bool,
}

/// The meeting of a body by year and number.
///
/// # Errors
/// [`AppError::UnknownBody`], [`AppError::UnknownMeeting`].
pub fn find<'a>(council: &'a Snapshot, body: &str, year: FiscalYear, number: u16) -> Result<&'a Meeting> {
    let body = council.body(body)?;
    council.meetings.iter().find(|m| m.body == body.id && m.year() == year && m.number == number).ok_or_else(|| {
        AppError::UnknownMeeting(labels::meeting_of(&council.council, year, number, council.body_name(body.id, year)))
    })
}

impl App {
    /// Adds a meeting with the next number of its series (「会議の追加」, V14).
    ///
    /// # Errors
    /// An unknown body; [`AppError::BadTime`]; [`AppError::Rules`] for the place's text.
    pub fn add_meeting(&mut self, ask: &AddMeeting) -> Result<Written<MeetingId>> {
        let council = self.snapshot()?;
        let body = council.body(&ask.body)?;
        let year = FiscalYear::of(ask.date);
        if council.version(body.id, year).is_none() || !body.exists_in(year) {
            return Err(AppError::NothingInYear(year.number()));
        }
        all_right([check_note("place", &ask.place)])?;
        let (start, end) = (time("start", ask.start.as_deref())?, time("end", ask.end.as_deref())?);
        if start.as_ref().zip(end.as_ref()).is_some_and(|(start, end)| end < start) {
            return Err(AppError::Rules(vec![Violation::TimesReversed]));
        }
        let sitting = council.sittings(body.id, ask.date).iter().filter(|s| s.person.is_some()).count();
        let members = u32::try_from(sitting).unwrap_or_default();
        let of_body: Vec<Meeting> = council.meetings.iter().filter(|m| m.body == body.id).cloned().collect();
        let meeting = Meeting {
            id: MeetingId::new(uuid::Uuid::nil()),
            body: body.id,
            number: next_number(council.council.numbering, ask.date, &of_body),
            date: ask.date,
            start,
            end,
            place: ask.place.clone(),
            mode: Mode::InPerson,
            closed_reason: None,
            state: MeetingState::Draft,
            layout: Layout::Square,
            copies: Copies { members, ..Copies::default() },
            secretariat: Vec::new(),
        };
        if let Some(taken) = check_number(council.council.numbering, &meeting, &of_body) {
            return Err(AppError::Rules(vec![taken]));
        }
        let notices = check_order(council.council.numbering, &meeting, &of_body).into_iter().collect();
        let subject = labels::meeting(&council.council, &meeting, council.body_name(body.id, year));
        self.change(Action::new("add_meeting").about(subject), notices, |tx| {
            let id = MeetingId::new(tx.new_id());
            tx.put_meeting(&Meeting { id, ..meeting })?;
            Ok(id)
        })
    }

    /// Takes a file in as a paper (「資料の追加」), after the printer has looked into it.
    ///
    /// # Errors
    /// A file that is too large, unreadable or of the wrong kind; a number that is taken.
    pub fn add_paper(&mut self, ask: &AddPaper, path: &Path, printer: &dyn Printer) -> Result<Written<AddedPaper>> {
        let source = SourceFile { name: files::name_of(path), bytes: files::read_paper(path)? };
        all_right([check_name("file", &source.name)])?;
        let facts = printer.inspect(&source)?;
        let notices = self.check_paper(ask)?;
        let subject = format!("{}　{}", ask.number, ask.title);
        self.change(Action::new("add_paper").about(subject), notices, |tx| {
            let id = PaperId::new(tx.new_id());
            let sha256 = tx.add_file(&mut source.bytes.as_slice())?;
            tx.put_paper(&Paper {
                id,
                meeting: ask.meeting,
                number: PaperNumber::new(ask.number.clone()),
                title: ask.title.clone(),
                class: ask.class,
                revision: None,
                closed_reason: ask.closed_reason.clone(),
                content: PaperContent::File { sha256, name: source.name.clone() },
            })?;
            Ok(AddedPaper { id, pages: facts.pages.len(), repaired: facts.repaired })
        })
    }

    fn check_paper(&self, ask: &AddPaper) -> Result<Vec<Violation>> {
        let mut texts = vec![check_name("number", &ask.number), check_name("title", &ask.title)];
        texts.extend(ask.closed_reason.iter().map(|reason| check_name("closed_reason", reason)));
        let mut found: Vec<Violation> = texts.into_iter().filter_map(std::result::Result::err).collect();
        let mut numbers: Vec<PaperNumber> = self.store.papers(ask.meeting)?.into_iter().map(|p| p.number).collect();
        numbers.push(PaperNumber::new(ask.number.clone()));
        found.extend(check_numbers(&numbers));
        found.push(Violation::PaperNotNamed { number: ask.number.clone() });
        if forbids(&found) { Err(AppError::Rules(found)) } else { Ok(found) }
    }

    /// Everything that the packet of a meeting is made of.
    ///
    /// # Errors
    /// An unknown meeting; [`AppError::Rules`] for a paper that the agenda names and the
    /// set does not have (V25); a paper's file that is missing or damaged.
    pub fn meeting_file(&self, council: &Snapshot, id: MeetingId) -> Result<MeetingFile> {
        let meeting =
            council.meetings.iter().find(|m| m.id == id).ok_or_else(|| AppError::UnknownMeeting(id.to_string()))?;
        let body = council.body_by_id(meeting.body).ok_or_else(|| AppError::UnknownBody(meeting.body.to_string()))?;
        let (agenda, papers) = (self.store.agenda(id)?, self.store.papers(id)?);
        self.check_named(&agenda, &papers)?;
        let mut kept = BTreeMap::new();
        for paper in &papers {
            if let PaperContent::File { sha256, .. } = &paper.content {
                kept.insert(sha256.clone(), self.store.file(sha256)?);
            }
        }
        Ok(MeetingFile {
            meeting: meeting.clone(),
            body: body.clone(),
            agenda,
            papers,
            files: kept,
            pins: self.pins()?,
        })
    }

    /// V25: every paper that the agenda names is in the set.
    fn check_named(&self, agenda: &[AgendaItem], papers: &[Paper]) -> Result<()> {
        let mut missing = Vec::new();
        for id in agenda.iter().flat_map(|item| &item.papers).filter(|id| !papers.iter().any(|p| p.id == **id)) {
            let number = self.store.paper(*id)?.map_or_else(|| id.to_string(), |p| p.number.to_string());
            missing.push(Violation::PaperMissing { number });
        }
        if missing.is_empty() { Ok(()) } else { Err(AppError::Rules(missing)) }
    }
}

/// A time as typed, in the form in which it is kept; an empty field is none.
fn time(field: &'static str, typed: Option<&str>) -> Result<Option<String>> {
    let Some(typed) = typed.filter(|t| !t.is_empty()) else { return Ok(None) };
    let kept = parse_time(typed).ok_or_else(|| AppError::BadTime { field, text: typed.to_owned() })?;
    Ok(Some(kept))
}

#[cfg(test)]
mod tests {
    //! V25 at print; everything else is tested through the commands.
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn v25_a_paper_named_on_the_agenda_is_in_the_set() {
        let clock = || chrono::DateTime::from_timestamp(1_790_823_600, 0).unwrap();
        let mut app = App::sample_in_memory(clock).unwrap();
        let council = app.snapshot().unwrap();
        let of = |id| (app.store.agenda(id).unwrap(), app.store.papers(id).unwrap());
        let all: Vec<_> = council.meetings.iter().map(|m| (m.id, of(m.id))).collect();
        let mut with_papers = all.iter().filter(|(_, (items, papers))| !items.is_empty() && !papers.is_empty());
        let (here, (items, _)) = with_papers.next().unwrap();
        let (_, (_, elsewhere)) = with_papers.next().unwrap();
        assert!(app.meeting_file(&council, *here).is_ok());
        let wrong = AgendaItem { papers: vec![elsewhere[0].id], ..items[0].clone() };
        app.change(Action::new("test"), Vec::new(), |tx| Ok(tx.put_agenda_item(&wrong)?)).unwrap();
        let number = elsewhere[0].number.to_string();
        let refused = app.meeting_file(&council, *here).unwrap_err();
        assert!(matches!(refused, AppError::Rules(found) if found == [Violation::PaperMissing { number }]));
    }
}
