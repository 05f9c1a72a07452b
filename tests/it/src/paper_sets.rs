//! How papers are numbered, ordered and handled, the sets that left and their replacements,
//! the sets for recipients; after every write, undo restores the exact dump.

use crate::deliveries::next_plenary;
use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::issued::Leaving;
use entaku_app::printing::{AudienceName, Document};
use entaku_documents::{
    FileFacts, FileKind, Front, Job, PageInfo, PagePart, PageSize, PaperContent, PrintError, Printed, Printer,
    SourceFile, Watch, go_on,
};
use entaku_domain::issued::Way;
use entaku_support::{dump, sample, with_undo};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Mutex;

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

fn write(app: &mut App, name: &str, args: Value) -> Value {
    with_undo(app, |app| call(app, name, args))
}

fn papers(app: &mut App, meeting: &str) -> Vec<Value> {
    call(app, "list_papers", json!({ "meeting": meeting }))["rows"].as_array().unwrap().clone()
}

fn numbers(app: &mut App, meeting: &str) -> Vec<String> {
    papers(app, meeting).iter().map(|p| p["number"].as_str().unwrap().to_owned()).collect()
}

/// Two pages a paper, four before them; what it was asked to print is kept.
#[derive(Default)]
struct Desk {
    jobs: Mutex<Vec<Job>>,
    lengths: BTreeMap<String, usize>,
}

impl Printer for Desk {
    fn print(&self, job: &Job, _: &mut Watch<'_>) -> Result<Printed, PrintError> {
        self.jobs.lock().unwrap().push(job.clone());
        let mut parts = Vec::new();
        if let Job::Packet { packet, .. } = job {
            let front = if matches!(packet.front, Front::Whole) { 4 } else { 1 };
            parts.extend((0..front).map(|n: usize| (PagePart::Front, (n + 1).to_string())));
            for (at, paper) in packet.papers.iter().enumerate() {
                let apart = matches!(paper.content, PaperContent::Apart { .. });
                let length = if apart { 0 } else { self.lengths.get(&paper.title).copied().unwrap_or(2) };
                for page in 0..length {
                    let own = paper.marks.labels.get(page).cloned();
                    parts.push((PagePart::Paper(at), own.unwrap_or_else(|| (parts.len() + 1).to_string())));
                }
            }
        }
        let size = PageSize { width_pt: 595.0, height_pt: 842.0 };
        let pages = parts.into_iter().map(|(part, label)| PageInfo { size, label, part, blank: false }).collect();
        Ok(Printed { pdf: b"%PDF".to_vec(), pages, uncovered: vec![], repaired: vec![], texts: BTreeMap::new() })
    }

    fn inspect(&self, _: &SourceFile) -> Result<FileFacts, PrintError> {
        let pages = vec![PageSize { width_pt: 595.0, height_pt: 842.0 }; 2];
        Ok(FileFacts { kind: FileKind::Pdf, pages, repaired: false })
    }
}

fn packet(meeting: &str) -> Document {
    Document::Packet {
        meeting: meeting.to_owned(),
        audience: AudienceName::Members,
        odd: None,
        confirmed: None,
        member: None,
        named: None,
        large: None,
    }
}

fn replacement(meeting: &str) -> Document {
    Document::Replacement {
        meeting: meeting.to_owned(),
        audience: AudienceName::Members,
        member: None,
        issued: None,
        confirmed: None,
    }
}

/// Prints a document and lets it leave.
fn leave(app: &mut App, desk: &Desk, document: &Document) -> String {
    let finished = app.document(document).unwrap().print(desk, &mut go_on).unwrap();
    let done = app
        .record_issued(&Leaving {
            kind: finished.kind,
            title: &finished.name,
            name: &format!("{}.pdf", finished.name),
            audience: finished.audience,
            way: Way::Printed,
            place: None,
            pages: Some(finished.printed.pages.len()),
            words: &finished.text,
            again: None,
            set: finished.set.as_ref(),
            bytes: format!("{} {}", finished.name, finished.text).as_bytes(),
        })
        .unwrap();
    done.unwrap().output.to_string()
}

#[test]
fn a_body_writes_its_numbers_as_it_does_and_renumbering_keeps_the_order() {
    let mut app = sample();
    let meeting = next_plenary(&mut app);
    let before = numbers(&mut app, &meeting);
    let page = call(&mut app, "paper_style", json!({ "body": "全体会" }));
    assert_eq!(page["own"], false);
    let mut style = page["style"].clone();
    style["sent"] = json!({ "before": "資料第", "after": "号" });
    style["reference"] = json!({ "before": "参考第", "after": "号" });
    style["on_the_day"] = Value::Null;
    style["wide"] = json!(true);
    let examples = call(&mut app, "try_paper_style", json!({ "style": style }));
    assert_eq!(examples, json!(["資料第１号", "資料第２－１号", "資料第３号", "参考第１号"]));
    write(&mut app, "set_paper_style", json!({ "body": "全体会", "style": style }));
    assert_eq!(numbers(&mut app, &meeting), before, "the papers keep their numbers until they are renumbered");
    let list = call(&mut app, "list_papers", json!({ "meeting": meeting }));
    let next: Vec<&str> = list["next"].as_array().unwrap().iter().map(|n| n["number"].as_str().unwrap()).collect();
    assert_eq!(next, ["資料第７号", "資料第７号", "参考第９号"]);
    let new: Vec<Value> = list["renumbered"].as_array().unwrap().clone();
    let given: Vec<Value> = new.iter().map(|n| json!({ "paper": n["paper"], "number": n["number"] })).collect();
    write(&mut app, "renumber_papers", json!({ "meeting": meeting, "numbers": given }));
    let after = numbers(&mut app, &meeting);
    assert_eq!(after[..3], ["資料第１号", "資料第２－１号", "資料第２－２号"]);
    assert_eq!(after.len(), before.len());
    assert!(after.contains(&"資料第７号".to_owned()), "papers of the day go on in the series: {after:?}");
    assert_eq!(call(&mut app, "list_papers", json!({ "meeting": meeting }))["renumbered"], json!([]));
    style["reference"] = json!({ "before": "資料第", "after": "" });
    let wire =
        dispatch(&mut app, "set_paper_style", json!({ "body": "全体会", "style": style })).unwrap_err().to_wire();
    assert!(wire.message.contains("２つの区分"), "{}", wire.message);
}

#[test]
fn an_order_is_kept_as_set_until_it_follows_the_numbers_again() {
    let mut app = sample();
    let meeting = next_plenary(&mut app);
    let all = papers(&mut app, &meeting);
    let mut sent: Vec<&Value> = all.iter().filter(|p| p["class"] == "sent").map(|p| &p["id"]).collect();
    sent.rotate_left(1);
    write(&mut app, "order_papers", json!({ "meeting": meeting, "papers": sent }));
    let order: Vec<Value> = papers(&mut app, &meeting).iter().map(|p| p["id"].clone()).collect();
    assert_eq!(order[..sent.len()].iter().collect::<Vec<_>>(), sent);
    for id in sent {
        call(&mut app, "set_paper_handling", json!({ "paper": id, "by_number": true }));
    }
    assert_eq!(numbers(&mut app, &meeting)[0], all[0]["number"].as_str().unwrap());
}

/// 資料5 in another edition, 資料3-3 out, 資料7 in; the list of what left says so.
fn change_a_few(app: &mut App, meeting: &str) {
    let all = papers(app, meeting);
    let find = |number: &str| all.iter().find(|p| p["number"] == number).unwrap().clone();
    let (five, three) = (find("資料5"), find("資料3-3"));
    let new_text = json!({
        "paper": five["id"], "number": "資料5", "title": five["title"], "class": "sent", "revision": "修正版",
        "closed_reason": null, "markdown": "# 直した提案書",
    });
    write(app, "update_paper", new_text);
    let note = json!({ "paper": five["id"], "revised_on": "R8.10.1", "revision_note": "提出先の名称" });
    write(app, "set_paper_handling", note);
    call(app, "remove_paper", json!({ "paper": three["id"] }));
    let added = json!({
        "meeting": meeting, "number": "資料7", "title": "追加の資料", "class": "sent", "closed_reason": null,
        "is": "text", "markdown": "本文",
    });
    call(app, "add_own_paper", added);
    let sets = call(app, "issued_sets", json!({ "meeting": meeting }));
    let changed: Vec<(&str, &str)> = sets[0]["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| (c["kind"].as_str().unwrap(), c["number"].as_str().unwrap()))
        .collect();
    assert!(changed.contains(&("withdrawn", "資料3-3")), "{changed:?}");
    assert!(changed.iter().any(|(kind, number)| *kind == "replaced" && number.starts_with("資料5")), "{changed:?}");
    assert!(changed.contains(&("added", "資料7")), "{changed:?}");
}

#[test]
fn a_replacement_holds_what_changed_and_fits_into_the_set_that_left() {
    let mut app = sample();
    let meeting = next_plenary(&mut app);
    let desk = Desk { lengths: [("市長への提案書（案）".to_owned(), 3)].into(), ..Desk::default() };
    let refused = app.document(&replacement(&meeting)).unwrap_err().to_wire();
    assert!(refused.message.contains("まだ出していません"), "{}", refused.message);
    let first = leave(&mut app, &desk, &packet(&meeting));
    let sets = call(&mut app, "issued_sets", json!({ "meeting": meeting }));
    assert_eq!((&sets[0]["id"], &sets[0]["changes"]), (&json!(first), &json!([])));
    let refused = app.document(&replacement(&meeting)).unwrap_err().to_wire();
    assert!(refused.message.contains("変わったところはありません"), "{}", refused.message);

    let asked = |app: &mut App| {
        let tasks = call(app, "today", json!({}))["tasks"].as_array().unwrap().clone();
        tasks.into_iter().find(|t| t["kind"] == "replacement")
    };
    assert_eq!(asked(&mut app), None);
    change_a_few(&mut app, &meeting);
    let task = asked(&mut app).expect("what readers have is no longer right");
    assert!(task["what"].as_str().unwrap().contains("ほか"), "{task}");
    assert!(task["reason"].as_str().unwrap().starts_with("委員用の会議資料を出した後の変更です。"), "{task}");
    assert_eq!((&task["due"], &task["target"]["tab"]), (&json!("2026-10-14"), &json!("delivery")));
    let second = leave(&mut app, &desk, &replacement(&meeting));
    let Job::Packet { packet: printed, .. } = desk.jobs.lock().unwrap().last().unwrap().clone() else { panic!() };
    let Front::Corrections(list) = &printed.front else { panic!("no list of corrections") };
    let of = |number: &str| list.rows.iter().find(|r| r.number.starts_with(number)).unwrap();
    assert_eq!(of("資料5").what, "提出先の名称");
    assert_eq!(of("資料5").out, of("資料5").put_in, "as many pages as before");
    assert_eq!(of("資料3-3").put_in, "");
    let old = app.store().issued_packets(entaku_domain::id::MeetingId::parse(&meeting).unwrap()).unwrap();
    let six = old[1].contents.papers.iter().find(|p| p.number == "資料6").unwrap().pages.clone();
    assert_eq!(of("資料7").put_in, format!("{0}-2～{0}-3", six[1]), "it follows the paper before it");
    assert!(printed.papers.iter().all(|p| p.marks.stamps[0].contains("令和8年10月1日")), "each page is stamped");
    assert_eq!(printed.papers.len(), 2);

    assert_eq!(asked(&mut app), None, "made");
    let sets = call(&mut app, "issued_sets", json!({ "meeting": meeting }));
    assert_eq!((&sets[0]["id"], &sets[0]["is_replacement"]), (&json!(second), &json!(true)));
    assert_eq!(
        (&sets[0]["changes"], &sets[1]["last"]),
        (&json!([]), &json!(false)),
        "the replacement is what readers have"
    );
    let page = call(&mut app, "list_deliveries", json!({ "meeting": meeting }));
    let item = page["items"].as_array().unwrap().iter().find(|i| i["what"] == "replacement").unwrap();
    assert_eq!((&item["issued"], &item["expected"]), (&json!(second), &json!(true)));
    let kept = app.issued_file(entaku_app::commands::issued(&first).unwrap()).unwrap();
    assert!(kept.bytes.starts_with(kept.document.title.as_bytes()), "the first set is retrieved as it left");
}

#[test]
fn what_is_collected_is_stamped_numbered_and_not_public() {
    let mut app = sample();
    let meeting = next_plenary(&mut app);
    let all = papers(&mut app, &meeting);
    let one = &all[0]["id"];
    let wire =
        dispatch(&mut app, "set_paper_handling", json!({ "paper": one, "copy_numbers": true })).unwrap_err().to_wire();
    assert_eq!(wire.field.as_deref(), Some("copy_numbers"));
    write(&mut app, "set_paper_handling", json!({ "paper": one, "collect": true, "copy_numbers": true }));
    let desk = Desk::default();
    app.document(&packet(&meeting)).unwrap().print(&desk, &mut go_on).unwrap();
    app.document(&Document::CollectedCopies { meeting: meeting.clone() }).unwrap().print(&desk, &mut go_on).unwrap();
    app.document(&Document::CollectionList { meeting: meeting.clone() }).unwrap().print(&desk, &mut go_on).unwrap();
    let public = Document::Packet {
        meeting: meeting.clone(),
        audience: AudienceName::Public,
        odd: None,
        confirmed: Some(true),
        member: None,
        named: None,
        large: None,
    };
    app.document(&public).unwrap().print(&desk, &mut go_on).unwrap();
    let jobs = desk.jobs.lock().unwrap();
    let packets: Vec<_> =
        jobs.iter().filter_map(|j| if let Job::Packet { packet, .. } = j { Some(packet) } else { None }).collect();
    assert!(matches!(packets[0].papers[0].content, PaperContent::Apart { .. }), "bound by itself");
    let copies = call(&mut app, "meeting_page", json!({ "meeting": meeting }))["copies"]["members"].as_u64().unwrap();
    assert_eq!(packets[1].papers.len() as u64, copies);
    assert!(packets[1].papers[2].marks.stamps[0].ends_with("No.3"));
    let title = &packets[0].papers[0].title;
    assert!(packets[2].papers.iter().all(|p| p.title != *title), "not for the public");
    let Job::Listing(list) = &jobs[2] else { panic!("no list") };
    assert_eq!(list.rows.len() as u64, copies.max(list.rows.len() as u64));
    assert!(list.columns.iter().any(|c| c.tick));
}

#[test]
fn each_recipient_gets_a_set_by_their_needs_and_without_what_is_not_theirs() {
    let mut app = sample();
    let meeting = next_plenary(&mut app);
    let sets = call(&mut app, "packet_sets", json!({ "meeting": meeting }));
    let sets = sets.as_array().unwrap().clone();
    let large: Vec<&Value> = sets.iter().filter(|s| s["large"] != 0).collect();
    assert!(large.iter().any(|s| s["large"] == 171 && s["text"] == true), "18 points and the text: {large:?}");
    let members =
        call(&mut app, "list_deliveries", json!({ "meeting": meeting }))["members"].as_array().unwrap().clone();
    let copies: u64 = sets.iter().filter(|s| s["audience"] == "members").map(|s| s["copies"].as_u64().unwrap()).sum();
    let page = call(&mut app, "meeting_page", json!({ "meeting": meeting }));
    let inside = page["copies"]["secretariat"].as_u64().unwrap() + page["copies"]["spare"].as_u64().unwrap();
    assert_eq!(copies, members.len() as u64 + inside);

    let (paper, member) = (papers(&mut app, &meeting)[0].clone(), members[0].clone());
    write(&mut app, "set_paper_handling", json!({ "paper": paper["id"], "held_from": [member["person"]] }));
    let sets = call(&mut app, "packet_sets", json!({ "meeting": meeting }));
    let own = sets.as_array().unwrap().iter().find(|s| s["member"] == member["person"]).unwrap().clone();
    assert_eq!(own["without"], json!([paper["number"]]));
    let desk = Desk::default();
    let document = Document::Packet {
        meeting: meeting.clone(),
        audience: AudienceName::Members,
        odd: None,
        confirmed: None,
        member: Some(member["person"].as_str().unwrap().to_owned()),
        named: Some(true),
        large: None,
    };
    app.document(&document).unwrap().print(&desk, &mut go_on).unwrap();
    let Job::Packet { packet, .. } = desk.jobs.lock().unwrap()[0].clone() else { panic!() };
    assert!(packet.papers.iter().all(|p| p.number != paper["number"].as_str().unwrap()));
    assert!(packet.cover.addressee.contains(member["name"].as_str().unwrap()), "{}", packet.cover.addressee);
    let named = call(&mut app, "packet_sets", json!({ "meeting": meeting, "named": true }));
    let own = named.as_array().unwrap().iter().filter(|s| !s["member"].is_null()).count();
    assert_eq!(own, members.len());
}

#[test]
fn a_bad_size_or_an_unknown_set_is_refused() {
    let mut app = sample();
    let meeting = next_plenary(&mut app);
    let before = dump(&app);
    let large = Document::Packet {
        meeting: meeting.clone(),
        audience: AudienceName::Members,
        odd: None,
        confirmed: None,
        member: None,
        named: None,
        large: Some(400),
    };
    assert_eq!(app.document(&large).unwrap_err().to_wire().field.as_deref(), Some("large"));
    let unknown = Document::Replacement {
        meeting: meeting.clone(),
        audience: AudienceName::Members,
        member: None,
        issued: Some("00000000-0000-0000-0000-000000000000".to_owned()),
        confirmed: None,
    };
    assert_eq!(app.document(&unknown).unwrap_err().to_wire().code, "unknown_record");
    assert_eq!(app.document(&Document::CollectionList { meeting }).unwrap_err().to_wire().code, "rule");
    assert_eq!(before, dump(&app));
}

/// A meeting with papers of these numbers, titles and classes; its list as the packet prints it.
fn listed(app: &mut App, style: Value, papers: &[(&str, &str, &str)]) -> (String, Vec<String>) {
    let body = "全体会";
    call(app, "set_paper_style", json!({ "body": body, "style": style }));
    let new = json!({ "body": body, "date": "R9.3.24", "start": "14:00", "end": "16:00", "place": "講堂" });
    let meeting = call(app, "add_meeting", new)["output"].as_str().unwrap().to_owned();
    for (number, title, class) in papers {
        let paper = json!({
            "meeting": meeting, "number": number, "title": title, "class": class, "closed_reason": null,
            "is": "text", "markdown": "本文",
        });
        call(app, "add_own_paper", paper);
    }
    (meeting.clone(), list_of(app, &meeting))
}

/// The list of papers of a packet, line by line.
fn list_of(app: &mut App, meeting: &str) -> Vec<String> {
    let desk = Desk::default();
    let finished = app.document(&packet(meeting)).unwrap().print(&desk, &mut go_on).unwrap();
    let lines = finished.text.lines().skip_while(|line| *line != "資料一覧").skip(1);
    lines.take_while(|line| line.starts_with('・') || line.starts_with('　')).map(str::to_owned).collect()
}

#[test]
fn the_lists_of_fuchu_come_out_in_their_order_and_wording() {
    let mut app = sample();
    let style = json!({
        "sent": { "before": "資料", "after": "" }, "on_the_day": null, "reference": { "before": "参考", "after": "" },
        "wide": false, "agenda": false,
        "classes": [
            { "class": "sent", "heading": "" }, { "class": "reference", "heading": "" },
            { "class": "on_the_day", "heading": "" },
        ],
    });
    let all = [
        ("資料1", "年間の予定", "sent"),
        ("資料2-1", "部会の報告", "sent"),
        ("資料2-2", "部会の報告", "sent"),
        ("資料2-3", "部会の報告", "sent"),
        ("資料3-1", "計画の概要", "sent"),
        ("資料3-2", "計画の本文", "sent"),
        ("資料4", "調査の結果", "sent"),
        ("席次表", "席次表", "on_the_day"),
        ("資料5", "追加の説明", "on_the_day"),
        ("参考1", "要綱", "reference"),
    ];
    let (meeting, list) = listed(&mut app, style, &all);
    let expected = [
        "・事前送付資料",
        "　資料1　年間の予定",
        "　資料2-1　部会の報告",
        "　資料2-2　部会の報告",
        "　資料2-3　部会の報告",
        "　資料3-1　計画の概要",
        "　資料3-2　計画の本文",
        "　資料4　調査の結果",
        "・参考資料",
        "　参考1　要綱",
        "・当日配付資料",
        "　席次表",
        "　資料5　追加の説明",
    ];
    // The list says 席次表 first, though it has no figure: its place is set.
    let rows = papers(&mut app, &meeting);
    let of_day: Vec<&Value> = rows.iter().filter(|p| p["class"] == "on_the_day").collect();
    let order: Vec<&Value> =
        ["席次表", "資料5"].iter().map(|n| &of_day.iter().find(|p| p["number"] == *n).unwrap()["id"]).collect();
    call(&mut app, "order_papers", json!({ "meeting": meeting, "papers": order }));
    assert_eq!(list_of(&mut app, &meeting), expected, "at first: {list:?}");
    let notices = call(&mut app, "list_papers", json!({ "meeting": meeting }))["notices"].clone();
    assert_eq!(notices, json!([]), "the papers of the day go on in the numbers: no gap");

    // 資料1（修正版） is handed out on the day: listed there too, the first edition stays where it was.
    let one = &rows[0];
    let change = json!({
        "paper": one["id"], "number": "資料1", "title": "年間の予定", "class": "sent", "revision": "修正版",
        "closed_reason": null,
    });
    call(&mut app, "update_paper", change);
    call(&mut app, "set_paper_handling", json!({ "paper": one["id"], "revised_on_the_day": true }));
    let list = list_of(&mut app, &meeting);
    assert_eq!(list[..2], expected[..2]);
    assert!(list[10..].contains(&"　資料1　年間の予定（修正版）".to_owned()), "{list:?}");
}

#[test]
fn the_lists_of_bunkyo_and_of_a_city_whose_agenda_is_the_first_paper() {
    let mut app = sample();
    let style = |agenda: bool, series: Value| {
        json!({
            "sent": series, "on_the_day": null, "reference": { "before": "参考資料第", "after": "号" },
            "wide": false, "agenda": agenda, "classes": [{ "class": "sent", "heading": "配付資料" }],
        })
    };
    let all = [
        ("資料第1-1号", "相談支援専門部会の報告", "sent"),
        ("資料第1-2号", "就労支援専門部会の報告", "sent"),
        ("資料第2号", "組織図（案）", "sent"),
    ];
    let (_, list) = listed(&mut app, style(false, json!({ "before": "資料第", "after": "号" })), &all);
    assert_eq!(
        list,
        [
            "・配付資料",
            "　資料第1-1号　相談支援専門部会の報告",
            "　資料第1-2号　就労支援専門部会の報告",
            "　資料第2号　組織図（案）"
        ]
    );
    let mut app = sample();
    let all = [("資料2", "名簿", "sent"), ("資料3", "計画", "sent")];
    let (meeting, list) = listed(&mut app, style(true, json!({ "before": "資料", "after": "" })), &all);
    assert_eq!(list, ["・配付資料", "　資料1　次第", "　資料2　名簿", "　資料3　計画"]);
    let next = call(&mut app, "list_papers", json!({ "meeting": meeting }))["next"].clone();
    assert_eq!(next[0]["number"], "資料4");
}

#[test]
fn what_is_kept_from_one_record_is_kept_from_the_record_it_is_merged_into() {
    let mut app = sample();
    let meeting = next_plenary(&mut app);
    let person = json!({
        "family": "仮名", "given": "二重", "family_kana": "かめい", "given_kana": "にじゅう", "publication": "name",
    });
    let [keep, other] = [0, 1].map(|_| call(&mut app, "add_person", person.clone())["output"].clone());
    let paper = papers(&mut app, &meeting)[0]["id"].clone();
    call(&mut app, "set_paper_handling", json!({ "paper": paper, "held_from": [other] }));
    call(&mut app, "record_delivery", json!({ "meeting": meeting, "what": "papers", "people": [other] }));
    write(&mut app, "merge_people", json!({ "keep": keep, "other": other }));
    let row = papers(&mut app, &meeting).into_iter().find(|p| p["id"] == paper).unwrap();
    assert_eq!(row["handling"]["held_from"], json!([keep]));
    let rows = call(&mut app, "list_deliveries", json!({ "meeting": meeting }))["rows"].clone();
    assert_eq!(rows[0]["person"], keep);
}
