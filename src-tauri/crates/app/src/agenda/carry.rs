//! What comes back by itself: items that were left over, minutes that wait for their
//! approval, issues that a body has before it.

use super::edit::put_in_order;
use super::place;
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::{agenda as words, labels};
use entaku_domain::agenda::{AgendaItem, ItemKind, LeftOver};
use entaku_domain::id::{AgendaItemId, IssueId, MeetingId};
use entaku_domain::issue::{Issue, Stage};
use entaku_domain::meeting::{Meeting, MeetingState};
use entaku_domain::meeting_fault::MeetingFault;
use entaku_domain::text::{check_name, check_note};
use entaku_domain::violation::Violation;
use entaku_store::{Action, Tx};

/// What may come onto an agenda.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct AgendaOffer {
    /// `last_minutes`, `left_over`, `issue`.
    pub what: String,
    /// Identifier of the meeting, the item or the issue.
    pub id: String,
    /// The item's title, as it would be.
    pub title: String,
    /// Why it is offered.
    pub reason: String,
}

/// An offer that is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// The minutes of a meeting are approved.
    LastMinutes(MeetingId),
    /// An item goes on that was left over.
    LeftOver(AgendaItemId),
    /// An issue is dealt with.
    Issue(IssueId),
}

impl App {
    /// What may come onto an agenda and is not there yet.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`].
    pub fn agenda_offers(&self, id: MeetingId) -> Result<Vec<AgendaOffer>> {
        let council = self.snapshot()?;
        let meeting = crate::meetings::page::meeting(&council, id)?;
        let items = self.store.agenda(id)?;
        let mut found = Vec::new();
        let minutes = self.minutes_waiting(&council, meeting)?;
        found.extend(minutes.filter(|m| !items.iter().any(|i| i.approves == Some(m.id))).map(|before| {
            let name = council.meeting_short(before);
            offer("last_minutes", before.id, words::last_minutes(&name), words::minutes_reason(before.state.label()))
        }));
        for left in self.waiting(&council, meeting)? {
            let at = council.meetings.iter().find(|m| m.id == left.meeting);
            let at = at.map(|m| council.meeting_short(m)).unwrap_or_default();
            let why = left.left_over.map_or("", LeftOver::label);
            let reason = words::left_reason(&at, why, left.left_note.as_deref());
            found.push(offer("left_over", left.id, words::continued(&left.title), reason));
        }
        let here = |issue: &Issue| items.iter().any(|i| i.issue == Some(issue.id));
        for issue in self.open_issues(meeting)?.iter().filter(|issue| !here(issue)) {
            let due = issue.due_on.map(|d| council.council.date_style.day(d));
            let asked = asked_on(issue.stage).label();
            let reason = words::issue_reason(&labels::issue_number(issue), issue.stage.label(), asked, due.as_deref());
            found.push(offer("issue", issue.id, words::about_issue(&issue.title), reason));
        }
        Ok(found)
    }

    /// Puts an offer onto an agenda (「次第への追加」), before その他.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::UnknownRecord`] for what is offered no more.
    pub fn take_offer(&mut self, id: MeetingId, what: Offer) -> Result<Written<AgendaItemId>> {
        let council = self.snapshot()?;
        let meeting = crate::meetings::page::meeting(&council, id)?;
        let items = self.store.agenda(id)?;
        let new = self.offered(&council, meeting, &items, what)?;
        let subject = format!("{}　{}", council.meeting_title(meeting), new.title);
        self.change(Action::new("take_offer").about(subject), Vec::new(), |tx| insert(tx, items, new))
    }

    fn offered(&self, council: &Snapshot, m: &Meeting, items: &[AgendaItem], what: Offer) -> Result<AgendaItem> {
        let gone = |id: &dyn std::fmt::Display| AppError::UnknownRecord(id.to_string());
        let blank = AgendaItemId::new(uuid::Uuid::nil());
        match what {
            Offer::LastMinutes(id) => {
                let waits = self.minutes_waiting(council, m)?.filter(|b| b.id == id);
                let before =
                    waits.filter(|b| !items.iter().any(|i| i.approves == Some(b.id))).ok_or_else(|| gone(&id))?;
                Ok(approving(blank, m.id, before, &council.meeting_short(before)))
            }
            Offer::LeftOver(id) => {
                let left = self.waiting(council, m)?.into_iter().find(|i| i.id == id).ok_or_else(|| gone(&id))?;
                Ok(going_on(blank, m.id, &left))
            }
            Offer::Issue(id) => {
                let issue = self.open_issues(m)?.into_iter().find(|i| i.id == id).ok_or_else(|| gone(&id))?;
                Ok(on_issue(blank, m.id, &issue))
            }
        }
    }

    /// Says that an item was not brought to its end, or takes that back (「次第の項目の持越し」).
    /// Where the next agenda of the body is there already, the item goes onto it at once, and
    /// off again when it is taken back.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for the note, or an item that cannot be left.
    pub fn set_left_over(&mut self, id: AgendaItemId, why: Option<LeftOver>, note: &str) -> Result<Written<()>> {
        all_right([check_note("note", note)])?;
        let item = self.known_item(id)?;
        if why.is_some() && !item.kind.may_be_left() {
            return Err(AppError::Rules(vec![Violation::Meeting(MeetingFault::NothingToLeave)]));
        }
        let council = self.snapshot()?;
        let meeting = crate::meetings::page::meeting(&council, item.meeting)?;
        let note = Some(note.to_owned()).filter(|n| why.is_some() && !n.trim().is_empty());
        let new = AgendaItem { left_over: why, left_note: note, dropped: None, ..item };
        let going = self.going_on_with(id)?;
        let next = if why.is_some() && going.is_none() { self.next_agenda(&council, meeting)? } else { None };
        let back = if why.is_none() { self.may_go(&council, going) } else { None };
        let subject = format!("{}　{}", council.meeting_title(meeting), new.title);
        self.change(Action::new("carry_over").about(subject), Vec::new(), |tx| {
            tx.put_agenda_item(&new)?;
            if let Some(back) = back {
                tx.remove_agenda_item(back.id)?;
            }
            if let Some((meeting, items)) = next {
                insert(tx, items, going_on(AgendaItemId::new(uuid::Uuid::nil()), meeting, &new))?;
            }
            Ok(())
        })
    }

    /// Lets an item that was left over not return (「持越しの取りやめ」); off the next agenda, too.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for a missing reason.
    pub fn drop_left_over(&mut self, id: AgendaItemId, reason: &str) -> Result<Written<()>> {
        all_right([check_name("reason", reason)])?;
        let item = self.known_item(id)?;
        let council = self.snapshot()?;
        let meeting = crate::meetings::page::meeting(&council, item.meeting)?;
        let back = self.may_go(&council, self.going_on_with(id)?);
        let subject = format!("{}　{}", council.meeting_title(meeting), item.title);
        let new = AgendaItem { dropped: Some(reason.to_owned()), ..item };
        self.change(Action::new("drop_left_over").about(subject), Vec::new(), |tx| {
            if let Some(back) = back {
                tx.remove_agenda_item(back.id)?;
            }
            Ok(tx.put_agenda_item(&new)?)
        })
    }

    /// The item of a later meeting that goes on with one.
    fn going_on_with(&self, id: AgendaItemId) -> Result<Option<AgendaItem>> {
        Ok(self.store.items_carried()?.into_iter().find(|i| i.carried_from == Some(id)))
    }

    /// An item that may still leave its agenda: its meeting has not been held.
    fn may_go(&self, council: &Snapshot, item: Option<AgendaItem>) -> Option<AgendaItem> {
        let ahead = |m: &Meeting| !m.state.is_over();
        item.filter(|i| council.meetings.iter().any(|m| m.id == i.meeting && ahead(m)))
    }

    /// The next meeting of a body whose agenda has been written already.
    fn next_agenda(&self, council: &Snapshot, m: &Meeting) -> Result<Option<(MeetingId, Vec<AgendaItem>)>> {
        let ahead = |o: &&Meeting| o.state.takes_place() && !o.state.is_over() && moment(o) > moment(m);
        let Some(next) = council.meetings_of(m.body).filter(ahead).min_by_key(|o| moment(o)) else { return Ok(None) };
        let items = self.store.agenda(next.id)?;
        Ok((!items.is_empty()).then_some((next.id, items)))
    }

    /// The meeting before, where its minutes are still to be approved by this one.
    pub(super) fn minutes_waiting<'a>(&self, council: &'a Snapshot, m: &Meeting) -> Result<Option<&'a Meeting>> {
        let Some(before) = previous(council, m) else { return Ok(None) };
        let elsewhere = self.store.items_approving(before.id)?.iter().any(|i| i.meeting != m.id);
        Ok(Some(before).filter(|b| b.state != MeetingState::Approved && !elsewhere))
    }

    /// Items of earlier meetings of the body that were left over and go on nowhere yet.
    pub(super) fn waiting(&self, council: &Snapshot, m: &Meeting) -> Result<Vec<AgendaItem>> {
        let carried = self.store.items_carried()?;
        let earlier = |i: &AgendaItem| {
            let at = council.meetings.iter().find(|o| o.id == i.meeting);
            at.is_some_and(|o| o.is_of(m.body) && moment(o) < moment(m))
        };
        let mut left = self.store.items_left_over()?;
        left.retain(|i| i.returns() && earlier(i) && !carried.iter().any(|c| c.carried_from == Some(i.id)));
        let day = |i: &AgendaItem| council.meetings.iter().find(|o| o.id == i.meeting).map(moment);
        left.sort_by_cached_key(|i| (day(i), i.order));
        Ok(left)
    }

    /// Open issues that come back by themselves: the bodies of a meeting have them, and had them
    /// before them at the meeting before, or got them since the last one that was held.
    pub(super) fn returning(&self, council: &Snapshot, m: &Meeting) -> Result<Vec<Issue>> {
        let earlier = |o: &&Meeting| o.state.is_over() && moment(o) < moment(m);
        let held = council.meetings_of(m.body).filter(earlier).max_by_key(|o| moment(o));
        let (last, before) = (held.map(|o| o.date), previous(council, m).map(|o| o.id));
        let left = self.waiting(council, m)?;
        let named = before.map(|id| self.store.agenda(id)).transpose()?.unwrap_or_default();
        let mut found = Vec::new();
        for issue in self.open_issues(m)? {
            let came = self.store.issue_events(issue.id)?.iter().any(|e| {
                let here = e.meeting.is_some() && (e.meeting == before || e.meeting == held.map(|o| o.id));
                let since = e.on <= m.date && last.is_none_or(|on| e.on >= on);
                here || since && e.kind.stage().is_some() && e.to.is_some_and(|to| m.is_of(to))
            });
            let on = |items: &[AgendaItem]| items.iter().any(|i| i.issue == Some(issue.id));
            if (came || on(&named)) && !on(&left) {
                found.push(issue);
            }
        }
        Ok(found)
    }

    /// Open issues that the bodies of a meeting have before them, those due first.
    fn open_issues(&self, m: &Meeting) -> Result<Vec<Issue>> {
        let mut issues = self.store.issues()?;
        issues.retain(|i| !i.stage.is_final() && i.owner.is_some_and(|body| m.is_of(body)));
        issues.sort_by_key(|i| (i.due_on.is_none(), i.due_on, i.year, i.number));
        Ok(issues)
    }
}

/// When a meeting is: by day, then by hour.
pub(super) fn moment(m: &Meeting) -> (entaku_domain::Day, Option<String>) {
    (m.date, m.start.clone())
}

/// The meeting of the body before this one that takes place.
pub(super) fn previous<'a>(council: &'a Snapshot, m: &Meeting) -> Option<&'a Meeting> {
    let before = |o: &&Meeting| o.id != m.id && o.state.takes_place() && moment(o) < moment(m);
    council.meetings_of(m.body).filter(before).max_by_key(|o| moment(o))
}

/// The item that approves the minutes of the meeting before.
pub(super) fn approving(id: AgendaItemId, meeting: MeetingId, before: &Meeting, name: &str) -> AgendaItem {
    let new = AgendaItem::new(id, meeting, ItemKind::LastMinutes, words::last_minutes(name));
    AgendaItem { approves: Some(before.id), presenter: Some(labels::SECRETARIAT.to_owned()), minutes: Some(5), ..new }
}

/// The item that goes on with one that was left over. Its papers belong to the meeting before.
pub(super) fn going_on(id: AgendaItemId, meeting: MeetingId, left: &AgendaItem) -> AgendaItem {
    AgendaItem {
        presenter: left.presenter.clone(),
        minutes: left.minutes,
        closed_reason: left.closed_reason.clone(),
        issue: left.issue,
        approves: left.approves,
        carried_from: Some(left.id),
        ..AgendaItem::new(id, meeting, left.kind, words::continued(&left.title))
    }
}

/// The item by which an issue comes before a body.
pub(super) fn on_issue(id: AgendaItemId, meeting: MeetingId, issue: &Issue) -> AgendaItem {
    let new = AgendaItem::new(id, meeting, asked_on(issue.stage), words::about_issue(&issue.title));
    AgendaItem { issue: Some(issue.id), ..new }
}

/// What a body is asked: to deliberate, or to hear what has become of what was approved.
fn asked_on(stage: Stage) -> ItemKind {
    match stage {
        Stage::Approved | Stage::Proposed | Stage::Answered => ItemKind::Report,
        _ => ItemKind::Deliberation,
    }
}

fn offer(what: &str, id: impl std::fmt::Display, title: String, reason: String) -> AgendaOffer {
    AgendaOffer { what: what.to_owned(), id: id.to_string(), title, reason }
}

/// Puts a new item onto an agenda where such items go.
fn insert(tx: &mut Tx<'_>, mut items: Vec<AgendaItem>, new: AgendaItem) -> Result<AgendaItemId> {
    let id = AgendaItemId::new(tx.new_id());
    let at = match new.kind {
        ItemKind::LastMinutes => after_opening(&items),
        _ => {
            items.iter().position(|i| i.kind == ItemKind::Other && i.level == 0).unwrap_or_else(|| place(&items, None))
        }
    };
    // Among items under a heading, it stands under it too.
    let level = at.checked_sub(1).and_then(|before| items.get(before)).map_or(0, |before| match before.kind {
        ItemKind::Heading => (before.level + 1).min(AgendaItem::DEEPEST),
        _ => before.level.min(1),
    });
    items.insert(at, AgendaItem { id, level, ..new });
    put_in_order(tx, items)?;
    Ok(id)
}

fn after_opening(items: &[AgendaItem]) -> usize {
    let ceremony = |i: &AgendaItem| {
        matches!(
            i.kind,
            ItemKind::Opening | ItemKind::Letters | ItemKind::Greeting | ItemKind::Introductions | ItemKind::Election
        )
    };
    items.iter().take_while(|i| ceremony(i)).count()
}
