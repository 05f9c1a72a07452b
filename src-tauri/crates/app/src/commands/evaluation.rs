//! The council's own evaluation, and the figures for prefecture and ministry.

use super::plans::on;
use super::{InYear, bad_code, year};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::evaluation::{EvaluationPage, SetEvaluation};
use crate::survey::{PersonExperience, SurveyPage};
use entaku_domain::evaluation::{Disability, EvaluationField, Judgement, LivedExperience, Standing, SurveyFigure};
use entaku_domain::id::PersonId;
use serde::Deserialize;
use ts_rs::TS;

/// What the council says of a field of a year.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct EvaluationForm {
    /// The fiscal year, as typed.
    pub year: String,
    /// `meetings`, `attendance`, `issues`, `proposals`, `feedback`, `subcommittees`, `plans`, `whole`.
    pub field: String,
    /// `as_planned`, `mostly`, `improve`, `not_done`.
    pub judgement: Option<String>,
    /// What went well.
    pub good: Option<String>,
    /// What is to change.
    pub change: Option<String>,
    /// Next year's measures.
    pub measures: Option<String>,
}

/// The figures of a year.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SurveyOf {
    /// The fiscal year, as typed.
    pub year: String,
    /// As of which day, as typed; the year's last day or today where none.
    pub on: Option<String>,
}

/// A figure that the office types.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SurveyFigureForm {
    /// The fiscal year, as typed.
    pub year: String,
    /// What is counted.
    pub key: String,
    /// The value, as it is printed; empty takes it away.
    pub value: String,
    /// How the office counted it.
    pub note: Option<String>,
}

/// What a member said of being disabled or of a disabled family.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ExperienceForm {
    /// The person's identifier.
    pub person: String,
    /// `disabled`, `family`, `both`, `neither`; none takes the entry away.
    pub standing: Option<String>,
    /// `physical`, `visual`, `hearing`, `intellectual`, `mental`, `developmental`, `brain`, `illness`, `severe`.
    pub kinds: Option<Vec<String>>,
    /// Whether it may be counted in figures that leave the office.
    pub may_tell: bool,
}

/// Whose record is asked for.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhoseExperience {
    /// The person's identifier.
    pub person: String,
}

pub(super) fn person_experience(app: &App, args: WhoseExperience) -> Result<PersonExperience> {
    app.person_experience(PersonId::parse(&args.person).map_err(|e| AppError::UnknownPerson(e.0))?)
}

pub(super) fn evaluation(app: &App, args: InYear) -> Result<EvaluationPage> {
    app.evaluation(year(&args.year)?)
}

pub(super) fn survey(app: &App, args: SurveyOf) -> Result<SurveyPage> {
    app.survey(year(&args.year)?, on("on", args.on.as_deref())?)
}

pub(super) fn set_evaluation(app: &mut App, args: EvaluationForm) -> Result<Written<()>> {
    let judgement = args.judgement.as_deref().filter(|t| !t.is_empty()).map(Judgement::from_code).transpose();
    app.set_evaluation(&SetEvaluation {
        year: year(&args.year)?,
        field: EvaluationField::from_code(&args.field).map_err(bad_code)?,
        judgement: judgement.map_err(bad_code)?,
        good: args.good.unwrap_or_default(),
        change: args.change.unwrap_or_default(),
        measures: args.measures.unwrap_or_default(),
    })
}

pub(super) fn set_survey_figure(app: &mut App, args: SurveyFigureForm) -> Result<Written<()>> {
    app.set_survey_figure(&SurveyFigure {
        year: year(&args.year)?,
        key: args.key,
        value: args.value,
        note: args.note.unwrap_or_default(),
    })
}

pub(super) fn set_lived_experience(app: &mut App, args: ExperienceForm) -> Result<Written<()>> {
    let person = PersonId::parse(&args.person).map_err(|e| AppError::UnknownPerson(e.0))?;
    let standing = args.standing.as_deref().filter(|t| !t.is_empty()).map(Standing::from_code).transpose();
    let kinds = args.kinds.unwrap_or_default();
    let kinds = kinds.iter().map(|k| Disability::from_code(k).map_err(bad_code)).collect::<Result<Vec<_>>>()?;
    let said = standing.map_err(bad_code)?;
    let said = said.map(|standing| LivedExperience { person, standing, kinds, may_tell: args.may_tell });
    app.set_lived_experience(person, said)
}
