//! Papers of Entaku's own, and mending any paper.

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use entaku_domain::FiscalYear;
use entaku_domain::agenda::AgendaItem;
use entaku_domain::id::{AgendaItemId, BodyId, MeetingId, PaperId};
use entaku_domain::paper::{Handling, Paper, PaperClass, PaperContent, PaperNumber, check_numbers};
use entaku_domain::text::{check_name, check_text};
use entaku_domain::violation::{Violation, forbids};
use entaku_store::Action;

/// A paper that Entaku makes itself.
#[derive(Debug, Clone)]
pub struct AddOwnPaper {
    /// The meeting.
    pub meeting: MeetingId,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// When it reaches the members.
    pub class: PaperClass,
    /// Why it is closed; open where none.
    pub closed_reason: Option<String>,
    /// What it is made of.
    pub content: PaperContent,
}

/// A paper as it shall be, but for its content.
#[derive(Debug, Clone)]
pub struct UpdatePaper {
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// When it reaches the members.
    pub class: PaperClass,
    /// 修正版; none for the first edition.
    pub revision: Option<String>,
    /// Why it is closed; open where none.
    pub closed_reason: Option<String>,
    /// Its words, where it is a text; none leaves them.
    pub markdown: Option<String>,
}

impl App {
    /// Adds a paper that Entaku makes itself (「資料の追加」).
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Rules`] for its texts or a number that is taken.
    pub fn add_own_paper(&mut self, ask: &AddOwnPaper) -> Result<Written<PaperId>> {
        let meeting = self.known_meeting(ask.meeting)?;
        let paper = Paper {
            id: PaperId::new(uuid::Uuid::nil()),
            meeting: ask.meeting,
            number: PaperNumber::new(ask.number.clone()),
            title: ask.title.clone(),
            class: ask.class,
            revision: None,
            closed_reason: ask.closed_reason.clone(),
            content: ask.content.clone(),
            handling: Handling::default(),
        };
        let notices = self.check_numbered(&paper)?;
        let subject = self.about_item(&meeting, &format!("{}　{}", paper.number, paper.title))?;
        self.change(Action::new("add_paper").about(subject), notices, |tx| {
            let id = PaperId::new(tx.new_id());
            tx.put_paper(&Paper { id, ..paper })?;
            Ok(id)
        })
    }

    /// Mends a paper's number, title, class, edition and closing (「資料の変更」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for its texts or a number that is taken.
    pub fn update_paper(&mut self, id: PaperId, ask: &UpdatePaper) -> Result<Written<()>> {
        let old = self.known_paper(id)?;
        let content = match (&old.content, &ask.markdown) {
            (PaperContent::Text { .. }, Some(markdown)) => PaperContent::Text { markdown: markdown.clone() },
            (other, _) => other.clone(),
        };
        let paper = Paper {
            number: PaperNumber::new(ask.number.clone()),
            title: ask.title.clone(),
            class: ask.class,
            revision: ask.revision.clone().filter(|r| !r.trim().is_empty()),
            closed_reason: ask.closed_reason.clone(),
            content,
            ..old
        };
        let notices = self.check_numbered(&paper)?;
        let meeting = self.known_meeting(paper.meeting)?;
        let subject = self.about_item(&meeting, &format!("{}　{}", paper.number, paper.title))?;
        self.change(Action::new("update_paper").about(subject), notices, |tx| Ok(tx.put_paper(&paper)?))
    }

    /// Takes a paper out of the set and off the agenda (「資料の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_paper(&mut self, id: PaperId) -> Result<Written<()>> {
        let paper = self.known_paper(id)?;
        let meeting = self.known_meeting(paper.meeting)?;
        let named: Vec<AgendaItem> = self.naming(&paper)?;
        let subject = self.about_item(&meeting, &format!("{}　{}", paper.number, paper.title))?;
        self.change(Action::new("remove_paper").about(subject), Vec::new(), |tx| {
            for mut item in named {
                item.papers.retain(|p| *p != id);
                tx.put_agenda_item(&item)?;
            }
            Ok(tx.remove_paper(id)?)
        })
    }

    /// Gives papers of a meeting other numbers, all in one change (「資料の番号の変更」), so
    /// that two may exchange theirs.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`], [`AppError::UnknownRecord`]; [`AppError::Rules`] for a number
    /// that two have in the end.
    pub fn renumber_papers(&mut self, id: MeetingId, numbers: &[(PaperId, String)]) -> Result<Written<()>> {
        let meeting = self.known_meeting(id)?;
        all_right(numbers.iter().map(|(_, number)| check_name("number", number)))?;
        let mut papers = self.store.papers(id)?;
        for (paper, number) in numbers {
            let known = papers.iter_mut().find(|p| p.id == *paper);
            known.ok_or_else(|| AppError::UnknownRecord(paper.to_string()))?.number = PaperNumber::new(number.clone());
        }
        let found = check_numbers(&papers.iter().map(|p| p.number.clone()).collect::<Vec<_>>());
        if forbids(&found) {
            return Err(AppError::Rules(found));
        }
        let subject = self.about_item(&meeting, "")?;
        self.change(Action::new("renumber_papers").about(subject.trim_end()), found, |tx| {
            let touched = papers.iter().filter(|p| numbers.iter().any(|(id, _)| *id == p.id));
            touched.into_iter().try_for_each(|p| tx.put_paper(p))?;
            Ok(())
        })
    }

    /// Sets to which items of the agenda a paper belongs (「次第の資料の設定」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`] for a paper or an item that the meeting does not have.
    pub fn set_paper_items(&mut self, id: PaperId, items: &[AgendaItemId]) -> Result<Written<()>> {
        let paper = self.known_paper(id)?;
        let meeting = self.known_meeting(paper.meeting)?;
        let agenda = self.store.agenda(paper.meeting)?;
        if let Some(unknown) = items.iter().find(|i| !agenda.iter().any(|a| a.id == **i)) {
            return Err(AppError::UnknownRecord(unknown.to_string()));
        }
        let subject = self.about_item(&meeting, &format!("{}　{}", paper.number, paper.title))?;
        self.change(Action::new("set_item_papers").about(subject), Vec::new(), |tx| {
            for mut item in agenda {
                let (names, wanted) = (item.papers.contains(&id), items.contains(&item.id));
                if names == wanted {
                    continue;
                }
                if wanted {
                    item.papers.push(id)
                } else {
                    item.papers.retain(|p| *p != id)
                }
                tx.put_agenda_item(&item)?;
            }
            Ok(())
        })
    }

    /// The body whose roster is a paper of a meeting: the one named, else the meeting's own.
    pub(crate) fn roster_body(&self, meeting: MeetingId, named: Option<&str>) -> Result<BodyId> {
        let meeting = self.known_meeting(meeting)?;
        let Some(named) = named else { return Ok(meeting.body) };
        Ok(self.snapshot()?.body_on(named, meeting.date)?.id)
    }

    /// The fiscal year of a meeting.
    pub(crate) fn meeting_year(&self, meeting: MeetingId) -> Result<FiscalYear> {
        Ok(self.known_meeting(meeting)?.year())
    }

    /// The items that name a paper.
    fn naming(&self, paper: &Paper) -> Result<Vec<AgendaItem>> {
        let agenda = self.store.agenda(paper.meeting)?;
        Ok(agenda.into_iter().filter(|i| i.papers.contains(&paper.id)).collect())
    }

    /// A paper's texts, and its number among the others of the meeting (V25).
    fn check_numbered(&self, paper: &Paper) -> Result<Vec<Violation>> {
        let mut texts = vec![check_name("number", paper.number.as_str()), check_name("title", &paper.title)];
        texts.extend(paper.closed_reason.iter().map(|reason| check_name("closed_reason", reason)));
        texts.extend(paper.revision.iter().map(|revision| check_name("revision", revision)));
        if let PaperContent::Text { markdown } = &paper.content {
            texts.push(check_text("markdown", markdown));
        }
        all_right(texts)?;
        let others = self.store.papers(paper.meeting)?.into_iter().filter(|p| p.id != paper.id);
        let numbers: Vec<PaperNumber> = others.map(|p| p.number).chain([paper.number.clone()]).collect();
        let mut found = check_numbers(&numbers);
        if self.naming(paper)?.is_empty() {
            found.push(Violation::PaperNotNamed { number: paper.number.to_string() });
        }
        if forbids(&found) { Err(AppError::Rules(found)) } else { Ok(found) }
    }
}
