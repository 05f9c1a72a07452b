//! A meeting's page: its facts, where it can go from here, what is due, what the rules notice.

use super::edit::notices_of;
use super::list::{MeetingSummary, count, next_meeting};
use super::state::count_is_open;
use crate::council::App;
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use crate::text::{self, labels};
use entaku_domain::Day;
use entaku_domain::era::DateStyle;
use entaku_domain::id::MeetingId;
use entaku_domain::lead::{Due, Task};
use entaku_domain::meeting::{Copies, JointBody, Meeting, MeetingState, Postponement};
use entaku_domain::violation::Violation;

/// Copies of the packet, by recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct CopyCounts {
    /// 委員.
    pub members: u32,
    /// 事務局.
    pub secretariat: u32,
    /// 傍聴.
    pub audience: u32,
    /// 報道.
    pub press: u32,
    /// 予備.
    pub spare: u32,
}

/// A state that a meeting can go to.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct StateMove {
    /// The state, a code.
    pub state: String,
    /// What the button says.
    pub label: String,
    /// What it means.
    pub meaning: String,
    /// `on`, `back`, or `off` for calling the meeting off.
    pub way: String,
}

/// What is due around a meeting.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct DueRow {
    /// A code: `interpreters`, `last_call`, `notice`, `papers`, `summary`, `minutes`.
    pub task: String,
    /// In Japanese.
    pub label: String,
    /// ISO date.
    pub on: String,
    /// How it was counted.
    pub reason: String,
    /// `done`, `late`, `ahead`; `unknown` where nothing records it.
    pub state: String,
}

/// Another body of a joint meeting.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct JointRow {
    /// Its handle.
    pub body: String,
    /// Its name in that year.
    pub name: String,
    /// 第n回 in its series; none where the meeting is not counted there.
    pub number: Option<u16>,
}

/// A day that a meeting was put off from.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PutOffRow {
    /// ISO date.
    pub was_day: String,
    /// HH:MM.
    pub was_start: Option<String>,
    /// The place at which it would have been.
    pub was_place: String,
    /// Whether the members had been told of that day.
    pub was_noticed: bool,
    /// The new day, ISO; none while it is open.
    pub to_day: Option<String>,
    /// Why.
    pub reason: String,
    /// The day of the decision, ISO.
    pub decided_on: String,
}

/// A meeting's page.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct MeetingPage {
    /// As in the list.
    pub summary: MeetingSummary,
    /// The fiscal year.
    pub year: i32,
    /// How it is held, a code.
    pub mode: String,
    /// Why all of it is closed; open where none.
    pub closed_reason: Option<String>,
    /// The other bodies of a joint meeting.
    pub joint: Vec<JointRow>,
    /// The days that it was put off from, the earliest first.
    pub put_off: Vec<PutOffRow>,
    /// Why it was called off.
    pub off_reason: Option<String>,
    /// When that was decided, ISO.
    pub off_on: Option<String>,
    /// Whether it counts among those planned, as the office said.
    pub counts: Option<bool>,
    /// Whether the office still is to say so (V12).
    pub count_open: bool,
    /// How the seats are laid out, a code.
    pub layout: String,
    /// Copies of the packet.
    pub copies: CopyCounts,
    /// The secretariat at the table, with post.
    pub secretariat: Vec<String>,
    /// Where it can go from here.
    pub moves: Vec<StateMove>,
    /// What is due, by day.
    pub dues: Vec<DueRow>,
    /// What the rules notice, in words.
    pub notices: Vec<String>,
    /// Whether it holds nothing and may be removed.
    pub removable: bool,
}

impl App {
    /// A meeting's page.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`].
    pub fn meeting_page(&self, id: MeetingId) -> Result<MeetingPage> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let style = council.council.date_style;
        let next = next_meeting(&council, self.today()).is_some_and(|n| n.id == id);
        Ok(MeetingPage {
            summary: self.summary(&council, m, next)?,
            year: m.year().number(),
            mode: m.mode.code().to_owned(),
            closed_reason: m.closed_reason.clone(),
            joint: joint(&council, m),
            put_off: self.store.postponements(id)?.iter().map(put_off).collect(),
            off_reason: m.off_reason.clone(),
            off_on: m.off_on.map(|d| d.to_string()),
            counts: m.counts,
            count_open: m.count_is_open(),
            layout: m.layout.code().to_owned(),
            copies: copy_counts(m.copies),
            secretariat: m.secretariat.clone(),
            moves: moves(m),
            dues: self.dues(&council, m),
            notices: self.page_notices(&council, m).iter().map(|v| text::violation(style, v)).collect(),
            removable: self.is_empty(&council, m)?,
        })
    }

    /// What the rules notice of a meeting, and V12 while nobody has said whether it counts.
    fn page_notices(&self, council: &Snapshot, m: &Meeting) -> Vec<Violation> {
        let mut found = notices_of(council, m);
        if m.state == MeetingState::Cancelled || m.state.is_over() {
            found.extend(count_is_open(council, m).into_iter().map(Violation::Meeting));
        }
        found
    }

    /// What is due, by day. Interpreters are asked for where a member needs one.
    fn dues(&self, council: &Snapshot, m: &Meeting) -> Vec<DueRow> {
        if !m.state.takes_place() {
            return Vec::new();
        }
        let sittings = council.at_meeting(m);
        let mut needs = sittings.iter().filter_map(|s| s.person).flat_map(|p| &p.needs);
        let interpreted = needs.any(|n| labels::is_interpreter(n));
        let for_interpreters = |t: Task| matches!(t, Task::Interpreters | Task::LastCall);
        let wanted = Task::ALL.iter().filter(|t| !for_interpreters(**t) || interpreted);
        let dues = wanted.filter_map(|task| council.due(*task, m));
        dues.map(|due| due_row(council.council.date_style, m, &due, self.today())).collect()
    }
}

fn joint(council: &Snapshot, m: &Meeting) -> Vec<JointRow> {
    let row = |j: &JointBody| JointRow {
        body: council.body_by_id(j.body).map(|b| b.key.clone()).unwrap_or_default(),
        name: council.body_name(j.body, m.year()).to_owned(),
        number: j.number,
    };
    m.joint.iter().map(row).collect()
}

fn put_off(p: &Postponement) -> PutOffRow {
    PutOffRow {
        was_day: p.was_day.to_string(),
        was_start: p.was_start.clone(),
        was_place: p.was_place.clone(),
        was_noticed: p.was_noticed,
        to_day: p.to_day.map(|d| d.to_string()),
        reason: p.reason.clone(),
        decided_on: p.decided_on.to_string(),
    }
}

/// A meeting of the council.
pub(crate) fn meeting(council: &Snapshot, id: MeetingId) -> Result<&Meeting> {
    council.meetings.iter().find(|m| m.id == id).ok_or_else(|| AppError::UnknownMeeting(id.to_string()))
}

fn copy_counts(copies: Copies) -> CopyCounts {
    let Copies { members, secretariat, audience, press, spare } = copies;
    CopyCounts { members, secretariat, audience, press, spare }
}

fn moves(m: &Meeting) -> Vec<StateMove> {
    let order = |state: MeetingState| MeetingState::ALL.iter().position(|s| *s == state);
    let row = |to: MeetingState| {
        let off = !to.takes_place();
        let back = !off && order(to) < order(m.state);
        StateMove {
            state: to.code().to_owned(),
            label: text::meetings::state_move(m.state, to, back),
            meaning: text::meetings::state_meaning(to, back).to_owned(),
            way: if off {
                "off"
            } else if back {
                "back"
            } else {
                "on"
            }
            .to_owned(),
        }
    };
    m.state.moves().iter().map(|to| row(*to)).collect()
}

pub(crate) fn due_row(style: DateStyle, m: &Meeting, due: &Due, today: Day) -> DueRow {
    let task = due.task;
    let done = match task {
        Task::Notice => Some(m.state != MeetingState::Draft),
        Task::Minutes => Some(matches!(m.state, MeetingState::MinutesOut | MeetingState::Approved)),
        Task::Interpreters | Task::LastCall | Task::Papers | Task::Summary => None,
    };
    let state = match done {
        Some(true) => "done",
        Some(false) if due.on < today => "late",
        None if due.on < today => "unknown",
        _ => "ahead",
    };
    DueRow {
        task: task.code().to_owned(),
        label: task.label().to_owned(),
        on: due.on.to_string(),
        reason: text::meetings::due_reason(style, due),
        state: state.to_owned(),
    }
}

/// What a new meeting would be: its number, and what the rules say of its day.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct NextMeeting {
    /// The number that it gets.
    pub number: u16,
    /// 令和8年度 第2回 全体会.
    pub title: String,
    /// Who sits on the body that day.
    pub members: u32,
    /// The place of the body's last meeting.
    pub place: String,
    /// Its beginning.
    pub start: Option<String>,
    /// Its end.
    pub end: Option<String>,
    /// What the rules notice, in words.
    pub notices: Vec<String>,
}

impl App {
    /// What a new meeting of a body on a day would be.
    ///
    /// # Errors
    /// An unknown body, or a year in which it does not exist.
    pub fn next_meeting(&self, body: &str, on: Day) -> Result<NextMeeting> {
        let council = self.snapshot()?;
        let body = council.body_on(body, on)?;
        let ask = super::AddMeeting { date: on, ..super::AddMeeting::new(body.key.clone()) };
        let new = super::new_meeting(&council, body, &ask)?;
        let last = council.meetings_of(body.id).filter(|m| m.date < on).max_by_key(|m| m.date);
        let notices = notices_of(&council, &new);
        let style = council.council.date_style;
        Ok(NextMeeting {
            number: new.number,
            title: council.meeting_title(&new),
            members: count(council.sittings(body.id, on).iter().filter(|s| s.person.is_some()).count()),
            place: last.map(|m| m.place.clone()).unwrap_or_default(),
            start: last.and_then(|m| m.start.clone()),
            end: last.and_then(|m| m.end.clone()),
            notices: notices.iter().map(|v| text::violation(style, v)).collect(),
        })
    }
}
