//! Moving a meeting to another day in the year's plan: what would come of it, and the move itself.

use super::edit::{UpdateMeeting, changed, notices_of};
use super::page::{DueRow, due_row, meeting};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use crate::text::{self, year_plan as words};
use entaku_domain::Day;
use entaku_domain::body::BodyKind;
use entaku_domain::id::MeetingId;
use entaku_domain::lead::Task;
use entaku_domain::meeting::{Meeting, MeetingState};
use entaku_domain::meeting_fault::MeetingFault;
use entaku_domain::meeting_year::{check_budget, unprepared};
use entaku_domain::plan_fault::PlanFault;
use entaku_domain::violation::{Violation, forbids};
use entaku_store::Action;

/// What would come of moving a meeting to a day.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct MoveOutlook {
    /// ISO date.
    pub date: String,
    /// 11月11日（水）.
    pub shown: String,
    /// 第n回 that it would have.
    pub number: u16,
    /// Why it must be asked first: the members have been told. None where it need not.
    pub asks: Option<String>,
    /// Why it cannot be moved there.
    pub refused: Option<String>,
    /// What the rules notice there, in words.
    pub notices: Vec<String>,
    /// What would be due, by day.
    pub dues: Vec<DueRow>,
}

impl App {
    /// What would come of moving a meeting to a day; nothing is written.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`].
    pub fn move_outlook(&self, id: MeetingId, to: Day) -> Result<MoveOutlook> {
        let council = self.snapshot()?;
        let old = meeting(&council, id)?;
        let style = council.council.date_style;
        let said = |found: &[Violation]| found.iter().map(|v| text::violation(style, v)).collect();
        let (number, refused, notices): (_, _, Vec<String>) = match self.moved(&council, old, to) {
            Ok((new, found)) => (new.number, None, said(&found)),
            Err(error) => (old.number, Some(text::message(&error)), Vec::new()),
        };
        let ahead = Meeting { date: to, ..old.clone() };
        let dues = Task::ALL.iter().filter_map(|task| council.due(*task, &ahead));
        Ok(MoveOutlook {
            date: to.to_string(),
            shown: words::month_day(to),
            number,
            asks: noticed(old, to).map(|fault| text::violation(style, &Violation::Plan(fault))),
            refused,
            notices,
            dues: dues.map(|due| due_row(style, &ahead, &due, self.today())).collect(),
        })
    }

    /// Moves a meeting to another day (「会議の日の移動」). One that the members have been
    /// told of is moved only where that was confirmed.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Rules`] for a meeting that has taken place, one
    /// whose notice is out and nobody confirmed, and what [`App::update_meeting`] refuses.
    pub fn move_meeting(&mut self, id: MeetingId, to: Day, confirmed: bool) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = meeting(&council, id)?;
        let (new, found) = self.moved(&council, old, to)?;
        if let Some(fault) = noticed(old, to).filter(|_| !confirmed) {
            return Err(AppError::Rules(vec![Violation::Plan(fault)]));
        }
        let days = self.recounted(&council, old, &new)?;
        let subject = council.meeting_title(&new);
        self.change(Action::new("move_meeting").about(subject), found, |tx| {
            days.map_or(Ok(()), |days| tx.put_convocation(&days))?;
            Ok(tx.put_meeting(&new)?)
        })
    }

    /// The meeting on another day, with what the rules notice of it and of the others.
    fn moved(&self, council: &Snapshot, old: &Meeting, to: Day) -> Result<(Meeting, Vec<Violation>)> {
        if (old.state.is_over() || !old.state.takes_place()) && to != old.date {
            return Err(AppError::Rules(vec![Violation::Plan(PlanFault::HeldMoves)]));
        }
        let new = changed(council, old, &UpdateMeeting { date: Some(to), ..UpdateMeeting::default() })?;
        let mut found = self.check_day(council, old, &new)?;
        found.extend(council.check_renumbered(old, &new));
        if forbids(&found) {
            return Err(AppError::Rules(found));
        }
        found.extend(notices_of(council, &new));
        found.extend(around(council, &new));
        Ok((new, found))
    }
}

/// The members have been told of another day.
fn noticed(m: &Meeting, to: Day) -> Option<PlanFault> {
    (m.state == MeetingState::Noticed && m.date != to).then_some(PlanFault::NoticedMoves { on: m.date })
}

/// What the move of a meeting means for the year around it: another meeting of the body on
/// that day, the next budget (V20), the plenaries that a steering meeting prepares (V13).
pub(crate) fn around(council: &Snapshot, new: &Meeting) -> Vec<Violation> {
    let others = || council.meetings.iter().filter(|m| m.id != new.id && m.state.takes_place());
    let mut found = Vec::new();
    if others().any(|m| m.date == new.date && m.bodies().any(|b| new.bodies().any(|n| n == b))) {
        found.push(Violation::Plan(PlanFault::SameDayTwice { on: new.date }));
    }
    match council.body_by_id(new.body).map(|b| b.kind) {
        Some(BodyKind::Plenary) => {
            let deadline = council.budget_deadline(new.year());
            found.extend(deadline.and_then(|d| check_budget(new, d.on)).map(Violation::Meeting));
        }
        Some(BodyKind::Steering) => {
            let of = |kind: BodyKind| others().filter(move |m| council.is_of_kind(m, kind));
            let plenaries: Vec<&Meeting> = of(BodyKind::Plenary).collect();
            let steering: Vec<&Meeting> = of(BodyKind::Steering).chain([new]).collect();
            let left = unprepared(&plenaries, &steering).into_iter().filter(|m| m.year() == new.year());
            let left = left.filter(|m| !m.state.is_over());
            found.extend(
                left.map(|m| Violation::Meeting(MeetingFault::NoSteeringBefore { number: m.number, on: m.date })),
            );
        }
        _ => {}
    }
    found
}
