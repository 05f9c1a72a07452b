//! The office's own templates of agendas, and its own wording of the script.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, int, json, maybe, text, to_json};
use entaku_domain::agenda_template::{AgendaTemplate, TemplateUse};
use entaku_domain::id::{AgendaTemplateId, BodyId};
use entaku_domain::scenario::{ScenarioPart, ScenarioWording};
use rusqlite::types::Value;

impl Row for AgendaTemplate {
    const TABLE: &'static str = "agenda_template";
    const COLUMNS: &'static [&'static str] = &["id", "body", "use", "name", "items", "position"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(AgendaTemplateId::parse)?,
            body: c.maybe(BodyId::parse)?,
            used_for: c.parse(TemplateUse::from_code)?,
            name: c.text()?,
            items: c.parse(json)?,
            order: c.int()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            maybe(self.body),
            text(self.used_for.code()),
            text(&self.name),
            to_json(&self.items)?,
            int(self.order),
        ])
    }
}

impl Row for ScenarioWording {
    const TABLE: &'static str = "scenario_wording";
    const COLUMNS: &'static [&'static str] = &["id", "text"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self { part: c.parse(ScenarioPart::from_code)?, text: c.text()? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(self.part.code()), text(&self.text)])
    }
}

impl Records {
    /// The office's templates, in its order.
    pub fn agenda_templates(&self) -> Result<Vec<AgendaTemplate>> {
        self.list("order by position, id", [])
    }

    /// The office's own wordings of the script.
    pub fn scenario_wordings(&self) -> Result<Vec<ScenarioWording>> {
        self.list("order by id", [])
    }
}

impl Tx<'_> {
    /// Writes a template.
    pub fn put_agenda_template(&mut self, template: &AgendaTemplate) -> Result<()> {
        self.put(template)
    }

    /// Removes a template.
    pub fn remove_agenda_template(&mut self, id: AgendaTemplateId) -> Result<()> {
        self.remove("agenda_template", id)
    }

    /// Writes the office's wording of a part of the script.
    pub fn put_scenario_wording(&mut self, wording: &ScenarioWording) -> Result<()> {
        self.put(wording)
    }

    /// Removes it: the part is worded as the program does.
    pub fn remove_scenario_wording(&mut self, part: ScenarioPart) -> Result<()> {
        self.remove("scenario_wording", part.code())
    }
}
