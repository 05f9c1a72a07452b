//! Bodies and arrows: what they are, and how they change from a year on.

use super::chart::{WhichCouncilYear, year_or_this};
use super::resolutions::{read_rule, rule_code};
use super::{bad_code, year};
use crate::bodies::{BodyPage, NewBody, Placing, Wording};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::flows::ArrowWish;
use crate::snapshot::Snapshot;
use crate::text::bodies as words;
use entaku_domain::Certainty;
use entaku_domain::body::{BodyKind, BodyText, BodyVersion, Category, Fill, Frequency, OfficerRule, TextKind, Verb};
use entaku_domain::flow::{Direction, FlowKind};
use entaku_domain::id::FlowId;
use entaku_domain::service::Limits;
use entaku_domain::term::ReplacementRule;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How often a body meets.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaysFrequency {
    /// As printed.
    pub text: String,
    /// Meetings planned per fiscal year, where a number is set.
    pub per_year: Option<u8>,
    /// `stated` or `estimated`.
    pub certainty: String,
}

/// A text of a body.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaysText {
    /// What it says, a code.
    pub kind: String,
    /// Its mark, ⑴ or ①; empty where it has none.
    pub mark: String,
    /// The text.
    pub text: String,
    /// `stated` or `estimated`.
    pub certainty: String,
}

/// A category of members.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaysCategory {
    /// Its number.
    pub number: u8,
    /// Its text.
    pub text: String,
    /// What fills its seats, a code.
    pub fill: String,
}

/// An officer that a body has.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaysOfficer {
    /// 会長, 部会長.
    pub title: String,
    /// How many.
    pub count: u8,
    /// How chosen, as the rules say.
    pub method: Option<String>,
    /// Whether the chair of meetings.
    pub presides: bool,
}

/// All that a version of a body says.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BodySays {
    /// Name.
    pub name: String,
    /// What stands in brackets under the name.
    pub note: Option<String>,
    /// How often it meets.
    pub frequency: Option<SaysFrequency>,
    /// `next_fiscal_year_end`, `years:3`, `fiscal_years:3`, `predecessor`, `as_plenary`,
    /// `as_body:` with a body's handle or name, `none`, `undecided`.
    pub term_rule: String,
    /// A replacement's term: `ask` where none, `remaining`, `by_rule`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub replacement: Option<String>,
    /// Reappointments at most; none where the rules set no limit.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub most_reappointments: Option<u8>,
    /// Years without a break at most.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub most_years: Option<u8>,
    /// `commission`, `select`, `assign`, `ex_officio`.
    pub verb: String,
    /// Purpose, duties, roles and the rest, in order.
    pub texts: Vec<SaysText>,
    /// Categories, in order.
    pub categories: Vec<SaysCategory>,
    /// Officers.
    pub officers: Vec<SaysOfficer>,
}

/// A body's words, from a year on or in the version of a year.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BodyWords {
    /// Handle or name.
    pub body: String,
    /// Fiscal year, as typed.
    pub from_year: String,
    /// All of its words.
    pub says: BodySays,
}

/// A body to be added.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddedBody {
    /// What it is, a code.
    pub kind: String,
    /// Handle or name of the body that it is part of.
    pub parent: Option<String>,
    /// Its name.
    pub name: String,
    /// What stands in brackets under the name.
    pub note: Option<String>,
    /// First fiscal year, as typed.
    pub from_year: String,
}

/// What a body is to the council, part of which, and in which years.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlacedBody {
    /// Handle or name.
    pub body: String,
    /// What it is, a code.
    pub kind: String,
    /// Handle or name of the body that it is part of.
    pub parent: Option<String>,
    /// First fiscal year, as typed.
    pub from_year: String,
    /// Last fiscal year, as typed; none while it goes on.
    pub last_year: Option<String>,
}

/// A body to be ended.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EndedBody {
    /// Handle or name.
    pub body: String,
    /// Its last fiscal year, as typed.
    pub last_year: String,
}

/// A body.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneBody {
    /// Handle or name.
    pub body: String,
}

/// A body in a fiscal year.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BodyInYear {
    /// Handle or name.
    pub body: String,
    /// As typed; this year where none.
    pub year: Option<String>,
}

/// An arrow as wished.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ArrowSays {
    /// Handle of the box where it starts; `council` for the frame.
    pub from: String,
    /// Handle of the box where it ends.
    pub to: String,
    /// Its label; may be empty.
    pub label: String,
    /// `consultation`, `plan` or `support`.
    pub kind: String,
    /// `one_way` or `both`.
    pub direction: String,
    /// `stated` or `estimated`.
    pub certainty: String,
    /// Why it is drawn so.
    pub note: Option<String>,
}

/// An arrow to be added.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddedArrow {
    /// First fiscal year, as typed.
    pub from_year: String,
    /// The arrow.
    pub arrow: ArrowSays,
}

/// An arrow to be changed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangedArrow {
    /// Its identifier.
    pub flow: String,
    /// From this fiscal year on, as typed; in all its years where none.
    pub from_year: Option<String>,
    /// What it is to be.
    pub arrow: ArrowSays,
}

/// An arrow that the office has confirmed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConfirmedArrow {
    /// Its identifier.
    pub flow: String,
    /// Where it is written; the note so far where none.
    pub note: Option<String>,
}

/// An arrow to be taken off.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemovedArrow {
    /// Its identifier.
    pub flow: String,
    /// From this fiscal year on, as typed; altogether where none.
    pub from_year: Option<String>,
}

/// One of several things to choose from.
#[derive(Debug, Serialize, TS)]
pub struct CouncilChoice {
    /// Its code or handle.
    pub value: String,
    /// In Japanese.
    pub label: String,
}

/// What the forms of bodies and arrows offer.
#[derive(Debug, Serialize, TS)]
pub struct CouncilChoices {
    /// Kinds of bodies.
    pub kinds: Vec<CouncilChoice>,
    /// Ways of putting people on a body.
    pub verbs: Vec<CouncilChoice>,
    /// Kinds of texts.
    pub text_kinds: Vec<CouncilChoice>,
    /// What fills a category's seats.
    pub fills: Vec<CouncilChoice>,
    /// Rules for the end of a term; `years` and `fiscal_years` want a number after a colon.
    pub term_rules: Vec<CouncilChoice>,
    /// What the rules may say of a replacement's term.
    pub replacements: Vec<CouncilChoice>,
    /// What arrows are about.
    pub flow_kinds: Vec<CouncilChoice>,
    /// Heads of arrows.
    pub directions: Vec<CouncilChoice>,
    /// 明記, 推定.
    pub certainties: Vec<CouncilChoice>,
    /// Bodies of the year, by name.
    pub bodies: Vec<CouncilChoice>,
    /// Boxes of the year, as ends of arrows.
    pub ends: Vec<CouncilChoice>,
}

macro_rules! choices {
    ($set:ty) => {
        <$set>::ALL.iter().map(|it| choice(it.code(), it.label())).collect()
    };
}

pub(super) fn council_choices(app: &App, args: WhichCouncilYear) -> Result<CouncilChoices> {
    let year = year_or_this(app, args.year.as_deref())?;
    let rows = app.council_list(year)?;
    let name = |key: &str| rows.iter().find(|r| r.key == key).map(|r| r.name.clone()).unwrap_or_default();
    let bodies = rows.iter().filter(|r| r.opens == "body").map(|r| choice(&r.key, &r.name));
    let end = |r: &crate::chart::CouncilRow| match r.opens.as_str() {
        "council" => choice(&r.key, words::COUNCIL),
        _ => choice(&r.key, &name(&r.key)),
    };
    Ok(CouncilChoices {
        kinds: choices!(BodyKind),
        verbs: choices!(Verb),
        text_kinds: choices!(TextKind),
        fills: choices!(Fill),
        term_rules: words::TERM_RULES.iter().map(|(code, label)| choice(code, label)).collect(),
        replacements: choices!(ReplacementRule),
        flow_kinds: choices!(FlowKind),
        directions: choices!(Direction),
        certainties: choices!(Certainty),
        bodies: bodies.collect(),
        ends: rows.iter().map(end).collect(),
    })
}

fn choice(value: &str, label: &str) -> CouncilChoice {
    CouncilChoice { value: value.to_owned(), label: label.to_owned() }
}

pub(super) fn body_page(app: &App, args: BodyInYear) -> Result<BodyPage> {
    app.body_page(&args.body, year_or_this(app, args.year.as_deref())?)
}

pub(super) fn revise_body(app: &mut App, args: BodyWords) -> Result<Written<()>> {
    let wording = args.says.wording(&app.snapshot()?)?;
    app.revise_body(&args.body, year(&args.from_year)?, wording)
}

pub(super) fn correct_body(app: &mut App, args: BodyWords) -> Result<Written<()>> {
    let wording = args.says.wording(&app.snapshot()?)?;
    app.correct_body(&args.body, year(&args.from_year)?, wording)
}

pub(super) fn add_body(app: &mut App, args: AddedBody) -> Result<Written<String>> {
    app.add_body(&NewBody {
        kind: BodyKind::from_code(&args.kind).map_err(bad_code)?,
        parent: args.parent,
        name: args.name,
        note: args.note,
        from_year: year(&args.from_year)?,
    })
}

pub(super) fn place_body(app: &mut App, args: PlacedBody) -> Result<Written<()>> {
    let placing = Placing {
        kind: BodyKind::from_code(&args.kind).map_err(bad_code)?,
        parent: args.parent,
        from_year: year(&args.from_year)?,
        to_year: args.last_year.as_deref().map(year).transpose()?,
    };
    app.place_body(&args.body, &placing)
}

pub(super) fn end_body(app: &mut App, args: EndedBody) -> Result<Written<()>> {
    app.end_body(&args.body, year(&args.last_year)?)
}

pub(super) fn remove_body(app: &mut App, args: OneBody) -> Result<Written<()>> {
    app.remove_body(&args.body)
}

pub(super) fn add_flow(app: &mut App, args: AddedArrow) -> Result<Written<String>> {
    Ok(app.add_flow(year(&args.from_year)?, &args.arrow.wish()?)?.map(|id| id.to_string()))
}

pub(super) fn change_flow(app: &mut App, args: ChangedArrow) -> Result<Written<()>> {
    let from = args.from_year.as_deref().map(year).transpose()?;
    app.change_flow(flow(&args.flow)?, from, &args.arrow.wish()?)
}

pub(super) fn confirm_flow(app: &mut App, args: ConfirmedArrow) -> Result<Written<()>> {
    app.confirm_flow(flow(&args.flow)?, args.note)
}

pub(super) fn remove_flow(app: &mut App, args: RemovedArrow) -> Result<Written<()>> {
    app.remove_flow(flow(&args.flow)?, args.from_year.as_deref().map(year).transpose()?)
}

fn flow(id: &str) -> Result<FlowId> {
    FlowId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}

impl ArrowSays {
    fn wish(self) -> Result<ArrowWish> {
        Ok(ArrowWish {
            kind: FlowKind::from_code(&self.kind).map_err(bad_code)?,
            direction: Direction::from_code(&self.direction).map_err(bad_code)?,
            certainty: Certainty::from_code(&self.certainty).map_err(bad_code)?,
            from: self.from,
            to: self.to,
            label: self.label,
            note: self.note,
        })
    }
}

impl BodySays {
    /// What a version says, in codes.
    pub(crate) fn of(council: &Snapshot, version: &BodyVersion) -> Self {
        let text = |t: &BodyText| SaysText {
            kind: t.kind.code().to_owned(),
            mark: t.mark.clone(),
            text: t.text.clone(),
            certainty: t.certainty.code().to_owned(),
        };
        let category =
            |c: &Category| SaysCategory { number: c.number, text: c.text.clone(), fill: c.fill.code().to_owned() };
        let officer = |o: &OfficerRule| SaysOfficer {
            title: o.title.clone(),
            count: o.count,
            method: o.method.clone(),
            presides: o.presides,
        };
        Self {
            name: version.name.clone(),
            note: version.note.clone(),
            frequency: version.frequency.as_ref().map(|f| SaysFrequency {
                text: f.text.clone(),
                per_year: f.per_year,
                certainty: f.certainty.code().to_owned(),
            }),
            term_rule: rule_code(council, version.term_rule),
            replacement: Some(version.replacement.code().to_owned()),
            most_reappointments: version.limits.reappointments,
            most_years: version.limits.years,
            verb: version.verb.code().to_owned(),
            texts: version.texts.iter().map(text).collect(),
            categories: version.categories.iter().map(category).collect(),
            officers: version.officers.iter().map(officer).collect(),
        }
    }

    fn wording(self, council: &Snapshot) -> Result<Wording> {
        let certainty = |code: &str| Certainty::from_code(code).map_err(bad_code);
        let text = |t: SaysText| {
            let kind = TextKind::from_code(&t.kind).map_err(bad_code)?;
            Ok(BodyText { kind, mark: t.mark, text: t.text, certainty: certainty(&t.certainty)? })
        };
        let category = |c: SaysCategory| {
            Ok(Category { number: c.number, text: c.text, fill: Fill::from_code(&c.fill).map_err(bad_code)? })
        };
        let officer = |o: SaysOfficer| OfficerRule {
            title: o.title,
            count: o.count,
            method: o.method.filter(|m| !m.trim().is_empty()),
            presides: o.presides,
        };
        let frequency = |f: SaysFrequency| {
            Ok::<_, AppError>(Frequency { certainty: certainty(&f.certainty)?, text: f.text, per_year: f.per_year })
        };
        Ok(Wording {
            name: self.name,
            note: self.note,
            frequency: self.frequency.map(frequency).transpose()?,
            term_rule: read_rule(council, &self.term_rule)?,
            replacement: self
                .replacement
                .map_or(Ok(ReplacementRule::Ask), |code| ReplacementRule::from_code(&code).map_err(bad_code))?,
            limits: Limits { reappointments: self.most_reappointments, years: self.most_years },
            verb: Verb::from_code(&self.verb).map_err(bad_code)?,
            texts: self.texts.into_iter().map(text).collect::<Result<_>>()?,
            categories: self.categories.into_iter().map(category).collect::<Result<_>>()?,
            officers: self.officers.into_iter().map(officer).collect(),
        })
    }
}
