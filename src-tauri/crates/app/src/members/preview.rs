//! What an appointment would be, before it is saved (委嘱の下見): the last day with its
//! derivation, both readings of a replacement's term (V4), what the rules say.

use crate::appointments::{Appoint, Plan, plan};
use crate::council::App;
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use crate::text;
use entaku_domain::appointment::EndRule;
use entaku_domain::term::EndWish;
use entaku_domain::violation::Violation;

/// An appointment as it would be.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct AppointPreview {
    /// The seat that would be taken.
    pub seat: Option<String>,
    /// Last day, ISO; none where no term is set, or nothing is settled yet.
    pub end: Option<String>,
    /// Where it comes from, in words; empty where nothing is settled yet.
    pub derivation: String,
    /// The two readings of a replacement's term, where the office must choose.
    pub readings: Vec<TermReading>,
    /// Whom the new member replaces.
    pub replaces: Option<String>,
    /// What the rules notice without forbidding it.
    pub notices: Vec<String>,
    /// What forbids it as it stands.
    pub problems: Vec<Problem>,
}

/// One reading of a replacement's term.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct TermReading {
    /// `by_rule` or `remaining`.
    pub reading: String,
    /// 条文どおり, 残任期間.
    pub label: String,
    /// Last day, ISO.
    pub end: String,
    /// Where it comes from.
    pub derivation: String,
}

/// Something that forbids saving, in words.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct Problem {
    /// What happened.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// The field that it concerns.
    pub field: Option<String>,
}

impl App {
    /// What an appointment would be. Writes nothing; the person need not be known yet.
    ///
    /// # Errors
    /// An unknown body, or one that does not exist on the day.
    pub fn appoint_preview(&self, ask: &Appoint) -> Result<AppointPreview> {
        let council = self.snapshot()?;
        council.body_on(&ask.body, ask.start)?;
        match plan(&council, ask) {
            Ok(plan) => Ok(planned(&council, &plan, readings(&council, ask))),
            Err(AppError::Rules(found)) if asks(&found) => {
                Ok(AppointPreview { readings: readings(&council, ask), ..AppointPreview::default() })
            }
            Err(error @ (AppError::Rules(_) | AppError::UnknownSeat(_))) => {
                Ok(AppointPreview { problems: vec![problem(&error)], ..AppointPreview::default() })
            }
            Err(other) => Err(other),
        }
    }
}

fn asks(found: &[Violation]) -> bool {
    matches!(found.first(), Some(Violation::ReplacementChoiceNeeded { .. }))
}

fn planned(council: &Snapshot, plan: &Plan, readings: Vec<TermReading>) -> AppointPreview {
    let style = council.council.date_style;
    let before = plan.new.predecessor.and_then(|id| council.appointment(id));
    AppointPreview {
        seat: Some(plan.new.seat.to_string()),
        end: plan.new.end.map(|d| d.to_string()),
        derivation: text::derivation(style, plan.why),
        readings,
        replaces: before.and_then(|a| council.name_of(a.person, plan.new.start)),
        notices: plan.notices.iter().map(|v| text::violation(style, v)).collect(),
        problems: Vec::new(),
    }
}

/// Both readings, where they differ; none otherwise.
fn readings(council: &Snapshot, ask: &Appoint) -> Vec<TermReading> {
    let with = |reading| Appoint { wish: EndWish { reading, ..EndWish::default() }, ..ask.clone() };
    let differ = matches!(plan(council, &with(None)), Err(AppError::Rules(found)) if asks(&found));
    let read = |rule: EndRule| {
        let plan = plan(council, &with(Some(rule))).ok()?;
        Some(TermReading {
            reading: rule.code().to_owned(),
            label: rule.label().to_owned(),
            end: plan.new.end?.to_string(),
            derivation: text::derivation(council.council.date_style, plan.why),
        })
    };
    if differ { [EndRule::ByRule, EndRule::Remaining].into_iter().filter_map(read).collect() } else { Vec::new() }
}

fn problem(error: &AppError) -> Problem {
    let wire = error.to_wire();
    Problem { message: wire.message, hint: wire.hint, field: wire.field }
}
