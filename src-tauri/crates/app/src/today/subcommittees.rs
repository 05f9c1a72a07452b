//! Steps of subcommittees that are late, the sheet of progress for a steering meeting, and
//! reports that a steering meeting or a plenary waits for.

use super::{Task, TaskKind, View, meetings};
use crate::error::Result;
use crate::search::Target;
use crate::text::work_plans as words;
use crate::work_plans::YearWork;
use entaku_domain::FiscalYear;
use entaku_domain::body::{Body, BodyKind};
use entaku_domain::lead::Task as Lead;
use entaku_domain::meeting::{Meeting, MeetingState};
use entaku_domain::paper::PaperContent;
use entaku_domain::work_plan::{ReportKind, ReportState};

pub(super) fn tasks(view: &View<'_>) -> Result<Vec<Task>> {
    let mut found = Vec::new();
    let work = YearWork::load(view.store, view.council, view.year())?;
    found.extend(late(view, &work));
    let (today, horizon) = (view.on, view.horizon());
    let ahead = |m: &&Meeting| {
        (today..=horizon).contains(&m.date) && matches!(m.state, MeetingState::Draft | MeetingState::Noticed)
    };
    for meeting in view.council.meetings.iter().filter(ahead) {
        if view.council.is_of_kind(meeting, BodyKind::Steering) {
            found.extend(sheet(view, &work, meeting)?);
            found.extend(reports(view, &work, meeting));
        }
        if view.council.is_of_kind(meeting, BodyKind::Plenary) {
            found.extend(to_report(view, &work, meeting));
        }
    }
    Ok(found)
}

fn target(body: &Body) -> Target {
    Target { body: Some(body.key.clone()), ..Target::new("issues", None, Some("subcommittees")) }
}

fn late(view: &View<'_>, work: &YearWork) -> Vec<Task> {
    let task = |step: &entaku_domain::work_plan::PlanStep| {
        let body = view.council.body_by_id(step.body)?;
        Some(Task {
            kind: TaskKind::Subcommittee,
            key: format!("plan_step/{}", step.id),
            due: step.due_on,
            what: words::late_step(&step.activity),
            reason: words::late_reason(&step.who),
            about: view.council.body_name(step.body, work.year).to_owned(),
            target: target(body),
        })
    };
    work.late(view.on).filter_map(task).collect()
}

/// A steering meeting looks after the progress of the subcommittees (議題調整, 各部会の進捗管理).
fn sheet(view: &View<'_>, work: &YearWork, meeting: &Meeting) -> Result<Option<Task>> {
    let planned = meeting.year() == work.year && view.council.subcommittees(work.year).any(|b| work.has_plan(b.id));
    let is_sheet = |c: &PaperContent| matches!(c, PaperContent::ProgressSheet { .. });
    if !planned || view.store.papers(meeting.id)?.iter().any(|p| is_sheet(&p.content)) {
        return Ok(None);
    }
    Ok(Some(Task {
        kind: TaskKind::Subcommittee,
        key: format!("progress_sheet/{}", meeting.id),
        due: view.council.due(Lead::Papers, meeting).map(|d| d.on),
        what: words::SHEET_TASK.to_owned(),
        reason: words::SHEET_REASON.to_owned(),
        about: meetings::name(view, meeting),
        target: Target::new("issues", None, Some("subcommittees")),
    }))
}

/// The last steering meeting of a year has the year's reports.
fn reports(view: &View<'_>, work: &YearWork, meeting: &Meeting) -> Vec<Task> {
    let year = work.year;
    let later = |m: &&Meeting| m.year() == year && m.date > meeting.date && m.state != MeetingState::Cancelled;
    let mut others = view.council.meetings.iter().filter(later);
    if meeting.year() != year || others.any(|m| view.council.is_of_kind(m, BodyKind::Steering)) {
        return Vec::new();
    }
    let waits = |b: &&Body| {
        let of = |r: &&entaku_domain::work_plan::SubReport| r.body == b.id && r.kind == ReportKind::Activity;
        let state = work.reports.iter().find(of).map_or(ReportState::Draft, |r| r.state());
        work.has_plan(b.id) && state == ReportState::Draft
    };
    let task = |body: &Body| Task {
        kind: TaskKind::Subcommittee,
        key: format!("sub_report/{}/{}", body.id, meeting.id),
        due: view.council.due(Lead::Papers, meeting).map(|d| d.on),
        what: words::report_task(view.council.body_name(body.id, year)),
        reason: words::REPORT_REASON.to_owned(),
        about: meetings::name(view, meeting),
        target: target(body),
    };
    view.council.subcommittees(year).filter(waits).map(task).collect()
}

/// What was handed in to the steering meeting is still to be reported to the plenary.
fn to_report(view: &View<'_>, work: &YearWork, meeting: &Meeting) -> Vec<Task> {
    let waiting = work.reports.iter().filter(|r| r.state() == ReportState::Submitted);
    let task = |r: &entaku_domain::work_plan::SubReport| {
        let body = view.council.body_by_id(r.body)?;
        Some(Task {
            kind: TaskKind::Subcommittee,
            key: format!("to_report/{}/{}", r.key(), meeting.id),
            due: Some(meeting.date),
            what: words::to_report(view.council.body_name(r.body, FiscalYear::of(view.on)), r.kind.label()),
            reason: words::TO_REPORT_REASON.to_owned(),
            about: meetings::name(view, meeting),
            target: target(body),
        })
    };
    waiting.filter_map(task).collect()
}
