//! From which day to which a meeting is put off, for the letter that tells of it
//! (延期のお知らせ): as the record of the postponement says, or as typed.

use super::fault;
use super::meeting::{MeetingAsk, Moved};
use crate::council::App;
use crate::error::Result;
use crate::snapshot::Snapshot;
use entaku_domain::FiscalYear;
use entaku_domain::convocation::Convocation;
use entaku_domain::letter::{LetterFault, LetterKind};
use entaku_domain::meeting::{Meeting, Postponement};

/// A meeting that is put off, for a letter.
pub(super) struct PutOff {
    /// As it was to be held.
    pub(super) was: Meeting,
    /// When and where instead; none while that is open.
    pub(super) to: Option<Moved>,
    /// Why, as typed, else as recorded.
    pub(super) reason: String,
    /// By when members answer for the new day; none while that is open.
    pub(super) days: Option<Convocation>,
}

impl PutOff {
    /// What the letter tells; none for another kind of letter. What is typed goes before
    /// the record.
    ///
    /// # Errors
    /// [`LetterFault::NoNewDay`] where neither says anything, or a day of an earlier year is typed.
    pub(super) fn of(
        app: &App,
        council: &Snapshot,
        of: &MeetingAsk,
        kind: LetterKind,
        m: &Meeting,
    ) -> Result<Option<Self>> {
        if kind != LetterKind::Postponed {
            return Ok(None);
        }
        let kept = app.store().convocation(m.id)?;
        let counted = |date| Convocation::usual(m.id, date, &council.calendar);
        let record =
            app.store().postponements(m.id)?.into_iter().rev().find(|p| p.to_day.is_none_or(|to| to == m.date));
        let reason = Some(of.reason.trim()).filter(|r| !r.is_empty()).map(str::to_owned);
        let reason = reason.or_else(|| record.as_ref().map(|p| p.reason.trim().to_owned())).unwrap_or_default();
        match (&of.moved, record) {
            // Another day than the record has is told of the day that the meeting has now.
            (Some(typed), record) => {
                if FiscalYear::of(typed.date) < m.year() {
                    return Err(fault(LetterFault::NoNewDay));
                }
                let settled = record.filter(|p| p.to_day == Some(typed.date));
                let was = settled.as_ref().map_or_else(|| m.clone(), |p| as_it_was(p, m));
                let days = kept.filter(|_| settled.is_some()).unwrap_or_else(|| counted(typed.date));
                Ok(Some(Self { was, to: Some(filled(typed, m)), reason, days: Some(days) }))
            }
            (None, Some(record)) => {
                let settled = record.to_day.is_some();
                let now = Moved { date: m.date, start: m.start.clone(), end: m.end.clone(), place: m.place.clone() };
                let days = settled.then(|| kept.unwrap_or_else(|| counted(m.date)));
                Ok(Some(Self { was: as_it_was(&record, m), to: settled.then_some(now), reason, days }))
            }
            (None, None) => Err(fault(LetterFault::NoNewDay)),
        }
    }
}

/// The meeting with the day, the hours and the place that it was put off from.
fn as_it_was(p: &Postponement, m: &Meeting) -> Meeting {
    Meeting {
        date: p.was_day,
        start: p.was_start.clone(),
        end: p.was_end.clone(),
        place: p.was_place.clone(),
        ..m.clone()
    }
}

/// Hours and place that were not typed stay as they were.
fn filled(typed: &Moved, m: &Meeting) -> Moved {
    let hours = typed.start.is_some() || typed.end.is_some();
    let (start, end) = if hours { (typed.start.clone(), typed.end.clone()) } else { (m.start.clone(), m.end.clone()) };
    let place = if typed.place.trim().is_empty() { m.place.clone() } else { typed.place.clone() };
    Moved { date: typed.date, start, end, place }
}
