//! What meetings asked for, until it is done; and drafts whose time for corrections is up.

use super::{Task, TaskKind, View};
use crate::error::Result;
use crate::minutes::facts::owner;
use crate::search::Target;
use crate::text::minutes as words;
use entaku_domain::meeting::MeetingState;

pub(super) fn tasks(view: &View<'_>) -> Result<Vec<Task>> {
    let mut found = assigned(view)?;
    found.extend(rounds(view)?);
    Ok(found)
}

fn assigned(view: &View<'_>) -> Result<Vec<Task>> {
    let mut found = Vec::new();
    for task in view.store.assignments()?.into_iter().filter(|t| t.done_on.is_none()) {
        let Some(m) = view.council.meetings.iter().find(|m| m.id == task.meeting) else { continue };
        let Some(entry) = view.store.minutes_entry(task.entry)?.filter(|e| !e.text.trim().is_empty()) else { continue };
        let due = task.due_on.map(|d| view.style().day(d));
        found.push(Task {
            kind: TaskKind::Assigned,
            key: format!("assigned/{}", task.entry),
            due: task.due_on,
            what: words::to_do(&entry.text),
            reason: words::to_do_reason(&owner(view.council, m.date, &task), due.as_deref()),
            about: super::meetings::name(view, m),
            target: Target::meeting(m.id, Some("minutes")).with_record(task.entry),
        });
    }
    Ok(found)
}

/// Members had until a day to ask for corrections: then they are put together.
fn rounds(view: &View<'_>) -> Result<Vec<Task>> {
    let mut found = Vec::new();
    for m in view.council.meetings.iter().filter(|m| m.state == MeetingState::MinutesOut) {
        let Some(due) = view.store.minutes(m.id)?.and_then(|minutes| minutes.due_on) else { continue };
        let members = super::meetings::members(view, m).len();
        let answered = view.store.minutes_answers(m.id)?.len();
        found.push(Task {
            kind: TaskKind::Minutes,
            key: format!("corrections/{}", m.id),
            due: Some(due),
            what: words::ROUND.to_owned(),
            reason: words::round_reason(members, answered),
            about: super::meetings::name(view, m),
            target: Target::meeting(m.id, Some("minutes")),
        });
    }
    Ok(found)
}
