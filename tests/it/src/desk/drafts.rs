//! Drafts of what is being typed, beside the council's file; text files from outside.

use super::played::Played;
use serde_json::{Value, json};

#[test]
fn a_draft_outlives_the_desk_and_goes_when_all_is_written() {
    let played = Played::new();
    let of = json!({ "key": "minutes-0198c7d2" });
    assert_eq!(played.refused("draft", of.clone(), None), "no_council_open");
    played.ask("open_sample", json!({}));
    played.ask("keep_draft", json!({ "key": "minutes-0198c7d2", "text": "見本の入力" }));
    assert_eq!(played.ask("draft", of.clone()), "見本の入力");
    played.open();
    assert_eq!(played.ask("draft", of.clone()), Value::Null, "another council");
    played.ask("keep_draft", json!({ "key": "minutes-0198c7d2", "text": "髙橋委員の発言" }));
    let file = std::path::Path::new(&played.folder()).join("drafts/minutes-0198c7d2.json");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "髙橋委員の発言");
    played.open();
    assert_eq!(played.ask("draft", of.clone()), "髙橋委員の発言");
    played.ask("keep_draft", json!({ "key": "minutes-0198c7d2", "text": "" }));
    played.ask("keep_draft", json!({ "key": "minutes-0198c7d2", "text": "" }));
    assert!(!file.exists());
    assert_eq!(played.ask("draft", of), Value::Null);
    for key in ["../council", "", "A", "a/b"] {
        assert_eq!(played.refused("keep_draft", json!({ "key": key, "text": "x" }), None), "bad_request", "{key}");
    }
}

#[test]
fn a_text_file_is_read_as_it_is_written() {
    let played = Played::new();
    let read = |bytes: &[u8]| played.send("read_text_file", json!({ "name": "録音.txt" }), bytes);
    assert_eq!(read("髙橋：はい。".as_bytes())["text"], "髙橋：はい。");
    let windows = b"\xfb\xfc\x8b\xb4\x81F\x82\xcd\x82\xa2\x81B";
    let taken = read(windows);
    assert_eq!((&taken["text"], &taken["encoding"]), (&json!("髙橋：はい。"), &json!("windows31j")));
    assert_eq!(played.refused("read_text_file", json!({ "name": "空.txt" }), Some(b"")), "import_empty");
    let doubt = read(b"\xff\x80\xfe\n");
    assert!(doubt["text"] == "" && doubt["doubt"] != "", "{doubt}");
    let args = json!({ "name": "録音.txt", "encoding": "windows31j" });
    assert_eq!(played.send("read_text_file", args, windows)["text"], "髙橋：はい。");
}
