//! What is printed of a meeting's papers: packets for their recipients, replacements, copies
//! that are collected, and the lists that go with them.

use super::ask::{AudienceName, Document};
use super::ready::Ready;
use super::{edition, options};
use crate::commands::issued;
use crate::council::App;
use crate::error::{AppError, Result};
use crate::packet::{Binding, lists};
use crate::people;
use crate::text::printing as words;
use entaku_documents::{Job, Listing, PacketOptions};
use entaku_domain::id::{MeetingId, PersonId};

/// A document for recipients, with how many copies they get.
#[derive(Debug, Clone)]
pub struct RecipientDocument {
    /// The document.
    pub document: Document,
    /// For whom.
    pub label: String,
    /// Copies.
    pub copies: u32,
    /// Whether a file with the text goes with it.
    pub text: bool,
}

impl RecipientDocument {
    const fn is_common(&self) -> bool {
        matches!(self.document, Document::Packet { member: None, audience: AudienceName::Members, .. })
    }
}

/// Large print, in percent.
const LARGE: std::ops::RangeInclusive<u16> = 120..=200;

impl App {
    pub(super) fn papers_document(&self, ask: &Document) -> Result<Ready> {
        match ask {
            Document::Packet { meeting, audience, odd, confirmed, member, named, large } => {
                let binding = Binding {
                    options: PacketOptions { large: percent(*large)?, ..options(*odd) },
                    member: self.member(member.as_deref())?,
                    named: named.unwrap_or_default(),
                };
                self.sources(meeting)?.packet(edition(*audience, *confirmed), binding)
            }
            Document::Replacement { meeting, audience, member, issued: line, confirmed } => {
                let member = self.member(member.as_deref())?;
                let line = line.as_deref().map(issued).transpose()?;
                let edition = edition(*audience, *confirmed);
                let mended = self.mended(id(meeting)?, edition.audience, member, line)?;
                let binding = Binding { member: mended.contents.member, ..Binding::from(options(Some(true))) };
                self.sources(meeting)?.replacement(edition, binding, mended, self.today())
            }
            Document::CollectedCopies { meeting } => self.sources(meeting)?.collected(),
            Document::CollectionList { meeting } => {
                let (council, meeting) = (self.snapshot()?, id(meeting)?);
                Ok(listed(lists::collection(self, &council, meeting)?))
            }
            Document::DeliveryList { meeting } => {
                let (council, meeting) = (self.snapshot()?, id(meeting)?);
                let listing = lists::delivery(self, &council, meeting)?;
                let sheet = lists::sheet(&council, &listing, self.today());
                Ok(listed(listing).with_sheet(sheet))
            }
            Document::PacketPlan { meeting, named } => {
                let (council, meeting) = (self.snapshot()?, id(meeting)?);
                let listing = lists::plan(self, &council, meeting, named.unwrap_or_default())?;
                let sheet = lists::sheet(&council, &listing, self.today());
                Ok(listed(listing).with_sheet(sheet))
            }
            other => Err(AppError::BadRequest(format!("{} is none of the papers", other.kind()))),
        }
    }

    /// The documents that the recipients of a meeting are to get, with how many copies of each.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`].
    pub fn recipient_documents(&self, id: MeetingId, named: bool, confirmed: bool) -> Result<Vec<RecipientDocument>> {
        let document = |set: crate::issued::sets::PacketSetRow| {
            let public = set.audience == "public";
            RecipientDocument {
                document: Document::Packet {
                    meeting: id.to_string(),
                    audience: if public { AudienceName::Public } else { AudienceName::Members },
                    odd: Some(!public && set.large == 0),
                    confirmed: Some(confirmed),
                    named: Some(named && set.member.is_some()),
                    member: set.member,
                    large: Some(set.large),
                },
                label: set.label,
                copies: set.copies,
                text: set.text,
            }
        };
        // The secretariat's set is the members': it is made once.
        let mut sets: Vec<RecipientDocument> = Vec::new();
        for set in self.packet_sets(id, named)? {
            let common = set.member.is_none() && set.audience == "members";
            match sets.iter_mut().find(|s| common && s.is_common()) {
                Some(first) => {
                    first.copies += set.copies;
                    first.label = format!("{}、{}", first.label, set.label);
                }
                None => sets.push(document(set)),
            }
        }
        Ok(sets)
    }

    fn member(&self, typed: Option<&str>) -> Result<Option<PersonId>> {
        typed.map(|who| people::find(&self.snapshot()?, who)).transpose()
    }
}

fn listed(listing: Listing) -> Ready {
    let (name, text) = (words::listing_name(&listing.meeting, &listing.title), listing.text());
    Ready::of(name, Job::Listing(listing), text)
}

fn percent(asked: Option<u16>) -> Result<u16> {
    match asked {
        None | Some(0) => Ok(0),
        Some(percent) if LARGE.contains(&percent) => Ok(percent),
        Some(_) => {
            let (least, most) = (i32::from(*LARGE.start()), i32::from(*LARGE.end()));
            Err(AppError::OutOfRange { field: "large", least, most })
        }
    }
}

fn id(meeting: &str) -> Result<MeetingId> {
    MeetingId::parse(meeting).map_err(|e| AppError::UnknownMeeting(e.0))
}
