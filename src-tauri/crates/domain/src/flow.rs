//! Arrows of the chart (関係図の矢印).

use crate::id::{BodyId, FlowId, PlanId};
use crate::{Certainty, FiscalYear};

coded! {
    /// What an arrow is about.
    FlowKind {
        Consultation = "consultation", "協議の流れ";
        Plan = "plan", "計画・設置の関係";
        Support = "support", "運営の支援";
    }
}

coded! {
    /// Which ends of an arrow have a head.
    Direction {
        OneWay = "one_way", "一方向";
        Both = "both", "双方向";
    }
}

/// An end of an arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlowEnd {
    /// The council as a whole: its frame.
    Council,
    /// A body.
    Body(BodyId),
    /// A plan.
    Plan(PlanId),
}

/// An arrow (矢印).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// Its identifier.
    pub id: FlowId,
    /// From.
    pub from: FlowEnd,
    /// To.
    pub to: FlowEnd,
    /// Its label, 協議依頼.
    pub label: String,
    /// What it is about.
    pub kind: FlowKind,
    /// Its heads.
    pub direction: Direction,
    /// Whether the source says so.
    pub certainty: Certainty,
    /// Why it is drawn so (根拠).
    pub note: Option<String>,
    /// On the chart from this year on.
    pub from_year: FiscalYear,
    /// On the chart until this year.
    pub to_year: Option<FiscalYear>,
    /// Place in lists.
    pub order: i64,
}

impl Flow {
    /// Whether it is on the chart of a year.
    pub fn shown_in(&self, year: FiscalYear) -> bool {
        self.from_year <= year && self.to_year.is_none_or(|to| year <= to)
    }
}
