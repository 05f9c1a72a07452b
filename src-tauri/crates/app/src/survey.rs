//! The figures that prefecture and ministry ask for, of one year as of one day: who sits in
//! the plenary, its meetings, issues and what was done about them. What is not recorded is
//! told as not recorded; what the program cannot know the office types.

mod count;
pub mod paper;

use crate::answers::Choice;
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::issues::Ledger;
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::survey as words;
use count::Told;
use entaku_domain::body::{Body, BodyKind};
use entaku_domain::evaluation::{Disability, LivedExperience, Standing, SurveyFigure};
use entaku_domain::id::PersonId;
use entaku_domain::text::{check_name, check_note};
use entaku_domain::{Day, FiscalYear};
use entaku_store::Action;
use serde::Serialize;
use ts_rs::TS;

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SurveyRow {
    /// Its key, by which the office may set another value.
    pub key: String,
    /// What is counted.
    pub label: String,
    /// The value, as it is printed.
    pub value: String,
    /// How it was counted.
    pub note: String,
    /// Whether it is from 1 to 4 people, and must not be published.
    pub small: bool,
    /// Whether the office typed it.
    pub typed: bool,
}

/// Figures that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SurveySection {
    /// A heading.
    pub title: String,
    /// The figures.
    pub rows: Vec<SurveyRow>,
}

/// What is recorded of a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExperienceRow {
    /// The person's identifier.
    pub person: String,
    /// The name.
    pub name: String,
    /// Organisation and post.
    pub affiliation: String,
    /// Gender, in Japanese; empty where it is not recorded.
    pub gender: String,
    /// `disabled`, `family`, `both`, `neither`; none where nothing is recorded.
    pub standing: Option<String>,
    /// In Japanese.
    pub standing_label: String,
    /// Codes of the kinds of disability.
    pub kinds: Vec<String>,
    /// In Japanese.
    pub kind_labels: String,
    /// Whether it may be counted.
    pub may_tell: bool,
}

/// What a person said of being disabled or of a disabled family, and what can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonExperience {
    /// What is recorded.
    pub row: ExperienceRow,
    /// What somebody may be by own experience.
    pub standings: Vec<Choice>,
    /// Kinds of disability.
    pub kinds: Vec<Choice>,
}

/// The figures of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SurveyPage {
    /// The fiscal year.
    pub year: i32,
    /// ISO date as of which members are counted.
    pub on: String,
    /// The figures.
    pub sections: Vec<SurveySection>,
    /// What is recorded of each member of the plenary.
    pub members: Vec<ExperienceRow>,
    /// What a member may be by own experience.
    pub standings: Vec<Choice>,
    /// Kinds of disability.
    pub kinds: Vec<Choice>,
    /// What is said of all of it.
    pub notes: Vec<String>,
}

impl App {
    /// The figures of a year, members as of a day in it.
    ///
    /// # Errors
    /// [`AppError::NothingInYear`] where there is no plenary.
    pub fn survey(&self, year: FiscalYear, on: Option<Day>) -> Result<SurveyPage> {
        let (council, ledger) = (self.snapshot()?, Ledger::load(&self.store)?);
        let body = plenary(&council, year)?;
        let on = on.unwrap_or(year.last_day().min(self.today()).max(year.first_day()));
        let (experiences, typed) = (self.store.lived_experiences()?, self.store.survey_figures(year)?);
        let mut agendas = Vec::new();
        for m in council.meetings_of(body.id).filter(|m| m.year() == year && m.state.is_over()) {
            agendas.push((m, self.store.agenda(m.id)?, self.store.attendance(m.id)?));
        }
        let told = Told { council: &council, ledger: &ledger, body, year, on, experiences: &experiences };
        let mut sections = told.sections(&agendas);
        merge(&mut sections, &typed);
        Ok(SurveyPage {
            year: year.number(),
            on: on.to_string(),
            sections,
            members: told.members(),
            standings: standings(),
            kinds: kinds(),
            notes: words::NOTES.iter().map(|n| (*n).to_owned()).collect(),
        })
    }

    /// What a person said of being disabled or of a disabled family.
    ///
    /// # Errors
    /// [`AppError::UnknownPerson`].
    pub fn person_experience(&self, person: PersonId) -> Result<PersonExperience> {
        let (council, said) = (self.snapshot()?, self.store.lived_experiences()?);
        let found = council.person(person).ok_or_else(|| AppError::UnknownPerson(person.to_string()))?;
        let row = count::experience_row(&council, found, said.iter().find(|e| e.person == person), self.today());
        Ok(PersonExperience { row, standings: standings(), kinds: kinds() })
    }

    /// Types a figure for a year; an empty value takes it away (「照会への数字の記入」).
    ///
    /// # Errors
    /// [`AppError::Rules`] for the texts.
    pub fn set_survey_figure(&mut self, figure: &SurveyFigure) -> Result<Written<()>> {
        all_right([
            check_name("key", &figure.key),
            check_note("value", &figure.value),
            check_note("note", &figure.note),
        ])?;
        let known = self.store.survey_figures(figure.year)?.iter().any(|f| f.key == figure.key);
        let style = self.snapshot()?.council.date_style;
        let subject = words::subject(&style.fiscal_year(figure.year), words::label(&figure.key));
        let new = SurveyFigure {
            value: figure.value.trim().to_owned(),
            note: figure.note.trim().to_owned(),
            ..figure.clone()
        };
        self.change(Action::new("set_survey_figure").about(subject), Vec::new(), |tx| {
            match (new.value.is_empty(), known) {
                (false, _) => tx.put_survey_figure(&new)?,
                (true, true) => tx.remove_survey_figure(new.year, &new.key)?,
                (true, false) => {}
            }
            Ok(())
        })
    }

    /// Records what a member said of being disabled or of a disabled family; nothing takes
    /// it away (「当事者の別の記録」). The history does not say about whom.
    ///
    /// # Errors
    /// [`AppError::UnknownPerson`].
    pub fn set_lived_experience(&mut self, person: PersonId, said: Option<LivedExperience>) -> Result<Written<()>> {
        self.known_person(person)?;
        let known = self.store.lived_experiences()?.iter().any(|e| e.person == person);
        self.change(Action::new("set_lived_experience"), Vec::new(), |tx| {
            match (said, known) {
                (Some(said), _) => tx.put_lived_experience(&said)?,
                (None, true) => tx.remove_lived_experience(person)?,
                (None, false) => {}
            }
            Ok(())
        })
    }
}

fn choice(value: &str, label: &str) -> Choice {
    Choice { value: value.to_owned(), label: label.to_owned() }
}

fn standings() -> Vec<Choice> {
    Standing::ALL.iter().map(|s| choice(s.code(), s.label())).collect()
}

fn kinds() -> Vec<Choice> {
    Disability::ALL.iter().map(|k| choice(k.code(), k.label())).collect()
}

fn plenary(council: &Snapshot, year: FiscalYear) -> Result<&Body> {
    let found = council.bodies_in(year).find(|(b, _)| b.kind == BodyKind::Plenary).map(|(b, _)| b);
    found.ok_or(AppError::NothingInYear(year.number()))
}

/// What the office typed takes the place of what was counted; what it typed besides stands last.
fn merge(sections: &mut Vec<SurveySection>, typed: &[SurveyFigure]) {
    let mut own = Vec::new();
    for figure in typed {
        let note = if figure.note.is_empty() { words::TYPED.to_owned() } else { words::typed(&figure.note) };
        let counted = sections.iter_mut().flat_map(|s| s.rows.iter_mut()).find(|r| r.key == figure.key);
        match counted {
            Some(row) => (row.value, row.note, row.typed) = (figure.value.clone(), note, true),
            None => own.push(SurveyRow {
                key: figure.key.clone(),
                label: figure.key.clone(),
                value: figure.value.clone(),
                note,
                small: false,
                typed: true,
            }),
        }
    }
    if !own.is_empty() {
        sections.push(SurveySection { title: words::OWN.to_owned(), rows: own });
    }
}
