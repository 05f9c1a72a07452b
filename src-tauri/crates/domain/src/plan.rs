//! Plans (計画) beside the council, and the laws it rests on.

use crate::id::{LawId, PlanId};
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
