//! One change, record by record and column by column, before and after; and the
//! changes that concern one person, meeting, body or issue.

use super::{HistoryRow, Names};
use crate::council::App;
use crate::error::{AppError, Result};
use crate::text::history as words;
use entaku_domain::Day;
use entaku_domain::id::{BodyId, IssueId, MeetingId, PersonId};
use entaku_store::{Change, ChangeId, ChangedRow};
use serde::Serialize;
use serde_json::{Map, Value};
use ts_rs::TS;

/// How many records of one change are shown.
const SHOWN: usize = 200;
/// Columns that say nothing to people.
const HIDDEN: [&str; 3] = ["id", "search", "sha256"];

/// A change with all that it did.
#[derive(Debug, Serialize, TS)]
pub struct ChangeDetails {
    /// The change.
    pub row: HistoryRow,
    /// The records that it touched.
    pub records: Vec<ChangedRecord>,
    /// How many more there are.
    pub more: u32,
}

/// A record that a change touched.
#[derive(Debug, Serialize, TS)]
pub struct ChangedRecord {
    /// What kind of record.
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// What was done to it.
    pub what: WhatWasDone,
    /// Whether personal data were erased from it since.
    pub erased: bool,
    /// Its columns that changed.
    pub fields: Vec<ChangedField>,
}

/// What a change did to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum WhatWasDone {
    /// It was entered.
    Added,
    /// It was changed.
    Changed,
    /// It was taken away.
    Removed,
}

/// A column that changed.
#[derive(Debug, PartialEq, Eq, Serialize, TS)]
pub struct ChangedField {
    /// Its name.
    pub label: String,
    /// Before, in words; none where it was empty.
    pub before: Option<String>,
    /// After, in words; none where it is empty.
    pub after: Option<String>,
}

impl App {
    /// What a change did.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; those of the store.
    pub fn change_details(&self, change: i64) -> Result<ChangeDetails> {
        let unknown = || AppError::UnknownRecord(change.to_string());
        let found = self.store.change_by_id(ChangeId(change))?.ok_or_else(unknown)?;
        let names = Names::of(self)?;
        let rows = self.store.rows_of(found.id)?;
        let records = rows.iter().take(SHOWN).map(|row| record(&names, row)).collect::<Result<Vec<_>>>()?;
        Ok(ChangeDetails {
            row: self.history_row(&names, &found)?,
            more: u32::try_from(rows.len().saturating_sub(SHOWN)).unwrap_or(u32::MAX),
            records,
        })
    }

    /// The changes that concern a person, a meeting, a body or an issue, newest first.
    ///
    /// # Errors
    /// [`AppError::BadRequest`] for another kind; an unknown identifier or handle.
    pub fn history_of(&self, kind: &str, id: &str) -> Result<Vec<HistoryRow>> {
        let mut changes: Vec<Change> = Vec::new();
        for (table, row) in self.rows_about(kind, id)? {
            changes.extend(self.store.history_of(table, &row)?);
        }
        changes.sort_by_key(|c| std::cmp::Reverse(c.id));
        changes.dedup_by_key(|c| c.id);
        let names = Names::of(self)?;
        changes.iter().map(|c| self.history_row(&names, c)).collect()
    }

    /// The records that make up one thing, as tables and identifiers.
    fn rows_about(&self, kind: &str, id: &str) -> Result<Vec<(&'static str, String)>> {
        let unknown = |_| AppError::UnknownRecord(id.to_owned());
        match kind {
            "person" => self.rows_of_person(PersonId::parse(id).map_err(unknown)?),
            "meeting" => self.rows_of_meeting(MeetingId::parse(id).map_err(unknown)?),
            "issue" => {
                let issue = IssueId::parse(id).map_err(unknown)?;
                let events = self.store.issue_events(issue)?.into_iter().map(|e| ("issue_event", e.id.to_string()));
                let tasks = self.store.issue_tasks(issue)?.into_iter().map(|t| ("issue_task", t.id.to_string()));
                Ok(std::iter::once(("issue", issue.to_string())).chain(events).chain(tasks).collect())
            }
            "body" => self.rows_of_body(self.snapshot()?.body(id)?.id),
            other => Err(AppError::BadRequest(format!("no history of {other}"))),
        }
    }

    fn rows_of_person(&self, person: PersonId) -> Result<Vec<(&'static str, String)>> {
        let council = self.snapshot()?;
        let mut rows = vec![("person", person.to_string())];
        let affiliations = self.store.affiliations()?;
        rows.extend(affiliations.iter().filter(|a| a.person == person).map(|a| ("affiliation", a.id.to_string())));
        rows.extend(council.appointments_of(person).map(|a| ("appointment", a.id.to_string())));
        rows.extend(council.addresses_of_person(person).iter().map(|a| ("address", a.id.to_string())));
        let stands = council.substitutes.iter().filter(|s| s.person == person || s.member == Some(person));
        rows.extend(stands.map(|s| ("substitute", s.id.to_string())));
        let held = council.offices.iter().filter(|o| o.person == person);
        rows.extend(held.map(|o| ("office", o.id.to_string())));
        Ok(rows)
    }

    fn rows_of_meeting(&self, meeting: MeetingId) -> Result<Vec<(&'static str, String)>> {
        let mut rows = vec![("meeting", meeting.to_string())];
        rows.extend(self.store.papers(meeting)?.iter().map(|p| ("paper", p.id.to_string())));
        rows.extend(self.store.agenda(meeting)?.iter().map(|i| ("agenda_item", i.id.to_string())));
        rows.extend(self.store.attendance(meeting)?.iter().map(|a| ("attendance", a.id.to_string())));
        rows.extend(self.store.elections_at(meeting)?.iter().map(|e| ("election", e.id.to_string())));
        if self.store.minutes(meeting)?.is_some() {
            rows.push(("minutes", meeting.to_string()));
        }
        rows.extend(self.store.minutes_entries(meeting)?.iter().map(|e| ("minutes_entry", e.id.to_string())));
        rows.extend(["convocation", "gallery"].map(|table| (table, meeting.to_string())));
        rows.extend(self.store.replies(meeting)?.iter().map(|r| ("reply", r.id.to_string())));
        rows.extend(self.store.opinions(meeting)?.iter().map(|o| ("opinion", o.id.to_string())));
        rows.extend(self.store.guests(meeting)?.iter().map(|g| ("guest", g.id.to_string())));
        rows.extend(self.day_rows(meeting)?);
        Ok(rows)
    }

    fn rows_of_body(&self, body: BodyId) -> Result<Vec<(&'static str, String)>> {
        let council = self.snapshot()?;
        let mut rows = vec![("body", body.to_string())];
        let versions = council.versions.iter().filter(|v| v.body == body);
        rows.extend(versions.map(|v| ("body_version", v.id.to_string())));
        rows.extend(council.seats.iter().filter(|s| s.body == body).map(|s| ("seat", s.id.to_string())));
        Ok(rows)
    }
}

pub(crate) fn record(names: &Names<'_>, row: &ChangedRow) -> Result<ChangedRecord> {
    let what = match (&row.before, &row.after) {
        (None, _) => WhatWasDone::Added,
        (_, None) => WhatWasDone::Removed,
        _ => WhatWasDone::Changed,
    };
    let image = row.after.as_ref().or(row.before.as_ref());
    let name = image.map(|image| names.called(&row.table, &row.row, image)).transpose()?.unwrap_or_default();
    Ok(ChangedRecord {
        kind: words::table(&row.table).to_owned(),
        name,
        what,
        erased: row.purged,
        fields: fields(names, row)?,
    })
}

fn fields(names: &Names<'_>, row: &ChangedRow) -> Result<Vec<ChangedField>> {
    let empty = Map::new();
    let columns = |image: &Option<Value>| image.as_ref().and_then(Value::as_object).cloned();
    let (before, after) = (columns(&row.before), columns(&row.after));
    let all = after.as_ref().or(before.as_ref()).unwrap_or(&empty);
    let mut found = Vec::new();
    for column in all.keys().filter(|c| !HIDDEN.contains(&c.as_str())) {
        let of = |image: &Option<Map<String, Value>>| image.as_ref().and_then(|i| i.get(column)).cloned();
        let (before, after) = (of(&before), of(&after));
        let was_there = row.before.is_some() && row.after.is_some();
        if before == after || (!was_there && column == "position") {
            continue;
        }
        let (before, after) = (shown(names, row, column, before)?, shown(names, row, column, after)?);
        if before != after || was_there {
            found.push(ChangedField { label: words::column(&row.table, column).to_owned(), before, after });
        }
    }
    Ok(found)
}

/// A value in words; none where it is empty.
fn shown(names: &Names<'_>, row: &ChangedRow, column: &str, value: Option<Value>) -> Result<Option<String>> {
    let text = match value {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::String(text)) => text,
        Some(other) if column.ends_with("year") => year(names, &other),
        Some(other)
            if [
                "kept",
                "for_letters",
                "acclaimed",
                "by_lot",
                "declined",
                "proxies",
                "online",
                "without_recused",
                "may_tell",
            ]
            .contains(&column) =>
        {
            yes_or_no(&other)
        }
        Some(other) if column == "category" => mark(&other),
        Some(other) => other.to_string(),
    };
    if text.is_empty() {
        return Ok(None);
    }
    if let Some(table) = Names::table_of(&row.table, column) {
        return names.name(table, &text).map(Some);
    }
    if let Some(label) = words::coded(&row.table, column, &text) {
        return Ok(Some(label));
    }
    if text.starts_with(['[', '{'])
        && let Ok(json) = serde_json::from_str::<Value>(&text)
        && let Some(said) = words::json(column, &json)
    {
        return Ok(Some(said).filter(|t| !t.is_empty()));
    }
    Ok(Some(day(names, &text).unwrap_or(text)))
}

fn day(names: &Names<'_>, text: &str) -> Option<String> {
    let is_day = text.len() == 10 && text.bytes().filter(|b| *b == b'-').count() == 2;
    is_day.then(|| text.parse::<Day>().ok()).flatten().map(|d| names.style().day(d))
}

fn year(names: &Names<'_>, value: &Value) -> String {
    let number = value.as_i64().and_then(|n| i32::try_from(n).ok());
    let year = number.and_then(entaku_domain::FiscalYear::new);
    year.map_or_else(|| value.to_string(), |y| names.style().fiscal_year(y))
}

fn mark(value: &Value) -> String {
    let number = value.as_u64().and_then(|n| u8::try_from(n).ok());
    number.map_or_else(|| value.to_string(), crate::text::labels::category_mark)
}

fn yes_or_no(value: &Value) -> String {
    if value.as_i64() == Some(0) { words::NO } else { words::YES }.to_owned()
}
