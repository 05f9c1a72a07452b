//! Bodies and their versions.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, int, json, maybe, maybe_year, text, to_json, year};
use entaku_domain::body::{Body, BodyKind, BodyVersion, Verb};
use entaku_domain::id::{BodyId, BodyVersionId, MeetingId};
use entaku_domain::meeting_rule::MeetingRule;
use entaku_domain::resolution::Resolution;
use entaku_domain::term::{ReplacementRule, TermRule};
use rusqlite::types::Value;

impl Row for Body {
    const TABLE: &'static str = "body";
    const COLUMNS: &'static [&'static str] =
        &["id", "key", "kind", "parent", "from_year", "to_year", "position", "resolved_at", "resolution_note"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(BodyId::parse)?,
            key: c.text()?,
            kind: c.parse(BodyKind::from_code)?,
            parent: c.maybe(BodyId::parse)?,
            from_year: c.year()?,
            to_year: c.maybe_year()?,
            order: c.int()?,
            resolution: resolution(c.maybe(MeetingId::parse)?, c.maybe_text()?),
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(&self.key),
            text(self.kind.code()),
            maybe(self.parent),
            year(self.from_year),
            maybe_year(self.to_year),
            int(self.order),
            maybe(match &self.resolution {
                Some(Resolution::At(meeting)) => Some(meeting),
                _ => None,
            }),
            maybe(match &self.resolution {
                Some(Resolution::Earlier(note)) => Some(note),
                _ => None,
            }),
        ])
    }
}

fn resolution(meeting: Option<MeetingId>, note: Option<String>) -> Option<Resolution> {
    meeting.map(Resolution::At).or(note.map(Resolution::Earlier))
}

impl Row for BodyVersion {
    const TABLE: &'static str = "body_version";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "body",
        "from_year",
        "name",
        "note",
        "frequency",
        "term_rule",
        "verb",
        "texts",
        "categories",
        "officers",
        "replacement",
        "limits",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(BodyVersionId::parse)?,
            body: c.parse(BodyId::parse)?,
            from_year: c.year()?,
            name: c.text()?,
            note: c.maybe_text()?,
            frequency: c.maybe(json)?,
            term_rule: c.parse(TermRule::from_code)?,
            verb: c.parse(Verb::from_code)?,
            texts: c.parse(json)?,
            categories: c.parse(json)?,
            officers: c.parse(json)?,
            replacement: c.parse(ReplacementRule::from_code)?,
            limits: c.parse(json)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.body),
            year(self.from_year),
            text(&self.name),
            maybe(self.note.as_ref()),
            self.frequency.as_ref().map(to_json).transpose()?.unwrap_or(Value::Null),
            text(self.term_rule.code()),
            text(self.verb.code()),
            to_json(&self.texts)?,
            to_json(&self.categories)?,
            to_json(&self.officers)?,
            text(self.replacement.code()),
            to_json(&self.limits)?,
        ])
    }
}

impl Records {
    /// All bodies, in the office's order.
    pub fn bodies(&self) -> Result<Vec<Body>> {
        self.list("order by position, id", [])
    }

    /// A body.
    pub fn body(&self, id: BodyId) -> Result<Option<Body>> {
        self.get(id)
    }

    /// The body with a short handle.
    pub fn body_by_key(&self, key: &str) -> Result<Option<Body>> {
        self.find("where key = ?1", [key])
    }

    /// All versions of all bodies, oldest first within a body.
    pub fn body_versions(&self) -> Result<Vec<BodyVersion>> {
        self.list("order by body, from_year", [])
    }

    /// The versions of one body, oldest first.
    pub fn versions_of(&self, body: BodyId) -> Result<Vec<BodyVersion>> {
        self.list("where body = ?1 order by from_year", [body.to_string()])
    }
}

impl Tx<'_> {
    /// Writes a body.
    pub fn put_body(&mut self, body: &Body) -> Result<()> {
        self.put(body)
    }

    /// Removes a body with how it meets and its templates; its versions must have been removed, too.
    pub fn remove_body(&mut self, id: BodyId) -> Result<()> {
        if self.get::<MeetingRule>(id)?.is_some() {
            self.remove_meeting_rule(id)?;
        }
        for template in self.agenda_templates()?.into_iter().filter(|t| t.body == Some(id)) {
            self.remove_agenda_template(template.id)?;
        }
        self.clear_body(id)?;
        self.remove("body", id)
    }

    /// Writes a version of a body.
    pub fn put_body_version(&mut self, version: &BodyVersion) -> Result<()> {
        self.put(version)
    }

    /// Removes a version of a body.
    pub fn remove_body_version(&mut self, id: BodyVersionId) -> Result<()> {
        self.remove("body_version", id)
    }
}
