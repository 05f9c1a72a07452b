//! A first start: an own council from the seed's structure, or empty; the sample to try things out.

use super::played::Played;
use serde_json::{Value, json};

fn found(played: &Played, folder: &str, from: &str, more: Value) -> Value {
    let mut ask = json!({ "folder": played.room().join(folder), "from": from });
    ask.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    played.ask("found_council", ask)
}

fn named(name: &str, municipality: &str) -> Value {
    json!({ "name": name, "municipality": municipality, "actor": "渡邉󠄂" })
}

#[test]
fn the_seeds_structure_comes_without_fictional_people() {
    let played = Played::new();
    let mut ask = named("三浦市障害者支援協議会", "三浦市");
    ask["answers"] = json!([{ "question": "quorum", "is": "decided", "text": "過半数の出席で成立" }]);
    let opened = found(&played, "三浦", "seed", ask);
    assert_eq!(
        (&opened["state"], &opened["name"], &opened["sample"]),
        (&json!("open"), &json!("三浦市障害者支援協議会"), &json!(false))
    );
    assert_eq!(played.ask("start", json!({}))["actor"], "渡邉󠄂");
    assert_eq!(played.ask("list_people", json!({})), json!([]));
    assert_eq!(played.ask("list_meetings", json!({ "body": null, "year": null })), json!([]));
    let bodies = played.ask("list_bodies", json!({ "on": "R8.10.1" })).to_string();
    assert!(bodies.contains("地域事例みえるか会議") && !bodies.contains("移動と外出"), "{bodies}");
    let organizations = played.ask("list_organizations", json!({})).to_string();
    assert!(organizations.contains("三浦市") && !organizations.contains("円卓") && !organizations.contains("鎌倉"));
    let seats = played.ask("list_members", json!({ "body": "zentaikai", "on": "R8.10.1" }));
    assert!(seats.as_array().unwrap().len() > 10, "{seats}");
    let answers = played.ask("list_answers", json!({}));
    let decided: Vec<&Value> = answers.as_array().unwrap().iter().filter(|a| a["is"] != "undecided").collect();
    assert_eq!((decided.len(), &decided[0]["shown"]), (1, &json!("過半数の出席で成立")));
    for document in
        [json!({ "kind": "relationship_chart" }), json!({ "kind": "roster", "body": "全体会", "audience": "internal" })]
    {
        let made = played.ask("prepare_document", json!({ "job": "a", "document": document }));
        assert!(!made["text"].as_str().unwrap().contains("鎌倉"), "{made}");
    }
    assert_eq!(played.ask("history", json!({ "limit": 9 })).as_array().unwrap().len(), 1);
    assert_eq!(played.refused("undo", json!({}), None), "nothing_to_undo");
}

#[test]
fn the_seed_takes_the_office_that_was_named() {
    let played = Played::new();
    let mut ask = named("円卓市自立支援協議会", "円卓市");
    ask["secretariat"] = json!("福祉部障害福祉課");
    found(&played, "円卓市", "seed", ask);
    let everything = [
        played.ask("list_bodies", json!({ "on": "R8.10.1" })),
        played.ask("list_organizations", json!({})),
        played.ask("list_members", json!({ "body": "zentaikai", "on": "R8.10.1" })),
        played.ask("prepare_document", json!({ "job": "a", "document": { "kind": "relationship_chart" } })),
    ];
    for said in everything {
        let said = said.to_string();
        assert!(!said.contains("健康福祉部") && !said.contains("鎌倉"), "{said}");
    }
    let today = played.ask("today", json!({}));
    assert_eq!(today["is_new"], true);
    let gaps = today["gaps"].as_array().unwrap();
    assert!(gaps.len() < 15 && gaps.iter().all(|gap| gap["since"].is_null()), "{gaps:#?}");
    let all = gaps.iter().find(|gap| gap["target"]["body"] == "zentaikai").unwrap();
    assert!(all["what"].as_str().unwrap().contains("席すべて空席"), "{all}");
}

#[test]
fn an_empty_council_can_be_filled() {
    let played = Played::new();
    let opened = found(&played, "空から", "empty", named("辻󠄀町自立支援協議会", "辻󠄀町"));
    assert_eq!(opened["name"], "辻󠄀町自立支援協議会");
    let bodies = played.ask("list_bodies", json!({ "on": null }));
    assert_eq!(bodies.as_array().unwrap().len(), 2, "{bodies}");
    played.ask("add_organization", json!({ "name": "𠮷田会" }));
    played.ask("add_meeting", json!({ "body": "全体会", "date": "R8.12.1", "start": null, "end": null, "place": "" }));
    played.ask("today", json!({}));
    played.ask("prepare_document", json!({ "job": "a", "document": { "kind": "relationship_chart" } }));
    let again = found(&played, "見本", "sample", json!({}));
    assert_eq!((&again["state"], &again["sample"]), (&json!("open"), &json!(false)));
}

#[test]
fn what_cannot_be_founded_is_refused_and_nothing_is_left() {
    let played = Played::new();
    played.open();
    let refused = |folder: &str, more: Value| {
        let mut ask = json!({ "folder": if folder.is_empty() { "".into() } else { played.room().join(folder) }, "from": "empty" });
        ask.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let error = played.desk.call("found_council", ask, None).unwrap_err();
        (error.code, error.field)
    };
    let field = |name: &str| Some(name.to_owned());
    assert_eq!(refused("協議会", named("会", "町")), ("council_exists".into(), field("folder")));
    assert_eq!(refused("", named("会", "町")), ("text_empty".into(), field("folder")));
    assert_eq!(refused("a", named("", "町")), ("text_empty".into(), field("name")));
    assert_eq!(refused("a", named("会", " ")), ("text_empty".into(), field("municipality")));
    let mut blank = named("会", "町");
    blank["answers"] = json!([{ "question": "pay", "is": "decided", "text": " " }]);
    assert_eq!(refused("a", blank.clone()), ("text_empty".into(), field("text")));
    blank["answers"] = json!([{ "question": "pay", "is": "maybe" }]);
    assert_eq!(refused("a", blank).0, "bad_request");
    assert!(!played.room().join("a").exists());
    assert_eq!(played.ask("start", json!({}))["desk"]["folder"], json!(played.folder()), "what was open stays open");
    let questions = played.ask("founding_questions", json!({}));
    assert_eq!(questions.as_array().unwrap().len(), 16);
    assert!(questions.as_array().unwrap().iter().all(|q| !q["choices"].as_array().unwrap().is_empty()));
}

#[test]
fn a_free_folder_among_the_users_documents_is_suggested() {
    let played = Played::new();
    let documents = played.config().join("documents");
    let suggested = || played.ask("start", json!({}))["suggested"].clone();
    assert_eq!(suggested(), json!(documents.join("円卓").to_str()));
    std::fs::create_dir_all(documents.join("円卓")).unwrap();
    assert_eq!(suggested(), json!(documents.join("円卓2").to_str()));
}

#[test]
fn work_that_was_given_is_opened_and_knows_what_it_is() {
    let played = Played::new();
    let council = found(&played, "市", "sample", json!({}));
    assert_eq!(council["notices"], json!([]));
    let given = json!({ "to": "社会福祉法人 架空会", "folder": played.room() });
    let package = played.ask("consign_out", given)["output"]["path"].clone();
    played.window.answers.lock().unwrap().push_back(package.as_str().unwrap().into());
    assert_eq!(played.ask("choose_package", json!({ "back": false })), package);

    let folder = played.room().join("受託");
    let unpack = json!({ "package": package, "folder": folder, "actor": "髙橋" });
    let opened = played.ask("unpack_package", unpack.clone());
    assert_eq!((&opened["state"], &opened["folder"]), (&json!("open"), &json!(folder)));
    assert!(opened["notices"].to_string().contains("戻しのファイル"), "{opened}");
    assert_eq!(played.ask("start", json!({}))["actor"], "髙橋");
    assert_eq!(played.ask("consign_page", json!({}))["is_copy"], true);

    assert_eq!(played.refused("unpack_package", unpack, None), "council_exists");
    let nowhere = json!({ "package": package, "folder": "" });
    assert_eq!(played.refused("unpack_package", nowhere, None), "text_empty");
    let back = played.ask("consign_back", json!({ "folder": played.room() }))["path"].clone();
    for (file, code) in [(back, "package_returned"), (json!(played.room().join("ない.entakupkg")), "read_file")] {
        let ask = json!({ "package": file, "folder": played.room().join("別") });
        assert_eq!(played.refused("unpack_package", ask, None), code);
        assert!(!played.room().join("別").join("council.entaku").exists(), "nothing half done is left");
    }
    assert_eq!(played.ask("consign_page", json!({}))["is_copy"], true, "what was open stays open");
}
