//! Hearings on plans that are near: a decision without one (V19), an opinion that is wanted.

use super::{Task, TaskKind, View};
use crate::error::Result;
use crate::plans::PlanBook;
use crate::search::Target;
use crate::text::plans as words;
use entaku_domain::hearing::{HearingFault, PlanRevision};

pub(super) fn tasks(view: &View<'_>) -> Result<Vec<Task>> {
    let book = PlanBook::load(view.store)?;
    let mut found = Vec::new();
    for revision in &book.revisions {
        found.extend(of_revision(view, &book, revision));
    }
    for hearing in book.hearings.iter().filter(|h| h.given_on.is_none()) {
        let decided = |r: &&PlanRevision| r.id == hearing.revision && r.decided_on.is_none();
        let (Some(due), Some(revision)) = (hearing.due_on, book.revisions.iter().find(decided)) else { continue };
        let name = plan_name(view, revision);
        found.push(Task {
            kind: TaskKind::Hearing,
            key: format!("hearing/{}", hearing.id),
            due: Some(due),
            what: words::task_give(&name),
            reason: words::task_give_reason(&hearing.asked_by),
            about: name,
            target: target(revision),
        });
    }
    Ok(found)
}

fn of_revision(view: &View<'_>, book: &PlanBook, revision: &PlanRevision) -> Vec<Task> {
    let name = plan_name(view, revision);
    let planned = book.hearings.iter().any(|h| h.revision == revision.id);
    let task = |key: &str, due, what, reason| Task {
        kind: TaskKind::Hearing,
        key: format!("{key}/{}", revision.id),
        due,
        what,
        reason,
        about: name.clone(),
        target: target(revision),
    };
    let of = |fault: HearingFault| match fault {
        // Once somebody has asked, the day on which an opinion is wanted counts.
        HearingFault::StillUnheard { due } if !planned => {
            let reason = words::task_reason(&view.style().day(due), &book.law_names(view.council, revision.plan));
            Some(task("hear", Some(due), words::task_hear(&name, revision.kind.label()), reason))
        }
        HearingFault::Unanswered { count } => {
            Some(task("answers", None, words::task_answers(&name), words::unanswered(count)))
        }
        _ => None,
    };
    book.faults(view.council, revision).into_iter().filter_map(of).collect()
}

fn plan_name(view: &View<'_>, revision: &PlanRevision) -> String {
    let plan = view.council.plans.iter().find(|p| p.id == revision.plan);
    plan.map(|p| p.name.clone()).unwrap_or_default()
}

fn target(revision: &PlanRevision) -> Target {
    Target::new("issues", Some("plans".to_owned()), None).with_record(revision.plan)
}
