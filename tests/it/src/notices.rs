//! Notices, replies, needs, opinions and the public at a meeting, through the commands.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::printing::Document;
use entaku_support::{dump, sample, with_undo};
use serde_json::{Value, json};

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn refused(app: &mut App, name: &str, args: Value) -> (String, String, Option<String>) {
    let before = dump(app);
    let wire = dispatch(app, name, args).expect_err(name).to_wire();
    assert_eq!(before, dump(app), "a refused command left something");
    (wire.code, wire.message, wire.field)
}

/// The second plenary of 令和8年度, which is being prepared.
fn meeting(app: &mut App) -> String {
    let rows = call(app, "list_meetings", json!({ "body": "全体会", "year": "R8" }));
    let second = rows.as_array().unwrap().iter().find(|r| r["number"] == 2).unwrap();
    second["id"].as_str().unwrap().to_owned()
}

fn replies(app: &mut App, meeting: &str) -> Value {
    call(app, "meeting_replies", json!({ "meeting": meeting }))
}

/// Appointments and names of those who sit.
fn members(app: &mut App, meeting: &str) -> Vec<(String, String)> {
    let text = |v: &Value| v.as_str().unwrap().to_owned();
    let list = replies(app, meeting);
    list["rows"].as_array().unwrap().iter().map(|r| (text(&r["appointment"]), text(&r["name"]))).collect()
}

/// A meeting of which nothing was answered yet.
fn blank(app: &mut App) -> String {
    let added = call(
        app,
        "add_meeting",
        json!({ "body": "全体会", "date": "R9.2.17", "start": "14:00", "end": "16:00", "place": "講堂", "number": 9 }),
    );
    added["output"].as_str().unwrap().to_owned()
}

fn words(app: &App, ask: Value) -> String {
    let ask: Document = serde_json::from_value(ask).unwrap();
    app.document(&ask).unwrap().words()
}

fn set(app: &mut App, meeting: &str, row: Value) -> Value {
    call(app, "set_replies", json!({ "meeting": meeting, "rows": [row] }))
}

#[test]
fn replies_are_recorded_counted_and_taken_back() {
    let app = &mut sample();
    let id = &blank(app);
    let all = members(app, id);
    let [a, b, c, d] = [0, 1, 2, 3].map(|at: usize| all[at].0.clone());
    with_undo(app, |app| set(app, id, json!({ "appointment": a, "answer": "attends" })));
    set(app, id, json!({ "appointment": b, "answer": "proxy", "proxy": "代理　一郎" }));
    set(app, id, json!({ "appointment": c, "answer": "absent", "received_on": "R9.2.15", "note": "出張のため" }));
    let list = replies(app, id);
    let open = all.len() - 3;
    assert_eq!(list["totals"], json!({ "attends": 1, "online": 0, "proxy": 1, "absent": 1, "open": open }));
    assert_eq!(list["rows"][0]["received_on"], "2026-10-01", "an answer without a day came today");
    assert_eq!((&list["rows"][1]["proxy"], &list["rows"][2]["late"]), (&json!("代理　一郎"), &json!(true)));
    set(app, id, json!({ "appointment": b, "answer": "attends" }));
    assert_eq!(replies(app, id)["rows"][1]["proxy"], Value::Null, "who comes sends nobody");
    set(app, id, json!({ "appointment": d, "needs": ["要約筆記", ""] }));
    assert_eq!(replies(app, id)["rows"][3]["needs"], json!(["要約筆記"]));
    let before = dump(app);
    set(app, id, json!({ "appointment": a, "note": "x" }));
    set(app, id, json!({ "appointment": a, "note": "" }));
    assert_eq!(dump(app), before, "a note that is taken away leaves nothing");
    set(app, id, json!({ "appointment": a, "answer": "" }));
    assert_eq!(replies(app, id)["rows"][0]["answer"], Value::Null);
}

#[test]
fn v15_only_members_of_the_day_answer_and_no_member_stands_in_for_another() {
    let app = &mut sample();
    let id = &blank(app);
    let all = members(app, id);
    let stranger = call(app, "list_members", json!({ "body": "mieruka", "on": "R9.2.17" }));
    let stranger = stranger.as_array().unwrap().iter().find(|r| !r["appointment"].is_null());
    if let Some(row) = stranger.filter(|r| all.iter().all(|(a, _)| json!(a) != r["appointment"])) {
        let rows = json!([{ "appointment": row["appointment"], "answer": "attends" }]);
        assert_eq!(refused(app, "set_replies", json!({ "meeting": id, "rows": rows })).0, "rule");
    }
    let row = json!({ "appointment": all[0].0, "answer": "proxy", "proxy": all[1].1 });
    let done = set(app, id, row);
    assert!(done["notices"].to_string().contains("委員と同じ氏名"), "{done}");
    let unnamed = set(app, id, json!({ "appointment": all[1].0, "answer": "proxy" }));
    assert!(unnamed["notices"].to_string().contains("代理"), "{unnamed}");
    call(app, "set_meeting_state", json!({ "meeting": id, "state": "cancelled" }));
    let rows = json!([{ "appointment": all[0].0, "answer": "attends" }]);
    assert!(refused(app, "set_replies", json!({ "meeting": id, "rows": rows })).1.contains("中止"));
}

#[test]
fn what_was_announced_goes_into_the_attendance_where_nothing_is_recorded() {
    let app = &mut sample();
    let id = &blank(app);
    let all = members(app, id);
    for (at, answer) in [(0, "attends"), (1, "absent"), (2, "proxy")] {
        set(app, id, json!({ "appointment": all[at].0, "answer": answer, "proxy": "代理　一郎" }));
    }
    let rows = json!([{ "appointment": all[0].0, "presence": "late", "proxy": null }]);
    call(app, "set_attendance", json!({ "meeting": id, "rows": rows }));
    assert_eq!(replies(app, id)["untaken"], 2);
    with_undo(app, |app| call(app, "take_over_replies", json!({ "meeting": id })));
    let list = call(app, "list_attendance", json!({ "meeting": id }));
    let of =
        |at: usize| list["rows"].as_array().unwrap().iter().find(|r| r["appointment"] == all[at].0.as_str()).unwrap();
    assert_eq!((&of(0)["presence"], &of(1)["presence"]), (&json!("late"), &json!("excused")));
    assert_eq!((&of(2)["presence"], &of(2)["proxy"]), (&json!("proxy"), &json!("代理　一郎")));
    assert_eq!(replies(app, id)["untaken"], 0);
}

#[test]
fn the_notice_goes_out_in_one_step_that_is_taken_back_at_once() {
    let app = &mut sample();
    let id = &blank(app);
    with_undo(app, |app| call(app, "send_notice", json!({ "meeting": id })));
    let page = call(app, "meeting_page", json!({ "meeting": id }));
    assert_eq!(page["summary"]["state"], "noticed");
    let list = replies(app, id);
    assert_eq!((&list["days"]["noticed_on"], &list["days"]["reply_by"]), (&json!("2026-10-01"), &json!("2027-02-10")));
    let ledger = call(app, "list_deliveries", json!({ "meeting": id }));
    assert_eq!(ledger["rows"].as_array().unwrap().len(), members(app, id).len(), "each member got it");
    let again = call(app, "send_notice", json!({ "meeting": id }));
    assert_eq!(again["change"], Value::Null, "who has it gets it once: {again}");
    assert_eq!(refused(app, "send_notice", json!({ "meeting": id, "on": "R8.10.2" })).0, "rule");
}

#[test]
fn days_of_the_notice_are_the_offices_own() {
    let app = &mut sample();
    let id = &blank(app);
    let days = json!({ "meeting": id, "reply_by": "R9.2.5", "opinions_hour": "１５：００", "needs_by": "" });
    with_undo(app, |app| call(app, "set_convocation", days));
    let found = replies(app, id)["days"].clone();
    assert_eq!((&found["reply_by"], &found["opinions_hour"]), (&json!("2027-02-05"), &json!("15:00")));
    assert_eq!((&found["needs_by"], &found["opinions_by"]), (&Value::Null, &json!("2027-02-16")));
    let late = call(app, "set_convocation", json!({ "meeting": id, "reply_by": "R9.2.18" }));
    assert!(late["notices"].to_string().contains("より後です"), "{late}");
    for (wrong, field) in
        [(json!({ "reply_by": "x" }), "reply_by"), (json!({ "opinions_hour": "25:00" }), "opinions_hour")]
    {
        let mut args = json!({ "meeting": id });
        args.as_object_mut().unwrap().extend(wrong.as_object().unwrap().clone());
        assert_eq!(refused(app, "set_convocation", args).2.as_deref(), Some(field));
    }
}

#[test]
fn a_notice_says_what_is_known_and_leaves_out_the_rest() {
    let app = &mut sample();
    let id = &meeting(app);
    let to: Vec<Value> = members(app, id).iter().map(|(a, _)| json!({ "appointment": a })).collect();
    let ask = |letter: &str, to: &[Value], more: Value| {
        let mut of = json!({ "meeting": id });
        of.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "kind": "letters", "letters": { "letter": letter, "to": to, "on": "R8.9.30", "meeting": of } })
    };
    let notice = words(app, ask("meeting_notice", &to, json!({})));
    for said in [
        "令和8年度第2回鎌倉市障害者支援協議会全体会の開催について（通知）",
        "令和8年（2026年）10月14日（水）　14時00分から16時25分まで",
        "2　委員の交代について",
        "資料1　",
        "出欠回答書",
        "□会場で出席　□オンラインで出席　□代理の者が出席　□欠席",
        "□手話通訳",
        "理由をお書きいただく必要はありません",
    ] {
        assert!(notice.contains(said), "{said} is not in {notice}");
    }
    assert_eq!(notice.matches("出欠回答書\n").count(), to.len(), "a form for each");
    let alone = words(app, ask("meeting_notice", &to[..1], json!({ "with_form": false })));
    assert!(!alone.contains("代理の方の所属・氏名"), "{alone}");
    let off = words(app, ask("called_off", &to[..1], json!({ "reason": "台風の接近のため" })));
    assert!(off.contains("理由　台風の接近のため"), "{off}");
    let moved = json!({ "new_date": "R8.10.28", "new_start": "10:00", "new_end": "12:00" });
    let put_off = words(app, ask("postponed", &to[..1], moved));
    assert!(put_off.contains("10月28日（水）　10時00分から12時00分まで"), "{put_off}");
    let written = words(app, ask("written_meeting", &to[..1], json!({})));
    assert!(written.contains("書面表決書") && written.contains("□賛成　　□反対"), "{written}");
    let ballot = words(app, ask("written_ballot", &to[..1], json!({})));
    assert!(
        ballot.contains("会議録の確認　□賛成") && !ballot.contains("その他（連絡事項）"),
        "what is only told is not voted on: {ballot}"
    );
    assert!(notice.contains("電話　0467-00-0000"), "whom to ask");
    let all = call(app, "letter_wordings", json!({}));
    let kinds: Vec<&Value> = all.as_array().unwrap().iter().filter(|r| r["of_meeting"] == true).collect();
    assert_eq!(kinds.len(), 11);
    for row in kinds {
        let sample =
            json!({ "letter": row["letter"], "subject": row["subject"], "body": row["body"], "items": row["items"] });
        let shown = words(app, json!({ "kind": "letter_sample", "wording": sample }));
        assert!(!shown.contains('{') && shown.contains("協議会"), "{shown}");
    }
}

#[test]
fn a_letter_about_a_postponement_says_what_its_record_says() {
    let app = &mut sample();
    let id = &blank(app);
    let to = json!([{ "appointment": members(app, id)[0].0 }]);
    call(app, "send_notice", json!({ "meeting": id, "on": "R8.10.1" }));
    call(
        app,
        "set_convocation",
        json!({ "meeting": id, "reply_by": "R9.2.5", "opinions_hour": "15:00", "needs_by": "" }),
    );
    let letter = |app: &App, more: Value| {
        let mut of = json!({ "meeting": id });
        of.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        words(
            app,
            json!({ "kind": "letters", "letters": { "letter": "postponed", "to": to, "on": "R8.10.1", "meeting": of } }),
        )
    };
    let put_off = |ask: Value| {
        let mut all = json!({ "meeting": id });
        all.as_object_mut().unwrap().extend(ask.as_object().unwrap().clone());
        all
    };
    with_undo(app, |app| call(app, "postpone_meeting", put_off(json!({ "to": null, "reason": "大雪のため" }))));
    let open = letter(app, json!({}));
    assert!(open.contains("当初の日時　令和9年（2027年）2月17日（水）") && open.contains("理由　大雪のため"), "{open}");
    assert!(open.contains("変更後　未定（決まり次第") && !open.contains("出欠の回答"), "{open}");
    let due = |app: &mut App| {
        call(app, "meeting_letter_people", json!({ "meeting": id, "letter": "postponed" }))["due"].clone()
    };
    assert_eq!(due(app), Value::Null, "nobody can answer for a day that is not known");
    let settle = json!({ "to": "R9.3.3", "reason": "", "start": "10:00", "end": "12:00", "place": "第２会議室" });
    with_undo(app, |app| call(app, "postpone_meeting", put_off(settle)));
    let told = letter(app, json!({}));
    for said in [
        "当初の日時　令和9年（2027年）2月17日（水）　14時00分から16時00分まで",
        "3月3日（水）　10時00分から12時00分まで",
        "第２会議室",
        "理由　大雪のため",
        "2月24日（水）までにお知らせください",
    ] {
        assert!(told.contains(said), "{said} is not in {told}");
    }
    assert_eq!(due(app), "2027-02-24", "a week before the new day");
    let days = &replies(app, id)["days"];
    assert_eq!(
        (&days["opinions_hour"], &days["needs_by"]),
        (&json!("15:00"), &Value::Null),
        "what was set otherwise stays"
    );
    assert_eq!(days["noticed_on"], Value::Null, "the members are to be told again");
    let typed = letter(app, json!({ "new_date": "R9.3.10", "reason": "会場の都合のため" }));
    assert!(typed.contains("当初の日時　令和9年（2027年）3月3日（水）") && typed.contains("3月10日（水）"), "{typed}");
    assert!(typed.contains("会場の都合のため") && typed.contains("3月3日（水）までにお知らせください"), "{typed}");
    with_undo(app, |app| call(app, "move_meeting", json!({ "meeting": id, "date": "R9.3.17" })));
    assert_eq!(due(app), "2027-03-10", "and so in the plan of the year");
}

#[test]
fn letters_of_a_meeting_that_lack_what_they_need_are_refused() {
    let app = &mut sample();
    let id = &blank(app);
    let first = json!([{ "appointment": members(app, id)[0].0 }]);
    for (letters, said) in [
        (json!({ "letter": "meeting_notice", "to": first }), "どの会議"),
        (json!({ "letter": "meeting_notice", "to": [], "meeting": { "meeting": id } }), "だれに宛てるか"),
        (json!({ "letter": "postponed", "to": first, "meeting": { "meeting": id } }), "変更後の開催日"),
        (
            json!({ "letter": "substitute_invitation", "to": first, "meeting": { "meeting": id } }),
            "代理の人が分かりません",
        ),
    ] {
        let (_, message, _) = refused(app, "letter_plan", letters);
        assert!(message.contains(said), "{message}");
    }
    let wrong = json!({ "letter": "commission", "subject": "委嘱状", "body": "{会場}で", "items": "" });
    let (_, message, field) = refused(app, "set_wording", wrong);
    assert!(message.contains("「{会場}」") && field.as_deref() == Some("body"), "a letter of no meeting has no place");
}

#[test]
fn large_print_goes_to_those_who_need_it() {
    let app = &mut sample();
    let id = &meeting(app);
    let of = |app: &App, print: &str, appointment: &str| {
        let letters = json!({ "letter": "meeting_notice", "to": [{ "appointment": appointment }], "meeting": { "meeting": id, "print": print } });
        let batch: entaku_app::commands::LetterBatch = serde_json::from_value(letters).unwrap();
        app.letters(&batch.read(app).unwrap()).unwrap().letters.letters.iter().map(|l| l.large).collect::<Vec<_>>()
    };
    let people = call(app, "meeting_letter_people", json!({ "meeting": id, "letter": "meeting_notice" }));
    let rows = people["rows"].as_array().unwrap();
    let one = |large: bool| rows.iter().find(|r| r["large_print"] == large).unwrap()["appointment"].as_str().unwrap();
    assert_eq!(of(app, "needed", one(true)), [true, true], "with its form");
    assert_eq!(of(app, "needed", one(false)), [false, false]);
    assert_eq!((of(app, "large", one(false)), of(app, "usual", one(true))), (vec![true, true], vec![false, false]));
}

#[test]
fn numbers_belong_to_the_letters_of_one_meeting() {
    let app = &mut sample();
    let (first, second) = (meeting(app), blank(app));
    let letters = |app: &mut App, id: &str| {
        let to: Vec<Value> = members(app, id)[..2].iter().map(|(a, _)| json!({ "appointment": a })).collect();
        json!({ "letter": "meeting_notice", "to": to, "on": "R8.9.30", "meeting": { "meeting": id } })
    };
    let (of_first, of_second) = (letters(app, &first), letters(app, &second));
    let taken = call(app, "take_letter_numbers", json!({ "letters": of_first }));
    assert_eq!(call(app, "letter_plan", of_first)["taken"], taken["output"]);
    assert_eq!(call(app, "letter_plan", of_second)["taken"], Value::Null, "another meeting's letters have none yet");
    let people = call(app, "meeting_letter_people", json!({ "meeting": first, "letter": "meeting_notice" }));
    let numbered = people["rows"].as_array().unwrap().iter().filter(|r| r["numbers"] != json!([])).count();
    assert_eq!(numbered, 2);
}

#[test]
fn a_body_may_have_its_own_wording() {
    let app = &mut sample();
    let id = &meeting(app);
    let own = json!({ "letter": "meeting_notice", "of_body": "zentaikai", "subject": "全体会の御案内", "body": "お越しください。", "items": "日時：{開催日時}" });
    with_undo(app, |app| call(app, "set_wording", own));
    let to = json!([{ "appointment": members(app, id)[0].0 }]);
    let ask =
        json!({ "kind": "letters", "letters": { "letter": "meeting_notice", "to": to, "meeting": { "meeting": id } } });
    assert!(words(app, ask.clone()).contains("全体会の御案内"));
    let rows = call(app, "letter_wordings", json!({}));
    let of = |body: Value| {
        rows.as_array().unwrap().iter().find(|r| r["letter"] == "meeting_notice" && r["of_body"] == body).unwrap()
    };
    assert_eq!(of(json!("zentaikai"))["usual_subject"], of(Value::Null)["subject"], "it is reset to the office's");
    with_undo(app, |app| call(app, "reset_wording", json!({ "letter": "meeting_notice", "of_body": "zentaikai" })));
    assert!(!words(app, ask).contains("全体会の御案内"));
    let member =
        json!({ "letter": "commission", "of_body": "zentaikai", "subject": "委嘱状", "body": "", "items": "" });
    assert_eq!(refused(app, "set_wording", member).0, "bad_request");
}

#[test]
fn guests_are_asked_and_answer() {
    let app = &mut sample();
    let id = &meeting(app);
    let item = replies(app, id)["items"][0]["id"].clone();
    let form =
        json!({ "meeting": id, "kind": "explainer", "organization": "市民健康課", "post": "課長", "item": item });
    with_undo(app, |app| call(app, "set_guest", form.clone()));
    let list = replies(app, id)["guests"].clone();
    let guest = list.as_array().unwrap().iter().find(|g| g["organization"] == "市民健康課").unwrap()["id"].clone();
    let letters = json!({ "letter": "invitation", "to": [{ "guest": guest }], "meeting": { "meeting": id } });
    let said = words(app, json!({ "kind": "letters", "letters": letters }));
    assert!(said.contains("市民健康課\n課長　様") && said.contains("お願いする議題　2"), "{said}");
    assert!(refused(app, "set_guest", json!({ "meeting": id, "kind": "explainer" })).1.contains("氏名も団体も"));
    let other = blank(app);
    let elsewhere = json!({ "meeting": other, "kind": "observer", "name": "x", "item": item });
    assert_eq!(refused(app, "set_guest", elsewhere).2.as_deref(), Some("item"));
    with_undo(app, |app| call(app, "remove_guest", json!({ "guest": guest })));
}

#[test]
fn v24_needs_become_tasks_with_their_last_calls() {
    let app = &mut sample();
    let id = &meeting(app);
    let all = members(app, id);
    set(app, id, json!({ "appointment": all[0].0, "answer": "attends", "needs": ["磁気ループ（1台）"] }));
    let rows = call(app, "meeting_needs", json!({ "meeting": id }));
    let of = |rows: &Value, need: &str| rows.as_array().unwrap().iter().find(|r| r["need"] == need).cloned();
    let parking = of(&rows, "hearing_loop").unwrap();
    assert_eq!((&parking["due"], &parking["last_call"]), (&json!("2026-10-07"), &json!("2026-10-13")));
    assert!(parking["people"].to_string().contains("磁気ループ（1台）"), "{parking}");
    with_undo(app, |app| {
        call(
            app,
            "set_arrangement",
            json!({ "meeting": id, "need": "hearing_loop", "done_on": "R8.10.1", "note": "来庁者用" }),
        )
    });
    let done = of(&call(app, "meeting_needs", json!({ "meeting": id })), "hearing_loop").unwrap();
    assert_eq!((&done["state"], &done["note"]), (&json!("done"), &json!("来庁者用")));
    call(app, "set_arrangement", json!({ "meeting": id, "need": "hearing_loop" }));
    set(app, id, json!({ "appointment": all[0].0, "answer": "absent" }));
    let idle = of(&call(app, "meeting_needs", json!({ "meeting": id })), "hearing_loop").unwrap();
    assert_eq!(idle["state"], "idle", "nothing is arranged for who stays away");
}

#[test]
fn opinions_are_collected_by_item_and_the_public_reads_no_closed_ones() {
    let app = &mut sample();
    let id = &blank(app);
    let item = |app: &mut App, title: &str, reason: Option<&str>| {
        let form = json!({ "meeting": id, "kind": "deliberation", "title": title, "presenter": null, "minutes": null, "papers": [], "closed_reason": reason });
        call(app, "add_agenda_item", form)["output"].clone()
    };
    let (open, closed) = (item(app, "移動の支援", None), item(app, "個別事例の検討", Some("個別事例を含むため")));
    let all = members(app, id);
    let form = |who: usize, item: &Value, text: &str| json!({ "meeting": id, "appointment": all[who].0, "item": item, "text": text });
    with_undo(app, |app| call(app, "set_opinion", form(0, &open, "増便を望みます。\n以上です。")));
    call(app, "set_opinion", form(1, &closed, "慎重に。"));
    call(app, "set_opinion", form(2, &Value::Null, "よい会議に。"));
    let lines: Vec<Value> = call(app, "list_opinions", json!({ "meeting": id }))
        .as_array()
        .unwrap()
        .iter()
        .map(|o| o["item_line"].clone())
        .collect();
    assert_eq!(lines, ["1　移動の支援", "2　個別事例の検討", "会議全般"]);
    let paper =
        |audience: &str| json!({ "kind": "opinions_paper", "meeting": id, "audience": audience, "confirmed": true });
    let members_read = words(app, paper("members"));
    assert!(members_read.contains("慎重に。") && members_read.contains(&all[0].1), "{members_read}");
    let public = words(app, paper("public"));
    assert!(!public.contains("慎重に。") && public.contains("意見1件は、掲載していません"), "{public}");
    assert_eq!(replies(app, id)["rows"][0]["opinions"], 1);
    assert_eq!(refused(app, "set_opinion", form(0, &open, " ")).2.as_deref(), Some("text"));
    call(app, "remove_agenda_item", json!({ "item": open }));
    assert_eq!(
        call(app, "list_opinions", json!({ "meeting": id }))[1]["item_line"],
        "会議全般",
        "it outlives its item"
    );
    let first = call(app, "list_opinions", json!({ "meeting": id }))[0]["id"].clone();
    with_undo(app, |app| call(app, "remove_opinion", json!({ "opinion": first })));
}

#[test]
fn who_answered_or_wrote_is_not_taken_off_the_roster_by_mistake() {
    let app = &mut sample();
    let id = &blank(app);
    let (appointment, _) = members(app, id)[1].clone();
    set(app, id, json!({ "appointment": appointment, "answer": "attends" }));
    let (code, message, _) = refused(app, "remove_appointment", json!({ "appointment": appointment }));
    assert_eq!(code, "rule", "{message}");
    assert!(refused(app, "remove_meeting", json!({ "meeting": id })).0 == "rule");
    set(app, id, json!({ "appointment": appointment, "answer": "" }));
    call(app, "set_convocation", json!({ "meeting": id, "reply_by": "R9.2.5" }));
    with_undo(app, |app| call(app, "remove_meeting", json!({ "meeting": id })));
}

#[test]
fn the_public_is_admitted_refused_and_forgotten() {
    let app = &mut sample();
    let id = &blank(app);
    let set =
        json!({ "meeting": id, "capacity": 2, "admission": "first_come", "apply_by": "R9.2.10", "how": "電話で" });
    with_undo(app, |app| call(app, "set_gallery", set));
    for name in ["傍聴　一", "傍聴　二", "傍聴　三"] {
        call(app, "set_applicant", json!({ "meeting": id, "name": name, "contact": "0467-00-0000" }));
    }
    with_undo(app, |app| call(app, "decide_applicants", json!({ "meeting": id })));
    let page = |app: &mut App| call(app, "meeting_gallery", json!({ "meeting": id }));
    let found = page(app);
    assert_eq!((&found["admitted"], &found["applicants"][2]["refusal"]), (&json!(2), &json!("定員を超えたため")));
    let third = found["applicants"][2]["id"].clone();
    let again = json!({ "meeting": id, "applicant": third, "name": "傍聴　三", "state": "admitted" });
    assert!(call(app, "set_applicant", again)["notices"].to_string().contains("定員の2人を超えます"));
    let fourth = call(app, "set_applicant", json!({ "meeting": id, "name": "傍聴　四" }))["output"].clone();
    with_undo(app, |app| call(app, "remove_applicant", json!({ "applicant": fourth })));
    let bare = json!({ "meeting": id, "name": "x", "state": "refused" });
    assert_eq!(refused(app, "set_applicant", bare).2.as_deref(), Some("refusal"));
    let list = words(app, json!({ "kind": "reception_table", "meeting": id }));
    assert!(list.contains("傍聴　一") && !list.contains("0467"), "the list at the door has no address: {list}");
    assert_eq!(refused(app, "erase_applicants", json!({ "meeting": id })).0, "rule");
    assert_eq!(call(app, "erasable_applicants", json!({})), json!([]));
    call(app, "set_gallery_office", json!({ "keep_days": 0, "asks_address": true }));
    assert_eq!(
        refused(app, "set_gallery_office", json!({ "keep_days": 2000, "asks_address": true })).2.as_deref(),
        Some("keep_days")
    );
    call(app, "update_meeting", json!({ "meeting": id, "date": "R8.10.1" }));
    assert_eq!(page(app)["erasable"], true);
    let erased = call(app, "erase_applicants", json!({ "meeting": id }));
    assert_eq!((&erased["output"], &page(app)["applied"]), (&json!(3), &json!(0)));
    let history = call(app, "history", json!({ "limit": 50 }));
    assert!(!dump(app).contains("傍聴　一") && !history.to_string().contains("傍聴　一"));
}

#[test]
fn what_hangs_at_the_door_names_nobody_who_is_withheld() {
    let app = &mut sample();
    let id = &meeting(app);
    let letters = |confirmed: bool| json!({ "letter": "gallery_notice", "to": [], "meeting": { "meeting": id, "confirmed": confirmed } });
    let said = words(app, json!({ "kind": "letters", "letters": letters(false) }));
    assert!(said.contains("傍聴について（お知らせ）") && said.contains("どなたでも傍聴できます"), "{said}");
    let rules = json!({ "letter": "gallery_rules", "to": [], "meeting": { "meeting": id } });
    assert!(words(app, json!({ "kind": "letters", "letters": rules })).contains("1　会議の開始予定時刻までに"));
}
