//! The minutes of a meeting as the screen shows them: what is written, who may speak, what is missing.

use super::opinions::OfferedOpinion;
use super::speakers::{SpeakerChoice, choices};
use super::write::rev;
use super::{MinutesFile, name, rule};
use crate::answers::Choice;
use crate::council::App;
use crate::error::Result;
use crate::minutes::facts::{DecisionFacts, TaskFacts, decision_facts, task_facts};
use crate::snapshot::Snapshot;
use crate::text::minutes as words;
use entaku_domain::agenda::{ItemKind, marks};
use entaku_domain::council::Question;
use entaku_domain::id::MeetingId;
use entaku_domain::meeting::{Meeting, MeetingState};
use entaku_domain::minutes::{Entry, EntryKind, Known, missing};
use entaku_domain::spelling::{house, other_spellings};
use serde::Serialize;
use ts_rs::TS;

/// The minutes of a meeting.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MinutesPage {
    /// 令和8年度 第1回 全体会.
    pub title: String,
    /// Whether anything is kept yet.
    pub exists: bool,
    /// Whether the text is final.
    pub frozen: bool,
    /// `full`, `gist`, `digest`.
    pub style: String,
    /// `name`, `post`, `organization`, `letter`.
    pub labels: String,
    /// What stands at the head on how words are written.
    pub heading: String,
    /// What else is kept.
    pub other: String,
    /// The outline.
    pub outline: String,
    /// How many listened; empty where nobody counted.
    pub observers: String,
    /// How many listened by other records, in words; none where nobody counted.
    pub observers_counted: Option<String>,
    /// How far the minutes have come.
    pub round: MinutesState,
    /// Items of the agenda, in order.
    pub items: Vec<MinutesItem>,
    /// Entries in order; those under no item first.
    pub entries: Vec<MinutesEntry>,
    /// The written opinions for the meeting, by item.
    pub opinions: Vec<OfferedOpinion>,
    /// Who may speak.
    pub speakers: Vec<SpeakerChoice>,
    /// What of the ten things that minutes hold is missing, in words.
    pub lacks: Vec<LackRow>,
    /// The bodies to which tasks may be given.
    pub bodies: Vec<Choice>,
    /// Earlier meetings whose minutes this one may approve.
    pub to_approve: Vec<Choice>,
    /// How the body keeps its minutes.
    pub rule: RuleFacts,
}

/// How far minutes have come.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct MinutesState {
    /// When the draft was sent, ISO.
    pub sent_on: Option<String>,
    /// Until when members ask for corrections, ISO.
    pub due_on: Option<String>,
    /// When the text became final, ISO.
    pub approved_on: Option<String>,
    /// How and where, in words.
    pub approved: Option<String>,
    /// Why it was opened again.
    pub reopened: Option<String>,
}

/// How a body keeps its minutes.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RuleFacts {
    /// Handle of the body.
    pub body: String,
    /// Its name.
    pub body_name: String,
    /// `full`, `gist`, `digest`.
    pub style: String,
    /// `name`, `post`, `organization`, `letter`.
    pub labels: String,
    /// `meeting`, `circulation`, `chair`.
    pub approval: String,
    /// Days that members have for corrections.
    pub answer_days: u16,
    /// What stands at the head on how words are written.
    pub heading: String,
}

/// An item of the agenda.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MinutesItem {
    /// Its identifier.
    pub id: String,
    /// Its number; empty for a break.
    pub number: String,
    /// Its title.
    pub title: String,
    /// What is done, in Japanese; empty where the title says it.
    pub kind: String,
    /// Who presents it.
    pub presenter: String,
    /// Why it is closed.
    pub closed_reason: Option<String>,
}

/// An entry.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MinutesEntry {
    /// Its identifier.
    pub id: String,
    /// Its state: to be given back with what is written.
    pub rev: String,
    /// The item of the agenda.
    pub item: Option<String>,
    /// `speech`, `explanation`, `note`, `decision`, `task`.
    pub kind: String,
    /// `member`, `proxy`, `secretariat`, `guest`; none where that is open.
    pub role: Option<String>,
    /// The member's identifier.
    pub person: Option<String>,
    /// The name of who is no member.
    pub name: String,
    /// What is said.
    pub text: String,
    /// Why it is closed to the public.
    pub closed_reason: Option<String>,
    /// When in the recording.
    pub at: Option<String>,
    /// Of a decision.
    pub decision: Option<DecisionFacts>,
    /// Of a task.
    pub task: Option<TaskFacts>,
}

/// What is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LackRow {
    /// A code.
    pub lack: String,
    /// In words.
    pub text: String,
    /// The tab of the meeting's page on which it is entered.
    pub tab: String,
}

/// A place that spells otherwise than the house.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SpellingHit {
    /// The entry.
    pub entry: String,
    /// Where it begins, in characters.
    pub start: u32,
    /// What stands there.
    pub found: String,
    /// What the house writes.
    pub house: String,
    /// The words around it.
    pub around: String,
}

impl App {
    /// The minutes of a meeting.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`].
    pub fn minutes_page(&self, id: MeetingId) -> Result<MinutesPage> {
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, id)?;
        let own = rule(&self.store, &council, &file.meeting)?;
        let body = council.body_by_id(file.meeting.body).map(|b| b.key.clone()).unwrap_or_default();
        let on_year = |b: &entaku_domain::body::Body| council.body_name(b.id, file.meeting.year()).to_owned();
        let sits = |kind| super::facts::may_own(kind);
        let bodies = council.bodies_in(file.meeting.year()).filter(|(b, _)| sits(b.kind));
        Ok(MinutesPage {
            title: name(&council, &file.meeting),
            exists: file.exists,
            frozen: file.is_frozen(),
            style: file.minutes.style.code().to_owned(),
            labels: file.minutes.labels.code().to_owned(),
            heading: file.minutes.heading.clone(),
            other: file.minutes.other.clone(),
            outline: file.minutes.outline.clone(),
            observers: file.minutes.observers.map(|n| n.to_string()).unwrap_or_default(),
            observers_counted: file.counted.map(|(count, from)| words::observers_from(count, from)),
            opinions: self.offered_opinions(&council, &file)?,
            round: state(&council, &file),
            items: items(&council, &file),
            entries: file.entries.iter().map(|e| entry(&council, &file, e)).collect(),
            speakers: choices(&council, &file),
            lacks: self.lacks(&council, &file)?,
            bodies: bodies.map(|(b, _)| Choice { value: b.key.clone(), label: on_year(b) }).collect(),
            to_approve: self.to_approve(&council, &file)?,
            rule: RuleFacts {
                body,
                body_name: council.body_name(file.meeting.body, file.meeting.year()).to_owned(),
                style: own.style.code().to_owned(),
                labels: own.labels.code().to_owned(),
                approval: own.approval.code().to_owned(),
                answer_days: own.answer_days,
                heading: own.heading,
            },
        })
    }

    /// What of the ten things that minutes hold is missing.
    pub(crate) fn lacks(&self, council: &Snapshot, file: &MinutesFile) -> Result<Vec<LackRow>> {
        let known = self.known(council, file)?;
        Ok(missing(&known)
            .into_iter()
            .map(|(lack, detail)| LackRow {
                lack: lack.code().to_owned(),
                text: words::lack(lack, &detail),
                tab: words::lack_tab(lack).to_owned(),
            })
            .collect())
    }

    fn known(&self, council: &Snapshot, file: &MinutesFile) -> Result<Known> {
        let m = &file.meeting;
        let sitting = council.sittings(m.body, m.date);
        let recorded = |a: entaku_domain::id::AppointmentId| file.attendance.iter().any(|r| r.appointment == a);
        let unrecorded = sitting.iter().filter(|s| s.person.is_some());
        let papers = self.store.papers(m.id)?;
        let worded = |e: &Entry| !e.text.trim().is_empty();
        let silent = |i: &&entaku_domain::agenda::AgendaItem| {
            !matches!(i.kind, ItemKind::Recess | ItemKind::Heading) && !file.of_item(Some(i.id)).any(worded)
        };
        Ok(Known {
            items: file.agenda.len(),
            silent_items: file.agenda.iter().filter(silent).map(|i| i.title.clone()).collect(),
            has_hours: m.start.is_some() && m.end.is_some(),
            has_place: !m.place.trim().is_empty(),
            open: m.closed_reason.is_none(),
            unrecorded_members: unrecorded.filter_map(|s| s.appointment).filter(|a| !recorded(a.id)).count(),
            officials: m.secretariat.len(),
            observers: file.observers(),
            untitled_papers: papers.iter().filter(|p| p.title.trim().is_empty()).count(),
            entries: file.entries.iter().map(|e| (e.kind, worded(e), e.speaker.is_some())).collect(),
        })
    }

    /// Earlier meetings of the body whose minutes wait to be confirmed at this one.
    fn to_approve(&self, council: &Snapshot, file: &MinutesFile) -> Result<Vec<Choice>> {
        let m = &file.meeting;
        if !m.state.is_over() {
            return Ok(Vec::new());
        }
        let named = |id: MeetingId| file.agenda.iter().any(|i| i.approves == Some(id));
        let waits = |other: &&Meeting| {
            let before = other.body == m.body && other.date < m.date;
            other.id != m.id && (before || named(other.id)) && other.state == MeetingState::MinutesOut
        };
        let choice = |other: &Meeting| Choice { value: other.id.to_string(), label: name(council, other) };
        Ok(council.meetings.iter().filter(waits).map(choice).collect())
    }

    /// Where the minutes of a meeting spell otherwise than the house, outside of proper names.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`].
    pub fn minutes_spelling(&self, id: MeetingId) -> Result<Vec<SpellingHit>> {
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, id)?;
        let Some(house) = council.council.decided(Question::Spelling).and_then(house) else { return Ok(Vec::new()) };
        let names = proper_names(&council);
        let mut found = Vec::new();
        for entry in &file.entries {
            found.extend(other_spellings(&entry.text, house, &names).into_iter().map(|s| SpellingHit {
                entry: entry.id.to_string(),
                start: u32::try_from(s.start).unwrap_or(u32::MAX),
                found: s.found.to_owned(),
                house: s.house.to_owned(),
                around: around(&entry.text, s.start),
            }));
        }
        Ok(found)
    }
}

/// Names that keep their spelling: the council, its bodies, plans, laws and organisations, of all times.
pub(crate) fn proper_names(council: &Snapshot) -> Vec<String> {
    let own = [council.council.name.clone(), council.council.secretariat.clone()];
    let mut names: Vec<String> = own.into_iter().collect();
    names.extend(council.versions.iter().map(|v| v.name.clone()));
    names.extend(council.plans.iter().map(|p| p.name.clone()));
    names.extend(council.laws.iter().map(|l| l.citation.clone()));
    names.extend(council.organizations().flat_map(|o| o.names.iter().map(|n| n.name.clone())));
    names
}

/// The words around a place.
fn around(text: &str, start: usize) -> String {
    let from = start.saturating_sub(8);
    text.chars().skip(from).take(24).map(|c| if c == '\n' { ' ' } else { c }).collect()
}

fn state(council: &Snapshot, file: &MinutesFile) -> MinutesState {
    let minutes = &file.minutes;
    let at = minutes.approved_at.and_then(|id| council.meetings.iter().find(|m| m.id == id));
    MinutesState {
        sent_on: minutes.sent_on.map(|d| d.to_string()),
        due_on: minutes.due_on.map(|d| d.to_string()),
        approved_on: minutes.approved_on.map(|d| d.to_string()),
        approved: minutes.approved_by.map(|way| words::approved(way, at.map(|m| name(council, m)).as_deref())),
        reopened: minutes.reopened.clone(),
    }
}

fn items(council: &Snapshot, file: &MinutesFile) -> Vec<MinutesItem> {
    let numbers = marks(&file.agenda, &council.agenda_style(file.meeting.body));
    file.agenda
        .iter()
        .zip(numbers)
        .map(|(i, number)| MinutesItem {
            id: i.id.to_string(),
            number,
            title: i.title.clone(),
            kind: if i.kind.says_itself() { String::new() } else { i.kind.label().to_owned() },
            presenter: i.presenter.clone().unwrap_or_default(),
            closed_reason: i.closed_reason.clone(),
        })
        .collect()
}

fn entry(council: &Snapshot, file: &MinutesFile, e: &Entry) -> MinutesEntry {
    let speaker = e.speaker.as_ref();
    let decision = file.decisions.iter().find(|d| d.entry == e.id).filter(|_| e.kind == EntryKind::Decision);
    let task = file.tasks.iter().find(|t| t.entry == e.id).filter(|_| e.kind == EntryKind::Task);
    MinutesEntry {
        id: e.id.to_string(),
        rev: rev(e),
        item: e.item.map(|i| i.to_string()),
        kind: e.kind.code().to_owned(),
        role: speaker.map(|s| s.role.code().to_owned()),
        person: speaker.and_then(|s| s.person).map(|p| p.to_string()),
        name: speaker.map(|s| s.name.clone()).unwrap_or_default(),
        text: e.text.clone(),
        closed_reason: e.closed_reason.clone(),
        at: e.at.clone(),
        decision: decision.map(decision_facts),
        task: task.map(|t| task_facts(council, file.meeting.date, t)),
    }
}
