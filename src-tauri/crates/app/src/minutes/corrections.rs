//! The round of corrections (会議録案の確認): who has answered, what they want changed, what
//! became of it.

use super::speakers::full_name;
use super::{MinutesFile, name, refused};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::minutes as words;
use entaku_domain::Day;
use entaku_domain::id::{AppointmentId, CorrectionId, MeetingId, MinutesEntryId, PersonId};
use entaku_domain::minutes::{Answered, Correction, Entry};
use entaku_domain::minutes_fault::MinutesFault;
use entaku_domain::text::{check_note, check_text};
use entaku_store::Action;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// The round of corrections of a meeting's minutes.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CorrectionRound {
    /// Members, each with whether they have answered.
    pub members: Vec<RoundMember>,
    /// What they want changed, as it came.
    pub corrections: Vec<CorrectionRow>,
    /// How many have answered: 「15人のうち9人」.
    pub summary: String,
}

/// A member in the round.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RoundMember {
    /// The appointment's identifier.
    pub appointment: String,
    /// The person's identifier.
    pub person: String,
    /// Their name.
    pub name: String,
    /// When they answered, ISO.
    pub answered_on: Option<String>,
}

/// A correction that somebody asked for.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CorrectionRow {
    /// Its identifier.
    pub id: String,
    /// The entry that it concerns.
    pub entry: Option<String>,
    /// That entry's number in the members' copy.
    pub number: Option<u32>,
    /// The member's identifier.
    pub person: Option<String>,
    /// Who asked.
    pub who: String,
    /// A name of who is no member.
    pub name: String,
    /// Where.
    pub place: String,
    /// The words as they stand.
    pub old: String,
    /// As they should be.
    pub new: String,
    /// Whether it was accepted; open where none.
    pub accepted: Option<bool>,
    /// Why it was not, or what was done.
    pub reason: String,
    /// When it came, ISO.
    pub received_on: String,
    /// Whether the old words stand in the entry, so that accepting puts the new ones there.
    pub applies: bool,
}

/// A correction to be kept.
#[derive(Debug, Clone)]
pub struct KeepCorrection {
    /// The entry that it concerns.
    pub entry: Option<MinutesEntryId>,
    /// The member who asked.
    pub person: Option<PersonId>,
    /// A name of who is no member.
    pub name: String,
    /// Where.
    pub place: String,
    /// The words as they stand.
    pub old: String,
    /// As they should be.
    pub new: String,
    /// When it came.
    pub received_on: Day,
}

/// The number of each entry in the members' copy.
pub(crate) fn entry_numbers(file: &MinutesFile) -> BTreeMap<MinutesEntryId, u32> {
    let worded = file.entries.iter().filter(|e| !e.text.trim().is_empty());
    worded.map(|e| e.id).zip(1..).collect()
}

impl App {
    /// The round of corrections of a meeting's minutes.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`].
    pub fn correction_round(&self, id: MeetingId) -> Result<CorrectionRound> {
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, id)?;
        let answers = self.store.minutes_answers(id)?;
        let m = &file.meeting;
        let sittings = council.sittings(m.body, m.date);
        let members: Vec<RoundMember> = sittings
            .iter()
            .filter_map(|s| Some((s.appointment?, s.person?)))
            .map(|(a, p)| RoundMember {
                appointment: a.id.to_string(),
                person: p.id.to_string(),
                name: full_name(&council, &file, p),
                answered_on: answers.iter().find(|x| x.appointment == a.id).map(|x| x.on.to_string()),
            })
            .collect();
        let numbers = entry_numbers(&file);
        let rows = self.store.corrections(id)?.iter().map(|c| row(&council, &file, &numbers, c)).collect();
        let answered = members.iter().filter(|m| m.answered_on.is_some()).count();
        Ok(CorrectionRound { summary: words::answered(members.len(), answered), members, corrections: rows })
    }

    /// Records which members have answered the draft (「会議録案の確認の回答」).
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`], [`AppError::UnknownRecord`] for who sits there not.
    pub fn set_minutes_answers(&mut self, id: MeetingId, rows: &[(AppointmentId, Option<Day>)]) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, id)?;
        let answers = self.store.minutes_answers(id)?;
        if let Some((unknown, _)) = rows.iter().find(|(a, _)| council.appointment(*a).is_none()) {
            return Err(AppError::UnknownRecord(unknown.to_string()));
        }
        let action = Action::new("set_minutes_answers").about(name(&council, &file.meeting));
        self.change(action, Vec::new(), |tx| {
            for (appointment, on) in rows {
                match on {
                    Some(on) => tx.put_minutes_answer(&Answered { meeting: id, appointment: *appointment, on: *on })?,
                    None => {
                        let old = answers.iter().find(|a| a.appointment == *appointment);
                        old.map_or(Ok(()), |old| tx.remove_minutes_answer(old))?;
                    }
                }
            }
            Ok(())
        })
    }

    /// Keeps a correction that somebody asked for (「会議録案への修正の記録」); an old one is mended.
    /// Whoever asks has answered.
    ///
    /// # Errors
    /// [`AppError::UnknownMeeting`], [`AppError::UnknownRecord`]; [`AppError::Rules`] for texts.
    pub fn keep_correction(
        &mut self,
        meeting: MeetingId,
        id: Option<CorrectionId>,
        ask: &KeepCorrection,
    ) -> Result<Written<CorrectionId>> {
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, meeting)?;
        let old = id.map(|id| self.known_correction(id)).transpose()?;
        check(&file, ask)?;
        let m = &file.meeting;
        let sittings = council.sittings(m.body, m.date);
        let own = sittings.iter().find(|s| s.person.map(|p| p.id) == ask.person && ask.person.is_some());
        let answered = own.and_then(|s| s.appointment).map(|a| a.id);
        let known = self.store.minutes_answers(meeting)?;
        let answered = answered.filter(|a| !known.iter().any(|k| k.appointment == *a));
        let action = Action::new("keep_correction").about(name(&council, m));
        self.change(action, Vec::new(), |tx| {
            if !file.exists {
                tx.put_minutes(&file.minutes)?;
            }
            let id = old.as_ref().map_or_else(|| CorrectionId::new(tx.new_id()), |c| c.id);
            tx.put_correction(&Correction {
                id,
                meeting,
                entry: ask.entry,
                person: ask.person,
                name: ask.name.trim().to_owned(),
                place: ask.place.trim().to_owned(),
                old: ask.old.clone(),
                new: ask.new.clone(),
                accepted: old.as_ref().and_then(|c| c.accepted),
                reason: old.as_ref().map(|c| c.reason.clone()).unwrap_or_default(),
                received_on: ask.received_on,
            })?;
            if let Some(appointment) = answered {
                tx.put_minutes_answer(&Answered { meeting, appointment, on: ask.received_on })?;
            }
            Ok(id)
        })
    }

    /// Decides on a correction (「会議録案への修正の採否」); where it is accepted and its words
    /// stand in the entry, the new words take their place.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for final minutes, for words that stand
    /// there no more, for a refusal without a reason.
    pub fn decide_correction(
        &mut self,
        id: CorrectionId,
        accepted: Option<bool>,
        reason: &str,
        apply: bool,
    ) -> Result<Written<()>> {
        let old = self.known_correction(id)?;
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, old.meeting)?;
        file.must_be_open()?;
        all_right([check_note("reason", reason)])?;
        if accepted == Some(false) && reason.trim().is_empty() {
            return Err(refused(MinutesFault::ReasonMissing));
        }
        let entry = old.entry.and_then(|id| file.entries.iter().find(|e| e.id == id));
        let mended = match (accepted == Some(true) && apply, entry) {
            (true, Some(entry)) => Some(mended(entry, &old)?),
            (true, None) => return Err(refused(MinutesFault::WordsGone)),
            (false, _) => None,
        };
        let new = Correction { accepted, reason: reason.trim().to_owned(), ..old };
        let action = Action::new("decide_correction").about(name(&council, &file.meeting));
        self.change(action, Vec::new(), |tx| {
            mended.as_ref().map_or(Ok(()), |entry| tx.put_minutes_entry(entry))?;
            Ok(tx.put_correction(&new)?)
        })
    }

    /// Takes a correction away that was entered by mistake (「会議録案への修正の削除」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn remove_correction(&mut self, id: CorrectionId) -> Result<Written<()>> {
        let old = self.known_correction(id)?;
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, old.meeting)?;
        let action = Action::new("remove_correction").about(name(&council, &file.meeting));
        self.change(action, Vec::new(), |tx| Ok(tx.remove_correction(id)?))
    }

    fn known_correction(&self, id: CorrectionId) -> Result<Correction> {
        self.store.correction(id)?.ok_or_else(|| AppError::UnknownRecord(id.to_string()))
    }
}

fn check(file: &MinutesFile, ask: &KeepCorrection) -> Result<()> {
    if let Some(entry) = ask.entry.filter(|id| !file.entries.iter().any(|e| e.id == *id)) {
        return Err(AppError::UnknownRecord(entry.to_string()));
    }
    all_right([
        check_note("name", &ask.name),
        check_note("place", &ask.place),
        check_text("old", &ask.old),
        check_text("new", &ask.new),
    ])
}

/// The entry with the new words in the place of the old ones.
fn mended(entry: &Entry, correction: &Correction) -> Result<Entry> {
    if correction.old.is_empty() || !entry.text.contains(&correction.old) {
        return Err(refused(MinutesFault::WordsGone));
    }
    Ok(Entry { text: entry.text.replacen(&correction.old, &correction.new, 1), ..entry.clone() })
}

fn row(
    council: &Snapshot,
    file: &MinutesFile,
    numbers: &BTreeMap<MinutesEntryId, u32>,
    c: &Correction,
) -> CorrectionRow {
    let entry = c.entry.and_then(|id| file.entries.iter().find(|e| e.id == id));
    let member = c.person.and_then(|p| council.person(p)).map(|p| full_name(council, file, p));
    CorrectionRow {
        id: c.id.to_string(),
        entry: c.entry.map(|e| e.to_string()),
        number: c.entry.and_then(|e| numbers.get(&e).copied()),
        person: c.person.map(|p| p.to_string()),
        who: member.unwrap_or_else(|| c.name.clone()),
        name: c.name.clone(),
        place: c.place.clone(),
        old: c.old.clone(),
        new: c.new.clone(),
        accepted: c.accepted,
        reason: c.reason.clone(),
        received_on: c.received_on.to_string(),
        applies: entry.is_some_and(|e| !c.old.is_empty() && e.text.contains(&c.old)),
    }
}
