//! Plans (計画) beside the council, what stands in them, and the laws it rests on.

use crate::id::{BodyId, CooperationId, IssueId, LawId, PlanId, PlanItemId};
use crate::{Certainty, Day, FiscalYear};

coded! {
    /// What a plan is to the council.
    PlanKind {
        Upper = "upper", "上位計画";
        Own = "own", "市の計画";
        Component = "component", "計画の構成";
    }
}

/// A plan (計画).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Its identifier.
    pub id: PlanId,
    /// Short handle.
    pub key: String,
    /// Upper, own or component.
    pub kind: PlanKind,
    /// The plan that it is part of.
    pub parent: Option<PlanId>,
    /// Its name.
    pub name: String,
    /// What is said of it, 将来目標の1つ…, 国策定.
    pub note: Option<String>,
    /// First and last day of its period, where set.
    pub period: Option<(Day, Day)>,
    /// On the chart from this year on.
    pub from_year: FiscalYear,
    /// On the chart until this year.
    pub to_year: Option<FiscalYear>,
    /// Place in lists.
    pub order: i64,
    /// The plan of the period before (第6期 of 第7期).
    pub predecessor: Option<PlanId>,
}

/// A law or article (根拠法令), with the day of which its text is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Law {
    /// Its identifier.
    pub id: LawId,
    /// 障害者総合支援法第88条第9項.
    pub citation: String,
    /// Its text as quoted by the office.
    pub text: String,
    /// The text is known as of this day.
    pub as_of: Option<Day>,
    /// Whether the source quotes it.
    pub certainty: Certainty,
}

/// A law under which the council is heard before a plan is decided or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanLaw {
    /// The plan.
    pub plan: PlanId,
    /// The law.
    pub law: LawId,
}

/// An item of a plan (計画の項目): a measure, a service with its expected amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanItem {
    /// Its identifier.
    pub id: PlanItemId,
    /// The plan.
    pub plan: PlanId,
    /// Its number as the plan writes it, 2-(3); may be empty.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Target or expected amount (目標・見込量), as the plan writes it.
    pub target: String,
    /// In the plan from this year on.
    pub from_year: FiscalYear,
    /// In the plan until this year.
    pub to_year: Option<FiscalYear>,
    /// Place in the plan.
    pub order: i64,
}

/// An issue that touches an item of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IssuePlanItem {
    /// The issue.
    pub issue: IssueId,
    /// The item.
    pub item: PlanItemId,
}

coded! {
    /// How the council worked together with those who carry a plan on (連携の種類).
    CooperationKind {
        Information = "information", "情報交換";
        Exchange = "exchange", "意見交換";
        Study = "study", "調査研究";
    }
}

/// Working together with the committee for carrying the plan on, or the city's meeting (連携の記録).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cooperation {
    /// Its identifier.
    pub id: CooperationId,
    /// The day.
    pub on: Day,
    /// What it was.
    pub kind: CooperationKind,
    /// With which body of the chart, where it is one.
    pub body: Option<BodyId>,
    /// With whom, where it is not a body of the chart; or who exactly.
    pub partner: String,
    /// What was dealt with.
    pub text: String,
    /// The papers, in the office's words.
    pub papers: String,
}

impl Plan {
    /// Whether a day lies in its period; a plan without a period holds on every day.
    pub fn holds_on(&self, day: Day) -> bool {
        self.period.is_none_or(|(from, to)| from <= day && day <= to)
    }
}

impl PlanItem {
    /// Longest number, in characters.
    pub const NUMBER_LIMIT: usize = 20;
    /// Longest title, in characters.
    pub const TITLE_LIMIT: usize = 120;
    /// Longest target, in characters.
    pub const TARGET_LIMIT: usize = 1000;

    /// Number and title: 2-(3) 短期入所.
    pub fn full(&self) -> String {
        if self.number.is_empty() { self.title.clone() } else { format!("{}　{}", self.number, self.title) }
    }

    /// Whether it stands in the plan in a year.
    pub fn holds_in(&self, year: FiscalYear) -> bool {
        self.from_year <= year && self.to_year.is_none_or(|to| year <= to)
    }
}
