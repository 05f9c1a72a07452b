//! What was done to a person's records, and when (この人の履歴).

use crate::council::App;
use crate::error::Result;
use crate::snapshot::Snapshot;
use crate::text;
use entaku_domain::id::PersonId;
use entaku_store::Change;
use std::collections::BTreeMap;

/// A change of a person's records.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PersonPast {
    /// Its number.
    #[ts(type = "number")]
    pub change: i64,
    /// When, as RFC 3339 in UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What, in Japanese.
    pub action: String,
    /// What it was done to.
    pub subject: Option<String>,
    /// Whether it was undone.
    pub undone: bool,
}

impl App {
    /// The changes of a person, their affiliations, appointments and offices, latest first.
    pub(super) fn past_of(&self, council: &Snapshot, person: PersonId) -> Result<Vec<PersonPast>> {
        let mut rows = vec![("person", person.to_string())];
        let affiliations = self.store().affiliations_of(person)?;
        rows.extend(affiliations.into_iter().map(|a| ("affiliation", a.id.to_string())));
        rows.extend(council.appointments_of(person).map(|a| ("appointment", a.id.to_string())));
        let offices = council.offices.iter().filter(|o| o.person == person);
        rows.extend(offices.map(|o| ("office", o.id.to_string())));
        let mut found: BTreeMap<_, Change> = BTreeMap::new();
        for (table, row) in rows {
            found.extend(self.store().history_of(table, &row)?.into_iter().map(|c| (c.id, c)));
        }
        Ok(found.into_values().rev().map(line).collect())
    }
}

fn line(change: Change) -> PersonPast {
    PersonPast {
        change: change.id.0,
        at: change.at.to_rfc3339(),
        actor: change.actor,
        action: text::action(&change.action),
        subject: change.subject,
        undone: change.undone_by.is_some(),
    }
}
