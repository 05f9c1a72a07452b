//! The office's own milestones: `milestones.toml`.

use super::keys::Keys;
use super::source::{Date, Place, day, parse};
use crate::error::Result;
use entaku_domain::id::MilestoneId;
use entaku_domain::milestone::{Milestone, MilestoneKind};
use serde::Deserialize;

const FILE: &str = "milestones.toml";

/// `milestones.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    milestone: Vec<Row>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    kind: String,
    title: String,
    from: Date,
    to: Option<Date>,
    body: Option<String>,
    internal: bool,
    note: Option<String>,
}

pub(super) fn read() -> Result<File> {
    parse(FILE)
}

impl File {
    /// The milestones.
    pub(super) fn milestones(&self, keys: &Keys) -> Result<Vec<Milestone>> {
        self.milestone.iter().map(|row| row.milestone(keys)).collect()
    }
}

impl Row {
    fn milestone(&self, keys: &Keys) -> Result<Milestone> {
        let place = Place { file: FILE, key: &self.title };
        let (from, to) = (self.from.0, day(self.to));
        place.must(to.is_none_or(|to| to > from), "the last day is not after the first")?;
        Ok(Milestone {
            id: MilestoneId::from_key(&format!("{from}/{}", self.title)),
            kind: place.term(MilestoneKind::ALL, MilestoneKind::label, &self.kind)?,
            title: self.title.clone(),
            from,
            to,
            body: self.body.as_deref().map(|key| keys.body(place, key)).transpose()?,
            internal: self.internal,
            note: self.note.clone().unwrap_or_default(),
        })
    }
}
