//! The office's answers and the council's settings.

use super::{Nothing, bad_code};
use crate::answers::{self, AnswerRow, CouncilSettings, NewSettings};
use crate::council::{App, Written};
use crate::error::Result;
use entaku_domain::council::Question;
use entaku_domain::era::DateStyle;
use entaku_domain::meeting::Numbering;
use serde::Deserialize;
use ts_rs::TS;

/// An answer to a question that only the office can answer.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GivenAnswer {
    /// The question's code.
    pub question: String,
    /// `undecided`, `not_in_rules`, `decided`.
    pub is: String,
    /// What was decided, in words.
    pub text: Option<String>,
}

/// New settings of the council; what is none stays as it is.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouncilChange {
    /// Its name.
    pub name: Option<String>,
    /// The municipality.
    pub municipality: Option<String>,
    /// The office that is the secretariat.
    pub secretariat: Option<String>,
    /// Legal basis.
    pub legal_basis: Option<String>,
    /// Where the philosophy stands.
    pub philosophy_source: Option<String>,
    /// The philosophy.
    pub philosophy: Option<String>,
    /// What the council may do with its results.
    pub power: Option<String>,
    /// What the rules say on consigned clerical work; empty takes it away.
    pub consignment: Option<String>,
    /// A note that stands on every document; empty takes it away.
    pub notice: Option<String>,
    /// `era`, `western`, `both`.
    pub date_style: Option<String>,
    /// `per_year`, `running`.
    pub numbering: Option<String>,
}

pub(super) fn list_answers(app: &App, _: Nothing) -> Result<Vec<AnswerRow>> {
    app.list_answers()
}

pub(super) fn council_settings(app: &App, _: Nothing) -> Result<CouncilSettings> {
    app.council_settings()
}

pub(super) fn set_answer(app: &mut App, args: GivenAnswer) -> Result<Written<()>> {
    let question = Question::from_code(&args.question).map_err(bad_code)?;
    app.set_answer(question, answers::answer(&args.is, args.text.as_deref())?)
}

pub(super) fn update_council(app: &mut App, args: CouncilChange) -> Result<Written<()>> {
    app.update_council(NewSettings {
        name: args.name,
        municipality: args.municipality,
        secretariat: args.secretariat,
        legal_basis: args.legal_basis,
        philosophy_source: args.philosophy_source,
        philosophy: args.philosophy,
        power: args.power,
        consignment: args.consignment,
        notice: args.notice,
        date_style: args.date_style.map(|s| DateStyle::from_code(&s).map_err(bad_code)).transpose()?,
        numbering: args.numbering.map(|n| Numbering::from_code(&n).map_err(bad_code)).transpose()?,
    })
}
