//! Numbers within a year that both sides may have given to new rows: the newcomer takes the
//! next one, since what stands here may be printed already.

use super::Incoming;
use crate::error::Result;
use crate::records::Records;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What is numbered, and within what.
const NUMBERED: &[(&str, &[&str])] = &[("issue", &["year"]), ("proposal", &["year", "kind"])];

/// The numbers that are given, by what they are given within.
type Given = BTreeMap<String, BTreeSet<i64>>;

/// Numbers new rows anew whose number is taken: by a row here, by one that was changed there, or
/// by another new row. They get the numbers after the last of all of these, in their order.
///
/// # Errors
/// Those of reading.
pub(super) fn anew(records: &Records, rows: &mut [Incoming]) -> Result<()> {
    for (table, within) in NUMBERED {
        let mut given = here(records, table, within)?;
        let mut new = Vec::new();
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.table == *table) {
            let Some((group, number)) = row.merged.as_ref().and_then(|image| numbered(image, within)) else { continue };
            match row.ours {
                Some(_) => _ = given.entry(group).or_default().insert(number),
                None => new.push((group, number, at)),
            }
        }
        new.sort();
        let taken: Vec<_> = new.into_iter().filter(|(group, number, _)| is_taken(&mut given, group, *number)).collect();
        for (group, _, at) in taken {
            let numbers = given.entry(group).or_default();
            let next = numbers.last().map_or(1, |last| last + 1);
            numbers.insert(next);
            if let Some(row) = rows.get_mut(at) {
                renumber(row, next);
            }
        }
    }
    Ok(())
}

/// Whether a number is given already; else it is now.
fn is_taken(given: &mut Given, group: &str, number: i64) -> bool {
    !given.entry(group.to_owned()).or_default().insert(number)
}

fn here(records: &Records, table: &str, within: &[&str]) -> Result<Given> {
    let group: Vec<String> = within.iter().map(|c| format!("\"{c}\"")).collect();
    let sql = format!("select json_array({}), number from \"{table}\"", group.join(", "));
    let mut statement = records.db.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    let mut given = Given::new();
    while let Some(row) = rows.next()? {
        given.entry(row.get(0)?).or_default().insert(row.get(1)?);
    }
    Ok(given)
}

/// What a row is numbered within, as SQLite writes it, and its number.
fn numbered(image: &Value, within: &[&str]) -> Option<(String, i64)> {
    let group: Option<Vec<Value>> = within.iter().map(|c| image.get(c).cloned()).collect();
    Some((Value::from(group?).to_string(), image.get("number")?.as_i64()?))
}

fn renumber(row: &mut Incoming, number: i64) {
    for image in [&mut row.merged, &mut row.kept].into_iter().flatten().filter_map(Value::as_object_mut) {
        image.insert("number".to_owned(), Value::from(number));
    }
}
