//! What is counted back from meetings to come, and forward from those held (V24).

use super::{Task, TaskKind, View};
use crate::error::Result;
use crate::search::Target;
use crate::snapshot::Sitting;
use crate::text::today as words;
use entaku_domain::Day;
use entaku_domain::lead::{Due, Task as Lead};
use entaku_domain::meeting::{Meeting, MeetingState};
use entaku_domain::paper::{Paper, PaperContent};

/// After so many days the summary is only mentioned with the minutes.
const SUMMARY_SHOWN: i64 = 14;

pub(super) fn tasks(view: &View<'_>) -> Result<Vec<Task>> {
    // Tasks reach back from meetings that lie behind the list's end.
    let longest = chrono::Days::new(view.council.leads.longest_before().into());
    let last = view.horizon().checked_add_days(longest).unwrap_or(view.on);
    let mut found = Vec::new();
    for meeting in view.council.meetings.iter().filter(|m| m.date <= last) {
        match meeting.state {
            MeetingState::Draft | MeetingState::Noticed if meeting.date < view.on => found.push(held(view, meeting)),
            MeetingState::Draft | MeetingState::Noticed => found.extend(before(view, meeting)?),
            MeetingState::Held => found.extend(after(view, meeting)),
            MeetingState::Postponed => found.push(put_off(view, meeting)?),
            MeetingState::MinutesOut | MeetingState::Approved | MeetingState::Cancelled => {}
        }
    }
    Ok(found)
}

/// Whether there is something to send: a file that is there, a text that says something.
pub(super) fn is_ready(view: &View<'_>, paper: &Paper) -> bool {
    match &paper.content {
        PaperContent::File { sha256, .. } => view.store.has_file(sha256),
        PaperContent::Text { markdown } => !markdown.trim().is_empty(),
        PaperContent::Chart
        | PaperContent::Tree
        | PaperContent::Roster { .. }
        | PaperContent::IssueTable
        | PaperContent::IssueCards { .. }
        | PaperContent::ProgressSheet { .. }
        | PaperContent::SubReports { .. } => true,
    }
}

/// Who sits in the meeting's body on its day.
pub(super) fn members<'a>(view: &View<'a>, meeting: &Meeting) -> Vec<Sitting<'a>> {
    let mut sittings = view.council.at_meeting(meeting);
    sittings.retain(|s| s.person.is_some());
    sittings
}

/// 第2回全体会（10/14）.
pub(super) fn name(view: &View<'_>, meeting: &Meeting) -> String {
    words::meeting(meeting.number, view.council.body_name(meeting.body, meeting.year()), meeting.date)
}

/// A task for a meeting.
struct Ask {
    kind: TaskKind,
    due: Day,
    what: String,
    reason: String,
    tab: Option<&'static str>,
}

fn task(view: &View<'_>, meeting: &Meeting, ask: Ask) -> Task {
    Task {
        key: format!("{:?}/{}", ask.kind, meeting.id).to_lowercase(),
        kind: ask.kind,
        due: Some(ask.due),
        what: ask.what,
        reason: ask.reason,
        about: name(view, meeting),
        target: Target::meeting(meeting.id, ask.tab),
    }
}

fn held(view: &View<'_>, meeting: &Meeting) -> Task {
    let (kind, what) = (TaskKind::Held, words::HELD.to_owned());
    let reason = words::held_reason(meeting.state.label());
    task(view, meeting, Ask { kind, due: meeting.date, what, reason, tab: None })
}

/// A meeting that was put off waits for its day; nobody has said until when.
fn put_off(view: &View<'_>, meeting: &Meeting) -> Result<Task> {
    let open = view.store.postponements(meeting.id)?.into_iter().rfind(|p| p.to_day.is_none());
    let reason = words::put_off_reason(meeting.date, open.as_ref().map(|p| p.reason.as_str()).unwrap_or_default());
    Ok(Task {
        key: format!("put_off/{}", meeting.id),
        kind: TaskKind::Plan,
        due: None,
        what: words::PUT_OFF.to_owned(),
        reason,
        about: name(view, meeting),
        target: Target::meeting(meeting.id, None),
    })
}

fn before(view: &View<'_>, meeting: &Meeting) -> Result<Vec<Task>> {
    let members = members(view, meeting);
    let agenda = view.store.agenda(meeting.id)?;
    let papers = view.store.papers(meeting.id)?;
    let mut found: Vec<Task> = needs(view, meeting, &members).into_iter().collect();
    let notice = view.council.due(Lead::Notice, meeting);
    if let (MeetingState::Draft, Some(notice)) = (meeting.state, &notice) {
        let (what, reason) = (words::notice(members.len()), words::counted(notice));
        found.push(task(view, meeting, Ask { kind: TaskKind::Notice, due: notice.on, what, reason, tab: None }));
    }
    if agenda.is_empty() {
        let (what, reason) = (words::AGENDA.to_owned(), words::agenda_reason(notice.as_ref()));
        let (due, tab) = (notice.map_or(meeting.date, |n| n.on), Some("agenda"));
        found.push(task(view, meeting, Ask { kind: TaskKind::Agenda, due, what, reason, tab }));
    }
    found.extend(missing_papers(view, meeting, &papers));
    found.extend(super::deliveries::replacement(view, meeting)?);
    found.extend(super::deliveries::tasks(view, meeting)?);
    found.extend(replies(view, meeting, members.len())?);
    Ok(found)
}

/// 情報保障: first the request, then whether it is in hand, at last the day itself.
/// The data do not tell whether it was made, so a past day is no reproach.
fn needs(view: &View<'_>, meeting: &Meeting, members: &[Sitting<'_>]) -> Option<Task> {
    let people: Vec<_> = members.iter().filter_map(|s| s.person).filter(|p| !p.needs.is_empty()).collect();
    let mut needs: Vec<String> = Vec::new();
    for need in people.iter().flat_map(|p| &p.needs) {
        // What is needed, without how many or which size: 手話通訳（2人）.
        let kind = need.split(['（', '(']).next().unwrap_or(need).to_owned();
        if !needs.contains(&kind) {
            needs.push(kind);
        }
    }
    if needs.is_empty() {
        return None;
    }
    let ahead = |lead: Lead| view.council.due(lead, meeting).filter(|due| view.on <= due.on);
    let (due, what, reason) = if let Some(first) = ahead(Lead::Interpreters) {
        (first.on, words::arrange(&needs), words::arrange_reason(people.len(), &first))
    } else if let Some(last) = ahead(Lead::LastCall) {
        let first = view.council.due(Lead::Interpreters, meeting).map(|due| due.on);
        (last.on, words::arranged(&needs), words::arranged_reason(people.len(), first, &last))
    } else {
        (meeting.date, words::arranged_today(&needs), words::arranged_today_reason(people.len()))
    };
    let tab = Some("attendance");
    Some(task(view, meeting, Ask { kind: TaskKind::Interpreters, due, what, reason, tab }))
}

fn missing_papers(view: &View<'_>, meeting: &Meeting, papers: &[Paper]) -> Option<Task> {
    let missing: Vec<String> =
        papers.iter().filter(|p| !is_ready(view, p)).map(|p| words::paper(p.number.as_str(), &p.title)).collect();
    if !papers.is_empty() && missing.is_empty() {
        return None;
    }
    let counted = view.council.due(Lead::Papers, meeting)?;
    let (what, reason) = (words::papers_missing(&missing), words::papers_reason(papers.is_empty(), &counted));
    let (kind, tab) = (TaskKind::Papers, Some("papers"));
    Some(task(view, meeting, Ask { kind, due: counted.on, what, reason, tab }))
}

/// Replies are awaited once the notice is out.
fn replies(view: &View<'_>, meeting: &Meeting, members: usize) -> Result<Option<Task>> {
    let answered = view.store.replies(meeting.id)?.iter().filter(|r| r.answer.is_some()).count();
    let replied = view.store.attendance(meeting.id)?.len().max(answered).min(members);
    if meeting.state != MeetingState::Noticed || replied == members {
        return Ok(None);
    }
    let counted = view.council.due(Lead::Papers, meeting);
    let set = view.store.convocation(meeting.id)?.and_then(|c| c.reply_by);
    let due = set.unwrap_or_else(|| counted.as_ref().map_or(meeting.date, |c| c.on));
    let (kind, tab) = (TaskKind::Replies, Some("notice"));
    let what = words::replies(members - replied);
    let reason = words::replies_reason(replied, members, counted.as_ref());
    Ok(Some(task(view, meeting, Ask { kind, due, what, reason, tab })))
}

/// Summary and minutes, until the minutes are out.
fn after(view: &View<'_>, meeting: &Meeting) -> Vec<Task> {
    let due = |lead: Lead| view.council.due(lead, meeting);
    let is_old = |summary: &Due| (view.on - summary.on).num_days() > SUMMARY_SHOWN;
    let (summary, minutes) = (due(Lead::Summary), due(Lead::Minutes));
    let tab = Some("record");
    let mut found = Vec::new();
    // Where no minutes are sent out, nothing else would mention a summary that is late.
    if let Some(summary) = summary.as_ref().filter(|s| minutes.is_none() || !is_old(s)) {
        let (what, reason) = (words::SUMMARY.to_owned(), words::counted(summary));
        found.push(task(view, meeting, Ask { kind: TaskKind::Summary, due: summary.on, what, reason, tab }));
    }
    if let Some(minutes) = minutes {
        let reason = words::minutes_reason(&minutes, summary.filter(is_old).map(|s| s.on));
        let what = words::MINUTES.to_owned();
        found.push(task(view, meeting, Ask { kind: TaskKind::Minutes, due: minutes.on, what, reason, tab }));
    }
    found
}
