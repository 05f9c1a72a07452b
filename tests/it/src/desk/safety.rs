//! What must never happen to the data: a restore that leaves nothing open, a
//! document in another council's ledger, a file that is replaced unasked.

use super::played::{Played, desk_at};
use entaku_app::App;
use entaku_desk::Answer;
use entaku_support::CLOCK;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

const DATA: &str = "council.entaku";

fn backups(played: &Played) -> Vec<Value> {
    played.ask("backups", json!({ "folder": played.folder() })).as_array().unwrap().clone()
}

fn restore(played: &Played, backup: &Value) -> Value {
    json!({ "folder": played.folder(), "backup": backup["backup"] })
}

fn is_open(played: &Played) -> bool {
    played.ask("start", json!({}))["desk"]["state"] == "open"
}

#[test]
fn a_refused_restore_says_so_and_leaves_the_council_open() {
    let played = Played::new();
    played.open();
    played.rested();
    let backup = backups(&played)[0].clone();
    let file = played.folder().join("backup").join(backup["backup"].as_str().unwrap());
    let sound = std::fs::read(&file).unwrap();
    std::fs::write(&file, b"SQLite format 3\0 and then nothing").unwrap();
    let error = played.desk.call("restore_backup", restore(&played, &backup), None).unwrap_err();
    assert!(error.message.contains("バックアップ"), "{error:?}");
    assert!(is_open(&played));
    std::fs::write(&file, sound).unwrap();
    // Something stands where the copy would go: as on a disk that is full.
    let half = played.folder().join("council.restoring");
    std::fs::create_dir(&half).unwrap();
    let error = played.desk.call("restore_backup", restore(&played, &backup), None).unwrap_err();
    assert!(error.hint.contains("今のデータは変えていません"), "{error:?}");
    std::fs::remove_dir(&half).unwrap();
    played.ask("add_organization", json!({ "name": "残る団体" }));
    let (second, _) = played.beside();
    let Ok(Answer::Json(answer)) = second.call("open_folder", json!({ "folder": played.folder() }), None) else {
        panic!("open_folder")
    };
    assert_eq!(answer["error"]["code"], "in_use", "the folder is still ours");
    assert_eq!(played.ask("restore_backup", restore(&played, &backup))["state"], "open");
    assert!(!played.ask("list_organizations", json!({})).to_string().contains("残る団体"));
    assert!(!half.exists());
}

#[test]
fn who_only_reads_makes_no_backup_and_brings_none_back() {
    let played = Played::new();
    played.open();
    played.rested();
    let before = backups(&played);
    played.ask("open_folder", json!({ "folder": played.folder(), "read_only": true }));
    assert_eq!(played.refused("backup_now", json!({}), None), "read_only");
    assert_eq!(played.refused("restore_backup", restore(&played, &before[0]), None), "read_only");
    assert_eq!(backups(&played), before);
}

#[test]
fn an_empty_file_in_the_place_of_the_data_is_no_end() {
    let played = Played::new();
    played.open();
    played.rested();
    played.ask("close_council", json!({}));
    std::fs::write(played.folder().join(DATA), b"").unwrap();
    let found = played.open();
    assert_eq!((&found["error"]["code"], &found["ways"][0]), (&json!("not_a_council"), &json!("restore")));
    assert_eq!(played.ask("restore_backup", restore(&played, &backups(&played)[0]))["state"], "open");
}

#[test]
fn what_is_made_of_one_council_is_not_kept_with_the_next() {
    let played = Played::new();
    App::create_sample(&played.room().join("別の会"), CLOCK, "test").unwrap();
    played.open();
    let meeting = {
        let council = entaku_support::sample().snapshot().unwrap();
        let year = entaku_domain::FiscalYear::new(2026).unwrap();
        entaku_app::meetings::find(&council, "zentaikai", year, 2).unwrap().id.to_string()
    };
    let document = json!({ "kind": "packet", "meeting": meeting, "audience": "members" });
    let desk = played.desk.clone();
    let work =
        std::thread::spawn(move || desk.call("prepare_document", json!({ "job": "a", "document": document }), None));
    while !played.window.events.lock().unwrap().iter().any(|e| matches!(e, entaku_desk::Event::Progress { .. })) {
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    played.ask("open_folder", json!({ "folder": played.room().join("別の会") }));
    assert_eq!(work.join().unwrap().unwrap_err().code, "cancelled");
}

#[test]
fn a_folder_is_ones_own_by_whatever_name() {
    let played = Played::new();
    played.open();
    let round = played.room().join("config/../協議会");
    std::fs::create_dir_all(played.config()).unwrap();
    assert_eq!(played.ask("open_folder", json!({ "folder": round }))["state"], "open");
    let recent = played.ask("start", json!({}))["recent"].as_array().unwrap().clone();
    assert_eq!(recent.len(), 1, "{recent:?}");
    assert!(!recent[0]["folder"].as_str().unwrap().contains(".."));
}

#[test]
fn a_second_window_of_ones_own_is_called_that() {
    let played = Played::new();
    played.open();
    let (second, _) = played.beside();
    let Ok(Answer::Json(found)) = second.call("open_folder", json!({ "folder": played.folder() }), None) else {
        panic!("open_folder")
    };
    let message = found["error"]["message"].as_str().unwrap();
    assert!(message.contains("このパソコンの別のウィンドウ"), "{message}");
}

#[test]
fn two_windows_keep_each_others_preferences() {
    let played = Played::new();
    let (second, _) = desk_at(&played.config());
    played.ask("set_preference", json!({ "key": "theme", "value": "dark" }));
    second.call("set_preference", json!({ "key": "zoom", "value": 120 }), None).unwrap();
    let (third, _) = desk_at(&played.config());
    let Ok(Answer::Json(kept)) = third.call("preferences", json!({}), None) else { panic!("preferences") };
    assert_eq!(kept, json!({ "theme": "dark", "zoom": 120 }));
}

static DAY: AtomicU64 = AtomicU64::new(0);

fn passing() -> entaku_store::Moment {
    CLOCK() + std::time::Duration::from_secs(86_400 * DAY.load(Ordering::Relaxed))
}

#[test]
fn a_window_open_overnight_backs_up_the_next_day() {
    let played = Played::with_clock(passing);
    played.open();
    assert_eq!(played.rested()["count"], 1);
    DAY.store(1, Ordering::Relaxed);
    played.ask("add_organization", json!({ "name": "翌日の会" }));
    assert_eq!(played.rested()["count"], 2);
    played.ask("add_organization", json!({ "name": "翌日の会2" }));
    assert_eq!(played.rested()["count"], 2);
}

#[test]
fn a_folder_that_was_moved_is_called_missing() {
    let played = Played::new();
    played.open();
    played.rested();
    std::fs::rename(played.folder(), played.room().join("移した先")).unwrap();
    assert_eq!(played.refused("add_organization", json!({ "name": "会" }), None), "council_not_found");
}

#[test]
fn a_file_is_no_folder_for_a_council() {
    let played = Played::new();
    let file: &Path = &played.room().join("名簿.txt");
    std::fs::write(file, "x").unwrap();
    for folder in [file.to_owned(), file.join("中")] {
        let error = played.desk.call("found_council", json!({ "folder": folder, "from": "sample" }), None).unwrap_err();
        assert_eq!(error.field.as_deref(), Some("folder"));
        assert!(error.message.contains("ファイルです"), "{error:?}");
    }
}

#[test]
fn documents_of_the_sample_are_gone_with_the_next_start() {
    let played = Played::new();
    played.ask("open_sample", json!({}));
    let roster = json!({ "kind": "roster", "body": "zentaikai", "audience": "internal" });
    let made = played.ask("prepare_document", json!({ "job": "a", "document": roster }));
    let opened = played.ask("open_document", json!({ "handle": made["handle"] }));
    let path = Path::new(opened["path"].as_str().unwrap()).to_owned();
    assert!(path.exists());
    desk_at(&played.config());
    assert!(!path.exists());
}
