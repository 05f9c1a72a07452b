//! How the chart of a year differs from that of the year before.

use crate::chart::end_key;
use crate::council::App;
use crate::error::Result;
use crate::flows::end_name;
use crate::snapshot::Snapshot;
use crate::text::bodies::{Difference, PARTS, arrow, renamed, terms_said};
use entaku_domain::FiscalYear;
use entaku_domain::body::BodyVersion;
use entaku_domain::flow::Flow;
use serde::Serialize;
use ts_rs::TS;

/// One difference.
#[derive(Debug, Serialize, TS)]
pub struct YearDifference {
    /// The box that it concerns, where it is one box.
    pub key: Option<String>,
    /// `new`, `changed` or `gone`.
    pub what: String,
    /// The same in Japanese.
    pub label: String,
    /// The box or the arrow.
    pub name: String,
    /// What changed, in words.
    pub details: Vec<String>,
}

/// All differences between two years.
#[derive(Debug, Serialize, TS)]
pub struct YearDifferences {
    /// The year before.
    pub before: String,
    /// Boxes first, then arrows.
    pub rows: Vec<YearDifference>,
}

impl App {
    /// How the chart of a year differs from that of the year before.
    ///
    /// # Errors
    /// Those of the store.
    pub fn year_differences(&self, year: FiscalYear) -> Result<YearDifferences> {
        let council = self.snapshot()?;
        let before = year.plus(-1);
        let mut rows = bodies(&council, before, year);
        rows.extend(plans(&council, before, year));
        rows.extend(flows(&council, before, year));
        Ok(YearDifferences { before: council.council.date_style.fiscal_year(before), rows })
    }
}

fn row(key: Option<&str>, what: Difference, name: String, details: Vec<String>) -> YearDifference {
    let (code, label) = (what.code().to_owned(), what.label().to_owned());
    YearDifference { key: key.map(str::to_owned), what: code, label, name, details }
}

fn bodies(council: &Snapshot, before: FiscalYear, year: FiscalYear) -> Vec<YearDifference> {
    let version = |id, year| council.bodies_in(year).find(|(b, _)| b.id == id).map(|(_, v)| v);
    let mut rows = Vec::new();
    for body in &council.bodies {
        rows.extend(match (version(body.id, before), version(body.id, year)) {
            (None, Some(now)) => Some(row(Some(&body.key), Difference::New, now.name.clone(), Vec::new())),
            (Some(then), None) => Some(row(None, Difference::Gone, then.name.clone(), Vec::new())),
            (Some(then), Some(now)) => {
                // A version that says the same is no difference.
                let details = changed(council, then, now);
                let differs = !details.is_empty();
                differs.then(|| row(Some(&body.key), Difference::Changed, now.name.clone(), details))
            }
            (None, None) => None,
        });
    }
    rows
}

/// What two versions say differently: short things in full, long ones by name.
fn changed(council: &Snapshot, then: &BodyVersion, now: &BodyVersion) -> Vec<String> {
    let [name, note, frequency, term, verb, texts, categories, officers] = PARTS;
    let often = |v: &BodyVersion| v.frequency.as_ref().map(|f| f.text.clone()).unwrap_or_default();
    let short = [
        (name, then.name.clone(), now.name.clone()),
        (note, then.note.clone().unwrap_or_default(), now.note.clone().unwrap_or_default()),
        (frequency, often(then), often(now)),
        (term, terms_said(council, then), terms_said(council, now)),
        (verb, then.verb.label().to_owned(), now.verb.label().to_owned()),
    ];
    let long = [
        (texts, then.texts != now.texts),
        (categories, then.categories != now.categories),
        (officers, then.officers != now.officers),
    ];
    let short = short.into_iter().filter(|(_, a, b)| a != b).map(|(part, a, b)| renamed(part, &a, &b));
    short.chain(long.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part.to_owned())).collect()
}

fn plans(council: &Snapshot, before: FiscalYear, year: FiscalYear) -> Vec<YearDifference> {
    let shown = |from: FiscalYear, to: Option<FiscalYear>, year| from <= year && to.is_none_or(|to| year <= to);
    let difference = |p: &entaku_domain::plan::Plan| match (
        shown(p.from_year, p.to_year, before),
        shown(p.from_year, p.to_year, year),
    ) {
        (false, true) => Some(row(Some(&p.key), Difference::New, p.name.clone(), Vec::new())),
        (true, false) => Some(row(None, Difference::Gone, p.name.clone(), Vec::new())),
        _ => None,
    };
    council.plans.iter().filter_map(difference).collect()
}

/// Arrows between the same two boxes count as one that changed.
fn flows(council: &Snapshot, before: FiscalYear, year: FiscalYear) -> Vec<YearDifference> {
    let words = |f: &Flow, year| {
        let both = f.direction == entaku_domain::flow::Direction::Both;
        arrow(&f.label, &end_name(council, f.from, year), &end_name(council, f.to, year), both)
    };
    let only = |here: FiscalYear, there: FiscalYear| {
        council.flows.iter().filter(move |f| f.shown_in(here) && !f.shown_in(there)).collect::<Vec<_>>()
    };
    let (mut gone, mut rows) = (only(before, year), Vec::new());
    for now in only(year, before) {
        let key = end_key(council, now.from);
        let same = gone.iter().position(|f| (f.from, f.to) == (now.from, now.to));
        rows.push(match same.map(|at| gone.remove(at)) {
            Some(then) => row(key.as_deref(), Difference::Changed, words(now, year), vec![words(then, before)]),
            None => row(key.as_deref(), Difference::New, words(now, year), Vec::new()),
        });
    }
    rows.extend(gone.into_iter().map(|f| row(None, Difference::Gone, words(f, before), Vec::new())));
    rows
}
