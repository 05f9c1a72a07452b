//! Documents and papers' files.

use super::played::Played;
use entaku_desk::Event;
use serde_json::{Value, json};
use std::time::Duration;

fn roster() -> Value {
    json!({ "kind": "roster", "body": "zentaikai", "audience": "internal" })
}

/// A meeting with papers.
fn meeting(played: &Played) -> Value {
    let app = entaku_support::sample();
    let council = app.snapshot().unwrap();
    let year = entaku_domain::FiscalYear::new(2026).unwrap();
    let found = entaku_app::meetings::find(&council, "zentaikai", year, 2).unwrap();
    let _ = played;
    json!(found.id.to_string())
}

fn prepare(played: &Played, document: Value) -> Value {
    played.ask("prepare_document", json!({ "job": "a", "document": document }))
}

#[test]
fn every_document_can_be_prepared() {
    let played = Played::new();
    played.ask("open_sample", json!({}));
    let meeting = meeting(&played);
    for (document, formats) in [
        (json!({ "kind": "relationship_chart" }), 3),
        (json!({ "kind": "relationship_chart", "year": "R4", "a4": true, "detail": "standard" }), 3),
        (json!({ "kind": "composition_chart", "on": "R8.10.1", "audience": "public" }), 3),
        (json!({ "kind": "packet", "meeting": meeting, "audience": "members", "odd": true }), 2),
        (json!({ "kind": "print_plan", "meeting": meeting }), 2),
        (json!({ "kind": "agenda", "meeting": meeting, "audience": "public" }), 2),
        (json!({ "kind": "seating", "meeting": meeting, "audience": "members" }), 2),
        (json!({ "kind": "ballots", "meeting": meeting, "title": "会長" }), 2),
        (json!({ "kind": "count_sheet", "meeting": meeting, "title": "会長" }), 2),
        (json!({ "kind": "election_record", "meeting": meeting }), 2),
        (json!({ "kind": "officer_history", "body": "zentaikai" }), 5),
        (json!({ "kind": "reply_table", "meeting": meeting }), 5),
        (json!({ "kind": "reminder_table", "meeting": meeting }), 2),
        (json!({ "kind": "needs_table", "meeting": meeting }), 2),
        (json!({ "kind": "opinions_paper", "meeting": meeting, "audience": "public", "confirmed": true }), 2),
        (json!({ "kind": "reception_table", "meeting": meeting }), 2),
        (roster(), 5),
        (json!({ "kind": "issue_table", "audience": "members" }), 5),
        (json!({ "kind": "issue_cards", "audience": "members", "on": null, "confirmed": null }), 2),
        (json!({ "kind": "roster_changes", "body": "zentaikai", "from": "R8.4.1", "audience": "public" }), 5),
        (json!({ "kind": "roster_figures", "body": "zentaikai", "audience": "internal" }), 5),
        (json!({ "kind": "name_plates", "who": { "body": "zentaikai" } }), 2),
        (json!({ "kind": "table_cards", "who": { "meeting": meeting } }), 2),
    ] {
        let made = prepare(&played, document.clone());
        assert_eq!(made["formats"].as_array().unwrap().len(), formats, "{document}");
        assert!(made["file_name"].as_str().unwrap().ends_with(".pdf") && made["pages"] == 2, "{made}");
        assert!(!made["title"].as_str().unwrap().contains('_') && !made["text"].as_str().unwrap().is_empty());
        assert!(made["summary"].as_str().unwrap().starts_with("2ページ　A4 1枚（両面）"), "{made}");
        let pdf = played.bytes("document_bytes", json!({ "handle": made["handle"] }));
        assert!(pdf.starts_with(b"%PDF"));
    }
    let progress = |e: &Event| matches!(e, Event::Progress { job, total: 2, .. } if job == "a");
    assert!(played.window.events.lock().unwrap().iter().any(progress));
    for (wrong, code) in [
        (json!({ "kind": "roster", "body": "ない会", "audience": "public" }), "unknown_body"),
        (json!({ "kind": "roster", "body": "zentaikai", "audience": "public", "x": 1 }), "bad_request"),
        (json!({ "kind": "relationship_chart", "year": "昔" }), "bad_year"),
        (json!({ "kind": "issue_table", "on": "いつか", "audience": "public" }), "bad_day"),
        (json!({ "kind": "agenda", "meeting": "x", "audience": "public" }), "unknown_meeting"),
        (json!({ "kind": "issue_cards", "issues": ["x"], "audience": "public" }), "unknown_record"),
    ] {
        assert_eq!(played.refused("prepare_document", json!({ "job": "a", "document": wrong }), None), code);
    }
}

#[test]
fn documents_are_saved_and_opened_and_the_old_ones_forgotten() {
    let played = Played::new();
    played.open();
    let first = prepare(&played, roster());
    let handle = |made: &Value| json!({ "handle": made["handle"] });
    assert_eq!(played.ask("save_document", handle(&first)), Value::Null, "the dialog was cancelled");
    let target = played.room().join("名簿");
    played.window.answers.lock().unwrap().push_back(target.clone());
    let saved = played.ask("save_document", handle(&first));
    assert_eq!(saved["path"], json!(target.with_extension("pdf")));
    assert!(std::fs::read(target.with_extension("pdf")).unwrap().starts_with(b"%PDF"));
    let opened = played.ask("open_document", handle(&first));
    let path = played.folder().join("印刷物").join(first["file_name"].as_str().unwrap());
    assert_eq!(opened["path"], json!(path));
    assert_eq!(*played.window.opened.lock().unwrap(), [path]);
    let excel = played.ask("open_document", json!({ "handle": first["handle"], "format": "xlsx" }));
    assert!(excel["path"].as_str().unwrap().ends_with(".xlsx"));
    for _ in 0..8 {
        prepare(&played, roster());
    }
    assert_eq!(played.refused("document_bytes", handle(&first), None), "unknown_record");
    played.ask("open_sample", json!({}));
    let of_sample = prepare(&played, roster());
    let opened = played.ask("open_document", handle(&of_sample));
    assert!(opened["path"].as_str().unwrap().contains("temporary"), "{opened}");
}

#[test]
fn letters_are_saved_one_by_one_beside_what_is_there() {
    let played = Played::new();
    played.open();
    let meeting = meeting(&played);
    let people = played.ask("meeting_letter_people", json!({ "meeting": meeting, "letter": "meeting_notice" }));
    let to: Vec<Value> =
        people["rows"].as_array().unwrap()[..3].iter().map(|r| json!({ "appointment": r["appointment"] })).collect();
    let letters = json!({ "letter": "meeting_notice", "to": to, "on": "R8.9.30", "meeting": { "meeting": meeting } });
    let ask = json!({ "job": "a", "letters": letters });
    assert_eq!(played.ask("save_each_letter", ask.clone()), Value::Null, "the dialog was cancelled");
    let folder = played.room().join("通知");
    std::fs::create_dir(&folder).unwrap();
    let first = folder.join(format!("開催通知_第2回_{}_2026-09-30.pdf", people["rows"][0]["name"].as_str().unwrap()));
    std::fs::write(&first, "大事").unwrap();
    played.window.answers.lock().unwrap().push_back(folder.clone());
    let saved = played.ask("save_each_letter", ask);
    assert_eq!((&saved["files"], &saved["folder"]), (&json!(3), &json!(folder)));
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 4, "the file that was there stays");
    assert_eq!(std::fs::read(&first).unwrap(), "大事".as_bytes());
    let lines = played.ask("list_issued", json!({ "year": null, "kind": null, "readers": null, "text": null }));
    assert_eq!(lines.as_array().unwrap().iter().filter(|l| l["kind"] == "letters").count(), 3);
    let nobody =
        json!({ "job": "a", "letters": { "letter": "meeting_notice", "to": [], "meeting": { "meeting": meeting } } });
    assert_eq!(played.refused("save_each_letter", nobody, None), "nobody");
}

#[test]
fn exports_tell_what_shift_jis_loses() {
    let played = Played::new();
    played.ask("open_sample", json!({}));
    let target = played.room().join("名簿.csv");
    let export = |format: &str, replace: bool| json!({ "document": roster(), "format": format, "replace": replace });
    played.window.answers.lock().unwrap().extend([target.clone(), target.clone()]);
    assert_eq!(played.refused("export_document", export("csv_cp932", false), None), "cp932_loss");
    let saved = played.ask("export_document", export("csv_cp932", true));
    assert!(!saved["notices"].as_array().unwrap().is_empty());
    played.ask("export_document", export("csv", false));
    assert!(std::fs::read_to_string(&target).unwrap().contains("𠮷"), "names are kept");
    assert_eq!(played.refused("export_document", export("pdf", false), None), "bad_request");
}

#[test]
fn long_work_is_given_up_and_nobody_waits_for_it() {
    let played = Played::new();
    played.ask("open_sample", json!({}));
    let document = json!({ "kind": "packet", "meeting": meeting(&played), "audience": "members" });
    let desk = played.desk.clone();
    let ask = json!({ "job": "lang", "document": document });
    let work = std::thread::spawn(move || desk.call("prepare_document", ask, None));
    while played.window.events.lock().unwrap().is_empty() {
        std::thread::sleep(Duration::from_millis(1));
    }
    assert!(!played.ask("list_people", json!({})).is_null(), "others go on with their work meanwhile");
    assert_eq!(played.ask("cancel_job", json!({ "job": "lang" })), true);
    assert_eq!(work.join().unwrap().unwrap_err().code, "cancelled");
    assert_eq!(played.ask("cancel_job", json!({ "job": "lang" })), false);
}

#[test]
fn a_file_is_looked_at_taken_in_replaced_and_shown() {
    let played = Played::new();
    played.ask("open_sample", json!({}));
    let looked = played.send("look_at_file", json!({ "name": "a.pdf" }), b"%PDF-1");
    assert_eq!((&looked["pages"], &looked["summary"]), (&json!(3), &json!("A4 3ページ")));
    let add = |number: &str| json!({ "meeting": meeting(&played), "name": "実績 髙橋.pdf", "number": number, "title": "実績", "class": "sent" });
    assert_eq!(played.refused("add_paper_file", add("資料9"), Some(b"PK")), "paper_kind");
    assert_eq!(played.refused("add_paper_file", add("資料9"), None), "bad_request");
    assert_eq!(played.refused("add_paper_file", add(""), Some(b"%PDF-1")), "text_empty");
    let done = played.send("add_paper_file", add("資料9"), b"%PDF-1");
    let paper = json!({ "paper": done["output"]["paper"] });
    assert_eq!(played.bytes("paper_file", paper.clone()), b"%PDF-1");
    let replace = json!({ "paper": paper["paper"], "name": "実績2.pdf", "revision": "修正版" });
    assert_eq!(played.refused("replace_paper_file", replace.clone(), Some(b"PK")), "paper_kind");
    played.send("replace_paper_file", replace, b"%PDF-2");
    assert_eq!(played.bytes("paper_file", paper.clone()), b"%PDF-2");
    played.ask("undo", json!({}));
    assert_eq!(played.bytes("paper_file", paper.clone()), b"%PDF-1");
    let opened = played.ask("open_paper_file", paper.clone());
    assert!(opened["path"].as_str().unwrap().ends_with("実績 髙橋.pdf"));
    played.ask("undo", json!({}));
    assert_eq!(played.refused("paper_file", paper, None), "unknown_record");
}
