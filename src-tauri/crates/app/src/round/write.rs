//! What is recorded of a round, for many seats at once. Every deed is one change.

use super::gather::{Place, named};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::snapshot::Snapshot;
use crate::text::{round as text, today as words};
use entaku_domain::Day;
use entaku_domain::id::{NominationId, OrganizationId, PersonId, SeatId};
use entaku_domain::round::{RoundFault, Step};
use entaku_domain::seat::{Filler, Seat};
use entaku_domain::selection::Nomination;
use entaku_domain::text::check_note;
use entaku_domain::violation::Violation;
use entaku_store::Action;

/// Seats of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatsOf {
    /// The terms' last day; none for vacancies in mid-term.
    pub on: Option<Day>,
    /// The seats.
    pub seats: Vec<SeatId>,
}

/// How many seats were changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, ts_rs::TS)]
pub struct Touched {
    /// Those that were.
    pub changed: u32,
    /// Those that the deed does not concern: a post needs no nomination.
    pub skipped: u32,
}

/// Everything that is recorded of one seat in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFacts {
    /// Who is asked; none for nobody. Fixed for seats of posts and organisations.
    pub organization: Option<OrganizationId>,
    /// Who is nominated.
    pub person: Option<PersonId>,
    /// First day of the new term; the round's where none.
    pub start: Option<Day>,
    /// When each step was done; of the seat's steps, what is not named is not done.
    pub done: Vec<(Step, Day)>,
    /// Due days that the office sets; what is not named is counted.
    pub dues: Vec<(Step, Day)>,
    /// A note.
    pub note: Option<String>,
}

impl App {
    /// Records when a step was done, or with no day takes it back (「改選の手順の記録」).
    ///
    /// # Errors
    /// [`AppError::Rules`] where none of the seats has this step, or one is not in the round.
    pub fn set_round_step(&mut self, of: &SeatsOf, step: Step, day: Option<Day>) -> Result<Written<Touched>> {
        self.edit("set_round_step", of, Some(step), |_, n| {
            n.set_done(step, day);
            Ok(true)
        })
    }

    /// Sets when a step is due, or with no day counts it again (「改選の期限の設定」).
    ///
    /// # Errors
    /// As [`App::set_round_step`].
    pub fn set_round_due(&mut self, of: &SeatsOf, step: Step, day: Option<Day>) -> Result<Written<Touched>> {
        self.edit("set_round_due", of, Some(step), |_, n| {
            n.set_due(step, day);
            Ok(true)
        })
    }

    /// Names who sits there now once more (「再任の候補の記録」). Vacant seats, those that are
    /// appointed to, and those for which somebody else is named are passed over.
    ///
    /// # Errors
    /// As [`App::set_round_step`].
    pub fn name_again(&mut self, of: &SeatsOf) -> Result<Written<Touched>> {
        self.edit("name_again", of, None, |place, n| {
            let Some(present) = place.present.filter(|_| place.new.is_none()) else { return Ok(false) };
            if n.person.is_some_and(|named| named != present.person) {
                return Ok(false);
            }
            n.person = Some(present.person);
            Ok(true)
        })
    }

    /// Records everything of one seat (「改選の記録の変更」).
    ///
    /// # Errors
    /// As [`App::set_round_step`]; an unknown person or organisation; another person
    /// than the one who is appointed already.
    pub fn set_round_row(&mut self, on: Option<Day>, seat: SeatId, facts: &RowFacts) -> Result<Written<Touched>> {
        all_right(facts.note.iter().map(|note| check_note("note", note)))?;
        let of = SeatsOf { on, seats: vec![seat] };
        self.edit("set_round_row", &of, None, |place, n| {
            if let Some(new) = place.new.filter(|_| facts.person != n.person) {
                return Err(fault(RoundFault::Appointed { from: new.start }));
            }
            if place.seat.filler == Filler::Person {
                n.organization = facts.organization;
            }
            let before = n.clone();
            n.person = facts.person;
            n.start_on = facts.start.filter(|start| Some(*start) != on.and_then(|d| d.succ_opt()));
            // The days of other steps, and those of a seat that is to be closed, are not shown
            // where this is recorded: they stay.
            for step in place.way.steps().iter().filter(|_| !place.is_closed) {
                let of = |days: &[(Step, Day)]| days.iter().find(|(s, _)| s == step).map(|(_, day)| *day);
                n.set_done(*step, of(&facts.done));
                n.set_due(*step, of(&facts.dues));
            }
            forget_another(&before, n);
            n.note = facts.note.clone();
            Ok(true)
        })
    }

    /// Opens nominations for seats, with nothing done yet (「推薦の手続きの開始」).
    ///
    /// # Errors
    /// As [`App::set_round_step`].
    pub fn open_nominations(&mut self, of: &SeatsOf) -> Result<Written<Touched>> {
        self.edit("open_nominations", of, None, |place, _| Ok(!place.is_recorded))
    }

    /// Takes nominations off the list (「推薦の手続きの取消し」). Seats without one are passed over.
    ///
    /// # Errors
    /// As [`App::set_round_step`].
    pub fn remove_nominations(&mut self, of: &SeatsOf) -> Result<Written<Touched>> {
        let council = self.snapshot()?;
        let places = named(self.store(), &council, of.on, self.today(), &of.seats)?;
        let gone: Vec<NominationId> = places.iter().filter(|p| p.is_recorded).map(|p| p.nomination.id).collect();
        let touched = Touched { changed: number(gone.len()), skipped: number(places.len() - gone.len()) };
        let about = subject(&council, of.on, &places);
        self.change(Action::new("remove_nominations").about(about), Vec::new(), |tx| {
            gone.iter().try_for_each(|id| tx.remove_nomination(*id))?;
            Ok(touched)
        })
    }

    /// Changes the nominations of seats; `work` says whether it concerns a seat.
    fn edit(
        &mut self,
        action: &'static str,
        of: &SeatsOf,
        step: Option<Step>,
        work: impl Fn(&Place<'_>, &mut Nomination) -> Result<bool>,
    ) -> Result<Written<Touched>> {
        let council = self.snapshot()?;
        let places = named(self.store(), &council, of.on, self.today(), &of.seats)?;
        let mut changed = Vec::new();
        for place in places.iter().filter(|p| step.is_none_or(|s| p.way.steps().contains(&s))) {
            let mut nomination = place.nomination.clone();
            if work(place, &mut nomination)? {
                changed.push((place.is_recorded, nomination));
            }
        }
        if let Some(step) = step.filter(|_| changed.is_empty()) {
            return Err(fault(RoundFault::NotAStep { step }));
        }
        let touched = Touched { changed: number(changed.len()), skipped: number(places.len() - changed.len()) };
        let about = subject(&council, of.on, &places);
        self.change(Action::new(action).about(about), Vec::new(), |tx| {
            for (is_recorded, nomination) in changed {
                let id = if is_recorded { nomination.id } else { NominationId::new(tx.new_id()) };
                tx.put_nomination(&Nomination { id, ..nomination })?;
            }
            Ok(touched)
        })
    }
}

/// An answer and a consent are those of the person who was named: for somebody else
/// they count only where their days are new, too.
fn forget_another(before: &Nomination, n: &mut Nomination) {
    if before.person.is_none() || before.person == n.person {
        return;
    }
    for step in [Step::Reply, Step::Consent] {
        if n.done_on(step) == before.done_on(step) {
            n.set_done(step, None);
        }
    }
}

pub(super) fn fault(fault: RoundFault) -> AppError {
    AppError::Rules(vec![Violation::Round(fault)])
}

/// What a change is about: the one seat, or the round.
pub(super) fn subject(council: &Snapshot, on: Option<Day>, places: &[Place<'_>]) -> String {
    match (places, on) {
        ([one], _) => label(council, one.seat, on),
        (_, on) => text::subject(council.council.date_style, on, places.len()),
    }
}

/// 全体会　⑴号の席（社会福祉協議会）.
pub(crate) fn label(council: &Snapshot, seat: &Seat, on: Option<Day>) -> String {
    let as_of = on.unwrap_or(seat.from);
    let year = entaku_domain::FiscalYear::of(as_of);
    words::seat(council.body_name(seat.body, year), seat.category, &council.filler_text(seat, as_of))
}

pub(super) fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
