//! Minutes by the commands of the window: written, sent, corrected, made final, printed; after
//! every write, undo restores the exact dump.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::printing::Document;
use entaku_support::{dump, sample, with_undo};
use serde_json::{Value, json};

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

fn write(app: &mut App, name: &str, args: Value) -> Value {
    with_undo(app, |app| call(app, name, args))
}

fn refused(app: &mut App, name: &str, args: Value) -> String {
    let before = dump(app);
    let wire = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(before, dump(app), "a refused command left something");
    wire.message
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

/// The sample's meeting of a body by its number in 2026.
fn meeting(app: &mut App, body: &str, number: u64) -> String {
    let all = call(app, "list_meetings", json!({ "body": body, "year": "R8" }));
    let found = list(&all).iter().find(|m| m["number"].as_u64() == Some(number)).expect("a meeting");
    found["id"].as_str().unwrap().to_owned()
}

fn page(app: &mut App, meeting: &str) -> Value {
    call(app, "minutes_page", json!({ "meeting": meeting }))
}

fn words(app: &App, ask: Value) -> String {
    let document: Document = serde_json::from_value(ask).unwrap();
    app.document(&document).unwrap_or_else(|e| panic!("{:?}", e.to_wire())).words()
}

const ID: &str = "0198c7d2-0000-7000-8000-00000000000";

/// An entry of one's own: the last figure of its identifier, and its words.
fn entry(n: u8, item: &Value, text: &str) -> Value {
    json!({ "id": format!("{ID}{n}"), "item": item, "kind": "speech", "text": text })
}

fn texts(page: &Value) -> Vec<String> {
    list(&page["entries"]).iter().map(|e| e["text"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_skeleton_comes_from_agenda_and_attendance() {
    let mut app = sample();
    let plenary = meeting(&mut app, "全体会", 1);
    let held = refused(&mut app, "fill_minutes", json!({ "meeting": plenary }));
    assert!(held.contains("すでに書かれた"), "{held}");
    write(&mut app, "remove_minutes", json!({ "meeting": plenary }));
    write(&mut app, "fill_minutes", json!({ "meeting": plenary }));
    let shown = page(&mut app, &plenary);
    let said = texts(&shown).join("\n");
    for part in [
        "（14時00分　開会）",
        "委員18人のうち",
        "資料の確認を行った。",
        "柏木委員が会長に選出された",
        "（16時00分　閉会）",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let decisions: Vec<&Value> = list(&shown["entries"]).iter().filter(|e| e["kind"] == "decision").collect();
    assert_eq!(decisions[0]["decision"]["kind"], "elected");
    assert_eq!(decisions[0]["decision"]["number"], 1);
    assert_eq!(decisions[1]["decision"]["number"], 2, "one series for a body and a year");
}

#[test]
fn what_is_typed_is_written_in_order_and_never_over_anothers() {
    let mut app = sample();
    let case = meeting(&mut app, "地域事例みえるか会議", 3);
    let item = page(&mut app, &case)["items"][0]["id"].clone();
    let args = json!({ "meeting": case, "entries": [entry(1, &item, "一つ目。"), entry(2, &item, "二つ目。")] });
    let done = write(&mut app, "write_minutes", args);
    let rev = |done: &Value, at: usize| done["output"]["entries"][at]["rev"].as_str().unwrap().to_owned();
    let (first, second) = (rev(&done, 0), rev(&done, 1));
    let mut between = entry(3, &item, "間。");
    between["after"] = json!(format!("{ID}1"));
    let mut changed = entry(2, &item, "二つ目、直した。");
    changed["base"] = json!(second);
    let done = write(&mut app, "write_minutes", json!({ "meeting": case, "entries": [between, changed] }));
    assert_eq!(done["output"]["conflicts"], json!([]));
    assert_eq!(texts(&page(&mut app, &case)), ["一つ目。", "間。", "二つ目、直した。"]);
    // Somebody who still has the older state is told, and nothing of theirs is written.
    let mut late = entry(2, &item, "古い状態から直した。");
    late["base"] = json!(second);
    let removed = json!([{ "id": format!("{ID}2"), "rev": second }]);
    let done = call(&mut app, "write_minutes", json!({ "meeting": case, "entries": [late], "removed": removed }));
    assert_eq!(done["output"]["conflicts"], json!([format!("{ID}2"), format!("{ID}2")]));
    assert_eq!(texts(&page(&mut app, &case))[2], "二つ目、直した。");
    let removed = json!([{ "id": format!("{ID}1"), "rev": first }]);
    write(&mut app, "write_minutes", json!({ "meeting": case, "entries": [], "removed": removed }));
    assert_eq!(texts(&page(&mut app, &case)), ["間。", "二つ目、直した。"]);
    let wrong = entry(4, &json!("0198c7d2-0000-7000-8000-0000000000ff"), "どこにもない議題。");
    refused(&mut app, "write_minutes", json!({ "meeting": case, "entries": [wrong] }));
    let control = entry(4, &item, "制御\u{7}文字");
    refused(&mut app, "write_minutes", json!({ "meeting": case, "entries": [control] }));
}

#[test]
fn decisions_have_a_number_and_votes_tasks_an_owner_and_a_day() {
    let mut app = sample();
    let case = meeting(&mut app, "地域事例みえるか会議", 3);
    let item = page(&mut app, &case)["items"][0]["id"].clone();
    let mut decision = entry(1, &item, "3件を整理の対象とする。");
    decision["kind"] = json!("decision");
    let mut task = entry(2, &item, "資料を整える。");
    task["kind"] = json!("task");
    write(&mut app, "write_minutes", json!({ "meeting": case, "entries": [decision, task] }));
    let (decided, asked) = (format!("{ID}1"), format!("{ID}2"));
    let facts = json!({ "entry": decided, "kind": "continued", "number": 7, "manner": "vote", "yes": 4, "no": 9 });
    let done = write(&mut app, "set_decision", facts);
    assert!(done["notices"][0].as_str().unwrap().contains("票の合計（13）"), "{done}");
    let all = call(&mut app, "list_decisions", json!({ "body": "地域事例みえるか会議" }));
    assert_eq!(all[0]["facts"]["shown"], "継続（賛成4、反対9）");
    write(&mut app, "set_task", json!({ "entry": asked, "owner": "body", "body": "運営会議", "due_on": "R8.10.9" }));
    let open = call(&mut app, "list_tasks", json!({ "meeting": case }));
    assert_eq!((&open[0]["facts"]["who"], &open[0]["facts"]["due_on"]), (&json!("運営会議"), &json!("2026-10-09")));
    let today = call(&mut app, "today", json!({}));
    let there =
        |today: &Value| list(&today["tasks"]).iter().any(|t| t["kind"] == "assigned" && t["due"] == "2026-10-09");
    assert!(there(&today));
    write(&mut app, "finish_task", json!({ "entry": asked, "outcome": "済み" }));
    assert!(!there(&call(&mut app, "today", json!({}))), "what is done goes away");
    let message = refused(&mut app, "set_task", json!({ "entry": decided, "owner": "secretariat" }));
    assert!(message.contains("決定又は対応ではありません"), "{message}");
    let plenary = meeting(&mut app, "全体会", 1);
    let elected = list(&page(&mut app, &plenary)["entries"]).iter().find(|e| e["kind"] == "decision").cloned().unwrap();
    let taken = json!({ "entry": elected["id"], "kind": "elected", "number": 2 });
    assert!(refused(&mut app, "set_decision", taken).contains("第2号"));
}

#[test]
fn a_draft_goes_out_is_corrected_and_becomes_final() {
    let mut app = sample();
    let steering = meeting(&mut app, "運営会議", 2);
    write(&mut app, "fill_minutes", json!({ "meeting": steering }));
    let shown = page(&mut app, &steering);
    let item = shown["items"][1]["id"].clone();
    write(
        &mut app,
        "write_minutes",
        json!({ "meeting": steering, "entries": [entry(1, &item, "部会の進捗を確かめた。")] }),
    );
    let early = refused(&mut app, "approve_minutes", json!({ "meeting": steering, "way": "chair", "on": "R8.9.1" }));
    assert!(early.contains("会議の日"), "{early}");
    write(&mut app, "send_minutes", json!({ "meeting": steering, "on": "R8.9.25", "due": "R8.10.9" }));
    let person = shown["speakers"][0]["person"].clone();
    let ask = json!({
        "meeting": steering, "entry": format!("{ID}1"), "person": person, "place": "議題2",
        "old": "確かめた", "new": "共有した", "received_on": "R8.9.28",
    });
    let kept = write(&mut app, "keep_correction", ask)["output"].clone();
    let round = call(&mut app, "correction_round", json!({ "meeting": steering }));
    assert!(round["summary"].as_str().unwrap().ends_with("1人が回答"), "who asks has answered: {round}");
    assert_eq!(round["corrections"][0]["applies"], true);
    let why = refused(&mut app, "decide_correction", json!({ "correction": kept, "accepted": false }));
    assert!(why.contains("理由"), "{why}");
    write(&mut app, "decide_correction", json!({ "correction": kept, "accepted": true, "apply": true }));
    assert!(texts(&page(&mut app, &steering)).contains(&"部会の進捗を共有した。".to_owned()));
    let member = round["members"][1]["appointment"].clone();
    let rows = json!([{ "appointment": member, "on": "R8.9.29" }]);
    write(&mut app, "set_minutes_answers", json!({ "meeting": steering, "rows": rows }));
    write(&mut app, "remove_correction", json!({ "correction": kept }));
    write(&mut app, "approve_minutes", json!({ "meeting": steering, "way": "circulation", "on": "R8.10.1" }));
    let frozen = entry(2, &item, "後から。");
    let message = refused(&mut app, "write_minutes", json!({ "meeting": steering, "entries": [frozen] }));
    assert!(message.contains("確定している"), "{message}");
    refused(&mut app, "reopen_minutes", json!({ "meeting": steering, "reason": " " }));
    write(&mut app, "reopen_minutes", json!({ "meeting": steering, "reason": "誤記のため" }));
    let shown = page(&mut app, &steering);
    assert_eq!((&shown["frozen"], &shown["round"]["reopened"]), (&json!(false), &json!("誤記のため")));
}

#[test]
fn v26_the_public_edition_withholds_what_is_closed_and_calls_people_as_they_chose() {
    let mut app = sample();
    let plenary = meeting(&mut app, "全体会", 1);
    write(&mut app, "update_minutes", json!({ "meeting": plenary, "labels": "name", "observers": "４", "other": "" }));
    let shown = page(&mut app, &plenary);
    let item = shown["items"][4]["id"].clone();
    let said = |n: u8, family: &str, text: &str| {
        let who = list(&shown["speakers"]).iter().find(|s| s["full"].as_str().unwrap().starts_with(family)).unwrap();
        let mut e = entry(n, &item, text);
        e["speaker"] = json!({ "role": "member", "person": who["person"] });
        e
    };
    let mut secret = said(3, "髙橋", "表に出さない発言。");
    secret["closed_reason"] = json!("個人の事情のため");
    let entries = [said(1, "富岡", "団体として話します。"), said(2, "比良坂", "名前を出さずに話します。"), secret];
    write(&mut app, "write_minutes", json!({ "meeting": plenary, "entries": entries }));
    let members = words(&app, json!({ "kind": "minutes", "meeting": plenary, "audience": "members" }));
    assert!(members.contains("○富岡委員　団体として話します。") && members.contains("表に出さない発言。"), "{members}");
    let public = words(&app, json!({ "kind": "minutes", "meeting": plenary, "audience": "public" }));
    assert!(public.contains("○当事者の会 車座　団体として話します。"), "{public}");
    assert!(public.contains("○委員　名前を出さずに話します。"));
    assert!(public.contains("（この部分は公開していません（理由：個人の事情のため）。）"));
    for kept in ["富岡", "比良坂", "表に出さない発言", "［1］"] {
        assert!(!public.contains(kept), "{kept}: {public}");
    }
    assert!(public.contains("傍聴者：4人") && public.contains("その他：特になし"));
    let named = entry(4, &item, "富岡委員の意見に賛成です。");
    write(&mut app, "write_minutes", json!({ "meeting": plenary, "entries": [named] }));
    let ask: Document =
        serde_json::from_value(json!({ "kind": "minutes", "meeting": plenary, "audience": "public" })).unwrap();
    assert_eq!(app.document(&ask).expect_err("a second look").to_wire().code, "personal_data");
    let outline = words(&app, json!({ "kind": "minutes_outline", "meeting": plenary, "audience": "public" }));
    assert!(outline.contains("会議概要") && outline.contains("新しい任期の初めての全体会です。"));
}

#[test]
fn letters_and_extracts_are_made_of_the_minutes() {
    let mut app = sample();
    let plenary = meeting(&mut app, "全体会", 1);
    let letters = words(&app, json!({ "kind": "minutes_letters", "meeting": plenary, "on": "R8.8.5" }));
    assert!(letters.contains("第1回全体会会議録（案）の確認について") && letters.contains("8月19日（水）"));
    let sub = meeting(&mut app, "地域生活支援部会", 2);
    let all = call(&mut app, "list_decisions", json!({ "body": "地域生活支援部会", "year": "R8" }));
    let first = list(&all).iter().find(|d| d["facts"]["number"] == 1).unwrap();
    let extract = words(&app, json!({ "kind": "decision_extract", "decision": first["entry"], "on": "R8.9.1" }));
    for part in ["決定事項の抄録", "第1号", "承認（全会一致）", "作業部会を設置", "相違ないことを証明します。"]
    {
        assert!(extract.contains(part), "{part}: {extract}");
    }
    let final_text = words(&app, json!({ "kind": "minutes", "meeting": sub, "audience": "members" }));
    assert!(
        !final_text.lines().nth(1).unwrap().contains("（案）") && final_text.contains("8月24日に確定した。"),
        "{final_text}"
    );
}

#[test]
fn a_transcript_is_looked_at_and_then_read_in() {
    let mut app = sample();
    let case = meeting(&mut app, "地域事例みえるか会議", 3);
    let shown = page(&mut app, &case);
    let item = shown["items"][0]["id"].clone();
    let text =
        "[00:00:05] 事務局：始めます。\n[00:01:00] SPEAKER_01: 移動支援について。\nつづき。\n[00:02:00] 事務局：はい。";
    let ask = json!({ "meeting": case, "text": text, "item": item, "keep_times": true });
    let before = dump(&app);
    let seen = call(&mut app, "transcript_preview", ask.clone());
    assert_eq!(before, dump(&app), "looking writes nothing");
    assert_eq!(seen["voices"][0]["called"], "事務局");
    assert!(seen["voices"][0]["guess"].is_u64(), "the office is known");
    assert!(seen["voices"][1]["guess"].is_null());
    let who = shown["speakers"][0].clone();
    let mut ask = ask;
    ask["voices"] = json!([{ "called": "SPEAKER_01", "speaker": { "role": "member", "person": who["person"] } }]);
    assert_eq!(write(&mut app, "import_transcript", ask)["output"], 3);
    let entries = page(&mut app, &case)["entries"].clone();
    assert_eq!((&entries[1]["text"], &entries[1]["at"]), (&json!("移動支援について。\nつづき。"), &json!("00:01:00")));
    assert_eq!(entries[1]["person"], who["person"]);
    let empty = json!({ "meeting": case, "text": "\n\n" });
    assert!(refused(&mut app, "import_transcript", empty).contains("取り込む文がありません"));
}

#[test]
fn the_house_spelling_is_offered_and_words_are_found() {
    let mut app = sample();
    let case = meeting(&mut app, "地域事例みえるか会議", 3);
    let item = page(&mut app, &case)["items"][0]["id"].clone();
    let text = "障がいのある方と、かながわ障がい者計画の移動の目標。";
    write(&mut app, "write_minutes", json!({ "meeting": case, "entries": [entry(1, &item, text)] }));
    let hits = call(&mut app, "minutes_spelling", json!({ "meeting": case }));
    assert_eq!(list(&hits).len(), 1, "a plan's name stays: {hits}");
    assert_eq!((&hits[0]["start"], &hits[0]["house"]), (&json!(0), &json!("障害")));
    let found = call(&mut app, "search", json!({ "text": "移動の目標" }));
    let group = list(&found["groups"]).iter().find(|g| g["kind"] == "minutes").expect("found in the minutes");
    assert_eq!(group["hits"][0]["target"]["tab"], "minutes");
    assert!(group["hits"][0]["detail"].as_str().unwrap().contains("非公開の部分"));
}

#[test]
fn a_body_keeps_its_minutes_its_own_way() {
    let mut app = sample();
    let rule = json!({
        "body": "運営会議", "style": "full", "labels": "letter", "approval": "chair", "answer_days": 7, "heading": "注記",
    });
    write(&mut app, "set_minutes_rule", rule);
    let steering = meeting(&mut app, "運営会議", 2);
    let shown = page(&mut app, &steering);
    assert_eq!((&shown["labels"], &shown["rule"]["answer_days"]), (&json!("letter"), &json!(7)));
    let item = shown["items"][1]["id"].clone();
    let speaks = |n: u8, who: &Value| {
        let mut e = entry(n, &item, "話します。");
        e["speaker"] = json!({ "role": "member", "person": who["person"] });
        e
    };
    let plain: Vec<&Value> =
        list(&shown["speakers"]).iter().filter(|s| s["presides"] == false && s["role"] == "member").collect();
    let unofficial: Vec<&Value> = plain.iter().rev().take(2).copied().collect();
    write(&mut app, "write_minutes", json!({ "meeting": steering, "entries": [speaks(1, unofficial[0])] }));
    let mut ahead = speaks(2, unofficial[1]);
    ahead["after"] = json!("");
    write(&mut app, "write_minutes", json!({ "meeting": steering, "entries": [ahead] }));
    let text = words(&app, json!({ "kind": "minutes", "meeting": steering, "audience": "public" }));
    let (a, b) = (text.find("○委員Ａ").unwrap(), text.find("○委員Ｂ").unwrap());
    assert!(b < a, "a letter stays with whom it was given to, whoever speaks before them later: {text}");
}
