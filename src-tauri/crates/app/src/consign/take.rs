//! What came back, shown row by row before anything is taken over; then taken in one change.

use super::package::{self, Opened};
use crate::council::{App, Written};
use crate::error::{AppError, PackageFault, Result};
use crate::history::details::{ChangedField, ChangedRecord, record};
use crate::history::names::Names;
use entaku_domain::consignment::Consignment;
use entaku_domain::id::ConsignmentId;
use entaku_store::{Action, ChangedRow, Clash, Incoming, Scratch};
use serde::Serialize;
use std::collections::BTreeSet;
use std::path::Path;
use ts_rs::TS;

/// What came back, against what is here.
#[derive(Debug, Serialize, TS)]
pub struct TakePreview {
    /// Who did the work.
    pub given_to: String,
    /// ISO day on which it was given.
    pub given_on: String,
    /// ISO day on which what came back was made.
    pub made_on: String,
    /// Rows that came back other than they went, by kind of record.
    pub rows: Vec<IncomingRow>,
}

/// A row that came back other than it went.
#[derive(Debug, Serialize, TS)]
pub struct IncomingRow {
    /// By which it is chosen.
    pub key: String,
    /// What was here, and what would be, in words.
    pub record: ChangedRecord,
    /// The same, where what is here wins; none where nothing else came.
    pub ours: Option<ChangedRecord>,
    /// What was changed here since, in words, where both sides changed the same.
    pub since: Vec<ChangedField>,
    /// Whether both sides changed the same since, or it cannot stand beside what is here.
    pub conflict: bool,
    /// Why it cannot stand beside what is here, in words.
    pub clash: Option<String>,
}

/// What was compared.
struct Compared {
    opened: Opened,
    given: Consignment,
    rows: Vec<Incoming>,
}

impl App {
    /// What came back, against what is here. Nothing is changed.
    ///
    /// # Errors
    /// [`AppError::Package`] for a package that is damaged, foreign or taken already.
    pub fn consign_preview(&self, path: &Path) -> Result<TakePreview> {
        let compared = self.compared(path)?;
        let names = Names::of(self)?;
        for row in &compared.rows {
            if let Some(image) = row.merged.as_ref().or(row.ours.as_ref()) {
                names.knows(&row.table, &row.row, image)?;
            }
        }
        let mut rows = Vec::new();
        for row in &compared.rows {
            let conflict = !row.conflicts.is_empty();
            let ours = (conflict && row.kept != row.ours && row.kept.is_some())
                .then(|| record(&names, &changed(row, row.kept.clone())))
                .transpose()?;
            rows.push(IncomingRow {
                key: key(row),
                record: record(&names, &changed(row, row.merged.clone()))?,
                ours,
                since: if conflict { self.since(&names, row)? } else { Vec::new() },
                conflict,
                clash: row.clash.map(|clash| crate::text::consign::clash(clash).to_owned()),
            });
        }
        rows.sort_by(|a, b| (!a.conflict, &a.record.kind).cmp(&(!b.conflict, &b.record.kind)));
        Ok(TakePreview {
            given_to: compared.given.given_to,
            given_on: compared.given.given_on.to_string(),
            made_on: compared.opened.manifest.made_on,
            rows,
        })
    }

    /// Takes over what came back, in one change (「庶務の委託からの受入れ」). Where both sides changed
    /// the same, what is here stays, unless the row is among `theirs`; rows among `leave` stay as
    /// they are altogether.
    ///
    /// # Errors
    /// As [`App::consign_preview`]; [`AppError::Package`] where nothing is to be taken.
    pub fn consign_take(&mut self, path: &Path, theirs: &[String], leave: &[String]) -> Result<Written<u32>> {
        let Compared { opened, given, rows } = self.compared(path)?;
        let (theirs, leave): (BTreeSet<&String>, BTreeSet<&String>) = (theirs.iter().collect(), leave.iter().collect());
        let mut taken = Vec::new();
        for row in rows.into_iter().filter(|r| !leave.contains(&key(r))) {
            let wins = row.conflicts.is_empty() || theirs.contains(&key(&row));
            let becomes = if wins { row.merged.clone() } else { row.kept.clone() };
            if becomes != row.ours {
                taken.push(Incoming { merged: becomes, ..row });
            }
        }
        if taken.is_empty() {
            return Err(AppError::Package(PackageFault::Nothing));
        }
        if let Some((at, clash)) = self.store.clash(&taken)? {
            return Err(self.clashing(taken.get(at), clash)?);
        }
        for bytes in opened.files.values() {
            self.store.add_file(&mut bytes.as_slice())?;
        }
        let today = self.today();
        let action = Action::new("consign_take").about(given.given_to.clone());
        self.change(action, Vec::new(), |tx| {
            tx.take_over(&taken)?;
            tx.put_consignment(&Consignment { taken_on: Some(today), ..given })?;
            Ok(u32::try_from(taken.len()).unwrap_or(u32::MAX))
        })
    }

    /// What was changed here since a row was carried.
    fn since(&self, names: &Names, row: &Incoming) -> Result<Vec<ChangedField>> {
        let (Some(base), Some(ours)) = (&row.base, &row.ours) else { return Ok(Vec::new()) };
        let (table, id) = (row.table.clone(), row.row.clone());
        let done = ChangedRow { table, row: id, before: Some(base.clone()), after: Some(ours.clone()), purged: false };
        Ok(record(names, &done)?.fields)
    }

    /// What is said where a row cannot be taken over beside what is here.
    fn clashing(&self, row: Option<&Incoming>, clash: Clash) -> Result<AppError> {
        let Some(row) = row else { return Ok(AppError::Internal) };
        let names = Names::of(self)?;
        if let Some(image) = row.merged.as_ref().or(row.ours.as_ref()) {
            names.knows(&row.table, &row.row, image)?;
        }
        let told = record(&names, &changed(row, row.merged.clone()))?;
        let what = crate::text::consign::row(&told.kind, &told.name);
        Ok(AppError::Package(PackageFault::Clash { what, clash }))
    }

    fn compared(&self, path: &Path) -> Result<Compared> {
        let fault = |fault| Err(AppError::Package(fault));
        let opened = package::read(path)?;
        if !opened.manifest.back {
            return fault(PackageFault::NotReturned);
        }
        let id = ConsignmentId::parse(&opened.manifest.consignment);
        let Some(given) = id.ok().map(|id| self.store.consignment(id)).transpose()?.flatten() else {
            return fault(PackageFault::Foreign);
        };
        if let Some(on) = given.taken_on {
            return fault(PackageFault::Taken { on });
        }
        if !self.store.has_file(&given.base) {
            return fault(PackageFault::NoBase);
        }
        let scratch = Scratch::new()?;
        let base = package::as_store(&scratch, "base", &self.store.file(&given.base)?, self.now())?;
        let mut theirs = package::as_store(&scratch, "back", &opened.database, self.now())?;
        // Who was erased here since then does not come back.
        for person in base.erased_people()? {
            theirs.erase(self.actor(), self.now(), person, crate::text::ERASED)?;
        }
        let rows = self.store.compare(&base, &theirs)?;
        drop((base, theirs));
        Ok(Compared { opened, given, rows })
    }
}

fn key(row: &Incoming) -> String {
    format!("{}/{}", row.table, row.row)
}

fn changed(row: &Incoming, after: Option<serde_json::Value>) -> ChangedRow {
    let (table, id) = (row.table.clone(), row.row.clone());
    ChangedRow { table, row: id, before: row.ours.clone(), after, purged: false }
}
