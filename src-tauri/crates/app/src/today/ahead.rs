//! The next meetings, and meetings that the plan of the year still lacks (V12, V13).

use super::meetings::{is_ready, members, name};
use super::{ComingMeeting, Task, TaskKind, View, between, count};
use crate::error::Result;
use crate::search::Target;
use crate::text::today as words;
use entaku_domain::Day;
use entaku_domain::body::BodyKind;
use entaku_domain::lead::Task as Lead;
use entaku_domain::meeting::{Meeting, Mode};

/// The meetings of the next 60 days; the very next one where there is none.
pub(super) fn meetings(view: &View<'_>) -> Result<Vec<ComingMeeting>> {
    let mut coming: Vec<&Meeting> = taking_place(view).filter(|m| m.date >= view.on).collect();
    coming.sort_by_key(|m| (m.date, m.start.clone(), m.id));
    let near = coming.iter().take_while(|m| m.date <= view.horizon()).count();
    coming.truncate(near.max(1));
    coming.into_iter().map(|m| next(view, m)).collect()
}

fn taking_place<'a>(view: &View<'a>) -> impl Iterator<Item = &'a Meeting> {
    view.council.meetings.iter().filter(|m| m.state.takes_place())
}

fn next(view: &View<'_>, meeting: &Meeting) -> Result<ComingMeeting> {
    let papers = view.store.papers(meeting.id)?;
    let members = members(view, meeting).len();
    let replied = view.store.attendance(meeting.id)?.len().min(members);
    Ok(ComingMeeting {
        id: meeting.id.to_string(),
        title: view.council.meeting_name(meeting),
        date: meeting.date.to_string(),
        days: between(view.on, meeting.date),
        start: meeting.start.clone(),
        end: meeting.end.clone(),
        place: meeting.place.clone(),
        mode: (meeting.mode != Mode::InPerson).then(|| meeting.mode.label().to_owned()),
        state: meeting.state.code().to_owned(),
        state_label: meeting.state.label().to_owned(),
        agenda: count(view.store.agenda(meeting.id)?.len()),
        papers_ready: count(papers.iter().filter(|p| is_ready(view, p)).count()),
        papers: count(papers.len()),
        replied: count(replied),
        members: count(members),
    })
}

/// What the plan of the year lacks.
pub(super) fn plan_tasks(view: &View<'_>) -> Vec<Task> {
    let mut found = steering_first(view);
    found.extend(too_few(view));
    found
}

/// V13: before each plenary, a steering meeting after the plenary before.
fn steering_first(view: &View<'_>) -> Vec<Task> {
    let of_kind = |kind: BodyKind| {
        let mut found: Vec<&Meeting> = taking_place(view).filter(|m| view.council.is_of_kind(m, kind)).collect();
        found.sort_by_key(|m| m.date);
        found
    };
    let steering_body = view.council.bodies_in(view.year()).find(|(b, _)| b.kind == BodyKind::Steering);
    let Some((_, version)) = steering_body else { return Vec::new() };
    let (plenaries, steering) = (of_kind(BodyKind::Plenary), of_kind(BodyKind::Steering));
    let mut before: Option<Day> = None;
    let mut found = Vec::new();
    for plenary in plenaries {
        let is_after = |m: &&Meeting| before.is_none_or(|d| d < m.date) && m.date < plenary.date;
        if plenary.date >= view.on && !steering.iter().any(is_after) {
            found.push(Task {
                kind: TaskKind::Plan,
                key: format!("steering/{}", plenary.id),
                due: Some(view.council.due(Lead::Notice, plenary).map_or(plenary.date, |due| due.on)),
                what: words::steering(&version.name),
                reason: words::steering_reason(&name(view, plenary)),
                about: name(view, plenary),
                target: Target::screen("plan"),
            });
        }
        before = Some(plenary.date);
    }
    found
}

/// V12: as many meetings as planned, at the latest by the end of the calendar year.
fn too_few(view: &View<'_>) -> Vec<Task> {
    let year = view.year();
    let due = Day::from_ymd_opt(year.number(), 12, 31).map(|day| view.council.calendar.open_by(day));
    let lacking = view.council.bodies_in(year).filter_map(|(body, version)| {
        let frequency = version.frequency.as_ref()?;
        let planned = frequency.per_year?;
        let of_body = view.council.meetings_of(body.id).filter(|m| m.year() == year);
        let entered = of_body.filter(|m| m.is_counted()).count();
        (entered < usize::from(planned)).then(|| Task {
            kind: TaskKind::Plan,
            key: format!("plan/{}/{}", body.key, year.number()),
            due,
            what: words::plan_meeting(&version.name, planned, entered),
            reason: words::plan_meeting_reason(&frequency.text),
            about: version.name.clone(),
            target: Target::screen("plan"),
        })
    });
    lacking.collect()
}
