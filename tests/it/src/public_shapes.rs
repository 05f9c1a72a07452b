//! Agendas of real councils, as their public minutes show them: entered as data, they
//! come out in their own order, numbers and wording.

use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::printing::{AudienceName, Document, Format};
use entaku_sheets::Fallback;
use entaku_support::sample;
use serde_json::{Value, json};

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {:?}", e.to_wire()))
}

/// An item: how deep it lies, its own mark if it has one, its title, the numbers of its papers.
type Item<'a> = (u8, Option<&'a str>, &'a str, &'a [&'a str]);

/// A paper: its class, number and title.
type Paper<'a> = (&'a str, &'a str, &'a str);

/// How an agenda is written.
struct Style {
    main: &'static str,
    papers: &'static str,
}

/// Enters a meeting and prints its agenda; the lines of its items.
fn printed(style: &Style, papers: &[Paper<'_>], items: &[Item<'_>]) -> Vec<String> {
    let app = &mut sample();
    let rule = json!({ "body": "全体会", "counting": null, "first": 1, "since": null, "years": 2,
        "title": "地域自立支援協議会", "main": style.main, "third": "circled", "papers": style.papers,
        "kinds": false, "presenters": false, "times": false });
    call(app, "set_meeting_rule", rule);
    let ask = json!({ "body": "全体会", "date": "R9.3.24", "start": "10:00", "end": null, "place": "第二庁舎" });
    let id = call(app, "add_meeting", ask)["output"].clone();
    for (class, number, title) in papers {
        let paper = json!({ "meeting": id, "number": number, "title": title, "class": class, "closed_reason": null,
            "is": "text", "markdown": "本文" });
        call(app, "add_own_paper", paper);
    }
    for (level, mark, title, papers) in items {
        let item = json!({ "meeting": id, "kind": "report", "title": title, "presenter": null, "minutes": null,
            "closed_reason": null, "papers": papers, "level": level, "mark": mark });
        call(app, "add_agenda_item", item);
    }
    let meeting = id.as_str().unwrap().to_owned();
    let ask = Document::Agenda { meeting, audience: AudienceName::Members, confirmed: None };
    let made = app.document(&ask).unwrap().export(Format::Txt, Fallback::Refuse).unwrap().unwrap();
    let text = String::from_utf8(made.bytes).unwrap();
    assert!(text.contains("第4回　地域自立支援協議会　次第"), "{text}");
    let lines = text.lines().map(|line| line.trim_start_matches('\u{feff}').to_owned());
    lines.skip_while(|line| !line.contains("場所")).skip(1).filter(|line| !line.trim().is_empty()).collect()
}

const SENT: &str = "sent";
const ON_THE_DAY: &str = "on_the_day";
const REFERENCE: &str = "reference";

/// The first meeting of a term in 2023: letters, greetings, election, then 議事 with its own items.
#[test]
fn fuchu_2023() {
    let papers = [
        (SENT, "資料1", "委員名簿"),
        (SENT, "資料2-1", "協議会について"),
        (SENT, "資料2-2", "条例（抜粋）"),
        (SENT, "資料2-3", "規則"),
        (SENT, "資料3-1", "会議の公開等について（案）"),
        (SENT, "資料3-2", "傍聴について"),
        (SENT, "資料4", "スケジュール（案）"),
        (ON_THE_DAY, "資料5", "協議事項資料"),
        (ON_THE_DAY, "参考1", "部会別打合せの進め方"),
        (ON_THE_DAY, "参考2", "会議室予約状況"),
        (ON_THE_DAY, "参考3", "年間の予定"),
    ];
    let items: [Item<'_>; 12] = [
        (0, None, "委嘱状の伝達", &[]),
        (0, None, "市長あいさつ", &[]),
        (0, None, "委員自己紹介", &["資料1"]),
        (0, None, "正副会長の選出", &["資料2-3"]),
        (0, None, "諮問書の伝達", &[]),
        (0, None, "協議会の役割について", &["資料2-1", "資料2-2", "資料2-3"]),
        (0, None, "議事", &[]),
        (1, None, "会議の公開等について", &["資料3-1", "資料3-2"]),
        (1, None, "協議事項について", &["資料5"]),
        (1, None, "会議のスケジュールについて", &["資料4", "参考3"]),
        (1, None, "その他", &[]),
        (0, None, "その他", &[]),
    ];
    let lines = printed(&Style { main: "dotted", papers: "joined" }, &papers, &items);
    let expected = [
        "1.　委嘱状の伝達",
        "2.　市長あいさつ",
        "3.　委員自己紹介　【資料1】",
        "4.　正副会長の選出　【資料2-3】",
        "5.　諮問書の伝達",
        "6.　協議会の役割について　【資料2-1、資料2-2、資料2-3】",
        "7.　議事",
        "　(1)　会議の公開等について　【資料3-1、資料3-2】",
        "　(2)　協議事項について　【資料5】",
        "　(3)　会議のスケジュールについて　【資料4、参考3】",
        "　(4)　その他",
        "8.　その他",
    ];
    assert_eq!(lines, expected);
}

/// The first meeting of the next term, in 2025: numbers without a dot, and one item more.
#[test]
fn fuchu_2025() {
    let papers = [
        (SENT, "資料1", "委員名簿"),
        (SENT, "資料2-3", "規則"),
        (SENT, "資料4", "スケジュール（案）"),
        (SENT, "資料6", "専門部会割り当て（案）"),
        (REFERENCE, "参考1", "前期の答申書"),
    ];
    let items: [Item<'_>; 5] = [
        (0, None, "委員自己紹介", &["資料1"]),
        (0, None, "議事", &[]),
        (1, None, "会議のスケジュールについて", &["資料4"]),
        (1, None, "専門部会の割り当てについて", &["資料6"]),
        (0, None, "その他", &[]),
    ];
    let lines = printed(&Style { main: "plain", papers: "joined" }, &papers, &items);
    let expected = [
        "1　委員自己紹介　【資料1】",
        "2　議事",
        "　(1)　会議のスケジュールについて　【資料4】",
        "　(2)　専門部会の割り当てについて　【資料6】",
        "3　その他",
    ];
    assert_eq!(lines, expected);
}

/// A steering meeting: 資料第1-1号, and numbers typed by hand that are not in order.
#[test]
fn bunkyo_steering() {
    let papers = [
        (SENT, "資料第1-1号", "次第"),
        (SENT, "資料第1-5号", "各専門部会の検討事項（案）"),
        (SENT, "資料第1-6号", "検討状況等"),
        (SENT, "資料第2号", "全体会の概要（案）"),
    ];
    let items: [Item<'_>; 8] = [
        (0, None, "開会", &[]),
        (0, None, "議題", &[]),
        (1, None, "第1回親会の資料確認", &[]),
        (2, None, "次第", &["資料第1-1号"]),
        (2, Some("⑥"), "各専門部会の検討事項（案）について", &["資料第1-5号"]),
        (2, Some("⑤"), "協議会の検討状況等", &["資料第1-6号"]),
        (1, None, "第2回（全体会）について", &["資料第2号"]),
        (0, None, "その他", &[]),
    ];
    let lines = printed(&Style { main: "plain", papers: "each" }, &papers, &items);
    let expected = [
        "1　開会",
        "2　議題",
        "　(1)　第1回親会の資料確認",
        "　　①　次第　【資料第1-1号】",
        "　　⑥　各専門部会の検討事項（案）について　【資料第1-5号】",
        "　　⑤　協議会の検討状況等　【資料第1-6号】",
        "　(2)　第2回（全体会）について　【資料第2号】",
        "3　その他",
    ];
    assert_eq!(lines, expected);
}

/// A plenary: a dot under 開会, papers each in brackets of their own, subcommittees under a dot.
#[test]
fn bunkyo_plenary() {
    let papers = [
        (SENT, "資料第1-4号", "組織図"),
        (SENT, "資料第1-5号", "スケジュール"),
        (SENT, "資料第1-6号", "検討事項"),
        (SENT, "資料第2-2号", "相談・地域生活支援専門部会"),
        (SENT, "資料第2-4号", "権利擁護専門部会"),
        (SENT, "資料第2-5号", "権利擁護専門部会の別紙"),
    ];
    let items: [Item<'_>; 8] = [
        (0, None, "開会", &[]),
        (1, Some("・"), "委員委嘱", &[]),
        (0, None, "承認事項", &[]),
        (1, None, "今年度の協議会について", &["資料第1-4号", "資料第1-5号", "資料第1-6号"]),
        (0, None, "検討事項及び情報・課題共有", &[]),
        (1, None, "各専門部会からの情報・課題共有について", &[]),
        (2, Some("・"), "相談・地域生活支援専門部会", &["資料第2-2号"]),
        (2, Some("・"), "権利擁護専門部会", &["資料第2-4号", "資料第2-5号"]),
    ];
    let lines = printed(&Style { main: "plain", papers: "each" }, &papers, &items);
    let expected = [
        "1　開会",
        "　・　委員委嘱",
        "2　承認事項",
        "　(1)　今年度の協議会について　【資料第1-4号】【資料第1-5号】【資料第1-6号】",
        "3　検討事項及び情報・課題共有",
        "　(1)　各専門部会からの情報・課題共有について",
        "　　・　相談・地域生活支援専門部会　【資料第2-2号】",
        "　　・　権利擁護専門部会　【資料第2-4号】【資料第2-5号】",
    ];
    assert_eq!(lines, expected);
}
