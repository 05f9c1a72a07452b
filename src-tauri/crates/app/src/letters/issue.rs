//! Numbers from the office's series: shown beforehand as planned, taken once for
//! good when the letters go out.

use super::drafts::{self, Batch, Draft};
use super::{LetterAsk, NumberWish, fault};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::text::letters as words;
use entaku_domain::FiscalYear;
use entaku_domain::id::LetterId;
use entaku_domain::letter::{
    LetterFault, LetterKind, LetterNumber, LetterOffice, NumberPattern, NumberPlan, next_number,
};
use entaku_store::Action;
use std::collections::BTreeSet;

/// What numbers the letters would take now.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct LetterPlan {
    /// How many letters there will be.
    pub letters: u32,
    /// The first number; none for letters that carry none.
    pub first: Option<u32>,
    /// Each number as it would be written.
    pub numbers: Vec<String>,
    /// The numbers that were taken for just these letters in the fiscal year, to be used again.
    pub taken: Option<TakenNumbers>,
    /// Who is left out, and why, in words; none where nobody is.
    pub notice: Option<String>,
}

/// Numbers that were taken.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct TakenNumbers {
    /// By which the letters are printed with them.
    pub batch: String,
    /// Each number as it is written.
    pub numbers: Vec<String>,
}

impl App {
    /// The numbers that the letters would take.
    ///
    /// # Errors
    /// Those of [`App::letters`].
    pub fn letter_plan(&self, ask: &LetterAsk) -> Result<LetterPlan> {
        let council = self.snapshot()?;
        let Batch { drafts, left_out } = drafts::of(self, &council, ask)?;
        let office = self.letter_office(&council)?;
        let letters = u32::try_from(drafts.len()).unwrap_or(u32::MAX);
        let notice = (!left_out.is_empty()).then(|| words::left_out(&left_out));
        if !ask.kind.is_numbered() {
            return Ok(LetterPlan { letters, first: None, numbers: Vec::new(), taken: None, notice });
        }
        let plan = self.next_numbers(&office, FiscalYear::of(ask.on), drafts.len())?;
        let first = plan.numbers.first().map(|(number, _)| *number);
        let numbers = written(&office, FiscalYear::of(ask.on), &plan)?;
        Ok(LetterPlan { letters, first, numbers, taken: self.taken_for(ask, &drafts)?, notice })
    }

    /// The newest numbers of the year that were taken for these letters and for no other: a
    /// number that was taken is not to be lost because the screen was left.
    fn taken_for(&self, ask: &LetterAsk, drafts: &[Draft]) -> Result<Option<TakenNumbers>> {
        let mut seen = BTreeSet::new();
        let year = FiscalYear::of(ask.on);
        let all = self.store().letter_numbers()?;
        for one in all.iter().filter(|n| n.kind == ask.kind && n.year == year) {
            if !seen.insert(one.batch) {
                continue;
            }
            let batch = self.store().letter_batch(one.batch)?;
            if let Some(numbers) = (batch.len() == drafts.len()).then(|| matched(batch, ask.kind, drafts)).flatten() {
                return Ok(Some(TakenNumbers { batch: one.batch.to_string(), numbers }));
            }
        }
        Ok(None)
    }

    /// Takes numbers for the letters (「文書番号の取得」), from `first` on or from the next
    /// free one. Final: a number is never given twice, not even after undo.
    ///
    /// # Errors
    /// [`LetterFault::NumberTaken`]; [`AppError::BadRequest`] for a letter that carries
    /// no number; those of [`App::letters`].
    pub fn take_letter_numbers(&mut self, ask: &LetterAsk, first: Option<u32>) -> Result<Written<TakenNumbers>> {
        if !ask.kind.is_numbered() {
            return Err(AppError::BadRequest(format!("{} carries no number", ask.kind.code())));
        }
        let council = self.snapshot()?;
        let drafts = drafts::of(self, &council, ask)?.drafts;
        let (office, year) = (self.letter_office(&council)?, FiscalYear::of(ask.on));
        let plan = match first {
            Some(first) => NumberPlan::new(office.batch, first, drafts.len()),
            None => self.next_numbers(&office, year, drafts.len())?,
        };
        if let Some(number) = plan.taken(&self.taken_numbers(year)?) {
            return Err(fault(LetterFault::NumberTaken { number }));
        }
        let texts = written(&office, year, &plan)?;
        let (kind, on, count) = (ask.kind, ask.on, drafts.len());
        let action = Action::new("take_letter_numbers").about(words::batch(kind, count)).aside();
        self.change(action, Vec::new(), |tx| {
            let ids: Vec<LetterId> = drafts.iter().map(|_| LetterId::new(tx.new_id())).collect();
            let batch = ids.first().copied().ok_or_else(|| fault(LetterFault::NobodyChosen))?;
            for (((draft, id), (number, branch)), text) in drafts.iter().zip(ids).zip(plan.numbers).zip(&texts) {
                let c = draft.concerns;
                let text = text.clone();
                let (person, organization, appointment, seat) = (c.person, c.organization, c.appointment, c.seat);
                let (meeting, guest, proposal) = (c.meeting, c.guest, c.proposal);
                tx.put_letter_number(&LetterNumber {
                    id,
                    kind,
                    on,
                    year,
                    number,
                    branch,
                    text,
                    batch,
                    person,
                    organization,
                    appointment,
                    seat,
                    meeting,
                    guest,
                    proposal,
                })?;
            }
            Ok(TakenNumbers { batch: batch.to_string(), numbers: texts.clone() })
        })
    }

    /// The numbers that stand on the letters, in order; empty texts for none.
    pub(super) fn numbers_for(&self, ask: &LetterAsk, office: &LetterOffice, drafts: &[Draft]) -> Result<Vec<String>> {
        let year = FiscalYear::of(ask.on);
        match ask.number {
            _ if !ask.kind.is_numbered() => Ok(vec![String::new(); drafts.len()]),
            NumberWish::None => Ok(vec![String::new(); drafts.len()]),
            NumberWish::Planned => {
                let plan = self.next_numbers(office, year, drafts.len())?;
                Ok(written(office, year, &plan)?.iter().map(|n| words::planned(n)).collect())
            }
            NumberWish::Taken(batch) => self.numbers_of(batch, ask, drafts),
        }
    }

    fn numbers_of(&self, batch: LetterId, ask: &LetterAsk, drafts: &[Draft]) -> Result<Vec<String>> {
        let taken = self.store().letter_batch(batch)?;
        matched(taken, ask.kind, drafts).ok_or_else(|| AppError::UnknownRecord(batch.to_string()))
    }

    /// What a number looks like, in a sample.
    pub(super) fn sample_number(&self, office: &LetterOffice) -> Result<String> {
        let year = FiscalYear::of(self.today());
        let plan = self.next_numbers(office, year, 1)?;
        Ok(written(office, year, &plan)?.pop().unwrap_or_default())
    }

    fn next_numbers(&self, office: &LetterOffice, year: FiscalYear, letters: usize) -> Result<NumberPlan> {
        let first = self.store().letter_series(year)?.unwrap_or(1);
        let next = next_number(first, &self.taken_numbers(year)?, office.batch, letters);
        Ok(NumberPlan::new(office.batch, next, letters))
    }

    pub(super) fn taken_numbers(&self, year: FiscalYear) -> Result<BTreeSet<u32>> {
        Ok(self.store().letter_numbers()?.iter().filter(|n| n.year == year).map(|n| n.number).collect())
    }
}

/// The number of each letter among those that were taken; none where one has none.
fn matched(mut taken: Vec<LetterNumber>, kind: LetterKind, drafts: &[Draft]) -> Option<Vec<String>> {
    let each = drafts.iter().map(|draft| {
        let c = draft.concerns;
        let concerns = (c.person, c.organization, c.appointment, c.seat, c.meeting, c.guest, c.proposal);
        let of = |n: &LetterNumber| (n.person, n.organization, n.appointment, n.seat, n.meeting, n.guest, n.proposal);
        let same = |n: &LetterNumber| n.kind == kind && of(n) == concerns;
        let at = taken.iter().position(same)?;
        Some(taken.remove(at).text)
    });
    each.collect()
}

fn written(office: &LetterOffice, year: FiscalYear, plan: &NumberPlan) -> Result<Vec<String>> {
    let pattern = NumberPattern::parse(&office.pattern).map_err(fault)?;
    Ok(plan.numbers.iter().map(|(number, branch)| pattern.write(year, *number, *branch)).collect())
}
