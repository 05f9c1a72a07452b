//! The skeleton of minutes (会議録のひな形), out of what is known before anybody has typed a
//! word: opening, attendance, papers, each item with who presents it, elections and decisions
//! that are recorded already.

use super::write::store;
use super::{MinutesFile, name, refused};
use crate::council::{App, Written};
use crate::error::Result;
use crate::snapshot::Snapshot;
use crate::text::minutes as words;
use entaku_domain::agenda::{AgendaItem, ItemKind};
use entaku_domain::id::{AgendaItemId, MeetingId, MinutesEntryId};
use entaku_domain::minutes::{Decision, DecisionKind, Entry, EntryKind, Role, Speaker};
use entaku_domain::minutes_fault::MinutesFault;
use entaku_domain::paper::Paper;
use entaku_domain::text::search_key;
use entaku_store::Action;

/// An entry of the skeleton.
struct Seed {
    item: Option<AgendaItemId>,
    kind: EntryKind,
    speaker: Option<Speaker>,
    text: String,
    /// Whether it tells of an election.
    elects: bool,
}

impl App {
    /// Fills empty minutes with what is known of the meeting (「会議録のひな形」).
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`]; [`crate::AppError::Rules`] for final minutes, and for
    /// minutes in which something is written.
    pub fn fill_minutes(&mut self, id: MeetingId) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, id)?;
        file.must_be_open()?;
        if file.has_words() {
            return Err(refused(MinutesFault::AlreadyWritten));
        }
        let seeds = self.seeds(&council, &file)?;
        let taken = self.store.decisions()?;
        let action = Action::new("fill_minutes").about(name(&council, &file.meeting));
        self.change(action, Vec::new(), |tx| {
            let entry = |(order, seed): (i64, Seed)| Entry {
                id: MinutesEntryId::new(tx.new_id()),
                meeting: id,
                item: seed.item,
                order: order * 1000,
                kind: seed.kind,
                speaker: seed.speaker,
                text: seed.text,
                closed_reason: None,
                at: None,
            };
            let elects: Vec<bool> = seeds.iter().map(|s| s.elects).collect();
            let all: Vec<Entry> = (1..).zip(seeds).map(entry).collect();
            store(tx, &file, &all, taken)?;
            let elected = |d: &Decision| all.iter().zip(&elects).any(|(e, elects)| *elects && e.id == d.entry);
            for decision in tx.decisions_of(id)?.into_iter().filter(elected) {
                tx.put_decision(&Decision { kind: DecisionKind::Elected, ..decision })?;
            }
            Ok(())
        })
    }

    fn seeds(&self, council: &Snapshot, file: &MinutesFile) -> Result<Vec<Seed>> {
        let papers = self.papers_in_order(file.meeting.id)?;
        let mut elected: Vec<String> =
            self.election_lines(council, &file.meeting)?.into_iter().map(|l| l.sentences.concat()).collect();
        let mut decided = self.other_decisions(&file.meeting)?;
        let mut seeds = Vec::new();
        if !file.agenda.iter().any(|i| i.kind == ItemKind::Opening) {
            seeds.extend(self.opening(file, None, &papers)?);
        }
        for item in &file.agenda {
            let own = |kind, speaker, text| Seed { item: Some(item.id), kind, speaker, text, elects: false };
            match item.kind {
                ItemKind::Opening => seeds.extend(self.opening(file, Some(item.id), &papers)?),
                ItemKind::Recess => seeds.push(own(EntryKind::Note, None, words::RECESS.to_owned())),
                ItemKind::Letters | ItemKind::Greeting | ItemKind::Introductions => {
                    seeds.push(own(EntryKind::Note, None, words::note(&item.title)));
                }
                ItemKind::LastMinutes => {
                    seeds.push(own(EntryKind::Decision, None, words::last_minutes(&last_title(council, item))));
                }
                ItemKind::Heading => {}
                ItemKind::Closing => {
                    seeds.push(own(EntryKind::Note, None, words::closed_at(file.meeting.end.as_deref())))
                }
                ItemKind::Election => {
                    let said = std::mem::take(&mut elected);
                    seeds.extend(said.into_iter().map(|text| own(EntryKind::Decision, None, text)));
                }
                ItemKind::Deliberation | ItemKind::Report | ItemKind::Other => {
                    seeds.push(own(EntryKind::Explanation, presenter(council, file, item), explained(item, &papers)));
                    let (here, rest): (Vec<_>, Vec<_>) = decided.into_iter().partition(|d| item.title.contains(&d.0));
                    decided = rest;
                    seeds.extend(here.into_iter().map(|(_, text)| own(EntryKind::Decision, None, text)));
                }
            }
        }
        let last = file.agenda.iter().rfind(|i| i.kind == ItemKind::Deliberation).map(|i| i.id);
        let left = |text, elects| Seed { item: last, kind: EntryKind::Decision, speaker: None, text, elects };
        seeds.extend(elected.into_iter().map(|text| left(text, true)));
        seeds.extend(decided.into_iter().map(|(_, text)| left(text, false)));
        if !file.agenda.iter().any(|i| i.kind == ItemKind::Closing) {
            let item = file.agenda.last().map(|i| i.id);
            let text = words::closed_at(file.meeting.end.as_deref());
            seeds.push(Seed { item, kind: EntryKind::Note, speaker: None, text, elects: false });
        }
        Ok(seeds)
    }

    /// When it began, who came, whether that is enough, which papers there are.
    fn opening(&self, file: &MinutesFile, item: Option<AgendaItemId>, papers: &[Paper]) -> Result<Vec<Seed>> {
        let list = self.list_attendance(file.meeting.id)?;
        let office = || Some(Speaker { role: Role::Secretariat, person: None, name: String::new() });
        let said = |text: String| Seed { item, kind: EntryKind::Explanation, speaker: office(), text, elects: false };
        let opened = words::opened_at(file.meeting.start.as_deref());
        let mut seeds = vec![Seed { item, kind: EntryKind::Note, speaker: None, text: opened, elects: false }];
        if !file.attendance.is_empty() {
            let quorum = list.quorum.map(|q| q.text).unwrap_or_default();
            seeds.push(said(format!("{}{quorum}", list.summary)));
        }
        let named: Vec<String> = papers.iter().map(|p| format!("{}　{}", p.number, p.title)).collect();
        if !named.is_empty() {
            seeds.push(said(words::papers_checked(&named)));
        }
        Ok(seeds)
    }
}

/// The meeting whose minutes an item approves.
fn last_title(council: &Snapshot, item: &AgendaItem) -> String {
    let of = item.approves.and_then(|id| council.meetings.iter().find(|m| m.id == id));
    of.map(|m| council.meeting_name(m)).unwrap_or_default()
}

/// Who presents an item, as far as the agenda's words tell: the office, an officer, a member.
fn presenter(council: &Snapshot, file: &MinutesFile, item: &AgendaItem) -> Option<Speaker> {
    let typed = item.presenter.as_deref().map(str::trim).filter(|p| !p.is_empty())?;
    if typed == crate::text::labels::SECRETARIAT {
        return Some(Speaker { role: Role::Secretariat, person: None, name: String::new() });
    }
    if let Some(name) = file.meeting.secretariat.iter().find(|s| s.contains(typed)) {
        return Some(Speaker { role: Role::Secretariat, person: None, name: name.clone() });
    }
    let m = &file.meeting;
    let key = search_key(typed);
    let mut sittings = council.sittings(m.body, m.date).into_iter().filter_map(|s| s.person);
    let own = sittings.find(|p| {
        let title = council.office_title(m.body, p.id, m.date);
        title == Some(typed) || key.contains(&search_key(&p.name_on(m.date).full()))
    });
    Some(match own {
        Some(person) => Speaker { role: Role::Member, person: Some(person.id), name: String::new() },
        None => Speaker { role: Role::Guest, person: None, name: typed.to_owned() },
    })
}

/// 「資料2-1により説明した。」
fn explained(item: &AgendaItem, papers: &[Paper]) -> String {
    let numbers: Vec<String> =
        item.papers.iter().filter_map(|id| papers.iter().find(|p| p.id == *id)).map(|p| p.number.to_string()).collect();
    words::explained(&numbers)
}
