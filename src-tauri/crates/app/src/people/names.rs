//! A person's name over time (改姓・旧姓). A change of name keeps the earlier one:
//! whatever is made as of an earlier day shows it. Mending a slip is
//! [`App::update_person`], which keeps nothing.

use super::{all_right, check_name_parts, odd_characters};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use entaku_domain::Day;
use entaku_domain::id::PersonId;
use entaku_domain::person::{FormerName, Person, PersonName};
use entaku_domain::person_fault::PersonFault;
use entaku_domain::violation::Violation;
use entaku_store::Action;

/// A name that a person had, as a screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct FormerNameLine {
    /// 姓.
    pub family: String,
    /// 名.
    pub given: String,
    /// Reading of the family name.
    pub family_kana: String,
    /// Reading of the given name.
    pub given_kana: String,
    /// 姓 and 名.
    pub name: String,
    /// The last day on which it was theirs, ISO.
    pub to: String,
}

impl FormerNameLine {
    pub(crate) fn of(former: &FormerName) -> Self {
        Self {
            family: former.name.family.clone(),
            given: former.name.given.clone(),
            family_kana: former.name.family_kana.clone(),
            given_kana: former.name.given_kana.clone(),
            name: former.name.full(),
            to: former.to.to_string(),
        }
    }
}

impl App {
    /// Gives a person another name from a day on (「氏名の変更」); the present one
    /// stays as what they were called until the day before.
    ///
    /// # Errors
    /// [`AppError::UnknownPerson`]; [`AppError::Rules`] for the name's text, for the
    /// same name, and for a day on which a former name still was in use.
    pub fn change_name(&mut self, id: PersonId, name: &PersonName, from: Day) -> Result<Written<()>> {
        let old = self.known_person(id)?;
        let name = PersonName { latin: name.latin.clone().filter(|l| !l.trim().is_empty()), ..name.clone() };
        all_right(check_name_parts(&name))?;
        if name == old.name {
            return Err(refused(PersonFault::NameUnchanged));
        }
        let until = from.pred_opt().unwrap_or(from);
        if let Some(last) = old.former_names.iter().map(|f| f.to).max().filter(|last| *last >= until) {
            return Err(refused(PersonFault::NameFollows { until: last }));
        }
        let mut former_names = old.former_names.clone();
        former_names.push(FormerName { name: old.name.clone(), to: until });
        let notices = odd_characters(&name);
        let subject = format!("{}→{}", old.name.full(), name.full());
        let person = Person { name, former_names, ..old };
        self.change(Action::new("change_name").about(subject), notices, |tx| Ok(tx.put_person(&person)?))
    }

    /// Sets down what a person was called before, all of it (「旧姓・旧名の訂正」).
    ///
    /// # Errors
    /// [`AppError::UnknownPerson`]; [`AppError::Rules`] for a name's text, and for two
    /// names until one day.
    pub fn set_former_names(&mut self, id: PersonId, mut former_names: Vec<FormerName>) -> Result<Written<()>> {
        let old = self.known_person(id)?;
        all_right(former_names.iter().flat_map(|f| check_name_parts(&f.name)))?;
        former_names.sort_by_key(|f| f.to);
        let twice = former_names.windows(2).find(|pair| pair[0].to == pair[1].to);
        if let Some(pair) = twice {
            return Err(refused(PersonFault::FormerTwice { until: pair[0].to }));
        }
        let notices = former_names.iter().flat_map(|f| odd_characters(&f.name)).collect();
        let person = Person { former_names, ..old };
        let action = Action::new("set_former_names").about(person.name.full());
        self.change(action, notices, |tx| Ok(tx.put_person(&person)?))
    }

    pub(crate) fn known_person(&self, id: PersonId) -> Result<Person> {
        self.store.person(id)?.ok_or_else(|| AppError::UnknownPerson(id.to_string()))
    }
}

/// One objection to a record.
pub(crate) fn refused(fault: PersonFault) -> AppError {
    AppError::Rules(vec![Violation::Person(fault)])
}
