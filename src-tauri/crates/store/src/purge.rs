//! The lawful way out for personal data: a person's data are blanked where they
//! stand and in the log, while each change keeps its fact, time and actor.

mod places;

use crate::change::{Action, Actor, Done, Moment, Tx};
use crate::consign::{Erasure, erase_in_copies};
use crate::error::{Error, Result};
use crate::log;
use crate::open::{BACKUP, Store, beside};
use crate::row::Row;
use entaku_domain::address::AddressOf;
use entaku_domain::appointment::{Appointment, SelectionRoute};
use entaku_domain::delivery::Delivered;
use entaku_domain::evaluation::LivedExperience;
use entaku_domain::id::{ConsignmentId, IssuedId, PersonId};
use entaku_domain::leaving::Leaving;
use entaku_domain::person::{Affiliation, Person, PersonName, Publication};
use entaku_domain::reply::Reply;
use entaku_domain::selection::Nomination;
use places::{EVER_NAMED, FORMER_NAME_COLUMNS, MERGED, NAME_COLUMNS, NOTED, TOUCHED};
use rusqlite::params;
use std::path::PathBuf;

/// A text in which a purged name still stands: people must look at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The table.
    pub table: String,
    /// The row's identifier.
    pub row: String,
    /// The column.
    pub column: String,
}

/// What a purge leaves to be done by hand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Purged {
    /// Texts that still contain the full name (of this person, or of a namesake).
    pub mentions: Vec<Mention>,
    /// How many images and subjects in the log still contain it, for the same reasons.
    pub logged_mentions: u32,
    /// Documents that left the house, name the person, and are kept as they were.
    pub issued: Vec<IssuedId>,
    /// What was carried to whoever does the clerical work, and stands there still.
    pub carried: Vec<ConsignmentId>,
    /// Copies made before migrations: they still hold everything.
    pub backups: Vec<PathBuf>,
}

impl Store {
    /// Blanks a person's data, in the records and in the log: the name becomes
    /// `replacement`. Appointments, offices and attendances stay. Final; changes
    /// whose images are blanked can no longer be undone. Texts that are just the
    /// name (a proxy, a presenter, a head who selected) are blanked, too, unless
    /// there is a namesake. So is what was carried to whoever does the clerical work, in
    /// the copies that are kept of it. Records that were merged into the person's go with it,
    /// and a person of whom only the log knows may be purged, too. The file is then
    /// rewritten, so that nothing is left in its unused parts.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such person, and never was; those of [`Store::change`].
    /// [`Error::DiskFull`] may also mean that the data are blanked but the file
    /// could not be rewritten; the purge may be repeated.
    pub fn purge_person(
        &mut self,
        actor: &Actor,
        action: Action,
        at: Moment,
        person: PersonId,
        replacement: &str,
    ) -> Result<Done<Purged>> {
        let mut copies = Vec::new();
        let mut done = self.change(actor, action.last(), at, |tx| {
            let people: Vec<PersonId> = std::iter::once(person).chain(merged_into(tx, person)?).collect();
            let purged = purge(tx, &people, replacement)?;
            copies = erase_in_copies(tx, &Erasure { actor, at, people: &people, replacement })?;
            Ok::<_, Error>(purged)
        })?;
        let (carried, files): (Vec<_>, Vec<_>) = copies.into_iter().unzip();
        self.forget_unless_needed(&files)?;
        self.db.execute_batch("vacuum")?;
        done.output.carried = carried;
        done.output.backups = self.backups()?;
        Ok(done)
    }

    /// Copies made before migrations, by name.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn backups(&self) -> Result<Vec<PathBuf>> {
        let Some(folder) = self.path().map(|file| beside(file, BACKUP)).filter(|f| f.is_dir()) else {
            return Ok(Vec::new());
        };
        let entries = std::fs::read_dir(&folder).map_err(|e| Error::io(&folder, e))?;
        let mut found = entries
            .map(|entry| entry.map(|e| e.path()))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|e| Error::io(&folder, e))?;
        found.retain(|path| path.extension().is_some_and(|e| e == "entaku"));
        found.sort();
        Ok(found)
    }
}

/// The first of `all` is the person, the others were merged into them.
fn purge(tx: &mut Tx<'_>, all: &[PersonId], replacement: &str) -> Result<Purged> {
    let Some(&id) = all.first() else { return Ok(Purged::default()) };
    let person = tx.person(id)?;
    if person.is_none() && !is_logged(tx, id)? {
        return Err(Error::NotFound { table: "person", row: id.to_string() });
    }
    let names = Names::of(tx, person.as_ref(), all, replacement)?;
    if let Some(person) = person {
        tx.put_person(&blanked(person.id, replacement))?;
        let affiliations: Vec<Affiliation> = tx.list("where person = ?1", [id.to_string()])?;
        for affiliation in affiliations {
            tx.put_affiliation(&Affiliation { post: None, ..affiliation })?;
        }
        for address in tx.addresses_of(AddressOf::Person(id))? {
            tx.remove_address(address.id)?;
        }
    }
    all.iter().try_for_each(|one| purge_notes(tx, *one))?;
    all.iter().try_for_each(|one| purge_replies(tx, *one))?;
    all.iter().try_for_each(|one| purge_experience(tx, *one))?;
    purge_name_columns(tx, &names.own, replacement)?;
    purge_routes(tx, &names.own, replacement)?;
    purge_subjects(tx, &names)?;
    all.iter().try_for_each(|one| purge_log(tx, *one, replacement))?;
    Ok(Purged {
        mentions: mentions(tx, &names.all)?,
        logged_mentions: logged_mentions(tx, &names.all)?,
        issued: tx.issued_naming(id)?,
        carried: Vec::new(),
        backups: Vec::new(),
    })
}

/// Whether the log knows the person: one who was entered, and whose entry was
/// taken back, stands there still.
fn is_logged(tx: &Tx<'_>, id: PersonId) -> Result<bool> {
    let sql = "select exists (select 1 from change_row where tbl = 'person' and row_id = ?1)";
    Ok(tx.db.query_row(sql, [id.to_string()], |r| r.get(0))?)
}

/// The records that became this person's, and those that had become theirs. A
/// merging that was taken back does not count: that record stands again.
fn merged_into(tx: &Tx<'_>, id: PersonId) -> Result<Vec<PersonId>> {
    let found =
        tx.db.prepare(MERGED)?.query_map([id.to_string()], |r| r.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    let known = |text: &String| PersonId::parse(text).ok();
    Ok(found.iter().filter_map(known).filter(|one| *one != id).collect())
}

/// What the office noted about the person where they were nominated or left:
/// such a note says why, and to whom it refers is plain without a name.
fn purge_notes(tx: &mut Tx<'_>, id: PersonId) -> Result<()> {
    let who = id.to_string();
    let ever = EVER_NAMED.replacen("row_id", "id", 1);
    let noted: Vec<Nomination> = tx.list(&format!("where note is not null and (person = ?1 or {ever})"), [&who])?;
    noted.into_iter().try_for_each(|n| tx.put_nomination(&Nomination { note: None, ..n }))?;
    let left = "where note is not null and appointment in (select a.id from appointment a where a.person = ?1)";
    let left: Vec<Leaving> = tx.list(left, [&who])?;
    left.into_iter().try_for_each(|l| tx.put_leaving(&Leaving { note: None, ..l }))?;
    tx.purge_day_notes(&who)?;
    let excepted: Vec<Appointment> = tx.list("where person = ?1 and exception is not null", [&who])?;
    excepted.into_iter().try_for_each(|a| tx.put_appointment(&Appointment { exception: None, ..a }))?;
    let handed: Vec<Delivered> = tx.list("where person = ?1 and note is not null", [&who])?;
    handed.into_iter().try_for_each(|d| tx.put_delivery(&Delivered { note: None, ..d }))?;
    for (table, column, whose) in NOTED {
        let blank = if *column == "reason" { "''" } else { "null" };
        for image in ["before", "after"] {
            let sql = format!(
                "update change_row set {image} = json_set({image}, '$.{column}', {blank}), purged = 1
                 where tbl = '{table}' and {whose} and json_extract({image}, '$.{column}') is not null"
            );
            tx.db.execute(&sql, [&who])?;
        }
    }
    Ok(())
}

/// What they need at meetings, and what else they said when they answered a notice.
fn purge_replies(tx: &mut Tx<'_>, id: PersonId) -> Result<()> {
    let who = id.to_string();
    let told = "where appointment in (select a.id from appointment a where a.person = ?1)";
    let replies: Vec<Reply> = tx.list(told, [&who])?;
    replies.into_iter().try_for_each(|r| tx.put_reply(&Reply { needs: Vec::new(), note: None, ..r }))?;
    for image in ["before", "after"] {
        let sql = format!(
            "update change_row set {image} = json_set({image}, '$.needs', '[]', '$.note', null), purged = 1
             where tbl = 'reply' and json_extract({image}, '$.appointment') in (
                select row_id from change_row where tbl = 'appointment'
                and ?1 in (json_extract(before, '$.person'), json_extract(after, '$.person')))"
        );
        tx.db.execute(&sql, [&who])?;
    }
    Ok(())
}

/// What they said of being disabled, or of a disabled family.
fn purge_experience(tx: &mut Tx<'_>, id: PersonId) -> Result<()> {
    let who = id.to_string();
    if tx.get::<LivedExperience>(&who)?.is_some() {
        tx.remove_lived_experience(id)?;
    }
    for image in ["before", "after"] {
        let sql = format!(
            "update change_row set {image} = json_set({image}, '$.standing', 'neither', '$.kinds', '[]',
                '$.may_tell', 0), purged = 1 where tbl = 'lived_experience' and row_id = ?1 and {image} is not null"
        );
        tx.db.execute(&sql, [&who])?;
    }
    Ok(())
}

fn blanked(id: PersonId, replacement: &str) -> Person {
    Person {
        id,
        name: PersonName { family: replacement.to_owned(), ..PersonName::default() },
        former_names: Vec::new(),
        glyph_note: None,
        letter_title: String::new(),
        publication: Publication::Hidden,
        needs: Vec::new(),
        contact: None,
        gender: None,
        delivery: None,
    }
}

/// The names that a person has or once had, as people type them.
struct Names {
    /// All of them.
    all: Vec<String>,
    /// Those that mean nobody else.
    own: Vec<String>,
    /// Those of them with a given name, too: long enough to be looked for within a text.
    own_full: Vec<String>,
}

impl Names {
    /// From the person, where they still stand, and from every image in the log of
    /// the records that are theirs; the first one is that of the person.
    fn of(tx: &Tx<'_>, person: Option<&Person>, all: &[PersonId], replacement: &str) -> Result<Self> {
        let known = person.into_iter().flat_map(Person::all_names);
        let mut parts: Vec<_> = known.map(|n| (n.family.clone(), n.given.clone())).collect();
        for one in all {
            parts.extend(Self::logged(tx, *one)?);
        }
        parts.sort();
        parts.dedup();
        let mut names = Self { all: Vec::new(), own: Vec::new(), own_full: Vec::new() };
        for (family, given) in parts {
            let found = spellings(&family, &given, replacement);
            names.all.extend(found.iter().cloned());
            if !has_namesake(tx, all, &family, &given)? {
                names.own.extend(found.iter().cloned());
                names.own_full.extend(found.into_iter().filter(|_| !given.is_empty()));
            }
        }
        Ok(names)
    }

    /// What a record was called in any of its images.
    fn logged(tx: &Tx<'_>, id: PersonId) -> Result<Vec<(String, String)>> {
        let image = |column: &str| {
            format!(
                "select json_extract({column}, '$.family'), json_extract({column}, '$.given') from change_row
                 where tbl = 'person' and row_id = ?1 and {column} is not null"
            )
        };
        let former = |column: &str| {
            format!(
                "select ifnull(json_extract(f.value, '$.name.family'), ''), ifnull(json_extract(f.value, '$.name.given'), '')
                 from change_row, json_each(ifnull(json_extract({column}, '$.former_names'), '[]')) f
                 where tbl = 'person' and row_id = ?1 and {column} is not null"
            )
        };
        let sql = [image("before"), image("after"), former("before"), former("after")].join(" union ");
        let mut statement = tx.db.prepare(&sql)?;
        let names = statement.query_map([id.to_string()], |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok(names.collect::<rusqlite::Result<_>>()?)
    }
}

/// The full name as people type it: with a wide space, a narrow one, or none.
/// Nothing for a person who has no name, or none any more.
fn spellings(family: &str, given: &str, replacement: &str) -> Vec<String> {
    let spaces: &[&str] = if given.is_empty() { &[""] } else { &["\u{3000}", " ", ""] };
    let all = spaces.iter().map(|space| format!("{family}{space}{given}"));
    all.filter(|text| !text.trim().is_empty() && text != replacement).collect()
}

/// Whether a text that is just the name may mean somebody else. Of the records that
/// are the person's only the first one can still stand.
fn has_namesake(tx: &Tx<'_>, all: &[PersonId], family: &str, given: &str) -> Result<bool> {
    let own = all.first().map(ToString::to_string).unwrap_or_default();
    let sql = "select exists (select 1 from person where family = ?1 and given = ?2 and id <> ?3)";
    Ok(tx.db.query_row(sql, [family, given, &own], |r| r.get(0))?)
}

/// What a change was done to, wherever it says the name: a write that touched no
/// row of the person's, or an issue, an item, a paper that was called so once. A
/// name of one part, which may be part of any word, only where it stands alone.
fn purge_subjects(tx: &Tx<'_>, names: &Names) -> Result<()> {
    for name in &names.own {
        tx.db.execute("update change set subject = null where subject = ?1", [name])?;
    }
    for name in &names.own_full {
        tx.db.execute("update change set subject = null where instr(subject, ?1) > 0", [name])?;
    }
    Ok(())
}

/// Columns that are exactly this name, in the records and in their images.
fn purge_name_columns(tx: &Tx<'_>, names: &[String], replacement: &str) -> Result<()> {
    for (table, column) in NAME_COLUMNS {
        for name in names {
            let live = format!("update {table} set {column} = ?1 where {column} = ?2");
            tx.db.execute(&live, [replacement, name])?;
            for image in ["before", "after"] {
                let logged = format!(
                    "update change_row set {image} = json_set({image}, '$.{column}', ?1), purged = 1
                     where tbl = '{table}' and json_extract({image}, '$.{column}') = ?2"
                );
                tx.db.execute(&logged, [replacement, name])?;
            }
        }
    }
    purge_former_columns(tx, names, replacement)
}

/// Columns that once held one name and are gone: only the log has them.
fn purge_former_columns(tx: &Tx<'_>, names: &[String], replacement: &str) -> Result<()> {
    for (table, column) in FORMER_NAME_COLUMNS {
        for (name, image) in names.iter().flat_map(|name| [(name, "before"), (name, "after")]) {
            let sql = format!(
                "update change_row set {image} = json_set({image}, '$.{column}', ?1), purged = 1
                 where tbl = '{table}' and json_extract({image}, '$.{column}') = ?2"
            );
            tx.db.execute(&sql, [replacement, name])?;
        }
    }
    Ok(())
}

/// Ways of selection that name this person as the head who selected.
fn purge_routes(tx: &mut Tx<'_>, names: &[String], replacement: &str) -> Result<()> {
    let selected: Vec<Appointment> = tx.list("where json_extract(route, '$.by') = 'head'", [])?;
    for mut appointment in selected {
        if let Some(SelectionRoute::Head { name, .. }) = &mut appointment.route
            && names.contains(name)
        {
            replacement.clone_into(name);
            tx.put_appointment(&appointment)?;
        }
    }
    for name in names {
        for image in ["before", "after"] {
            let route = format!("json_extract({image}, '$.route')");
            let sql = format!(
                "update change_row set {image} = json_set({image}, '$.route', json_set({route}, '$.name', ?1) || ''),
                    purged = 1
                 where tbl = 'appointment' and {route} is not null and json_extract({route}, '$.name') = ?2"
            );
            tx.db.execute(&sql, [replacement, name])?;
        }
    }
    Ok(())
}

/// The images of a record become that of the blanked person.
fn purge_log(tx: &Tx<'_>, id: PersonId, replacement: &str) -> Result<()> {
    let blank = blank_image(tx, &blanked(id, replacement))?;
    let id = id.to_string();
    tx.db.execute(&format!("update change set subject = null where id in ({TOUCHED})"), [&id])?;
    tx.db.execute(
        "update change_row set before = iif(before is null, null, ?2), after = iif(after is null, null, ?2),
            purged = 1 where tbl = 'person' and row_id = ?1",
        params![id, blank],
    )?;
    let blanks = [
        ("affiliation", "'$.post', null"),
        ("address", "'$.postal_code', '', '$.lines', '[]', '$.telephone', null, '$.email', null, '$.note', null"),
    ];
    for ((table, blank), image) in blanks.into_iter().flat_map(|b| [(b, "before"), (b, "after")]) {
        let sql = format!(
            "update change_row set {image} = json_set({image}, {blank}), purged = 1
             where tbl = '{table}' and json_extract({image}, '$.person') = ?1"
        );
        tx.db.execute(&sql, [&id])?;
    }
    Ok(())
}

/// What the log would hold of this person: there need not be a row to take it from.
fn blank_image(tx: &Tx<'_>, blank: &Person) -> Result<String> {
    let columns: Vec<String> = Person::COLUMNS.iter().map(|c| (*c).to_owned()).collect();
    let cells: Vec<String> = columns.iter().enumerate().map(|(at, c)| format!("?{} as \"{c}\"", at + 1)).collect();
    let sql = format!("select {} from (select {})", log::image(&columns, ""), cells.join(", "));
    Ok(tx.db.query_row(&sql, rusqlite::params_from_iter(blank.values()?), |r| r.get(0))?)
}

/// Where the name still stands in the records.
fn mentions(tx: &Tx<'_>, names: &[String]) -> Result<Vec<Mention>> {
    let mut found = Vec::new();
    for table in log::tables(&tx.db)? {
        for column in log::columns(&tx.db, &table)?.into_iter().filter(|c| c != "search") {
            let sql = format!("select id from \"{table}\" where {} order by id", contains(&column, names));
            let rows = tx
                .db
                .prepare(&sql)?
                .query_map(rusqlite::params_from_iter(names), |r| r.get(0))?
                .collect::<rusqlite::Result<Vec<String>>>()?;
            found.extend(rows.into_iter().map(|row| Mention { table: table.clone(), row, column: column.clone() }));
        }
    }
    Ok(found)
}

/// Images and subjects in the log that still hold a name.
fn logged_mentions(tx: &Tx<'_>, names: &[String]) -> Result<u32> {
    let images =
        format!("select count(*) from change_row where {} or {}", contains("before", names), contains("after", names));
    let subjects = format!("select count(*) from change where {}", contains("subject", names));
    let count = |sql: &str| tx.db.query_row(sql, rusqlite::params_from_iter(names), |r| r.get::<_, u32>(0));
    Ok(count(&images)? + count(&subjects)?)
}

fn contains(column: &str, names: &[String]) -> String {
    let each: Vec<String> = (1..=names.len()).map(|n| format!("ifnull(instr(\"{column}\", ?{n}), 0) > 0")).collect();
    if each.is_empty() { "0".to_owned() } else { format!("({})", each.join(" or ")) }
}
