//! A job as the data its template reads.

use entaku_documents::{Job, PrintError, SeatingPlan};
use serde::Serialize;
use serde_json::{Value, json};

/// A template's name and its data.
pub(crate) struct JobData {
    /// The template, as `main.typ` knows it.
    pub(crate) kind: &'static str,
    /// `{ "kind": …, "data": … }`.
    pub(crate) json: Vec<u8>,
}

/// The data of any job but a packet.
pub(crate) fn data(job: &Job) -> Result<JobData, PrintError> {
    let (kind, data) = match job {
        Job::Roster(it) => ("roster", value("roster", it)?),
        Job::Agenda(it) => ("agenda", value("agenda", it)?),
        Job::Seating(it) => ("seating", seating(it)?),
        Job::Text(it) => ("text", value("text", it)?),
        Job::Chart(it) => ("chart", value("chart", it)?),
        Job::IssueTable(it) => ("issue_table", value("issue_table", it)?),
        Job::IssueCards(it) => ("issue_cards", value("issue_cards", it)?),
        Job::PrintPlan(it) => ("print_plan", value("print_plan", it)?),
        Job::Packet { .. } => ("packet", Value::Null),
    };
    Ok(JobData { kind, json: bytes(kind, data)? })
}

/// The whole data file of a template.
pub(crate) fn bytes(kind: &'static str, data: Value) -> Result<Vec<u8>, PrintError> {
    serde_json::to_vec(&json!({ "kind": kind, "data": data })).map_err(|e| failure(kind, &e))
}

/// A document as a value, without the control characters that no font draws.
pub(crate) fn value(kind: &'static str, document: &impl Serialize) -> Result<Value, PrintError> {
    let mut value = serde_json::to_value(document).map_err(|e| failure(kind, &e))?;
    clean(&mut value);
    Ok(value)
}

/// A seating plan with its computed places.
pub(crate) fn seating(plan: &SeatingPlan) -> Result<Value, PrintError> {
    let mut data = value("seating", plan)?;
    if let Value::Object(fields) = &mut data {
        fields.insert("places".to_owned(), value("seating", &plan.places())?);
    }
    Ok(data)
}

fn clean(value: &mut Value) {
    match value {
        Value::String(text) => text.retain(|c| !is_control(c)),
        Value::Array(items) => items.iter_mut().for_each(clean),
        Value::Object(fields) => fields.values_mut().for_each(clean),
        _ => {}
    }
}

/// Control characters and marks that turn the writing direction; a line feed
/// is kept.
pub(crate) fn is_control(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn failure(document: &'static str, error: &serde_json::Error) -> PrintError {
    PrintError::Layout { document, message: error.to_string() }
}
