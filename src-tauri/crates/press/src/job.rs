//! A job as the data its template reads.

use std::collections::BTreeSet;

use entaku_documents::{Address, AddressLabels, Envelopes, Job, NamePlates, PrintError, SeatingPlan, Uncovered};
use serde::Serialize;
use serde_json::{Value, json};

use crate::uncovered;

/// A template's name and its data.
pub(crate) struct JobData {
    /// The template, as `main.typ` knows it.
    pub(crate) kind: &'static str,
    /// `{ "kind": …, "data": …, "variants": { "gothic": […], "mincho": […] } }`.
    pub(crate) json: Vec<u8>,
    /// What of the data cannot be shown.
    pub(crate) uncovered: Vec<Uncovered>,
}

/// The data of any job but a packet.
pub(crate) fn data(job: &Job) -> Result<JobData, PrintError> {
    let (kind, data) = match job {
        Job::Roster(it) => ("roster", value("roster", it)?),
        Job::Agenda(it) => ("agenda", value("agenda", it)?),
        Job::Seating(it) => ("seating", seating(it)?),
        Job::Scenario(it) => ("scenario", value("scenario", it)?),
        Job::Text(it) => ("text", value("text", it)?),
        Job::Chart(it) => ("chart", value("chart", it)?),
        Job::IssueTable(it) => ("issue_table", value("issue_table", it)?),
        Job::IssueCards(it) => ("issue_cards", value("issue_cards", it)?),
        Job::IssueFlow(it) => ("issue_flow", value("issue_flow", it)?),
        Job::Ballots(it) => ("ballots", value("ballots", it)?),
        Job::CountSheet(it) => ("count_sheet", value("count_sheet", it)?),
        Job::ElectionPaper(it) => ("election_paper", value("election_paper", it)?),
        Job::OfficerHistory(it) => ("officer_history", value("officer_history", it)?),
        Job::YearPlan(it) => ("year_plan", value("year_plan", it)?),
        Job::PrintPlan(it) => ("print_plan", value("print_plan", it)?),
        Job::Letters(it) => (LETTERS, value(LETTERS, it)?),
        Job::Minutes(it) => ("minutes", value("minutes", it)?),
        Job::MemberList(it) => ("member_list", value("member_list", it)?),
        Job::Opinions(it) => ("opinions", value("opinions", it)?),
        Job::Listed(it) => ("listed", value("listed", it)?),
        Job::Proposal(it) => ("proposal", value("proposal", it)?),
        Job::RosterChanges(it) => ("roster_changes", value("roster_changes", it)?),
        Job::Figures(it) => ("roster_figures", value("roster_figures", it)?),
        Job::AddressLabels(it) => ("address_labels", labels(it)?),
        Job::Envelopes(it) => ("envelopes", envelopes(it)?),
        Job::NamePlates(it) => ("name_plates", plates(it)?),
        Job::TableCards(it) => ("table_cards", value("table_cards", it)?),
        Job::Listing(it) => ("listing", value("listing", it)?),
        Job::Packet { .. } => ("packet", Value::Null),
    };
    JobData::new(kind, data)
}

impl JobData {
    /// The whole data file of a template, with the forms of kanji that it sets
    /// in the variants font: Typst shows the base's usual form where the main
    /// font lacks a sequence, and looks no further. What no font draws, and no
    /// page holds, is noted and, where it would do harm, taken out.
    pub(crate) fn new(kind: &'static str, mut data: Value) -> Result<JobData, PrintError> {
        let uncovered = uncovered::take_out(&mut data);
        let mut variants = Variants::default();
        gather(&data, &mut |text| variants.add(kind, text));
        let json = serde_json::to_vec(&json!({ "kind": kind, "data": data, "variants": variants }));
        Ok(JobData { kind, json: json.map_err(|e| failure(kind, &e))?, uncovered })
    }
}

/// The kind that is set in mincho; every other is set in gothic.
const LETTERS: &str = "letters";

/// Sequences that the document's face lacks, by the variants font that they are set in.
#[derive(Default, Serialize)]
struct Variants {
    gothic: BTreeSet<String>,
    mincho: BTreeSet<String>,
}

impl Variants {
    fn add(&mut self, kind: &str, text: &str) {
        if kind == LETTERS {
            let forms = entaku_fonts::mincho_forms(text);
            self.gothic.extend(forms.gothic);
            self.mincho.extend(forms.mincho);
        } else {
            self.gothic.extend(entaku_fonts::variants_needed(text));
        }
    }
}

fn gather(value: &Value, add: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) => add(text),
        Value::Array(items) => items.iter().for_each(|item| gather(item, add)),
        Value::Object(fields) => fields.values().for_each(|field| gather(field, add)),
        _ => {}
    }
}

/// A document as a value.
pub(crate) fn value(kind: &'static str, document: &impl Serialize) -> Result<Value, PrintError> {
    serde_json::to_value(document).map_err(|e| failure(kind, &e))
}

/// A seating plan with its computed places, and who sits where in reading order.
pub(crate) fn seating(plan: &SeatingPlan) -> Result<Value, PrintError> {
    let mut data = value("seating", plan)?;
    let places = plan.places();
    if let Value::Object(fields) = &mut data {
        fields.insert("places".to_owned(), value("seating", &places)?);
        fields.insert("reading".to_owned(), value("seating", &places.reading())?);
    }
    Ok(data)
}

/// Labels with their cells.
fn labels(it: &AddressLabels) -> Result<Value, PrintError> {
    let cells = it.cells();
    let labels: Vec<Value> =
        it.labels.iter().zip(&cells).map(|(a, cell)| json!({ "cell": cell, "to": address(a) })).collect();
    Ok(json!({ "title": it.title, "grid": it.sheet.grid(), "cells": labels }))
}

/// Envelopes with the printed frame of the postal code.
fn envelopes(it: &Envelopes) -> Result<Value, PrintError> {
    let mut data = value("envelopes", it)?;
    if let Value::Object(fields) = &mut data {
        fields.insert("frame".to_owned(), value("envelopes", &Envelopes::frame())?);
        fields.insert("size".to_owned(), value("envelopes", &Envelopes::SIZE_MM)?);
        fields.insert("envelopes".to_owned(), it.envelopes.iter().map(address).collect());
    }
    Ok(data)
}

/// Name plates with their cells.
fn plates(it: &NamePlates) -> Result<Value, PrintError> {
    let cells = it.cells();
    let plates: Vec<Value> =
        it.plates.iter().zip(&cells).map(|(plate, cell)| json!({ "cell": cell, "plate": plate })).collect();
    Ok(json!({ "title": it.title, "over": it.over, "grid": NamePlates::SHEET.grid(), "cells": plates }))
}

/// An address as it is written.
fn address(it: &Address) -> Value {
    json!({
        "postal": it.postal,
        "digits": it.digits(),
        "lines": it.lines,
        "organization": it.organization_line(),
        "post": it.post,
        "name": it.addressee(),
    })
}

fn failure(document: &'static str, error: &serde_json::Error) -> PrintError {
    PrintError::Layout { document, message: error.to_string() }
}
