//! Plans as the screens show them: the shapes.

use crate::answers::Choice;
use serde::Serialize;
use ts_rs::TS;

/// A plan in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlanRow {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `upper`, `own`, `component`.
    pub kind: String,
    /// In Japanese.
    pub kind_label: String,
    /// Identifier of the plan that it is part of.
    pub parent: Option<String>,
    /// That plan's name.
    pub parent_name: Option<String>,
    /// ISO date.
    pub from: Option<String>,
    /// ISO date.
    pub to: Option<String>,
    /// Whether its period is running, or it has none.
    pub running: bool,
    /// Identifier of the plan of the period before.
    pub predecessor: Option<String>,
    /// That plan's name.
    pub predecessor_name: Option<String>,
    /// Identifier of the plan of the period after.
    pub successor: Option<String>,
    /// That plan's name.
    pub successor_name: Option<String>,
    /// What is said of it.
    pub note: String,
    /// Identifiers of the laws under which the council is heard.
    pub laws: Vec<String>,
    /// Their names.
    pub law_names: Vec<String>,
    /// How many items it has.
    pub items: u32,
    /// How many issues touch them.
    pub issues: u32,
    /// How many hearings there were on it.
    pub hearings: u32,
    /// V19: what its hearings lack.
    pub remarks: Vec<PlanRemark>,
}

/// V19: what a hearing lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlanRemark {
    /// `notice`, `warning`.
    pub weight: String,
    /// What is so, and by which law.
    pub text: String,
}

/// A law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LawRow {
    /// Its identifier.
    pub id: String,
    /// 障害者総合支援法第88条第9項.
    pub citation: String,
    /// Its text as quoted by the office.
    pub text: String,
    /// ISO date as of which it is known.
    pub as_of: Option<String>,
    /// `stated` where its text was looked up; else `estimated`.
    pub certainty: String,
    /// In Japanese.
    pub certainty_label: String,
}

/// A record of working together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CooperationRow {
    /// Its identifier.
    pub id: String,
    /// ISO date.
    pub on: String,
    /// `information`, `exchange`, `study`.
    pub kind: String,
    /// In Japanese.
    pub kind_label: String,
    /// Handle of the body.
    pub body: Option<String>,
    /// With whom, in words.
    pub with: String,
    /// Who exactly, as typed.
    pub partner: String,
    /// What was dealt with.
    pub text: String,
    /// The papers.
    pub papers: String,
}

/// All plans.
#[derive(Debug, Serialize, TS)]
pub struct PlanList {
    /// The plans, in the office's order.
    pub plans: Vec<PlanRow>,
    /// The laws, by name.
    pub laws: Vec<LawRow>,
    /// Working together, latest first.
    pub cooperations: Vec<CooperationRow>,
    /// The bodies that carry plans on.
    pub partners: Vec<Choice>,
}

/// An issue that touches an item, or out of which an opinion comes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlanIssue {
    /// Its identifier.
    pub id: String,
    /// R8-3.
    pub number: String,
    /// Its title.
    pub title: String,
    /// How far it has come.
    pub stage_label: String,
}

/// An item of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlanItemRow {
    /// Its identifier.
    pub id: String,
    /// Its number as the plan writes it.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Target or expected amount.
    pub target: String,
    /// In the plan from this fiscal year on.
    pub from_year: i32,
    /// Until this one.
    pub to_year: Option<i32>,
    /// The issues that touch it.
    pub issues: Vec<PlanIssue>,
    /// How many opinions are on it.
    pub opinions: u32,
}

/// An opinion of a hearing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HearingOpinionRow {
    /// Its identifier.
    pub id: String,
    /// Identifier of the item; none for the whole plan.
    pub item: Option<String>,
    /// The item, in words.
    pub item_label: String,
    /// The opinion.
    pub text: String,
    /// The city's answer.
    pub answer: String,
    /// `adopted`, `partly`, `already`, `noted`, `declined`.
    pub treatment: Option<String>,
    /// In Japanese.
    pub treatment_label: Option<String>,
    /// The issues that it comes out of.
    pub issues: Vec<PlanIssue>,
}

/// A hearing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HearingRow {
    /// Its identifier.
    pub id: String,
    /// Who asked.
    pub asked_by: String,
    /// ISO date.
    pub asked_on: Option<String>,
    /// ISO date.
    pub due_on: Option<String>,
    /// Identifier of the meeting that dealt with it.
    pub meeting: Option<String>,
    /// The meeting, in words.
    pub meeting_title: String,
    /// ISO date.
    pub given_on: Option<String>,
    /// ISO date.
    pub answered_on: Option<String>,
    /// A note.
    pub note: String,
    /// Identifiers of the laws.
    pub laws: Vec<String>,
    /// Their names.
    pub law_names: Vec<String>,
    /// The opinions.
    pub opinions: Vec<HearingOpinionRow>,
}

/// A making or change of a plan, with its hearings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RevisionRow {
    /// Its identifier.
    pub id: String,
    /// `made`, `changed`.
    pub kind: String,
    /// In Japanese.
    pub kind_label: String,
    /// What is changed.
    pub text: String,
    /// ISO date.
    pub due_on: Option<String>,
    /// ISO date.
    pub decided_on: Option<String>,
    /// V19.
    pub remarks: Vec<PlanRemark>,
    /// Its hearings.
    pub hearings: Vec<HearingRow>,
}

/// A plan's page.
#[derive(Debug, Serialize, TS)]
pub struct PlanPage {
    /// As in the list.
    pub plan: PlanRow,
    /// The plans on which it rests (基本にして策定), from the chart's arrows.
    pub rests_on: Vec<String>,
    /// Its items.
    pub items: Vec<PlanItemRow>,
    /// How it was made and changed, the latest first.
    pub revisions: Vec<RevisionRow>,
    /// The issues that may be tied to an item.
    pub issues: Vec<Choice>,
    /// The meetings that may have dealt with a hearing.
    pub meetings: Vec<Choice>,
    /// What the city may do with an opinion.
    pub treatments: Vec<Choice>,
    /// The laws.
    pub laws: Vec<LawRow>,
}

/// What an issue touches.
#[derive(Debug, Serialize, TS)]
pub struct IssueItems {
    /// Identifiers of the items that it touches.
    pub touched: Vec<String>,
    /// The items of plans that hold now, and those that it touches.
    pub items: Vec<IssueItemChoice>,
    /// The opinions that came out of it.
    pub opinions: Vec<String>,
}

/// An item that an issue may touch.
#[derive(Debug, Serialize, TS)]
pub struct IssueItemChoice {
    /// Its identifier.
    pub id: String,
    /// Number and title.
    pub label: String,
    /// Identifier of its plan.
    pub plan: String,
    /// The plan's name.
    pub plan_name: String,
}
