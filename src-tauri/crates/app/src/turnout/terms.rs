//! The terms over which attendance is counted (任期): those of a body's members, or of the
//! plenary's where all bodies are meant.

use crate::council::App;
use crate::error::Result;
use crate::snapshot::Snapshot;
use crate::text::turnout as words;
use entaku_domain::Day;
use entaku_domain::body::BodyKind;
use std::collections::BTreeMap;

/// A term of a body's members.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct TurnoutTerm {
    /// The first day, ISO.
    pub from: String,
    /// The last day, ISO.
    pub to: String,
    /// 令和8年6月24日～令和10年3月31日.
    pub label: String,
}

impl App {
    /// The terms of a body's members that have begun, the latest first: of members whose terms
    /// end on the same day, from the first who came to that day.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownBody`].
    pub fn turnout_terms(&self, body: Option<&str>) -> Result<Vec<TurnoutTerm>> {
        let council = self.snapshot()?;
        let body = match body.filter(|b| !b.is_empty()) {
            Some(named) => Some(council.body(named)?.id),
            None => council.bodies.iter().find(|b| b.kind == BodyKind::Plenary).map(|b| b.id),
        };
        let mut terms: BTreeMap<Day, Day> = BTreeMap::new();
        for one in council.appointments.iter().filter(|a| Some(a.body) == body && a.start <= self.today()) {
            let Some(end) = one.end else { continue };
            let first = terms.entry(end).or_insert(one.start);
            *first = one.start.min(*first);
        }
        Ok(terms.into_iter().rev().map(|(to, from)| term(&council, from, to)).collect())
    }
}

fn term(council: &Snapshot, from: Day, to: Day) -> TurnoutTerm {
    let style = crate::text::today::brief(council.council.date_style);
    TurnoutTerm { from: from.to_string(), to: to.to_string(), label: words::period(&style.day(from), &style.day(to)) }
}
