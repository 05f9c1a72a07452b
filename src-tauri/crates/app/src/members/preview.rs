//! What an appointment would be, before it is saved (委嘱の下見): the last day with its
//! derivation, both readings of a replacement's term (V4), what the rules say.

use super::words;
use crate::appointments::{Appoint, Plan, plan, version};
use crate::council::App;
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use crate::terms::{members_end, plenary_end, served};
use crate::text::{self, terms};
use entaku_domain::FiscalYear;
use entaku_domain::appointment::EndRule;
use entaku_domain::body::{BodyKind, BodyVersion};
use entaku_domain::id::PersonId;
use entaku_domain::term::{EndWish, ReplacementRule, TermRule};
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
    /// The reading that the body's rules settle; none where the office chooses each time.
    pub settled: Option<String>,
    /// The plenary's last day, offered where the rules give none (V11).
    pub offer: Option<TermOffer>,
    /// Likewise, those of other bodies.
    pub other_offers: Vec<TermOffer>,
    /// Which reappointment it would be, in words; empty where nobody is chosen yet.
    pub service: String,
    /// The limits of reappointment that the body's rules set, in words; empty where none.
    pub limits: String,
    /// Whether it goes beyond them: then the reason of the exception is asked for.
    pub beyond: bool,
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

/// A last day that is offered, not assumed.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct TermOffer {
    /// 全体会の任期に合わせる（令和10年3月31日まで）.
    pub label: String,
    /// The last day, ISO.
    pub end: String,
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
        let body = council.body_on(&ask.body, ask.start)?;
        let version = version(&council, body, ask.start)?;
        let around = AppointPreview {
            settled: settled(version.replacement).map(|rule| rule.code().to_owned()),
            offer: offer(&council, version, ask),
            other_offers: other_offers(&council, version, ask),
            limits: terms::limits(version.limits),
            ..AppointPreview::default()
        };
        match plan(&council, ask) {
            Ok(plan) => Ok(AppointPreview { readings: readings(&council, ask), ..planned(&council, &plan, around) }),
            Err(AppError::Rules(found)) if asks(&found) => {
                Ok(AppointPreview { readings: readings(&council, ask), ..around })
            }
            Err(error @ (AppError::Rules(_) | AppError::UnknownSeat(_))) => {
                Ok(AppointPreview { problems: vec![problem(&error)], ..around })
            }
            Err(other) => Err(other),
        }
    }
}

/// The reading that goes without saying.
const fn settled(rule: ReplacementRule) -> Option<EndRule> {
    match rule {
        ReplacementRule::Ask => None,
        ReplacementRule::Remaining => Some(EndRule::Remaining),
        ReplacementRule::ByRule => Some(EndRule::ByRule),
    }
}

/// V11: the plenary's last day, where the body's rules give none.
fn offer(council: &Snapshot, version: &BodyVersion, ask: &Appoint) -> Option<TermOffer> {
    let open = matches!(version.term_rule, TermRule::NoTerm | TermRule::Undecided);
    let end = plenary_end(council, version.body, ask.person, ask.start).filter(|end| open && ask.start <= *end)?;
    let label = terms::as_plenary(council.council.date_style, end);
    Some(TermOffer { label, end: end.to_string() })
}

/// Likewise, the last day of any other body whose members have one.
fn other_offers(council: &Snapshot, version: &BodyVersion, ask: &Appoint) -> Vec<TermOffer> {
    if !matches!(version.term_rule, TermRule::NoTerm | TermRule::Undecided) {
        return Vec::new();
    }
    let others = council.bodies_in(FiscalYear::of(ask.start)).filter(|(b, _)| b.id != version.body);
    let offered = others.filter(|(b, _)| b.kind != BodyKind::Plenary).filter_map(|(b, says)| {
        let end = members_end(council, b.id, ask.person, ask.start).filter(|end| ask.start <= *end)?;
        let label = terms::as_body(council.council.date_style, &says.name, end);
        Some(TermOffer { label, end: end.to_string() })
    });
    offered.collect()
}

fn asks(found: &[Violation]) -> bool {
    matches!(found.first(), Some(Violation::ReplacementChoiceNeeded { .. }))
}

fn planned(council: &Snapshot, plan: &Plan, around: AppointPreview) -> AppointPreview {
    let style = council.council.date_style;
    let before = plan.new.predecessor.and_then(|id| council.appointment(id));
    AppointPreview {
        seat: Some(plan.new.seat.to_string()),
        end: plan.new.end.map(|d| d.to_string()),
        derivation: text::derivation(council, plan.why),
        service: if plan.new.person == PersonId::new(uuid::Uuid::nil()) {
            String::new()
        } else {
            words::service(style, &plan.new, served(council, &plan.new))
        },
        beyond: plan.notices.iter().any(|v| matches!(v, Violation::Service(_))),
        replaces: before.and_then(|a| council.name_of(a.person, plan.new.start)),
        notices: plan.notices.iter().map(|v| text::violation(style, v)).collect(),
        ..around
    }
}

/// Both readings, where they differ; none otherwise.
fn readings(council: &Snapshot, ask: &Appoint) -> Vec<TermReading> {
    let with = |reading| Appoint { wish: EndWish { reading, ..EndWish::default() }, ..ask.clone() };
    let read = |rule: EndRule| {
        let plan = plan(council, &with(Some(rule))).ok()?;
        Some(TermReading {
            reading: rule.code().to_owned(),
            label: rule.label().to_owned(),
            end: plan.new.end?.to_string(),
            derivation: text::derivation(council, plan.why),
        })
    };
    let found: Vec<TermReading> = [EndRule::ByRule, EndRule::Remaining].into_iter().filter_map(read).collect();
    let differ = matches!(found.as_slice(), [first, second] if first.end != second.end);
    if differ { found } else { Vec::new() }
}

fn problem(error: &AppError) -> Problem {
    let wire = error.to_wire();
    Problem { message: wire.message, hint: wire.hint, field: wire.field }
}
