//! Reports of a subcommittee: what the records say, what the office has written over it, and
//! how they go to the steering meeting and the plenary.

use super::drawn::Told;
use super::page::{self, ReportStanding};
use super::write::subject;
use super::{YearWork, refused};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::issues::Ledger;
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::work_plans as words;
use entaku_domain::FiscalYear;
use entaku_domain::body::BodyKind;
use entaku_domain::id::{BodyId, MeetingId};
use entaku_domain::meeting::MeetingState;
use entaku_domain::text::check_text;
use entaku_domain::work_plan::{PlanFault as Fault, ReportKind, ReportPart, ReportState, ReportText, SubReport};
use entaku_store::Action;
use serde::Serialize;
use ts_rs::TS;

/// A report as the screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SubReportPage {
    /// 令和8年度　地域生活支援部会　活動報告.
    pub title: String,
    /// How far it has come.
    pub standing: ReportStanding,
    /// Its parts, in order.
    pub parts: Vec<ReportPartRow>,
    /// The meeting that it was handed in to.
    pub submitted_at: Option<String>,
    /// The meeting that it was reported to.
    pub reported_at: Option<String>,
    /// Meetings of the steering body that it may be handed in to.
    pub steering: Vec<ReportMeeting>,
    /// Meetings of the plenary that it may be reported to.
    pub plenary: Vec<ReportMeeting>,
}

/// A part of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportPartRow {
    /// A code.
    pub part: String,
    /// In Japanese.
    pub label: String,
    /// What stands there.
    pub text: String,
    /// What the records say.
    pub drawn: String,
    /// Whether the office has written its own words.
    pub own: bool,
}

/// A meeting to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportMeeting {
    /// Its identifier.
    pub id: String,
    /// 令和8年度 第2回 運営会議.
    pub title: String,
    /// ISO day.
    pub day: String,
}

impl App {
    /// A report of a subcommittee.
    ///
    /// # Errors
    /// [`AppError::UnknownBody`]; [`AppError::Rules`] where the body is no subcommittee of the year.
    pub fn sub_report(&self, body: &str, year: FiscalYear, kind: ReportKind) -> Result<SubReportPage> {
        let council = self.snapshot()?;
        let id = self.subcommittee(&council, body, year)?;
        let work = YearWork::load(&self.store, &council, year)?;
        let parts = self.report_rows(&council, &work, id, kind)?;
        let known = work.report(id, kind);
        let style = council.council.date_style;
        let (this, next) = (style.fiscal_year(year), style.fiscal_year(year.plus(1)));
        Ok(SubReportPage {
            title: words::title(kind, council.body_name(id, year), &this, &next),
            standing: page::report(&council, kind, known),
            parts,
            submitted_at: known.and_then(|r| r.submitted_at).map(|m| m.to_string()),
            reported_at: known.and_then(|r| r.reported_at).map(|m| m.to_string()),
            steering: choices(&council, BodyKind::Steering, year),
            plenary: choices(&council, BodyKind::Plenary, year),
        })
    }

    fn report_rows(
        &self,
        council: &Snapshot,
        work: &YearWork,
        body: BodyId,
        kind: ReportKind,
    ) -> Result<Vec<ReportPartRow>> {
        let ledger = Ledger::load(&self.store)?;
        let next = YearWork::load(&self.store, council, work.year.plus(1))?;
        let told = Told { council, ledger: &ledger, work, next: &next, body, on: self.today() };
        let known = work.report(body, kind);
        let row = |part: &ReportPart| {
            let drawn = told.part(kind, *part).text;
            let own = known.and_then(|r| work.text(r, *part));
            ReportPartRow {
                part: part.code().to_owned(),
                label: part.label().to_owned(),
                text: own.map_or_else(|| drawn.clone(), str::to_owned),
                drawn,
                own: own.is_some(),
            }
        };
        Ok(kind.parts().iter().map(row).collect())
    }

    /// Writes the parts of a report (「部会の報告の記入」). What says the same as the records is
    /// not kept, and goes on following them.
    ///
    /// # Errors
    /// [`AppError::BadRequest`] for a part that such a report does not have; [`AppError::Rules`]
    /// for a text, or a report that was handed in.
    pub fn write_sub_report(
        &mut self,
        body: &str,
        year: FiscalYear,
        kind: ReportKind,
        parts: &[(ReportPart, String)],
    ) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let id = self.subcommittee(&council, body, year)?;
        all_right(parts.iter().map(|(part, text)| check_text(part.code(), text)))?;
        let work = YearWork::load(&self.store, &council, year)?;
        if work.report(id, kind).is_some_and(|r| r.state() != ReportState::Draft) {
            return Err(refused(Fault::Settled));
        }
        if let Some((other, _)) = parts.iter().find(|(part, _)| !kind.parts().contains(part)) {
            return Err(AppError::BadRequest(format!("no part {}", other.code())));
        }
        let report = SubReport { body: id, year, kind, submitted_at: None, reported_at: None };
        let rows = self.report_rows(&council, &work, id, kind)?;
        let texts = texts(&report, &rows, |row| {
            let typed = parts.iter().find(|(part, _)| part.code() == row.part).map(|(_, text)| text.clone());
            typed.map_or_else(|| row.own.then(|| row.text.clone()), |text| (text != row.drawn).then_some(text))
        });
        let action = Action::new("write_sub_report").about(subject(&council, id, year, kind.label()));
        self.change(action, Vec::new(), |tx| Ok(tx.put_sub_report(&report, &texts)?))
    }

    /// Hands a report in, reports it, or takes it back to a draft (「部会の報告の提出・報告」).
    /// Its words stay from then on as they were handed in.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::Rules`] for a meeting of another kind, one that
    /// does not take place, or a report that was not handed in.
    pub fn set_sub_report_state(
        &mut self,
        body: &str,
        year: FiscalYear,
        kind: ReportKind,
        submitted_at: Option<MeetingId>,
        reported_at: Option<MeetingId>,
    ) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let id = self.subcommittee(&council, body, year)?;
        takes(&council, submitted_at, BodyKind::Steering, Fault::NotSteering)?;
        takes(&council, reported_at, BodyKind::Plenary, Fault::NotPlenary)?;
        let steers = council.bodies_in(year).any(|(b, _)| b.kind == BodyKind::Steering);
        if reported_at.is_some() && submitted_at.is_none() && steers {
            return Err(refused(Fault::NotSubmitted));
        }
        let work = YearWork::load(&self.store, &council, year)?;
        let report = SubReport { body: id, year, kind, submitted_at, reported_at };
        let was = work.report(id, kind).map_or(ReportState::Draft, SubReport::state);
        let fixes = was == ReportState::Draft && report.state() != ReportState::Draft;
        let rows = self.report_rows(&council, &work, id, kind)?;
        let action = Action::new("set_sub_report_state").about(subject(&council, id, year, kind.label()));
        self.change(action, Vec::new(), |tx| {
            if fixes {
                let all = texts(&report, &rows, |row| (!row.text.is_empty()).then(|| row.text.clone()));
                return Ok(tx.put_sub_report(&report, &all)?);
            }
            Ok(tx.put_sub_report_state(&report)?)
        })
    }
}

fn texts(
    report: &SubReport,
    rows: &[ReportPartRow],
    text: impl Fn(&ReportPartRow) -> Option<String>,
) -> Vec<ReportText> {
    let kept = rows.iter().filter_map(|row| Some((ReportPart::from_code(&row.part).ok()?, text(row)?)));
    kept.map(|(part, text)| ReportText { report: report.key(), part, text }).collect()
}

/// A meeting must be of a body of this kind, and take place.
fn takes(council: &Snapshot, id: Option<MeetingId>, kind: BodyKind, other: Fault) -> Result<()> {
    let Some(id) = id else { return Ok(()) };
    let meeting = council.meetings.iter().find(|m| m.id == id);
    let meeting = meeting.ok_or_else(|| AppError::UnknownMeeting(id.to_string()))?;
    if !council.is_of_kind(meeting, kind) {
        return Err(refused(other));
    }
    if matches!(meeting.state, MeetingState::Cancelled | MeetingState::Postponed) {
        return Err(refused(Fault::MeetingOff));
    }
    Ok(())
}

/// Meetings of a kind of body in a year and the next.
fn choices(council: &Snapshot, kind: BodyKind, year: FiscalYear) -> Vec<ReportMeeting> {
    let fits = |m: &&entaku_domain::meeting::Meeting| {
        let of_time = m.year() == year || m.year() == year.plus(1);
        let off = matches!(m.state, MeetingState::Cancelled | MeetingState::Postponed);
        of_time && !off && council.is_of_kind(m, kind)
    };
    let mut found: Vec<_> = council.meetings.iter().filter(fits).collect();
    found.sort_by_key(|m| (m.date, m.start.clone()));
    let choice = |m: &entaku_domain::meeting::Meeting| ReportMeeting {
        id: m.id.to_string(),
        title: council.meeting_title(m),
        day: m.date.to_string(),
    };
    found.into_iter().map(choice).collect()
}
