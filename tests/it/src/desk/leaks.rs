//! V21: whichever way something leaves, words of the open vault's cases stop it, with the
//! place; a reason lets it go, and stays.

use super::cases::{PASS, case_form, opened, record, saved};
use super::played::Played;
use serde_json::{Value, json};
use std::io::Write as _;

/// A desk whose council holds a case, and whose next plenary names its person on the agenda.
fn planted() -> (Played, Value) {
    let played = opened();
    saved(&played);
    let meeting = played.ask("list_meetings", json!({ "body": "全体会", "year": "R8" }))[1]["id"].clone();
    let item = json!({
        "meeting": meeting, "kind": "deliberation", "title": "ワニブチ波留子さんの見守り", "presenter": null,
        "minutes": null, "closed_reason": null, "papers": []
    });
    // The reading in one script, the name in another: none of them alone is a whole name.
    played.ask("add_agenda_item", item);
    (played, meeting)
}

fn folder(played: &Played, name: &str) -> std::path::PathBuf {
    let folder = played.room().join(name);
    std::fs::create_dir_all(&folder).unwrap();
    played.window.answers.lock().unwrap().push_back(folder.clone());
    folder
}

fn files_in(folder: &std::path::Path) -> usize {
    std::fs::read_dir(folder).unwrap().count()
}

fn releases(played: &Played) -> Vec<Value> {
    played.ask("case_releases", json!({})).as_array().unwrap().clone()
}

fn issued(played: &Played) -> Vec<Value> {
    let every = json!({ "year": null, "kind": null, "readers": null, "text": null });
    played.ask("list_issued", every).as_array().unwrap().clone()
}

#[test]
fn letters_for_each_are_looked_at_before_the_first_is_written() {
    let (played, meeting) = planted();
    let people = played.ask("meeting_letter_people", json!({ "meeting": meeting, "letter": "meeting_notice" }));
    let to: Vec<Value> =
        people["rows"].as_array().unwrap()[..2].iter().map(|r| json!({ "appointment": r["appointment"] })).collect();
    let letters = json!({ "letter": "meeting_notice", "to": to, "on": "R8.9.30", "meeting": { "meeting": meeting } });
    assert_eq!(played.refused("save_each_letter", json!({ "job": "a", "letters": letters }), None), "case_words");
    assert!(played.window.asked.lock().unwrap().is_empty(), "no folder was asked for");
    let target = folder(&played, "通知");
    let ask = json!({ "job": "a", "letters": letters, "reason": "本人が公表している" });
    assert_eq!(played.ask("save_each_letter", ask)["files"], 2);
    assert_eq!((files_in(&target), releases(&played).len()), (2, 2));
    assert_eq!(releases(&played)[0]["by"], played.ask("start", json!({}))["actor"]);
}

#[test]
fn each_set_of_a_packet_is_looked_at() {
    let (played, meeting) = planted();
    let ask =
        |reason: Value| json!({ "job": "p", "meeting": meeting, "named": false, "confirmed": true, "reason": reason });
    let target = folder(&played, "配付");
    assert_eq!(played.refused("save_packets", ask(Value::Null), None), "case_words");
    assert!(issued(&played).is_empty() && files_in(&target) == 0, "nothing left");
    assert!(played.window.asked.lock().unwrap().is_empty(), "no folder was asked for");
    let saved = played.ask("save_packets", ask(json!("本人が公表している")));
    assert_eq!(saved["files"].as_array().unwrap().len(), files_in(&target));
    assert!(!releases(&played).is_empty() && !issued(&played).is_empty());
}

#[test]
fn minutes_tables_and_their_files_are_stopped_inside_the_office_nothing_is() {
    let (played, meeting) = planted();
    played.ask("fill_minutes", json!({ "meeting": meeting }));
    let minutes = |audience: &str| json!({ "job": "a", "document": { "kind": "minutes", "meeting": meeting, "audience": audience, "confirmed": true } });
    for audience in ["members", "public"] {
        let refused = played.desk.call("prepare_document", minutes(audience), None).unwrap_err();
        assert_eq!(refused.code, "case_words", "{audience}");
        assert!(refused.message.contains("会議録") && refused.message.contains("波留子さん"), "{}", refused.message);
    }
    played.ask("prepare_document", minutes("internal"));
    // A count of few people who are looked after, while somebody is at work with the cases.
    played.ask("add_issue", record("利用者３人の事業所が休止する。"));
    let table = json!({ "kind": "issue_table", "audience": "members" });
    for format in ["xlsx", "csv", "csv_cp932", "txt"] {
        let export = json!({ "document": table, "format": format, "replace": true });
        let refused = played.desk.call("export_document", export, None).unwrap_err();
        assert!(refused.code == "case_words" && refused.message.contains("利用者3人"), "{format}: {refused:?}");
    }
}

#[test]
fn what_was_made_while_the_vault_was_closed_is_looked_at_when_it_leaves() {
    let (played, meeting) = planted();
    let agenda = json!({ "kind": "agenda", "meeting": meeting, "audience": "members" });
    played.ask("close_case_vault", json!({}));
    let made = played.ask("prepare_document", json!({ "job": "a", "document": agenda }));
    assert_eq!(made["cases_unseen"], true);
    let handle = json!({ "handle": made["handle"] });
    played.ask("open_document", handle.clone());
    played.ask("open_case_vault", json!({ "passphrase": PASS }));
    for name in ["open_document", "save_document"] {
        assert_eq!(played.refused(name, handle.clone(), None), "case_words", "{name}");
    }
    let with_reason = json!({ "job": "a", "document": agenda, "reason": "本人が公表している" });
    let made = played.ask("prepare_document", with_reason);
    played.ask("open_document", json!({ "handle": made["handle"] }));
    assert_eq!(issued(&played).len(), 2);
}

#[test]
fn a_kept_file_is_looked_into_when_it_leaves_once_more() {
    let played = opened();
    saved(&played);
    let mut bad = record("鰐淵波留子は夜間にひとりで外へ出る。");
    bad["case"] = json!("R8-001");
    played.ask("add_issue", bad);
    played.ask("close_case_vault", json!({}));
    played.window.answers.lock().unwrap().push_back(played.room().join("課題.xlsx"));
    let table = json!({ "kind": "issue_table", "audience": "members" });
    played.ask("export_document", json!({ "document": table, "format": "xlsx", "replace": false }));
    let line = issued(&played)[0]["id"].clone();
    played.ask("open_issued", json!({ "issued": line }));
    played.ask("open_case_vault", json!({ "passphrase": PASS }));
    let refused = played.desk.call("save_issued", json!({ "issued": line }), None).unwrap_err();
    assert!(refused.code == "case_words" && refused.message.contains("sharedStrings"), "{refused:?}");
    played.ask("open_issued", json!({ "issued": line, "reason": "委員だけに配る" }));
    assert_eq!(releases(&played)[0]["reason"], "委員だけに配る");
}

#[test]
fn a_reason_covers_the_words_for_which_it_was_given_and_no_others() {
    let (played, meeting) = planted();
    let agenda = json!({ "kind": "agenda", "meeting": meeting, "audience": "members" });
    let ask = json!({ "job": "a", "document": agenda, "reason": "本人が公表している" });
    let handle = json!({ "handle": played.ask("prepare_document", ask)["handle"] });
    played.ask("open_document", handle.clone());
    // Another case, whose name is a word of the agenda.
    let mut other = case_form();
    other["name"] = json!("次第　開会");
    for blank in ["kana", "born_on", "phone", "address", "certificate", "facilities", "related"] {
        other[blank] = json!("");
    }
    other["related"] = json!("見守り");
    played.ask("save_case", other);
    assert_eq!(played.refused("open_document", handle, None), "case_words");
}

#[test]
fn what_is_given_to_whoever_does_the_clerical_work_is_looked_at() {
    let played = opened();
    saved(&played);
    let room = played.room().to_owned();
    let give = |reason: Value| json!({ "to": "社会福祉法人 架空会", "folder": room, "reason": reason });
    let mut bad = record("夜間の見守りの担い手が足りない。");
    bad["background"] = json!("家族の鰐淵波留子が、\n夜間にひとりで外へ出る。");
    played.ask("close_case_vault", json!({}));
    played.ask("add_issue", bad);
    played.ask("open_case_vault", json!({ "passphrase": PASS }));
    let refused = played.desk.call("consign_out", give(Value::Null), None).unwrap_err();
    assert!(refused.code == "case_words" && refused.message.contains("課題"), "{refused:?}");
    let packages = || {
        std::fs::read_dir(&room)
            .unwrap()
            .filter(|e| e.as_ref().unwrap().path().extension().is_some_and(|x| x == "entakupkg"))
            .count()
    };
    assert_eq!((packages(), issued(&played).len()), (0, 0));
    played.ask("consign_out", give(json!("受託者と守秘の取り決めがある")));
    assert_eq!((packages(), issued(&played).len(), releases(&played).len()), (1, 1, 1));
}

#[test]
fn comments_in_papers_are_looked_at_when_they_leave_with_a_packet() {
    let played = opened();
    saved(&played);
    let meeting = played.ask("list_meetings", json!({ "body": "全体会", "year": "R8" }))[1]["id"].clone();
    played.ask("close_case_vault", json!({}));
    let paper = json!({ "meeting": meeting, "name": "記録.pdf", "number": "資料9", "title": "付箋のある記録", "class": "sent" });
    let paper = played.send("add_paper_file", paper, "%PDF 付箋".as_bytes())["output"]["paper"].clone();
    let open = |reason: Value| json!({ "paper": paper, "reason": reason });
    played.ask("open_paper_file", open(Value::Null));
    let packet = json!({ "kind": "packet", "meeting": meeting, "audience": "members", "confirmed": true });
    let made = played.ask("prepare_document", json!({ "job": "a", "document": packet }));
    played.ask("open_case_vault", json!({ "passphrase": PASS }));
    let handle = json!({ "handle": made["handle"] });
    let refused = played.desk.call("save_document", handle, None).unwrap_err();
    assert!(refused.code == "case_words" && refused.message.contains("Contents 1"), "{refused:?}");
    assert_eq!(played.refused("prepare_document", json!({ "job": "a", "document": packet }), None), "case_words");
    assert_eq!(played.refused("open_paper_file", open(Value::Null), None), "case_words");
    played.ask("open_paper_file", open(json!("委員だけに配る")));
}

/// A file of Word with a comment.
fn word(comment: &str) -> Vec<u8> {
    office(&[("word/document.xml", "<w:p><w:t>記録</w:t></w:p>"), ("word/comments.xml", comment)])
}

/// An Office file of these parts.
fn office(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (part, text) in parts {
        writer.start_file(*part, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn originals_and_opinions_are_looked_into_before_they_are_kept() {
    let played = opened();
    saved(&played);
    let meeting = played.ask("list_meetings", json!({ "body": "全体会", "year": "R8" }))[1]["id"].clone();
    let paper = json!({
        "meeting": meeting, "name": "記録.pdf", "number": "資料9", "title": "記録", "class": "sent",
        "closed_reason": null, "changed_at": null, "job": null
    });
    let paper = played.send("add_paper_file", paper, b"%PDF-1")["output"]["paper"].clone();
    let hidden = word("<w:comment><w:p><w:r><w:t>鰐淵</w:t></w:r><w:r><w:t>　波留子さん</w:t></w:r></w:p></w:comment>");
    let original = |reason: Value| json!({ "paper": paper, "name": "記録.docx", "changed_at": null, "reason": reason });
    let refused = played.desk.call("keep_original", original(Value::Null), Some(hidden.clone())).unwrap_err();
    assert!(refused.code == "case_words" && refused.message.contains("comments.xml"), "{refused:?}");
    played.send("keep_original", original(json!("覚えのため")), &hidden);
    for (part, text) in [
        (
            "docProps/core.xml",
            "<cp:coreProperties><cp:lastModifiedBy>わにぶち はるこ</cp:lastModifiedBy></cp:coreProperties>",
        ),
        ("docProps/custom.xml", "<vt:lpwstr>1414-999321</vt:lpwstr>"),
        ("xl/sharedStrings.xml", "<sst><si><t>0467</t><t>(99)8765</t></si></sst>"),
        ("xl/worksheets/sheet1.xml", "<c t=\"inlineStr\"><is><t>中央町三丁目12番7号</t></is></c>"),
        ("ppt/notesSlides/notesSlide1.xml", "<a:p><a:r><a:t>昭和60年</a:t></a:r><a:r><a:t>5月3日生</a:t></a:r></a:p>"),
    ] {
        let file = office(&[(part, text)]);
        assert_eq!(played.refused("keep_original", original(Value::Null), Some(&file)), "case_words", "{part}");
    }
    let rows = played.ask("meeting_replies", json!({ "meeting": meeting }))["rows"].clone();
    let opinion = json!({ "meeting": meeting, "opinion": null, "appointment": rows[0]["appointment"], "text": "" });
    let given = json!({ "opinion": opinion, "name": "意見.docx" });
    assert_eq!(played.refused("set_opinion_file", given, Some(&hidden)), "case_words");
    let plain = json!({ "opinion": opinion, "name": "意見.docx" });
    played.send("set_opinion_file", plain, &word("<w:p><w:t>意見</w:t></w:p>"));
    played.ask("close_case_vault", json!({}));
    let unseen = json!({ "opinion": opinion, "name": "意見.docx" });
    let id = played.send("set_opinion_file", unseen, &hidden)["output"].clone();
    let open = |reason: Value| json!({ "opinion": id, "reason": reason });
    played.ask("open_opinion_file", open(Value::Null));
    played.ask("open_case_vault", json!({ "passphrase": PASS }));
    assert_eq!(played.refused("open_opinion_file", open(Value::Null), None), "case_words");
    played.ask("open_opinion_file", open(json!("本人の書いたもの")));
}

#[test]
fn the_gist_of_a_case_is_among_what_was_let_go_and_a_vault_that_is_read_lets_nothing_go() {
    let (played, _) = planted();
    let gist = json!({ "case": "R8-001", "record": record("夜間の見守りの担い手が足りない。"), "reasons": [] });
    played.ask("take_case_up", gist);
    let kept = releases(&played);
    assert_eq!(kept.len(), 1);
    let title = kept[0]["title"].as_str().unwrap();
    assert!(title.contains("事例R8-001") && title.contains("課題R8-") && !title.contains("見守り"), "{title}");
    let (second, _) = played.beside();
    second.call("open_folder", json!({ "folder": played.folder(), "read_only": true }), None).unwrap();
    second.call("open_case_vault", json!({ "passphrase": PASS }), None).unwrap();
    let meeting = played.ask("list_meetings", json!({ "body": "全体会", "year": "R8" }))[1]["id"].clone();
    let agenda = json!({ "kind": "agenda", "meeting": meeting, "audience": "members" });
    let ask = json!({ "job": "a", "document": agenda, "reason": "委員だけに配る" });
    assert_eq!(second.call("prepare_document", ask, None).unwrap_err().code, "cases_read_only");
}
