//! Laying out a year: days are proposed, the office corrects them in a list, and all of
//! them are entered as one change.

use super::{in_year, meets, planned};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::meetings::list::count;
use crate::meetings::{AddMeeting, around, new_meeting, notices_of};
use crate::snapshot::Snapshot;
use crate::text::{self, year_plan as words};
use entaku_domain::body::{Body, BodyKind, BodyVersion};
use entaku_domain::council::Question;
use entaku_domain::id::MeetingId;
use entaku_domain::lay_out::{Pattern, Proposed, Series, months_named, propose};
use entaku_domain::meeting::Meeting;
use entaku_domain::plan_fault::PlanFault;
use entaku_domain::violation::Violation;
use entaku_domain::{Day, FiscalYear};
use entaku_store::Action;

/// A meeting that is to be entered.
#[derive(Debug, Clone)]
pub struct DraftMeeting {
    /// Handle or name of the body.
    pub body: String,
    /// The day.
    pub date: Day,
    /// HH:MM.
    pub start: Option<String>,
    /// HH:MM.
    pub end: Option<String>,
    /// Place.
    pub place: String,
    /// Why this day, in words.
    pub reason: String,
    /// Whether it is to be entered.
    pub take: bool,
}

/// A row of the list to be corrected.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct DraftRow {
    /// Handle of the body.
    pub body: String,
    /// Its name in that year.
    pub body_name: String,
    /// 第n回 that it would have; none where it is not to be entered.
    pub number: Option<u16>,
    /// ISO date.
    pub date: String,
    /// 10月13日（水）.
    pub shown: String,
    /// HH:MM.
    pub start: Option<String>,
    /// HH:MM.
    pub end: Option<String>,
    /// Place.
    pub place: String,
    /// Why this day, in words.
    pub reason: String,
    /// Whether it is to be entered.
    pub take: bool,
    /// Why it cannot be entered so.
    pub refused: Option<String>,
    /// What the rules notice, in words.
    pub notices: Vec<String>,
}

/// A year as it is proposed.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct YearDraft {
    /// The calendar year in which it starts.
    pub year: i32,
    /// 令和9年度.
    pub label: String,
    /// The proposed meetings, by day.
    pub rows: Vec<DraftRow>,
    /// What concerns the year as a whole, in words.
    pub notices: Vec<String>,
    /// How many would be entered.
    pub taken: u32,
}

impl App {
    /// Proposes the meetings of a year. Bodies that have meetings in it already are proposed
    /// without being chosen, so that nothing is entered twice.
    ///
    /// # Errors
    /// Those of the store.
    pub fn propose_year(&self, year: FiscalYear, pattern: Pattern) -> Result<YearDraft> {
        let council = self.snapshot()?;
        let bodies = bodies(&council, year);
        let series: Vec<Series<'_>> = bodies.iter().map(|(b, v)| series(&council, b, v)).collect();
        let named = council.council.decided(Question::Season).map(months_named).unwrap_or_default();
        let proposed = propose(pattern, &series, &named, year, &council.calendar);
        let rows: Vec<DraftMeeting> = proposed.iter().map(|p| draft(&council, p, year)).collect();
        look(council, year, &rows)
    }

    /// What the rules say of a year as it was corrected; nothing is written.
    ///
    /// # Errors
    /// An unknown body.
    pub fn look_at_year(&self, year: FiscalYear, rows: &[DraftMeeting]) -> Result<YearDraft> {
        look(self.snapshot()?, year, rows)
    }

    /// Enters the chosen meetings of a year (「年間予定の登録」), all or none.
    ///
    /// # Errors
    /// [`AppError::Rules`] where nothing is chosen; [`AppError::Rows`] for rows that cannot be entered.
    pub fn lay_out_year(&mut self, year: FiscalYear, rows: &[DraftMeeting]) -> Result<Written<u32>> {
        let mut council = self.snapshot()?;
        let mut chosen: Vec<&DraftMeeting> = rows.iter().filter(|r| r.take).collect();
        chosen.sort_by_key(|r| (r.date, r.start.clone()));
        if chosen.is_empty() {
            return Err(AppError::Rules(vec![Violation::Plan(PlanFault::NothingChosen)]));
        }
        let (mut refused, mut new) = (Vec::new(), Vec::new());
        for (at, row) in chosen.into_iter().enumerate() {
            match enter(&mut council, year, row, at) {
                Ok(meeting) => new.push(meeting),
                Err(error) => refused.push((format!("{}　{}", words::month_day(row.date), row.body), error)),
            }
        }
        if !refused.is_empty() {
            return Err(AppError::Rows(refused));
        }
        let notices = new.iter().flat_map(|m| notices_of(&council, m)).collect();
        let subject = council.council.date_style.fiscal_year(year);
        self.change(Action::new("lay_out_year").about(subject), notices, |tx| {
            for meeting in &new {
                let id = MeetingId::new(tx.new_id());
                tx.put_meeting(&Meeting { id, ..meeting.clone() })?;
            }
            Ok(count(new.len()))
        })
    }
}

fn bodies(council: &Snapshot, year: FiscalYear) -> Vec<(&Body, &BodyVersion)> {
    let laid_out = |b: &Body| !matches!(b.kind, BodyKind::WorkingGroup | BodyKind::ProjectTeam);
    let all = council.bodies_in(year).filter(|(b, v)| laid_out(b) && meets(council, b, v, year));
    all.filter(|(b, _)| b.kind.is_internal()).collect()
}

fn series<'a>(council: &'a Snapshot, body: &Body, version: &BodyVersion) -> Series<'a> {
    let meetings = council.meetings_of(body.id).collect();
    Series { body: body.id, kind: body.kind, per_year: planned(version), meetings }
}

fn draft(council: &Snapshot, p: &Proposed, year: FiscalYear) -> DraftMeeting {
    let body = council.body_by_id(p.body);
    let entered = body.map_or(0, |b| in_year(council, b, year).filter(|m| m.state.takes_place()).count());
    let avoided = p.avoided.as_ref().map(|(day, why)| words::avoided(*day, why));
    let already = (entered > 0).then(|| words::entered_already(entered));
    let reason = [Some(words::why(&p.why, p.date)), avoided, already].into_iter().flatten().collect();
    DraftMeeting {
        body: body.map(|b| b.key.clone()).unwrap_or_default(),
        date: p.date,
        start: p.start.clone(),
        end: p.end.clone(),
        place: p.place.clone(),
        reason,
        take: entered == 0,
    }
}

/// Enters the chosen rows into the council as it is read, so that each is seen among the others.
fn look(mut council: Snapshot, year: FiscalYear, rows: &[DraftMeeting]) -> Result<YearDraft> {
    let style = council.council.date_style;
    let mut order: Vec<(usize, &DraftMeeting)> = rows.iter().enumerate().collect();
    order.sort_by_key(|(_, r)| (r.date, r.start.clone()));
    let mut entered = Vec::new();
    for (at, row) in &order {
        let found = if row.take { Some(enter(&mut council, year, row, *at)) } else { None };
        entered.push((*row, found));
    }
    let rows = entered.iter().map(|(row, found)| shown(&council, year, row, found.as_ref()));
    let rows = rows.collect::<Result<Vec<DraftRow>>>()?;
    let taken = rows.iter().filter(|r| r.take && r.refused.is_none()).count();
    let whole = super::notices::notices(&council, &bodies(&council, year), year, year.last_day());
    let whole = whole.iter().filter(|f| f.meeting.is_none());
    Ok(YearDraft {
        year: year.number(),
        label: style.fiscal_year(year),
        notices: whole.map(|f| text::violation(style, &f.violation)).collect(),
        taken: count(taken),
        rows,
    })
}

/// The meeting of a row, entered into the council as it is read.
fn enter(council: &mut Snapshot, year: FiscalYear, row: &DraftMeeting, at: usize) -> Result<Meeting> {
    if !year.contains(row.date) {
        let fault = PlanFault::OutsideYear { on: row.date, year };
        return Err(AppError::Rules(vec![Violation::Plan(fault)]));
    }
    let body = council.body_on(&row.body, row.date)?;
    let ask = AddMeeting {
        date: row.date,
        start: row.start.clone(),
        end: row.end.clone(),
        place: row.place.clone(),
        ..AddMeeting::new(row.body.clone())
    };
    let new = Meeting { id: MeetingId::from_key(&format!("draft/{at}")), ..new_meeting(council, body, &ask)? };
    let taken = council.check_numbers(&new);
    if !taken.is_empty() {
        return Err(AppError::Rules(taken));
    }
    council.meetings.push(new.clone());
    Ok(new)
}

fn shown(
    council: &Snapshot,
    year: FiscalYear,
    row: &DraftMeeting,
    found: Option<&Result<Meeting>>,
) -> Result<DraftRow> {
    let style = council.council.date_style;
    let body = council.body(&row.body)?;
    let of = |m: &Meeting| notices_of(council, m).into_iter().chain(around(council, m)).collect::<Vec<_>>();
    let noticed = found.and_then(|f| f.as_ref().ok()).map(of).unwrap_or_default();
    let mut notices: Vec<String> = noticed.iter().map(|v| text::violation(style, v)).collect();
    notices.dedup();
    Ok(DraftRow {
        body: body.key.clone(),
        body_name: council.body_name(body.id, year).to_owned(),
        number: found.and_then(|f| f.as_ref().ok()).map(|m| m.number),
        date: row.date.to_string(),
        shown: words::month_day(row.date),
        start: row.start.clone(),
        end: row.end.clone(),
        place: row.place.clone(),
        reason: row.reason.clone(),
        take: row.take,
        refused: found.and_then(|f| f.as_ref().err()).map(text::message),
        notices,
    })
}
