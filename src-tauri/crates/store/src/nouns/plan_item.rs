//! What stands in plans, which issue touches it, and working together on plans.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, int, maybe, maybe_year, text, year};
use entaku_domain::id::{BodyId, CooperationId, IssueId, LawId, PlanId, PlanItemId};
use entaku_domain::plan::{Cooperation, CooperationKind, IssuePlanItem, PlanItem, PlanLaw};
use rusqlite::types::Value;

impl Row for PlanItem {
    const TABLE: &'static str = "plan_item";
    const COLUMNS: &'static [&'static str] =
        &["id", "plan", "number", "title", "target", "from_year", "to_year", "position"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(PlanItemId::parse)?,
            plan: c.parse(PlanId::parse)?,
            number: c.text()?,
            title: c.text()?,
            target: c.text()?,
            from_year: c.year()?,
            to_year: c.maybe_year()?,
            order: c.int()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.plan),
            text(&self.number),
            text(&self.title),
            text(&self.target),
            year(self.from_year),
            maybe_year(self.to_year),
            int(self.order),
        ])
    }
}

impl Row for IssuePlanItem {
    const TABLE: &'static str = "issue_plan_item";
    const COLUMNS: &'static [&'static str] = &["id", "issue", "item"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { issue: c.parse(IssueId::parse)?, item: c.parse(PlanItemId::parse)? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(touch_id(*self)), text(self.issue), text(self.item)])
    }
}

/// It has no identifier of its own: it is what it joins.
fn touch_id(touch: IssuePlanItem) -> String {
    format!("{}/{}", touch.issue, touch.item)
}

impl Row for PlanLaw {
    const TABLE: &'static str = "plan_law";
    const COLUMNS: &'static [&'static str] = &["id", "plan", "law"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { plan: c.parse(PlanId::parse)?, law: c.parse(LawId::parse)? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(format_args!("{}/{}", self.plan, self.law)), text(self.plan), text(self.law)])
    }
}

impl Row for Cooperation {
    const TABLE: &'static str = "cooperation";
    const COLUMNS: &'static [&'static str] = &["id", "day", "kind", "body", "partner", "text", "papers"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(CooperationId::parse)?,
            on: c.parse(day)?,
            kind: c.parse(CooperationKind::from_code)?,
            body: c.maybe(BodyId::parse)?,
            partner: c.text()?,
            text: c.text()?,
            papers: c.text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.on),
            text(self.kind.code()),
            maybe(self.body),
            text(&self.partner),
            text(&self.text),
            text(&self.papers),
        ])
    }
}

impl Records {
    /// The items of all plans, each plan's in its order.
    pub fn plan_items(&self) -> Result<Vec<PlanItem>> {
        self.list("order by plan, position, id", [])
    }

    /// An item of a plan.
    pub fn plan_item(&self, id: PlanItemId) -> Result<Option<PlanItem>> {
        self.get(id)
    }

    /// Which issues touch which items.
    pub fn issue_plan_items(&self) -> Result<Vec<IssuePlanItem>> {
        self.list("order by issue, item", [])
    }

    /// The items that an issue touches.
    pub fn plan_items_of(&self, issue: IssueId) -> Result<Vec<IssuePlanItem>> {
        self.list("where issue = ?1 order by item", [issue.to_string()])
    }

    /// Under which laws the council is heard on which plans.
    pub fn plan_laws(&self) -> Result<Vec<PlanLaw>> {
        self.list("order by plan, law", [])
    }

    /// Working together on plans, latest first.
    pub fn cooperations(&self) -> Result<Vec<Cooperation>> {
        self.list("order by day desc, id", [])
    }

    /// One record of working together.
    pub fn cooperation(&self, id: CooperationId) -> Result<Option<Cooperation>> {
        self.get(id)
    }
}

impl Tx<'_> {
    /// Writes an item of a plan.
    pub fn put_plan_item(&mut self, item: &PlanItem) -> Result<()> {
        self.put(item)
    }

    /// Removes an item that was entered by mistake, with what ties issues to it.
    pub fn remove_plan_item(&mut self, id: PlanItemId) -> Result<()> {
        let touching: Vec<IssuePlanItem> = self.list("where item = ?1", [id.to_string()])?;
        touching.into_iter().try_for_each(|t| self.remove_issue_plan_item(t))?;
        self.remove("plan_item", id)
    }

    /// Writes that an issue touches an item.
    pub fn put_issue_plan_item(&mut self, touch: IssuePlanItem) -> Result<()> {
        self.put(&touch)
    }

    /// Removes that an issue touches an item.
    pub fn remove_issue_plan_item(&mut self, touch: IssuePlanItem) -> Result<()> {
        self.remove("issue_plan_item", touch_id(touch))
    }

    /// Writes under which laws the council is heard on a plan.
    pub fn put_plan_laws(&mut self, plan: PlanId, laws: &[LawId]) -> Result<()> {
        let rows: Vec<PlanLaw> = laws.iter().map(|law| PlanLaw { plan, law: *law }).collect();
        self.replace("plan", plan, &rows)
    }

    /// Writes a record of working together.
    pub fn put_cooperation(&mut self, one: &Cooperation) -> Result<()> {
        self.put(one)
    }

    /// Removes a record of working together.
    pub fn remove_cooperation(&mut self, id: CooperationId) -> Result<()> {
        self.remove("cooperation", id)
    }
}
