//! Alike people who are two, and people of whom only the log knows.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_support::{dump, sample, with_undo};
use serde_json::{Value, json};

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

fn person(app: &mut App, family: &str, kana: &str) -> Value {
    let ask =
        json!({ "family": family, "given": "渡", "family_kana": kana, "given_kana": "わたる", "publication": "name" });
    call(app, "add_person", ask)["output"].clone()
}

fn pairs(app: &mut App, of: &str) -> Vec<[Value; 2]> {
    let found = call(app, of, json!({}));
    list(&found).iter().map(|p| [p["one"]["id"].clone(), p["other"]["id"].clone()]).collect()
}

fn has(pairs: &[[Value; 2]], one: &Value, other: &Value) -> bool {
    pairs.iter().any(|p| p.contains(one) && p.contains(other))
}

#[test]
fn a_pair_that_is_two_people_does_not_come_back() {
    let app = &mut sample();
    let [a, b, c] =
        [("辻󠄀井", "つじい"), ("辻井", "つじい"), ("辻居", "つじい")].map(|(family, kana)| person(app, family, kana));
    assert!(has(&pairs(app, "duplicate_people"), &a, &b));
    let apart =
        |one: &Value, other: &Value, distinct: bool| json!({ "one": one, "other": other, "distinct": distinct });
    with_undo(app, |app| call(app, "set_distinct", apart(&b, &a, true)));
    assert!(!has(&pairs(app, "duplicate_people"), &a, &b) && has(&pairs(app, "distinct_people"), &a, &b));
    assert!(has(&pairs(app, "duplicate_people"), &a, &c), "the others are still offered");
    assert_eq!(call(app, "set_distinct", apart(&a, &b, true))["change"], Value::Null, "known already");
    let preview = call(app, "merge_preview", json!({ "keep": a, "other": b }));
    assert!(preview["problems"].to_string().contains("別の人のものとして"), "{preview}");
    let before = dump(app);
    assert!(dispatch(app, "merge_people", json!({ "keep": a, "other": b, "take": [] })).is_err());
    assert!(dispatch(app, "set_distinct", apart(&a, &a, true)).is_err());
    assert_eq!(before, dump(app));
    // Whoever becomes one with one of them is another one than the other.
    with_undo(app, |app| call(app, "merge_people", json!({ "keep": c, "other": b, "take": [] })));
    assert!(has(&pairs(app, "distinct_people"), &a, &c));
    with_undo(app, |app| call(app, "set_distinct", apart(&a, &c, false)));
    assert!(has(&pairs(app, "duplicate_people"), &a, &c) && pairs(app, "distinct_people").is_empty());
}

#[test]
fn somebody_of_whom_only_the_log_knows_is_listed_and_erased() {
    let app = &mut sample();
    assert_eq!(call(app, "logged_people", json!({})), json!([]));
    let kept = person(app, "残川", "のこりがわ");
    let gone = person(app, "消川", "きえがわ");
    app.undo().expect("undo");
    let found = call(app, "logged_people", json!({}));
    assert_eq!(list(&found).len(), 1, "{found}");
    assert_eq!((&found[0]["id"], &found[0]["name"]), (&gone, &json!("消川　渡")));
    assert!(found[0]["action"].as_str().unwrap().contains("人の登録"), "{found}");
    call(app, "purge_person", json!({ "person": gone, "confirmed": true }));
    assert_eq!(call(app, "logged_people", json!({})), json!([]));
    assert!(!dump(app).contains("消川"));
    // A record that became another one's is erased with that one.
    let twin = person(app, "残河", "のこりがわ");
    call(app, "merge_people", json!({ "keep": kept, "other": twin, "take": [] }));
    assert_eq!(call(app, "logged_people", json!({})), json!([]));
}
