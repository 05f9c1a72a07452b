//! The ledger of documents that left the house, and the files that are kept of them.

use crate::change::{Action, Actor, Done, Moment, Tx};
use crate::error::{Error, Result};
use crate::open::Store;
use crate::records::Records;
use crate::row::{Cells, Row, int, json, maybe, maybe_int, text, to_json};
use entaku_domain::id::{IssuedId, MeetingId, PersonId};
use entaku_domain::issued::{Issued, IssuedPacket, Readers, Way};
use rusqlite::types::Value;
use std::collections::BTreeMap;

impl Row for Issued {
    const TABLE: &'static str = "issued";
    const COLUMNS: &'static [&'static str] =
        &["id", "at", "by", "kind", "title", "readers", "way", "place", "name", "pages", "sha256", "kept"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(IssuedId::parse)?,
            at: c.text()?,
            by: c.text()?,
            kind: c.text()?,
            title: c.text()?,
            readers: c.maybe(Readers::from_code)?,
            way: c.parse(Way::from_code)?,
            place: c.maybe_text()?,
            name: c.text()?,
            pages: c.maybe_int()?,
            sha256: c.text()?,
            kept: c.int::<i64>()? == 1,
            people: Vec::new(),
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(&self.at),
            text(&self.by),
            text(&self.kind),
            text(&self.title),
            maybe(self.readers.map(Readers::code)),
            text(self.way.code()),
            maybe(self.place.as_ref()),
            text(&self.name),
            maybe_int(self.pages),
            text(&self.sha256),
            int(self.kept),
        ])
    }
}

impl Row for IssuedPacket {
    const TABLE: &'static str = "issued_packet";
    const COLUMNS: &'static [&'static str] = &["id", "meeting", "follows", "contents"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(IssuedId::parse)?,
            meeting: c.parse(MeetingId::parse)?,
            follows: c.maybe(IssuedId::parse)?,
            contents: c.parse(json)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![text(self.id), text(self.meeting), maybe(self.follows), to_json(&self.contents)?])
    }
}

/// A person whom an issued document names.
struct Named {
    issued: IssuedId,
    person: PersonId,
}

impl Row for Named {
    const TABLE: &'static str = "issued_person";
    const COLUMNS: &'static [&'static str] = &["id", "issued", "person"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        c.text()?;
        Ok(Self { issued: c.parse(IssuedId::parse)?, person: c.parse(PersonId::parse)? })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let id = text(format_args!("{}/{}", self.issued, self.person));
        Ok(vec![id, text(self.issued), text(self.person)])
    }
}

impl Records {
    /// Every document that left, latest first.
    pub fn issued(&self) -> Result<Vec<Issued>> {
        let mut all: Vec<Issued> = self.list("order by at desc, rowid desc", [])?;
        let named: Vec<Named> = self.list("order by id", [])?;
        let mut people: BTreeMap<IssuedId, Vec<PersonId>> = BTreeMap::new();
        named.into_iter().for_each(|n| people.entry(n.issued).or_default().push(n.person));
        for document in &mut all {
            document.people = people.remove(&document.id).unwrap_or_default();
        }
        Ok(all)
    }

    /// One document that left.
    pub fn issued_document(&self, id: IssuedId) -> Result<Option<Issued>> {
        let Some(mut document) = self.get::<Issued>(id)? else { return Ok(None) };
        let named: Vec<Named> = self.list("where issued = ?1 order by id", [id.to_string()])?;
        document.people = named.iter().map(|n| n.person).collect();
        Ok(Some(document))
    }

    /// What the packets of a meeting held that left, latest first.
    pub fn issued_packets(&self, meeting: MeetingId) -> Result<Vec<IssuedPacket>> {
        self.list("where meeting = ?1 order by rowid desc", [meeting.to_string()])
    }

    /// What a packet held that left; none for another document.
    pub fn issued_packet(&self, id: IssuedId) -> Result<Option<IssuedPacket>> {
        self.get(id)
    }

    /// The documents whose kept file names a person, latest first.
    pub fn issued_naming(&self, person: PersonId) -> Result<Vec<IssuedId>> {
        let tail = "where kept = 1 and id in (select issued from issued_person where person = ?1)
                    order by at desc, rowid desc";
        Ok(self.list::<Issued>(tail, [person.to_string()])?.into_iter().map(|d| d.id).collect())
    }
}

impl Tx<'_> {
    /// Writes what a packet held; its line must be in the ledger.
    pub fn put_issued_packet(&mut self, packet: &IssuedPacket) -> Result<()> {
        self.put(packet)
    }

    /// Writes a document into the ledger; its file must have been kept, see [`Tx::add_file`].
    pub fn put_issued(&mut self, document: &Issued) -> Result<()> {
        self.put(document)?;
        let named: Vec<Named> =
            document.people.iter().map(|person| Named { issued: document.id, person: *person }).collect();
        self.replace("issued", document.id, &named)
    }
}

impl Store {
    /// Takes the kept file of an issued document off the disk, as when a person is
    /// erased by law; the ledger's line stays, with its hash. Documents of the same
    /// bytes lose theirs with it. A file that is a meeting's paper, too, stays.
    /// Final. Answers the documents that are no longer kept.
    ///
    /// # Errors
    /// [`Error::NotFound`]; those of [`Store::change`] and of the file system.
    pub fn drop_issued(
        &mut self,
        actor: &Actor,
        action: Action,
        at: Moment,
        documents: &[IssuedId],
    ) -> Result<Done<Vec<IssuedId>>> {
        let mut files = Vec::new();
        let done = self.change(actor, action.last(), at, |tx| {
            let mut dropped = Vec::new();
            for id in documents {
                let found = tx.issued_document(*id)?;
                let found = found.ok_or_else(|| Error::NotFound { table: "issued", row: id.to_string() })?;
                let same: Vec<Issued> = tx.list("where sha256 = ?1 and kept = 1", [&found.sha256])?;
                for document in same {
                    dropped.push(document.id);
                    tx.put(&Issued { kept: false, ..document })?;
                }
                files.push(found.sha256);
            }
            Ok::<_, Error>(dropped)
        })?;
        self.forget_unless_needed(&files)?;
        Ok(done)
    }

    /// Takes files away that nothing has any more.
    pub(crate) fn forget_unless_needed(&self, files: &[String]) -> Result<()> {
        for sha256 in files {
            if !self.is_needed(sha256)? {
                self.files.forget(sha256)?;
            }
        }
        Ok(())
    }
}

impl Records {
    /// Whether a paper, a written opinion, what left the house or what was carried has a file.
    fn is_needed(&self, sha256: &str) -> Result<bool> {
        let sql = "select exists (select 1 from paper where instr(content, ?1) > 0 or instr(handling, ?1) > 0)
            or exists (select 1 from opinion where file = ?1)
            or exists (select 1 from issued where sha256 = ?1 and kept = 1)
            or exists (select 1 from consignment where base = ?1)";
        Ok(self.db.query_row(sql, [sha256], |r| r.get(0))?)
    }
}
