//! Milestones, days set open or closed, lead times.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, day, int, maybe, maybe_int, text};
use entaku_domain::FiscalYear;
use entaku_domain::calendar::{DayRule, DayRuleKind};
use entaku_domain::id::{BodyId, DayRuleId, MeetingId, MilestoneId};
use entaku_domain::lead::{LeadTime, Task};
use entaku_domain::meeting::Meeting;
use entaku_domain::milestone::{Milestone, MilestoneKind};
use rusqlite::types::Value;
use std::collections::BTreeMap;

impl Row for Milestone {
    const TABLE: &'static str = "milestone";
    const COLUMNS: &'static [&'static str] = &["id", "kind", "title", "from_day", "to_day", "body", "internal", "note"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(MilestoneId::parse)?,
            kind: c.parse(MilestoneKind::from_code)?,
            title: c.text()?,
            from: c.parse(day)?,
            to: c.maybe(day)?,
            body: c.maybe(BodyId::parse)?,
            internal: c.int::<u8>()? != 0,
            note: c.text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.kind.code()),
            text(&self.title),
            text(self.from),
            maybe(self.to),
            maybe(self.body),
            int(self.internal),
            text(&self.note),
        ])
    }
}

impl Row for DayRule {
    const TABLE: &'static str = "day_rule";
    const COLUMNS: &'static [&'static str] = &["id", "kind", "from_day", "to_day", "yearly", "name"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(DayRuleId::parse)?,
            kind: c.parse(DayRuleKind::from_code)?,
            from: c.parse(day)?,
            to: c.parse(day)?,
            yearly: c.int::<u8>()? != 0,
            name: c.text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.kind.code()),
            text(self.from),
            text(self.to),
            int(self.yearly),
            text(&self.name),
        ])
    }
}

impl Row for LeadTime {
    const TABLE: &'static str = "lead_time";
    const COLUMNS: &'static [&'static str] = &["id", "body", "task", "days"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        // The identifier only says again what body and task say.
        c.text()?;
        Ok(Self { body: c.maybe(BodyId::parse)?, task: c.parse(Task::from_code)?, days: c.maybe_int()? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            Value::Text(lead_id(self.body, self.task)),
            maybe(self.body),
            text(self.task.code()),
            maybe_int(self.days),
        ])
    }
}

/// The identifier of a lead time: there is one for each body and task.
fn lead_id(body: Option<BodyId>, task: Task) -> String {
    body.map_or_else(|| task.code().to_owned(), |body| format!("{body}/{}", task.code()))
}

impl Records {
    /// All milestones, by day.
    pub fn milestones(&self) -> Result<Vec<Milestone>> {
        self.list("order by from_day, id", [])
    }

    /// All days set open or closed, by day.
    pub fn day_rules(&self) -> Result<Vec<DayRule>> {
        self.list("order by from_day, id", [])
    }

    /// All lead times that are set, the council's first.
    pub fn lead_times(&self) -> Result<Vec<LeadTime>> {
        self.list("order by body is not null, id", [])
    }

    /// How often the day, the hours, the place or the taking place of each meeting was
    /// changed, as the log has it; being removed and coming back are changes, too.
    pub fn times_moved(&self) -> Result<BTreeMap<MeetingId, u32>> {
        let differs = ["day", "start_time", "end_time", "place"]
            .map(|c| format!("json_extract(before, '$.{c}') is not json_extract(after, '$.{c}')"))
            .join(" or ");
        let off = |side: &str| format!("(json_extract({side}, '$.state') in ('cancelled', 'postponed'))");
        // The first row is the meeting's entry.
        let sql = format!(
            "select row_id, count(*) from change_row r where tbl = 'meeting'
             and case when before is null
                 then exists (select 1 from change_row o where o.tbl = 'meeting' and o.row_id = r.row_id and o.id < r.id)
                 else after is null or {differs} or {} <> {} end
             group by row_id",
            off("before"),
            off("after")
        );
        let mut statement = self.db.prepare_cached(&sql)?;
        let rows = statement.query_map([], |r| Ok((r.get::<_, String>(0)?, r.get(1)?)))?;
        let rows = rows.collect::<rusqlite::Result<Vec<(String, u32)>>>()?;
        Ok(rows.into_iter().filter_map(|(id, n)| Some((MeetingId::parse(&id).ok()?, n))).collect())
    }

    /// The meetings of a fiscal year that were removed, as they last were; one whose entry was
    /// taken back at once by undo never was.
    pub fn removed_meetings(&self, year: FiscalYear) -> Result<Vec<Meeting>> {
        let cells = Meeting::COLUMNS.iter().map(|c| format!("json_extract(r.before, '$.{c}')"));
        let sql = format!(
            "select {} from change_row r where r.tbl = 'meeting' and r.after is null
             and not exists (select 1 from meeting m where m.id = r.row_id)
             and r.id = (select max(o.id) from change_row o where o.tbl = 'meeting' and o.row_id = r.row_id)
             and exists (select 1 from change_row o join change c on c.id = o.change_id
                 where o.tbl = 'meeting' and o.row_id = r.row_id and o.after is null and c.undoes is null)
             and json_extract(r.before, '$.day') between ?1 and ?2 order by r.id",
            cells.collect::<Vec<_>>().join(", ")
        );
        let mut statement = self.db.prepare_cached(&sql)?;
        let mut rows = statement.query([year.first_day().to_string(), year.last_day().to_string()])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(Meeting::read(&mut Cells::new(row, Meeting::TABLE, Meeting::COLUMNS))?);
        }
        Ok(found)
    }
}

impl Records {
    /// How often each milestone was changed, as the log has it.
    pub fn milestones_changed(&self) -> Result<BTreeMap<MilestoneId, u32>> {
        let sql = "select row_id, count(*) from change_row
                   where tbl = 'milestone' and before is not null and after is not null group by row_id";
        let mut statement = self.db.prepare_cached(sql)?;
        let rows = statement.query_map([], |r| Ok((r.get::<_, String>(0)?, r.get(1)?)))?;
        let rows = rows.collect::<rusqlite::Result<Vec<(String, u32)>>>()?;
        Ok(rows.into_iter().filter_map(|(id, n)| Some((MilestoneId::parse(&id).ok()?, n))).collect())
    }
}

impl Tx<'_> {
    /// Writes a milestone.
    pub fn put_milestone(&mut self, milestone: &Milestone) -> Result<()> {
        self.put(milestone)
    }

    /// Removes a milestone.
    pub fn remove_milestone(&mut self, id: MilestoneId) -> Result<()> {
        self.remove("milestone", id)
    }

    /// Writes days set open or closed.
    pub fn put_day_rule(&mut self, rule: &DayRule) -> Result<()> {
        self.put(rule)
    }

    /// Removes days set open or closed.
    pub fn remove_day_rule(&mut self, id: DayRuleId) -> Result<()> {
        self.remove("day_rule", id)
    }

    /// Sets a lead time.
    pub fn put_lead_time(&mut self, lead: &LeadTime) -> Result<()> {
        self.put(lead)
    }

    /// Takes a lead time back to the council's, or to the usual one.
    pub fn remove_lead_time(&mut self, body: Option<BodyId>, task: Task) -> Result<()> {
        self.remove("lead_time", lead_id(body, task))
    }
}
