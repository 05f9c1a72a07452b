//! Elections of officers, and those who stood.

use crate::change::Tx;
use crate::error::Result;
use crate::records::Records;
use crate::row::{Cells, Row, int, json, maybe, text, to_json};
use entaku_domain::election::{Candidate, ElectionRecord, Entry};
use entaku_domain::id::{AgendaItemId, BodyId, CandidateId, ElectionId, MeetingId, OfficeId, PersonId};
use entaku_domain::office::Method;
use rusqlite::types::Value;

impl Row for ElectionRecord {
    const TABLE: &'static str = "election";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "body",
        "title",
        "meeting",
        "item",
        "method",
        "manner",
        "named_by",
        "presided_by",
        "acclaimed",
        "rounds",
        "by_lot",
        "lot_drawn_by",
        "note",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(ElectionId::parse)?,
            body: c.parse(BodyId::parse)?,
            title: c.text()?,
            meeting: c.parse(MeetingId::parse)?,
            item: c.maybe(AgendaItemId::parse)?,
            method: c.parse(Method::from_code)?,
            manner: c.maybe_text()?,
            named_by: c.maybe_text()?,
            presided_by: c.maybe_text()?,
            acclaimed: c.int::<u8>()? != 0,
            rounds: c.parse(json)?,
            by_lot: c.int::<u8>()? != 0,
            lot_drawn_by: c.maybe_text()?,
            note: c.maybe_text()?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.body),
            text(&self.title),
            text(self.meeting),
            maybe(self.item),
            text(self.method.code()),
            maybe(self.manner.as_ref()),
            maybe(self.named_by.as_ref()),
            maybe(self.presided_by.as_ref()),
            int(self.acclaimed),
            to_json(&self.rounds)?,
            int(self.by_lot),
            maybe(self.lot_drawn_by.as_ref()),
            maybe(self.note.as_ref()),
        ])
    }
}

impl Row for Candidate {
    const TABLE: &'static str = "election_candidate";
    const COLUMNS: &'static [&'static str] =
        &["id", "election", "person", "position", "entry", "proposer", "declined", "office"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(CandidateId::parse)?,
            election: c.parse(ElectionId::parse)?,
            person: c.parse(PersonId::parse)?,
            order: c.int()?,
            entry: c.maybe(Entry::from_code)?,
            proposer: c.maybe_text()?,
            declined: c.int::<u8>()? != 0,
            office: c.maybe(OfficeId::parse)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.election),
            text(self.person),
            int(self.order),
            maybe(self.entry.map(Entry::code)),
            maybe(self.proposer.as_ref()),
            int(self.declined),
            maybe(self.office),
        ])
    }
}

impl Records {
    /// The elections at a meeting, in the order in which they were entered.
    pub fn elections_at(&self, meeting: MeetingId) -> Result<Vec<ElectionRecord>> {
        self.list("where meeting = ?1 order by id", [meeting.to_string()])
    }

    /// All elections, in the order in which they were entered.
    pub fn elections(&self) -> Result<Vec<ElectionRecord>> {
        self.list("order by id", [])
    }

    /// An election.
    pub fn election(&self, id: ElectionId) -> Result<Option<ElectionRecord>> {
        self.get(id)
    }

    /// Those who stood in an election, in order.
    pub fn candidates_of(&self, election: ElectionId) -> Result<Vec<Candidate>> {
        self.list("where election = ?1 order by position, id", [election.to_string()])
    }

    /// The candidate whom an office was given to, where its election is recorded.
    pub fn candidate_of(&self, office: OfficeId) -> Result<Option<Candidate>> {
        self.find("where office = ?1", [office.to_string()])
    }
}

impl Tx<'_> {
    /// Writes an election.
    pub fn put_election(&mut self, election: &ElectionRecord) -> Result<()> {
        self.put(election)
    }

    /// Writes a candidate.
    pub fn put_candidate(&mut self, candidate: &Candidate) -> Result<()> {
        self.put(candidate)
    }

    /// Removes a candidate.
    pub fn remove_candidate(&mut self, id: CandidateId) -> Result<()> {
        self.remove("election_candidate", id)
    }

    /// Removes an election with those who stood.
    pub fn remove_election(&mut self, id: ElectionId) -> Result<()> {
        for candidate in self.candidates_of(id)? {
            self.remove_candidate(candidate.id)?;
        }
        self.remove("election", id)
    }
}
