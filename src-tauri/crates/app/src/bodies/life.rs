//! How a body comes, moves and goes.

use super::resolution::is_new;
use super::{Wording, version};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::pins::CHARTS;
use crate::snapshot::Snapshot;
use entaku_domain::FiscalYear;
use entaku_domain::body::{Body, BodyKind, BodyVersion, Verb, check_resolution};
use entaku_domain::body_fault::BodyFault;
use entaku_domain::flow::{Flow, FlowEnd};
use entaku_domain::id::{BodyId, BodyVersionId};
use entaku_domain::service::Limits;
use entaku_domain::term::{ReplacementRule, TermRule};
use entaku_domain::text::check_name;
use entaku_domain::violation::Violation;
use entaku_store::Action;

/// A body to be added.
#[derive(Debug, Clone)]
pub struct NewBody {
    /// What it is to the council.
    pub kind: BodyKind,
    /// Handle or name of the body that it is part of.
    pub parent: Option<String>,
    /// Its name.
    pub name: String,
    /// What stands in brackets under the name.
    pub note: Option<String>,
    /// First year.
    pub from_year: FiscalYear,
}

/// What a body is to the council, part of which, and in which years.
#[derive(Debug, Clone)]
pub struct Placing {
    /// What it is to the council.
    pub kind: BodyKind,
    /// Handle or name of the body that it is part of.
    pub parent: Option<String>,
    /// First year.
    pub from_year: FiscalYear,
    /// Last year; none while it goes on.
    pub to_year: Option<FiscalYear>,
}

impl App {
    /// Adds a body (「会議体の追加」); answers its handle. A subcommittee needs a
    /// resolution of the plenary (V10).
    ///
    /// # Errors
    /// [`AppError::Rules`] for a name that is wrong, a parent that cannot hold it, or a
    /// second plenary.
    pub fn add_body(&mut self, ask: &NewBody) -> Result<Written<String>> {
        crate::people::all_right([check_name("name", &ask.name)])?;
        let council = self.snapshot()?;
        check_one_plenary(&council, ask.kind, None)?;
        let body = Body {
            id: BodyId::new(uuid::Uuid::nil()),
            key: new_key(&council, ask.kind),
            kind: ask.kind,
            parent: parent(&council, ask.kind, None, ask.parent.as_deref(), ask.from_year)?,
            from_year: ask.from_year,
            to_year: None,
            order: council.bodies.iter().map(|b| b.order).max().unwrap_or(0).saturating_add(1),
            resolution: None,
        };
        let version = version(BodyVersionId::new(uuid::Uuid::nil()), &body, ask.from_year, first_words(ask))?;
        let is_new = is_new(&council, ask.from_year);
        let notices = check_resolution(&ask.name, ask.kind, is_new, None).into_iter().collect();
        self.change(Action::new("add_body").about(ask.name.clone()), notices, |tx| {
            let id = BodyId::new(tx.new_id());
            tx.put_body(&Body { id, ..body.clone() })?;
            tx.put_body_version(&BodyVersion { id: BodyVersionId::new(tx.new_id()), body: id, ..version })?;
            Ok(body.key)
        })
    }

    /// Says what a body is to the council, part of which, and in which years
    /// (「会議体の位置づけの変更」).
    ///
    /// # Errors
    /// [`AppError::Rules`] for years in reverse or a parent that cannot hold it.
    pub fn place_body(&mut self, body: &str, ask: &Placing) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = council.body(body)?;
        if ask.to_year.is_some_and(|to| to < ask.from_year) {
            return Err(AppError::Rules(vec![Violation::Body(BodyFault::YearsReversed)]));
        }
        check_plenary(old, ask.kind == BodyKind::Plenary)?;
        check_one_plenary(&council, ask.kind, Some(old))?;
        let parent = parent(&council, ask.kind, Some(old), ask.parent.as_deref(), ask.from_year)?;
        let new = Body { kind: ask.kind, parent, from_year: ask.from_year, to_year: ask.to_year, ..old.clone() };
        check_parts(&council, &new)?;
        let notices = remaining_members(&council, &new);
        // The first version says what the body is from its first year on.
        let first = council.versions.iter().filter(|v| v.body == new.id).min_by_key(|v| v.from_year);
        let earlier = first.filter(|v| new.from_year < v.from_year).cloned();
        let name = council.latest(new.id).map_or_else(|| new.key.clone(), |v| v.name.clone());
        self.change(Action::new("place_body").about(name), notices, |tx| {
            if let Some(version) = earlier {
                tx.put_body_version(&BodyVersion { from_year: new.from_year, ..version })?;
            }
            Ok(tx.put_body(&new)?)
        })
    }

    /// Ends a body with a year, and with it its arrows (「会議体の廃止」).
    ///
    /// # Errors
    /// [`AppError::Rules`] for the plenary, for parts that go on, for a year before its first.
    pub fn end_body(&mut self, body: &str, last_year: FiscalYear) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = council.body(body)?;
        check_plenary(old, false)?;
        if last_year < old.from_year {
            return Err(AppError::Rules(vec![Violation::Body(BodyFault::YearsReversed)]));
        }
        let new = Body { to_year: Some(last_year), ..old.clone() };
        check_parts(&council, &new)?;
        let notices = remaining_members(&council, &new);
        let (ending, never): (Vec<Flow>, Vec<Flow>) = flows_of(&council, new.id)
            .filter(|f| f.to_year.is_none_or(|to| to > last_year))
            .cloned()
            .partition(|f| f.from_year <= last_year);
        let name = council.latest(new.id).map_or_else(|| new.key.clone(), |v| v.name.clone());
        self.change(Action::new("end_body").about(name), notices, |tx| {
            for flow in ending {
                tx.put_flow(&Flow { to_year: Some(last_year), ..flow })?;
            }
            for flow in never {
                tx.remove_flow(flow.id)?;
            }
            Ok(tx.put_body(&new)?)
        })
    }

    /// Takes away a body that was never used, with its arrows (「会議体の取消し」).
    ///
    /// # Errors
    /// Those of the store, when seats, meetings or issues belong to it.
    pub fn remove_body(&mut self, body: &str) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let old = council.body(body)?;
        check_plenary(old, false)?;
        let name = council.latest(old.id).map_or_else(|| old.key.clone(), |v| v.name.clone());
        let pins: Vec<&str> = CHARTS
            .into_iter()
            .filter(|chart| self.store.pins(chart).is_ok_and(|pins| pins.iter().any(|p| p.key == old.key)))
            .collect();
        self.change(Action::new("remove_body").about(name), Vec::new(), |tx| {
            for chart in pins {
                tx.remove_pin(chart, &old.key)?;
            }
            for flow in flows_of(&council, old.id) {
                tx.remove_flow(flow.id)?;
            }
            for version in council.versions.iter().filter(|v| v.body == old.id) {
                tx.remove_body_version(version.id)?;
            }
            Ok(tx.remove_body(old.id)?)
        })
    }
}

/// What a new body says before the office has written more.
fn first_words(ask: &NewBody) -> Wording {
    let verb = match ask.kind {
        BodyKind::Plenary => Verb::Commission,
        BodyKind::Subcommittee | BodyKind::WorkingGroup => Verb::Select,
        _ => Verb::Assign,
    };
    Wording {
        name: ask.name.clone(),
        note: ask.note.clone(),
        frequency: None,
        term_rule: TermRule::Undecided,
        replacement: ReplacementRule::Ask,
        limits: Limits::default(),
        verb,
        texts: Vec::new(),
        categories: Vec::new(),
        officers: Vec::new(),
    }
}

/// A handle that no box has: `subcommittee-4`.
fn new_key(council: &Snapshot, kind: BodyKind) -> String {
    let stem = kind.code().replace('_', "-");
    let taken = |key: &str| council.bodies.iter().any(|b| b.key == key) || council.plans.iter().any(|p| p.key == key);
    (1_u32..).map(|n| format!("{stem}-{n}")).find(|key| !taken(key)).unwrap_or(stem)
}

fn flows_of(council: &Snapshot, body: BodyId) -> impl Iterator<Item = &Flow> {
    council.flows.iter().filter(move |f| [f.from, f.to].contains(&FlowEnd::Body(body)))
}

/// The body above, which must be able to hold this one.
fn parent(
    council: &Snapshot,
    kind: BodyKind,
    own: Option<&Body>,
    handle: Option<&str>,
    year: FiscalYear,
) -> Result<Option<BodyId>> {
    let Some(handle) = handle.filter(|h| !h.is_empty()) else { return Ok(None) };
    let parent = council.body(handle)?;
    let mut above = Some(parent.id);
    let mut steps = 0;
    while let Some(id) = above.filter(|id| own.is_none_or(|own| own.id != *id) && steps <= council.bodies.len()) {
        above = council.body_by_id(id).and_then(|b| b.parent);
        steps += 1;
    }
    let may = match kind {
        BodyKind::Subcommittee | BodyKind::WorkingGroup => {
            !matches!(parent.kind, BodyKind::Secretariat) && parent.kind.is_internal()
        }
        _ => true,
    };
    if above.is_some() || !may || !parent.exists_in(year) {
        let name = council.body_name(parent.id, year).to_owned();
        return Err(AppError::Rules(vec![Violation::Body(BodyFault::ParentUnfit { parent: name })]));
    }
    Ok(Some(parent.id))
}

fn check_plenary(body: &Body, stays: bool) -> Result<()> {
    let wrong = body.kind == BodyKind::Plenary && !stays;
    if wrong { Err(AppError::Rules(vec![Violation::Body(BodyFault::PlenaryNeeded)])) } else { Ok(()) }
}

fn check_one_plenary(council: &Snapshot, kind: BodyKind, own: Option<&Body>) -> Result<()> {
    let other = |b: &Body| b.kind == BodyKind::Plenary && own.is_none_or(|own| own.id != b.id);
    let second = kind == BodyKind::Plenary && council.bodies.iter().any(other);
    if second { Err(AppError::Rules(vec![Violation::Body(BodyFault::SecondPlenary)])) } else { Ok(()) }
}

/// What is part of a body does not outlive it.
fn check_parts(council: &Snapshot, body: &Body) -> Result<()> {
    let Some(last) = body.to_year else { return Ok(()) };
    let parts = council.bodies.iter().filter(|b| b.parent == Some(body.id));
    let names: Vec<String> = parts
        .filter(|b| b.to_year.is_none_or(|to| to > last))
        .map(|b| council.body_name(b.id, last).to_owned())
        .collect();
    if names.is_empty() {
        Ok(())
    } else {
        Err(AppError::Rules(vec![Violation::Body(BodyFault::PartsRemain { names })]))
    }
}

fn remaining_members(council: &Snapshot, body: &Body) -> Vec<Violation> {
    let Some(last) = body.to_year else { return Vec::new() };
    let after = last.plus(1).first_day();
    let count = council.appointments.iter().filter(|a| a.body == body.id && a.is_open_on(after)).count();
    (count > 0).then_some(Violation::Body(BodyFault::MembersRemain { count })).into_iter().collect()
}
