//! Issues with their history, and proposals: `issues.toml`.

use super::keys::{Keys, collect};
use super::meetings;
use super::source::{Date, Place, Unused, day, parse};
use crate::error::Result;
use entaku_domain::FiscalYear;
use entaku_domain::id::{IssueEventId, IssueId, ProposalId};
use entaku_domain::issue::{Inlet, Issue, IssueEvent, IssueLink, Level, LinkKind, Source, Stage};
use entaku_domain::proposal::{DeliveredBy, Figure, Outcome, Part, PartKind, Proposal, ProposalKind};
use serde::Deserialize;
use std::collections::BTreeSet;

const FILE: &str = "issues.toml";

const INLETS: &[(&str, Inlet)] = &[
    ("みえるか会議", Inlet::CaseReview),
    ("関係団体", Inlet::Partner),
    ("専門部会", Inlet::Subcommittee),
    ("全体会", Inlet::Plenary),
    ("運営会議", Inlet::Steering),
];

/// `issues.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    issue: Vec<Row>,
    proposal: Vec<ProposalRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    key: String,
    no: u16,
    title: String,
    field: String,
    inlet: String,
    inlet_organisation: Option<String>,
    received_on: Date,
    gist: String,
    issue_text: String,
    #[serde(default)]
    background: String,
    #[serde(default)]
    resources: String,
    level: String,
    owner: Option<String>,
    due: Option<Date>,
    #[serde(default)]
    measures: String,
    result: Option<String>,
    state: String,
    #[serde(rename = "plan_item")]
    _plan_item: Unused,
    split_from: Option<String>,
    merged_into: Option<String>,
    follows: Option<String>,
    feedback_to: Option<String>,
    feedback_on: Option<Date>,
    no_feedback_reason: Option<String>,
    #[serde(rename = "public")]
    _public: Unused,
    event: Vec<Event>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    on: Date,
    to: String,
    meeting: Option<String>,
    decision: Option<String>,
    note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProposalRow {
    key: String,
    no: u16,
    #[serde(default)]
    kind: Option<String>,
    title: String,
    issues: Vec<String>,
    to: String,
    #[serde(default)]
    foreword: String,
    #[serde(default)]
    course: String,
    #[serde(default)]
    discussion: String,
    text: String,
    #[serde(default)]
    meetings: Vec<String>,
    #[serde(default)]
    figures: Vec<[String; 3]>,
    expected_at: Option<String>,
    approved_at: Option<String>,
    approved_on: Option<Date>,
    sent_on: Option<Date>,
    sent_how: Option<String>,
    answer_due: Option<Date>,
    answered_on: Option<Date>,
    answer: Option<String>,
    outcome: Option<String>,
    outcome_on: Option<Date>,
    #[serde(default)]
    plan_item: String,
    budget_year: Option<i32>,
    #[serde(default)]
    budget_line: String,
    state: String,
    #[serde(default)]
    note: String,
}

pub(super) fn read() -> Result<File> {
    parse(FILE)
}

impl File {
    pub(super) fn keys(&self) -> Result<BTreeSet<String>> {
        collect(FILE, self.issue.iter().map(|r| &r.key))
    }

    /// The issues, in the file's order.
    pub(super) fn issues(&self, keys: &Keys) -> Result<Vec<Issue>> {
        self.issue.iter().map(|row| issue(keys, row)).collect()
    }

    /// The steps of all issues, in order.
    pub(super) fn events(&self, keys: &Keys, meetings: &meetings::File) -> Result<Vec<IssueEvent>> {
        let mut all = Vec::new();
        for row in &self.issue {
            for (at, (event, id)) in row.event.iter().zip(row.event_ids()).enumerate() {
                all.push(IssueEvent { id, ..step(keys, meetings, row, at, event)? });
            }
        }
        Ok(all)
    }

    /// Which issue came out of which.
    pub(super) fn links(&self, keys: &Keys) -> Result<Vec<IssueLink>> {
        let mut links = Vec::new();
        for row in &self.issue {
            let own = IssueId::from_key(&row.key);
            if let Some(earlier) = &row.split_from {
                links.push((keys.issue(row.place(), earlier)?, own, LinkKind::Split, row));
            }
            if let Some(earlier) = &row.follows {
                links.push((keys.issue(row.place(), earlier)?, own, LinkKind::Follows, row));
            }
            if let Some(later) = &row.merged_into {
                links.push((own, keys.issue(row.place(), later)?, LinkKind::Merged, row));
            }
        }
        Ok(links.into_iter().map(|(from, to, kind, row)| IssueLink { from, to, kind, reason: row.reason() }).collect())
    }

    /// The proposals. `addressee` answers the name of a body.
    pub(super) fn proposals(&self, keys: &Keys, addressee: impl Fn(&str) -> Option<String>) -> Result<Vec<Proposal>> {
        self.proposal.iter().map(|row| proposal(keys, row, &addressee)).collect()
    }
}

impl Row {
    fn place(&self) -> Place<'_> {
        Place { file: FILE, key: &self.key }
    }

    /// The identifiers of its steps, ascending: steps of one day are told in the order of their identifiers.
    fn event_ids(&self) -> Vec<IssueEventId> {
        let key = |at: usize| format!("{}/{}", self.key, at + 1);
        let mut ids: Vec<IssueEventId> = (0..self.event.len()).map(|at| IssueEventId::from_key(&key(at))).collect();
        ids.sort();
        ids
    }

    /// Why it was split off or merged: the last decision on it.
    fn reason(&self) -> String {
        self.event.iter().rev().find_map(|e| e.decision.clone()).unwrap_or_default()
    }
}

fn issue(keys: &Keys, row: &Row) -> Result<Issue> {
    let place = row.place();
    let last = row.event.last().map(|e| e.to.as_str());
    place.must(last == Some(row.state.as_str()), "its last step does not reach its state")?;
    place.must(row.event.windows(2).all(|w| w[0].on.0 <= w[1].on.0), "its steps are not in order")?;
    row.feedback_to.iter().try_for_each(|key| keys.organization(place, key).map(drop))?;
    Ok(Issue {
        id: keys.issue(place, &row.key)?,
        year: FiscalYear::of(row.received_on.0),
        number: row.no,
        title: row.title.clone(),
        gist: format!("{}\n{}", row.issue_text, row.gist),
        background: row.background.clone(),
        resources: row.resources.clone(),
        measures: row.measures.clone(),
        field: row.field.clone(),
        level: place.term(Level::ALL, Level::label, &row.level)?,
        inlet: place.pick(INLETS, &row.inlet)?,
        raised_by: row.inlet_organisation.as_ref().map(|key| keys.organization(place, key)).transpose()?,
        source: Source::default(),
        received_on: row.received_on.0,
        stage: place.term(Stage::ALL, Stage::label, &row.state)?,
        owner: row.owner.as_ref().map(|key| keys.body(place, key)).transpose()?,
        due_on: day(row.due),
        feedback_on: day(row.feedback_on),
        no_feedback: row.no_feedback_reason.clone(),
    })
}

/// A step; what came of the issue stands with the last.
fn step(keys: &Keys, meetings: &meetings::File, row: &Row, at: usize, event: &Event) -> Result<IssueEvent> {
    let key = format!("{}/{}", row.key, at + 1);
    let place = Place { file: FILE, key: &key };
    let on = event.on.0;
    let held = event.meeting.as_ref().map(|m| keys.meeting(place, m)).transpose()?;
    let same_day = event.meeting.as_ref().is_none_or(|m| meetings.date_of(m) == Some(on));
    place.must(same_day, "not on the day of its meeting")?;
    let body = event.meeting.as_ref().and_then(|m| meetings.body_of(m));
    let result = row.result.as_ref().filter(|_| at + 1 == row.event.len());
    let said: Vec<&str> =
        [&event.decision, &event.note].into_iter().flatten().chain(result).map(String::as_str).collect();
    let stage = place.term(Stage::ALL, Stage::label, &event.to)?;
    Ok(IssueEvent {
        body: body.map(|b| keys.body(place, b)).transpose()?,
        meeting: held,
        text: said.join("\n"),
        ..IssueEvent::new(IssueEventId::from_key(&key), IssueId::from_key(&row.key), on, stage)
    })
}

fn proposal(keys: &Keys, row: &ProposalRow, addressee: impl Fn(&str) -> Option<String>) -> Result<Proposal> {
    let place = Place { file: FILE, key: &row.key };
    let approved = day(row.approved_on);
    let in_order = day(row.sent_on).is_none_or(|sent| approved.is_some_and(|on| on <= sent));
    place.must(in_order, "sent before it was approved (V17)")?;
    let meeting = |key: &String| keys.meeting(place, key);
    let settled = row.state == Stage::Reflected.label();
    let first = approved.or_else(|| day(row.answer_due));
    Ok(Proposal {
        id: ProposalId::from_key(&row.key),
        year: FiscalYear::of(first.ok_or_else(|| place.wrong("neither approved nor with a day for the answer"))?),
        number: row.no,
        kind: row
            .kind
            .as_ref()
            .map_or(Ok(ProposalKind::Proposal), |k| place.term(ProposalKind::ALL, ProposalKind::label, k))?,
        title: row.title.clone(),
        parts: row.parts(),
        issues: row.issues.iter().map(|key| keys.issue(place, key)).collect::<Result<_>>()?,
        meetings: row.meetings.iter().map(meeting).collect::<Result<_>>()?,
        figures: row.figures.iter().cloned().map(|[label, value, source]| Figure { label, value, source }).collect(),
        expected_at: row.expected_at.as_ref().map(meeting).transpose()?,
        approved_at: row.approved_at.as_ref().map(meeting).transpose()?,
        approved_on: approved,
        addressee: addressee(&row.to).ok_or_else(|| place.wrong(format_args!("no body {:?}", row.to)))?,
        addressed_to: None,
        delivered_on: day(row.sent_on),
        delivered_how: row
            .sent_how
            .as_ref()
            .map(|h| place.term(DeliveredBy::ALL, DeliveredBy::label, h))
            .transpose()?,
        answer_due: day(row.answer_due),
        answered_on: day(row.answered_on),
        answer: row.answer.clone(),
        outcome: settled.then_some(Outcome::Reflected),
        outcome_on: settled.then(|| day(row.outcome_on).or_else(|| day(row.answered_on))).flatten(),
        measure: row.outcome.clone().unwrap_or_default(),
        plan_item: None,
        plan_words: row.plan_item.clone(),
        budget_year: row.budget_year.and_then(FiscalYear::new),
        budget_line: row.budget_line.clone(),
        note: row.note.clone(),
    })
}

impl ProposalRow {
    /// The parts of its text that there are.
    fn parts(&self) -> Vec<Part> {
        let all = [
            (PartKind::Foreword, &self.foreword),
            (PartKind::Course, &self.course),
            (PartKind::Discussion, &self.discussion),
            (PartKind::Proposal, &self.text),
        ];
        all.into_iter().filter(|(_, text)| !text.is_empty()).map(|(kind, text)| Part::new(kind, text.clone())).collect()
    }
}
