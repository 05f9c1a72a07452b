//! How a body numbers its papers, and the numbers that close gaps in its style.

use super::list::in_order;
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::meetings::page::meeting;
use crate::people::all_right;
use crate::snapshot::Snapshot;
use entaku_domain::FiscalYear;
use entaku_domain::council::Question;
use entaku_domain::id::{BodyId, MeetingId, PaperId};
use entaku_domain::paper::{Paper, PaperClass, PaperNumber};
use entaku_domain::paper_style::{BodyStyle, ClassHeading, NumberStyle, Series};
use entaku_domain::text::check_note;
use entaku_store::Action;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A series of numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperSeries {
    /// What stands before the figures: 資料, 資料第.
    pub before: String,
    /// What stands after them: nothing, 号.
    pub after: String,
}

/// A class of papers in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperHeading {
    /// `sent`, `on_the_day`, `reference`.
    pub class: String,
    /// How it is headed; empty for the usual term.
    pub heading: String,
}

/// How a body numbers and lists its papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperStyle {
    /// Of papers sent beforehand.
    pub sent: PaperSeries,
    /// Of papers of the day; none where they go on in the series of those sent.
    pub on_the_day: Option<PaperSeries>,
    /// Of papers for reference.
    pub reference: PaperSeries,
    /// Figures and hyphens in full width.
    pub wide: bool,
    /// The agenda is the first paper, 資料1.
    pub agenda: bool,
    /// The classes in the order of the list.
    pub classes: Vec<PaperHeading>,
}

/// How a body numbers its papers, with examples.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PaperStylePage {
    /// The body's handle.
    pub body: String,
    /// Its name.
    pub body_name: String,
    /// The style.
    pub style: PaperStyle,
    /// Whether the body has set it for itself.
    pub own: bool,
    /// Numbers as they come out.
    pub examples: Vec<String>,
}

/// A paper with the number that it would get.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RenumberedPaper {
    /// The paper's identifier.
    pub paper: String,
    /// Its title.
    pub title: String,
    /// Its present number.
    pub old: String,
    /// The number in the body's style.
    pub number: String,
}

impl App {
    /// How a body numbers its papers.
    ///
    /// # Errors
    /// [`AppError::UnknownBody`].
    pub fn paper_style(&self, body: &str) -> Result<PaperStylePage> {
        let council = self.snapshot()?;
        let found = council.body(body)?;
        let style = self.style_of(&council, found.id)?;
        Ok(PaperStylePage {
            body: found.key.clone(),
            body_name: council.body_name(found.id, FiscalYear::of(self.today())).to_owned(),
            own: self.store.paper_style(found.id)?.is_some(),
            examples: examples(&style),
            style: shown(&style),
        })
    }

    /// Numbers as they would come out in a style.
    ///
    /// # Errors
    /// [`AppError::Rules`] for a style that cannot be kept.
    pub fn paper_style_examples(&self, style: &PaperStyle) -> Result<Vec<String>> {
        Ok(examples(&read(style)?))
    }

    /// Sets how a body numbers its papers (「資料番号の書き方の設定」). Papers keep the numbers
    /// that they have until they are renumbered.
    ///
    /// # Errors
    /// [`AppError::UnknownBody`]; [`AppError::Rules`] for series without words, or alike.
    pub fn set_paper_style(&mut self, body: &str, style: &PaperStyle) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let found = council.body(body)?;
        let style = BodyStyle { body: found.id, style: read(style)? };
        let subject = council.body_name(found.id, FiscalYear::of(self.today())).to_owned();
        self.change(Action::new("set_paper_style").about(subject), Vec::new(), |tx| Ok(tx.put_paper_style(&style)?))
    }

    /// The numbers that the papers of a meeting would get in the body's style, in their
    /// order and without gaps: those that differ.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`].
    pub fn renumbered(&self, id: MeetingId) -> Result<Vec<RenumberedPaper>> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let style = self.style_of(&council, m.body)?;
        let papers = self.papers_in_style(id, &style)?;
        let row = |(paper, number): (Paper, String)| RenumberedPaper {
            paper: paper.id.to_string(),
            title: paper.title,
            old: paper.number.to_string(),
            number,
        };
        let new = style.renumbered(&numbers(&papers));
        Ok(papers.into_iter().zip(new).filter(|(p, n)| p.number.as_str() != n).map(row).collect())
    }

    /// Puts the papers of a class into an order that their numbers do not give (「資料の順の変更」).
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`], [`AppError::UnknownRecord`].
    pub fn order_papers(&mut self, id: MeetingId, order: &[PaperId]) -> Result<Written<()>> {
        let meeting = self.known_meeting(id)?;
        let papers = self.store.papers(id)?;
        let find = |id: &PaperId| papers.iter().find(|p| p.id == *id).cloned();
        let mut placed = Vec::new();
        for (at, id) in (1..).zip(order) {
            let mut paper = find(id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
            paper.handling.position = Some(at);
            placed.push(paper);
        }
        let subject = self.about_item(&meeting, "")?;
        self.change(Action::new("order_papers").about(subject.trim_end()), Vec::new(), |tx| {
            placed.iter().try_for_each(|p| tx.put_paper(p))?;
            Ok(())
        })
    }

    /// The style of a body: its own, else the usual one by the office's answer.
    pub(crate) fn style_of(&self, council: &Snapshot, body: BodyId) -> Result<NumberStyle> {
        let answer = council.council.decided(Question::PaperNumbers).unwrap_or_default();
        Ok(self.store.paper_style(body)?.unwrap_or_else(|| NumberStyle::usual(answer)))
    }

    /// The papers of a meeting, by class and number, or as the office has set, as every list has them.
    pub(crate) fn papers_in_order(&self, id: MeetingId) -> Result<Vec<Paper>> {
        let body = self.known_meeting(id)?.body;
        let style = self.store.paper_style(body)?.unwrap_or_else(|| NumberStyle::usual(""));
        self.papers_in_style(id, &style)
    }

    pub(super) fn papers_in_style(&self, id: MeetingId, style: &NumberStyle) -> Result<Vec<Paper>> {
        let mut papers = self.store.papers(id)?;
        in_order(&mut papers, style);
        Ok(papers)
    }
}

/// The class and the number of each.
pub(crate) fn numbers(papers: &[Paper]) -> Vec<(PaperClass, PaperNumber)> {
    papers.iter().map(|p| (p.class, p.number.clone())).collect()
}

fn examples(style: &NumberStyle) -> Vec<String> {
    let agenda = style.agenda_number();
    let first = u32::from(agenda.is_some()) + 1;
    let sent = [style.write(PaperClass::Sent, &[first]), style.write(PaperClass::Sent, &[first + 1, 1])];
    let day = match style.on_the_day {
        Some(_) => style.write(PaperClass::OnTheDay, &[1]),
        None => style.write(PaperClass::OnTheDay, &[first + 2]),
    };
    agenda.into_iter().chain(sent).chain([day, style.write(PaperClass::Reference, &[1])]).collect()
}

fn shown(style: &NumberStyle) -> PaperStyle {
    let series = |s: &Series| PaperSeries { before: s.before.clone(), after: s.after.clone() };
    PaperStyle {
        sent: series(&style.sent),
        on_the_day: style.on_the_day.as_ref().map(series),
        reference: series(&style.reference),
        wide: style.wide,
        agenda: style.agenda,
        classes: style
            .classes
            .iter()
            .map(|c| PaperHeading { class: c.class.code().to_owned(), heading: c.heading.clone() })
            .collect(),
    }
}

/// Reads a style; a class that is not named comes last.
fn read(style: &PaperStyle) -> Result<NumberStyle> {
    let series = |s: &PaperSeries| Series { before: s.before.trim().to_owned(), after: s.after.trim().to_owned() };
    let parts = [Some(&style.sent), style.on_the_day.as_ref(), Some(&style.reference)].into_iter().flatten();
    all_right(parts.flat_map(|s| [check_note("before", &s.before), check_note("after", &s.after)]))?;
    all_right(style.classes.iter().map(|c| check_note("heading", &c.heading)))?;
    let mut classes: Vec<ClassHeading> = Vec::new();
    for row in &style.classes {
        let class = PaperClass::from_code(&row.class).map_err(|e| AppError::BadRequest(e.to_string()))?;
        if classes.iter().all(|c| c.class != class) {
            classes.push(ClassHeading { class, heading: row.heading.trim().to_owned() });
        }
    }
    let missing = PaperClass::ALL.iter().filter(|c| classes.iter().all(|known| known.class != **c));
    let missing: Vec<_> = missing.map(|c| ClassHeading { class: *c, heading: String::new() }).collect();
    classes.extend(missing);
    let found = NumberStyle {
        sent: series(&style.sent),
        on_the_day: style.on_the_day.as_ref().map(series),
        reference: series(&style.reference),
        wide: style.wide,
        agenda: style.agenda,
        classes,
    };
    match found.check() {
        faults if faults.is_empty() => Ok(found),
        faults => Err(AppError::Rules(faults)),
    }
}
