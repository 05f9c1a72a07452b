//! The office's own wording of the script, part by part.

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::text::scenario as words;
use entaku_domain::scenario::{ScenarioField, ScenarioPart, ScenarioWording};
use entaku_domain::text::check_text;
use entaku_domain::violation::Violation;
use entaku_store::Action;

/// The wording of a part, as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct ScenarioWordingRow {
    /// The part, a code.
    pub part: String,
    /// The part, in Japanese.
    pub label: String,
    /// The wording in use.
    pub text: String,
    /// The one that the program brings.
    pub usual: String,
    /// Whether it is the office's own.
    pub own: bool,
}

impl App {
    /// The wording of every part of the script.
    ///
    /// # Errors
    /// Those of the store.
    pub fn scenario_wordings(&self) -> Result<Vec<ScenarioWordingRow>> {
        let own = self.store.scenario_wordings()?;
        let row = |part: &ScenarioPart| {
            let mine = own.iter().find(|w| w.part == *part);
            let usual = words::built_in(*part).to_owned();
            ScenarioWordingRow {
                part: part.code().to_owned(),
                label: part.label().to_owned(),
                text: mine.map_or_else(|| usual.clone(), |w| w.text.clone()),
                own: mine.is_some(),
                usual,
            }
        };
        Ok(ScenarioPart::ALL.iter().map(row).collect())
    }

    /// What can be filled into the script, as it stands between braces.
    pub fn scenario_fields() -> Vec<String> {
        ScenarioField::ALL.iter().map(|field| field.label().to_owned()).collect()
    }

    /// Sets the office's wording of a part (「進行シナリオの文例の変更」). An empty one leaves the part out.
    ///
    /// # Errors
    /// [`AppError::Rules`] for a field that there is not.
    pub fn set_scenario_wording(&mut self, part: ScenarioPart, text: &str) -> Result<Written<()>> {
        all_right([check_text("text", text)])?;
        let wording = ScenarioWording { part, text: text.to_owned() };
        if text == words::built_in(part) {
            return self.reset_scenario_wording(part);
        }
        wording.check().map_err(|fault| AppError::Rules(vec![Violation::Letter(fault)]))?;
        let action = Action::new("set_scenario_wording").about(part.label());
        self.change(action, Vec::new(), |tx| Ok(tx.put_scenario_wording(&wording)?))
    }

    /// Goes back to the program's wording of a part (「進行シナリオの文例を元に戻す」).
    ///
    /// # Errors
    /// Those of the store.
    pub fn reset_scenario_wording(&mut self, part: ScenarioPart) -> Result<Written<()>> {
        let own = self.store.scenario_wordings()?.iter().any(|w| w.part == part);
        let action = Action::new("reset_scenario_wording").about(part.label());
        self.change(action, Vec::new(), |tx| if own { Ok(tx.remove_scenario_wording(part)?) } else { Ok(()) })
    }
}
