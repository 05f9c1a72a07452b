//! Making a council in a folder: the wizard of a first start.

use crate::desk::Desk;
use crate::open::State;
use crate::place::whole;
use entaku_app::answers::{QuestionRow, answer, questions};
use entaku_app::commands::{GivenAnswer, Nothing};
use entaku_app::founding::{Beginning, Founding};
use entaku_app::{App, AppError, WireError};
use entaku_domain::council::Question;
use entaku_domain::era::DateStyle;
use serde::Deserialize;
use std::path::Path;
use ts_rs::TS;

/// What a new council begins with.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum From {
    /// The bodies, categories, flows and plans of the published chart, and its seats without people.
    Seed,
    /// Its name, the plenary and the secretariat.
    Empty,
    /// The whole sample with its fictional people, to try things out.
    Sample,
}

/// A council to be made.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct FoundCouncil {
    /// Where; made where it does not exist.
    pub folder: String,
    /// What it begins with.
    pub from: From,
    /// The municipality; not needed for the sample.
    pub municipality: Option<String>,
    /// Its name; not needed for the sample.
    pub name: Option<String>,
    /// The office that is the secretariat.
    pub secretariat: Option<String>,
    /// `era`, `western`, `both`; the first where none.
    pub date_style: Option<String>,
    /// The name under which the user makes changes, from now on.
    pub actor: Option<String>,
    /// What the office has answered; all else is 未定.
    pub answers: Option<Vec<GivenAnswer>>,
}

impl Desk {
    /// The questions that only the office can answer, before there is a council.
    pub(crate) fn founding_questions(&self, _: Nothing) -> Result<Vec<QuestionRow>, WireError> {
        Ok(questions())
    }

    /// Makes a council and puts it on the desk. What was open stays open where that fails.
    pub(crate) fn found_council(&self, ask: FoundCouncil) -> Result<State, WireError> {
        let folder = Path::new(ask.folder.trim());
        if folder.as_os_str().is_empty() {
            return Err(crate::text::no_folder());
        }
        let folder = &whole(folder);
        if let Some(file) = folder.ancestors().find(|path| path.is_file()) {
            return Err(crate::text::not_a_folder(file));
        }
        if let Some(actor) = ask.actor.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
            self.remembered().work_as(actor);
        }
        let actor = self.remembered().actor();
        let made = match ask.from {
            From::Sample => App::create_sample(folder, self.clock(), &actor),
            From::Seed => App::found(folder, self.clock(), &actor, &founding(&ask, Beginning::Seed)?),
            From::Empty => App::found(folder, self.clock(), &actor, &founding(&ask, Beginning::Empty)?),
        };
        drop(made.map_err(|error| at_folder(error.into()))?);
        Ok(self.lay(folder, false))
    }
}

fn founding(ask: &FoundCouncil, beginning: Beginning) -> Result<Founding, AppError> {
    let code = |e: entaku_domain::UnknownCode| AppError::BadRequest(e.to_string());
    let given =
        |a: &GivenAnswer| Ok((Question::from_code(&a.question).map_err(code)?, answer(&a.is, a.text.as_deref())?));
    Ok(Founding {
        beginning,
        name: ask.name.clone().unwrap_or_default().trim().to_owned(),
        municipality: ask.municipality.clone().unwrap_or_default().trim().to_owned(),
        secretariat: ask.secretariat.as_ref().map(|text| text.trim().to_owned()),
        date_style: ask.date_style.as_deref().map_or(Ok(DateStyle::Era), DateStyle::from_code).map_err(code)?,
        answers: ask.answers.iter().flatten().map(given).collect::<Result<_, AppError>>()?,
    })
}

/// An error about the folder is shown at its field.
pub(crate) fn at_folder(error: WireError) -> WireError {
    match error.code.as_str() {
        "council_exists" | "read_only" | "disk_full" | "store" => {
            WireError { field: Some("folder".to_owned()), ..error }
        }
        _ => error,
    }
}
