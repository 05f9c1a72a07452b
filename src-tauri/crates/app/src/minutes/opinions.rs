//! Written opinions (意見書) in the minutes: offered beside what is typed, and written as what
//! their authors said, under the item that they concern.

use super::speakers::full_name;
use super::write::{Batch, EntryText, Place, store};
use super::{MinutesFile, name};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use crate::text::minutes as words;
use entaku_domain::id::{AgendaItemId, MinutesEntryId, OpinionId, PersonId};
use entaku_domain::minutes::{EntryKind, Role, Speaker};
use entaku_domain::reply::Opinion;
use entaku_store::{Action, Tx};

/// A written opinion, offered to who writes the minutes.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct OfferedOpinion {
    /// Its identifier.
    pub id: String,
    /// The item that it concerns; none for the meeting as a whole.
    pub item: Option<String>,
    /// Who wrote it.
    pub name: String,
    /// What it says.
    pub text: String,
    /// The name of its file.
    pub file_name: Option<String>,
    /// Whether it stands in the minutes.
    pub taken: bool,
}

impl App {
    /// The written opinions, each with whether it stands in the minutes.
    pub(super) fn offered_opinions(&self, council: &Snapshot, file: &MinutesFile) -> Result<Vec<OfferedOpinion>> {
        let writer = |o: &Opinion| {
            let person = author(council, o).and_then(|p| council.person(p));
            person.map(|p| full_name(council, file, p)).unwrap_or_default()
        };
        let row = |o: Opinion| OfferedOpinion {
            id: o.id.to_string(),
            item: o.item.map(|i| i.to_string()),
            name: writer(&o),
            taken: is_taken(council, file, &o),
            text: o.text,
            file_name: o.file_name,
        };
        Ok(self.ordered_opinions(file)?.into_iter().map(row).collect())
    }

    /// Writes opinions into the minutes, before what was decided on their items
    /// (「意見書の会議録への記載」); all that do not stand there yet where none is named. Answers
    /// how many.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`]; [`AppError::UnknownRecord`] for an opinion for another
    /// meeting; [`AppError::Rules`] for final minutes.
    pub fn take_opinions(
        &mut self,
        id: entaku_domain::id::MeetingId,
        named: Option<&[OpinionId]>,
    ) -> Result<Written<u32>> {
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, id)?;
        file.must_be_open()?;
        let all = self.ordered_opinions(&file)?;
        if let Some(other) = named.iter().flat_map(|ids| ids.iter()).find(|id| !all.iter().any(|o| o.id == **id)) {
            return Err(AppError::UnknownRecord(other.to_string()));
        }
        let wanted = |o: &&Opinion| match named {
            Some(ids) => ids.contains(&o.id),
            None => !is_taken(&council, &file, o),
        };
        let chosen: Vec<&Opinion> = all.iter().filter(wanted).collect();
        let taken = self.store.decisions()?;
        let action = Action::new("take_opinions").about(name(&council, &file.meeting));
        self.change(action, Vec::new(), |tx| {
            let mut batch = Batch::of(&file);
            for opinion in &chosen {
                let entry = entry(tx, &batch, author(&council, opinion), opinion);
                batch.put(entry);
            }
            let all = std::mem::take(&mut batch.all);
            store(tx, &file, &all, taken)?;
            Ok(crate::meetings::list::count(chosen.len()))
        })
    }

    /// By item as they stand on the agenda, those on the meeting as a whole last.
    fn ordered_opinions(&self, file: &MinutesFile) -> Result<Vec<Opinion>> {
        let place =
            |item: Option<AgendaItemId>| file.agenda.iter().position(|i| Some(i.id) == item).unwrap_or(usize::MAX);
        let mut all = self.store.opinions(file.meeting.id)?;
        all.sort_by_key(|o| (place(o.item), o.id));
        Ok(all)
    }
}

/// Who wrote an opinion.
pub(crate) fn author(council: &Snapshot, opinion: &Opinion) -> Option<PersonId> {
    council.appointment(opinion.appointment).map(|a| a.person)
}

/// Whether the minutes have the words of an opinion from its author.
fn is_taken(council: &Snapshot, file: &MinutesFile, opinion: &Opinion) -> bool {
    let person = author(council, opinion);
    let said = match opinion.text.trim() {
        "" => opinion.file_name.as_deref().unwrap_or_default(),
        text => text,
    };
    file.entries.iter().any(|e| e.text.contains(said) && e.speaker.as_ref().is_some_and(|s| s.person == person))
}

/// An opinion as an entry: under its item, behind what is said and before what is decided.
/// What was written on the meeting as a whole stands under the last item.
fn entry(tx: &mut Tx<'_>, batch: &Batch<'_>, author: Option<PersonId>, opinion: &Opinion) -> EntryText {
    let item = opinion.item.or_else(|| batch.last_matter());
    let said = |kind: EntryKind| !matches!(kind, EntryKind::Decision | EntryKind::Task);
    let own: Vec<_> = batch.all.iter().filter(|e| e.item == item).collect();
    let until = own.iter().position(|e| !said(e.kind)).unwrap_or(own.len());
    let before = until.checked_sub(1).and_then(|at| own.get(at));
    EntryText {
        id: MinutesEntryId::new(tx.new_id()),
        base: None,
        item,
        place: before.map_or(Place::First, |e| Place::Behind(e.id)),
        kind: EntryKind::Speech,
        speaker: author.map(|person| Speaker { role: Role::Member, person: Some(person), name: String::new() }),
        text: words::opinion(&opinion.text, opinion.file_name.as_deref()),
        closed_reason: None,
        at: None,
    }
}
