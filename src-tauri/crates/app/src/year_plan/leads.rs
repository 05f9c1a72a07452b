//! How many days before and after a meeting something is due (V24), as the office sets it
//! for the council and for single bodies.

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::text::year_plan as words;
use entaku_domain::FiscalYear;
use entaku_domain::body::{Body, BodyVersion};
use entaku_domain::id::BodyId;
use entaku_domain::lead::{LeadTime, Task};
use entaku_domain::plan_fault::PlanFault;
use entaku_domain::violation::Violation;
use entaku_store::Action;

/// What is due around a meeting.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct LeadTask {
    /// `interpreters`, `last_call`, `notice`, `papers`, `summary`, `minutes`.
    pub task: String,
    /// In Japanese.
    pub label: String,
    /// Whether it comes before the meeting.
    pub before: bool,
    /// Days where the office has set nothing.
    pub usual: u16,
}

/// The days of one task.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct LeadCell {
    /// The task.
    pub task: String,
    /// Days; none where it is not done.
    pub days: Option<u16>,
    /// 14日前, 当日, 行わない.
    pub shown: String,
    /// Whether it was set here, and does not follow the council or what is usual.
    pub own: bool,
}

/// The days of a body, or of the council.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct LeadBody {
    /// Handle of the body; none for the council.
    pub body: Option<String>,
    /// Its name.
    pub name: String,
    /// One for each task.
    pub cells: Vec<LeadCell>,
}

/// All lead times.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct LeadTable {
    /// What is due, in order.
    pub tasks: Vec<LeadTask>,
    /// The council's own, for every body that has none.
    pub council: LeadBody,
    /// The bodies that meet.
    pub bodies: Vec<LeadBody>,
}

/// A lead time to be set.
#[derive(Debug, Clone, Copy)]
pub struct SetLead {
    /// The task.
    pub task: Task,
    /// Days; none where it is not done.
    pub days: Option<u16>,
    /// Follows the council, or what is usual; `days` says nothing then.
    pub follow: bool,
}

impl App {
    /// All lead times, with the bodies that meet this year.
    ///
    /// # Errors
    /// Those of the store.
    pub fn lead_times(&self) -> Result<LeadTable> {
        let council = self.snapshot()?;
        let year = FiscalYear::of(self.today());
        let cells = |body: Option<BodyId>| {
            let cell = |task: &Task| {
                let days = council.leads.days(body, *task);
                LeadCell {
                    task: task.code().to_owned(),
                    days,
                    shown: words::lead(*task, days),
                    own: council.leads.set_for(body, *task).is_some(),
                }
            };
            Task::ALL.iter().map(cell).collect()
        };
        let task = |task: &Task| LeadTask {
            task: task.code().to_owned(),
            label: task.label().to_owned(),
            before: task.is_before(),
            usual: task.usual(),
        };
        let meets = council.bodies_in(year).filter(|(b, v)| super::meets(&council, b, v, year));
        let of_body = |(body, version): (&Body, &BodyVersion)| LeadBody {
            body: Some(body.key.clone()),
            name: version.name.clone(),
            cells: cells(Some(body.id)),
        };
        Ok(LeadTable {
            tasks: Task::ALL.iter().map(task).collect(),
            council: LeadBody { body: None, name: council.council.name.clone(), cells: cells(None) },
            bodies: meets.map(of_body).collect(),
        })
    }

    /// Sets lead times of a body, or of the council (「会議の段取りの日数の設定」).
    ///
    /// # Errors
    /// An unknown body; [`AppError::Rules`] for more days than can be meant.
    pub fn set_lead_times(&mut self, body: Option<&str>, leads: &[SetLead]) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let body = body.map(|b| council.body(b)).transpose()?;
        if leads.iter().any(|l| !l.follow && l.days.is_some_and(|n| n > Task::LONGEST)) {
            return Err(AppError::Rules(vec![Violation::Plan(PlanFault::LeadTooLong { limit: Task::LONGEST })]));
        }
        let year = FiscalYear::of(self.today());
        let name = body.map_or(council.council.name.as_str(), |b| council.body_name(b.id, year)).to_owned();
        let id = body.map(|b| b.id);
        let set = |task| council.leads.set_for(id, task).is_some();
        self.change(Action::new("set_lead_times").about(name), Vec::new(), |tx| {
            for lead in leads {
                match lead.follow {
                    true if set(lead.task) => tx.remove_lead_time(id, lead.task)?,
                    true => {}
                    false => tx.put_lead_time(&LeadTime { body: id, task: lead.task, days: lead.days })?,
                }
            }
            Ok(())
        })
    }
}
