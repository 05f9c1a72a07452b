//! The sets of papers of a meeting that left, what has changed since each, and the sets that
//! its recipients are to get.

use crate::council::App;
use crate::deliveries::members;
use crate::error::{AppError, Result};
use crate::issued::day_of;
use crate::meetings::page::meeting;
use crate::packet::Binding;
use crate::packet::replacement::Mended;
use crate::packet::set::SetDraft;
use crate::printing::Sources;
use crate::publication::Edition;
use crate::text::papers as words;
use entaku_documents::{Audience, PacketOptions};
use entaku_domain::id::{IssuedId, MeetingId, PersonId};
use entaku_domain::issued::{Issued, IssuedPacket, Readers};
use entaku_domain::paper_fault::PaperFault;
use entaku_domain::paper_set::changes;
use entaku_domain::violation::Violation;
use std::collections::BTreeSet;

/// A set that left.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct IssuedSetRow {
    /// Its line in the ledger.
    pub id: String,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Who made it.
    pub by: String,
    /// What it was.
    pub title: String,
    /// `members` or `public`.
    pub readers: String,
    /// The same, in Japanese.
    pub readers_label: String,
    /// The member for whom it was made.
    pub member: Option<String>,
    /// Their name.
    pub member_name: Option<String>,
    /// 印刷, 保存.
    pub way_label: String,
    /// Pages.
    pub pages: Option<u32>,
    /// Whether its bytes are still kept.
    pub kept: bool,
    /// Whether it mends another set.
    pub is_replacement: bool,
    /// The papers in it, by number.
    pub papers: Vec<String>,
    /// Whether it is the last of its readers: what follows is compared with it.
    pub last: bool,
    /// What has changed since, where it is the last.
    pub changes: Vec<SetChangeRow>,
    /// Why that cannot be told, in words.
    pub unknown: Option<String>,
}

/// A change since a set left.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct SetChangeRow {
    /// `replaced`, `added`, `withdrawn`, `renamed`, `agenda`.
    pub kind: String,
    /// The same, in Japanese.
    pub label: String,
    /// The paper's number.
    pub number: String,
    /// Its title.
    pub title: String,
}

/// A set that recipients are to get.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PacketSetRow {
    /// For whom, in words: 委員, 髙橋　美咲子, 事務局, 傍聴・報道.
    pub label: String,
    /// `members` or `public`.
    pub audience: String,
    /// The member's identifier, for a set of their own.
    pub member: Option<String>,
    /// Copies.
    pub copies: u32,
    /// Large print, in percent; 0 for none.
    pub large: u16,
    /// Whether a file with the text goes with it.
    pub text: bool,
    /// Papers that are not in it, by number.
    pub without: Vec<String>,
    /// Why it is a set of its own, in words.
    pub reason: String,
}

impl App {
    /// The sets of a meeting that left, latest first.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`].
    pub fn issued_sets(&self, id: MeetingId) -> Result<Vec<IssuedSetRow>> {
        let council = self.snapshot()?;
        meeting(&council, id)?;
        let packets = self.store.issued_packets(id)?;
        if packets.is_empty() {
            return Ok(Vec::new());
        }
        let sources = Sources::outline(self, id);
        let mut seen: BTreeSet<(Option<&str>, Option<PersonId>)> = BTreeSet::new();
        let mut rows = Vec::new();
        for packet in &packets {
            let Some(document) = self.store.issued_document(packet.id)? else { continue };
            let last = seen.insert((document.readers.map(Readers::code), packet.contents.member));
            let name = packet.contents.member.and_then(|p| council.person(p)).map(|p| p.name.full());
            let mut row = row(packet, &document, name);
            if last {
                row.last = true;
                match sources.as_ref().map_err(crate::text::message).and_then(|s| since(s, packet, &document)) {
                    Ok(found) => row.changes = found,
                    Err(why) => row.unknown = Some(why),
                }
            }
            rows.push(row);
        }
        Ok(rows)
    }

    /// The set that a replacement mends: the one named, else the last for these readers.
    ///
    /// # Errors
    /// [`AppError::Rules`] where none has left; [`AppError::UnknownRecord`].
    pub(crate) fn mended(
        &self,
        id: MeetingId,
        audience: Audience,
        member: Option<PersonId>,
        named: Option<IssuedId>,
    ) -> Result<Mended> {
        let readers = super::readers_of(audience);
        for packet in self.store.issued_packets(id)? {
            let Some(document) = self.store.issued_document(packet.id)? else { continue };
            let wanted = named.map_or_else(
                || document.readers == Some(readers) && packet.contents.member == member,
                |id| packet.id == id,
            );
            if wanted {
                let on = day_of(&document).unwrap_or_else(|| self.today());
                return Ok(Mended { id: packet.id, on, contents: packet.contents });
            }
        }
        match named {
            Some(id) => Err(AppError::UnknownRecord(id.to_string())),
            None => Err(AppError::Rules(vec![Violation::Paper(PaperFault::NothingIssued)])),
        }
    }

    /// The sets that the recipients of a meeting are to get: one for most members, and one of
    /// their own for those who need another print, or may not have a paper.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`].
    pub fn packet_sets(&self, id: MeetingId, named: bool) -> Result<Vec<PacketSetRow>> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let papers = self.papers_in_order(id)?;
        let (mut own, mut same) = (Vec::new(), 0);
        for person in members(&council, m).into_iter().filter_map(|p| council.person(p)) {
            let held = papers.iter().filter(|p| p.handling.held_from.contains(&person.id));
            let without: Vec<String> = held.map(|p| p.number.to_string()).collect();
            let print = words::print_for(&person.needs);
            if !named && without.is_empty() && print.large == 0 && !print.text {
                same += 1;
                continue;
            }
            own.push(PacketSetRow {
                label: person.name_on(m.date).full(),
                audience: Readers::Members.code().to_owned(),
                member: Some(person.id.to_string()),
                copies: 1,
                large: print.large,
                text: print.text,
                reason: words::own_set(&print, &without, named),
                without,
            });
        }
        let set = |label: &str, readers: Readers, copies: u32| PacketSetRow {
            label: label.to_owned(),
            audience: readers.code().to_owned(),
            member: None,
            copies,
            large: 0,
            text: false,
            without: Vec::new(),
            reason: String::new(),
        };
        let common = [
            set(words::MEMBERS, Readers::Members, same),
            set(words::SECRETARIAT, Readers::Members, m.copies.secretariat + m.copies.spare),
            set(words::OUTSIDE, Readers::Public, m.copies.audience + m.copies.press),
        ];
        Ok(common.into_iter().filter(|s| s.copies > 0).chain(own).collect())
    }
}

/// What has changed since a set left, in words where that cannot be told.
fn since(
    sources: &Sources,
    packet: &IssuedPacket,
    document: &Issued,
) -> std::result::Result<Vec<SetChangeRow>, String> {
    let audience = if document.readers == Some(Readers::Public) { Audience::Public } else { Audience::Members };
    // Only compared, not shown: what stops a public edition from leaving does not matter here.
    let edition = Edition { audience, confirmed: true };
    let binding = Binding { options: PacketOptions::default(), member: packet.contents.member, named: false };
    let now: SetDraft = sources.set_now(edition, binding).map_err(|e| crate::text::message(&e))?;
    let agenda = (now.agenda != packet.contents.agenda).then(|| SetChangeRow {
        kind: "agenda".to_owned(),
        label: words::CHANGED.to_owned(),
        number: String::new(),
        title: words::AGENDA.to_owned(),
    });
    let bound = now.bound();
    let row = |change: entaku_domain::paper_set::SetChange| {
        let new = change.now.and_then(|i| bound.get(i));
        let told = new.or_else(|| change.was.and_then(|i| packet.contents.papers.get(i)));
        SetChangeRow {
            kind: change.kind.code().to_owned(),
            label: change.kind.label().to_owned(),
            number: told.map(|p| p.number.clone()).unwrap_or_default(),
            title: told.map(|p| p.title.clone()).unwrap_or_default(),
        }
    };
    Ok(agenda.into_iter().chain(changes(&packet.contents.papers, &bound).into_iter().map(row)).collect())
}

fn row(packet: &IssuedPacket, document: &Issued, member_name: Option<String>) -> IssuedSetRow {
    IssuedSetRow {
        id: packet.id.to_string(),
        at: document.at.clone(),
        by: document.by.clone(),
        title: document.title.clone(),
        readers: document.readers.map(Readers::code).unwrap_or_default().to_owned(),
        readers_label: document.readers.map(Readers::label).unwrap_or_default().to_owned(),
        member: packet.contents.member.map(|p| p.to_string()),
        member_name,
        way_label: document.way.label().to_owned(),
        pages: document.pages,
        kept: document.kept,
        is_replacement: packet.follows.is_some(),
        papers: packet.contents.papers.iter().map(|p| p.number.clone()).collect(),
        last: false,
        changes: Vec::new(),
        unknown: None,
    }
}
