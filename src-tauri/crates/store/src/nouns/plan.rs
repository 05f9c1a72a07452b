//! Plans and laws.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, int, maybe, maybe_year, text, year};
use entaku_domain::Certainty;
use entaku_domain::id::{LawId, PlanId};
use entaku_domain::plan::{Law, Plan, PlanKind};
use rusqlite::types::Value;

impl Row for Plan {
    const TABLE: &'static str = "plan";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "key",
        "kind",
        "parent",
        "name",
        "note",
        "period_from",
        "period_to",
        "from_year",
        "to_year",
        "position",
        "predecessor",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(PlanId::parse)?,
            key: c.text()?,
            kind: c.parse(PlanKind::from_code)?,
            parent: c.maybe(PlanId::parse)?,
            name: c.text()?,
            note: c.maybe_text()?,
            period: match (c.maybe(day)?, c.maybe(day)?) {
                (Some(from), Some(to)) => Some((from, to)),
                (None, None) => None,
                _ => return Err(c.refuse()),
            },
            from_year: c.year()?,
            to_year: c.maybe_year()?,
            order: c.int()?,
            predecessor: c.maybe(PlanId::parse)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(&self.key),
            text(self.kind.code()),
            maybe(self.parent),
            text(&self.name),
            maybe(self.note.as_ref()),
            maybe(self.period.map(|p| p.0)),
            maybe(self.period.map(|p| p.1)),
            year(self.from_year),
            maybe_year(self.to_year),
            int(self.order),
            maybe(self.predecessor),
        ])
    }
}

impl Row for Law {
    const TABLE: &'static str = "law";
    const COLUMNS: &'static [&'static str] = &["id", "citation", "text", "as_of", "certainty"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(LawId::parse)?,
            citation: c.text()?,
            text: c.text()?,
            as_of: c.maybe(day)?,
            certainty: c.parse(Certainty::from_code)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let certainty = text(self.certainty.code());
        Ok(vec![text(self.id), text(&self.citation), text(&self.text), maybe(self.as_of), certainty])
    }
}

impl Records {
    /// All plans, in the office's order.
    pub fn plans(&self) -> Result<Vec<Plan>> {
        self.list("order by position, id", [])
    }

    /// The plan with a short handle.
    pub fn plan_by_key(&self, key: &str) -> Result<Option<Plan>> {
        self.find("where key = ?1", [key])
    }

    /// A plan.
    pub fn plan(&self, id: PlanId) -> Result<Option<Plan>> {
        self.get(id)
    }

    /// A law.
    pub fn law(&self, id: LawId) -> Result<Option<Law>> {
        self.get(id)
    }

    /// All laws, by citation.
    pub fn laws(&self) -> Result<Vec<Law>> {
        self.list("order by citation, id", [])
    }
}

impl Tx<'_> {
    /// Writes a plan.
    pub fn put_plan(&mut self, plan: &Plan) -> Result<()> {
        self.put(plan)
    }

    /// Removes a plan.
    pub fn remove_plan(&mut self, id: PlanId) -> Result<()> {
        self.remove("plan", id)
    }

    /// Writes a law.
    pub fn put_law(&mut self, law: &Law) -> Result<()> {
        self.put(law)
    }

    /// Removes a law.
    pub fn remove_law(&mut self, id: LawId) -> Result<()> {
        self.remove("law", id)
    }
}
