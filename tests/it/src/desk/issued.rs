//! What leaves the desk stands in the council's ledger, and can leave again.

use super::played::Played;
use serde_json::{Value, json};

fn roster(played: &Played) -> Value {
    let document = json!({ "kind": "roster", "body": "zentaikai", "audience": "public" });
    played.ask("prepare_document", json!({ "job": "a", "document": document }))
}

fn ledger(played: &Played) -> Vec<Value> {
    let every = json!({ "year": null, "kind": null, "readers": null, "text": null });
    played.ask("list_issued", every).as_array().unwrap().clone()
}

fn line(of: &Value) -> Value {
    json!({ "issued": of["id"] })
}

#[test]
fn what_is_printed_or_saved_has_a_line_and_what_is_cancelled_has_none() {
    let played = Played::new();
    played.open();
    let made = roster(&played);
    let handle = json!({ "handle": made["handle"] });
    assert_eq!(played.ask("save_document", handle.clone()), Value::Null);
    assert!(ledger(&played).is_empty());
    assert_eq!(played.ask("open_document", handle.clone())["notices"], json!([]));
    let target = played.room().join("名簿.csv");
    played.window.answers.lock().unwrap().push_back(target.clone());
    played.ask("save_document", json!({ "handle": made["handle"], "format": "csv" }));
    let lines = ledger(&played);
    assert_eq!(lines.len(), 2);
    let (saved, printed) = (&lines[0], &lines[1]);
    assert_eq!((&printed["way"], &printed["pages"], &printed["place"]), (&json!("printed"), &json!(2), &Value::Null));
    assert_eq!((&saved["way"], &saved["pages"], &saved["place"]), (&json!("saved"), &Value::Null, &json!(target)));
    assert_eq!((&printed["kind"], &printed["readers"]), (&json!("roster"), &json!("public")));
    assert_eq!(printed["title"], made["title"]);
    assert!(played.folder().join("files").join(printed["sha256"].as_str().unwrap()).is_file());
    assert_eq!(played.ask("undoable", json!({}))["undo"], Value::Null);
}

#[test]
fn a_reprint_is_the_same_to_the_byte_and_a_damaged_file_is_not_handed_out() {
    let played = Played::new();
    played.open();
    let made = roster(&played);
    let handle = json!({ "handle": made["handle"] });
    played.ask("open_document", handle.clone());
    let first = ledger(&played).remove(0);
    let pdf = played.bytes("document_bytes", handle);
    assert_eq!(played.bytes("issued_bytes", line(&first)), pdf);

    // The council changes; what was issued does not.
    played.ask("add_organization", json!({ "name": "円卓の会" }));
    let opened = played.ask("open_issued", line(&first));
    assert_eq!(std::fs::read(opened["path"].as_str().unwrap()).unwrap(), pdf);
    assert_eq!(played.ask("save_issued", line(&first)), Value::Null, "the dialog was cancelled");
    let target = played.room().join("控え.pdf");
    played.window.answers.lock().unwrap().push_back(target.clone());
    played.ask("save_issued", line(&first));
    assert_eq!(std::fs::read(&target).unwrap(), pdf);
    let lines = ledger(&played);
    let times: Vec<u64> = lines.iter().map(|l| l["time"].as_u64().unwrap()).collect();
    assert_eq!(times, [3, 2, 1]);
    assert!(lines.iter().all(|l| l["sha256"] == first["sha256"]));

    let kept = played.folder().join("files").join(first["sha256"].as_str().unwrap());
    std::fs::write(&kept, b"%PDF another").unwrap();
    assert_eq!(played.refused("open_issued", line(&first), None), "stored_file_damaged");
    std::fs::remove_file(&kept).unwrap();
    assert_eq!(played.refused("issued_bytes", line(&first), None), "stored_file_missing");
    assert_eq!(played.refused("save_issued", json!({ "issued": "x" }), None), "unknown_record");
}

#[test]
fn the_sample_has_a_ledger_and_a_folder_for_reading_is_left_alone() {
    let played = Played::new();
    played.ask("open_sample", json!({}));
    played.ask("open_document", json!({ "handle": roster(&played)["handle"] }));
    assert_eq!(ledger(&played).len(), 1);
    assert!(!played.bytes("issued_bytes", line(&ledger(&played)[0])).is_empty());

    played.ask("open_folder", json!({ "folder": played.folder(), "read_only": true }));
    let opened = played.ask("open_document", json!({ "handle": roster(&played)["handle"] }));
    assert_eq!(opened["notices"], json!([]));
    assert!(ledger(&played).is_empty());
}
