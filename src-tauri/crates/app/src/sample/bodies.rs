//! Bodies and what they are in a year: `bodies.toml`.

use super::body_texts::{self, Line, Phrase};
use super::council::CERTAINTIES;
use super::keys::{Keys, collect};
use super::source::{Place, Unused, parse};
use crate::error::Result;
use entaku_domain::FiscalYear;
use entaku_domain::body::{Body, BodyKind, BodyVersion, Category, Fill, Frequency, OfficerRule, Verb};
use entaku_domain::id::{BodyId, BodyVersionId};
use entaku_domain::service::Limits;
use entaku_domain::term::{ReplacementRule, TermRule};
use entaku_domain::text::check_name;
use serde::Deserialize;
use std::collections::BTreeSet;

pub(super) const FILE: &str = "bodies.toml";

/// The word for the council itself, which is a frame and no body.
const COUNCIL: &str = "協議会";

const KINDS: &[(&str, BodyKind)] = &[
    ("全体会", BodyKind::Plenary),
    ("運営会議", BodyKind::Steering),
    ("専門部会（まとめ）", BodyKind::SubcommitteeGroup),
    ("部会", BodyKind::Subcommittee),
    ("みえるか会議", BodyKind::CaseReview),
    ("作業部会", BodyKind::WorkingGroup),
    ("事務局", BodyKind::Secretariat),
    ("関係団体", BodyKind::Partner),
    ("関係課", BodyKind::CityOffice),
    ("教育委員会", BodyKind::EducationBoard),
    ("計画推進", BodyKind::PlanBody),
    ("提案先", BodyKind::Addressee),
    ("プロジェクト", BodyKind::ProjectTeam),
];

/// How members come to a body, or an appointment is made.
pub(super) const VERBS: &[(&str, Verb)] =
    &[("委嘱", Verb::Commission), ("選任", Verb::Select), ("任命", Verb::Assign), ("充てる", Verb::ExOfficio)];

const FILLS: &[(&str, Fill)] =
    &[("person", Fill::Person), ("post", Fill::Post), ("organisation", Fill::Organization), ("derived", Fill::Derived)];

const METHODS: &[(&str, Option<&str>)] = &[("互選", Some("委員の互選")), ("未定", None)];

/// The word for what the sample made up.
const MADE_UP: &str = "見本";

/// The officers who chair meetings.
const CHAIRS: [&str; 3] = ["会長", "座長", "部会長"];

/// `bodies.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    body: Vec<Row>,
    version: Vec<Version>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    key: String,
    name: String,
    #[serde(rename = "kana")]
    _kana: Unused,
    kind: String,
    parent: Option<String>,
    name_note: Option<String>,
    order: i64,
    certainty: Option<String>,
}

/// What a body is from a year on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Version {
    body: String,
    from_fiscal_year: i32,
    to_fiscal_year: Option<i32>,
    #[serde(rename = "change")]
    _change: Unused,
    pub(super) purpose: Phrase,
    #[serde(rename = "nickname")]
    _nickname: Unused,
    frequency: Option<Often>,
    pub(super) term: Option<Term>,
    verb: Option<Means>,
    #[serde(default)]
    categories: Vec<CategoryRow>,
    pub(super) duties_heading: Option<String>,
    #[serde(default)]
    pub(super) duties: Vec<Line>,
    #[serde(default)]
    pub(super) roles: Vec<Line>,
    #[serde(default)]
    pub(super) notes: Vec<Line>,
    #[serde(default)]
    officers: Vec<Officer>,
    #[serde(rename = "listed")]
    _listed: Unused,
    pub(super) listed_text: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Often {
    text: String,
    per_year: Option<u8>,
    certainty: String,
    #[serde(rename = "strength")]
    _strength: Unused,
}

/// The rule for the end of a term.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Term {
    rule: String,
    #[serde(rename = "max_years")]
    _max_years: Unused,
    pub(super) mark: Option<String>,
    pub(super) text: String,
    pub(super) certainty: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Means {
    text: String,
    #[serde(rename = "by")]
    _by: Unused,
    #[serde(rename = "certainty")]
    _certainty: Unused,
    #[serde(rename = "by_certainty")]
    _by_certainty: Unused,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CategoryRow {
    no: u8,
    text: String,
    fill: String,
    #[serde(default)]
    derived_from: Vec<String>,
    post: Option<String>,
    organisation: Option<String>,
    #[serde(rename = "certainty")]
    _certainty: Unused,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Officer {
    title: String,
    count: u8,
    method: String,
    #[serde(rename = "certainty")]
    _certainty: Unused,
    #[serde(rename = "method_certainty")]
    _method_certainty: Unused,
}

pub(super) fn read() -> Result<File> {
    parse(FILE)
}

impl File {
    /// The keys of the bodies; the council is none.
    pub(super) fn keys(&self) -> Result<BTreeSet<String>> {
        collect(FILE, self.body.iter().filter(|r| r.kind != COUNCIL).map(|r| &r.key))
    }

    /// The bodies that the sample made up.
    pub(super) fn made_up(&self) -> BTreeSet<BodyId> {
        let made_up = self.body.iter().filter(|r| r.certainty.as_deref() == Some(MADE_UP));
        made_up.map(|r| BodyId::from_key(&r.key)).collect()
    }

    /// The bodies, with the years in which they exist.
    pub(super) fn bodies(&self, keys: &Keys) -> Result<Vec<Body>> {
        self.body.iter().filter(|r| r.kind != COUNCIL).map(|row| self.one(keys, row)).collect()
    }

    fn one(&self, keys: &Keys, row: &Row) -> Result<Body> {
        let place = row.place();
        check_name("name", &row.name).map_err(|v| place.wrong(format_args!("{v:?}")))?;
        let versions = self.versions_of(row)?;
        let (first, last) = versions.first().zip(versions.last()).ok_or_else(|| place.wrong("no version"))?;
        let council = |key: &&String| self.body.iter().any(|r| r.kind == COUNCIL && &r.key == *key);
        let parent = row.parent.as_ref().filter(|key| !council(key));
        Ok(Body {
            id: BodyId::from_key(&row.key),
            key: row.key.clone(),
            kind: place.pick(KINDS, &row.kind)?,
            parent: parent.map(|key| keys.body(place, key)).transpose()?,
            from_year: place.year(first.from_fiscal_year)?,
            to_year: last.to_fiscal_year.map(|y| place.year(y)).transpose()?,
            order: row.order,
            resolution: None,
        })
    }

    /// A body's versions, oldest first, each until the next begins.
    fn versions_of(&self, row: &Row) -> Result<Vec<&Version>> {
        let mut found: Vec<&Version> = self.version.iter().filter(|v| v.body == row.key).collect();
        found.sort_by_key(|v| v.from_fiscal_year);
        for pair in found.windows(2) {
            let follows = pair[0].to_fiscal_year == Some(pair[1].from_fiscal_year - 1);
            row.place().must(follows, "a version does not end where the next begins")?;
        }
        Ok(found)
    }

    /// The versions of all bodies.
    pub(super) fn versions(&self, keys: &Keys) -> Result<Vec<BodyVersion>> {
        self.version.iter().map(|version| self.version(keys, version)).collect()
    }

    fn version(&self, keys: &Keys, version: &Version) -> Result<BodyVersion> {
        let place = Place { file: FILE, key: &version.body };
        let row = self.body.iter().find(|r| r.key == version.body).ok_or_else(|| place.wrong("no such body"))?;
        let from_year: FiscalYear = place.year(version.from_fiscal_year)?;
        let kind = place.pick(KINDS, &row.kind)?;
        let beside = row.name_note.as_deref().unwrap_or_default();
        let often = version.frequency.as_ref().filter(|f| !beside.contains(&f.text));
        Ok(BodyVersion {
            id: BodyVersionId::from_key(&format!("{}/{}", row.key, from_year.number())),
            body: keys.body(place, &row.key)?,
            from_year,
            name: row.name.clone(),
            note: row.name_note.clone(),
            frequency: often.map(|f| frequency(place, f)).transpose()?,
            term_rule: version.term.as_ref().map_or(Ok(TermRule::NoTerm), |t| term_rule(place, &t.rule))?,
            replacement: ReplacementRule::Ask,
            limits: Limits::default(),
            verb: version.verb.as_ref().map_or(Ok(usual_verb(kind)), |v| place.pick(VERBS, &v.text))?,
            texts: body_texts::texts(place, &row.name, beside, version)?,
            categories: version.categories.iter().map(|c| category(place, keys, c)).collect::<Result<_>>()?,
            officers: version.officers.iter().map(|o| officer(place, o)).collect::<Result<_>>()?,
        })
    }
}

impl Row {
    fn place(&self) -> Place<'_> {
        Place { file: FILE, key: &self.key }
    }
}

fn frequency(place: Place<'_>, often: &Often) -> Result<Frequency> {
    let certainty = place.pick(CERTAINTIES, &often.certainty)?;
    Ok(Frequency { text: often.text.clone(), per_year: often.per_year, certainty })
}

fn term_rule(place: Place<'_>, rule: &str) -> Result<TermRule> {
    place.pick(&[("fiscal_year_after", TermRule::NextFiscalYearEnd), ("none", TermRule::NoTerm)], rule)
}

/// How people come to a body of which the file does not say it.
fn usual_verb(kind: BodyKind) -> Verb {
    if kind == BodyKind::WorkingGroup { Verb::Select } else { Verb::ExOfficio }
}

fn category(place: Place<'_>, keys: &Keys, row: &CategoryRow) -> Result<Category> {
    row.derived_from.iter().try_for_each(|key| keys.body(place, key).map(drop))?;
    row.post.iter().try_for_each(|key| keys.post(place, key).map(drop))?;
    row.organisation.iter().try_for_each(|key| keys.organization(place, key).map(drop))?;
    Ok(Category { number: row.no, text: row.text.clone(), fill: place.pick(FILLS, &row.fill)? })
}

fn officer(place: Place<'_>, row: &Officer) -> Result<OfficerRule> {
    Ok(OfficerRule {
        title: row.title.clone(),
        count: row.count,
        method: place.pick(METHODS, &row.method)?.map(str::to_owned),
        presides: CHAIRS.contains(&row.title.as_str()),
    })
}
