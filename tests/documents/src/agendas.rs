//! Agendas at their smallest and largest, and the scripts that are made from them.

use crate::{golden, tools};
use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::printing::Document;
use entaku_documents::{Agenda, AgendaItem, Job, Printer};
use entaku_press::Press;
use entaku_support::sample;
use serde_json::{Value, json};

const COUNCIL: &str = "鎌倉市障害者支援協議会";

/// Prints a document: tagged, claiming PDF/UA; the pages that are named look as they did.
fn print(name: &str, job: &Job, text: &str, pages: &[u32]) -> usize {
    let printed = Press.print(job, &mut entaku_documents::go_on).unwrap();
    assert!(tools::facts(&printed.pdf).contains("Tagged:          yes"), "{name} is not tagged");
    assert!(String::from_utf8_lossy(&printed.pdf).contains("pdfuaid"), "{name} does not claim PDF/UA");
    golden::text(&format!("{name}_words.txt"), text);
    for page in pages {
        golden::picture(&format!("{name}_{page}.png"), &tools::picture(&printed.pdf, *page as usize, 36));
    }
    printed.pages.len()
}

fn item(number: &str, depth: u8, kind: &str, title: &str) -> AgendaItem {
    AgendaItem { number: number.into(), depth, kind: kind.into(), title: title.into(), ..AgendaItem::default() }
}

fn agenda(items: Vec<AgendaItem>) -> Agenda {
    Agenda {
        council: COUNCIL.into(),
        meeting: "令和8年度　第2回　全体会".into(),
        date: "令和8年10月14日（水）　14時00分から16時00分まで".into(),
        place: "市役所　講堂".into(),
        each_paper: true,
        items,
        notes: Vec::new(),
    }
}

#[test]
fn an_agenda_of_one_item() {
    let one = agenda(vec![item("1", 0, "協議", "髙橋・﨑山・𠮷田・渡邉󠄂・辻󠄀各委員からの提案について")]);
    assert_eq!(print("agenda_one", &Job::Agenda(one.clone()), &one.text(), &[1]), 1);
}

#[test]
fn an_agenda_of_forty_items() {
    let mut items = vec![item("1", 0, "", "開会"), item("2", 0, "", "議事")];
    for n in 1..=36 {
        let papers = (1..=n % 4).map(|m| format!("資料第{n}-{m}号")).collect();
        let depth = if n % 3 == 0 { 2 } else { 1 };
        let number = if depth == 2 { "・".to_owned() } else { format!("({n})") };
        let title = "障害のある人の地域での暮らしを支える仕組みについて";
        items.push(AgendaItem { papers, minutes: Some(3), ..item(&number, depth, "協議", title) });
    }
    items.extend([item("3", 0, "その他", "その他"), item("4", 0, "", "閉会")]);
    let mut forty = agenda(items);
    forty.run_clock(chrono::NaiveTime::from_hms_opt(14, 0, 0).unwrap());
    assert_eq!(forty.items.len(), 40);
    let pages = print("agenda_forty", &Job::Agenda(forty.clone()), &forty.text(), &[1, 2]);
    assert!(pages <= 4, "{pages}");
}

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

fn find(app: &mut App, number: u64) -> String {
    let all = call(app, "year_meetings", json!({ "body": "全体会", "year": "R8" }));
    let found = all.as_array().unwrap().iter().find(|m| m["number"] == number).unwrap();
    found["id"].as_str().unwrap().to_owned()
}

fn script(app: &App, name: &str, meeting: &str, large: bool, pages: &[u32]) -> usize {
    let ask = Document::Scenario { meeting: meeting.to_owned(), large: Some(large) };
    let finished = app.document(&ask).unwrap().print(&Press, &mut entaku_documents::go_on).unwrap();
    golden::text(&format!("{name}_words.txt"), &finished.text);
    assert!(tools::facts(&finished.printed.pdf).contains("Tagged:          yes"), "{name} is not tagged");
    for page in pages {
        golden::picture(&format!("{name}_{page}.png"), &tools::picture(&finished.printed.pdf, *page as usize, 36));
    }
    finished.printed.pages.len()
}

#[test]
fn the_script_of_the_sample_s_plenary() {
    let app = &mut sample();
    let meeting = find(app, 2);
    script(app, "scenario", &meeting, false, &[1, 2]);
    assert!(script(app, "scenario_large", &meeting, true, &[1]) > 1);
}

#[test]
fn the_script_of_a_meeting_without_an_agenda() {
    let app = &mut sample();
    let ask = json!({ "body": "mieruka", "date": "R9.3.24", "start": null, "end": null, "place": "" });
    let meeting = call(app, "add_meeting", ask)["output"].as_str().unwrap().to_owned();
    script(app, "scenario_smallest", &meeting, false, &[1]);
}

#[test]
fn the_script_of_a_term_s_first_meeting() {
    let app = &mut sample();
    let ask = json!({ "body": "全体会", "date": "R10.4.20", "start": "14:00", "end": "16:00", "place": "講堂",
        "agenda": "first_of_term" });
    let meeting = call(app, "add_meeting", ask)["output"].as_str().unwrap().to_owned();
    script(app, "scenario_first", &meeting, false, &[1, 2]);
}
