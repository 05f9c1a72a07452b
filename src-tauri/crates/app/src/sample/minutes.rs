//! Minutes of meetings that were held: `minutes.toml`.

use super::keys::Keys;
use super::source::{Date, Place, day, parse};
use crate::error::Result;
use entaku_domain::FiscalYear;
use entaku_domain::id::{AgendaItemId, CorrectionId, MeetingId, MinutesEntryId, PersonId};
use entaku_domain::meeting::Meeting;
use entaku_domain::minutes::{
    ApprovalWay, Assignment, Correction, Decision, DecisionKind, Entry, EntryKind, LabelRule, Manner, Minutes,
    MinutesRule, OwnerKind, Role, Speaker, Style,
};
use serde::Deserialize;

const FILE: &str = "minutes.toml";
/// The office, as who speaks or does something.
const OFFICE: &str = "事務局";
/// Entries stand so far apart.
const APART: i64 = 1000;

/// `minutes.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    minutes: Vec<Row>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    meeting: String,
    style: String,
    labels: String,
    #[serde(default)]
    heading: String,
    #[serde(default)]
    outline: String,
    #[serde(default)]
    other: String,
    observers: Option<u16>,
    sent_on: Option<Date>,
    due_on: Option<Date>,
    approved_on: Option<Date>,
    approved_by: Option<String>,
    approved_at: Option<String>,
    entry: Vec<EntryRow>,
    #[serde(default)]
    correction: Vec<CorrectionRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryRow {
    item: i64,
    kind: String,
    who: Option<String>,
    text: String,
    closed: Option<String>,
    result: Option<String>,
    number: Option<u16>,
    manner: Option<String>,
    owner: Option<String>,
    due: Option<Date>,
    done: Option<Date>,
    #[serde(default)]
    outcome: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CorrectionRow {
    entry: usize,
    who: String,
    place: String,
    old: String,
    new: String,
    accepted: Option<bool>,
    #[serde(default)]
    reason: String,
    received_on: Date,
}

/// Minutes with everything in them.
#[derive(Debug)]
pub(super) struct Kept {
    pub(super) minutes: Minutes,
    pub(super) entries: Vec<Entry>,
    pub(super) decisions: Vec<Decision>,
    pub(super) tasks: Vec<Assignment>,
    pub(super) corrections: Vec<Correction>,
}

/// All minutes of the sample.
pub(super) fn read(keys: &Keys, meetings: &[Meeting]) -> Result<Vec<Kept>> {
    let file: File = parse(FILE)?;
    file.minutes.iter().map(|row| kept(keys, meetings, row)).collect()
}

fn kept(keys: &Keys, meetings: &[Meeting], row: &Row) -> Result<Kept> {
    let place = Place { file: FILE, key: &row.meeting };
    let id = keys.meeting(place, &row.meeting)?;
    let meeting = meetings.iter().find(|m| m.id == id).ok_or_else(|| place.wrong("no meeting"))?;
    place.must(meeting.state.is_over(), "minutes of a meeting that was not held")?;
    let own = Own { keys, place, meeting, key: &row.meeting };
    let entries = (1..).zip(&row.entry).map(|(at, e)| own.entry(at, e)).collect::<Result<Vec<_>>>()?;
    let facts = || (1..).zip(&row.entry);
    let decisions = facts().filter_map(|(at, e)| own.decision(at, e).transpose()).collect::<Result<_>>()?;
    let tasks = facts().filter_map(|(at, e)| own.task(at, e).transpose()).collect::<Result<_>>()?;
    let corrections = (1..).zip(&row.correction).map(|(at, c)| own.correction(at, c)).collect::<Result<_>>()?;
    let letters = crate::minutes::speakers::with_letters(&[], &entries);
    Ok(Kept { minutes: Minutes { letters, ..own.minutes(row)? }, entries, decisions, tasks, corrections })
}

struct Own<'a> {
    keys: &'a Keys,
    place: Place<'a>,
    meeting: &'a Meeting,
    key: &'a str,
}

impl Own<'_> {
    fn minutes(&self, row: &Row) -> Result<Minutes> {
        let usual = MinutesRule::usual(self.meeting.body, None);
        let at = row.approved_at.as_ref().map(|key| self.keys.meeting(self.place, key)).transpose()?;
        let way = |word: &String| self.place.term(ApprovalWay::ALL, ApprovalWay::label, word);
        Ok(Minutes {
            style: self.place.term(Style::ALL, Style::label, &row.style)?,
            labels: self.place.term(LabelRule::ALL, LabelRule::label, &row.labels)?,
            heading: row.heading.clone(),
            outline: row.outline.clone(),
            other: row.other.clone(),
            observers: row.observers,
            sent_on: day(row.sent_on),
            due_on: day(row.due_on),
            approved_on: day(row.approved_on),
            approved_by: row.approved_by.as_ref().map(way).transpose()?,
            approved_at: at,
            ..Minutes::new(self.meeting.id, &usual)
        })
    }

    fn id(&self, at: usize) -> MinutesEntryId {
        MinutesEntryId::from_key(&format!("{}/{at}", self.key))
    }

    fn entry(&self, at: usize, row: &EntryRow) -> Result<Entry> {
        Ok(Entry {
            id: self.id(at),
            meeting: self.meeting.id,
            item: Some(AgendaItemId::from_key(&format!("{}/{}", self.key, row.item))),
            order: i64::try_from(at).unwrap_or_default() * APART,
            kind: self.place.term(EntryKind::ALL, EntryKind::label, &row.kind)?,
            speaker: row.who.as_deref().map(|who| self.speaker(who)),
            text: row.text.clone(),
            closed_reason: row.closed.clone(),
            at: None,
        })
    }

    /// A key of a person, the office, or a guest by name.
    fn speaker(&self, who: &str) -> Speaker {
        match (who, self.keys.person(self.place, who)) {
            (OFFICE, _) => Speaker { role: Role::Secretariat, person: None, name: String::new() },
            (_, Ok(person)) => Speaker { role: Role::Member, person: Some(person), name: String::new() },
            (name, Err(_)) => Speaker { role: Role::Guest, person: None, name: name.to_owned() },
        }
    }

    fn decision(&self, at: usize, row: &EntryRow) -> Result<Option<Decision>> {
        let Some(result) = &row.result else { return Ok(None) };
        let manner = |word: &String| self.place.term(Manner::ALL, Manner::label, word);
        let year: FiscalYear = self.meeting.year();
        Ok(Some(Decision {
            entry: self.id(at),
            meeting: self.meeting.id,
            body: self.meeting.body,
            year,
            number: row.number,
            kind: self.place.term(DecisionKind::ALL, DecisionKind::label, result)?,
            manner: row.manner.as_ref().map(manner).transpose()?,
            yes: None,
            no: None,
            abstain: None,
            left_room: String::new(),
            told_to: String::new(),
        }))
    }

    fn task(&self, at: usize, row: &EntryRow) -> Result<Option<Assignment>> {
        let Some(owner) = &row.owner else { return Ok(None) };
        let person: Option<PersonId> = match owner.as_str() {
            OFFICE => None,
            key => Some(self.keys.person(self.place, key)?),
        };
        Ok(Some(Assignment {
            entry: self.id(at),
            meeting: self.meeting.id,
            owner: if person.is_some() { OwnerKind::Person } else { OwnerKind::Secretariat },
            person,
            body: None,
            organization: None,
            name: String::new(),
            due_on: day(row.due),
            done_on: day(row.done),
            outcome: row.outcome.clone(),
        }))
    }

    fn correction(&self, at: usize, row: &CorrectionRow) -> Result<Correction> {
        let meeting: MeetingId = self.meeting.id;
        Ok(Correction {
            id: CorrectionId::from_key(&format!("{}/{at}", self.key)),
            meeting,
            entry: Some(self.id(row.entry)),
            person: Some(self.keys.person(self.place, &row.who)?),
            name: String::new(),
            place: row.place.clone(),
            old: row.old.clone(),
            new: row.new.clone(),
            accepted: row.accepted,
            reason: row.reason.clone(),
            received_on: row.received_on.0,
        })
    }
}
