//! What is carried to whoever does the clerical work, and what comes back, over random edits
//! on both sides.

use super::sample::{at, does, dump, full, me};
use crate::consign::{Incoming, Scratch};
use crate::open::{FILE_NAME, beside};
use crate::{Access, Action, Store, Tx, log, sha256};
use entaku_domain::consignment::Consignment;
use entaku_domain::id::{ConsignmentId, PersonId};
use proptest::prelude::*;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// Texts that anybody may type anything into.
const TEXTS: &[(&str, &str)] = &[
    ("person", "given_kana"),
    ("organization", "kana"),
    ("meeting", "place"),
    ("agenda_item", "title"),
    ("issue", "title"),
    ("issue", "gist"),
    ("paper", "title"),
    ("minutes_entry", "text"),
    ("work_plan", "goal"),
    ("work_plan_step", "activity"),
    ("subcommittee_text", "text"),
    ("proposal", "title"),
    ("proposal_part", "text"),
    ("plan_item", "title"),
    ("address", "telephone"),
    ("agenda_template", "name"),
];

/// Rows that one more can be made of.
const ADDED: &[&str] = &["issue", "organization", "agenda_item", "work_plan_step", "proposal", "plan_item"];

/// Rows that go, some of which others need.
const REMOVED: &[&str] = &[
    "agenda_paper",
    "agenda_item",
    "meeting",
    "organization",
    "person",
    "work_plan_progress",
    "work_plan_step",
    "subcommittee_text",
    "proposal_part",
    "plan_item",
    "issue",
    "attendance",
    "room",
    "address",
];

/// Something that somebody does at either side.
#[derive(Debug, Clone)]
struct Edit {
    kind: u8,
    table: u8,
    row: u8,
    text: u8,
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = (0_u8..8, any::<u8>(), any::<u8>(), 0_u8..3);
    prop::collection::vec(edit.prop_map(|(kind, table, row, text)| Edit { kind, table, row, text }), 0..10)
}

fn pick<T>(all: &[T], at: u8) -> Option<&T> {
    all.get(usize::from(at).checked_rem(all.len())?)
}

/// Does one thing, where it can be done at all.
fn edit(store: &mut Store, side: &str, n: usize, edit: &Edit) {
    // What a record refers to stays: such a thing is not done, and no test of this.
    let _ = store.change(&me(), Action::new("edit"), at(), |tx| match edit.kind {
        0..=3 => write(tx, edit, side),
        4 => add(tx, edit, side, n),
        5 => remove(tx, edit),
        6 => exchange(tx, edit, side, n),
        _ => (0..3).try_for_each(|more| put_new(tx, "issue", edit.row, &format!("{side}{n}/{more}"), edit.text + more)),
    });
}

/// What was carried: the rows that both sides know, as they were.
fn known(table: &str, at: u8) -> Option<Map<String, Value>> {
    static ROWS: OnceLock<BTreeMap<(String, String), Map<String, Value>>> = OnceLock::new();
    let all = ROWS.get_or_init(|| {
        let scratch = Scratch::new().unwrap();
        rows(&opened(&scratch, "known", carried()))
    });
    let rows: Vec<_> = all.iter().filter(|((of, _), _)| of == table).map(|(_, image)| image).collect();
    pick(&rows, at).map(|image| (*image).clone())
}

fn known_id(table: &str, at: u8) -> Option<String> {
    Some(known(table, at)?.get("id")?.as_str()?.to_owned())
}

fn write(tx: &mut Tx<'_>, edit: &Edit, side: &str) -> crate::Result<()> {
    let Some((table, column)) = pick(TEXTS, edit.table) else { return Ok(()) };
    let Some(id) = known_id(table, edit.row) else { return Ok(()) };
    // The third text is the same at both sides: that is no conflict.
    let text = if edit.text == 2 { "辻\u{e0100}﨑".to_owned() } else { format!("{side} {} 𠮷\n\"", edit.text) };
    tx.db.execute(&format!("update \"{table}\" set \"{column}\" = ?1 where id = ?2"), [text, id])?;
    Ok(())
}

fn add(tx: &mut Tx<'_>, edit: &Edit, side: &str, n: usize) -> crate::Result<()> {
    let Some(table) = pick(ADDED, edit.table) else { return Ok(()) };
    put_new(tx, table, edit.row, &format!("{side}{n}"), edit.text)
}

/// One more row, made of one that both sides know.
fn put_new(tx: &mut Tx<'_>, table: &str, of: u8, new: &str, nth: u8) -> crate::Result<()> {
    let Some(mut image) = known(table, of) else { return Ok(()) };
    image.insert("id".to_owned(), Value::from(PersonId::from_key(new).to_string()));
    if image.contains_key("number") && table != "plan_item" {
        image.insert("number".to_owned(), Value::from(900 + i64::from(nth)));
    }
    if image.contains_key("use") {
        image.insert("use".to_owned(), Value::from(USES[usize::from(nth)]));
    }
    if let Some(search) = log::columns(&tx.db, table)?.into_iter().find(|c| c == "search") {
        image.insert(search, Value::from(""));
    }
    let sql = crate::undo::put_columns(table, &log::columns(&tx.db, table)?);
    tx.db.execute(&sql, [Value::Object(image).to_string()])?;
    Ok(())
}

/// What a template is for: one of a body for each, but for the last.
const USES: [&str; 3] = ["standing", "first_of_term", "other"];

/// What must be unique: a template's use, a new template, or two issues' numbers exchanged.
fn exchange(tx: &mut Tx<'_>, edit: &Edit, side: &str, n: usize) -> crate::Result<()> {
    match edit.table % 3 {
        0 => {
            let Some(id) = known_id("agenda_template", edit.row) else { return Ok(()) };
            tx.db.execute("update agenda_template set use = ?1 where id = ?2", [USES[usize::from(edit.text)], &id])?;
            Ok(())
        }
        1 => put_new(tx, "agenda_template", edit.row, &format!("{side}{n}"), edit.text),
        _ => swap(tx),
    }
}

/// Exchanges the numbers of two issues.
pub(super) fn swap(tx: &Tx<'_>) -> crate::Result<()> {
    let (Some(one), Some(two)) = (known("issue", 0), known("issue", 1)) else { return Ok(()) };
    let put = "update issue set number = ?1 where id = json_extract(?2, '$')";
    tx.db.execute(put, (60_000, one["id"].to_string()))?;
    tx.db.execute(put, (one["number"].as_i64(), two["id"].to_string()))?;
    tx.db.execute(put, (two["number"].as_i64(), one["id"].to_string()))?;
    Ok(())
}

fn remove(tx: &mut Tx<'_>, edit: &Edit) -> crate::Result<()> {
    let Some(table) = pick(REMOVED, edit.table) else { return Ok(()) };
    let Some(id) = known_id(table, edit.row) else { return Ok(()) };
    tx.db.execute(&format!("delete from \"{table}\" where id = ?1"), [id])?;
    Ok(())
}

/// The bytes of what leaves the council with a row in every table.
fn carried() -> &'static [u8] {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| carry(&full(), false))
}

fn carry(store: &Store, back: bool) -> Vec<u8> {
    let scratch = Scratch::new().unwrap();
    let counts = store.write_carried(scratch.path(), back, at()).unwrap();
    assert!(!counts.is_empty());
    std::fs::read(beside(&scratch.path().join(FILE_NAME), FILE_NAME)).unwrap()
}

fn opened(scratch: &Scratch, name: &str, bytes: &[u8]) -> Store {
    let folder = scratch.path().join(name);
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join(FILE_NAME), bytes).unwrap();
    Store::open(&folder, Access::ReadWrite, at()).unwrap()
}

/// Every row, by table and identifier, without search keys.
fn rows(store: &Store) -> BTreeMap<(String, String), Map<String, Value>> {
    let mut found = BTreeMap::new();
    for line in dump(store).lines() {
        let (table, image) = line.split_once(' ').unwrap();
        let Value::Object(mut image) = serde_json::from_str(image).unwrap() else { continue };
        image.remove("search");
        found.insert((table.to_owned(), image["id"].to_string()), image);
    }
    found
}

/// What is taken where nobody chooses, or where what came back wins.
pub(super) fn taken(rows: &[Incoming], theirs: bool) -> Vec<Incoming> {
    let becomes =
        |row: &Incoming| if row.conflicts.is_empty() || theirs { row.merged.clone() } else { row.kept.clone() };
    rows.iter()
        .map(|row| Incoming { merged: becomes(row), ..row.clone() })
        .filter(|row| row.merged != row.ours)
        .collect()
}

/// Both sides work; answers what is here, and what came back other than it went.
fn both(here: &[Edit], there: &[Edit]) -> (Store, Vec<Incoming>) {
    worked(
        |ours| here.iter().enumerate().for_each(|(n, one)| edit(ours, "こちら", n, one)),
        |theirs| there.iter().enumerate().for_each(|(n, one)| edit(theirs, "受託", n, one)),
    )
}

pub(super) fn worked(here: impl FnOnce(&mut Store), there: impl FnOnce(&mut Store)) -> (Store, Vec<Incoming>) {
    let scratch = Scratch::new().unwrap();
    let base = opened(&scratch, "base", carried());
    let mut theirs = opened(&scratch, "theirs", carried());
    let mut ours = full();
    here(&mut ours);
    there(&mut theirs);
    let back = opened(&scratch, "back", &carry(&theirs, true));
    let rows = ours.compare(&base, &back).unwrap();
    (ours, rows)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    /// Where there is no conflict, what is taken over is what both sides did; where there is
    /// one, the rest still is. Undoing it leads back to exactly what was here.
    #[test]
    fn what_is_taken_over_is_what_both_did(here in edits(), there in edits()) {
        let (mut ours, incoming) = both(&here, &there);
        let before = dump(&ours);
        let chosen = taken(&incoming, false);
        prop_assert_eq!(ours.clash(&chosen).unwrap(), None);
        if !chosen.is_empty() {
            does(&mut ours, "take", |tx| tx.take_over(&chosen));
        }
        prop_assert_eq!(ours.integrity_check().unwrap(), vec![]);

        let mut one = full();
        here.iter().enumerate().for_each(|(n, e)| edit(&mut one, "こちら", n, e));
        if incoming.iter().all(|row| row.conflicts.is_empty()) && !renumbered(&here, &there) {
            there.iter().enumerate().for_each(|(n, e)| edit(&mut one, "受託", n, e));
            prop_assert_eq!(&rows(&ours), &rows(&one));
        }
        let touched: BTreeSet<(String, String)> =
            incoming.iter().map(|r| (r.table.clone(), Value::from(r.row.as_str()).to_string())).collect();
        let elsewhere = |store: &Store| -> BTreeMap<_, _> {
            rows(store).into_iter().filter(|(key, _)| !touched.contains(key)).collect()
        };
        let mut alone = full();
        here.iter().enumerate().for_each(|(n, e)| edit(&mut alone, "こちら", n, e));
        prop_assert_eq!(elsewhere(&ours), elsewhere(&alone), "nothing else is touched");

        if !chosen.is_empty() {
            let next = ours.undoable().unwrap().undo.unwrap();
            ours.undo(&me(), at(), next.id).unwrap();
            prop_assert_eq!(dump(&ours), before);
        }
    }

    /// Choosing all that came back either says what cannot stand, or stands.
    #[test]
    fn whatever_is_chosen_stands_or_is_said(here in edits(), there in edits()) {
        let (mut ours, incoming) = both(&here, &there);
        let chosen = taken(&incoming, true);
        if ours.clash(&chosen).unwrap().is_none() && !chosen.is_empty() {
            does(&mut ours, "take", |tx| tx.take_over(&chosen));
            prop_assert_eq!(ours.integrity_check().unwrap(), vec![]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in what must not leave is not in the bytes that leave.
    #[test]
    fn nothing_that_must_not_leave_is_in_the_bytes(tail in "[a-z0-9]{4,12}") {
        let mut store = full();
        let planted = format!("植込{tail}");
        let places = plant(&mut store, &planted);
        prop_assert!(places > 60, "only {places} places took a text");
        let bytes = carry(&store, false);
        prop_assert!(!bytes.windows(planted.len()).any(|w| w == planted.as_bytes()));
    }
}

/// Whether both sides may have given the same number, or touched what must be unique.
fn renumbered(here: &[Edit], there: &[Edit]) -> bool {
    let adds = |all: &[Edit]| all.iter().any(|e| matches!(e.kind, 4 | 6 | 7));
    adds(here) && adds(there)
}

/// Writes a text wherever one is taken in what must not leave; answers in how many places.
fn plant(store: &mut Store, text: &str) -> usize {
    let (_, never) = crate::carried_tables();
    let whole = never.iter().filter(|t| !t.starts_with("change")).flat_map(|table| {
        log::columns(&store.db, table).unwrap().into_iter().map(|c| ((*table).to_owned(), c)).collect::<Vec<_>>()
    });
    let blank = crate::consign::blanked().into_iter().map(|(t, c)| (t.to_owned(), c.to_owned()));
    let places: Vec<(String, String)> = whole.chain(blank).filter(|(_, c)| c != "id").collect();
    let list = Value::from(vec![text]).to_string();
    let count = places.iter().filter(|(table, column)| {
        [text, list.as_str()].iter().any(|value| {
            let sql = format!("update \"{table}\" set \"{column}\" = ?1");
            let work = |tx: &mut Tx<'_>| Ok::<_, crate::Error>(tx.db.execute(&sql, [value])?);
            store.change(&me(), Action::new("plant"), at(), work).is_ok_and(|done| done.output > 0)
        })
    });
    let count = count.count();
    does(store, "close", |tx| {
        tx.db.execute("update agenda_item set title = ?1, closed_reason = ?1", [text])?;
        tx.db.execute("update minutes_entry set text = ?1, closed_reason = ?1", [text])?;
        tx.db.execute("update paper set title = ?1, closed_reason = ?1", [text])?;
        tx.db.execute("update address set telephone = ?1, kind = 'home' where organization is null", [text])?;
        Ok(())
    });
    count
}

#[test]
fn who_is_erased_is_erased_in_what_was_carried_and_does_not_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(folder.path(), at()).unwrap();
    super::sample::fill(&mut store);
    let bytes = carry(&store, false);
    let id = ConsignmentId::from_key("carried");
    does(&mut store, "give", |tx| {
        let base = tx.add_file(&mut bytes.as_slice())?;
        let given_on = at().date_naive().to_string().parse().unwrap();
        let (given_to, note, package) = ("法人".to_owned(), String::new(), base.clone());
        tx.put_consignment(&Consignment { id, given_on, given_to, note, base, package, rows: 1, taken_on: None })
    });
    let who = PersonId::from_key("watanabe");
    let name = store.person(who).unwrap().unwrap().name;
    store.purge_person(&me(), Action::new("purge_person"), at(), who, "（抹消）").unwrap();

    let kept = store.consignment(id).unwrap().unwrap();
    assert_ne!(kept.base, sha256(&bytes), "the copy was written anew");
    for file in std::fs::read_dir(folder.path().join("files")).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let full = format!("{}{}", name.family, name.given);
        for word in [name.given.as_str(), full.as_str()] {
            let at = bytes.windows(word.len()).position(|w| w == word.as_bytes());
            assert_eq!(at, None, "{word}");
        }
    }
    let scratch = Scratch::new().unwrap();
    let base = opened(&scratch, "base", &store.file(&kept.base).unwrap());
    assert_eq!(base.erased_people().unwrap(), [who]);
    let mut back = opened(&scratch, "back", &bytes);
    assert!(back.erase(&me(), at(), who, "（抹消）").unwrap());
    assert_eq!(store.compare(&base, &back).unwrap(), []);
}
