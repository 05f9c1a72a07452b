//! Office files that are made into PDF, and sets for recipients in a folder.

use super::played::Played;
use serde_json::{Value, json};
use std::time::Duration;

/// The plenary's next meeting.
fn meeting(played: &Played) -> Value {
    let all = played.ask("list_meetings", json!({ "body": "全体会", "year": "R8" }));
    all[1]["id"].clone()
}

fn row(played: &Played, paper: &Value) -> Value {
    let list = played.ask("list_papers", json!({ "meeting": meeting(played) }));
    list["rows"].as_array().unwrap().iter().find(|p| p["id"] == *paper).unwrap().clone()
}

fn file(played: &Played, name: &str, job: Option<&str>) -> Value {
    json!({
        "meeting": meeting(played), "name": name, "number": "資料9", "title": "実績", "class": "sent",
        "closed_reason": null, "changed_at": "2026-09-30T01:00:00Z", "job": job,
    })
}

#[test]
fn a_word_file_becomes_a_pdf_and_is_kept_beside_it() {
    let played = Played::new();
    played.open();
    assert_eq!(played.refused("add_paper_file", file(&played, "計画.docx", None), Some(b"x")), "office_not_converted");
    let done = played.send("add_paper_file", file(&played, "髙橋 計画.docx", Some("w")), b"PK word");
    assert_eq!(done["output"]["pages"], 3);
    let paper = row(&played, &done["output"]["paper"]);
    assert_eq!((&paper["file"], &paper["handling"]["original"]), (&json!("髙橋 計画.pdf"), &json!("髙橋 計画.docx")));
    assert_eq!(paper["handling"]["outdated"], false);
    assert_eq!(played.bytes("paper_file", json!({ "paper": paper["id"] })), b"%PDF PK word");
    played.ask("undo", json!({}));
}

#[test]
fn a_word_file_that_is_newer_than_its_pdf_is_told() {
    let played = Played::new();
    played.open();
    let done = played.send("add_paper_file", file(&played, "計画.pdf", None), b"%PDF-1");
    let paper = done["output"]["paper"].clone();
    let original = |at: &str| json!({ "paper": paper, "name": "計画.docx", "changed_at": at });
    played.send("keep_original", original("2026-09-29T00:00:00Z"), b"PK 1");
    assert_eq!(row(&played, &paper)["handling"]["outdated"], false);
    played.send("keep_original", original("2026-10-01T00:00:00Z"), b"PK 2");
    assert_eq!(row(&played, &paper)["handling"]["outdated"], true);
    let replaced =
        json!({ "paper": paper, "name": "計画2.pdf", "revision": "修正版", "changed_at": "2026-10-01T01:00:00Z" });
    played.send("replace_paper_file", replaced, b"%PDF-2");
    let after = row(&played, &paper);
    assert_eq!(
        (&after["handling"]["outdated"], &after["handling"]["revised_on"]),
        (&json!(false), &json!("2026-10-01"))
    );
}

#[test]
fn a_conversion_is_given_up_and_nothing_is_taken_in() {
    let played = Played::new();
    played.open();
    let before = played.ask("list_papers", json!({ "meeting": meeting(&played) }))["rows"].clone();
    let desk = played.desk.clone();
    let slow = file(&played, "待つ.docx", Some("slow"));
    let other = std::thread::spawn(move || desk.call("add_paper_file", slow, Some(b"PK".to_vec())));
    while played.ask("cancel_job", json!({ "job": "slow" })) == json!(false) {
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(other.join().unwrap().unwrap_err().code, "cancelled");
    assert_eq!(played.ask("list_papers", json!({ "meeting": meeting(&played) }))["rows"], before);
}

#[test]
fn sets_for_all_recipients_go_into_one_folder_and_into_the_ledger() {
    let played = Played::new();
    played.open();
    let ask = json!({ "job": "p", "meeting": meeting(&played), "named": false, "confirmed": true });
    assert_eq!(played.ask("save_packets", ask.clone()), Value::Null, "the dialog was cancelled");
    let target = played.room().join("配付");
    std::fs::create_dir(&target).unwrap();
    played.window.answers.lock().unwrap().push_back(target.clone());
    let saved = played.ask("save_packets", ask);
    let files: Vec<&str> = saved["files"].as_array().unwrap().iter().map(|f| f.as_str().unwrap()).collect();
    assert!(files.iter().any(|f| f.contains("配付計画")), "{files:?}");
    assert!(files.iter().any(|f| f.contains("拡大171%")) && files.iter().any(|f| f.ends_with(".txt")), "{files:?}");
    assert!(files.iter().all(|f| target.join(f).exists()));
    let sets = played.ask("issued_sets", json!({ "meeting": meeting(&played) }));
    let own = sets.as_array().unwrap().iter().filter(|s| !s["member"].is_null()).count();
    assert!(own > 0 && sets.as_array().unwrap().len() > own, "{sets}");
}
