//! Files that come with written opinions.

use super::played::Played;
use serde_json::{Value, json};

fn opinions(played: &Played, meeting: &Value) -> Value {
    played.ask("list_opinions", json!({ "meeting": meeting }))
}

#[test]
fn an_opinion_comes_with_its_file_and_the_file_is_opened_and_taken_off() {
    let played = Played::new();
    played.open();
    let meeting = played.ask("list_meetings", json!({ "body": "全体会", "year": "R8" }))[1]["id"].clone();
    let before = opinions(&played, &meeting).as_array().unwrap().len();
    let rows = played.ask("meeting_replies", json!({ "meeting": meeting }))["rows"].clone();
    let opinion = |id: &Value, text: &str| json!({ "meeting": meeting, "opinion": id, "appointment": rows[0]["appointment"], "text": text });
    let ask = |name: &str, id: &Value, text: &str| json!({ "opinion": opinion(id, text), "name": name });
    for name in ["意見.exe", "意見.bat", "意見"] {
        let code = played.refused("set_opinion_file", ask(name, &Value::Null, ""), Some(b"MZ"));
        assert_eq!(code, "rule", "{name} could be carried out when it is opened");
    }
    assert_eq!(opinions(&played, &meeting).as_array().unwrap().len(), before);

    let done = played.send("set_opinion_file", ask("意見（渡邉\u{E0102}）.DOCX", &Value::Null, ""), b"PK opinion");
    let id = done["output"].clone();
    let row = |played: &Played| {
        let all = opinions(played, &meeting);
        all.as_array().unwrap().iter().find(|o| o["id"] == id).unwrap().clone()
    };
    assert_eq!(row(&played)["file_name"], "意見（渡邉\u{E0102}）.DOCX");
    played.ask("open_opinion_file", json!({ "opinion": id }));
    let opened = played.window.opened.lock().unwrap().last().unwrap().clone();
    assert_eq!(std::fs::read(&opened).unwrap(), b"PK opinion");

    // The words are changed, the file stays; it is put in the place of another; it is taken off.
    assert_eq!(played.refused("remove_opinion_file", json!({ "opinion": id }), None), "rule", "nothing would be left");
    played.ask("set_opinion", opinion(&id, "本文も入力しました。"));
    assert_eq!(row(&played)["file_name"], "意見（渡邉\u{E0102}）.DOCX");
    played.send("set_opinion_file", ask("差替え.pdf", &id, "本文も入力しました。"), b"%PDF-1");
    assert_eq!(row(&played)["file_name"], "差替え.pdf");
    played.ask("remove_opinion_file", json!({ "opinion": id }));
    assert_eq!((&row(&played)["file_name"], &row(&played)["text"]), (&Value::Null, &json!("本文も入力しました。")));
    assert_eq!(played.refused("open_opinion_file", json!({ "opinion": id }), None), "unknown_record");
    played.ask("undo", json!({}));
    assert_eq!(row(&played)["file_name"], "差替え.pdf");
}
