//! Plans, their items, how they were made and changed, hearings, laws, working together.

use super::issues::WhichIssue;
use super::{Nothing, bad_code, day, year};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::plans::{
    IssueItems, PlanList, PlanPage, SaveCooperation, SaveHearing, SaveLaw, SaveOpinion, SavePlan, SavePlanItem,
    SaveRevision,
};
use entaku_domain::hearing::{RevisionKind, Treatment};
use entaku_domain::id::{
    BadId, CooperationId, HearingId, HearingOpinionId, IssueId, LawId, MeetingId, PlanId, PlanItemId, PlanRevisionId,
};
use entaku_domain::plan::{CooperationKind, PlanKind};
use entaku_domain::{Certainty, Day, FiscalYear};
use serde::Deserialize;
use ts_rs::TS;

/// A plan.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichPlan {
    /// Its identifier, handle or name.
    pub plan: String,
}

/// A plan to be recorded.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PlanForm {
    /// The one to be changed; a new one where none.
    pub plan: Option<String>,
    /// Its name.
    pub name: String,
    /// `upper`, `own`, `component`.
    pub kind: String,
    /// Identifier of the plan that it is part of.
    pub parent: Option<String>,
    /// Identifier of the plan of the period before.
    pub predecessor: Option<String>,
    /// First day of its period, as typed.
    pub from: Option<String>,
    /// Last day of its period, as typed.
    pub to: Option<String>,
    /// What is said of it.
    pub note: Option<String>,
    /// Identifiers of the laws under which the council is heard on it.
    pub laws: Option<Vec<String>>,
}

/// A law to be recorded.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct LawForm {
    /// The one to be changed; a new one where none.
    pub law: Option<String>,
    /// 障害者総合支援法第88条第9項.
    pub citation: String,
    /// Its text.
    pub text: Option<String>,
    /// Known as of, as typed.
    pub as_of: Option<String>,
    /// `stated` where its text was looked up, which it is where none; else `estimated`.
    #[ts(optional = nullable)]
    pub certainty: Option<String>,
}

/// A law.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichLaw {
    /// Its identifier.
    pub law: String,
}

/// An item of a plan to be recorded.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PlanItemForm {
    /// The one to be changed; a new one where none.
    pub item: Option<String>,
    /// Identifier of the plan.
    pub plan: String,
    /// Its number as the plan writes it.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
    /// Target or expected amount.
    pub target: Option<String>,
    /// In the plan from this fiscal year on, as typed; the plan's first where none.
    pub from_year: Option<String>,
    /// Until this one, as typed.
    pub to_year: Option<String>,
    /// Identifiers of the issues that touch it; as they were where none.
    pub issues: Option<Vec<String>>,
}

/// An item.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichPlanItem {
    /// Its identifier.
    pub item: String,
}

/// A place for an item of a plan.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanItemTo {
    /// The item's identifier.
    pub item: String,
    /// 0 for the first.
    pub to: u32,
}

/// Which items an issue touches.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IssueItemsForm {
    /// The issue's identifier.
    pub issue: String,
    /// Identifiers of the items.
    pub items: Vec<String>,
}

/// A making or change of a plan.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct RevisionForm {
    /// The one to be corrected; a new one where none.
    pub revision: Option<String>,
    /// Identifier of the plan.
    pub plan: String,
    /// `made`, `changed`.
    pub kind: String,
    /// What is changed.
    pub text: Option<String>,
    /// To be decided on, as typed.
    pub due_on: Option<String>,
    /// Decided on, as typed.
    pub decided_on: Option<String>,
}

/// A making or change.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichRevision {
    /// Its identifier.
    pub revision: String,
}

/// A hearing to be recorded.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct HearingForm {
    /// The one to be corrected; a new one where none.
    pub hearing: Option<String>,
    /// Identifier of the making or change.
    pub revision: String,
    /// Who asked.
    pub asked_by: String,
    /// Asked on, as typed.
    pub asked_on: Option<String>,
    /// Wanted by, as typed.
    pub due_on: Option<String>,
    /// Identifier of the meeting that dealt with it.
    pub meeting: Option<String>,
    /// The opinion was given on, as typed.
    pub given_on: Option<String>,
    /// The city answered on, as typed.
    pub answered_on: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// Identifiers of the laws; those of the plan where none.
    pub laws: Option<Vec<String>>,
}

/// A hearing.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichHearing {
    /// Its identifier.
    pub hearing: String,
}

/// An opinion to be recorded.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct HearingOpinionForm {
    /// The one to be corrected; a new one where none.
    pub opinion: Option<String>,
    /// Identifier of the hearing.
    pub hearing: String,
    /// Identifier of the item on which it is.
    pub item: Option<String>,
    /// The opinion.
    pub text: String,
    /// The city's answer.
    pub answer: Option<String>,
    /// `adopted`, `partly`, `already`, `noted`, `declined`.
    pub treatment: Option<String>,
    /// Identifiers of the issues that it comes out of.
    pub issues: Option<Vec<String>>,
}

/// An opinion.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichHearingOpinion {
    /// Its identifier.
    pub opinion: String,
}

/// A record of working together.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CooperationForm {
    /// The one to be corrected; a new one where none.
    pub cooperation: Option<String>,
    /// As typed.
    pub on: String,
    /// `information`, `exchange`, `study`.
    pub kind: String,
    /// Handle or name of the body.
    pub body: Option<String>,
    /// With whom, or who exactly.
    pub partner: Option<String>,
    /// What was dealt with.
    pub text: String,
    /// The papers.
    pub papers: Option<String>,
}

/// A record of working together.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichCooperation {
    /// Its identifier.
    pub cooperation: String,
}

fn known<T>(parse: impl Fn(&str) -> std::result::Result<T, BadId>, text: &str) -> Result<T> {
    parse(text).map_err(|e| AppError::UnknownRecord(e.0))
}

fn maybe<T>(parse: impl Fn(&str) -> std::result::Result<T, BadId>, text: Option<&str>) -> Result<Option<T>> {
    text.filter(|t| !t.is_empty()).map(|t| known(parse, t)).transpose()
}

fn all<T>(parse: impl Fn(&str) -> std::result::Result<T, BadId>, texts: Option<&[String]>) -> Result<Vec<T>> {
    texts.unwrap_or_default().iter().map(|t| known(&parse, t)).collect()
}

/// A day that may be left empty.
pub(super) fn on(field: &'static str, typed: Option<&str>) -> Result<Option<Day>> {
    typed.filter(|t| !t.trim().is_empty()).map(|t| day(field, t)).transpose()
}

fn in_year(typed: Option<&str>) -> Result<Option<FiscalYear>> {
    typed.filter(|t| !t.trim().is_empty()).map(year).transpose()
}

fn period(from: Option<Day>, to: Option<Day>) -> Result<Option<(Day, Day)>> {
    match (from, to) {
        (Some(from), Some(to)) => Ok(Some((from, to))),
        (None, None) => Ok(None),
        (Some(_), None) => day("to", "").map(|_| None),
        (None, Some(_)) => day("from", "").map(|_| None),
    }
}

pub(super) fn plan_list(app: &App, _: Nothing) -> Result<PlanList> {
    app.plan_list()
}

pub(super) fn plan_page(app: &App, args: WhichPlan) -> Result<PlanPage> {
    app.plan_page(&args.plan)
}

pub(super) fn issue_plan_items(app: &App, args: WhichIssue) -> Result<IssueItems> {
    app.issue_plan_items(known(IssueId::parse, &args.issue)?)
}

pub(super) fn save_plan(app: &mut App, args: PlanForm) -> Result<Written<String>> {
    let ask = SavePlan {
        id: maybe(PlanId::parse, args.plan.as_deref())?,
        name: args.name,
        kind: PlanKind::from_code(&args.kind).map_err(bad_code)?,
        parent: maybe(PlanId::parse, args.parent.as_deref())?,
        predecessor: maybe(PlanId::parse, args.predecessor.as_deref())?,
        period: period(on("from", args.from.as_deref())?, on("to", args.to.as_deref())?)?,
        note: args.note.unwrap_or_default(),
        laws: all(LawId::parse, args.laws.as_deref())?,
    };
    Ok(app.save_plan(&ask)?.map(|id| id.to_string()))
}

pub(super) fn remove_plan(app: &mut App, args: WhichPlan) -> Result<Written<()>> {
    app.remove_plan(known(PlanId::parse, &args.plan)?)
}

pub(super) fn save_law(app: &mut App, args: LawForm) -> Result<Written<String>> {
    let ask = SaveLaw {
        id: maybe(LawId::parse, args.law.as_deref())?,
        citation: args.citation,
        text: args.text.unwrap_or_default(),
        as_of: on("as_of", args.as_of.as_deref())?,
        certainty: args.certainty.as_deref().map_or(Ok(Certainty::Stated), Certainty::from_code).map_err(bad_code)?,
    };
    Ok(app.save_law(&ask)?.map(|id| id.to_string()))
}

pub(super) fn remove_law(app: &mut App, args: WhichLaw) -> Result<Written<()>> {
    app.remove_law(known(LawId::parse, &args.law)?)
}

pub(super) fn save_plan_item(app: &mut App, args: PlanItemForm) -> Result<Written<String>> {
    let ask = SavePlanItem {
        id: maybe(PlanItemId::parse, args.item.as_deref())?,
        plan: known(PlanId::parse, &args.plan)?,
        number: args.number.unwrap_or_default(),
        title: args.title,
        target: args.target.unwrap_or_default(),
        from_year: in_year(args.from_year.as_deref())?,
        to_year: in_year(args.to_year.as_deref())?,
        issues: args.issues.as_deref().map(|i| all(IssueId::parse, Some(i))).transpose()?,
    };
    Ok(app.save_plan_item(&ask)?.map(|id| id.to_string()))
}

pub(super) fn remove_plan_item(app: &mut App, args: WhichPlanItem) -> Result<Written<()>> {
    app.remove_plan_item(known(PlanItemId::parse, &args.item)?)
}

pub(super) fn move_plan_item(app: &mut App, args: PlanItemTo) -> Result<Written<()>> {
    app.move_plan_item(known(PlanItemId::parse, &args.item)?, usize::try_from(args.to).unwrap_or(usize::MAX))
}

pub(super) fn set_issue_plan_items(app: &mut App, args: IssueItemsForm) -> Result<Written<()>> {
    let items = all(PlanItemId::parse, Some(&args.items))?;
    app.set_issue_plan_items(known(IssueId::parse, &args.issue)?, &items)
}

pub(super) fn save_plan_revision(app: &mut App, args: RevisionForm) -> Result<Written<String>> {
    let ask = SaveRevision {
        id: maybe(PlanRevisionId::parse, args.revision.as_deref())?,
        plan: known(PlanId::parse, &args.plan)?,
        kind: RevisionKind::from_code(&args.kind).map_err(bad_code)?,
        text: args.text.unwrap_or_default(),
        due_on: on("due_on", args.due_on.as_deref())?,
        decided_on: on("decided_on", args.decided_on.as_deref())?,
    };
    Ok(app.save_plan_revision(&ask)?.map(|id| id.to_string()))
}

pub(super) fn remove_plan_revision(app: &mut App, args: WhichRevision) -> Result<Written<()>> {
    app.remove_plan_revision(known(PlanRevisionId::parse, &args.revision)?)
}

pub(super) fn save_hearing(app: &mut App, args: HearingForm) -> Result<Written<String>> {
    let ask = SaveHearing {
        id: maybe(HearingId::parse, args.hearing.as_deref())?,
        revision: known(PlanRevisionId::parse, &args.revision)?,
        asked_by: args.asked_by,
        asked_on: on("asked_on", args.asked_on.as_deref())?,
        due_on: on("due_on", args.due_on.as_deref())?,
        meeting: maybe(MeetingId::parse, args.meeting.as_deref())?,
        given_on: on("given_on", args.given_on.as_deref())?,
        answered_on: on("answered_on", args.answered_on.as_deref())?,
        note: args.note.unwrap_or_default(),
        laws: all(LawId::parse, args.laws.as_deref())?,
    };
    Ok(app.save_hearing(&ask)?.map(|id| id.to_string()))
}

pub(super) fn remove_hearing(app: &mut App, args: WhichHearing) -> Result<Written<()>> {
    app.remove_hearing(known(HearingId::parse, &args.hearing)?)
}

pub(super) fn save_hearing_opinion(app: &mut App, args: HearingOpinionForm) -> Result<Written<String>> {
    let treatment = args.treatment.as_deref().filter(|t| !t.is_empty()).map(Treatment::from_code).transpose();
    let ask = SaveOpinion {
        id: maybe(HearingOpinionId::parse, args.opinion.as_deref())?,
        hearing: known(HearingId::parse, &args.hearing)?,
        item: maybe(PlanItemId::parse, args.item.as_deref())?,
        text: args.text,
        answer: args.answer.unwrap_or_default(),
        treatment: treatment.map_err(bad_code)?,
        issues: all(IssueId::parse, args.issues.as_deref())?,
    };
    Ok(app.save_hearing_opinion(&ask)?.map(|id| id.to_string()))
}

pub(super) fn remove_hearing_opinion(app: &mut App, args: WhichHearingOpinion) -> Result<Written<()>> {
    app.remove_hearing_opinion(known(HearingOpinionId::parse, &args.opinion)?)
}

pub(super) fn save_cooperation(app: &mut App, args: CooperationForm) -> Result<Written<String>> {
    let ask = SaveCooperation {
        id: maybe(CooperationId::parse, args.cooperation.as_deref())?,
        on: day("on", &args.on)?,
        kind: CooperationKind::from_code(&args.kind).map_err(bad_code)?,
        body: args.body.filter(|b| !b.is_empty()),
        partner: args.partner.unwrap_or_default(),
        text: args.text,
        papers: args.papers.unwrap_or_default(),
    };
    Ok(app.save_cooperation(&ask)?.map(|id| id.to_string()))
}

pub(super) fn remove_cooperation(app: &mut App, args: WhichCooperation) -> Result<Written<()>> {
    app.remove_cooperation(known(CooperationId::parse, &args.cooperation)?)
}
