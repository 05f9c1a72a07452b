//! The wording of the script of a meeting.

use super::{Nothing, bad_code};
use crate::council::{App, Written};
use crate::error::Result;
use crate::scenario::ScenarioWordingRow;
use entaku_domain::scenario::ScenarioPart;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The wording of every part, and what can be filled in.
#[derive(Debug, Serialize, TS)]
pub struct ScenarioWordings {
    /// The parts, in order.
    pub parts: Vec<ScenarioWordingRow>,
    /// What can be filled in, as it stands between braces.
    pub fields: Vec<String>,
}

/// A wording of a part.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScenarioText {
    /// The part, a code.
    pub part: String,
    /// The wording.
    pub text: String,
}

/// A part.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichScenarioPart {
    /// A code.
    pub part: String,
}

pub(super) fn scenario_wordings(app: &App, _: Nothing) -> Result<ScenarioWordings> {
    Ok(ScenarioWordings { parts: app.scenario_wordings()?, fields: App::scenario_fields() })
}

pub(super) fn set_scenario_wording(app: &mut App, args: ScenarioText) -> Result<Written<()>> {
    app.set_scenario_wording(ScenarioPart::from_code(&args.part).map_err(bad_code)?, &args.text)
}

pub(super) fn reset_scenario_wording(app: &mut App, args: WhichScenarioPart) -> Result<Written<()>> {
    app.reset_scenario_wording(ScenarioPart::from_code(&args.part).map_err(bad_code)?)
}
