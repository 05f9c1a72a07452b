//! 今日, the search and the history, by their commands on the sample council.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_support::{dump, sample};
use serde_json::{Value, json};

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

fn tasks(app: &mut App) -> Vec<Value> {
    call(app, "today", json!({}))["tasks"].as_array().unwrap().clone()
}

fn task<'a>(all: &'a [Value], kind: &str, about: &str) -> &'a Value {
    let found = all.iter().find(|t| t["kind"] == kind && t["about"].as_str().unwrap().contains(about));
    found.unwrap_or_else(|| panic!("no {kind} for {about} in {all:#?}"))
}

#[test]
fn today_counts_back_from_the_meetings() {
    let app = &mut sample();
    let before = dump(app);
    let all = tasks(app);
    // The clock stands at 1 October 2026; 全体会 meets on the 14th, the notice is out.
    let needs = task(&all, "interpreters", "第2回全体会");
    assert_eq!((needs["due"].as_str(), needs["urgency"].as_str()), (Some("2026-10-07"), Some("week")), "{needs}");
    assert!(needs["what"].as_str().unwrap().contains("手話通訳"), "{needs}");
    assert!(needs["reason"].as_str().unwrap().contains("9月14日（月）まで"), "{needs}");
    assert_eq!(task(&all, "replies", "第2回全体会")["due"], "2026-10-07");
    assert!(!all.iter().any(|t| t["kind"] == "notice" && t["about"] == "第2回全体会（10/14）"), "its notice is out");
    let notice = task(&all, "notice", "（11/18）");
    assert_eq!(notice["due"], "2026-11-04");
    assert!(notice["reason"].as_str().unwrap().contains("会議の14日前の11月4日（水）まで"), "{notice}");
    assert_eq!(notice["target"]["screen"], "meetings");
    let minutes = task(&all, "minutes", "（9/2）");
    assert_eq!(minutes["due"], "2026-10-16", "45 days after 2 September is a Saturday");
    assert!(minutes["reason"].as_str().unwrap().contains("前の開庁日の10月16日（金）"), "{minutes}");
    let days: Vec<&str> = all.iter().map(|t| t["due"].as_str().unwrap_or("9999")).collect();
    assert!(days.is_sorted(), "{days:?}");
    assert_eq!(dump(app), before, "a reading changes nothing");
}

#[test]
fn a_task_goes_when_the_data_say_so() {
    let app = &mut sample();
    call(
        app,
        "add_meeting",
        json!({ "body": "kodomo", "date": "R8.9.24", "start": null, "end": null, "place": "市役所" }),
    );
    let held = tasks(app).iter().filter(|t| t["kind"] == "held").count();
    assert_eq!(held, 1, "a meeting that is past and still in preparation");
    call(
        app,
        "add_meeting",
        json!({ "body": "kodomo", "date": "R8.10.5", "start": "10:00", "end": null, "place": "" }),
    );
    let all = tasks(app);
    let due = |kind: &str| task(&all, kind, "（10/5）")["due"].as_str().unwrap().to_owned();
    // 14 days before 5 October is 21 September, the first of three holidays after a weekend.
    assert_eq!(
        (due("notice"), due("agenda"), due("papers")),
        ("2026-09-18".into(), "2026-09-18".into(), "2026-09-28".into())
    );
    assert!(task(&all, "notice", "（10/5）")["reason"].as_str().unwrap().contains("祝日（敬老の日）のため"));
    let id = task(&all, "agenda", "（10/5）")["target"]["id"].clone();
    call(app, "add_agenda_item", json!({ "meeting": id, "kind": "report", "title": "報告", "papers": [] }));
    assert!(!tasks(app).iter().any(|t| t["kind"] == "agenda" && t["about"].as_str().unwrap().contains("（10/5）")));
    call(app, "undo", json!({}));
    assert!(tasks(app).iter().any(|t| t["kind"] == "agenda" && t["about"].as_str().unwrap().contains("（10/5）")));
    let counts = call(app, "nav_counts", json!({}));
    assert_eq!(counts, call(app, "today", json!({}))["counts"]);
    assert_eq!(
        counts["pressing"].as_u64().unwrap(),
        counts["urgent"].as_u64().unwrap() + counts["week"].as_u64().unwrap()
    );
}

#[test]
fn a_meeting_that_was_put_off_waits_for_its_day() {
    let app = &mut sample();
    let ask = json!({ "body": "kodomo", "date": "R8.10.28", "start": null, "end": null, "place": "" });
    let id = call(app, "add_meeting", ask)["output"].clone();
    call(app, "postpone_meeting", json!({ "meeting": id, "to": null, "reason": "台風の接近" }));
    let all = tasks(app);
    let open = task(&all, "plan", "（10/28）");
    assert_eq!((&open["due"], &open["urgency"], &open["target"]["id"]), (&Value::Null, &json!("undated"), &id));
    let reason = open["reason"].as_str().unwrap();
    assert!(reason.contains("10月28日（水）の会議を延期しました（台風の接近）"), "{reason}");
    call(app, "postpone_meeting", json!({ "meeting": id, "to": "R8.11.25", "reason": "" }));
    assert!(!tasks(app).iter().any(|t| t["what"] == open["what"]), "settled");
}

#[test]
fn today_shows_what_is_near_and_what_is_missing() {
    let today = call(&mut sample(), "today", json!({}));
    let next = &today["meetings"][0];
    assert_eq!((next["title"].as_str(), next["days"].as_i64()), (Some("第2回　全体会"), Some(13)));
    assert!(next["papers"].as_u64().unwrap() > 20 && next["papers"] == next["papers_ready"], "{next}");
    assert!(next["agenda"].as_u64().unwrap() >= 9);
    let kinds: Vec<&str> = today["gaps"].as_array().unwrap().iter().map(|g| g["kind"].as_str().unwrap()).collect();
    assert!(kinds.contains(&"seat"), "{kinds:?}");
    let seat = today["gaps"].as_array().unwrap().iter().find(|g| g["reason"].as_str().unwrap().contains("推薦依頼中"));
    assert!(seat.is_some_and(|g| g["since"].is_string() && g["target"]["body"] == "zentaikai"), "{today:#}");
    let endings = today["endings"].as_array().unwrap();
    assert!(endings.iter().any(|e| e["derivation"].as_str().unwrap().contains("翌年度の末日")), "{endings:#?}");
    let flow: u64 = today["flow"].as_array().unwrap().iter().map(|f| f["count"].as_u64().unwrap()).sum();
    assert!(flow > 15, "{}", today["flow"]);
    assert!(today["tasks"].as_array().unwrap().iter().any(|t| t["kind"] == "nomination"));
}

#[test]
fn a_term_that_is_yet_to_begin_ends_too() {
    let app = &mut sample();
    let endings = |app: &mut App| -> u64 {
        let today = call(app, "today", json!({}));
        today["endings"].as_array().unwrap().iter().map(|e| e["count"].as_u64().unwrap()).sum()
    };
    let before = endings(app);
    let member = json!({ "family": "先試", "given": "試子", "family_kana": "せんし", "given_kana": "ためこ", "publication": "name" });
    let person = call(app, "add_person", member)["output"].clone();
    let seats = call(app, "list_members", json!({ "body": "zentaikai", "on": "R8.10.1" }));
    let free = seats.as_array().unwrap().iter().find(|s| s["name"].is_null() && s["category"].is_number());
    let free = free.unwrap_or_else(|| panic!("{seats:#}"));
    let ask = json!({ "body": "zentaikai", "person": person, "category": free["category"], "seat": free["seat"], "start": "R8.11.1" });
    call(app, "appoint_member", ask);
    assert_eq!(endings(app), before + 1, "it begins in November and ends within the next fiscal year");
}

#[test]
fn however_it_is_typed_it_is_found() {
    let app = &mut sample();
    let person = |family: &str, kana: &str| json!({ "family": family, "given": "試子", "family_kana": kana, "given_kana": "ためこ", "publication": "name" });
    for (family, kana) in
        [("髙橋", "たかはし"), ("﨑山", "さきやま"), ("𠮷田", "よしだ"), ("渡邉󠄂", "わたなべ"), ("辻󠄀", "つじ")]
    {
        call(app, "add_person", person(family, kana));
    }
    for (typed, name) in [
        ("高橋", "髙橋　試子"),
        ("髙橋", "髙橋　試子"),
        ("崎山", "﨑山　試子"),
        ("吉田", "𠮷田　試子"),
        ("渡辺", "渡邉󠄂　試子"),
        ("渡邊 試子", "渡邉󠄂　試子"),
        ("辻試子", "辻󠄀　試子"),
        ("ﾀｶﾊｼ", "髙橋　試子"),
        ("タカハシ　タメコ", "髙橋　試子"),
        ("よしだ", "𠮷田　試子"),
    ] {
        let found = call(app, "search", json!({ "text": typed }));
        let people = found["groups"].as_array().unwrap().iter().find(|g| g["kind"] == "person");
        let hits = people.unwrap_or_else(|| panic!("{typed}: {found}"))["hits"].as_array().unwrap();
        assert!(hits.iter().any(|h| h["title"] == name), "{typed}: {hits:#?}");
    }
    assert_eq!(call(app, "search", json!({ "text": " 　" }))["total"], 0);
}

#[test]
fn search_finds_every_kind_and_where_it_is() {
    let app = &mut sample();
    let first = |app: &mut App, text: &str| {
        let found = call(app, "search", json!({ "text": text }));
        let group = found["groups"][0].clone();
        (group["kind"].as_str().unwrap_or("none").to_owned(), group["hits"][0].clone())
    };
    let (kind, body) = first(app, "みえるか会議");
    assert!(kind == "body" || kind == "meeting", "{kind} {body}");
    let (kind, meeting) = first(app, "令和8年10月14日");
    assert_eq!((kind.as_str(), meeting["target"]["screen"].as_str()), ("meeting", Some("meetings")));
    assert!(meeting["title"].as_str().unwrap().contains("第2回"));
    assert_eq!(first(app, "ｒ８－１").0, "issue");
    let (kind, issue) = first(app, "ｸﾞﾙｰﾌﾟﾎｰﾑの空き");
    assert_eq!((kind.as_str(), issue["target"]["screen"].as_str()), ("issue", Some("issues")));
    let (kind, paper) = first(app, "第1回全体会）会議録");
    assert_eq!((kind.as_str(), paper["target"]["tab"].as_str()), ("paper", Some("papers")));
    assert!(paper["detail"].as_str().unwrap().contains("全体会"));
    assert_eq!(first(app, "そんなものはありません").0, "none");
    let several = call(app, "search", json!({ "text": "全体会 10/14" }));
    assert_eq!(several["groups"][0]["kind"], "meeting", "two words, both of one meeting");
    for typed in ["R8 全体会", "全体会　ｒ８", "令和8 全体会", "2026 全体会", "令和8年度 全体会"]
    {
        let found = call(app, "search", json!({ "text": typed }));
        let meetings = found["groups"].as_array().unwrap().iter().find(|g| g["kind"] == "meeting");
        assert!(meetings.is_some_and(|g| !g["hits"].as_array().unwrap().is_empty()), "{typed}: {found}");
    }
}

#[test]
fn a_change_is_told_in_words() {
    let app = &mut sample();
    let id = call(
        app,
        "add_person",
        json!({ "family": "詳細", "given": "試子", "family_kana": "しょうさい", "given_kana": "ためこ", "publication": "name", "needs": ["手話通訳"] }),
    )["output"]
        .as_str()
        .unwrap()
        .to_owned();
    call(app, "update_person", json!({ "person": id, "publication": "organization" }));
    let latest = call(app, "history", json!({ "limit": 1 }))[0].clone();
    assert_eq!((latest["subject"].as_str(), latest["is_undone"].as_bool()), (Some("詳細　試子"), Some(false)));
    let details = call(app, "change_details", json!({ "change": latest["change"] }));
    let record = &details["records"][0];
    assert_eq!((record["kind"].as_str(), record["name"].as_str()), (Some("人"), Some("詳細　試子")));
    let fields = record["fields"].as_array().unwrap();
    assert!(fields.contains(&json!({ "label": "公表用の表示", "before": "氏名", "after": "団体名" })), "{fields:#?}");
    call(app, "undo", json!({}));
    let history = call(app, "history", json!({ "limit": 2 }));
    assert!(history[0]["action"].as_str().unwrap().starts_with("元に戻す：人の登録"), "{history}");
    assert_eq!((history[0]["is_undo"].as_bool(), history[1]["is_undone"].as_bool()), (Some(true), Some(true)));
    let names = call(app, "undoable", json!({}));
    assert_eq!((names["undo"].as_str(), names["undo_subject"].as_str()), (Some("人の登録"), Some("詳細　試子")));
    assert_eq!(names["redo_subject"], "詳細　試子");
    let own = call(app, "history_of", json!({ "kind": "person", "id": id }));
    assert_eq!(own.as_array().unwrap().len(), 3);
    let unknown = dispatch(app, "change_details", json!({ "change": 999_999 })).unwrap_err();
    assert_eq!(unknown.code(), "unknown_record");
}

#[test]
fn no_change_shows_an_identifier() {
    let app = &mut sample();
    let history = call(app, "history", json!({ "limit": 1000 }));
    let mut seen = 0;
    for row in history.as_array().unwrap() {
        let details = call(app, "change_details", json!({ "change": row["change"] }));
        for record in details["records"].as_array().unwrap() {
            assert_ne!(record["kind"], "記録", "{record}");
            for field in record["fields"].as_array().unwrap() {
                seen += 1;
                assert_ne!(field["label"], "その他の項目", "{record}");
                for side in ["before", "after"] {
                    let text = field[side].as_str().unwrap_or_default();
                    assert!(!is_identifier(text) && !text.starts_with("{\""), "{record:#}");
                }
            }
        }
    }
    assert!(seen > 1000, "{seen}");
}

fn is_identifier(text: &str) -> bool {
    text.split([' ', '　', '（', '）']).any(|part| part.len() == 36 && part.matches('-').count() == 4)
}

#[test]
fn history_is_narrowed_by_who_what_and_when() {
    let app = &mut sample();
    call(app, "add_organization", json!({ "name": "髙見福祉会" }));
    call(app, "add_organization", json!({ "name": "別の会" }));
    let found = call(app, "history", json!({ "limit": 10, "text": "高見" }));
    assert_eq!(found.as_array().unwrap().len(), 1, "{found}");
    let all = call(app, "history", json!({ "limit": 10, "from": "R8.10.1", "to": "R8.10.1" }));
    assert!(all.as_array().unwrap().len() >= 2);
    assert!(call(app, "history", json!({ "limit": 10, "to": "R8.9.30" })).as_array().unwrap().is_empty());
    let who = all[0]["actor"].clone();
    assert!(!call(app, "history", json!({ "limit": 10, "actor": who })).as_array().unwrap().is_empty());
    assert!(call(app, "history", json!({ "limit": 10, "actor": "いない人" })).as_array().unwrap().is_empty());
    let second = call(app, "history", json!({ "limit": 1, "before": all[0]["change"] }));
    assert_eq!(second[0]["change"], all[1]["change"]);
    let bad = dispatch(app, "history", json!({ "limit": 1, "from": "いつか" })).unwrap_err();
    assert_eq!(bad.code(), "bad_day");
}

#[test]
fn what_was_erased_says_so() {
    let app = &mut sample();
    let id = call(
        app,
        "add_person",
        json!({ "family": "消去", "given": "試子", "family_kana": "しょうきょ", "given_kana": "ためこ", "publication": "name" }),
    )["output"]
        .clone();
    let change = call(app, "history", json!({ "limit": 1 }))[0]["change"].clone();
    call(app, "purge_person", json!({ "person": id, "confirmed": true }));
    let details = call(app, "change_details", json!({ "change": change }));
    assert_eq!(details["records"][0]["erased"], true, "{details}");
    assert!(!details.to_string().contains("消去"), "{details}");
    assert_eq!(call(app, "search", json!({ "text": "抹消済" }))["total"], 0, "nobody is found under the mark");
}
