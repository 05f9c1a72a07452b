//! The plain text of a recording (文字起こし), looked at and then read into minutes: split by
//! speaker, each speaker matched to somebody once, put under items by time or all under one.

use super::write::store;
use super::{MinutesFile, name, refused};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::minutes::speakers::{SpeakerChoice, choices};
use crate::people::all_right;
use entaku_domain::id::{AgendaItemId, MeetingId, MinutesEntryId};
use entaku_domain::minutes::{Entry, EntryKind, Speaker};
use entaku_domain::minutes_fault::MinutesFault;
use entaku_domain::text::{check_text, search_key};
use entaku_domain::transcript::{Said, read};
use entaku_store::Action;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// The longest text, in characters: a day of talk.
pub const TRANSCRIPT_LIMIT: usize = 1_000_000;

/// What a transcript holds.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TranscriptPreview {
    /// Who speaks in it, the most talkative first.
    pub voices: Vec<Voice>,
    /// Stretches of speech, in order.
    pub said: Vec<SaidRow>,
    /// When the last one begins, in seconds; none where no times stand there.
    pub seconds: Option<u32>,
}

/// Somebody in a transcript.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Voice {
    /// As the transcript calls them; empty for stretches without a name.
    pub called: String,
    /// How many stretches.
    pub count: u32,
    /// Their first words.
    pub first: String,
    /// The one among those who may speak whom the name means; none where that is open.
    pub guess: Option<u32>,
}

/// A stretch of speech.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SaidRow {
    /// Who, as the transcript calls them.
    pub called: String,
    /// When, 00:12:34.
    pub at: Option<String>,
    /// The item under which it goes.
    pub item: Option<String>,
    /// What.
    pub text: String,
}

/// How a transcript is to be read in.
#[derive(Debug, Clone, Default)]
pub struct ReadTranscript {
    /// The text.
    pub text: String,
    /// Who is meant by each name; who is left out speaks as an unknown.
    pub voices: BTreeMap<String, Speaker>,
    /// From which second on each item was treated; empty puts all under [`Self::item`].
    pub items: Vec<(AgendaItemId, u32)>,
    /// The item under which all goes, or what comes before the first.
    pub item: Option<AgendaItemId>,
    /// Whether times are kept.
    pub keep_times: bool,
}

impl App {
    /// Looks at a transcript; nothing is written.
    ///
    /// # Errors
    /// An unknown meeting or item; [`AppError::Rules`] for a text without words or with control
    /// characters; [`AppError::FileTooLarge`].
    pub fn transcript_preview(&self, id: MeetingId, ask: &ReadTranscript) -> Result<TranscriptPreview> {
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, id)?;
        let said = heard(&file, ask)?;
        let known = choices(&council, &file);
        let mut voices: Vec<Voice> = Vec::new();
        for one in &said {
            match voices.iter_mut().find(|v| v.called == one.speaker) {
                Some(voice) => voice.count += 1,
                None => voices.push(Voice {
                    called: one.speaker.clone(),
                    count: 1,
                    first: crate::text::minutes::first_words(&one.text),
                    guess: guess(&one.speaker, &known),
                }),
            }
        }
        voices.sort_by_key(|v| std::cmp::Reverse(v.count));
        let row = |one: &Said| SaidRow {
            called: one.speaker.clone(),
            at: one.seconds.map(clock),
            item: placed(ask, one.seconds).map(|i| i.to_string()),
            text: one.text.clone(),
        };
        Ok(TranscriptPreview {
            seconds: said.iter().filter_map(|s| s.seconds).max(),
            said: said.iter().map(row).collect(),
            voices,
        })
    }

    /// Reads a transcript into the minutes, behind what is written there (「文字起こしの取り込み」).
    ///
    /// # Errors
    /// As for [`App::transcript_preview`]; [`AppError::Rules`] for final minutes.
    pub fn import_transcript(&mut self, id: MeetingId, ask: &ReadTranscript) -> Result<Written<u32>> {
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, id)?;
        file.must_be_open()?;
        let said = heard(&file, ask)?;
        let count = u32::try_from(said.len()).unwrap_or(u32::MAX);
        let taken = self.store.decisions()?;
        let last = file.entries.iter().map(|e| e.order).max().unwrap_or_default();
        let action = Action::new("import_transcript").about(name(&council, &file.meeting));
        self.change(action, Vec::new(), |tx| {
            let entry = |(order, one): (i64, &Said)| Entry {
                id: MinutesEntryId::new(tx.new_id()),
                meeting: id,
                item: placed(ask, one.seconds),
                order: last.saturating_add(order * 1000),
                kind: EntryKind::Speech,
                speaker: ask.voices.get(&one.speaker).cloned(),
                text: one.text.clone(),
                closed_reason: None,
                at: one.seconds.filter(|_| ask.keep_times).map(clock),
            };
            let new: Vec<Entry> = (1..).zip(&said).map(entry).collect();
            let all: Vec<Entry> = file.entries.iter().cloned().chain(new).collect();
            store(tx, &file, &all, taken)?;
            Ok(count)
        })
    }
}

fn heard(file: &MinutesFile, ask: &ReadTranscript) -> Result<Vec<Said>> {
    let length = ask.text.chars().count();
    if length > TRANSCRIPT_LIMIT {
        let (bytes, limit) = (length as u64, TRANSCRIPT_LIMIT as u64);
        return Err(AppError::FileTooLarge { name: crate::text::minutes::MINUTES.to_owned(), bytes, limit });
    }
    let named = ask.items.iter().map(|(id, _)| *id).chain(ask.item);
    if let Some(unknown) = named.into_iter().find(|id| !file.agenda.iter().any(|i| i.id == *id)) {
        return Err(AppError::UnknownRecord(unknown.to_string()));
    }
    let said = read(&ask.text);
    if said.is_empty() {
        return Err(refused(MinutesFault::NothingHeard));
    }
    all_right(said.iter().map(|one| check_text("text", &one.text)))?;
    Ok(said)
}

/// The item that was treated at a time.
fn placed(ask: &ReadTranscript, seconds: Option<u32>) -> Option<AgendaItemId> {
    let begun = |from: &&(AgendaItemId, u32)| seconds.is_some_and(|now| from.1 <= now);
    ask.items.iter().filter(begun).max_by_key(|(_, from)| *from).map(|(id, _)| *id).or(ask.item)
}

/// Whom a name means: one whose label, name or family name it is, and nobody else's.
fn guess(called: &str, known: &[SpeakerChoice]) -> Option<u32> {
    let key = search_key(called);
    if key.is_empty() {
        return None;
    }
    let is = |s: &SpeakerChoice| {
        let family = s.full.split('　').next().unwrap_or_default();
        let names = [s.label.as_str(), s.full.as_str(), s.kana.as_str(), family];
        let spoken = crate::text::elections::member(family);
        names.iter().chain([&spoken.as_str()]).any(|n| !n.is_empty() && search_key(n) == key)
    };
    let mut found = known.iter().enumerate().filter(|(_, s)| is(s)).map(|(at, _)| at);
    let first = found.next().filter(|_| found.next().is_none())?;
    u32::try_from(first).ok()
}

/// 00:12:34.
fn clock(seconds: u32) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
