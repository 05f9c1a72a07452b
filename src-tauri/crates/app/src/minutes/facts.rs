//! Decisions with kind, number and votes; tasks with who and by when; both across all meetings.

use super::{MinutesFile, name, refused};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::minutes as words;
use entaku_domain::body::BodyKind;
use entaku_domain::id::{BodyId, MeetingId, MinutesEntryId, OrganizationId, PersonId};
use entaku_domain::minutes::{Assignment, Decision, DecisionKind, Entry, EntryKind, Manner, OwnerKind};
use entaku_domain::minutes_fault::MinutesFault;
use entaku_domain::text::check_note;
use entaku_domain::violation::Violation;
use entaku_domain::{Day, FiscalYear};
use entaku_store::Action;
use serde::Serialize;
use ts_rs::TS;

/// What is kept of a decision besides its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecisionFacts {
    /// 第n号; none for what is not numbered.
    pub number: Option<u16>,
    /// `approved`, `acknowledged`, `continued`, `returned`, `elected`, `other`.
    pub kind: String,
    /// `no_objection`, `unanimous`, `vote`.
    pub manner: Option<String>,
    /// Votes for it.
    pub yes: Option<u16>,
    /// Votes against it.
    pub no: Option<u16>,
    /// Who abstained.
    pub abstain: Option<u16>,
    /// Who left the room for it.
    pub left_room: String,
    /// To whom it is told.
    pub told_to: String,
    /// All of it in words: 承認（全会一致）.
    pub shown: String,
}

/// What is kept of a task besides its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TaskFacts {
    /// `secretariat`, `person`, `body`, `organization`, `other`.
    pub owner: String,
    /// The member's identifier.
    pub person: Option<String>,
    /// Handle of the body.
    pub body: Option<String>,
    /// The organisation's identifier.
    pub organization: Option<String>,
    /// A name of who is none of these.
    pub name: String,
    /// Who, in words.
    pub who: String,
    /// By when, ISO.
    pub due_on: Option<String>,
    /// When it was done, ISO.
    pub done_on: Option<String>,
    /// What came of it.
    pub outcome: String,
}

/// A task in the list of a body, or of all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TaskItem {
    /// The entry's identifier.
    pub entry: String,
    /// The meeting's identifier.
    pub meeting: String,
    /// 令和8年度 第1回 全体会.
    pub meeting_title: String,
    /// What is to be done.
    pub what: String,
    /// Who and by when.
    pub facts: TaskFacts,
    /// Whether the day is past.
    pub late: bool,
}

/// A decision in the list of a body, or of all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecisionItem {
    /// The entry's identifier.
    pub entry: String,
    /// The meeting's identifier.
    pub meeting: String,
    /// 令和8年度 第1回 全体会.
    pub meeting_title: String,
    /// ISO day of the meeting.
    pub on: String,
    /// The item of the agenda.
    pub item: String,
    /// What was decided.
    pub text: String,
    /// Kind, number and votes.
    pub facts: DecisionFacts,
}

/// What is to be kept of a decision.
#[derive(Debug, Clone)]
pub struct SetDecision {
    /// What.
    pub kind: DecisionKind,
    /// 第n号; none for what is not numbered.
    pub number: Option<u16>,
    /// How.
    pub manner: Option<Manner>,
    /// Votes for it.
    pub yes: Option<u16>,
    /// Votes against it.
    pub no: Option<u16>,
    /// Who abstained.
    pub abstain: Option<u16>,
    /// Who left the room.
    pub left_room: String,
    /// To whom it is told.
    pub told_to: String,
}

/// What is to be kept of a task.
#[derive(Debug, Clone)]
pub struct SetTask {
    /// Who, by kind.
    pub owner: OwnerKind,
    /// The member.
    pub person: Option<PersonId>,
    /// The body, by handle or name.
    pub body: Option<String>,
    /// The organisation.
    pub organization: Option<OrganizationId>,
    /// A name of who is none of these.
    pub name: String,
    /// By when.
    pub due_on: Option<Day>,
}

/// Bodies that can do something.
pub(super) const fn may_own(kind: BodyKind) -> bool {
    matches!(
        kind,
        BodyKind::Plenary
            | BodyKind::Steering
            | BodyKind::Subcommittee
            | BodyKind::WorkingGroup
            | BodyKind::CaseReview
            | BodyKind::ProjectTeam
            | BodyKind::CityOffice
            | BodyKind::EducationBoard
            | BodyKind::PlanBody
    )
}

pub(super) fn decision_facts(d: &Decision) -> DecisionFacts {
    DecisionFacts {
        number: d.number,
        kind: d.kind.code().to_owned(),
        manner: d.manner.map(|m| m.code().to_owned()),
        yes: d.yes,
        no: d.no,
        abstain: d.abstain,
        left_room: d.left_room.clone(),
        told_to: d.told_to.clone(),
        shown: words::decision(d),
    }
}

pub(super) fn task_facts(council: &Snapshot, on: Day, t: &Assignment) -> TaskFacts {
    TaskFacts {
        owner: t.owner.code().to_owned(),
        person: t.person.map(|p| p.to_string()),
        body: t.body.and_then(|id| council.body_by_id(id)).map(|b| b.key.clone()),
        organization: t.organization.map(|o| o.to_string()),
        name: t.name.clone(),
        who: owner(council, on, t),
        due_on: t.due_on.map(|d| d.to_string()),
        done_on: t.done_on.map(|d| d.to_string()),
        outcome: t.outcome.clone(),
    }
}

/// Who does it, in words.
pub(crate) fn owner(council: &Snapshot, on: Day, t: &Assignment) -> String {
    who_of(council, on, (t.owner, t.person, t.body, t.organization), &t.name)
}

/// Who is meant, in words: by kind, with the one of that kind.
pub(crate) fn who_of(
    council: &Snapshot,
    on: Day,
    (kind, person, body, organization): (OwnerKind, Option<PersonId>, Option<BodyId>, Option<OrganizationId>),
    name: &str,
) -> String {
    let of = match kind {
        OwnerKind::Secretariat => None,
        OwnerKind::Person => person.and_then(|id| council.name_of(id, on)),
        OwnerKind::Body => body.map(|id| council.body_name(id, FiscalYear::of(on)).to_owned()),
        OwnerKind::Organization => organization.map(|id| council.organization_name(id, on).to_owned()),
        OwnerKind::Other => Some(name.to_owned()).filter(|n| !n.is_empty()),
    };
    of.unwrap_or_else(|| kind.label().to_owned())
}

impl App {
    /// Keeps kind, number and votes of a decision (「決定の記録」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for final minutes, an entry that is no
    /// decision, a number that is taken, texts.
    pub fn set_decision(&mut self, id: MinutesEntryId, ask: &SetDecision) -> Result<Written<()>> {
        let (council, file, entry) = self.entry_in_file(id)?;
        file.must_be_open()?;
        let old = file.decisions.iter().find(|d| d.entry == id).filter(|_| entry.kind == EntryKind::Decision);
        let old = old.ok_or_else(|| refused(MinutesFault::OtherKind))?;
        all_right([check_note("left_room", &ask.left_room), check_note("told_to", &ask.told_to)])?;
        let all = self.store.decisions()?;
        let series = |d: &&Decision| d.entry != id && d.body == old.body && d.year == old.year;
        if let Some(number) = ask.number.filter(|n| all.iter().filter(series).any(|d| d.number == Some(*n))) {
            return Err(refused(MinutesFault::NumberTaken { number }));
        }
        let new = Decision {
            kind: ask.kind,
            number: ask.number,
            manner: ask.manner,
            yes: ask.yes,
            no: ask.no,
            abstain: ask.abstain,
            left_room: ask.left_room.clone(),
            told_to: ask.told_to.clone(),
            ..old.clone()
        };
        let notices = vote_notices(&file, &new);
        let action = Action::new("set_decision").about(name(&council, &file.meeting));
        self.change(action, notices, |tx| Ok(tx.put_decision(&new)?))
    }

    /// Keeps who does a task, and by when (「対応の担当と期限」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; an unknown person, body; [`AppError::Rules`] for final
    /// minutes, an entry that is no task, texts.
    pub fn set_task(&mut self, id: MinutesEntryId, ask: &SetTask) -> Result<Written<()>> {
        let (council, file, _) = self.entry_in_file(id)?;
        file.must_be_open()?;
        let old = file.tasks.iter().find(|t| t.entry == id).ok_or_else(|| refused(MinutesFault::OtherKind))?;
        all_right([check_note("name", &ask.name)])?;
        let is = |kind| ask.owner == kind;
        let body = ask.body.as_deref().filter(|_| is(OwnerKind::Body)).map(|b| council.body(b)).transpose()?;
        let new = Assignment {
            owner: ask.owner,
            person: ask.person.filter(|_| is(OwnerKind::Person)),
            body: body.map(|b| b.id),
            organization: ask.organization.filter(|_| is(OwnerKind::Organization)),
            name: if is(OwnerKind::Other) { ask.name.clone() } else { String::new() },
            due_on: ask.due_on,
            ..old.clone()
        };
        let action = Action::new("set_task").about(name(&council, &file.meeting));
        self.change(action, Vec::new(), |tx| Ok(tx.put_assignment(&new)?))
    }

    /// Records that a task is done, or takes that back (「対応の完了」): also after the minutes
    /// have become final.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for the outcome's text.
    pub fn finish_task(&mut self, id: MinutesEntryId, on: Option<Day>, outcome: &str) -> Result<Written<()>> {
        let (council, file, entry) = self.entry_in_file(id)?;
        let old = file.tasks.iter().find(|t| t.entry == id).ok_or_else(|| refused(MinutesFault::OtherKind))?;
        all_right([check_note("outcome", outcome)])?;
        let new = Assignment { done_on: on, outcome: outcome.trim().to_owned(), ..old.clone() };
        let subject = format!("{}　{}", name(&council, &file.meeting), words::first_words(&entry.text));
        self.change(Action::new("finish_task").about(subject), Vec::new(), |tx| Ok(tx.put_assignment(&new)?))
    }

    /// The tasks of a meeting, of a body, or all; only those that are open, or all of them.
    ///
    /// # Errors
    /// [`AppError::UnknownBody`]; those of the store.
    pub fn list_tasks(&self, body: Option<&str>, meeting: Option<MeetingId>, open: bool) -> Result<Vec<TaskItem>> {
        let council = self.snapshot()?;
        let body = body.map(|b| council.body(b)).transpose()?.map(|b| b.id);
        let mut found = Vec::new();
        for task in self.store.assignments()? {
            let Some(m) = council.meetings.iter().find(|m| m.id == task.meeting) else { continue };
            let wanted = body.is_none_or(|b| m.body == b) && meeting.is_none_or(|id| m.id == id);
            if !wanted || (open && task.done_on.is_some()) {
                continue;
            }
            let Some(entry) = self.store.minutes_entry(task.entry)? else { continue };
            found.push(TaskItem {
                entry: task.entry.to_string(),
                meeting: m.id.to_string(),
                meeting_title: name(&council, m),
                what: entry.text,
                late: task.done_on.is_none() && task.due_on.is_some_and(|d| d < self.today()),
                facts: task_facts(&council, m.date, &task),
            });
        }
        Ok(found)
    }

    /// The decisions of a body, of a fiscal year, or all, the latest first.
    ///
    /// # Errors
    /// [`AppError::UnknownBody`]; those of the store.
    pub fn list_decisions(&self, body: Option<&str>, year: Option<FiscalYear>) -> Result<Vec<DecisionItem>> {
        let council = self.snapshot()?;
        let body = body.map(|b| council.body(b)).transpose()?.map(|b| b.id);
        let mut found = Vec::new();
        for d in self.store.decisions()? {
            let Some(m) = council.meetings.iter().find(|m| m.id == d.meeting) else { continue };
            if body.is_some_and(|b| d.body != b) || year.is_some_and(|y| d.year != y) {
                continue;
            }
            let Some(entry) = self.store.minutes_entry(d.entry)? else { continue };
            let item = entry.item.map(|id| self.store.agenda_item(id)).transpose()?.flatten();
            found.push(DecisionItem {
                entry: d.entry.to_string(),
                meeting: m.id.to_string(),
                meeting_title: name(&council, m),
                on: m.date.to_string(),
                item: item.map(|i| i.title).unwrap_or_default(),
                text: entry.text,
                facts: decision_facts(&d),
            });
        }
        found.sort_by(|a, b| (&b.on, a.facts.number).cmp(&(&a.on, b.facts.number)));
        Ok(found)
    }

    /// An entry, with the minutes that it is in.
    pub(super) fn entry_in_file(&self, id: MinutesEntryId) -> Result<(Snapshot, MinutesFile, Entry)> {
        let council = self.snapshot()?;
        let entry = self.store.minutes_entry(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        let file = MinutesFile::load(self, &council, entry.meeting)?;
        Ok((council, file, entry))
    }
}

/// More votes than members who came are a slip of the hand, or came by proxy.
fn vote_notices(file: &MinutesFile, d: &Decision) -> Vec<Violation> {
    let votes: u32 = [d.yes, d.no, d.abstain].into_iter().flatten().map(u32::from).sum();
    let present = file.attendance.iter().filter(|a| a.presence.is_there()).count();
    let more = present > 0 && usize::try_from(votes).is_ok_and(|v| v > present);
    let fault = MinutesFault::MoreVotesThanPresent { votes, present };
    more.then_some(Violation::Minutes(fault)).into_iter().collect()
}
