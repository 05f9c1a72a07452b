//! The ledger of documents that left the house (出した文書): what was printed or
//! saved from the window, when, by whom, for whom. Exactly these bytes are kept by
//! their SHA-256, so that a reprint is the same; they stay in the council's folder.
//!
//! A line is written aside: undo passes it by, for what has left cannot be taken
//! back. With each line stand the identifiers of the people whom the document
//! names. When one of them is erased by law, the erasure answers which kept
//! documents name them, and the office decides: the file may be taken away with
//! [`App::drop_issued`], while the line with its hash remains.

pub mod sets;
mod sheet;

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::packet::set::IssuedSet;
use crate::snapshot::Snapshot;
use crate::text::issued as words;
use entaku_documents::Audience;
use entaku_domain::FiscalYear;
use entaku_domain::id::{IssuedId, PersonId};
use entaku_domain::issued::{Issued, IssuedPacket, Readers, Way};
use entaku_domain::text::search_key;
use entaku_store::{Access, Action};
pub use sheet::sheet;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// A document that has just been handed to the printer, or saved.
#[derive(Debug, Clone, Copy)]
pub struct Leaving<'a> {
    /// What kind of document, by its stable code: `roster`, `packet`.
    pub kind: &'a str,
    /// What it is: 令和8年度 第2回 全体会 会議資料.
    pub title: &'a str,
    /// The file's name.
    pub name: &'a str,
    /// For whom; none where the document has no editions.
    pub audience: Option<Audience>,
    /// How it left.
    pub way: Way,
    /// Where it was saved.
    pub place: Option<&'a Path>,
    /// Its pages; none for a table.
    pub pages: Option<usize>,
    /// What it says, as its text version has it: to know whom it names.
    pub words: &'a str,
    /// The line of which this is a reprint: it names the same people.
    pub again: Option<&'a Issued>,
    /// What a packet holds, to be told later what has changed since.
    pub set: Option<&'a IssuedSet>,
    /// The file.
    pub bytes: &'a [u8],
}

/// Which lines of the ledger are wanted.
#[derive(Debug, Clone, Default)]
pub struct IssuedFilter {
    /// Issued in this fiscal year.
    pub year: Option<FiscalYear>,
    /// Of this kind.
    pub kind: Option<String>,
    /// For these readers.
    pub readers: Option<Readers>,
    /// Whose title, name or author hold this, however it is typed.
    pub text: Option<String>,
}

/// A line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct IssuedRow {
    /// Its identifier.
    pub id: String,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// The day in Japan, ISO.
    pub on: String,
    /// Who.
    pub by: String,
    /// Code of the kind.
    pub kind: String,
    /// The kind, in Japanese.
    pub kind_label: String,
    /// What it was.
    pub title: String,
    /// `members`, `public` or `internal`.
    pub readers: Option<String>,
    /// The same, in Japanese.
    pub readers_label: String,
    /// `printed` or `saved`.
    pub way: String,
    /// The same, in Japanese.
    pub way_label: String,
    /// Where it was saved.
    pub place: Option<String>,
    /// The file's name.
    pub name: String,
    /// Pages; none for a table.
    pub pages: Option<u32>,
    /// SHA-256, in hexadecimal.
    pub sha256: String,
    /// Whether exactly these bytes are still kept.
    pub kept: bool,
    /// The how-manieth time the same bytes left, 1 for the first.
    pub time: u32,
    /// Whether it can be shown as a PDF.
    pub is_pdf: bool,
}

/// What is kept of an issued document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedFile {
    /// Its line.
    pub document: Issued,
    /// Its bytes, checked against the hash.
    pub bytes: Vec<u8>,
}

impl App {
    /// Writes a document that left into the ledger (「文書を出した記録」) and keeps its
    /// bytes. Nothing where the council is open for reading only.
    ///
    /// # Errors
    /// Those of the store and of the file system.
    pub fn record_issued(&mut self, leaving: &Leaving<'_>) -> Result<Option<Written<IssuedId>>> {
        if self.store.access() == Access::ReadOnly {
            return Ok(None);
        }
        let people = match leaving.again {
            Some(first) => first.people.clone(),
            None => named_in(&self.snapshot()?, leaving.words),
        };
        let document = Issued {
            id: IssuedId::new(uuid::Uuid::nil()),
            at: self.now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
            by: self.actor().name().to_owned(),
            kind: leaving.kind.to_owned(),
            title: leaving.title.to_owned(),
            readers: leaving.audience.map(readers_of),
            way: leaving.way,
            place: leaving.place.map(|p| p.display().to_string()),
            name: leaving.name.to_owned(),
            pages: leaving.pages.map(|n| u32::try_from(n).unwrap_or(u32::MAX)),
            sha256: String::new(),
            kept: true,
            people,
        };
        let action = Action::new("record_issued").about(leaving.title).aside();
        let mut bytes = leaving.bytes;
        let written = self.change(action, Vec::new(), |tx| {
            let id = IssuedId::new(tx.new_id());
            let sha256 = tx.add_file(&mut bytes)?;
            tx.put_issued(&Issued { id, sha256, ..document })?;
            if let Some(set) = leaving.set {
                let (meeting, follows, contents) = (set.meeting, set.follows, set.contents.clone());
                tx.put_issued_packet(&IssuedPacket { id, meeting, follows, contents })?;
            }
            Ok(id)
        })?;
        Ok(Some(written))
    }

    /// The ledger, latest first.
    ///
    /// # Errors
    /// Those of the store.
    pub fn list_issued(&self, filter: &IssuedFilter) -> Result<Vec<IssuedRow>> {
        let all = self.store.issued()?;
        let key = filter.text.as_deref().map(search_key).filter(|k| !k.is_empty());
        let wanted = |d: &Issued| {
            filter.year.is_none_or(|y| year_of(d) == Some(y))
                && filter.kind.as_ref().is_none_or(|k| &d.kind == k)
                && filter.readers.is_none_or(|r| d.readers == Some(r))
                && key.as_ref().is_none_or(|k| [&d.title, &d.name, &d.by].iter().any(|t| search_key(t).contains(k)))
        };
        // Counted from the earliest, which is last in the list.
        let mut times: HashMap<&str, usize> = HashMap::new();
        let mut counted: Vec<(&Issued, usize)> = Vec::new();
        for document in all.iter().rev() {
            let time = times.entry(&document.sha256).or_default();
            *time += 1;
            counted.push((document, *time));
        }
        Ok(counted.into_iter().rev().filter(|(d, _)| wanted(d)).map(|(d, time)| row(d, time)).collect())
    }

    /// What is kept of an issued document, checked against its hash.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`], also where it is no longer kept; a file that is
    /// missing or damaged.
    pub fn issued_file(&self, id: IssuedId) -> Result<IssuedFile> {
        let found = self.store.issued_document(id)?.filter(|d| d.kept);
        let document = found.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        let bytes = self.store.file(&document.sha256)?;
        Ok(IssuedFile { document, bytes })
    }

    /// Takes the kept files of issued documents away (「出した文書の控えの廃棄」), as when
    /// a person whom they name is erased. Final. Answers how many lines lost theirs.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; those of the store.
    pub fn drop_issued(&mut self, documents: &[IssuedId]) -> Result<Written<u32>> {
        for id in documents {
            self.store.issued_document(*id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))?;
        }
        let (actor, now) = (self.actor().clone(), self.now());
        let done = self.store.drop_issued(&actor, Action::new("drop_issued"), now, documents)?;
        let output = u32::try_from(done.output.len()).unwrap_or(u32::MAX);
        Ok(Written { output, change: done.change.map(|c| c.0), tags: done.tags, notices: Vec::new() })
    }

    /// The kept documents that name a person, latest first.
    ///
    /// # Errors
    /// Those of the store.
    pub fn issued_naming(&self, person: PersonId) -> Result<Vec<IssuedRow>> {
        let named: HashSet<String> = self.store.issued_naming(person)?.iter().map(ToString::to_string).collect();
        let all = self.list_issued(&IssuedFilter::default())?;
        Ok(all.into_iter().filter(|row| named.contains(&row.id)).collect())
    }
}

/// The people whose full name a text holds, however it is typed.
fn named_in(council: &Snapshot, text: &str) -> Vec<PersonId> {
    let text = search_key(text);
    let named = council.people().filter(|p| {
        let mut names = p.all_names().map(|n| search_key(&n.full()));
        names.any(|name| name.chars().count() >= 2 && text.contains(&name))
    });
    named.map(|p| p.id).collect()
}

fn readers_of(audience: Audience) -> Readers {
    match audience {
        Audience::Members => Readers::Members,
        Audience::Public => Readers::Public,
        Audience::Internal => Readers::Internal,
    }
}

/// The fiscal year in which a document left, in Japan.
fn year_of(document: &Issued) -> Option<FiscalYear> {
    day_of(document).map(FiscalYear::of)
}

/// The day on which a document left, in Japan.
fn day_of(document: &Issued) -> Option<entaku_domain::Day> {
    let at: entaku_store::Moment = document.at.parse().ok()?;
    Some((at + crate::council::JAPAN).date_naive())
}

fn row(document: &Issued, time: usize) -> IssuedRow {
    IssuedRow {
        id: document.id.to_string(),
        at: document.at.clone(),
        on: day_of(document).map(|d| d.to_string()).unwrap_or_default(),
        by: document.by.clone(),
        kind: document.kind.clone(),
        kind_label: words::kind(&document.kind).to_owned(),
        title: document.title.clone(),
        readers: document.readers.map(|r| r.code().to_owned()),
        readers_label: document.readers.map(Readers::label).unwrap_or_default().to_owned(),
        way: document.way.code().to_owned(),
        way_label: document.way.label().to_owned(),
        place: document.place.clone(),
        name: document.name.clone(),
        pages: document.pages,
        sha256: document.sha256.clone(),
        kept: document.kept,
        time: u32::try_from(time).unwrap_or(u32::MAX),
        is_pdf: document.name.to_lowercase().ends_with(".pdf"),
    }
}
