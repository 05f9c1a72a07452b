//! The council's own evaluation, and what the figures for prefecture and ministry need.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, int, json, maybe, text, to_json, year};
use entaku_domain::FiscalYear;
use entaku_domain::evaluation::{Evaluation, EvaluationField, Judgement, LivedExperience, Standing, SurveyFigure};
use entaku_domain::id::PersonId;
use rusqlite::types::Value;

impl Row for Evaluation {
    const TABLE: &'static str = "evaluation";
    const COLUMNS: &'static [&'static str] = &["id", "year", "field", "judgement", "good", "change", "measures"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self {
            year: c.year()?,
            field: c.parse(EvaluationField::from_code)?,
            judgement: c.maybe(Judgement::from_code)?,
            good: c.text()?,
            change: c.text()?,
            measures: c.text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(evaluation_id(self.year, self.field)),
            year(self.year),
            text(self.field.code()),
            maybe(self.judgement.map(Judgement::code)),
            text(&self.good),
            text(&self.change),
            text(&self.measures),
        ])
    }
}

fn evaluation_id(year: FiscalYear, field: EvaluationField) -> String {
    format!("{}/{}", year.number(), field.code())
}

impl Row for LivedExperience {
    const TABLE: &'static str = "lived_experience";
    const COLUMNS: &'static [&'static str] = &["id", "person", "standing", "kinds", "may_tell"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self {
            person: c.parse(PersonId::parse)?,
            standing: c.parse(Standing::from_code)?,
            kinds: c.parse(json)?,
            may_tell: c.int::<u8>()? != 0,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.person),
            text(self.person),
            text(self.standing.code()),
            to_json(&self.kinds)?,
            int(self.may_tell),
        ])
    }
}

impl Row for SurveyFigure {
    const TABLE: &'static str = "survey_figure";
    const COLUMNS: &'static [&'static str] = &["id", "year", "key", "value", "note"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { year: c.year()?, key: c.text()?, value: c.text()?, note: c.text()? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = text(figure_id(self.year, &self.key));
        Ok(vec![id, year(self.year), text(&self.key), text(&self.value), text(&self.note)])
    }
}

fn figure_id(year: FiscalYear, key: &str) -> String {
    format!("{}/{key}", year.number())
}

impl Records {
    /// What the council said of its years.
    pub fn evaluations(&self) -> Result<Vec<Evaluation>> {
        self.list("order by year, id", [])
    }

    /// What members said of being disabled or of a disabled family.
    pub fn lived_experiences(&self) -> Result<Vec<LivedExperience>> {
        self.list("order by id", [])
    }

    /// The figures that the office typed for a year.
    pub fn survey_figures(&self, of: FiscalYear) -> Result<Vec<SurveyFigure>> {
        self.list("where year = ?1 order by id", [of.number()])
    }
}

impl Tx<'_> {
    /// Writes what the council says of one field of a year.
    pub fn put_evaluation(&mut self, one: &Evaluation) -> Result<()> {
        self.put(one)
    }

    /// Removes what was said of a field of a year.
    pub fn remove_evaluation(&mut self, of: FiscalYear, field: EvaluationField) -> Result<()> {
        self.remove("evaluation", evaluation_id(of, field))
    }

    /// Writes what a member said of being disabled or of a disabled family.
    pub fn put_lived_experience(&mut self, one: &LivedExperience) -> Result<()> {
        self.put(one)
    }

    /// Removes what a member said.
    pub fn remove_lived_experience(&mut self, person: PersonId) -> Result<()> {
        self.remove("lived_experience", person)
    }

    /// Writes a figure that the office typed.
    pub fn put_survey_figure(&mut self, one: &SurveyFigure) -> Result<()> {
        self.put(one)
    }

    /// Removes a figure that the office typed.
    pub fn remove_survey_figure(&mut self, of: FiscalYear, key: &str) -> Result<()> {
        self.remove("survey_figure", figure_id(of, key))
    }
}
