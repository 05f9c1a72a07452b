//! Writing minutes: whatever was typed, moved or taken away since the last second, in one
//! batch. What somebody else changed meanwhile is never written over.

use super::speakers::with_letters;
use super::{MinutesFile, name};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use entaku_domain::FiscalYear;
use entaku_domain::agenda::{AgendaItem, ItemKind};
use entaku_domain::id::{AgendaItemId, MeetingId, MinutesEntryId};
use entaku_domain::minutes::{
    Assignment, Decision, DecisionKind, Entry, EntryKind, Minutes, OwnerKind, Speaker, next_number,
};
use entaku_domain::text::{check_note, check_text};
use entaku_store::{Action, Tx};
use std::collections::BTreeMap;

/// How long typing goes on being one step of undo, in seconds.
const ONE_STEP: i64 = 120;
/// Entries stand so far apart that others find room between them.
const APART: i64 = 1000;

/// An entry as it is to be.
#[derive(Debug, Clone)]
pub struct EntryText {
    /// Its identifier, made by whoever writes.
    pub id: MinutesEntryId,
    /// The state of the entry that was changed, as [`rev`] gives it; none for a new one.
    pub base: Option<String>,
    /// The item of the agenda.
    pub item: Option<AgendaItemId>,
    /// Where it goes.
    pub place: Place,
    /// What it is.
    pub kind: EntryKind,
    /// Who speaks.
    pub speaker: Option<Speaker>,
    /// What is said.
    pub text: String,
    /// Why it is closed to the public.
    pub closed_reason: Option<String>,
    /// When in the recording.
    pub at: Option<String>,
}

/// Where an entry goes within its item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Where it is; a new one at the end.
    Same,
    /// At the beginning.
    First,
    /// Behind another.
    Behind(MinutesEntryId),
}

/// What a batch came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenEntries {
    /// The state of each entry that stands as it was to stand.
    pub written: Vec<(MinutesEntryId, String)>,
    /// Entries that somebody else changed or took away meanwhile: nothing of them was written.
    pub conflicts: Vec<MinutesEntryId>,
}

/// The state of an entry: another one after every change of what it says.
pub(crate) fn rev(entry: &Entry) -> String {
    let speaker = entry.speaker.as_ref();
    let parts = [
        entry.item.map(|i| i.to_string()).unwrap_or_default(),
        entry.kind.code().to_owned(),
        speaker.map(|s| s.role.code().to_owned()).unwrap_or_default(),
        speaker.and_then(|s| s.person).map(|p| p.to_string()).unwrap_or_default(),
        speaker.map(|s| s.name.clone()).unwrap_or_default(),
        entry.text.clone(),
        entry.closed_reason.clone().unwrap_or_default(),
        entry.at.clone().unwrap_or_default(),
    ];
    let hash = parts
        .join("\u{1f}")
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// What is done to the entries, in memory.
pub(super) struct Batch<'a> {
    file: &'a MinutesFile,
    /// The entries in order.
    pub(super) all: Vec<Entry>,
    done: WrittenEntries,
}

impl App {
    /// Writes what was typed since the last time (「会議録の入力」); typing without a pause is one
    /// step of undo.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`], [`AppError::UnknownRecord`] for an item that is not on the
    /// agenda; [`AppError::Rules`] for texts, and for minutes that are final.
    pub fn write_minutes(
        &mut self,
        id: MeetingId,
        texts: Vec<EntryText>,
        gone: &[(MinutesEntryId, String)],
    ) -> Result<Written<WrittenEntries>> {
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, id)?;
        file.must_be_open()?;
        texts.iter().try_for_each(|text| check(&file, text))?;
        for text in texts.iter().filter(|t| t.base.is_none()) {
            let elsewhere = self.store.minutes_entry(text.id)?.is_some_and(|e| e.meeting != id);
            if elsewhere {
                return Err(AppError::UnknownRecord(text.id.to_string()));
            }
        }
        let mut batch = Batch::of(&file);
        for (id, base) in gone {
            batch.remove(*id, base);
        }
        for text in texts {
            batch.put(text);
        }
        let Batch { all, done, .. } = batch;
        let taken = self.store.decisions()?;
        let action = Action::new("write_minutes").about(name(&council, &file.meeting)).joining(ONE_STEP);
        self.change(action, Vec::new(), |tx| {
            store(tx, &file, &all, taken)?;
            Ok(done)
        })
    }
}

fn check(file: &MinutesFile, text: &EntryText) -> Result<()> {
    if let Some(item) = text.item.filter(|id| !file.agenda.iter().any(|i| i.id == *id)) {
        return Err(AppError::UnknownRecord(item.to_string()));
    }
    all_right([
        check_text("text", &text.text),
        check_note("speaker", text.speaker.as_ref().map(|s| s.name.as_str()).unwrap_or_default()),
        check_note("closed_reason", text.closed_reason.as_deref().unwrap_or_default()),
        check_note("at", text.at.as_deref().unwrap_or_default()),
    ])
}

impl<'a> Batch<'a> {
    pub(super) fn of(file: &'a MinutesFile) -> Self {
        let done = WrittenEntries { written: Vec::new(), conflicts: Vec::new() };
        Self { file, all: file.entries.clone(), done }
    }

    /// The last item on which something is said.
    pub(super) fn last_matter(&self) -> Option<AgendaItemId> {
        let formal = |i: &&AgendaItem| matches!(i.kind, ItemKind::Closing | ItemKind::Recess | ItemKind::Heading);
        self.file.agenda.iter().rfind(|i| !formal(i)).map(|i| i.id)
    }

    fn find(&self, id: MinutesEntryId) -> Option<usize> {
        self.all.iter().position(|e| e.id == id)
    }

    /// Takes an entry away, unless it says something else by now.
    fn remove(&mut self, id: MinutesEntryId, base: &str) {
        let Some(at) = self.find(id) else { return };
        if self.all.get(at).is_some_and(|e| rev(e) == base) {
            self.all.remove(at);
        } else {
            self.done.conflicts.push(id);
        }
    }

    pub(super) fn put(&mut self, text: EntryText) {
        let place = text.place;
        let (base, wanted) = self.wanted(text);
        let at = self.find(wanted.id);
        let there = at.and_then(|at| self.all.get(at));
        let right = match (there, base.as_deref()) {
            (Some(there), Some(base)) => rev(there) == base || rev(there) == rev(&wanted),
            (Some(there), None) => rev(there) == rev(&wanted),
            (None, Some(_)) => false,
            (None, None) => true,
        };
        if !right {
            return self.done.conflicts.push(wanted.id);
        }
        self.done.written.push((wanted.id, rev(&wanted)));
        let stays = place == Place::Same && there.is_some_and(|there| there.item == wanted.item);
        match at.filter(|_| stays).and_then(|at| self.all.get_mut(at)) {
            Some(there) => *there = Entry { order: there.order, ..wanted },
            None => {
                self.all.retain(|e| e.id != wanted.id);
                self.insert(wanted, place);
            }
        }
    }

    fn wanted(&self, text: EntryText) -> (Option<String>, Entry) {
        let EntryText { id, base, item, kind, speaker, text, closed_reason, at, .. } = text;
        let full = |t: &String| !t.trim().is_empty();
        let (closed_reason, at) = (closed_reason.filter(full), at.filter(full));
        let meeting = self.file.meeting.id;
        (base, Entry { id, meeting, item, order: 0, kind, speaker, text, closed_reason, at })
    }

    /// Finds room for an entry; where there is none, the item's entries move apart.
    fn insert(&mut self, mut entry: Entry, place: Place) {
        let mut row: Vec<MinutesEntryId> = self.all.iter().filter(|e| e.item == entry.item).map(|e| e.id).collect();
        let at = match place {
            Place::First => 0,
            Place::Behind(other) => row.iter().position(|id| *id == other).map_or(row.len(), |at| at + 1),
            Place::Same => row.len(),
        };
        let order = |id: Option<&MinutesEntryId>| Some(self.all.iter().find(|e| Some(&e.id) == id)?.order);
        let before = at.checked_sub(1).and_then(|at| order(row.get(at)));
        let behind = order(row.get(at));
        let room = match (before, behind) {
            (None, None) => Some(APART),
            (Some(before), None) => Some(before.saturating_add(APART)),
            (None, Some(behind)) => Some(behind.saturating_sub(APART)),
            (Some(before), Some(behind)) => Some(before + (behind - before) / 2).filter(|n| *n > before && *n < behind),
        };
        entry.order = room.unwrap_or_default();
        row.insert(at, entry.id);
        self.all.push(entry);
        if room.is_none() {
            for (order, id) in (1..).zip(&row) {
                self.all.iter_mut().filter(|e| e.id == *id).for_each(|e| e.order = order * APART);
            }
        }
        let place = |item: Option<AgendaItemId>| {
            item.map(|item| self.file.agenda.iter().position(|i| i.id == item).unwrap_or(usize::MAX))
        };
        self.all.sort_by_key(|e| (place(e.item), e.order, e.id));
    }
}

/// Writes what is different now, with the facts that decisions and tasks begin with.
pub(super) fn store(tx: &mut Tx<'_>, file: &MinutesFile, all: &[Entry], mut taken: Vec<Decision>) -> Result<()> {
    let was: BTreeMap<MinutesEntryId, &Entry> = file.entries.iter().map(|e| (e.id, e)).collect();
    for gone in file.entries.iter().filter(|e| !all.iter().any(|now| now.id == e.id)) {
        tx.remove_minutes_entry(gone.id)?;
    }
    let minutes = Minutes { letters: with_letters(&file.minutes.letters, all), ..file.minutes.clone() };
    if !all.is_empty() || file.exists {
        tx.put_minutes(&minutes)?;
    }
    for entry in all.iter().filter(|e| was.get(&e.id).is_none_or(|old| *old != *e)) {
        tx.put_minutes_entry(entry)?;
        if was.get(&entry.id).is_some_and(|old| old.kind == entry.kind) {
            continue;
        }
        tx.remove_entry_facts(entry.id)?;
        match entry.kind {
            EntryKind::Decision => {
                let decision = first_decision(file, entry, &taken);
                tx.put_decision(&decision)?;
                taken.push(decision);
            }
            EntryKind::Task => tx.put_assignment(&first_assignment(file, entry))?,
            EntryKind::Speech | EntryKind::Explanation | EntryKind::Note => {}
        }
    }
    Ok(())
}

/// A decision as it begins: what the item usually comes to, with the next number.
fn first_decision(file: &MinutesFile, entry: &Entry, taken: &[Decision]) -> Decision {
    let m = &file.meeting;
    let kind = entry.item.and_then(|id| file.agenda.iter().find(|i| i.id == id)).map(usual_kind);
    let year: FiscalYear = m.year();
    Decision {
        entry: entry.id,
        meeting: m.id,
        body: m.body,
        year,
        number: Some(next_number(taken, m.body, year)),
        kind: kind.unwrap_or(DecisionKind::Other),
        manner: None,
        yes: None,
        no: None,
        abstain: None,
        left_room: String::new(),
        told_to: String::new(),
    }
}

fn usual_kind(item: &AgendaItem) -> DecisionKind {
    match item.kind {
        ItemKind::Deliberation | ItemKind::LastMinutes => DecisionKind::Approved,
        ItemKind::Report => DecisionKind::Acknowledged,
        ItemKind::Election => DecisionKind::Elected,
        _ => DecisionKind::Other,
    }
}

fn first_assignment(file: &MinutesFile, entry: &Entry) -> Assignment {
    Assignment {
        entry: entry.id,
        meeting: file.meeting.id,
        owner: OwnerKind::Secretariat,
        person: None,
        body: None,
        organization: None,
        name: String::new(),
        due_on: None,
        done_on: None,
        outcome: String::new(),
    }
}
