//! The office's answers and the council's settings: each change can be undone.

use entaku_app::commands::dispatch;
use entaku_support::{dump, sample, with_undo};
use serde_json::{Value, json};

fn refused(name: &str, args: Value) -> (String, Option<String>) {
    let mut app = sample();
    let before = dump(&app);
    let error = dispatch(&mut app, name, args).unwrap_err().to_wire();
    assert_eq!(before, dump(&app), "what is refused changes nothing");
    (error.code, error.field)
}

#[test]
fn an_answer_is_given_changed_and_taken_back() {
    let mut app = sample();
    for (is, text, shown) in [
        ("decided", json!("前任者の残任期間"), "前任者の残任期間"),
        ("not_in_rules", Value::Null, "要綱に定めなし"),
        ("decided", json!(" 条文どおり "), "条文どおり"),
    ] {
        let ask = json!({ "question": "replacement", "is": is, "text": text });
        let done = with_undo(&mut app, |app| dispatch(app, "set_answer", ask).unwrap());
        assert_eq!(done["tags"], json!(["council"]));
        let answers = dispatch(&mut app, "list_answers", json!({})).unwrap();
        let found = answers.as_array().unwrap().iter().find(|a| a["question"] == "replacement").unwrap();
        assert_eq!(found["shown"], shown);
    }
    let history = dispatch(&mut app, "history", json!({ "limit": 1 })).unwrap();
    assert!(history[0]["action"].as_str().unwrap().ends_with("確認事項の回答"), "{history}");
    let ask = |question: &str, is: &str, text: Value| json!({ "question": question, "is": is, "text": text });
    assert_eq!(refused("set_answer", ask("x", "undecided", Value::Null)).0, "bad_request");
    assert_eq!(refused("set_answer", ask("pay", "x", Value::Null)).0, "bad_request");
    assert_eq!(refused("set_answer", ask("pay", "decided", Value::Null)), ("text_empty".into(), Some("text".into())));
}

#[test]
fn the_councils_settings_are_changed_one_by_one() {
    let mut app = sample();
    let settings = |app: &mut _| dispatch(app, "council_settings", json!({})).unwrap();
    let before = settings(&mut app);
    let ask = json!({ "name": "新しい協議会", "date_style": "western", "consignment": "" });
    with_undo(&mut app, |app| dispatch(app, "update_council", ask).unwrap());
    let after = settings(&mut app);
    assert_eq!(
        (&after["name"], &after["date_style"], &after["consignment"]),
        (&json!("新しい協議会"), &json!("western"), &Value::Null)
    );
    assert_eq!((&after["philosophy"], &after["numbering"]), (&before["philosophy"], &before["numbering"]));
    assert_eq!(after["date_styles"].as_array().unwrap().len(), 3);
    assert_eq!(refused("update_council", json!({ "name": "" })), ("text_empty".into(), Some("name".into())));
    assert_eq!(refused("update_council", json!({ "municipality": "町\u{7}" })).1, Some("municipality".into()));
    assert_eq!(refused("update_council", json!({ "numbering": "x" })).0, "bad_request");
}
