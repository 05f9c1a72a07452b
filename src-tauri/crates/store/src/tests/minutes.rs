//! Minutes come back as they were put; what is typed without a pause is one step of undo.

use super::sample::*;
use super::sample_minutes::{self as of, entries};
use crate::{Action, ChangeId, Moment, Store};
use entaku_domain::id::*;
use entaku_domain::minutes::Entry;

#[test]
fn minutes_come_back() {
    let store = full();
    let m1 = MeetingId::from_key("m1");
    assert_eq!(store.minutes_rule(of::rule().body).unwrap(), Some(of::rule()));
    assert_eq!(store.minutes_rules().unwrap(), [of::rule()]);
    assert_eq!(store.minutes(m1).unwrap(), Some(of::minutes()));
    assert_eq!(store.all_minutes().unwrap(), [of::minutes()]);
    assert_eq!(store.minutes_entries(m1).unwrap(), entries());
    assert_eq!(store.decisions_of(m1).unwrap(), [of::decision()]);
    assert_eq!(store.decisions().unwrap(), [of::decision()]);
    assert_eq!(store.assignments_of(m1).unwrap(), [of::task()]);
    assert_eq!(store.assignments().unwrap(), [of::task()]);
    assert_eq!(store.corrections(m1).unwrap(), [of::correction()]);
    assert_eq!(store.correction(of::correction().id).unwrap(), Some(of::correction()));
    assert_eq!(store.minutes_answers(m1).unwrap(), [of::answered()]);
    let found = |text| store.minutes_matching(text, 10).unwrap().len();
    assert_eq!((found("高崎の移動支援"), found("イドウ"), found("承認した"), found(" ")), (1, 0, 1, 0));
}

#[test]
fn what_goes_takes_its_own_with_it() {
    let mut store = full();
    let before = dump(&store);
    let gone = does(&mut store, "remove", |tx| {
        tx.remove_agenda_item(AgendaItemId::from_key("g"))?;
        tx.remove_minutes_entry(MinutesEntryId::from_key("e2"))
    });
    let m1 = MeetingId::from_key("m1");
    assert_eq!(store.decisions().unwrap(), []);
    assert!(store.minutes_entries(m1).unwrap().iter().all(|e| e.item.is_none()));
    let all = does(&mut store, "remove", |tx| tx.remove_minutes(m1));
    assert_eq!((store.minutes(m1).unwrap(), store.assignments().unwrap()), (None, vec![]));
    store.undo(&me(), at(), all).unwrap();
    store.undo(&me(), at(), gone).unwrap();
    assert_eq!(dump(&store), before);
}

fn types(store: &mut Store, text: &str, seconds: i64) -> Option<ChangeId> {
    let when: Moment = at() + chrono::TimeDelta::seconds(seconds);
    let action = Action::new("write_minutes").about("第1回").joining(120);
    let entry = Entry { text: text.to_owned(), ..entries()[2].clone() };
    store.change(&me(), action, when, |tx| tx.put_minutes_entry(&entry)).unwrap().change
}

#[test]
fn typing_without_a_pause_is_one_step_of_undo() {
    let mut store = full();
    let before = dump(&store);
    let first = types(&mut store, "は", 10).unwrap();
    assert_eq!(types(&mut store, "はじ", 11), Some(first));
    assert_eq!(types(&mut store, "はじ", 12), None, "nothing is different");
    assert_eq!(types(&mut store, "はじめ", 100), Some(first));
    let rows = store.rows_of(first).unwrap();
    assert_eq!(rows.len(), 1, "one image before, one after");
    let text = |image: &Option<serde_json::Value>| image.as_ref().unwrap()["text"].as_str().unwrap().to_owned();
    assert_eq!((text(&rows[0].before), text(&rows[0].after)), (entries()[2].text.clone(), "はじめ".to_owned()));
    let second = types(&mut store, "はじめに", 131).unwrap();
    assert_ne!(second, first, "two minutes are over");
    store.undo(&me(), at(), second).unwrap();
    assert_ne!(types(&mut store, "ほか", 132), Some(second), "an undo lies between");
    let last = store.undoable().unwrap().undo.unwrap();
    store.undo(&me(), at(), last.id).unwrap();
    let last = store.undoable().unwrap().undo.unwrap();
    assert_eq!(last.id, first);
    store.undo(&me(), at(), first).unwrap();
    assert_eq!(dump(&store), before);
    assert_eq!(store.integrity_check().unwrap(), []);
}

#[test]
fn another_subject_or_change_is_not_joined() {
    let mut store = full();
    let first = types(&mut store, "は", 10).unwrap();
    does(&mut store, "set", |tx| tx.put_setting("a", "b"));
    assert_ne!(types(&mut store, "はじ", 11), Some(first));
    let other = Action::new("write_minutes").about("第2回").joining(120);
    let entry = Entry { text: "ほか".to_owned(), ..entries()[0].clone() };
    let last = store.history(1).unwrap()[0].id;
    let done = store.change(&me(), other, at() + chrono::TimeDelta::seconds(12), |tx| tx.put_minutes_entry(&entry));
    assert_ne!(done.unwrap().change, Some(last));
}
