//! What is to be handed over to the members of a meeting to come, and who has not got it;
//! and what has changed since it left.

use super::meetings::{is_ready, members, name};
use super::{Task, TaskKind, View};
use crate::deliveries::expected;
use crate::error::Result;
use crate::search::Target;
use crate::text::papers as words;
use crate::text::today::counted;
use entaku_domain::delivery::{Handed, lacking};
use entaku_domain::id::PersonId;
use entaku_domain::lead::Task as Lead;
use entaku_domain::meeting::Meeting;

/// The papers once they are all there, and each replacement that left. (The notice is asked
/// for by the state of the meeting.)
pub(super) fn tasks(view: &View<'_>, meeting: &Meeting) -> Result<Vec<Task>> {
    let who: Vec<PersonId> = members(view, meeting).iter().filter_map(|s| s.person).map(|p| p.id).collect();
    let all = view.store.deliveries(meeting.id)?;
    let ready = view.store.papers(meeting.id)?.iter().all(|paper| is_ready(view, paper));
    let mut found = Vec::new();
    for (what, issued) in expected(view.store, meeting)? {
        let lack = lacking(&who, what, issued, &all).len();
        let wanted = match what {
            Handed::Papers => ready,
            Handed::Replacement => true,
            _ => false,
        };
        if !wanted || lack == 0 {
            continue;
        }
        let papers = view.council.due(Lead::Papers, meeting).filter(|_| what == Handed::Papers);
        let (due, reason) = match papers {
            Some(papers) => (papers.on, counted(&papers)),
            None => (meeting.date, words::BY_THE_MEETING.to_owned()),
        };
        found.push(Task {
            key: format!("delivery/{}/{}", what.code(), meeting.id),
            kind: TaskKind::Delivery,
            due: Some(due),
            what: words::deliver(what, lack),
            reason,
            about: name(view, meeting),
            target: Target::meeting(meeting.id, Some("delivery")),
        });
    }
    Ok(found)
}

/// What has changed since the papers left wants a replacement before it can be handed over.
pub(super) fn replacement(view: &View<'_>, meeting: &Meeting) -> Result<Option<Task>> {
    if view.store.issued_packets(meeting.id)?.is_empty() {
        return Ok(None);
    }
    let sets = view.app.issued_sets(meeting.id)?;
    let changed = sets.iter().filter(|set| set.last && set.member.is_none() && !set.changes.is_empty());
    // The members' set tells of all that the public one does, and comes first.
    let Some(set) = changed.min_by_key(|set| (&set.readers, std::cmp::Reverse(&set.at))) else { return Ok(None) };
    let titles: Vec<&str> =
        set.changes.iter().map(|c| if c.number.is_empty() { c.title.as_str() } else { c.number.as_str() }).collect();
    Ok(Some(Task {
        key: format!("replacement/{}", meeting.id),
        kind: TaskKind::Replacement,
        due: Some(meeting.date),
        what: words::replace(&titles),
        reason: words::replace_reason(&set.readers_label),
        about: name(view, meeting),
        target: Target::meeting(meeting.id, Some("delivery")),
    }))
}
