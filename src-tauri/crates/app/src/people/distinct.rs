//! Alike people who are known to be two (別人): their pair is offered no more to be merged.

use super::merge::Duplicate;
use super::names::refused;
use crate::council::{App, Written};
use crate::error::Result;
use entaku_domain::id::PersonId;
use entaku_domain::person::TwoPeople;
use entaku_domain::person_fault::PersonFault;
use entaku_store::Action;
use std::collections::BTreeSet;

impl App {
    /// The pairs that are known to be two people.
    pub(super) fn known_pairs(&self) -> Result<BTreeSet<TwoPeople>> {
        Ok(self.store.distinct_people()?.into_iter().collect())
    }

    /// The pairs that were set apart, to be looked at and taken back.
    ///
    /// # Errors
    /// Those of the store.
    pub fn distinct_people(&self) -> Result<Vec<Duplicate>> {
        let council = self.snapshot()?;
        let pairs = self.store.distinct_people()?;
        Ok(pairs.into_iter().filter_map(|pair| self.alike(&council, pair)).collect())
    }

    /// Says that two alike records are of two people (「別の人としての確認」), or takes it back.
    /// Nothing is changed where it stands so already.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownPerson`]; [`crate::AppError::Rules`] for one record twice.
    pub fn set_distinct(&mut self, one: PersonId, other: PersonId, distinct: bool) -> Result<Written<()>> {
        let names = [self.known_person(one)?.name.full(), self.known_person(other)?.name.full()];
        if one == other {
            return Err(refused(PersonFault::SameRecord));
        }
        let pair = TwoPeople::new(one, other);
        let known = self.known_pairs()?.contains(&pair);
        let code = if distinct { "set_distinct" } else { "unset_distinct" };
        self.change(Action::new(code).about(names.join("、")), Vec::new(), |tx| {
            match (known, distinct) {
                (false, true) => tx.put_distinct(pair)?,
                (true, false) => tx.remove_distinct(pair)?,
                _ => {}
            }
            Ok(())
        })
    }
}
