//! The council itself, a single row, and its office's answers.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, int, json, maybe, text, to_json};
use entaku_domain::council::{Answer, Council, Question};
use entaku_domain::era::DateStyle;
use entaku_domain::meeting::Numbering;
use rusqlite::types::Value;

/// The identifier of the only row.
const ID: &str = "council";

impl Row for Council {
    const TABLE: &'static str = "council";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "name",
        "municipality",
        "purposes",
        "philosophy_source",
        "philosophy",
        "legal_basis",
        "secretariat",
        "consignment",
        "power",
        "date_style",
        "numbering",
        "notice",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self {
            name: c.text()?,
            municipality: c.text()?,
            purposes: c.parse(json)?,
            philosophy_source: c.text()?,
            philosophy: c.text()?,
            legal_basis: c.text()?,
            secretariat: c.text()?,
            consignment: c.maybe_text()?,
            power: c.text()?,
            date_style: c.parse(DateStyle::from_code)?,
            numbering: c.parse(Numbering::from_code)?,
            answers: Vec::new(),
            notice: c.maybe_text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(ID),
            text(&self.name),
            text(&self.municipality),
            to_json(&self.purposes)?,
            text(&self.philosophy_source),
            text(&self.philosophy),
            text(&self.legal_basis),
            text(&self.secretariat),
            maybe(self.consignment.as_ref()),
            text(&self.power),
            text(self.date_style.code()),
            text(self.numbering.code()),
            maybe(self.notice.as_ref()),
        ])
    }
}

/// An answer and its place.
struct Answered {
    question: Question,
    answer: Answer,
    position: i64,
}

impl Row for Answered {
    const TABLE: &'static str = "answer";
    const COLUMNS: &'static [&'static str] = &["id", "answer", "position"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self { question: c.parse(Question::from_code)?, answer: c.parse(json)?, position: c.int()? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(self.question.code()), to_json(&self.answer)?, int(self.position)])
    }
}

impl Records {
    /// The council, with its office's answers in order; none in a new file.
    pub fn council(&self) -> Result<Option<Council>> {
        let Some(council) = self.get::<Council>(ID)? else { return Ok(None) };
        let answers: Vec<Answered> = self.list("order by position, id", [])?;
        Ok(Some(Council { answers: answers.into_iter().map(|a| (a.question, a.answer)).collect(), ..council }))
    }
}

impl Tx<'_> {
    /// Writes the council and its office's answers. A question occurs once; the last answer to it counts.
    pub fn put_council(&mut self, council: &Council) -> Result<()> {
        self.put(council)?;
        let answers: Vec<Answered> = (0..)
            .zip(&council.answers)
            .map(|(position, (question, answer))| Answered { question: *question, answer: answer.clone(), position })
            .collect();
        self.replace("'council'", ID, &answers)
    }
}
