//! People and their affiliations.

use super::search::key_of;
use crate::change::Tx;
use crate::error::Result;
use crate::log;
use crate::records::Records;
use crate::row::{Cells, Row, day, json, maybe, text, to_json};
use entaku_domain::address::Delivery;
use entaku_domain::id::{AffiliationId, OrganizationId, PersonId};
use entaku_domain::person::{Affiliation, Gender, Person, PersonName, Publication};
use rusqlite::types::Value;

impl Row for Person {
    const TABLE: &'static str = "person";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "family",
        "given",
        "family_kana",
        "given_kana",
        "latin",
        "glyph_note",
        "letter_title",
        "publication",
        "needs",
        "contact",
        "gender",
        "former_names",
        "delivery",
        "search",
    ];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(PersonId::parse)?,
            name: PersonName {
                family: c.text()?,
                given: c.text()?,
                family_kana: c.text()?,
                given_kana: c.text()?,
                latin: c.maybe_text()?,
            },
            glyph_note: c.maybe_text()?,
            letter_title: c.text()?,
            publication: c.parse(Publication::from_code)?,
            needs: c.parse(json)?,
            contact: c.maybe_text()?,
            gender: c.maybe(Gender::from_code)?,
            former_names: c.parse(json)?,
            delivery: c.maybe(Delivery::from_code)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        let name = &self.name;
        let spoken = |n: &PersonName| [n.full(), n.kana(), n.latin.clone().unwrap_or_default()];
        let known: Vec<String> = self.all_names().flat_map(spoken).collect();
        Ok(vec![
            text(self.id),
            text(&name.family),
            text(&name.given),
            text(&name.family_kana),
            text(&name.given_kana),
            maybe(name.latin.as_ref()),
            maybe(self.glyph_note.as_ref()),
            text(&self.letter_title),
            text(self.publication.code()),
            to_json(&self.needs)?,
            maybe(self.contact.as_ref()),
            maybe(self.gender.map(Gender::code)),
            to_json(&self.former_names)?,
            maybe(self.delivery.map(Delivery::code)),
            text(key_of(known.iter().map(String::as_str))),
        ])
    }
}

impl Row for Affiliation {
    const TABLE: &'static str = "affiliation";
    const COLUMNS: &'static [&'static str] = &["id", "person", "organization", "post", "from_day", "to_day"];

    fn read(c: &mut Cells<'_>) -> Result<Self> {
        Ok(Self {
            id: c.parse(AffiliationId::parse)?,
            person: c.parse(PersonId::parse)?,
            organization: c.maybe(OrganizationId::parse)?,
            post: c.maybe_text()?,
            from: c.maybe(day)?,
            to: c.maybe(day)?,
        })
    }

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            text(self.id),
            text(self.person),
            maybe(self.organization),
            maybe(self.post.as_ref()),
            maybe(self.from),
            maybe(self.to),
        ])
    }
}

impl Records {
    /// Everybody, by reading.
    pub fn people(&self) -> Result<Vec<Person>> {
        self.list("order by family_kana, given_kana, id", [])
    }

    /// A person.
    pub fn person(&self, id: PersonId) -> Result<Option<Person>> {
        self.get(id)
    }

    /// Everybody's affiliations, oldest first within a person.
    pub fn affiliations(&self) -> Result<Vec<Affiliation>> {
        self.list("order by person, from_day, id", [])
    }

    /// A person's affiliations, oldest first.
    pub fn affiliations_of(&self, person: PersonId) -> Result<Vec<Affiliation>> {
        self.list("where person = ?1 order by from_day, id", [person.to_string()])
    }
}

impl Tx<'_> {
    /// Writes a person.
    pub fn put_person(&mut self, person: &Person) -> Result<()> {
        self.put(person)
    }

    /// Removes a person who was entered by mistake; the log keeps them, see
    /// [`crate::Store::purge_person`].
    pub fn remove_person(&mut self, id: PersonId) -> Result<()> {
        self.remove("person", id)
    }

    /// Lets everything that refers to one person refer to another: every column that
    /// references a person or is called so, and the names that issued documents hold.
    /// The log keeps who became whom, even where nothing refers to them: by that a
    /// purge of the one finds what is logged of the other.
    pub fn repoint_person(&mut self, from: PersonId, to: PersonId) -> Result<()> {
        let sql = "select m.name, f.\"from\" from sqlite_master m, pragma_foreign_key_list(m.name) f
                   where m.type = 'table' and f.\"table\" = 'person'
                   union select m.name, c.name from sqlite_master m, pragma_table_info(m.name) c
                   where m.type = 'table' and c.name = 'person' and m.name <> 'issued_person' order by 1, 2";
        let columns = self
            .db
            .prepare(sql)?
            .query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?
            .collect::<rusqlite::Result<Vec<(String, String)>>>()?;
        let ids = [to.to_string(), from.to_string()];
        for (table, column) in columns {
            self.db
                .execute(&format!("update \"{table}\" set \"{column}\" = ?1 where \"{column}\" = ?2"), ids.clone())?;
        }
        self.db.execute(
            "insert or ignore into issued_person (id, issued, person)
             select issued || '/' || ?1, issued, ?1 from issued_person where person = ?2",
            ids,
        )?;
        self.db.execute("delete from issued_person where person = ?1", [from.to_string()])?;
        let image = log::image(&log::columns(&self.db, "person")?, "person.");
        let sql = format!(
            "insert into change_row (change_id, tbl, row_id, before, after)
             select c.id, 'person', person.id, {image}, {image} from person, change c
             where person.id = ?1 and c.open = 1 and not exists
                (select 1 from change_row r where r.change_id = c.id and r.tbl = 'person' and r.row_id = ?1)"
        );
        self.db.execute(&sql, [to.to_string()])?;
        Ok(())
    }

    /// Writes an affiliation.
    pub fn put_affiliation(&mut self, affiliation: &Affiliation) -> Result<()> {
        self.put(affiliation)
    }

    /// Removes an affiliation.
    pub fn remove_affiliation(&mut self, id: AffiliationId) -> Result<()> {
        self.remove("affiliation", id)
    }
}
