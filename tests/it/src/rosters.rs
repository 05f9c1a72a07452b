//! Rosters: chosen columns, columns saved under a name, who is listed.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::printing::{Document, Format, Ready};
use entaku_sheets::Fallback;
use entaku_support::{dump, sample, with_undo};
use serde_json::{Value, json};

const DAY: &str = "R8.10.14";

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

fn ready(app: &App, more: Value) -> Ready {
    let mut ask = json!({ "kind": "roster", "body": "全体会", "on": DAY, "audience": "internal" });
    ask.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let ask: Document = serde_json::from_value(ask).unwrap();
    app.document(&ask).unwrap_or_else(|e| panic!("{ask:?}: {:?}", e.to_wire()))
}

fn file(app: &App, more: Value, format: Format) -> String {
    let made = ready(app, more).export(format, Fallback::Refuse).unwrap().unwrap();
    String::from_utf8(made.bytes).unwrap().trim_start_matches('\u{feff}').to_owned()
}

fn heads(csv: &str) -> Vec<&str> {
    csv.lines().next().unwrap().trim_end().split(',').collect()
}

#[test]
fn columns_stand_in_the_order_chosen() {
    let app = &mut sample();
    let all = call(app, "list_columns", json!({}));
    assert!(all.as_array().unwrap().iter().any(|c| c["code"] == "needs" && c["internal"] == true), "{all}");
    let csv = file(app, json!({ "columns": ["name", "再任回数", "needs", "name"] }), Format::Csv);
    assert_eq!(heads(&csv), ["氏名", "再任回数", "情報保障"], "each once");
    assert!(csv.contains("手話通訳"), "{csv}");
    let usual = file(app, json!({}), Format::Csv);
    assert_eq!(heads(&usual)[0], "番号");
    let split = file(app, json!({ "columns": ["organization", "post", "kind"] }), Format::Csv);
    assert!(split.contains("円卓大学 福祉学部,教授,"), "{split}");
    let wrong = |columns: Value| {
        let ask = json!({ "kind": "roster", "body": "全体会", "audience": "internal", "columns": columns });
        let error = app.document(&serde_json::from_value(ask).unwrap()).expect_err("refused").to_wire();
        (error.code, error.field)
    };
    assert_eq!(wrong(json!(["血液型"])), ("unknown_column".into(), Some("columns".into())));
    assert_eq!(wrong(json!([])), ("no_columns".into(), Some("columns".into())));
}

/// V26: what is internal is in no other edition, whatever was chosen; a reading is, if it was chosen.
#[test]
fn chosen_columns_give_nobody_away() {
    let app = &mut sample();
    let columns = json!(["name", "kana", "contact", "needs", "address", "nominator", "organization", "post"]);
    for audience in ["public", "members"] {
        let more = json!({ "columns": columns, "audience": audience });
        let csv = file(app, more.clone(), Format::Csv);
        assert_eq!(heads(&csv), ["氏名", "ふりがな", "推薦団体", "所属", "職"]);
        assert!(!csv.contains("手話通訳") && !csv.contains("000-"), "{csv}");
        assert!(csv.contains("かしわぎ"), "the reading was chosen: {csv}");
        let notices = ready(app, more).notices;
        assert!(notices[0].contains("住所") && notices[0].contains("情報保障"), "{notices:?}");
    }
    let public = file(app, json!({ "columns": columns, "audience": "public" }), Format::Csv);
    for withheld in ["比良坂", "ひらさか", "富岡", "とみおか"] {
        assert!(!public.contains(withheld), "{withheld} in {public}");
    }
    let text = file(app, json!({ "columns": columns, "audience": "public" }), Format::Txt);
    assert!(!text.contains("ひらさか") && text.contains("かしわぎ"), "{text}");
}

#[test]
fn columns_are_saved_under_a_name() {
    let app = &mut sample();
    let save = |app: &mut App, name: &str, columns: Value| {
        with_undo(app, |app| call(app, "save_column_set", json!({ "name": name, "columns": columns })))
    };
    let first = save(app, "照会用", json!(["氏名", "所属・職", "連絡先"]));
    assert_eq!(first["tags"], json!(["column_set"]));
    save(app, "公表用の簡単なもの", json!(["name"]));
    let again = save(app, " 照会用 ", json!(["name", "term_end"]));
    assert_eq!(again["output"], first["output"], "what was saved under the name is replaced");
    let sets = call(app, "list_column_sets", json!({}));
    assert_eq!(sets.as_array().unwrap().len(), 2);
    assert_eq!(sets[1]["columns"], json!(["name", "term_end"]));
    let before = dump(app);
    for (args, code, field) in [
        (json!({ "name": "　", "columns": ["name"] }), "text_empty", Some("name")),
        (json!({ "name": "x", "columns": [] }), "no_columns", Some("columns")),
    ] {
        let error = dispatch(app, "save_column_set", args).expect_err("refused").to_wire();
        assert_eq!((error.code.as_str(), error.field.as_deref()), (code, field));
    }
    assert_eq!(dump(app), before);
    with_undo(app, |app| call(app, "remove_column_set", json!({ "set": first["output"] })));
    let gone = dispatch(app, "remove_column_set", json!({ "set": first["output"] })).expect_err("gone").to_wire();
    assert_eq!(gone.code, "unknown_record");
    let history = call(app, "history", json!({ "limit": 1 }));
    assert_eq!((&history[0]["action"], &history[0]["subject"]), (&json!("やり直し：名簿の欄の削除"), &json!("照会用")));
}

#[test]
fn a_filtered_roster_says_so() {
    let app = &mut sample();
    let count = |more: Value| file(app, more, Format::Csv).lines().count() - 1;
    let all = count(json!({}));
    let officers = json!({ "filter": { "officers": true } });
    assert_eq!(count(officers.clone()), 2);
    assert!(file(app, officers, Format::Txt).contains("次に当てはまる委員だけを載せています：役員"));
    let sixth = count(json!({ "filter": { "category": 6 } }));
    assert!(sixth > 1 && sixth < all);
    assert_eq!(count(json!({ "filter": { "ends_by": "R8.3.31" } })), 0);
    let ending = count(json!({ "filter": { "ends_by": "R10.3.31" } }));
    assert!(ending > 0 && ending < all, "vacant seats end nowhere: {ending} of {all}");
    assert_eq!(count(json!({ "filter": { "kind": "observer" } })), 0);
    let of = json!({ "filter": { "organization": "円卓大学 福祉学部" } });
    assert_eq!(count(of.clone()), 1);
    assert!(!file(app, json!({}), Format::Txt).contains("だけを載せています"));
    let ask = json!({ "kind": "roster", "body": "全体会", "audience": "internal", "filter": { "kind": "x" } });
    let wrong = app.document(&serde_json::from_value(ask).unwrap()).expect_err("refused");
    assert_eq!(wrong.code(), "bad_request");
}
