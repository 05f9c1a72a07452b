//! Plans and laws beside the council: `plans.toml`.

use super::council::CERTAINTIES;
use super::flows;
use super::keys::{Keys, collect};
use super::source::{Date, Place, Unused, day, parse};
use crate::error::Result;
use entaku_domain::FiscalYear;
use entaku_domain::id::{LawId, PlanId};
use entaku_domain::plan::{Law, Plan, PlanKind};
use serde::Deserialize;
use std::collections::BTreeSet;

const FILE: &str = "plans.toml";

/// `plans.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    plan: Vec<Row>,
    relation: Vec<Relation>,
    law: Vec<LawRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    key: String,
    name: String,
    name_note: Option<String>,
    #[serde(rename = "level")]
    _level: Unused,
    upper: bool,
    part_of: Option<String>,
    follows: Option<String>,
    period_from: Option<Date>,
    period_to: Option<Date>,
    #[serde(rename = "decision_due")]
    _decision_due: Unused,
    text: Option<String>,
    cooperation: Option<String>,
    note: Option<String>,
    #[serde(rename = "certainty")]
    _certainty: Unused,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Relation {
    from: String,
    to: String,
    label: String,
    #[serde(rename = "certainty")]
    _certainty: Unused,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LawRow {
    key: String,
    name: String,
    article: String,
    citation: Option<String>,
    text: String,
    as_of: Option<Date>,
    certainty: String,
    #[serde(rename = "note")]
    _note: Unused,
}

pub(super) fn read() -> Result<File> {
    parse(FILE)
}

impl File {
    pub(super) fn keys(&self) -> Result<BTreeSet<String>> {
        collect(FILE, self.plan.iter().map(|r| &r.key))
    }

    pub(super) fn law_keys(&self) -> Result<BTreeSet<String>> {
        collect(FILE, self.law.iter().map(|r| &r.key))
    }

    /// The plans in the file's order. A plan without a period is there from the council's first year on.
    pub(super) fn plans(&self, keys: &Keys, first_year: FiscalYear) -> Result<Vec<Plan>> {
        (1..).zip(&self.plan).map(|(order, row)| self.plan(keys, first_year, row, order)).collect()
    }

    fn plan(&self, keys: &Keys, first_year: FiscalYear, row: &Row, order: i64) -> Result<Plan> {
        let place = Place { file: FILE, key: &row.key };
        let period = day(row.period_from).zip(day(row.period_to));
        place.must(period.is_none_or(|(from, to)| from <= to), "the period ends before it begins")?;
        Ok(Plan {
            id: PlanId::from_key(&row.key),
            key: row.key.clone(),
            kind: match (row.upper, &row.part_of) {
                (true, _) => PlanKind::Upper,
                (false, None) => PlanKind::Own,
                (false, Some(_)) => PlanKind::Component,
            },
            parent: row.part_of.as_ref().map(|key| keys.plan(place, key)).transpose()?,
            name: row.name.clone(),
            note: self.note(row),
            period,
            from_year: period.map_or(first_year, |(from, _)| FiscalYear::of(from)),
            to_year: period.map(|(_, to)| FiscalYear::of(to)),
            order,
            predecessor: row.follows.as_ref().map(|key| keys.plan(place, key)).transpose()?,
        })
    }

    /// What is said of a plan. The text of a plan with parts only names them.
    fn note(&self, row: &Row) -> Option<String> {
        let has_parts = self.plan.iter().any(|p| p.part_of.as_ref() == Some(&row.key));
        let text = row.text.as_ref().filter(|_| !has_parts);
        let name_note = row.name_note.as_deref().map(bare);
        row.cooperation.as_ref().or(text).cloned().or(name_note).or_else(|| row.note.clone())
    }

    /// The laws.
    pub(super) fn laws(&self) -> Result<Vec<Law>> {
        let law = |row: &LawRow| {
            Ok(Law {
                id: LawId::from_key(&row.key),
                citation: row.citation.as_deref().map_or_else(|| format!("{}{}", row.name, row.article), bare),
                text: row.text.clone(),
                as_of: day(row.as_of),
                certainty: Place { file: FILE, key: &row.key }.pick(CERTAINTIES, &row.certainty)?,
            })
        };
        self.law.iter().map(law).collect()
    }

    /// Relations stand on the chart as arrows.
    pub(super) fn check(&self, flows: &flows::File) -> Result<()> {
        for relation in &self.relation {
            let place = Place { file: FILE, key: &relation.from };
            place.must(flows.has(&relation.from, &relation.to, &relation.label), "a relation without an arrow")?;
        }
        Ok(())
    }
}

/// A text without the brackets in which the source prints it.
fn bare(text: &str) -> String {
    text.trim_matches(['（', '）']).to_owned()
}
