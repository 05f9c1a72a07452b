//! Search keys: the folded texts under which a record is found.

use crate::error::{Error, Result};
use crate::records::Records;
use crate::row::Row;
use entaku_domain::id::{MeetingId, PaperId};
use entaku_domain::issue::Issue;
use entaku_domain::paper::PaperNumber;
use entaku_domain::person::{Organization, Person};
use entaku_domain::text::search_key;
use rusqlite::{Connection, params};

/// A key of several texts, kept apart so that no match spans two of them.
pub(crate) fn key_of<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let keys: Vec<String> = texts.into_iter().map(search_key).filter(|key| !key.is_empty()).collect();
    keys.join("|")
}

/// What a paper is called, without what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperTitle {
    /// The paper.
    pub id: PaperId,
    /// Its meeting.
    pub meeting: MeetingId,
    /// Its number.
    pub number: PaperNumber,
    /// Its title.
    pub title: String,
    /// The name of its file, as it came.
    pub file: Option<String>,
}

impl Records {
    /// What every paper is called, in no order: their contents stay where they are.
    pub fn paper_titles(&self) -> Result<Vec<PaperTitle>> {
        let sql = "select id, meeting, number, title, json_extract(content, '$.name') from paper";
        let mut statement = self.db.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (id, meeting): (String, String) = (row.get(0)?, row.get(1)?);
            let corrupt =
                |column: &str| Error::Corrupt { table: "paper".to_owned(), row: id.clone(), column: column.to_owned() };
            found.push(PaperTitle {
                id: PaperId::parse(&id).map_err(|_| corrupt("id"))?,
                meeting: MeetingId::parse(&meeting).map_err(|_| corrupt("meeting"))?,
                number: PaperNumber::new(row.get::<_, String>(2)?),
                title: row.get(3)?,
                file: row.get(4)?,
            });
        }
        Ok(found)
    }

    /// People whose name, reading or Latin letters contain a text, however it is typed.
    pub fn people_matching(&self, text: &str) -> Result<Vec<Person>> {
        self.matching(text, "family_kana, given_kana, id")
    }

    /// Organisations one of whose names contains a text, however it is typed.
    pub fn organizations_matching(&self, text: &str) -> Result<Vec<Organization>> {
        self.matching(text, "search, id")
    }

    /// Issues whose title, gist or field contains a text, however it is typed.
    pub fn issues_matching(&self, text: &str) -> Result<Vec<Issue>> {
        self.matching(text, "year, number")
    }

    fn matching<R: Row>(&self, text: &str, order: &str) -> Result<Vec<R>> {
        self.list(&format!("where instr(search, ?1) > 0 order by {order}"), [search_key(text)])
    }
}

/// Step 0002: fills the keys of a file of version 1.
pub(crate) fn fill_search_keys(db: &Connection) -> rusqlite::Result<()> {
    fill(db, "person", "json_array(family || given, family_kana || given_kana, latin)")?;
    fill(db, "organization", "(select json_group_array(json_extract(value, '$.name')) from json_each(names))")?;
    fill(db, "issue", "json_array(title, gist, field)")
}

/// Step 0023: brings the keys of before to how kana of half width is found now. A key is what
/// was folded already, so that folding it once more changes nothing else.
pub(crate) fn fold_search_keys(db: &Connection) -> rusqlite::Result<()> {
    for table in ["person", "organization", "issue", "minutes_entry"] {
        let rows = db
            .prepare(&format!("select id, search from {table}"))?
            .query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?
            .collect::<rusqlite::Result<Vec<(String, String)>>>()?;
        let mut update = db.prepare(&format!("update {table} set search = ?1 where id = ?2"))?;
        for (id, old) in rows {
            let new = search_key(&old);
            if new != old {
                update.execute(params![new, id])?;
            }
        }
    }
    Ok(())
}

/// Fills the keys of one table from an SQL expression for a JSON array of its texts.
fn fill(db: &Connection, table: &str, texts: &str) -> rusqlite::Result<()> {
    let rows = db
        .prepare(&format!("select id, {texts} from {table}"))?
        .query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?
        .collect::<rusqlite::Result<Vec<(String, String)>>>()?;
    let mut update = db.prepare(&format!("update {table} set search = ?1 where id = ?2"))?;
    for (id, texts) in rows {
        let texts: Vec<Option<String>> = serde_json::from_str(&texts)
            .map_err(|e| rusqlite::Error::FromSqlConversionFailure(1, rusqlite::types::Type::Text, e.into()))?;
        update.execute(params![key_of(texts.iter().flatten().map(String::as_str)), id])?;
    }
    Ok(())
}
