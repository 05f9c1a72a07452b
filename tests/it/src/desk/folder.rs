//! Each state of a folder: its sentence, and the safe ways on.

use super::played::{Played, desk_at};
use entaku_desk::Answer;
use serde_json::{Value, json};
use std::path::Path;

const DATA: &str = "council.entaku";

fn trouble(answer: &Value) -> (String, Vec<String>) {
    assert_eq!(answer["state"], "trouble", "{answer}");
    let words = |key: &str| answer["error"][key].as_str().unwrap().to_owned();
    assert!(!words("message").is_empty() && !words("hint").is_empty(), "{answer}");
    let ways = answer["ways"].as_array().unwrap().iter().map(|w| w.as_str().unwrap().to_owned()).collect();
    (words("code"), ways)
}

fn open_at(played: &Played, folder: &Path) -> Value {
    played.ask("open_folder", json!({ "folder": folder }))
}

/// Overwrites some bytes of the data.
fn patch(folder: &Path, at: usize, bytes: &[u8]) {
    let mut data = std::fs::read(folder.join(DATA)).unwrap();
    data[at..at + bytes.len()].copy_from_slice(bytes);
    std::fs::write(folder.join(DATA), data).unwrap();
}

#[test]
fn a_folder_is_opened_remembered_and_opened_again() {
    let played = Played::new();
    let opened = played.open();
    assert_eq!(
        (&opened["state"], &opened["read_only"], &opened["sample"]),
        (&json!("open"), &json!(false), &json!(false))
    );
    let recent = played.ask("start", json!({}))["recent"].clone();
    assert_eq!(recent[0]["folder"], json!(played.folder()));
    played.ask("show_folder", json!({}));
    assert_eq!(*played.window.opened.lock().unwrap(), [played.folder()]);
    played.open();
    played.ask("close_council", json!({}));
    let (next, _) = desk_at(&played.config());
    next.begin(None);
    let Ok(Answer::Json(start)) = next.call("start", json!({}), None) else { panic!("start") };
    assert_eq!(start["desk"]["state"], "none", "a council that was closed is not opened again");
    next.begin(Some(&played.folder()));
    let (again, _) = desk_at(&played.config());
    again.begin(None);
    let Ok(Answer::Json(start)) = again.call("start", json!({}), None) else { panic!("start") };
    assert_eq!(trouble(&start["desk"]).0, "in_use");
    assert_eq!(played.ask("forget_recent", json!({ "folder": played.folder() })), json!([]));
}

#[test]
fn a_second_window_may_read() {
    let played = Played::new();
    played.ask("set_preference", json!({ "key": "actor", "value": "髙橋" }));
    played.open();
    let (second, _) = played.beside();
    let ask = |read_only: bool| match second.call(
        "open_folder",
        json!({ "folder": played.folder(), "read_only": read_only }),
        None,
    ) {
        Ok(Answer::Json(value)) => value,
        other => panic!("{other:?}"),
    };
    let found = ask(false);
    assert_eq!(trouble(&found), ("in_use".into(), vec!["read_only".into(), "retry".into(), "choose".into()]));
    assert!(found["error"]["message"].as_str().unwrap().contains("髙橋"), "{found}");
    let reading = ask(true);
    assert_eq!((&reading["state"], &reading["read_only"]), (&json!("open"), &json!(true)));
    assert_eq!(reading["notices"].as_array().unwrap().len(), 1);
    assert_eq!(trouble(&ask(false)).0, "in_use");
    let Ok(Answer::Json(start)) = second.call("start", json!({}), None) else { panic!("start") };
    assert_eq!(start["desk"]["read_only"], true, "what was open to read stays open");
    let refused = second.call("add_organization", json!({ "name": "福祉の会" }), None).unwrap_err();
    assert_eq!(refused.code, "read_only");
    played.ask("close_council", json!({}));
    assert_eq!(ask(false)["read_only"], false);
    assert_eq!(trouble(&played.open()).0, "in_use");
}

#[test]
fn what_is_no_council_is_told_apart() {
    let played = Played::new();
    let missing = open_at(&played, &played.room().join("ない"));
    assert_eq!(trouble(&missing), ("council_not_found".into(), vec!["retry".into(), "choose".into()]));
    let empty = played.room().join("空");
    std::fs::create_dir(&empty).unwrap();
    assert_eq!(trouble(&open_at(&played, &empty)), ("council_not_found".into(), vec!["found".into(), "choose".into()]));
    std::fs::write(empty.join(DATA), "これは別のファイルです。").unwrap();
    assert_eq!(trouble(&open_at(&played, &empty)), ("not_a_council".into(), vec!["choose".into()]));
    assert_eq!(std::fs::read_to_string(empty.join(DATA)).unwrap(), "これは別のファイルです。");
    played.open();
    assert_eq!(open_at(&played, &empty)["state"], "trouble");
    assert_eq!(played.ask("start", json!({}))["desk"]["state"], "open", "what was open stays open");
}

#[test]
fn newer_and_older_data_are_left_alone() {
    let played = Played::new();
    // The version of the data stands at byte 60 of SQLite's header.
    patch(&played.folder(), 60, &[0, 0, 0, 99]);
    let before = std::fs::read(played.folder().join(DATA)).unwrap();
    assert_eq!(trouble(&played.open()), ("file_too_new".into(), vec!["choose".into()]));
    assert_eq!(before, std::fs::read(played.folder().join(DATA)).unwrap());
    patch(&played.folder(), 60, &[0, 0, 0, 1]);
    let older = played.ask("open_folder", json!({ "folder": played.folder(), "read_only": true }));
    assert_eq!(trouble(&older), ("older_read_only".into(), vec!["write".into(), "choose".into()]));
}

#[test]
fn damaged_data_come_back_from_a_backup() {
    let played = Played::new();
    played.open();
    let safety = played.rested();
    assert_eq!((&safety["count"], &safety["stale"]), (&json!(1), &json!(false)), "{safety}");
    played.ask("add_organization", json!({ "name": "消える団体" }));
    played.ask("close_council", json!({}));
    let junk = vec![0x5a; 30_000];
    patch(&played.folder(), 1000, &junk);
    let found = played.open();
    let (code, ways) = trouble(&found);
    assert!(["council_damaged", "store", "corrupt_value"].contains(&code.as_str()), "{code}");
    assert_eq!(ways[0], "restore");
    let listed = played.ask("backups", json!({ "folder": played.folder() }));
    assert_eq!(listed[0]["why"], "regular");
    let back = played.ask("restore_backup", json!({ "folder": played.folder(), "backup": listed[0]["backup"] }));
    assert_eq!(back["state"], "open", "{back}");
    let names = played.ask("list_organizations", json!({})).to_string();
    assert!(!names.contains("消える団体"));
    let listed = played.ask("backups", json!({ "folder": played.folder() }));
    assert!(listed.as_array().unwrap().iter().any(|b| b["why"] == "set_aside"), "{listed}");
    let unknown = json!({ "folder": played.folder(), "backup": "../council.entaku" });
    assert_eq!(played.refused("restore_backup", unknown, None), "unknown_record");
}

#[test]
fn a_backup_a_day_and_by_hand_and_the_oldest_go() {
    let played = Played::new();
    let kept = played.folder().join("backup");
    std::fs::create_dir_all(&kept).unwrap();
    for day in 1..=20 {
        std::fs::copy(played.folder().join(DATA), kept.join(format!("council-202609{day:02}T010203Z.entaku"))).unwrap();
    }
    played.open();
    let safety = played.rested();
    assert_eq!((&safety["count"], &safety["problem"]), (&json!(14), &Value::Null));
    assert_eq!(safety["last"]["at"], "2026-10-01T03:00:00+00:00");
    assert!(safety["summary"].as_str().unwrap().contains("令和8年10月1日"), "{safety}");
    played.open();
    played.rested();
    assert!(!kept.join("council-20261001T030000Z-2.entaku").exists(), "one a day is enough");
    played.ask("backup_now", json!({}));
    assert!(kept.join("council-20261001T030000Z-2.entaku").exists());
    assert!(played.window.events.lock().unwrap().iter().any(|e| matches!(e, entaku_desk::Event::BackedUp {})));
}
