//! What belongs to the user, not to a council.

use super::played::{Played, desk_at};
use entaku_desk::Answer;
use serde_json::{Value, json};

#[test]
fn preferences_are_kept_and_a_broken_file_is_no_error() {
    let played = Played::new();
    assert_eq!(played.ask("preferences", json!({})), json!({}));
    played.ask("set_preference", json!({ "key": "theme", "value": "dark" }));
    let columns = json!({ "sort": ["name", 1], "hidden": ["kana"] });
    played.ask("set_preference", json!({ "key": "table/members", "value": columns }));
    let (again, _) = desk_at(&played.config());
    let Ok(Answer::Json(kept)) = again.call("preferences", json!({}), None) else { panic!("preferences") };
    assert_eq!(kept, json!({ "table/members": columns, "theme": "dark" }));
    assert_eq!(played.ask("set_preference", json!({ "key": "theme", "value": Value::Null }))["theme"], Value::Null);
    for bad in [json!({ "key": "", "value": 1 }), json!({ "key": "x", "value": "あ".repeat(20_000) })] {
        assert_eq!(played.refused("set_preference", bad, None), "bad_request");
    }
    std::fs::write(played.config().join("preferences.json"), "{ これは").unwrap();
    let (fresh, _) = desk_at(&played.config());
    let Ok(Answer::Json(kept)) = fresh.call("preferences", json!({}), None) else { panic!("preferences") };
    assert_eq!(kept, json!({}));
}

#[test]
fn the_users_name_stands_in_the_history() {
    let played = Played::new();
    played.open();
    played.ask("set_preference", json!({ "key": "actor", "value": "𠮷田" }));
    assert_eq!(played.ask("start", json!({}))["actor"], "𠮷田");
    played.ask("add_organization", json!({ "name": "福祉の会" }));
    assert_eq!(played.ask("history", json!({ "limit": 1 }))[0]["actor"], "𠮷田");
}

#[test]
fn a_folder_is_chosen_and_not_opened() {
    let played = Played::new();
    assert_eq!(played.ask("choose_folder", json!({ "purpose": "open" })), Value::Null);
    played.window.answers.lock().unwrap().push_back(played.folder());
    assert_eq!(played.ask("choose_folder", json!({ "purpose": "found" })), json!(played.folder()));
    assert_eq!(played.ask("start", json!({}))["desk"]["state"], "none");
    assert_eq!(played.refused("choose_folder", json!({ "purpose": "x" }), None), "bad_request");
}
