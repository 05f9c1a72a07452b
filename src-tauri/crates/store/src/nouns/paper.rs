//! Papers of meetings.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, json, maybe, text, to_json};
use entaku_domain::id::{BodyId, MeetingId, PaperId, PersonId};
use entaku_domain::paper::{Paper, PaperClass, PaperNumber};
use entaku_domain::paper_style::{BodyStyle, NumberStyle};
use rusqlite::types::Value;

impl Row for Paper {
    const TABLE: &'static str = "paper";
    const COLUMNS: &'static [&'static str] =
        &["id", "meeting", "number", "title", "class", "revision", "closed_reason", "content", "handling"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(PaperId::parse)?,
            meeting: c.parse(MeetingId::parse)?,
            number: PaperNumber::new(c.text()?),
            title: c.text()?,
            class: c.parse(PaperClass::from_code)?,
            revision: c.maybe_text()?,
            closed_reason: c.maybe_text()?,
            content: c.parse(json)?,
            handling: c.parse(json)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.meeting),
            text(&self.number),
            text(&self.title),
            text(self.class.code()),
            maybe(self.revision.as_ref()),
            maybe(self.closed_reason.as_ref()),
            to_json(&self.content)?,
            to_json(&self.handling)?,
        ])
    }
}

impl Row for BodyStyle {
    const TABLE: &'static str = "paper_style";
    const COLUMNS: &'static [&'static str] = &["id", "style"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self { body: c.parse(BodyId::parse)?, style: c.parse(json)? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(self.body), to_json(&self.style)?])
    }
}

impl Records {
    /// How a body numbers its papers; none where it has set nothing.
    pub fn paper_style(&self, body: BodyId) -> Result<Option<NumberStyle>> {
        Ok(self.get::<BodyStyle>(body)?.map(|found| found.style))
    }

    /// The papers of a meeting, by the figures of their numbers.
    pub fn papers(&self, meeting: MeetingId) -> Result<Vec<Paper>> {
        let mut papers: Vec<Paper> = self.list("where meeting = ?1 order by id", [meeting.to_string()])?;
        papers.sort_by(|a, b| a.number.cmp(&b.number));
        Ok(papers)
    }

    /// The papers that a member does not get.
    pub fn papers_held_from(&self, person: PersonId) -> Result<Vec<Paper>> {
        self.list("where instr(handling, ?1) > 0 order by id", [person.to_string()])
    }

    /// A paper.
    pub fn paper(&self, id: PaperId) -> Result<Option<Paper>> {
        self.get(id)
    }
}

impl Tx<'_> {
    /// Writes how a body numbers its papers.
    pub fn put_paper_style(&mut self, style: &BodyStyle) -> Result<()> {
        self.put(style)
    }

    /// Writes a paper; a file that it is made of must have been kept, see [`Tx::add_file`].
    pub fn put_paper(&mut self, paper: &Paper) -> Result<()> {
        self.put(paper)
    }

    /// Removes a paper; no agenda item may name it any more. Its file stays.
    pub fn remove_paper(&mut self, id: PaperId) -> Result<()> {
        if let Some(gone) = self.paper(id)? {
            self.free_issues_of_paper(id, &gone.title)?;
        }
        self.remove("paper", id)
    }
}
