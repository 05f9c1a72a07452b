//! The lawful erasure of a person reaches what was carried: each copy that is kept to compare
//! with is written anew without their data.

use super::Scratch;
use crate::change::{Action, Actor, Moment, Tx};
use crate::error::{Error, Result};
use crate::open::{Access, FILE_NAME, Store};
use crate::records::Records;
use entaku_domain::consignment::Consignment;
use entaku_domain::id::{ConsignmentId, PersonId};
use std::fs;

/// Under which code the erasure stands in a copy's own log.
const ERASED: &str = "purge_person";

/// An erasure, as it is carried on into copies.
pub(crate) struct Erasure<'e> {
    pub(crate) actor: &'e Actor,
    pub(crate) at: Moment,
    /// The person, and whoever was merged into them.
    pub(crate) people: &'e [PersonId],
    pub(crate) replacement: &'e str,
}

/// Writes the kept copies anew in which somebody stands; answers which these are, each with the
/// hash of what it was before.
pub(crate) fn erase_in_copies(tx: &mut Tx<'_>, erasure: &Erasure<'_>) -> Result<Vec<(ConsignmentId, String)>> {
    let mut old = Vec::new();
    for given in tx.consignments()? {
        if !tx.has_file(&given.base) {
            continue;
        }
        let scratch = Scratch::new()?;
        let file = scratch.path().join(FILE_NAME);
        fs::write(&file, tx.file(&given.base)?).map_err(|e| Error::io(&file, e))?;
        let mut copy = match Store::open(scratch.path(), Access::ReadWrite, erasure.at) {
            Ok(copy) => copy,
            // Nothing can be compared with it, and nobody can be looked for in it.
            Err(Error::NotACouncil { .. } | Error::Damaged { .. }) => continue,
            Err(other) => return Err(other),
        };
        let mut found = false;
        for person in erasure.people {
            found |= copy.erase(erasure.actor, erasure.at, *person, erasure.replacement)?;
        }
        drop(copy);
        if found {
            let bytes = fs::read(&file).map_err(|e| Error::io(&file, e))?;
            let base = tx.add_file(&mut bytes.as_slice())?;
            old.push((given.id, given.base.clone()));
            tx.put_consignment(&Consignment { base, ..given })?;
        }
    }
    Ok(old)
}

impl Store {
    /// Erases a person in a copy; answers whether they stand in it.
    ///
    /// # Errors
    /// Those of [`Store::purge_person`].
    pub fn erase(&mut self, actor: &Actor, at: Moment, person: PersonId, replacement: &str) -> Result<bool> {
        match self.purge_person(actor, Action::new(ERASED), at, person, replacement) {
            Ok(_) => Ok(true),
            Err(Error::NotFound { .. }) => Ok(false),
            Err(other) => Err(other),
        }
    }
}

impl Records {
    /// Whom this copy has lost since it was carried.
    ///
    /// # Errors
    /// [`Error::Corrupt`] for an identifier that is none.
    pub fn erased_people(&self) -> Result<Vec<PersonId>> {
        let sql = "select distinct r.row_id from change_row r join change c on c.id = r.change_id
                   where r.tbl = 'person' and c.action = ?1 order by 1";
        let ids =
            self.db.prepare(sql)?.query_map([ERASED], |r| r.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
        let known = |id: &String| {
            PersonId::parse(id).map_err(|_| Error::Corrupt {
                table: "change_row".to_owned(),
                row: id.clone(),
                column: "row_id".to_owned(),
            })
        };
        ids.iter().map(known).collect()
    }
}
